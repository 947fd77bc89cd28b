"""What the statement model sees of a sentence or clause: its words, its place, what stands by."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import numpy as np

from extractors.passages import Passage
from extractors.sentences import clauses
from extractors.statement_cues import StatementCues, cues_of
from extractors.statement_words import Slots, Words, slots_of
from pipeline.classifier import Group
from pipeline.model import Document, Span
from pipeline.reference import Reference

_HEAD, _TAIL = 60, 20
"""Of a longer unit only so many words at its head and at its end are seen."""
_TITLE, _NEAR = 14, 25
"""Words seen of a heading, and of the unit before."""
_KNOWN = 2
"""Headings above a unit that are seen, the nearest first."""
# One odd number a kind of feature, so that a word has another slot in each of them.
_WORDS, _OPENING, _SETTING, _LABEL, _ABOVE, _BEFORE, _CUES, _EARLIER_CUES = (
    0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1, 0xD3A2646D, 0x7F4A7C15, 0x94D049BB
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
    document: Document, units: Iterable[Unit], doc_type: str, reference: Reference
) -> Iterator[tuple[Group, ...]]:
    """The features of each unit, in groups."""
    return described_of(document, ((unit, True) for unit in units), doc_type, reference)


def described_of(
    document: Document, units: Iterable[tuple[Unit, bool]], doc_type: str, reference: Reference
) -> Iterator[tuple[Group, ...]]:
    """The features of those units that are wanted; the others only stand beside them."""
    return _Describer(document, doc_type, cues_of(reference)).read(units)


class _Describer:
    """Turns words into numbers once a document; keeps the unit before."""

    def __init__(self, document: Document, doc_type: str, cues: StatementCues) -> None:
        self.document, self.doc_type, self.cues = document, doc_type, cues
        self.words = Words(document.key)
        self.borne: tuple[Unit | None, tuple[str, ...]] = None, ()
        self.headings: dict[tuple[Span | None, int | None], tuple[Group, ...]] = {}

    def read(self, units: Iterable[tuple[Unit, bool]]) -> Iterator[tuple[Group, ...]]:
        before: Unit | None = None
        for unit, wanted in units:
            if wanted:
                yield self._groups(unit, before)
            before = unit

    def _groups(self, unit: Unit, before: Unit | None) -> tuple[Group, ...]:
        own, near = self._own(unit.span), self._near(before)
        last, borne = self._cues(before), self._cues(unit)
        return (
            (own, 6.0 / sqrt(len(own) or 1)),
            (self.words.opening(*self.words.within(unit.span), _OPENING), 0.7),
            (self._setting(unit, before), 0.7),
            (near, 1.5 / sqrt(len(near) or 1)),
            (_of_cues(borne, unit.passage.zone.kind), 2.0),
            (_of_earlier_cues(last), 1.0),
            *self._heads(unit.passage),
        )

    def _cues(self, unit: Unit | None) -> tuple[str, ...]:
        """The cues of a unit; those of the one asked for last are kept."""
        if self.borne[0] is not unit:
            said = self.document.key[unit.span.start : unit.span.end] if unit else ""
            self.borne = unit, self.cues.of(said) if unit else ()
        return self.borne[1]

    def _own(self, span: Span) -> Slots:
        first, last = self.words.within(span)
        if last - first > _HEAD + _TAIL:
            return self.words.ends(first, last, _WORDS, _HEAD, _TAIL)
        return self.words.seen(first, last, _WORDS, last)

    def _near(self, before: Unit | None) -> Slots:
        first, last = self.words.within(before.span) if before else (0, 0)
        return self.words.seen(
            first, min(last, first + _NEAR), _BEFORE, min(last, first + _NEAR // 2)
        )

    def _setting(self, unit: Unit, before: Unit | None) -> Slots:
        """Where a unit stands."""
        passage, start = unit.passage, unit.span.start
        zone, block = passage.zone, passage.block
        parts = [
            _of_zone(
                self.doc_type,
                zone.kind,
                zone.sure,
                str(block.kind),
                passage.marker,
                passage.heading,
                passage.announces,
            ),
            _of_place(
                10 * start // max(1, len(self.document.key)),
                start == passage.span.start,
                passage.span.start == block.span.start,
                min(6, len(unit.span) // 40),
                self.document.key[unit.span.end - 1],
            ),
        ]
        if before is not None:
            same, was = before.passage.block.span.start == block.span.start, before.passage
            parts.append(_of_last(was.zone.kind, same, was.announces, was.heading))
        return np.concatenate(parts)

    def _heads(self, passage: Passage) -> tuple[Group, ...]:
        """The words of the label and of the headings above, worked out once for each."""
        head, start = passage.zone.head, passage.span.start
        place = head, self.document.section_index_at(start)
        if place not in self.headings:
            path = self.document.section_path_at(start)
            above = [section.heading for section in reversed(path)][:_KNOWN]
            label = [self._title(head, _LABEL)] if head else []
            titles = [self._title(h, _ABOVE + 2 * i) for i, h in enumerate(above)]
            groups = [np.concatenate(parts) for parts in (label, titles) if parts]
            self.headings[place] = tuple((g, 2.0 / sqrt(len(g))) for g in groups if len(g))
        return self.headings[place]

    def _title(self, span: Span, kind: int) -> Slots:
        first, last = self.words.within(span)
        last = min(last, first + _TITLE)
        return self.words.seen(first, last, kind, last)


# Settings are few: each is worked out once.
@lru_cache(maxsize=10_000)
def _of_zone(
    doc_type: str, zone: str, sure: bool, block: str, marker: bool, heading: bool, announces: bool
) -> Slots:
    """What a unit stands under and in, as words of our own."""
    said = (
        f"zone {zone}",
        f"zone {zone} {sure}",
        f"type {doc_type}",
        f"type {doc_type} {zone}",
        f"block {block}",
        f"marker {marker} {zone}",
        f"heading {heading}",
        f"announces {announces}",
    )
    return slots_of(said, _SETTING)


@lru_cache(maxsize=10_000)
def _of_cues(borne: tuple[str, ...], zone: str) -> Slots:
    """The cues that a unit bears, each by itself and in its zone."""
    placed = (f"{cue} in {zone}" for cue in borne or ("none",))
    return slots_of((*borne, *placed), _CUES)


@lru_cache(maxsize=10_000)
def _of_earlier_cues(borne: tuple[str, ...]) -> Slots:
    """The cues that the unit before bears."""
    return slots_of(borne, _EARLIER_CUES)


@lru_cache(maxsize=10_000)
def _of_place(tenth: int, first: bool, opens: bool, size: int, mark: str) -> Slots:
    """Where in the text a unit stands, how long it is and how it ends."""
    said = f"at {tenth}", f"opens {first} {opens}", f"long {size}", f"ends {mark}"
    return slots_of(said, _SETTING)


@lru_cache(maxsize=10_000)
def _of_last(zone: str, same: bool, announces: bool, heading: bool) -> Slots:
    """Where the unit before stands, and whether in the same block."""
    said = f"before {zone} {same}", f"before announces {announces} heading {heading}"
    return slots_of(said, _SETTING)
