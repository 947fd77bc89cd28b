"""Which reports the units write, before a word of them is written."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random

from pipeline.records import DocType, Level
from tests.made_archive.congresses import congresses, term
from tests.made_archive.model import Draft, Event, Unit
from tests.made_archive.naming import above, written
from tests.made_archive.tidings import tidings
from tests.made_archive.world import World

_YEARS = range(2011, 2027)
_SIZES: dict[Level, tuple[int, int]] = {
    "cell": (5, 30), "grassroots": (60, 300), "superior": (2000, 6000),
    "province": (40000, 60000), "central": (0, 0),
}  # fmt: skip
_NOW = date(2026, 10, 31)
_RATE_OF_OPEN = 0.05
"""Of the reports of units that share their name: how many say nothing of where they belong."""


def drafts(made: World, random: Random) -> list[Draft]:
    """Every report of every unit, and of each event those that tell of it, in the order of time."""
    found = []
    twins = Twins(made.units)
    for unit in made.units.values():
        members = _Members(unit, random)
        for draft in _of_unit(unit, made.units, members, random):
            _name(draft, twins, random)
            found.append(draft)
    found.sort(key=lambda d: (d.issued_on, d.unit.id, d.period))
    for number, draft in enumerate(found):
        draft.id = f"{number:06d}"
    _tell(found, made, random)
    return found


class _Members:
    """How many party members a unit has, from half-year to half-year."""

    def __init__(self, unit: Unit, random: Random) -> None:
        self.now = random.randint(*_SIZES[unit.level])
        self.random, self.wide = random, max(1, self.now // 60)
        self.moves: list[tuple[date, int, int]] = []

    def until(self, day: date) -> None:
        """Let half a year pass up to the day."""
        admitted, removed = (self.random.randint(0, self.wide) for _ in range(2))
        removed = min(removed, self.now - 3)
        self.now += admitted - removed
        self.moves.append((day, admitted, removed))

    def since(self, day: date) -> tuple[int, int]:
        """Those admitted and removed after a day."""
        found = [m for m in self.moves if m[0] > day]
        return sum(a for _, a, _ in found), sum(r for _, _, r in found)


def _of_unit(
    unit: Unit, units: Mapping[str, Unit], members: _Members, random: Random
) -> Iterator[Draft]:
    half_years = random.random() < 0.35 or unit.level in ("province", "superior")
    for year in _YEARS:
        members.until(date(year, 6, 30))
        for congress in congresses(unit.level, unit.halves):
            before = date.fromordinal(congress.toordinal() - 40 + random.randrange(20))
            if congress.year == year and year > 2012:
                yield from _made(unit, units, "self_review_report", before, None, members)
        if half_years:
            day = date(year, 7, random.randint(1, 20))
            yield from _made(unit, units, "summary_report", day, str(year), members)
        members.until(date(year, 12, 31))
        day = date(year, 12, random.randint(1, 28))
        yield from _made(unit, units, "self_review_report", day, str(year), members)
        if unit.level != "cell" and random.random() < 0.15:
            day = date(year + 1, 2, random.randint(1, 25))
            yield from _made(unit, units, "plan", day, str(year), members)


def _made(
    unit: Unit, units: Mapping[str, Unit], kind: DocType, day: date, year: str | None,
    members: _Members,
) -> Iterator[Draft]:  # fmt: skip
    """The report, if the unit then lives; without a year one of the whole term."""
    if not unit.lives(day) or day > _NOW or (unit.since and (day - unit.since).days < 20):
        return
    years = term(unit.level, unit.halves, day)
    start = {"summary_report": date(day.year, 1, 1), "plan": day}.get(kind, date(day.year, 1, 1))
    if year is None:
        start = date(int(years[:4]), 1, 1)
    parent = unit.parent(day)
    admitted, removed = members.since(start)
    yield Draft(
        "", kind, unit, units[parent] if parent else None, years, year or years, day.year, day,
        members.now, admitted, removed,
    )  # fmt: skip


class Twins:
    """The units, and which of them bear one name."""

    def __init__(self, units: Mapping[str, Unit]) -> None:
        self.units = units
        self._named: dict[str, list[Unit]] = {}
        for unit in units.values():
            self._named.setdefault(unit.name, []).append(unit)

    def of(self, unit: Unit, day: date) -> list[Unit]:
        """The other units of the name that live on a day."""
        return [u for u in self._named[unit.name] if u.id != unit.id and u.lives(day)]

    def shared(self, unit: Unit, day: date) -> bool:
        """Whether another unit of the day bears the same name."""
        return bool(self.of(unit, day))


def _name(draft: Draft, twins: Twins, random: Random) -> None:
    """How it writes its unit and the one above, and whether that leaves open which it is."""
    unit, parent, day, units = draft.unit, draft.parent, draft.issued_on, twins.units
    draft.states_term = random.random() < 0.5
    draft.written = written(unit, random)
    draft.place = _place(unit, units, day)
    draft.above = above(parent, random) if parent else None
    if twins.shared(unit, day) and random.random() < _RATE_OF_OPEN:
        draft.written, draft.place, draft.above, draft.open = unit.name, None, None, True
    elif unclear := _unclear(draft, twins):
        _place_in_words(draft, unclear, units, random)


def _unclear(draft: Draft, twins: Twins) -> Unit | None:
    """The commune that a letterhead names, where its name is that of others too.

    A commune under its district is clear; one right under a province is not where that has two.
    """
    day, parent = draft.issued_on, draft.parent
    if draft.unit.level == "cell" and parent is not None and twins.shared(parent, day):
        return parent
    if " xã " in draft.unit.name and parent is not None and parent.level == "province":
        same = [u for u in twins.of(draft.unit, day) if u.parent(day) == parent.id]
        return draft.unit if same else None
    return None


def _place_in_words(draft: Draft, commune: Unit, units: Mapping[str, Unit], random: Random) -> None:
    """The district of a commune said in words, or the report left open."""
    district = commune.parents[0][1]
    if district is None or "huyện" not in units[district].name:
        return
    name = f"{commune.name}, {units[district].name.removeprefix('Đảng bộ ')}"
    own = commune is draft.unit
    if random.random() < 0.9:
        draft.told.append(f"{name} có nhiều đổi mới." if own else f"Chi bộ trực thuộc {name}.")
    else:
        draft.open = True


def _place(unit: Unit, units: Mapping[str, Unit], day: date) -> str:
    """The place of its date line: its own commune, district or province."""
    here: Unit | None = unit
    while here is not None:
        for kind in ("xã", "thị trấn", "huyện", "tỉnh"):
            if here.name.startswith(f"Đảng bộ {kind} "):
                return here.name.removeprefix(f"Đảng bộ {kind} ")
        above = here.parent(day)
        here = units[above] if above else None
    return unit.province


def _tell(found: list[Draft], made: World, random: Random) -> None:
    """Put what became of units into reports of the time: of those it made, else of those above."""
    by_unit: dict[str, list[Draft]] = {}
    for draft in found:
        by_unit.setdefault(draft.unit.id, []).append(draft)
    for event in made.events:
        tellers = _tellers(event, made, by_unit)
        for draft in tellers[: 1 + random.randrange(2)]:
            draft.told.append(tidings(event, made.units, draft.issued_on, random))


def _tellers(event: Event, made: World, by_unit: Mapping[str, list[Draft]]) -> list[Draft]:
    """The reports after the event, of the units it made, of their parent, of those it ended."""
    parents = [made.units[s].parent(event.on) for s in event.sources]
    concerned = event.sources if event.kind == "moved" else event.targets
    order = [*concerned, *(p for p in parents if p)]
    day = event.on
    after = [d for u in order for d in by_unit.get(u, []) if d.issued_on >= day and not d.open]
    own = [d for s in event.sources for d in by_unit.get(s, []) if not d.open]
    return after or own[-1:]
