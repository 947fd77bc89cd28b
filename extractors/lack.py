"""The words by which a sentence says that something falls short, and by which it does not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pipeline.reference import Reference

_DEGREE = (
    r"(?: (?:rất|khá|quá|hơi|có|bị|rất nhiều|nhiều|một số|những|không ít|tương đối|khá là|có phần|"
    r"có mặt|có lúc|có nơi|để|mang tính|mang nặng|nặng|mang|nặng về|tình trạng|biểu hiện|bệnh|"
    r"hiện tượng))*"
)
_NOT_YET = re.compile(
    r"(?<!khi )(?<!\w)chưa(?! (?:từng|kể|phát hiện|để xảy ra|bao giờ|hề|phải) )\s\w"
)
_NEGATED = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|chậm)(?: (?:được|có|đạt|thực sự|thật sự|phát huy|thể))* "
    r"(?:thực hiện tốt|thực hiện nghiêm|hoàn thành tốt|có chất lượng|được tăng cường|"
    r"được nâng lên|có chuyển biến|đạt kết quả|khắc phục có hiệu quả|được khắc phục|luôn)"
)
_OWNS_UP = re.compile(
    r"(?<!\w)(?:cần|phải|cũng phải|cần phải)(?: (?:thẳng thắn|nghiêm túc|cũng|thành thật))* "
    r"(?:nhìn nhận|thừa nhận|thấy rằng|thấy rõ|nhận thấy|nói rằng|khẳng định rằng)(?!\w)"
)
_NOMINAL = re.compile(
    r"(?<!\w)(?:công tác|việc|hoạt động|kết quả|cuộc|quá trình|khả năng|năng lực|ý thức|"
    r"tinh thần|trong|né|cho|về|phương án|giải pháp|biện pháp|tính|sự|trách nhiệm|qua|"
    r"phòng|phòng,)\s$"
)
"""What makes the word of duty after it a noun: "công tác đấu tranh", "việc khắc phục"."""


_PLACES = {
    "strong": ("lack", "strong"), "weak": ("lack", "weak"), "quality": ("quality", "poor"),
    "vice": ("vice", "named"), "misdeed": ("misdeed", "told"), "spread": ("spread", "wide"),
    "contrast": ("opening", "contrast"), "place": ("opening", "place"),
    "some": ("some", "someone"), "absence": ("not_lack", "absence"),
    "order": ("not_lack", "order"), "praise": ("not_lack", "praise"),
    "harmless": ("not_lack", "harmless"),
}  # fmt: skip
"""Where the lexicon file holds the words of each pattern."""
_SUBJECT = 90
"""Characters before "diễn ra phổ biến" within which stands what is widespread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The patterns of the lexicons of lack, compiled once a document."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    quality: re.Pattern[str]
    still: re.Pattern[str]
    vice: re.Pattern[str]
    misdeed: re.Pattern[str]
    spread: re.Pattern[str]
    contrast: re.Pattern[str]
    place: re.Pattern[str]
    some: re.Pattern[str]
    absence: re.Pattern[str]
    order: re.Pattern[str]
    praise: re.Pattern[str]
    harmless: re.Pattern[str]


def cues(reference: Reference) -> Cues:
    """The patterns of the words by which a sentence states a lack."""

    def forms(group: str, code: str) -> tuple[str, ...]:
        entries = reference.lexicon(f"findings.{group}").entries
        return next(e.forms for e in entries if e.code == code)

    found = {name: _words_pattern(forms(*place)) for name, place in _PLACES.items()}
    quality = _alternatives(forms("quality", "poor"))
    still = rf"(?<!\w)(?:còn|vẫn|bị|rất|khá|quá|tương đối){_DEGREE} {quality}(?!\w)"
    return Cues(still=re.compile(still), **found)


def bare(key: str, words: Cues) -> str:
    """The key with harmless words of lack blanked, so that they do not count.

    So are the words by which a speaker owns up to a lack ("phải thẳng thắn nhìn nhận").
    """
    key = _OWNS_UP.sub(lambda m: "_" * len(m[0]), key)
    return words.harmless.sub(lambda m: "_" * len(m[0]), key)


def first_strong(key: str, words: Cues, start: int = 0) -> re.Match[str] | None:
    """The first plain statement of a lack from `start` on, or None."""
    hits = [p.search(key, start) for p in (words.strong, _NOT_YET, words.still, words.vice)]
    some, spread = words.some.search(key, start), words.spread.search(key, start)
    if some:
        hits += [words.quality.search(key, some.end())]
    if spread:  # what spreads stands before it
        hits += [
            p.search(key, max(start, spread.start() - _SUBJECT), spread.start())
            for p in (words.weak, words.quality)
        ]
    return _earliest(hits)


def first_weak(key: str, words: Cues) -> re.Match[str] | None:
    """The first word that speaks of a lack only where the text around it does, or None."""
    return _earliest(p.search(key) for p in (words.weak, words.quality, words.misdeed))


def lacks(key: str, words: Cues) -> bool:
    """Whether the words speak of something that falls short or is broken."""
    return bool(first_strong(key, words) or first_weak(key, words))


def praises(key: str, words: Cues) -> bool:
    """Whether the words praise; "chưa thực hiện tốt" does not."""
    return bool(words.praise.search(_NEGATED.sub(lambda m: "_" * len(m[0]), key)))


def duty(key: str, words: Cues) -> bool:
    """Whether the first word of duty or purpose stands before the first word of lack.

    A word of duty that is a noun is none ("công tác đấu tranh … chưa thẳng thắn").
    """
    lack = _earliest([first_strong(key, words), first_weak(key, words)])
    if lack is None:
        return False
    orders = words.order.finditer(key, 0, lack.start())
    return any(not _NOMINAL.search(key, max(0, m.start() - 16), m.start()) for m in orders)


def _earliest(hits: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return min((m for m in hits if m), key=lambda m: m.start(), default=None)


@cache
def _words_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms as whole words, the longest first."""
    return re.compile(rf"(?<!\w){_alternatives(forms)}(?!\w)")


def _alternatives(forms: tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(forms, key=len, reverse=True))) + ")"
