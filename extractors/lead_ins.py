"""The line above a list, which says what its items are."""

import re
from bisect import bisect_left

from pipeline.model import Block, BlockKind, Document

_ITEM = re.compile(r"[-+•*–]\s|\(?\d{1,2}[.)]\s|[a-zđ]\)\s")
_FAR = 16
"""Items above which the line is looked for."""


def lead_in(document: Document, block: Block) -> Block | None:
    """The heading, or the line with a colon, above the list that a block is an item of."""
    if not _ITEM.match(document.text, block.span.start):
        return None
    at = bisect_left(document.blocks, block.span.start, key=lambda b: b.span.start)
    for above in reversed(document.blocks[max(at - _FAR, 0) : at]):
        if document.text[above.span.end - 1] == ":" or above.kind is BlockKind.HEADING:
            return above
        if not _ITEM.match(document.text, above.span.start):
            return None
    return None
