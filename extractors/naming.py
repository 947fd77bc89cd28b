"""An organisation as a document names it, in its best spelling."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.levels import level
from extractors.organizations import Organization
from pipeline.model import Document, Span
from pipeline.records import Level
from pipeline.reference import Reference

PARTY = ("cell", "committee", "province", "city", "district", "ministry_party")


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
    words = document.key[span.start : span.end]
    pattern = re.compile(
        rf"(?<!\w){re.escape(words)}(?!\w)".replace(r"\ ", r"[ \n]+").replace("\\\n", r"[ \n]+")
    )
    best = span
    for m in pattern.finditer(document.key):
        text = document.text[m.start() : m.end()]
        if text[0].isupper() and not text.isupper() and "\n" not in text:
            return Span(*m.span())
    return best


def most(document: Document, found: Iterable[Organization]) -> Organization | None:
    """The first mention of the organisation named most often."""
    mentions = list(found)
    counts = Counter(document.key[o.core.start : o.core.end] for o in mentions)
    if not counts:
        return None
    top, _ = max(counts.items(), key=lambda c: c[1])
    return next(o for o in mentions if document.key[o.core.start : o.core.end] == top)
