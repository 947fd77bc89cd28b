"""Shortcomings, causes and remedies."""

from collections.abc import Iterator

from extractors import causes, header, remedies, shortcomings
from extractors.sentences import clauses
from extractors.themes import themes
from extractors.zones import Passage, passages
from pipeline.model import Document, Span
from pipeline.records import Cause, Remedy, Shortcoming
from pipeline.reference import Reference

Finding = Shortcoming | Cause | Remedy


def findings(document: Document, reference: Reference) -> Iterator[Finding]:
    """The findings of a document; a remedy is one record an item, the others one a clause."""
    doc_type = header.info(document, reference).doc_type
    lack, act = shortcomings.cues(reference), remedies.actions(reference)
    pending: _Item | None = None
    follows, closed = False, None
    for passage in passages(document, reference):
        key = document.key[passage.span.start : passage.span.end]
        if remedies.CLOSING.match(key):
            closed = passage.zone
        rule = None if passage.zone == closed else remedies.states(key, passage, doc_type, act)
        if pending and (passage.zone == closed or not pending.takes(passage, rule)):
            yield from pending.record(document, reference, doc_type)
            pending = None
        if rule:
            pending = pending.grown(passage) if pending else _Item(passage, passage.span, rule)
            follows = False
            continue
        if pending and pending.takes(passage, rule):
            pending = pending.grown(passage)
            continue
        found = tuple(_stated(document, reference, passage, key, doc_type, lack, follows))
        follows = bool(found) and isinstance(found[-1], Shortcoming)
        yield from found
    if pending:
        yield from pending.record(document, reference, doc_type)


class _Item:
    """A remedy being read: its first passage, and the span read so far."""

    def __init__(self, passage: Passage, span: Span, rule: str) -> None:
        self.passage, self.span, self.rule = passage, span, rule

    def takes(self, passage: Passage, rule: str | None) -> bool:
        """Whether a passage goes on with this item."""
        same = passage.zone == self.passage.zone and passage.zone.kind != "open"
        closing = rule is None and not passage.marker and passage.announces
        return same and not closing and passage.item == self.passage.item and not passage.heading

    def grown(self, passage: Passage) -> "_Item":
        return _Item(self.passage, Span(self.span.start, passage.span.end), self.rule)

    def record(self, document: Document, reference: Reference, doc_type: str) -> Iterator[Remedy]:
        span = _trimmed(document, self.span)
        if self.rule == "remedy_title" and len(span) < 60:
            return
        yield Remedy(
            span=span,
            rule=self.rule,
            kind=remedies.kind(self.rule, doc_type),
            themes=themes(document.key, span, reference, _heads(document, self.passage)),
        )


def _stated(
    document: Document,
    reference: Reference,
    passage: Passage,
    key: str,
    doc_type: str,
    lack: shortcomings.Cues,
    follows: bool,
) -> Iterator[Shortcoming | Cause]:
    heads = _heads(document, passage)
    if causes.states(key, passage):
        for part in clauses(document, passage.span):
            yield Cause(
                span=_trimmed(document, part), rule="cause_zone", kind=causes.kind(heads, key)
            )
        return
    rule = shortcomings.states(key, passage, doc_type, lack, follows)
    if rule is None:
        return
    kind = shortcomings.kind(passage)
    whole = rule == "violation_told"
    for part in (passage.span,) if whole else clauses(document, passage.span):
        span = _trimmed(document, part)
        yield Shortcoming(
            span=span, rule=rule, kind=kind, themes=themes(document.key, span, reference, heads)
        )


def _heads(document: Document, passage: Passage) -> str:
    """The key of the heading or label that a passage stands under."""
    head = passage.zone.head
    return document.key[head.start : head.end] if head else ""


def _trimmed(document: Document, span: Span) -> Span:
    text = document.text
    start, end = span.start, span.end
    while start < end and text[start] in " ;,-+*_":
        start += 1
    while end > start and text[end - 1] in " ;,*_/":
        end -= 1
    return Span(start, end)
