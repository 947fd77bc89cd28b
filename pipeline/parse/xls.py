"""XLS, the workbooks of Excel 97 to 2003 -> tables and paragraphs, as of XLSX."""

import io
import struct
from collections.abc import Iterator
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse.layout import build
from pipeline.parse.xlsx import Sheet, checked, pieces
from pipeline.sources import Source

_BROKEN = (
    struct.error, ValueError, LookupError, TypeError, AttributeError, AssertionError, EOFError,
    ArithmeticError, NotImplementedError,
)  # fmt: skip
"""What xlrd raises on workbooks that break their rules, beside its own errors."""


def parse(source: Source) -> Document:
    """The document of an old Excel file: the values that its cells show."""
    import xlrd
    from xlrd.compdoc import CompDocError

    damaged = UnreadableError(
        "damaged",
        f"{source.name} is damaged and cannot be opened as XLS; "
        "open it in Excel, save it as XLSX and run again.",
    )
    try:
        book = xlrd.open_workbook(
            file_contents=source.data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
        found = list(pieces(source, _sheets(book)))
    except (xlrd.XLRDError, CompDocError) as error:
        if "encrypted" in str(error).lower():
            raise UnreadableError(
                "encrypted",
                f"{source.name} is protected by a password; remove the password and run again.",
            ) from None
        raise damaged from error
    except _BROKEN as error:
        raise damaged from error
    return checked(source, build(source, found, reader="xls"))


def _sheets(book: Any) -> Iterator[Sheet]:
    for number in range(book.nsheets):
        sheet = book.sheet_by_index(number)
        yield (
            sheet.name,
            (
                [_value(book, sheet, row, column) for column in range(sheet.row_len(row))]
                for row in range(sheet.nrows)
            ),
        )
        book.unload_sheet(number)


def _value(book: Any, sheet: Any, row: int, column: int) -> tuple[object, str]:
    """The value of a cell and the pattern by which it is shown."""
    import xlrd

    cell = sheet.cell(row, column)
    style = book.xf_list[cell.xf_index] if cell.xf_index is not None else None
    form = book.format_map.get(style.format_key) if style else None
    if cell.ctype == xlrd.XL_CELL_DATE:
        return xlrd.xldate_as_datetime(cell.value, book.datemode), ""
    plain = cell.ctype in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER)
    return (cell.value if plain else None), form.format_str if form else ""
