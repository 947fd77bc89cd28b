"""The rows of the archive, put into a database without reading a text: for measures at scale."""

from collections.abc import Iterator

import duckdb

from pipeline import store
from pipeline.resolve import unit_key
from pipeline.rows import Row, Rows
from pipeline.text import fold
from tests.made_archive.model import Draft, Report, Slot, Truth

_OWN: dict[Slot, tuple[str, Row]] = {
    "shortcomings": ("shortcomings", ("shortcoming", ["other"])),
    "causes": ("causes", ("subjective",)),
    "remedies": ("remedies", ("remedy", ["other"])),
}
"""The table of a slot, and the kind (and themes) of its rows."""


def fill(connection: duckdb.DuckDBPyConnection, truth: Truth) -> None:
    """Make the tables of a version and fill them: documents, texts, statements."""
    version = store.Version(connection)
    for report in truth.reports:
        version.add(_document(report), _rows(report))
    version.flush()


def _document(report: Report) -> Row:
    draft, id = report.draft, report.document_id
    size = len(report.text)
    file: Row = (
        id,
        report.path,
        report.path.rsplit("/", 1)[-1],
        [],
        "txt",
        "text",
        id,
        size,
        None,
        size,
    )
    return (*file, "ok", *_told(draft), "run", "v")


def _told(draft: Draft) -> Row:
    """The columns of `documents` that the text says, as it says them."""
    stated = draft.states_term or draft.period == draft.term
    return (
        draft.kind, None, draft.issued_on, draft.written, draft.written, draft.above,
        draft.unit.level, draft.term if stated else None, draft.period, unit_key(draft.written),
    )  # fmt: skip


def _rows(report: Report) -> Rows:
    out: Rows = {"texts": [(report.document_id, report.text)]}
    for slot, (table, kind) in _OWN.items():
        out[table] = list(_statements(report, slot, kind))
    return out


def _statements(report: Report, slot: Slot, kind: Row) -> Iterator[Row]:
    for number, words in enumerate(report.draft.slots.get(slot, [])):
        start = report.text.index(words)
        place: Row = start, start + len(words), None, [], words, fold(words)
        worth = "made", None, None, False
        yield (f"{report.document_id}.{slot}.{number}", report.document_id, *place, *worth, *kind)
