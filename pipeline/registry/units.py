"""The stage that finds the units of an archive and fills the tables of the registry."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import duckdb

from pipeline.reference import Reference
from pipeline.registry import settled
from pipeline.registry.builder import Builder
from pipeline.registry.events import Happening
from pipeline.registry.filling import fill
from pipeline.registry.labels import labels
from pipeline.registry.names import Name, Names
from pipeline.registry.settling import Texts
from pipeline.registry.sightings import Page, Sighting, pages, told_by_person
from pipeline.registry.unit import Unit, assign
from pipeline.text import key

Row = tuple[object, ...]


def write(connection: duckdb.DuckDBPyConnection, words: Reference) -> None:
    """Fill the tables of units from the documents and from what a person settled."""
    decisions = settled.of_connection(connection)
    names = Names(words, decisions.names)
    told = told_by_person(decisions.lineage, names)
    builder = Builder(pages(connection, names), names, _texts(connection), told)
    builder.build()
    for table, rows in Registry(builder, decisions.documents, words).tables().items():
        fill(connection, table, rows)


def _texts(connection: duckdb.DuckDBPyConnection) -> Texts:
    def texts(ids: Iterable[str]) -> Mapping[str, str]:
        sql = "SELECT document_id, text FROM texts WHERE list_contains(?, document_id)"
        return dict(connection.execute(sql, [sorted(ids)]).fetchall())

    return texts


class Registry:
    """The units found, as rows: ids that stay, labels, lineage, what stayed open."""

    def __init__(self, builder: Builder, documents: Mapping[str, str], words: Reference) -> None:
        self.units, self.pages, self.happened = builder.units, builder.pages, builder.happened
        self.labels = labels(self.units, words)
        self.ids = _ids(self.units)
        self.failed = self._settle(documents)
        self.families = _families(self.units, self.happened)
        self.parents = {u.index: _parents(u) for u in self.units}

    def _settle(self, documents: Mapping[str, str]) -> list[tuple[str, str]]:
        """Let documents be about the units a person named; those entries that name none."""
        by_name = {n: p for p in self.pages for n in (p.document_id, p.path)}
        failed = []
        for document, label in documents.items():
            unit, page = find(self.labels, self.ids, label), by_name.get(document)
            if unit is None or page is None:
                failed.append((document, label))
                continue
            seen = page.about or Sighting(label, Name("other", ""), None, page, "unit", page.day)
            if seen.unit is not None:
                self.units[seen.unit].seen.remove(seen)
            page.about, seen.reason, seen.evidence = seen, "", label
            assign(seen, self.units[unit], "settled")
        return failed

    def tables(self) -> dict[str, list[Row]]:
        """Table -> rows, in the order of ids."""
        return {
            "unit_registry": sorted(self._registry(), key=str),
            "unit_aliases": sorted(self._aliases(), key=str),
            "unit_parents": sorted(self._above(), key=str),
            "unit_lineage": [self._lineage(h) for h in self.happened],
            "document_units": [self._document(p) for p in self.pages],
            "open_names": sorted(self._open(), key=str),
        }

    def _registry(self) -> Iterator[Row]:
        made = {h.target: h for h in reversed(self.happened) if h.kind != "moved" and not h.into}
        for unit in self.units:
            about = [s for s in unit.seen if s.role == "unit"]
            above = self.parents[unit.index]
            parent = self.ids[above[-1][0]] if above else None
            founding = _evidence(made[unit.index]) if unit.index in made else (None,) * 4
            reason = "documents" if about else "named" if unit.seen else "settled"
            yield (
                self.ids[unit.index], self.labels[unit.index], unit.level, parent,
                self.ids[self.families[unit.index]], unit.since, unit.until,
                len(about), reason, *founding,
            )  # fmt: skip

    def _aliases(self) -> Iterator[Row]:
        for unit in self.units:
            counts = Counter(s.written for s in unit.seen if s.role in ("unit", "parent"))
            about = Counter(s.written for s in unit.seen if s.role == "unit")
            yield from ((w, self.ids[unit.index], about[w], n) for w, n in counts.items())

    def _above(self) -> Iterator[Row]:
        for unit in self.units:
            for parent, first, last, documents in self.parents[unit.index]:
                yield self.ids[unit.index], self.ids[parent], first, last, documents

    def _lineage(self, happening: Happening) -> Row:
        moved = happening.kind == "moved"
        to = happening.source if moved else happening.target
        return (
            self.ids[happening.source], None if to is None else self.ids[to], happening.kind,
            happening.day, self.ids[happening.target] if moved and happening.target is not None
            else None, len(happening.events), *_evidence(happening), happening.by_person,
        )  # fmt: skip

    def _document(self, page: Page) -> Row:
        seen = page.about
        if seen is None:
            return page.document_id, None, None, "no_name", None
        unit = None if seen.unit is None else self.ids[seen.unit]
        return page.document_id, unit, seen.written, _reason(seen), seen.evidence

    def _open(self) -> Iterator[Row]:
        """The names that stay open, each with where it was seen and what it may mean."""
        groups: dict[tuple[str, str | None, str | None, str], list[Sighting]] = {}
        for page in self.pages:
            seen = page.about
            if seen is not None and seen.unit is None:
                above = page.parent.written if page.parent else None
                groups.setdefault((seen.written, above, page.place, _reason(seen)), []).append(seen)
        for place, found in groups.items():
            candidates = sorted({self.labels[u] for s in found for u in s.candidates})
            documents = sorted(s.page.document_id for s in found)
            yield (*place, candidates, len(documents), documents)
        for document, label in self.failed:
            yield label, None, None, "no_such_unit", [], 1, [document]


def _reason(seen: Sighting) -> str:
    """Why it is the unit it is, or why that stays open."""
    if seen.unit is not None:
        return seen.reason
    return "nameless" if seen.name.generic else "ambiguous"


def _evidence(happening: Happening) -> Row:
    event = happening.events[0]
    if happening.by_person:
        return None, None, None, event.quote
    return event.page.document_id, *event.place, event.quote


def _ids(units: Sequence[Unit]) -> list[str]:
    """The id of each unit, from its name and where it first belonged."""
    taken: Counter[str] = Counter()
    ids = [""] * len(units)
    for unit in sorted(units, key=_rank):
        home = unit.home(date.min)
        at = [units[n[0]].body if n else None for n in (home.province, home.district, home.parent)]
        tiers = {h.tier for h in unit.homes if h.tier} if home.province is None else set()
        root = repr((unit.kind, unit.body, *at, *sorted(tiers)))
        taken[root] += 1
        again = f"{root}{taken[root]}" if taken[root] > 1 else root
        ids[unit.index] = hashlib.sha256(again.encode()).hexdigest()[:12]
    return ids


def _rank(unit: Unit) -> tuple[date, str]:
    days = ((s.page.day or date.max, s.page.document_id) for s in unit.seen)
    return min(days, default=(date.max, str(unit.index)))


def _families(units: Sequence[Unit], happened: Iterable[Happening]) -> list[int]:
    """For each unit the one that stands for all it is linked with: the last of them."""
    head = list(range(len(units)))

    def root(unit: int) -> int:
        while head[unit] != unit:
            head[unit] = head[head[unit]]
            unit = head[unit]
        return unit

    for happening in happened:
        if happening.target is not None and happening.kind in ("renamed", "merged", "split"):
            head[root(happening.source)] = root(happening.target)
    return [root(u) for u in range(len(units))]


def _parents(unit: Unit) -> list[tuple[int, date | None, date | None, int]]:
    """What stood above it, in the order of time: unit, first and last day seen, documents."""
    days: dict[int, list[date]] = {}
    for seen in unit.seen:
        above = seen.page.parent if seen.role == "unit" else None
        if above is not None and above.unit is not None and above.unit != unit.index:
            days.setdefault(above.unit, []).append(seen.page.day or date.min)
    found = [
        (u, _known(min(d)), _known(max(d)), len(d))
        for u, d in sorted(days.items(), key=lambda e: (max(e[1]), len(e[1])))
    ]
    return found


def _known(day: date) -> date | None:
    return None if day == date.min else day


def find(shown: Sequence[str], ids: Sequence[str], label: str) -> int | None:
    """The unit that a person means by its label or id; None where that is none, or several."""
    wanted = key(label)
    found = [u for u, own in enumerate(shown) if key(own) == wanted or ids[u] == label]
    return found[0] if len(found) == 1 else None
