"""What the statement model sees of a sentence or clause: its words, its place, what stands by."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from extractors.passages import Passage
from extractors.sentences import clauses
from pipeline.classifier import SLOTS, Group
from pipeline.model import Document, Span

_TOKEN = re.compile(r"\w+|[:;?!\"(%]")
_HEAD, _TAIL = 60, 20
"""Of a longer unit only so many words at its head and at its end are seen."""
_TITLE, _NEAR = 14, 25
"""Words seen of a heading, and of the unit before."""
_KNOWN = 2
"""Headings above a unit that are seen, the nearest first."""
# One odd number a kind of feature, so that a word has another slot in each of them.
_WORDS, _OPENING, _SETTING, _LABEL, _ABOVE, _BEFORE = (
    0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1, 0xD3A2646D
)  # fmt: skip
_THREE, _SECOND, _TWELVE = np.uint64(3), np.uint64(0x5851F42D), np.uint64(12)
_SLOTS = np.uint64(SLOTS)


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence or a `;` clause of one, and the passage that it stands in."""

    span: Span
    passage: Passage


def units(document: Document, passages: Iterable[Passage]) -> Iterator[Unit]:
    """The clauses of the passages, in order."""
    for passage in passages:
        yield from (Unit(part, passage) for part in clauses(document, passage.span))


def described(
    document: Document, units: Iterable[Unit], doc_type: str
) -> Iterator[tuple[Group, ...]]:
    """The features of each unit, in groups."""
    return _Describer(document, doc_type).read(units)


class _Describer:
    """Turns words into numbers once a document; keeps the unit before."""

    def __init__(self, document: Document, doc_type: str) -> None:
        self.document, self.doc_type = document, doc_type
        self.words = _Words(document.key)
        self.settings: dict[tuple[object, ...], NDArray[np.int64]] = {}
        self.headings: dict[tuple[Span, ...], tuple[Group, ...]] = {}

    def read(self, units: Iterable[Unit]) -> Iterator[tuple[Group, ...]]:
        before: Unit | None = None
        words_before: NDArray[np.uint64] = np.empty(0, dtype=np.uint64)
        for unit in units:
            words = self.words.within(unit.span)
            long = len(words) > _HEAD + _TAIL
            seen = np.concatenate((words[:_HEAD], words[-_TAIL:])) if long else words
            own = _singles_and_pairs(seen, seen, _WORDS)
            near = words_before[:_NEAR]
            around = _singles_and_pairs(near, near[: _NEAR // 2], _BEFORE)
            yield (
                (own, 6.0 / sqrt(len(own) or 1)),
                (self._opening(words[:3]), 0.7),
                (self._setting(unit, before), 0.7),
                (around, 1.5 / sqrt(len(around) or 1)),
                *self._heads(unit.passage),
            )
            before, words_before = unit, words

    def _opening(self, words: NDArray[np.uint64]) -> NDArray[np.int64]:
        whole = (words * np.arange(3, 3 + len(words), dtype=np.uint64)).sum(keepdims=True)
        return np.concatenate((_singles_and_pairs(words, words, _OPENING), _slots(whole, _OPENING)))

    def _setting(self, unit: Unit, before: Unit | None) -> NDArray[np.int64]:
        """Where a unit stands; settings alike are worked out once."""
        passage, start = unit.passage, unit.span.start
        zone, block = passage.zone, passage.block
        here = zone.kind, zone.sure, block.kind, passage.marker, passage.heading, passage.announces
        place = (
            10 * start // max(1, len(self.document.key)),
            start == passage.span.start,
            passage.span.start == block.span.start,
            min(6, len(unit.span) // 40),
            self.document.key[unit.span.end - 1],
        )
        last: tuple[object, ...] = ()
        if before is not None:
            same = before.passage.block.span.start == block.span.start
            was = before.passage
            last = was.zone.kind, same, was.announces, was.heading
        known = self.settings.get((here, place, last))
        if known is None:
            said = [*_of_zone(self.doc_type, *here), *_of_place(*place), *_of_last(*last)]
            known = _slots(np.array([_number(s) for s in said], np.uint64), _SETTING)
            self.settings[here, place, last] = known
        return known

    def _heads(self, passage: Passage) -> tuple[Group, ...]:
        """The words of the label and of the headings above, worked out once for each."""
        path = self.document.section_path_at(passage.span.start)
        above = [section.heading for section in reversed(path)][:_KNOWN]
        head = passage.zone.head
        place = (head or Span(0, 0), *above)
        if place not in self.headings:
            label = [self._title(head, _LABEL)] if head else []
            titles = [self._title(h, _ABOVE + 2 * i) for i, h in enumerate(above)]
            groups = [np.concatenate(parts) for parts in (label, titles) if parts]
            groups = [g for g in groups if len(g)]
            self.headings[place] = tuple((g, 2.0 / sqrt(len(g))) for g in groups)
        return self.headings[place]

    def _title(self, span: Span, kind: int) -> NDArray[np.int64]:
        words = self.words.within(span)[:_TITLE]
        return _singles_and_pairs(words, words, kind)


class _Words:
    """The words of a text as numbers, and where each begins."""

    def __init__(self, key: str) -> None:
        found = list(_TOKEN.finditer(key))
        words = [m[0] for m in found]
        known = {word: _number(word) for word in set(words)}
        self._numbers = np.array([known[word] for word in words], np.uint64)
        self._starts = [m.start() for m in found]

    def within(self, span: Span) -> NDArray[np.uint64]:
        """The words that begin in a span, which cuts none of them."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self._numbers[first:last]


def _number(word: str) -> int:
    return crc32(("0" if word.isdigit() else word).encode())


def _of_zone(
    doc_type: str, zone: str, sure: bool, block: str, marker: bool, heading: bool, announces: bool
) -> Iterator[str]:
    """Where a unit stands, as words of our own."""
    yield f"zone {zone}"
    yield f"zone {zone} {sure}"
    yield f"type {doc_type}"
    yield f"type {doc_type} {zone}"
    yield f"block {block}"
    yield f"marker {marker} {zone}"
    yield f"heading {heading}"
    yield f"announces {announces}"


def _of_place(tenth: int, first: bool, opens: bool, size: int, mark: str) -> Iterator[str]:
    yield f"at {tenth}"
    yield f"opens {first} {opens}"
    yield f"long {size}"
    yield f"ends {mark}"


def _of_last(*last: object) -> Iterator[str]:
    """Where the unit before stands, if there is one."""
    if last:
        zone, same, announces, heading = last
        yield f"before {zone} {same}"
        yield f"before announces {announces} heading {heading}"


def _singles_and_pairs(
    words: NDArray[np.uint64], paired: NDArray[np.uint64], kind: int
) -> NDArray[np.int64]:
    """The slots of words, then of the pairs that stand side by side in `paired`."""
    pairs = paired[:-1] * _THREE + paired[1:] * _SECOND
    return _slots(np.concatenate((words, pairs)), kind)


def _slots(numbers: NDArray[np.uint64], kind: int) -> NDArray[np.int64]:
    """The slot of each number; what overflows would not be seen in it."""
    return ((numbers * np.uint64(kind) >> _TWELVE) % _SLOTS).astype(np.int64)
