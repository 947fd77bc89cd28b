"""Which sentences the text presents as causes of shortcomings."""

import re

from extractors.passages import Passage
from pipeline.records import CauseKind

_SUBJECTIVE = re.compile(r"chủ\s+quan")
_OBJECTIVE = re.compile(r"khách\s+quan")


def states(key: str, passage: Passage) -> bool:
    """Whether a sentence names a cause: one in a zone of causes that does not only open a list."""
    return passage.zone.kind == "cause" and not passage.announces and not passage.heading


def kind(heads: str, key: str) -> CauseKind:
    """Subjective or objective as the label, the heading or the sentence itself says.

    >>> kind("2. nguyên nhân khách quan", "tình hình dịch bệnh phức tạp")
    'objective'
    """
    for words in (heads, key[:80]):
        subjective, objective = _SUBJECTIVE.search(words), _OBJECTIVE.search(words)
        if subjective and not objective:
            return "subjective"
        if objective and not subjective:
            return "objective"
    return "unspecified"
