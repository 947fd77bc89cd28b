"""Blocks -> kinds by numbering habit, and the tree of sections."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model import Block, BlockKind, Section, Span

_NUMBERED = re.compile(
    r"(?P<label>[IVXLC]+|[A-HĐ]|\d+(?:\.\d+)*|[a-zđ])[.)/\-]\s+|(?P<bullet>[-+*•])\s+"
)


def classify(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with paragraphs told apart into headings, items and plain paragraphs."""
    out = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            m = _NUMBERED.match(text, block.span.start)
            if m:
                short = len(block.span) < 120 and not m["bullet"]
                kind = BlockKind.HEADING if short else BlockKind.ITEM
                block = replace(block, kind=kind, level=1, label=m["label"] or m["bullet"])
        out.append(block)
    return tuple(out)


def sections(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The tree of sections: each heading with what stands under it, in order."""
    heads = [b for b in blocks if b.kind is BlockKind.HEADING]
    end = blocks[-1].span.end if blocks else 0
    out: list[Section] = []
    for i, head in enumerate(heads):
        level = head.level or 1
        until = next((h.span.start for h in heads[i + 1 :] if (h.level or 1) <= level), end)
        parent = next(
            (j for j in range(i - 1, -1, -1) if out[j].level < level and out[j].span.end >= until),
            None,
        )
        out.append(Section(level, head.label, head.span, Span(head.span.start, until), parent))
    return tuple(out)
