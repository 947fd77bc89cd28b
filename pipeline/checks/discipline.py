"""Disciplinary measures against the number of those disciplined."""

import re
from collections.abc import Iterator

from pipeline.checks.arithmetic import added, shown
from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Oversight, Report
from pipeline.checks.totals import about

_ALL = {"party_member": 4, "organization": 2}
"""How many measures there are for members; two of the three for organisations."""
_OTHER_MEASURES = re.compile(
    r"(?:giải tán|đình chỉ sinh hoạt(?: đảng)?|xóa tên|cho ra khỏi đảng|đưa ra khỏi đảng)"
    r"\s*:?\s*(?:\w+\s+){0,2}(?P<before>\d+)|(?P<after>\d+)\s+(?:\w+\s+){0,3}(?:bị )?giải tán"
)


def doubts(report: Report) -> Iterator[Doubt]:
    """Where the measures are more than those disciplined, or all are told and are fewer."""
    figures = [f for f in report.oversight if f.category == "discipline" and not f.doubtful]
    for total in figures:
        if total.measure is None and total.subject in _ALL and not about(report, total):
            measures = _measures(report, total, figures)
            if measures:
                yield from _sum(report, total, measures, figures)


def _measures(report: Report, total: Oversight, figures: list[Oversight]) -> list[Oversight]:
    """The measures told behind a total in its block, before the next total or a repetition."""
    _, end = report.line(total.span_start)
    found: dict[str, Oversight] = {}
    for f in figures:
        if not total.span_end <= f.span_start < end or f.subject != total.subject:
            continue
        if (f.measure is None and found) or f.measure in found:
            break
        if f.measure is None and f.value > total.value:
            break
        if f.measure is not None:
            found[f.measure] = f
    return list(found.values())


def _sum(
    report: Report, total: Oversight, measures: list[Oversight], figures: list[Oversight]
) -> Iterator[Doubt]:
    first, last = report.line(total.span_start)
    values = [m.value for m in measures]
    near = {
        f.value for f in figures
        if f.measure is None and first <= f.span_start < last and f.subject == total.subject
    }  # fmt: skip
    if total.value != max(v for v in near) or any(about(report, m) for m in measures):
        return
    others = [
        int(m["before"] or m["after"])
        for m in _OTHER_MEASURES.finditer(report.key, measures[0].span_start, last)
    ]
    whole = sum(values)
    if whole in near or whole + sum(others) in near:
        return
    if whole > total.value or (len(values) >= _ALL[total.subject] and not others):
        sign = ">" if whole > total.value else "≠"
        yield Doubt(
            family="discipline_parts",
            certainty="certain" if whole > total.value else "likely",
            here=total.place,
            there=report.place(measures[0].span_start, measures[-1].span_end),
            arithmetic=f"{added(values)} {sign} {shown(total.value)}",
            values=(("sum", shown(whole)), ("total", shown(total.value))),
        )
