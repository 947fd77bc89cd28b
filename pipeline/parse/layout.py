"""Pieces of a page -> the one text, its blocks, pages and footnote marks."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import structure
from pipeline.model import Block, BlockKind, Cell, Document, Issue, PageLine, PageStart, Place, Span
from pipeline.parse.legacy import Modern
from pipeline.sources import Source
from pipeline.text import DOUBT, MARK_CLOSE, MARK_OPEN, nfc

_MARKED = re.compile(f"{MARK_OPEN}([^{MARK_CLOSE}]*){MARK_CLOSE}")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Words that stand together on one page (a line, a run, a paragraph).

    A footnote marker inside is put between MARK_OPEN and MARK_CLOSE: the marker stays in the text
    (a bare superscript 12 is written `(12)`), its place is kept in `Document.marks`.
    """

    text: str
    page: int | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class CellPiece:
    """A cell of a table in reading order."""

    row: int
    column: int
    text: str
    page: int | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A block to be: fragments joined by one space, or the cells of a table.

    `kind` PARAGRAPH lets `structure.classify` tell headings and items by their numbering; a format
    that knows better says HEADING with its `level`. A FOOTNOTE says its number in `label`; it is
    moved behind the piece that bears its mark.
    """

    kind: BlockKind
    fragments: tuple[Fragment, ...] = ()
    level: int | None = None
    label: str | None = None
    cells: tuple[CellPiece, ...] = ()


def paragraph(text: str, page: int | None = None) -> Piece:
    """A paragraph of one fragment."""
    return Piece(BlockKind.PARAGRAPH, (Fragment(text, page),))


def build(
    source: Source, pieces: Sequence[Piece], *, reader: str = "text", issues: Iterable[Issue] = ()
) -> Document:
    """The document of these pieces: text, blocks, sections, pages, marks. Built once."""
    modern = Modern()
    writer = _Writer()
    for piece in _footnotes_placed([p for p in _modern(pieces, modern) if _visible(p)]):
        writer.add(piece)
    text = "".join(writer.out)
    blocks = structure.classify(text, _anchored(text, writer.blocks, writer.marks))
    return Document(
        id=source.id,
        name=source.name,
        format=source.format,
        text=text,
        blocks=blocks,
        sections=structure.sections(text, blocks),
        pages=tuple(writer.pages),
        marks=tuple(writer.marks),
        issues=tuple(issues),
        reader=modern.named(reader),
        doubts=tuple(_word_at(text, at) for at in writer.doubts),
        lines=tuple(writer.lines),
    )


def _modern(pieces: Sequence[Piece], modern: Modern) -> Iterator[Piece]:
    """The pieces with the words of fonts of before Unicode, which nothing named, in Unicode."""
    texts = [t for p in pieces for t in _texts(p)]
    converted = iter(modern.passages(texts))
    if not modern.seen:
        yield from pieces
        return
    for piece in pieces:
        fragments = tuple(replace(f, text=next(converted)) for f in piece.fragments)
        cells = tuple(replace(c, text=next(converted)) for c in piece.cells)
        yield replace(piece, fragments=fragments, cells=cells)


class _Writer:
    """Appends pieces to one text and keeps where each came to stand."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []
        self.marks: list[Span] = []
        self.pages: list[PageStart] = []
        self.doubts: list[int] = []
        self.lines: list[PageLine] = []

    def add(self, piece: Piece) -> None:
        if self.at:
            self._put("\n")
        start = self.at
        cells = tuple(self._cell(c, i) for i, c in enumerate(piece.cells))
        for i, fragment in enumerate(piece.fragments):
            glue = " " if i and self.at > start else ""
            self._words(fragment.text, fragment.page, glue, fragment.place)
        page = self.pages[-1].number if self.pages else None
        first = next((p.number for p in reversed(self.pages) if p.offset <= start), page)
        self.blocks.append(
            Block(piece.kind, Span(start, self.at), piece.level, piece.label, first, cells)
        )

    def _cell(self, cell: CellPiece, index: int) -> Cell:
        start = self._words(cell.text, cell.page, "\t" if index else "", cell.place)
        return Cell(cell.row, cell.column, Span(start, self.at))

    def _words(self, text: str, page: int | None, glue: str, place: Place | None) -> int:
        """Write words parted by one space; the offset of the first."""
        words = nfc(text).split()
        if glue and (words or glue == "\t"):
            self._put(glue)
        start = self.at
        if words and page is not None and (not self.pages or self.pages[-1].number != page):
            self.pages.append(PageStart(start, page))
        self._put_marked(" ".join(words))
        if place is not None and self.at > start:
            self.lines.append(PageLine(Span(start, self.at), place))
        return start

    def _put_marked(self, words: str) -> None:
        if MARK_OPEN not in words and MARK_CLOSE not in words:
            self._put(words)
            return
        for part in re.split(f"({MARK_OPEN}[^{MARK_CLOSE}]*{MARK_CLOSE})", words):
            bare = part.strip(MARK_OPEN + MARK_CLOSE)
            if part.startswith(MARK_OPEN) and bare:
                self.marks.append(Span(self.at, self.at + len(bare)))
            self._put(bare.replace(MARK_OPEN, "").replace(MARK_CLOSE, ""))

    def _put(self, words: str) -> None:
        for i, part in enumerate(words.split(DOUBT)):
            if i:
                self.doubts.append(self.at - 1)
            self.out.append(part)
            self.at += len(part)


def _word_at(text: str, at: int) -> Span:
    """The word around an offset."""
    start = at
    while start and not text[start - 1].isspace():
        start -= 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _visible(piece: Piece) -> bool:
    return any(f.text.strip() for f in piece.fragments) or any(c.text.strip() for c in piece.cells)


def mark_numbers(piece: Piece) -> list[str]:
    """The numbers of the footnote marks in a piece, in order."""
    texts = _texts(piece)
    return [_number(m) for t in texts if MARK_OPEN in t for m in _MARKED.findall(t)]


def _texts(piece: Piece) -> list[str]:
    return [f.text for f in piece.fragments] + [c.text for c in piece.cells]


def _number(mark: str) -> str:
    return mark.strip(" ()[].") or mark.strip()


def _footnotes_placed(pieces: list[Piece]) -> list[Piece]:
    """Each footnote behind the piece bearing its mark, the nearest before it; else left there."""
    if not any(piece.kind is BlockKind.FOOTNOTE for piece in pieces):
        return pieces
    homes: dict[str, list[int]] = {}
    for i, piece in enumerate(pieces):
        if piece.kind is not BlockKind.FOOTNOTE:
            for number in mark_numbers(piece):
                homes.setdefault(number, []).append(i)
    after: dict[int, list[Piece]] = {}
    for i, piece in enumerate(pieces):
        if piece.kind is BlockKind.FOOTNOTE:
            options = homes.get(piece.label or "", [])
            near = options.pop(max(bisect_left(options, i) - 1, 0)) if options else i
            after.setdefault(near, []).append(piece)
    placed: list[Piece] = []
    for i, piece in enumerate(pieces):
        placed += [piece] if piece.kind is not BlockKind.FOOTNOTE else []
        placed += after.get(i, [])
    return placed


def _anchored(text: str, blocks: Sequence[Block], marks: Sequence[Span]) -> list[Block]:
    """Footnote blocks with the span of their marker: the last one before them with their number."""
    out = []
    for block in blocks:
        if block.kind is BlockKind.FOOTNOTE:
            before = (m for m in reversed(marks) if m.end <= block.span.start)
            own = (m for m in before if _number(text[m.start : m.end]) == block.label)
            block = replace(block, anchor=next(own, None))
        out.append(block)
    return out
