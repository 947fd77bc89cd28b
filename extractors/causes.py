"""Which sentences the text presents as causes of shortcomings."""

import re

from extractors.passages import Passage
from extractors.shortcomings import RULES, SLOT, owns_up

_ONLY_NAMES = re.compile(
    r"^(?:có|do|từ)(?: rất)?(?: nhiều| những| một số) nguyên\s+nhân(?!.*(?:(?:là|có) do|như|:))|"
    r"(?:có|từ|do|bởi)(?: cả| nhiều| những| các| một số)* nguyên\s+nhân"
    r"(?:,? (?:khách quan|chủ quan|khác nhau|chủ yếu|cơ bản|và|lẫn|cả|sâu xa|trực tiếp|nhưng|"
    r"trong đó|là chính|là chủ yếu|nguyên nhân))*\W*$"
    r"|(?:gốc rễ|căn nguyên|nguyên do|lý do) (?:của nó|riêng)\W*$"
    r"|^có thể (?:kể|nêu|chỉ) ra (?:mấy|một số|nhiều|những|vài) (?:lý do|nguyên nhân)\W*$"
    r"|(?:bắt nguồn|xuất phát|đến|do) từ (?:nhiều|cả|không ít) (?:phía|lý do|mặt|yếu tố)\W*$"
)
"""A sentence that says there are causes and names none."""
BEGINS = re.compile(
    r"(?:đồng thời |theo [^,.;]{3,40}, )?"
    r"(?:(?:trước hết|trước tiên|một phần(?: nữa| khác)?|phần (?:lớn|nhiều|nữa|khác)|đa phần|mặt "
    r"khác|"
    r"ngoài ra|bên cạnh đó|chủ yếu|phần vì|cũng có phần|song|nhưng|thêm vào đó|thêm nữa|có lẽ|"
    r"cũng|chính|"
    r"sau nữa|ấy|đó|đây|âu|tất cả|thật ra|thực ra|chung quy|suy cho cùng|xét cho cùng),? )*"
    r"(?:(?:(?:là|vẫn là|cũng|nguyên nhân|còn|phần|chỉ)(?: cũng)? )?(?:do|bởi vì|bởi|vì|tại vì)|"
    r"(?:cũng|là|âu cũng) tại(?! (?:xã|huyện|hội|buổi|cuộc|đại|đây|thời|kỳ|các|tỉnh|nơi))|một "
    r"phần là|phần là|sâu xa(?: hơn)?(?: là|,)|căn bản là|cốt lõi là|mấu chốt là)"
    r"(?! (?:vậy|thế|đó|đâu|đảng|dân|sự nghiệp|mục tiêu)(?!\w)) "
)
"""How a sentence gives the cause of what the one before it stated."""
_OWNED = re.compile(
    r"(?<!\w)(?:thừa nhận|lý giải|giải thích|cho rằng|phân trần|giãi bày|phân tích|"
    r"chia sẻ)(?: rằng| là|,|:)? "
    r"[\"“]?(?:một phần |chủ yếu |trước hết |đó )?(?:là )?(?:do|vì|bởi|vướng ở)(?! (?:vậy|thế|"
    r"đó)(?!\w)) "
    r"|^(?:việc|tình trạng|chuyện)(?: [^\s,;]+){1,14}? là (?:vì|do|bởi)(?! (?:vậy|thế|đó)(?!\w)) "
    r"|^(?:đây|đó|ấy)(?: cũng| chính| cũng chính)? là (?:một trong (?:những|các) |một |những )?"
    r"(?:nguyên nhân|lý do|căn nguyên|nguồn cơn)(?!\w)"
)
"""Somebody who says why something fell short."""


def states(key: str, passage: Passage, doc_type: str) -> bool:
    """Whether a sentence names a cause: one in a zone of causes that does not only open a list."""
    if passage.zone.kind != "cause" or passage.announces or passage.heading:
        return False
    if _ONLY_NAMES.search(key) or owns_up(key):
        return False
    if doc_type in ("plan", "guideline") and passage.zone.label:
        return False
    return doc_type not in RULES or not (doc_type == "regulation" or SLOT.search(key))


def told(key: str, doc_type: str) -> bool:
    """Whether a sentence that follows a shortcoming gives its cause ("Trước hết là do …").

    >>> told("một phần do cán bộ còn thiếu", "news")
    True
    >>> told("do đó, chi bộ họp lại", "news")
    False
    """
    return doc_type not in RULES and bool(BEGINS.match(key))


def owned(key: str, doc_type: str) -> bool:
    """Whether a sentence says by itself why something fell short.

    >>> owned("việc họp chậm là vì đảng viên bận mùa vụ", "other")
    True
    """
    return doc_type not in RULES and bool(_OWNED.search(key))


_CHIEFLY = re.compile(
    r"(?:,? (?:một phần|phần lớn|phần nhiều|trước hết|chủ yếu)(?: cũng| vẫn| chính)? (?:là )?|"
    r" là )(?:do|vì|bởi)(?! (?:đó|vậy|thế|thanh tra|cấp trên)(?!\w)) "
)


def weighed(key: str) -> int | None:
    """Where a sentence turns from a lack to what it is mostly due to, or None.

    >>> key = "đảng viên trẻ ít dự họp một phần là do đi làm xa"
    >>> key[:weighed(key)]
    'đảng viên trẻ ít dự họp'
    """
    found = _CHIEFLY.search(key)
    return found.start() if found else None
