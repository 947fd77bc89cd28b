"""The laws of the architecture, on the samples, the development documents and any text."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import sources
from pipeline import text as unicode_text
from pipeline.errors import UnreadableError
from pipeline.model import BlockKind
from pipeline.records import Extraction, lines
from pipeline.reference import Reference, load
from pipeline.run import extract, process
from tests.documents import make_doc

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "eval" / "docs"
FILES = [
    *sorted(p for p in (ROOT / "data" / "samples").rglob("*.*") if p.suffix in (".txt", ".docx")),
    *sorted(SHARED.glob("*.txt")),
]
WORDS = load()


def _hold(extraction: Extraction) -> None:
    """Assert what must hold of every document and its records."""
    document = extraction.document
    assert unicodedata.is_normalized("NFC", document.text)
    assert len(document.key) == len(document.text)
    at = 0
    for block in document.blocks:
        assert at <= block.span.start <= block.span.end <= len(document.text)
        assert not document.text[at : block.span.start].strip()
        at = block.span.end
    assert not document.text[at:].strip()
    for record in extraction.records:
        assert 0 <= record.span.start < record.span.end <= len(document.text)
        quote = document.quote(record.span)
        assert quote and quote == " ".join(
            document.text[record.span.start : record.span.end].split()
        )
        held = document.block_at(record.span.start)
        assert held is not None and held.kind is not BlockKind.FURNITURE


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem[:20])
def test_laws_hold_on_real_documents_and_records_are_the_same_again(path: Path) -> None:
    source = sources.read(path)
    first = process(source, WORDS)
    _hold(first)
    assert list(lines(process(source, WORDS))) == list(lines(first))


_PIECES = [
    "Hạn chế, khuyết điểm",
    "1. ",
    "- ",
    "(1)",
    "12",
    "4.532",
    "đảng viên",
    "chi bộ",
    "kỷ luật",
    "53,1%",
    ";",
    ". ",
    ": ",
    "Nghị quyết số 04-NQ/TW",
    "ngày 30/10/2016",
    "chưa đạt",
    "# ",
    "**",
    "“",
    "”",
    "(",
    ")",
    "khiển trách 17",
    "chỉ tiêu",
    "Tuy nhiên, ",
    "do ",
    "…",
    "Nguyên nhân",
    "giải pháp",
    "\t",
    "\n",
    "\n\n",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=40).map(" ".join))
def test_any_text_is_read_without_error_and_keeps_the_laws(text: str) -> None:
    try:
        document = make_doc(text)
    except UnreadableError as error:
        assert error.code == "empty" and not unicode_text.nfc(text).strip()
        return
    _hold(extract(document, WORDS))


@given(st.text())
def test_key_has_the_length_of_its_text(text: str) -> None:
    composed = unicode_text.nfc(text)
    assert len(unicode_text.key(composed)) == len(composed)


def test_document_of_one_long_line_and_one_without_party_content(words: Reference) -> None:
    line = "Đảng bộ có 12 chi bộ; một số chi bộ sinh hoạt chưa đều. " * 5000
    assert extract(make_doc(line), words).records
    assert extract(make_doc("Trời hôm nay đẹp. Chợ phiên đông vui.\n" * 50), words).records == ()
