"""Whose each report is, in which term, and in which order reports stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import duckdb


@dataclass(frozen=True, slots=True)
class Context:
    """A counted document: its unit under all names, its term, and its place in time."""

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


def contexts(connection: duckdb.DuckDBPyConnection) -> Archive:
    """The documents that were read and are not superseded by a later version."""
    rows = connection.execute(
        "SELECT document_id, unit_key, term, period, doc_type, issued_on FROM counted_documents "
        "ORDER BY document_id"
    ).fetchall()
    return Archive({row[0]: Context(*row) for row in rows}, {})
