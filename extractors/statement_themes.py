"""What a statement is about, by its words and by what stands around it."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

from extractors.passages import Passage
from extractors.remedies import TELLING
from extractors.themes import prevailing, themes
from pipeline.model import Document, Span
from pipeline.records import Theme
from pipeline.reference import Reference

_ON_EVERYTHING = frozenset({"self_review_report", "political_report", "form"})
"""Documents that treat of all of a unit's work, whatever they speak of most."""


@lru_cache(maxsize=4)
def _topical(reference: Reference) -> re.Pattern[str]:
    """Words of a headline that names a subject, not only who met whom."""
    return re.compile(rf"{reference.word('articles.topic')}(?!\w)")


class StatementThemes:
    """Names the themes of statements in order; a silent one may go on with the `last` named."""

    def __init__(self, document: Document, reference: Reference, doc_type: str) -> None:
        self.document, self.reference, self.doc_type = document, reference, doc_type
        self.last: Span | None = None

    def of(self, span: Span, passage: Passage) -> tuple[Theme, ...]:
        """The themes of a finding that stands in the passage."""
        contexts, topics = self._contexts(passage), self._topics(passage)
        found = themes(self.document.key, span, self.reference, contexts, topics, self.prevailing)
        if found != ("other",):
            self.last = span
        return found

    @cached_property
    def prevailing(self) -> Theme | None:
        """The theme that all of the document is about, if it is no report on everything."""
        if self.doc_type in _ON_EVERYTHING:
            return None
        return prevailing(self.document.key, self.reference)

    def _contexts(self, passage: Passage) -> Iterator[Span]:
        """What may lend a silent statement its theme, nearest first."""
        yield passage.span
        if passage.zone.head:
            yield passage.zone.head
        yield from self._headings(passage)
        if self.last and not passage.marker:
            yield self.last

    def _topics(self, passage: Passage) -> Iterator[Span]:
        """What names the subject around a passage, nearest first: headings, then the title."""
        yield from self._headings(passage)
        if self.doc_type in TELLING and self.document.blocks:
            head = self.document.blocks[0].span
            if _topical(self.reference).search(self.document.key, head.start, head.end):
                yield head

    def _headings(self, passage: Passage) -> Iterator[Span]:
        path = self.document.section_path_at(passage.span.start)
        return (section.heading for section in reversed(path))
