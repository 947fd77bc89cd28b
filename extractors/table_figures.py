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
from extractors.table_columns import is_by_unit
from pipeline.model import Cell, Document, Span
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
    """The rows with one name and one whole number, or one a year, in order.

    Tables that hold results against targets are left to the indicators.
    """
    for block in document.blocks:
        grouped = [list(group) for _, group in groupby(block.cells, key=lambda c: c.row)]
        if not grouped or is_by_unit(document, block):
            continue
        if not _is_of_targets(document.key, grouped[0]):
            yield from _rows(document.key, grouped)


_TARGETS = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|nghị quyết|giao|thực hiện|đánh giá)(?!\w)"
)


_MEASURED = re.compile(r"^\W*(?:đơn vị(?: tính)?|đvt)\W*$")


def _is_of_targets(key: str, header: list[Cell]) -> bool:
    """Whether two columns of the header speak of targets and what became of them."""
    labels = [key[c.span.start : c.span.end] for c in header]
    measured = any(_MEASURED.search(label) for label in labels)
    return sum(1 for label in labels if _TARGETS.search(label)) + measured > 1


def _rows(key: str, grouped: list[list[Cell]]) -> Iterator[Row]:
    years = {
        c.column for c in grouped[0] if _YEAR.search(key[c.span.start : c.span.end].strip(" *"))
    }
    shares = {c.column for c in grouped[0] if _SHARE.search(key[c.span.start : c.span.end])}
    for cells in grouped:
        row = _row(key, [c for c in cells if c.column not in shares])
        if row is not None:
            yield row
        elif years:
            yield from _by_year(key, cells, years)


_YEAR = re.compile(r"^(?:(?:năm|cuối năm|tháng \d{1,2}/)\s*)?(?:19|20)\d\d(?:\s*-\s*20\d\d)?$")


def _by_year(key: str, cells: list[Cell], years: set[int]) -> Iterator[Row]:
    """One row a number that stands under a year, in a row that says what it counts."""
    label = next(
        (c for c in cells if re.search(r"[^\W\d_]{2}", key[c.span.start : c.span.end])), None
    )
    if label is None:
        return
    for cell in cells:
        m = _NUMBER.fullmatch(key[cell.span.start : cell.span.end].strip(" *"))
        value = numbers.integer(m["number"]) if m and cell.column in years else None
        if value:
            yield Row(label.span, Span(label.span.start, cell.span.end), value)


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
