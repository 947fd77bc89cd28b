"""A second look at shortcomings and remedies by a trained model of their language.

The rules decide first. Where the model is sure that what they took for a remedy states a
shortcoming (or the other way about), it is read as that; where they found nothing and the model is
sure of a shortcoming, it is added. It takes no statement away, and leaves causes to the rules.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from extractors import lack, remedies, shortcomings
from extractors.passages import Passage
from extractors.sentences import trimmed
from extractors.statement_features import Unit, described, units
from pipeline.classifier import rows
from pipeline.model import Document, Span
from pipeline.records import Cause, Remedy, Shortcoming, Theme
from pipeline.reference import Reference

LABELS = ("none", "shortcoming", "cause", "remedy")
_TURNS = 0.8
"""From here on a shortcoming is read as a remedy, or a remedy as a shortcoming."""
_ADDS, _ADDS_TOLD = 0.8, 0.9
"""From here on a shortcoming is added that no rule found; in news and speeches, which tell of much
that is nobody's lack, from the second on."""
_MUTE = frozenset({"regulation", "guideline", "form"})
"""Documents that show how a shortcoming is to be written, or forbid it: left to the rules."""
_AT_A_TIME = 2000
"""Units weighed in one go: bounds the memory that a long document needs."""

Finding = Shortcoming | Cause | Remedy
Label = Literal["shortcoming", "remedy"]
_OTHER: dict[str, Label] = {"shortcoming": "remedy", "remedy": "shortcoming"}
Themes = Callable[[Span, Passage], tuple[Theme, ...]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Read:
    """A unit, the record that covers it, and what the model reads it as (None: no change)."""

    unit: Unit
    record: Finding | None
    new: Label | None


def reviewed(
    document: Document,
    reference: Reference,
    doc_type: str,
    passages: Sequence[Passage],
    found: Sequence[Finding],
    named: Themes,
) -> Iterator[Finding]:
    """The findings of the rules, corrected and completed; unchanged where there is no model.

    `named` gives the themes of a span in a passage.
    """
    if reference.statements is None or doc_type in _MUTE:
        yield from found
        return
    read = list(_second_look(document, reference, doc_type, passages, found))
    changed = {r.record.span for r in read if r.record and r.new}
    yield from (f for f in found if f.span not in changed)
    told = _Teller(document, doc_type, named)
    for record in found:
        if record.span in changed:
            yield from told.rest(record, [r for r in read if r.record is record])
    yield from told.new(read)


def _second_look(
    document: Document,
    reference: Reference,
    doc_type: str,
    passages: Sequence[Passage],
    found: Sequence[Finding],
) -> Iterator[_Read]:
    told = list(units(document, passages))
    covered = _covering(told, found)
    words = lack.cues(reference)
    least = _ADDS_TOLD if doc_type in remedies.TELLING else _ADDS
    chances = _chances(document, reference, told, doc_type)
    for unit, record, chance in zip(told, covered, chances, strict=True):
        new = _new(unit, record, chance, least)
        only = record is None and new and _only_turns(document, unit.span, words)
        yield _Read(unit, record, None if only else new)


def _chances(
    document: Document, reference: Reference, told: Sequence[Unit], doc_type: str
) -> Iterator[dict[str, float]]:
    """How likely each label is of each unit."""
    model = reference.statements
    if model is None:
        return
    for groups in _batches(described(document, told, doc_type)):
        for shares in model.probabilities(rows(groups)):
            yield dict(zip(model.labels, map(float, shares), strict=True))


def _batches(described: Iterable[T]) -> Iterator[list[T]]:
    batch: list[T] = []
    for groups in described:
        batch.append(groups)
        if len(batch) == _AT_A_TIME:
            yield batch
            batch = []
    if batch:
        yield batch


def _covering(told: Sequence[Unit], found: Sequence[Finding]) -> Iterator[Finding | None]:
    """For each unit the record that covers at least half of it, or None."""
    ordered = sorted(found, key=lambda f: f.span)
    at = 0
    for unit in told:
        while at < len(ordered) and ordered[at].span.end <= unit.span.start:
            at += 1
        record = ordered[at] if at < len(ordered) else None
        if record is None:
            yield None
            continue
        start = max(record.span.start, unit.span.start)
        common = min(record.span.end, unit.span.end) - start
        yield record if 2 * common >= len(unit.span) else None


def _new(
    unit: Unit, record: Finding | None, chance: dict[str, float], least: float
) -> Label | None:
    """What the unit is to be read as instead of what the rules say, or None."""
    if record is None:
        stands = unit.passage.heading or unit.passage.announces
        return "shortcoming" if chance["shortcoming"] >= least and not stands else None
    other = _OTHER.get(record.type)
    return other if other and chance[other] >= _TURNS else None


def _only_turns(document: Document, span: Span, words: lack.Cues) -> bool:
    """Whether a unit opens with a turn ("Tuy nhiên, …") and goes on without any word of lack."""
    key = document.key[span.start : span.end]
    return bool(words.contrast.match(key)) and not lack.lacks(lack.bare(key, words), words)


class _Teller:
    """Makes records of what was read anew."""

    def __init__(self, document: Document, doc_type: str, named: Themes) -> None:
        self.document, self.doc_type, self.named = document, doc_type, named

    def rest(self, record: Finding, read: Sequence[_Read]) -> Iterator[Finding]:
        """What is left of a record when the units read as something else are cut out of it."""
        start = record.span.start
        for i, one in enumerate(read):
            if one.new:
                if i and not read[i - 1].new:
                    yield self._part(record, Span(start, read[i - 1].unit.span.end), read[i - 1])
                start = one.unit.span.end
        if not read[-1].new:
            yield self._part(record, Span(start, record.span.end), read[-1])

    def _part(self, record: Finding, span: Span, read: _Read) -> Finding:
        span = trimmed(self.document, span)
        if isinstance(record, Cause):
            return replace(record, span=span)
        return replace(record, span=span, themes=self.named(span, read.unit.passage))

    def new(self, read: Sequence[_Read]) -> Iterator[Finding]:
        """The records of what the model found: a remedy an item, a shortcoming a clause."""
        last: _Read | None = None
        span = Span(0, 0)
        for one in read:
            goes_on = last is not None and one.new == "remedy" == last.new
            if goes_on and last and one.unit.passage.item == last.unit.passage.item:
                span = Span(span.start, one.unit.span.end)
                last = one
                continue
            if last and last.new:
                yield self._record(span, last)
            span, last = one.unit.span, one
        if last and last.new:
            yield self._record(span, last)

    def _record(self, span: Span, read: _Read) -> Finding:
        span, passage = trimmed(self.document, span), read.unit.passage
        found = self.named(span, passage)
        if read.new == "shortcoming":
            sort = shortcomings.kind(passage)
            return Shortcoming(span=span, rule="model_shortcoming", kind=sort, themes=found)
        head = passage.zone.head
        opened = self.document.key[head.start : head.end] if head else ""
        kind = remedies.kind("model_remedy", self.doc_type, opened)
        return Remedy(span=span, rule="model_remedy", kind=kind, themes=found)
