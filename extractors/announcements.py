"""Sentences that announce a list, and what it is about."""

import re

from extractors.zones import HeadWords, ZoneKind
from pipeline.reference import word_start

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
_LACKS = re.compile(
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
_ABSTRACT = re.compile(r"tóm tắt|bài viết|trong (?:bài viết|tham luận)|báo cáo này")
"""How the abstract of an article begins, which says what the article does."""


def announces(key: str, words: HeadWords, zone: ZoneKind = "open") -> ZoneKind | None:
    """What the list is about that a sentence announces, or None."""
    codes = [words.codes[" ".join(m[0].split())] for m in words.heads.finditer(key)]
    lacks = [c for c in codes if c in ("shortcoming", "difficulty")]
    if "cause" in codes:
        return (
            "praise" if words.success.search(key) or ("praise" in codes and not lacks) else "cause"
        )
    if "remedy" not in codes and ("target" in codes or "lesson" in codes):
        return "lesson" if "lesson" in codes else "target"
    named = lacks and codes[-1] != "praise" and not {"remedy", "task"} & set(codes)
    if named and _REMAINS.search(key):
        return "shortcoming" if "shortcoming" in lacks else "difficulty"
    if _LACKS.match(key):
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


def is_announced(key: str) -> bool:
    """Whether a list is announced with a full stop.

    >>> is_announced("thời gian tới chi bộ cần làm tốt mấy việc."), is_announced("cần làm ngay.")
    (True, False)
    """
    ends = _ENDS_ON_LIST.search(key, max(0, len(key) - _LIST_WORDS))
    return bool(ends and _ANNOUNCED.search(key))


def _points(key: str) -> bool:
    return bool(_POINTS.search(key)) and not re.search(r"(?<!\w)đã(?!\w)", key)


def opens_list(key: str) -> bool:
    """Whether a sentence with a full stop only opens a list."""
    if _ABSTRACT.match(key):
        return False
    return bool(is_announced(key) or _LACKS.match(key))
