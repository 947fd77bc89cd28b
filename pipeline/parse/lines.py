"""Lines of a page -> pieces: furniture off, footnotes apart, broken lines joined.

Shared by the readers of plain text and of PDF: a text file gives lines without geometry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.model import BlockKind, Issue, Severity
from pipeline.parse.footnotes import apart, marked_in_sequence
from pipeline.parse.furniture import cleared, is_web
from pipeline.parse.joining import grouped, piece
from pipeline.parse.layout import Fragment, Piece
from pipeline.parse.line import Line as Line


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
    flow = apart(clear.lines)
    texts = marked_in_sequence([line.text for line in flow.lines])
    marked = [replace(line, text=text) for line, text in zip(flow.lines, texts, strict=True)]
    return Arrangement(tuple(_placed(marked, flow.notes)), _issues(clear.left_out))


def _placed(lines: Sequence[Line], notes: dict[int, list[Piece]]) -> Iterator[Piece]:
    """The paragraphs and web frames of the lines, each followed by the notes its lines bear."""
    for run in _runs(lines):
        if len(run) == 1 and is_web(lines[run.start].text):
            web = lines[run.start]
            yield Piece(BlockKind.FURNITURE, (Fragment(web.text, web.page),))
            continue
        for group in grouped(lines[run.start : run.stop]):
            own = [run.start + i for i in group]
            yield piece([lines[i] for i in own])
            for i in own:
                yield from notes.pop(i, ())
    for left in notes.values():
        yield from left


def _runs(lines: Sequence[Line]) -> Iterator[range]:
    """The stretches of flow between the lines of a web page's frame, and each such line."""
    start = 0
    for i, line in enumerate(lines):
        if line.text.strip() and is_web(line.text):
            yield range(start, i)
            yield range(i, i + 1)
            start = i + 1
    yield range(start, len(lines))


def _issues(left_out: int) -> tuple[Issue, ...]:
    if not left_out:
        return ()
    words = f"{left_out} lines of page furniture (page numbers, running heads, rules) left out."
    return (Issue("furniture", Severity.INFO, words),)
