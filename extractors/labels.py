"""Labels that run into their text ("- Tồn tại: …"): where they end, and where the text begins."""

import re

from extractors.segments import past_numbering
from pipeline.model import Document

_HINT = re.compile(r"[*_\s]*(?:gợi ý(?: (?:viết|ghi|trả lời))?|ví dụ|mẫu tham khảo)\s*[*_]*:\s*")
"""Words of a form before its worked example."""
_COLON = re.compile(r"[^.:;!?]{0,90}?:|\s*\*{1,3}")
_TELLS = re.compile(
    r"(?<!\w)(?:cho thấy|đã|được|chưa|còn|là|phải|cần)(?!\w)|(?:sau|sau đây|như|là)\s*:$"
)
"""What makes the words before a colon a sentence that tells something, not a label."""


def past_hint(document: Document, start: int, end: int) -> int:
    """Where the words begin after the hint of a form, or `start`."""
    hint = _HINT.match(document.key, start, end)
    return hint.end() if hint else start


def label_end(document: Document, m: re.Match[str], end: int, marker: bool) -> int | None:
    """Where a label ends: at a colon, at the end, or (numbered) before a capital."""
    text, key = document.text, document.key
    colon = _COLON.match(key, m.end(), end)
    if colon and text[colon.end() : end].strip(" *_") and not _TELLS.search(colon[0]):
        return colon.end()
    rest = re.sub(r"^\s*\([^)]*\)", "", text[m.end() : end]).strip(" .:*")
    if not rest:
        return end
    follows = text[m.end() : end].lstrip()
    if marker and follows[:1].isupper() and text[m.end()].isspace():
        return m.end()
    if "," in text[m.end() - 1 : m.end() + 1] and key.startswith("về", m.start()):
        return m.end()
    return None


def past_marks(document: Document, start: int, end: int) -> int:
    """Where the words begin after the marks of a label and a numbering."""
    text = document.text
    while start < end and text[start] in " .:;,*_":
        start += 1
    return past_numbering(document, start, end)
