"""SQL -> DataFrame: every figure of the dashboard and the records behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import pandas as pd

Connection: TypeAlias = duckdb.DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure on the screen counts: the rows of `records` that agree in every field given.

    `type`, `code`, `detail`: as in the view `records`; `theme`: the main theme.
    """

    type: str | None = None
    unit: str | None = None
    term: str | None = None
    code: str | None = None
    detail: str | None = None
    theme: str | None = None
    document_id: str | None = None
    record_id: str | None = None


def narrowed(figure: Figure, **fields_given: str) -> Figure:
    """The figure with more fields given."""
    return replace(figure, **fields_given)


_COLUMNS = {
    "type": "r.type",
    "unit": "d.unit_label",
    "term": "d.term_label",
    "code": "r.code",
    "detail": "r.detail",
    "theme": "r.themes[1]",
    "document_id": "r.document_id",
    "record_id": "r.record_id",
}


def connect(version: Path) -> Connection:
    """A connection that can only read this version and reach nothing else."""
    config = {"enable_external_access": "false", "autoinstall_known_extensions": "false"}
    return duckdb.connect(str(version), read_only=True, config=config)


def overview(db: Connection) -> dict[str, int]:
    """The totals of the archive, by the names of the view `overview`."""
    row = _frame(db, "SELECT * FROM overview").iloc[0]
    return {str(name): int(value) for name, value in row.items()}


def units(db: Connection) -> list[str]:
    """The units that reports are about, those with most documents first."""
    sql = "SELECT unit_label FROM counted_documents GROUP BY 1 ORDER BY count(*) DESC, 1"
    return _column(db, sql)


def terms(db: Connection) -> list[str]:
    """The terms, oldest first, the unknown last."""
    sql = """SELECT DISTINCT term_label FROM counted_documents
        ORDER BY term_label = 'chưa rõ', term_label"""
    return _column(db, sql)


def unit_terms(
    db: Connection, units: Sequence[str] = (), terms: Sequence[str] = ()
) -> pd.DataFrame:
    """A row a unit and term that has a document: the figures of the view `unit_terms`."""
    where, values = _among({"unit": units, "term": terms})
    sql = f"SELECT * FROM unit_terms {where} ORDER BY unit, term = 'chưa rõ', term"
    return _frame(db, sql, values)


def term_totals(db: Connection) -> pd.DataFrame:
    """A row a term: documents and records of each type over all units."""
    sql = """SELECT term, sum(documents)::BIGINT AS documents, count(DISTINCT unit) AS units,
        sum(shortcomings)::BIGINT AS shortcomings, sum(causes)::BIGINT AS causes,
        sum(remedies)::BIGINT AS remedies, sum(indicators)::BIGINT AS indicators,
        sum(missed)::BIGINT AS missed, sum(citations)::BIGINT AS citations
        FROM unit_terms GROUP BY term ORDER BY term = 'chưa rõ', term"""
    return _frame(db, sql)


def themes(db: Connection, units: Sequence[str] = (), terms: Sequence[str] = ()) -> pd.DataFrame:
    """Shortcomings by unit, term and main theme."""
    where, values = _among({"unit": units, "term": terms})
    sql = f"""SELECT unit, term, theme, sum(shortcomings)::BIGINT AS shortcomings
        FROM unit_term_shortcomings {where} GROUP BY ALL ORDER BY ALL"""
    return _frame(db, sql, values)


def statuses(db: Connection, units: Sequence[str] = (), terms: Sequence[str] = ()) -> pd.DataFrame:
    """Indicators by unit, term and status."""
    where, values = _among({"unit": units, "term": terms})
    return _frame(db, f"SELECT * FROM unit_term_indicators {where} ORDER BY ALL", values)


def discipline(
    db: Connection, units: Sequence[str] = (), terms: Sequence[str] = ()
) -> pd.DataFrame:
    """Oversight figures by unit, term, category, subject and measure."""
    where, values = _among({"unit": units, "term": terms})
    return _frame(db, f"SELECT * FROM unit_term_oversight {where} ORDER BY ALL", values)


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as plain values, None where the database has NULL."""
    plain = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(k): v for k, v in row.items()} for row in plain]


def by_pair(frame: pd.DataFrame, code: str, value: str) -> dict[tuple[str, str, str], int]:
    """(unit, term, code) -> the sum of `value`."""
    sums = frame.groupby(["unit", "term", code])[value].sum()
    return {(str(u), str(t), str(c)): int(v) for (u, t, c), v in sums.items()}


def documents(db: Connection) -> pd.DataFrame:
    """Every document, read or not, with the number of its records; by path."""
    sql = """SELECT d.*, coalesce(r.records, 0) AS records FROM document_list d
        LEFT JOIN (SELECT document_id, count(*) AS records FROM records GROUP BY 1) r
        USING (document_id) ORDER BY path"""
    return _frame(db, sql)


def issues(db: Connection) -> pd.DataFrame:
    """What a person should look at: failed documents first."""
    sql = """SELECT d.path, i.severity, i.code, i.message, i.document_id FROM issues i
        JOIN documents d USING (document_id) WHERE i.severity <> 'info'
        ORDER BY i.severity <> 'error', d.path, i.span_start"""
    return _frame(db, sql)


def runs(db: Connection) -> pd.DataFrame:
    """The runs, the last first."""
    return _frame(db, "SELECT * FROM runs ORDER BY started DESC")


def count(db: Connection, figure: Figure) -> int:
    """How many records a figure counts."""
    sql, values = _behind(figure)
    return int(_frame(db, f"SELECT count(*) AS n {sql}", values)["n"].iloc[0])


def records(db: Connection, figure: Figure, limit: int = 500) -> pd.DataFrame:
    """The records behind a figure with their document, in the order of documents and text."""
    sql, values = _behind(figure)
    order = "ORDER BY d.unit_label, d.term_label, d.path, r.span_start, r.record_id"
    columns = "r.*, d.unit_label AS unit, d.term_label AS term, d.name, d.doc_type, d.period"
    return _frame(db, f"SELECT {columns} {sql} {order} LIMIT {int(limit)}", values)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the reader shows it."""

    info: dict[str, Any]
    text: str
    blocks: pd.DataFrame
    cells: pd.DataFrame
    sections: pd.DataFrame
    records: pd.DataFrame
    issues: pd.DataFrame


def reading(db: Connection, document_id: str) -> Reading:
    """The document with its text, structure and records; KeyError where there is none."""
    found = _frame(db, "SELECT * FROM document_list WHERE document_id = ?", [document_id])
    if found.empty:
        raise KeyError(document_id)
    by_id = "WHERE document_id = ? ORDER BY span_start"
    text = _column(db, "SELECT text FROM texts WHERE document_id = ?", [document_id])
    return Reading(
        info=rows(found)[0],
        text=text[0] if text else "",
        blocks=_frame(db, f"SELECT * FROM blocks {by_id}", [document_id]),
        cells=_frame(db, f"SELECT * FROM cells {by_id}", [document_id]),
        sections=_frame(db, f"SELECT * FROM sections {by_id}", [document_id]),
        records=_frame(db, f"SELECT * FROM records {by_id}, span_end DESC", [document_id]),
        issues=_frame(db, f"SELECT * FROM issues {by_id}", [document_id]),
    )


def _behind(figure: Figure) -> tuple[str, list[Any]]:
    """FROM and WHERE of the records that a figure counts.

    Only a figure of one document or record reaches those that a later version superseded.
    """
    table = "document_list" if figure.document_id or figure.record_id else "counted_documents"
    given = {f.name: getattr(figure, f.name) for f in fields(figure)}
    named = {name: value for name, value in given.items() if value is not None}
    where = " AND ".join(f"{_COLUMNS[name]} = ?" for name in named) or "true"
    return f"FROM records r JOIN {table} d USING (document_id) WHERE {where}", list(named.values())


def _among(choices: dict[str, Sequence[str]]) -> tuple[str, list[Any]]:
    """A WHERE that keeps the rows with a chosen value in each column; no choice keeps all."""
    chosen = {column: list(values) for column, values in choices.items() if values}
    where = " AND ".join(f"list_contains(?, {column})" for column in chosen)
    return (f"WHERE {where}" if where else ""), list(chosen.values())


def _frame(db: Connection, sql: str, values: Sequence[Any] = ()) -> pd.DataFrame:
    return db.cursor().execute(sql, list(values)).df()


def _column(db: Connection, sql: str, values: Sequence[Any] = ()) -> list[Any]:
    return [row[0] for row in db.cursor().execute(sql, list(values)).fetchall()]
