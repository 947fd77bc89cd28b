"""Rows of a table whose cells are told by their right edges -> rows and columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.parse.layout import Piece

_NEAR = 60
"""Twips; edges of cells closer than this are one column's."""


@dataclass(slots=True)
class Row:
    """The right edges of its cells in twips, whether each goes on with another cell, contents."""

    edges: list[int]
    below: list[bool]
    ruled: bool
    cells: list[list[Piece]]


def cells(rows: list[Row]) -> Iterator[tuple[int, int, list[Piece]]]:
    """Row, column and contents of each cell; columns by where the cells begin."""
    columns: dict[int, int] = {}
    column, last = -1, None
    for start in sorted({e for row in rows for e in [0, *row.edges[:-1]]}):
        column += last is None or start - last >= _NEAR
        columns[start], last = column, start
    for r, row in enumerate(rows):
        for i, inside in enumerate(row.cells):
            start = row.edges[i - 1] if 0 < i <= len(row.edges) else 0
            merged = i < len(row.below) and row.below[i]
            if not merged and inside:
                yield r, max(columns.get(start, i), 0 if i == 0 else 1), inside
