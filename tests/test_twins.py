"""One document as text, DOCX and PDF gives the same records."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.model import Block, BlockKind, Document
from pipeline.parse import parse
from pipeline.records import Cause, Indicator, Record, Remedy, Shortcoming, own_fields
from pipeline.reference import Reference
from pipeline.run import EXTRACTORS
from pipeline.sources import Source
from tests.invented import SHEETS
from tests.writers import Grid, Para, Part, Sheet, docx, html, pdf, txt

DEV = Path(__file__).resolve().parents[2] / "shared" / "eval" / "docs"
AGREE = 0.98
"""Share of keyed records, and of the words of statements, that twins must have in common."""

_STATEMENTS = (Shortcoming, Cause, Remedy)
_WRITERS: dict[str, Callable[[Sheet], bytes]] = {"docx": docx, "pdf": pdf, "html": html}
# Fields of a record that are not compared: they quote words, which a line break may change.
_LOOSE = {"detail", "group", "issuer", "percent", "change", "name", "unit"}


def read(data: bytes, form: str) -> Document:
    return parse(Source("0" * 16, f"bao_cao.{form}", form, data))


def found(document: Document, words: Reference) -> tuple[Record, ...]:
    return tuple(r for extractor in EXTRACTORS for r in extractor(document, words))


def keys(records: tuple[Record, ...]) -> Counter[tuple[object, ...]]:
    """The keyed records: type and the fields that tell two apart."""
    out: Counter[tuple[object, ...]] = Counter()
    for record in records:
        if not isinstance(record, _STATEMENTS):
            own = (getattr(record, f) for f in own_fields(type(record)) if f not in _LOOSE)
            named = " ".join(record.name.lower().split()) if isinstance(record, Indicator) else ""
            out[record.type, named, *own] += 1
    return out


def statement_words(document: Document, records: tuple[Record, ...]) -> Counter[tuple[str, str]]:
    """The words of statements by the type of statement."""
    statements = [r for r in records if isinstance(r, _STATEMENTS)]
    return Counter(
        (r.type, w)
        for r in statements
        for w in re.findall(r"\w+", document.key[r.span.start : r.span.end])
    )


def shared(a: Counter[object], b: Counter[object]) -> float:
    """Twice what both have over what each has; 1 where neither has anything."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 1.0


def compare(one: Document, other: Document, words: Reference) -> tuple[float, float, str]:
    """Shares of keyed records and of statement words in common, and what differs."""
    a, b = found(one, words), found(other, words)
    mine, theirs = keys(a), keys(b)
    left, right = statement_words(one, a), statement_words(other, b)
    differs = [mine - theirs, theirs - mine, left - right, right - left]
    return (
        shared(Counter(mine), Counter(theirs)),
        shared(Counter(left), Counter(right)),
        "\n".join(str(sorted(d.elements(), key=str)[:20]) for d in differs),
    )


@pytest.mark.parametrize("form", _WRITERS)
@pytest.mark.parametrize("sheet", [pytest.param(s, id=name) for name, s in SHEETS.items()])
def test_invented_document_gives_the_same_records_in_each_format(
    sheet: Sheet, form: str, words: Reference
) -> None:
    twin = read(txt(sheet), "txt")
    records, statements, differs = compare(twin, read(_WRITERS[form](sheet), form), words)
    assert found(twin, words), "the invented document yields no records at all"
    assert records >= AGREE and statements >= AGREE, f"{records:.3f} {statements:.3f}\n{differs}"


def in_two_columns(sheet: Sheet) -> Sheet:
    """The sheet without its tables, set as a bulletin is."""
    parts = tuple(part for part in sheet.parts if not isinstance(part, Grid))
    return replace(sheet, parts=parts, columns=2)


@pytest.mark.parametrize("sheet", [pytest.param(s, id=name) for name, s in SHEETS.items()])
def test_two_columns_give_the_records_of_one(sheet: Sheet, words: Reference) -> None:
    sheet = in_two_columns(sheet)
    two = read(pdf(sheet), "pdf")
    records, statements, differs = compare(read(txt(sheet), "txt"), two, words)
    assert records >= AGREE and statements >= AGREE, f"{records:.3f} {statements:.3f}\n{differs}"
    notes = [b for b in two.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [two.quote(n.span) for n in notes if n.anchor] == [
        f"{i} {note}" for i, note in enumerate(sheet.notes, 1)
    ]


@pytest.mark.skipif(not DEV.is_dir(), reason="the development documents are not here")
@pytest.mark.parametrize("form", _WRITERS)
def test_development_documents_give_the_same_records_in_each_format(
    form: str, words: Reference
) -> None:
    mine: Counter[object] = Counter()
    theirs: Counter[object] = Counter()
    left: Counter[object] = Counter()
    right: Counter[object] = Counter()
    for path in sorted(DEV.glob("*.txt")):
        one = read(path.read_bytes(), "txt")
        other = read(_WRITERS[form](as_sheet(one)), form)
        a, b = found(one, words), found(other, words)
        mine.update((path.name, k) for k in keys(a).elements())
        theirs.update((path.name, k) for k in keys(b).elements())
        left.update((path.name, w) for w in statement_words(one, a).elements())
        right.update((path.name, w) for w in statement_words(other, b).elements())
    assert shared(mine, theirs) >= AGREE
    assert shared(left, right) >= AGREE


def as_sheet(document: Document) -> Sheet:
    """The document as a description to write again; its notes numbered through."""
    notes: list[str] = []
    parts: list[Part] = []
    numbers: dict[int, int] = {}
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.anchor:
            numbers[block.anchor.start] = 0
    for block in document.blocks:
        if block.kind is BlockKind.FOOTNOTE and block.anchor:
            continue
        parts.append(_part(document, block, numbers, notes))
    return Sheet(tuple(parts), tuple(notes))


def _part(document: Document, block: Block, numbers: dict[int, int], notes: list[str]) -> Part:
    if block.cells:
        shape = {(c.row, c.column): document.quote(c.span) for c in block.cells}
        rows, columns = max(r for r, _ in shape) + 1, max(c for _, c in shape) + 1
        table = (tuple(shape.get((r, c), "") for c in range(columns)) for r in range(rows))
        return Grid(tuple(table))
    out, at = "", block.span.start
    for mark in document.marks:
        if block.span.holds(mark) and mark.start in numbers:
            notes.append(_note_of(document, mark.start))
            out += f"{document.text[at : mark.start]}[^{len(notes)}]"
            at = mark.end
    return Para(out + document.text[at : block.span.end])


def _note_of(document: Document, mark: int) -> str:
    """The words of the note anchored at an offset, without its number."""
    note = next(b for b in document.blocks if b.anchor and b.anchor.start == mark)
    return re.sub(rf"^\W?{re.escape(note.label or '')}\W?\s+", "", document.quote(note.span))
