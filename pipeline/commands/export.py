"""kiemdiem export: the database as files for other programs."""

import argparse
from pathlib import Path

from pipeline.commands.options import add_command, add_db, existing_db
from pipeline.errors import ExitCode, UsageError

_DESCRIPTION = """\
Write every table and every metric of the database as files for other programs. CSV and
Excel files hold nothing that a spreadsheet would run: a text that begins with = + - @ gets a quote
mark before it. Names of persons are masked unless --keep-names is given; a spaCy file (DocBin),
which holds each text with its records as spans, is made only then."""

_EXAMPLES = """\
  kiemdiem export --to tables/
  kiemdiem export --db 2025.duckdb --to tables/ --format parquet xlsx
  kiemdiem export --to tables/ --format spacy --keep-names"""

_EXITS = """\
  0  all files are written
  2  wrong use: there is no such database, or the folder cannot be written
  4  the file is not a database of kiemdiem"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "export", "write the database as files", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    add_db(parser)
    parser.add_argument(
        "--to", type=Path, required=True, metavar="DIR", help="the folder to write into"
    )
    parser.add_argument(
        "--format", nargs="+", choices=("csv", "parquet", "xlsx", "spacy"), default=["csv"],
        help="kinds of files (default: csv)",
    )  # fmt: skip
    parser.add_argument(
        "--keep-names", action="store_true", help="leave names of persons as they stand"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files and say how many."""
    from pipeline import reference
    from pipeline.export import export
    from pipeline.names import Names

    db = existing_db(args.db)
    try:
        names = None if args.keep_names else Names.of(reference.load())
        written = export(db, args.to, args.format, names)
    except OSError as error:
        why = error.strerror or error
        raise UsageError(
            f"{args.to}: cannot be written ({why}); name another folder with --to DIR."
        ) from error
    print(f"{len(written)} files written to {args.to}")
    return int(ExitCode.OK)
