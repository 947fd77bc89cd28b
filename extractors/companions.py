"""What figures of one list share: the act behind the last of them, its noun, what they all are."""

import re
from dataclasses import replace
from itertools import pairwise

from extractors.acts import NOTHING
from extractors.figure import Figure
from extractors.leads import APPROXIMATELY
from extractors.sorts import CATEGORIES
from pipeline.model import Span
from pipeline.reference import Lexicon

_JOINED = re.compile(rf"\s*(?:,|và|,\s*và)\s*{APPROXIMATELY}")


def _is_led(key: str, figure: Figure) -> bool:
    """Whether an act before the figure is its own: one of oversight, or one right before it."""
    act = figure.act
    if key.endswith(("thêm ", "phát triển "), *figure.near(20)):
        return True
    if act is None or figure.carried:
        return False
    gap = key[act.span.end : figure.number.span.start]
    at_once = not gap.strip()
    return (act.code in CATEGORIES and ";" not in gap) or (act.code not in NOTHING and at_once)


# "số có trình độ thạc sĩ tăng từ 12 lên 45 người": the first is of those named behind the second.
_RISING = re.compile(
    r"\s(?:năm \d{4} |đầu (?:năm|nhiệm kỳ) )?(?:đã )?(?:tăng |giảm |nâng )?(?:lên|xuống|còn|đến)"
    rf"(?: còn| đến| thành)?\s+{APPROXIMATELY}"
)


def risen(key: str, found: list[Figure]) -> list[Figure]:
    """The figures with the noun of the later number given to the one it has risen from."""
    out = list(found)
    for i, (this, following) in enumerate(pairwise(found)):
        if this.noun is not None or following.noun is None:
            continue
        between = (this.number.span.end, following.number.span.start)
        if _FROM.search(key, *this.near(20)) and _RISING.fullmatch(key, *between):
            out[i] = replace(this, noun=following.noun, party=following.party)
    return out


_FROM = re.compile(r"(?<!\w)từ\s+(?:(?:gần|hơn|trên|khoảng)\s+)?$")
_SHARED = ("female", "ethnic_minority", "religious")
# "3 bí thư, 7 phó bí thư huyện ủy là nữ".
_ARE = re.compile(
    r"(?:\s(?!là|chỉ|có|mình|còn|trong|mà|thì|do|vì)[^\W\d_]+){0,4}\s(?:đều )?là (?:người )?"
    r"|\strong (?:tổng )?số (?:này|đó|ấy)(?: đều)? là (?:người )?"
)


def all_are(key: str, found: list[Figure], attributes: Lexicon) -> list[Figure]:
    """The figures with what the last of a list says that all of them are."""
    out = list(found)
    for i in range(len(out) - 1, -1, -1):
        this = out[i]
        acted = this.act is not None and this.act.code not in ("elected", "admitted")
        if this.attribute is not None or this.noun is None or acted:
            continue
        if m := _ARE.match(key, this.span.end, this.sentence.end):
            hit = attributes.at(key, m.end(), this.sentence.end)
            if hit is not None and hit.code in _SHARED:
                span = Span(this.span.start, hit.span.end)
                out[i] = replace(this, attribute=hit, span=span)
                continue
        if i + 1 < len(out) and _is_said_behind(key, out[i + 1]):
            between = key[this.span.end : out[i + 1].number.span.start]
            if _JOINED.fullmatch(between):
                out[i] = replace(this, attribute=out[i + 1].attribute)
    return out


def _is_said_behind(key: str, figure: Figure) -> bool:
    """Whether the figure's attribute stands behind its noun, after "là"."""
    hit, noun = figure.attribute, figure.title or figure.noun
    if hit is None or noun is None or hit.code not in _SHARED:
        return False
    return hit.span.start > noun.span.end and " là " in key[noun.span.end - 1 : hit.span.start]


def shared(key: str, found: list[Figure]) -> list[Figure]:
    """The figures with an act behind the last of a list given to all: "2 A và 5 B bị kỷ luật"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        this, following = out[i], out[i + 1]
        if this.behind or not following.behind or _is_led(key, this):
            continue
        if _JOINED.fullmatch(key, this.span.end, following.number.span.start):
            out[i] = replace(this, act=following.act, behind=True, carried=False)
    return out
