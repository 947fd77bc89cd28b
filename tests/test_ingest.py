"""What `kiemdiem ingest` does with an archive: the tables, the messages, the exit codes."""

import io
import tempfile
import zipfile
from email.message import EmailMessage
from pathlib import Path

import duckdb
import pytest

from pipeline import store
from tests.archives import ask, kiemdiem, kiemdiem_without_rights, make_archive, report

_BROKEN = b"%PDF-1.7\nnot the body of a PDF file\n"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "warehouse" / "test.duckdb"


def _paths(db: Path) -> list[tuple[str, list[str]]]:
    return [(p, a) for p, a in ask(db, "SELECT path, aliases FROM documents ORDER BY path")]


def _run(db: Path) -> tuple[int, int, int, int]:
    """Read, unchanged, failed and removed of the last run."""
    sql = "SELECT read, unchanged, failed, removed FROM runs ORDER BY started DESC LIMIT 1"
    ((read, unchanged, failed, removed),) = ask(db, sql)
    return read, unchanged, failed, removed


def test_second_run_reads_none_again_and_changes_no_row(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {f"{i}.txt": report(i) for i in range(3)})
    first = kiemdiem("ingest", archive, "--db", db)
    before = _everything(db)
    second = kiemdiem("ingest", archive, "--db", db)
    assert first.stdout.splitlines()[0] == (
        "3 documents: 3 read, 0 unchanged, 0 failed, 0 removed."
    )
    assert second.stdout.splitlines()[:2] == [
        "3 documents: 0 read, 3 unchanged, 0 failed, 0 removed.",
        "None was read again: all are as they were.",
    ]
    assert (first.returncode, second.returncode) == (0, 0)
    assert second.stdout.splitlines()[-1] == f"Look at them: kiemdiem dashboard --db {db}"
    assert _everything(db) == before
    assert len(before["shortcomings"]) > 0 and len(before["blocks"]) > 0


def test_database_of_an_earlier_schema_is_read_anew(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"1.txt": report(1)})
    kiemdiem("ingest", archive, "--db", db)
    with duckdb.connect(str(db.resolve())) as connection:
        connection.execute("DROP VIEW unit_term_keywords").fetchall()
        connection.execute("DROP TABLE keywords").fetchall()
        connection.execute("UPDATE documents SET extractor_version = 'before'").fetchall()
    said = kiemdiem("ingest", archive, "--db", db)
    assert (said.returncode, said.stdout.splitlines()[0]) == (
        0,
        "1 documents: 1 read, 0 unchanged, 0 failed, 0 removed.",
    )
    assert ask(db, "SELECT count(*) > 0 FROM keywords") == [(True,)]


def test_one_and_two_workers_give_identical_tables(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {f"{i:02}.txt": report(i) for i in range(12)})
    other = db.with_name("other.duckdb")
    kiemdiem("ingest", archive, "--db", db, "--workers", 1)
    kiemdiem("ingest", archive, "--db", other, "--workers", 2)
    assert _everything(db, ordered=False) == _everything(other, ordered=False)


def _everything(db: Path, ordered: bool = True) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of documents, without the run that wrote them."""
    with store.reading(db.resolve()) as connection:
        return {
            table: store.query(
                connection,
                f"SELECT * {'EXCLUDE (run)' if table == 'documents' else ''} FROM {table}"
                + (" ORDER BY ALL" if ordered else ""),
            )
            for table in store.document_tables(connection)
        }


def test_duplicates_removed_renamed_and_replaced_files(tmp_path: Path, db: Path) -> None:
    archive = make_archive(
        tmp_path / "a",
        {"a.txt": report(1), "b/copy.txt": report(1), "c.txt": report(2), "d.txt": report(3)},
    )
    said = kiemdiem("ingest", archive, "--db", db).stdout.splitlines()
    assert said[1] == "1 more files hold the same bytes as another; they count once."
    assert _paths(db) == [("a.txt", ["b/copy.txt"]), ("c.txt", []), ("d.txt", [])]
    assert _run(db) == (3, 0, 0, 0)

    (archive / "a.txt").unlink()
    (archive / "c.txt").rename(archive / "e.txt")
    (archive / "d.txt").write_text(report(4), encoding="utf-8")
    kiemdiem("ingest", archive, "--db", db)
    assert _paths(db) == [("b/copy.txt", []), ("d.txt", []), ("e.txt", [])]
    assert _run(db) == (1, 2, 0, 1)
    assert ask(db, "SELECT name FROM documents WHERE path = 'b/copy.txt'") == [("copy.txt",)]
    assert ask(
        db,
        "SELECT count(*) FROM records WHERE document_id NOT IN (SELECT document_id FROM documents)",
    ) == [(0,)]
    assert ask(db, "SELECT count(*) FROM runs") == [(2,)]


def test_quote_is_the_text_at_its_span(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"a.txt": report(1)})
    kiemdiem("ingest", archive, "--db", db)
    sql = (
        "SELECT quote = substring(text, span_start + 1, span_end - span_start) "
        "FROM records JOIN texts USING (document_id)"
    )
    assert {same for (same,) in ask(db, sql)} == {True}


def test_broken_file_costs_itself_only_and_is_named(tmp_path: Path, db: Path) -> None:
    archive = make_archive(
        tmp_path / "a", {"a.txt": report(1), "b.pdf": _BROKEN, "c.txt": b"", "d.txt": report(2)}
    )
    for said in (kiemdiem("ingest", archive, "--db", db) for _ in range(2)):
        lines = said.stdout.splitlines()
        assert said.returncode == 3
        at = lines.index("Could not be read:")
        assert lines[at + 1].startswith("  b.pdf [damaged] b.pdf")
        assert lines[at + 2].startswith("  c.txt [empty] c.txt")
    assert ask(db, "SELECT path, status FROM documents ORDER BY path") == [
        ("a.txt", "ok"), ("b.pdf", "failed"), ("c.txt", "failed"), ("d.txt", "ok"),
    ]  # fmt: skip
    assert _run(db) == (0, 4, 2, 0)


def test_zip_file_is_read_member_by_member(tmp_path: Path, db: Path) -> None:
    archive = tmp_path / "reports.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("2021/một.txt", report(1))
        file.writestr("../hai.txt", report(2))
        file.writestr("__MACOSX/2021/._một.txt", b"\0")
    said = kiemdiem("ingest", archive, "--db", db)
    assert said.returncode == 0
    assert [p for p, _ in _paths(db)] == ["reports.zip/2021/một.txt", "reports.zip/hai.txt"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["reports.zip", "warehouse"]


def test_members_of_nested_zip_files_and_mails_are_documents(tmp_path: Path, db: Path) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Gửi báo cáo"
    mail.set_content("Kính gửi Ban Tổ chức, xin gửi báo cáo.")
    mail.add_attachment(report(3).encode(), "text", "plain", filename="báo cáo.txt")
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("một.txt", report(1))
        file.writestr("thư.eml", bytes(mail))
    archive = tmp_path / "reports.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("xã/gửi.zip", inner.getvalue())
    said = kiemdiem("ingest", archive, "--db", db)
    assert said.returncode == 0, said.stdout
    assert [p for p, _ in _paths(db)] == [
        "reports.zip/xã/gửi.zip/một.txt",
        "reports.zip/xã/gửi.zip/thư.eml",
        "reports.zip/xã/gửi.zip/thư.eml/báo cáo.txt",
    ]
    assert ask(db, "SELECT reader, text FROM documents JOIN texts USING (document_id) "
               "WHERE format = 'eml'") == [
        ("mail, text", "Gửi báo cáo\nKính gửi Ban Tổ chức, xin gửi báo cáo.")
    ]  # fmt: skip


def test_mail_that_only_carries_something_is_no_document(tmp_path: Path, db: Path) -> None:
    mail = EmailMessage()
    mail.add_attachment(report(3).encode(), "text", "plain", filename="a.txt")
    archive = make_archive(tmp_path / "a", {"thư.eml": bytes(mail)})
    said = kiemdiem("ingest", archive, "--db", db)
    assert (said.returncode, [p for p, _ in _paths(db)]) == (0, ["thư.eml/a.txt"])


def test_files_are_for_their_owner_only(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"a.txt": report(1)})
    kiemdiem("ingest", archive, "--db", db)
    kiemdiem("export", "--db", db, "--to", db.parent / "out", "--format", "csv", "parquet", "xlsx")
    modes = {oct(p.stat().st_mode & 0o777) for p in db.parent.rglob("*") if p.is_file()}
    folders = {oct(p.stat().st_mode & 0o777) for p in (db.parent, db.parent / "out")}
    assert (modes, folders) == ({"0o600"}, {"0o700"})


def test_missing_archive_is_wrong_use(tmp_path: Path, db: Path) -> None:
    said = kiemdiem("ingest", tmp_path / "none", "--db", db)
    assert (said.returncode, said.stdout, said.stderr) == (
        2, "", f"kiemdiem: {tmp_path}/none: there is no such file or folder; check the path.\n"
    )  # fmt: skip
    assert not db.parent.exists()


def test_folder_without_documents_is_wrong_use(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {".hidden/a.txt": "x", "Thumbs.db": "x", "~$b.docx": ""})
    said = kiemdiem("ingest", archive, "--db", db)
    assert (said.returncode, said.stdout, said.stderr) == (
        2,
        "",
        f"kiemdiem: {archive}: holds no documents; name the folder that holds the reports.\n",
    )


def test_file_that_is_no_database_is_never_overwritten(tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "a", {"a.txt": report(1)})
    other = make_archive(tmp_path, {"notes.txt": "mine"}) / "notes.txt"
    said = kiemdiem("ingest", archive, "--db", other)
    assert (said.returncode, other.read_text(), said.stderr) == (
        4,
        "mine",
        f"kiemdiem: {other}: is not a database of kiemdiem, or a damaged one; "
        "name another file with --db FILE or move this one away.\n",
    )


def test_folder_that_cannot_be_written_is_said() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        archive = make_archive(root / "a", {"a.txt": report(1)})
        (root / "shut").mkdir(mode=0o555)
        db = root / "shut" / "test.duckdb"
        said = kiemdiem_without_rights("ingest", archive, "--db", db)
        assert (said.returncode, said.stderr) == (
            4,
            f"kiemdiem: {db}: cannot be written (Permission denied); free the folder for writing "
            "or name another place with --db FILE.\n",
        )


def test_file_that_cannot_be_opened_costs_itself_only(tmp_path: Path, db: Path) -> None:
    archive = tmp_path / "reports.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a.txt", report(1))
        file.writestr("b.txt", report(2))
    whole = archive.read_bytes()
    at = whole.index("Hòa Mẫu 2".encode())
    archive.write_bytes(whole[:at] + b"XXX" + whole[at + 3 :])
    said = kiemdiem("ingest", archive, "--db", db)
    assert (said.returncode, said.stdout.splitlines()[0], said.stdout.splitlines()[-2]) == (
        3,
        "2 documents: 2 read, 0 unchanged, 1 failed, 0 removed.",
        "  reports.zip/b.txt [unopened] b.txt: cannot be opened (cannot be unpacked from "
        "its zip file, it is damaged); mend the file and run again.",
    )


def test_database_inside_the_archive_is_no_document_and_a_dead_link_is_named(
    tmp_path: Path,
) -> None:
    archive = make_archive(tmp_path / "a", {"a.txt": report(1)})
    db = archive / "mine.db"
    (archive / "b.txt").symlink_to("nowhere")
    said = [kiemdiem("ingest", archive, "--db", db) for _ in range(2)][1]
    assert (said.returncode, [p for p, _ in _paths(db)]) == (3, ["a.txt", "b.txt"])
    assert said.stdout.splitlines()[-2] == (
        "  b.txt [unopened] b.txt: cannot be opened (No such file or directory); "
        "mend the file and run again."
    )
