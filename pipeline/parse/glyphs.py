"""Words and rows of a PDF page, by the size and place of its characters."""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import atan2, degrees, hypot
from typing import Any

from pipeline.parse.legacy import modern

_SPACES = frozenset(map(ord, " \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000")) | {0}
# The library reports a hyphen that ends a line as one of these.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xFFFF: ""}
_COMBINING = range(0x300, 0x370)
_BOLD_WEIGHT = 600
_SPACE = 0.15
"""Of the type size; a space is a quarter of it, and may be missing in the file."""
_MOTTO = re.compile(r"đảng cộng sản việt nam$|cộng h(?:òa|oà) xã hội chủ nghĩa", re.IGNORECASE)
_SIDES = re.compile(rf"{_MOTTO.pattern}|nơi nhận|^số\b", re.IGNORECASE)
# What begins a line of its own in a letterhead or signature block.
_OWN = re.compile(
    r"(?:số|đảng|ban|[uủ][yỷ]|chi|huyện|tỉnh|thành|quận|thị|xã|phường|sở|hội|đoàn|công|liên"
    r"|trường|trung tâm|bệnh viện|văn phòng|khối|bộ|cục|cộng|độc lập|nơi|t/m|t/l|tm|tl|k/t|kt"
    r"|phó|bí thư|chủ|trưởng|giám đốc)\b|\W",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Word:
    """Characters side by side in one size; `order` counts in the order of the file.

    `top` is the distance of the base line from the top edge; `glued` says that no space stands
    before it in the file; `doubtful` that it was read from a picture and may be another word.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    bold: bool
    order: int
    glued: bool
    doubtful: bool = False


@dataclass(slots=True)
class Row:
    """The words on one base line, from left to right; `size` is that of most of its letters.

    `tail`: it goes on with the row before it in a narrow column.
    """

    words: list[Word]
    top: float
    tail: bool = False
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self.words.sort(key=lambda w: (w.left, w.order))
        letters: Counter[float] = Counter()
        for word in self.words:
            letters[word.size] += len(word.text)
        self.size = max(letters, key=lambda s: (letters[s], s))

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(w.right for w in self.words)

    @property
    def bold(self) -> bool:
        return sum(len(w.text) for w in self.words if w.bold) * 2 > sum(
            len(w.text) for w in self.words
        )

    @property
    def text(self) -> str:
        """The words without regard to markers, for comparing rows."""
        return " ".join(w.text for w in self.words)


def words(page: Any) -> list[Word]:
    """The words of a page of pypdfium2, in the order of the file."""
    textpage = page.get_textpage()
    try:
        return list(_words(textpage, upright(page)))
    finally:
        textpage.close()


def upright(page: Any) -> Callable[[float, float], tuple[float, float]]:
    """Maps a point of the page to (from the left, from the top) as the page is looked at."""
    left, bottom, right, top = page.get_mediabox()
    turns: dict[int, Callable[[float, float], tuple[float, float]]] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns.get(page.get_rotation(), turns[0])


@dataclass(slots=True)
class _Glyph:
    text: str
    left: float
    right: float
    top: float
    size: float
    bold: bool
    font: str


def _words(textpage: Any, place: Callable[[float, float], tuple[float, float]]) -> Iterator[Word]:
    run: list[_Glyph] = []
    order, glued = 0, False
    for glyph in _glyphs(textpage, place):
        if glyph is None or (run and not _goes_on(run, glyph)):
            if run:
                yield _word(run, order, glued)
                order += 1
            glued = glyph is not None and bool(run)
            run = []
        if glyph is not None:
            run.append(glyph)
    if run:
        yield _word(run, order, glued)


def _goes_on(run: Sequence[_Glyph], glyph: _Glyph) -> bool:
    """Whether a glyph continues the word: same size and base line, no jump."""
    last = run[-1]
    size = max(last.size, glyph.size)
    level = abs(glyph.top - last.top) < 0.1 * size and abs(glyph.size - last.size) < 0.05 * size
    return level and -size < glyph.left - last.right < _SPACE * size


def _word(run: list[_Glyph], order: int, glued: bool) -> Word:
    return Word(
        text=modern("".join(g.text for g in run), run[0].font),
        left=min(g.left for g in run),
        right=max(g.right for g in run),
        top=run[0].top,
        size=run[0].size,
        bold=sum(g.bold for g in run) * 2 > len(run),
        order=order,
        glued=glued,
    )


def _glyphs(
    textpage: Any, place: Callable[[float, float], tuple[float, float]]
) -> Iterator[_Glyph | None]:
    """Each character, None for a space."""
    import pypdfium2.raw as raw

    x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
    faces: dict[int, tuple[float, bool, str] | None] = {}
    last = 0.0
    for i in range(raw.FPDFText_CountChars(textpage)):
        code = raw.FPDFText_GetUnicode(textpage, i)
        if code in _SPACES:
            yield None
            continue
        raw.FPDFText_GetCharOrigin(textpage, i, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, i, box)  # as wide as the letter's advance
        address = ctypes.cast(raw.FPDFText_GetTextObject(textpage, i), ctypes.c_void_p).value or 0
        if address not in faces:
            faces[address] = _face(textpage, i)
        face = faces[address]
        if face is None:
            continue
        corners = [place(box.left, box.bottom), place(box.right, box.top)]
        start, end = sorted(c[0] for c in corners)
        if code in _COMBINING:
            start = end = last  # it stands over the letter before it
        last = end
        text = _HYPHENS[code] if code in _HYPHENS else chr(code)
        yield _Glyph(text, start, end, place(x.value, y.value)[1], *face)


def _face(textpage: Any, index: int) -> tuple[float, bool, str] | None:
    """Size in points on the page (the font size times its matrix), whether bold, font name.

    None where the text runs aslant, as watermarks do.
    """
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, matrix)
    if 5 < degrees(atan2(matrix.b, matrix.a)) % 90 < 85:
        return None
    scale = hypot(matrix.c, matrix.d) or 1.0
    size = round(raw.FPDFText_GetFontSize(textpage, index) * scale, 1)
    name = ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(textpage, index, name, 128, None)
    weight = raw.FPDFText_GetFontWeight(textpage, index)
    font = name.value.decode("latin-1")
    return size or 1.0, weight >= _BOLD_WEIGHT or "bold" in font.lower(), font


def rows(found: Iterable[Word]) -> list[Row]:
    """The words gathered into rows from top to bottom; a raised mark joins the row it rises from.

    Large words first, so that a small raised one finds the row it belongs to.
    """
    lines: list[list[Word]] = []
    for word in sorted(found, key=lambda w: (-w.size, w.order)):
        near = min(lines, key=lambda ln: abs(ln[0].top - word.top), default=None)
        if near is not None and abs(near[0].top - word.top) < 0.45 * near[0].size:
            near.append(word)
        else:
            lines.append([word])
    return sorted((Row(line, line[0].top) for line in lines), key=lambda r: r.top)


def spaced(left: Word, right: Word, size: float) -> bool:
    """Whether a space stands between two neighbours of a row."""
    gap = right.left - left.right
    if right.text[0] in ".,;:!?)":
        return gap > 0.2 * size  # the library sees a space after a raised mark
    if right.order == left.order + 1 and right.glued:
        return gap > _SPACE * size
    return gap > 0.08 * size


def columns(lines: Sequence[Row]) -> list[Row]:
    """The rows with those of a two-column passage (a letterhead, a signature block) put apart.

    Down such a passage runs one empty lane; its left side is read first.
    """
    out: list[Row] = []
    at = 0
    while at < len(lines):
        end, lane = _passage(lines, at)
        if lane is None:
            out.append(lines[at])
            at += 1
            continue
        above = [r for r in out[-3:] if r.left > lane and lines[at].top - r.top < 4 * r.size]
        passage = above + list(lines[at:end])
        out = [r for r in out if r not in above]
        for side in (False, True):
            parts = (([w for w in r.words if (w.left > lane) is side], r.top) for r in passage)
            out += _with_tails([Row(words, top) for words, top in parts if words])
        at = end
    return out


def _with_tails(column: list[Row]) -> list[Row]:
    """The rows of a column, those marked that go on with a name too long for it.

    Such a row is in capitals too and begins nothing of its own; the row before fills the column.
    """
    widest = max((r.right - r.left for r in column), default=0.0)
    for before, row in pairwise(column):
        full = before.right - before.left > 0.9 * widest
        capitals = before.text.isupper() and row.text.isupper()
        row.tail = full and capitals and not _OWN.match(row.text)
    return column


def _passage(lines: Sequence[Row], at: int) -> tuple[int, float | None]:
    """Where a two-column passage beginning here ends, and a place in its lane; None: there is none.

    Rows with words on both sides show the lane: two of them, or one that a letterhead or signature
    block has. Rows on one side go along.
    """
    lane = _gap(lines[at])
    if lane is None:
        return at, None
    both, end = 1, at + 1
    for before, row in zip(lines[at:], lines[at + 1 :], strict=False):
        own = _gap(row)
        if own is None or min(lane[1], own[1]) - max(lane[0], own[0]) < 0.5 * row.size:
            own = (row.right, lane[1]) if row.right < lane[1] else (lane[0], row.left)
        else:
            both += 1
        shared = max(lane[0], own[0]), min(lane[1], own[1])
        gap = (row.top - before.top) / row.size
        other = abs(row.size - lines[at].size) > 0.6  # in the type of the body
        if shared[1] - shared[0] < 0.5 * row.size or gap > (2.0 if other else 3.5):
            break
        lane, end = shared, end + 1
    sure = both > 1 or _SIDES.search(lines[at].text) is not None
    return (end, (lane[0] + lane[1]) / 2) if sure else (at, None)


def _gap(row: Row) -> tuple[float, float] | None:
    """The one wide gap of a row, at least two letters wide and far wider than its others.

    Before the motto of the state or Party a narrower one will do.
    """
    pairs = list(zip(row.words, row.words[1:], strict=False))
    for i, (a, b) in enumerate(pairs, start=1):
        right = " ".join(w.text for w in row.words[i:])
        if _MOTTO.match(right) and b.left - a.right > 0.6 * row.size:
            return a.right, b.left
    gaps = sorted(((b.left - a.right, a.right, b.left) for a, b in pairs), reverse=True)
    if not gaps or gaps[0][0] < 1.8 * row.size:
        return None
    if len(gaps) > 1 and gaps[1][0] > 0.5 * gaps[0][0]:
        return None
    return gaps[0][1], gaps[0][2]
