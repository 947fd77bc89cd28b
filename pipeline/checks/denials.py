""" "Không có …" against a figure elsewhere in the same report."""

import re
from collections.abc import Iterator

from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.reports import Report

_REVIEWS = ("self_review_report", "summary_report", "political_report")
# What may stand before the denial in its clause: the whole unit, the whole period.
_WHOLE = re.compile(
    r"(?:^|[.;:,\-+•)]|\w\s*\n)\s*(?:\d+[.)/]\s*)?"
    r"(?:(?:trong|cả|suốt)\s+(?:năm(?:\s+qua)?|kỳ|nhiệm kỳ(?:\s+qua)?)"
    r"\s*,?\s*|(?:toàn\s+)?(?:đảng bộ|chi bộ|đơn vị)\s*,?\s*|và\s+|nên\s+)*$"
)
_END = r"(?=\s*(?:[.;,\n]|$)|\s+trong\s+(?:năm|kỳ|nhiệm kỳ)\s*[.;,\n])"
_DENIED = re.compile(
    r"""
    (?: không \s+ (?:có|phát\s+sinh|để\s+xảy\s+ra) \s+
    (?: (?P<discipline> (?:tổ\s+chức\s+đảng(?:\s+và|\s+hoặc|,)\s+)? đảng\s+viên \s+ (?:nào\s+)?
          (?:bị\s+)?(?:(?:xử\s+lý|thi\s+hành|vi\s+phạm)\s+)?kỷ\s+luật )
      | (?P<complaint> (?: đơn,?\s*thư(?:\s+(?=khiếu|tố))? | đơn\s+(?=khiếu|tố) )
          (?:khiếu\s+nại)? (?:\s*(?:,|và)?\s*tố\s+cáo)?
          (?:\s*,?\s*(?:kiến\s+nghị|phản\s+ánh))* )
    ) (?:\s+nào)?
    | không \s+ (?P<admitted> kết\s+nạp \s+ (?:được\s+)? đảng\s+viên \s+ (?:mới\s+)? (?:nào)? ) )
    """
    + _END,
    re.VERBOSE,
)


def doubts(report: Report) -> Iterator[Doubt]:
    """Denials that a figure of the same report contradicts."""
    if report.doc_type not in _REVIEWS:
        return
    for m in _DENIED.finditer(report.key):
        first, _ = report.sentence(m.start())
        if not _WHOLE.search(report.key[first : m.start()] or "."):
            continue
        figure = _figure(report, str(m.lastgroup), m[0])
        if figure:
            value, place = figure
            yield Doubt(
                family="none_against_figure",
                certainty="likely",
                here=report.place(m.start(), m.start() + len(m[0].rstrip())),
                there=place,
                arithmetic=f"0 ≠ {value}",
                values=(("denied", " ".join(report.text[m.start() : m.end()].split())),
                        ("value", str(value))),
            )  # fmt: skip


def _figure(report: Report, denied: str, words: str) -> tuple[int, Place] | None:
    """The first figure above zero of what is denied."""
    if denied == "admitted":
        return next(
            ((c.value, c.place) for c in report.counts
             if c.attribute == "admitted" and c.subject == "party_member" and c.detail is None
             and c.value > 0), None)  # fmt: skip
    accusations = "tố cáo" in words and "khiếu nại" not in words
    return next(
        ((f.value, f.place) for f in report.oversight
         if f.category == denied and f.value > 0 and not f.doubtful
         and (denied != "discipline" or f.subject == "party_member")
         and (denied != "complaint" or f.subject == "case")
         and (not accusations or "tố cáo" in f.quote.lower())), None)  # fmt: skip
