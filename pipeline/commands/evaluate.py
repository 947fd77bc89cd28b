"""kiemdiem evaluate: how well documents are read, against records annotated by reading."""

import argparse
from pathlib import Path

from pipeline.commands.options import add_command

_DESCRIPTION = """\
Score what is found in DOCS against the records that people annotated in GOLD: precision, recall
and F1 a type, by the rules of the record contract. GOLD holds <stem>.jsonl, DOCS the documents
with the same stems, in any format."""

_EXAMPLES = """\
  kiemdiem evaluate gold docs                        score every type
  kiemdiem evaluate gold docs --errors shortcoming   list what was missed or wrongly found
  kiemdiem evaluate gold docs --against HEAD~1       what the last change won and lost
  kiemdiem evaluate gold docs --calibrate            measure the precision of every rule"""

_EXITS = """\
  0  scored
  2  wrong use: no annotated records, or a document of theirs is missing
  3  a figure is under its floor (with --floors)"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "evaluate", "score against annotated records", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of <stem>.jsonl")
    parser.add_argument("docs", type=Path, metavar="DOCS", help="folder of the documents")
    parser.add_argument("--against", metavar="REV_OR_DIR", help="show gains and losses against it")
    parser.add_argument("--errors", metavar="TYPE", help="list the mistakes of one record type")
    parser.add_argument("--floors", type=Path, metavar="FILE", help="fail under these figures")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--calibrate",
        action="store_true",
        help="write each rule's measured precision to data/reference/precision.yaml",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Score, print, compare; the exit code."""
    from pipeline.evaluate import evaluate

    return evaluate(args)
