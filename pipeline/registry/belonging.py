"""Where a sighting belongs: its province and district, of a cell also what stands above it."""

from collections.abc import Iterator
from datetime import date

from pipeline.registry.homes import Ages, Home
from pipeline.registry.names import DISTRICTS, PROVINCES, Kind, Tier
from pipeline.registry.sightings import Sighting
from pipeline.registry.unit import RANK, Unit


class Belonging:
    """The units found so far, and what follows from them for the sightings of the level below."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.groups: dict[tuple[Kind, str], list[int]] = {}
        """Kind and body of a name -> the units that bear it."""
        self.ages = Ages()
        self._known: dict[tuple[int, date | None], Home] = {}

    def next_level(self) -> None:
        """Forget where units belong, since more is known of it."""
        self._known.clear()

    def home(self, seen: Sighting) -> Home:
        """What the sighting says of where its unit belongs."""
        home = Home(tier=None if seen.name.place else seen.name.tier or self._tier_above(seen))
        for tier, place in seen.name.places:
            if place is not None:
                home = self._with_place(home, seen, tier, place, seen.day)
        for above in self._above(seen):
            if above.unit is not None and RANK[above.level] < RANK[seen.level]:
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
        found = self.groups.get(("party", f"{tier} {place}"), [])
        fits = [u for u in found if self._fits(home, u, day)]
        return self._with_unit(home, seen, fits[0], day) if len(fits) == 1 else home

    def _with_date_line(self, home: Home, seen: Sighting, place: str) -> Home:
        tiers = [t for t in (*PROVINCES, *DISTRICTS) if ("party", f"{t} {place}") in self.groups]
        if len(set(tiers)) != 1:
            return home
        return self._with_place(home, seen, tiers[0], place, seen.page.day)

    def _fits(self, home: Home, unit: int, day: date | None) -> bool:
        return self.ages.agree(home, self.of(unit, day)._replace(tier=None))

    def of(self, unit: int, day: date | None) -> Home:
        place = unit, day
        if place not in self._known:
            self._known[place] = self.units[unit].home(day)
        return self._known[place]

    def _with_unit(self, home: Home, seen: Sighting, unit: int, day: date | None) -> Home:
        """The home with what follows from standing under a unit, where nothing was known."""
        other = self.units[unit]
        if RANK[other.level] >= RANK[seen.level]:
            return home
        known = self.of(unit, day)
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
