"""A remedy that is being read: what belongs to its item, and the record that it makes."""

from dataclasses import dataclass

from extractors.passages import Passage
from extractors.remedy_kinds import given_to_itself, kind
from extractors.sentences import trimmed
from extractors.statement_themes import StatementThemes
from pipeline.model import Document, Span
from pipeline.records import Remedy

_TITLE = 60
"""A shorter heading in a zone of remedies is a title, not a remedy of its own."""
_GOING_ON = frozenset({"direction", "ordered", "aim", "listed"})
"""Rules of items whose later sentences belong to them though no zone says so."""
_ALONE = frozenset({"remedy_prose", "prose_solution"})
"""Rules of sentences of prose, each of which is a remedy of its own."""


@dataclass(frozen=True, slots=True)
class RemedyItem:
    """Its first passage, the span read so far, and the rule that began it."""

    passage: Passage
    span: Span
    rule: str

    def takes(self, passage: Passage, rule: str | None) -> bool:
        """Whether a passage goes on with this item."""
        listed = self.passage.zone.kind != "open" or self.rule in _GOING_ON
        same = passage.item == self.passage.item and passage.zone == self.passage.zone
        if self.rule == "ordered":
            same = passage.block.span.start == self.passage.block.span.start
        if self.rule in _ALONE or rule == "remedy_prose":
            return False
        opens = passage.heading or (rule is None and passage.announces and not passage.marker)
        return listed and same and not opens

    def grown(self, passage: Passage) -> "RemedyItem":
        """The item with one more passage."""
        return RemedyItem(self.passage, Span(self.span.start, passage.span.end), self.rule)

    def remedy(self, document: Document, doc_type: str, themes: StatementThemes) -> Remedy | None:
        """The record of the item; a title without a text of its own is none."""
        span = trimmed(document, self.span)
        listed = not self.passage.zone.sure or document.text[span.end - 1] in ".;…"
        if self.rule == "remedy_title" and not listed and len(span) < _TITLE:
            return None
        head = self.passage.zone.head
        opened = document.key[head.start : head.end] if head else ""
        own = self.rule == "implementation" and given_to_itself(
            document, themes.reference, span, self.passage
        )
        sort = kind(self.rule, doc_type, opened, own)
        found = themes.of(span, self.passage)
        return Remedy(span=span, rule=self.rule, kind=sort, themes=found)
