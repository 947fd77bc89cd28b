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


def contexts(connection: duckdb.DuckDBPyConnection) -> dict[str, Context]:
    """The documents that were read and are not superseded by a later version."""
    rows = connection.execute(
        "SELECT document_id, unit_key, term, period, doc_type, issued_on FROM counted_documents "
        "ORDER BY document_id"
    ).fetchall()
    return {row[0]: Context(*row) for row in rows}


def by_unit(found: Mapping[str, Context]) -> dict[str, list[Context]]:
    """The reports of each unit, in the order of time."""
    out: dict[str, list[Context]] = {}
    for context in sorted(found.values(), key=lambda c: c.order):
        if context.unit:
            out.setdefault(context.unit, []).append(context)
    return out
