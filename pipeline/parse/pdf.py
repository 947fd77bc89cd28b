"""PDF with a text layer: rows of words -> lines, footnotes and tables -> pieces."""

import io
import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document, Issue, Place, Severity
from pipeline.parse import glyphs, newspaper, pictures, recognition, ruled
from pipeline.parse import page as sheets
from pipeline.parse.glyphs import Row
from pipeline.parse.joining import grouped, piece, starts_block
from pipeline.parse.layout import CellPiece, Fragment, Piece, build, mark_numbers
from pipeline.parse.line import Line
from pipeline.parse.page import Page, Setting
from pipeline.parse.ruled import Table, TableCell
from pipeline.sources import Source

_PART = 1.25
"""Rows further apart than this many times the habitual distance part paragraphs."""
_ENDED = re.compile(r"[.;:!?…][”\"’')\]]*$")


def parse(source: Source) -> Document:
    """The document of a PDF; UnreadableError where it is locked, broken, empty or without words."""
    return document(source, *_read(source))


def document(source: Source, pages: Sequence[Page], issues: Sequence[Issue]) -> Document:
    """The document that the pages make up; `issues` arose when they were read."""
    if not any(p.rows or p.tables for p in pages):
        raise recognition.unreadable(source, issues)
    sheets.take_furniture_off(pages)
    seen = {page.number: page for page in pages}
    pages = [part for page in pages for part in newspaper.parts(page)]
    sheets.set_notes_apart(pages)
    found = _placed(list(_flow(pages, seen)), list(_notes(pages)))
    reader = recognition.reader(source, pages)
    return build(source, found, reader=reader, issues=[*issues, *_issues(source, pages)])


def _read(source: Source) -> tuple[list[Page], list[Issue]]:
    """The pages with their words and tables; everything opened is closed again."""
    import pypdfium2

    out: list[Page] = []
    issues: list[Issue] = []
    try:
        with closing(pypdfium2.PdfDocument(source.data)) as pdf:
            source.limits.check_pages(source.name, len(pdf))
            for i in range(len(pdf)):
                with closing(pdf[i]) as page:
                    out.append(_page(page, i + 1))
            scans = [p for p in out if p.picture]
            issues = recognition.fill(source, scans, lambda p: pictures.picture(pdf, p.number))
    except pypdfium2.PdfiumError as error:
        raise _unreadable(source, str(error)) from None
    if not out:
        raise UnreadableError("empty", f"{source.name} has no pages; export it again as PDF.")
    _fill_tables(source, out)
    return out, issues


def _unreadable(source: Source, why: str) -> UnreadableError:
    if "password" in why.lower() or "security" in why.lower():
        return UnreadableError(
            "encrypted",
            f"{source.name} is protected by a password; remove the password and run again.",
        )
    return UnreadableError(
        "damaged", f"{source.name} is damaged and cannot be opened; export it again as PDF."
    )


def _page(page: Any, number: int) -> Page:
    place = glyphs.upright(page)
    rows = glyphs.rows(glyphs.words(page, place))
    drawn = ruled.strokes(page, place)
    picture = pictures.is_picture(page, rows)
    return Page(number, page.get_height(), rows, drawn, picture, frame=ruled.frame(page, place))


def _fill_tables(source: Source, pages: Sequence[Page]) -> None:
    """Take the words inside ruled tables out of the rows; slow, so only where rules are drawn."""
    likely = [p for p in pages if p.rows and not p.scanned and ruled.may_hold_table(p.drawn)]
    if not likely:
        return
    import pdfplumber
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings quote the file's words
    numbers = {p.number: p for p in likely}
    for page in likely:
        page.unread = True
    try:
        pdf = pdfplumber.open(io.BytesIO(source.data), pages=list(numbers))
        for grid in _grids(pdf):
            _take_tables(numbers[grid.page_number], grid)
            grid.close()  # else each page's characters stay in memory
    except (PdfminerException, MalformedPDFException):
        return  # this reader is stricter than the first; the words are there, as lines


def _grids(pdf: Any) -> list[Any]:
    """The pages of pdfplumber; what the frame of a page makes go wrong there is as its errors."""
    from pdfplumber.utils.exceptions import MalformedPDFException

    try:
        return list(pdf.pages)
    except (IndexError, TypeError, ValueError, KeyError) as error:
        raise MalformedPDFException(error) from error


def _take_tables(page: Page, grid: Any) -> None:
    words = [w for row in page.rows for w in row.words]
    page.tables = ruled.tables(grid, page.number, words, page.drawn)
    inside = [t.box for t in page.tables]
    page.rows = glyphs.rows(w for w in words if not any(b.holds(w) for b in inside))
    page.unread = False


def _flow(pages: Sequence[Page], seen: dict[int, Page]) -> Iterator[Piece]:
    """The body in reading order: the lines between tables joined, and the tables."""
    leading = _leading(pages)
    lines: list[Line] = []
    table: Table | None = None
    number = 0
    for page in pages:
        if lines and page.number == number:  # a column of the same page goes on at its top
            lines[-1] = replace(lines[-1], top=None)
        number = page.number
        setting = sheets.setting(page)
        for part in sheets.in_order(page):
            if isinstance(part, Row):
                if table:
                    yield _table(table, seen)
                    table = None
                _add_line(lines, part, setting, leading, page.place([part]))
                continue
            yield from _paragraphs(lines)
            lines = []
            whole = ruled.continued(table, part) if table else None
            if table and not whole:
                yield _table(table, seen)
            table = whole or part
    if table:
        yield _table(table, seen)
    yield from _paragraphs(lines)


def _paragraphs(lines: Sequence[Line]) -> Iterator[Piece]:
    """The lines joined; white space between two parts them unless a sentence runs through it."""
    for group in grouped(lines):
        start = 0
        for k in range(1, len(group)):
            last, line = lines[group[k - 1]], lines[group[k]]
            parted = group[k] - group[k - 1] > 1
            if parted and not (line.text[:1].islower() and not _ENDED.search(last.text)):
                yield piece([lines[i] for i in group[start:k]])
                start = k
        yield piece([lines[i] for i in group[start:]])


def _leading(pages: Sequence[Page]) -> float:
    """The habitual distance of two rows of the body, in units of their size."""
    gaps = [
        (b.top - a.top) / b.size
        for page in pages
        for a, b in zip(page.rows, page.rows[1:], strict=False)
    ]
    # Paragraphs of one line pull the median up; the distance inside paragraphs is the smaller.
    return sorted(gaps)[len(gaps) // 4] if gaps else 1.2


def _add_line(
    lines: list[Line], row: Row, setting: Setting, leading: float, place: Place | None
) -> None:
    """Append the line of a row, after a blank one where white space parts it from the last."""
    if not any(map(str.isalnum, row.text)):
        return
    last = lines[-1] if lines else None
    text = sheets.with_plain_marks(sheets.written(row), setting.labels)
    if last and last.top is not None and last.page == setting.page and not row.tail:
        gap = row.top - last.top
        if gap < 0 or gap > _PART * leading * row.size:
            lines.append(Line("", setting.page))
            last = None
    if last and (row.tail or _is_rest_of_title(last, row, setting)):
        whole = f"{last.text} {text}"
        both = last.place.joined(place) if last.place else place
        widened = replace(last, left=row.left, right=row.right, top=row.top)
        lines[-1] = replace(widened, text=whole, place=both)
        return
    if last and _runs_on(last, row, setting):
        # A line may begin with a number or dash of the sentence: `số / 05-CT/TW`, `2015 / - 2020`.
        moved = ""
        while len(moved.split()) < 2 and text and starts_block(text):
            first, _, text = text.partition(" ")
            moved += f" {first}"
        lines[-1] = replace(last, text=last.text + moved)
    left, right, top = row.left, row.right, row.top
    lines.append(Line(text, setting.page, row.size, row.bold, left, right, top, place=place))


def _runs_on(last: Line, row: Row, setting: Setting) -> bool:
    """Whether the row goes on with a line that was full and did not end, by where both stand."""
    if last.right is None or _ENDED.search(last.text):
        return False
    full = last.right > setting.right - 2 * row.size
    return full and (row.left < setting.left + row.size or _is_centred(last, row))


def _is_rest_of_title(last: Line, row: Row, setting: Setting) -> bool:
    """Whether the row, centred under a full line, ends a title that took more than one."""
    wide = last.left is not None and last.left < setting.left + 2 * row.size
    inside = row.left > setting.left + row.size and last.page == setting.page
    return wide and inside and _is_centred(last, row) and _runs_on(last, row, setting)


def _is_centred(last: Line, row: Row) -> bool:
    if last.left is None or last.right is None or last.size != row.size:
        return False
    return abs((last.left + last.right) - (row.left + row.right)) < 0.6 * row.size


def _table(table: Table, seen: dict[int, Page]) -> Piece:
    cells = sorted(table.cells, key=lambda c: (c.row, c.column))
    return Piece(BlockKind.TABLE, cells=tuple(_cell(c, seen[c.page]) for c in cells))


def _cell(cell: TableCell, page: Page) -> CellPiece:
    text = " ".join(sheets.written_cell(row) for row in cell.rows)
    place = page.place(cell.rows if cell.here is None else cell.here)
    return CellPiece(cell.row, cell.column, text, cell.page, place)


def _notes(pages: Sequence[Page]) -> Iterator[tuple[int, Piece]]:
    """Each footnote with the page it begins on; one that runs over two pages is one."""
    waiting: tuple[int, Piece] | None = None
    for page in pages:
        for note in sheets.notes(page):
            written = zip(sheets.written_note(note), note.rows, strict=True)
            fragments = tuple(Fragment(t, page.number, page.place([r])) for t, r in written)
            if note.label is None and waiting:
                number, piece = waiting
                whole = piece.fragments + fragments
                waiting = number, Piece(BlockKind.FOOTNOTE, whole, label=piece.label)
                continue
            if waiting:
                yield waiting
            waiting = page.number, Piece(BlockKind.FOOTNOTE, fragments, label=note.label)
    if waiting:
        yield waiting


def _placed(body: list[Piece], notes: list[tuple[int, Piece]]) -> list[Piece]:
    """Each footnote behind the last piece of its page that bears its mark, else the page's last."""
    behind: dict[int, list[Piece]] = {}
    pages, marks = [_first_page(p) for p in body], [mark_numbers(p) for p in body]
    for number, note in notes:
        homes = [i for i, first in enumerate(pages) if first <= number]
        own = [i for i in homes if note.label in marks[i]]
        behind.setdefault((own or homes or [0])[-1], []).append(note)
    return [x for i, piece in enumerate(body) for x in (piece, *behind.get(i, ()))]


def _first_page(piece: Piece) -> int:
    pages = [f.page for f in piece.fragments] + [c.page for c in piece.cells]
    return min((p for p in pages if p is not None), default=0)


def _issues(source: Source, pages: Sequence[Page]) -> Iterator[Issue]:
    lines = dict.fromkeys(str(p.number) for p in pages if p.unread)
    if lines:
        yield Issue(
            "tables_unread",
            Severity.WARNING,
            f"{source.name}: tables on these pages were read as plain lines, the file is partly "
            f"damaged: {', '.join(lines)}; export it again as PDF.",
        )
