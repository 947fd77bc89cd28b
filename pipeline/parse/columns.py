"""Two columns side by side at the head and foot of a document -> one after the other.

The letterhead has the body on the left and the party's name, place and date on the right; at the
foot the addressees stand beside the signature.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.parse.line import Line
from pipeline.parse.tables import tables

_RUN = re.compile(r"\S+(?: {1,3}\S+)*")
_HEAD, _FOOT = 20, 40  # visible lines from the start and to the end that may stand in two columns
_BLANKS = 3  # blank lines between two lines in two columns
_LINES = 2  # lines between them that have words in one column only


def parted(lines: Sequence[Line]) -> list[Line]:
    """The lines with a letterhead and a foot in two columns read column by column."""
    visible = [i for i, line in enumerate(lines) if line.text.strip()]
    out = list(lines)
    rows = {i for table in tables(lines) for i in table.region}
    zones = [[i for i in z if i not in rows] for z in (visible[:_HEAD], visible[_HEAD:][-_FOOT:])]
    for zone in reversed(zones):
        for first, last, gutter in reversed(list(_stretches(lines, zone))):
            out[first : last + 1] = _columns(lines[first : last + 1], gutter)
    return out


def _stretches(lines: Sequence[Line], zone: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """First and last line and the gutter of each stretch of at least two lines in two columns."""
    pairs = [i for i in zone if _pair(lines[i]) is not None]
    while pairs:
        own = [pairs[0]]
        low, high = _pair(lines[own[0]]) or (0, 0)
        for i in pairs[1:]:
            a, b = _pair(lines[i]) or (0, 0)
            if max(low, a) >= min(high, b) or not _clear(
                lines, own[-1], i, max(low, a), min(high, b)
            ):
                break
            low, high = max(low, a), min(high, b)
            own.append(i)
        if len(own) > 1:
            yield own[0], own[-1], high
        pairs = pairs[len(own) :]


def _pair(line: Line) -> tuple[int, int] | None:
    """Where the gap between the two columns of a line begins and ends; None for another line."""
    runs = [m.span() for m in _RUN.finditer(line.text)]
    if line.left is not None or len(runs) != 2:
        return None
    return runs[0][1], runs[1][0]


def _clear(lines: Sequence[Line], first: int, last: int, low: int, high: int) -> bool:
    """Whether the lines between two of a stretch keep to one column, few of them blank."""
    between = [lines[i].text for i in range(first + 1, last)]
    crossing = (m for t in between for m in _RUN.finditer(t) if m.start() < low and m.end() > high)
    blanks = sum(not t.strip() for t in between)
    plain = len(between) - blanks
    return next(crossing, None) is None and blanks <= _BLANKS and plain <= _LINES


def _columns(lines: Sequence[Line], gutter: int) -> Iterator[Line]:
    """The left parts of the lines, a blank line, then the right parts."""
    middle = [
        next((m.start() for m in _RUN.finditer(line.text) if m.start() >= gutter - 3), None)
        for line in lines
    ]
    for line, at in zip(lines, middle, strict=True):
        yield replace(line, text=line.text[:at].rstrip())
    yield replace(lines[-1], text="")
    for line, at in zip(lines, middle, strict=True):
        yield replace(line, text=line.text[at:].strip() if at is not None else "")
