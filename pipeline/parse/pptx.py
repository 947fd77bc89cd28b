"""PPTX -> the words of its slides in order: titles as headings, paragraphs, tables."""

from collections.abc import Iterator
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document
from pipeline.parse.layout import CellPiece, Fragment, Piece, build
from pipeline.parse.package import Package
from pipeline.sources import Source

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FURNITURE = frozenset({"dt", "ftr", "sldNum", "hdr"})
_TITLES = frozenset({"title", "ctrTitle"})


def parse(source: Source) -> Document:
    """The document of a presentation; each slide is a page. Speakers' notes are left out."""
    package = Package(source)
    pieces = [p for n, slide in enumerate(_slides(package), 1) for p in _pieces(slide, n)]
    document = build(source, pieces, reader="pptx")
    if not document.text:
        raise UnreadableError(
            "empty", f"{source.name} has no words; check that the right file was put in."
        )
    return document


def _slides(package: Package) -> Iterator[Any]:
    """The trees of the slides that are shown, in order."""
    main = package.tree(package.main)
    for link in () if main is None else main.iter(f"{_P}sldId"):
        slide = package.tree(package.linked(package.main, link.get(_LINK)))
        if slide is not None and slide.get("show") not in ("0", "false"):
            yield slide


def _pieces(slide: Any, page: int) -> Iterator[Piece]:
    for shape in slide.iter(f"{_P}sp", f"{_A}tbl"):
        if shape.tag == f"{_A}tbl":
            yield Piece(BlockKind.TABLE, cells=tuple(_cells(shape, page)))
            continue
        role = next((ph.get("type") for ph in shape.iter(f"{_P}ph")), None)
        if role in _FURNITURE:
            continue
        texts = [t for p in shape.iter(f"{_A}p") if (t := _text(p))]
        if role in _TITLES and texts:
            yield Piece(BlockKind.HEADING, tuple(Fragment(t, page) for t in texts), level=1)
        else:
            yield from (Piece(BlockKind.PARAGRAPH, (Fragment(t, page),)) for t in texts)


def _cells(table: Any, page: int) -> Iterator[CellPiece]:
    for r, row in enumerate(table.iter(f"{_A}tr")):
        for c, cell in enumerate(row.iter(f"{_A}tc")):
            text = " ".join(t for p in cell.iter(f"{_A}p") if (t := _text(p)))
            yield CellPiece(r, c, text, page)


def _text(paragraph: Any) -> str:
    """The words of a paragraph; a line break inside is a space."""
    parts = paragraph.iter(f"{_A}t", f"{_A}br")
    return " ".join("".join(" " if p.tag == f"{_A}br" else p.text or "" for p in parts).split())
