"""Causes that prose tells around a lack: who explains it, what goes on, what lies outside."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reference import Reference

_SPEECH = r"(?: [^\s:;.]+){0,7}?\s?[:,]"


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """The patterns of the lexicons of causes.

    `explains`: somebody is about to say why. `onward`: a sentence goes on to say why.
    `circumstance`: what a unit cannot help.
    """

    explains: re.Pattern[str]
    onward: re.Pattern[str]
    circumstance: re.Pattern[str]

    def goes_on(self, key: str) -> bool:
        """Whether a sentence that follows a cause gives one more.

        >>> from pipeline import reference
        >>> words = telling(reference.load())
        >>> words.goes_on("thêm vào đó, phụ cấp thấp"), words.goes_on("tuy vậy, chi bộ vẫn họp")
        (True, False)
        """
        return bool(self.onward.match(key))

    def outside(self, key: str) -> bool:
        """Whether a sentence that follows a lack names what lies outside of the unit."""
        return bool(self.circumstance.search(key) and not _DATED.search(key))


_HINTS = re.compile(
    r"(?<!\w)(?:mới|chỉ|vẻn vẹn|vỏn vẹn)(?: chỉ)? (?:kết nạp|có|lập|thành lập|phát triển|đạt|thu|"
    r"tổ chức|mở)"
    r"(?: \w+){0,2} (?:\d|một|hai|ba)"
)


_SHARE = re.compile(
    r"(?:được|đạt|có|mới) (\d{1,5})/(\d{1,5})(?!\d|/)(?=.*(?:chỉ tiêu|kế hoạch|phải|giao))"
)
"""How many of those that there should be."""


def hints(key: str) -> bool:
    """Whether a figure tells a lack that the next sentence may explain.

    >>> hints("từ năm 2018 chi bộ mới kết nạp 2 đảng viên")
    True
    >>> hints("xã kết nạp được 9/10 đảng viên theo chỉ tiêu")
    False
    """
    share = _SHARE.search(key)
    little = share and 4 * int(share[1]) < 3 * int(share[2]) and int(share[2]) > 3
    return bool(little or _HINTS.search(key))


_DATED = re.compile(r"\d|(?<!\w)(?:đã|được|hỗ trợ|giúp|vượt|khắc phục|nghị quyết|tuy nhiên)(?!\w)")
"""What is told of a date or of an effort is no circumstance."""
_SAYS = re.compile(
    r"theo (?:lãnh đạo|đồng chí|đ/c|ông|bà|anh|chị|bí thư|phó bí thư|trưởng|phó trưởng|chủ tịch|"
    r"phó chủ tịch|cán bộ|nhiều (?:cán bộ|bí thư|đảng viên|người))(?! (?:\w+ )*(?:yêu cầu|đề nghị))"
    r"[^,.;:]{0,70}, "
)
"""Whose words a sentence gives."""
_QUOTED = re.compile(
    r"[\"“][^\"”]{12,}[\"”],? (?:\S+ ){0,12}?(?:thở dài|ngao ngán|than|than thở|lắc đầu|phân "
    r"trần|giãi bày|"
    r"lý giải|giải thích|thanh minh|cắt nghĩa)(?!\w)"
    r"|(?:\S+ ){1,14}?(?:thở dài|ngao ngán|than|than thở|lắc đầu|phân trần|giãi bày|lý giải|"
    r"thanh minh|"
    r"cắt nghĩa)(?:,| rằng|:) ?[\"“]?\w"
)
"""Somebody who sighs over a lack, or explains it, in his own words."""
_FACT = re.compile(
    r"\d|(?<!\w)(?:hiện nay|hiện|đến nay|năm nay|cần|phải|sẽ|nên|giải pháp|để|tới đây|chậm|tuy|"
    r"nếu)(?!\w)"
)
"""What tells a state or a demand, not a reason."""


def reasons(key: str) -> bool:
    """Whether somebody's words after a lack give the reason for it.

    >>> reasons("theo bí thư chi bộ, thanh niên học xong là đi khỏi làng")
    True
    >>> reasons("theo bí thư chi bộ, hiện còn 5 đảng viên chưa nộp bản thu hoạch")
    False
    """
    if _QUOTED.match(key):
        return True
    says = _SAYS.match(key)
    return bool(says and not _FACT.search(key, says.end()))


_INSIDE = re.compile(
    r",? (?P<cause>(?:(?:chủ yếu|một phần|phần lớn|trước hết|phần nhiều) )?(?:là )?"
    r"(?:(?<!lý )(?<!tự )do|vì|bởi|bởi vì)"
    r"(?! (?:đó|vậy|thế|lẽ|dân|đảng|nhân dân|lợi ích chung)(?!\w))(?: [^\s;]+){3,40}?)\W*$"
)
_LEADS_ON = re.compile(r"(?<!\w)(?:nên|cho nên|vì vậy|do đó|song|nhưng|tuy nhiên|vi phạm)(?!\w)")
"""What follows a cause that stands before its lack, or is none."""
_NEAR = 45
"""Characters before a subordinate cause within which its lack stands."""


def inside(key: str) -> tuple[int, int] | None:
    """Where a clause that ends a sentence of lack gives its cause, or None.

    >>> key = "hai vụ còn chậm do tính chất phức tạp."
    >>> key[slice(*inside(key))]
    'do tính chất phức tạp.'
    """
    found = _INSIDE.search(key)
    if found is None or _LEADS_ON.search(found["cause"]):
        return None
    return found.span("cause")


_NAMED = re.compile(
    r"(?:, |; |\()(?P<cause>(?:mà |trong đó )?(?:nguyên nhân|lý do|căn nguyên)(?: (?:chủ yếu|"
    r"chính|trước hết|"
    r"cơ bản|sâu xa|một phần|của tình trạng (?:này|đó)))*,? (?:vẫn )?(?:là|do|vì|bởi|bắt "
    r"nguồn)(?!\w)[^;]+)$"
)


def named_inside(key: str) -> tuple[int, int] | None:
    """Where a sentence of lack goes on to name its cause as such, or None.

    >>> key = "hai vụ còn chậm, nguyên nhân chủ yếu là thiếu người."
    >>> key[slice(*named_inside(key))]
    'nguyên nhân chủ yếu là thiếu người.'
    """
    found = _NAMED.search(key)
    return found.span("cause") if found else None


def near(start: int) -> int:
    """From where on the lack stands that a subordinate cause at `start` explains."""
    return max(0, start - _NEAR)


@lru_cache(maxsize=4)
def telling(reference: Reference) -> Telling:
    """The patterns, made ready once."""
    explains = reference.word("causes.explain")
    return Telling(
        explains=re.compile(rf"{explains}(?!\w){_SPEECH}"),
        onward=re.compile(rf"{reference.words('causes.onward')}(?!\w)"),
        circumstance=re.compile(rf"{reference.word('causes.circumstance')}(?!\w)"),
    )
