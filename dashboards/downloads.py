"""Tables as files for a spreadsheet: formulas harmless, codes in words, names of persons masked."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

import pandas as pd

from dashboards import titles
from dashboards.data import rows
from dashboards.evidence import Cell
from dashboards.labels import code_label, detail_label, label, labels
from pipeline.export import harmless
from pipeline.names import Names

MOST_ROWS = 100_000
"""Rows of a file; whoever needs more writes them with `kiemdiem export`."""

_NUMBER = re.compile(r"[+−-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Table:
    """Names of columns, and the rows below them, as they go into a file."""

    head: Sequence[str]
    rows: Sequence[Sequence[object]]

    def masked(self, names: Names) -> "Table":
        """The table with every name of a person masked."""
        return Table(
            self.head,
            [[names.masked(v) if isinstance(v, str) else v for v in row] for row in self.rows],
        )


def of_records(found: pd.DataFrame) -> Table:
    """A line a record, as `data.records` gives them."""
    names = labels()["columns"]
    return Table(list(names.values()), [[_value(n, row) for n in names] for row in rows(found)])


def of_cells(head: Sequence[str], shown: Sequence[Sequence[Cell]]) -> Table:
    """A table of the screen: its figures as numbers, gaps as empty cells, notes behind words."""
    return Table(head, [[_plain(cell) for cell in row] for row in shown])


def of_frame(frame: pd.DataFrame) -> Table:
    """The answer to a query: lists as one text."""
    names = [str(name) for name in frame.columns]
    plain = [[_flat(row[name]) for name in names] for row in rows(frame)]
    return Table(names, plain)


def as_csv(table: Table) -> bytes:
    """UTF-8 with the byte order mark by which Excel knows it."""
    file = StringIO(newline="")
    csv.writer(file).writerows(_lines(table))
    return file.getvalue().encode("utf-8-sig")


def as_excel(table: Table) -> bytes:
    """A workbook of one sheet."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("kiemdiem")
    for line in _lines(table):
        sheet.append([ILLEGAL_CHARACTERS_RE.sub(" ", v) if isinstance(v, str) else v for v in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _lines(table: Table) -> list[list[object]]:
    return [[harmless(v) for v in line] for line in (table.head, *table.rows)]


def _plain(cell: Cell) -> object:
    if "gap" in cell.css:
        return None
    number = cell.text.replace(".", "").replace(",", ".").replace("−", "-")
    if "text" not in cell.css and _NUMBER.fullmatch(cell.text):
        return float(number) if "." in number else int(number)
    words = cell.text if cell.css or not cell.note else f"{cell.text} ({cell.note})"
    return words or None


def _flat(value: Any) -> object:
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if hasattr(value, "tolist"):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return ", ".join(str(v) for v in value)
    return str(value)


def _value(name: str, row: Mapping[str, Any]) -> object:
    value, kind = row[name], str(row["type"])
    if value is None:
        return None
    if name == "type":
        return label("types", kind)
    if name == "code":
        return code_label(kind, value)
    if name == "detail":
        return detail_label(kind, value)
    if name == "doc_type":
        return label("doc_types", value)
    if name == "themes":
        return ", ".join(label("themes", t) for t in titles.strings(value))
    if name == "section":
        return " › ".join(titles.strings(value))
    return titles.day(value) if name == "issued_on" else value
