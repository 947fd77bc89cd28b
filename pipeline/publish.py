"""Versions of a database: a new file beside the old one, moved into place in one step.

What `--db` names is a link to the last good version `<db>.<run>.duckdb` (a copy of it where the
file system has no links). A run that dies leaves that link as it was.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from pipeline.errors import DatabaseError

if os.name == "nt":
    import msvcrt
else:
    import fcntl


def current(db: Path) -> Path | None:
    """The file of the last good version, or None where there is none yet."""
    return db.resolve() if db.exists() else None


def version_path(db: Path, run: str) -> Path:
    """Where the version of a run is built."""
    return db.with_name(f"{db.name}.{run}.duckdb")


def database_of(version: Path) -> Path:
    """The database that a file is a version of; the file itself where it is none.

    >>> database_of(Path("data/kiemdiem.duckdb.20250101T000000000000.duckdb")).as_posix()
    'data/kiemdiem.duckdb'
    """
    return version.with_name(re.sub(r"\.\d{8}T\d{12}\.duckdb$", "", version.name))


def belongs(db: Path, file: Path) -> bool:
    """Whether the file is the database or stands beside it for it."""
    named = file.name == db.name or file.name.startswith(f"{db.name}.")
    return named and file.absolute().parent == db.absolute().parent


def publish(db: Path, version: Path) -> None:
    """Make `db` name the finished version, in one step."""
    step = db.with_name(f"{db.name}.next")
    step.unlink(missing_ok=True)
    try:
        step.symlink_to(version.name)
    except (OSError, NotImplementedError):
        _link_or_copy(version, step)
    os.replace(step, db)


def _link_or_copy(version: Path, step: Path) -> None:
    try:
        os.link(version, step)
    except (OSError, NotImplementedError):
        shutil.copyfile(version, step)


def clear(db: Path) -> None:
    """Remove what dead runs left and the old versions that nobody reads any more."""
    last = current(db)
    db.with_name(f"{db.name}.next").unlink(missing_ok=True)
    ours = re.compile(re.escape(db.name) + r"\.\d{8}T\d{12}\.duckdb(?:\.\w+)?")
    for left in db.parent.iterdir():
        if not ours.fullmatch(left.name) or (last and left.name.startswith(last.name)):
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        elif not _read_by_others(left):
            with suppress(PermissionError):  # Windows: somebody has it open
                left.unlink(missing_ok=True)


def _read_by_others(path: Path) -> bool:
    """Whether a process holds DuckDB's lock on the file."""
    if os.name == "nt":
        return False  # unlinking an open file fails there by itself
    try:
        with path.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


@contextmanager
def only_writer(db: Path) -> Iterator[None]:
    """Hold the right to write versions of `db`; DatabaseError where it cannot be had."""
    try:
        db.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = db.with_name(f"{db.name}.lock").open("a+b")
    except OSError as error:
        raise unwritable(db, error) from error
    with file:
        if not _locked(file.fileno()):
            raise DatabaseError(
                f"{db}: another ingest is writing this database; wait until it is done, "
                "then run again."
            )
        yield


def unwritable(db: Path, error: OSError) -> DatabaseError:
    """The error that says why nothing can be written there and what to do."""
    return DatabaseError(
        f"{db}: cannot be written ({error.strerror or error}); free the folder for writing "
        "or name another place with --db FILE."
    )


def _locked(descriptor: int) -> bool:
    """Take the lock on the file; it goes with the process, however that ends."""
    try:
        if os.name == "nt":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
