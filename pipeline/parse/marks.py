"""Footnote markers as the readers of DOCX, PDF and HTML hand them on."""

import re

from pipeline.text import MARK_CLOSE, MARK_OPEN

# Typists bracket a mark by hand: "(" + mark + ")" is one mark, not two pairs of brackets.
_BRACKETED = re.compile(rf"[(\[]\s*({MARK_OPEN}[^{MARK_CLOSE}]*{MARK_CLOSE})\s*[)\]]")
_NUMBER = re.compile(r"[(\[]?\s*(\d{1,3}|[ivx]{1,5}|\*{1,3})\s*[)\]]?")


def mark(number: str) -> str:
    """The marker of a note as it stands in a fragment."""
    return f"{MARK_OPEN}({number}){MARK_CLOSE}"


def single_brackets(text: str) -> str:
    """The text without the brackets that a typist put around a marker."""
    return _BRACKETED.sub(r"\1", text)


def number_of(words: str) -> str | None:
    """The note number that raised words such as `2`, `(2)`, `[2]` are, or None.

    >>> number_of("(12)"), number_of("th")
    ('12', None)
    """
    m = _NUMBER.fullmatch(words.strip())
    return m[1] if m else None
