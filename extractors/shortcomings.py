"""Which sentences state a shortcoming, by where they stand and by how they speak."""

import re

from extractors.lack import Cues, bare, duty, first_strong, first_weak, lacks, plain, praises
from extractors.passages import Passage
from pipeline.records import ShortcomingKind

RULES = frozenset({"plan", "guideline", "regulation", "form"})
"""Documents in which talk of shortcomings is nearly always a rule."""
_ORDERS = frozenset({"directive", "resolution", "conclusion_notice"})
_BLAME = re.compile(
    r"(?<!thiếu )(?<!tinh thần )(?<!ý thức )trách nhiệm(?: \S+){0,25}? "
    r"(?:hạn chế|khuyết điểm|chưa|chậm|không hoàn thành|đạt thấp|tồn tại|yếu kém|vi phạm)"
)
_OWNS_UP = re.compile(
    r"(?:tập thể|đồng chí|đ/c|ban thường vụ|ban chấp hành|đảng ủy|chi ủy|cấp ủy|thường trực|bí thư)"
    r"(?: [^\s.;]+){0,12}? (?:xin |tự |cũng |phải )?nhận (?:khuyết điểm|trách nhiệm)(?: \S+){2}"
)
_VIOLATION = re.compile(
    r"(?<!\w)(?:kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|sai phạm|khởi tố|án)"
    r"(?: \S+){0,70}? "
    r"(?:do|vì|về)(?: có)?(?: hành vi| những| các)? (?:\S+ )?(?:vi phạm|sai phạm|thiếu trách nhiệm|"
    r"buông lỏng|suy thoái|tham ô|nhận hối lộ|lợi dụng|không trung thực|thực hiện không đúng)"
    r"|nội dung vi phạm|nội dung(?: \S+){1,12} kỷ luật là |vì đã có |do có các khuyết điểm|"
    r"(?:những|các) (?:sai phạm|vi phạm)(?: \S+){0,12}? (?:là|gồm|về)"
    r"|vi phạm(?: \S+){0,4}? (?:chủ yếu|tập trung)|mắc khuyết điểm"
    r"|đã (?:có )?vi phạm(?: \S+){3}|với tội danh|lĩnh án|bị khởi tố"
    r"|(?:bị|thi hành|quyết định|công bố|xử lý|nhận)(?: \S+){0,4} kỷ luật(?: \S+){0,90}? "
    r"(?:vi phạm (?:về|trong|quy định|nguyên tắc|lối sống)|do có (?:các |những )?khuyết điểm)"
)
_TOLD = frozenset({"news", "other", "conclusion_notice"})
_TURN = re.compile(r"(?<!\w)(?:song|nhưng|tuy nhiên),? ")
_CONCEDES = re.compile(
    r"(?<!\w)(?:mặc dù|mặc dầu|dù|trong điều kiện|trong bối cảnh|trước)(?: \S+){0,5} "
    r"(?:khó khăn|thách thức|hạn chế|vướng mắc)"
    r"|(?<!\w)(?:trong|trước) (?:bối cảnh|điều kiện|tình hình)(?: \S+){0,20} (?:phức tạp|khó lường|"
    r"khó khăn|thách thức)"
)
_COUNTS = re.compile(r"\d+(?:/\d+)? chỉ tiêu(?: \S+){0,3} (?:vượt|đạt|chưa đạt)")
_BEFORE = re.compile(r"(?:trước đây|trước kia|những năm trước|ngày trước|hồi đó|khi mới|từng )")
_WEIGHS = re.compile(r"(?:xét|căn cứ|sau khi xem xét|xem xét|nêu rõ|làm rõ|ghi rõ)[, ]")
_FEW = re.compile(
    r"(?<!\w)(?:không(?! (?:chỉ|ngừng|để|những|gian)(?!\w))|"
    r"chỉ(?! (?:đạo|số|tiêu|thị|rõ|dẫn)(?!\w))|mới (?:chỉ|dừng|đạt)|có tới|ít khi|hiếm khi)(?!\w)"
)
"""Words that tell of little where a list of lacks goes on."""
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


def states(
    key: str, passage: Passage, doc_type: str, words: Cues, follows: bool = False
) -> str | None:
    """The rule by which a sentence states a shortcoming, or None.

    `follows`: the sentence before it in the block states one.
    """
    key = bare(key, words)
    kind = passage.zone.kind
    if passage.announces or passage.heading or words.absence.search(key):
        return None
    if _ANAPHOR.match(key):
        return None
    if kind in ("shortcoming", "difficulty"):
        return _in_zone(key, passage, doc_type, words)
    if kind == "cause" and owns_up(key):
        return "responsibility_laid"
    if kind in ("cause", "remedy", "lesson", "target", "other") or doc_type in RULES:
        return None
    return _anywhere(key, passage, doc_type, words, follows)


def owns_up(key: str) -> bool:
    """Whether somebody takes the blame for something, wherever that is said.

    >>> owns_up("tập thể đảng ủy nhận khuyết điểm về việc chậm quyết toán")
    True
    >>> owns_up("đảng ủy nhận thức chưa đầy đủ")
    False
    """
    return bool(_OWNS_UP.search(key))


def kind(passage: Passage) -> ShortcomingKind:
    """Difficulty only where the text files it under difficulties alone."""
    return "difficulty" if passage.zone.kind == "difficulty" else "shortcoming"


def _filled_in(key: str, words: Cues) -> bool:
    """Whether a sentence of a form or a plan states something, and does not only ask for it."""
    return bool(first_strong(key, words)) and not SLOT.search(key)


def _in_zone(key: str, passage: Passage, doc_type: str, words: Cues) -> str | None:
    short = lacks(key, words)
    if _DIRECTIVE_START.match(key):
        return None
    if doc_type == "regulation" or (doc_type in RULES and not _filled_in(key, words)):
        return None
    if short or (passage.zone.sure and not praises(key, words)):
        return "shortcoming_zone"
    listed = not passage.zone.sure and not praises(key, words)
    return "shortcoming_zone" if listed and _FEW.search(key) else None


def _anywhere(key: str, passage: Passage, doc_type: str, words: Cues, follows: bool) -> str | None:
    """By language alone: a turn of contrast, or plain words of lack without a duty or a rule."""
    if _BLAME.search(key):
        return "responsibility_laid"
    if _WEIGHS.match(key):
        return None
    if doc_type in _TOLD and _VIOLATION.search(key) and "góp phần" not in key:
        return "violation_told"
    turns = bool(words.contrast.match(key))
    lack = first_strong(key, words) or ((follows or turns) and first_weak(key, words))
    misdeed = doc_type in _TOLD and words.misdeed.search(key)
    if duty(key, words) or not (lack or misdeed) or _excuses(key):
        return None
    if turns or (doc_type not in _ORDERS and _turned(key, words)):
        return "contrast_turn"
    if praises(key, words):
        return None
    if follows:
        return "after_a_turn"
    if passage.zone.kind == "praise" or doc_type in _ORDERS:
        return None
    if misdeed:
        return "misdeed_told"
    told = (words.place, words.some, words.spread)
    return "words_of_lack" if plain(key) or any(p.search(key) for p in told) else None


def _excuses(key: str) -> bool:
    """Whether a sentence only concedes a difficulty, counts targets, rules or looks back."""
    if _CONCEDES.search(key) or _COUNTS.search(key) or _BEFORE.match(key):
        return True
    return bool(re.search(r", thì(?!\w)", key))


def _turned(key: str, words: Cues) -> bool:
    """Whether words of lack follow a turn inside the sentence."""
    turn = _TURN.search(key)
    return bool(turn and first_strong(key, words, turn.end()))
