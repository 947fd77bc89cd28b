"""The archive as spaCy documents: the same texts, the same spans, the same words."""

from pathlib import Path

import pytest

from pipeline import syllables
from tests.archives import ask, kiemdiem, make_archive, report

_ODD = (
    "ĐẢNG BỘ XÃ HÒA MẪU 3\n\nII. Hạn chế\n\n- Công tác kiểm tra có lúc chưa  thường xuyên;"
    "sinh hoạt chi bộ chưa đều (Chỉ thị05-CT/TW).\n- Đảng uỷ 😀 chưa kịp thời.\n"
)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("docbin")
    files: dict[str, str | bytes] = {"a.txt": report(1), "b.txt": _ODD, "c.txt": ""}
    kiemdiem(
        "ingest",
        make_archive(root / "archive", files),
        "--db",
        root / "test.duckdb",
        "--workers",
        1,
    )
    kiemdiem(
        "export", "--db", root / "test.duckdb", "--to", root, "--format", "spacy", "--keep-names"
    )
    return root / "test.duckdb"


@pytest.mark.parametrize(
    ("text", "cuts", "expected"),
    [
        pytest.param("Đảng uỷ xã,", [], ["Đảng", "uỷ", "xã", ","], id="syllables and signs"),
        pytest.param("đạt 98,5%", [], ["đạt", "98,5", "%"], id="a number stays whole"),
        pytest.param("05-CT/TW", [], ["05", "-", "CT", "/", "TW"], id="a document number"),
        pytest.param("a\nb", [], ["a", "\n", "b"], id="a line break is a token"),
        pytest.param("a  b", [], ["a", " ", "b"], id="the second of two spaces is a token"),
        pytest.param("nghĩa vụ1", [8], ["nghĩa", "vụ", "1"], id="cut where a record ends"),
        pytest.param("", [], [], id="nothing"),
    ],
)
def test_tokens_are_syllables_numbers_and_signs(
    text: str, cuts: list[int], expected: list[str]
) -> None:
    words, spaces = syllables.tokens(text, cuts)
    assert words == expected
    assert "".join(w + " " * s for w, s in zip(words, spaces, strict=True)) == text


def test_each_record_is_read_back_as_a_span_with_the_words_of_its_quote(db: Path) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    docs = list(DocBin().from_disk(db.with_name("kiemdiem.spacy")).get_docs(Vocab()))
    found = {
        (span.id_, key, span.label_, span.kb_id_, " ".join(span.text.split()))
        for doc in docs
        for key, group in doc.spans.items()
        for span in group
    }
    expected = ask(
        db,
        "SELECT record_id, type, coalesce(themes[1], code, type), "
        "CASE WHEN type = 'citation' THEN coalesce(detail, '') ELSE '' END, quote FROM records",
    )
    assert found == set(expected) != set()
    assert {"count", "shortcoming", "citation"} <= {key for _, key, *_ in found}


def test_each_text_that_was_read_is_there_to_the_letter_and_says_what_it_is(db: Path) -> None:
    from spacy.tokens import DocBin
    from spacy.vocab import Vocab

    docs = DocBin().from_disk(db.with_name("kiemdiem.spacy")).get_docs(Vocab())
    sql = (
        "SELECT text, document_id, path, doc_type, unit, term "
        "FROM documents JOIN texts USING (document_id) WHERE status <> 'failed' ORDER BY path"
    )
    assert [(doc.text, *doc.user_data.values()) for doc in docs] == ask(db, sql)


def test_the_file_is_for_its_owner_only_and_the_same_each_time(db: Path, tmp_path: Path) -> None:
    file = db.with_name("kiemdiem.spacy")
    kiemdiem("export", "--db", db, "--to", tmp_path, "--format", "spacy", "--keep-names")
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes() == (tmp_path / file.name).read_bytes()
