"""A page that gives another document in full: which one, who issued it, on which day."""

import re
from collections.abc import Iterator

from extractors.dates import FULL
from extractors.organizations import Organization, organizations
from pipeline.model import Document, Span
from pipeline.reference import Reference

_TOP = 2_000
"""How far down the page a document is announced."""
_REST = re.compile(r"[^:.\n]{0,60}")
_LEAST = 120
"""Characters that must follow the announcement, or it only links to the text."""
_SENTENCE_END = re.compile(r"[.!?](?=\s+\S)|:?\n")


def announced(document: Document, reference: Reference) -> tuple[Span, Span] | None:
    """The type words and the whole name of the document that the page goes on to give.

    "Ban Thường vụ Tỉnh ủy X ra Chỉ thị số 29-CT/TU … Toàn văn như sau:" gives "Chỉ thị" and
    "Chỉ thị số 29-CT/TU …".
    """
    if not _TELLS.search(document.key, 0, _TOP):
        return None
    for m in _ANNOUNCES.finditer(document.key, 0, _TOP):
        if len(document.key) - m.end() < _LEAST:
            return None
        rest = _REST.match(document.key, m.end())
        named_here = list(_numbered(document, reference, *rest.span())) if rest else []
        before = list(_numbered(document, reference, max(0, m.start() - 700), m.start()))
        if found := named_here[:1] or before[-1:]:
            return found[0], Span(found[0].start, _end(document, found[0].end))
    return None


_ANNOUNCES = re.compile(
    r"(?:(?:giới thiệu|đăng(?: tải)?|đăng lại|là) (?:toàn văn|nguyên văn)"
    r"|(?:xin|trân trọng) giới thiệu (?:toàn bộ )?nội dung"
    r"|(?:toàn văn|nguyên văn)[^.\n]{0,80}(?:như sau|sau đây|dưới đây)"
    r"|(?:nội dung|văn bản)(?: cụ thể)? như sau)(?!\w)"
)


def _numbered(document: Document, reference: Reference, start: int, end: int) -> Iterator[Span]:
    """Type words with a number behind them, typed as a name is."""
    for hit in reference.lexicon("document.title").find(document.key, start, end):
        if document.text[hit.span.start].isupper() and _NUMBER.match(document.key, hit.span.end):
            yield hit.span


_TELLS = re.compile(r"toàn văn|nguyên văn|như sau|giới thiệu nội dung")
_NUMBER = re.compile(r"\s+(?:số\s*:?\s*)?\d{1,5}\s*[-/]\s*[^\W\d_]")


def _end(document: Document, at: int) -> int:
    m = _SENTENCE_END.search(document.key, at, min(len(document.key), at + 400))
    return m.start() if m else min(len(document.key), at + 400)


def who_issued(document: Document, reference: Reference, type_words: Span) -> Organization | None:
    """The body of which the page says that it "vừa ban hành" a document of this type."""
    kind = document.key[type_words.start : type_words.end]
    for found in organizations(document, reference, 0, _TOP):
        m = _ISSUED.match(document.key, found.span.end)
        if m and not found.governed and document.key.startswith(kind, m.end()):
            return found
    return None


_ISSUED = re.compile(
    r"\s+(?:(?:vừa|đã|mới|chính thức|tiếp tục)\s+)*(?:ký\s+)?"
    r"(?:ra|ban hành|có|thông qua|công bố)\s+"
)


def day(document: Document, type_words: Span, number: Span) -> re.Match[str] | None:
    """The day behind its number ("Chỉ thị số 29-CT/TU, ngày 3/2/2015"), or before who issued."""
    kind, own = (re.escape(document.key[s.start : s.end]) for s in (type_words, number))
    behind = rf"{own},?\s+(?:ngày\s+)?(?P<date>{FULL})"
    issued = rf"(?:ra|ban hành|có|thông qua)\s+{kind}\s[^.\n]{{0,9}}{own}"
    before = rf"(?P<date>{FULL}),\s+[^.\n]{{5,120}}\b{issued}"
    for pattern in (behind, before):
        if m := re.compile(pattern).search(document.key, 0, _TOP):
            return m
    return None
