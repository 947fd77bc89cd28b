"""Rows into tables, in columns: row by row would take a hundred times as long."""

from collections.abc import Sequence
from typing import Any, TypeAlias

import duckdb

Connection: TypeAlias = duckdb.DuckDBPyConnection
Row: TypeAlias = tuple[Any, ...]


def query(connection: Connection, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
    """All rows of a query."""
    found: list[Row] = connection.execute(sql, list(parameters)).fetchall()
    return found


def groups_of(connection: Connection) -> dict[str, str]:
    """The group of each wording that is in one."""
    sql = "SELECT wording, group_id FROM recurrence_wordings WHERE group_id IS NOT NULL"
    return dict(query(connection, sql))


def insert(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Put rows into a table, in the order of its columns."""
    import pyarrow as pa

    if not rows:
        return
    schema = connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
    columns = zip(*rows, strict=True)
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    connection.register("rows", pa.Table.from_arrays(arrays, schema=schema))
    query(connection, f"INSERT INTO {table} BY NAME SELECT * FROM rows")
    connection.unregister("rows")
