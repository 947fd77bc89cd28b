"""Markdown: headings, lists, tables and page comments -> pieces."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.model import BlockKind, Document
from pipeline.parse.joining import joined
from pipeline.parse.layout import CellPiece, Fragment, Piece, build
from pipeline.parse.line import Line
from pipeline.sources import Source

_FRONT = re.compile(r"\A\s*---[ \t]*\n(?:[^\n]*\n){0,60}?---[ \t]*(?:\n|\Z)")
_HEADING = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})\s+(?P<words>\S.*?)\s*#*\s*")
_PAGE = re.compile(r"<!--\s*page:?\s*(?P<number>\d{1,5})\s*-->", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->")
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULED = re.compile(r"\s*\|?[\s|:\-]*-[\s|:\-]*\|?\s*")
_BREAK = re.compile(r"\s*(?:[-*_]\s*){3,}|\s*\|\s*|\s*[*\\]+\s*")
_QUOTE = re.compile(r"\s*(?:>\s?)+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_STAR = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+")
_BULLET = re.compile(r"\s*[*+\-•]\s+")


def parse(source: Source) -> Document:
    """The document of a Markdown file."""
    text = source.data.decode("utf-8-sig", errors="replace")
    return read(source, text.replace("\r\n", "\n").replace("\r", "\n"))


def read(source: Source, text: str) -> Document:
    """The document of a text in Markdown."""
    return build(source, list(_pieces(text)), reader="markdown")


def recognised(text: str) -> bool:
    """Whether a text file is written in Markdown: front matter, headings, or marks of emphasis.

    >>> recognised("# Báo cáo\\n\\n## Kết quả\\n\\nTốt."), recognised("1. Kết quả\\n- Tốt.")
    (True, False)
    """
    if _FRONT.match(text) or _PAGE.search(text):
        return True
    headings = len(re.findall(r"(?m)^ {0,3}#{1,6} +\S", text))
    strong = len(re.findall(r"\*\*(?=\S)[^*\n]{1,300}\*\*", text))
    slanted = len(
        re.findall(r"(?<![\w*])\*(?=[\w“\"(])[^*\n]{2,300}(?<=[\w.,:;”\")])\*(?!\w)", text)
    )
    return headings >= 2 or strong + slanted >= 2 or (headings == 1 and strong + slanted >= 1)


def _pieces(text: str) -> Iterator[Piece]:
    """The pieces of the text; lines that stand together are joined as plain lines are."""
    page: int | None = None
    run: list[Line] = []
    rows: list[str] = []
    for raw in _FRONT.sub("", text).split("\n"):
        if rows and not _ROW.fullmatch(raw):
            yield _table(rows, page)
            rows = []
        if _ROW.fullmatch(raw):
            yield from joined(run)
            run = []
            rows.append(raw)
        elif m := _PAGE.search(raw):
            page = int(m["number"])
            run.append(Line("", page))
        elif m := _HEADING.fullmatch(raw):
            yield from joined(run)
            run = []
            yield _heading(m, page)
        else:
            run.append(Line(_words(raw), page))
    if rows:
        yield _table(rows, page)
    yield from joined(run)


def _words(raw: str) -> str:
    """The words of a line, marks of emphasis, links and quotation taken off."""
    bare = _COMMENT.sub(" ", raw)
    if _BREAK.fullmatch(bare):
        return ""
    bare = _QUOTE.sub("", bare, count=1) if bare.lstrip().startswith(">") else bare
    bullet = _BULLET.match(bare)
    lead = bullet[0] if bullet else ""
    return lead + _STAR.sub("", _LINK.sub(r"\1", bare[len(lead) :]))


def _heading(m: re.Match[str], page: int | None) -> Piece:
    words = re.sub(r"\s-{3,}$", "", _words(m["words"]))
    return Piece(BlockKind.HEADING, (Fragment(words, page),), level=len(m["marks"]))


def _table(rows: list[str], page: int | None) -> Piece:
    """The rows of a pipe table, the ruled line under its head left out."""
    cells = [
        CellPiece(row, column, _words(words), page)
        for row, raw in enumerate(r for r in rows if not _RULED.fullmatch(r))
        for column, words in enumerate(re.split(r"(?<!\\)\|", raw.strip()[1:-1]))
    ]
    return Piece(BlockKind.TABLE, cells=tuple(replace(c, text=c.text.strip()) for c in cells))
