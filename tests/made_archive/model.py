"""What the invented archive is made of, and what is true of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random
from typing import Literal, Protocol

from pipeline.records import DocType, Level

Slot = Literal[
    "situation",  # how the organisation is made up: party members, cells, committee
    "results",  # what was done, in prose
    "indicators",  # one target and what became of it, a line each
    "oversight",  # inspection, supervision, discipline
    "ratings",  # grades of members and organisations
    "shortcomings",
    "causes",
    "remedies",
]
Lineage = Literal["renamed", "merged", "split", "moved", "dissolved"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A party organisation; one that only changed its name is another unit after it."""

    id: str
    name: str
    """Its own name, e.g. `Đảng bộ Sở Y tế`; two units may bear the same."""
    level: Level
    province: str
    """The bare name of its province at the start, e.g. `Đông Lĩnh`."""
    parents: tuple[tuple[date, str | None], ...]
    """The id of the unit above it, from each day on."""
    since: date | None = None
    until: date | None = None
    halves: bool = False
    """Whether its congress meets twice in five years, as that of many cells: `2020 - 2022`."""
    short: str | None = None
    """How offices shorten its name, e.g. `SYT`."""

    def parent(self, on: date) -> str | None:
        """The id of the unit above it on a day."""
        return [p for since, p in self.parents if since <= on][-1]

    def lives(self, on: date) -> bool:
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True, slots=True)
class Event:
    """What became of units: `moved` has the unit as source and its new parent as target."""

    kind: Lineage
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    on: date


@dataclass(frozen=True, slots=True)
class Planted:
    """A sentence as it stands in a report."""

    draft: str
    slot: Slot
    words: str


@dataclass(slots=True)
class Draft:
    """A report before it is written; planters add to its slots."""

    id: str
    kind: DocType
    unit: Unit
    parent: Unit | None
    term: str
    """The term it belongs to by the calendar of its level, e.g. `2015-2020`."""
    period: str
    """What it reports on: `2018`, or the whole term `2015-2020`."""
    year: int
    issued_on: date
    members: int
    """Party members of the unit then; from year to year it moves by what `admitted` says."""
    admitted: int
    removed: int
    title: str = ""
    states_term: bool = True
    """Whether the text says which term it is."""
    written: str = ""
    """The unit as this report writes it."""
    above: str | None = None
    """The unit above as its letterhead writes it."""
    open: bool = False
    """Whether the text rightly leaves open which unit it is."""
    place: str | None = None
    """The place of its date line."""
    told: list[str] = field(default_factory=list)
    """Sentences that tell what became of units."""
    slots: dict[Slot, list[str]] = field(default_factory=dict)

    def add(self, slot: Slot, words: str) -> Planted:
        """Put a sentence into a slot."""
        self.slots.setdefault(slot, []).append(words)
        return Planted(self.id, slot, words)


@dataclass(frozen=True)
class Plan:
    """Units, what becomes of them, and the reports to be written, in the order of time."""

    units: Mapping[str, Unit]
    events: Sequence[Event]
    drafts: Sequence[Draft]

    def of(self, unit: str) -> list[Draft]:
        """The drafts of a unit, in the order of time."""
        return self._by_unit.get(unit, [])

    def history(self, unit: str) -> list[Draft]:
        """The drafts of a unit and of those it comes from, in the order of time."""
        found = [d for u in sorted(self.ancestry(unit)) for d in self.of(u)]
        return sorted(found, key=lambda d: (d.issued_on, d.id))

    def ancestry(self, unit: str) -> set[str]:
        """The unit and all it comes from by renaming, merging and splitting."""
        found, waiting = set(), [unit]
        while waiting:
            here = waiting.pop()
            if here not in found:
                found.add(here)
                waiting += self._sources.get(here, [])
        return found

    def former(self, draft: Draft) -> Draft | None:
        """The same kind of report of the same unit for the year before."""
        return next(
            (d for d in self.of(draft.unit.id)
             if d.kind == draft.kind and d.year == draft.year - 1
             and (d.period == d.term) == (draft.period == draft.term)), None
        )  # fmt: skip

    @cached_property
    def _by_unit(self) -> dict[str, list[Draft]]:
        found: dict[str, list[Draft]] = {}
        for draft in self.drafts:
            found.setdefault(draft.unit.id, []).append(draft)
        return found

    @cached_property
    def _sources(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for event in self.events:
            for target in event.targets if event.kind not in ("moved", "dissolved") else ():
                found.setdefault(target, []).extend(event.sources)
        return found


class Planter(Protocol):
    """Adds sentences to the drafts and returns what is true of them."""

    name: str

    def plant(self, plan: Plan, random: Random) -> object: ...


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it is written: its file, its text, and the draft it was made from."""

    draft: Draft
    path: str
    text: str
    document_id: str
    """The id that reading gives it, from its bytes."""


@dataclass(frozen=True)
class Truth:
    """The whole archive and what is true of it."""

    plan: Plan
    reports: tuple[Report, ...]
    planted: Mapping[str, object]
    """By the name of the planter, what it returned."""

    def report(self, planted: Planted) -> Report:
        """The report a planted sentence stands in."""
        return self._by_draft[planted.draft]

    @cached_property
    def _by_draft(self) -> dict[str, Report]:
        return {r.draft.id: r for r in self.reports}
