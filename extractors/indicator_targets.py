"""Targets set for a time to come: under a heading, behind "Chỉ tiêu:", behind "phấn đấu"."""

import re
from collections.abc import Iterator

from extractors import indicator_names as names
from extractors.figures import is_ahead
from extractors.indicator_aims import MEASURED, cut, set_target
from extractors.indicator_strivings import striven
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


_AIMS = re.compile("tiêu|phấn đấu")
"""A word of every announcement of targets, quick to look for."""


def targets_set(document: Document, reference: Reference) -> Iterator[Indicator]:
    """The targets that a document sets, in order; each with its bound, its status unknown."""
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE, BlockKind.HEADING):
            continue
        if _under_targets(document, block):
            yield from _items(document, reference, block)
            continue
        yield from _bounds(document, reference, block)
        for sentence in sentences(document, block):
            yield from _announced(document, reference, sentence)
            yield from striven(document, reference, sentence)


def _under_targets(document: Document, block: Block) -> bool:
    """Whether a bulleted block stands under a heading of targets."""
    if not _BULLET.match(document.text, block.span.start):
        return False
    heads = (document.key[s.heading.start : s.heading.end]
             for s in document.section_path_at(block.span.start)[-2:])  # fmt: skip
    return any(
        _HEAD.search(head) and not _REPORTED.search(head) for head in heads if "tiêu" in head
    )


def _items(document: Document, reference: Reference, block: Block) -> Iterator[Indicator]:
    bullet = _BULLET.match(document.text, block.span.start)
    start = bullet.end() if bullet else block.span.start
    for sentence in sentences(document, block):
        yield from cut(document, reference, Span(max(start, sentence.start), sentence.end))


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
    m = _BOUND.match(document.key, bullet.end(), block.span.end) if bullet else None
    if m is None or not is_ahead(document, block):
        return
    if MEASURED.search(document.key, m.start(), m.end()):
        return
    name = names.trimmed(document, Span(*m.span("act" if m["act"] else "of")))
    found = quantities(document, reference, Span(m.start(), m.end()))
    if name is not None and found:
        first = found[0]
        yield set_target(
            document, Span(*m.span()), name, "target_among_tasks", first.value, first.unit
        )


def _announced(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    where = (document.key, sentence.start, sentence.end)
    if not _AIMS.search(*where):
        return
    m = (
        _ANNOUNCED.match(*where)
        or _PASSED.match(*where)
        or _IS.match(*where)
        or _LISTED.match(*where)
    )
    if m is not None:
        yield from cut(document, reference, Span(m.end(), sentence.end))
