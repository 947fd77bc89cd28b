"""Which sentences state a shortcoming, by where they stand and by how they speak."""

import re
from dataclasses import dataclass
from functools import cache

from extractors.passages import Passage
from pipeline.records import ShortcomingKind
from pipeline.reference import Reference

RULES = frozenset({"plan", "guideline", "regulation", "form"})
"""Documents in which talk of shortcomings is nearly always a rule."""
_ORDERS = frozenset({"directive", "resolution", "conclusion_notice"})
_BLAME = re.compile(
    r"(?:chịu )?trách nhiệm(?: \S+){0,25}? "
    r"(?:hạn chế|khuyết điểm|chưa|chậm|không hoàn thành|đạt thấp|tồn tại|yếu kém|vi phạm)"
)
_VIOLATION = re.compile(
    r"(?<!\w)(?:kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|sai phạm|khởi tố|án)"
    r"(?: \S+){0,30}? "
    r"(?:do|vì|về)(?: có)?(?: hành vi| những| các)? (?:\S+ )?(?:vi phạm|sai phạm|thiếu trách nhiệm|"
    r"buông lỏng|suy thoái|tham ô|nhận hối lộ|lợi dụng|không trung thực|thực hiện không đúng)"
    r"|nội dung vi phạm|(?:những|các) (?:sai phạm|vi phạm)(?: \S+){0,12}? (?:là|gồm|về)"
    r"|vi phạm(?: \S+){0,4}? (?:chủ yếu|tập trung)|mắc khuyết điểm"
    r"|đã (?:có )?vi phạm(?: \S+){3}|với tội danh|lĩnh án|bị khởi tố"
    r"|(?:bị|thi hành|quyết định|công bố|xử lý|nhận)(?: \S+){0,4} kỷ luật(?: \S+){0,90}? "
    r"(?:vi phạm (?:về|trong|quy định|nguyên tắc|lối sống)|do có (?:các |những )?khuyết điểm)"
)
_TOLD = frozenset({"news", "other", "conclusion_notice"})
_NOT_YET = re.compile(
    r"(?<!khi )(?<!\w)chưa(?! (?:từng|kể|phát hiện|để xảy ra|bao giờ|hề|phải) )\s\w"
)
_TURN = re.compile(r"(?<!\w)(?:song|nhưng|tuy nhiên),? ")
_CONCEDES = re.compile(
    r"(?<!\w)(?:mặc dù|mặc dầu|dù|trong điều kiện|trong bối cảnh|trước)(?: \S+){0,5} "
    r"(?:khó khăn|thách thức|hạn chế|vướng mắc)"
)
_COUNTS = re.compile(r"\d+(?:/\d+)? chỉ tiêu(?: \S+){0,3} (?:vượt|đạt|chưa đạt)")
_ANAPHOR = re.compile(
    r"(?:những|các) (?:tồn tại|hạn chế|khuyết điểm|thiếu sót|yếu kém|khó khăn)(?:[ ,]+\S+){0,8}? "
    r"(?:trên|nêu trên|này|đó) (?:đòi hỏi|cần|phải|đã được|được)"
)
_DIRECTIVE_START = re.compile(
    r"(?:cần|phải|đề nghị|yêu cầu|kiên quyết|khắc phục|tăng cường|đẩy mạnh|nâng cao|tiếp tục)\s"
)
SLOT = re.compile(
    r"\.{4,}|…\s*…|_{3,}|\(nêu|\(ghi|\(nếu có\)|nêu rõ|liên hệ|tự đánh giá|"
    r"^(?:ghi|nêu|xác định|phân tích|đánh giá|kiểm điểm|làm rõ|trình bày)\s"
)
"""What a form leaves to fill in, or asks for."""


@cache
def _words_pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the forms as whole words, the longest first."""
    longest = sorted(forms, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)")


@dataclass(frozen=True, slots=True)
class Cues:
    """The patterns of the lexicons of lack, compiled once a document."""

    strong: re.Pattern[str]
    weak: re.Pattern[str]
    contrast: re.Pattern[str]
    place: re.Pattern[str]
    absence: re.Pattern[str]
    order: re.Pattern[str]
    praise: re.Pattern[str]
    harmless: re.Pattern[str]


def cues(reference: Reference) -> Cues:
    """The patterns of the words by which a sentence states a lack."""

    def pattern(group: str, code: str) -> re.Pattern[str]:
        entries = reference.lexicon(f"findings.{group}").entries
        return _words_pattern(next(e.forms for e in entries if e.code == code))

    return Cues(
        pattern("lack", "strong"), pattern("lack", "weak"), pattern("opening", "contrast"),
        pattern("opening", "place"), pattern("not_lack", "absence"), pattern("not_lack", "order"),
        pattern("not_lack", "praise"), pattern("not_lack", "harmless"),
    )  # fmt: skip


def states(
    key: str, passage: Passage, doc_type: str, words: Cues, follows: bool = False
) -> str | None:
    """The rule by which a sentence states a shortcoming, or None.

    `follows`: the sentence before it in the block states one.
    """
    key = words.harmless.sub(lambda m: "_" * len(m[0]), key)
    kind = passage.zone.kind
    if passage.announces or passage.heading or words.absence.search(key):
        return None
    if _ANAPHOR.match(key):
        return None
    if kind in ("shortcoming", "difficulty"):
        return _in_zone(key, passage, doc_type, words)
    if kind in ("cause", "remedy", "lesson", "target", "other") or doc_type in RULES:
        return None
    return _anywhere(key, passage, doc_type, words, follows)


def kind(passage: Passage) -> ShortcomingKind:
    """Difficulty only where the text files it under difficulties alone."""
    return "difficulty" if passage.zone.kind == "difficulty" else "shortcoming"


def _filled_in(key: str, words: Cues) -> bool:
    """Whether a sentence of a form or a plan states something, and does not only ask for it."""
    plain = words.strong.search(key) or _NOT_YET.search(key)
    return bool(plain) and not SLOT.search(key)


def lacks(key: str, words: Cues) -> bool:
    """Whether the words speak of something that falls short or is broken."""
    return bool(words.strong.search(key) or words.weak.search(key) or _NOT_YET.search(key))


def _in_zone(key: str, passage: Passage, doc_type: str, words: Cues) -> str | None:
    short = lacks(key, words)
    if _DIRECTIVE_START.match(key):
        return None
    if doc_type == "regulation" or (doc_type in RULES and not _filled_in(key, words)):
        return None
    if not short and (words.praise.search(key) or not passage.zone.sure):
        return None
    return "shortcoming_zone"


def _anywhere(key: str, passage: Passage, doc_type: str, words: Cues, follows: bool) -> str | None:
    """By language alone: a turn of contrast, or plain words of lack without a duty or a rule."""
    if _BLAME.search(key):
        return "responsibility_laid"
    if doc_type in _TOLD and _VIOLATION.search(key) and "góp phần" not in key:
        return "violation_told"
    strong = words.strong.search(key) or _NOT_YET.search(key)
    turns = bool(words.contrast.match(key))
    if _duty(key, words) or not (strong or ((follows or turns) and words.weak.search(key))):
        return None
    if _CONCEDES.search(key) or _COUNTS.search(key) or re.search(r", thì(?!\w)", key):
        return None
    if turns or (doc_type not in _ORDERS and _turned(key, words)):
        return "contrast_turn"
    if words.praise.search(key):
        return None
    if follows:
        return "after_a_turn"
    if passage.zone.kind == "praise" or doc_type in _ORDERS or not words.place.search(key):
        return None
    return "words_of_lack"


def _turned(key: str, words: Cues) -> bool:
    """Whether words of lack follow a turn inside the sentence."""
    turn = _TURN.search(key)
    return bool(turn and (words.strong.search(key, turn.end()) or _NOT_YET.search(key, turn.end())))


def _duty(key: str, words: Cues) -> bool:
    """Whether the first word of duty or purpose stands before the first word of lack."""
    order = words.order.search(key)
    lack = words.strong.search(key) or _NOT_YET.search(key) or words.weak.search(key)
    return bool(order and lack and order.start() < lack.start())
