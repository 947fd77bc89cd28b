"""What a document tells of organisations that were renamed, merged, split, moved or dissolved."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extractors.dates import dates, months
from extractors.named_units import NamedUnits, named_units
from extractors.sentences import sentences
from pipeline.model import Document, Span
from pipeline.reference import Reference

LineageKind = Literal["renamed", "merged", "split", "moved", "dissolved"]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a sentence tells it, units as they are named there.

    `sources` became `targets`; a unit that goes on under its name may be both. Of `moved`, the
    sources went under the target. Either is empty where the document's own unit is meant.
    `day` is as precise as the text: `2020`, `2019-07`, `2025-07-01`, or None.
    """

    kind: LineageKind
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    span: Span
    day: str | None
    rule: str


# A quick look, before anything is read of a sentence.
_ANCHOR = re.compile(
    r"hợp nhất|sáp nhập|nhập (?:làm|thành|vào|hai|ba)|đổi tên|nay là|trước đây là|trước kia là"
    r"|tiền thân|tên cũ|trước (?:tháng|năm|ngày) [\d/]+ là|chia tách|tách ra|tách thành|được tách"
    r"|chuyển (?:giao|về|nguyên)|được chuyển|tiếp nhận|trực thuộc|giải thể"
    r"|(?:kết thúc|chấm dứt|dừng) hoạt động"
)


def lineage(document: Document, reference: Reference) -> Iterator[Told]:
    """The events told, in the order of the text; what is only planned or asked for is none."""
    seen: set[Span] = set()
    for anchor in _ANCHOR.finditer(document.key):
        block = document.block_at(anchor.start())
        if block is None:
            continue
        for sentence in sentences(document, block):
            if sentence.start <= anchor.start() < sentence.end and sentence not in seen:
                seen.add(sentence)
                yield from _told(document, sentence, reference)


def _told(document: Document, sentence: Span, reference: Reference) -> Iterator[Told]:
    """What one sentence tells: of each stretch of it, by the first pattern that fits."""
    units = named_units(document, sentence, reference)
    taken = 0
    for kind, rule, pattern in _PATTERNS:
        for m in pattern.finditer(units.marked):
            if m.start() < taken or _PLANNED.search(units.marked[: m.start("act")]):
                continue
            told = _read(document, sentence, units, kind, rule, m)
            if told is not None:
                taken = m.end()
                yield told


def _read(
    document: Document, sentence: Span, units: NamedUnits, kind: LineageKind, rule: str,
    m: re.Match[str],
) -> Told | None:  # fmt: skip
    groups = m.groupdict()
    sources = units.names(groups.get("sources"))
    targets = units.names(groups.get("targets"))
    if kind in ("merged", "split") and not (sources and targets):
        several = sources or targets
        if len(several) < 2:
            return None
    if not sources and not targets:
        return None
    return Told(kind, sources, targets, sentence, _day(document, sentence), rule)


_SINCE = re.compile(r"(?:từ|kể từ|vào) (?:ngày )?$|(?<!\w)ngày $")
_YEAR = re.compile(r"(?<!\w)năm ((?:19|20)\d\d)(?!\d|\s*-)")
_PAPER = re.compile(r"(?:số|quyết định|nghị quyết|kế hoạch|đề án)[^,;]{0,60}$")


def _day(document: Document, sentence: Span) -> str | None:
    """When it happened: the date after "từ ngày" first, one of no paper, a month, a year."""
    found = [
        (bool(_PAPER.search(before)), not _SINCE.search(before), span.start, day)
        for span, day in dates(document.key, sentence.start, sentence.end)
        if (before := document.key[max(sentence.start, span.start - 70) : span.start]) is not None
    ]
    if found:
        return min(found)[3]
    month = next(months(document.key, sentence.start, sentence.end), None)
    if month is not None:
        return month[1]
    year = _YEAR.search(document.key, sentence.start, sentence.end)
    return year[1] if year else None


def _units(name: str) -> str:
    """One or more marked units: `§0, §1 và §2`."""
    and_ = r"\s*(?:[,;]\s*(?:và\s+)?|và\s+|cùng\s+(?:với\s+)?|với\s+)"
    lead = (
        r"(?:(?:toàn bộ|nguyên trạng|các|hai|ba|bốn|\d+|đảng bộ|đảng ủy|chi bộ|tổ chức đảng"
        r"|tổ chức cơ sở đảng|đơn vị|cơ quan|giữa|của|là|cho)\s*:?\s+)*"
    )
    return rf"{lead}(?P<{name}>§\d+(?:{and_}§\d+)*)"


_SOURCES, _TARGETS = _units("sources"), _units("targets")
_ASIDE = r"(?:\s*\([^()§]{0,80}\))?(?:[^§().;]{0,90}?)"
"""Words between: a date, a decision, an aside in brackets."""
_MERGE = r"(?:hợp nhất|sáp nhập|nhập)"
_INTO = (
    r"(?:,?\s*(?:thành(?!\s+lập)|để\s+thành\s+lập|thành\s+lập|để\s+hình\s+thành"
    r"|(?:và\s+)?lấy\s+tên(?:\s+gọi)?(?:\s+mới)?(?:\s+là)?|thành\s+lập\s+mới)\s*(?:một\s+)?)"
)
_BASIS = (
    rf"(?:thành lập|hình thành|tổ chức lại|ra đời){_ASIDE}(?:trên cơ sở|từ việc|từ)\s+(?:việc\s+)?"
)
_SPLIT = r"(?:chia tách|tách|chia)"
_END = r"(?:kết thúc|chấm dứt|dừng)\s+(?:việc\s+)?hoạt động"

_PLANNED = re.compile(
    r"(?:dự kiến|đề xuất|phương án|nghiên cứu|rà soát|chưa|không|đề nghị|xem xét|sẽ|xin ý kiến"
    r"|chuẩn bị|lộ trình)(?:\s+[^\s,;.§]+){0,6}\s*$"
)

_WORDED: tuple[tuple[LineageKind, str, str], ...] = (
    ("merged", "founded_on_merger", rf"{_TARGETS}{_ASIDE}(?P<act>{_BASIS}{_MERGE})\s+{_SOURCES}"),
    ("split", "founded_on_split",
     rf"thành lập\s+{_TARGETS}{_ASIDE}(?P<act>trên cơ sở\s+(?:việc\s+)?{_SPLIT})"
     rf"(?:\s+(?:ra\s+)?từ)?\s+{_SOURCES}"),
    ("split", "founded_on_split",
     rf"{_TARGETS}{_ASIDE}(?P<act>{_BASIS}{_SPLIT})(?:\s+(?:ra\s+)?từ)?\s+{_SOURCES}"),
    ("merged", "founded_on_merger",
     rf"thành lập\s+{_TARGETS}{_ASIDE}(?P<act>trên cơ sở\s+(?:việc\s+)?{_MERGE})\s+{_SOURCES}"),
    ("merged", "merged_into", rf"(?P<act>{_MERGE})\s+{_SOURCES}{_ASIDE}\s+vào\s+{_TARGETS}"),
    ("merged", "merged_into",
     rf"{_SOURCES}\s+(?:đã\s+|được\s+|chính thức\s+)*(?P<act>{_MERGE})\s+vào\s+{_TARGETS}"),
    ("merged", "merged_to", rf"(?P<act>{_MERGE})\s+{_SOURCES}{_ASIDE}{_INTO}\s*{_TARGETS}"),
    ("merged", "merged_to",
     rf"{_SOURCES}{_ASIDE}(?P<act>{_MERGE})(?:\s+(?:lại|làm một))?{_INTO}\s*{_TARGETS}"),
    ("merged", "merged_from", rf"{_TARGETS}{_ASIDE}\(?(?P<act>{_MERGE}\s+từ)\s+{_SOURCES}"),
    ("split", "split_to", rf"(?P<act>{_SPLIT})\s+{_SOURCES}{_ASIDE}\s+thành\s+{_TARGETS}"),
    ("split", "split_to",
     rf"{_SOURCES}\s+(?:đã\s+|được\s+)*(?P<act>{_SPLIT})(?:\s+ra)?\s+thành\s+{_TARGETS}"),
    ("renamed", "renamed_to",
     rf"{_SOURCES}{_ASIDE}(?P<act>đổi tên)(?:\s+gọi)?\s+(?:thành|là)\s+{_TARGETS}"),
    ("renamed", "renamed_to",
     rf"(?P<act>đổi tên)\s+{_SOURCES}{_ASIDE}\s+(?:thành|là)\s+{_TARGETS}"),
    ("renamed", "renamed_from", rf"{_TARGETS}{_ASIDE}(?P<act>đổi tên\s+từ)\s+{_SOURCES}"),
    ("renamed", "formerly",
     rf"{_TARGETS}\s*[,(]?\s*(?P<act>trước đây|trước kia|tiền thân|nguyên|tên cũ"
     rf"|trước (?:tháng|năm|ngày) [\d/]+)\s+(?:có tên\s+)?(?:là\s+)?{_SOURCES}"),
    ("renamed", "formerly",
     rf"(?P<act>(?:trước đây|trước kia|tiền thân|tên cũ|trước (?:tháng|năm|ngày) [\d/]+)\s+"
     rf"(?:có tên\s+)?là)\s+{_SOURCES}"),
    ("renamed", "now", rf"{_SOURCES}\s*[,(]?\s*(?P<act>nay là)\s+{_TARGETS}"),
    ("moved", "handed_over",
     rf"(?P<act>chuyển(?:\s+giao)?)\s+{_SOURCES}{_ASIDE}(?:\s*từ\s+§\d+)?{_ASIDE}\s+(?:về|sang|đến|cho)\s+"
     rf"(?:trực\s+thuộc\s+|thuộc\s+)?{_TARGETS}"),
    ("moved", "handed_over",
     rf"{_SOURCES}\s+(?:đã\s+)?(?:được\s+)(?P<act>chuyển(?:\s+giao)?)(?:\s*từ\s+§\d+)?{_ASIDE}\s*(?:về|sang)\s+"
     rf"(?:trực\s+thuộc\s+|thuộc\s+)?{_TARGETS}"),
    ("moved", "taken_over",
     rf"{_TARGETS}{_ASIDE}(?P<act>tiếp nhận)\s+{_SOURCES}{_ASIDE}\s*từ\s+§\d+"),
    ("dissolved", "ended", rf"(?P<act>giải thể|{_END}(?:\s+của)?)\s+{_SOURCES}"),
    ("dissolved", "ended",
     rf"{_SOURCES}(?:\s+(?:đã|được|chính thức))*\s+(?P<act>giải thể|{_END})"),
    ("merged", "merged_alone", rf"(?P<act>{_MERGE})\s+(?:từ\s+)?{_SOURCES}"),
    ("merged", "merged_alone", rf"{_SOURCES}\s+(?:được\s+)?(?P<act>nhập làm một)"),
)  # fmt: skip
_PATTERNS = tuple((kind, rule, re.compile(words)) for kind, rule, words in _WORDED)
