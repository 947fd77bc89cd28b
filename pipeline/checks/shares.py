"""Percentages against the value and the base they are said of."""

import re
from collections.abc import Iterator

from pipeline.checks.arithmetic import rounds_to, shown, shown_share, whole_numbers
from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Count, Report
from pipeline.checks.totals import PARTS, about, totals

_REACH = 600
"""How far before a share its base may stand: a block and the note to it."""
_PEOPLE = ("party_member", "employee", "committee_member", "standing_member")
_OVER = re.compile(
    r"chiếm(?:\s+(?:tỷ|tỉ)\s+lệ)?(?:\s+(?:hơn|gần|trên|khoảng))?\s+(?P<percent>\d{3,}(?:,\d+)?)\s?%"
)
# "5/9 đảng viên, đạt 55,6%": part, whole and share in one breath.
_FRACTION = re.compile(
    r"""
    (?<![\w./,\-]) (?P<part>\d{1,3}(?:\.\d{3})+|\d{1,5})
    \s?/\s? (?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,5})
    (?![\w./]) (?:\s+[^\W\d]+){0,8}
    \s*[,(;=]?\s* (?:(?:đạt|chiếm|bằng|tỷ\s+lệ|tỉ\s+lệ|tương\s+đương)\s+){0,2} :?\s*
    (?P<percent>\d{1,3}(?:,\d{1,2})?)\s?% (?!\s*(?:so\s+với|kế\s+hoạch\s+năm))
    """,
    re.VERBOSE,
)
_DAY = re.compile(r"(?:ngày|tháng|quý|số|năm|sáng|chiều|từ|đến|trước|sau)\s*$")


def doubts(report: Report) -> Iterator[Doubt]:
    """The shares that are not what value and base give, and those that cannot be."""
    yield from _of_base(report)
    yield from _fractions(report)
    yield from _over_hundred(report)


def _of_base(report: Report) -> Iterator[Doubt]:
    for part in report.counts:
        if part.percent is None or part.attribute not in PARTS or _rough(report, part):
            continue
        base = _base(report, part)
        if base is None or part.value > base.value or _explained(report, part, base):
            continue
        yield Doubt(
            family="percent_of_base",
            certainty="certain" if _confirmed(report, base) else "likely",
            here=part.place,
            there=base.place,
            arithmetic=(
                f"{shown(part.value)} / {shown(base.value)} = "
                f"{shown_share(part.value, base.value, part.percent)} % ≠ {shown(part.percent)} %"
            ),
            values=(
                ("part", shown(part.value)),
                ("base", shown(base.value)),
                ("percent", shown(part.percent)),
                ("share", shown_share(part.value, base.value, part.percent)),
            ),
        )


def _rough(report: Report, part: Count) -> bool:
    """A figure or share that is only said roughly, or compared with another year's."""
    behind = report.key[part.span_end : part.span_end + 40]
    if re.match(r"[^%;.]*%\s*(?:so với|kế hoạch|chỉ tiêu)", behind):
        return True
    return (
        part.doubtful
        or about(report, part)
        or bool(re.match(r"[^%]{0,12}(?:khoảng|gần|hơn|trên|dưới)\s+\d[\d,]*\s?%", behind))
    )


def _base(report: Report, part: Count) -> Count | None:
    """The nearest total of the subject before the part; where it has none, of the sentence."""
    reach = part.span_start - _REACH
    found = [
        c for c in totals(report, part.subject)
        if reach <= c.span_start < part.span_start and not c.doubtful and not about(report, c)
    ]  # fmt: skip
    if found or totals(report, part.subject):
        return found[-1] if found else None
    people = [
        c for c in report.counts
        if c.attribute == "total" and c.subject in _PEOPLE and c.span_start < part.span_start
        and report.together(c, part) and not c.doubtful and not about(report, c)
    ]  # fmt: skip
    return people[-1] if people else None


def _explained(report: Report, part: Count, base: Count) -> bool:
    """Whether another total of the subject gives the share; or any whole number of the block.

    Not any number where two other shares are right by the base: then it is the base.
    """
    assert part.percent is not None
    first, last = report.line(part.span_start)
    around = whole_numbers(report.text[first:last])
    bases = {c.value for c in totals(report, part.subject)}
    bases |= {base.value} if _confirmed(report, base) else {base.value, *around}
    return any(rounds_to(part.value, b, part.percent) for b in bases if b >= part.value)


def _confirmed(report: Report, base: Count) -> bool:
    """Whether two other shares of the subject are right by this base: then it is the base."""
    right = [
        c for c in report.counts
        if c.percent is not None and c.attribute in PARTS
        and abs(c.span_start - base.span_start) <= _REACH
        and rounds_to(c.value, base.value, c.percent)
    ]  # fmt: skip
    return len(right) > 1


def _fractions(report: Report) -> Iterator[Doubt]:
    for m in _FRACTION.finditer(report.key):
        part, whole = (int(m[g].replace(".", "")) for g in ("part", "whole"))
        percent = float(m["percent"].replace(",", "."))
        if _DAY.search(report.key[max(0, m.start() - 8) : m.start()]) or not whole:
            continue
        if rounds_to(part, whole, percent):
            continue
        yield Doubt(
            family="fraction_percent",
            certainty="certain",
            here=report.place(m.start(), m.end()),
            arithmetic=(
                f"{shown(part)} / {shown(whole)} = {shown_share(part, whole, percent)} % "
                f"≠ {shown(percent)} %"
            ),
            values=(
                ("part", shown(part)),
                ("base", shown(whole)),
                ("percent", shown(percent)),
                ("share", shown_share(part, whole, percent)),
            ),
        )


def _over_hundred(report: Report) -> Iterator[Doubt]:
    """A share of a whole that is more than the whole."""
    seen: list[tuple[int, int]] = []
    for c in report.counts:
        if c.percent is not None and c.percent > 100 and c.attribute in PARTS:
            seen.append((c.span_start, c.span_end + 40))
            yield _over(report, c.span_start, c.span_end, c.percent, c.record_id)
    for r in report.ratings:
        if r.percent is not None and r.percent > 100:
            seen.append((r.span_start, r.span_end + 40))
            yield _over(report, r.span_start, r.span_end, r.percent, r.record_id)
    for m in _OVER.finditer(report.key):
        percent = float(m["percent"].replace(",", "."))
        if percent > 100 and not any(a <= m.start() <= b for a, b in seen):
            yield _over(report, m.start(), m.end(), percent, None)


def _over(report: Report, start: int, end: int, percent: float, record: str | None) -> Doubt:
    place = report.place(start, end)
    return Doubt(
        family="percent_over_hundred",
        certainty="certain",
        here=type(place)(place.document_id, start, end, place.quote, None, record),
        arithmetic=f"{shown(percent)} % > 100 %",
        values=(("percent", shown(percent)),),
    )
