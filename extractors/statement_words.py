"""The words of a text as numbers, and the slots of a model's weights that they lead to."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier import SLOTS
from pipeline.model import Span

Slots = NDArray[np.int64]

_TOKEN = re.compile(r"(\w+|[:;?!\"(%])")
_THREE, _SECOND, _TWELVE = np.uint64(3), np.uint64(0x5851F42D), np.uint64(12)
_SLOTS = np.uint64(SLOTS)
_BY_PLACE = np.arange(3, 6, dtype=np.uint64)
"""What each of the first three words weighs in their sum."""


class Words:
    """The words of a key as numbers: worked out once, read by stretches of their indices."""

    def __init__(self, key: str) -> None:
        parts = _TOKEN.split(key)  # what stands between, a word, what stands between, and so on
        words = parts[1::2]
        known = {word: _number(word) for word in set(words)}
        self._numbers = np.array([known[word] for word in words], np.uint64)
        self._starts: list[int] = np.cumsum([len(part) for part in parts])[:-1:2].tolist()
        self._kinds: dict[int, tuple[Slots, Slots]] = {}

    def within(self, span: Span) -> tuple[int, int]:
        """The first word that begins in a span, and the one after the last."""
        return bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)

    def seen(self, first: int, last: int, kind: int, paired: int) -> Slots:
        """The slots of some words, then of the pairs side by side up to the word `paired`."""
        singles, pairs = self._of(kind)
        return np.concatenate((singles[first:last], pairs[first : max(first, paired - 1)]))

    def ends(self, first: int, last: int, kind: int, head: int, tail: int) -> Slots:
        """The slots of the first `head` and last `tail` words, as if they stood side by side."""
        singles, pairs = self._of(kind)
        start, stop = first + head, last - tail
        seam = _paired(self._numbers[[start - 1]], self._numbers[[stop]])
        return np.concatenate(
            (
                singles[first:start],
                singles[stop:last],
                pairs[first : start - 1],
                _slots(seam, kind),
                pairs[stop : last - 1],
            )
        )

    def opening(self, first: int, last: int, kind: int) -> Slots:
        """The slots of the first three words, of their pairs, and of the three as one."""
        last = min(last, first + 3)
        whole = (self._numbers[first:last] * _BY_PLACE[: last - first]).sum(keepdims=True)
        return np.concatenate((self.seen(first, last, kind, last), _slots(whole, kind)))

    def _of(self, kind: int) -> tuple[Slots, Slots]:
        if kind not in self._kinds:
            self._kinds[kind] = _slots(self._numbers, kind), _slots(self._side_by_side, kind)
        return self._kinds[kind]

    @cached_property
    def _side_by_side(self) -> NDArray[np.uint64]:
        return _paired(self._numbers[:-1], self._numbers[1:])


def slots_of(words: Iterable[str], kind: int) -> Slots:
    """The slots of words that stand in no text."""
    return _slots(np.array([_number(word) for word in words], np.uint64), kind)


def _number(word: str) -> int:
    return crc32(("0" if word.isdigit() else word).encode())


def _paired(one: NDArray[np.uint64], other: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return one * _THREE + other * _SECOND


def _slots(numbers: NDArray[np.uint64], kind: int) -> Slots:
    """The slot of each number; what overflows would not be seen in it."""
    return ((numbers * np.uint64(kind) >> _TWELVE) % _SLOTS).astype(np.int64)
