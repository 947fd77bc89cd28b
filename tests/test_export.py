"""Exports open in a spreadsheet, run nothing there, and hold what the database holds."""

import csv
from pathlib import Path

import duckdb
import pytest
from openpyxl import load_workbook

from pipeline import export
from pipeline.export import harmless
from tests.archives import ask, kiemdiem, make_archive, report

_TRICK = "II. Hạn chế\n\n- Công tác kiểm tra có lúc chưa thường xuyên.\n"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("export")
    archive = make_archive(root / "a", {"=1+1.txt": report(1), "b.txt": _TRICK})
    kiemdiem("ingest", archive, "--db", root / "test.duckdb")
    return root / "test.duckdb"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("=SUM(A1)", "'=SUM(A1)", id="equals"),
        pytest.param("+84", "'+84", id="plus"),
        pytest.param("- Chi bộ", "'- Chi bộ", id="bullet"),
        pytest.param("@lệnh", "'@lệnh", id="at"),
        pytest.param("\t=1", "'\t=1", id="tab"),
        pytest.param("Chi bộ = 1", "Chi bộ = 1", id="inside"),
        pytest.param(-3, -3, id="negative number"),
        pytest.param(None, None, id="nothing"),
    ],
)
def test_formula_is_made_harmless(value: object, expected: object) -> None:
    assert harmless(value) == expected


def test_csv_has_a_byte_order_mark_all_rows_and_no_formula(db: Path, tmp_path: Path) -> None:
    said = kiemdiem("export", "--db", db, "--to", tmp_path / "out")
    names = set(export.names())
    assert (said.returncode, said.stdout) == (
        0,
        f"{len(names)} files written to {tmp_path}/out\n",
    )
    assert {p.stem for p in (tmp_path / "out").iterdir()} == names
    data = (tmp_path / "out" / "documents.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    assert sorted(r["path"] for r in rows) == ["'=1+1.txt", "b.txt"]


def test_parquet_holds_the_rows_of_the_database(db: Path, tmp_path: Path) -> None:
    kiemdiem("export", "--db", db, "--to", tmp_path, "--format", "parquet", "--keep-names")
    sql = "SELECT * FROM {} ORDER BY record_id"
    read = duckdb.sql(sql.format(f"'{tmp_path}/shortcomings.parquet'")).fetchall()
    assert read == ask(db, sql.format("shortcomings")) != []


def test_excel_has_a_sheet_a_table(db: Path, tmp_path: Path) -> None:
    kiemdiem("export", "--db", db, "--to", tmp_path, "--format", "xlsx")
    book = load_workbook(tmp_path / "kiemdiem.xlsx")
    assert book["documents"]["B1"].value == "path"
    assert sorted(str(c.value) for c in book["documents"]["B"][1:]) == ["'=1+1.txt", "b.txt"]
    assert book["documents"]["B2"].data_type == "s"
    skipped = {"texts", "blocks", "records"}
    assert set(book.sheetnames) == set(export.names()) - skipped


def test_missing_database_is_wrong_use(tmp_path: Path) -> None:
    said = kiemdiem("export", "--db", tmp_path / "none.duckdb", "--to", tmp_path / "out")
    assert (said.returncode, said.stderr) == (
        2,
        f"kiemdiem: {tmp_path}/none.duckdb: there is no database; make one with: "
        f"kiemdiem ingest ARCHIVE --db {tmp_path}/none.duckdb\n",
    )


def test_names_of_persons_are_masked_unless_they_are_kept(tmp_path: Path) -> None:
    text = "II. Hạn chế\n\n- Đồng chí Nguyễn Văn An chưa kiểm tra chi bộ thường xuyên.\n"
    db = tmp_path / "test.duckdb"
    kiemdiem("ingest", make_archive(tmp_path / "a", {"a.txt": text}), "--db", db)
    for kept, more in ((False, []), (True, ["--keep-names"])):
        folder = tmp_path / str(kept)
        formats = ["--format", "csv", "parquet"]
        assert kiemdiem("export", "--db", db, "--to", folder, *formats, *more).returncode == 0
        told = "".join(p.read_text(encoding="utf-8-sig") for p in folder.glob("*.csv"))
        told += str(duckdb.sql(f"FROM '{folder}/shortcomings.parquet'").fetchall())
        assert (("Văn An" in told), ("van an" in told)) == (kept, kept)


def test_words_in_which_no_name_can_be_told_are_left_out(tmp_path: Path) -> None:
    db = tmp_path / "test.duckdb"
    kiemdiem("ingest", make_archive(tmp_path / "a", {"a.txt": report(1)}), "--db", db)
    with duckdb.connect(str(db.resolve())) as connection:
        connection.execute("INSERT INTO scanned_words (document_id, text) VALUES ('a', 'An')")
    assert kiemdiem("export", "--db", db, "--to", tmp_path / "out").returncode == 0
    for relation, column in (
        ("shortcomings", "folded"), ("sentences", "words"), ("keywords", "word"),
        ("unit_term_keywords", "word"), ("scanned_words", "text"),
    ):  # fmt: skip
        file = tmp_path / "out" / f"{relation}.csv"
        rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
        assert {row[column] for row in rows} == {""}


def test_spacy_file_is_made_only_with_the_names_kept(db: Path, tmp_path: Path) -> None:
    said = kiemdiem("export", "--db", db, "--to", tmp_path, "--format", "spacy")
    assert (said.returncode, "--keep-names" in said.stderr) == (2, True)
