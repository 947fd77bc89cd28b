"""kiemdiem brief: what the archive knows of one unit in one term, for its congress."""

import argparse
from pathlib import Path

from pipeline.commands.options import add_command, add_db, existing_db
from pipeline.errors import ExitCode, UsageError

_DESCRIPTION = """\
Write the brief for a congress, of one unit in one term: members, indicators met and missed, what
recurs, what was promised, what does not add up, each figure with its source as a footnote. Names
of persons are masked."""

_EXAMPLES = """\
  kiemdiem brief --unit "Đảng bộ Sở Y tế" --term 2020-2025 --to brief.docx
  kiemdiem brief --unit "Đảng bộ Sở Y tế" --term 2020-2025 --to brief.pdf --keep-names"""

_EXITS = """\
  0  the brief is written
  2  wrong use: no such database, no document of the unit and term, no such kind of file
  4  the file is not a database of kiemdiem"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "brief", "write the brief for a congress", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    add_db(parser)
    parser.add_argument("--unit", required=True, metavar="NAME", help="the unit, as it is shown")
    parser.add_argument("--term", required=True, metavar="TERM", help="the term, e.g. 2020-2025")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="the file: .docx or .pdf"
    )
    parser.add_argument(
        "--keep-names", action="store_true", help="leave names of persons as they stand"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    from pipeline import reference, store
    from pipeline.brief.facts import gather
    from pipeline.brief.word import write

    db = existing_db(args.db)
    with store.reading(db.resolve()) as connection:
        masked = not args.keep_names
        brief = gather(connection, args.unit, args.term, reference.load(), masked)
    try:
        write(brief, args.to)
    except OSError as error:
        why = error.strerror or error
        raise UsageError(f"{args.to}: cannot be written ({why}); name another file.") from error
    print(f"The brief is in {args.to}")
    return int(ExitCode.OK)
