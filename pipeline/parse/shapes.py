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
    runs = _runs(dark)
    labels = _joined(len(runs.row), *_touching(runs, dark.shape[1]))
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
    # A row above or below counts too: a rule that lies a little aslant climbs from row to row.
    runs = _runs(_thick(dark))
    long = runs.end - runs.start >= least
    kept = _Runs(runs.row[long], runs.start[long], runs.end[long])
    mask = np.zeros(dark.shape, np.bool_)
    for row, start, end in zip(kept.row, kept.start, kept.end, strict=True):
        mask[row, start:end] = True
    found = shapes(mask)
    thin = found.height <= thickest + 2
    return Shapes(found.left[thin], found.top[thin], found.right[thin], found.bottom[thin])


def mended(dark: Mask) -> Mask:
    """The ink with gaps of a dot or two closed: faint strokes of small print fall apart."""
    return _thick(_thick(dark).T).T


def _thick(dark: Mask) -> Mask:
    out = dark.copy()
    out[1:] |= dark[:-1]
    out[:-1] |= dark[1:]
    return out


def _runs(dark: Mask) -> _Runs:
    height, width = dark.shape
    padded = np.zeros((height, width + 1), np.int8)
    padded[:, :-1] = dark
    edges = np.diff(padded.ravel(), prepend=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    row = starts // (width + 1)
    return _Runs(row, starts - row * (width + 1), ends - row * (width + 1))


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
