"""One target set: its bound, and its name without the bound beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import indicator_names as names
from extractors.quantities import quantities
from pipeline.model import Document, Span
from pipeline.records import Indicator
from pipeline.reference import Reference

# A result told beside its target is read elsewhere.
MEASURED = re.compile(
    r"(?<!\w)(?:(?<!có )kế hoạch|dự toán|ước đạt|ước thực hiện|so với năm|vượt|chưa đạt|không đạt"
    r"|đã|kết quả(?! (?:học tập|rèn luyện|công tác|xếp loại))|thực hiện được|hiện nay)(?!\w)"
)
_MARK = re.compile(
    r"(?:\s*:|\s+(?:đạt|là|từ|trên|dưới|khoảng|ít nhất|tối thiểu|không dưới|tăng(?! trưởng"
    r"| thêm| cường)"
    r"|giảm(?! nghèo)|còn"
    r"|duy trì|bằng|phấn đấu))(?=[\s:])"
)


_NEXT = re.compile(
    r";|(?:(?<!\d)|(?<=\d{4})),\s+(?:và\s+)?(?=(?:có\s+)?(?:(?:trên|ít nhất|từ"
    r"|khoảng)\s+)?\d[\d.]*(?:,\d+)?\s?(?:%"
    r"|[^\W\d_]))"
    r"|,\s+(?:và\s+)?(?=không (?:có|để|còn)\s)"
    r"|,\s+(?:và\s+)?(?=(?:tỷ lệ|tỉ lệ|thu nhập|giá trị|tổng|kết nạp|sản lượng|số|hằng năm"
    r"|mỗi năm|hoàn thành|tổ chức|xây dựng|kiểm tra|giám sát|thành lập|vận động|giảm|phát triển"
    r"|giới thiệu)\s[^,;]*\d)"
)
_NONE = re.compile(r"[\s*+•-]*(?P<name>không (?:có|để|còn)\s[^,;.:()\d]{8,90})$")
"""A target without a number: "không có đảng viên vi phạm kỷ luật"."""


_GRADE = re.compile(
    r"[\s*+•-]*(?P<name>(?:(?:xây dựng|phấn đấu|giữ vững|danh hiệu|duy trì|hằng năm"
    r"|hàng năm)\s+)*(?:chi bộ"
    r"|đảng bộ|đảng viên"
    r"|tổ chức đảng|các đoàn thể|đoàn thể|công đoàn|chi đoàn|đoàn thanh niên|cơ quan|đơn vị"
    r"|nhà trường)"
    r"[^;.:\d]{0,50}(?:hoàn thành (?:tốt|xuất sắc) nhiệm vụ|trong sạch,? vững mạnh|vững mạnh"
    r"|tiên tiến"
    r"|đạt chuẩn|văn hóa)[^;.:\d]{0,40})$"
)
"""A grade to be reached: "chi bộ hoàn thành tốt nhiệm vụ trở lên"."""


def cut(document: Document, reference: Reference, where: Span) -> Iterator[Indicator]:
    """The targets of a stretch, cut where the next begins; what tells a result is left out."""
    for item in parts(document, where):
        if len(item) > 5 and not MEASURED.search(document.key, item.start, item.end):
            yield from aim(document, reference, bare(document, item))


def parts(document: Document, where: Span) -> Iterator[Span]:
    at = where.start
    for m in _NEXT.finditer(document.key, where.start, where.end):
        if document.key.count("(", at, m.start()) == document.key.count(")", at, m.start()):
            yield Span(at, m.start())
            at = m.end()
    yield Span(at, where.end)


def bare(document: Document, item: Span) -> Span:
    start, end = item.start, item.end
    while start < end and document.text[start] in " *-+•":
        start += 1
    while end > start and document.text[end - 1] in " .;,*":
        end -= 1
    return Span(start, end)


def aim(document: Document, reference: Reference, item: Span) -> Iterator[Indicator]:
    """One target set: its bound, and its name without the bound beside it."""
    found = quantities(document, reference, item)
    if not found:
        none = _NONE.match(document.key, item.start, item.end)
        none = none or _GRADE.match(document.key, item.start, item.end)
        if none:
            yield set_target(
                document, item, Span(*none.span("name")), "target_set_in_list", None, None
            )
        return
    first = found[0]
    named = _named(document, item, first.span, share=first.unit == "%")
    if named is None or not names.names_something(document, named, reference):
        return
    yield set_target(document, item, named, "target_set_in_list", first.value, first.unit)


def _named(document: Document, item: Span, figure: Span, share: bool) -> Span | None:
    """The words of an item that name its target: behind a share that opens it, else before."""
    if share and figure.start - item.start < 14:
        return names.trimmed(document, Span(figure.end, item.end))
    label = document.key[item.start : figure.start].rstrip()
    if share and label.endswith(":") and len(label) < 40:
        within = document.key.find(", trong đó", figure.end, item.end)
        return names.trimmed(document, Span(item.start, within if within >= 0 else item.end))
    marks = list(_MARK.finditer(document.key, item.start, figure.start))
    near = [m for m in marks if figure.start - m.start() < 40]
    if near and near[0].start() - item.start > 8:
        name = names.trimmed(document, Span(item.start, near[0].start()))
        short = name is None or len(document.quote(name).split()) < 4
        if name is not None and names.is_act(document, name):
            return names.trimmed(document, item)
        if not short or document.key[near[0].start() : near[0].end()].endswith(":"):
            return name
    words = document.key[item.start : figure.start].split()
    if not share and len(words) > 2 and _AMOUNT.fullmatch(document.key, figure.start, item.end):
        return names.trimmed(document, Span(item.start, figure.start))
    return names.trimmed(document, item)


_AMOUNT = re.compile(
    r"[\d.,]+\s*(?:triệu|tỷ|tỉ|nghìn|usd|tấn|ha|%|đồng|tạ|km|kg|m3|kwh)[^,;]{0,40}"
)
"""A figure that ends an item, its unit no noun that belongs to the name."""


def set_target(
    document: Document, span: Span, name: Span, rule: str, value: Decimal | None, unit: str | None
) -> Indicator:
    return Indicator(
        span=span, rule=rule, name=document.quote(name), status="unknown", target=value, unit=unit
    )
