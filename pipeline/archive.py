"""An archive into a database: what is new is read, what is known copied, what left left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipeline import across, interrupts, publish, recurrence, reference, store
from pipeline.errors import DatabaseError, UnreadableError
from pipeline.fingerprint import extractor_version
from pipeline.limits import Limits
from pipeline.reading import RETRIED, Reading, Task, read_all
from pipeline.registry import settled
from pipeline.rows import Row
from pipeline.sources import Place, find, look

_MEMORY = "1GB"
"""What the database may hold in memory; beyond it writes to a file that goes with the run."""

Progress = Callable[[int, int], None]
"""Called with the documents done and the documents to do."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read (or only in part), and why and what to do."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, and what the database now holds."""

    read: int
    unchanged: int
    removed: int
    duplicates: int
    failed: tuple[Failure, ...]
    partial: tuple[Failure, ...]
    records: Mapping[str, int]
    open_names: int
    """Names of units that stay open."""
    moved: int | None = None
    """Shortcomings that a refit put into another group; None where there was none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run has to do."""

    fresh: tuple[Task, ...]
    kept: tuple[Task, ...]
    removed: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How a run works: processes, and what each document may take."""

    workers: int
    limits: Limits
    refit: bool = False
    """Whether the groups of shortcomings are made anew."""


def ingest(archive: Path, db: Path, settings: Settings, progress: Progress) -> Summary:
    """Read an archive into a new version of the database, and publish it."""
    started = _now()
    places = [p for p in find(archive, settings.limits) if not publish.belongs(db, p.file)]
    words = reference.load()  # a mistake there is told at once, not once a document
    settled.read(settled.path_for(db))  # and so is one of a person's
    with publish.only_writer(db):
        try:
            publish.clear(db)
            run = Run(started, archive.name, extractor_version())
            with interrupts.heard() as check:
                return _build(run, places, db, settings, words, _checked(progress, check))
        except (duckdb.OperationalError, duckdb.FatalException) as error:
            raise DatabaseError(
                f"{db}: cannot be written ({_first_line(error)}); make room there "
                "or name another place with --db FILE."
            ) from error
        except OSError as error:
            raise publish.unwritable(db, error) from error
        finally:
            publish.clear(db)


@dataclass(frozen=True, slots=True)
class Run:
    """What is known of a run when it starts."""

    started: datetime
    archive: str
    extractor_version: str

    @property
    def id(self) -> str:
        return f"{self.started:%Y%m%dT%H%M%S%f}"


def _checked(progress: Progress, check: Callable[[], None]) -> Progress:
    """The progress told, with a look at Ctrl-C each time."""

    def told(done: int, total: int) -> None:
        check()
        progress(done, total)

    return told


def _build(
    run: Run,
    places: Sequence[Place],
    db: Path,
    settings: Settings,
    words: reference.Reference,
    progress: Progress,
) -> Summary:
    last = publish.current(db)
    plan = _plan(_documents(places, settings.limits), _known(last, run.extractor_version))
    file = publish.version_path(db, run.id)
    with duckdb.connect(str(file), config={"memory_limit": _MEMORY}) as connection:
        version = store.Version(connection)
        if last is not None:
            version.copy(
                last, [(t.id, t.place.path, t.place.name, list(t.aliases)) for t in plan.kept]
            )
        progress(0, len(plan.fresh))
        for done, reading in enumerate(read_all(plan.fresh, settings.workers, settings.limits), 1):
            version.add(_document_row(reading, run), reading.rows)
            progress(done, len(plan.fresh))
        version.flush()
        if settings.refit:
            recurrence.refit.want(connection)
        across.write(connection, words)
        summary = _summary(connection, plan)
        if settings.refit:
            moved = store.query(connection, "SELECT count(*) FROM recurrence_moves")[0][0]
            summary = replace(summary, moved=moved)
        counts = summary.read, summary.unchanged, len(summary.failed), summary.removed
        version.finish((run.id, run.started, _now(), run.archive, *counts, run.extractor_version))
    progress(len(plan.fresh), len(plan.fresh))  # the last look at Ctrl-C before it is published
    publish.publish(db, file)
    return summary


def _documents(places: Iterable[Place], limits: Limits) -> list[Task]:
    """Each document once, under its first path; the other paths of the same bytes are aliases."""
    tasks: dict[str, Task] = {}
    for place in places:
        try:
            task = Task.of(look(place, limits))
        except (OSError, UnreadableError) as error:
            task = Task.unopened(place, error)
        tasks[task.id] = tasks[task.id].also(place) if task.id in tasks else task
    return list(tasks.values())


def _known(last: Path | None, version: str) -> dict[str, str | None]:
    """The documents of the last version; those that need no new reading with their format."""
    if last is None:
        return {}
    sql = """
        SELECT document_id, CASE WHEN extractor_version = ? AND NOT EXISTS (
            SELECT 1 FROM issues i WHERE i.document_id = d.document_id AND list_contains(?, code)
        ) THEN format END
        FROM documents d
    """
    with store.reading(last) as connection:
        return dict(store.query(connection, sql, [version, sorted(RETRIED)]))


def _plan(tasks: Sequence[Task], known: Mapping[str, str | None]) -> Plan:
    kept = tuple(t for t in tasks if known.get(t.id) == t.format)
    fresh = tuple(t for t in tasks if known.get(t.id) != t.format)
    return Plan(fresh, kept, removed=len(known.keys() - {t.id for t in tasks}))


def _document_row(reading: Reading, run: Run) -> Row:
    task = reading.task
    form, reader, *rest = reading.told
    named = task.id, task.place.path, task.place.name, list(task.aliases)
    return (*named, form, reader, task.hash, task.size, *rest, run.id, run.extractor_version)


def _summary(connection: duckdb.DuckDBPyConnection, plan: Plan) -> Summary:
    records = store.query(connection, "SELECT type, count(*) FROM records GROUP BY type")
    return Summary(
        read=len(plan.fresh),
        unchanged=len(plan.kept),
        removed=plan.removed,
        duplicates=sum(len(t.aliases) for t in (*plan.fresh, *plan.kept)),
        failed=_failures(connection, "failed"),
        partial=_failures(connection, "partial"),
        records=dict(records),
        open_names=store.query(connection, "SELECT count(*) FROM open_names")[0][0],
    )


def _failures(connection: duckdb.DuckDBPyConnection, status: str) -> tuple[Failure, ...]:
    found = store.query(
        connection,
        "SELECT path, code, message FROM documents JOIN issues USING (document_id) "
        "WHERE status = ? AND severity <> 'info' ORDER BY ALL",
        [status],
    )
    return tuple(Failure(*f) for f in found)


def _now() -> datetime:
    """The time in UTC, as the database keeps it."""
    return datetime.now(UTC).replace(tzinfo=None)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
