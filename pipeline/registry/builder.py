"""Sightings -> units: from the provinces down, those of one name and one home are one unit."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pipeline.records import Level
from pipeline.registry import slips
from pipeline.registry.events import Happening, happenings
from pipeline.registry.homes import Ages, Home, Node
from pipeline.registry.names import COMMUNES, DISTRICTS, PROVINCES, Kind, Name, Names, Tier
from pipeline.registry.sightings import (
    Event,
    Page,
    Sighting,
    first_day,
    known_bodies,
    sightings,
)
from pipeline.text import key

LEVELS: tuple[Level | None, ...] = ("central", "province", "superior", "grassroots", "cell", None)
_RANK = {level: rank for rank, level in enumerate(LEVELS)}
_LATE = timedelta(days=120)
"""How long after its end a unit may still be written about."""

_OWN_PLACES = frozenset(tier.split(" ")[0] for tier in (*PROVINCES, *DISTRICTS, *COMMUNES))

Texts = Callable[[Iterable[str]], Mapping[str, str]]
"""The texts of documents, by id."""


@dataclass(slots=True)
class Unit:
    """A unit as it is being found."""

    index: int
    kind: Kind
    body: str
    level: Level | None
    homes: list[Home] = field(default_factory=list)
    told: tuple[list[tuple[date, Node]], ...] = ([], [], [])
    """Province, district and parent as documents told them, by day."""
    seen: list[Sighting] = field(default_factory=list)
    since: date | None = None
    until: date | None = None

    @property
    def place(self) -> str | None:
        """Of the organisation of a province or district: the bare name of that place."""
        for tier in (*PROVINCES, *DISTRICTS):
            if self.body.startswith(f"{tier} "):
                return self.body.removeprefix(f"{tier} ")
        return None

    def lives(self, day: date | None) -> bool:
        """Whether a document of the day may be about it."""
        if day is None:
            return True
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until + _LATE)

    def home(self, day: date | None) -> Home:
        """Where it belongs on a day: what was last told by then, else what is told first."""
        province, district, parent = (_on(line, day) for line in self.told)
        return Home(province, district, parent)

    def tell(self, homes: Iterable[tuple[date, Home]]) -> None:
        """Take in what documents tell of where it belongs."""
        in_order = sorted(set(homes), key=lambda told: (told[0], str(told[1])))
        self.told = (
            [(d, h.province) for d, h in in_order if h.province is not None],
            [(d, h.district) for d, h in in_order if h.district is not None],
            [(d, h.parent) for d, h in in_order if h.parent is not None],
        )


def _on(line: list[tuple[date, Node]], day: date | None) -> Node | None:
    at = len(line) if day is None else bisect_right(line, day, key=lambda told: told[0])
    return line[max(0, at - 1)][1] if line else None


class Builder:
    """Finds the units of an archive, level by level."""

    def __init__(
        self, pages: Sequence[Page], names: Names, texts: Texts, settled: Sequence[Page] = ()
    ) -> None:
        self.pages, self.names, self.texts = pages, names, texts
        self._told = (*pages, *settled)
        """Documents, and what a person told."""
        self.units: list[Unit] = []
        self.ages = Ages()
        self._happened: dict[Level | None, list[Happening]] = {}
        self._several = False
        """Whether documents come from more provinces than one."""
        self._groups: dict[tuple[Kind, str], list[int]] = {}
        self._homes: dict[tuple[int, date | None], Home] = {}

    def build(self) -> None:
        """Give every sighting its unit, or leave it open."""
        found = list(self._all())
        for level in LEVELS:
            here = [s for s in found if s.level == level]
            self._homes.clear()
            slips.mend(here)
            self._place_generic(here)
            self._gather([s for s in here if not s.name.generic])
            self._settle(level, here)
            if level == "province":
                self._several = self._are_several()

    def _are_several(self) -> bool:
        provinces = (u for u in self.units if u.level == "province")
        own = [u for u in provinces if any(s.role in ("unit", "parent") for s in u.seen)]
        return len(own) > 1

    def _all(self) -> Iterator[Sighting]:
        """Every sighting, those of events under a party head, and the places that names bear."""
        kinds = known_bodies(self._told)
        for page in self._told:
            for seen in sightings(page):
                if seen.role == "told" and seen.name.kind == "other":
                    known: Kind = "cell" if kinds.get(seen.name.body) == {"cell"} else "party"
                    seen.name = replace(seen.name, kind=known)
                    seen.level = self.names.level(seen.name)
                yield seen
                yield from self._places_of(seen)

    def _places_of(self, seen: Sighting) -> Iterator[Sighting]:
        for i, (tier, place) in enumerate(seen.name.places):
            if place is not None and tier in (*PROVINCES, *DISTRICTS):
                name = Name("party", f"{tier} {place}", seen.name.places[i + 1 :])
                level = self.names.level(name)
                yield Sighting(f"{tier} {place}", name, level, seen.page, "place", seen.day)

    # Where a sighting belongs.

    def _home(self, seen: Sighting) -> Home:
        """What the sighting says of where its unit belongs."""
        home = Home(tier=None if seen.name.place else seen.name.tier or self._tier_above(seen))
        for tier, place in seen.name.places:
            if place is not None:
                home = self._with_place(home, seen, tier, place, seen.day)
        for above in self._above(seen):
            if above.unit is not None and _RANK[above.level] < _RANK[seen.level]:
                home = self._with_unit(home, seen, above.unit, seen.page.day)
        if seen.page.place is not None:
            home = self._with_date_line(home, seen, seen.page.place)
        return home

    def _tier_above(self, seen: Sighting) -> Tier | None:
        """The tier of a department's parent: "Đảng bộ Sở Y tế" under "Đảng ủy UBND tỉnh"."""
        above = seen.page.parent if seen.role == "unit" else None
        if above is None or not seen.name.body.startswith("sở "):
            return None
        return above.name.tier if above.name.tier in PROVINCES else None

    def _above(self, seen: Sighting) -> Iterator[Sighting]:
        page = seen.page
        around = (page.parent,) if seen.role == "unit" else (page.about, page.parent)
        yield from (s for s in around if s is not None and s is not seen)

    def _with_place(
        self, home: Home, seen: Sighting, tier: Tier, place: str, day: date | None
    ) -> Home:
        found = self._groups.get(("party", f"{tier} {place}"), [])
        fits = [u for u in found if self._fits(home, u, day)]
        return self._with_unit(home, seen, fits[0], day) if len(fits) == 1 else home

    def _with_date_line(self, home: Home, seen: Sighting, place: str) -> Home:
        tiers = [t for t in (*PROVINCES, *DISTRICTS) if ("party", f"{t} {place}") in self._groups]
        if len(set(tiers)) != 1:
            return home
        return self._with_place(home, seen, tiers[0], place, seen.page.day)

    def _fits(self, home: Home, unit: int, day: date | None) -> bool:
        return self.ages.agree(home, self._home_of(unit, day)._replace(tier=None))

    def _home_of(self, unit: int, day: date | None) -> Home:
        place = unit, day
        if place not in self._homes:
            self._homes[place] = self.units[unit].home(day)
        return self._homes[place]

    def _with_unit(self, home: Home, seen: Sighting, unit: int, day: date | None) -> Home:
        """The home with what follows from standing under a unit, where nothing was known."""
        other = self.units[unit]
        if _RANK[other.level] >= _RANK[seen.level]:
            return home
        known = self._home_of(unit, day)
        here = self.ages.at(unit, day)
        province = here if other.level == "province" else known.province
        if province is not None:
            province = self.ages.at(province[0], day)
        is_district = other.level == "superior" and other.place is not None
        district = here if is_district else known.district
        parent = here if seen.level == "cell" and other.level == "grassroots" else None
        return Home(
            home.province or province, home.district or district, home.parent or parent, home.tier
        )

    # Which sightings are one unit.

    def _place_generic(self, here: Sequence[Sighting]) -> None:
        """ "Đảng ủy xã" on a letter from An Mẫu is that of xã An Mẫu, where one is named so.

        And "Ban Tổ chức Tỉnh ủy" under "Tỉnh ủy Hà Mẫu" is its.
        """
        bodies = {s.name.body for s in here if s.name.kind == "party"}
        for seen in here:
            above = seen.page.parent
            if above is not None and seen.role == "unit" and _is_of(seen.name, above.name):
                seen.name, seen.reason = above.name, "organ"
            full = f"{seen.name.body} {seen.page.place}"
            if seen.name.generic and seen.name.kind == "party" and full in bodies:
                seen.name = replace(seen.name, body=full, generic=False)
                seen.reason, seen.evidence = "place", seen.page.place

    def _gather(self, here: Sequence[Sighting]) -> None:
        """Make the units of a level from the homes of its sightings."""
        groups: dict[tuple[Kind, str], dict[Home, list[Sighting]]] = {}
        for seen in here:
            groups.setdefault((seen.name.kind, seen.name.body), {}).setdefault(
                self._home(seen), []
            ).append(seen)
        self._join_bare(groups)
        for group in sorted(groups):
            self._part(group, groups[group])

    def _join_bare(self, groups: dict[tuple[Kind, str], dict[Home, list[Sighting]]]) -> None:
        """ "Trường Cao đẳng Sư phạm" is the one "… Bình Châu", where that place is its province."""
        places = {u.place for u in self.units if u.level in ("province", "superior")}
        full: dict[tuple[Kind, str], list[tuple[Kind, str]]] = {}
        for kind, body in groups:
            own = body.split(" ")[0] in _OWN_PLACES
            for place in (p for p in _endings(body) if p in places and not own):
                full.setdefault((kind, body.removesuffix(f" {place}")), []).append((kind, body))
        for bare, longer in full.items():
            if bare not in groups or bare[1] in ("", *PROVINCES, *DISTRICTS) or len(longer) > 1:
                continue
            if any(h.tier for h in groups[bare]) or self._clash(groups[bare], groups[longer[0]]):
                continue
            for home, seen in groups.pop(bare).items():
                groups[longer[0]].setdefault(home, []).extend(seen)

    def _clash(self, some: Iterable[Home], others: Iterable[Home]) -> bool:
        others = list(others)
        return any(not self.ages.agree(a, b) for a in some for b in others)

    def _part(self, group: tuple[Kind, str], homes: Mapping[Home, list[Sighting]]) -> None:
        """Part the sightings of one name by their homes, the best told first."""
        units: list[Unit] = []
        order = sorted(homes, key=lambda h: (-h.told(), _first(homes[h]), str(h)))
        unclear = []
        for home in order:
            fits = [u for u in units if self._may_be(home, u)]
            if len(fits) > 1 or (fits and self._says_nothing(group, home)):
                unclear.append((home, fits))
                continue
            unit = fits[0] if fits else self._new(group, homes[home][0].level, units)
            if home not in unit.homes:
                unit.homes.append(home)
            for seen in homes[home]:
                assign(seen, unit, "home" if len(units) > 1 else "name")
        for home, fits in unclear:
            for seen in homes[home]:
                seen.candidates = tuple(u.index for u in fits)
        for unit in units:
            unit.tell((s.page.day or date.max, h) for h in unit.homes for s in homes[h])

    def _may_be(self, home: Home, unit: Unit) -> bool:
        return all(self.ages.agree(home, known) for known in unit.homes)

    def _says_nothing(self, group: tuple[Kind, str], home: Home) -> bool:
        """Whether a name that many places have comes without a word of which place it is of."""
        known = home.province or home.district or home.parent
        return self._several and known is None and self.names.common(group[1])

    def _new(self, group: tuple[Kind, str], level: Level | None, units: list[Unit]) -> Unit:
        unit = Unit(len(self.units), *group, level)
        self.units.append(unit)
        self._groups.setdefault(group, []).append(unit.index)
        units.append(unit)
        return unit

    # What is left open is settled by what happened, then by the words of the text.

    def _settle(self, level: Level | None, here: Sequence[Sighting]) -> None:
        events = [e for p in self._told for e in p.events if _level(e) == level]
        self._only_one(here)
        open_ = [s for s in here if s.unit is None and s.candidates]
        for _ in range(4):
            self._happen(level, events)
            left = [s for s in open_ if s.unit is None]
            changed = [s for s in left if self._by_life(s)]
            changed += [s for e in events for s in self._by_fellows(e)]
            if not changed:
                break
        self._by_text([s for s in open_ if s.unit is None and s.role != "told"])
        self._happen(level, events)

    def _only_one(self, here: Sequence[Sighting]) -> None:
        """A bare "Tỉnh ủy" in the archive of one province; other bare names stay open."""
        for seen in here:
            if seen.name.generic and seen.role != "told":
                start = f"{seen.name.body} " if seen.name.body else ""
                named = [u for u in self.units if u.level == seen.level and u.kind == seen.name.kind
                         and start and u.body.startswith(start)]  # fmt: skip
                if len(named) == 1 and seen.level == "province":
                    assign(seen, named[0], "only_one")
                elif len(named) <= 20:
                    seen.candidates = tuple(u.index for u in named)

    def _happen(self, level: Level | None, events: Sequence[Event]) -> None:
        """Work out anew what the events of a level mean for its units."""
        self._happened[level] = happenings(events, self.units)
        for happening in self._happened[level]:
            happening.apply(self.units, self.ages)

    @property
    def happened(self) -> list[Happening]:
        """What became of units, in the order of time."""
        return sorted((h for found in self._happened.values() for h in found), key=Happening.order)

    def _by_life(self, seen: Sighting) -> bool:
        """The one of the candidates that lived on the day."""
        day = seen.day
        dated = seen.page.dated or seen.role == "told"
        if seen.name.generic or day is None or not dated:
            return False
        left = [self.units[u] for u in seen.candidates if self.units[u].lives(day)]
        there = [u for u in left if u.until is None or day < u.until]
        if len(left) > 1 and len(there) == 1 and self._always_there(seen, there[0]):
            left = there
        if len(left) != 1:
            return False
        assign(seen, left[0], "lineage")
        return True

    def _always_there(self, seen: Sighting, unit: Unit) -> bool:
        """Whether it belonged before where the sighting says, not to what became part of that."""
        home = self._home(seen)
        return any(
            mine is not None and theirs is not None and mine[0] == theirs[0]
            for known in unit.homes
            for mine, theirs in zip(home[:3], known[:3], strict=True)
        )

    def _by_fellows(self, event: Event) -> Iterator[Sighting]:
        """The one of the candidates that belongs where the others of the event belong."""
        told = [*event.sources, *event.targets]
        own = event.page.about.unit if event.page.about is not None else None
        for seen in told:
            if seen.unit is not None or not seen.candidates:
                continue
            fellows = [s.unit for s in told if s.unit is not None] + ([own] if own else [])
            left = [u for u in seen.candidates if u == own] or [
                u for u in seen.candidates
                if any(self._neighbours(u, f, first_day(event.day)) for f in fellows)
            ]  # fmt: skip
            if len(left) == 1:
                assign(seen, self.units[left[0]], "fellows")
                yield seen

    def _neighbours(self, a: int, b: int, on: date | None) -> bool:
        """Whether both belonged to one district, or one province, before an event."""
        before = on - timedelta(days=1) if on is not None else None
        one, two = (self._named_home(u).or_else(self._home_of(u, before)) for u in (a, b))
        for x, y in ((one.district, two.district), (one.province, two.province)):
            if x is not None and y is not None:
                return x == y
        return False

    def _named_home(self, unit: int) -> Home:
        """What its name tells: "Bệnh viện Đa khoa Bình Châu" was of tỉnh Bình Châu."""
        for place in _endings(self.units[unit].body):
            for tier in PROVINCES:
                for province in self._groups.get(("party", f"{tier} {place}"), ()):
                    return Home(province=(province, 0))
        return Home()

    def _by_text(self, left: Sequence[Sighting]) -> None:
        """The one of the candidates whose district, province or parent the text names."""
        texts = self.texts({s.page.document_id for s in left})
        for seen in left:
            if seen.name.generic:
                continue
            text = " ".join(key(texts.get(seen.page.document_id, "")).split())
            found = {u: [h for h in self._hints(u) if h in text] for u in seen.candidates}
            shared = set.intersection(*(set(h) for h in found.values()))
            telling = {u: [h for h in hints if h not in shared] for u, hints in found.items()}
            left_over = [u for u, hints in telling.items() if hints]
            if len(left_over) == 1:
                assign(seen, self.units[left_over[0]], "text")
                seen.evidence = telling[left_over[0]][0]

    def _hints(self, unit: int) -> Iterator[str]:
        """The names of what the unit ever belonged to, as a text would have them."""
        nodes = {n for home in self.units[unit].homes for n in home[:3] if isinstance(n, tuple)}
        for body in sorted({self.units[node[0]].body for node in nodes}):
            first, _, rest = body.partition(" ")
            if rest:
                yield body
                yield f"{first} ủy {rest}"


def _is_of(name: Name, above: Name) -> bool:
    """Whether a bare name ("Tỉnh ủy") means what the letterhead names above it."""
    return name.generic and bool(name.body) and above.body.startswith(f"{name.body} ")


def assign(seen: Sighting, unit: Unit, reason: str) -> None:
    seen.unit, seen.reason = unit.index, seen.reason or reason
    unit.seen.append(seen)


def _level(event: Event) -> Level | None:
    """The level of what an event tells; of `moved` that of the units moved."""
    told = event.sources or event.targets
    return told[0].level


def _first(seen: Iterable[Sighting]) -> tuple[date, str]:
    return min((s.page.day or date.max, s.page.document_id) for s in seen)


def _endings(body: str) -> Iterator[str]:
    words = body.split()
    yield from (" ".join(words[-n:]) for n in (2, 3) if len(words) > n + 1)
