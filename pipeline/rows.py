"""Extraction -> rows of the database's tables, in the order of their columns."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from pipeline.model import Document, Issue, Span
from pipeline.precision import UNMEASURED, Measured
from pipeline.records import Extraction, Record, own_fields
from pipeline.resolve import unit_key
from pipeline.spelling import quality
from pipeline.text import fold

Row = tuple[object, ...]
Rows = dict[str, list[Row]]
"""Table -> its rows."""


def rows(extraction: Extraction, precision: Mapping[str, Measured]) -> Rows:
    """What one document adds to every table but `documents` and `runs`."""
    document = extraction.document
    out: Rows = {
        "texts": [(document.id, document.text)],
        "blocks": list(_blocks(document)),
        "cells": list(_cells(document)),
        "pages": [(document.id, p.number, p.offset) for p in document.pages],
        "lines": list(_lines(document)),
        "scanned_words": list(_scanned_words(document)),
        "sections": list(_sections(document)),
        "evidence": [
            (document.id, e.field, *_place(document, e.span)) for e in extraction.info.evidence
        ],
        "issues": [_issue(document, i) for i in extraction.issues],
    }
    for record, record_id in zip(extraction.records, record_ids(extraction), strict=True):
        row = _record(
            document, record, record_id, precision.get(f"{record.type}.{record.rule}", UNMEASURED)
        )
        out.setdefault(record.table, []).append(row)
    return {table: found for table, found in out.items() if found}


def record_ids(extraction: Extraction) -> Iterator[str]:
    """The ids of the records, from document, type and span (and place among equals)."""
    seen: Counter[tuple[str, Span]] = Counter()
    for record in extraction.records:
        place = record.type, record.span
        name = (
            extraction.document.id,
            record.type,
            record.span.start,
            record.span.end,
            seen[place],
        )
        seen[place] += 1
        yield hashlib.sha256(repr(name).encode()).hexdigest()[:16]


def info_row(extraction: Extraction) -> Row:
    """The columns of `documents` that reading tells: from `format` to `unit_key`."""
    document, info = extraction.document, extraction.info
    return (
        document.format,
        document.reader,
        max((p.number for p in document.pages), default=None),
        len(document.text),
        quality(document.text, len(document.doubts)),
        extraction.status,
        info.doc_type,
        info.number,
        _date(info.issued_on),
        info.issuer,
        info.unit,
        info.parent_unit,
        info.level,
        info.term,
        info.period,
        unit_key(info.unit) if info.unit else None,
    )


def _record(document: Document, record: Record, record_id: str, worth: Measured) -> Row:
    quote = document.quote(record.span)
    start = record.span.start
    return (
        record_id,
        document.id,
        start,
        record.span.end,
        document.page_at(start),
        list(document.headings_at(start)),
        quote,
        fold(quote),
        record.rule,
        worth.confidence,
        worth.cases,
        document.doubtful(record.span),
        *(_plain(name, getattr(record, name)) for name in own_fields(type(record))),
    )


def _plain(name: str, value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if name.endswith("issued_on") and isinstance(value, str):
        return _date(value)
    return list(value) if isinstance(value, tuple) else value


def _date(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _blocks(document: Document) -> Iterator[Row]:
    for i, b in enumerate(document.blocks):
        anchor = (b.anchor.start, b.anchor.end) if b.anchor else (None, None)
        span = b.span.start, b.span.end
        yield (document.id, i, b.kind.value, b.level, b.label, *span, b.page, *anchor)


def _cells(document: Document) -> Iterator[Row]:
    for i, block in enumerate(document.blocks):
        for cell in block.cells:
            yield document.id, i, cell.row, cell.column, cell.span.start, cell.span.end


def _lines(document: Document) -> Iterator[Row]:
    for i, line in enumerate(document.lines):
        at = line.place
        edges = at.left, at.top, at.right, at.bottom
        span = line.span.start, line.span.end
        yield document.id, i, at.page, *span, *edges, at.turn, at.confidence


def _scanned_words(document: Document) -> Iterator[Row]:
    for i, line in enumerate(document.lines):
        for n, word in enumerate(line.place.words):
            yield document.id, i, n, word.text, word.left, word.right, word.confidence


def _sections(document: Document) -> Iterator[Row]:
    for i, s in enumerate(document.sections):
        heading = document.quote(s.heading), s.heading.start, s.heading.end
        yield document.id, i, s.parent, s.level, s.label, *heading, s.span.start, s.span.end


def _issue(document: Document, issue: Issue) -> Row:
    place = _place(document, issue.span) if issue.span else (None, None, None, None)
    return document.id, issue.code, issue.severity.value, issue.message, *place


def _place(document: Document, span: Span) -> Row:
    return span.start, span.end, document.page_at(span.start), document.quote(span)
