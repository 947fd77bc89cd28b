"""What the text around a sentence is about: shortcomings, causes, remedies, praise.

A zone is opened by a heading of the document, by a label that runs into its text
("- Tồn tại, khuyết điểm: …") or by a sentence that announces a list ("còn một số hạn chế sau:").
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from pipeline.model import Span
from pipeline.reference import Reference, word_start

ZoneKind = Literal[
    "shortcoming", "difficulty", "cause", "remedy", "goal", "implementation", "praise", "lesson",
    "target", "other", "open",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zone:
    """What a stretch of text is about; `open` where nothing tells.

    `head` is the heading or label that says so; `sure` is False after a sentence that announced it;
    `label` is True where the head runs into its text or is an item of a list.
    """

    kind: ZoneKind = "open"
    head: Span | None = None
    sure: bool = True
    label: bool = False


OPEN = Zone()
_FAR = 8
"""Words that may stand in a heading, its numbering included, before what it is about."""
_FILLER = (
    r"(?:(?:\*|_|những|một\s+số|các|mặt|về|phần|đánh\s+giá|nhận\s+xét|nêu|việc|ngoài|chỉ|còn|"
    r"đề\s+ra|mục\s+tiêu,?|kiểm\s+điểm|thực\s+trạng|tình\s+hình|xác\s+định|phân\s+tích)\s+)*"
)
_TAIL = (
    r"(?:\s*(?:,|và|-|;|/|các|những|chủ\s+quan|khách\s+quan|chủ\s+yếu|đạt\s+được|chính|nổi\s+bật|"
    r"cần\s+khắc\s+phục|còn\s+tồn\s+tại|của|trên|khắc\s+phục|thực\s+hiện|trong|tới|nhiệm\s+kỳ|"
    r"thời\s+gian|năm|qua|vừa|cơ\s+bản|cụ\s+thể|rút\s+ra|\d{4}|trọng\s+tâm))*"
)
CAUSE_OF_SUCCESS = re.compile(
    r"nguyên\s+nhân\s+(?:(?:chủ yếu|chính|cơ bản|của|những|các|đạt được|dẫn đến|dẫn tới|đem lại|"
    r"tạo nên|có|"
    r"chủ quan|khách quan)\s+)*(?:mặt được|mặt làm được|việc làm được|mặt mạnh|ưu điểm|kết quả|"
    r"thành công|"
    r"thành tích|thành tựu|thắng lợi|chuyển biến)"
    r"|^sở dĩ(?: [^\s.:;]+){0,6} (?:đạt được|có được|thành công|kết quả)"
)
_ORDERS = re.compile(
    r"(?<!\w)(?:cần|phải|yêu cầu|đề nghị|tập trung|tập trung chỉ đạo|giao)(?: [^\s.:;]+){0,9}\s*:$"
)
_REMAINS = re.compile(r"^(?!\W*(?:để|nhằm) )(?=.*(?<!\w)(?:còn|vẫn|bộc lộ|mắc phải)(?!\w))")
"""What is said of lacks that are still there, even where the words go on "cần khắc phục:"."""
_LEFT_OPEN = re.compile(
    r"(?:tuy nhiên|tuy vậy|tuy thế|song|nhưng|mặc dù vậy|bên cạnh đó)(?!\w)"
    r"(?!.*(?:thời gian tới|năm tới|nhiệm kỳ tới|đề nghị|yêu cầu))"
    r"[^.:;]* (?:cho thấy|còn|vẫn|có|nổi lên|đặt ra|bộc lộ|thấy)(?: \S+){0,3}? "
    r"(?:vấn đề|việc|mặt|điểm|điều|nội dung)(?: (?:cần|đáng|phải) \w+(?: \w+){0,3})?(?: sau)?\s*:$"
)
"""A turn that announces what is still to be minded: "Tuy nhiên, còn mấy việc cần quan tâm:"."""
LACKS_ANNOUNCED = re.compile(
    r"(?:tuy nhiên|tuy vậy|tuy thế|song|nhưng|thế nhưng|dù vậy|mặc dù vậy|bên cạnh đó|"
    r"bên cạnh (?:những )?(?:kết quả|"
    r"ưu điểm|mặt được)|qua (?:kiểm tra|giám sát))(?!\w)[^.:;]* "
    r"(?:những|không ít|một số|nhiều|các) (?:khoảng trống|bất cập|hạn chế|tồn tại|khuyết điểm|"
    r"thiếu sót|"
    r"vấn đề|điểm nghẽn|yếu kém|khó khăn|vướng mắc)(?:, (?:khoảng trống|bất cập|hạn chế|tồn tại|"
    r"khuyết điểm|"
    r"thiếu sót|yếu kém|khó khăn|vướng mắc))*(?: (?:nhất định|đáng lưu ý|cần khắc phục|"
    r"cần quan tâm))?\.$"
    r"|[^.:;]{0,120}(?:nói (?:thẳng )?(?:về|đến|ra)|bàn (?:về|đến|nhiều về)|thẳng thắn \w+ \w+|"
    r"chỉ ra|nêu ra|trăn trở với|băn khoăn về) (?:những|không ít|một số|nhiều|các) (?:mặt|điều|"
    r"việc|"
    r"chuyện) (?:chưa (?:được|làm được|hay|tốt)|còn (?:yếu|vướng|dở))\.$"
)
"""A turn that only says that there are lacks: "Song, thực tế cho thấy những khoảng trống."."""
ASKED: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (
        re.compile(
            r"(?<!\w)(?:gỡ|bắt đầu|khởi đầu|chữa|sửa|khắc phục|đổi mới|giải quyết|làm)"
            r"(?: [^\s?]+){0,4}? từ đâu(?: [^\s?]+){0,6}\s?\?"
        ),
        "remedy",
    ),
    (
        re.compile(
            r"(?:vì sao|tại sao|do đâu|bởi đâu|từ đâu|nguyên nhân (?:là|nào)|lý do (?:là )?gì|"
            r"lý do nào|"
            r"đâu là nguyên nhân)(?! (?:không|chưa) ),?(?: [^\s?]+){0,14}\s?\?"
        ),
        "cause",
    ),
    (
        re.compile(
            r"(?:làm gì|làm (?:thế nào|sao|cách nào)|giải pháp (?:nào|gì|ra sao)|(?:gỡ|khắc phục|"
            r"giải quyết|"
            r"xử lý|làm|hành động|chuẩn bị)(?: \S+){0,8}? (?:ra sao|thế nào|như thế nào|"
            r"bằng cách nào|những gì)|"
            r"(?:giải pháp|định hướng|nhiệm vụ|kế hoạch|ưu tiên)(?: \S+){0,14}? (?:gì|nào|ra sao|"
            r"thế nào))"
            r"(?: [^\s?]+){0,10}\s?\?"
        ),
        "remedy",
    ),
    (
        re.compile(
            r"(?:hạn chế|khó khăn|khó nhất|trăn trở|băn khoăn|chưa hài lòng|chưa (?:được|làm được)|"
            r"tồn tại|"
            r"vướng mắc|bất cập|lo (?:nhất|lắng))(?: [^\s?]+){0,12}\s?\?"
        ),
        "shortcoming",
    ),
)
"""What a question opens, in an article or an interview."""
_LIST_END = (
    r"(?:mấy|một số|vài|một vài|hai|ba|bốn|năm|những) "
    r"(?:việc|điểm|vấn đề|giải pháp|nhiệm vụ|nội dung|ý|hướng|biện pháp|mũi|khâu|nhóm việc|"
    r"nhóm giải pháp|nhóm nhiệm vụ)"
    r"(?: (?:chính|mấu chốt|then chốt|lớn|sau|sau đây|trọng tâm|chủ yếu|cơ bản|cụ thể|"
    r"để \S+ \S+ thảo luận|dưới đây|quan trọng))?\.$"
)
_ENDS_ON_LIST = re.compile(_LIST_END)
_LIST_WORDS = 90
"""Characters at the end of a sentence within which such an end stands."""
_ANNOUNCED = re.compile(
    word_start(
        "cần|phải|xin|tập trung|làm tốt|thực hiện tốt|nhấn mạnh|lưu ý|gợi mở|trao đổi|đề nghị"
        "|đề xuất|kiến nghị|gợi ý"
    )
    + rf"(?: \S+){{0,8}}? {_LIST_END}"
)


_POINTS = re.compile(
    r"(?<!\w)(?:nêu rõ|nhấn mạnh|chỉ rõ|nêu|định hướng|gợi mở)(?: \S+){0,4}? (?:các|những|mấy|"
    r"một số|"
    r"hai|ba|bốn|năm) (?:trọng tâm|việc phải làm|việc cần làm|khâu then chốt|nhóm việc)"
    r"(?: [^\s:]+){0,8}\s*:$"
    r"|(?<!\w)(?:chỉ đạo|triển khai|bắt tay|đồng loạt)(?: \S+){0,6}? (?:nhiều|một loạt|"
    r"hàng loạt|"
    r"các|mấy|hai|ba|bốn|năm) (?:nhóm )?(?:việc|giải pháp|biện pháp|phần việc)\s*:$"
)
"""A speaker names what is to be done first."""


def _points(key: str) -> bool:
    return bool(_POINTS.search(key)) and not re.search(r"(?<!\w)đã(?!\w)", key)


def is_announced(key: str) -> bool:
    """Whether a list is announced with a full stop.

    >>> is_announced("thời gian tới chi bộ cần làm tốt mấy việc."), is_announced("cần làm ngay.")
    (True, False)
    """
    ends = _ENDS_ON_LIST.search(key, max(0, len(key) - _LIST_WORDS))
    return bool(ends and _ANNOUNCED.search(key))


_WHY = re.compile(
    r"[\W\d_]*(?:(?:[ivx]+|[a-hđ])[.)/-]+\s*)?(?:vì\s+sao|tại\s+sao|lý\s+do|"
    r"do\s+đâu|bởi\s+đâu|(?:cái\s+)?gốc(?:\s+rễ)?\s+(?:ở|từ|do)\s+đâu|căn\s+nguyên)\W*$"
)
"""A whole heading that asks for the causes."""
_NUMBERED = r"[\W\d_]*(?:(?:[ivx]+|[a-hđ])[.)/-]+\s*)?"
_STILL = re.compile(
    rf"{_NUMBERED}(?:những |các |một số |mấy |vài )?(?:điều|việc|chuyện|mặt|chỗ|khâu|điểm|nỗi)\s+"
    r"(?:mà \w+ \w+ )?(?:còn|chưa|vẫn)(?! (?:cần|phải|lại|tiếp|biết|kể)(?!\w))(?: \S+){1,7}\W*$"
)
"""A whole heading over what is not as it should be: "Những điều còn vướng"."""
_NEXT = re.compile(
    rf"{_NUMBERED}(?:(?:từ nay đến|từ nay tới) (?:\S+ ?){{1,6}}|(?:trong )?(?:thời gian tới|"
    rf"năm tới|nhiệm kỳ tới|"
    r"giai đoạn tới)|sang năm(?: \d+)?|(?:phải |cần |sẽ )?làm gì(?: \S+){0,6}|(?:những )?(?:việc|"
    r"bước) "
    r"(?:tiếp theo|phải làm|sẽ làm|còn phải làm|cần làm)(?: \S+){0,5})\W*$"
)
"""A whole heading over what comes next."""
_WHOLE: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (_WHY, "cause"), (_STILL, "shortcoming"), (_NEXT, "remedy"),
)  # fmt: skip
_STATE_OF_THINGS = re.compile(r"(?:tình\s+hình|thực\s+trạng)[\w\s,]*(?:và|,|-)\s*$")
"""What stands before "nguyên nhân" in a heading over both what is and why it is so."""
_SUBJECT = re.compile(
    r"(?:nguyên\s+tắc\s+(?:tập\s+trung|tổ\s+chức|sinh\s+hoạt|hoạt\s+động|lãnh\s+đạo|của\s+đảng)"
    r"|thời\s+gian\s+(?:qua|vừa\s+qua|tới)"
    r"|nhiệm\s+vụ\s+(?:chính\s+trị|chuyên\s+môn|được\s+giao|được\s+phân\s+công|chăm\s+sóc|"
    r"giảng\s+dạy|đào\s+tạo|khám|dạy))(?!\w)"
)
"""Heads that name what is reported on ("Việc chấp hành nguyên tắc tập trung dân chủ")."""
_EXAMINED = re.compile(
    r"kết quả (?:thẩm tra|xác minh|kiểm tra, xác minh|kiểm tra\W*$|giám sát\W*$)"
)
"""Heads over what an inspection found, which is mostly bad."""
_EVALUATES = re.compile(r"kết quả|đánh giá|tình hình|thực trạng|lãnh đạo(?:, chỉ đạo)? thực hiện")


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The patterns that the lexicons of heads make."""

    heads: re.Pattern[str]
    label: re.Pattern[str]
    action: re.Pattern[str]
    codes: dict[str, str]


@lru_cache(maxsize=4)
def head_words(reference: Reference) -> HeadWords:
    """The patterns of the lexicons of heads and of action."""
    lexicon = reference.lexicon("findings.head")
    head = lexicon.alternation
    label = rf"{_FILLER}(?P<head>{head})(?!\w)(?:{_TAIL}\s*{head}(?!\w))*{_TAIL}"
    verbs = next(e for e in reference.lexicon("findings.action").entries if e.code == "verb").forms
    numbered = r"[\W\d_]*(?:[ivx]+[.)]\s*|[a-hđ][.)]\s*)?"
    return HeadWords(
        re.compile(rf"(?<!\w){head}(?!\w)"),
        re.compile(label),
        re.compile(rf"{numbered}(?:{'|'.join(map(re.escape, verbs))})(?!\w)"),
        dict(lexicon.codes),
    )


def kind_of(heading: str, words: HeadWords) -> ZoneKind | None:
    """What a heading or label (a matching key) opens, or None where it does not say.

    >>> from pipeline import reference
    >>> words = head_words(reference.load())
    >>> kind_of("2. hạn chế, khuyết điểm và nguyên nhân", words)
    'shortcoming'
    >>> kind_of("nguyên nhân của những ưu điểm", words)
    'praise'
    >>> kind_of("đề xuất các giải pháp khắc phục hạn chế", words)
    'remedy'
    >>> kind_of("iii. vì sao", words)
    'cause'
    """
    whole = whole_kind(heading)
    if whole:
        return whole
    hits = [(m.start(), words.codes[" ".join(m[0].split())]) for m in words.heads.finditer(heading)]
    codes = [code for _, code in hits]
    if not hits or len(heading[: hits[0][0]].split()) > _FAR:
        return None
    if words.action.match(heading) and not {"remedy", "implementation"} & set(codes):
        return None
    if CAUSE_OF_SUCCESS.search(heading):
        return "praise"
    if "remedy" in codes and not _late(codes, heading):
        return "remedy"
    return _first_kind(heading, hits)


def whole_kind(heading: str) -> ZoneKind | None:
    """What a heading opens that says so as a whole, by no single word.

    >>> whole_kind("cái gốc ở đâu")
    'cause'
    """
    return next((opened for whole, opened in _WHOLE if whole.match(heading)), None)


def _late(codes: list[str], heading: str) -> bool:
    """Whether a word for remedies only follows what the heading is about."""
    before = codes[: codes.index("remedy")]
    lack = {"shortcoming", "difficulty", "cause"} & set(before)
    return bool(lack) or "praise" in before or bool(_EVALUATES.search(heading))


def _first_kind(heading: str, hits: list[tuple[int, str]]) -> ZoneKind | None:
    at, first = hits[0]
    codes = {code for _, code in hits}
    lacks = {"shortcoming", "difficulty"} & codes
    if first == "praise" and _EXAMINED.search(heading):
        return "open"
    if first == "praise":
        return "open" if lacks else "praise" if len(heading[:at].split()) <= 4 else None
    if first in ("shortcoming", "difficulty"):
        if re.search(
            r"(?:khắc phục|sửa chữa|xử lý|giải quyết|tháo gỡ)\s+(?:\w+\s+){0,2}$", heading[:at]
        ):
            return "open"
        return "shortcoming" if "shortcoming" in codes else "difficulty"
    if first == "goal" and {"target", "task"} & codes:
        return "target" if "target" in codes else "remedy"
    if first == "task":
        reported = _EVALUATES.search(heading) or _SUBJECT.match(heading, at)
        begins = len(heading[:at].split()) <= 3 and not reported
        return "remedy" if begins else None
    if first == "other" and (lacks or _SUBJECT.match(heading, at)):
        return None
    if first == "cause" and _STATE_OF_THINGS.search(heading[:at]):
        return "open"
    if first == "lesson":
        return "lesson"
    if first == "target":
        return "target" if len(heading[:at].split()) <= 4 else None
    return cast(ZoneKind, first)


def announces(key: str, words: HeadWords, zone: ZoneKind = "open") -> ZoneKind | None:
    """What the list is about that a sentence announces, or None."""
    codes = [words.codes[" ".join(m[0].split())] for m in words.heads.finditer(key)]
    lacks = [c for c in codes if c in ("shortcoming", "difficulty")]
    if "cause" in codes:
        return (
            "praise"
            if CAUSE_OF_SUCCESS.search(key) or ("praise" in codes and not lacks)
            else "cause"
        )
    if "remedy" not in codes and ("target" in codes or "lesson" in codes):
        return "lesson" if "lesson" in codes else "target"
    named = lacks and codes[-1] != "praise" and not {"remedy", "task"} & set(codes)
    if named and _REMAINS.search(key):
        return "shortcoming" if "shortcoming" in lacks else "difficulty"
    if LACKS_ANNOUNCED.match(key):
        return "shortcoming"
    if _LEFT_OPEN.match(key) and not {"remedy", "task"} & set(codes):
        return "shortcoming"
    if _directs(key, codes, zone):
        return "remedy"
    if codes and codes[-1] == "praise":
        return "praise"
    if lacks and re.search(r"(?<!\w)(?:còn|tồn tại|những|một số|các|bộc lộ)(?!\w)", key):
        return "shortcoming" if "shortcoming" in lacks else "difficulty"
    return "praise" if "praise" in codes else None


def _directs(key: str, codes: list[str], zone: ZoneKind) -> bool:
    """Whether an announcement opens a list of things to be done."""
    if "praise" in codes and codes[-1] == "praise":
        return False
    named = "remedy" in codes and codes[-1] in ("remedy", "task") and "praise" not in codes
    if named and zone != "praise":
        return True
    duty = re.search(
        r"(?<!\w)(?:cần|phải|tập trung|thực hiện tốt|triển khai|yêu cầu|đề nghị|giao|đề ra)(?!\w)",
        key,
    )
    if zone != "praise" and _ORDERS.search(key) and not re.search(r"(?<!\w)đã(?!\w)", key):
        return True
    if zone != "praise" and (is_announced(key) or _points(key)):
        return True
    plain = re.search(r"nội dung|vấn đề|công việc|việc sau|điểm sau|khâu|yêu cầu sau|mấy", key)
    return bool(duty and ({"remedy", "task"} & set(codes) or plain))
