"""Whose each report is, in which term, and in which order reports stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb


@dataclass(frozen=True, slots=True)
class Context:
    """A counted document: its unit (under its first name), its term, and its place in time."""

    document_id: str
    unit: str | None
    term: str | None
    period: str | None
    doc_type: str
    issued_on: date | None

    @property
    def year(self) -> int | None:
        """The last year it reports on, else the year it bears."""
        if self.period:
            return int(self.period[-4:])
        return self.issued_on.year if self.issued_on else None

    @property
    def order(self) -> tuple[int, date, str]:
        """Earlier reports first; those without a year last."""
        return self.year or 9999, self.issued_on or date.max, self.document_id


@dataclass(frozen=True, slots=True)
class Archive:
    """The counted documents by id; of each unit those that it is, comes from, or stands under."""

    documents: Mapping[str, Context]
    kin: Mapping[str, frozenset[str]]

    def apart(self, one: str, other: str) -> bool:
        """Whether two units are neither each other's past nor above one another."""
        own, others = self.kin.get(one, frozenset()), self.kin.get(other, frozenset())
        return one != other and one not in others and other not in own


_DOCUMENTS = """
SELECT document_id, unit_id, coalesce(nullif(term_label, 'chưa rõ'), term), period, doc_type,
    issued_on
FROM counted_documents ORDER BY document_id
"""
_RENAMED = "SELECT to_id, from_id FROM unit_lineage WHERE kind = 'renamed' ORDER BY ALL"
_KIN = """
SELECT unit_id, predecessor_id FROM unit_history
UNION SELECT h.unit_id, p.parent_id FROM unit_history h
    JOIN unit_parents p ON p.unit_id = h.predecessor_id
ORDER BY ALL
"""


def contexts(connection: duckdb.DuckDBPyConnection) -> Archive:
    """The documents that were read and are not superseded by a later version.

    A unit that only changed its name is one throughout; one that others were merged into is not
    what they were.
    """
    former = dict(_rows(connection, _RENAMED))
    kin: dict[str, set[str]] = {}
    for unit, other in _rows(connection, _KIN):
        kin.setdefault(_first(unit, former), set()).add(_first(other, former))
    documents = {
        row[0]: Context(row[0], _first(row[1], former) if row[1] else None, *row[2:])
        for row in _rows(connection, _DOCUMENTS)
    }
    return Archive(documents, {unit: frozenset(others) for unit, others in kin.items()})


def _first(unit: str, former: Mapping[str, str]) -> str:
    """The unit under the first name it is known to have borne."""
    seen = {unit}
    while unit in former and former[unit] not in seen:
        unit = former[unit]
        seen.add(unit)
    return unit


def _rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.execute(sql).fetchall()
    return found
