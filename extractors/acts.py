"""Acts that govern figures: which a sentence names, and how far each of them holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extractors.sorts import CATEGORIES
from pipeline.model import Span
from pipeline.reference import Hit, Lexicon, Reference

# "Sau khi kết nạp …, chi bộ hiện có 15 đảng viên".
_SIZE_AGAIN = re.compile(
    r"(?<!\w)(?:(?:hiện|hiện nay|đến nay)(?!\w)[^;.\d]{0,40}?"
    r"|(?:đảng bộ|chi bộ|(?<!nguồn )(?<!quy hoạch )ban chấp hành)(?!\w)[^;.,\d]{0,40}?\s)"
    r"(?:có|gồm|còn)(?!\w)[^;.,]{0,30}$"
    r"|(?<!\w)(?:nâng|đưa) (?:tổng )?số[^;.]{0,50} lên[^;.,\d]{0,12}$"
)
# "Dự đại hội có 41 trong tổng số 43 đảng viên, gồm 40 chính thức": all, and what they are.
_OF_ALL = re.compile(
    r"(?<!\w)(?:trong|trên)(?: tổng)? số (?:\d[\d.]* đảng viên[^.;:()]{0,50}(?:gồm|bao gồm)(?!\w)"
    r"(?:[^.;]|\.\d){0,120})?$|(?<!\w)(?:thành phần|gồm|có)?:? ?tổng số đảng viên[^.;,\d]{0,20}$"
)
# "sáp nhập 2 chi bộ" changes; "sau sáp nhập có 12 chi bộ" tells the size.
_FORMED = re.compile(r"(?<!\w)(?:có|gồm|còn|với|thành|lên|xuống|quản lý)(?!\w)|[;.]")
# "đoàn kiểm tra", "hội đồng kỷ luật": the act names a body or a paper; "31 đoàn kiểm tra" is told.
_NAMES = re.compile(
    r"(?<!\w)(?:(?<!\d )đoàn|(?<!\d )tổ|hội đồng|phòng|cơ quan|quy chế|quy trình|quy định(?: về)?"
    r"|nhờ|thời điểm|thời gian|niên độ|báo cáo|thông báo|hồ sơ|phong trào|ngành|nghị định(?: về)?"
    r"|sổ|nghiệp vụ|kỹ năng)\s+$"
)
# Acts that may stand behind without "bị" or "được", and how many words may come between.
REACH = {
    "planned": 3, "removed": 3, "transferred": 4, "elected": 2, "ignored": 3, "busy": 3,
    "attended": 4,
    "admitted": 2, "formed": 2, "left": 3, "died": 1,
}  # fmt: skip
NOTHING = ("ignored", "formed", "busy", "attended")
"""Acts whose figures count nothing of their own."""
OVERSIGHT_MEASURES = frozenset(("reprimand", "warning", "dismissal", "expulsion"))
"""The acts of oversight that are disciplinary measures."""


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicons that figures are read with."""

    nouns: Lexicon
    parties: Lexicon
    attributes: Lexicon
    count_acts: Lexicon
    oversight_acts: Lexicon
    spelled: Lexicon


@lru_cache(maxsize=4)
def words(reference: Reference) -> Words:
    """The words of figures from the reference data."""
    return Words(
        nouns=reference.lexicon("counts.noun"),
        parties=reference.lexicon("oversight.noun"),
        attributes=reference.lexicon("counts.attribute"),
        count_acts=reference.lexicon("counts.act"),
        oversight_acts=reference.lexicon("oversight.act"),
        spelled=reference.lexicon("numbers.words"),
    )


def acts_of(key: str, sentence: Span, vocabulary: Words) -> list[Hit]:
    """The acts named in a sentence, the longer where two overlap; names of fields of work out."""
    found = [
        *vocabulary.oversight_acts.find(key, sentence.start, sentence.end),
        *vocabulary.count_acts.find(key, sentence.start, sentence.end),
    ]
    out: list[Hit] = []
    for hit in sorted(found, key=lambda h: (h.span.start, -h.span.end)):
        if not out or hit.span.start >= out[-1].span.end:
            out.append(hit)
    named = [h for h in out if h.code != "nominal" and not _is_name(key, sentence, h)]
    told = [h for i, h in enumerate(named) if not (i and _is_matter(key, named[i - 1], h))]
    return [h for i, h in enumerate(told) if not _is_checked(key, told[:i], h)]


# "kiểm tra 14 tổ chức đảng về …; 9 tổ chức đảng về thi hành kỷ luật; 21 …": what was checked.
_ABOUT = re.compile(
    r"(?<!\w)(?:về|trong)(?: (?:việc|công tác|nhiệm vụ))?(?: (?:thực hiện|chấp hành))?\s$"
)
_TOLD_NEXT = re.compile(r"\s*(?:[:(]|(?:đối với |cho |là )*\d)")


def _is_checked(key: str, before: Sequence[Hit], act: Hit) -> bool:
    """Whether an act is what an inspection named before it was about."""
    if act.code not in CATEGORIES or not any(h.code in _CHECKS for h in before):
        return False
    if _TOLD_NEXT.match(key, act.span.end):
        return False
    return _ABOUT.search(key, max(0, act.span.start - 40), act.span.start) is not None


_CHECKS = ("inspection", "supervision")


def _is_name(key: str, sentence: Span, act: Hit) -> bool:
    """Whether the act is part of the name of a body or a paper."""
    start = max(sentence.start, act.span.start - 20)
    return act.code in CATEGORIES and bool(_NAMES.search(key, start, act.span.start))


def _is_matter(key: str, before: Hit, act: Hit) -> bool:
    """Whether the act is what another is about: "kiểm tra việc thi hành kỷ luật"."""
    if before.code not in CATEGORIES or act.code not in CATEGORIES:
        return False
    return bool(
        re.fullmatch(
            r"\s*(?:về )?(?:việc|công tác|nhiệm vụ)(?: thực hiện)?\s+",
            key[before.span.end : act.span.start],
        )
    )


_BRACKET = re.compile(r"[()]")


class Held:
    """Which act holds at an offset: the last one before it; a closing bracket undoes."""

    def __init__(self, key: str, start: int, acts: Sequence[Hit], act: Hit | None) -> None:
        self._key, self._offset, self._acts = key, start, [a for a in acts if a.code != "busy"]
        self._act, self._stack, self._start = act, list[Hit | None](), start

    def at(self, offset: int) -> tuple[Hit | None, int]:
        """The act that holds at `offset` and how many brackets are open there; only forward."""
        for bracket in _BRACKET.finditer(self._key, self._offset, offset):
            self._pass(bracket.start())
            if bracket[0] == "(":
                self._stack.append(self._act)
            elif self._stack:
                self._act = self._stack.pop()
        self._pass(offset)
        self._offset = max(self._offset, offset)
        return self._expired(offset), len(self._stack)

    def _pass(self, offset: int) -> None:
        """Take up the acts that end before an offset."""
        while self._acts and self._acts[0].span.end <= offset:
            self._act = self._acts.pop(0)

    def _expired(self, offset: int) -> Hit | None:
        """The act held, but not what was taught further back, nor one that "hiện có" cuts off."""
        if self._act is None or self._act.code in CATEGORIES:
            return self._act
        gap = self._key[self._act.span.end : offset]
        if re.search(r"\.\s", self._key[max(self._act.span.end, self._start) : offset]):
            return None  # "31 đ/c. Ban Chấp hành: 15 đ/c", which is one sentence to the cutter
        if self._act.code == "formed" and (len(gap) > 12 or _FORMED.search(gap)):
            return None
        if self._act.code in ("attended", "ignored") and _OF_ALL.search(gap):
            return None
        past = self._act.code == "ignored" and (";" in gap or len(gap) > 100)
        return None if past or _SIZE_AGAIN.search(gap) else self._act
