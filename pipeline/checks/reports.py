"""Documents with their records, read from the tables a batch at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

import duckdb

from pipeline import text as unicode_text
from pipeline.checks.doubt import Place
from pipeline.text import UPPER

_BATCH = 500
"""Documents held at a time."""
_SENTENCE_END = re.compile(rf"(?<![đĐ]/c)(?<![Tt][Pp])[.!?]\s+(?=[{UPPER}(\"“'\d\-+])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every record has."""

    record_id: str
    document_id: str
    span_start: int
    span_end: int
    page: int | None
    quote: str
    rule: str
    doubtful: bool

    @property
    def place(self) -> Place:
        return Place(
            self.document_id, self.span_start, self.span_end, self.quote, self.page, self.record_id
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Fact):
    subject: str
    attribute: str
    value: int
    percent: float | None
    change: int | None
    detail: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Fact):
    name: str
    status: str
    value: float | None
    target: float | None
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary(Fact):
    group: str | None
    total: int | None
    exceeded: int | None
    met: int | None
    missed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating(Fact):
    subject: str
    grade: str
    value: int | None
    percent: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Oversight(Fact):
    category: str
    subject: str
    value: int
    measure: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    kind: str
    canonical_id: str | None
    issuer: str | None
    issued_on: date | None


@dataclass(frozen=True, kw_only=True)
class Report:
    """A document that was read, its text and its records in the order of their spans."""

    document_id: str
    doc_type: str
    unit_key: str | None
    issued_on: date | None
    term: str | None
    period: str | None
    reader: str
    text: str
    counts: Sequence[Count] = field(default=())
    indicators: Sequence[Indicator] = field(default=())
    summaries: Sequence[Summary] = field(default=())
    ratings: Sequence[Rating] = field(default=())
    oversight: Sequence[Oversight] = field(default=())
    citations: Sequence[Citation] = field(default=())

    @cached_property
    def key(self) -> str:
        """The matching key of the text, of the same length."""
        return unicode_text.key(self.text)

    def place(self, start: int, end: int) -> Place:
        """Words that are no record."""
        return Place(self.document_id, start, end, " ".join(self.text[start:end].split()))

    def line(self, start: int) -> tuple[int, int]:
        """The block (or row of a table) that holds an offset."""
        end = self.text.find("\n", start)
        return self.text.rfind("\n", 0, start) + 1, len(self.text) if end < 0 else end

    def sentence(self, start: int) -> tuple[int, int]:
        """The sentence that holds an offset, within its block."""
        first, last = self.line(start)
        cuts = [m.end() for m in _SENTENCE_END.finditer(self.text, first, last)]
        return (
            max((c for c in cuts if c <= start), default=first),
            min((c for c in cuts if c > start), default=last),
        )

    def together(self, first: Fact, second: Fact) -> bool:
        """Whether two records stand in one sentence."""
        start, end = self.sentence(first.span_start)
        return start <= second.span_start < end


_TABLES: Mapping[str, tuple[str, type[Fact]]] = {
    "counts": ("counts", Count),
    "indicators": ("indicators", Indicator),
    "summaries": ("indicator_summaries", Summary),
    "ratings": ("ratings", Rating),
    "oversight": ("oversight_figures", Oversight),
    "citations": ("citations", Citation),
}
_OF_DOCUMENT = "document_id, doc_type, unit_key, issued_on, term, period, reader, text"

Found = TypeVar("Found", bound=Fact)


def reports(connection: duckdb.DuckDBPyConnection) -> Iterator[Report]:
    """Every document that was read, in the order of their ids."""
    ids = [i for (i,) in _rows(connection, "SELECT document_id FROM documents ORDER BY ALL", [])]
    for at in range(0, len(ids), _BATCH):
        yield from _batch(connection, ids[at : at + _BATCH])


def _batch(connection: duckdb.DuckDBPyConnection, ids: Sequence[str]) -> Iterator[Report]:
    rows = _rows(
        connection,
        f"SELECT {_OF_DOCUMENT} FROM documents JOIN texts USING (document_id) "
        "WHERE status <> 'failed' AND document_id IN (SELECT unnest(?)) ORDER BY document_id",
        [ids],
    )
    found = {name: _facts(connection, *table, ids) for name, table in _TABLES.items()}
    names = _OF_DOCUMENT.split(", ")
    for row in rows:
        own: dict[str, Any] = {name: facts.get(row[0], ()) for name, facts in found.items()}
        yield Report(**dict(zip(names, row, strict=True)), **own)


def _facts(
    connection: duckdb.DuckDBPyConnection, table: str, kind: type[Found], ids: Sequence[str]
) -> dict[str, list[Found]]:
    """The records of a table by document, in the order of their spans."""
    names = [f.name for f in fields(kind)]
    columns = ", ".join(f'"{n}"' for n in names)
    rows = _rows(
        connection,
        f"SELECT {columns} FROM {table} WHERE document_id IN (SELECT unnest(?)) "
        "ORDER BY document_id, span_start, span_end, record_id",
        [ids],
    )
    found: dict[str, list[Found]] = {}
    for row in rows:
        fact = kind(**dict(zip(names, row, strict=True)))
        found.setdefault(fact.document_id, []).append(fact)
    return found


def _rows(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[Any]
) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.execute(sql, list(parameters)).fetchall()
    return found
