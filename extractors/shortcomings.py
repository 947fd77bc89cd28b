"""Which sentences state a shortcoming, by where they stand and by how they speak."""

import re

from extractors.excuses import excuses
from extractors.lack import (
    Cues,
    absent,
    bare,
    duty,
    first_strong,
    first_weak,
    lacks,
    plain,
    praises,
)
from extractors.passages import Passage
from extractors.zones import OPEN
from pipeline.records import ShortcomingKind
from pipeline.reference import word_start

RULES = frozenset({"plan", "guideline", "regulation", "form"})
"""Documents in which talk of shortcomings is nearly always a rule."""
_ORDERS = frozenset({"directive", "resolution", "conclusion_notice"})
_CONCLUDING = frozenset({"conclusion_notice"})
_BLAME = re.compile(
    r"(?<!thiếu )(?<!tinh thần )(?<!ý thức )trách nhiệm(?: \S+){0,25}? "
    r"(?:hạn chế|khuyết điểm|chưa|chậm|không hoàn thành|đạt thấp|tồn tại|yếu kém|vi phạm)"
)
_OWNS_UP = re.compile(
    r"(?:tập thể|đồng chí|đ/c|ban thường vụ|ban chấp hành|đảng ủy|chi ủy|cấp ủy|thường trực|bí thư)"
    r"(?: [^\s.;]+){0,12}? (?:xin |tự |cũng |phải )?nhận (?:khuyết điểm|trách nhiệm)(?: \S+){2}"
)
_ANSWERS = re.compile(
    r"(?<!\w)(?:chịu|nhận|tự nhận|liên đới chịu)(?: \w+){0,2} trách nhiệm(?: chính| trực tiếp|"
    r" chung|"
    r" người đứng đầu| liên quan| liên đới)?(?! (?:với vai trò|với tư cách|trước đảng|"
    r"trước pháp luật|thi hành|hướng dẫn|"
    r"theo dõi|đôn đốc|tổ chức|triển khai)(?!\w))(?! cao)(?: \S+|[.;])"
    r"|trách nhiệm (?:chính |trực tiếp |trước hết |này |đó )?thuộc về (?!toàn )"
)
"""Who answers for something; of what fell short only where the text around says so."""
_CHIEFLY = re.compile(r"trách nhiệm (?:chính|trực tiếp|chung|này|đó|thuộc về)|thuộc về")
RESPONSIBILITY = re.compile(
    r"[\W\d_]*(?:[ivx]+[.)/-]+\s*|[a-hđ][.)/-]+\s*|phần \w+(?: \w+)?\W+)?(?:về |kiểm điểm |"
    r"đánh giá |làm rõ |"
    r"xác định |nhận )*(?:vai trò, )?trách nhiệm(?! (?:lãnh đạo|nêu gương|thực hiện|"
    r"trong lãnh đạo))"
)
"""Heads over who answers for what fell short."""
_DIFFICULTY = re.compile(
    r"(?:^|(?<=, )|(?<=: )|(?<=[\"“]))(?:cái |điều |điểm |mặt |cũng theo [^,]{3,40}, |hiện nay,? )?"
    r"(?:khó khăn(?: \w+){0,2} nhất|khó nhất|khó khăn|vướng mắc(?: \w+){0,2} nhất|vướng nhất|khó|"
    r"vướng|"
    r"trở ngại(?: \w+){0,2}|rào cản(?: \w+){0,2}|thách thức(?: \w+){0,2} nhất)"
    r"(?: (?:bây giờ|hiện nay|hiện tại|của [^,.;]{3,40}|đối với [^,.;]{3,40}|ở [^,.;]{3,30}|"
    r"lúc này))? "
    r"(?:vẫn |chính |nằm ở |lại |hiện )?(?:là|ở chỗ)(?!\w)"
)
"""A difficulty that is named as such: "Cái khó là …", "Khó khăn lớn nhất hiện nay là …"."""
_HARD = "khó", "vướng", "trở ngại", "rào cản", "thách thức"
"""Words of which each wording of it has one."""
VIOLATION = re.compile(
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
VIOLATION_WORDS = (
    "kỷ luật", "khiển trách", "cảnh cáo", "cách chức", "khai trừ", "phạm", "khởi tố", "án ",
    "vì đã có", "khuyết điểm", "tội danh", "lĩnh án",
)  # fmt: skip
"""Without one of these words nothing of the kind is told."""
_TOLD = frozenset({"news", "other", "conclusion_notice"})
_TURN = re.compile(r"(?<!\w)(?:song|nhưng|tuy nhiên),? ")
_MENDING = re.compile(
    word_start(
        "khắc phục|đẩy lùi|chống|chấm dứt|ngăn chặn|xóa bỏ|xóa|xử lý|phòng ngừa|ngăn ngừa|hạn chế"
    )
    + r"(?: dần)? "
    r"(?:tình trạng|biểu hiện|hiện tượng|bệnh|tư tưởng|thói|tệ|nạn|căn bệnh)(?!\w)"
)
"""Words that name a lack only to say what is done against it."""
DEALT_WITH = re.compile(
    r"(?<!chưa )(?<!không )(?<!\w)được (?:\S+ ){0,2}?(?:xử lý|giải quyết|uốn nắn|chấn chỉnh|"
    r"củng cố|kiểm tra|kết luận|"
    r"quan tâm|tháo gỡ|kiện toàn|đẩy lùi|ngăn chặn|khắc phục|phát hiện|làm rõ|đưa (?:vào|ra)|nâng|"
    r"tăng|cải thiện)"
    r"|(?<!\w)đã (?:\S+ ){0,2}?(?:giải quyết|xử lý|khắc phục|chấn chỉnh|tập trung|tham mưu|"
    r"kịp thời|ban hành)"
    r"|có kết quả|rõ rệt|khắc phục (?:hiệu quả|dần|từng bước)|dứt điểm"
    r"|(?<!\w)(?:kết nạp|xóa tên|khiển trách|cảnh cáo|khai trừ|kỷ luật|giám sát)(?: được)?:? \d"
    r"|chỉ tiêu(?: \S+){0,3} (?:đạt|vượt|là|gồm)|không đạt\W*$|\(chỉ tiêu|\d+/\d+\)"
)
"""What stands among results was dealt with, or is only counted."""
LONG_AGO = re.compile(
    r"[\W_]*(?:ngày ấy|ngày đó|ngày trước|ngày xưa|thuở|thời ấy|hồi ấy|hồi đó|"
    r"hơn \w+ (?:chục )?năm (?:trước|về trước)|"
    r"\w+(?: mươi)? năm (?:trước|về trước)|trước đây|trước kia|những năm (?:19|đầu|cuối|8|9|đói)|"
    r"mới ngày nào|còn nhớ|"
    r"nhớ lại)(?!\w)"
)
"""How a paragraph of history begins: what it finds wanting is long over."""
_WEIGHS = re.compile(r"(?:xét|căn cứ|sau khi xem xét|xem xét|nêu rõ|làm rõ|ghi rõ)[, ]")
_FEW = re.compile(
    r"(?<!\w)(?:không(?! (?:chỉ|ngừng|để|những|gian)(?!\w))|"
    r"chỉ(?! (?:đạo|số|tiêu|thị|rõ|dẫn)(?!\w))|mới (?:chỉ|dừng|đạt)|có tới|ít khi|hiếm khi)(?!\w)"
)
"""Words that tell of little where a list of lacks goes on."""
_SIGNED = re.compile(
    r"[\W_]*(?:(?:bài|tin|ảnh|bài và ảnh|bài, ảnh|tin, ảnh|nguồn|tác giả)\s*:|\(?theo \S+\)?$)"
    r"|[^☐☒\n]*[☐☒]"
)
"""Who wrote an article; and a grade on a ballot."""
_ANAPHOR = re.compile(
    r"(?:những|các) (?:tồn tại|hạn chế|khuyết điểm|thiếu sót|yếu kém|khó khăn)(?:[ ,]+\S+){0,8}? "
    r"(?:trên|nêu trên|này|đó) (?:đòi hỏi|cần|phải|đã được|được)"
)
_DIRECTIVE_START = re.compile(
    r"(?:cần|phải|đề nghị|yêu cầu|kiên quyết|khắc phục|tăng cường|đẩy mạnh|nâng cao|tiếp tục)\s"
)
SLOT = re.compile(
    r"\.{4,}|…\s*…|_{3,}|\(nêu|\(ghi|\(nếu có\)|nêu rõ|liên hệ|tự đánh giá|"
    r"[☐☒□☑]|^(?:ghi|nêu|xác định|phân tích|đánh giá|kiểm điểm|làm rõ|trình bày)\s"
)
"""What a form leaves to fill in, or asks for."""


def states(
    key: str,
    passage: Passage,
    doc_type: str,
    words: Cues,
    follows: bool = False,
    blamed: bool = False,
) -> str | None:
    """The rule by which a sentence states a shortcoming, or None.

    `follows`: the sentence before it in the block states one. `blamed`: it stands under a heading
    over who answers for what fell short.
    """
    none, key = absent(key, words), bare(key, words)
    kind = passage.zone.kind
    if passage.block.span.start == 0 and doc_type in _TOLD and key[-1:] not in ".;!…":
        return None  # a headline
    if passage.announces or passage.heading or none:
        return None
    if kind == "open" and LONG_AGO.match(key):
        return None
    if _ANAPHOR.match(key) or _SIGNED.match(key):
        return None
    if kind in ("shortcoming", "difficulty"):
        return _in_zone(key, passage, doc_type, words)
    if kind == "cause" and owns_up(key):
        return "responsibility_laid"
    if kind in ("cause", "remedy", "lesson", "target") or doc_type in RULES:
        return None
    if kind != "other" and (blamed or follows) and _answers(key, words, blamed):
        return "responsibility_laid"
    if doc_type not in _ORDERS and _is_hard(key) and not duty(key, words):
        return "difficulty_told"
    return None if kind == "other" else _anywhere(key, passage, doc_type, words, follows)


def _is_hard(key: str) -> bool:
    """Whether a sentence names a difficulty as such."""
    return any(word in key for word in _HARD) and bool(_DIFFICULTY.search(key))


def owns_up(key: str) -> bool:
    """Whether somebody takes the blame for something, wherever that is said.

    >>> owns_up("tập thể đảng ủy nhận khuyết điểm về việc chậm quyết toán")
    True
    >>> owns_up("đảng ủy nhận thức chưa đầy đủ")
    False
    """
    return bool(_OWNS_UP.search(key))


def lays_blame(key: str) -> bool:
    """Whether the words lay the blame for something on somebody, or somebody takes it."""
    told = "trách nhiệm" in key or "khuyết điểm" in key
    return told and (bool(_BLAME.search(key)) or owns_up(key))


def _answers(key: str, words: Cues, blamed: bool) -> bool:
    """Whether a sentence says who answers for what fell short, not only for a field of work."""
    answers = _ANSWERS.search(key)
    if answers is None:
        return False
    return bool(_CHIEFLY.search(answers[0]) or (blamed and lacks(key, words)))


def kind(passage: Passage, rule: str = "") -> ShortcomingKind:
    """Difficulty only where the text files it under difficulties alone, or calls it one."""
    named = passage.zone.kind == "difficulty" or rule == "difficulty_told"
    return "difficulty" if named else "shortcoming"


def _filled_in(key: str, words: Cues) -> bool:
    """Whether a sentence of a form or a plan states something, and does not only ask for it."""
    return bool(first_strong(key, words)) and not SLOT.search(key)


_STATISTIC = re.compile(
    r"(?:toàn|cả|hiện|hiện nay|đến nay|tổng số|tính đến|trong \w+ năm|\w+ năm(?: qua)?|giai đoạn "
    r"\d+|"
    r"từ (?:năm|đầu)|nhiệm kỳ|\d+ tháng|sáu tháng|năm \d+)(?!\w)[^;]*? "
    r"(?:có|gồm|là|kết nạp|phát triển|tổ chức|mở|kiểm tra|giám sát|ban hành|xử lý|kỷ luật)(?: "
    r"được)?:? \d"
)
"""A figure that stands among lacks and tells none."""


def only_counts(key: str, words: Cues) -> bool:
    """Whether a sentence only gives a figure of what there is."""
    counted = _STATISTIC.match(key) and not _FEW.search(key)
    return bool(counted) and not lacks(key, words)


def _in_zone(key: str, passage: Passage, doc_type: str, words: Cues) -> str | None:
    short = lacks(key, words)
    if _DIRECTIVE_START.match(key):
        return None
    if doc_type == "regulation" or (doc_type in RULES and not _filled_in(key, words)):
        return None
    if short or (passage.zone.sure and not praises(key, words)):
        return None if only_counts(key, words) else "shortcoming_zone"
    listed = not passage.zone.sure and not praises(key, words)
    return "shortcoming_zone" if listed and _FEW.search(key) else None


def _anywhere(key: str, passage: Passage, doc_type: str, words: Cues, follows: bool) -> str | None:
    """By language alone: a turn of contrast, or plain words of lack without a duty or a rule."""
    if "trách nhiệm" in key and _BLAME.search(key):
        return "responsibility_laid"
    if _WEIGHS.match(key):
        return None
    mending = _MENDING.search(key)
    if mending and not first_strong(key[: mending.start()], words):
        return None
    if doc_type in _TOLD and _violates(key) and "góp phần" not in key:
        return "violation_told"
    turns = bool(words.contrast.match(key))
    lack = first_strong(key, words) or ((follows or turns) and first_weak(key, words))
    misdeed = doc_type in _TOLD and words.misdeed.search(key)
    if duty(key, words) or not (lack or misdeed) or excuses(key):
        return None
    if turns or (doc_type not in _ORDERS and _turned(key, words)):
        return "contrast_turn"
    dealt_with = passage.zone.kind == "praise" and DEALT_WITH.search(key)
    if dealt_with or praises(key, words):
        return None
    if follows:
        return "after_a_turn"
    if doc_type in _ORDERS - _CONCLUDING or (misdeed and not first_strong(key, words)):
        apart = passage.zone.kind == "praise" or doc_type in _ORDERS
        return "misdeed_told" if misdeed and not apart else None
    if not (plain(key) or _of_a_unit(key, words, doc_type in _TOLD and passage.zone == OPEN)):
        return None
    if passage.zone.kind == "praise" or doc_type in _ORDERS:
        return None if DEALT_WITH.search(key) else "lack_among_results"
    return "misdeed_told" if misdeed else "words_of_lack"


def _violates(key: str) -> bool:
    """Whether a sentence tells of a violation."""
    return any(word in key for word in VIOLATION_WORDS) and bool(VIOLATION.search(key))


def _of_a_unit(key: str, words: Cues, in_prose: bool) -> bool:
    """Whether the words speak of a unit, its members or its work; in prose also of less."""
    told = (words.place, words.some, words.spread, *((words.thing,) if in_prose else ()))
    return any(p.search(key) for p in told)


def _turned(key: str, words: Cues) -> bool:
    """Whether words of lack follow a turn inside the sentence."""
    turn = _TURN.search(key)
    return bool(turn and first_strong(key, words, turn.end()))
