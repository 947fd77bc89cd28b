"""Shortcomings, causes and remedies in the columns of a table whose header names them."""

import re
from collections.abc import Iterator
from itertools import groupby

from extractors.passages import Passage
from extractors.shortcomings import SLOT
from extractors.zones import HeadWords, Zone, kind_of
from pipeline.model import Block, BlockKind, Document, Span

_KINDS = frozenset({"shortcoming", "difficulty", "cause", "remedy"})
_LACKS = frozenset({"shortcoming", "difficulty"})
_HEADER = 12
"""Words of a header cell; a longer one is text of its own."""
_FEWEST = 3
"""Words of a cell that states something."""
_NOTHING = re.compile(r"[\W\d_]*(?:không(?: có)?|chưa có)?[\W\d_]*$")


def table_passages(document: Document, words: HeadWords, mends: bool) -> Iterator[Passage]:
    """The cells under headers over lacks, causes or remedies, each as a passage in that zone.

    Remedies count only beside lacks, or in a plan that `mends`: elsewhere a column of tasks holds
    the steps of a plan.
    """
    for block in document.blocks:
        if block.kind is BlockKind.TABLE and block.cells:
            yield from _cells(document, block, _columns(document, block, words, mends))


def _columns(document: Document, block: Block, words: HeadWords, mends: bool) -> dict[int, Zone]:
    """Column -> the zone that its header opens."""
    top = min(cell.row for cell in block.cells)
    zones: dict[int, Zone] = {}
    for cell in block.cells:
        header = document.key[cell.span.start : cell.span.end]
        if cell.row != top or len(header.split()) > _HEADER:
            continue
        kind = kind_of(header, words)
        if kind in _KINDS:
            zones[cell.column] = Zone(kind, cell.span)
    beside = mends or any(zone.kind in _LACKS for zone in zones.values())
    return {c: z for c, z in zones.items() if beside or z.kind == "cause"}


def _cells(document: Document, block: Block, zones: dict[int, Zone]) -> Iterator[Passage]:
    rows = groupby(block.cells, key=lambda cell: cell.row)
    body = [list(cells) for _, cells in rows][1:] if zones else []
    for item, cells in enumerate(body):
        for cell in cells:
            if cell.column in zones and _states(document, cell.span):
                yield Passage(cell.span, zones[cell.column], block, item, marker=True)


def _states(document: Document, span: Span) -> bool:
    """Whether a cell is filled in."""
    key = document.key[span.start : span.end]
    long = len(key.split()) >= _FEWEST
    return long and not SLOT.search(key) and not _NOTHING.match(key)
