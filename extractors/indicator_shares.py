"""Indicators told by the part of their target that was reached, or by how much it was missed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors import indicator_names as names
from extractors.indicator_names import TARGET
from extractors.indicator_progress import under_way
from extractors.quantities import NUMBER, Quantity, quantities
from extractors.sentences import clauses
from pipeline.model import Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_AGAINST = rf"(?:so(?:\s+với)?\s+)?(?:cả\s+)?(?:(?:các|những|mức)\s+)?{TARGET}(?!\w)"
_NO_FIGURE = r"(?!\s+(?:phấn đấu\s+)?\d|[^.;,]{0,40}(?:trước|cùng kỳ)(?!\s+(?:hạn|thời hạn)))"
# "103% kế hoạch", "2/3 chỉ tiêu", "một nửa chỉ tiêu", "gấp 1,5 lần chỉ tiêu", "gấp đôi kế hoạch".
_PART = re.compile(
    rf"(?:(?<!\d[,.] )(?P<value>{NUMBER})\s?(?:%|phần trăm)|(?P<part>\d/\d)(?![/\d])"
    r"|(?P<half>(?:(?:gần|hơn|quá|già|chưa được) )?(?:một )?nửa)"
    rf"|(?P<times>gấp (?:đôi|ba|hơn|gần|\d)[^.;:%]{{0,24}}?))\s+{_AGAINST}{_NO_FIGURE}"
)
_HAS_PART = re.compile(rf"(?:%|phần trăm|/\d|nửa)\s+{_AGAINST}|gấp ")
"""What every such part has, quick to look for."""
# What stands between a name and the part of its target that was reached.
_LEAD = re.compile(
    r"(?P<vs>(?:(?P<short>mới|chỉ)|ước|đã|cơ bản|cũng|hiện)\s+)*"
    r"(?:(?:đạt(?: được)?|bằng|hoàn thành|thực hiện(?: được)?|tương đương|tức|được|=)\s*)?"
    r"(?:(?:khoảng|trên|gần|hơn|tỷ lệ|tỉ lệ|mức|tới|được|chưa tới|chưa đến|chưa được)\s*)*$"
)
_LINK = re.compile(r"(?:[,(:=]|đạt|bằng|hoàn thành|thực hiện|tương đương|được|tới|đến|mới|chỉ|gấp)")
_AIMED_AT = r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán|kh|nq|ct)(?!\w)"
# "vượt 12% kế hoạch", "vượt kế hoạch 5 đồng chí", "vượt 5 đồng chí so với chỉ tiêu".
_BY = rf"(?:{NUMBER}\s?%(?:\s+[^\W\d_]+){{0,3}}?|{NUMBER}(?:\s+[^\W\d_]+){{1,3}}?)"
_OVER = re.compile(
    rf"(?:vượt|cao hơn|nhiều hơn|tăng)\s+(?:gần\s+|trên\s+|hơn\s+)?{_BY}\s+{_AGAINST}{_NO_FIGURE}"
    rf"|(?:vượt|cao hơn|nhiều hơn)\s+{_AGAINST}[^.;:,\d]{{0,20}}?\s+{NUMBER}"
    r"(?:\s?%|\s+(?:điểm|đồng chí|đảng viên|người|đ/c|tỷ|triệu|hộ|ha|tấn))"
)
# "hụt 2 tỷ so với dự toán", "còn thiếu 3 đồng chí so với chỉ tiêu", "hụt chỉ tiêu …".
_UNDER = re.compile(
    rf"(?:hụt|thiếu|kém|thấp hơn|thấp|ít hơn)(?:\s+thu)?\s+(?:tới\s+|gần\s+|hơn\s+)?{_BY}\s+"
    rf"(?:so\s+với|so|mới đủ|mới đạt)\s+{_AIMED_AT}"
    rf"|(?:hụt(?:\s+thu)?|thấp(?:\s+hơn)?|kém)\s+(?:nhiều\s+|xa\s+)?so\s+với\s+(?:(?:các"
    rf"|mức)\s+)?{_AIMED_AT}"
    rf"|hụt(?:\s+thu)?\s+{_AIMED_AT}"
    rf"|thấp\s+hơn\s+{_AIMED_AT}[^.;:,\d]{{0,20}}?\s+{NUMBER}"
)
_BEFORE_SHORT = re.compile(r"(?:\s(?:còn|bị|vẫn|đang|đạt|thu|rất|khá|hơi))+\s*$")


@dataclass(frozen=True, slots=True)
class _Told:
    """How a target came out: where that is said, and the figure that says it."""

    span: Span
    status: Status
    share: Quantity | None = None


def shares(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """ "đạt 102% kế hoạch", "vượt 5 đồng chí so với chỉ tiêu": one record a result."""
    if not names.HAS_TARGET.search(document.key, sentence.start, sentence.end):
        return
    for clause in clauses(document, sentence):
        since = clause.start
        for told in _told(document, reference, clause):
            if told.span.start < since:
                continue
            record = _record(document, reference, Span(since, clause.end), told)
            if record is not None:
                since = told.span.end
                yield record


def _told(document: Document, reference: Reference, clause: Span) -> list[_Told]:
    found = [*_parts(document, reference, clause)]
    for pattern, status in ((_OVER, "exceeded"), (_UNDER, "missed")):
        for m in pattern.finditer(document.key, clause.start, clause.end):
            if _is_result(document, clause, m):
                found.append(_Told(Span(*m.span()), status))  # type: ignore[arg-type]
    return sorted(found, key=lambda t: t.span.start)


_AIMED = re.compile(
    r"(?<!\w)(?:(?:phấn đấu|quyết tâm|nếu|không để|để|nhằm|tránh)(?!\w)[^,;:]*|(?:dự kiến"
    r"|sẽ)(?!\w).*)$"
)


def _is_result(document: Document, clause: Span, m: re.Match[str]) -> bool:
    """Whether the words stand by themselves and tell of what was reached, not of what is to be."""
    if m.start() > clause.start and (document.key[m.start() - 1].isalnum()):
        return False
    return _AIMED.search(document.key, clause.start, m.start()) is None


def _parts(document: Document, reference: Reference, clause: Span) -> Iterator[_Told]:
    if not _HAS_PART.search(document.key, clause.start, clause.end):
        return
    for m in _PART.finditer(document.key, clause.start, clause.end):
        lead = _LEAD.search(document.key, max(clause.start, m.start() - 40), m.start())
        start = lead.start() if lead else m.start()
        linked = _LINK.match(document.key, start) or document.key[:start].rstrip()[-1:] in ",(:="
        if not (linked or m["times"]) or not _is_result(document, clause, m):
            continue
        share = _share(document, reference, m)
        status = _status(m, share)
        if status == "missed" and under_way(document, clause, m.end()):
            status = "unknown"
        yield _Told(Span(start, m.end()), status, share)


def _share(document: Document, reference: Reference, m: re.Match[str]) -> Quantity | None:
    if not m["value"]:
        return None
    found = quantities(document, reference, Span(m.start("value"), m.end("value") + 2))
    return found[0] if found else None


def _status(m: re.Match[str], share: Quantity | None) -> Status:
    if m["times"]:
        return "exceeded"
    if m["part"]:
        part, whole = map(int, m["part"].split("/"))
        return "missed" if part < whole else "exceeded" if part > whole else "met"
    if share is None:
        return "missed"
    return names.by_share(share.value)


_GROWN = re.compile(r"\s(?:ước\s+)?(?:tăng|giảm)\s+\d")


def _record(
    document: Document, reference: Reference, clause: Span, told: _Told
) -> Indicator | None:
    """The record of a result whose name stands before it, or behind the target."""
    end = told.span.start
    short = _BEFORE_SHORT.search(document.key, clause.start, end)
    end = short.start() if short else end
    name = names.told_before(document, clause, end)
    name = names.from_act(document, name) if name else None
    known = name is not None and names.names_something(document, name, reference)
    tail = names.behind(document, clause, told.span.end, reference)
    if tail is not None and (not known or (name and names.is_unit(document, name))):
        name, span = tail, Span(told.span.start, tail.end)
    elif name is None or not known:
        return None
    else:
        span = Span(name.start, told.span.end)
    grown = _GROWN.search(document.key, name.start, name.end)
    name = Span(name.start, grown.start()) if grown and grown.start() > name.start + 6 else name
    named, value, target = names.split(document, reference, name)
    named = names.without_amount(document, named)
    figure = value or told.share
    unit = next((q.unit for q in (figure, target) if q is not None and q.unit), None)
    number: Decimal | None = figure.value if figure else None
    return Indicator(
        span=span, rule="share_of_target", name=document.quote(named), status=told.status,
        value=number, target=target.value if target else None, unit=unit,
    )  # fmt: skip
