"""The rows of the archive, put into a database without reading a text: for measures at scale."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb

from extractors.lineage import lineage
from pipeline import reference, store
from pipeline.model import Document
from pipeline.records import DocumentInfo, Extraction
from pipeline.rows import Row, Rows, info_row
from pipeline.text import fold
from tests.documents import make_doc
from tests.made_archive.model import Report, Slot, Truth

_OWN: dict[Slot, tuple[str, Row]] = {
    "shortcomings": ("shortcomings", ("shortcoming", ["other"])),
    "causes": ("causes", ("subjective",)),
    "remedies": ("remedies", ("remedy", ["other"])),
}
"""The table of a slot, and the kind (and themes) of its rows."""


def fill(connection: duckdb.DuckDBPyConnection, truth: Truth) -> None:
    """Make the tables of a version and fill them: documents, texts, statements, what is told."""
    version, words = store.Version(connection), reference.load()
    for report in truth.reports:
        told = report.draft.told
        read = replace(report, text=make_doc(report.text).text) if told else report
        version.add(_document(read), _rows(read) | (_told_lineage(read, words) if told else {}))
    version.flush()


def _told_lineage(report: Report, words: reference.Reference) -> Rows:
    """What became of units, read from the few reports that tell it."""
    document = make_doc(report.text)
    found: list[Row] = [
        (report.document_id, t.kind, list(t.sources), list(t.targets), t.day, t.rule,
         t.span.start, t.span.end, None, document.quote(t.span))
        for t in lineage(document, words)
    ]  # fmt: skip
    return {"lineage_told": found} if found else {}


def _document(report: Report) -> Row:
    draft, id, size = report.draft, report.document_id, len(report.text)
    stated = draft.states_term or draft.period == draft.term
    info = DocumentInfo(
        doc_type=draft.kind, issued_on=draft.issued_on.isoformat(), issuer=draft.written,
        unit=draft.written, parent_unit=draft.above, level=draft.unit.level,
        term=draft.term if stated else None, period=draft.period,
    )  # fmt: skip
    name = report.path.rsplit("/", 1)[-1]
    extraction = Extraction(document=Document(id, name, "txt", report.text), info=info, records=())
    form, reader, *rest = info_row(extraction)
    return id, report.path, name, [], form, reader, id, size, *rest, "run", "v"


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
