"""The archive as spaCy documents: each text in syllables, its records as groups of spans.

For those who train or check models: `spacy train` reads the files as they are, and `displacy` shows
the spans.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from pipeline import syllables

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_DOCUMENTS = 1000
"""Documents in one file, which is held in memory as a whole."""
_TOLD = ("document_id", "path", "doc_type", "unit", "term")
"""What `Doc.user_data` says of the document."""

Row = tuple[Any, ...]


def write(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Path]:
    """Write every document that was read, in the order of the paths; the files written."""
    from spacy.tokens import DocBin

    sql = "SELECT document_id FROM documents WHERE status <> 'failed' ORDER BY path"
    ids = _rows(connection, sql)
    for number, start in enumerate(range(0, len(ids), _DOCUMENTS), 1):
        path = folder / f"kiemdiem{f'_{number}' if number > 1 else ''}.spacy"
        bundle = DocBin(store_user_data=True)
        for doc in docs(connection, [id for (id,) in ids[start : start + _DOCUMENTS]]):
            bundle.add(doc)
        bundle.to_disk(path)
        os.chmod(path, 0o600)
        yield path


def docs(
    connection: duckdb.DuckDBPyConnection, ids: Sequence[str], vocab: "Vocab | None" = None
) -> Iterator["Doc"]:
    """The documents with these ids as spaCy documents, in the order of their paths.

    `spans` has a group a record type. A span's label is the main theme of a shortcoming or remedy,
    else the record's code (subject, status, kind, category, grade); its `id_` is the record's id,
    its `kb_id_` the canonical id of a citation.
    """
    from spacy.vocab import Vocab

    words = vocab or Vocab()
    records: dict[str, list[Row]] = {}
    for id, *record in _rows(connection, _RECORDS, ids):
        records.setdefault(id, []).append(tuple(record))
    for text, *told in _rows(connection, _TEXTS, ids):
        doc = _doc(words, text, records.get(told[0], []))
        doc.user_data = dict(zip(_TOLD, told, strict=True))
        yield doc


_TEXTS = f"""
    SELECT text, {", ".join(_TOLD)} FROM documents JOIN texts USING (document_id)
    WHERE document_id IN (SELECT unnest(?::VARCHAR[])) ORDER BY path
"""
_RECORDS = """
    SELECT document_id, type, span_start, span_end, coalesce(themes[1], code, type) AS label,
        CASE WHEN type = 'citation' THEN coalesce(detail, '') ELSE '' END AS kb_id, record_id
    FROM records WHERE document_id IN (SELECT unnest(?::VARCHAR[]))
    ORDER BY type, span_start, span_end, record_id
"""


def _doc(vocab: "Vocab", text: str, records: list[Row]) -> "Doc":
    """The text with its records; tokens are cut where a record begins or ends inside one."""
    doc = syllables.doc(vocab, text, {at for _, start, end, *_ in records for at in (start, end)})
    groups: dict[str, list[Any]] = {}
    for type, start, end, label, kb_id, record_id in records:
        span = doc.char_span(
            start, end, label=label, kb_id=kb_id, span_id=record_id, alignment_mode="contract"
        )
        groups.setdefault(type, []).append(span)
    doc.spans.update(groups)
    return doc


def _rows(
    connection: duckdb.DuckDBPyConnection, sql: str, ids: Sequence[str] | None = None
) -> list[Row]:
    found: list[Row] = connection.execute(sql, [] if ids is None else [ids]).fetchall()
    return found
