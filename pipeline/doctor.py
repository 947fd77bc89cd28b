"""What is installed, what is missing, and the one command that mends it."""

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

_OLDEST_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `mend` is the command that helps where it is not as it should be.

    `needed` says whether kiemdiem works without it.
    """

    name: str
    state: str
    mend: str | None = None
    needed: bool = True

    @property
    def well(self) -> bool:
        return self.mend is None


def examine(db: Path) -> list[Finding]:
    """Everything looked at, in the order in which it is shown."""
    found = [_python(), *_packages(), *_readers(), *_programs()]
    if find_spec("duckdb") is not None:
        found.append(_database(db))
    return found


def _python() -> Finding:
    state = platform.python_version()
    old = sys.version_info < _OLDEST_PYTHON
    return Finding("python", state, "make setup PYTHON=python3.11" if old else None)


def _packages() -> Iterator[Finding]:
    """What pyproject.toml declares, against what is installed."""
    for requirement in requires("kiemdiem") or ():
        name = re.split(r"[^\w.\-]", requirement, maxsplit=1)[0]
        if "extra ==" in requirement:
            continue
        try:
            yield Finding(f"package {name}", version(name))
        except PackageNotFoundError:
            yield Finding(f"package {name}", "missing", "make setup")


def _readers() -> Iterator[Finding]:
    from pipeline.parse import _READERS

    for form, module in _READERS.items():
        there = find_spec(f"pipeline.parse.{module}") is not None
        yield Finding(
            f"reader {form}", "ready" if there else "missing", None if there else "make setup"
        )


def _programs() -> Iterator[Finding]:
    """The programs of the system that some readers call; without them the rest works."""
    from pipeline.parse.programs import PROGRAMS

    for program in PROGRAMS:
        state = f"reads {program.reads}" if program.there else f"missing: {program.lost}"
        mend = None if program.there else program.mend
        yield Finding(f"program {program.name}", state, mend, needed=False)


def _database(db: Path) -> Finding:
    from pipeline import store
    from pipeline.errors import DatabaseError

    if not db.exists():
        mend = f"kiemdiem ingest ARCHIVE --db {db}"
        return Finding("database", f"none yet at {db}", mend, needed=False)
    try:
        with store.reading(db.resolve()) as connection:
            ((documents, finished),) = store.query(
                connection, "SELECT (SELECT count(*) FROM documents), max(finished) FROM runs"
            )
    except DatabaseError:
        return Finding("database", f"{db} cannot be read", f"mv {db} {db}.damaged")
    return Finding("database", f"{db}: {documents} documents, last run {finished:%Y-%m-%d %H:%M}")
