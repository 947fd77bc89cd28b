"""Raised numbers on a page picture: footnote marks, too small for the engine to read in place."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from pipeline.parse.images import Dots, Ints, Mask
from pipeline.parse.shapes import Shapes

_GAP, _HEIGHT = 160, 48
"""Dots between two numbers put in a row to be read, and how high they are made."""


@dataclass(frozen=True, slots=True)
class Raised:
    """A small raised shape that may be a number, in dots; `base` is the base line it rises from."""

    left: int
    top: int
    right: int
    bottom: int
    base: int


def raised(found: Shapes) -> list[Raised]:
    """Small shapes that rise over a base line with nothing beneath; those side by side as one."""
    height = found.height
    letters = (height >= 10) & (height <= 90) & (found.width <= 120)
    single = [
        shape
        for i in np.flatnonzero(letters & (height <= 36) & (found.width <= 36))
        if (shape := _one(found, letters, int(i))) is not None
    ]
    return _together(single)


def _one(found: Shapes, letters: Mask, i: int) -> Raised | None:
    left, top = int(found.left[i]), int(found.top[i])
    right, bottom = int(found.right[i]), int(found.bottom[i])
    high = bottom - top
    near = letters & (found.left < right + 7 * high) & (found.right > left - 10 * high)
    near &= (found.bottom > bottom + 0.2 * high) & (found.top < bottom) & (found.height > high)
    near[i] = False
    beside = np.flatnonzero(near)
    if len(beside) < 2:
        return None
    # Letters with a tail stand deeper and capitals rise higher than most.
    base = float(np.percentile(found.bottom[beside], 40))
    small = float(np.percentile(found.height[beside], 35))
    if not (0.5 * small < high < 1.2 * small and 0.35 * small < base - bottom):
        return None
    if top < base - 2.0 * small:
        return None
    under = (found.left < right - 1) & (found.right > left + 1)
    under &= (found.bottom > bottom) & (found.top < base + 0.1 * small)
    under[i] = False
    if under.any() or not _attached(found, beside, left, right, small):
        return None
    return Raised(left, top, right, bottom, round(base))


def _attached(found: Shapes, beside: Ints, left: int, right: int, small: float) -> bool:
    """Whether the shape follows a letter, or stands first in its line before one."""
    before = left - found.right[beside]
    after = found.left[beside] - right
    follows = bool(((before > -0.3 * small) & (before < 0.8 * small)).any())
    first = not (before > -0.3 * small).any()
    return follows or (first and bool(((after >= 0) & (after < 1.6 * small)).any()))


def _together(single: Sequence[Raised]) -> list[Raised]:
    """The digits of one number as one."""
    out: list[Raised] = []
    for shape in sorted(single, key=lambda s: (s.base // 8, s.left)):
        last = out[-1] if out else None
        if (
            last
            and abs(last.base - shape.base) < 8
            and abs(last.bottom - shape.bottom) < 6
            and -2 <= shape.left - last.right < 10
        ):
            top, bottom = min(last.top, shape.top), max(last.bottom, shape.bottom)
            out[-1] = Raised(last.left, top, shape.right, bottom, last.base)
        else:
            out.append(shape)
    return out


def in_a_row(dots: Dots, marks: Sequence[Raised]) -> tuple[Dots, list[int]]:
    """The marks enlarged, side by side on one strip, and the middle of each on it."""
    pieces: list[Dots] = []
    middles, at = [], _GAP
    for mark in marks:
        cut = Image.fromarray(dots[mark.top - 1 : mark.bottom + 1, mark.left - 1 : mark.right + 1])
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
        out[mark.top - 2 : mark.bottom + 2, mark.left - 2 : mark.right + 2] = 255
    return out
