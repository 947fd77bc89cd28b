"""Where a sentence turns away from what the ones before it told."""

import re
from functools import lru_cache

from extractors.passages import Passage
from pipeline.reference import Reference

_AHEAD = re.compile(r"(?<!\w)(?:thời gian tới|nhiệm kỳ tới|năm tới)(?!\w)")


_ELSEWHERE = re.compile(
    r"(?:chỉ riêng |riêng |còn )?(?:tại|ở|trong số) (?!chỗ|đây|đó)[^,.;:]{2,50}, "
)
"""How a sentence begins that turns from the causes to how things stand somewhere."""


@lru_cache(maxsize=4)
def _opening(reference: Reference) -> re.Pattern[str]:
    """How a sentence begins that goes on to something else."""
    return re.compile(rf"{reference.words('zones.leaves')}(?!\w)|năm 20\d\d,")


def leaves(key: str, passage: Passage, reference: Reference) -> bool:
    """Whether a sentence turns away from the causes or lacks that one before it began to tell."""
    zone = passage.zone
    if zone.kind not in ("cause", "shortcoming", "difficulty") or passage.marker or zone.label:
        return False
    if zone.kind == "cause" and not zone.sure and _ELSEWHERE.match(key):
        return True
    return bool(_AHEAD.search(key) or (not zone.sure and _opening(reference).match(key)))
