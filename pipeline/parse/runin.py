"""Headings run into a paragraph's line: cut off where capitals or the genre's words are sure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import BlockKind
from pipeline.parse.layout import Fragment, Piece
from pipeline.text import LOWER, UPPER

_TITLE = (
    r"(?:(?:những|một\ số|các)\ )?(?:ưu\ điểm|mặt\ được|kết\ quả|hạn\ chế|khuyết\ điểm|tồn\ tại"
    r"|yếu\ kém|nguyên\ nhân|khó\ khăn|thuận\ lợi|vướng\ mắc|bài\ học|kinh\ nghiệm|phương\ hướng"
    r"|mục\ tiêu|nhiệm\ vụ|giải\ pháp|đánh\ giá\ chung|đặc\ điểm\ tình\ hình)"
    r"(?:\ (?:đạt\ được|kinh\ nghiệm|chủ\ yếu|chung|nổi\ bật|chủ\ quan|khách\ quan))?"
)
# Of one idea only these are sure: "1. Nhiệm vụ Đảng giao" is no heading and its text.
_ALONE = re.compile(
    r"(?:ưu|khuyết)\ điểm|mặt\ được|hạn\ chế|tồn\ tại|nguyên\ nhân|thuận\ lợi|khó\ khăn"
    r"|.*,|.*\ được$",
    re.IGNORECASE,
)
_CAPITALS = rf"[{UPPER}\d][{UPPER}\d,\-–/()\"“”]*(?:\s[{UPPER}\d\-–(\"“][{UPPER}\d,\-–/()\"“”:.]*)"
_START = re.compile(
    rf"""
    (?:
      (?:(?:[IVXL]{{1,5}}|[A-HĐ]|\d{{1,2}}(?:\.\d{{1,2}})*)\s?[.\-)]\s+)   # I- A. 1. 2.1.
      (?P<capitals>{_CAPITALS}{{2,40}})(?=\s[{UPPER}][{LOWER}]|\s*$)
    | (?:\d{{1,2}}(?:\.\d{{1,2}})*\s?[.)]\s+)
      (?P<title>(?i:{_TITLE})(?:(?:,\s|\svà\s)(?i:{_TITLE}))*)(?=\s[{UPPER}][{LOWER}]+\s)
    )
    """,
    re.VERBOSE,
)


_ENDED = re.compile(r"[.!?…]\s")


def parted(piece: Piece) -> Iterator[Piece]:
    """The piece, a heading that was run into its text cut off before and after.

    `1. Ưu điểm và nguyên nhân Việc thực hiện…` gives the heading and the paragraph; a heading in
    capitals may stand at the end of the paragraph before it.
    """
    if piece.kind is not BlockKind.PARAGRAPH or not piece.fragments:
        yield piece
        return
    text = " ".join(f.text for f in piece.fragments)
    cuts = sorted({at for m in _headings(text) for at in _edges(m, len(text))})
    if not cuts:
        yield piece
        return
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        part = tuple(_slice(piece.fragments, start, end))
        if any(f.text.strip() for f in part):
            yield replace(piece, fragments=part)


def _headings(text: str) -> Iterator[re.Match[str]]:
    """The headings that stand at the start of a text or behind a sentence, none in another."""
    at = 0
    for start in (0, *(m.end() for m in _ENDED.finditer(text))):
        m = _START.match(text, start) if start >= at else None
        if m:
            at = m.end()
            yield m


def _edges(m: re.Match[str], length: int) -> Iterator[int]:
    """Where the paragraph is cut: before the heading and after it, not at its own ends."""
    title = m["title"]
    if title and not (title[0].isupper() and (" và " in title or _ALONE.match(title))):
        return
    yield from (at for at in (m.start(), m.end()) if 0 < at < length)


def _slice(fragments: tuple[Fragment, ...], start: int, end: int) -> Iterator[Fragment]:
    at = 0
    for fragment in fragments:
        words = fragment.text[max(start - at, 0) : max(end - at, 0)]
        if words.strip():
            yield replace(fragment, text=words)
        at += len(fragment.text) + 1
