"""Counts in tables with a row a place or unit, whose columns name what is counted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extractors import numbers
from extractors.sorts import ACT_ATTRIBUTES, ATTRIBUTES, SUBJECTS
from pipeline.model import Block, Cell, Document, Span
from pipeline.records import Count, CountAttribute, CountSubject
from pipeline.reference import Reference

_UNITS = re.compile(
    r"(?:tên )?(?:đơn vị|địa phương|địa bàn|đảng bộ|chi bộ|(?:chi|đảng) bộ, (?:chi|đảng) bộ"
    r"|tổ chức (?:cơ sở )?đảng|huyện|xã|xã, phường|phường, xã|khối|loại hình|tỉnh|tỉnh, thành phố"
    r"|đảng bộ trực thuộc|tên đảng bộ|tên chi bộ|tên đơn vị)(?: trực thuộc)?"
)
"""What a column of places or units is headed with."""
_NOT_COUNTED = re.compile(
    r"(?<!\w)(?:tỷ lệ|tỉ lệ|bình quân|so với|tăng|giảm|chỉ tiêu|kế hoạch|mục tiêu|được giao|giao"
    r"|nghị quyết|dân số|số hộ|diện tích|điểm|kỳ|buổi|cuộc)(?!\w)|%"
)
_ORDER = re.compile(r"(?:s?tt|số tt|số thứ tự|\W*)")
_LEAD = re.compile(r"(?:[\W\d]|tổng số|số lượng|số|trong đó|tổng|hiện có|là)*")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class _Column:
    subject: CountSubject
    attribute: CountAttribute


def column_counts(document: Document, reference: Reference) -> Iterator[Count]:
    """The counts of tables headed "Đơn vị | Số chi bộ | Số đảng viên | Kết nạp | Nữ"."""
    for block in document.blocks:
        rows = [list(group) for _, group in groupby(block.cells, key=lambda c: c.row)]
        if len(rows) > 1 and _is_by_unit(document, rows[0]):
            yield from _counts(document, _columns(document, reference, block, rows[0]), rows[1:])


def is_by_unit(document: Document, block: Block) -> bool:
    """Whether a row of the table stands for a place or unit."""
    first = [c for c in block.cells if c.row == block.cells[0].row] if block.cells else []
    return bool(first) and _is_by_unit(document, first)


def _is_by_unit(document: Document, header: Sequence[Cell]) -> bool:
    words = [_words(document, c) for c in header]
    first = words[1:] if words and _ORDER.fullmatch(words[0]) else words
    return len(first) > 1 and _UNITS.fullmatch(first[0]) is not None


def _words(document: Document, cell: Cell) -> str:
    return " ".join(document.key[cell.span.start : cell.span.end].strip(" *").split())


def _columns(
    document: Document, reference: Reference, block: Block, header: Sequence[Cell]
) -> dict[int, _Column]:
    """What each column counts; "Nữ" goes with the column before it."""
    out: dict[int, _Column] = {}
    last: _Column | None = None
    for cell in header:
        words = _words(document, cell)
        if _UNITS.fullmatch(words) and not out:
            continue
        if _NOT_COUNTED.search(words):
            continue
        last = _column(document, reference, cell, last)
        if last is not None:
            out[cell.column] = last
    return out


def _column(
    document: Document, reference: Reference, cell: Cell, before: _Column | None
) -> _Column | None:
    """What a column counts, by the words that head it."""
    key, end = document.key, cell.span.end
    lead = _LEAD.match(key, cell.span.start, end)
    start = lead.end() if lead else cell.span.start
    acts = list(reference.lexicon("counts.act").find(key, start, end))
    noun = reference.lexicon("counts.noun").at(key, start, end)
    own = SUBJECTS.get(noun.code) if noun else None
    act = next((a for a in acts if a.code in ACT_ATTRIBUTES), None)
    if act is not None and act.code not in ("elected", "added"):
        return _Column(own or "party_member", ACT_ATTRIBUTES[act.code])
    hit = reference.lexicon("counts.attribute").at(key, start, end)
    if hit is not None and before is not None and own is None:
        kept = before.attribute in ("admitted", "removed", "transferred", "planned")
        return _Column(before.subject, before.attribute if kept else ATTRIBUTES[hit.code])
    return _Column(own, "total") if own is not None and not acts else None


def _counts(
    document: Document, columns: dict[int, _Column], rows: Sequence[Sequence[Cell]]
) -> Iterator[Count]:
    for row in rows:
        name = next((c for c in row if re.search(r"[^\W\d_]{2}", _words(document, c))), None)
        if name is None:
            continue
        for cell in row:
            column, words = columns.get(cell.column), _words(document, cell)
            value = numbers.integer(words) if _NUMBER.fullmatch(words) else None
            if column is not None and value and cell.column > name.column:
                yield Count(
                    span=Span(name.span.start, cell.span.end),
                    rule="column_count",
                    subject=column.subject,
                    attribute=column.attribute,
                    value=value,
                    detail=document.quote(name.span),
                )
