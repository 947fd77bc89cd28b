"""What a document is: one text, and spans of it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

from pipeline import text as unicode_text


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """Half-open offsets into `Document.text`.

    Tens of thousands are made of a document, so it sets its two fields in the fastest way.
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = (Span.__dict__[name].__set__ for name in ("start", "end"))


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    FOOTNOTE = "footnote"
    FURNITURE = "furniture"


class Severity(StrEnum):
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Issue:
    """Something about a document that a person should know; `message` says what to do next."""

    code: str
    severity: Severity
    message: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; its words are contiguous in the text."""

    row: int
    column: int
    span: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text with one role.

    `level`: depth of a heading or item from its numbering habit (1 is the outermost), else None.
    `label`: the numbering as written, without its closing mark (`I`, `1.2`, `a`, `-`, `Một là`),
    for a footnote its number; None where there is none.
    `anchor`: of a footnote, the span of its marker in the text; None where none was found.
    `page`: 1-based page of its first character, None where the format has no pages.
    """

    kind: BlockKind
    span: Span
    level: int | None = None
    label: str | None = None
    page: int | None = None
    cells: tuple[Cell, ...] = ()
    anchor: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; `parent` is an index into `Document.sections`."""

    level: int
    label: str | None
    heading: Span
    span: Span
    parent: int | None


@dataclass(frozen=True, slots=True)
class PageStart:
    """From `offset` on (until the next PageStart) the text stands on page `number`."""

    offset: int
    number: int


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word as the engine read it: edges as shares of the page's width, how sure (0 to 1)."""

    text: str
    left: float
    right: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand on a page: edges as shares of its width and height, from the top left.

    Of a page read from its picture also the `words`, and by how many degrees clockwise the picture
    was turned (`turn`) to lie as the edges say; None for a page with a text layer.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    turn: float | None = None
    words: tuple[ReadWord, ...] = ()

    @property
    def confidence(self) -> float | None:
        """How sure the engine was of the words, on average; None where it read none."""
        sure = [w.confidence for w in self.words]
        return round(sum(sure) / len(sure), 3) if sure else None

    def joined(self, other: "Place | None") -> "Place":
        """Both as one, where they are on one page; else this one."""
        if other is None or other.page != self.page:
            return self
        left, top = min(self.left, other.left), min(self.top, other.top)
        right, bottom = max(self.right, other.right), max(self.bottom, other.bottom)
        return Place(self.page, left, top, right, bottom, self.turn, self.words + other.words)


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page, or a cell of its table: a span of the text and where it is seen."""

    span: Span
    place: Place


@dataclass(frozen=True)
class Document:
    """A document read into one string.

    `text` is NFC and never edited afterwards; blocks are ordered, disjoint and cover every visible
    character. Inside a block white space is one space; blocks are parted by a line break.
    `marks` are the footnote markers standing in the text. `reader` says how it was read.
    `doubts` are words read from a picture that may be other words, in order. `lines` say where the
    text is seen, in formats with pages.
    """

    id: str
    name: str
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    pages: tuple[PageStart, ...] = ()
    marks: tuple[Span, ...] = ()
    issues: tuple[Issue, ...] = ()
    reader: str = "text"
    doubts: tuple[Span, ...] = ()
    lines: tuple[PageLine, ...] = ()
    told: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What pure functions told of the document, by function; it only saves working it out twice."""

    @cached_property
    def key(self) -> str:
        """The matching key of the text: same length, lower case, footnote markers blanked."""
        return unicode_text.blank(unicode_text.key(self.text), self.marks)

    @cached_property
    def plain_key(self) -> str:
        """The matching key without the asterisks of emphasis, the same length."""
        return self.key.replace("*", " ")

    def quote(self, span: Span) -> str:
        """The exact words of the span, white space folded to one space."""
        return " ".join(self.text[span.start : span.end].split())

    def doubtful(self, span: Span) -> bool:
        """Whether the span rests on a word that may have been misread."""
        return any(doubt.overlaps(span) for doubt in self.doubts)

    def page_at(self, offset: int) -> int | None:
        """The 1-based page on which `offset` stands, or None where the format has no pages."""
        i = bisect_right(self._page_starts, offset)
        return self.pages[i - 1].number if i else None

    def block_at(self, offset: int) -> Block | None:
        """The block that holds `offset`, or None between blocks."""
        i = bisect_right(self._block_starts, offset)
        if not i or offset >= self.blocks[i - 1].span.end:
            return None
        return self.blocks[i - 1]

    def section_index_at(self, offset: int) -> int | None:
        """Index of the innermost section that holds `offset`, or None before the first heading."""
        i = bisect_right(self._section_starts, offset)
        at = i - 1 if i else None
        while at is not None and offset >= self.sections[at].span.end:
            at = self.sections[at].parent
        return at

    def section_path_at(self, offset: int) -> tuple[Section, ...]:
        """The sections around `offset`, outermost first."""
        at = self.section_index_at(offset)
        return () if at is None else self._section_paths[at]

    @cached_property
    def _section_paths(self) -> list[tuple[Section, ...]]:
        """Each section with those around it, outermost first; parents stand before their parts."""
        paths: list[tuple[Section, ...]] = []
        for section in self.sections:
            around = () if section.parent is None else paths[section.parent]
            paths.append((*around, section))
        return paths

    def headings_at(self, offset: int) -> tuple[str, ...]:
        """The headings above `offset`, outermost first, as written."""
        return tuple(self.quote(s.heading) for s in self.section_path_at(offset))

    @cached_property
    def _page_starts(self) -> list[int]:
        return [p.offset for p in self.pages]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.span.start for b in self.blocks]

    @cached_property
    def _section_starts(self) -> list[int]:
        return [s.span.start for s in self.sections]

    def flow(self) -> Iterator[Block]:
        """The blocks that carry statements: all but furniture, in order."""
        return (b for b in self.blocks if b.kind is not BlockKind.FURNITURE)
