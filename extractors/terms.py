"""Terms of office and periods reported on."""

import re
from dataclasses import dataclass

from pipeline.model import Document, Span

_YEARS = r"(?P<from>(?:19|20)\d\d)\s*-\s*(?P<to>(?:19|20)\d\d)"
_TERM = re.compile(
    rf"(?:nhiệm kỳ|nk)\s*(?:(?:lần\s+)?(?:thứ\s+)?[ivx]+\s*)?[,(]?\s*(?:từ\s+|năm\s+)?{_YEARS}"
)
_OPENED = re.compile(
    r"đại hội[^.\n]{0,140}?(?:nhiệm kỳ|nk)\s*(?:(?:lần\s+)?(?:thứ\s+)?[ivx]+\s*)?[,(]?\s*"
    rf"{_YEARS}"
)
_OPENING = r"(?<![^\n])(?:\([^)\n]{2,30}\)\s*-?\s*)?"
"""The beginning of a paragraph, behind the name of the paper that may open it."""
_RUNNING = re.compile(rf"(?:(?:đầu|trong|nửa|giữa) |{_OPENING})nhiệm kỳ\s*{_YEARS}")
_STAGE = re.compile(
    rf"{_OPENING}(?:trong )?(?:giai đoạn|từ năm) {_YEARS.replace('-', '(?:-|đến(?: năm)?)')}"
)
_CONGRESS = re.compile(r"nhiệm kỳ (?:của )?(?:đại hội )?(?:lần thứ )?(?P<ordinal>[xiv]+)\b")
# The first year of the terms of the Party's national congresses.
_CONGRESS_YEARS = {"viii": 1996, "ix": 2001, "x": 2006, "xi": 2011, "xii": 2016, "xiii": 2021,
                   "xiv": 2026}  # fmt: skip
_SPANNED = re.compile(
    r"(?:giai đoạn|trong các năm|từ năm|từ|năm học|\()\s*"
    + _YEARS.replace("-", "(?:-|đến(?: năm)?)")
)
_YEAR = re.compile(
    r"(?<!\d[/.-])(?<!tháng \d )(?<!tháng \d\d )(?<!từ )(?<!so với )"
    r"(?:năm|(?<!ngày \d )(?<!ngày \d\d )tháng \d\d?,? năm|quý [iv]+[/ ]"
    r"|tháng \d\d?/)\s*(?P<year>(?:19|20)\d\d)(?!\s*-\s*(?:19|20)\d\d|\d)"
)
_WORK = re.compile(
    r"(?:(?:\btrong|\b(?:\d{1,2}|sáu|chín|ba) tháng(?: đầu| cuối)?"
    r"|(?:kiểm điểm|nhiệm vụ|kết quả|tổng kết|sơ kết)[^.\n]{0,60}?) năm "
    r"|\bquý (?:iv|i{1,3})(?: năm |, | ?/ ?))"
    r"(?P<year>(?:19|20)\d\d)(?!\d|\s*-\s*20)"
)
_YEAR_OF_DISCIPLINE = re.compile(
    rf"(?:{_OPENING}|(?<![^\n])theo [^.\n]{{5,90}}, )"
    r"năm (?P<year>(?:19|20)\d\d), [^.\n]{0,160}(?:kỷ luật|kiểm tra|giám sát)"
)
"""A paragraph of a news item that opens with the year and tells of discipline."""
_OPENS_WITH_YEAR = re.compile(
    rf"{_OPENING}năm (?P<year>(?:19|20)\d\d), [^.\n]{{0,160}}?\d+ (?:đảng viên|đảng bộ|chi bộ"
    r"|tổ chức (?:cơ sở )?đảng|cán bộ|chỉ tiêu|cuộc|vụ|trường hợp)"
)
"""A paragraph that opens with the year and goes on to count."""
_DID = (
    r"(?:kiểm tra|giám sát|kết nạp|xếp loại|đánh giá|phân loại|kỷ luật|xử lý|xóa tên|công nhận"
    r"|phát triển(?: được)? (?:đảng|\d)|khai trừ|hoàn thành \d|bồi dưỡng|tiếp nhận|giải quyết"
    r"|khen thưởng|trao tặng)"
)
# "năm 2020 UBKT ba cấp đã kiểm tra 684 tổ chức đảng", "Kết thúc năm 2016, trong 61 tổ chức …".
_YEAR_OF_FIGURES = re.compile(
    r"(?<!từ )(?<!với )(?<!hơn )(?<!đến )(?<!tới )(?<!trước )(?<!sau )(?<!đầu )(?<!cuối )(?<!giữa )"
    r"(?<!tháng \d )(?<!tháng \d\d )(?<!kỳ )(?<!đề ra )"
    rf"năm (?P<year>(?:19|20)\d\d)(?!\d|\s*-\s*\d| là | so | (?:đến|tới)\b|\))"
    rf"(?:[^.\n;]{{0,140}}?\b{_DID}\b[^.\n;]{{0,60}}?\d|, (?:trong |toàn |cả )[^.\n;]{{0,60}}?\d)"
)
# "tính đến 31-12-2019 …; trong năm, 87 đảng viên bị xóa tên", "tới ngày 05/7/2018 … cả năm".
_AS_OF = re.compile(
    r"(?:tính )?(?:đến|tới) (?:hết )?(?:ngày )?\d{1,2}[/.-]\d{1,2}[/.-]"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_WITHIN_YEAR = re.compile(
    r"\b(?:trong năm|cả năm|kế hoạch năm|chỉ tiêu năm|cùng kỳ|(?:cuối|đầu) năm|năm qua|năm nay)\b"
)
_JUBILEE = re.compile(
    r"(?:sơ kết|tổng kết)\s+(?:công tác\s+|kết quả\s+)?(?P<n>\d{1,2})\s+năm(?!\s*20)"
)

_EXAMINED = re.compile(
    r"(?:mốc|thời điểm|thời gian|niên độ|thời kỳ)(?: thời gian)?"
    r"(?: (?:được )?(?:kiểm tra|giám sát))?[\s,:]*(?:tính )?từ [^.;\n]{0,20}?(?P<from>20\d\d)"
    r" đến [^.;\n]{0,24}?(?P<to>20\d\d)"
)


@dataclass(frozen=True, slots=True)
class Years:
    """Years as `2020-2025` or `2021`, and the words that say so."""

    words: str
    span: Span


def term(document: Document, where: Span, national: bool = False) -> Years | None:
    """The first term of office stated in a stretch of text.

    A term of a national congress ("nhiệm kỳ Đại hội XIII") counts where `national`.
    """
    m = _TERM.search(document.key, where.start, where.end)
    if m:
        return Years(f"{m['from']}-{m['to']}", Span(*m.span()))
    if national and (m := _CONGRESS.search(document.key, where.start, where.end)):
        first = _CONGRESS_YEARS.get(m["ordinal"])
        return Years(f"{first}-{first + 5}", Span(*m.span())) if first else None
    return None


def running(document: Document, where: Span) -> Years | None:
    """The term that a news lead counts from: "từ đầu nhiệm kỳ 2015-2020 đến nay"."""
    m = _RUNNING.search(document.key, where.start, where.end)
    return Years(f"{m['from']}-{m['to']}", Span(*m.span())) if m else None


def of_body(document: Document, where: Span, body: str) -> Years | None:
    """The term in which a body served: "Ban Thường vụ Đảng ủy X nhiệm kỳ 2015 - 2020"."""
    pattern = re.compile(
        rf"{re.escape(body)}[\s,(]+(?:khóa [ivx]+[\s,]+)?(?:nhiệm kỳ|nk)\s*{_YEARS}"
    )
    m = pattern.search(document.key, where.start, where.end)
    return Years(f"{m['from']}-{m['to']}", Span(*m.span())) if m else None


def of_congress(document: Document, where: Span) -> Years | None:
    """The term that a congress opens: "Đại hội Chi bộ X, nhiệm kỳ 2025 - 2027"."""
    m = _OPENED.search(document.key, where.start, where.end)
    return Years(f"{m['from']}-{m['to']}", Span(*m.span())) if m else None


def terms(document: Document, where: Span) -> list[Years]:
    """Every term of office stated in a stretch of text."""
    return [
        Years(f"{m['from']}-{m['to']}", Span(*m.span()))
        for m in _TERM.finditer(document.key, where.start, where.end)
    ]


def period(document: Document, where: Span) -> Years | None:
    """The years that a title (or lead) reports on: a span of years, else one year."""
    m = _SPANNED.search(document.key, where.start, where.end)
    if m:
        return Years(f"{m['from']}-{m['to']}", Span(*m.span()))
    m = _YEAR.search(document.key, where.start, where.end)
    return Years(m["year"], Span(*m.span())) if m else None


def period_of_work(document: Document, where: Span) -> Years | None:
    """The year whose work a lead speaks of: "kiểm điểm … năm 2017", "trong năm 2016"."""
    if stage := _STAGE.search(document.key, where.start, where.end):
        return Years(f"{stage['from']}-{stage['to']}", Span(*stage.span()))
    for pattern in (_WORK, _YEAR_OF_DISCIPLINE, _OPENS_WITH_YEAR):
        if m := pattern.search(document.key, where.start, where.end):
            return Years(m["year"], Span(*m.span()))
    told = list(_YEAR_OF_FIGURES.finditer(document.key, where.start, where.end))
    if len({m["year"] for m in told}) == 1:
        return Years(told[0]["year"], Span(*told[0].span()))
    m = _AS_OF.search(document.key, where.start, where.end)
    if m and _WITHIN_YEAR.search(document.key, m.end(), where.end):
        return Years(m["year"], Span(*m.span()))
    return None


def year_behind(document: Document, ahead: Years) -> Years | None:
    """The year whose results a part of a resolution on the tasks of the next year tells."""
    if not re.fullmatch(r"20\d\d", ahead.words):
        return None
    year = str(int(ahead.words) - 1)
    told = re.compile(rf"(?:kết quả|tình hình|đánh giá|kiểm điểm)[^.\n]{{0,80}}\bnăm {year}\W*$")
    for block in document.blocks:
        if len(block.span) < 120 and told.search(document.key, block.span.start, block.span.end):
            return Years(year, block.span)
    return None


def examined(document: Document, where: Span) -> Years | None:
    """The years that an inspection looked at: "mốc thời gian từ 01/01/2017 đến 31/12/2018"."""
    m = _EXAMINED.search(document.key, where.start, where.end)
    if m is None:
        return None
    years = m["from"] if m["from"] == m["to"] else f"{m['from']}-{m['to']}"
    return Years(years, Span(*m.span()))


def jubilee(document: Document, where: Span, year: int | None) -> Years | None:
    """`2021-2024` for "sơ kết 03 năm thực hiện …" in 2024."""
    m = _JUBILEE.search(document.key, where.start, where.end)
    if m is None or year is None:
        return None
    return Years(f"{year - int(m['n'])}-{year}", Span(*m.span()))
