"""A page set in two columns, as newspapers and bulletins are -> its parts, each of one column."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from pipeline.parse import glyphs
from pipeline.parse.glyphs import Row
from pipeline.parse.page import Page

_LINES = 6
"""Lines that each of two columns has at least; letterheads and signature blocks have fewer."""
_FULL = 0.6
"""Of the width of its column, that half of its lines fill at least, as prose does."""
_NARROW = 0.8
"""Of the type size: the narrowest lane between two columns."""
_CROSSED = 0.25
"""Share of the rows of a page that may run across a lane: its title, a heading."""


def parts(page: Page) -> list[Page]:
    """The page itself, or where it is in two columns its parts in reading order."""
    lane = None if page.tables or len(page.rows) < _LINES else _lane(page.rows)
    if lane is None:
        return [page]
    out: list[Page] = []
    found = False
    for crossing, rows in groupby(page.rows, key=lambda row: _crosses(row, lane)):
        stretch = list(rows)
        sides = [] if crossing else _sides(stretch, lane)
        out += [_moved(page, side, sides[0]) for side in sides] or [replace(page, rows=stretch)]
        found = found or bool(sides)
    return out if found else [page]


def _moved(page: Page, column: list[Row], first: list[Row]) -> Page:
    """The page of a column alone, moved to where the first stands: their lines end at one edge."""
    by = min(r.left for r in first) - min(r.left for r in column)
    words = [replace(w, left=w.left + by, right=w.right + by) for r in column for w in r.words]
    frame, *drawn = (
        replace(box, left=box.left + by, right=box.right + by) for box in (page.frame, *page.drawn)
    )
    return replace(page, rows=glyphs.rows(words), frame=frame, drawn=drawn)


def _lane(rows: Sequence[Row]) -> tuple[float, float] | None:
    """Edges of the widest empty strip down the middle half of the page, if there is one."""
    left, right = min(r.left for r in rows), max(r.right for r in rows)
    size = sorted(r.size for r in rows)[len(rows) // 2]
    low, high = round(left + 0.25 * (right - left)), round(right - 0.25 * (right - left))
    change = [0] * (high - low + 2)
    for a, b in (run for row in rows for run in _runs(row)):
        if a <= high and b >= low:
            change[max(round(a), low) - low] += 1
            change[min(round(b), high) - low + 1] -= 1
    free = [n <= _CROSSED * len(rows) for n in accumulate(change[:-1])]
    widest, at = (0, 0), low
    for empty, run in groupby(free):
        length = len(list(run))
        if empty and length > widest[1] - widest[0]:
            widest = at, at + length
        at += length
    fits = widest[1] - widest[0] >= _NARROW * size
    return (float(widest[0]), float(widest[1])) if fits else None


def _runs(row: Row) -> Iterator[tuple[float, float]]:
    """Where words of a row stand with no more than a space between them."""
    start, end = row.words[0].left, row.words[0].right
    for word in row.words[1:]:
        if word.left - end > _NARROW * row.size:
            yield start, end
            start = word.left
        end = max(end, word.right)
    yield start, end


def _crosses(row: Row, lane: tuple[float, float]) -> bool:
    return any(a < lane[0] + 1 and b > lane[1] - 1 for a, b in _runs(row))


def _sides(rows: Sequence[Row], lane: tuple[float, float]) -> list[list[Row]]:
    """The rows of the left and of the right column; none where these are no columns of prose."""
    middle = (lane[0] + lane[1]) / 2
    words = [w for row in rows for w in row.words]
    # Set in rows anew: a raised mark may have come to a row of the other column.
    sides = [glyphs.rows(w for w in words if (w.left < middle) is left) for left in (True, False)]
    return sides if all(_is_prose(side) for side in sides) else []


def _is_prose(rows: Sequence[Row]) -> bool:
    if len(rows) < _LINES:
        return False
    width = max(r.right for r in rows) - min(r.left for r in rows)
    filled = sum(r.right - r.left >= _FULL * width for r in rows)
    return 2 * filled >= len(rows)
