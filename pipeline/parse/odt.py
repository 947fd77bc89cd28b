"""ODT: paragraphs, lists, tables, notes and text boxes -> pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse import numbering, office
from pipeline.parse.layout import Piece, build
from pipeline.parse.legacy import Modern
from pipeline.parse.marks import mark
from pipeline.parse.package import Package
from pipeline.sources import Source
from pipeline.text import says_something

_OFF = {
    "tracked-changes", "annotation", "annotation-end", "note-citation", "table-of-content",
    "illustration-index", "table-index", "alphabetical-index", "bibliography", "sequence-decls",
    "forms", "hidden-text", "ruby-text", "binary-data", "title", "desc", "event-listeners",
    "script", "change", "change-start", "change-end",
}  # fmt: skip
_BULLETS = {"-": "-", "–": "-", "—": "-", "+": "+", "*": "*"}
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_MOST = 200
"""Columns or rows that one cell may stand for; sheets repeat the empty ones a million times."""


def parse(source: Source) -> Document:
    """The document of an ODT file; headers, footers, deleted and hidden text are left out."""
    package = Package(source)
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        raise UnreadableError(
            "encrypted",
            f"{source.name} is protected by a password; remove the password and run again.",
        )
    content = package.tree("content.xml")
    body = None if content is None else content.find("{*}body/{*}text")
    if content is None or body is None:
        raise UnreadableError(
            "damaged", f"{source.name} holds no text; save it as ODT or DOCX and run again."
        )
    reader = _Reader(_styles(package.tree("styles.xml"), content))
    pieces = list(reader.pieces(body))
    document = build(source, pieces, reader=reader.modern.named("odt"))
    if not document.text:
        raise UnreadableError(
            "empty", f"{source.name} has no words; check that the right file was put in."
        )
    return document


@dataclass(slots=True)
class _Styles:
    """What the styles say, by name: what each is based on, its font, lists and borders."""

    parents: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    ruled: set[str] = field(default_factory=set)
    list_of: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Any] = field(default_factory=dict)

    def font(self, name: str | None) -> str | None:
        """The font of a style or of the nearest one under it."""
        for _ in range(_MOST):
            if name is None or name in self.fonts:
                break
            name = self.parents.get(name)
        return self.fonts.get(name) if name else None


def _styles(*roots: Any) -> _Styles:
    out = _Styles()
    families: dict[str, str] = {}
    for root in (r for r in roots if r is not None):
        for face in root.iter("{*}font-face"):
            families[_get(face, "name")] = _get(face, "font-family").strip("'\"")
        for style in root.iter("{*}style"):
            _add_style(out, style, families)
        for shape in (
            e for tag in ("list-style", "outline-style") for e in root.iter(f"{{*}}{tag}")
        ):
            name = _get(shape, "name") if _tag(shape) == "list-style" else ""
            for level in shape:
                out.levels[name, int(_get(level, "level") or 1)] = level
    return out


def _add_style(out: _Styles, style: Any, families: dict[str, str]) -> None:
    name = _get(style, "name")
    if parent := _get(style, "parent-style-name"):
        out.parents[name] = parent
    if shape := _get(style, "list-style-name"):
        out.list_of[name] = shape
    for properties in style:
        font = _get(properties, "font-name")
        font = families.get(font, font) or _get(properties, "font-family").strip("'\"")
        if font:
            out.fonts[name] = font
        if _get(properties, "display") == "none":
            out.hidden.add(name)
        borders = (v for k, v in properties.attrib.items() if "}border" in k)
        if _tag(properties) == "table-cell-properties" and any(b != "none" for b in borders):
            out.ruled.add(name)


class _Reader:
    """Goes through a document once, in order: list numbers and note numbers depend on it."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._numbers = {"footnote": 0, "endnote": 0}
        self._waiting: list[Piece] = []
        self.modern = Modern()

    def pieces(self, container: Any) -> Iterator[Piece]:
        """The pieces of what a body, section, cell, note or text box holds."""
        for child in container:
            tag = _tag(child)
            if tag in ("p", "h"):
                yield from self._paragraph(child, None)
            elif tag == "list":
                yield from self._list(child, _get(child, "style-name"), 1)
            elif tag == "table":
                yield from office.table(list(self._cells(child)), self._is_ruled(child))
            elif tag not in _OFF:
                yield from self.pieces(child)

    def _paragraph(self, element: Any, label: str | None) -> Iterator[Piece]:
        """A paragraph, then the notes and text boxes that hang on it."""
        outer, self._waiting = self._waiting, []
        style = _get(element, "style-name")
        level = None
        if _tag(element) == "h":
            level = min(int(_get(element, "outline-level") or 1), 9)
            label = label or self._number("", level)
        text = "" if style in self._styles.hidden else "".join(self._words(element, style))
        waiting, self._waiting = self._waiting, outer
        if says_something(text):
            yield from office.paragraphs(f"{label} {text}" if label else text, level)
        yield from waiting

    def _list(self, element: Any, shape: str, depth: int) -> Iterator[Piece]:
        if depth == 1 and not (
            _get(element, "continue-numbering") or _get(element, "continue-list")
        ):
            self._counts.pop(shape, None)
        for item in element:
            labelled = _tag(item) != "list-item"
            start = _get(item, "start-value")
            if start.isdigit():
                self._counts.setdefault(shape, {})[depth] = int(start) - 1
            for child in item:
                if _tag(child) == "list":
                    yield from self._list(child, _get(child, "style-name") or shape, depth + 1)
                elif _tag(child) in ("p", "h"):
                    own = shape or self._styles.list_of.get(_get(child, "style-name"), "")
                    yield from self._paragraph(
                        child, None if labelled or not own else self._number(own, depth)
                    )
                    labelled = True

    def _number(self, shape: str, depth: int) -> str | None:
        """The label of the next paragraph of a list at a depth (from 1), or None."""
        level = self._styles.levels.get((shape, depth))
        if level is None:
            return None
        if _tag(level) == "list-level-style-bullet":
            return _BULLETS.get(_get(level, "bullet-char"), "•")
        counts = self._counts.setdefault(shape, {})
        counts[depth] = counts.get(depth, int(_get(level, "start-value") or 1) - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        shown = int(_get(level, "display-levels") or 1)
        if not _get(level, "num-format"):
            return None
        numbers = (self._written(shape, d, counts) for d in range(depth - shown + 1, depth + 1))
        return f"{_get(level, 'num-prefix')}{'.'.join(numbers)}{_get(level, 'num-suffix')}".strip()

    def _written(self, shape: str, depth: int, counts: dict[int, int]) -> str:
        level = self._styles.levels.get((shape, depth))
        style = "" if level is None else _get(level, "num-format")
        return numbering.written(counts.get(depth, 1), _FORMATS.get(style, "decimal"))

    def _words(self, element: Any, style: str | None) -> Iterator[str]:
        """The words of an element in the font of its style, marks for its notes."""
        font = self._styles.font(style)
        yield self.modern.run(_blanks(element.text), font)
        for child in element:
            yield from self._inside(child, style)
            yield self.modern.run(_blanks(child.tail), font)

    def _inside(self, child: Any, style: str | None) -> Iterator[str]:
        tag = _tag(child)
        if tag == "s" or tag == "tab":
            yield " "
        elif tag == "line-break":
            yield "\n"
        elif tag == "note":
            yield self._mark(child)
        elif tag in ("text-box", "table", "list", "p"):
            self._waiting += list(self.pieces([child] if tag != "text-box" else child))
        elif not tag or tag in _OFF or _get(child, "style-name") in self._styles.hidden:
            return
        else:
            own = _get(child, "style-name") if tag == "span" else ""
            yield from self._words(child, own if self._styles.font(own) else style)

    def _mark(self, element: Any) -> str:
        kind = _get(element, "note-class") or "footnote"
        self._numbers[kind] = self._numbers.get(kind, 0) + 1
        said = element.findtext("{*}note-citation") or ""
        number = said.strip() or numbering.written(self._numbers[kind], "decimal")
        body = element.find("{*}note-body")
        inside = [] if body is None else list(self.pieces(body))
        self._waiting.append(office.note(inside, number))
        return mark(number)

    def _cells(self, table: Any) -> Iterator[tuple[int, int, list[Piece]]]:
        for r, row in enumerate(_rows(table)):
            column = 0
            for cell in row:
                if _tag(cell) not in ("table-cell", "covered-table-cell"):
                    continue
                inside = list(self.pieces(cell)) if _tag(cell) == "table-cell" else []
                if inside:
                    yield r, column, inside
                column += min(int(_get(cell, "number-columns-repeated") or 1), _MOST)

    def _is_ruled(self, table: Any) -> bool:
        return any(_get(c, "style-name") in self._styles.ruled for c in table.iter("{*}table-cell"))


def _rows(table: Any) -> Iterator[Any]:
    """The rows of a table, also those of its head and of groups."""
    for child in table:
        if _tag(child) == "table-row":
            yield child
        elif _tag(child) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _blanks(text: str | None) -> str:
    """The text with its line ends as the spaces that they are in XML."""
    return re.sub(r"\s+", " ", text or "")


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _get(element: Any, name: str) -> str:
    """The attribute of this name in whichever vocabulary; empty where there is none."""
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), "")
