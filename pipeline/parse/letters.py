"""The characters of a PDF page as columns of numbers: what, where, how large, in which face.

A call of the library for each character is what such a page costs: as few as can be are made, and
they run in a row without a step of Python between them.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

from pipeline.parse.pdfium import address, functions

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Place = Callable[[Any, Any], tuple[Any, Any]]
"""Maps points of the page to (from the left, from the top) as it is looked at."""

_SPACES = np.array([0, *map(ord, " \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000")])
_BOLD_WEIGHT = 600
_ASLANT = (5.0, 85.0)
"""Degrees between which a text runs aslant, as watermarks do."""


@dataclass(frozen=True, slots=True)
class Face:
    """Type size in points on the page, whether bold, name of the font."""

    size: float
    bold: bool
    font: str


@dataclass(frozen=True, slots=True)
class Letters:
    """A value for each visible character of a page, in the order of the file.

    `gaps` counts the spaces before it; `top` is the distance of its base line from the top edge;
    `face` an index into `faces`. Text that runs aslant is left out.
    """

    codes: Ints
    gaps: Ints
    left: Floats
    right: Floats
    top: Floats
    face: Ints
    faces: tuple[Face, ...]


def letters(textpage: Any, place: Place) -> Letters:
    """The characters of a text page of pypdfium2."""
    page = address(textpage.raw)
    codes = _codes(page)
    spaces = np.isin(codes, _SPACES)
    seen = np.flatnonzero(~spaces)
    gaps: Ints = np.cumsum(spaces, dtype=np.int64)[seen]
    starts, things = _objects(page, seen, gaps)
    faces, numbers, climbs = _faces(page, seen[starts], things, place)
    runs = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(seen))))
    upright = numbers[runs] >= 0
    seen, gaps, runs = seen[upright], gaps[upright], runs[upright]
    left, right = _edges(page, seen, place)
    top = _tops(page, seen, runs, climbs, place)
    return Letters(codes[seen], gaps, left, right, top, numbers[runs], faces)


def _codes(page: int) -> Ints:
    """The code points of all characters."""
    calls = functions()
    count = max(calls.count(page), 0)
    text = ctypes.create_string_buffer(4 * count + 4)
    written = calls.text(page, 0, count, text)
    units = np.frombuffer(text.raw, np.uint16)[:count].astype(np.int64)
    if written == count + 1 and not ((units >= 0xD800) & (units < 0xE000)).any():
        return units
    # Some have no code, or two halves of one: then place in the text and number differ.
    return np.fromiter(map(calls.code, repeat(page), range(count)), np.int64, count)


def _objects(page: int, seen: Ints, gaps: Ints) -> tuple[Ints, list[int]]:
    """Where among the characters seen each text object begins, and which it is.

    Words are asked for at both ends only; where these are of one object, so is what is between.
    """
    if not len(seen):
        return seen, []
    calls = functions()
    cut = np.flatnonzero(np.diff(gaps)) + 1
    first, last = np.append(0, cut), np.append(cut, len(seen)) - 1
    one = np.fromiter(map(calls.thing, repeat(page), seen[first].tolist()), np.uint64, len(first))
    other = np.fromiter(map(calls.thing, repeat(page), seen[last].tolist()), np.uint64, len(last))
    things = np.repeat(one, last - first + 1)
    mixed = np.repeat(one != other, last - first + 1)
    within = seen[mixed].tolist()
    things[mixed] = np.fromiter(map(calls.thing, repeat(page), within), np.uint64, len(within))
    starts: Ints = np.append(0, np.flatnonzero(things[1:] != things[:-1]) + 1)
    return starts, things[starts].tolist()


def _faces(
    page: int, firsts: Ints, things: Sequence[int], place: Place
) -> tuple[tuple[Face, ...], Ints, npt.NDArray[np.bool_]]:
    """The faces of a page, for each text object the number of its own (-1: it runs aslant), and
    whether its base line climbs, as that of a text at the side of a table does."""
    calls, indexes = functions(), firsts.tolist()
    a, b, c, d = _filled(calls.matrix, page, indexes, np.float32, 6).T[:4].astype(np.float64)
    turned = np.degrees(np.arctan2(b, a)) % 90
    aslant = (turned > _ASLANT[0]) & (turned < _ASLANT[1])
    climbs = np.abs(place(a, b)[1] - place(0.0, 0.0)[1]) > 0.01 * np.hypot(a, b)
    scale = np.hypot(c, d)
    sizes = np.fromiter(map(calls.size, repeat(page), indexes), np.float64, len(indexes))
    sizes = np.round(sizes * np.where(scale > 0, scale, 1.0), 1)
    numbers: dict[tuple[int, float], int] = {}
    faces: list[Face] = []
    out: list[int] = []
    for index, font, size in zip(indexes, map(calls.font, things), sizes.tolist(), strict=True):
        number = numbers.setdefault((font, size), len(faces))
        if number == len(faces):
            faces.append(_face(page, index, size))
        out.append(number)
    return tuple(faces), np.where(aslant, -1, np.array(out, np.int64)), climbs


def _face(page: int, index: int, size: float) -> Face:
    calls, name = functions(), ctypes.create_string_buffer(128)
    calls.font_name(page, index, name, 128, None)
    font = name.value.decode("latin-1")
    bold = calls.weight(page, index) >= _BOLD_WEIGHT or "bold" in font.lower()
    return Face(size or 1.0, bold, font)


def _edges(page: int, seen: Ints, place: Place) -> tuple[Floats, Floats]:
    """Left and right edge of characters, as wide as their advance."""
    boxes = _filled(functions().box, page, seen.tolist(), np.float32, 4)  # as FS_RECTF
    x0, y1, x1, y0 = boxes.T.astype(np.float64)
    one, other = place(x0, y0)[0], place(x1, y1)[0]
    return np.minimum(one, other), np.maximum(one, other)


def _tops(page: int, seen: Ints, runs: Ints, climbs: npt.NDArray[np.bool_], place: Place) -> Floats:
    """Where the base line of characters is; those of one text object share theirs unless it
    climbs."""

    def tops(indexes: Ints) -> Floats:
        x, y = _filled(functions().origin, page, indexes.tolist(), np.float64, 2, parts=2).T
        out: Floats = place(x, y)[1]
        return out

    first = np.flatnonzero(np.diff(runs, prepend=-1))
    out = np.repeat(tops(seen[first]), np.diff(np.append(first, len(seen))))
    single = climbs[runs]
    out[single] = tops(seen[single])
    return out


def _filled(
    call: Callable[..., int],
    page: int,
    indexes: Sequence[int],
    kind: Any,
    width: int,
    parts: int = 1,
) -> Any:
    """A row of numbers for each character, filled by a call that is given where its parts go."""
    out = np.zeros((len(indexes), width), kind)
    first, row = out.ctypes.data, width * out.itemsize
    places = (range(first + row * k // parts, first + out.nbytes, row) for k in range(parts))
    deque(map(call, repeat(page), indexes, *places), maxlen=0)  # runs in C: nothing is kept
    return out
