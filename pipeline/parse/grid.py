"""Tables on a page picture: cells between its ruled lines, in points."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.parse.glyphs import Word, rows
from pipeline.parse.ruled import Box, Table, TableCell, open_ends

_NEAR = 3.0
"""Points within which lines meet, and stand for one line of the grid."""


def tables(
    level: Sequence[Box], upright: Sequence[Box], number: int, found: Sequence[Word]
) -> list[Table]:
    """The tables that level and upright lines form, filled with the words found inside."""
    out = []
    for own_level, own_upright in _grids(level, upright):
        ends = open_ends([*own_level, *own_upright])
        ys = _places([(b.top + b.bottom) / 2 for b in own_level] + ends)
        xs = _places([(b.left + b.right) / 2 for b in own_upright])
        if len(xs) < 3 or len(ys) < 2 or len(xs) + len(ys) < 6:
            continue
        box = Box(xs[0], ys[0], xs[-1], ys[-1])
        boxes = _merged(list(_boxes(xs, ys, own_upright)), own_level)
        cells = tuple(
            TableCell(r, c, number, tuple(rows(w for w in found if b.holds(w))))
            for r, c, b in boxes
        )
        if any(c.rows for c in cells):
            top_open = any(abs(box.top - y) < _NEAR for y in ends)
            out.append(Table(box, len(xs) - 1, cells, top_open))
    return sorted(out, key=lambda t: t.box.top)


def _grids(level: Sequence[Box], upright: Sequence[Box]) -> Iterator[tuple[list[Box], list[Box]]]:
    """The lines that meet one another, grid by grid; at least two each way."""
    left = list(upright)
    while left:
        uprights, levels = [left.pop()], list[Box]()
        grown = True
        while grown:
            more = [b for b in level if b not in levels and any(_meet(b, u) for u in uprights)]
            beside = [u for u in left if any(_meet(b, u) for b in [*levels, *more])]
            left = [u for u in left if u not in beside]
            levels += more
            uprights += beside
            grown = bool(more or beside)
        if len(levels) > 1 and len(uprights) > 1:
            yield levels, uprights


def _meet(level: Box, upright: Box) -> bool:
    across = level.left - _NEAR <= upright.left and upright.right <= level.right + _NEAR
    return across and upright.top - _NEAR <= level.bottom and level.top <= upright.bottom + _NEAR


def _places(values: Sequence[float]) -> list[float]:
    """Where the lines stand, those close together as one."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] < _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(g) / len(g) for g in groups]


def _boxes(
    xs: Sequence[float], ys: Sequence[float], upright: Sequence[Box]
) -> Iterator[tuple[int, int, Box]]:
    """Row, column and box of each cell; a line that is not drawn in a row parts no cells there."""
    for r, (top, bottom) in enumerate(pairwise(ys)):
        middle = (top + bottom) / 2
        here = [b for b in upright if b.top <= middle <= b.bottom]
        edges = [
            c for c, x in enumerate(xs) if any(b.left - _NEAR <= x <= b.right + _NEAR for b in here)
        ]
        for a, b in pairwise(edges):
            yield r, a, Box(xs[a], top, xs[b], bottom)


def _merged(boxes: list[tuple[int, int, Box]], level: Sequence[Box]) -> list[tuple[int, int, Box]]:
    """The cells, those with no line between them and the one above as one with it."""
    out: list[tuple[int, int, Box]] = []
    for r, c, box in boxes:
        middle = (box.left + box.right) / 2
        closed = any(
            b.left <= middle <= b.right and b.top - _NEAR <= box.top <= b.bottom + _NEAR
            for b in level
        )
        above = next(
            (i for i, (_, d, b) in enumerate(out) if d == c and abs(b.bottom - box.top) < 0.1),
            None,
        )
        if closed or above is None or abs(out[above][2].right - box.right) > 0.1:
            out.append((r, c, box))
            continue
        over = out[above]
        out[above] = over[0], c, Box(box.left, over[2].top, box.right, box.bottom)
    return out
