"""kiemdiem ingest: an archive into the database."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.options import add_command, add_db, positive
from pipeline.errors import ExitCode
from pipeline.limits import DEFAULT, MEGABYTE, Limits

if TYPE_CHECKING:
    from pipeline.archive import Progress, Summary

_DESCRIPTION = """\
Read an archive of documents into the database: a folder with everything below it, one file,
or a zip file. What was read before and has not changed is not read again; what left the archive
leaves the database. The database stays readable all the while, and a run that is
broken off leaves it as it was."""

_EXAMPLES = """\
  kiemdiem ingest reports/
  kiemdiem ingest reports.zip --db /srv/kiemdiem/2025.duckdb --workers 8"""

_EXITS = """\
  0  all documents are read
  2  wrong use: there is no such folder, or it holds no documents
  3  some documents could not be read, or only in part; each is named with why and what to do
  4  the database cannot be written"""


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command and its options."""
    parser = add_command(
        commands, "ingest", "read an archive into the database", _DESCRIPTION, _EXAMPLES, _EXITS
    )
    parser.add_argument("archive", type=Path, metavar="ARCHIVE", help="folder, file or zip file")
    add_db(parser)
    parser.add_argument(
        "--workers", type=positive, default=os.cpu_count() or 1, metavar="N",
        help="documents read at a time (default: as many as there are processors)",
    )  # fmt: skip
    parser.add_argument(
        "--refit-recurrence", action="store_true",
        help="make the groups of recurring shortcomings anew, and say how many moved",
    )  # fmt: skip
    _add_limits(parser)
    parser.set_defaults(run=run)


def _add_limits(parser: argparse.ArgumentParser) -> None:
    """The options that say what one document may take."""
    limits = parser.add_argument_group("limits", "what one document may take at most")
    for option, default, unit, meaning in (
        ("time", int(DEFAULT.seconds), "SECONDS", "time to read it; large files get more"),
        ("memory", DEFAULT.memory // MEGABYTE, "MB", "memory of the process that reads it"),
        ("size", DEFAULT.unpacked // MEGABYTE, "MB", "size of the file and of what it unpacks to"),
        ("page", DEFAULT.pages, "N", "pages"),
        ("text", DEFAULT.characters, "N", "characters of its text"),
    ):
        limits.add_argument(
            f"--{option}-limit", type=positive, default=default, metavar=unit,
            help=f"{meaning} (default: %(default)s)",
        )  # fmt: skip


def _limits(args: argparse.Namespace) -> Limits:
    return Limits(
        seconds=args.time_limit,
        memory=args.memory_limit * MEGABYTE,
        pages=args.page_limit,
        unpacked=args.size_limit * MEGABYTE,
        characters=args.text_limit,
    )


def run(args: argparse.Namespace) -> int:
    """Read the archive; say what was read, what was not, and what to do next."""
    from pipeline.archive import Settings, ingest

    with _bar() as progress:
        settings = Settings(args.workers, _limits(args), args.refit_recurrence)
        summary = ingest(args.archive, args.db, settings, progress)
    print("\n".join(_told(summary, args.db)))
    return int(ExitCode.PARTIAL if summary.failed or summary.partial else ExitCode.OK)


@contextmanager
def _bar() -> "Iterator[Progress]":
    """A progress bar on standard error, where that is a terminal."""
    from tqdm import tqdm

    with tqdm(unit=" documents", disable=not sys.stderr.isatty()) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield progress


def _told(summary: "Summary", db: Path) -> Iterator[str]:
    yield (
        f"{summary.read + summary.unchanged} documents: {summary.read} read, "
        f"{summary.unchanged} unchanged, {len(summary.failed)} failed, "
        f"{summary.removed} removed."
    )
    if not summary.read:
        yield "None was read again: all are as they were."
    if summary.duplicates:
        yield f"{summary.duplicates} more files hold the same bytes as another; they count once."
    records = ", ".join(f"{n} {type}" for type, n in sorted(summary.records.items()))
    yield f"Records: {records or 'none'}."
    if summary.moved is not None:
        yield f"Refit: {summary.moved} shortcomings moved to another group (recurrence_moves)."
    if summary.open_names:
        yield (
            f"{summary.open_names} names of units stay open (table open_names); settle them in "
            f"{db.name}.units.yaml beside the database, then run again."
        )
    for head, failures in (
        ("Could not be read:", summary.failed),
        ("Read in part:", summary.partial),
    ):
        yield from [head] * bool(failures)
        yield from (f"  {f.path} [{f.code}] {f.message}" for f in failures)
    yield f"Look at them: kiemdiem dashboard --db {db}"
