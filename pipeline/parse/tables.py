"""Tables in a text layer: columns told by their alignment, rows by their numbers.

The words of a row wrap and interleave with those of its other cells, and its number stands at
mid-height or on its first line. Where columns or rows cannot be told, the lines stay lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import BlockKind
from pipeline.parse.layout import CellPiece, Piece
from pipeline.parse.line import Line

_RUN = re.compile(r"\S+(?: \S+)*")  # words parted by one space stand in one cell
_GAPS = "  ", "\t", "\xa0"  # what parts two of them
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXL]{1,5}|\d{1,2}(?:\.\d{1,2})+)[.)]?")
_COLUMNS = 3  # fewer is a letterhead or a signature
_REACH = 1500  # lines that one table may take
_PROSE = 0.6  # of the table's width: a longer run is a line of text
_TRIES = 3  # lines of a stretch that may be the head of its table
_BLANKS = 6  # blank lines that a page's end may leave in a table

Grid = list[tuple[str, ...]]
"""The cells of each visible line of a table, one a column, empty where it has no words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A table and the lines it takes."""

    region: range
    piece: Piece


def tables(lines: Sequence[Line]) -> Iterator[Found]:
    """The tables of the lines, in order; the head is sought in the first lines of a stretch."""
    at = tries = 0
    while at < len(lines):
        text = lines[at].text
        if not any(gap in text for gap in _GAPS) or len(_RUN.findall(text)) < _COLUMNS:
            at, tries = at + 1, 0
            continue
        visible = _extent(lines, at)
        found = _tabbed(lines, at) or _table(lines, visible)
        if found:
            yield found
            at, tries = found.region.stop, 0
        elif tries < _TRIES:
            at, tries = at + 1, tries + 1
        else:
            at, tries = (visible[-1] if visible else at) + 1, 0


def _tabbed(lines: Sequence[Line], start: int) -> Found | None:
    """The table of rows that follow each other with as many tabs each, at least two."""
    tabs = lines[start].text.count("\t")
    stop = start
    while stop < len(lines) and lines[stop].text.count("\t") == tabs >= _COLUMNS - 1:
        stop += 1
    if stop - start < 2:
        return None
    cells = tuple(
        CellPiece(i - start, column, words, lines[i].page)
        for i in range(start, stop)
        for column, words in enumerate(lines[i].text.split("\t"))
        if words.strip()
    )
    return Found(range(start, stop), Piece(BlockKind.TABLE, cells=cells))


def _table(lines: Sequence[Line], visible: Sequence[int]) -> Found | None:
    """The table whose head is the first of these lines, or None."""
    columns = _columns([lines[i].text for i in visible])
    if len(visible) < 3 or len(columns) < _COLUMNS:
        return None
    grid = [_cells(lines[i].text, columns) for i in visible]
    starts = _rows(grid)
    if starts is None:
        return None
    rows = [range(0, starts[0])]
    rows += [range(a, b) for a, b in pairwise(starts)]
    cells = [
        CellPiece(number, column, words, lines[visible[row.start]].page)
        for number, row in enumerate(rows)
        for column in range(len(columns))
        if (words := " ".join(filter(None, (grid[i][column] for i in row))))
    ]
    region = range(visible[0], visible[rows[-1].stop - 1] + 1)
    return Found(region, Piece(BlockKind.TABLE, cells=tuple(cells)))


def _extent(lines: Sequence[Line], start: int) -> list[int]:
    """The visible lines from the head on, up to one of plain text."""
    head = [m.span() for m in _RUN.finditer(lines[start].text)]
    width = head[-1][1] - head[0][0]
    out: list[int] = []
    blanks = 0
    for i in range(start, min(start + _REACH, len(lines))):
        text = lines[i].text
        blanks = 0 if text.strip() else blanks + 1
        longest = max((m.end() - m.start() for m in _RUN.finditer(text)), default=0)
        if blanks > _BLANKS or longest > _PROSE * width:
            break
        if text.strip():
            out.append(i)
    return out


def _columns(texts: Sequence[str]) -> list[tuple[int, int]]:
    """From and to which character each column goes: the gutters are blank on every line."""
    edge = max((len(t) for t in texts), default=0)
    covered = [False] * (edge + 1)
    for text in texts:
        for m in _RUN.finditer(text):
            covered[m.start() : m.end()] = [True] * (m.end() - m.start())
    out: list[tuple[int, int]] = []
    begin = None
    for at, full in enumerate(covered):
        if full and begin is None:
            begin = at
        elif not full and begin is not None:
            out.append((begin, at))
            begin = None
    return out


def _cells(text: str, columns: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(text[a:b].strip() for a, b in columns)


def _rows(grid: Grid) -> list[int] | None:
    """Where each row begins, then where the last ends, as places in the grid; the head is before.

    None where the rows cannot be told.
    """
    numbers = [i for i, cells in enumerate(grid) if i and _NUMBER.fullmatch(cells[0])]
    if len(numbers) < 2:
        return _plain_rows(grid)
    if all(_begins(grid[i][1]) or not grid[i][1] for i in numbers) and _on_top(grid, numbers):
        return [*numbers, len(grid)]
    return _centred_rows(grid, numbers)


def _on_top(grid: Grid, numbers: Sequence[int]) -> bool:
    """Whether each number stands on its row's first line: names do not begin above it.

    A wrapped line that begins as a name does ("giai đoạn" / "2") may stand above one in ten.
    """
    named = [i for i in numbers if grid[i][1]]
    above = [i for i in numbers if i and grid[i - 1][1] and i - 1 not in numbers]
    begun = [i for i in above if i - 1 > 0 and _begins(grid[i - 1][1])]
    return len(named) == len(numbers) and 10 * len(begun) <= len(above)


def _centred_rows(grid: Grid, numbers: Sequence[int]) -> list[int] | None:
    """Rows whose numbers stand at mid-height: each ends about as far below as it began above."""
    first = next((i for i in range(1, numbers[0] + 1) if _starts(grid, i)), None)
    if first is None:
        return None
    starts = [first]
    for middle, after in zip(numbers, [*numbers[1:], None], strict=True):
        due = 2 * middle - starts[-1] + 1
        if after is None:
            starts.append(_end(grid, min(max(due, middle + 1), len(grid))))
            break
        options = [i for i in range(middle + 1, after + 1) if _starts(grid, i)]
        if not options:
            return None
        starts.append(min(options, key=lambda i: abs(i - due)))
    return starts


def _end(grid: Grid, due: int) -> int:
    """The end of the last row: where due, or after the lines that go on with it."""
    while due < len(grid) and not _begins(next(filter(None, grid[due]), "")):
        due += 1
    return due


def _starts(grid: Grid, at: int) -> bool:
    """Whether a row can begin at a line: its first words and the next name begin as a row does."""
    own = next((c for c in grid[at][1:] if c), "")
    name = next((cells[1] for cells in grid[at:] if cells[1]), "")
    return _begins(own) and _begins(name)


def _begins(words: str) -> bool:
    return bool(words) and (words[0].isupper() or words[0].isdigit() or words[0] in "“\"'‘-+")


def _plain_rows(grid: Grid) -> list[int] | None:
    """Rows without numbers, one a line: a name, then figures; other lines go on with a row."""
    starts = [
        i for i, cells in enumerate(grid) if i and _begins(cells[0] or " ") and any(cells[1:])
    ]
    figures = [c for i in starts for c in grid[i][1:] if c]
    if len(starts) < 2 or len(starts) < 0.6 * (len(grid) - 1):
        return None
    if 2 * sum(any(x.isdigit() for x in c) for c in figures) < len(figures):
        return None
    return [*starts, len(grid)]
