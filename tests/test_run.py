"""A document that goes wrong is an extraction with the issue that says why."""

from collections.abc import Iterator

import pytest

from pipeline import run
from pipeline.model import Document, Issue, Severity
from pipeline.records import DocumentInfo, Extraction, Record
from pipeline.reference import Reference
from pipeline.sources import Source
from tests.documents import make_doc


def _source(data: bytes, form: str = "txt") -> Source:
    return Source("0" * 16, f"a.{form}", form, data)


def _stumbling(document: Document, reference: Reference) -> Iterator[Record]:
    raise KeyError(document.text)


def test_bug_is_named_by_its_place_without_a_word_of_the_document(
    words: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "EXTRACTORS", (_stumbling,))
    extraction = run.process(_source("Nội dung mật".encode()), words)
    line = _stumbling.__code__.co_firstlineno + 1
    assert (extraction.status, extraction.records, extraction.issues) == (
        "failed",
        (),
        (
            Issue(
                "bug",
                Severity.ERROR,
                f"a.txt: the program stumbled (KeyError at test_run.py:{line}); "
                "please report this line as a bug and keep the file.",
            ),
        ),
    )


@pytest.mark.parametrize(
    ("source", "code"),
    [
        pytest.param(_source(b""), "empty", id="no bytes"),
        pytest.param(_source(b"\xe2\x80\x8b \n\t"), "empty", id="no visible character"),
        pytest.param(_source(b"PK", "xyz"), "unsupported", id="unknown kind of file"),
    ],
)
def test_document_that_cannot_be_read_fails_with_a_code(
    words: Reference, source: Source, code: str
) -> None:
    extraction = run.process(source, words)
    assert (extraction.status, [i.code for i in extraction.issues]) == ("failed", [code])


def test_document_that_is_read_is_ok(words: Reference) -> None:
    extraction = run.process(_source("Đảng bộ có 12 đảng viên.".encode()), words)
    assert (extraction.status, extraction.issues) == ("ok", ())


@pytest.mark.parametrize(
    ("severity", "status"),
    [
        pytest.param(Severity.INFO, "ok", id="information"),
        pytest.param(Severity.WARNING, "partial", id="warning"),
        pytest.param(Severity.ERROR, "partial", id="error"),
    ],
)
def test_warning_beside_text_makes_a_document_partial(severity: Severity, status: str) -> None:
    document = make_doc("Đảng bộ có 12 đảng viên.")
    issue = Issue("pages_without_text", severity, "page 2 was not read")
    extraction = Extraction(document=document, info=DocumentInfo(), records=(), issues=(issue,))
    assert extraction.status == status
