"""A self-review of forty pages with footnotes inside its sentences is read whole, page by page."""

import random
import re
import unicodedata
from collections.abc import Callable

import pypdfium2
import pytest

from extractors.findings import findings
from pipeline import run
from pipeline.model import BlockKind, Document
from pipeline.parse import parse
from pipeline.records import lines
from pipeline.reference import Reference
from pipeline.scoring import STATEMENTS, Json, Report
from pipeline.sources import Source
from tests import noise
from tests.annotated.written import rendered
from tests.annotated.written import written as written_folder
from tests.long_review import Review, review
from tests.pdf_writer import pdf

SECTIONS = 34


@pytest.fixture(scope="module")
def written() -> Review:
    return review(SECTIONS)


@pytest.fixture(scope="module")
def printed(written: Review) -> bytes:
    return pdf(written.sheet)


@pytest.fixture(scope="module")
def document(printed: bytes) -> Document:
    return parse(Source("0" * 16, "kiem_diem.pdf", "pdf", printed))


def test_every_statement_is_found_and_nothing_else(
    written: Review, document: Document, words: Reference
) -> None:
    found = sorted(findings(document, words), key=lambda f: f.span)
    assert len(document.pages) >= 40
    assert sorted((f.type, document.quote(f.span)) for f in found) == sorted(
        (kind, told) for kind, told, _ in written.stated
    )


def test_every_footnote_stands_behind_its_marker(written: Review, document: Document) -> None:
    notes = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [document.quote(b.span) for b in notes] == [
        f"{n} {note}" for n, note in enumerate(written.notes, 1)
    ]
    assert [document.quote(b.anchor) for b in notes if b.anchor] == [
        f"({n})" for n in range(1, len(written.notes) + 1)
    ]


def test_every_statement_names_the_page_that_it_is_printed_on(
    written: Review, printed: bytes, document: Document, words: Reference
) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(printed)]
    on = {n: i for i, page in enumerate(pages, 1) for n in re.findall(r"(?<!\d)\d{4}(?!\d)", page)}
    numbers = {(kind, told): number for kind, told, number in written.stated}
    stated = [(f.span, numbers[f.type, document.quote(f.span)]) for f in findings(document, words)]
    assert [
        (number, on[number])
        for span, number in stated
        if document.page_at(document.text.index(number, span.start)) != on[number]
    ] == []


LOOK_ALIKES = str.maketrans("oaecpx", "оаесрх")  # Cyrillic


def decomposed(text: str, _: random.Random) -> str:
    """Each mark as a letter of its own, as some converters write them."""
    return unicodedata.normalize("NFD", text)


def hyphenated(text: str, rng: random.Random) -> str:
    """A soft hyphen inside one word of ten."""
    return re.sub(
        r"\w{4,}", lambda m: m[0][:2] + "\u00ad" + m[0][2:] if rng.random() < 0.1 else m[0], text
    )


def look_alike(text: str, rng: random.Random) -> str:
    """One word of twenty in letters of another alphabet that look the same."""
    return re.sub(
        r"\w+", lambda m: m[0].translate(LOOK_ALIKES) if rng.random() < 0.05 else m[0], text
    )


def spaced(text: str, rng: random.Random) -> str:
    """The letters of one line of ten set apart."""
    lines = text.splitlines(keepends=True)
    return "".join(re.sub(r"(?<=\w)(?=\w)", " ", x) if rng.random() < 0.1 else x for x in lines)


def statements(text: str, words: Reference) -> list[Json]:
    """The statements that are found in a plain text, read through all repairs."""
    document = parse(Source("0" * 16, "a.txt", "txt", text.encode()))
    return [r for r in lines(run.extract(document, words)) if r["type"] in STATEMENTS]


@pytest.mark.parametrize("damage", [decomposed, hyphenated], ids=lambda d: d.__name__)
def test_text_that_is_only_encoded_otherwise_states_the_same(
    damage: Callable[[str, random.Random], str], words: Reference
) -> None:
    for sample in written_documents():
        hurt = damage(sample, random.Random(1))
        assert [(r["type"], r["quote"]) for r in statements(hurt, words)] == [
            (r["type"], r["quote"]) for r in statements(sample, words)
        ]


@pytest.mark.parametrize(
    ("damage", "least"),
    [
        pytest.param(noise.lost_spaces, 0.93, id="spaces lost behind open syllables"),
        pytest.param(noise.wrong_letters, 0.93, id="one letter of a hundred misread"),
        pytest.param(noise.lost_marks, 0.93, id="two marks of a hundred lost"),
    ],
)
def test_a_damaged_text_layer_states_nearly_the_same(
    damage: noise.Damage, least: float, words: Reference
) -> None:
    texts = [
        noise.Annotated.of(str(i), text, statements(text, words))
        for i, text in enumerate(written_documents())
    ]
    report = noise.measured(texts, words, damage, 1, aided=True)
    assert [t for t in STATEMENTS if report.types[t].f1 < least] == []


@pytest.mark.parametrize("damage", [look_alike, spaced], ids=lambda d: d.__name__)
def test_letters_set_apart_or_of_another_alphabet_are_read(
    damage: Callable[[str, random.Random], str], words: Reference
) -> None:
    report = Report()
    for i, text in enumerate(written_documents()):
        hurt = damage(text, random.Random(i))
        found = [r | {"quote": bare(r["quote"])} for r in statements(hurt, words)]
        truth = [r | {"quote": bare(r["quote"])} for r in statements(text, words)]
        report.add(str(i), bare(text), truth, found)
    assert [t for t in STATEMENTS if report.types[t].f1 < 0.93] == []


def bare(text: str) -> str:
    """The letters of a text, one by one, those of the other alphabet as what they look like."""
    back = {ord(k): v for k, v in zip("оаесрх", "oaecpx", strict=True)}
    return " ".join(re.sub(r"\s", "", text.translate(back)))


def written_documents() -> list[str]:
    """Three invented documents as plain text."""
    samples = written_folder("written_statements")
    return [rendered(s).data.decode() for s in samples if s.stem[:2] in ("05", "09", "11")]
