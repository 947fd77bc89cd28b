"""The database as files for other programs: every table, and every metric."""

import csv
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import duckdb

from pipeline import dictionary, docbin, schema, store
from pipeline.errors import UsageError
from pipeline.names import Names

_ROWS = 10_000
_FORMULA = re.compile(r"[=+\-@\t\r]")
_EXCEL_CELL = 32_767
_EXCEL_ROWS = 1_048_576
_CUT = " … [cut: the whole stands in the CSV and Parquet files]"

_MASK = "names_masked"
_UNTOLD = ("folded", "words", "keywords.word", "unit_term_keywords.word", "scanned_words.text")
"""Columns in small letters or of single words, in which no name can be told from other words."""

Row = Sequence[object]


def export(db: Path, folder: Path, formats: Sequence[str], names: Names | None) -> list[Path]:
    """Write every table and view of the database; the files written.

    `names` tells the names of persons, which are masked; None leaves them as they stand.
    """
    if names is not None and "spacy" in formats:
        raise UsageError(
            "a spaCy file holds the texts as they stand; ask for it with --keep-names."
        )
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    written: list[Path] = []
    with store.reading(db.resolve()) as connection:
        if names is not None:
            connection.create_function(_MASK, names.masked, ["VARCHAR"], "VARCHAR")
        for name in dict.fromkeys(formats):
            written += FORMATS[name](connection, folder)
    return written


def _csv(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Path]:
    for name in names():
        path = folder / f"{name}.csv"
        # Excel takes a file for UTF-8 only if it begins with a byte order mark.
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(store.column_names(connection, name))
            writer.writerows(map(_plain, _rows(connection, name)))
        yield path


def _parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Path]:
    for name in names():
        path = folder / f"{name}.parquet"
        relation = connection.sql(_select(connection, name))
        relation.write_parquet(str(path), compression="zstd")
        os.chmod(path, 0o600)
        yield path


def _xlsx(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[Path]:
    """One workbook, a sheet each (more where a sheet's rows do not suffice); texts stay out."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name in names():
        if name in ("texts", "blocks", "records"):
            continue  # the running text and a union of other sheets: too long for a sheet
        header = store.column_names(connection, name)
        sheet = book.create_sheet(name)
        sheet.append(header)
        for i, row in enumerate(_rows(connection, name), 1):
            if i % (_EXCEL_ROWS - 1) == 0:
                sheet = book.create_sheet(f"{name[:25]}_{i // (_EXCEL_ROWS - 1) + 1}")
                sheet.append(header)
            sheet.append([_cell(v) for v in _plain(row)])
    path = folder / "kiemdiem.xlsx"
    book.save(path)
    yield path


FORMATS: dict[str, Callable[[duckdb.DuckDBPyConnection, Path], Iterator[Path]]] = {
    "csv": _csv,
    "parquet": _parquet,
    "xlsx": _xlsx,
    "spacy": docbin.write,
}


def harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula with a quote mark before it.

    >>> harmless("=1+1"), harmless("- Chi bộ"), harmless("Chi bộ"), harmless(-3)
    ("'=1+1", "'- Chi bộ", 'Chi bộ', -3)
    """
    if isinstance(value, str) and _FORMULA.match(value):
        return "'" + value
    return value


def names() -> list[str]:
    """The tables and views that are exported: all but what only the program itself works with."""
    internal = {r.name for r in dictionary.relations("search")} | (
        set(schema.LASTING) - {"recurrence_links"}
    )
    return [r.name for r in dictionary.relations() if r.name not in internal]


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> Iterator[Row]:
    """The rows in an order that is the same for the same data."""
    found = connection.execute(_select(connection, name))
    while rows := found.fetchmany(_ROWS):
        yield from rows


def _select(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """The query of a relation's rows, its texts masked where names of persons are to be."""
    sql = "SELECT function_name FROM duckdb_functions() WHERE function_name = ?"
    if not store.query(connection, sql, [_MASK]):
        return f"SELECT * FROM {name} ORDER BY ALL"
    sql = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?"
    columns = store.query(connection, f"{sql} ORDER BY column_index", [name])
    shown = ", ".join(f'{_masked(name, *column)} AS "{column[0]}"' for column in columns)
    return f"SELECT {shown} FROM {name} ORDER BY ALL"


def _masked(relation: str, column: str, kind: str) -> str:
    """A column as it is exported: that in which names cannot be told is left out."""
    if column in _UNTOLD or f"{relation}.{column}" in _UNTOLD:
        return f"NULL::{kind}"
    if kind == "VARCHAR" and not column.endswith("_id"):
        return f'{_MASK}("{column}")'
    return (
        f'list_transform("{column}", lambda v: {_MASK}(v))'
        if kind == "VARCHAR[]"
        else f'"{column}"'
    )


def _plain(row: Row) -> list[object]:
    """Lists as one text, formulas made harmless."""
    return [harmless(" | ".join(v) if isinstance(v, list) else v) for v in row]


def _cell(value: object) -> object:
    """A value that a sheet can hold: no control characters, no text that is too long."""
    if not isinstance(value, str):
        return value
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    text = ILLEGAL_CHARACTERS_RE.sub(" ", value)
    return text if len(text) <= _EXCEL_CELL else text[: _EXCEL_CELL - len(_CUT)] + _CUT
