"""A small neutral description of a document, which `tests.writers` writes in each format."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; its numbering stands in the text."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; `[^2]` in its text is the mark of note 2."""

    text: str
    align: Literal["body", "center", "right"] = "body"
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table; `widths` are shares.

    The first row is its head, repeated on each page; or its rows `run_over` pages, without a head
    and without a rule where the page ends.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] | None = None
    run_over: bool = False


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two columns without rules above a title: who issues it; motto, place and date."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


Part = Heading | Para | Grid | Letterhead | PageBreak


@dataclass(frozen=True, slots=True)
class Sheet:
    """A document to write. Note n is `notes[n - 1]`; `header` and `footer` stand on each page.

    In two `columns` a PDF has what is not centred, with the notes at the foot of each.
    """

    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()
    header: str | None = None
    footer: str | None = None
    page_numbers: bool = True
    columns: int = 1
