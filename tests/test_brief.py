"""The brief says what the database says, each figure with its words as a footnote of Word."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx as python_docx
import duckdb
import pypdfium2
import pytest
from lxml import etree

from dashboards import data
from pipeline.brief.facts import Brief, Section, gather, number
from pipeline.brief.word import docx, pdf
from pipeline.errors import UsageError
from pipeline.reference import Reference
from tests.archives import kiemdiem
from tests.dashboard_archives import SAMPLES, database_of, ingested

_UNIT, _TERM = "Đảng bộ Sở Y tế", "2020-2025"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REPORT = """BÁO CÁO KIỂM ĐIỂM

Đảng bộ xã Hòa Mẫu

Nhiệm kỳ 2020-2025

I. Hạn chế

1. Đồng chí Nguyễn Văn An chưa kiểm tra <b>chi bộ</b> & "=cmd()" thường xuyên.

II. Giải pháp

1. Giao đồng chí Trần Thị Bình đôn đốc kiểm tra chi bộ hằng quý.
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples."""
    return ingested(tmp_path_factory.mktemp("brief"), SAMPLES)


@pytest.fixture(scope="module")
def brief(db: Path, words: Reference) -> Iterator[Brief]:
    with duckdb.connect(str(db), read_only=True) as connection:
        yield gather(connection, _UNIT, _TERM, words)


def _ask(db: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(db), read_only=True) as connection:
        return connection.execute(sql, {"u": _UNIT, "t": _TERM}).fetchall()


def _section(brief: Brief, title: str) -> Section:
    return next(s for s in brief.sections if s.title == title)


_HERE = "JOIN counted_documents d USING (document_id) WHERE d.unit_label = $u AND d.term_label = $t"


def test_members_are_those_of_the_database_with_their_record(db: Path, brief: Brief) -> None:
    ((value, quote),) = _ask(
        db,
        "SELECT m.members, c.quote FROM unit_term_members m JOIN counts c USING (record_id) "
        "WHERE m.unit = $u AND m.term = $t",
    )
    row = _section(brief, "Tổ chức, đảng viên").rows[0]
    assert row.cells == ("Đảng viên – tổng số", str(value))
    assert [s.quote for s in row.sources] == [quote]


def test_indicators_are_counted_and_listed_as_in_the_database(db: Path, brief: Brief) -> None:
    counts = dict(_ask(db, f"SELECT i.status, count(*) FROM indicators i {_HERE} GROUP BY 1"))
    named = {"exceeded": "Vượt", "met": "Đạt", "missed": "Chưa đạt", "unknown": "Chưa có kết luận"}
    summary = _section(brief, "Kết quả chỉ tiêu")
    assert dict(r.cells for r in summary.rows) == {named[s]: str(n) for s, n in counts.items()}
    assert [len(r.sources) for r in summary.rows] == [int(r.cells[1]) for r in summary.rows]
    missed = _ask(db, f"SELECT i.name FROM indicators i {_HERE} AND i.status = 'missed'")
    listed = [r.cells[0] for r in _section(brief, "Chỉ tiêu chưa đạt").rows]
    assert sorted(listed) == sorted(str(name) for (name,) in missed)
    met = _section(brief, "Chỉ tiêu đạt và vượt").rows
    assert len(met) == counts["met"] + counts["exceeded"]


def test_what_recurs_is_what_the_database_links(db: Path, brief: Brief) -> None:
    found = _ask(
        db,
        "SELECT label, members FROM recurrence_by_unit WHERE terms > 1 "
        "AND list_contains(in_terms, $t) AND family IN "
        "(SELECT family_id FROM document_list WHERE unit_label = $u)",
    )
    rows = _section(brief, "Hạn chế lặp lại").rows
    assert rows
    assert sorted((r.cells[0], int(r.cells[2])) for r in rows) == sorted(found)
    assert all(r.sources for r in rows)


def test_oversight_and_doubts_are_those_of_the_database(db: Path, brief: Brief) -> None:
    figures = _ask(db, "SELECT value FROM unit_term_oversight WHERE unit = $u AND term = $t")
    shown = _section(brief, "Kiểm tra, giám sát, kỷ luật, khen thưởng").rows
    assert sorted(r.cells[1] for r in shown) == sorted(number(v) for (v,) in figures)
    ((doubts,),) = _ask(db, f"SELECT count(*) FROM checks c {_HERE}")
    assert len(_section(brief, "Số liệu chưa khớp").rows) == min(int(str(doubts)), 40)


def test_word_file_opens_and_bears_every_figure_and_source(brief: Brief) -> None:
    document = python_docx.Document(BytesIO(docx(brief)))
    assert [p.text for p in document.paragraphs[:2]] == [
        "Báo cáo tóm tắt phục vụ đại hội",
        f"{_UNIT}, nhiệm kỳ {_TERM}",
    ]
    filled = [s for s in brief.sections if s.rows]
    shown = [
        [tuple(c.text.strip() for c in row.cells) for row in table.rows]
        for table in document.tables
    ]
    assert shown == [[s.head, *(r.cells for r in s.rows)] for s in filled]


def test_footnotes_are_the_sources_in_the_order_of_their_marks(brief: Brief) -> None:
    with zipfile.ZipFile(BytesIO(docx(brief))) as book:
        notes = etree.fromstring(book.read("word/footnotes.xml"))
        marks = etree.fromstring(book.read("word/document.xml")).iter(f"{_W}footnoteReference")
    told = {n.get(f"{_W}id"): "".join(n.itertext()).strip() for n in notes.iter(f"{_W}footnote")}
    expected = [str(s) for section in brief.sections for r in section.rows for s in r.sources]
    assert [told[m.get(f"{_W}id")] for m in marks] == expected
    assert len(expected) > 50


def test_footnote_of_a_cell_holds_its_whole_row(db: Path, brief: Brief) -> None:
    sql = f"SELECT path, text FROM texts JOIN documents USING (document_id) {_HERE}"
    texts = dict(_ask(db, sql.replace("path", "d.path")))
    missed = _section(brief, "Chỉ tiêu chưa đạt").rows
    rows = [s for r in missed for s in r.sources if s.row]
    assert len(rows) > 2
    for source in rows:
        assert source.quote in str(source.row)
        assert str(source.row).replace(" | ", "\t") in str(texts[source.path])
        assert str(source) == f"“{source.row}” ({source.path}, trang {source.page})"


def test_same_brief_is_the_same_file(brief: Brief) -> None:
    assert docx(brief) == docx(brief)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_pdf_holds_the_figures_and_the_words_of_the_sources(brief: Brief) -> None:
    document = pypdfium2.PdfDocument(pdf(brief))
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    plain = re.sub(r"[\s\ufffe\x02-]+", "", text)
    for section in brief.sections:
        for row in section.rows:
            for words in (*row.cells, *(s.quote for s in row.sources)):
                # A note may go on at the foot of the next page.
                assert re.sub(r"[\s-]+", "", words)[:25] in plain
    picture = document[0].render(scale=0.5).to_numpy()
    assert 0.003 < (picture < 128).mean() < 0.3


@pytest.mark.parametrize(
    ("kept", "shown", "hidden"),
    [
        pytest.param(False, "Đồng chí •••••• ••• •• chưa", "Nguyễn Văn An", id="masked"),
        pytest.param(True, "Đồng chí Nguyễn Văn An chưa", "•", id="kept"),
    ],
)
def test_names_of_persons_are_masked_unless_wanted(
    kept: bool, shown: str, hidden: str, tmp_path: Path
) -> None:
    db = database_of(tmp_path, {"a.txt": _REPORT})
    more = ["--keep-names"] if kept else []
    place = ["--unit", "Đảng bộ xã Hòa Mẫu", "--term", "2020-2025"]
    done = kiemdiem("brief", "--db", db, *place, "--to", tmp_path / "b.docx", *more)
    assert (done.returncode, done.stdout) == (0, f"The brief is in {tmp_path}/b.docx\n"), (
        done.stderr
    )
    with zipfile.ZipFile(tmp_path / "b.docx") as book:
        words = book.read("word/document.xml").decode() + book.read("word/footnotes.xml").decode()
    assert hidden not in words
    assert ("Trần Thị Bình" in words) == kept
    assert "<b>" not in words


def test_part_without_a_line_says_so(tmp_path: Path, words: Reference) -> None:
    with data.connect(database_of(tmp_path, {"a.txt": _REPORT}).resolve()) as connection:
        brief = gather(connection, "Đảng bộ xã Hòa Mẫu", _TERM, words)
    remarks = {s.title: s.remark for s in brief.sections if not s.rows}
    assert remarks["Kết quả chỉ tiêu"] == "Văn bản trong kho không nêu."
    assert remarks["Số liệu chưa khớp"] == "Không thấy chỗ nào chưa khớp."
    assert "Đã hứa khắc phục" not in remarks


def test_unit_without_a_document_of_the_term_is_wrong_use(db: Path, words: Reference) -> None:
    with (
        duckdb.connect(str(db), read_only=True) as connection,
        pytest.raises(UsageError, match="there is no document of this unit and term"),
    ):
        gather(connection, _UNIT, "1930-1935", words)


def test_brief_is_no_other_kind_of_file(db: Path, tmp_path: Path) -> None:
    done = kiemdiem(
        "brief", "--db", db, "--unit", _UNIT, "--term", _TERM, "--to", tmp_path / "b.odt"
    )
    assert done.returncode == 2
    assert "the brief is a .docx or a .pdf file" in done.stderr
