"""Items that set a direction by the headings above them, or an order by the kind of document."""

import re

from extractors.passages import Passage
from extractors.remedies import TASKING, Actions
from pipeline.model import Document

_REPORTING = frozenset({"political_report", "resolution"})
_DIRECTING = TASKING | _REPORTING
_TOLD = re.compile(
    r"(?<!\w)(?:đã|được (?:nâng|tăng|cải|củng|quan|mở|đẩy|chú|kiện)|vừa qua|những năm qua|"
    r"thời gian qua|nhiệm kỳ qua|năm qua|còn|chưa|vẫn|so với (?:năm|nhiệm kỳ|cùng kỳ)|bình quân|"
    r"đạt (?:\d|kết quả|trên|gần)|là do|nguyên nhân)(?!\w)"
)
"""Words of a report on what was, not of a direction."""
_PREAMBLE = re.compile(
    r"[\W_]*(?:thực hiện|căn cứ|triển khai|quán triệt|ngày|sau khi|theo|trên cơ sở)(?: \S+){0,3}? "
    r"(?:nghị quyết|chỉ thị|kết luận|quyết định|quy định|kế hoạch|hướng dẫn|chương trình|điều lệ|"
    r"\d|đề nghị|ý kiến)[^.]*,"
)
_CRITERIA = re.compile(
    r"tiêu chuẩn|độ tuổi|tuổi tái cử|đối tượng|thời điểm tính|số lượng đại biểu|"
    r"thời gian (?:đại hội|tổ chức)|nội dung đại hội|\d nội dung sau"
)
"""Headings over rules of eligibility and procedure, which set nothing to be mended."""
_DEMANDS = re.compile(
    r"[\W\d_]*(?:[ivx]+[.)/-]+\s*)?(?:yêu cầu|đề nghị)(?:(?:,| và) (?:kiến nghị|đề nghị))?\W*$"
)
"""A whole heading over what a higher body demands; in a plan it would stand over its own rules."""
_RULES = re.compile(
    r"(?:\d+ (?:tháng|tuổi)|thời gian công tác ít nhất|nhiệm kỳ trở lên|trường hợp đặc biệt)(?!\w)"
)
_ORDERS = re.compile(
    r"(?<!\w)(?:cần|phải|giao|yêu cầu|đề nghị|khẩn trương|chủ trì|chịu trách nhiệm|có trách nhiệm|"
    r"căn cứ chỉ thị này|căn cứ kết luận này|lãnh đạo, chỉ đạo|chỉ đạo|hướng dẫn)(?: \S+){0,40}? "
    r"(?:thực hiện|triển khai|bảo đảm|đảm bảo|xây dựng|nghiên cứu|phối hợp|rà soát|chuẩn bị|"
    r"kết hợp|quán triệt|hướng dẫn|kiểm tra|báo cáo|đánh giá|coi trọng|theo dõi|đôn đốc|cụ thể hóa|"
    r"hoàn thiện|sửa đổi|xem xét|tổ chức|ban hành|tập trung|tăng cường|nêu cao)(?!\w)"
)
_STARTS = re.compile(
    r"[\W_]*(?:báo cáo (?:bộ|ban|cấp|thường|tỉnh|trung ương|kết quả về)|tiếp thu|trình|xác định|"
    r"làm rõ|cơ bản (?:thực hiện|hoàn thành)|đưa|lấy|chuẩn bị|lựa chọn|giữ nghiêm|nghiêm cấm)(?!\w)"
)
"""Further words that begin an order."""
_AIM = re.compile(r"quan điểm|mục tiêu|tầm nhìn")


def rule(
    document: Document, key: str, passage: Passage, doc_type: str, words: Actions
) -> str | None:
    """The rule by which an item directs or orders, or None."""
    if passage.heading or doc_type not in _DIRECTING:
        return None
    if not passage.marker and _PREAMBLE.match(key):
        return None
    heads = _headings(document, passage)
    acts = bool(words.verb.match(key) or (doc_type in TASKING and _STARTS.match(key)))
    if doc_type in TASKING and _ordered(key, passage, heads, acts):
        return "ordered"
    if passage.announces or (not acts and _TOLD.search(key[:200])):
        return None
    listed = passage.zone.kind == "open" and passage.marker and (acts or doc_type in _REPORTING)
    if listed and _directed(heads, words):
        return "direction"
    aims = passage.zone.kind in ("goal", "other") and any(_AIM.search(h) for h in heads[-1:])
    return "aim" if aims and passage.marker else None


def _headings(document: Document, passage: Passage) -> list[str]:
    path = document.section_path_at(passage.span.start)
    return [document.key[s.heading.start : s.heading.end] for s in path]


def _directed(heads: list[str], words: Actions) -> bool:
    """Whether a heading bears the direction itself ("IV. Đẩy mạnh cải cách hành chính")."""
    return any(words.title.match(head) for head in heads)


def _ordered(key: str, passage: Passage, heads: list[str], acts: bool) -> bool:
    """Whether a sentence of a directive or a conclusion sets something to be done."""
    if passage.zone.kind not in ("open", "other", "goal") or any(map(_CRITERIA.search, heads)):
        return False
    begins = passage.span.start == passage.block.span.start or passage.marker
    if begins and heads and any(map(_DEMANDS.match, heads[-2:])) and not passage.announces:
        return True
    if acts and begins:
        return passage.marker or not passage.announces
    order = _ORDERS.search(key)
    if order is None or _RULES.search(key) or (passage.announces and not passage.marker):
        return False
    return not _TOLD.search(key, 0, order.start())
