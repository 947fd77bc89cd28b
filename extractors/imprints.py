"""A document's own number and date: in the letterhead, the title or the place-date line."""

import re
from dataclasses import dataclass

from extractors import labelled
from extractors.dates import iso
from extractors.titles import Title
from extractors.wrapped import day
from pipeline.model import Document, Span


@dataclass(frozen=True, slots=True)
class Imprint:
    """A number or ISO date and the words that give it."""

    words: str
    span: Span


_NUMBER = re.compile(
    r"""(?<!\w) số \s* [:.]? \s*
    (?P<number> \d{1,5} (?:\s?/\s?\d{4})? (?:\s* [-/] \s* | \s? (?=[^\W\d_]{2,4}\s?/\s?[^\W\d_]))
        [^\W\d_]{1,8} \s?
        (?: [-/.&+] \s? [^\W_]{1,14} )* )""",
    re.VERBOSE,
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_LONG = rf"ngày\s+{_DAY}\s+tháng\s+(?:0?[1-9]|1[0-2])\s+năm\s+(?:19|20)\d\d"
_LONG_DAY = rf"(?P<date>{_LONG})"
_SHORT = rf"ngày\s+{_DAY}\s*[/.-]\s*(?:0?[1-9]|1[0-2])\s*[/.-]\s*(?:19|20)\d\d"
# "Tỉnh A, ngày 06 tháng 12 năm 2021": a place of a few words, a comma, the date, then nothing.
_PLACE_DATE = re.compile(
    rf"(?P<place>[^\W\d_](?:[^\W\d_]|[.\- ]){{1,40}}),\s*(?P<date>{_LONG}|{_SHORT})"
    r"(?=\s*(?:[*|_.)]|\n|$|[^\W\d_]))"
)
_DATE_LINE = re.compile(rf"(?<![^\n]){_LONG_DAY}(?=\s*(?:\n|$))")
"""A letterhead's day without its place."""
_STAMP = re.compile(
    r"(?:cập nhật(?: vào)?(?: lúc| ngày)*|ngày đăng|đăng ngày|đăng lúc|ngày xuất bản|xuất bản)"
    r"\s*[:(]*\s*(?:\d{1,2}[:h]\d{2}\s*[,-]?\s*)?(?:(?:thứ\s+\w+|chủ nhật)\s*[,-]?\s*)?"
    r"(?:ngày\s*)?\(?\s*"
    r"(?P<date>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)"
)
# "12/12/2024 08:30", "Thứ Ba, 28/6/2022, 17:05": a date beside a clock near the top.
_CLOCK = re.compile(
    r"(?P<date>(?<![\d/])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)[\s,|-]{1,4}\d{1,2}[:h]\d{2}"
    r"|\d{1,2}[:h]\d{2}[\s,|-]{1,4}(?:(?:thứ\s+\w+|chủ nhật)[\s,|-]{1,4})?(?:ngày\s+)?"
    r"(?P<late>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)"
)
_DATELINE = re.compile(
    r"(?:thứ\s+\w+,?\s*)?(?:ngày\s+)?(?P<date>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)(?:\s*$|\s*[|,–-])"
)
_HELD = re.compile(
    rf"(?:sáng|chiều|tối|trong|vào)?\s*(?P<date>(?:ngày\s+)?{_DAY}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d|{_LONG})"
)


def number(document: Document, title: Title | None) -> Imprint | None:
    """The document's own number: in its letterhead, or right after the type in its title."""
    if title is None:
        return None
    m = None
    for found in _NUMBER.finditer(document.key, title.letterhead.start, title.letterhead.end):
        m = m or found
    after = _NUMBER.match(document.key, title.type_words.end + 1)
    m = m or after or _below(document, title) or labelled.number(document)
    return (
        Imprint(_tidy(document.text[slice(*m.span("number"))]), Span(*m.span("number")))
        if m
        else None
    )


def _below(document: Document, title: Title) -> re.Match[str] | None:
    """A number on a line of its own right under the title ("(Số 12-BC/ĐU)")."""
    for block in document.blocks:
        under = title.type_words.end <= block.span.start < title.span.end + 120
        if under and len(block.span) < 60:
            start = re.compile(r"[(*|\s]*").match(document.key, block.span.start)
            if start and (m := _NUMBER.match(document.key, start.end())):
                return m
    return None


def _tidy(words: str) -> str:
    """`12 - BC / ĐU` and `12 BC/ĐU` as `12-BC/ĐU`."""
    joined = re.sub(r"\s*([-/])\s*", r"\1", words.replace("–", "-").replace("—", "-")).strip()
    return re.sub(r"^(\d+)\s*(?=[^\W\d_])", r"\1-", joined)


def issued_on(document: Document, title: Title | None, doc_type: str) -> Imprint | None:
    """The date of the document itself; None where its blanks were never filled in."""
    if doc_type == "news":
        return _stamped(document)
    m = _near_title(document, title)
    if m is None and title is not None and _are_minutes(document, title):
        m = _MEETING.search(document.key, title.type_words.end, title.type_words.end + 900)
    if m is None and doc_type == "speech":
        m = _held(document, title) or _STAMP.search(document.key, 0, 1500)
    m = m or labelled.date(document) or _at_the_end(document)
    if m is None and title is not None and title.alone and (own := number(document, title)):
        m = day(document, title.type_words, own.span)
    return _dated(m) if m else None


def _are_minutes(document: Document, title: Title) -> bool:
    return document.key.startswith("biên bản", title.type_words.start)


_MEETING = re.compile(
    r"(?:hôm nay|thời gian|bắt đầu|khai mạc|vào (?:hồi|lúc))[^.\n]{0,60}?"
    rf"(?P<date>{_LONG}|{_SHORT}|{_DAY}[/.-]\d{{1,2}}[/.-](?:19|20)\d\d)"
)
"""The day of the meeting that minutes are of."""


def _near_title(document: Document, title: Title | None) -> re.Match[str] | None:
    """The place-date line in the letterhead, or alone right under the title."""
    if title is None:
        return None
    head = title.letterhead
    if m := _PLACE_DATE.search(document.key, head.start, head.end):
        return m
    if m := _DATE_LINE.search(document.key, head.start, head.end):
        return m
    for block in document.blocks:
        near = title.span.start <= block.span.start <= title.span.end + 80
        if near and len(block.span) < 70:
            start = re.compile(r"[(*|_\s]*").match(document.key, block.span.start)
            if start and (m := _PLACE_DATE.match(document.key, start.end(), block.span.end)):
                return m
    return None


def _held(document: Document, title: Title | None) -> re.Match[str] | None:
    """The day on which a speech was held, as the words that lead to it say."""
    start = title.span.start if title else 1500
    if m := _HELD.search(document.key, _lead_start(document), max(start, 1)):
        return m
    address = document.key.find("kính thưa", title.span.end) if title else -1
    if title is None or not 0 < address - title.span.end < 900:
        return None
    return _HELD.search(document.key, title.span.end, address)


def _lead_start(document: Document) -> int:
    """Where the prose of a page begins: its first block of a sentence or more."""
    prose = (b for b in document.blocks if len(b.span) > 160)
    return next((b.span.start for b in prose), 0)


def _at_the_end(document: Document) -> re.Match[str] | None:
    """The place-date line above a signature, on a line of its own."""
    for block in document.blocks[-8:]:
        m = _PLACE_DATE.match(document.key, block.span.start, block.span.end)
        if m and len(block.span) < 60:
            return m
    return None


def _stamped(document: Document) -> Imprint | None:
    if m := _STAMP.search(document.key, 0, 1500):
        return _dated(m)
    if m := _CLOCK.search(document.key, 0, 600):
        group = "date" if m["date"] else "late"
        date = iso(m[group])
        return Imprint(date, Span(*m.span(group))) if date else None
    return _dateline(document)


def _dateline(document: Document) -> Imprint | None:
    """A line of its own near the top that is a date: "09/08/2018 | Chính trị"."""
    for block in document.blocks[:5]:
        m = _DATELINE.match(document.key, block.span.start, block.span.end)
        if m and len(block.span) < 45:
            return _dated(m)
    return None


def _dated(m: re.Match[str]) -> Imprint | None:
    date = iso(m["date"])
    return Imprint(date, Span(*m.span("date"))) if date else None
