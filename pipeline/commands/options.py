"""What the commands' parsers have in common: the shape of their help, `--db`."""

import argparse
from pathlib import Path

from pipeline.errors import UsageError

DEFAULT_DB = Path("data/warehouse/kiemdiem.duckdb")


def add_command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    summary: str,
    description: str,
    examples: str,
    exits: str,
) -> argparse.ArgumentParser:
    """A parser whose help says what the command does, with examples and exit codes."""
    return commands.add_parser(
        name,
        help=summary,
        description=description,
        epilog=f"examples:\n{examples}\n\nexit codes:\n{exits}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_db(parser: argparse.ArgumentParser) -> None:
    """The option that names the database."""
    parser.add_argument(
        "--db", type=Path, default=DEFAULT_DB, metavar="FILE",
        help="the database (default: %(default)s)",
    )  # fmt: skip


def positive(words: str) -> int:
    """A whole number from 1 on."""
    number = int(words)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{words} is not a whole number from 1 on")
    return number


def existing_db(db: Path) -> Path:
    """The path, where a database of ours stands there; UsageError or DatabaseError where not."""
    from pipeline import store

    if not db.exists():
        raise UsageError(
            f"{db}: there is no database; make one with: kiemdiem ingest ARCHIVE --db {db}"
        )
    with store.reading(db.resolve()):
        return db
