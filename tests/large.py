"""A large database for measuring: the samples again and again, as documents of other units."""

from pathlib import Path

import duckdb

from pipeline import across, reference, store

_UNITS = 2_000
_ID = "left(md5({column} || '-' || copy), 16)"


def write(source: Path, target: Path, documents: int) -> None:
    """Fill a new database with copies of the documents of another."""
    with duckdb.connect(str(target), config={"memory_limit": "4GB"}) as connection:
        version = store.Version(connection)
        store.query(connection, f"ATTACH '{source}' AS source (READ_ONLY)")
        store.query(connection, "SET preserve_insertion_order = false")
        copies = f"(SELECT i AS copy FROM range({documents} // 40 + 1) r(i))"
        chosen = f"""SELECT document_id, copy FROM (
            SELECT document_id, count(*) AS n FROM source.records GROUP BY 1
            ORDER BY n DESC, 1 LIMIT 40) CROSS JOIN {copies} LIMIT {documents}"""
        store.query(connection, f"CREATE TEMP TABLE chosen AS {chosen}")
        for table in store.document_tables(connection):
            _copy(connection, table)
        store.query(connection, "INSERT INTO runs BY NAME FROM source.runs")
        store.query(connection, "DETACH source")
        store.query(connection, "DROP TABLE chosen")
        across.write(connection, reference.load())
        version.finish(("bench", None, None, "bench", documents, 0, 0, 0, ""))


def _copy(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    names = store.column_names(connection, table)
    changed = {n: _ID.format(column=f"t.{n}") for n in ("document_id", "record_id") if n in names}
    if table == "documents":
        of_unit = f"' ' || (hash(copy) % {_UNITS})"
        changed |= {"unit": f"unit || {of_unit}", "unit_key": f"unit_key || {of_unit}"}
        changed |= {"path": "copy || '/' || path", "hash": "md5(hash || copy)"}
    replaced = ", ".join(f"{value} AS {name}" for name, value in changed.items())
    store.query(
        connection,
        f"INSERT INTO {table} BY NAME SELECT t.* REPLACE ({replaced}) "
        f"FROM source.{table} t JOIN chosen USING (document_id)",
    )
