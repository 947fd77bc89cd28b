"""An organisation as a document names it, in its best spelling."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractors.levels import level
from extractors.organizations import Organization
from pipeline.model import Document, Span
from pipeline.records import Level
from pipeline.reference import Reference

PARTY = ("cell", "committee", "province", "city", "district", "ministry_party")

_SHORT = {"bch": "ban chấp hành", "btv": "ban thường vụ"}
"""How letterheads shorten the presidium that the text writes out."""


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as the document writes it, and where."""

    words: str
    span: Span
    organization: Organization
    level: Level | None = None


def named(document: Document, span: Span, found: Organization, reference: Reference) -> Named:
    """The mention in its best spelling: one of running text before one in capitals."""
    span = _best_spelling(document, span)
    return Named(document.quote(span), span, found, level(document, found, reference))


def _best_spelling(document: Document, span: Span) -> Span:
    """Where the same words stand in mixed case; the span itself where they never do."""
    words = document.key[span.start : span.end].replace("\n", " ")
    short, _, rest = words.partition(" ")
    for name in (words, f"{_SHORT[short]} {rest}") if short in _SHORT else (words,):
        for start in _places(document.key, name):
            text = document.text[start : start + len(name)]
            if text[0].isupper() and not text.isupper():
                return Span(start, start + len(name))
    return span


def _places(key: str, words: str) -> Iterator[int]:
    """Where the words stand as whole words in one block."""
    start = key.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        before, after = key[start - 1 : start], key[end : end + 1]
        if not (before.isalnum() or before == "_" or after.isalnum() or after == "_"):
            yield start
        start = key.find(words, end)


def most(document: Document, found: Iterable[Organization]) -> Organization | None:
    """The first mention of the organisation named most often."""
    mentions = list(found)
    counts = Counter(document.key[o.core.start : o.core.end] for o in mentions)
    if not counts:
        return None
    top, _ = max(counts.items(), key=lambda c: c[1])
    return next(o for o in mentions if document.key[o.core.start : o.core.end] == top)
