"""Grades in tables: each names a row, the number beside it says how many got it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import numbers
from extractors.grades import GRADES, SUBJECTS, find
from extractors.table_figures import Row, rows
from pipeline.model import Block, BlockKind, Document
from pipeline.records import Rating
from pipeline.reference import Hit, Reference

_SHARES = re.compile(r"tỷ lệ|tỉ lệ|%")
_SHARE_CELL = re.compile(r"\s*(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%?\s*")


def graded_rows(document: Document, reference: Reference) -> Iterator[Rating]:
    """The grades that name rows of tables."""
    for row in rows(document):
        key = document.key
        if not row.value or "%" in key[row.span.start : row.span.end]:
            continue
        if re.search(r"tỷ lệ|tỉ lệ|trở lên", key[row.label.start : row.label.end]):
            continue
        grade = next(find(document, reference, "grade", row.label), None)
        if grade is None:
            continue
        subject = _subject(document, reference, row)
        yield Rating(
            span=row.span,
            rule="graded_row",
            subject=SUBJECTS[subject.code] if subject else "party_member",
            grade=GRADES[grade.code],
            value=row.value,
            percent=_percent(document, row),
        )


def _subject(document: Document, reference: Reference, row: Row) -> Hit | None:
    """Whom a row grades: its own words say, else the head of the table, else the line above."""
    block = _table_of(document, row)
    head = [c.span for c in block.cells if c.row == 0] if block else []
    above = [b.span for b in document.blocks if block and b.span.end <= block.span.start][-1:]
    for span in [row.label, *head, *above]:
        hits = list(find(document, reference, "subject", span))
        if hits:
            return hits[-1] if span in above else hits[0]
    return None


def _table_of(document: Document, row: Row) -> Block | None:
    block = document.block_at(row.span.start)
    return block if block is not None and block.kind is BlockKind.TABLE else None


def _percent(document: Document, row: Row) -> Decimal | None:
    """The share in the row, from the column that is headed by it."""
    block = _table_of(document, row)
    if block is None:
        return None
    label = next((c for c in block.cells if c.span == row.label), None)
    head = [c for c in block.cells if c.row == 0]
    shares = {c.column for c in head if _SHARES.search(document.key, c.span.start, c.span.end)}
    for cell in block.cells:
        if label is not None and cell.row == label.row and cell.column in shares:
            m = _SHARE_CELL.fullmatch(document.key[cell.span.start : cell.span.end])
            return numbers.decimal(m["share"]) if m else None
    return None
