"""Records as files for a spreadsheet, formulas made harmless, codes put in words."""

import csv
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO
from typing import Any

import pandas as pd

from dashboards import titles
from dashboards.data import rows
from dashboards.labels import code_label, detail_label, label, labels
from pipeline.export import harmless


def as_csv(found: pd.DataFrame) -> bytes:
    """UTF-8 with the byte order mark by which Excel knows it."""
    file = StringIO(newline="")
    csv.writer(file).writerows(_lines(found))
    return file.getvalue().encode("utf-8-sig")


def as_excel(found: pd.DataFrame) -> bytes:
    """A workbook of one sheet."""
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Bản ghi")
    for line in _lines(found):
        sheet.append([ILLEGAL_CHARACTERS_RE.sub(" ", v) if isinstance(v, str) else v for v in line])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _lines(found: pd.DataFrame) -> list[list[object]]:
    """The names of the columns, and a line a record."""
    names = labels()["columns"]
    lines: list[Sequence[object]] = [list(names.values())]
    lines += [[_value(name, row) for name in names] for row in rows(found)]
    return [[harmless(v) for v in line] for line in lines]


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
