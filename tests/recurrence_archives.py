"""Small archives of shortcomings in memory, for what the linker does with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline import schema
from pipeline.recurrence.frames import insert

Groups = dict[str, list[str]]
"""Group -> its records, in order."""


@dataclass(frozen=True, slots=True)
class Said:
    """A shortcoming or remedy of a unit in a year; `family` where the unit came from another."""

    record: str
    unit: str
    year: int
    quote: str
    family: str = ""
    remedy: bool = False


def archive(said: Iterable[Said], file: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A database of what was said, each record in a document of its own."""
    connection = duckdb.connect(str(file or ":memory:"))
    for part in (*schema.OF_DOCUMENTS, *schema.ACROSS):
        connection.execute(schema.sql(part)).fetchall()
    add(connection, said)
    return connection


def add(connection: duckdb.DuckDBPyConnection, said: Iterable[Said]) -> None:
    """More that was said."""
    found = list(said)
    for table, remedy in (("shortcomings", False), ("remedies", True)):
        kind = "remedy" if remedy else "shortcoming"
        insert(connection, table, [
            (s.record, f"d-{s.record}", 10, 10 + len(s.quote), 1, [], s.quote, s.quote, "", None,
             None, False, kind, ["other"])
            for s in found if s.remedy == remedy
        ])  # fmt: skip
    for s in found:
        connection.execute(
            "INSERT INTO documents BY NAME SELECT $1 AS document_id, $1 AS hash, $1 AS path, "
            "'ok' AS status, make_date($2, 12, 1) AS issued_on", [f"d-{s.record}", s.year]
        ).fetchall()  # fmt: skip
    insert(connection, "document_units", [(f"d-{s.record}", s.unit, *[None] * 3) for s in found])
    terms = ((f"d-{s.record}", s.year // 5 * 5) for s in found)
    insert(connection, "document_terms", [(d, None, f"{y}-{y + 5}", None, None) for d, y in terms])
    known = {u for (u,) in connection.execute("SELECT unit_id FROM unit_registry").fetchall()}
    for unit, family in {s.unit: s.family or s.unit for s in found if s.unit not in known}.items():
        connection.execute(
            "INSERT INTO unit_registry BY NAME SELECT $1 AS unit_id, $1 AS name, $2 AS family_id",
            [unit, family],
        ).fetchall()


def next_version(
    connection: duckdb.DuckDBPyConnection, said: Sequence[Said]
) -> duckdb.DuckDBPyConnection:
    """A version with more said: of the recurrence tables it starts with what lasts."""
    add(connection, said)
    for table in ("members", "groups", "remedies", "moves", "reviews"):
        connection.execute(f"DELETE FROM recurrence_{table}").fetchall()
    return connection


def groups(connection: duckdb.DuckDBPyConnection) -> Groups:
    """The records of each group."""
    rows = connection.execute(
        "SELECT group_id, list(record_id ORDER BY record_id) FROM recurrence_members GROUP BY ALL"
    ).fetchall()
    return dict(rows)


def together(connection: duckdb.DuckDBPyConnection) -> set[tuple[str, ...]]:
    """The records that are in one group, whatever it is called."""
    return {tuple(records) for records in groups(connection).values()}


def rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    """All rows of a query."""
    return connection.execute(sql).fetchall()
