"""Footnotes apart from the flow, and their markers in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pipeline.model import BlockKind
from pipeline.parse.joining import shouts, starts_block
from pipeline.parse.layout import Fragment, Piece
from pipeline.parse.line import Line
from pipeline.text import LOWER, MARK_CLOSE, MARK_OPEN

_NOTE = re.compile(
    r"\s{0,8}(?:\((?P<round>\d{1,3}|\*{1,3})\)|\[(?P<square>\d{1,3})\]"
    rf"|(?:{MARK_OPEN}\W?)?(?P<bare>\d{{1,3}})(?:\W?{MARK_CLOSE})?(?=\s|[^\W\d_]))\s*(?=\S)"
)
_LOST = re.compile(r"\s*\ufffd\s*(?=\S)")
_RULE = re.compile(r"\s{10,}")
_ENDED = re.compile(r"[.!?…][”\"’')\]]*\s*$")
_REACH = 250  # lines between a marker and its note; a page has about 50
_STARS = re.compile(r"\s*\((\*{1,3})\)\s*\S")
_INNER_STARS = re.compile(r"[\w”\"’»]\s?\((\*{1,3})\)")
_ENDNOTES = 200  # lines at the end of a text that may be notes
_CLOSING = re.compile(r"[\w”\"’»]\s?[(\[](\d{1,3})[)\]](?=\s?[.,;:)]|\s*$)")
_LONGEST = 80  # lines of one page's footnotes
# Each begins with what few places have: a search leaps to the next digit or bracket.
_GLUED = re.compile(
    rf"\d(?:(?<=[{LOWER}”\"’»)]\d)|(?<=[IVX]\d))\d{{0,2}}(?=[.,;:)”\"]{{0,2}}(?:\s|$))"
)
_ROUND = re.compile(r"\((?:(?<=[\w”\"’»]\()|(?<=[\w”\"’»]\s\())\d{1,3}\)(?=\s?[.,;:)]|\s*$)")
_UNIT = re.compile(r"(?:\b[kcd]?m|\bco|\bh)$", re.IGNORECASE)  # m2, km2, CO2


@dataclass(slots=True)
class _Note:
    """A footnote while its lines are gathered; `at` is the index of its first line."""

    label: str | None
    at: int
    lines: list[Line] = field(default_factory=list)

    def piece(self) -> Piece:
        fragments = tuple(Fragment(line.text, line.page) for line in self.lines)
        return Piece(BlockKind.FOOTNOTE, fragments, label=self.label)


@dataclass(frozen=True, slots=True)
class Apart:
    """The lines of the flow with markers marked, and the notes due after a line (by its index)."""

    lines: tuple[Line, ...]
    notes: dict[int, list[Piece]]


def apart(lines: Sequence[Line]) -> Apart:
    """The footnotes taken out of the lines, each to stand after the line that bears its mark."""
    notes: list[_Note] = []
    flow = list(lines)
    for region in _regions(lines):
        gathered = list(_gathered(lines, region))
        if gathered and not any(flow[i].text == "" and lines[i].text for i in region):
            notes += gathered
            first = min(note.at for note in gathered)
            for i in region:
                flow[i] = replace(flow[i], text="") if i >= first else flow[i]
    homes: dict[int, list[Piece]] = {}
    floor = (0, 0)
    for note in sorted(notes, key=lambda n: n.at):
        found = _marker(flow, note.label, floor, note.at) if note.label else None
        if found:
            home, start, end = found
            flow[home] = replace(flow[home], text=_mark(flow[home].text, start, end))
            floor = (home, end + 2)
        else:
            home = next((i for i in range(note.at, -1, -1) if flow[i].text.strip()), 0)
        homes.setdefault(home, []).append(note.piece())
    return Apart(tuple(flow), homes)


def marked_in_sequence(texts: Sequence[str]) -> list[str]:
    """The texts with markers of lost footnotes marked: numbers that count up through the text.

    A bare number glued to a word counts from the third of its row on, one in brackets at once.

    >>> [t.count(MARK_OPEN) for t in marked_in_sequence(["tốt hơn1. Rồi", "nâng lên2, đạt3."])]
    [1, 2]
    >>> marked_in_sequence(["diện tích 100 m2. Có 3 phòng"])
    ['diện tích 100 m2. Có 3 phòng']
    """
    out = list(texts)
    for pattern, least in ((_GLUED, 3), (_ROUND, 1)):
        row = list(_row(out, pattern))
        if len(row) >= least:
            for i, start, end in reversed(row):
                out[i] = _mark(out[i], start, end)
    return out


def _row(texts: Sequence[str], pattern: re.Pattern[str]) -> Iterator[tuple[int, int, int]]:
    """Places of the numbers 1, 2, 3… that stand where markers stand; a row may miss one."""
    last = 0
    for i, text in enumerate(texts):
        for m in pattern.finditer(text):
            if _UNIT.search(text[max(m.start() - 5, 0) : m.start()].rstrip()):
                continue
            number = int(m[0].strip("()"))
            if last < number <= last + (2 if last else 1):
                last = number
                yield i, m.start(), m.end()


def _regions(lines: Sequence[Line]) -> Iterator[range]:
    """Where footnotes may stand: as geometry says, under a rule, at the end of a page or text."""
    known = [i for i, line in enumerate(lines) if line.footnote]
    if known:
        yield from _runs(known)
        return
    for i, line in enumerate(lines):
        if _RULE.fullmatch(line.text) and i + 1 < len(lines):
            yield range(i + 1, _until(lines, i + 1))
    yield from _starred(lines)
    yield from _page_ends(lines)
    yield from _text_end(lines)


def _runs(indices: Sequence[int]) -> Iterator[range]:
    start = before = indices[0]
    for i in indices[1:]:
        if i != before + 1:
            yield range(start, before + 1)
            start = i
        before = i
    yield range(start, before + 1)


def _until(lines: Sequence[Line], start: int) -> int:
    """Where the footnotes under a rule end: at the page's end, or where the flow goes on."""
    blank, ended, opened = False, False, False
    for i in range(start, min(start + _LONGEST, len(lines))):
        text = lines[i].text
        if lines[i].page != lines[start].page or _RULE.fullmatch(text):
            return i
        if not text.strip():
            blank = True
            continue
        if not opened:
            opened = _NOTE.match(text) is not None
            if not opened:
                return start
        elif not _NOTE.match(text):
            resumes = text[0] == " " and not lines[start].text.startswith(" ")
            if resumes or (blank and ended and (starts_block(text) or shouts(text))):
                return i
        blank, ended = False, _ENDED.search(text) is not None
    return min(start + _LONGEST, len(lines))


def _starred(lines: Sequence[Line]) -> Iterator[range]:
    """Notes marked with stars: `(*) Tính đến…`, where `(*)` stands in the text before."""
    for i, line in enumerate(lines):
        m = _STARS.match(line.text)
        if m and any(m[1] in _INNER_STARS.findall(x.text) for x in lines[max(i - _REACH, 0) : i]):
            end = next((j for j in range(i, len(lines)) if not lines[j].text.strip()), len(lines))
            stops = (j for j in range(i + 1, end) if _STARS.match(lines[j].text))
            yield range(i, next(stops, min(end, i + 12)))


def _page_ends(lines: Sequence[Line]) -> Iterator[range]:
    """The tail of each page that begins with a numbered note whose marker stands above it."""
    if all(line.page is None for line in lines):
        return
    start, floor = 0, (0, 0)
    for i in range(1, len(lines) + 1):
        if i < len(lines) and lines[i].page == lines[start].page:
            continue
        for at in range(start + 1, i):
            m = _NOTE.match(lines[at].text)
            found = m and m["bare"] and _marker(lines, m["bare"], max(floor, (start, 0)), at)
            if found and _in_row(lines, range(at, i)):
                floor = found[0], found[2]
                yield range(at, i)
                break
        start = i


def _in_row(lines: Sequence[Line], region: range) -> bool:
    """Whether a region reads as notes: not a numbered list, and set apart by longer lines."""
    first = lines[region.start].text
    return _NOTE.match(first) is not None and not re.match(r"\s*\d{1,3}[.)/]", first)


def _text_end(lines: Sequence[Line]) -> Iterator[range]:
    """Endnotes: the last lines, numbered in brackets from 1, whose markers stand in the text.

    Notes that lost their number to a replacement character need no marker.
    """
    end = len(lines)
    labels: list[int] = []
    for i in range(len(lines) - 1, max(len(lines) - _ENDNOTES, -1), -1):
        if _LOST.match(lines[i].text):
            yield range(i, end)
            end = i
            continue
        m = _NOTE.match(lines[i].text)
        number = (m["round"] or m["square"] or "") if m else ""
        place = int(number) if number.isdigit() else 0
        if not place or (labels and place not in (labels[-1] - 1, labels[-1] - 2)):
            continue
        labels.append(place)
        if place == 1:
            marks = {n for line in lines[:i] for n in _CLOSING.findall(line.text)}
            if 3 * sum(str(n) in marks for n in labels) >= 2 * len(labels):
                yield range(i, end)
            return


def _gathered(lines: Sequence[Line], region: range) -> Iterator[_Note]:
    """The notes of a region: each begins with the number that follows the one before."""
    note: _Note | None = None
    for i in region:
        text = lines[i].text
        if not text.strip():
            continue
        m, lost = _NOTE.match(text), _LOST.match(text)
        label = (m["round"] or m["square"] or m["bare"]) if m else None
        if lost or (label is not None and _follows(note, label)):
            if note:
                yield note
            note = _Note(None if lost else label, i)
        if note:
            note.lines.append(lines[i])
    if note:
        yield note


def _follows(note: _Note | None, label: str) -> bool:
    """Whether a note of this label comes after `note`: `2` after `1`, `**` after `*`."""
    if note is None or note.label is None:
        return True
    if label.isdigit() and note.label.isdigit():
        return int(label) == int(note.label) + 1
    return label == note.label + "*" or not (label.isdigit() or note.label.isdigit())


def _marker(
    flow: Sequence[Line], label: str, floor: tuple[int, int], until: int, reach: int = _REACH
) -> tuple[int, int, int] | None:
    """Line, start and end of the marker `label` after `floor`, the surest way of writing first."""
    number = re.escape(label)
    first = max(floor[0], until - reach)
    for pattern in (
        rf"(?<={MARK_OPEN})\W{{0,2}}{number}\W{{0,2}}(?={MARK_CLOSE})",
        rf"(?<=\w)[”\"’»]?\s?(?P<m>[(\[]{number}[)\]])(?=\s?[.,;:)]|\s*$)",
        rf"(?<=[\w”\"’»])(?P<m>[(\[]{number}[)\]])",
        rf"(?<=\w)[”\"’»]?\s(?P<m>[(\[]{number}[)\]])(?=\s[{LOWER}])",
        rf"[.!?][”\"’»]?\s?(?P<m>[(\[]{number}[)\]])(?=\s|$)",
        rf"(?:(?<=[{LOWER}”\"’»)])|(?<=[IVX]))(?P<m>{number})(?=[.,;:)”\"]{{0,2}}(?:\s|$))",
        rf"(?<=\w)\s(?P<m>{number})(?=\s?[.,;:](?:\s|$))",
    ):
        compiled = re.compile(pattern)
        for i in range(first, until):
            m = compiled.search(flow[i].text, floor[1] if i == floor[0] else 0)
            if m:
                return (i, *m.span("m" if "m" in compiled.groupindex else 0))
    return None


def _mark(text: str, start: int, end: int) -> str:
    """The text with a marker marked; one that is marked already stays as it is."""
    if MARK_OPEN in text[max(start - 3, 0) : start]:
        return text
    return f"{text[:start]}{MARK_OPEN}{text[start:end]}{MARK_CLOSE}{text[end:]}"
