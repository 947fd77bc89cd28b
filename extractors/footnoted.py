"""Lacks and causes that the footnotes to stated ones state themselves."""

from collections.abc import Iterator, Sequence

from extractors import lack, shortcomings
from extractors.passages import Passage
from extractors.sentences import sentences, trimmed
from extractors.statement_model import Finding
from extractors.statement_themes import StatementThemes
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.records import Cause, Shortcoming


def in_footnotes(
    document: Document,
    flow: Sequence[Passage],
    found: Sequence[Finding],
    words: lack.Cues,
    themes: StatementThemes,
) -> Iterator[Finding]:
    """A record for each sentence of lack in a footnote to a shortcoming or a cause."""
    notes = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    for block in notes:
        noted = _noted(block.anchor, found) if block.anchor else None
        passage = _passage_at(flow, noted.span.start) if noted else None
        if noted is None or passage is None:
            continue
        for span in sentences(document, block):
            span = _past_label(document, block, span)
            if lack.first_strong(document.key[span.start : span.end], words):
                yield _stated(trimmed(document, span), noted, passage, themes)


def _noted(anchor: Span, found: Sequence[Finding]) -> Finding | None:
    """The shortcoming or cause in or just behind which a marker stands."""
    stated = (f for f in found if f.type != "remedy")
    return next((f for f in stated if f.span.start <= anchor.start <= f.span.end + 2), None)


def _passage_at(flow: Sequence[Passage], offset: int) -> Passage | None:
    return next((p for p in flow if p.span.start <= offset < p.span.end), None)


def _past_label(document: Document, block: Block, span: Span) -> Span:
    """A sentence of a footnote without the number of the footnote."""
    label = block.label or ""
    opens = bool(label) and span.start == block.span.start
    if opens and document.text.startswith(label, span.start):
        return Span(span.start + len(label), span.end)
    return span


def _stated(span: Span, noted: Finding, passage: Passage, themes: StatementThemes) -> Finding:
    if isinstance(noted, Cause):
        return Cause(span=span, rule="cause_in_footnote", kind=noted.kind)
    rule, kind = "lack_in_footnote", shortcomings.kind(passage)
    return Shortcoming(span=span, rule=rule, kind=kind, themes=themes.of(span, passage))
