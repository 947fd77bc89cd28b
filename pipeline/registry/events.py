"""What sentences tell of units, taken together: one happening for many tellings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.registry.homes import Ages
from pipeline.registry.sightings import Event, first_day

if TYPE_CHECKING:
    from pipeline.registry.unit import Unit

SETTLED = "settled"
"""The rule of an event that a person told."""

_BEFORE = timedelta(days=45)
"""A unit that was written about so long before its founding was there already."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What became of a unit. Of `moved`, `target` is its new parent; of `dissolved` there is none.

    `day` is as precise as the best telling of it; `events` are the tellings, the best first.
    """

    kind: str
    source: int
    target: int | None
    day: str | None
    events: tuple[Event, ...]
    into: bool
    """Whether the target was there before and took the source in."""

    @property
    def by_person(self) -> bool:
        """Whether a person told it."""
        return self.events[0].rule == SETTLED

    @property
    def on(self) -> date | None:
        """The first day it can have been."""
        return first_day(self.day)

    def order(self) -> tuple[str, str, int, int]:
        """Its place in the order of time."""
        return self.day or "", self.kind, self.source, -1 if self.target is None else self.target

    def apply(self, units: Sequence["Unit"], ages: Ages) -> None:
        """Let units begin and end by it, and one age come out of another."""
        on = self.on
        if on is not None and self.kind != "moved":
            self._bound(units, on)
        if self.kind in ("merged", "renamed", "split") and self.target is not None:
            if self.into and on is not None:
                days = ages.taken_in.setdefault(self.target, [])
                if on not in days:
                    days.append(on)
                    days.sort()
            before = on - timedelta(days=1) if on else None
            ages.follow(ages.at(self.source, before), ages.at(self.target, on))

    def _bound(self, units: Sequence["Unit"], on: date) -> None:
        source = units[self.source]
        if source.until is None or on < source.until:
            source.until = on
        if self.target is not None and not self.into:
            target = units[self.target]
            if target.since is None or on > target.since:
                target.since = on


def happenings(events: Sequence[Event], units: Sequence["Unit"]) -> list[Happening]:
    """What the events tell, each thing once, in the order of time."""
    told: dict[tuple[str, int, int | None], list[tuple[Event, bool]]] = {}
    for event in events:
        for kind, source, target, into in _links(event, units):
            told.setdefault((kind, source, target), []).append((event, into))
    merged = {(s, t) for kind, s, t in told if kind in ("merged", "split")}
    found = [
        _happening(place, tellings, units)
        for place, tellings in told.items()
        if not (place[0] == "renamed" and (place[1], place[2]) in merged)
        and not _turned_back(place, told)
    ]
    return sorted(found, key=Happening.order)


def _turned_back(
    place: tuple[str, int, int | None],
    told: dict[tuple[str, int, int | None], list[tuple[Event, bool]]],
) -> bool:
    """Whether others tell it the other way round, and more of them."""
    kind, source, target = place
    if kind in ("moved", "dissolved") or target is None:
        return False
    back = sum(len(told.get((k, target, source), ())) for k in ("renamed", "merged", "split"))
    return back > len(told[place]) or (back == len(told[place]) and target < source)


def _links(event: Event, units: Sequence["Unit"]) -> Iterator[tuple[str, int, int | None, bool]]:
    """(kind, source, target, into) of each pair of units that an event links."""
    about = event.page.about
    own = about.unit if about is not None else None
    sides = {"sources": [s.unit for s in event.sources], "targets": [t.unit for t in event.targets]}
    if event.own is not None:
        sides[event.own] = [own]
    sources = [s for s in sides["sources"] if s is not None]
    targets = [t for t in sides["targets"] if t is not None]
    into = event.rule == "merged_into" or bool(set(sources) & set(targets))
    if event.kind == "dissolved":
        yield from (("dissolved", s, None, False) for s in sources)
        return
    for source in sources:
        for target in targets:
            if source != target and _sound(event.kind, units[source], units[target]):
                yield event.kind, source, target, into


_ORDER = ("central", "province", "superior", "grassroots", "cell")


def _sound(kind: str, source: "Unit", target: "Unit") -> bool:
    """Whether the levels fit: a unit becomes one of its own level, and moves under a higher one."""
    if source.level is None or target.level is None:
        return False
    if kind == "moved":
        return _ORDER.index(target.level) < _ORDER.index(source.level)
    return source.level == target.level


def _happening(
    place: tuple[str, int, int | None], tellings: list[tuple[Event, bool]],
    units: Sequence["Unit"],
) -> Happening:  # fmt: skip
    kind, source, target = place
    days: dict[str, int] = {}
    for event, _ in tellings:
        if event.day:
            days[event.day] = days.get(event.day, 0) + 1
    day = min(days, key=lambda d: (-len(d), -days[d], d)) if days else None
    order = sorted(
        (e for e, _ in tellings),
        key=lambda e: (
            e.rule != SETTLED,
            e.day != day,
            e.page.day or date.max,
            e.page.document_id,
            e.place,
        ),
    )
    into = any(i for _, i in tellings) or _was_there(target, day, units)
    return Happening(kind, source, target, day, tuple(order), kind == "merged" and into)


def _was_there(target: int | None, day: str | None, units: Sequence["Unit"]) -> bool:
    """Whether documents were about the unit well before the day."""
    if target is None or day is None or len(day) < 10:
        return False
    first = date.fromisoformat(day) - _BEFORE
    return any(
        s.role == "unit" and s.page.day is not None and s.page.day < first
        for s in units[target].seen
    )
