"""Words and rows of a PDF page, by the size and place of its characters."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from operator import attrgetter
from typing import Any

import numpy as np

from pipeline.parse.legacy import is_old, modern
from pipeline.parse.letters import Floats, Ints, Letters, Place, letters

# The library reports a hyphen that ends a line as one of these.
_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xFFFF: None}
_COMBINING = range(0x300, 0x370)
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
    before it in the file; `doubtful` that it was read from a picture and may be another word,
    `sure` how sure the engine was (0 to 1).
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
    sure: float | None = None


_PLACE, _ORDER, _SIZE = attrgetter("left", "order"), attrgetter("order"), attrgetter("size")


@dataclass(slots=True)
class Row:
    """The words on one base line, from left to right; `size` is that of most of its letters.

    `text`: the words without regard to markers, for comparing rows. `tail`: it goes on with the
    row before it in a narrow column.
    """

    words: list[Word]
    top: float
    tail: bool = False
    size: float = field(init=False)
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.words.sort(key=_PLACE)
        letters = dict.fromkeys([w.size for w in self.words], 0)
        if len(letters) > 1:
            for word in self.words:
                letters[word.size] += len(word.text)
        self.size = (
            max(letters, key=lambda s: (letters[s], s)) if len(letters) > 1 else min(letters)
        )
        self.text = " ".join([w.text for w in self.words])

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max([w.right for w in self.words])

    @property
    def bold(self) -> bool:
        heavy = sum([len(w.text) for w in self.words if w.bold])
        return heavy > 0 and heavy * 2 > sum([len(w.text) for w in self.words])


def words(page: Any, place: Place) -> list[Word]:
    """The words of a page of pypdfium2, in the order of the file; `place` is its `upright`."""
    textpage = page.get_textpage()
    try:
        with np.errstate(all="ignore"):  # a broken file may place letters at infinity
            return list(_words(letters(textpage, place)))
    finally:
        textpage.close()


def upright(page: Any) -> Place:
    """Maps a point of the page to (from the left, from the top) as the page is looked at."""
    left, bottom, right, top = page.get_mediabox()
    turns: dict[int, Place] = {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }
    return turns.get(page.get_rotation(), turns[0])


def _words(found: Letters) -> Iterator[Word]:
    """The words that letters side by side make up."""
    if not len(found.codes):
        return
    left, right = _combined(found)
    starts = _starts(found, left, right)
    ends = np.append(starts[1:], len(left))
    glued = np.append(False, np.diff(found.gaps) == 0)[starts]
    heavy = np.array([face.bold for face in found.faces])[found.face]
    bold = np.add.reduceat(heavy.astype(np.int64), starts) * 2 > ends - starts
    lefts, rights = np.minimum.reduceat(left, starts), np.maximum.reduceat(right, starts)
    columns = (starts, ends, lefts, rights, found.top[starts], found.face[starts], bold, glued)
    old = [is_old(face.font) for face in found.faces]
    text = "".join(map(chr, found.codes.tolist()))
    for order, (a, b, x0, x1, top, face, thick, close) in enumerate(
        zip(*(c.tolist() for c in columns), strict=True)
    ):
        own = found.faces[face]
        word = text[a:b].translate(_HYPHENS)
        word = modern(word, own.font) if old[face] else word
        if word:
            yield Word(word, x0, x1, top, own.size, thick, order, close)


def _starts(found: Letters, left: Floats, right: Floats) -> Ints:
    """Where words begin: after a space, where size or base line change, where there is a jump."""
    sizes = np.array([face.size for face in found.faces])[found.face]
    size = np.maximum(sizes[1:], sizes[:-1])
    jump = left[1:] - right[:-1]
    goes_on = (np.diff(found.gaps) == 0) & (-size < jump) & (jump < _SPACE * size)
    goes_on &= np.abs(np.diff(found.top)) < 0.1 * size
    goes_on &= np.abs(np.diff(sizes)) < 0.05 * size
    return np.append(0, np.flatnonzero(~goes_on) + 1)


def _combined(found: Letters) -> tuple[Floats, Floats]:
    """The edges of letters; a combining sign stands over the letter before it."""
    left, right = found.left.copy(), found.right.copy()
    signs = np.flatnonzero((found.codes >= _COMBINING.start) & (found.codes < _COMBINING.stop))
    for at in signs.tolist():
        left[at] = right[at] = right[at - 1] if at else 0.0
    return left, right


def rows(found: Iterable[Word]) -> list[Row]:
    """The words gathered into rows from top to bottom; a raised mark joins the row it rises from.

    Large words first, so that a small raised one finds the row it belongs to.
    """
    tops: list[float] = []
    lines: list[list[Word]] = []  # in the order of their tops
    level: dict[float, list[Word]] = {}
    largest_first = sorted(sorted(found, key=_ORDER), key=_SIZE, reverse=True)
    for word in largest_first:
        if line := level.get(word.top):
            line.append(word)
            continue
        at = bisect(tops, word.top)
        near = at - 1 if at and (at == len(tops) or _nearer(lines, at, word)) else at
        if near < len(tops) and abs(tops[near] - word.top) < 0.45 * lines[near][0].size:
            lines[near].append(word)
        else:
            tops.insert(at, word.top)
            level[word.top] = [word]
            lines.insert(at, level[word.top])
    return [Row(line, line[0].top) for line in lines]


def _nearer(lines: Sequence[Sequence[Word]], at: int, word: Word) -> bool:
    """Whether the line above a place is nearer to a word than the one below; larger type first."""
    above, below = lines[at - 1][0], lines[at][0]
    up, down = word.top - above.top, below.top - word.top
    return up < down or (up == down and (-above.size, above.order) < (-below.size, below.order))


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
    pairs = list(pairwise(row.words))
    for i, (a, b) in enumerate(pairs, start=1):
        wide = b.left - a.right > 0.6 * row.size
        if wide and _MOTTO.match(" ".join(w.text for w in row.words[i:])):
            return a.right, b.left
    gaps = sorted(((b.left - a.right, a.right, b.left) for a, b in pairs), reverse=True)
    if not gaps or gaps[0][0] < 1.8 * row.size:
        return None
    if len(gaps) > 1 and gaps[1][0] > 0.5 * gaps[0][0]:
        return None
    return gaps[0][1], gaps[0][2]
