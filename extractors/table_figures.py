"""Counts and oversight figures in tables whose rows name what the one number beside them counts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from extractors import numbers
from extractors.sorts import (
    ACT_ATTRIBUTES,
    ATTRIBUTES,
    CATEGORIES,
    MEASURES,
    PARTIES,
    SUBJECTS,
)
from pipeline.model import Block, Cell, Document, Span
from pipeline.records import Count, CountAttribute, CountSubject, Oversight
from pipeline.reference import Reference

_NUMBER = re.compile(r"(?P<number>\d{1,3}(?:\.\d{3})+|\d+)(?:\s+(?:đồng chí|đ/c|đảng viên|người))?")
_LEAD = re.compile(r"(?:[\W\d]|tổng số|số lượng|số|trong đó|tổng)*")
_SHARE = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|bình quân|%)")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cell that names it, and its one number."""

    label: Span
    span: Span
    value: int


def rows(document: Document) -> Iterator[Row]:
    """The rows with one name and one whole number, in order."""
    for block in document.blocks:
        yield from _rows(document, block)


def _rows(document: Document, block: Block) -> Iterator[Row]:
    for _, group in groupby(block.cells, key=lambda c: c.row):
        row = _row(document.key, list(group))
        if row is not None:
            yield row


def _row(key: str, cells: list[Cell]) -> Row | None:
    """The row where its first worded cell is followed by exactly one number."""
    texts = [key[c.span.start : c.span.end].strip(" *") for c in cells]
    at = next((i for i, t in enumerate(texts) if len(re.findall(r"[^\W\d_]", t)) > 2), None)
    if at is None:
        return None
    found = [(c, m) for c, t in zip(cells, texts, strict=True) if (m := _NUMBER.fullmatch(t))]
    after = [(c, m) for c, m in found if c.column > cells[at].column]
    if len(after) != 1:
        return None
    cell, m = after[0]
    value = numbers.integer(m["number"])
    assert value is not None, "the pattern admits only whole numbers"
    return Row(cells[at].span, Span(cells[at].span.start, cell.span.end), value)


def table_counts(document: Document, reference: Reference) -> Iterator[Count]:
    """The counts that rows of tables tell."""
    head: CountSubject | None = None
    for row in rows(document):
        if _act(document, reference, row) is None:
            count = _count(document, reference, row, head)
            if count is not None:
                head = count.subject if count.attribute == "total" else head
                yield count


def table_oversight(document: Document, reference: Reference) -> Iterator[Oversight]:
    """The figures of oversight that rows of tables tell."""
    for row in rows(document):
        act = _act(document, reference, row)
        if act is not None:
            party = reference.lexicon("oversight.noun").first(
                document.key, row.label.start, row.label.end
            )
            yield Oversight(
                span=row.span,
                rule="row_figure",
                category=CATEGORIES[act],
                subject=PARTIES[party.code] if party else "case",
                measure=MEASURES.get(act),
                value=row.value,
            )


def _act(document: Document, reference: Reference, row: Row) -> str | None:
    """The act of oversight that a row names, or None."""
    if _SHARE.search(document.key, row.label.start, row.label.end):
        return None
    lexicon = reference.lexicon("oversight.act")
    found = [h.code for h in lexicon.find(document.key, row.label.start, row.label.end)]
    return next((c for c in reversed(found) if c in CATEGORIES), None)


def _count(
    document: Document, reference: Reference, row: Row, head: CountSubject | None
) -> Count | None:
    """The count of a row; "Trong đó: nữ" tells of the total above it (`head`)."""
    key, label = document.key, row.label
    if _SHARE.search(key, label.start, label.end):
        return None
    lead = _LEAD.match(key, label.start, label.end)
    start = lead.end() if lead else label.start
    noun = reference.lexicon("counts.noun").first(key, start, label.end)
    acts = list(reference.lexicon("counts.act").find(key, start, label.end))
    act = next((a for a in acts if a.code in ACT_ATTRIBUTES), None)
    if any(a.code in ("ignored", "attended") for a in acts):
        return None
    hit = reference.lexicon("counts.attribute").first(key, start, label.end)
    subject: CountSubject | None = SUBJECTS.get(noun.code) if noun else None
    attribute: CountAttribute = "total"
    if act is not None:
        attribute, subject = ACT_ATTRIBUTES[act.code], subject or "party_member"
    elif hit is not None:
        attribute, subject = ATTRIBUTES[hit.code], subject or head
    elif noun is None or noun.span.start != start:
        return None
    if subject is None:
        return None
    detail = document.quote(label)
    return Count(
        span=row.span,
        rule="row_count",
        subject=subject,
        attribute=attribute,
        value=row.value,
        detail=detail,
    )
