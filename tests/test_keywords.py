"""The words that tell what a statement is about."""

from pathlib import Path

import pytest

from pipeline import keywords, run
from pipeline import text as unicode_text
from pipeline.model import Span
from pipeline.reference import Reference
from tests.archives import ask, kiemdiem, make_archive
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


def _written(unit: str, *lacks: str) -> str:
    """A report of a unit whose shortcomings are these."""
    items = "".join(f"- {lack}\n\n" for lack in lacks)
    return (
        f"BÁO CÁO KIỂM ĐIỂM\nNhiệm kỳ 2020-2025\n\nĐảng bộ xã {unit}\n\nI. Tình hình\n\n"
        f"Đảng bộ có 120 đảng viên.\n\nII. Hạn chế\n\n{items}"
    )


def test_typical_words_stand_first_and_are_kept_with_unchanged_documents(tmp_path: Path) -> None:
    shared = "Công tác kiểm tra chưa thường xuyên."
    archive = make_archive(
        tmp_path / "archive",
        {
            "a.txt": _written("Hòa Mẫu", "Hồ sơ đất đai chưa rõ.", "Đất đai chưa đo đạc.", shared),
            "b.txt": _written("An Mẫu", "Trạm y tế còn thiếu thuốc.", shared),
        },
    )
    db = tmp_path / "test.duckdb"
    sql = (
        "SELECT word, records, statements, elsewhere, weight FROM unit_term_keywords "
        "WHERE unit = 'Đảng bộ xã Hòa Mẫu' AND type = 'shortcoming' ORDER BY weight DESC, word"
    )
    kiemdiem("ingest", archive, "--db", db)
    first = ask(db, sql)
    assert [row[:4] for row in first] == [
        ("đất đai", 2, 3, 0),
        ("hồ sơ", 1, 3, 0),
        ("đo đạc", 1, 3, 0),
        ("kiểm tra", 1, 3, 1),
    ]
    assert first[0][-1] > first[1][-1] > 0 > first[-1][-1]
    make_archive(archive, {"c.txt": "Tin ngắn về Đảng bộ xã Hòa Mẫu."})
    kiemdiem("ingest", archive, "--db", db)
    assert ask(db, sql) == first


def test_a_word_of_every_statement_weighs_nothing(tmp_path: Path) -> None:
    lack = "Công tác kiểm tra chưa thường xuyên."
    files: dict[str, str | bytes] = {f"{u}.txt": _written(u, lack) for u in ("An Mẫu", "Hòa Mẫu")}
    kiemdiem("ingest", make_archive(tmp_path / "archive", files), "--db", tmp_path / "t.duckdb")
    sql = "SELECT word, weight FROM unit_term_keywords ORDER BY ALL"
    assert ask(tmp_path / "t.duckdb", sql) == [("kiểm tra", 0.0)] * 2
