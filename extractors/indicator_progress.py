"""Whether a result is told while the time for its target still runs."""

import re

from extractors.sentences import sentences
from pipeline.model import Document, Span

_MONTHS = (
    r"(?:0?[1-9]|1[01]|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?: một)?)\s+tháng"
    r"(?!\s+(?:tuổi|cuối))"
)
# "Sáu tháng đầu năm …": months of the year are reported on.
_MONTHLY = re.compile(
    rf"(?<!\w)(?:{_MONTHS}|quý\s+(?:i{{1,3}}|[123]|một|hai|ba)|nửa\s+(?:đầu\s+)?năm"
    r"|giữa\s+(?:nhiệm\s+kỳ|năm)|nửa\s+(?:đầu\s+)?nhiệm\s+kỳ)(?!\w)"
)
_SO_FAR = re.compile(
    r"(?<!\w)(?:đến|tới)\s+(?:nay|thời\s+điểm\s+này|hết\s+tháng|tháng|ngày)(?!\w)"
    r"|(?<!\w)hết\s+tháng(?!\w)"
)
_ENDED = re.compile(
    r"(?:đến|tới|hết)\s+(?:hết\s+|cuối\s+)?(?:ngày\s+\d{1,2}[/-]|tháng\s+)12(?!\d)"
    r"|31[/-]12|12\s+tháng|cả\s+năm\s+\d{4}\s+(?:đạt|ước)|cuối\s+năm"
)
_DATED = re.compile(
    r"(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}[/-](?:0?[1-9]|1[01])(?!\d)"
    r"|(?:đến|tới)\s+(?:hết\s+|cuối\s+)?tháng\s+(?:0?[1-9]|1[01])(?!\d)"
)
# "kế hoạch năm", "chỉ tiêu cả năm", "nghị quyết nhiệm kỳ": the target is of the whole time.
_WHOLE = re.compile(
    r"\s+(?:được\s+)?(?:giao\s+)?(?:(?:của\s+)?cả\s+|trong\s+)?(?:năm|nhiệm\s+kỳ"
    r"|giai\s+đoạn)(?!\s+(?:trước|ngoái))(?!\w)"
)
_HEAD = 200
"""Characters at the start of a document that hold its title."""


def under_way(document: Document, clause: Span, at: int) -> bool:
    """Whether a share of a target is told in the midst of its time; `at` is where it ends."""
    home = document.block_at(clause.start)
    own = [s for s in sentences(document, home) if s.start <= clause.start < s.end] if home else []
    told = document.key[own[0].start if own else clause.start : at]
    if _ENDED.search(told):
        return False
    if _MONTHLY.search(told) or _DATED.search(told):
        return True
    whole = _WHOLE.match(document.key, at) is not None
    title = document.key[:_HEAD]
    return whole and bool(_SO_FAR.search(told) or _MONTHLY.search(title) or _SO_FAR.search(title))
