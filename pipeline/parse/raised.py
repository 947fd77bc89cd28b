"""Raised numbers on a page picture: footnote marks, too small for the engine to read in place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from pipeline.parse.images import Dots, Mask
from pipeline.parse.shapes import Shapes

_GAP, _HEIGHT = 160, 32
"""Dots between two numbers put in a row to be read, and how high they are made."""
_LOWEST = 0.72
"""Of a small letter's height; a raised number has 5/6 of it, a quotation mark 2/3."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A small raised shape that may be a number, in dots.

    `base` is the base line it rises from, `letter` the height of small letters beside it; `first`:
    it stands first in its line, as the number of a note does.
    """

    left: int
    top: int
    right: int
    bottom: int
    base: int
    letter: float
    first: bool = False

    def within(self, margin: int) -> tuple[slice, slice]:
        """The rows and columns of the shape with a margin, as far as the page reaches."""
        rows = slice(max(self.top - margin, 0), self.bottom + margin)
        return rows, slice(max(self.left - margin, 0), self.right + margin)


def raised(found: Shapes, mended: Shapes) -> list[Raised]:
    """Small shapes that rise over a base line with nothing beneath; those side by side as one.

    They are sought among the `mended` shapes too, the letters around them among those as `found`.
    """
    letters = (found.height >= 10) & (found.height <= 90) & (found.width <= 120)
    single: list[Raised] = []
    for shapes in (mended, found):
        small = (shapes.height >= 10) & (shapes.height <= 38) & (shapes.width <= 38)
        boxes = [box for box, fits in zip(shapes.boxes(), small, strict=True) if fits]
        fresh = [b for b in boxes if not any(_overlap(b, other) for other in single)]
        single += [s for box in fresh if (s := _one(found, letters, *box)) is not None]
    whole = (placed for s in _together(single) if (placed := _attached(found, letters, s)))
    return sorted(whole, key=lambda s: (round(s.base / 20), s.left))


def _overlap(box: tuple[int, int, int, int], other: Raised) -> bool:
    left, top, right, bottom = box
    across = left < other.right and other.left < right
    return across and top < other.bottom and other.top < bottom


def _one(
    found: Shapes, letters: Mask, left: int, top: int, right: int, bottom: int
) -> Raised | None:
    high = bottom - top
    near = letters & (found.left < right + 7 * high) & (found.right > left - 10 * high)
    near &= (found.bottom > bottom + 0.2 * high) & (found.top < bottom) & (found.height > high)
    beside = np.flatnonzero(near)
    if len(beside) < 2:
        return None
    # Letters with a tail stand deeper and capitals rise higher than most.
    base = float(np.sort(found.bottom[beside])[2 * (len(beside) - 1) // 5])
    small = float(np.sort(found.height[beside])[(len(beside) - 1) // 3])
    if not (_LOWEST * small < high < 1.2 * small and 0.35 * small < base - bottom):
        return None
    if top < base - 2.0 * small:
        return None
    under = (found.left < right - 1) & (found.right > left + 1)
    under &= (found.bottom > bottom + 1) & (found.top < base + 0.1 * small)
    return None if under.any() else Raised(left, top, right, bottom, round(base), small)


def _together(single: Sequence[Raised]) -> list[Raised]:
    """The digits of one number as one."""
    out: list[Raised] = []
    for shape in sorted(single, key=lambda s: (s.left, s.top)):
        last = next((o for o in out if _goes_on(o, shape)), None)
        if last is None:
            out.append(shape)
            continue
        top, bottom = min(last.top, shape.top), max(last.bottom, shape.bottom)
        whole = Raised(last.left, top, shape.right, bottom, last.base, last.letter)
        out[out.index(last)] = whole
    return out


def _goes_on(last: Raised, shape: Raised) -> bool:
    level = abs(last.bottom - shape.bottom) < 6 and abs(last.top - shape.top) < 6
    return level and -2 <= shape.left - last.right < 0.4 * shape.letter


def _attached(found: Shapes, letters: Mask, shape: Raised) -> Raised | None:
    """The shape where it follows a letter, or stands first in its line before one; else None."""
    line = letters & (found.bottom > shape.bottom + 2) & (found.top < shape.bottom)
    before = shape.left - found.right[line]
    after = found.left[line] - shape.right
    follows = (before > -0.3 * shape.letter) & (before < 0.8 * shape.letter)
    if (before > -0.3 * shape.letter).any():
        return shape if follows.any() else None
    leads = (after >= 0) & (after < 1.6 * shape.letter)
    return replace(shape, first=True) if leads.any() else None


def in_a_row(marks: Sequence[tuple[Dots, Raised]]) -> tuple[Dots, list[int]]:
    """The marks, each from its page, enlarged side by side on one strip, and where their middles
    are on it."""
    pieces: list[Dots] = []
    middles, at = [], _GAP
    for dots, mark in marks:
        cut = Image.fromarray(dots[mark.within(1)])
        wide = max(round(cut.width * _HEIGHT / cut.height), 8)
        pieces.append(np.asarray(cut.resize((wide, _HEIGHT), Image.Resampling.BICUBIC)))
        middles.append(at + wide // 2)
        at += wide + _GAP
    strip = np.full((_HEIGHT + 60, at), 255, np.uint8)
    for piece, middle in zip(pieces, middles, strict=True):
        start = middle - piece.shape[1] // 2
        strip[30 : 30 + _HEIGHT, start : start + piece.shape[1]] = piece
    return strip, middles


def erased(dots: Dots, marks: Sequence[Raised]) -> Dots:
    """The page without these shapes."""
    out = dots.copy()
    for mark in marks:
        out[mark.within(2)] = 255
    return out


def settled(read: Sequence[str], others: Sequence[str], last: int) -> list[str]:
    """The numbers of marks in order, those unread or misread told by their neighbours.

    They count up from `last`; `others` are those of the other side (the notes of the marks). What
    cannot be told stays empty.

    >>> settled(["1", "", "3", "4"], [], 0), settled(["20", "1", "2"], [], 19)
    (['1', '2', '3', '4'], ['20', '21', '22'])
    >>> settled(["1", "2"], [], 7), settled(["5", ""], ["6"], 4), settled(["5", ""], [], 4)
    (['1', '2'], ['5', '6'], ['5', ''])
    """
    out: list[str] = []
    for i, own in enumerate(read):
        due = str(last + 1)
        after = read[i + 1] if i + 1 < len(read) else ""
        part = own != "" and len(own) < len(due) and set(own) <= set(due)
        if own != due and (after == str(last + 2) or part or (not own and due in others)):
            own = due
        out.append(own)
        last = int(own) if own else last
    return out
