"""A change stated between two figures of one sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.arithmetic import shown
from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Count, Report
from pipeline.checks.totals import about

_THEN = re.compile(r"(?:đầu (?:nhiệm kỳ|kỳ|năm)|năm (?:19|20)\d\d|từ|trước (?:đây|khi))[^.;\n]*$")

_CHANGE = re.compile(
    r"[\s,;(]*(?:đã |có )?(?P<way>tăng|giảm)(?: thêm)?(?: được)? (?P<value>\d[\d.]*)(?![\d,]*\s?%)"
)


def doubts(report: Report) -> Iterator[Doubt]:
    """ "Đầu nhiệm kỳ có 133 đảng viên, đến nay 144 đảng viên, tăng 13"."""
    plain = [
        c for c in report.counts
        if c.attribute == "total" and not c.doubtful and not about(report, c)
    ]  # fmt: skip
    for then, now in pairwise(plain):
        first, _ = report.sentence(then.span_start)
        same = (then.subject, then.detail) == (now.subject, now.detail)
        stated = _change(report, now)
        if not same or stated is None or not report.together(then, now):
            continue
        difference = now.value - then.value
        if difference != stated and _THEN.search(report.key[first : then.span_start]):
            yield Doubt(
                family="change_inside",
                certainty="likely",
                here=now.place,
                there=then.place,
                arithmetic=(
                    f"{shown(now.value)} - {shown(then.value)} = {shown(difference)} "
                    f"≠ {shown(stated)}"
                ),
                values=(
                    ("then", shown(then.value)),
                    ("now", shown(now.value)),
                    ("difference", shown(difference)),
                    ("change", shown(stated)),
                ),
            )


def _change(report: Report, now: Count) -> int | None:
    """The change told right behind a figure, with its sign."""
    m = _CHANGE.match(report.key, now.span_end)
    if m is None:
        return None
    value = int(m["value"].rstrip(".").replace(".", ""))
    return value if m["way"] == "tăng" else -value
