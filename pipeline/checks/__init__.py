"""What cannot be true: inside a report, between two reports of a unit, between two units.

A family of checks is a function from a report (or from all of them) to doubts; its rule in words
stands in data/reference/checks.yaml. Silence is preferred to a false alarm, and nothing is
corrected: both figures stand, the doubt beside them.
"""

from collections.abc import Iterable, Iterator

import duckdb

from pipeline.checks import (
    changes,
    citing,
    copies,
    dating,
    denials,
    discipline,
    grading,
    repeats,
    series,
    shares,
    targets,
    totals,
)  # fmt: skip
from pipeline.checks.context import contexts
from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.reports import Report, reports
from pipeline.reference import Reference

_COLUMNS = (
    "check_id", "family", "certainty", "document_id", "record_id", "span_start", "span_end", "page",
    "quote", "other_document_id", "other_record_id", "other_start", "other_end", "other_page",
    "other_quote", "arithmetic", "explanation",
)  # fmt: skip


def write(connection: duckdb.DuckDBPyConnection, words: Reference) -> None:
    """Fill `checks` and `check_families`."""
    found = list(_doubts(connection, words))
    _insert(connection, "checks", _COLUMNS, sorted(_rows(connection, found, words), key=str))
    families = [(f, t["name"], t["vi"], t["en"]) for f, t in _told(words).items()]
    _insert(connection, "check_families", ("family", "name", "rule_vi", "rule_en"), families)


def inside(report: Report, words: Reference) -> Iterator[Doubt]:
    """What does not fit together inside one report."""
    for family in (totals, changes, shares, grading, discipline, dating, denials):
        yield from family.doubts(report)
    yield from targets.doubts(report, words)


def _doubts(connection: duckdb.DuckDBPyConnection, words: Reference) -> Iterator[Doubt]:
    known = contexts(connection)
    of_unit: dict[str, list[series.Snapshot]] = {}
    for report in reports(connection):
        yield from inside(report, words)
        yield from citing.doubts(report, words)
        context = known.documents.get(report.document_id)
        snapshot = series.snapshot(report, context) if context and context.unit else None
        if snapshot and snapshot.context.unit:
            of_unit.setdefault(snapshot.context.unit, []).append(snapshot)
    for snapshots in of_unit.values():
        yield from series.doubts(snapshots)
    yield from repeats.doubts(connection, known.documents)
    yield from copies.doubts(connection, known)


def _rows(
    connection: duckdb.DuckDBPyConnection, found: Iterable[Doubt], words: Reference
) -> Iterator[tuple[object, ...]]:
    """The rows, each doubt once, with the pages of places that are no record."""
    pages: dict[str, list[tuple[int, int]]] = {}
    for document, page, start in connection.execute(
        "SELECT document_id, page, span_start FROM pages ORDER BY document_id, span_start"
    ).fetchall():
        pages.setdefault(document, []).append((start, page))
    seen: set[str] = set()
    for doubt in found:
        if doubt.id not in seen:
            seen.add(doubt.id)
            here, there = doubt.here, doubt.there
            other = _place(there, pages) if there else (None,) * 6
            document, record, *rest = _place(here, pages)
            yield (
                doubt.id, doubt.family, doubt.certainty, document, record, *rest, *other,
                doubt.arithmetic, _told(words)[doubt.family]["explanation"].format(
                    **dict(doubt.values)),
            )  # fmt: skip


def _place(place: Place, pages: dict[str, list[tuple[int, int]]]) -> tuple[object, ...]:
    """Document, record, start, end, page, quote."""
    page = place.page
    if page is None:
        starts = [p for at, p in pages.get(place.document_id, ()) if at <= place.start]
        page = starts[-1] if starts else None
    return place.document_id, place.record_id, place.start, place.end, page, place.quote


def _told(words: Reference) -> dict[str, dict[str, str]]:
    told: dict[str, dict[str, str]] = words.data["checks"]["families"]
    return told


def _insert(
    connection: duckdb.DuckDBPyConnection,
    table: str,
    columns: Iterable[str],
    rows: Iterable[tuple[object, ...]],
) -> None:
    """Put rows into a table in one step, with the table's own types."""
    import pyarrow as pa

    names = list(columns)
    schema = connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
    found = list(rows)
    values: list[tuple[object, ...]] = list(zip(*found, strict=True)) or [() for _ in names]
    arrays = [pa.array(v, schema.field(n).type) for n, v in zip(names, values, strict=True)]
    connection.register("found", pa.Table.from_arrays(arrays, names=names))
    connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM found")
    connection.unregister("found")
