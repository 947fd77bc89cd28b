"""Targets set for a time to come: under a heading, behind "Chỉ tiêu:", behind "phấn đấu"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import indicator_names as names
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
    r"(?:[-+*]\s*)?(?:các\s+)?(?:(?:mục tiêu,\s+)?chỉ tiêu|mục tiêu|phấn đấu)(?:\s+(?:cụ thể"
    r"|chủ yếu|chính|của [^\W\d]+(?: [^\W\d]+)?|phấn đấu|cơ bản"
    r"|(?:đến )?(?:hết |cuối )?năm \d{4}|đến \d{4}"
    r"|nhiệm kỳ(?:\s+(?:tới|mới|\d{4}\s*-\s*\d{4}))?))*\s*:\s*"
)
# "Đại hội thông qua các chỉ tiêu chủ yếu sau: A; B".
_PASSED = re.compile(
    r"[^.:;]{0,120}?(?<!\w)(?:thông qua|đề ra|đặt ra|xác định|quyết định|thống nhất|nhất trí"
    r"|biểu quyết|phấn đấu)(?!\w)"
    r"(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;]){0,60}?(?:chỉ tiêu|mục tiêu)"
    r"(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;]){0,40}:\s*"
    r"|(?:về )?(?:các |những )?(?:chỉ tiêu|mục tiêu)"
    r"(?:(?!đạt|vượt|hoàn thành|kết quả)[^.:;]){0,60}?"
    r"(?:thông qua|đề ra|xác định|quyết định|thống nhất|phấn đấu)[^.:;]{0,30}:\s*"
)
# A result told beside its target is read elsewhere.
_MEASURED = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|ước đạt|ước thực hiện|so với năm|vượt|chưa đạt|không đạt"
    r"|đã|kết quả|thực hiện được|hiện nay)(?!\w)"
)
_MARK = re.compile(
    r"(?:\s*:|\s+(?:đạt|là|từ|trên|dưới|khoảng|ít nhất|tối thiểu|không dưới|tăng|giảm|còn"
    r"|duy trì|bằng|phấn đấu))(?=[\s:])"
)
_AIM = (
    r"(?:(?:đến|trong|hết|vào)\s+(?:năm|hết|cuối|quý|đầu|tháng)\s+(?:năm\s+)?[\divx/]{1,8},?\s+)?"
    r"(?:(?:hằng năm|hàng năm|mỗi năm),?\s+)?"
    r"(?:đạt\s+|có\s+|bảo đảm\s+|duy trì\s+|nâng\s+|tăng\s+|giảm\s+)?"
)
_STRIVEN = re.compile(
    rf"(?<!\w)(?:phấn đấu|đặt (?:ra )?(?:mục tiêu|chỉ tiêu)),?\s+{_AIM}(?:"
    r"(?P<act>kết nạp|phát triển|thành lập|giới thiệu)\s+(?:(?:mới|thêm|được)\s+)*"
    rf"(?:từ\s+|ít nhất\s+|trên\s+)?(?P<many>{NUMBER})\s+(?:đảng viên|đoàn viên|hội viên"
    r"|đồng chí|đ/c|chi bộ|quần chúng|tổ chức đảng)(?:\s+(?:mới|ưu tú))?(?:\s+trở lên)?"
    r"|(?P<name>[^\W\d_](?:[^\d;:.\n()]|\([^()]{1,80}\)){4,110}?)\s+"
    r"(?:đạt|từ|trên|khoảng|ít nhất|không dưới|tối thiểu|dưới|còn|là)\s+"
    rf"(?:ít nhất\s+|trên\s+|khoảng\s+|dưới\s+)?(?P<after>{NUMBER})\s?(?P<unit>%|[^\W\d_]+)?"
    r"(?:\s*trở lên|/năm)?"
    rf"|(?:(?:ít nhất|trên|từ|khoảng)\s+)?(?P<share>{NUMBER})\s?%(?:\s+trở lên)?"
    r"(?:\s+(?:số|các))?\s+(?P<of>[^\d,;:.\n()]{6,120}))"
)
# "phấn đấu 100% …, 70% có trình độ đại học": the next share striven for.
_NEXT_SHARE = re.compile(
    rf",\s*(?:và\s+|trong đó\s+)?(?:(?:có\s+)?(?:ít nhất|trên|từ)\s+)?(?P<share>{NUMBER})\s?%\s+"
    r"(?P<of>[^\d,;:.\n()]{6,120})"
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


def _announced(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    if document.key.find(":", sentence.start, sentence.end) < 0:
        return
    m = _ANNOUNCED.match(document.key, sentence.start, sentence.end) or _PASSED.match(
        document.key, sentence.start, sentence.end
    )
    if m is not None:
        yield from _cut(document, reference, Span(m.end(), sentence.end))


def _cut(document: Document, reference: Reference, where: Span) -> Iterator[Indicator]:
    """The targets of a stretch cut at semicolons; what tells a result is left out."""
    at = where.start
    for m in [*re.compile(r";").finditer(document.key, where.start, where.end), None]:
        item = Span(at, m.start() if m else where.end)
        if len(item) > 5 and not _MEASURED.search(document.key, item.start, item.end):
            yield from aim(document, reference, _bare(document, item))
        at = m.end() if m else at


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
    marks = list(_MARK.finditer(document.key, item.start, figure.start))
    near = [m for m in marks if figure.start - m.start() < 40]
    if near and near[0].start() - item.start > 8:
        name = names.trimmed(document, Span(item.start, near[0].start()))
        short = name is None or len(document.quote(name).split()) < 5
        if not short or document.key[near[0].start() : near[0].end()].endswith(":"):
            return name
    return names.trimmed(document, item)


def _striven(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    for m in _STRIVEN.finditer(document.key, sentence.start, sentence.end):
        group = next(g for g in ("after", "share", "many") if m[g])
        where = Span(m.start(group), min(m.end(group) + 12, sentence.end))
        found = quantities(document, reference, where)
        if m["name"]:
            name = names.trimmed(document, Span(*m.span("name")))
        elif m["of"]:
            name = names.trimmed(document, Span(*m.span("of")))
        else:
            name = Span(m.start("act"), m.end())
        if name is None or not found or _WHEN.match(document.key, name.start):
            continue
        if m["act"] or names.names_something(document, name, reference):
            span, first = Span(*m.span()), found[0]
            yield _set(document, span, name, "target_striven_for", first.value, first.unit)
            yield from _further(document, reference, Span(m.end(), sentence.end))


def _further(document: Document, reference: Reference, rest: Span) -> Iterator[Indicator]:
    """What is striven for beside it: the next shares, and the items behind semicolons."""
    at = rest.start
    while (m := _NEXT_SHARE.match(document.key, at, rest.end)) is not None:
        name = names.trimmed(document, Span(*m.span("of")))
        found = quantities(document, reference, Span(m.start("share"), m.end("share") + 2))
        if name is not None and found:
            span, first = Span(*m.span()), found[0]
            yield _set(document, span, name, "target_striven_for", first.value, first.unit)
        at = m.end()
    cut = document.key.find(";", at, rest.end)
    if cut >= 0 and "phấn đấu" not in document.key[cut : rest.end]:
        yield from _cut(document, reference, Span(cut + 1, rest.end))


def _set(
    document: Document, span: Span, name: Span, rule: str, value: Decimal, unit: str | None
) -> Indicator:
    return Indicator(
        span=span, rule=rule, name=document.quote(name), status="unknown", target=value, unit=unit
    )
