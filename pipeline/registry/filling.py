"""Rows into a table of the version."""

from collections.abc import Sequence

import duckdb


def fill(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]
) -> None:
    """Put rows, in the order of the table's columns, into it."""
    import pyarrow as pa

    schema = connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
    columns: list[Sequence[object]] = list(zip(*rows, strict=True)) or [() for _ in schema]
    arrays = [pa.array(c, f.type) for c, f in zip(columns, schema, strict=True)]
    connection.register("filling", pa.Table.from_arrays(arrays, schema=schema))
    connection.execute(f"INSERT INTO {table} SELECT * FROM filling").fetchall()
    connection.unregister("filling")
