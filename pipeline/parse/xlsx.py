"""XLSX: each sheet's used range -> a table, lines above and below it -> paragraphs."""

import io
import warnings
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl.utils.exceptions import InvalidFileException

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document
from pipeline.parse.layout import CellPiece, Fragment, Piece, build, paragraph
from pipeline.parse.package import BROKEN, Package
from pipeline.sources import Source

_FALSE = (
    InvalidFileException, ParseError, LookupError, TypeError, AttributeError, SyntaxError,
    AssertionError,
)  # fmt: skip
"""What openpyxl raises on a workbook whose parts do not say what they must."""
_MOST = 1_000_000
"""Cells of a file, empty ones that stand between others counted."""


Sheet = tuple[str, Iterable[Sequence[tuple[object, str]]]]
"""Its name, and of each row the values of its cells with the patterns by which they are shown."""
_Rows = list[list[tuple[int, str]]]
"""Of each row that shows something, the number of each cell that does, and what it shows."""


def parse(source: Source) -> Document:
    """The document of an Excel file: the values that its cells show, formulas left out."""
    from openpyxl import load_workbook

    Package(source)  # locked, damaged and unpacking too large are told there
    warnings.simplefilter("ignore")  # they quote the file
    try:
        book = load_workbook(io.BytesIO(source.data), read_only=True, data_only=True)
        found = list(pieces(source, _sheets(book.worksheets)))
    except (*BROKEN, *_FALSE) as error:
        raise UnreadableError(
            "damaged",
            f"{source.name} is damaged and cannot be opened as XLSX; "
            "open it in Excel, save it again and run again.",
        ) from error
    return checked(source, build(source, found, reader="xlsx"))


def checked(source: Source, document: Document) -> Document:
    """The document; UnreadableError where it has no words."""
    if not document.text:
        raise UnreadableError(
            "empty", f"{source.name} has no words; check that the right file was put in."
        )
    return document


def _sheets(sheets: Any) -> Iterator[Sheet]:
    for sheet in sheets:
        sheet.reset_dimensions()  # what the file claims may be a million rows
        rows = sheet.iter_rows()
        yield sheet.title, ([(c.value, str(c.number_format)) for c in row] for row in rows)


def pieces(source: Source, sheets: Iterable[Sheet]) -> Iterator[Piece]:
    """The pieces of sheets; their names are headings where several show something.

    UnreadableError where they have too many cells.
    """
    seen = 0
    filled: list[tuple[str, _Rows]] = []
    for title, rows in sheets:
        filled.append((title, []))
        for row in rows:
            seen += len(row) + 1
            if seen > _MOST:
                raise UnreadableError(
                    "too_large",
                    f"{source.name} has sheets of more than {_MOST} cells; "
                    "save the used part as a file of its own and run again.",
                )
            texts = ((c, _shown(value, form)) for c, (value, form) in enumerate(row))
            if words := [(c, text) for c, text in texts if text]:
                filled[-1][1].append(words)
    for title, own in filled:
        if own and len(filled) > 1:
            yield Piece(BlockKind.HEADING, (Fragment(title),))
        yield from _sheet(own)


def _sheet(rows: _Rows) -> Iterator[Piece]:
    """Titles above and notes below the table are single cells in their rows."""
    wide = [i for i, row in enumerate(rows) if len(row) > 1]
    first, last = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
    yield from (paragraph(row[0][1]) for row in rows[:first])
    table = rows[first:last]
    cells = tuple(CellPiece(r, c, words) for r, row in enumerate(table) for c, words in row)
    if cells:
        yield Piece(BlockKind.TABLE, cells=cells)
    yield from (paragraph(row[0][1]) for row in rows[last:])


def _shown(value: object, form: str) -> str:
    """A value as its cell shows it to a Vietnamese reader."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int | float):
        if "%" in form:
            return f"{round(value * 100, 6):.10g}%".replace(".", ",")
        return f"{value:.12g}".replace(".", ",")
    return " ".join(str(value).split())
