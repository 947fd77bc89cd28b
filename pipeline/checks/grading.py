"""Quality grades against the number that was graded, and their shares."""

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.arithmetic import added, rounds_to, shown, shown_share
from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.reports import Count, Rating, Report
from pipeline.checks.totals import about, totals

_GRADES = ("excellent", "good", "completed", "failed")
_GAP = 150
"""Grades further apart than this belong to two lists."""
_UNGRADED = re.compile(
    r"(?:không|chưa|miễn)\s+(?:được\s+)?(?:xếp loại|phân loại|đánh giá)(?:[^\d.;\n]{0,40}?)"
    r"(?P<after>\d+)|(?P<before>\d+)\s+(?:\w+\s+){0,4}?(?:không|chưa|miễn)\s+(?:được\s+)?"
    r"(?:xếp loại|phân loại|đánh giá)"
)
_GRADED = re.compile(
    r"(?P<value>\d{1,3}(?:\.\d{3})+|\d+)(?:/\d[\d.]*)?\s+(?:đảng viên|đồng chí|đ/c|chi bộ|tổ chức"
    r"(?: cơ sở)? đảng|tập thể)(?:\s+(?:đã|được|thuộc diện|tham gia|dự))*"
    r"\s+(?:kiểm điểm(?:,| và)?\s*)?(?:đánh giá|xếp loại|phân loại|chấm điểm)"
    r"|(?:đánh giá|xếp loại|phân loại)(?:,?\s*(?:xếp loại|chất lượng))*\s+(?:cho\s+|đối với\s+)?"
    r"(?P<behind>\d{1,3}(?:\.\d{3})+|\d+)\s+(?:đảng viên|đồng chí|đ/c|chi bộ|tổ chức)"
)
_SUBJECT = {"party_member": ("party_member",), "party_organization": ("party_cell",)}


def doubts(report: Report) -> Iterator[Doubt]:
    """What does not add up in the lists of grades of one report."""
    for grades in _lists(report):
        yield from _parts(report, grades)
        yield from _shares(report, grades)
        yield from _whole_share(report, grades)


def _lists(report: Report) -> Iterator[list[Rating]]:
    """Runs of different grades of one subject, close together."""
    run: list[Rating] = []
    for r in report.ratings:
        if r.grade not in _GRADES or r.doubtful or (r.value is None and r.percent is None):
            continue
        if run and (
            r.subject != run[-1].subject
            or r.span_start - run[-1].span_end > _GAP
            or r.grade in {x.grade for x in run}
            or report.line(r.span_start) != report.line(run[-1].span_start)
        ):
            yield run
            run = []
        run.append(r)
    if run:
        yield run


def _parts(report: Report, grades: list[Rating]) -> Iterator[Doubt]:
    values = [g.value for g in grades if g.value is not None]
    if len(values) != len(grades) or len(values) < 2 or any(about(report, g) for g in grades):
        return
    last = report.line(grades[0].span_start)[1]
    ungraded = [
        int(m["after"] or m["before"])
        for m in _UNGRADED.finditer(report.key, grades[0].span_start, last)
    ]
    for base, exact in _graded(report, grades):
        number = base[0]
        whole = sum(values) + (0 if exact else sum(ungraded))
        parts = values if exact else [*values, *ungraded]
        fewer = exact and whole < number and len(values) == len(_GRADES) and not ungraded
        if sum(values) != number and (whole > number or fewer):
            yield Doubt(
                family="rating_parts",
                certainty="certain" if exact and whole > number else "likely",
                here=base[1],
                there=_place(report, grades),
                arithmetic=f"{added(parts)} {'>' if whole > number else '≠'} {shown(number)}",
                values=(("sum", shown(whole)), ("total", shown(number))),
            )
        return


def _graded(report: Report, grades: list[Rating]) -> Iterator[tuple[tuple[int, Place], bool]]:
    """How many were graded: said so in the sentence before (exact), or all there are."""
    first, _ = report.line(grades[0].span_start)
    start = max(first, grades[0].span_start - 250)
    said = list(_GRADED.finditer(report.key, start, grades[0].span_start))
    if said:
        m = said[-1]
        number = int((m["value"] or m["behind"]).replace(".", ""))
        yield (number, report.place(m.start(), m.end())), True
        return
    found: list[Count] = [
        c for s in _SUBJECT.get(grades[0].subject, ()) for c in totals(report, s)
        if not about(report, c) and not c.doubtful
    ]  # fmt: skip
    if found:
        most = max(found, key=lambda c: c.value)
        yield (most.value, most.place), False


def _shares(report: Report, grades: list[Rating]) -> Iterator[Doubt]:
    """The one share that another base would be needed for."""
    stated = [(g, g.value, g.percent) for g in grades if g.value is not None and g.percent]
    if len(stated) < 3:
        return
    bases = {sum(v for _, v, _ in stated)} | {b[0] for b, _ in _graded(report, grades)}
    bases |= {round(100 * v / p) for _, v, p in stated if v >= 20 or p >= 20}
    worst = min(
        ([s for s in stated if not rounds_to(s[1], b, s[2])] for b in sorted(bases) if b),
        key=len,
    )
    if len(worst) != 1:
        return
    base = next(
        b for b in sorted(bases)
        if b and [s for s in stated if not rounds_to(s[1], b, s[2])] == worst
    )  # fmt: skip
    grade, value, percent = worst[0]
    if value > base:
        return
    right = shown_share(value, base, percent)
    yield Doubt(
        family="rating_percent",
        certainty="likely",
        here=grade.place,
        there=_place(report, [s[0] for s in stated]),
        arithmetic=f"{shown(value)} / {shown(base)} = {right} % ≠ {shown(percent)} %",
        values=(
            ("part", shown(value)),
            ("base", shown(base)),
            ("percent", shown(percent)),
            ("share", right),
        ),
    )


def _whole_share(report: Report, grades: Sequence[Rating]) -> Iterator[Doubt]:
    """Shares of one whole that are more than the whole."""
    shares = [g.percent for g in grades if g.percent is not None]
    whole = sum(shares)
    if len(shares) < 3 or len(shares) < len(grades) or whole <= 100 + 0.5 * len(shares):
        return
    if any(s > 100 for s in shares):
        return
    yield Doubt(
        family="rating_shares",
        certainty="certain",
        here=grades[0].place,
        there=_place(report, grades[1:]),
        arithmetic=f"{' + '.join(map(shown, shares))} = {shown(round(whole, 2))} % > 100 %",
        values=(("sum", shown(round(whole, 2))),),
    )


def _place(report: Report, grades: Sequence[Rating]) -> Place:
    return report.place(grades[0].span_start, grades[-1].span_end)
