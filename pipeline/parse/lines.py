"""Lines of a page -> pieces: furniture off, footnotes apart, broken lines joined.

Shared by the readers of plain text and of PDF: a text file gives lines without geometry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import BlockKind, Issue, Severity
from pipeline.parse import columns
from pipeline.parse.footnotes import apart, marked_in_sequence
from pipeline.parse.furniture import cleared, is_web
from pipeline.parse.joining import grouped, piece, wrapping
from pipeline.parse.layout import Fragment, Piece
from pipeline.parse.line import Line as Line
from pipeline.parse.runin import parted
from pipeline.parse.tables import tables


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The pieces that lines make up, and what a person should know about how."""

    pieces: tuple[Piece, ...]
    issues: tuple[Issue, ...]


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The pieces that the lines make up, in reading order."""
    return list(arrange(lines).pieces)


def arrange(lines: Sequence[Line]) -> Arrangement:
    """The pieces that the lines make up, in reading order, and the count of lines left out."""
    clear = cleared(lines)
    flow = apart(columns.parted(clear.lines))
    texts = marked_in_sequence([line.text for line in flow.lines])
    marked = [
        line if line.text == text else replace(line, text=text)
        for line, text in zip(flow.lines, texts, strict=True)
    ]
    return Arrangement(tuple(_placed(marked, flow.notes)), _issues(clear.left_out))


def _placed(lines: Sequence[Line], notes: dict[int, list[Piece]]) -> Iterator[Piece]:
    """The paragraphs, tables and web frames of the lines, each followed by the notes it bears."""
    habit = wrapping(lines)
    for region, made in _whole(lines):
        own_lines = lines[region.start : region.stop]
        groups = [list(region)] if made else grouped(own_lines, habit=habit)
        for group in groups:
            own = group if made else [region.start + i for i in group]
            yield from [made] if made else parted(piece([lines[i] for i in own]))
            for i in own:
                yield from notes.pop(i, ())
    for left in notes.values():
        yield from left


def _whole(lines: Sequence[Line]) -> Iterator[tuple[range, Piece | None]]:
    """The lines in stretches: a table or a line of a web page's frame with its piece, or flow."""
    found = {t.region.start: t for t in tables(lines)}
    start = at = 0
    while at < len(lines):
        made: Piece | None = None
        stop = at + 1
        if at in found:
            made, stop = found[at].piece, found[at].region.stop
        elif is_web(lines[at].text):
            made = Piece(BlockKind.FURNITURE, (Fragment(lines[at].text, lines[at].page),))
        if made:
            yield range(start, at), None
            yield range(at, stop), made
            start = stop
        at = stop
    yield range(start, len(lines)), None


def _issues(left_out: int) -> tuple[Issue, ...]:
    if not left_out:
        return ()
    words = f"{left_out} lines of page furniture (page numbers, running heads, rules) left out."
    return (Issue("furniture", Severity.INFO, words),)
