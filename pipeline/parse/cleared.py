"""A page picture made ready for the engine: its rules taken out, its raised shapes found."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from pipeline.parse import ocr
from pipeline.parse.images import Dots, Picture
from pipeline.parse.raised import Raised, in_a_row, raised
from pipeline.parse.shapes import Shapes, mended, rules, shapes

_LEVEL, _UPRIGHT, _THICK = 100, 60, 8
"""Dots from which a level or upright line is a rule, and up to which it is thin."""
_IN_A_ROW = 50
"""Numbers that the engine reads in one line."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A cleaned page, its `dots` without rules, the shapes `found` on it, and its raised `marks`
    that may be numbers."""

    picture: Picture
    dots: Dots
    found: Shapes
    level: Shapes
    upright: Shapes
    marks: list[Raised]


def clear(picture: Picture) -> Cleared:
    """The page with what is to be read on it apart from what is drawn."""
    level = rules(picture.dark, _LEVEL, _THICK)
    # An upright rule is a level one of the page turned over its diagonal.
    turned = rules(np.ascontiguousarray(picture.dark.T), _UPRIGHT, _THICK)
    upright = Shapes(turned.top, turned.left, turned.bottom, turned.right)
    dots = picture.dots.copy()
    for lines in (level, upright):
        for left, top, right, bottom in lines.boxes():
            dots[top:bottom, left:right] = 255
    found = shapes(picture.dark)
    return Cleared(
        picture, dots, found, level, upright, raised(found, shapes(mended(picture.dark)))
    )


def raised_numbers(pages: Sequence[Cleared]) -> list[list[str]]:
    """What the raised marks of each page read, empty where one cannot be read."""
    marked = [(page.dots, mark) for page in pages for mark in page.marks]
    numbers: list[str] = []
    for at in range(0, len(marked), _IN_A_ROW):
        strip, middles = in_a_row(marked[at : at + _IN_A_ROW])
        try:
            seen = ocr.digits(strip)
        except ocr.EngineError:
            seen = []
        numbers += ["".join(s.text for s in seen if s.left <= m <= s.right) for m in middles]
    left = iter(numbers)
    return [list(islice(left, len(page.marks))) for page in pages]
