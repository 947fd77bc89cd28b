"""Writes a `Sheet` as a PDF that looks like a Vietnamese office document.

Justified lines, bare superscript marks, notes in small print under a short rule (carried over to
the next page where they do not fit), ruled tables with a repeated head, header, footer, numbers.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.sheets import Grid, Heading, Letterhead, PageBreak, Para, Sheet

_FAMILIES = ("Tinos", "DejaVuSerif", "DejaVuSans", "NotoSerif", "NotoSans")
_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
_SIZE, _NOTE_SIZE, _LEADING, _NOTE_LEADING = 14.0, 10.0, 18.0, 12.0
_GUTTER = 30.0
_LEFT, _RIGHT, _TOP, _BOTTOM, _INDENT = 85.0, A4[0] - 57.0, A4[1] - 71.0, 60.0, 36.0
_MARK = re.compile(r"(\[\^\d+\])")


def pdf(sheet: Sheet, password: str | None = None, sideways: bool = False) -> bytes:
    """The sheet as a PDF with an embedded font; `password` locks it.

    `sideways` stores pages as scanners and some printers do: lying, with a note to turn them.
    """
    out = io.BytesIO()
    lock = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(out, pagesize=A4, invariant=1, encrypt=lock)
    pages = _Pages(canvas, sheet, sideways)
    for part in sheet.parts:
        pages.add(part)
    pages.finish()
    canvas.save()
    return out.getvalue()


@cache
def _fonts() -> tuple[str, str]:
    """Names of a regular and a bold font with Vietnamese letters, registered once."""
    for family in _FAMILIES:
        for regular in ("-Regular", ""):
            plain, bold = _font_file(f"{family}{regular}.ttf"), _font_file(f"{family}-Bold.ttf")
            if plain and bold:
                pdfmetrics.registerFont(TTFont("Plain", str(plain)))
                pdfmetrics.registerFont(TTFont("Bold", str(bold)))
                return "Plain", "Bold"
    raise FileNotFoundError("No Vietnamese font: install fonts-croscore or fonts-dejavu.")


def _font_file(name: str) -> Path | None:
    folders = (Path(f).expanduser() for f in _FOLDERS)
    return next((p for folder in folders for p in sorted(folder.rglob(name))), None)


@dataclass(slots=True)
class _Line:
    """Words of one line, how they are set, and the marks that they bear."""

    words: list[str]
    x: float
    width: float
    align: str = "body"
    bold: bool = False
    last: bool = False
    marks: list[int] = field(default_factory=list)


def _width(word: str, font: str, size: float) -> float:
    parts = _MARK.split(word)
    plain = sum(pdfmetrics.stringWidth(p, font, size) for p in parts[::2])
    return plain + sum(pdfmetrics.stringWidth(p[2:-1], font, size * 0.6) for p in parts[1::2])


def _wrap(text: str, x: float, width: float, size: float, **look: object) -> Iterator[_Line]:
    """The lines of a text; `indent` of the first line, `align` and `bold` of all."""
    indent = float(str(look.pop("indent", 0.0)))
    bold, align = bool(look.get("bold")), str(look.get("align", "body"))
    font = _fonts()[bold]
    space = pdfmetrics.stringWidth(" ", font, size)
    line, used = _Line([], x + indent, width - indent, align, bold), 0.0
    for word in text.split():
        wide = _width(word, font, size)
        if line.words and used + space + wide > line.width:
            yield line
            line, used = _Line([], x, width, align, bold), 0.0
        used += wide + (space if line.words else 0.0)
        line.words.append(word)
        line.marks += [int(n) for n in re.findall(r"\[\^(\d+)\]", word)]
    line.last = True
    yield line


class _Pages:
    """Sets parts one under another; notes wait for the foot of the page of their mark."""

    def __init__(self, canvas: Canvas, sheet: Sheet, sideways: bool) -> None:
        self.canvas, self.sheet, self.sideways = canvas, sheet, sideways
        self._begin()
        self.number = 1
        self.y = self.top = _TOP
        self.column = 0
        self.notes: list[_Line] = []
        self.fresh = True

    def add(self, part: object) -> None:
        if isinstance(part, PageBreak):
            self._turn()
        elif isinstance(part, Grid):
            self._grid(part)
        elif isinstance(part, Letterhead):
            self._letterhead(part)
        elif isinstance(part, Heading | Para):
            align = part.align if isinstance(part, Para) else "body"
            bold = isinstance(part, Heading) or part.bold
            indent = _INDENT if align == "body" else 0.0
            wide = align == "center" and self.y == self.top and not self.column
            width = self._width(across=wide)
            for line in _wrap(part.text, 0.0, width, _SIZE, align=align, bold=bold, indent=indent):
                self._line(line)
            self.y -= 6
            if wide:
                self.top = self.y
        else:
            raise TypeError(part)

    def _width(self, across: bool = False) -> float:
        """That of a column, or of all of them."""
        columns = 1 if across else self.sheet.columns
        return (_RIGHT - _LEFT - (columns - 1) * _GUTTER) / columns

    def _left(self) -> float:
        return _LEFT + self.column * (self._width() + _GUTTER)

    def finish(self) -> None:
        self._foot()
        while self.notes:
            self._next()
            self._foot()
        self.canvas.showPage()

    def _line(self, line: _Line) -> None:
        new = [n for mark in line.marks for n in self._note(mark)]
        # One line of a new note must fit under its mark; the rest may be carried over.
        room = len(self.notes) * _NOTE_LEADING + (1 if new else 0) * _NOTE_LEADING
        if self.y - _LEADING < _BOTTOM + room + (8 if room else 0) and not self.fresh:
            self._turn()
        self.y -= _LEADING
        self.notes += new
        line.x += self._left()
        self._draw(line, self.y, _SIZE)
        self.fresh = False

    def _note(self, mark: int) -> list[_Line]:
        text = f"[^{mark}] {self.sheet.notes[mark - 1]}"
        return list(_wrap(text, 0.0, self._width(), _NOTE_SIZE))

    def _turn(self) -> None:
        self._foot()
        if self.column + 1 < self.sheet.columns:
            self.column, self.y, self.fresh = self.column + 1, self.top, True
        else:
            self._next()

    def _begin(self) -> None:
        if self.sideways:
            self.canvas.setPageSize((A4[1], A4[0]))
            self.canvas.setPageRotation(90)
            self.canvas.translate(A4[1], 0)
            self.canvas.rotate(90)

    def _next(self) -> None:
        self.canvas.showPage()
        self._begin()
        self.number, self.y, self.fresh = self.number + 1, _TOP, True
        self.column, self.top = 0, _TOP

    def _foot(self) -> None:
        """Notes at the bottom as far as they fit, then header, footer and page number."""
        fit = max(int((self.y - _BOTTOM - 8) / _NOTE_LEADING), 0)
        now, self.notes = self.notes[:fit], self.notes[fit:]
        y = _BOTTOM + len(now) * _NOTE_LEADING
        if now:
            self.canvas.line(self._left(), y + 2, self._left() + 140, y + 2)
        for line in now:
            y -= _NOTE_LEADING
            line.x += self._left()
            self._draw(line, y + 2, _NOTE_SIZE)
        if self.column:
            return
        self.canvas.setFont(_fonts()[0], 11)
        if self.sheet.header:
            self.canvas.drawString(_LEFT, A4[1] - 40, self.sheet.header)
        if self.sheet.footer:
            self.canvas.drawString(_LEFT, 30, self.sheet.footer)
        if self.sheet.page_numbers:
            self.canvas.drawCentredString((_LEFT + _RIGHT) / 2, 44, str(self.number))

    def _draw(self, line: _Line, y: float, size: float) -> None:
        font = _fonts()[line.bold]
        wide = sum(_width(w, font, size) for w in line.words)
        space = pdfmetrics.stringWidth(" ", font, size)
        gaps = len(line.words) - 1
        left = line.width - wide - gaps * space
        if line.align == "body" and not line.last and gaps:
            space += left / gaps
        x = line.x + {"center": left / 2, "right": left}.get(line.align, 0.0)
        for word in line.words:
            self._word(word, x, y, font, size)
            x += _width(word, font, size) + space

    def _word(self, word: str, x: float, y: float, font: str, size: float) -> None:
        for i, part in enumerate(_MARK.split(word)):
            words, height, up = (part[2:-1], size * 0.6, size * 0.35) if i % 2 else (part, size, 0)
            self.canvas.setFont(font, height)
            self.canvas.drawString(x, y + up, words)
            x += pdfmetrics.stringWidth(words, font, height)

    def _letterhead(self, part: Letterhead) -> None:
        half = (_RIGHT - _LEFT) / 2
        sides = [
            [ln for t in texts for ln in _wrap(t, x, half, 12, align="center")]
            for texts, x in ((part.left, _LEFT), (part.right, _LEFT + half))
        ]
        for i in range(max(map(len, sides))):
            self.y -= 16
            for side in sides:
                if i < len(side):
                    self._draw(side[i], self.y, 12)
        self.y -= 12
        self.top = self.y

    def _grid(self, grid: Grid) -> None:
        shares = grid.widths or (1.0,) * len(grid.rows[0])
        widths = [(_RIGHT - _LEFT) * s / sum(shares) for s in shares]
        room = len(self.notes) * _NOTE_LEADING
        for i, row in enumerate(grid.rows):
            cells, height = self._cells(row, widths)
            cut = False
            if self.y - height < _BOTTOM + room + 10:
                fit = int((self.y - _BOTTOM - room - 16) / 15)
                cut = grid.run_over and fit > 0
                if cut:
                    self._row([c[:fit] for c in cells], fit * 15 + 6, widths, foot=False)
                    cells = [c[fit:] for c in cells]
                    height = max(map(len, cells)) * 15 + 6
                self._turn()
                room = 0
                if i and not grid.run_over:
                    self._row(*self._cells(grid.rows[0], widths), widths)
            self._row(cells, height, widths, top=not cut)
        self.y -= 8

    def _cells(self, row: tuple[str, ...], widths: list[float]) -> tuple[list[list[_Line]], float]:
        cells, x = [], _LEFT
        for text, width in zip(row, widths, strict=True):
            cells.append(list(_wrap(text, x + 4, width - 8, 12, align="left")))
            x += width
        return cells, max(map(len, cells)) * 15 + 6

    def _row(
        self,
        cells: list[list[_Line]],
        height: float,
        widths: list[float],
        top: bool = True,
        foot: bool = True,
    ) -> None:
        """A row with its rules; `top` and `foot` say whether it is closed there."""
        x, low = _LEFT, self.y - height
        for lines, width in zip(cells, widths, strict=True):
            self.canvas.line(x, self.y, x, low)
            for i, line in enumerate(lines):
                self._draw(line, self.y - 15 * (i + 1) + 1, 12)
            x += width
        self.canvas.line(x, self.y, x, low)
        for y in [self.y] * top + [low] * foot:
            self.canvas.line(_LEFT, y, x, y)
        self.y = low
        self.fresh = False
