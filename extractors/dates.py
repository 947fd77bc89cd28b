"""Dates and years as Vietnamese documents write them."""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.model import Span

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"

DATE = rf"{_DAY}\s*[/.\-]\s*{_MONTH}\s*[/.\-]\s*{_YEAR}"
"""A full date in figures: 22/9/2017, 05-6-2009, 2.3.2012."""

FULL = rf"(?:{DATE}|{_DAY}\s*tháng\s*{_MONTH}(?:\s*,?\s*năm\s*|[/\-]){_YEAR})"
"""A full date in any habit: also 12 tháng 4 năm 2021 and 12 tháng 4/2021, after "ngày" or not."""

_FULL = re.compile(rf"(?<![\d/.,\-])(?:ngày\s*)?{FULL}(?![\d/]|[.\-]\d)")
_MONTH_YEAR = re.compile(
    rf"(?<!\d)(?:tháng\s*)(?P<month>{_MONTH})\s*(?:[/\-.]|,?\s*năm)\s*(?P<year>{_YEAR})(?!\d)"
)
_IN_WORDS = re.compile(rf"(?<!\d){FULL}(?!\d)")


def iso(words: str) -> str | None:
    """The ISO date of `22/9/2017`, `05-6-2009`, `ngày 12 tháng 4 năm 2021`; None where it is none.

    >>> iso("ngày 06/12/2021"), iso("ngày 5 tháng 6 năm 2009"), iso("31/2/2020")
    ('2021-12-06', '2009-06-05', None)
    >>> iso("ngày 2-3-2012"), iso("tháng 11/2022"), iso("nhiệm kỳ 2020 - 2025")
    ('2012-03-02', None, None)
    """
    m = _IN_WORDS.search(words.lower())
    return _iso(m[0]) if m else None


def dates(key: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """The full dates in `key[start:end]`, "ngày" included, each with its ISO form.

    >>> [(s.start, s.end, d) for s, d in dates("ngày 12 tháng 4 năm 2021, số 12/3/2020/x")]
    [(0, 24, '2021-04-12')]
    """
    for m in _FULL.finditer(key, start, len(key) if end is None else end):
        if day := _iso(m[0]):
            yield Span(*m.span()), day


def months(key: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """The months of a year in `key[start:end]`: "tháng 11/2022", "tháng 5 năm 2020" as `2022-11`.

    >>> [d for _, d in months("tháng 11/2022 và tháng 5 năm 2020")]
    ['2022-11', '2020-05']
    """
    for m in _MONTH_YEAR.finditer(key, start, len(key) if end is None else end):
        yield Span(*m.span()), f"{m['year']}-{int(m['month']):02}"


_RANGE = re.compile(rf"(?<!\d)(?P<first>{_YEAR})\s*-\s*(?P<last>{_YEAR})(?!\d|\s*-\s*\d)")


def terms(key: str, start: int = 0, end: int | None = None) -> Iterator[tuple[Span, str]]:
    """The ranges of years in `key[start:end]`: "2020 - 2025" as `2020-2025`.

    >>> [t for _, t in terms("nhiệm kỳ 2020 - 2025, giai đoạn 2025-2020")]
    ['2020-2025']
    """
    for m in _RANGE.finditer(key, start, len(key) if end is None else end):
        if m["first"] < m["last"]:
            yield Span(*m.span()), f"{m['first']}-{m['last']}"


def _iso(words: str) -> str | None:
    day, month, year = re.findall(r"\d+", words)
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
