"""Documents -> rows, in processes of their own."""

import gc
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath

from pipeline import keywords, lineage, pool, reference
from pipeline.errors import UnreadableError
from pipeline.limits import DEFAULT, HIT, Limits
from pipeline.precision import measured
from pipeline.records import Extraction
from pipeline.rows import Row, Rows, info_row, rows
from pipeline.run import failed, process
from pipeline.search import rows as search_rows
from pipeline.search.words import Abbreviations
from pipeline.sources import Found, Place, Source, load

RETRIED = HIT | {"crashed", "changed", "unopened", "missing_program", "no_ocr"}
"""Failures that may have been the machine's: such a document is read again each time."""

_SECONDS_PER_MEGABYTE = 30.0
_PREFIX = "kiemdiem-run-"


@dataclass(frozen=True, slots=True)
class Task:
    """A document to read: the same bytes once, the other paths where they lie as `aliases`."""

    id: str
    place: Place
    format: str
    hash: str | None = None
    size: int | None = None
    aliases: tuple[str, ...] = ()
    trouble: tuple[str, str] | None = None
    """Code and message: why the bytes could not be had when the archive was looked through."""

    @classmethod
    def of(cls, found: Found) -> "Task":
        return cls(found.id, found.place, found.format, found.hash, found.size)

    @classmethod
    def unopened(cls, place: Place, error: OSError | UnreadableError) -> "Task":
        """A place whose bytes cannot be had: it is known by its path."""
        id = hashlib.sha256(f"path:{place.path}".encode()).hexdigest()[:16]
        suffix = PurePosixPath(place.name).suffix.lower().lstrip(".")
        return cls(id, place, suffix, trouble=why(error))

    def also(self, place: Place) -> "Task":
        return replace(self, aliases=(*self.aliases, place.path))


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a task: what `documents` says of it, and its rows in the other tables."""

    task: Task
    told: Row
    rows: Rows


def read_all(tasks: Sequence[Task], workers: int, limits: Limits) -> Iterator[Reading]:
    """Each task read, in the order given; whatever goes wrong costs that document only."""
    seconds = (limits.seconds + _SECONDS_PER_MEGABYTE * (t.size or 0) / 2**20 for t in tasks)
    limited = zip(tasks, seconds, strict=True)
    with _scratch() as scratch:
        work = partial(_worker, limits, scratch)
        for task, result in pool.in_order(work, limited, min(workers, len(tasks))):
            if isinstance(result, pool.Lost):
                extraction = _failed(task, *_lost(task, result))
                result = info_row(extraction), rows(extraction, {})
            yield Reading(task, *result)


@contextmanager
def _scratch() -> Iterator[str]:
    """A folder for the temporary files of this run; those of runs that were killed are cleared."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        if _is_dead(left.name.removeprefix(_PREFIX).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    prefix = f"{_PREFIX}{os.getpid()}-"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as folder:
        yield folder


def _is_dead(process: str) -> bool:
    """Whether no process has this number; on Windows, where asking is not safe, never."""
    if os.name != "posix" or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False


def _worker(limits: Limits, scratch: str) -> Callable[[Task], tuple[Row, Rows]]:
    """The function that a process of its own does its tasks with, its memory limited.

    What it puts into temporary files goes into `scratch`, which outlives it if it dies.
    """
    tempfile.tempdir = scratch
    pool.limit_memory(limits.memory)
    read = reader(limits)
    gc.freeze()  # the words of the field live as long as the process: no use looking at them again
    return read


def reader(limits: Limits = DEFAULT) -> Callable[[Task], tuple[Row, Rows]]:
    """The function that reads a task."""
    words = reference.load()
    precision = measured(words)
    abbreviations = Abbreviations.of(words)

    def read(task: Task) -> tuple[Row, Rows]:
        extraction = _extraction(task, words, limits)
        found = rows(extraction, precision) | keywords.rows(extraction, words)
        found |= lineage.rows(extraction, words)
        found |= search_rows.rows(extraction, abbreviations)
        return info_row(extraction), found

    return read


def _extraction(task: Task, words: reference.Reference, limits: Limits) -> Extraction:
    if task.trouble is not None:
        return _failed(task, *task.trouble)
    try:
        source = load(task.place, limits)
    except (OSError, UnreadableError) as error:
        return _failed(task, *why(error))
    if source.id != task.id:
        return _failed(task, "changed", "changed while it was read; run again.")
    return process(source, words)


def why(error: OSError | UnreadableError) -> tuple[str, str]:
    """The code and message of a file whose bytes cannot be had."""
    if isinstance(error, UnreadableError):
        return error.code, str(error)
    why = error.strerror or error
    return "unopened", f"cannot be opened ({why}); mend the file and run again."


def _failed(task: Task, code: str, message: str) -> Extraction:
    source = Source(task.id, task.place.name, task.format, b"")
    return failed(source, code, named(source.name, message))


def named(name: str, message: str) -> str:
    """The message with the name of its document before it, once."""
    return message if message.startswith(name) else f"{name}: {message}"


def _lost(task: Task, lost: pool.Lost) -> tuple[str, str]:
    """The code and message of a document whose reading came to no end."""
    if lost.seconds is None:
        return "crashed", (
            "the program reading it died, or ran out of memory; open it, save it anew and run "
            "again, or allow more with --memory-limit."
        )
    return "too_slow", (
        f"took longer than {lost.seconds:.0f} s; split it or allow more with --time-limit."
    )
