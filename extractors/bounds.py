"""Numbers that are no figures of their own: changes, bounds and means, what is planned."""

import re
from functools import lru_cache

from extractors.figure import Figure
from pipeline.reference import word_start

_BOUND = re.compile(
    r"(?:từ|dưới|đủ|không quá|tối đa|(?<!bộ )ít nhất|tối thiểu"
    r"|mỗi(?:\s+(?:quý|năm|tháng|kỳ|đơn vị))?|cứ|bình quân|chỉ tiêu|vượt"
    r"|thiếu|khuyết|hụt)\s*(?:(?:khoảng|gần|hơn|trên)\s+)?$"
)
# "ít hơn cùng kỳ 9 người", "tăng so với năm 2019 là 24", "hơn năm trước 02 đơn".
_THAN = (
    r"(?:\s+(?:so\s+)?(?:với\s+)?(?:cùng kỳ|đầu|cuối|năm|nhiệm kỳ|kỳ|quý|tháng"
    r"|kế hoạch|chỉ tiêu|dự kiến)"
    r"(?:\s+(?:năm|kỳ|nhiệm kỳ|ngoái|trước|đó|cùng|học|liền|kề|\d{4}(?:\s*-\s*\d{4})?)){0,5}"
    r"(?:\s+(?:là|tới|đến))?)"
)
_CHANGE = re.compile(
    r"(?:(?P<way>tăng|giảm|(?:thấp|cao|ít|nhiều) hơn)(?:\s+thêm)?"
    rf"(?P<than>{_THAN})?|(?:hơn|kém)(?P<more>{_THAN}))"
    r"(?:\s+(?:khoảng|gần|hơn|trên|được))*\s*$"
)


# "tăng 61 tổ chức và 1.180 đảng viên": the second is a change too.
_CHANGED_WITH = re.compile(
    r"(?P<way>tăng|giảm)(?: thêm)?(?: (?:khoảng|gần|hơn|trên|được))* \d[\d.]*"
    r"(?: (?!tăng|giảm|có|còn|từ|lên)[^\W\d_]+){1,5},? và\s*(?:(?:khoảng|gần|hơn|trên)\s+)*$"
)


def _search(change: re.Pattern[str], key: str, start: int, end: int) -> re.Match[str] | None:
    """The change told right before a number; looked for only where a word of changes stands."""
    words = key[start:end]
    told = "tăng" in words or "giảm" in words or "hơn" in words or "kém" in words
    return change.search(words) if told else None


def change_of(key: str, figure: Figure) -> int | None:
    """The signed number of a figure that is a change ("tăng 38"), else None."""
    m = _search(_CHANGE, key, *figure.near(70)) or _search(_CHANGED_WITH, key, *figure.near(80))
    if m is None:
        return None
    grown = m[0].startswith(("tăng", "cao hơn", "nhiều hơn", "hơn"))
    return figure.number.value if grown else -figure.number.value


# "từ 29 đơn vị xuống còn 24 đơn vị": what there was, beside what there is.
_TO_ANOTHER = re.compile(
    r"(?:[^.;\d]|\.\d|\d[\d.,]*\s?%|năm \d{4}){0,70}?"
    r"\s(?:lên|xuống|còn)(?:\s(?:còn|đến|tới|thành|gần|hơn|trên|khoảng))*\s\d(?![\d.,]*\s?%)"
    r"|(?:[^.;]|\.\d){0,90}?\s(?:nay|hiện)(?!\w)[^.;\d]{0,40}\s(?:có|là)\s\d"
)


def is_bound(key: str, figure: Figure) -> bool:
    """Whether the number is a limit or a mean ("từ 300 đảng viên trở lên"), not a figure."""
    m = _BOUND.search(key, *figure.near(20))
    if m is None:
        return False
    end = figure.sentence.end
    return not (m[0].startswith("từ") and _TO_ANOTHER.match(key, figure.number.span.end, end))


def is_compared(key: str, figure: Figure) -> bool:
    """Whether the number only says how many more or less than before there are."""
    m = _search(_CHANGE, key, *figure.near(70))
    return m is not None and bool(m["than"] or m["more"])


# What is yet to be done: through the whole sentence, or only in its clause.
_PLAN = re.compile(
    word_start(
        "sẽ|sẽ có|phấn đấu|phấn đấu có|dự kiến|dự kiến có|phương hướng|trong thời gian tới",
        "thời gian tới|từ nay đến|năm tới|giai đoạn tới|giữ nguyên mức|giữ vững mức",
        r"nhiệm kỳ (?:tới|mới)(?=,| (?:kết nạp|phát triển|xây dựng|phấn đấu|mỗi|bầu|toàn|có))",
        r"kế hoạch năm \d{4}\s*:",
        r"chỉ tiêu năm \d{4}\s*:",
        r"đặt (?:ra )?(?:mục tiêu|chỉ tiêu)",
        r"đặt ra \d+ chỉ tiêu",
        r"mỗi (?:năm|quý|tháng|nhiệm kỳ|chi bộ|đảng bộ|cấp ủy)[^.;,\d]{0,40}? (?:nên|phải|cần)",
    )
    + r"(?!\w)"
)
_CLAUSE_PLAN = re.compile(
    word_start("đề ra|chỉ tiêu|mục tiêu|mỗi năm|cần|theo kế hoạch|giao kết nạp|giao phát triển")
    + r"(?!\w)"
)
_DONE = re.compile(r"(?<!\w)(?:đã|kết quả|đạt được|có)(?!\w)")


_REACH = 1500
"""How far before a figure what is yet to be done is looked for."""


@lru_cache(maxsize=256)
def _tells_plans(sentence: str) -> bool:
    """Whether a sentence has a word of what is yet to be done: asked once for all its figures."""
    return bool(_PLAN.search(sentence) or _CLAUSE_PLAN.search(sentence))


def is_planned(key: str, figure: Figure) -> bool:
    """Whether the sentence speaks of what is yet to be done when it comes to the figure."""
    start, at = figure.near(_REACH)
    if figure.number.of is not None:
        return False
    if figure.foreseen and figure.act is not None and not _DONE.search(key, start, at):
        return True
    whole = figure.sentence
    if len(whole) <= _REACH and not _tells_plans(key[whole.start : whole.end]):
        return False
    clause = max(key.rfind(";", start, at), key.rfind(",", start, at), start)
    plans = [*_PLAN.finditer(key, start, at), *_CLAUSE_PLAN.finditer(key, clause, at)]
    if not plans:
        return False
    return not _DONE.search(key, max(m.end() for m in plans), at)
