"""The database: open it for reading; build a new version of it, batch by batch."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from pipeline import dictionary, schema
from pipeline.errors import DatabaseError
from pipeline.rows import Row, Rows

_BATCH_CHARACTERS = 4_000_000
"""Characters of text held before they go into the database; bounds the memory of a run."""


@contextmanager
def reading(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection that only reads; DatabaseError where the file is no database of ours."""
    try:
        connection = duckdb.connect(str(file), read_only=True)
    except (duckdb.IOException, duckdb.SerializationException) as error:
        raise not_ours(file) from error
    with connection:
        if not query(connection, "SELECT 1 FROM duckdb_tables() WHERE table_name = 'runs'"):
            raise not_ours(file)
        yield connection


def not_ours(file: Path) -> DatabaseError:
    return DatabaseError(
        f"{file}: is not a database of kiemdiem, or a damaged one; "
        "name another file with --db FILE or move this one away."
    )


def query(
    connection: duckdb.DuckDBPyConnection, sql: str, parameters: Sequence[Any] = ()
) -> list[tuple[Any, ...]]:
    """All rows of a query (an undrained result would block the connection's next statement)."""
    found: list[tuple[Any, ...]] = connection.execute(sql, list(parameters)).fetchall()
    return found


class Version:
    """A new version under construction: rows of new documents go in, those of old are copied."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._rows: Rows = {}
        self._characters = 0
        for part in (*schema.OF_DOCUMENTS, *schema.ACROSS):
            query(connection, schema.sql(part))
        for statement in dictionary.comments():
            query(connection, statement)

    def add(self, document: Row, rows: Rows) -> None:
        """Hold a document's rows, and write what is held once it is much."""
        for table, found in {"documents": [document], **rows}.items():
            self._rows.setdefault(table, []).extend(found)
        self._characters += sum(len(str(text)) for _, text in rows.get("texts", ()))
        if self._characters > _BATCH_CHARACTERS:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        for table, rows in self._rows.items():
            self._insert(table, rows)
        self._rows, self._characters = {}, 0

    def copy(self, last: Path, kept: Sequence[tuple[str, str, str, list[str]]]) -> None:
        """Copy documents of the last version, and what it tells of the runs before."""
        self.copy_documents(last, kept)
        query(self._connection, f"ATTACH {_literal(str(last))} AS last (READ_ONLY)")
        self._copy_runs()
        self._copy_lasting()
        query(self._connection, "DETACH last")

    def copy_documents(self, last: Path, kept: Sequence[tuple[str, str, str, list[str]]]) -> None:
        """Copy documents of a version: id, and the path, name and aliases they now have."""
        self._frame("kept", ("document_id", "path", "name", "aliases"), kept)
        query(self._connection, f"ATTACH {_literal(str(last))} AS last (READ_ONLY)")
        # A version of another schema has none to keep, and may lack a table.
        for table in document_tables(self._connection) if kept else ():
            renamed = " REPLACE (k.path AS path, k.name AS name, k.aliases AS aliases)"
            columns = f"t.*{renamed if table == 'documents' else ''}"
            query(
                self._connection,
                f"INSERT INTO {table} BY NAME SELECT {columns} FROM last.{table} t "
                "JOIN kept k USING (document_id)",
            )
        query(self._connection, "DETACH last")
        self._connection.unregister("kept")

    def finish(self, run: Row) -> None:
        """Write what is held and the run itself, so that the file is whole without its log."""
        self.flush()
        self._insert("runs", [run])
        query(self._connection, "CHECKPOINT")

    def _copy_runs(self) -> None:
        """The history, in the columns that both versions have."""
        names = set(column_names(self._connection, "runs", "last"))
        shared = ", ".join(c for c in column_names(self._connection, "runs") if c in names)
        query(self._connection, f"INSERT INTO runs BY NAME SELECT {shared} FROM last.runs")

    def _copy_lasting(self) -> None:
        """What lasts from version to version; a version of another schema has none to give."""
        for table in schema.LASTING:
            names = column_names(self._connection, table)
            if column_names(self._connection, table, "last") == names:
                query(self._connection, f"INSERT INTO {table} SELECT * FROM last.{table}")

    def _insert(self, table: str, rows: Sequence[Row]) -> None:
        columns = column_names(self._connection, table)
        self._frame("batch", columns, rows, like=table)
        query(self._connection, f"INSERT INTO {table} BY NAME SELECT * FROM batch")
        self._connection.unregister("batch")

    def _frame(
        self, name: str, columns: Sequence[str], rows: Sequence[Row], like: str = ""
    ) -> None:
        """Register rows as an Arrow table with the column types of the table `like`."""
        import pyarrow as pa

        schema = _arrow_schema(self._connection, like or "documents", columns)
        values: list[Sequence[object]] = list(zip(*rows, strict=True)) or [() for _ in columns]
        arrays = [pa.array(v, f.type) for v, f in zip(values, schema, strict=True)]
        self._connection.register(name, pa.Table.from_arrays(arrays, schema=schema))


def column_names(
    connection: duckdb.DuckDBPyConnection, table: str, database: str | None = None
) -> list[str]:
    """The columns of a table or view, in order."""
    sql = (
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? "
        "AND database_name = coalesce(?, current_database()) ORDER BY column_index"
    )
    return [name for (name,) in query(connection, sql, [table, database])]


def document_tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables with rows of single documents, in the order of the schema."""
    ours = [r.name for r in dictionary.relations(*schema.OF_DOCUMENTS) if r.kind == "table"]
    return [n for n in ours if "document_id" in column_names(connection, n)]


def _arrow_schema(connection: duckdb.DuckDBPyConnection, table: str, columns: Sequence[str]) -> Any:
    names = ", ".join(f'"{c}"' for c in columns)
    relation = connection.sql(f"SELECT {names} FROM {table} LIMIT 0")
    return relation.to_arrow_table().schema


def _literal(words: str) -> str:
    """A string for the statements that take no parameters."""
    return "'" + words.replace("'", "''") + "'"
