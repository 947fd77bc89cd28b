"""Where a sentence turns away from what the ones before it told."""

import re
from functools import lru_cache

from extractors import lack
from extractors.causes_told import telling
from extractors.passages import Passage
from pipeline.model import BlockKind, Document
from pipeline.reference import Reference

_AHEAD = re.compile(r"(?<!\w)(?:thời gian tới|nhiệm kỳ tới|năm tới)(?!\w)")


_ELSEWHERE = re.compile(
    r"(?:chỉ riêng |riêng |còn )?(?:tại|ở|trong số) (?!chỗ|đây|đó)[^,.;:]{2,50}, "
    r"|đáng (?:chú ý|nói|lưu ý|tiếc|buồn|mừng)(?: hơn)?(?: là|,)"
    r"|trong (?:năm|quý|tháng|nhiệm kỳ|kỳ|\S+ tháng|\S+ năm)(?: [^,.;:]{1,30})?, "
    r"|về (?:công tác|thu|chi|kinh tế|văn hóa|quốc phòng|xây dựng|kiểm tra|kỷ luật)(?: "
    r"[^,.;:]{1,40})?, "
)
"""How a sentence begins that turns from the causes to how things stand somewhere."""


@lru_cache(maxsize=4)
def _opening(reference: Reference) -> re.Pattern[str]:
    """How a sentence begins that goes on to something else."""
    return re.compile(rf"{reference.words('zones.leaves')}(?!\w)|năm 20\d\d,")


_REASON = re.compile(
    r"(?<!\w)(?:do|vì|bởi|nguyên nhân|lý do|khiến|dẫn đến|dẫn tới|làm cho|bắt nguồn|xuất phát|"
    r"tác động|"
    r"được hỏi|cho rằng|khảo sát|tương tự|tỷ lệ|ảnh hưởng|biến động|phức tạp|thay đổi|mới|nhiều|"
    r"tâm lý|sợ|áp lực|phải)(?!\w)"
)


def _explains(key: str, reference: Reference) -> bool:
    """Whether a sentence has a word of lack, of cause, or of what a unit cannot help."""
    if lack.lacks(key, lack.cues(reference)) or _REASON.search(key):
        return True
    words = telling(reference)
    return words.goes_on(key) or bool(words.circumstance.search(key))


def _told_later(passage: Passage) -> bool:
    """Whether a sentence stands in a paragraph after the one that began to tell causes."""
    head, block = passage.zone.head, passage.block
    listed = passage.marker or block.kind is BlockKind.ITEM
    return head is not None and not listed and not block.span.holds(head)


def strays(document: Document, passage: Passage, reference: Reference) -> bool:
    """Whether a sentence of a later paragraph tells none of the causes that one began to tell.

    What answers a question needs no word of it.
    """
    key = document.key[passage.span.start : passage.span.end]
    head = passage.zone.head
    asked = head is not None and document.key[head.start : head.end].endswith("?")
    began = passage.zone.kind == "cause" and not passage.zone.sure and not asked
    return began and _told_later(passage) and not _explains(key, reference)


def leaves(key: str, passage: Passage, reference: Reference) -> bool:
    """Whether a sentence turns away from the causes or lacks that one before it began to tell."""
    zone = passage.zone
    if zone.kind not in ("cause", "shortcoming", "difficulty") or passage.marker or zone.label:
        return False
    if zone.kind == "cause" and not zone.sure and _ELSEWHERE.match(key):
        return True
    return bool(_AHEAD.search(key) or (not zone.sure and _opening(reference).match(key)))
