"""HTML: the article of a web page -> pieces; menus, related news and captions left out."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document
from pipeline.parse import oldfonts
from pipeline.parse.furniture import is_web
from pipeline.parse.joining import grouped, piece
from pipeline.parse.layout import CellPiece, Fragment, Piece, build, mark_numbers
from pipeline.parse.legacy import Modern
from pipeline.parse.line import Line
from pipeline.parse.webpage import Block, blocks, flatten, strip_frame
from pipeline.sources import Source

_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # no tree may hold them
_DATE = re.compile(r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|ngày \d{1,2} tháng \d{1,2}", re.I)
_NOTE = re.compile(r"[(\[]?(\d{1,3})[)\]]?[.:]?\s")
# What heads the lists that sites put under an article.
_AFTER = re.compile(
    r"(?:các )?(?:tin|bài)(?: viết)? (?:liên quan|khác|cùng|mới|cũ)|bình luận|ý kiến bạn đọc"
    r"|xem thêm|đọc thêm|từ khóa|tags?\b|chia sẻ",
    re.I,
)
_SAPO = 60
"""Characters; between title and text a shorter block is a button or counter, not a sapo."""
_NEAR = 12
"""Blocks; a title or date further above the text belongs to something else."""


def parse(source: Source) -> Document:
    """The document of an HTML page."""
    modern = Modern()
    words = oldfonts.converted(_decoded(source.data, source.name, modern), modern)
    source.limits.check_text(source.name, words)
    found = list(_pieces(_article(words)))
    document = build(source, _with_notes(found), reader=modern.named("html"))
    if not document.text:
        raise UnreadableError(
            "empty", f"{source.name} has no words; save the page again when it has loaded."
        )
    return document


def _decoded(data: bytes, name: str, modern: Modern) -> str:
    """The text of a page: Unicode where it is that, else as its words or its charset tell."""
    declared = _CHARSET.search(data[:4096])
    charset = declared[1].decode() if declared else "cp1258"
    return modern.decode(name, data, None if charset.lower().startswith("utf") else charset)


def _article(words: str) -> list[Block]:
    """The blocks of the article; those of the whole page where no article stands out."""
    from lxml import etree, html

    words = _CONTROL.sub("", words)
    # A declaration of an encoding is no longer true of decoded text, and lxml refuses it.
    words = re.sub(r"^\s*<\?xml[^>]*\?>", "", words)
    try:
        root = html.document_fromstring(words, html.HTMLParser(huge_tree=True))
    except etree.ParserError:
        return []  # nothing but comments
    body = root.find("body") if root.find("body") is not None else root
    strip_frame(body)
    flatten(body)
    found = blocks(body)
    kept = _readable(words, found)
    flow = [b for b in found if not b.linked]
    if not kept or sum(len(found[i].text) for i in kept) < 0.4 * sum(len(b.text) for b in flow):
        return flow
    title = " ".join("".join(root.xpath("//title[1]//text()")).split())
    return _chosen(found, kept, title)


def _readable(words: str, found: Sequence[Block]) -> list[int]:
    """Indices of the blocks that readability keeps, each at least a line long."""
    from lxml import etree, html
    from readability import Document as Readable
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)  # what it raises is handled here
    try:
        summary = html.fromstring(Readable(words).summary(html_partial=True))
    except (Unparseable, etree.ParserError, ValueError):
        return []
    kept = {_bare(b.text) for b in blocks(summary)}
    return [i for i, b in enumerate(found) if len(b.text) > 40 and _bare(b.text) in kept]


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text)


def _chosen(found: Sequence[Block], kept: Sequence[int], title: str) -> list[Block]:
    """The blocks from the title to the end of the text, without what stands between as frame."""
    home = _home(found, kept)
    first, last = min(home[0], kept[0]), max(home[-1], kept[-1])
    head = _title_index(found, kept[0], title)
    start = max(0, first - _NEAR) if head is None else min(head, first)
    above = [
        b
        for i, b in enumerate(found[start:first], start)
        if i == head
        or (not b.linked and (_DATE.search(b.text) or (head is not None and len(b.text) >= _SAPO)))
    ]
    inside = [b for i, b in enumerate(found[first : last + 1], first) if i == head or not b.linked]
    return above + inside


def _home(found: Sequence[Block], kept: Sequence[int]) -> list[int]:
    """Indices of the blocks in the element that holds all that is kept, as far as it is the text's.

    That element adds a letterhead, a sapo, a signature; where it adds too much it is the page's.
    """
    around = _around(found[kept[0]])
    for i in kept[1:]:
        own = _around(found[i])
        around = [e for e in around if e in own]
    inside = [i for i, b in enumerate(found) if around and around[0] in _around(b)]
    after = (i for i in inside if i > kept[-1] and _AFTER.match(found[i].text.strip()))
    end = next(after, len(found))
    inside = [i for i in inside if i < end]
    words = sum(len(found[i].text) for i in inside if not found[i].linked)
    return inside if words < 1.5 * sum(len(found[i].text) for i in kept) else list(kept)


def _around(block: Block) -> list[Any]:
    return [block.parent, *block.parent.iterancestors()]


def _title_index(found: Sequence[Block], first: int, title: str) -> int | None:
    """Index of the title at or above the text: its h1, or the words of the page's title."""
    for i in range(first, -1, -1):
        if found[i].tag == "h1":
            return i
    for i in range(first, max(-1, first - _NEAR), -1):
        own = _bare(found[i].text)
        if len(own) > 15 and _bare(title).startswith(own):
            return i
    return None


def _pieces(found: Sequence[Block]) -> Iterator[Piece]:
    for block in found:
        if block.cells:
            cells = tuple(CellPiece(r, c, words) for r, c, words in block.cells)
            yield Piece(BlockKind.TABLE, cells=cells)
        elif block.note:
            yield Piece(BlockKind.FOOTNOTE, (Fragment(block.text),), label=block.note)
        elif is_web(block.text.strip()):
            yield Piece(BlockKind.FURNITURE, (Fragment(block.text),))
        elif re.fullmatch("h[2-6]", block.tag):
            yield Piece(BlockKind.HEADING, (Fragment(block.text),), level=int(block.tag[1]))
        else:
            # A page may break its lines by hand, once within and twice between paragraphs.
            lines = [Line(line) for line in block.text.split("\n")]
            yield from (piece([lines[i] for i in group]) for group in grouped(lines))


def _with_notes(pieces: list[Piece]) -> list[Piece]:
    """The last paragraphs as footnotes where they begin with the numbers of marks in the text."""
    numbers = {n for p in pieces for n in mark_numbers(p)}
    for i in range(len(pieces) - 1, -1, -1):
        words = " ".join(f.text for f in pieces[i].fragments)
        m = _NOTE.match(words.strip())
        if pieces[i].kind is not BlockKind.FOOTNOTE:
            if not m or m[1] not in numbers:
                break
            pieces[i] = replace(pieces[i], kind=BlockKind.FOOTNOTE, label=m[1])
    return pieces
