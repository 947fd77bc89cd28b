"""Pages that are pictures: cleaned, read by the engine, laid out as pages with a text layer are."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from PIL import Image

from pipeline.errors import UnreadableError
from pipeline.model import Issue, Severity
from pipeline.parse import glyphs, grid, images, ocr
from pipeline.parse.cleared import Cleared, clear, raised_numbers
from pipeline.parse.glyphs import Word
from pipeline.parse.images import RESOLUTION
from pipeline.parse.ocr import Seen
from pipeline.parse.page import SHEET, Page
from pipeline.parse.programs import TESSERACT
from pipeline.parse.proofreading import proofread
from pipeline.parse.raised import Raised, erased, settled
from pipeline.parse.ruled import Box
from pipeline.parse.shapes import Shapes
from pipeline.sources import Source

DOUBTFUL = 85
"""Of 100; words that the engine is less sure of are doubtful: on development pages one word in a
hundred, with half of those that were misread among them."""

PictureOf = Callable[[Page], tuple[Image.Image, float]]
"""The picture of a page, and its dots an inch."""
_Prepared = tuple[Page, Cleared | str | None]
"""A page, and what is to be read of it as `_cleared` says."""

_POINT = 72 / RESOLUTION
_TOGETHER, _DOTS = 4, 40_000_000
"""Pages, and their dots, read in one run of the engine, which takes long to start; this bounds the
memory. A sheet of A4 has nine million."""
_BLANK = 0.0003
"""Share of dark dots below which a page is blank: a word covers more."""
_LINES = "|_¦—=~"
"""Signs that the engine takes what is left of lines for."""
_TRUE_SIZE = 1.05
"""The engine measures a line from tail to accent, a little less than the type size."""
_SHARE = 0.75
"""Of the time that the document may take; what is left is for finding its records."""
_TOO_SLOW = "too_slow"
_WHY = {
    _TOO_SLOW: "{} were not read, they take too long; allow more with --time-limit.",
    "ocr_too_slow": "{} took too long to read; scan them again without shading and run again.",
    "damaged": "{} are damaged; scan them again and run again.",
    "too_many_pixels": "{} have too many dots; scan them again at 300 dpi and run again.",
    "ocr_failed": "{} could not be read; scan them again and run again.",
}


@dataclass(slots=True)
class _Read:
    """What was read on a page, in points; `last` is the number of its last footnote or the one
    before; `turn` the degrees clockwise by which the page was turned to be read."""

    words: list[Word]
    level: list[Box]
    upright: list[Box]
    last: int
    turn: float = 0.0
    frame: Box = SHEET
    blank: bool = False

    @property
    def doubtful(self) -> int:
        return sum(w.doubtful for w in self.words)


@dataclass(frozen=True, slots=True)
class _Draft:
    """What a page's raised marks read, those of them that are numbers, and the words beside them
    (or why there are none)."""

    numbers: Sequence[str]
    marks: Sequence[tuple[Raised, str]]
    seen: list[Seen] | ocr.EngineError


def fill(source: Source, pages: Sequence[Page], picture_of: PictureOf) -> list[Issue]:
    """Fill the pages with what the engine reads in their pictures; what a person should know."""
    if not pages:
        return []
    if not TESSERACT.there:
        return [_not_installed(source, pages)]
    read: list[tuple[Page, _Read]] = []
    failed: dict[str, list[Page]] = {}
    until = time.monotonic() + _SHARE * source.limits.seconds
    at = 0
    for group in _together(pages, picture_of):
        if time.monotonic() > until:
            failed[_TOO_SLOW] = list(pages[at:])
            break
        last = read[-1][1].last if read else 0
        for page, found in _read(group, last):
            if isinstance(found, str):
                failed.setdefault(found, []).append(page)
            else:
                read.append((page, found))
        at += len(group)
    _set_sizes([w for _, found in read for w in found.words])
    for page, found in read:
        _lay_out(page, found)
    return [*_failures(source, failed), *_doubts(source, read)]


def reader(source: Source, pages: Sequence[Page]) -> str:
    """How the pages were read: `pdf`, `ocr (tesseract vie)`, or both."""
    layers = [source.format] if any(not p.scanned for p in pages) else []
    return ", ".join(layers + [ocr.READER] * any(p.scanned for p in pages))


def unreadable(source: Source, issues: Sequence[Issue]) -> UnreadableError:
    """Why pages gave no words."""
    for issue in issues:
        if issue.severity is Severity.ERROR:
            return UnreadableError(issue.code, issue.message)
    return UnreadableError(
        "no_text",
        f"{source.name} has no words that can be read; look at its pages, scan them again at "
        f"{RESOLUTION} dpi and run again.",
    )


def _together(pages: Sequence[Page], picture_of: PictureOf) -> Iterator[list[_Prepared]]:
    """The pages, each cleared for reading, in groups of so many as are read in one run."""
    group: list[_Prepared] = []
    dots = 0
    for page in pages:
        cleared = _cleared(page, picture_of)
        own = cleared.dots.size if isinstance(cleared, Cleared) else 0
        if group and (len(group) == _TOGETHER or dots + own > _DOTS):
            yield group
            group, dots = [], 0
        group.append((page, cleared))
        dots += own
    if group:
        yield group


def _cleared(page: Page, picture_of: PictureOf) -> Cleared | str | None:
    """The page ready to be read; the code of why it cannot be had; None where it is blank."""
    try:
        picture = images.cleaned(*picture_of(page))
    except UnreadableError as error:
        return error.code
    return clear(picture) if picture.dark.mean() >= _BLANK else None


def _read(group: Sequence[_Prepared], last: int) -> Iterator[tuple[Page, _Read | str]]:
    """What stands on the pages, or the code of why it cannot be had; `last` as in `_Read`."""
    drafts = _drafts({p.number: c for p, c in group if isinstance(c, Cleared)}, last)
    for page, cleared in group:
        if isinstance(cleared, str):
            yield page, cleared
            continue
        found: _Read | str = _Read([], [], [], last, blank=True)
        if cleared is not None:
            found = _upright(cleared, drafts[page.number], last)
        last = last if isinstance(found, str) else found.last
        yield page, found


def _drafts(cleared: dict[int, Cleared], last: int) -> dict[int, _Draft]:
    """The first reading of pages, by their numbers."""
    numbers = raised_numbers(list(cleared.values()))
    marks = []
    for page, own in zip(cleared.values(), numbers, strict=True):
        marks.append(_numbered(page.marks, own, last))
        last = _last(marks[-1], last)
    pairs = zip(cleared.values(), marks, strict=True)
    seen = ocr.words([erased(page.dots, [m for m, _ in own]) for page, own in pairs])
    return dict(zip(cleared, map(_Draft, numbers, marks, seen), strict=True))


def _upright(page: Cleared, draft: _Draft, last: int) -> _Read | str:
    """The page as it lies; turned where little can be read so and the engine knows better."""
    marks = _numbered(page.marks, draft.numbers, last)
    if marks != draft.marks:  # the page before was turned, and has other notes than thought
        seen = ocr.words([erased(page.dots, [m for m, _ in marks])])[0]
        draft = _Draft(draft.numbers, marks, seen)
    if isinstance(draft.seen, ocr.EngineError):
        return draft.seen.code
    found = _recognized(page, draft.seen, marks, last)
    if 2 * found.doubtful < len(found.words):
        return found
    turn = ocr.turn(page.picture.dots)
    if not turn:
        return found
    upright = clear(page.picture.turned(turn))
    draft = _drafts({0: upright}, last)[0]
    if isinstance(draft.seen, ocr.EngineError):
        return draft.seen.code
    return _recognized(upright, draft.seen, draft.marks, last)


def _recognized(
    page: Cleared, seen: Sequence[Seen], marks: Sequence[tuple[Raised, str]], last: int
) -> _Read:
    words = [*_words(proofread(seen, page.found), marks), *_mark_words(marks)]
    level, upright = list(_in_points(page.level)), list(_in_points(page.upright))
    height, width = page.dots.shape
    frame = Box(0.0, 0.0, width * _POINT, height * _POINT)
    return _Read(words, level, upright, _last(marks, last), page.picture.turn, frame)


def _last(marks: Sequence[tuple[Raised, str]], before: int) -> int:
    """The highest number among the marks; the one before where there are none."""
    return max((int(number) for _, number in marks), default=before)


def _in_points(lines: Shapes) -> Iterator[Box]:
    for left, top, right, bottom in lines.boxes():
        yield Box(left * _POINT, top * _POINT, right * _POINT, bottom * _POINT)


def _numbered(marks: Sequence[Raised], read: Sequence[str], last: int) -> list[tuple[Raised, str]]:
    """The raised shapes that are numbers, with the number; `last` is that of the page before."""
    out: list[tuple[Raised, str]] = []
    for first in (True, False):
        own = [(mark, n) for mark, n in zip(marks, read, strict=True) if mark.first is first]
        others = [n for mark, n in zip(marks, read, strict=True) if mark.first is not first]
        numbers = settled([n for _, n in own], others, last)
        out += [(mark, n) for (mark, _), n in zip(own, numbers, strict=True) if n]
    return [(mark, n) for mark, n in out if len(n) < 4]


def _words(seen: Sequence[Seen], marks: Sequence[tuple[Raised, str]]) -> Iterator[Word]:
    """The words without noise; one cut in two where a mark stands before its closing point."""
    for i, one in enumerate(seen):
        if not one.text.strip(_LINES):
            continue
        mark = next((m for m, _ in marks if _bears(one, m)), None)
        if mark and one.text[-1] in ".,;:" and len(one.text) > 1:
            yield _word(replace(one, text=one.text[:-1], right=mark.left), 2 * i)
            yield _word(replace(one, text=one.text[-1], left=mark.right), 2 * i + 1)
        else:
            yield _word(one, 2 * i)


def _bears(one: Seen, mark: Raised) -> bool:
    """Whether a mark stands within the box of a word, at its end."""
    level = one.top - 10 < mark.top < one.base
    return level and (one.left + one.right) / 2 < mark.left < mark.right <= one.right + 2


def _word(one: Seen, order: int) -> Word:
    return Word(
        text=one.text,
        left=one.left * _POINT,
        right=one.right * _POINT,
        top=one.base * _POINT,
        size=one.size * _POINT * _TRUE_SIZE,
        bold=False,
        order=order,
        glued=False,
        doubtful=one.sure < DOUBTFUL,
        sure=one.sure / 100,
    )


def _mark_words(marks: Iterable[tuple[Raised, str]]) -> Iterator[Word]:
    for mark, number in marks:
        size = (mark.bottom - mark.top) * _POINT * 1.4
        left, right, top = mark.left * _POINT, mark.right * _POINT, mark.bottom * _POINT
        yield Word(number, left, right, top, size, False, -1, False)


def _set_sizes(words: Sequence[Word]) -> None:
    """Give words of about one size the same one: the engine's measures differ from line to line."""
    letters: Counter[int] = Counter()
    for word in words:
        if word.order >= 0 and any(map(str.islower, word.text)):
            letters[round(2 * word.size)] += len(word.text)
    if not letters:
        return
    main = _weighty(letters)
    small = Counter({s: n for s, n in letters.items() if s / 2 < 0.9 * main})
    second = _weighty(small) if small else 0.0
    for word in words:
        if word.order < 0:
            continue
        capitals = not any(map(str.islower, word.text))
        if 0.9 * main <= word.size <= 1.15 * main or (capitals and word.size > 0.8 * main):
            word.size = main
        elif second and abs(word.size - second) <= 0.1 * second:
            word.size = second
        else:
            word.size = round(word.size)


def _weighty(letters: Counter[int]) -> float:
    """The size in points around which the most letters stand, from counts by half points."""
    best = max(letters, key=lambda s: (sum(letters[s + d] for d in (-1, 0, 1)), s))
    near = [(s, letters[s]) for s in (best - 1, best, best + 1)]
    return round(sum(s * n for s, n in near) / sum(n for _, n in near) / 2, 1)


def _lay_out(page: Page, found: _Read) -> None:
    """Rows, tables and lines of the page, as the reader of text layers leaves them."""
    page.scanned, page.picture = True, False
    page.frame, page.turn = found.frame, found.turn
    page.drawn = [*found.level, *found.upright]
    page.tables = grid.tables(found.level, found.upright, page.number, found.words)
    inside = [t.box for t in page.tables]
    free = [w for w in found.words if not any(b.holds(w) for b in inside)]
    page.rows = [r for r in glyphs.rows(free) if not _is_noise(r)]


def _is_noise(row: glyphs.Row) -> bool:
    """Whether a row is a stroke of a pen, a stamp's edge or a typist's ornament."""
    sign = len(row.text) < 3 and not row.text.isdigit() and not row.text[0].isupper()
    return sign and all(w.doubtful for w in row.words)


def _not_installed(source: Source, pages: Sequence[Page]) -> Issue:
    return Issue(
        "no_ocr",
        Severity.ERROR,
        f"{source.name}: pages that are pictures (scans) were not read: {_numbers(pages)}; "
        f"install the reader with `{TESSERACT.mend}` and run again.",
    )


def _failures(source: Source, failed: dict[str, list[Page]]) -> Iterator[Issue]:
    for code, pages in failed.items():
        message = f"{source.name}: scanned pages {_WHY[code]}"
        yield Issue(code, Severity.ERROR, message.format(_numbers(pages)))


def _numbers(pages: Iterable[Page]) -> str:
    """The numbers of pages, neighbours as a range.

    >>> _numbers([Page(n, 842.0, [], []) for n in (1, 2, 3, 7)])
    '1-3, 7'
    """
    numbers = sorted(p.number for p in pages)
    cuts = [0, *(i + 1 for i, (a, b) in enumerate(pairwise(numbers)) if b > a + 1), len(numbers)]
    ranges = [(numbers[a], numbers[b - 1]) for a, b in pairwise(cuts)]
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)


def _doubts(source: Source, read: Sequence[tuple[Page, _Read]]) -> Iterator[Issue]:
    words = sum(len(found.words) for _, found in read)
    doubtful = sum(found.doubtful for _, found in read)
    if words:
        yield Issue(
            "scanned",
            Severity.INFO,
            f"{source.name}: {len(read)} scanned pages read; {doubtful} of {words} words are "
            "doubtful, compare them with the page.",
        )
    blank = [page for page, found in read if found.blank]
    if blank:
        yield Issue(
            "blank_pages",
            Severity.INFO,
            f"{source.name}: scanned pages without any writing: {_numbers(blank)}.",
        )
    empty = [page for page, found in read if not found.words and not found.blank]
    if empty:
        yield Issue(
            "pages_without_text",
            Severity.WARNING,
            f"{source.name}: no words were found on these scanned pages: {_numbers(empty)}; "
            "look at them.",
        )
