"""Sentences and clauses as spans, block by block."""

import re
from collections.abc import Iterator

from pipeline.model import Block, Document, Span

_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zà-ỹđ]|[“\"(\-+0-9])")


def sentences(document: Document, block: Block) -> Iterator[Span]:
    """The sentences of a block, white space trimmed; a block without an end mark is one."""
    at = block.span.start
    for m in _END.finditer(document.text, block.span.start, block.span.end):
        yield Span(at, m.start())
        at = m.end()
    if at < block.span.end:
        yield Span(at, block.span.end)


def clauses(document: Document, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence cut at `;`, white space trimmed."""
    at = sentence.start
    for m in re.compile(r";\s*").finditer(document.text, sentence.start, sentence.end):
        if m.start() > at:
            yield Span(at, m.start())
        at = m.end()
    if at < sentence.end:
        yield Span(at, sentence.end)
