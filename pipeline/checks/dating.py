"""Dates that cannot be: no such day, cited before it was issued, outside the term it is about."""

import calendar
import re
from collections.abc import Iterator

from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.reports import Report

_DATE = re.compile(
    r"(?P<lead>ngày\s+)?(?<![\d/.,\-])(?P<day>\d{1,2})(?:\s?(?P<sign>[/.\-])\s?(?P<month>\d{1,2})\s?"
    r"(?P=sign)\s?(?P<year>(?:19|20)\d\d)|\s+tháng\s+(?P<m>\d{1,2})\s*,?\s*(?:năm\s+|[/\-]\s?)"
    r"(?P<y>(?:19|20)\d\d))(?![\d/]|[.\-]\d)"
)
_OWN_TERM = ("self_review_report", "political_report", "summary_report")
_TERM = re.compile(r"(?P<first>\d{4})-(?P<last>\d{4})")


def doubts(report: Report) -> Iterator[Doubt]:
    """The dates of one report that cannot be."""
    if "ocr" not in report.reader:
        yield from _no_such_day(report)
    yield from _cited_before(report)
    yield from _outside_term(report)


def _no_such_day(report: Report) -> Iterator[Doubt]:
    """30/02, 31/4; a month above 12 only where "ngày" says that it is a date."""
    for m in _DATE.finditer(report.key):
        if report.key.endswith(("số ", "số: "), 0, m.start()):
            continue
        day, month, year = int(m["day"]), int(m["month"] or m["m"]), int(m["year"] or m["y"])
        if not (month <= 12 or m["lead"] or m["m"]) or not 1 <= day <= 31 or month < 1:
            continue
        most = calendar.monthrange(year, month)[1] if month <= 12 else 0
        if day <= most:
            continue
        why = f"{month:02}/{year}: {most} ngày" if most else "12 tháng"
        yield Doubt(
            family="impossible_date",
            certainty="certain",
            here=report.place(m.start(), m.end()),
            arithmetic=f"{day} > {most}" if most else f"{month} > 12",
            values=(("date", report.text[m.start() : m.end()]), ("why", why)),
        )


def _cited_before(report: Report) -> Iterator[Doubt]:
    """A document cited that was issued after the one that cites it."""
    own = report.issued_on
    for cited in report.citations:
        if own and cited.issued_on and cited.issued_on > own and not cited.doubtful:
            yield Doubt(
                family="cited_before_issued",
                certainty="likely",
                here=cited.place,
                there=_head(report),
                arithmetic=f"{cited.issued_on:%d/%m/%Y} > {own:%d/%m/%Y}",
                values=(("cited", f"{cited.issued_on:%d/%m/%Y}"), ("own", f"{own:%d/%m/%Y}")),
            )


def _outside_term(report: Report) -> Iterator[Doubt]:
    """A report dated before the term it reviews, or more than a year after it."""
    term = _TERM.fullmatch(report.term or "")
    if not term or not report.issued_on or report.doc_type not in _OWN_TERM:
        return
    year, first, last = report.issued_on.year, int(term["first"]), int(term["last"])
    if first <= year <= last + 1 or report.doc_type == "political_report":
        return
    if year in (first - 1, last + 2):  # a congress may come early, a review late
        return
    yield Doubt(
        family="date_outside_term",
        certainty="likely",
        here=_head(report),
        arithmetic=f"{year} {'<' if year < first else '>'} {first if year < first else last}",
        values=(("date", f"{report.issued_on:%d/%m/%Y}"), ("term", f"{first} - {last}")),
    )


def _head(report: Report) -> Place:
    """The words of the report's own date: the first line that holds its year, else the first."""
    own = report.issued_on
    if own:
        day = rf"(?:ngày\s+)?0?{own.day}\D{{1,9}}0?{own.month}\D{{1,9}}{own.year}"
        if at := re.search(day, report.key):
            return report.place(*at.span())
    return report.place(*report.line(0))
