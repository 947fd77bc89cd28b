"""The blocks of a web page in reading order: what its tags say of each, without its frame."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.parse.joining import starts_block
from pipeline.parse.marks import mark, number_of, single_brackets
from pipeline.text import says_something

_NEVER = {
    "script", "style", "noscript", "template", "iframe", "nav", "aside", "footer", "button",
    "select", "input", "textarea", "svg", "figcaption", "object", "video", "audio", "head",
}  # fmt: skip
_BLOCKS = {
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul",
}  # fmt: skip
_LOOKS = ("b", "strong", "i", "em", "u", "font", "span", "small", "big", "tt", "label")
_DEEP = 150
"""Elements inside one another; each takes a few frames of the stack."""
# What sites name the parts of their frame, as a part of a class or id.
_FRAME = re.compile(
    r"(?:^|[-_\s])(?:menu|nav|navbar|navigation|breadcrumbs?|sidebar|footer|related?|lien-?quan"
    r"|comments?|binh-?luan|share|sharing|social|ads?|advert\w*|quang-?cao|banner|popup|modal"
    r"|cookies?|newsletter|subscribe|tags?|pagination|paging|rating|most-?view\w*|xem-?nhieu"
    r"|doc-?nhieu|tin-?khac|other-?news|toolbar|search|login|weather|counter|hotline"
    r"|(?:photo|img|image|pic)?-?(?:cms-)?captions?)(?:$|[-_\s\d])"
)
_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"}
_NOTE_LINK = re.compile(r"#_?(?:ftn|edn|footnote|fn|note|cite_note)[-_:]?(\d{1,3})$", re.I)
_BACK_LINK = re.compile(r"#_?(?:ftn|edn|footnote|fn|cite)[-_:]?_?ref[-_:]?(\d{1,3})", re.I)
_POWER = re.compile(r"(?:^|\W|\d)(?:m|km|cm|dm|mm)$", re.I)


@dataclass(slots=True)
class Block:
    """One run of words: its tag, how many of its characters are links, its parent element.

    `note` is the number of the footnote that it is, `cells` (row, column, words) those of a table.
    """

    tag: str
    text: str
    links: int = 0
    parent: Any = None
    note: str | None = None
    cells: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def linked(self) -> bool:
        """Whether it is mostly links, as menus and lists of other news are."""
        return not self.cells and self.links > 0.6 * len(self.text.strip())


def strip_frame(body: Any) -> None:
    """Take out of the tree what is hidden or part of the site's frame; never half of the words."""
    total = len(_plain(body)) or 1
    for element in list(body.iter("*")):
        if element is body or element.getparent() is None:
            continue
        off = element.tag in _NEVER or _hidden(element) or _is_frame(element)
        if off and not _vital(element, total):
            element.drop_tree()


def flatten(body: Any) -> None:
    """Take tags of looks off, which old pages never close, so that the tree is not too deep."""
    from lxml import etree

    etree.strip_tags(body, *_LOOKS)
    if max(sum(1 for _ in e.iterancestors()) for e in body.iter()) > _DEEP:
        etree.strip_tags(body, "div")


def _vital(element: Any, total: int) -> bool:
    if element.tag in ("script", "style", "noscript", "template", "head", "svg"):
        return False
    return element.find(".//h1") is not None or len(_plain(element)) > 0.5 * total


def _hidden(element: Any) -> bool:
    style = re.sub(r"\s", "", element.get("style") or "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_frame(element: Any) -> bool:
    if element.tag in ("html", "article", "main"):
        return False
    if (element.get("role") or "").lower() in _ROLES:
        return True
    if element.tag == "header" and not any(a.tag == "article" for a in element.iterancestors()):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _FRAME.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "-", names).lower()) is not None


def _plain(element: Any) -> str:
    words = (t for t in element.itertext() if t.strip())
    return " ".join(words)


def blocks(root: Any) -> list[Block]:
    """The blocks under an element, in reading order, empty ones left out."""
    walker = _Walker()
    walker.visit(root)
    walker.flush("p", root)
    return [b for b in walker.out if says_something(b.text)]


class _Walker:
    """Gathers inline words until a block begins or ends."""

    def __init__(self) -> None:
        self.out: list[Block] = []
        self.words: list[str] = []
        self.links = 0
        self.in_link = 0
        self.label = ""
        self.note: str | None = None

    def visit(self, element: Any) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        if tag == "br":
            self.words.append("\n")
        elif tag == "table" and is_data(element):
            self._table(element)
        elif tag in ("sup", "a") and (marker := self._marker(element)) is not None:
            self.words.append(marker)
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self.in_link += tag == "a"
            self._inside(element)
            self.in_link -= tag == "a"

    def flush(self, tag: str, parent: Any) -> None:
        """End the block whose words were gathered."""
        text = single_brackets("".join(self.words))
        if text.strip():
            label = "" if starts_block(text.strip()) else self.label
            self.out.append(Block(tag, f"{label}{text}", self.links, parent, self.note))
            self.label, self.note = "", None
        self.words, self.links = [], 0

    def _inside(self, element: Any) -> None:
        self._add(element.text)
        for child in element:
            self.visit(child)
            self._add(child.tail)

    def _add(self, words: str | None) -> None:
        if words:
            words = re.sub(r"\s+", " ", words)
            self.words.append(words)
            self.links += len(words) if self.in_link else 0

    def _block(self, element: Any) -> None:
        self.flush("p", element.getparent())
        if element.tag == "li":
            self.label = _label(element)
        self._inside(element)
        self.flush(element.tag, element.getparent())

    def _table(self, table: Any) -> None:
        self.flush("p", table.getparent())
        cells = list(_cells(table))
        text = " ".join(words for _, _, words in cells)
        self.out.append(Block("table", text, 0, table.getparent(), None, cells))

    def _marker(self, element: Any) -> str | None:
        """The marker of a footnote that a raised number or a link to a note is, or None."""
        words = _plain(element)
        link = element if element.tag == "a" else element.find(".//a")
        target = "" if link is None else link.get("href") or ""
        if (back := _BACK_LINK.search(target)) and not "".join(self.words).strip():
            self.note = back[1]
            return words
        if m := _NOTE_LINK.search(target):
            return mark(m[1])
        number = number_of(words) if element.tag == "sup" else None
        return mark(number) if number and not _POWER.search("".join(self.words)) else None


def _label(item: Any) -> str:
    """The number or dash that a browser draws before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    start = parent.get("start") or "1"
    before = sum(1 for x in item.itersiblings("li", preceding=True))
    place = (int(start) if start.isdigit() else 1) + before
    if parent.get("type") in ("a", "A") and place <= 26:
        return f"{chr(ord(parent.get('type')) + place - 1)}) "
    return f"{place}. "


def is_data(table: Any) -> bool:
    """Whether a table holds data, not the layout of a page or a letterhead."""
    rows = table.findall("./tr") + table.findall("./*/tr")
    sizes = [len(r.findall("./td") + r.findall("./th")) for r in rows]
    if table.find(".//table") is not None or len(rows) < 2 or max(sizes, default=0) < 2:
        return False
    cells = [len(_plain(c)) for r in rows for c in r.findall("./td") + r.findall("./th")]
    wide = sum(1 for s in sizes if s > 1)
    return wide >= 2 and sum(cells) / max(len(cells), 1) < 400 and max(cells) < 3000


def _cells(table: Any) -> Iterator[tuple[int, int, str]]:
    """Row, column (spans counted) and words of each cell."""
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(table.findall("./tr") + table.findall("./*/tr")):
        c = 0
        for cell in (x for x in row if x.tag in ("td", "th")):
            while (r, c) in taken:
                c += 1
            yield r, c, " ".join(b.text for b in blocks(cell))
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            taken |= {(r + i, c + j) for i in range(down) for j in range(across)}
            c += across


def _span(cell: Any, name: str) -> int:
    value = cell.get(name) or "1"
    return min(int(value), 200) if value.isdigit() and int(value) > 0 else 1
