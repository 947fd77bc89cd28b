"""DOC (Word 97 to 2003): through antiword or, where that is not installed, LibreOffice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document
from pipeline.parse import docx, office, programs
from pipeline.parse.layout import Fragment, Piece, build
from pipeline.parse.marks import mark
from pipeline.parse.numbering import written
from pipeline.sources import Source
from pipeline.text import says_something

# antiword writes the notes behind the text, each after its number in brackets.
_RULE = re.compile(r"^-{20,}\s*$", re.MULTILINE)
_NOTE = re.compile(r"^\[(\d{1,3}|[ivxlc]{1,6})\][ \t]*", re.MULTILINE)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_STYLES = {
    "upperroman": "upperRoman", "lowerroman": "lowerRoman", "upperalpha": "upperLetter",
    "loweralpha": "lowerLetter",
}  # fmt: skip
# What LibreOffice is told: no macros, no links followed, no way into a network.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop>'
    "</item>"
)


def parse(source: Source) -> Document:
    """The document of a DOC file."""
    if programs.ANTIWORD.there:
        try:
            return _by_antiword(source)
        except UnreadableError as error:
            if error.code != "damaged" or not programs.SOFFICE.there:
                raise
    if programs.SOFFICE.there:
        return _by_soffice(source)
    raise UnreadableError(
        "missing_program",
        f"{source.name}: DOC files need a program that is not installed; "
        f"run `{programs.ANTIWORD.mend}` and run again, or save it as DOCX.",
    )


def _by_antiword(source: Source) -> Document:
    """Its text as DocBook tells tables and marks, its plain text what the notes say."""
    if _is_locked(source.data):
        raise UnreadableError(
            "encrypted",
            f"{source.name} is protected by a password; remove the password and run again.",
        )
    with programs.scratch() as folder:
        file = _put(source, folder)
        call = [programs.ANTIWORD.name, "-m", "UTF-8.txt"]
        book = programs.run(source.name, [*call, "-x", "db", file.name], folder, source.limits)
        text = programs.run(source.name, [*call, "-w", "0", file.name], folder, source.limits)
    tree = _tree(source, book)
    lists = next(tree.iter("orderedlist", "itemizedlist"), None) is not None
    pieces = list(_Book(_notes(text.decode("utf-8", "replace"))).pieces(tree))
    document = build(source, pieces, reader="doc")
    # LibreOffice tells the fonts, and with them the capitals, and the depths of lists.
    if programs.SOFFICE.there and (lists or "," in document.reader):
        return _by_soffice(source)
    return _checked(document)


def _by_soffice(source: Source) -> Document:
    """What LibreOffice makes of it: a DOCX."""
    with programs.scratch() as folder:
        file = _put(source, folder)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
        call = [programs.SOFFICE.name, f"-env:UserInstallation={profile.parent.as_uri()}"]
        call += ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
        call += ["--infilter=MS Word 97", "--convert-to", "docx", "--outdir", str(folder)]
        programs.run(source.name, [*call, str(file)], folder, source.limits)
        made = file.with_suffix(".docx")
        if not made.is_file():
            raise UnreadableError(
                "damaged",
                f"{source.name} is damaged and cannot be opened; open it in Word, save it as DOCX "
                "and run again.",
            )
        data = made.read_bytes()
    document = docx.parse(replace(source, data=data, format="docx"))
    reader = document.reader.replace("docx", "doc, by LibreOffice", 1)
    return replace(document, format=source.format, reader=reader)


def _profile() -> str:
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    space = 'xmlns:oor="http://openoffice.org/2001/registry"'
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items {space}>{items}</oor:items>'


def _put(source: Source, folder: Path) -> Path:
    """The document in the folder, under a name that no program can take for an option."""
    file = folder / "document.doc"
    file.write_bytes(source.data)
    return file


def _is_locked(data: bytes) -> bool:
    """Whether the head of the Word stream, in the first sector as a rule, says so."""
    head = data[512:524]
    return head[:2] == b"\xec\xa5" and bool(head[11] & 1)


def _checked(document: Document) -> Document:
    if not document.text:
        raise UnreadableError(
            "empty", f"{document.name} has no words; check that the right file was put in."
        )
    return document


def _notes(text: str) -> list[str]:
    """What the notes of a document say, in order, from the end of its plain text."""
    parts = _RULE.split(text)
    found = _NOTE.split(parts[-1]) if len(parts) > 1 else []
    return [" ".join(words.split()) for words in found[2::2]]


def _tree(source: Source, book: bytes) -> Any:
    etree = import_module("lxml.etree")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False
    )
    words = _CONTROL.sub("", book.decode("utf-8", "replace"))
    words = re.sub(r"^<\?xml[^>]*\?>", "", words)
    root = etree.fromstring(words, parser)
    if root is None:
        raise UnreadableError(
            "damaged",
            f"{source.name} is damaged and cannot be opened; open it in Word, save it as DOCX "
            "and run again.",
        )
    return root


class _Book:
    """Goes through a book once, in order: its notes are numbered so."""

    def __init__(self, notes: list[str]) -> None:
        self._notes = iter(notes)
        self._number = 0
        self._waiting: list[Piece] = []

    def pieces(self, container: Any) -> Iterator[Piece]:
        """The pieces of a book, chapter, section or list."""
        for child in container:
            if child.tag == "title":
                yield from self._lines(child, 1)
            elif child.tag == "para" and child.find("informaltable") is None:
                yield from self._lines(child, None)
            elif child.tag == "informaltable":
                yield from office.table(list(self._cells(child)), ruled=True)
            elif child.tag in ("orderedlist", "itemizedlist"):
                yield from self._list(child)
            elif child.tag not in ("bookinfo", "footnote"):
                yield from self.pieces(child)

    def _list(self, element: Any) -> Iterator[Piece]:
        """The items of a list, each after the label that its kind gives it."""
        style = _STYLES.get(element.get("numeration"), "decimal")
        for number, item in enumerate(element.findall("listitem"), 1):
            label = "-" if element.tag == "itemizedlist" else f"{written(number, style)}."
            for paragraph in item.findall("para"):
                yield from self._lines(paragraph, None, label)
                label = ""
            yield from self.pieces(e for e in item if e.tag != "para")

    def _lines(self, element: Any, level: int | None, label: str = "") -> Iterator[Piece]:
        text = f"{label} {''.join(self._words(element)).strip()}".strip()
        waiting, self._waiting = self._waiting, []
        if says_something(text):
            yield from office.paragraphs(text, level)
        yield from waiting

    def _words(self, element: Any) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if child.tag == "footnote":
                yield self._mark()
            elif isinstance(child.tag, str):
                yield from self._words(child)
            yield child.tail or ""

    def _mark(self) -> str:
        self._number += 1
        number = str(self._number)
        self._waiting.append(
            Piece(BlockKind.FOOTNOTE, (Fragment(f"{number} {next(self._notes, '')}"),),
                  label=number)
        )  # fmt: skip
        return mark(number)

    def _cells(self, table: Any) -> Iterator[tuple[int, int, list[Piece]]]:
        """Row, column and contents of each cell; each line of a cell is a paragraph."""
        for r, row in enumerate(table.iter("row")):
            for c, cell in enumerate(row.findall("entry")):
                inside = list(self._cell(cell))
                if inside:
                    yield r, c, inside

    def _cell(self, cell: Any) -> Iterator[Piece]:
        text = "".join(self._words(cell))
        for line in text.split("\n"):
            if says_something(line):
                yield from office.paragraphs(line, None)
        waiting, self._waiting = self._waiting, []
        yield from waiting
