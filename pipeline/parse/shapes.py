"""What ink on a page forms: its connected shapes, and the straight rules among them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from pipeline.parse.images import Ints, Mask


@dataclass(frozen=True, slots=True)
class Shapes:
    """The boxes of connected shapes, half-open, in dots."""

    left: Ints
    top: Ints
    right: Ints
    bottom: Ints

    def boxes(self) -> Iterator[tuple[int, int, int, int]]:
        """Left, top, right and bottom of each."""
        edges = (self.left, self.top, self.right, self.bottom)
        return zip(*(e.tolist() for e in edges), strict=True)

    @property
    def width(self) -> Ints:
        return self.right - self.left

    @property
    def height(self) -> Ints:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class _Runs:
    """Stretches of dark dots along rows."""

    row: Ints
    start: Ints
    end: Ints


def shapes(dark: Mask) -> Shapes:
    """The shapes whose dots touch, also over corners."""
    return _boxes(_runs(dark), dark.shape[1])


def _boxes(runs: _Runs, width: int) -> Shapes:
    labels = _joined(len(runs.row), *_touching(runs, width))
    _, label = np.unique(labels, return_inverse=True)
    count = int(label.max()) + 1 if len(label) else 0
    left, top = np.full(count, 10**9), np.full(count, 10**9)
    right, bottom = np.zeros(count, np.int64), np.zeros(count, np.int64)
    np.minimum.at(left, label, runs.start)
    np.maximum.at(right, label, runs.end)
    np.minimum.at(top, label, runs.row)
    np.maximum.at(bottom, label, runs.row + 1)
    return Shapes(left, top, right, bottom)


def rules(dark: Mask, least: int, thickest: int) -> Shapes:
    """The level rules at least so long and at most so thick; upright ones of the mask turned."""
    # Every other dot of a row tells enough. A row above or below counts too: a rule that lies a
    # little aslant climbs from row to row.
    half = dark[:, ::2]
    runs = _runs(_thick(half))
    long = runs.end - runs.start >= least / 2
    found = _boxes(_Runs(runs.row[long], runs.start[long], runs.end[long]), half.shape[1])
    thin = found.height <= thickest + 2
    left, right = 2 * found.left[thin], 2 * found.right[thin]
    return Shapes(left, found.top[thin], right, found.bottom[thin])


def mended(dark: Mask) -> Mask:
    """The ink with gaps of a dot or two closed: faint strokes of small print fall apart."""
    out = _thick(dark)
    out[:, 1:] |= dark[:, :-1]
    out[:, :-1] |= dark[:, 1:]
    return out


def _thick(dark: Mask) -> Mask:
    out = dark.copy()
    out[1:] |= dark[:-1]
    out[:-1] |= dark[1:]
    return out


def _runs(dark: Mask) -> _Runs:
    height, width = dark.shape
    padded = np.zeros((height, width + 2), np.bool_)  # light at both ends of each row
    padded[:, 1:-1] = dark
    line = padded.ravel()
    edges = np.flatnonzero(line[1:] != line[:-1])
    row, start = np.divmod(edges[::2], width + 2)
    return _Runs(row, start, edges[1::2] - row * (width + 2))


def _touching(runs: _Runs, width: int) -> tuple[Ints, Ints]:
    """Pairs of runs in neighbouring rows that touch."""
    stride = width + 2
    below = (runs.row + 1) * stride
    first = np.searchsorted(runs.row * stride + runs.end, below + runs.start, side="left")
    last = np.searchsorted(runs.row * stride + runs.start, below + runs.end, side="right")
    counts = np.maximum(last - first, 0)
    one = np.repeat(np.arange(len(runs.row)), counts)
    offset = np.arange(counts.sum()) - np.repeat(counts.cumsum() - counts, counts)
    return one, np.repeat(first, counts) + offset


def _joined(count: int, one: Ints, other: Ints) -> Ints:
    """A label for each run, the same for those that pairs connect."""
    label = np.arange(count)
    while True:
        a, b = label[one], label[other]
        apart = a != b
        if not apart.any():
            return label
        low, high = np.minimum(a, b)[apart], np.maximum(a, b)[apart]
        np.minimum.at(label, high, low)
        while (label[label] != label).any():
            label = label[label]
