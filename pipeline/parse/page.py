"""A PDF page taken apart: header and footer off, footnotes apart from the body."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import reduce
from statistics import mode

from pipeline.model import Place, ReadWord
from pipeline.parse.glyphs import Row, Word, columns, spaced
from pipeline.parse.marks import mark, number_of, single_brackets
from pipeline.parse.ruled import Box, Table
from pipeline.text import DOUBT, MARK_OPEN

_PAGE_NUMBER = re.compile(r"[-–—\s.]*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s.]*", re.I)
_NOTE = re.compile(r"[(\[]?(\d{1,3}|\*{1,3})[)\]]?[.:]?(?=\s|[^\W\d])")
# Square metres are no footnotes.
_POWER = re.compile(r"(?:^|\W|\d)(?:m|km|cm|dm|mm)$", re.I)
_PLAIN_MARK = re.compile(rf"(?<=[^\s({MARK_OPEN}])\s?\((\d{{1,3}})\)")
# The page's own number before or after a running head; numbers within it tell rows apart.
_COUNTED = re.compile(r"^\d+(?:\s*/\s*\d+)?|\d+(?:\s*/\s*\d+)?$")
_ASCENT, _DESCENT = 0.95, 0.3
"""Of the type size, by which letters rise above their base line and hang below it."""
SHEET = Box(0.0, 0.0, 595.0, 842.0)
"""A4, in points."""
_EDGE_ROWS = 3
"""Rows at the top and bottom of a page that may be header or footer."""


@dataclass(slots=True)
class Page:
    """Body rows, note rows and tables; `drawn` is what is ruled, `frame` what of it is seen.

    `picture`: it is to be read from its picture; `scanned`: it was, turned by `turn` degrees
    clockwise; `unread`: it may have tables that could not be read.
    """

    number: int
    height: float
    rows: list[Row]
    drawn: list[Box]
    picture: bool = False
    scanned: bool = False
    unread: bool = False
    tables: list[Table] = field(default_factory=list)
    notes: list[Row] = field(default_factory=list)
    frame: Box = SHEET
    turn: float | None = None

    def place(self, rows: Sequence[Row]) -> Place | None:
        """Where rows are seen; None where there are none."""
        if not rows:
            return None
        x, y = self.frame.left, self.frame.top
        wide, high = self.frame.right - x, self.frame.bottom - y
        words = tuple(self._read_words(rows)) if self.scanned else ()
        places = [
            Place(
                self.number,
                _share(row.left - x, wide),
                _share(row.top - _ASCENT * row.size - y, high),
                _share(row.right - x, wide),
                _share(row.top + _DESCENT * row.size - y, high),
                self.turn,
                words if row is rows[0] else (),
            )
            for row in rows
        ]
        return reduce(Place.joined, places)

    def _read_words(self, rows: Sequence[Row]) -> Iterator[ReadWord]:
        left, wide = self.frame.left, self.frame.right - self.frame.left
        for word in (w for row in rows for w in row.words if w.sure is not None):
            edges = _share(word.left - left, wide), _share(word.right - left, wide)
            yield ReadWord(word.text, *edges, word.sure or 0.0)


def _share(part: float, whole: float) -> float:
    """A part of a page's width or height, from 0 to 1."""
    share = part / whole if whole > 0 else 0.0
    return round(share, 4) if 0.0 < share < 1.0 else float(share >= 1.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set: its number, the edges that long rows keep, the labels of its notes."""

    page: int
    left: float
    right: float
    labels: frozenset[str]


@dataclass(slots=True)
class Note:
    """A footnote: its label (None where a page only goes on with the last page's), its rows."""

    label: str | None
    rows: list[Row]


def setting(page: Page) -> Setting:
    """How the body of a page is set."""
    left, right = _margins(page.rows)
    own = frozenset(note.label for note in notes(page) if note.label)
    return Setting(page.number, left, right, own)


def _margins(rows: Sequence[Row]) -> tuple[float, float]:
    long = [r for r in rows if len(r.text) > 50] or rows
    if not long:
        return 0.0, 0.0
    return float(mode(round(r.left) for r in long)), float(mode(round(r.right) for r in long))


def in_order(page: Page) -> Iterator[Row | Table]:
    """The body rows and tables of a page in reading order."""
    at = 0
    for table in page.tables:
        end = next((i for i, r in enumerate(page.rows) if r.top > table.box.top), len(page.rows))
        yield from columns(page.rows[at:end])
        yield table
        at = max(at, end)
    yield from columns(page.rows[at:])


def take_furniture_off(pages: Sequence[Page]) -> None:
    """Drop what stands at the same height on several pages, page numbers and drawn lines."""
    seen = Counter(key for page in pages for key in {_key(r) for r in _edges(page)})
    often = max(2, round(0.3 * len(pages)))
    for page in pages:
        off = [r for r in _edges(page) if seen[_key(r)] >= often]
        off += _numbered_edge(page)
        page.rows = [r for r in page.rows if r not in off and any(map(str.isalnum, r.text))]


def _edges(page: Page) -> list[Row]:
    high = [r for r in page.rows[:_EDGE_ROWS] if r.top < 0.15 * page.height]
    low = [r for r in page.rows[-_EDGE_ROWS:] if r.top > 0.85 * page.height]
    return high + [r for r in low if r not in high and not raised_number(r)]


def _key(row: Row) -> tuple[str, int]:
    return _COUNTED.sub("#", row.text), round(row.top / 6)


def _numbered_edge(page: Page) -> list[Row]:
    """The rows at an edge from the page number outwards.

    At the left margin, where the line of a sentence may consist of a year, only a number near the
    page's own is one.
    """
    edges = _edges(page)
    for i, row in enumerate(edges):
        m = _PAGE_NUMBER.fullmatch(row.text)
        if m is None:
            continue
        inside = row.left > _margins(page.rows)[0] + 36
        if inside or abs(int(m[1]) - page.number) <= 3:
            return edges[: i + 1] if row.top < page.height / 2 else edges[i:]
    return []


def main_size(pages: Iterable[Page]) -> float:
    """The type size of the body: the largest of those in which a good part of the letters stands.

    Notes may well be longer than the body.
    """
    letters: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            letters[row.size] += len(row.text)
    return max((s for s, n in letters.items() if n > 0.25 * letters.total()), default=0.0)


def set_notes_apart(pages: Sequence[Page]) -> None:
    """Move the footnotes from the foot of each page's rows to its notes."""
    main = main_size(pages)
    going_on = False
    for page in pages:
        at = _notes_begin(page, main, going_on)
        page.notes, page.rows = page.rows[at:], page.rows[:at]
        going_on = bool(page.notes)


def _notes_begin(page: Page, main: float, going_on: bool) -> int:
    """Index of the first row of notes: the small rows at the bottom from where they begin.

    They begin with a raised number; or with a plain one, under a rule at the left margin or where
    the body bears its mark; or under such a rule going on with the last page's.
    """
    small = len(page.rows)
    while small and page.rows[small - 1].size < 0.95 * main:
        small -= 1
    marks = {n for r in page.rows[:small] for w in r.words if (n := raised(w, r))}
    for i in range(small, len(page.rows)):
        row = page.rows[i]
        above = page.rows[i - 1].top if i else 0.0
        under = any(above - 2 < b.top < row.top and _is_note_rule(b, page) for b in page.drawn)
        plain = _NOTE.match(row.text)
        begins = plain is not None and (under or plain[1] in marks)
        if raised_number(row) or begins or (under and going_on):
            return i
    return len(page.rows)


def _is_note_rule(box: Box, page: Page) -> bool:
    left = min(r.left for r in page.rows)
    return box.bottom - box.top < 3 and box.right - box.left > 36 and abs(box.left - left) < 24


def raised_number(row: Row) -> str | None:
    """The number that a row begins with in small raised type, or None."""
    first = row.words[0]
    return number_of(first.text) if first.size < 0.8 * row.size else None


def notes(page: Page) -> list[Note]:
    """The notes of a page. Where one has a raised number, a plain number begins none."""
    small = any(raised_number(r) for r in page.notes)
    out: list[Note] = []
    for row in page.notes:
        label = raised_number(row) if small else _plain_number(row, out)
        if label or not out:
            out.append(Note(label, [row]))
        else:
            out[-1].rows.append(row)
    return out


def _plain_number(row: Row, before: Sequence[Note]) -> str | None:
    """The plain number that begins a note: the first, or one more than the last."""
    m = _NOTE.match(row.text)
    last = before[-1].label if before else None
    if m and (last is None or not (m[1].isdigit() and last.isdigit())):
        return m[1] if not before or last is None else None
    return m[1] if m and last and int(m[1]) == int(last) + 1 else None


def written(row: Row) -> str:
    """The words of a row with its raised numbers as footnote markers."""
    out = ""
    before: Word | None = None
    for word in row.words:
        if before is not None and spaced(before, word, row.size):
            out += " "
        number = raised(word, row)
        text = _signed(word, begins=before is None) if word.doubtful else word.text
        out += mark(number) if number and not _POWER.search(out) else text
        before = word
    return single_brackets(out) if MARK_OPEN in out else out


def _signed(word: Word, begins: bool) -> str:
    """The text of a word, a doubtful one with its sign inside.

    There it hides neither how a line ends nor how it begins; what numbers a line stays as it is.
    """
    numbers = begins and not word.text.islower()
    if not word.doubtful or len(word.text) < 2 or numbers:
        return word.text
    return word.text[0] + DOUBT + word.text[1:]


def raised(word: Word, row: Row) -> str | None:
    """The number that a word in small raised type is, or None."""
    up = word.size < 0.8 * row.size and row.top - word.top > 0.1 * row.size
    return number_of(word.text) if up else None


def written_cell(row: Row) -> str:
    """The words of a row in a table; one of a single sign may be doubtful too, as a figure."""
    if len(row.words) == 1 and row.words[0].doubtful:
        return row.words[0].text + DOUBT
    return written(row)


def written_note(note: Note) -> list[str]:
    """The lines of a note, its own number as plain text before it."""
    lines = [written(r) for r in note.rows]
    if note.label and raised_number(note.rows[0]):
        lines[0] = f"{note.label} " + lines[0].removeprefix(mark(note.label)).lstrip()
    return lines


def with_plain_marks(text: str, own: frozenset[str]) -> str:
    """The text with `(2)` after a word marked where the page has a note 2."""
    return _PLAIN_MARK.sub(lambda m: mark(m[1]) if m[1] in own else m[0], text)
