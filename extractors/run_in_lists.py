"""Lists of things to be done that run on in one sentence: "Chi bộ tập trung: …; …; …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.announcements import Announcements, announcements
from extractors.passages import Passage
from extractors.zones import Zone
from pipeline.model import Document, Span
from pipeline.reference import Reference

_CLAUSE = re.compile(r"[^;]*[^;\s]")
_FEWEST = 3
"""Spaces of a clause that says something."""
_RULES = re.compile(
    r"(?<!\w)(?:trường hợp|đối tượng|điều kiện|tiêu chuẩn|vi phạm|để xảy ra|khuyết điểm|hành vi|"
    r"trước hết là do)(?!\w)"
)
"""Words of a rule, or of what went wrong."""
_QUOTES = re.compile(r"[\"“]|(?<!\w)(?:đạt|gồm|như sau|sau đây|là) ?\W*$")
"""What stands before a colon over words that are quoted, or over figures."""


def parted(
    document: Document, passages: Iterator[Passage], reference: Reference
) -> Iterator[Passage]:
    """The passages; where a sentence announces a list and tells it too, each clause is an item."""
    words = announcements(reference)
    for passage in passages:
        colon = _colon(document, passage, words)
        yield from [passage] if colon is None else _parts(document, passage, colon)


def runs_on(passage: Passage) -> bool:
    """Whether a passage is a clause of a list that runs on in its sentence."""
    return passage.item < 0


def _colon(document: Document, passage: Passage, words: Announcements) -> int | None:
    """Where the words end that announce a list which the sentence goes on with, or None."""
    if passage.marker or passage.heading or passage.announces:
        return None
    if passage.zone.kind not in ("open", "shortcoming", "difficulty", "cause"):
        return None
    key = document.key[passage.span.start : passage.span.end]
    at = key.find(": ")
    if at < 0 or ";" not in key[at:] or _QUOTES.search(key[:at]):
        return None
    if _RULES.search(key):
        return None
    told = words.about(key[: at + 1], passage.zone.kind) == "remedy"
    return passage.span.start + at + 1 if told else None


def _parts(document: Document, passage: Passage, colon: int) -> Iterator[Passage]:
    """The announcement, and each clause of its list as an item of its own."""
    head = Span(passage.span.start, colon)
    yield replace(passage, span=head, announces=True)
    zone = Zone("remedy", head, sure=False)
    for i, m in enumerate(_CLAUSE.finditer(document.key, colon, passage.span.end), 1):
        if m[0].count(" ") >= _FEWEST:
            start = m.end() - len(m[0].lstrip())
            item = -(passage.span.start * 100 + i)  # counted apart from the items of the flow
            yield replace(passage, span=Span(start, m.end()), zone=zone, item=item, marker=True)
