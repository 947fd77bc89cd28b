"""kiemdiem doctor: what is installed, what is missing."""

import argparse

from pipeline.commands.options import add_command, add_db
from pipeline.errors import ExitCode

_DESCRIPTION = """\
Look at what kiemdiem needs (Python, packages, the readers of each format) and at the
database; say for what is missing the one command that mends it."""

_EXAMPLES = """\
  kiemdiem doctor
  kiemdiem doctor --db 2025.duckdb"""

_EXITS = """\
  0  everything needed is there
  3  something needed is missing"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "doctor", "say what is installed and missing", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    add_db(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the findings, then the commands that mend what is missing."""
    from pipeline.doctor import examine

    findings = examine(args.db)
    width = max(len(f.name) for f in findings)
    for finding in findings:
        mark = "ok  " if finding.well else ("MISS" if finding.needed else "none")
        print(f"{mark}  {finding.name:{width}}  {finding.state}")
    mends = dict.fromkeys(f.mend for f in findings if f.mend)
    if mends:
        print("\nTo mend it:")
    for mend in mends:
        print(f"  {mend}")
    missing = any(f.needed and not f.well for f in findings)
    return int(ExitCode.PARTIAL if missing else ExitCode.OK)
