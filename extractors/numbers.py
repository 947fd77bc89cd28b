"""Whole numbers and percentages as Vietnamese documents write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.model import Span
from pipeline.reference import Lexicon, word_start

INTEGER = r"\d{1,3}(?:\.\d{3})+(?![\d,])|\d+(?![\d.,]*\d)"
"""A whole number in digits: 130, 07, 4.532; not a part of 53,1 or 22/9."""

_SCALES = {"nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 1_000_000}
# A counting number: not a part of a date, a document number, a ratio, a range, a decimal, a share.
_COUNT = re.compile(
    r"""
    (?<!\w) (?: (?<!/) | (?<=viên/) | (?<=bộ/) | (?<=chí/) | (?<=người/) )
    (?<!\d[.,:]) (?<!\d\s-) (?<!\w-) (?<!\d\s-\s) (?<!\d-\s)
    (?: (?P<scaled> \d{1,3}(?:\.\d{3})*(?:,\s?\d+)? ) \s+ (?P<scale> nghìn|ngàn|vạn|triệu )
        (?! \s+ (?:tỷ|tỉ) )
      | (?P<plain> \d{1,3}(?:\.\d{3})+ | \d+ )
        (?: /(?P<of> \d{1,3}(?:\.\d{3})+ | \d+ ) (?= \s+ [^\W\d_]{2} | \) )
            (?! \s+ (?:năm|tháng|qh|nđ|qđ) ) )?
    )
    (?! \s+(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w) | \w | [.,]\d | \s*% | \s*/\s*\d | /\w | -\w
      | \s*-\s*\d | \s+phần\s+trăm | (?:\s*,\s*\d+)*(?:\s+và\s+\d+)?\s+năm\s+tuổi\s+đảng )
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
# What a number that names or dates something stands behind: "năm 2016", "khóa 12", "Quy định 123".
_NAMING = re.compile(
    word_start(
        "năm|tháng|ngày|quý|khóa|khoá|thứ|điều|khoản|mục|quận|tập|mẫu|phụ lục|quy định|nghị quyết",
        "nghị định|chỉ thị|hướng dẫn|quyết định số|đề án|trung ương|đối tượng|hạng|biểu|bảng",
        "phòng số|khu vực|tiêu chí|bước|lớp|thông tri|luật số|giờ",
        "điểm(?<!dứt điểm)",
        "phần(?<!một phần)",
        "trang(?<!vũ trang)",
        "số(?<!trong số)(?<!tổng số)(?<!thiểu số)",
    )
    + r"\s*$"
)
# "sáng 2/9 đồng chí …": a day, no ratio.
_DAY = re.compile(r"(?:sáng|chiều|tối|trưa|dịp|vào|hôm|lễ|khánh|qua|nay|từ|đến|trước|sau|và|-)\s*$")
_SCHOOL = re.compile(r"(?<!trung )(?<!cao )(?<!sơ )(?<!các )(?<!\w)cấp $")
_RANGE = re.compile(r"\d\s*(?:-|đến)\s*$")
_PERCENT = re.compile(
    r"\s*[(,]?\s*(?:(?:chiếm|đạt|bằng|tỷ lệ|tỉ lệ|tương đương|khoảng|gần|hơn|trên|=|:)\s*)*"
    r"(?P<percent>\d{1,3}(?:[.,]\s?\d+)?)\s*(?:%|phần trăm)"
    r"(?!\s+(?:so với\s+)?(?:kế hoạch|chỉ tiêu|nghị quyết|mục tiêu))"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A counting number in a key; `spelled` where it is a word ("hai"); `of`: the whole of 3/12."""

    span: Span
    value: int
    spelled: bool = False
    of: int | None = None


def integer(words: str) -> int | None:
    """The whole number that the digits write, or None.

    >>> integer("4.532"), integer("07"), integer("53,1")
    (4532, 7, None)
    """
    bare = words.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+|\d+", bare):
        return int(bare.replace(".", ""))
    return None


def decimal(words: str) -> Decimal | None:
    """The number with a decimal comma (or point) that the digits write, or None.

    >>> decimal("53,1"), decimal("33.1"), decimal("1.200")
    (Decimal('53.1'), Decimal('33.1'), Decimal('1200'))
    """
    bare = words.strip()
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", bare):
        return Decimal(bare.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+(?:[.,]\d+)?", bare):
        return Decimal(bare.replace(",", "."))
    return None


def percent_after(key: str, start: int, end: int) -> Decimal | None:
    """The share that follows a figure: `(53,1%)`, `, chiếm 33,1%`; None where none does.

    >>> percent_after("69 đảng viên nữ (chiếm 53,1%)", 15, 29)
    Decimal('53.1')
    >>> percent_after("69 đảng viên nữ, tăng 5%", 15, 24) is None
    True
    """
    m = _PERCENT.match(key, start, end)
    return decimal(m["percent"].replace(" ", "")) if m else None


def counting(key: str, start: int, end: int, words: Lexicon) -> Iterator[Number]:
    """The counting numbers in `key[start:end]`, in digits or words, left to right."""
    found = [*_digits(key, start, end), *_spelled(key, start, end, words)]
    yield from sorted(found, key=lambda n: n.span.start)


def _digits(key: str, start: int, end: int) -> Iterator[Number]:
    for m in _counts(key, start, end):
        before = key[max(start, m.start() - 24) : m.start()]
        if _NAMING.search(before) or _RANGE.search(before) or _is_grade_of_school(m, before):
            continue
        if m["of"] and (_DAY.search(before) or _is_no_ratio(m, before)):
            continue
        if m["of"] and key.startswith(")", m.end()) and not before.endswith("% ("):
            continue
        if _value(m):
            whole = int(m["of"].replace(".", "")) if m["of"] else None
            yield Number(Span(*m.span()), _value(m), of=whole)


def _counts(key: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The counting numbers in digits: looked for only where digits begin."""
    done = start
    for digits in _DIGITS.finditer(key, start, end):
        if digits.start() >= done and (m := _COUNT.match(key, digits.start(), end)):
            done = m.end()
            yield m


def _is_grade_of_school(m: re.Match[str], before: str) -> bool:
    """Whether a digit names a school of old: "tốt nghiệp cấp 3"."""
    return m[0] in ("1", "2", "3") and bool(_SCHOOL.search(before))


def _is_no_ratio(m: re.Match[str], before: str) -> bool:
    """Whether two numbers at a slash are no part and whole: "24/7", "năm học 2019/2020".

    More than the whole is told only of what was planned: "kết nạp 08/07 đảng viên".
    """
    part, whole = _value(m), int(m["of"].replace(".", ""))
    surplus = part > whole and not re.search(r"(?:kết nạp|phát triển)(?: mới| được)*\s*$", before)
    return surplus or (part > 1900 and whole == part + 1)


def _value(m: re.Match[str]) -> int:
    if not m["scale"]:
        return int(m["plain"].replace(".", ""))
    bare = decimal(m["scaled"].replace(" ", "")) or Decimal(0)
    return int(bare * _SCALES[m["scale"]])


def _spelled(key: str, start: int, end: int, words: Lexicon) -> Iterator[Number]:
    for hit in words.find(key, start, end):
        if hit.code != "0":
            yield Number(hit.span, int(hit.code), spelled=True)
