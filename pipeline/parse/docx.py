"""DOCX: paragraphs, lists, tables, footnotes and text boxes -> pieces."""

from collections.abc import Iterator
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse import numbering, office, styles
from pipeline.parse.layout import Piece, build
from pipeline.parse.legacy import Modern
from pipeline.parse.marks import mark
from pipeline.parse.package import Package
from pipeline.sources import Source
from pipeline.text import says_something

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
# In the fonts of before Unicode a soft hyphen is a letter.
_TEXT = {
    "tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad",
}  # fmt: skip
_OFF = {
    "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "rt", "sectPr",
    "annotationRef", "footnoteRef", "endnoteRef",
}  # fmt: skip
_TICKS = {"f0fe": "☒", "f052": "☒", "f0a8": "☐", "f06f": "☐"}


def parse(source: Source) -> Document:
    """The document of a DOCX file; headers, footers, deleted and hidden text are left out."""
    package = Package(source)
    root = package.part(package.main)
    body = None if root is None else root.find("body")
    if body is None:
        raise UnreadableError(
            "damaged", f"{source.name} holds no Word text; save it as DOCX in Word and run again."
        )
    reader = _Reader(package)
    pieces = list(reader.pieces(body))
    document = build(source, pieces, reader=reader.modern.named("docx"))
    if not document.text:
        raise UnreadableError(
            "empty", f"{source.name} has no words; check that the right file was put in."
        )
    return document


class _Reader:
    """Goes through a document once, in order: list numbers and note numbers depend on it."""

    def __init__(self, package: Package) -> None:
        self._styles = styles.read(package.part(package.related(package.main, "styles")))
        self._lists = numbering.read(package.part(package.related(package.main, "numbering")))
        self._notes: dict[tuple[str, str], Any] = {}
        for kind in ("footnote", "endnote"):
            root = package.part(package.related(package.main, f"{kind}s"))
            for note in () if root is None else root.iter(kind):
                self._notes[kind, note.get("id")] = note
        self._numbers = {"footnote": 0, "endnote": 0}
        self._fields: list[str] = []
        self._waiting: list[Piece] = []
        self._carried = ""
        self._font: str | None = None
        self.modern = Modern()

    def pieces(self, container: Any) -> Iterator[Piece]:
        """The pieces of what a body, cell, note or text box holds."""
        for child in container:
            if child.tag == "p":
                yield from self._paragraph(child)
            elif child.tag == "tbl":
                yield from self._table(child)
            elif child.tag == f"{_MC}AlternateContent":
                yield from self.pieces(child[0] if len(child) else ())
            elif child.tag not in _OFF and not _is_contents(child):
                yield from self.pieces(child)

    def _paragraph(self, element: Any) -> Iterator[Piece]:
        """A paragraph, then the notes and text boxes that hang on it."""
        style = self._style(element)
        self._font = style.font
        text = self._carried + "".join(self._words(element))
        self._carried = ""
        if styles.on(element.find("pPr/rPr"), "del"):
            self._carried = text  # its end was deleted: it runs on into the next paragraph
            return
        waiting, self._waiting = self._waiting, []
        # Rows of dashes and dots are drawn lines.
        if not style.name.startswith("toc ") and says_something(text):
            label = self._label(element, style)
            level = styles.outline(element.find("pPr")) or style.heading
            yield from office.paragraphs(f"{label} {text}" if label else text, level)
        yield from waiting

    def _style(self, element: Any) -> styles.Style:
        reference = element.find("pPr/pStyle")
        key = "" if reference is None else reference.get("val")
        return self._styles.get(key, styles.Style())

    def _label(self, element: Any, style: styles.Style) -> str | None:
        own = styles.numbered(element) or style.numbered
        return self._lists.label(*own) if own else None

    def _words(self, element: Any) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == "r":
                if not self._hidden(child):
                    yield self.modern.run("".join(self._words(child)), self._font_of(child))
            elif tag == "t" or tag == _MATH_TEXT:
                yield (child.text or "") if "code" not in self._fields else ""
            elif tag in _TEXT:
                yield _TEXT[tag]
            elif tag == "sym":
                yield _TICKS.get(child.get("char", "").lower(), "")
            elif tag == "fldChar":
                self._field(child.get("fldCharType"))
            elif tag in ("footnoteReference", "endnoteReference"):
                yield self._mark(tag.removesuffix("Reference"), child)
            elif tag == "txbxContent":
                self._waiting += list(_Nested(self).pieces(child))
            elif tag == f"{_MC}AlternateContent":
                yield from self._words(child[0] if len(child) else ())
            elif tag not in _OFF:
                yield from self._words(child)

    def _hidden(self, run: Any) -> bool:
        properties = run.find("rPr")
        reference = None if properties is None else properties.find("rStyle")
        if reference is not None and self._styles.get(reference.get("val"), styles.Style()).hidden:
            return True
        return styles.on(properties, "vanish")

    def _font_of(self, run: Any) -> str | None:
        reference = run.find("rPr/rStyle")
        key = None if reference is None else reference.get("val")
        named = self._styles.get(key, styles.Style()).font if key else None
        return styles.font(run) or named or self._font

    def _field(self, what: str | None) -> None:
        """Between `begin` and `separate` a field's words are its instruction, not text."""
        if what == "begin":
            self._fields.append("code")
        elif what == "separate" and self._fields:
            self._fields[-1] = "result"
        elif what == "end" and self._fields:
            self._fields.pop()

    def _mark(self, kind: str, reference: Any) -> str:
        note = self._notes.get((kind, reference.get("id")))
        if note is None:
            return ""
        self._numbers[kind] += 1
        # Word counts endnotes i, ii, iii where nothing else is said.
        style = "decimal" if kind == "footnote" else "lowerRoman"
        number = numbering.written(self._numbers[kind], style)
        self._waiting.append(office.note(list(_Nested(self).pieces(note)), number))
        return mark(number)

    def _table(self, element: Any) -> Iterator[Piece]:
        yield from office.table(list(self._cells(element)), self._ruled(element))

    def _cells(self, table: Any) -> Iterator[tuple[int, int, list[Piece]]]:
        """Row, column and contents of each cell; of merged cells the first."""
        for r, row in enumerate(_children(table, "tr")):
            column = 0
            for cell in _children(row, "tc"):
                span = cell.find("tcPr/gridSpan")
                merged = cell.find("tcPr/vMerge")
                if merged is None or merged.get("val") == "restart":
                    yield r, column, list(self.pieces(cell))
                column += int(span.get("val", 1)) if span is not None else 1

    def _ruled(self, table: Any) -> bool:
        if any(b.get("val") not in ("none", "nil") for x in table.iter("tcBorders") for b in x):
            return True
        own = styles.ruled(table.find("tblPr"))
        if own is None:
            reference = table.find("tblPr/tblStyle")
            key = "" if reference is None else reference.get("val")
            own = self._styles.get(key, styles.Style()).ruled
        return bool(own)


class _Nested(_Reader):
    """Reads a text box or note inside a paragraph: lists and notes count on, fields are its own."""

    def __init__(self, outer: _Reader) -> None:
        self._styles, self._lists, self._notes = outer._styles, outer._lists, outer._notes
        self._numbers, self.modern = outer._numbers, outer.modern
        self._fields, self._waiting, self._carried, self._font = [], [], "", outer._font


def _is_contents(element: Any) -> bool:
    """Whether a content control holds the generated table of contents."""
    gallery = element.find("sdtPr/docPartObj/docPartGallery") if element.tag == "sdt" else None
    return gallery is not None and gallery.get("val") == "Table of Contents"


def _children(element: Any, tag: str) -> Iterator[Any]:
    """Children of a tag, also those in content controls and tracked insertions."""
    for child in element:
        if child.tag == tag:
            if child.find(f"{tag}Pr/del") is None:
                yield child
        elif child.tag in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _children(child, tag)
