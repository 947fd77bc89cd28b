"""What names leave open, settled by what happened and by the words of the text; or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from pipeline.registry.belonging import Belonging
from pipeline.registry.homes import Home
from pipeline.registry.names import PROVINCES
from pipeline.registry.sightings import Event, Sighting, first_day
from pipeline.registry.unit import Unit, assign, endings
from pipeline.text import key

Texts = Callable[[Iterable[str]], Mapping[str, str]]
"""The texts of documents, by id."""


class Settling:
    """Chooses among the candidates of a sighting, where only one can be meant."""

    def __init__(self, belonging: Belonging, texts: Texts) -> None:
        self.belonging, self.texts = belonging, texts

    @property
    def units(self) -> list[Unit]:
        return self.belonging.units

    def only_one(self, here: Sequence[Sighting]) -> None:
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

    def by_life(self, seen: Sighting) -> bool:
        """The one of the candidates that lived on the day."""
        day = seen.day
        dated = seen.page.dated or seen.role == "told"
        if seen.name.generic or seen.vague or day is None or not dated:
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
        home = self.belonging.home(seen)
        return any(
            mine is not None and theirs is not None and mine[0] == theirs[0]
            for known in unit.homes
            for mine, theirs in zip(home[:3], known[:3], strict=True)
        )

    def by_fellows(self, event: Event) -> Iterator[Sighting]:
        """The one of the candidates that belongs where the others of the event belong."""
        told = [*event.sources, *event.targets]
        own = event.page.about.unit if event.page.about is not None else None
        for seen in told:
            if seen.unit is not None or not seen.candidates:
                continue
            fellows = [s.unit for s in told if s.unit is not None] + ([] if own is None else [own])
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
        one, two = (self._named_home(u).or_else(self.belonging.of(u, before)) for u in (a, b))
        for x, y in ((one.district, two.district), (one.province, two.province)):
            if x is not None and y is not None:
                return x == y
        return False

    def _named_home(self, unit: int) -> Home:
        """What its name tells: "Bệnh viện Đa khoa Bình Châu" was of tỉnh Bình Châu."""
        for place in endings(self.units[unit].body):
            for tier in PROVINCES:
                for province in self.belonging.groups.get(("party", f"{tier} {place}"), ()):
                    return Home(province=(province, 0))
        return Home()

    def by_text(self, left: Sequence[Sighting]) -> None:
        """The one of the candidates whose district, province or parent the text names."""
        texts = self.texts({s.page.document_id for s in left})
        for seen in left:
            if seen.name.generic:
                continue
            text = " ".join(key(texts.get(seen.page.document_id, "")).split())
            found = {u: [h for h in self._hints(u) if h in text] for u in seen.candidates}
            several = [set(h) for h in found.values()]
            shared = set.intersection(*several) if len(several) > 1 else set()
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
