"""The stage that places each document in a term, and says why; the stated term stays as stated."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

import duckdb

from extractors.congresses import rank
from pipeline.records import Level
from pipeline.reference import Reference
from pipeline.registry import ordinals
from pipeline.registry.calendar import term_of, term_of_year
from pipeline.registry.filling import fill
from pipeline.text import key

_FIVE_YEARS = 5
_EIGHTH = 1996
"""The year of the national congress VIII."""

_CENTRAL_TERM = re.compile(r"khóa ([ivx]+)(?!\w)")
_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
_NOT_PARTY = re.compile(r"(?:tổng )?(?:công đoàn|liên đoàn|đoàn|hội|ủy ban mặt trận)\b|\w+ đoàn\b")
"""Mass organisations hold their congresses at times of their own."""
_LOOKS_BACK = ("self_review_report", "summary_report", "political_report")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a document says of its time."""

    document_id: str
    doc_type: str | None
    level: Level | None
    unit: str | None
    family: str | None
    stated: str | None
    period: str | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Placed:
    """The term of a document, why, and the words or dates it rests on."""

    term: str | None
    reason: str
    evidence: str | None = None


_DOCUMENTS = """
SELECT d.document_id, d.doc_type, coalesce(r.level, d.level), d.unit, r.family_id,
    d.term, d.period, d.issued_on
FROM documents d LEFT JOIN document_units u USING (document_id)
LEFT JOIN unit_registry r USING (unit_id)
WHERE d.status <> 'failed' ORDER BY d.document_id
"""


def write(connection: duckdb.DuckDBPyConnection, _: Reference) -> None:
    """Fill `document_terms`."""
    found = [Dated(*row) for row in connection.execute(_DOCUMENTS).fetchall()]
    habits = _habits(found)
    placed = {d.document_id: place(d, habits.get(d.family or "", ())) for d in found}
    cited = ordinals.cited(connection)
    told = ordinals.told(cited, {id: p.term for id, p in placed.items()})
    for document in found:
        if placed[document.document_id].term is None:
            placed[document.document_id] = (
                _by_ordinal(document, cited, told) or placed[document.document_id]
            )
    fill(connection, "document_terms", [
        (d.document_id, d.stated, p.term, p.reason, p.evidence)
        for d in found for p in (placed[d.document_id],)
    ])  # fmt: skip


def _by_ordinal(
    document: Dated, cited: ordinals.Cited, told: Mapping[ordinals.Congress, str]
) -> Placed | None:
    """The term of the one congress of its own unit that a document cites."""
    congresses = cited.get(document.document_id, ())
    terms = {told[c] for c in congresses if c in told}
    if len(congresses) != 1 or len(terms) != 1:
        return None
    return Placed(terms.pop(), "ordinal", congresses[0].ordinal)


def place(document: Dated, habit: Iterable[str]) -> Placed:
    """The term of a document: stated, of its years, of its day; or open, and why.

    `habit` are the terms that documents of the same unit state.
    """
    if document.stated:
        return Placed(document.stated, "stated", document.stated)
    own = [t for t in habit if _length(t) < _FIVE_YEARS]
    if document.level == "central" and (of := _CENTRAL_TERM.search(key(document.unit or ""))):
        first = _EIGHTH + _FIVE_YEARS * (rank(of[1]) - 8)
        return Placed(f"{first}-{first + _FIVE_YEARS}", "ordinal", of[0])
    if document.level == "cell" and own:
        return _of_own_calendar(document, own)
    if document.level is None:
        return Placed(None, "no_level")
    if _NOT_PARTY.match(key(document.unit or "")):
        return Placed(None, "not_party")
    if document.level == "cell" and not habit:
        # Cells meet every five years or twice in five, and nothing tells which.
        return Placed(None, "unknown_calendar")
    return _of_calendar(document, document.level)


def _of_calendar(document: Dated, level: Level) -> Placed:
    years = _years(document.period)
    if years is not None and (term := _of_years(level, *years, document)) is not None:
        return Placed(term, "period", document.period)
    if years is not None and document.day is None:
        reason = "year_of_congress" if years[0] == years[1] else "several_terms"
        return Placed(None, reason, document.period)
    if document.day is None:
        return Placed(None, "no_date")
    day = _written_about(document, document.day)
    term = term_of(level, day)
    reason = "year_of_congress" if term is None else "date"
    return Placed(term, reason, document.day.isoformat())


def _of_years(level: Level, first: int, last: int, document: Dated) -> str | None:
    """The term that holds all the years reported on, a term's own years among them."""
    if last - first == _FIVE_YEARS and term_of_year(level, first) is None:
        return f"{first}-{last}"
    terms = {term_of_year(level, year) for year in range(first, last + 1)}
    terms.discard(None)
    if len(terms) == 1 and first != last:
        return cast(str, terms.pop())
    return term_of_year(level, first) if first == last else None


def _written_about(document: Dated, day: date) -> date:
    """The day that counts: of a report on a year gone by the last of that year."""
    years = _years(document.period)
    if years is not None and years[1] < day.year and document.doc_type in _LOOKS_BACK:
        return date(years[1], 12, 31)
    return day


def _of_own_calendar(document: Dated, own: Iterable[str]) -> Placed:
    """The term of a cell that meets twice in five years, among those that its documents state."""
    years = _years(document.period)
    day = document.day or (date(years[1], 12, 1) if years else None)
    if day is None:
        return Placed(None, "no_date")
    day = _written_about(document, day)
    if years is not None and years[1] - years[0] > 1:
        return Placed(None, "several_terms", document.period)
    own = _repeated(own)
    inside = [t for t in own if int(t[:4]) < day.year < int(t[5:])]
    # In a year of congress the next term has begun by its end, and not yet at its beginning.
    opened = [t for t in own if int(t[:4]) == day.year and day.month == 12]
    closing = [t for t in own if int(t[5:]) == day.year and day.month == 1]
    found = inside or opened or closing
    if len(set(found)) != 1:
        return Placed(None, "unknown_calendar", day.isoformat())
    return Placed(found[0], "own_terms", day.isoformat())


def _repeated(own: Iterable[str]) -> list[str]:
    """The terms; where two make five years, those before and after them too.

    >>> _repeated(["2020-2022"]), _repeated(["2020-2022", "2022-2025"])[:2]
    (['2020-2022'], ['2005-2007', '2007-2010'])
    """
    spans = {(int(t[:4]), int(t[5:])) for t in own}
    if any(a[1] == b[0] and b[1] - a[0] == _FIVE_YEARS for a in spans for b in spans):
        spans = {(a + n, b + n) for a, b in spans for n in range(-15, 16, _FIVE_YEARS)}
    return [f"{first}-{last}" for first, last in sorted(spans)]


def _habits(found: Iterable[Dated]) -> Mapping[str, tuple[str, ...]]:
    """By family of units: the terms their documents state."""
    stated: dict[str, set[str]] = {}
    for document in found:
        if document.stated and document.family:
            stated.setdefault(document.family, set()).add(document.stated)
    return {family: tuple(sorted(terms)) for family, terms in stated.items()}


def _years(period: str | None) -> tuple[int, int] | None:
    m = _YEARS.fullmatch(period or "")
    return (int(m[1]), int(m[2] or m[1])) if m else None


def _length(term: str) -> int:
    return int(term[5:]) - int(term[:4])
