"""The type of a document: by its title, else by the genre of its words."""

import re

from extractors.once import once
from extractors.titles import Title, title
from pipeline.model import Document
from pipeline.records import DocType
from pipeline.reference import Reference

_FORM = re.compile(
    r"[\W_]*(?:biểu mẫu|mẫu (?:số|\d|bài|bản|báo cáo|phiếu|biên bản|nghị quyết|đơn|[ivx]+\b))"
)
_GUIDE = re.compile(
    r"hướng dẫn (?:cách )?(?:viết|ghi|điền|soạn)[^\n]{0,60}(?:mẫu|bản kiểm điểm|báo cáo)"
)
_BLANKS = re.compile(r"\.\.{4,}|……+|__{5,}")
_CONCLUSION = re.compile(
    r"(?:có ý kiến|kết luận|kết luận, chỉ đạo|ý kiến kết luận)\s+(?:chỉ đạo\s+)?như sau\s*:"
)
_REVIEW = re.compile(
    r"(?:thực hiện|tiến hành|báo cáo|xin)\s+(?:tự\s+)?kiểm điểm[^.\n]{0,80}"
    r"(?:như sau|sau đây|nội dung sau|sau\s*:)"
)
_REPORT_PARTS = (
    r"(?:đánh giá chung|kết quả đạt được|kết quả thực hiện|mặt (?:làm )?được|ưu điểm)",
    r"(?:hạn chế|khuyết điểm|tồn tại)",
    r"(?:bài học kinh nghiệm|phương hướng|nguyên nhân|nhiệm vụ, giải pháp)",
)  # fmt: skip
_EXCERPT = re.compile(
    r"[\s#*]*(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})*\.?\s+|chương (?:\d|[ivx]+\b))[^\d\s]"
)
"""A text that begins with a section of a larger work: "2.3. Hạn chế …"."""
_SIGNED = re.compile(r"(?:t/m|tm\.?)\s+(?:ban|đảng ủy|chi bộ|chi ủy|đảng bộ|bch|btv)|\bnơi nhận\b")


@once
def own_type(document: Document, reference: Reference) -> DocType:
    """The type that the document's own title or genre tells."""
    return doc_type(document, title(document, reference))


def doc_type(document: Document, title: Title | None) -> DocType:
    """The type of the document, one of the contract's."""
    if _is_form(document, title):
        return "form"
    if title is not None:
        return title.doc_type
    return _by_genre(document)


def _is_form(document: Document, title: Title | None) -> bool:
    """A form says so at its top ("Mẫu 2A", "Mẫu bài phát biểu"), or is mostly blanks."""
    if title is not None and title.doc_type == "form":
        return True
    if title is not None and _label_only(document, title):
        return False
    until = title.span.end if title else 600
    for block in document.blocks[:8]:
        if block.span.start < until and len(block.span) < 260:
            if _FORM.match(document.key, block.span.start, block.span.end):
                return True
            if _GUIDE.search(document.key, block.span.start, block.span.end):
                return True
    return len(_BLANKS.findall(document.text)) > 15


def _label_only(document: Document, title: Title) -> bool:
    """Whether "Mẫu 02" is no more than a label over a report that was filled in."""
    first = document.blocks[0].span
    return len(first) < 16 and first.end <= title.letterhead.end and title.doc_type != "form"


def _by_genre(document: Document) -> DocType:
    top = document.key[:2500]
    if _CONCLUSION.search(top[:1500]):
        return "conclusion_notice"
    if _REVIEW.search(top + document.key[2500:6000]):
        return "self_review_report"
    if _has_report_parts(document):
        return "self_review_report" if _heads(document, r"kiểm điểm") else "summary_report"
    if _EXCERPT.match(document.key):
        return "other"
    return "news" if len(document.text) > 120 else "other"


def _has_report_parts(document: Document) -> bool:
    """Whether the sections are those of a report, and a body signs it."""
    signed = _SIGNED.search(document.key[-900:]) or _caps_signature(document)
    return bool(signed) and all(_heads(document, part) for part in _REPORT_PARTS)


def _caps_signature(document: Document) -> bool:
    """Whether the last lines are a body's name in capitals."""
    lines = [document.text[b.span.start : b.span.end] for b in document.blocks[-3:]]
    return any(len(x) > 20 and x.startswith("BAN CHẤP HÀNH") for x in lines) or bool(
        re.search(r"BAN CHẤP HÀNH [^a-z]{10,120}$", document.text[-200:])
    )


def _heads(document: Document, pattern: str) -> bool:
    """Whether a short line at the start of a block says so."""
    found = re.compile(rf"(?:[ivx]+|\d+(?:\.\d+)*|[a-h])?[\s.)/-]*[^\n.]{{0,40}}{pattern}")
    return any(
        found.match(document.key, b.span.start, min(b.span.end, b.span.start + 80))
        for b in document.blocks
    )
