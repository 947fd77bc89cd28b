"""Decisions that an article tells with what came of them, so that nothing is left to be done."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from extractors.passages import Passage
from pipeline.model import Document
from pipeline.records import Record

_RESULT = re.compile(
    r"[\W_]*(?:nhờ(?! (?:có|sự))(?!\w)|kết quả(?: là|,|:)|"
    r"(?:cho )?đến (?:nay|cuối năm|hết năm|thời điểm)|tới nay|"
    r"sau (?:khi triển khai|hơn |gần )?(?:\w+|\d+) (?:tháng|năm|tuần|vụ|quý)(?!\w)|"
    r"từ (?:việc|cách làm|đó)(?: \w+)? (?:này|đó|ấy|đến nay)|qua (?:\w+|\d+) (?:tháng|năm)(?!\w)|"
    r"bằng (?:cách|những cách) (?:đó|ấy|làm)|có thôn|có nơi|(?:cuối |đến )?năm (?:19|20)\d\d)"
)
"""How a sentence begins that tells what came of something."""
_AFTER = 3
"""Sentences after a decision in which its result may stand."""
Found = TypeVar("Found", bound=Record)


def told_as_done(
    document: Document, flow: Sequence[Passage], found: Sequence[Found]
) -> list[Found]:
    """The findings without the decisions of which the text goes on to tell the result."""
    starts = [passage.span.start for passage in flow]
    done, kept = False, list[Found]()
    for record in reversed(found):
        decided = record.rule == "prose_decision"
        done = decided and (done or _result_follows(document, flow, starts, record))
        if not done:
            kept.append(record)
    return kept[::-1]


def _result_follows(
    document: Document, flow: Sequence[Passage], starts: Sequence[int], record: Record
) -> bool:
    at = bisect_left(starts, record.span.end)
    return any(_RESULT.match(document.key, p.span.start) for p in flow[at : at + _AFTER])
