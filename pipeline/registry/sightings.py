"""Where units are named: what a document is about, what stands above it, what it tells."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import duckdb

from pipeline.records import Level
from pipeline.registry.names import Name, Names
from pipeline.registry.settled import Told
from pipeline.text import key

_PLACE = re.compile(r"(?<![^\n|*>])\s*(?P<place>[^\W\d_][^\n,|:]{1,40}),\s*ngày\s", re.IGNORECASE)
"""The place of a date line: "Tân Mẫu, ngày 12 tháng 5 năm 2021"."""


@dataclass(slots=True)
class Sighting:
    """A name seen in a document, and what it comes to mean."""

    written: str
    name: Name
    level: Level | None
    page: "Page"
    role: str
    """`unit`: the document is about it; `parent`: it stands above; `told`: an event names it;
    `place`: another name ends with it."""
    day: date | None
    """The day of which the name is said."""
    unit: int | None = None
    """Index of the unit it turned out to be; None as long as that is open."""
    candidates: tuple[int, ...] = ()
    vague: bool = False
    """Whether many places have one of the name, and nothing says which place is meant."""
    reason: str = ""
    evidence: str | None = None


@dataclass(slots=True)
class Event:
    """What one sentence tells, with the sightings of its names."""

    page: "Page"
    kind: str
    sources: list[Sighting]
    targets: list[Sighting]
    day: str | None
    rule: str
    place: tuple[int, int]
    quote: str
    own: str | None = None
    """`sources` or `targets` where the document's own unit is meant there."""


@dataclass(slots=True)
class Page:
    """A document as far as units go."""

    document_id: str
    path: str
    day: date | None
    """Its date, else a day of the last year it speaks of."""
    place: str | None
    dated: bool = False
    about: Sighting | None = None
    parent: Sighting | None = None
    events: list[Event] = field(default_factory=list)


_DOCUMENTS = """
SELECT d.document_id, d.path, d.issued_on, d.unit, d.parent_unit, d.level,
    coalesce(regexp_extract(d.period, '(\\d{4})$', 1), regexp_extract(d.term, '(\\d{4})$', 1)),
    substr(t.text, 1, 1500)
FROM documents d LEFT JOIN texts t USING (document_id) ORDER BY d.document_id
"""
_TOLD = """
SELECT document_id, kind, sources, targets, day, rule, span_start, span_end, quote
FROM lineage_told ORDER BY document_id, span_start, rule
"""


def pages(connection: duckdb.DuckDBPyConnection, names: Names) -> list[Page]:
    """Every document with its sightings, in the order of ids."""
    found = [_page(row, names) for row in connection.execute(_DOCUMENTS).fetchall()]
    by_id = {p.document_id: p for p in found}
    for id, *told in connection.execute(_TOLD).fetchall():
        by_id[id].events.append(_event(by_id[id], told, names))
    return found


def sightings(page: Page) -> Iterator[Sighting]:
    """All of a document."""
    yield from (s for s in (page.about, page.parent) if s is not None)
    for event in page.events:
        yield from event.sources
        yield from event.targets


def _page(row: tuple[object, ...], names: Names) -> Page:
    id, path, issued_on, unit, parent, level, year, top = row
    day = issued_on if isinstance(issued_on, date) else None
    if day is None and year:
        day = date(int(str(year)), 12, 1)
    found = Page(str(id), str(path), day, _place(str(top or "")), issued_on is not None)
    if unit:
        about = _sighting(str(unit), found, "unit", names)
        about.level = about.level or level  # type: ignore[assignment]
        found.about = about
    if parent:
        found.parent = _sighting(str(parent), found, "parent", names)
    return found


def _place(top: str) -> str | None:
    m = _PLACE.search(top)
    return " ".join(key(m["place"]).split()) if m else None


def _sighting(written: str, page: Page, role: str, names: Names) -> Sighting:
    name = names.read(written)
    return Sighting(written, name, names.level(name), page, role, page.day)


def _event(page: Page, told: Sequence[object], names: Names) -> Event:
    kind, sources, targets, day, rule, start, end, quote = told
    sides = [[_sighting(w, page, "told", names) for w in side] for side in (sources, targets)]  # type: ignore[attr-defined]
    _date(sides[0], sides[1], str(day) if day else None, str(rule))
    own = "targets" if not sides[1] and kind != "dissolved" else None
    own = "sources" if not sides[0] else own
    return Event(
        page, str(kind), sides[0], sides[1], str(day) if day else None, str(rule),
        (int(str(start)), int(str(end))), str(quote), own,
    )  # fmt: skip


def told_by_person(lineage: Iterable[Told], names: Names) -> list[Page]:
    """What a person told, as if it stood in documents of its own."""
    found = []
    for told in lineage:
        page = Page("", "", first_day(told.day), None)
        quote = f"{', '.join(told.sources)} → {', '.join(told.targets) or '—'}"
        row = [told.kind, told.sources, told.targets, told.day, "settled", 0, 0, quote]
        page.events.append(_event(page, row, names))
        found.append(page)
    return found


def first_day(day: str | None) -> date | None:
    """The first day that `2020`, `2019-07` or `2025-07-01` can mean."""
    if day is None:
        return None
    year, *rest = (int(n) for n in day.split("-"))
    return date(year, *rest, *[1] * (2 - len(rest)))


def _date(sources: list[Sighting], targets: list[Sighting], day: str | None, rule: str) -> None:
    """Let units before an event be those of the day before; one that took others in is such."""
    on = first_day(day)
    if on is None:
        return
    before = on - timedelta(days=1)
    taking_in = {s.name for s in sources} if rule != "merged_into" else {t.name for t in targets}
    for seen in sources:
        seen.day = before
    for seen in targets:
        seen.day = before if seen.name in taking_in else on


def known_bodies(found: Iterable[Page]) -> Mapping[str, set[str]]:
    """Of party organisations named as such: body -> kinds ("cell", "party")."""
    kinds: dict[str, set[str]] = {}
    for page in found:
        for seen in sightings(page):
            if seen.name.kind != "other":
                kinds.setdefault(seen.name.body, set()).add(seen.name.kind)
    return kinds
