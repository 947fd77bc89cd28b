"""What the word processors' formats have in common: paragraphs, notes, tables -> pieces."""

import re
from collections.abc import Iterator, Sequence

from pipeline.model import BlockKind
from pipeline.parse.layout import CellPiece, Fragment, Piece, paragraph
from pipeline.parse.marks import single_brackets

Cells = Sequence[tuple[int, int, list[Piece]]]
"""Row, column and contents of each cell of a table; of merged cells the first."""

# A soft line break before a number or dash stands for the end of a paragraph.
_ITEM_BREAK = re.compile(r"\n(?=\s*(?:[-+•*]\s|\d+(?:\.\d+)*[.)]\s|[a-zđ][.)]\s|[IVX]+\.\s))")
_LAYOUT = re.compile(r"đảng cộng sản việt nam|cộng hòa xã hội chủ nghĩa|nơi nhận", re.I)


def paragraphs(text: str, level: int | None) -> Iterator[Piece]:
    """The pieces of a paragraph; `level` is its depth where it is a heading."""
    text = single_brackets(text)
    if level is not None and len(text) < 250:
        yield Piece(BlockKind.HEADING, (Fragment(text),), level=level)
        return
    yield from (paragraph(part) for part in _ITEM_BREAK.split(text))


def note(inside: Sequence[Piece], number: str) -> Piece:
    """A footnote of these contents."""
    words = [f for p in inside for f in _fragments(p)]
    first = Fragment(f"{number} {words[0].text.strip()}" if words else number)
    return Piece(BlockKind.FOOTNOTE, (first, *words[1:]), label=number)


def table(cells: Cells, ruled: bool) -> Iterator[Piece]:
    """A table with its notes behind it; the contents alone where it only places words."""
    if _is_layout(cells, ruled):
        yield from (piece for _, _, inside in cells for piece in inside)
        return
    notes = [p for _, _, inside in cells for p in inside if p.kind is BlockKind.FOOTNOTE]
    yield Piece(BlockKind.TABLE, cells=tuple(CellPiece(r, c, _flat(p)) for r, c, p in cells))
    yield from notes


def _is_layout(cells: Cells, ruled: bool) -> bool:
    """Whether a table only places words: a letterhead, a signature block, a frame."""
    columns = {c for _, c, _ in cells}
    if len(columns) < 2:
        return True
    words = " ".join(_flat(inside) for _, _, inside in cells)
    if len(columns) == 2 and len(cells) <= 8 and _LAYOUT.search(words):
        return True
    return len(columns) == 2 and not ruled


def _fragments(piece: Piece) -> tuple[Fragment, ...]:
    return piece.fragments or tuple(Fragment(c.text) for c in piece.cells)


def _flat(pieces: list[Piece]) -> str:
    """The words of a cell in one string, without the notes that hang on it."""
    own = (p for p in pieces if p.kind is not BlockKind.FOOTNOTE)
    return " ".join(f.text for p in own for f in _fragments(p))
