"""The line above a list, which says what its items are."""

import re

from pipeline.model import Block, BlockKind, Document

_ITEM = re.compile(r"[-+•*–]\s|\(?\d{1,2}[.)]\s|[a-zđ]\)\s")
_FAR = 16
"""Items above which the line is looked for."""


def lead_in(document: Document, block: Block) -> Block | None:
    """The heading, or the line with a colon, above the list that a block is an item of."""
    if not _ITEM.match(document.text, block.span.start):
        return None
    ahead = [b for b in document.blocks if b.span.end <= block.span.start]
    for above in reversed(ahead[-_FAR:]):
        if document.text[above.span.end - 1] == ":" or above.kind is BlockKind.HEADING:
            return above
        if not _ITEM.match(document.text, above.span.start):
            return None
    return None
