"""The words that tell what a statement is about."""

from itertools import accumulate
from typing import Any

import duckdb
import pytest

from pipeline import across, keywords, run, store
from pipeline import text as unicode_text
from pipeline.model import Document, Span
from pipeline.records import DocumentInfo, Extraction, Shortcoming
from pipeline.reference import Reference
from pipeline.rows import info_row, rows
from tests.documents import make_doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Việc mua sắm thiết bị chưa công khai.",
            {"mua sắm": 1, "thiết bị": 1, "công khai": 1},
            id="words of two syllables",
        ),
        pytest.param(
            "Kiểm tra ít; có nơi cả năm không kiểm tra.",
            {"kiểm tra": 2},
            id="the same word twice, in either case",
        ),
        pytest.param("Cụ thể hoá đề án", {"cụ thể hóa": 1, "đề án": 1}, id="tones the old way"),
        pytest.param("Cụ thể hóa đề án", {"cụ thể hóa": 1, "đề án": 1}, id="tones the new way"),
        pytest.param("Một số đảng ủy triển khai chưa kịp thời.", {}, id="boilerplate"),
        pytest.param("Thôn Gò Mẫu chưa có sổ", {}, id="a name is none"),
        pytest.param("đạt 98,5% năm 2024 (05-CT/TW)", {}, id="figures and numbers are none"),
        pytest.param("kiểm tra" + "1." * 50_000, {"kiểm tra": 1}, id="endless numbering is quick"),
        pytest.param("quản l ý yếu", {}, id="a word with a letter torn off is none"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_keywords_of_a_statement(text: str, expected: dict[str, int], words: Reference) -> None:
    document = make_doc(text or "x")
    assert dict(keywords.keywords(document, Span(0, len(text)), words)) == expected


_REPORT = (
    "BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Hòa Mẫu\n\nI. Tình hình\n\nĐảng bộ có 120 đảng viên.\n\n"
    "II. Hạn chế\n\n- Công tác kiểm tra hồ sơ đấu thầu có lúc chưa thường xuyên.\n\n"
    "III. Nguyên nhân\n\n- Do một số cán bộ còn nể nang.\n"
)


def test_rows_are_of_statements_only_and_the_same_each_time(words: Reference) -> None:
    found = [keywords.rows(run.extract(make_doc(_REPORT), words), words) for _ in range(2)]
    assert found[0] == found[1]
    assert [row[2:] for row in found[0]["keywords"]] == [
        ("kiểm tra", "kiem tra", 1),
        ("hồ sơ", "ho so", 1),
        ("đấu thầu", "dau thau", 1),
        ("cán bộ", "can bo", 1),
        ("nể nang", "ne nang", 1),
    ]


def test_a_document_without_statements_has_none(words: Reference) -> None:
    assert keywords.rows(run.extract(make_doc("Tin ngắn."), words), words) == {}


def test_old_tones_are_the_same_length_and_lead_back() -> None:
    key = unicode_text.key("Đảng uỷ hoà giải; khoá, quý, toàn, thuý, nguỵ")
    old = unicode_text.old_tones(key)
    assert (len(old), unicode_text.key(old)) == (len(key), key)


def _report(unit: str, *lacks: str) -> Extraction:
    """A report of a unit whose shortcomings are these."""
    document = Document(unit, f"{unit}.txt", "txt", "\n".join(lacks))
    starts = accumulate((len(lack) + 1 for lack in lacks), initial=0)
    records = tuple(
        Shortcoming(
            span=Span(start, start + len(lack)), rule="r", kind="shortcoming", themes=("other",)
        )
        for start, lack in zip(starts, lacks, strict=False)
    )
    info = DocumentInfo(doc_type="self_review_report", unit=unit, term="2020-2025")
    return Extraction(document=document, info=info, records=records)


def _typical(words: Reference, *reports: Extraction) -> list[tuple[Any, ...]]:
    """What the view says of the words of these reports."""
    with duckdb.connect() as connection:
        version = store.Version(connection)
        for report in reports:
            form, reader, *rest = info_row(report)
            name = report.document.name
            row = (report.document.id, name, name, [], form, reader, "", 1, *rest, "run", "v")
            version.add(row, rows(report, {}) | keywords.rows(report, words))
        version.flush()
        for stage in ("units", "terms"):
            dict(across.STAGES)[stage](connection, words)
        return store.query(
            connection,
            "SELECT unit, word, records, statements, elsewhere, weight FROM unit_term_keywords "
            "ORDER BY unit, weight DESC, word",
        )


def test_words_typical_of_a_unit_stand_first(words: Reference) -> None:
    shared = "Công tác kiểm tra chưa thường xuyên."
    found = _typical(
        words,
        _report("Đảng bộ xã Hòa Mẫu", "Hồ sơ đất đai chưa rõ.", "Đất đai chưa đo đạc.", shared),
        _report("Chi bộ An Mẫu", "Trạm y tế còn thiếu thuốc.", shared),
    )
    mine = [row[1:] for row in found if row[0] == "Đảng bộ xã Hòa Mẫu"]
    assert [row[:4] for row in mine] == [
        ("đất đai", 2, 3, 0),
        ("hồ sơ", 1, 3, 0),
        ("đo đạc", 1, 3, 0),
        ("kiểm tra", 1, 3, 1),
    ]
    weights = [row[4] for row in mine]
    assert weights[0] > weights[1] == weights[2] > 0 > weights[3]


def test_a_word_of_every_statement_weighs_nothing(words: Reference) -> None:
    lack = "Công tác kiểm tra chưa thường xuyên."
    found = _typical(words, _report("Chi bộ An Mẫu", lack), _report("Chi bộ Hòa Mẫu", lack))
    assert found == [
        ("Chi bộ An Mẫu", "kiểm tra", 1, 1, 1, 0.0),
        ("Chi bộ Hòa Mẫu", "kiểm tra", 1, 1, 1, 0.0),
    ]
