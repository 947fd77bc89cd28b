"""Ruled tables of PDF pages: the grid from pdfplumber, the words from `glyphs`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pipeline.parse import pdfium
from pipeline.parse.glyphs import Row, Word, rows
from pipeline.parse.letters import Place

# A stroke of a grid is longer than a letter is high, and thin; points.
_LONG, _THIN = 9.0, 3.0


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, from the left and top edge, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """Whether the middle of a word lies inside (its base line is its lower edge)."""
        across = (word.left + word.right) / 2
        return self.left <= across <= self.right and self.top <= word.top - 0.3 * word.size <= (
            self.bottom
        )


@dataclass(frozen=True, slots=True)
class TableCell:
    """Row and column in the grid, page, and the rows of words inside.

    `here`: those of them on that page, where a page break cut the cell; None: all.
    """

    row: int
    column: int
    page: int
    rows: tuple[Row, ...]
    here: tuple[Row, ...] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table on one page; `open_top`: no rule closes its first row, which a page break cut."""

    box: Box
    columns: int
    cells: tuple[TableCell, ...]
    open_top: bool = False

    def words(self, row: int) -> tuple[str, ...]:
        """The words of each cell of a row."""
        return tuple(" ".join(r.text for r in c.rows) for c in self.cells if c.row == row)


def strokes(page: Any, place: Place) -> list[Box]:
    """The boxes of what is drawn on a page of pypdfium2 (lines, frames, shades)."""
    import pypdfium2.raw as raw

    out = []
    for left, bottom, right, top in pdfium.bounds(page, raw.FPDF_PAGEOBJ_PATH, depth=3):
        (x0, y0), (x1, y1) = place(left, top), place(right, bottom)
        out.append(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return out


def frame(page: Any, place: Place) -> Box:
    """What is seen of a page of pypdfium2."""
    (a, b, c, d), (e, f, g, h) = page.get_mediabox(), page.get_cropbox()
    (x0, y0), (x1, y1) = map(place, (max(a, e), min(c, g)), (max(b, f), min(d, h)))
    whole = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    if whole.left < whole.right and whole.top < whole.bottom:
        return whole
    return Box(0.0, 0.0, *page.get_size())  # the file's frames are broken


def may_hold_table(drawn: Sequence[Box]) -> bool:
    """Whether enough upright strokes or frames are drawn for a table; cheap, errs towards yes."""
    upright = sum(b.bottom - b.top > _LONG for b in drawn)
    level = sum(b.right - b.left > 2 * _LONG for b in drawn)
    return (upright >= 2 and level >= 2) or any(
        b.bottom - b.top > 3 * _LONG and b.right - b.left > 6 * _LONG for b in drawn
    )


def tables(page: Any, number: int, found: Sequence[Word], drawn: Sequence[Box]) -> list[Table]:
    """The tables of a page of pdfplumber, filled with the words found on it, top to bottom."""
    ends = open_ends(drawn)
    out = []
    # A row that goes on over the page has no rule at the page's edge: one is put there.
    for grid in page.find_tables({"explicit_horizontal_lines": [y + page.bbox[1] for y in ends]}):
        cells = tuple(_cells(page, grid, number, found))
        columns, level = len({c.column for c in cells}), len({c.row for c in cells})
        if columns > 1 and columns + level > 3 and any(c.rows for c in cells):
            box = _box(page, grid.bbox)
            width = max(len(r.cells) for r in grid.rows)
            out.append(Table(box, width, cells, any(abs(box.top - y) < 3 for y in ends)))
    return sorted(out, key=lambda t: t.box.top)


def open_ends(drawn: Sequence[Box]) -> list[float]:
    """Heights at which at least three upright strokes end and no level one runs."""
    upright = [b for b in drawn if b.right - b.left < _THIN and b.bottom - b.top > _LONG]
    level = [y for b in drawn if b.right - b.left > _LONG for y in (b.top, b.bottom)]
    ends = Counter(round(y) for b in upright for y in (b.top, b.bottom))
    return [float(y) for y, n in ends.items() if n > 2 and all(abs(y - z) > 3 for z in level)]


def _box(page: Any, edges: tuple[float, float, float, float]) -> Box:
    """A box of pdfplumber, which counts from the origin of the file, from the page's corner."""
    x, y = page.bbox[:2]
    return Box(edges[0] - x, edges[1] - y, edges[2] - x, edges[3] - y)


def _cells(page: Any, grid: Any, number: int, found: Sequence[Word]) -> Iterator[TableCell]:
    for r, row in enumerate(grid.rows):
        for c, edges in enumerate(row.cells):
            if edges is not None:
                box = _box(page, edges)
                yield TableCell(r, c, number, tuple(rows(w for w in found if box.holds(w))))


def continued(table: Table, after: Table) -> Table | None:
    """`after`, from the top of the next page, as the rest of `table`; None where it is another.

    A repeated head is dropped; a row that the page break cut is put together.
    """
    if table.columns != after.columns:
        return None
    repeated = after.words(0) == table.words(0)
    rest = [c for c in after.cells if not (repeated and c.row == 0)]
    last = max(c.row for c in table.cells)
    first = min((c.row for c in rest), default=0)
    cut = _is_rest_of_row(after.words(first), table.words(last), after.open_top and not repeated)
    shift = last + (0 if cut else 1) - first
    moved = [replace(c, row=c.row + shift) for c in rest]
    if cut:
        own = {c.column: c for c in moved if c.row == last}
        kept = tuple(
            _with_rest(c, own[c.column]) if c.row == last and c.column in own else c
            for c in table.cells
        )
        return replace(table, cells=kept + tuple(c for c in moved if c.row > last))
    return replace(table, cells=table.cells + tuple(moved))


def _with_rest(cell: TableCell, rest: TableCell) -> TableCell:
    here = cell.rows if cell.here is None else cell.here
    return replace(cell, rows=cell.rows + rest.rows, here=here)


def _is_rest_of_row(words: Sequence[str], before: Sequence[str], cut: bool) -> bool:
    """Whether a row only goes on with cells of the row before.

    Not both have a number; and where no rule shows the `cut`, it has few words, in lower case.
    """
    filled = [w for w in words if w]
    if not filled or not before or (words[0] and before[0]):
        return False
    if cut:
        return True
    few = not words[0] and len(filled) * 2 <= len(words)
    return few and all(w[0].islower() for w in filled)
