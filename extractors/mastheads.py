"""The head of a web page above its article: names of the site, menus, days and clocks."""

import re

from extractors.once import once
from pipeline.model import Document, Span
from pipeline.reference import Reference

_HEADLINE = 200
"""How far a headline runs, in characters."""
_SITE = re.compile(
    r"cổng thông tin|trang (?:thông tin|tin)\b|website|báo điện tử|tạp chí điện tử|trang chủ"
    r"|cơ quan (?:ngôn luận|của đảng bộ|lý luận)|diễn đàn của|tiếng nói của đảng bộ|giấy phép"
    r"|bản tin nội bộ|ấn phẩm"
)
_CLOCK = re.compile(
    r"(?:thứ\s+\w+|chủ nhật|cập nhật|ngày|đăng|lúc|gmt\S*|xuất bản|\d{1,2}[:h]\d{2}"
    r"|[\d/.\-]+|[\s,|:()-])+"
)
_ACCOUNT = re.compile(
    r"(?:tin tức|tin|bài|chính trị|xây dựng đảng|thời sự|in bài viết|a\s*[-+])\W*"
)


@once
def headline(document: Document, reference: Reference) -> Span:
    """The first block that is not the site's own; the first of all where every one is."""
    blocks = document.blocks[:10]
    found = next((b.span for b in blocks if not _of_site(document, b.span)), None)
    found = found or (blocks[0].span if blocks else Span(0, 0))
    return Span(found.start, min(found.end, found.start + _HEADLINE))


def _of_site(document: Document, span: Span) -> bool:
    """Whether a block is the site's name, a menu, a trail of pages, a day and clock or a rubric."""
    if len(span) > 160:
        return False
    words = document.key[span.start : span.end].strip("#*_ ")
    marks = max(words.count("|"), words.count("»"), words.count(" > "), words.count("›"))
    return bool(
        marks > 1 or _SITE.search(words) or _CLOCK.fullmatch(words) or _ACCOUNT.fullmatch(words)
    )
