"""Every page: empty, with one report, at wrong addresses, and through an ingest."""

import ast
import re
from html import escape
from pathlib import Path

import duckdb
import pytest

from dashboards import data
from dashboards.labels import labels
from tests.archives import kiemdiem, make_archive, report
from tests.dashboard_archives import EVIL, SAMPLES, database_of, emptied, ingested, opened, shown

PAGES = {
    "tong-quan": "Tổng quan",
    "so-sanh": "So sánh",
    "tai-lieu": "Tài liệu",
    "ban-ghi": "Bản ghi",
    "tim-kiem": "Tìm kiếm",
    "lap-lai": "Hạn chế lặp lại",
    "chi-tieu": "Chỉ tiêu",
    "kiem-tra": "Kiểm tra - kỷ luật",
    "vien-dan": "Văn bản viện dẫn",
    "so-lieu": "Kiểm tra số liệu",
    "bao-cao": "Báo cáo đại hội",
}


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one report."""
    return database_of(tmp_path_factory.mktemp("one"), {"a.txt": report(1)})


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without a document."""
    return emptied(database_of(tmp_path_factory.mktemp("empty"), {"a.txt": report(1)}))


@pytest.mark.parametrize("page", PAGES)
def test_page_of_an_empty_database_says_what_to_do(
    page: str, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(empty, monkeypatch, trang=page))
    assert PAGES[page] in html
    assert "Kho chưa có văn bản nào" in html


@pytest.mark.parametrize("page", PAGES)
def test_page_of_one_report_says_what_it_has(
    page: str, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(one, monkeypatch, trang=page, tim="chi bo"))
    said = {
        "lap-lai": "Không có hạn chế nào lặp lại",
        "chi-tieu": "Không có chỉ tiêu nào",
        "kiem-tra": "Văn bản không nêu số liệu nào",
        "vien-dan": "05-CT/TW",
        "so-lieu": "Không thấy chỗ nào chưa khớp",
        "bao-cao": "Chọn một đơn vị và một nhiệm kỳ",
    }
    assert said.get(page, "Đảng bộ xã Hòa Mẫu") in html


@pytest.mark.parametrize("page", PAGES)
def test_page_without_a_database_says_what_to_do(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(tmp_path / "none.duckdb", monkeypatch, trang=page))
    assert f"--db {tmp_path / 'none.duckdb'}" in html


def test_database_of_an_older_program_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = database_of(tmp_path, {"a.txt": report(1)})
    with duckdb.connect(str(db.resolve())) as connection:
        connection.execute("DROP TABLE term_totals")
    assert f"Hãy chạy lại: kiemdiem ingest THƯ_MỤC --db {db}" in shown(opened(db, monkeypatch))


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param({"trang": "khong-co"}, "Không có trang nào ở địa chỉ này", id="page"),
        pytest.param({"trang": "<b>"}, "Không có trang nào ở địa chỉ này", id="page of signs"),
        pytest.param(
            {"trang": "tai-lieu", "van_ban": "dead"},
            "Không có văn bản nào ở địa chỉ",
            id="document",
        ),
        pytest.param(
            {"trang": "ban-ghi", "ban_ghi": "dead"}, "Không có bản ghi nào ở địa chỉ", id="record"
        ),
        pytest.param({"trang": "ban-ghi", "loai": "xyz"}, "Không có bản ghi nào", id="type"),
        pytest.param({"trang": "ban-ghi", "so": "999999"}, "bản ghi", id="sheet beyond the last"),
        pytest.param({"trang": "ban-ghi", "so": "-1"}, "bản ghi", id="sheet below the first"),
        pytest.param({"trang": "tai-lieu", "so": "x"}, "a.txt", id="sheet that is no number"),
        pytest.param({"trang": "so-sanh", "don_vi": "Nơi khác"}, "Chưa chọn đơn vị", id="unit"),
        pytest.param({"trang": "so-sanh", "nhiem_ky": "1066"}, "Chưa chọn đơn vị", id="term"),
        pytest.param({"trang": "lap-lai", "nhom": "dead"}, "Không có nhóm nào", id="group"),
        pytest.param({"trang": "chi-tieu", "don_vi": "x", "so": "9"}, "Không có", id="indicators"),
        pytest.param({"trang": "so-lieu", "phep_kiem": "x"}, "Không thấy chỗ nào", id="family"),
        pytest.param({"trang": "bao-cao", "don_vi": "x"}, "Chọn một đơn vị", id="brief"),
        pytest.param({"trang": "tong-quan", "do": "x"}, "Hạn chế", id="measure"),
        pytest.param({"trang": "tim-kiem"}, "viết tắt", id="search for nothing"),
        pytest.param({"trang": "tim-kiem", "tim": "zzz"}, "Không có chữ", id="search for no word"),
        pytest.param(
            {"trang": "tim-kiem", "tim": "chi bo", "loai": "xyz"}, "1 câu", id="search for no type"
        ),
        pytest.param(
            {"trang": "tim-kiem", "tim": "chi bo", "loai": "rating"},
            "Không câu nào có đủ",
            id="search without a hit",
        ),
        pytest.param(
            {"trang": "tim-kiem", "tim": "chi bo", "so": "99"}, "1 câu", id="search beyond the last"
        ),
    ],
)
def test_wrong_address_leads_to_words_and_not_to_an_error(
    params: dict[str, str], words: str, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words in shown(opened(one, monkeypatch, **params))


@pytest.mark.parametrize(
    "more",
    [
        pytest.param({"ban_ghi": "dead"}, id="record"),
        pytest.param({"du_kien": "dead"}, id="fact"),
        pytest.param({"muc": "99"}, id="section"),
        pytest.param({"phan": "99"}, id="part"),
        pytest.param({"cho": "7-99999", "tim": "chi bo"}, id="span beyond the end"),
        pytest.param({"cho": "x", "tim": "chi bo"}, id="span that is none"),
        pytest.param({"an": "dead,count"}, id="hidden types"),
    ],
)
def test_wrong_place_in_a_document_shows_the_document(
    more: dict[str, str], one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(one, monkeypatch, trang="tai-lieu", van_ban=_document(one), **more))
    assert "Công tác kiểm tra có lúc chưa thường xuyên." in html
    assert ("Không có bản ghi này" in html) == ("ban_ghi" in more)


def test_hidden_type_is_not_marked_and_the_record_asked_for_is(
    one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = {"trang": "tai-lieu", "van_ban": _document(one), "an": "count,shortcoming"}
    html = shown(opened(one, monkeypatch, **address))
    assert 'mark class="citation" title' in html
    assert 'mark class="shortcoming" title' not in html
    focus = shown(opened(one, monkeypatch, **address, ban_ghi=_record(one)))
    assert 'mark class="shortcoming focus" title' in focus


def test_fact_of_a_document_opens_its_words(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = {"trang": "tai-lieu", "van_ban": _document(one)}
    assert "du_kien=unit" in shown(opened(one, monkeypatch, **address))
    html = shown(opened(one, monkeypatch, **address, du_kien="unit"))
    assert (
        '<mark class="fact focus" title="Đơn vị" id="kd-focus">Đảng bộ xã Hòa Mẫu 1</mark>' in html
    )


def test_sentence_found_opens_in_the_text_with_its_words_marked(
    one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(one, monkeypatch, trang="tim-kiem", tim="SINH HOAT"))
    assert 'Đảng bộ có 101 đảng viên, <mark class="hit" title="">sinh</mark>' in html
    (span,) = re.findall(r"cho=(\d+-\d+)&amp;tim=SINH\+HOAT", html)
    address = {"trang": "tai-lieu", "van_ban": _document(one), "tim": "SINH HOAT"}
    page = shown(opened(one, monkeypatch, **address, cho=span))
    assert 'id="kd-focus"' in page
    assert 'title="">sinh</mark>' in page


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, which have something for every page."""
    return ingested(tmp_path_factory.mktemp("samples"), SAMPLES)


@pytest.mark.parametrize(
    ("page", "sql"),
    [
        pytest.param(
            "lap-lai", "SELECT label FROM recurrence_groups ORDER BY terms DESC, units DESC",
            id="recurring",
        ),
        pytest.param(
            "chi-tieu", "SELECT name FROM indicators WHERE status = 'missed'", id="indicators"
        ),
        pytest.param(
            "kiem-tra", "SELECT unit FROM unit_term_oversight ORDER BY unit", id="oversight"
        ),
        pytest.param(
            "vien-dan", "SELECT canonical_id FROM directive_uses ORDER BY citations DESC", id="use"
        ),
        pytest.param("so-lieu", "SELECT explanation FROM checks", id="doubts"),
    ],
)  # fmt: skip
def test_topic_shows_what_the_database_has(
    page: str, sql: str, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(samples, monkeypatch, trang=page))
    assert escape(_ask(samples, sql)) in html


@pytest.mark.parametrize("measure", ["", "missed", "doubts", "discipline"])
def test_heat_map_shows_what_the_person_picks(
    measure: str, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(samples, monkeypatch, trang="tong-quan", do=measure))
    wanted = "trang=so-lieu" if measure == "doubts" else "nhiem_ky=2020-2025"
    assert f"{wanted}&amp;" in html
    assert 'style="background:rgba(198,40,40' in html


def test_brief_is_shown_with_its_figures(samples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = {"trang": "bao-cao", "don_vi": "Đảng bộ Sở Y tế", "nhiem_ky": "2020-2025"}
    html = shown(opened(samples, monkeypatch, **address))
    assert "Lập từ 2 văn bản trong kho" in html and "Hạn chế lặp lại" in html


def test_help_tells_the_measured_precision(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    html = shown(opened(one, monkeypatch, trang="huong-dan"))
    assert "Tin được đến đâu" in html and "Quy tắc yếu nhất" in html


def test_statement_is_answered_with_a_table_and_files(
    one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(one, monkeypatch, trang="sql", cau="SELECT unit, documents FROM unit_terms")
    assert "1 dòng" in shown(app)
    assert app.dataframe[0].value.to_dict("records") == [
        {"unit": "Đảng bộ xã Hòa Mẫu 1", "documents": 1}
    ]


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        pytest.param("DROP TABLE runs", "Chỉ chạy câu lệnh đọc", id="writing"),
        pytest.param("SELECT 1 FROM nothing", "Không có bảng này", id="no such table"),
        pytest.param("SELECT <b>", "Câu lệnh chưa đúng", id="no SQL"),
        pytest.param("FROM ratings", "0 dòng", id="no row"),
        pytest.param("", "Ctrl+Enter", id="nothing"),
    ],
)
def test_statement_that_gives_nothing_says_why(
    sql: str, words: str, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(one, monkeypatch, trang="sql", cau=sql))
    assert words in html
    assert "<b>&" not in html


def test_choice_is_written_into_the_address(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(one, monkeypatch, trang="ban-ghi", so="3", phan_loai="x")
    app.selectbox(key="ban-ghi:loai").select("citation").run()
    assert app.query_params == {"trang": "ban-ghi", "loai": "citation"}
    app.selectbox(key="ban-ghi:loai").select("").run()
    assert app.query_params == {"trang": "ban-ghi"}


def test_widget_follows_the_address(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(one, monkeypatch, trang="so-sanh", don_vi=["Đảng bộ xã Hòa Mẫu 1"])
    assert app.multiselect(key="so-sanh:don_vi").value == ["Đảng bộ xã Hòa Mẫu 1"]
    app.query_params.clear()
    app.query_params["trang"] = "so-sanh"
    assert app.run().multiselect(key="so-sanh:don_vi").value == []


@pytest.mark.parametrize("page", ["tai-lieu", "ban-ghi", "tim-kiem"])
def test_words_that_look_like_code_are_words(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = database_of(tmp_path, {"a.txt": EVIL})
    document = {"van_ban": _document(db)} if page == "tai-lieu" else {}
    html = shown(opened(db, monkeypatch, trang=page, tim="chua", **document))
    bare = re.sub("</?mark[^>]*>", "", html)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in bare
    assert "<script>alert" not in html
    assert "=cmd()" in bare


def test_page_that_fails_says_so_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = database_of(tmp_path, {"a.txt": report(1)})
    with duckdb.connect(str(db.resolve())) as connection:
        connection.execute("DROP TABLE texts")
        connection.execute(
            "CREATE VIEW texts AS SELECT document_id, error('a secret path') AS text FROM documents"
        )
    html = shown(opened(db, monkeypatch, trang="tai-lieu", van_ban=_document(db)))
    assert "Trang này gặp lỗi (InvalidInputException). Hãy tải lại trang" in html
    assert "secret" not in html


def test_open_page_shows_what_a_later_ingest_brought(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = database_of(tmp_path, {"a.txt": report(1)})
    app = opened(db, monkeypatch, trang="tai-lieu")
    assert "b.txt" not in shown(app)
    before = db.resolve()
    make_archive(tmp_path / "kho", {"b.txt": report(2)})
    assert kiemdiem("ingest", tmp_path / "kho", "--db", db, "--workers", 1).returncode == 0
    assert "b.txt" in shown(app.run())
    assert before != db.resolve()


def test_file_that_cannot_be_read_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_archive(tmp_path / "kho", {"hong.pdf": b"%PDF-1.4 nothing more", "a.txt": report(1)})
    db = tmp_path / "kho.duckdb"
    assert kiemdiem("ingest", tmp_path / "kho", "--db", db, "--workers", 1).returncode == 3
    overview = shown(opened(db, monkeypatch, trang="tong-quan"))
    assert "hong.pdf" in overview and "Tệp hỏng hoặc không đúng định dạng" in overview
    broken = _ask(db, "SELECT document_id FROM documents WHERE status = 'failed'")
    page = shown(opened(db, monkeypatch, trang="tai-lieu", van_ban=broken))
    assert "Tệp hỏng hoặc không đúng định dạng" in page


def test_gravest_warnings_come_first_and_the_others_are_a_click_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = database_of(tmp_path, {"a.txt": report(1)})
    with duckdb.connect(str(db.resolve())) as connection:
        connection.execute(
            "INSERT INTO issues BY NAME SELECT document_id, 'warning' AS severity, "
            "'low_text_quality' AS code FROM documents, range(30)"
        ).fetchall()
        connection.execute(
            "INSERT INTO issues BY NAME SELECT document_id, 'error' AS severity, "
            "'damaged' AS code FROM documents"
        ).fetchall()
    rows = re.compile(f">{labels()['severities']['warning']}</td>")
    html = shown(opened(db, monkeypatch, trang="tong-quan"))
    assert (len(rows.findall(html)), html.count(labels()["issues"]["damaged"])) == (9, 1)
    assert "Đang hiện 10 việc cần xem trước; xem cả 31 việc" in html
    whole = shown(opened(db, monkeypatch, trang="tong-quan", moi_canh_bao="1"))
    assert len(rows.findall(whole)) == 30 and "xem cả" not in whole


def test_citation_is_shown_in_its_sentence(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    directive = _ask(one, "SELECT directive_id FROM directive_citations")
    html = shown(opened(one, monkeypatch, trang="vien-dan", vien_dan=directive))
    assert "lúng túng khi cụ thể hóa </span><b>Chỉ thị số 05-CT/TW</b>" in html


def _document(db: Path) -> str:
    return _ask(db, "SELECT document_id FROM documents")


def _record(db: Path) -> str:
    return _ask(db, "SELECT record_id FROM shortcomings ORDER BY span_start")


def _ask(db: Path, sql: str) -> str:
    with data.connect(db.resolve()) as connection:
        return str(connection.execute(sql).fetchall()[0][0])


def test_every_issue_of_the_readers_has_words_for_the_screen() -> None:
    codes = {
        first.value
        for file in (Path(__file__).parent.parent / "pipeline").rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("Issue", "UnreadableError")
        and node.args
        and isinstance(first := node.args[0], ast.Constant)
    }
    assert {"furniture", "damaged"} <= codes
    assert codes - set(labels()["issues"]) == set()
