"""The words by which a sentence says that something falls short, and by which it does not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extractors.lack_builds import built
from extractors.word_gates import GatedPattern, WordGates
from pipeline.reference import Reference, alternation, whole_words, word_start

_DEGREE = (
    r"(?: (?:rất|khá|quá|hơi|có|bị|rất nhiều|nhiều|một số|những|không ít|tương đối|khá là|có phần|"
    r"có mặt|có lúc|có nơi|để|mang tính|mang nặng|nặng|mang|nặng về|tình trạng|biểu hiện|bệnh|"
    r"hiện tượng))*"
)
_NOT_YET = re.compile(
    r"chưa(?<!\wchưa)(?<!khi chưa)(?! (?:từng|kể|phát hiện|để xảy ra|bao giờ|hề|phải) )\s\w"
)
_ONLY = re.compile(r"chỉ(?<!\wchỉ) (?:bằng|đạt|chiếm|có) (?:khoảng |gần |hơn |trên )?\d")
"""A figure told as too small."""
_STATE = re.compile(
    r"(?<!\w)(?:tình trạng|hiện tượng|biểu hiện|tệ|nạn|khiếu kiện|vụ việc|sai phạm|vi phạm)(?!\w)"
)
"""What is bad enough that it suffices to say that it spreads."""
_NEGATED = re.compile(
    r"(?<!\w)(?:chưa|không|thiếu|chậm)(?: (?:được|có|đạt|thực sự|thật sự|phát huy|thể))* "
    r"(?:thực hiện tốt|thực hiện nghiêm|hoàn thành tốt|có chất lượng|được tăng cường|"
    r"được nâng lên|có chuyển biến|đạt kết quả|khắc phục có hiệu quả|được khắc phục|luôn)"
)
_NOT_THUS = re.compile(
    r"không (?:ai )?(?:né tránh|nể nang|đùn đẩy|ngại|sợ|chạy theo|bao che|(?:\w+ ){1,2}(?:ồ ạt|"
    r"tràn lan|chiếu lệ))"
    r"(?:,? (?:và |hay |hoặc )?[^\s,;.]+(?: [^\s,;.]+){0,3}(?=[,;.]|$)){0,3}"
)
"""Words of lack that a "không" before them takes back, one after another."""
_NONE_OF = re.compile(
    r"không còn (?:\w+ ){1,3}nào(?!\w)|không (?:có |còn )?(?:ai|đảng viên|cán bộ|công chức|viên "
    r"chức|đồng chí|người|tổ chức đảng|"
    r"tổ chức|"
    r"chi bộ|cấp ủy|đơn vị|cơ quan|vụ|nơi|tập thể|cá nhân)(?: nào)?(?: \w+){0,2}? (?:phải |bị |"
    r"còn )?"
    r"(?:bỏ|vi phạm|né|nể|nộp (?:muộn|chậm)|chậm|yếu kém|không|chưa|đùn|đi muộn|vắng|thiếu|mắc|"
    r"suy thoái|sinh con|đánh bạc|tham nhũng|kỷ luật|tiêu cực|sai phạm|ngại|trễ|kém|muộn)(?!\w)"
)
"""Nobody who falls short."""
_OWNS_UP = re.compile(
    r"(?<!\w)(?:cần|phải|cũng phải|cần phải)(?: (?:thẳng thắn|nghiêm túc|cũng|thành thật))* "
    r"(?:nhìn nhận|thừa nhận|thấy rằng|thấy rõ|nhận thấy|nói rằng|khẳng định rằng)(?!\w)"
    r"|qua (?:kiểm tra|giám sát|thanh tra|rà soát)(?:, \w+ \w+)?,? (?:đã )?phát hiện(?!\w)"
)
_OWNING = "nhìn nhận", "thừa nhận", "thấy r", "nhận thấy", "rằng", "phát hiện"
"""Words of which each wording of it has one."""
_NOMINAL = re.compile(
    r"(?<!\w)(?:công tác|việc|hoạt động|kết quả|cuộc|quá trình|khả năng|năng lực|ý thức|"
    r"tinh thần|trong|né|cho|về|phương án|giải pháp|biện pháp|tính|sự|trách nhiệm|qua|"
    r"phòng|phòng,)\s$"
)
"""What makes the word of duty after it a noun: "công tác đấu tranh", "việc khắc phục"."""


_PLACES = {
    "idiom": ("lacks.idiom", "told"),
    "strong": ("lack", "strong"), "weak": ("lack", "weak"), "quality": ("quality", "poor"),
    "vice": ("vice", "named"), "misdeed": ("misdeed", "told"), "spread": ("spread", "wide"),
    "contrast": ("opening", "contrast"), "place": ("opening", "place"),
    "some": ("some", "someone"), "absence": ("not_lack", "absence"),
    "merit": ("lacks.merit", "told"), "thing": ("lacks.thing", "weighed"),
    "order": ("not_lack", "order"), "praise": ("not_lack", "praise"),
    "harmless": ("not_lack", "harmless"),
}  # fmt: skip
"""Where the lexicon file holds the words of each pattern."""
_SUBJECT = 90
"""Characters before "diễn ra phổ biến" within which stands what is widespread."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cues:
    """The patterns of the lexicons of lack."""

    idiom: GatedPattern
    strong: GatedPattern
    weak: GatedPattern
    quality: GatedPattern
    still: GatedPattern
    vice: GatedPattern
    misdeed: GatedPattern
    spread: GatedPattern
    contrast: GatedPattern
    place: GatedPattern
    some: GatedPattern
    absence: GatedPattern
    merit: GatedPattern
    thing: GatedPattern
    order: GatedPattern
    praise: GatedPattern
    harmless: GatedPattern


@lru_cache(maxsize=4)
def cues(reference: Reference) -> Cues:
    """The patterns of the words by which a sentence states a lack."""

    def forms(group: str, code: str) -> tuple[str, ...]:
        name = group if "." in group else f"findings.{group}"
        entries = reference.lexicon(name).entries
        return next(e.forms for e in entries if e.code == code)

    words = {name: forms(*place) for name, place in _PLACES.items()}
    gates = WordGates(words)
    found = {
        name: GatedPattern(whole_words(some, after="không "), name, gates)
        for name, some in words.items()
    }
    still = (
        word_start("còn|vẫn|bị|rất|khá|quá|tương đối|lại|gần như|hầu như")
        + rf"{_DEGREE} {alternation(words['quality'])}(?!\w)"
    )
    return Cues(still=GatedPattern(still, "quality", gates), **found)


_remembered = lru_cache(maxsize=2048)
"""What is asked of a sentence is asked again of its clauses, and by the statement model."""


@_remembered
def bare(key: str, words: Cues) -> str:
    """The key with harmless words of lack blanked, so that they do not count.

    So are the words by which a speaker owns up to a lack ("phải thẳng thắn nhìn nhận").
    """
    if "không " in key:
        key = _NOT_THUS.sub(lambda m: "_" * len(m[0]), key)
    if any(word in key for word in _OWNING):
        key = _OWNS_UP.sub(lambda m: "_" * len(m[0]), key)
    return words.harmless.blanked(key)


@_remembered
def first_strong(key: str, words: Cues, start: int = 0) -> re.Match[str] | None:
    """The first plain statement of a lack from `start` on, or None."""
    hits = [p.search(key, start) for p in (_NOT_YET, *built(key))]
    hits += [p.search(key, start) for p in (words.strong, words.still, words.vice, words.idiom)]
    some, spread = words.some.search(key, start), words.spread.search(key, start)
    if some:
        hits += [words.quality.search(key, some.end())]
    if spread:  # what spreads stands before it
        hits += [
            p.search(key, max(start, spread.start() - _SUBJECT), spread.start())
            for p in (_STATE, words.weak, words.quality)
        ]
    return _earliest(hits)


@_remembered
def plain(key: str) -> bool:
    """Whether the lack is told by the build of the sentence, so that nothing else need tell it.

    >>> plain("số thanh niên được kết nạp giảm mạnh")
    True
    """
    return any(p.search(key) for p in built(key))


@_remembered
def first_weak(key: str, words: Cues) -> re.Match[str] | None:
    """The first word that speaks of a lack only where the text around it does, or None."""
    return _earliest(p.search(key) for p in (_ONLY, words.weak, words.quality, words.misdeed))


def absent(key: str, words: Cues) -> re.Match[str] | None:
    """How the words say that something bad is not there, or None.

    >>> from pipeline import reference
    >>> bool(absent("không có đảng viên nào nộp muộn", cues(reference.load())))
    True
    """
    return words.absence.search(key) or ("không" in key and _NONE_OF.search(key)) or None


def lacks(key: str, words: Cues) -> bool:
    """Whether the words speak of something that falls short or is broken."""
    return bool(first_strong(key, words) or first_weak(key, words))


@_remembered
def praises(key: str, words: Cues) -> bool:
    """Whether the words praise; "chưa thực hiện tốt" does not."""
    if not words.praise.search(key):
        return False
    return bool(words.praise.search(_NEGATED.sub(lambda m: "_" * len(m[0]), key)))


def duty(key: str, words: Cues) -> bool:
    """Whether the first word of duty or purpose stands before the first word of lack.

    A word of duty that is a noun is none ("công tác đấu tranh … chưa thẳng thắn").
    """
    return ordered_before(key, words, first_strong(key, words), first_weak(key, words))


def ordered_before(key: str, words: Cues, *lacks: re.Match[str] | None) -> bool:
    """Whether a word of duty or purpose stands before the first of the lacks found."""
    lack = _earliest(lacks)
    if lack is None:
        return False
    orders = words.order.finditer(key, 0, lack.start())
    return any(not _NOMINAL.search(key, max(0, m.start() - 16), m.start()) for m in orders)


def _earliest(hits: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return min((m for m in hits if m), key=lambda m: m.start(), default=None)
