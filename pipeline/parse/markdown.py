"""Markdown: headings, lists, tables and page comments -> pieces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from pipeline.model import BlockKind, Document
from pipeline.parse.footnotes import marked_in_sequence
from pipeline.parse.joining import grouped, piece, shouts, starts_block
from pipeline.parse.layout import CellPiece, Fragment, Piece, build
from pipeline.parse.legacy import Modern
from pipeline.parse.line import Line
from pipeline.parse.runin import parted
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
_STRONG = re.compile(r"\s*\*\*(?P<words>[^*\n]{6,200})\*\*\s*")
_ENDED = re.compile(r"[.!?…:;][”\"’')\]]*$")
_BULLET = re.compile(r"\s*[*+\-•]\s+")


def parse(source: Source) -> Document:
    """The document of a Markdown file."""
    modern = Modern()
    text = modern.decode(source.name, source.data)
    source.limits.check_text(source.name, text)
    words = text.replace("\r\n", "\n").replace("\r", "\n")
    return read(source, words, modern.named("markdown"))


def read(source: Source, text: str, reader: str = "markdown") -> Document:
    """The document of a text in Markdown."""
    return build(source, _marked(_across_pages(_pieces(text))), reader=reader)


def recognised(text: str) -> bool:
    """Whether a text file is written in Markdown: front matter, headings, or marks of emphasis.

    >>> recognised("# Báo cáo\\n\\n## Kết quả\\n\\nTốt."), recognised("1. Kết quả\\n- Tốt.")
    (True, False)
    """
    if _FRONT.match(text) or _PAGE.search(text) or re.search(r"(?m)^\|[ :|-]*--[ :|-]*\|$", text):
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
        heading = _HEADING.fullmatch(raw) or _strong(raw)
        if _ROW.fullmatch(raw) or heading:
            yield from _joined(run)
            run = []
            if heading:
                yield _heading(heading, page)
            else:
                rows.append(raw)
        elif m := _PAGE.search(raw):
            yield from _joined(run)
            run = []
            page = int(m["number"])
        else:
            run.append(Line(_words(raw), page))
    if rows:
        yield _table(rows, page)
    yield from _joined(run)


def _joined(lines: list[Line]) -> Iterator[Piece]:
    for group in grouped(lines, soft=True):
        yield from parted(piece([lines[i] for i in group]))


def _strong(raw: str) -> re.Match[str] | None:
    """The words of a line that is wholly bold, where it reads as a heading without a number."""
    m = _STRONG.fullmatch(raw)
    words = m["words"] if m else ""
    named = all(w[:1].isupper() for w in words.split())
    plain = starts_block(words) or shouts(words) or named or words.count(" ") < 2
    return None if plain or words[-1] in ".;,:*" else m


def _across_pages(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with a sentence that a page cut in two made whole.

    On each page the text comes first and its footnotes after, both may run on: the pieces left
    open on one page go on, in order, with those that begin in small letters on the next. Where
    the two are not as many the last ones belong together.
    """
    out: list[Piece] = []
    open_: list[int] = []
    for page, group in groupby(pieces, key=_first_page):
        own = list(group)
        small = [i for i, p in enumerate(own) if _goes_on(p)] if page is not None else []
        surplus = max(len(small) - len(open_), 0)
        homes = dict(zip(small[surplus:], open_, strict=False))
        open_ = []
        for i, new in enumerate(own):
            at = homes.get(i, len(out))
            if i in homes:
                out[at] = replace(out[at], fragments=out[at].fragments + new.fragments)
            else:
                out.append(new)
            open_ += [at] if _left_open(new) else []
    return out


def _first_page(piece: Piece) -> int | None:
    first = piece.fragments[0] if piece.fragments else piece.cells[0]
    return first.page


def _goes_on(piece: Piece) -> bool:
    """Whether a paragraph begins in the middle of a sentence."""
    return piece.kind is BlockKind.PARAGRAPH and piece.fragments[0].text.lstrip()[:1].islower()


def _left_open(piece: Piece) -> bool:
    """Whether a paragraph ends in the middle of a sentence."""
    if piece.kind is not BlockKind.PARAGRAPH or not piece.fragments:
        return False
    return _ENDED.search(piece.fragments[-1].text.rstrip()) is None


def _marked(pieces: list[Piece]) -> list[Piece]:
    """The pieces with the markers of footnotes marked, whose notes the conversion lost."""
    texts = marked_in_sequence([f.text for p in pieces for f in p.fragments])
    following = iter(texts)
    return [
        replace(p, fragments=tuple(replace(f, text=next(following)) for f in p.fragments))
        for p in pieces
    ]


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
    """A heading; its level is that of its marks, None for a bold line."""
    words = re.sub(r"\s-{3,}$", "", _words(m["words"]))
    marks = m.groupdict().get("marks")
    return Piece(BlockKind.HEADING, (Fragment(words, page),), level=len(marks) if marks else None)


def _table(rows: list[str], page: int | None) -> Piece:
    """The rows of a pipe table, the ruled line under its head left out."""
    cells = [
        CellPiece(row, column, _words(words), page)
        for row, raw in enumerate(r for r in rows if not _RULED.fullmatch(r))
        for column, words in enumerate(re.split(r"(?<!\\)\|", raw.strip()[1:-1]))
        if words.strip()
    ]
    return Piece(BlockKind.TABLE, cells=tuple(replace(c, text=c.text.strip()) for c in cells))
