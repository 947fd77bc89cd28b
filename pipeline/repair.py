"""A damaged text layer -> a reading of it that extractors understand, with the way back.

A reading aid: the document's text and every quote stay as they stand. Only words that are no
Vietnamese syllables are questioned, and changed where one reading is clearly the best; in a text
that showed such damage all over, also words that stand in no known pair while a neighbour in
spelling does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import structure
from pipeline import text as unicode_text
from pipeline.model import Block, BlockKind, Document, Issue, PageStart, Severity, Span
from pipeline.number_repair import number_edits
from pipeline.offsets import Edit, Offsets, edited
from pipeline.reference import Reference
from pipeline.spacing_repair import is_spaced, seam_edits, spaced_edits
from pipeline.spelling import valid_share
from pipeline.symbol_repair import numeral_edits, symbol_edits
from pipeline.word_repair import odd_edits, odd_words, valid_edits

_SLIPS = 0.0005
"""Up to such a share of the words a sound text has slips of the pen: it is read as it stands."""
_FEWEST, _SHARE = 3, 0.002
"""From so many repairs, and such a share of the words, a text counts as damaged all over."""
_UNREADABLE = 0.2
_FLAT_FORMATS = frozenset({"txt", "pdf"})
"""Formats that do not say what is a heading: there the look of the words does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read through repairs, the repairs, its own text, and the steps back to it."""

    document: Document
    text: str
    steps: tuple[Offsets, ...]
    repairs: tuple[Edit, ...]

    def back(self, span: Span) -> Span:
        """The span in the document's own text, in whole words where a lost space was put in.

        "Đảng bộcó 12" holds no word "bộ": what ends there quotes "bộcó".
        """
        own = span
        for step in reversed(self.steps):
            own = step.back(own)
        start, end = own.start, own.end
        if not _inside(self.document.text, span.start):
            while _inside(self.text, start):
                start -= 1
        if not _inside(self.document.text, span.end):
            while _inside(self.text, end):
                end += 1
        return Span(start, end)


def reading(document: Document, reference: Reference) -> Reading | None:
    """The document read through repairs; None where there is nothing to repair."""
    latin = unicode_text.unmixed(document.text)
    odd = _odd(latin, reference)
    spaced = spaced_edits(latin, reference.vocabulary) if is_spaced(latin) else ()
    first = _apart(sorted({*seam_edits(latin, odd), *number_edits(latin), *spaced}))
    text, seams = edited(latin, first)
    odd = _odd(text, reference) if first else odd
    second = odd_edits(text, odd, reference.vocabulary) if odd else []
    text, words = edited(text, second)
    size = text.count(" ") + 1
    if len(first) + len(second) <= _SLIPS * size and latin == document.text:
        return None
    third: list[Edit] = []
    if len(first) + len(second) >= max(_FEWEST, _SHARE * size):
        third = _all_over_edits(text, reference)
        text, _ = edited(text, third)
    repairs = (*_alike(document.text, latin), *first, *second, *third)
    steps = (seams, words)
    return Reading(_rebuilt(document, text, steps), document.text, steps, repairs)


def _all_over_edits(text: str, reference: Reference) -> list[Edit]:
    """The repairs, each of one letter, that only a text damaged all over is given."""
    signs = reference.data.get("syllables") or {}
    found = {
        *valid_edits(text, reference.vocabulary),
        *symbol_edits(text, signs),
        *numeral_edits(text),
    }
    return _apart(sorted(found))


def _odd(text: str, reference: Reference) -> frozenset[str]:
    """The words of a text that are neither syllables nor known."""
    odd = odd_words(text)
    if not odd:
        return frozenset()
    known = reference.vocabulary.known
    return frozenset(w for w in odd if unicode_text.lower(w) not in known)


def _alike(text: str, latin: str) -> list[Edit]:
    """The look-alike letters of other scripts in a text."""
    if text == latin:
        return []
    return [Edit(i, i + 1, b) for i, (a, b) in enumerate(zip(text, latin, strict=True)) if a != b]


def issues(document: Document, read: Reading | None) -> Iterator[Issue]:
    """What a person should know of a damaged text layer."""
    if read is not None:
        yield Issue("repaired", Severity.INFO, _told(read.repairs))
    words = read.document.text if read else document.text
    unreadable = 1 - valid_share(words)
    if unreadable > _UNREADABLE:
        message = (
            f"{unreadable:.0%} of the words cannot be read as Vietnamese; scan the paper again or "
            "run OCR anew and read that file."
        )
        yield Issue("garbled", Severity.WARNING, message)


def _inside(text: str, offset: int) -> bool:
    """Whether an offset parts a word."""
    return 0 < offset < len(text) and text[offset - 1].isalnum() and text[offset].isalnum()


def _told(repairs: Sequence[Edit]) -> str:
    lost = sum(not r.start < r.end for r in repairs)
    stray = sum(not r.new for r in repairs)
    letters = len(repairs) - lost - stray
    return (
        f"the text layer is damaged; records were read through repairs ({lost} lost spaces, "
        f"{stray} stray spaces, {letters} letters or digits); text and quotes stand as they are."
    )


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits without those that reach into the one before."""
    out: list[Edit] = []
    for edit in edits:
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return out


def _rebuilt(document: Document, text: str, steps: Sequence[Offsets]) -> Document:
    """The document with another text, its parts where they stand there."""
    blocks = tuple(_moved(b, steps) for b in document.blocks)
    if document.format in _FLAT_FORMATS:
        blocks = structure.classify(text, [_plain(b) for b in blocks])
    pages = ((_forth(Span(p.offset, p.offset), steps).start, p.number) for p in document.pages)
    return replace(
        document,
        text=text,
        blocks=blocks,
        sections=structure.sections(text, blocks),
        pages=tuple(PageStart(offset, number) for offset, number in pages),
        marks=tuple(_forth(m, steps) for m in document.marks),
    )


def _plain(block: Block) -> Block:
    if block.kind in (BlockKind.HEADING, BlockKind.ITEM):
        return replace(block, kind=BlockKind.PARAGRAPH, level=None, label=None)
    return block


def _moved(block: Block, steps: Sequence[Offsets]) -> Block:
    return replace(
        block,
        span=_forth(block.span, steps),
        cells=tuple(replace(c, span=_forth(c.span, steps)) for c in block.cells),
        anchor=_forth(block.anchor, steps) if block.anchor else None,
    )


def _forth(span: Span, steps: Sequence[Offsets]) -> Span:
    for step in steps:
        span = step.forth(span)
    return span
