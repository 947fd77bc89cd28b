"""Where a unit belongs: what a sighting says of it, and which of two homes agree."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

Node = tuple[int, int]
"""A unit in one of its ages: a unit that takes others in begins another age."""


class Home(NamedTuple):
    """What is known of where a unit belongs; None where nothing is."""

    province: Node | None = None
    district: Node | None = None
    parent: Node | None = None
    """Of a cell: the organisation right above."""
    tier: str | None = None
    """The tier its name tells: "Khối các cơ quan tỉnh"."""

    def or_else(self, other: "Home") -> "Home":
        """This home, and what the other knows where this one knows nothing."""
        return Home(
            self.province or other.province, self.district or other.district,
            self.parent or other.parent, self.tier or other.tier,
        )  # fmt: skip

    def told(self) -> int:
        """How much is known."""
        return sum(x is not None for x in self)


@dataclass(slots=True)
class Ages:
    """The ages of units, and which age came out of which."""

    taken_in: dict[int, list[date]] = field(default_factory=dict)
    """Unit -> the days on which it took others in, in order."""
    _next: dict[Node, set[Node]] = field(default_factory=dict)
    _after: dict[Node, frozenset[Node]] = field(default_factory=dict)

    def at(self, unit: int, day: date | None) -> Node:
        """The unit in the age of a day; of no day in its last."""
        days = self.taken_in.get(unit, [])
        return unit, len(days) if day is None else bisect_right(days, day)

    def follow(self, source: Node, target: Node) -> None:
        """Let one age come out of another."""
        if source != target:
            self._next.setdefault(source, set()).add(target)
            self._after.clear()

    def related(self, a: Node, b: Node) -> bool:
        """Whether they are one, or one came out of the other."""
        return a == b or b in self.after(a) or a in self.after(b)

    def after(self, node: Node) -> frozenset[Node]:
        """All that came out of an age, through any number of events."""
        if node not in self._after:
            found: set[Node] = set()
            waiting = list(self._direct(node))
            while waiting:
                here = waiting.pop()
                if here not in found:
                    found.add(here)
                    waiting += self._direct(here)
            self._after[node] = frozenset(found)
        return self._after[node]

    def _direct(self, node: Node) -> Iterable[Node]:
        unit, age = node
        own = {(unit, age + 1)} if age < len(self.taken_in.get(unit, [])) else set()
        return own | self._next.get(node, set())

    def agree(self, a: Home, b: Home) -> bool:
        """Whether both can be said of one unit."""
        if a.tier is not None and b.tier is not None and a.tier != b.tier:
            return False
        return all(
            x is None or y is None or self.related(x, y)
            for x, y in ((a.province, b.province), (a.district, b.district), (a.parent, b.parent))
        )
