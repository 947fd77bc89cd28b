"""Targets set for a time to come: under a heading, behind "Chỉ tiêu:", behind "phấn đấu"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import indicator_names as names
from extractors.figures import is_ahead
from extractors.quantities import NUMBER, quantities
from extractors.sentences import sentences
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.records import Indicator
from pipeline.reference import Reference

_HEAD = re.compile(
    r"(?<!\w)(?:chỉ tiêu|mục tiêu (?:cụ thể|phấn đấu|chủ yếu|đến năm)|mục tiêu, chỉ tiêu"
    r"|mục tiêu(?= năm 20))(?!\w)"
)
_REPORTED = re.compile(
    r"kết quả|đánh giá|thực hiện|kiểm điểm|tình hình|hoàn thành|đạt|vượt|tổng hợp|rà soát"
)
_BULLET = re.compile(r"[-+•*–]\s*|\(?\d{1,2}[.)]\s*|[a-zđ][.)]\s+")
# "Chỉ tiêu: A; B; C", "Mục tiêu đến năm 2030: X 97%".
_ANNOUNCED = re.compile(
    r"(?:[-+*]\s*)?(?:về\s+)?(?:các\s+|một số\s+|những\s+)?(?:(?:mục tiêu,\s+)?chỉ tiêu"
    r"|mục tiêu|phấn đấu)(?:\s+(?:cụ thể"
    r"|chủ yếu|chính|của [^\W\d]+(?: [^\W\d]+)?|phấn đấu|cơ bản"
    r"|(?:đến )?(?:hết |cuối )?năm \d{4}|đến \d{4}"
    r"|nhiệm kỳ(?:\s+(?:tới|mới|\d{4}\s*-\s*\d{4}))?))*\s*:\s*"
)
# "Đại hội thông qua các chỉ tiêu chủ yếu sau: A; B".
_PASSED = re.compile(
    r"[^.:;]{0,160}?(?<!\w)(?:thông qua|đề ra|đặt ra|đặt|đưa ra|giao|đăng ký|với|xác định"
    r"|quyết định|thống nhất|nhất trí"
    r"|biểu quyết|phấn đấu)(?!\w)"
    r"(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;]){0,60}?(?:chỉ tiêu|mục tiêu)"
    r"(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;]){0,40}:\s*"
    r"|(?:về )?(?:các |những )?(?:chỉ tiêu|mục tiêu)"
    r"(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;]){0,60}?"
    r"(?:thông qua|đề ra|xác định|quyết định|thống nhất|phấn đấu)[^.:;]{0,30}:\s*"
)
# "Mục tiêu nhiệm kỳ tới là kết nạp ít nhất 12 đảng viên, 100% chi bộ …".
_IS = re.compile(
    r"[^.:;]{0,60}?(?<!\w)(?:chỉ tiêu|mục tiêu)(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;\d]"
    r"|năm \d{4}){0,60}?"
    r"\s(?:là|phải|gồm)\s+(?=(?:phấn đấu\s+)?(?:kết nạp|có|đạt|100|trên|ít nhất|từ|giảm|nâng"
    r"|tăng|mỗi)\s[^.;]*\d)"
)
# "Chi bộ đặt mục tiêu giữ vững danh hiệu …; kết nạp 02 quần chúng".
_LISTED = re.compile(
    r"[^.:;]{0,80}?(?<!\w)(?:đặt|đề ra|xác định)\s+(?:chỉ tiêu"
    r"|mục tiêu)\s+(?:là\s+)?(?=[^.:;]{8,120};)"
)
# A result told beside its target is read elsewhere.
_MEASURED = re.compile(
    r"(?<!\w)(?:(?<!có )kế hoạch|dự toán|ước đạt|ước thực hiện|so với năm|vượt|chưa đạt|không đạt"
    r"|đã|kết quả(?! (?:học tập|rèn luyện|công tác|xếp loại))|thực hiện được|hiện nay)(?!\w)"
)
_MARK = re.compile(
    r"(?:\s*:|\s+(?:đạt|là|từ|trên|dưới|khoảng|ít nhất|tối thiểu|không dưới|tăng(?! trưởng"
    r"| thêm| cường)"
    r"|giảm(?! nghèo)|còn"
    r"|duy trì|bằng|phấn đấu))(?=[\s:])"
)
_AIM = (
    r"(?:(?:đến|trong|hết|vào)\s+(?:năm|hết|cuối|quý|đầu|tháng)\s+(?:năm\s+)?[\divx/]{1,8},?\s+)?"
    r"(?:(?:hằng năm|hàng năm|mỗi năm),?\s+)?"
    r"(?:đạt\s+|có\s+|bảo đảm\s+|duy trì\s+|nâng\s+|tăng\s+|giảm\s+)?"
)
_THINGS = (
    r"\s(?:lượt|công trình|mô hình|sáng kiến|đề tài|xã|thôn|hộ|trường|chi bộ|tổ chức|đoàn viên"
    r"|hội viên"
    r"|km|ha|lao động|buổi|bài|cuộc|lớp|sản phẩm)\s(?!mỗi|trở|sinh hoạt)"
)
_STRIVEN = re.compile(
    rf"(?<!\w)(?:phấn đấu|mục tiêu(?: là)?(?= đến| có| năm)|đặt (?:ra )?(?:mục tiêu"
    rf"|chỉ tiêu)),?\s+{_AIM}(?:"
    r"(?P<act>kết nạp|phát triển|thành lập|giới thiệu|lập mới|thêm)\s+(?:(?:mới|thêm|được)\s+)*"
    rf"(?:từ\s+|ít nhất\s+|trên\s+)?(?P<many>{NUMBER})\s+(?:đảng viên|đoàn viên|hội viên"
    r"|đồng chí|đ/c|chi bộ|quần chúng|tổ chức đảng)(?:\s+(?:mới|ưu tú))?(?:\s+trở lên)?"
    r"|(?P<name>[^\W\d_](?:[^\d;:.\n()]|\([^()]{1,80}\)){4,110}?)\s+"
    r"(?:đạt|từ|trên|khoảng|ít nhất|không dưới|tối thiểu|dưới|còn|là)\s+"
    rf"(?:ít nhất\s+|trên\s+|khoảng\s+|dưới\s+)?(?P<after>{NUMBER})\s?(?P<unit>%|[^\W\d_]+)?"
    r"(?:\s*trở lên|/năm)?"
    rf"|(?:(?:ít nhất|trên|từ|khoảng)\s+)?(?P<share>{NUMBER})(?:\s?%|(?={_THINGS}))(?:\s+trở lên)?"
    r"(?:\s+(?:số|các))?\s+(?P<of>[^\d,;:.\n()]{6,120}))"
)
# "giao chỉ tiêu kết nạp 250 đảng viên", "xác định mỗi năm kết nạp từ 30 đảng viên".
_WHOM = (
    r"(?:các\s+|mỗi\s+)?(?:đảng bộ|chi bộ|huyện|xã|tổ chức|đơn vị|cấp ủy|cơ sở)[^,;.\d]{0,40}?\s+"
)
_ASSIGNED = re.compile(
    r"(?<!\w)(?:giao|đề ra|đặt|đặt ra|đăng ký|xác định|thống nhất|quyết tâm|nâng"
    r"|giữ(?: nguyên)?|đưa ra)\s+"
    rf"(?:cho [^,;.\d]{{2,40}}?\s+|{_WHOM})?(?:(?:các |thêm )?(?:chỉ tiêu|mục tiêu|kế hoạch"
    r"|mức)\s+(?:là\s+)?)?"
    r"(?:(?:trong |đến |vào )?năm \d{4},?\s+)?"
    r"(?P<name>(?:(?:mỗi năm|hằng năm|hàng năm|bình quân mỗi năm|trong năm|cả nhiệm kỳ)\s+)?"
    r"(?:mỗi [^,;.:\d]{2,30}?\s+)?"
    r"(?P<act>kết nạp|phát triển|thành lập|giới thiệu)\s+"
    r"(?:(?:mới|thêm|được)\s+)*(?:từ\s+|ít nhất\s+|trên\s+|khoảng\s+)?"
    rf"(?P<many>{NUMBER})\s+(?:đảng viên|đoàn viên|hội viên|đồng chí|đ/c|chi bộ|quần chúng"
    rf"|tổ chức đảng)"
    r"(?:\s+(?:mới|ưu tú))?(?:\s+trở lên)?)(?!\s+(?:đã|được|song|nhưng)|[^.;]*(?:đã|kết quả"
    r"|đến nay)[^.;]*\d)"
)
# "thu hồi tiền sai phạm, phấn đấu đạt trên 80%": the name stands before.
_STRIVEN_AFTER = re.compile(
    r"phấn đấu\s+(?:đạt\s+)?(?:(?:tỷ lệ|tỉ lệ|trên|từ|ít nhất|tối thiểu)\s+)*"
    rf"(?P<share>{NUMBER})\s?%(?:\s+trở lên)?(?=\s*(?:[.;)]|$|trong|vào|đến))"
)


_WHEN = re.compile(r"(?:hết|cuối|đầu|quý|năm|tháng|nhiệm kỳ|giai đoạn)\s")


def targets_set(document: Document, reference: Reference) -> Iterator[Indicator]:
    """The targets that a document sets, in order; each with its bound, its status unknown."""
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE, BlockKind.HEADING):
            continue
        if _under_targets(document, block):
            yield from _items(document, reference, block)
            continue
        if _BULLET.match(document.text, block.span.start) and is_ahead(document, block):
            yield from _bounds(document, reference, block)
        for sentence in sentences(document, block):
            yield from _announced(document, reference, sentence)
            yield from _striven(document, reference, sentence)


def _under_targets(document: Document, block: Block) -> bool:
    """Whether a bulleted block stands under a heading of targets."""
    if not _BULLET.match(document.text, block.span.start):
        return False
    heads = (document.key[s.heading.start : s.heading.end]
             for s in document.section_path_at(block.span.start)[-2:])  # fmt: skip
    return any(_HEAD.search(head) and not _REPORTED.search(head) for head in heads)


def _items(document: Document, reference: Reference, block: Block) -> Iterator[Indicator]:
    bullet = _BULLET.match(document.text, block.span.start)
    start = bullet.end() if bullet else block.span.start
    for sentence in sentences(document, block):
        yield from _cut(document, reference, Span(max(start, sentence.start), sentence.end))


# Among tasks: "- Kết nạp từ 03 đảng viên trở lên", "- Trên 95% đảng viên dự học nghị quyết".
_BOUND = re.compile(
    r"(?:(?:đến|trong|hết|vào)\s+[^,.;:]{2,24}\d{4},?\s+)?(?:phấn đấu\s+|bảo đảm\s+|có\s+)*"
    rf"(?:(?P<act>(?:mỗi năm\s+|hằng năm\s+)?(?:kết nạp|giới thiệu"
    rf"|phát triển)[^.;:,\d]{{0,30}}(?:từ|ít nhất|trên|tối thiểu)\s+{NUMBER}[^.;:,]*)"
    rf"|(?:(?:trên|ít nhất|tối thiểu|từ)\s+)?(?P<share>{NUMBER})\s?%(?:\s+trở lên)?\s+(?:số\s+)?"
    r"(?P<of>(?:cán bộ|đảng viên|chi bộ|tổ chức|đảng bộ|cấp ủy|công chức|đoàn viên|hộ|học sinh"
    r"|thôn|hồ sơ|người)[^.;:,]{6,140}))"
)


def _bounds(document: Document, reference: Reference, block: Block) -> Iterator[Indicator]:
    """The bound that an item of tasks begins with."""
    bullet = _BULLET.match(document.text, block.span.start)
    m = _BOUND.match(document.key, bullet.end() if bullet else block.span.start, block.span.end)
    if m is None or _MEASURED.search(document.key, m.start(), m.end()):
        return
    name = names.trimmed(document, Span(*m.span("act" if m["act"] else "of")))
    found = quantities(document, reference, Span(m.start(), m.end()))
    if name is not None and found:
        first = found[0]
        yield _set(document, Span(*m.span()), name, "target_among_tasks", first.value, first.unit)


def _announced(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    if document.key.find("tiêu", sentence.start, sentence.end) < 0 and (
        document.key.find(":", sentence.start, sentence.end) < 0
    ):
        return
    where = (document.key, sentence.start, sentence.end)
    m = (
        _ANNOUNCED.match(*where)
        or _PASSED.match(*where)
        or _IS.match(*where)
        or _LISTED.match(*where)
    )
    if m is not None:
        yield from _cut(document, reference, Span(m.end(), sentence.end))


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


def _cut(document: Document, reference: Reference, where: Span) -> Iterator[Indicator]:
    """The targets of a stretch, cut where the next begins; what tells a result is left out."""
    for item in _parts(document, where):
        if len(item) > 5 and not _MEASURED.search(document.key, item.start, item.end):
            yield from aim(document, reference, _bare(document, item))


def _parts(document: Document, where: Span) -> Iterator[Span]:
    at = where.start
    for m in _NEXT.finditer(document.key, where.start, where.end):
        if document.key.count("(", at, m.start()) == document.key.count(")", at, m.start()):
            yield Span(at, m.start())
            at = m.end()
    yield Span(at, where.end)


def _bare(document: Document, item: Span) -> Span:
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
            yield _set(document, item, Span(*none.span("name")), "target_set_in_list", None, None)
        return
    first = found[0]
    name = _named(document, item, first.span, share=first.unit == "%")
    if name is None or not names.names_something(document, name, reference):
        return
    yield _set(document, item, name, "target_set_in_list", first.value, first.unit)


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


def _striven(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    for m in _STRIVEN.finditer(document.key, sentence.start, sentence.end):
        found = _striven_for(document, reference, sentence, m)
        if found is not None:
            yield found
            yield from _further(document, reference, Span(m.end(), sentence.end))
    for m in _ASSIGNED.finditer(document.key, sentence.start, sentence.end):
        bound = quantities(document, reference, Span(m.start("many"), m.end()))
        if bound:
            name, first = Span(*m.span("name")), bound[0]
            yield _set(document, name, name, "target_assigned", first.value, first.unit)
    yield from _striven_after(document, reference, sentence)


def _striven_for(
    document: Document, reference: Reference, sentence: Span, m: re.Match[str]
) -> Indicator | None:
    group = next(g for g in ("after", "share", "many") if m[g])
    where = Span(m.start(group), min(m.end(group) + 12, sentence.end))
    found = quantities(document, reference, where)
    if m["act"]:
        name: Span | None = Span(m.start("act"), m.end())
    else:
        name = names.trimmed(document, Span(*m.span("name" if m["name"] else "of")))
    if name is None or not found or _WHEN.match(document.key, name.start):
        return None
    if not (m["act"] or names.names_something(document, name, reference)):
        return None
    span, first = Span(*m.span()), found[0]
    return _set(document, span, name, "target_striven_for", first.value, first.unit)


def _striven_after(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    m = _STRIVEN_AFTER.search(document.key, sentence.start, sentence.end)
    name = names.told_before(document, sentence, m.start()) if m else None
    found = quantities(document, reference, Span(m.start("share"), m.end())) if m else []
    if m and name and found and names.names_something(document, name, reference):
        span, first = Span(name.start, m.end()), found[0]
        yield _set(document, span, name, "target_striven_for", first.value, first.unit)


_GOES_ON = re.compile(
    r"\s*,?\s*(?:và\s+|trong đó\s+)?(?:có\s+)?(?:(?:ít nhất|trên|từ|khoảng)\s+)?"
    r"(?:\d[\d.]*(?:,\d+)?\s?%|không (?:có|để|còn)\s|(?:tỷ lệ|tỉ lệ|kết nạp|thu nhập|mỗi năm"
    r"|hằng năm|hàng năm)\s[^,;]*\d)"
)


def _further(document: Document, reference: Reference, rest: Span) -> Iterator[Indicator]:
    """What is striven for beside it: the next shares and rates, the items behind semicolons."""
    cut = document.key.find(";", rest.start, rest.end)
    own = Span(rest.start, cut if cut >= 0 else rest.end)
    for item in _parts(document, own):
        left_over = item.start == rest.start and document.key[rest.start : rest.start + 1] != ","
        if left_over or len(item) <= 5:
            continue
        if not _GOES_ON.match(document.key, item.start, item.end):
            break
        if not _MEASURED.search(document.key, item.start, item.end):
            yield from aim(document, reference, _bare(document, item))
    if cut >= 0 and "phấn đấu" not in document.key[cut : rest.end]:
        yield from _cut(document, reference, Span(cut + 1, rest.end))


def _set(
    document: Document, span: Span, name: Span, rule: str, value: Decimal | None, unit: str | None
) -> Indicator:
    return Indicator(
        span=span, rule=rule, name=document.quote(name), status="unknown", target=value, unit=unit
    )
