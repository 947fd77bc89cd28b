"""A unit as it is being found, and the order of levels."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from pipeline.records import Level
from pipeline.registry.homes import Home, Node
from pipeline.registry.names import DISTRICTS, PROVINCES, Kind
from pipeline.registry.sightings import Sighting

LEVELS: tuple[Level | None, ...] = ("central", "province", "superior", "grassroots", "cell", None)
"""From the top down; organisations of no level, such as mass organisations, last."""

RANK = {level: rank for rank, level in enumerate(LEVELS)}
_LATE = timedelta(days=120)
"""How long after its end a unit may still be written about."""


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


def assign(seen: Sighting, unit: Unit, reason: str) -> None:
    """Let a sighting be of a unit."""
    seen.unit, seen.reason = unit.index, seen.reason or reason
    unit.seen.append(seen)


def endings(body: str) -> Iterator[str]:
    """The last words of a name, which may be those of a place: two syllables or three."""
    words = body.split()
    yield from (" ".join(words[-n:]) for n in (2, 3) if len(words) > n + 1)
