"""Targets striven for and assigned: behind "phấn đấu", "giao chỉ tiêu", "đặt mục tiêu"."""

import re
from collections.abc import Iterator

from extractors import indicator_names as names
from extractors.indicator_aims import MEASURED, aim, bare, cut, parts, set_target
from extractors.quantities import NUMBER, quantities
from pipeline.model import Document, Span
from pipeline.records import Indicator
from pipeline.reference import Reference

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


_DIGIT = re.compile(r"\d")
_STRIVES = re.compile("phấn đấu|mục tiêu|đặt ")
_ACTS = re.compile("kết nạp|phát triển|thành lập|giới thiệu")
"""What is assigned, quick to look for."""
_WHEN = re.compile(r"(?:hết|cuối|đầu|quý|năm|tháng|nhiệm kỳ|giai đoạn)\s")


def striven(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """The targets that a sentence strives for or assigns; each has a figure."""
    where = (document.key, sentence.start, sentence.end)
    if not _DIGIT.search(*where):
        return
    for m in _STRIVEN.finditer(*where) if _STRIVES.search(*where) else ():
        found = _striven_for(document, reference, sentence, m)
        if found is not None:
            yield found
            yield from _further(document, reference, Span(m.end(), sentence.end))
    for m in _ASSIGNED.finditer(*where) if _ACTS.search(*where) else ():
        bound = quantities(document, reference, Span(m.start("many"), m.end()))
        if bound:
            name, first = Span(*m.span("name")), bound[0]
            yield set_target(document, name, name, "target_assigned", first.value, first.unit)
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
    return set_target(document, span, name, "target_striven_for", first.value, first.unit)


def _striven_after(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    if document.key.find("phấn đấu", sentence.start, sentence.end) < 0:
        return
    m = _STRIVEN_AFTER.search(document.key, sentence.start, sentence.end)
    name = names.told_before(document, sentence, m.start()) if m else None
    found = quantities(document, reference, Span(m.start("share"), m.end())) if m else []
    if m and name and found and names.names_something(document, name, reference):
        span, first = Span(name.start, m.end()), found[0]
        yield set_target(document, span, name, "target_striven_for", first.value, first.unit)


_GOES_ON = re.compile(
    r"\s*,?\s*(?:và\s+|trong đó\s+)?(?:có\s+)?(?:(?:ít nhất|trên|từ|khoảng)\s+)?"
    r"(?:\d[\d.]*(?:,\d+)?\s?%|không (?:có|để|còn)\s|(?:tỷ lệ|tỉ lệ|kết nạp|thu nhập|mỗi năm"
    r"|hằng năm|hàng năm)\s[^,;]*\d)"
)


def _further(document: Document, reference: Reference, rest: Span) -> Iterator[Indicator]:
    """What is striven for beside it: the next shares and rates, the items behind semicolons."""
    at = document.key.find(";", rest.start, rest.end)
    own = Span(rest.start, at if at >= 0 else rest.end)
    for item in parts(document, own):
        left_over = item.start == rest.start and document.key[rest.start : rest.start + 1] != ","
        if left_over or len(item) <= 5:
            continue
        if not _GOES_ON.match(document.key, item.start, item.end):
            break
        if not MEASURED.search(document.key, item.start, item.end):
            yield from aim(document, reference, bare(document, item))
    if at >= 0 and "phấn đấu" not in document.key[at : rest.end]:
        yield from cut(document, reference, Span(at + 1, rest.end))
