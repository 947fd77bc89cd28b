"""What the statement model sees of a sentence or clause: its words, its place, what stands by."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from zlib import crc32

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
        self.numbers: dict[str, int] = {}
        self.headings: dict[tuple[Span, ...], tuple[Group, ...]] = {}

    def read(self, units: Iterable[Unit]) -> Iterator[tuple[Group, ...]]:
        before: Unit | None = None
        words_before: list[int] = []
        for unit in units:
            words = self._numbers(unit.span)
            seen = words if len(words) <= _HEAD + _TAIL else words[:_HEAD] + words[-_TAIL:]
            own = [*_singles(seen, _WORDS), *_pairs(seen, _WORDS)]
            near = words_before[:_NEAR]
            around = [*_singles(near, _BEFORE), *_pairs(near[: _NEAR // 2], _BEFORE)]
            yield (
                (own, 6.0 / sqrt(len(own) or 1)),
                (self._opening(words[:3]), 0.7),
                ([_slot(self._number(s), _SETTING) for s in self._setting(unit, before)], 0.7),
                (around, 1.5 / sqrt(len(around) or 1)),
                *self._heads(unit.passage),
            )
            before, words_before = unit, words

    def _number(self, word: str) -> int:
        found = self.numbers.get(word)
        if found is None:
            found = self.numbers[word] = crc32(("0" if word.isdigit() else word).encode())
        return found

    def _numbers(self, span: Span) -> list[int]:
        words = _TOKEN.findall(self.document.key, span.start, span.end)
        return [self._number(word) for word in words]

    def _opening(self, words: list[int]) -> list[int]:
        whole = sum(n * (i + 3) for i, n in enumerate(words))
        return [*_singles(words, _OPENING), *_pairs(words, _OPENING), _slot(whole, _OPENING)]

    def _setting(self, unit: Unit, before: Unit | None) -> Iterator[str]:
        """Where a unit stands, as words of our own."""
        passage, start = unit.passage, unit.span.start
        zone, block = passage.zone, passage.block
        yield f"zone {zone.kind}"
        yield f"zone {zone.kind} {zone.sure}"
        yield f"type {self.doc_type}"
        yield f"type {self.doc_type} {zone.kind}"
        yield f"block {block.kind}"
        yield f"marker {passage.marker} {zone.kind}"
        yield f"heading {passage.heading}"
        yield f"announces {passage.announces}"
        yield f"at {10 * start // max(1, len(self.document.key))}"
        yield f"opens {start == passage.span.start} {passage.span.start == block.span.start}"
        yield f"long {min(6, len(unit.span) // 40)}"
        yield f"ends {self.document.key[unit.span.end - 1]}"
        if before is not None:
            same = before.passage.block.span.start == block.span.start
            yield f"before {before.passage.zone.kind} {same}"
            yield f"before announces {before.passage.announces} heading {before.passage.heading}"

    def _heads(self, passage: Passage) -> tuple[Group, ...]:
        """The words of the label and of the headings above, worked out once for each."""
        path = self.document.section_path_at(passage.span.start)
        above = [section.heading for section in reversed(path)][:_KNOWN]
        head = passage.zone.head
        place = (head or Span(0, 0), *above)
        if place not in self.headings:
            label = self._title(head, _LABEL) if head else []
            titles = [s for i, h in enumerate(above) for s in self._title(h, _ABOVE + 2 * i)]
            groups = [g for g in (label, titles) if g]
            self.headings[place] = tuple((g, 2.0 / sqrt(len(g))) for g in groups)
        return self.headings[place]

    def _title(self, span: Span, kind: int) -> list[int]:
        words = self._numbers(span)[:_TITLE]
        return [*_singles(words, kind), *_pairs(words, kind)]


def _singles(words: Sequence[int], kind: int) -> list[int]:
    return [(n * kind >> 12) % SLOTS for n in words]


def _pairs(words: Sequence[int], kind: int) -> list[int]:
    pairs = itertools.pairwise(words)
    return [((a * 3 + b * 0x5851F42D) * kind >> 12) % SLOTS for a, b in pairs]


def _slot(number: int, kind: int) -> int:
    return (number * kind >> 12) % SLOTS
