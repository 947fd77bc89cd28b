"""A change stated between two figures of one sentence."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.checks.arithmetic import shown
from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Report
from pipeline.checks.totals import about

_THEN = re.compile(r"(?:đầu (?:nhiệm kỳ|kỳ|năm)|năm (?:19|20)\d\d|từ|trước (?:đây|khi))[^.;\n]*$")


def doubts(report: Report) -> Iterator[Doubt]:
    """ "Đầu nhiệm kỳ có 133 đảng viên, đến nay 144 đảng viên, tăng 13"."""
    plain = [
        c for c in report.counts
        if c.attribute == "total" and not c.doubtful and not about(report, c)
    ]  # fmt: skip
    for then, now in pairwise(plain):
        first, _ = report.sentence(then.span_start)
        same = (then.subject, then.detail) == (now.subject, now.detail)
        if not same or now.change is None or not report.together(then, now):
            continue
        if then.change is not None or not _THEN.search(report.key[first : then.span_start]):
            continue
        if now.value - then.value != now.change:
            difference = now.value - then.value
            yield Doubt(
                family="change_inside",
                certainty="likely",
                here=now.place,
                there=then.place,
                arithmetic=(
                    f"{shown(now.value)} - {shown(then.value)} = {shown(difference)} "
                    f"≠ {shown(now.change)}"
                ),
                values=(
                    ("then", shown(then.value)),
                    ("now", shown(now.value)),
                    ("difference", shown(difference)),
                    ("change", shown(now.change)),
                ),
            )
