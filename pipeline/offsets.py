"""Edits of a text, and the way back from the edited text's offsets to the text's own."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """`start:end` of a text read as `new`: of the same length, or a space put in or taken out."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Offsets:
    """Where the pieces of an edited text begin in it (`ours`) and in the text (`theirs`).

    Inside a piece offsets run side by side; the last entries are the two lengths.
    """

    ours: tuple[int, ...]
    theirs: tuple[int, ...]

    def back(self, span: Span) -> Span:
        """The span of the text that a span of the edited text stands for."""
        return _carried(span, self.ours, self.theirs)

    def forth(self, span: Span) -> Span:
        """The span of the edited text that a span of the text became."""
        return _carried(span, self.theirs, self.ours)


def edited(text: str, edits: Sequence[Edit]) -> tuple[str, Offsets]:
    """The text after the edits, which are in order and apart, and the offsets back.

    >>> new, offsets = edited("vềviệc l5", [Edit(2, 2, " "), Edit(7, 8, "1")])
    >>> new, offsets.back(Span(3, 7))
    ('về việc 15', Span(start=2, end=6))
    """
    out: list[str] = []
    ours, theirs = [0], [0]
    at = size = 0
    for edit in edits:
        out += [text[at : edit.start], edit.new]
        size += edit.start - at
        if len(edit.new) != edit.end - edit.start:
            ours += [size, size + len(edit.new)]
            theirs += [edit.start, edit.end]
        size += len(edit.new)
        at = edit.end
    out.append(text[at:])
    return "".join(out), Offsets((*ours, size + len(text) - at), (*theirs, len(text)))


def _carried(span: Span, here: Sequence[int], there: Sequence[int]) -> Span:
    """The span in the other text: from its first character's place to behind its last one's."""
    start = _place(span.start, here, there)
    if span.end == span.start:
        return Span(start, start)
    return Span(start, max(start, _place(span.end - 1, here, there, behind=1)))


def _place(offset: int, here: Sequence[int], there: Sequence[int], behind: int = 0) -> int:
    i = min(bisect_right(here, offset), len(here) - 1) - 1
    return min(there[i] + offset - here[i] + behind, there[i + 1])
