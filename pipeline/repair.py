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
    """A document as read through repairs, the repairs, and the offsets back to the document."""

    document: Document
    offsets: Offsets
    repairs: tuple[Edit, ...]


def reading(document: Document, reference: Reference) -> Reading | None:
    """The document read through repairs; None where there is nothing to repair."""
    text = unicode_text.unmixed(document.text)
    words = list(_word_edits(text, reference))
    edits = _apart(sorted([*words, *number_edits(text)]))
    size = text.count(" ") + 1
    if len(edits) <= _SLIPS * size and text == document.text:
        return None
    repaired, offsets = edited(text, edits)
    more: list[Edit] = []
    if len(words) >= max(_FEWEST, _SHARE * size):
        signs = reference.data.get("syllables") or {}
        more = _apart(
            sorted(
                [
                    *valid_edits(repaired, reference.vocabulary),
                    *symbol_edits(repaired, signs),
                    *numeral_edits(repaired),
                ]
            )
        )
        repaired, _ = edited(repaired, more)
    alike = _alike(document.text, text)
    return Reading(_rebuilt(document, repaired, offsets), offsets, (*alike, *edits, *more))


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


def _told(repairs: Sequence[Edit]) -> str:
    lost = sum(not r.start < r.end for r in repairs)
    stray = sum(not r.new for r in repairs)
    letters = len(repairs) - lost - stray
    return (
        f"the text layer is damaged; records were read through repairs ({lost} lost spaces, "
        f"{stray} stray spaces, {letters} letters or digits); text and quotes stand as they are."
    )


def _word_edits(text: str, reference: Reference) -> Iterator[Edit]:
    """The repairs of words that are no syllables."""
    odd = odd_words(text)
    if not odd:
        return
    vocabulary = reference.vocabulary
    unknown = frozenset(w for w in odd if unicode_text.lower(w) not in vocabulary.known)
    yield from odd_edits(text, unknown, vocabulary)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits without those that reach into the one before."""
    out: list[Edit] = []
    for edit in edits:
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return out


def _rebuilt(document: Document, text: str, offsets: Offsets) -> Document:
    """The document with another text, its parts where they stand there."""
    blocks = tuple(_moved(b, offsets) for b in document.blocks)
    if document.format in _FLAT_FORMATS:
        blocks = structure.classify(text, [_plain(b) for b in blocks])
    return replace(
        document,
        text=text,
        blocks=blocks,
        sections=structure.sections(text, blocks),
        pages=tuple(
            PageStart(offsets.forth(Span(p.offset, p.offset)).start, p.number)
            for p in document.pages
        ),
        marks=tuple(offsets.forth(m) for m in document.marks),
    )


def _plain(block: Block) -> Block:
    if block.kind in (BlockKind.HEADING, BlockKind.ITEM):
        return replace(block, kind=BlockKind.PARAGRAPH, level=None, label=None)
    return block


def _moved(block: Block, offsets: Offsets) -> Block:
    return replace(
        block,
        span=offsets.forth(block.span),
        cells=tuple(replace(c, span=offsets.forth(c.span)) for c in block.cells),
        anchor=offsets.forth(block.anchor) if block.anchor else None,
    )
