"""RTF: paragraphs, tables, notes and text boxes -> pieces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.errors import UnreadableError
from pipeline.model import Document, Issue, Severity
from pipeline.parse import office
from pipeline.parse.layout import Piece, build
from pipeline.parse.legacy import Modern, is_old
from pipeline.parse.marks import mark
from pipeline.parse.rows import Row, cells
from pipeline.sources import Source
from pipeline.text import says_something

_TOKEN = re.compile(
    r"""\\(?P<word>[A-Za-z]{1,40})(?P<number>-?\d{1,9})?[ ]?
      | \\'(?P<byte>[0-9A-Fa-f]{2})
      | \\(?P<sign>[^A-Za-z])
      | (?P<brace>[{}])
      | (?P<text>[^\\{}\r\n]+)
      | [\r\n]+ | \\""",
    re.VERBOSE | re.DOTALL,
)
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "tab": " ", "line": "\n", "enspace": " ", "emspace": " ",
    "qmspace": " ", "nestcell": " ", "nestrow": " ", "lbr": "\n",
}  # fmt: skip
_OFF = {
    "colortbl", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn",
    "generator", "filetbl", "listtable", "listoverridetable", "revtbl", "rsidtbl", "xe", "tc",
    "annotation", "atnid", "atnauthor", "sp", "sn", "sv", "fldinst", "nonshppict", "upr",
    "template", "bkmkstart", "bkmkend", "datafield", "themedata", "falt", "panose", "nonesttables",
}  # fmt: skip
# Groups that say "skip me if you do not know me" and that hold words.
_KEPT = {"shpinst", "shptxt", "ud", "footnote", "shppict", "nesttableprops"}
# Windows' numbers of character sets of fonts -> the code page of their bytes.
_PAGES = {
    163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253", 162: "cp1254", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 222: "cp874", 128: "cp932", 134: "gbk", 136: "big5", 129: "cp949",
}  # fmt: skip
_RULES = {"brdrs", "brdrth", "brdrdb", "brdrdot", "brdrdash", "brdrhair", "brdrsh", "brdrtriple"}


def parse(source: Source) -> Document:
    """The document of an RTF file; headers, footers, deleted and hidden text are left out."""
    text = source.data.decode("latin-1")
    reader = _Reader()
    whole = reader.read(text)
    issues = [] if whole else [_cut(source)]
    pieces = list(reader.out.pieces)
    document = build(source, pieces, reader=reader.modern.named("rtf"), issues=issues)
    if not document.text:
        raise UnreadableError(
            "empty", f"{source.name} has no words; check that the right file was put in."
        )
    return document


def _cut(source: Source) -> Issue:
    return Issue(
        "cut_off",
        Severity.WARNING,
        f"{source.name} ends in the middle; what stood after is not there: "
        "open it in Word, save it again and run again.",
    )


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it."""

    off: bool = False
    table: str | None = None
    font: int = 0
    hidden: bool = False
    skips: int = 1
    cells: bool = False
    level: int | None = None


@dataclass(slots=True)
class _Flow:
    """A body, note or text box under construction."""

    pieces: list[Piece] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    waiting: list[Piece] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    row: list[list[Piece]] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


class _Reader:
    """Goes through the tokens once; `out` is where words go: the body, or a note in it."""

    def __init__(self) -> None:
        self.out = _Flow()
        self.modern = Modern()
        self._outer: list[tuple[int, str, _Flow]] = []
        self._stack: list[_State] = []
        self._now = _State()
        self._fonts: dict[int, str] = {}
        self._pages: dict[int, str] = {}
        self._page = "cp1252"
        self._default = 0
        self._levels: dict[int, int] = {}
        self._style = 0
        self._bytes = bytearray()
        self._run: list[str] = []
        self._skip = 0
        self._starred = False
        self._notes = {"footnote": 0, "endnote": 0}
        self._row = Row([], [], False, [])
        self._below = False
        self._border = False

    def read(self, text: str) -> bool:
        """Read it all; whether every group was closed."""
        at = 0
        while m := _TOKEN.match(text, at):
            at = m.end()
            if m["word"]:
                if m["word"] == "bin":
                    at += max(int(m["number"] or 0), 0)
                self._word(m["word"], int(m["number"]) if m["number"] else None)
            elif m["byte"]:
                self._byte(int(m["byte"], 16))
            elif m["brace"]:
                self._brace(m["brace"])
                if not self._stack and m["brace"] == "}":
                    break
            elif m["sign"]:
                self._sign(m["sign"])
            elif m["text"]:
                self._text(m["text"])
        self._flush()
        whole = not self._stack
        while self._outer:
            self._leave()
        self._paragraph()
        self._table()
        return whole

    def _brace(self, brace: str) -> None:
        self._flush()
        if brace == "{":
            self._stack.append(self._now)
            self._skip = 0
            return
        if not self._stack:
            return
        if self._outer and self._outer[-1][0] == len(self._stack):
            self._leave()
        self._now = self._stack.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign == "~":
            self._text(" ")
        elif sign == "_":
            self._text("-")
        elif sign == "-":
            self._text("\u00ad")  # a letter in the fonts of before Unicode
        elif sign in "\\{}":
            self._text(sign)
        elif sign in "\r\n":
            self._word("par", None)

    def _text(self, words: str) -> None:
        if self._skip:
            dropped = min(self._skip, len(words))
            self._skip -= dropped
            words = words[dropped:]
        if self._now.table == "fonts":
            name = self._fonts.get(self._now.font, "")
            self._fonts[self._now.font] = (name + words).rstrip(";")
        if self._now.off or self._now.hidden or self._now.table or not words:
            return
        if not words.isascii():
            self._bytes += words.encode("latin-1", "replace")
            return
        self._unbyte()
        self._run.append(words)

    def _byte(self, byte: int) -> None:
        if self._skip:
            self._skip -= 1
        elif not (self._now.off or self._now.hidden or self._now.table):
            self._bytes.append(byte)

    def _unbyte(self) -> None:
        """Turn the bytes gathered into letters, by the character set of their font."""
        if self._bytes:
            page = self._pages.get(self._now.font, self._page)
            if is_old(self._fonts.get(self._now.font)):
                page = "cp1252"
            self._run.append("".join(_letters(bytes(self._bytes), page)))
            self._bytes.clear()

    def _flush(self) -> None:
        """Move the run gathered to the paragraph, in Unicode."""
        self._unbyte()
        if self._run:
            words = "".join(self._run)
            words = words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            self.out.words.append(self.modern.run(words, self._fonts.get(self._now.font)))
            self._run.clear()

    def _word(self, word: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == "u" and number is not None:
            self._unbyte()
            if not (self._now.off or self._now.hidden or self._now.table):
                self._run.append(chr(number & 0xFFFF))
            self._skip = self._now.skips
            return
        if self._skip and word not in ("u", "uc"):
            self._skip = max(self._skip - 1, 0)
        if word in ("fonttbl", "stylesheet"):
            self._now = replace(self._now, table="fonts" if word == "fonttbl" else "styles")
        elif word == "ud":
            self._now = replace(self._now, off=False)
        elif word in _OFF or (starred and word not in _KEPT):
            self._now = replace(self._now, off=True)
        elif self._now.table:
            self._define(word, number)
        elif not self._now.off:
            self._apply(word, number)

    def _define(self, word: str, number: int | None) -> None:
        """A property in the table of fonts or of styles."""
        if word == "f" and self._now.table == "fonts":
            self._now = replace(self._now, font=number or 0)
            self._fonts.setdefault(number or 0, "")
        elif word == "fcharset" and number in _PAGES:
            self._pages[self._now.font] = _PAGES[number]
        elif word == "s":
            self._style = number or 0
        elif word == "outlinelevel" and number is not None and number < 9:
            self._levels[self._style] = number + 1

    def _apply(self, word: str, number: int | None) -> None:
        if word in _SIGNS:
            self._unbyte()
            if not self._now.hidden:
                self._run.append(_SIGNS[word])
        elif word in ("par", "sect", "page", "column"):
            self._flush()
            self._paragraph()
        elif word in ("footnote", "shptxt"):
            self._flush()
            self._outer.append((len(self._stack), word, self.out))
            self.out = _Flow()
            self._now = replace(self._now, cells=False, level=None)
        elif word == "ftnalt" and self._outer and self._outer[-1][1] == "footnote":
            self._outer[-1] = (self._outer[-1][0], "endnote", self._outer[-1][2])
        elif word == "ansicpg" and number:
            self._page = f"cp{number}"
        elif word == "deff":
            self._default = number or 0
        else:
            self._format(word, number)
            self._lay_out(word, number)

    def _format(self, word: str, number: int | None) -> None:
        """A property of letters or paragraphs."""
        on = number != 0
        if word in ("f", "plain", "v", "deleted"):
            self._flush()
        if word == "f":
            self._now = replace(self._now, font=number or 0)
        elif word == "plain":
            self._now = replace(self._now, font=self._default, hidden=False)
        elif word in ("v", "deleted"):
            self._now = replace(self._now, hidden=on)
        elif word == "uc":
            self._now = replace(self._now, skips=max(number or 0, 0))
        elif word == "pard":
            self._now = replace(self._now, cells=False, level=None)
        elif word == "intbl":
            self._now = replace(self._now, cells=True)
        elif word == "s":
            self._now = replace(self._now, level=self._levels.get(number or 0))
        elif word == "outlinelevel" and number is not None:
            self._now = replace(self._now, level=number + 1 if number < 9 else None)

    def _lay_out(self, word: str, number: int | None) -> None:
        """A part of a table."""
        out = self.out
        self._border &= word.startswith("brdr")
        if word == "trowd":
            self._row = Row([], [], False, [])
            self._below = False
        elif word == "cellx":
            self._row.edges.append(number or 0)
            self._row.below.append(self._below)
            self._below = False
        elif word in ("clvmrg", "clmrg"):
            self._below = True
        elif word.startswith(("clbrdr", "trbrdr")):
            self._border = True
        elif word.startswith("brdr"):
            self._row.ruled |= self._border and word in _RULES
        elif word == "cell":
            self._flush()
            self._paragraph(in_cell=True)
            out.row.append(out.cell)
            out.cell = []
        elif word == "row":
            if out.row:
                row = Row(self._row.edges, self._row.below, self._row.ruled, out.row)
                out.rows.append(row)
            out.row = []

    def _paragraph(self, in_cell: bool = False) -> None:
        """End the paragraph gathered: into its cell, or into the flow."""
        out = self.out
        text = "".join(out.words)
        made = list(office.paragraphs(text, self._now.level)) if says_something(text) else []
        made += out.waiting
        out.words, out.waiting = [], []
        if in_cell or self._now.cells or out.row:
            out.cell += made
        elif made:
            self._table()
            out.pieces += made

    def _table(self) -> None:
        """End the table gathered, where there is one."""
        out = self.out
        out.pieces += out.cell + [p for cell in out.row for p in cell] if not out.rows else []
        rows, out.rows = out.rows, []
        if rows:
            out.pieces += office.table(list(cells(rows)), any(r.ruled for r in rows))
            out.pieces += [p for cell in (*out.row, out.cell) for p in cell]
        out.row, out.cell = [], []

    def _leave(self) -> None:
        """End a note or text box: it waits for the end of the paragraph that it hangs on."""
        _, kind, outer = self._outer.pop()
        self._paragraph()
        self._table()
        inside, self.out = self.out.pieces, outer
        if kind == "shptxt":
            outer.waiting += inside
            return
        self._notes[kind] += 1
        number = str(self._notes[kind])
        outer.words.append(mark(number))
        outer.waiting.append(office.note(inside, number))


def _letters(data: bytes, page: str) -> Iterator[str]:
    try:
        yield data.decode(page)
    except (UnicodeDecodeError, LookupError):
        # Bytes that a page leaves undefined are the letters of Latin-1, as fonts of old use them.
        for byte in data:
            one = bytes([byte])
            try:
                yield one.decode(page if page.startswith("cp12") else "cp1252")
            except (UnicodeDecodeError, LookupError):
                yield chr(byte)
