"""The words that lead up to a number within its clause: "trình độ đại học có 15 đồng chí"."""

import re
from collections.abc import Iterator

from pipeline.model import Span

APPROXIMATELY = (
    r"(?:(?:khoảng|gần|hơn|trên|tới|đến|được|lượt|đủ|(?<!thiểu )số|tổng số|tổng cộng|ít nhất)\s+)*"
)
_LABEL_START = re.compile(r"[;.,(|•\n)\]]")
_LABEL_TAIL = re.compile(
    r"[\s:=\-*]*(?:(?:là|có|gồm|gồm có|đạt|đối với|(?<!trở )lên|còn|chiếm|(?<!viên )mới|chỉ|đã"
    rf"|(?:tăng |giảm )?từ|với)\s+)*{APPROXIMATELY}$"
)
_ASIDE = re.compile(r"\s\([^()\d]{3,120}\)$")
# "cán bộ, công chức xã, phường, thị trấn": commas that part no clauses.
_LISTS = tuple(
    (re.compile(rf"(?<!\w)(?:{kinds})$"), re.compile(rf"\s(?:{kinds})(?!\w)"))
    for kinds in (
        "xã|phường|thị trấn|thị xã|thành phố|huyện|quận|tỉnh|đặc khu",
        "thôn|làng|bản|buôn|bon|ấp|xóm|khóm|khu phố|khu dân cư|tổ dân phố|phum|sóc",
        "cán bộ|công chức|viên chức|lãnh đạo|quản lý|chủ chốt|giáo viên|giảng viên|nhân viên"
        "|đảng viên|chiến sĩ|người lao động|công nhân",
        "bí thư|phó bí thư|chủ tịch|phó chủ tịch|trưởng phòng|phó phòng|giám đốc|phó giám đốc",
        "công nhân|nông dân|trí thức|học sinh|sinh viên|chủ doanh nghiệp|chủ trang trại|doanh nhân",
    )
)
# "nữ chiếm 34,5% (415 đồng chí)": the share stands before what it is the share of.
_SHARED = re.compile(
    r"\s*(?:(?:chiếm|đạt|bằng|là|có|còn|tỷ lệ|tỉ lệ|khoảng|gần|hơn|trên|tới|:|-)\s*)*"
    r"(?P<percent>\d{1,3}(?:[.,]\d+)?)\s?%\s*"
    r"(?:\(\s*(?:(?:tức|tương đương|bằng|là|với|có|gồm)\s+)*"
    rf"|,?\s*(?:tức|hay|với|tương đương)\s+(?:(?:là|với)\s+)*){APPROXIMATELY}$"
)


# "31% trình độ đại học (304 đồng chí)": the bracket tells how many its words were said of.
_SAID_OF = re.compile(
    r"\d\s?%\s+(?:số )?(?:là |có |đạt |thuộc )*(?P<words>[^();:.,%\d]{2,50}?)\s?"
    rf"\(\s*(?:(?:tức|tương đương|bằng|là|với|có|gồm)\s+)*{APPROXIMATELY}$"
)


def share_before(key: str, start: int, end: int) -> re.Match[str] | None:
    """The share that a number in brackets tells in people: "34,5% (415"."""
    at = key.rfind("%", max(start, end - 40), end)
    return _SHARED.search(key, max(start, at - 50), end) if at >= 0 else None


def label_of(key: str, start: int, end: int) -> Span:
    """The words that lead up to a number within its clause, without "là", ":", "gần", a share."""
    if share := share_before(key, start, end):
        return label_of(key, start, share.start())
    near = max(start, end - 90)
    if key.find("%", near, end) >= 0 and (said := _SAID_OF.search(key, near, end)):
        return Span(*said.span("words"))
    begin = max(_cuts(key, start, end), default=start)
    stop = _tail(key, begin, end)
    aside = (
        _ASIDE.search(key, start, begin) if begin > start and not key[begin:stop].strip() else None
    )
    if aside:
        return label_of(key, start, aside.start())  # "Cán bộ chủ chốt (bí thư, chủ tịch) gồm 618"
    while begin < stop and not key[begin].isalnum():
        begin += 1
    return Span(begin, max(begin, stop))


# What the words of a tail end with; a label that ends otherwise needs no search.
_LAST = (
    *("là", "có", "gồm", "đạt", "với", "lên", "còn", "chiếm", "mới", "chỉ", "đã", "từ", "khoảng"),
    *("gần", "hơn", "trên", "tới", "đến", "được", "lượt", "đủ", "số", "cộng", "nhất"),
)


def _tail(key: str, start: int, end: int) -> int:
    """Where the tail of a label begins."""
    stop = end
    while stop > start and (key[stop - 1].isspace() or key[stop - 1] in ":=-*"):
        stop -= 1
    tail = _LABEL_TAIL.search(key, start, end) if key.endswith(_LAST, start, stop) else None
    return tail.start() if tail else stop


def _cuts(key: str, start: int, end: int) -> Iterator[int]:
    """Where clauses begin; a comma in a list of places or of kinds of staff parts none."""
    for m in _LABEL_START.finditer(key, start, end):
        if m[0] != "," or not _is_listing(key, m.start()):
            yield m.end()


_LISTABLE = re.compile("|".join(after.pattern for _, after in _LISTS))


def _is_listing(key: str, comma: int) -> bool:
    if not _LISTABLE.match(key, comma + 1):
        return False
    return any(
        after.match(key, comma + 1) and before.search(key, max(0, comma - 20), comma)
        for before, after in _LISTS
    )
