"""Blocks that stand as headings, and lines that only their words make one."""

import re

from extractors.zones import whole_kind
from pipeline.model import Block, BlockKind, Document

_ENDS = frozenset('.;:,!?…"”)')
_LINE = 70
"""Characters of a line that may be a heading."""
_PART = re.compile(r"[*_]*phần\s+(?:thứ\s+\w+|[ivx]+|[a-c]|\d)(?!\w)")


class HeadingLines:
    """Tells the headings of a document, in order.

    `alone`: a heading has been met that only its words tell, so that other short lines are some.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.alone = False

    def holds(self, block: Block) -> bool:
        """Whether the block is a heading."""
        text, start = self.document.text, block.span.start
        if block.kind is BlockKind.HEADING:
            words = text.count(" ", start, block.span.end)
            return text[block.span.end - 1] not in ".;…" or words < 7
        if text[start] == "#" or self._alone(block):
            return True
        if _PART.match(self.document.key, start) and len(block.span) < 60:
            return True
        bare = text[start : block.span.end].strip("*_ ")
        return bool(2 < len(bare) < 160 and bare.isupper() and len(bare.split()) > 1)

    def _alone(self, block: Block) -> bool:
        """Whether a short line without a full stop is a heading, as it says or as others are."""
        span, text = block.span, self.document.text
        if len(span) > _LINE or not text[span.start].isupper() or text[span.end - 1] in _ENDS:
            return False
        if not span.start:
            return False  # a headline, of which all that follows tells
        self.alone = self.alone or whole_kind(self.document.key[span.start : span.end]) is not None
        return self.alone
