"""Sightings -> units: from the provinces down, those of one name and one home are one unit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.records import Level
from pipeline.registry import slips
from pipeline.registry.belonging import Belonging
from pipeline.registry.events import Happening, happenings
from pipeline.registry.homes import Home
from pipeline.registry.names import COMMUNES, DISTRICTS, PROVINCES, Kind, Name, Names
from pipeline.registry.settling import Settling, Texts
from pipeline.registry.sightings import Event, Page, Sighting, known_bodies, sightings
from pipeline.registry.unit import LEVELS, Unit, assign, endings

Group = tuple[Kind, str]
"""What sightings of one name share: kind and body."""

_OWN_PLACES = frozenset(tier.split(" ")[0] for tier in (*PROVINCES, *DISTRICTS, *COMMUNES))


class Builder:
    """Finds the units of an archive, level by level."""

    def __init__(
        self, pages: Sequence[Page], names: Names, texts: Texts, settled: Sequence[Page] = ()
    ) -> None:
        self.pages, self.names = pages, names
        self._told = (*pages, *settled)
        """Documents, and what a person told."""
        self._belonging = Belonging()
        self._settling = Settling(self._belonging, texts)
        self._happened: dict[Level | None, list[Happening]] = {}
        self._several = False
        """Whether documents come from more provinces than one."""

    @property
    def units(self) -> list[Unit]:
        """The units found so far."""
        return self._belonging.units

    @property
    def happened(self) -> list[Happening]:
        """What became of units, in the order of time."""
        return sorted((h for found in self._happened.values() for h in found), key=Happening.order)

    def build(self) -> None:
        """Give every sighting its unit, or leave it open."""
        found = list(self._all())
        for level in LEVELS:
            here = [s for s in found if s.level == level]
            self._belonging.next_level()
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
        groups: dict[Group, dict[Home, list[Sighting]]] = {}
        for seen in here:
            groups.setdefault((seen.name.kind, seen.name.body), {}).setdefault(
                self._belonging.home(seen), []
            ).append(seen)
        self._join_bare(groups)
        for group in sorted(groups):
            self._part(group, groups[group])

    def _join_bare(self, groups: dict[Group, dict[Home, list[Sighting]]]) -> None:
        """ "Trường Cao đẳng Sư phạm" is the one "… Bình Châu", where that place is its province."""
        places = {u.place for u in self.units if u.level in ("province", "superior")}
        full: dict[Group, list[Group]] = {}
        for kind, body in groups:
            own = body.split(" ")[0] in _OWN_PLACES
            for place in (p for p in endings(body) if p in places and not own):
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
        return any(not self._belonging.ages.agree(a, b) for a in some for b in others)

    def _part(self, group: Group, homes: Mapping[Home, list[Sighting]]) -> None:
        """Part the sightings of one name by their homes, the best told first."""
        units: list[Unit] = []
        order = sorted(homes, key=lambda h: (-h.told(), _first(homes[h]), str(h)))
        unclear: list[tuple[Home, list[Unit], bool]] = []
        for home in order:
            fits = [u for u in units if self._may_be(home, u)]
            vague = bool(fits) and self._says_nothing(group, home)
            if len(fits) > 1 or vague:
                unclear.append((home, fits, vague))
                continue
            unit = fits[0] if fits else self._new(group, homes[home][0].level, units)
            if home not in unit.homes:
                unit.homes.append(home)
            for seen in homes[home]:
                assign(seen, unit, "home" if len(units) > 1 else "name")
        for home, fits, vague in unclear:
            for seen in homes[home]:
                seen.candidates, seen.vague = tuple(u.index for u in fits), vague
        for unit in units:
            unit.tell((s.page.day or date.max, h) for h in unit.homes for s in homes[h])

    def _may_be(self, home: Home, unit: Unit) -> bool:
        return all(self._belonging.ages.agree(home, known) for known in unit.homes)

    def _says_nothing(self, group: Group, home: Home) -> bool:
        """Whether a name that many places have comes without a word of which place it is of."""
        known = home.province or home.district or home.parent
        return self._several and known is None and self.names.common(group[1])

    def _new(self, group: Group, level: Level | None, units: list[Unit]) -> Unit:
        unit = Unit(len(self.units), *group, level)
        self.units.append(unit)
        self._belonging.groups.setdefault(group, []).append(unit.index)
        units.append(unit)
        return unit

    def _settle(self, level: Level | None, here: Sequence[Sighting]) -> None:
        events = [e for p in self._told for e in p.events if _level(e) == level]
        self._settling.only_one(here)
        open_ = [s for s in here if s.unit is None and s.candidates]
        for _ in range(4):
            self._happen(level, events)
            left = [s for s in open_ if s.unit is None]
            changed = [s for s in left if self._settling.by_life(s)]
            changed += [s for e in events for s in self._settling.by_fellows(e)]
            if not changed:
                break
        self._settling.by_text([s for s in open_ if s.unit is None and s.role != "told"])
        self._happen(level, events)

    def _happen(self, level: Level | None, events: Sequence[Event]) -> None:
        """Work out anew what the events of a level mean for its units."""
        self._happened[level] = happenings(events, self.units)
        for happening in self._happened[level]:
            happening.apply(self.units, self._belonging.ages)


def _is_of(name: Name, above: Name) -> bool:
    """Whether a bare name ("Tỉnh ủy") means what the letterhead names above it."""
    return name.generic and bool(name.body) and above.body.startswith(f"{name.body} ")


def _level(event: Event) -> Level | None:
    """The level of what an event tells; of `moved` that of the units moved."""
    told = event.sources or event.targets
    return told[0].level


def _first(seen: Iterable[Sighting]) -> tuple[date, str]:
    return min((s.page.day or date.max, s.page.document_id) for s in seen)
