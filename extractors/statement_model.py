"""A second look at shortcomings and remedies by a trained model of their language.

The rules decide first. Where the model is sure that what they took for a remedy states a
shortcoming, it is read as that; where they found nothing and it is sure of a shortcoming, that is
added, and so is a remedy that stands in a zone of remedies. Elsewhere it adds no remedy: of those
that it would add, most are wrong. It leaves causes to the rules.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from extractors import lack, remedies, remedy_kinds, shortcomings
from extractors.excuses import excuses
from extractors.passages import Passage
from extractors.sentences import trimmed
from extractors.statement_features import Unit, described_of, units
from pipeline.classifier import rows
from pipeline.model import Document, Span
from pipeline.records import Cause, Remedy, Shortcoming, Theme
from pipeline.reference import Reference

LABELS = ("none", "shortcoming", "cause", "remedy")
_TURNS = 0.8
"""From here on what the rules took for a remedy is read as a shortcoming."""
_ADDS, _ADDS_TOLD = 0.8, 0.9
"""From here on a shortcoming is added that no rule found; in news and speeches, which tell of much
that is nobody's lack, from the second on."""
_ADDS_REMEDY = 0.7
"""From here on a remedy is added that no rule found, in a zone of remedies."""
_MUTE = frozenset({"regulation", "guideline", "form"})
"""Documents that show how a shortcoming is to be written, or forbid it: left to the rules."""
_SETTLED = frozenset({"praise", "lesson", "goal", "target", "implementation", "other"})
"""Zones whose heading leaves nothing to a second look at what the rules left there: of 1,200 such
sentences it would change one."""
_PLAIN = frozenset({"prose_solution", "prose_decision"})
"""Rules of remedies that a word of an act guards well enough."""
_SHORT = 5
"""Spaces of a sentence that is too short to set something to be done ("Có bốn việc.")."""
_AT_A_TIME = 2000
"""Units weighed in one go: bounds the memory that a long document needs."""

Finding = Shortcoming | Cause | Remedy
Themes = Callable[[Span, Passage], tuple[Theme, ...]]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Read:
    """A unit, the record that covers it, and the label that the model gives it instead."""

    unit: Unit
    record: Finding | None
    new: str | None


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
    inside: dict[int, list[_Read]] = defaultdict(list)
    for one in read:
        inside[id(one.record)].append(one)
    for record in found:
        parts = inside[id(record)]
        if any(one.new for one in parts):
            yield from _rest(document, record, parts, named)
        else:
            yield record
    yield from (_added(document, doc_type, one, named) for one in read if one.new)


def _added(document: Document, doc_type: str, read: _Read, named: Themes) -> Finding:
    """The record of a unit that the model reads otherwise than the rules."""
    span, passage = trimmed(document, read.unit.span), read.unit.passage
    told = named(span, passage)
    if read.new == "remedy":
        head = passage.zone.head
        opened = document.key[head.start : head.end] if head else ""
        kind = remedy_kinds.kind("model_remedy", doc_type, opened)
        return Remedy(span=span, rule="model_remedy", kind=kind, themes=told)
    sort = shortcomings.kind(passage)
    return Shortcoming(span=span, rule="model_shortcoming", kind=sort, themes=told)


def _second_look(
    document: Document,
    reference: Reference,
    doc_type: str,
    passages: Sequence[Passage],
    found: Sequence[Finding],
) -> Iterator[_Read]:
    """The units that a record covers, and those that the model reads as a new one."""
    told = list(units(document, passages))
    covered = list(_covering(told, found))
    words = lack.cues(reference)
    least = _ADDS_TOLD if doc_type in remedies.TELLING else _ADDS
    asked = [_is_asked(unit, record) for unit, record in zip(told, covered, strict=True)]
    chances = _chances(document, reference, list(zip(told, asked, strict=True)), doc_type)
    for unit, record, ask in zip(told, covered, asked, strict=True):
        if not ask:
            if record is not None:
                yield _Read(unit, record, None)
            continue
        chance = next(chances)
        sure = chance["shortcoming"]
        if record is not None:
            yield _Read(unit, record, "shortcoming" if sure >= _TURNS else None)
        elif sure >= least and not _spares(document, unit, words):
            yield _Read(unit, record, "shortcoming")
        elif chance["remedy"] >= _ADDS_REMEDY and _sets_out(document, unit):
            yield _Read(unit, record, "remedy")


def _is_asked(unit: Unit, record: Finding | None) -> bool:
    """Whether the model has a say: on what the rules took for a remedy, and what they left."""
    if record is None:
        zone = unit.passage.zone
        settled = zone.sure and zone.kind in _SETTLED
        return not (settled or unit.passage.heading or unit.passage.announces)
    return record.type == "remedy" and record.rule not in _PLAIN


def _chances(
    document: Document, reference: Reference, told: Sequence[tuple[Unit, bool]], doc_type: str
) -> Iterator[dict[str, float]]:
    """How likely each label is of each unit that is asked for."""
    model = reference.statements
    if model is None:
        return
    for groups in _batches(described_of(document, told, doc_type, reference)):
        for shares in model.probabilities(rows(groups)):
            yield dict(zip(model.labels, shares.tolist(), strict=True))


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
    """For each unit the first record in it, where records cover at least half of it, or None."""
    ordered = sorted(found, key=lambda f: f.span)
    at = 0
    for unit in told:
        while at < len(ordered) and ordered[at].span.end <= unit.span.start:
            at += 1
        here = list(_within(unit.span, ordered, at))
        common = sum(_common(unit.span, record.span) for record in here)
        yield here[0] if here and 2 * common >= len(unit.span) else None


def _within(span: Span, ordered: Sequence[Finding], at: int) -> Iterator[Finding]:
    """The records from the one at `at` on that have to do with a span."""
    while at < len(ordered) and ordered[at].span.start < span.end:
        yield ordered[at]
        at += 1


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _sets_out(document: Document, unit: Unit) -> bool:
    """Whether a unit stands among remedies and does not close the document."""
    key = document.key[unit.span.start : unit.span.end]
    tells = key.count(" ") >= _SHORT and not key.endswith(":")
    closes = unit.passage.last or remedies.CLOSING.match(key) or remedies.ADDRESS.match(key)
    return unit.passage.zone.kind == "remedy" and tells and not closes


def _spares(document: Document, unit: Unit, words: lack.Cues) -> bool:
    """Whether a unit says that something bad is not there, was once, or only turns.

    One that opens with "Tuy nhiên" and has no word of lack only turns.
    """
    key = document.key[unit.span.start : unit.span.end]
    block = document.key[unit.passage.block.span.start : unit.span.end]
    absent = lack.absent(key, words)
    if absent and not lack.lacks(key[: absent.start()], words):
        return True
    if unit.passage.block.span.start == 0 and key[-1:] not in ".;!…":
        return True  # a headline
    if shortcomings.LONG_AGO.match(block):
        return True
    if excuses(key) or shortcomings.SLOT.search(key):
        return True
    if shortcomings.only_counts(key, words):
        return True
    if unit.passage.zone.kind == "praise" and shortcomings.DEALT_WITH.search(key):
        return True
    return bool(words.contrast.match(key)) and not lack.lacks(lack.bare(key, words), words)


def _rest(
    document: Document, record: Finding, read: Sequence[_Read], named: Themes
) -> Iterator[Finding]:
    """What is left of a record when the units read as something else are cut out of it."""
    start, last = record.span.start, None
    for one in read:
        if one.new:
            if last:
                yield _part(document, record, Span(start, last.unit.span.end), last, named)
            start, last = one.unit.span.end, None
        else:
            last = one
    if last:
        yield _part(document, record, Span(start, record.span.end), last, named)


def _part(document: Document, record: Finding, span: Span, read: _Read, named: Themes) -> Finding:
    span = trimmed(document, span)
    if isinstance(record, Cause):
        return replace(record, span=span)
    return replace(record, span=span, themes=named(span, read.unit.passage))
