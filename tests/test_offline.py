"""The whole run works on a machine whose network is taken away."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.archives import ask, call, make_archive
from tests.invented import SHEETS
from tests.office_writers import by_libreoffice, libreoffice, odt, rtf
from tests.scanner import CLEAN, as_image, scans
from tests.writers import docx, html, pdf, txt


def _without_network(*command: object) -> "subprocess.CompletedProcess[str]":
    """The command in a network of its own that has no device; the test fails where none is to be
    had."""
    if shutil.which("unshare") is None:
        pytest.fail("unshare is not installed, so that the network cannot be taken away")
    taken = ["unshare", "--net", *(["--map-root-user"] if os.geteuid() else [])]
    tried = subprocess.run([*taken, "cat", "/proc/net/route"], capture_output=True, text=True)
    if tried.returncode or len(tried.stdout.splitlines()) > 1:
        pytest.fail(f"the network cannot be taken away here: {tried.stderr.strip()}")
    return subprocess.run([*taken, *map(str, command)], capture_output=True, text=True, timeout=300)


def _files() -> dict[str, str | bytes]:
    sheet = SHEETS["notice"]
    book, table = Workbook(), io.BytesIO()
    book.active.append(["Chỉ tiêu", "Kết quả"])  # type: ignore[union-attr]
    book.save(table)
    writers = {"txt": txt, "html": html, "docx": docx, "pdf": pdf, "rtf": rtf, "odt": odt}
    files: dict[str, str | bytes] = {f"a.{form}": write(sheet) for form, write in writers.items()}
    files |= {"b.xlsx": table.getvalue(), "c.md": "# Báo cáo\n\nChi bộ có 12 đảng viên.\n"}
    files["d.png"] = as_image(scans(pdf(sheet), CLEAN)[0], "PNG", CLEAN.dpi)
    files["e.eml"] = "Content-Type: text/plain; charset=utf-8\n\nChi bộ họp vào ngày đầu tháng.\n"
    if libreoffice():
        files["f.doc"] = by_libreoffice({"f": sheet}, "doc")["f"]
    return files


@pytest.mark.slow
def test_ingest_and_export_need_no_network(tmp_path: Path) -> None:
    files = _files()
    archive, db = make_archive(tmp_path / "a", files), tmp_path / "db" / "x.duckdb"
    done = _without_network(*call("ingest", archive, "--db", db))
    assert done.returncode == 0, done.stdout + done.stderr
    assert ask(db, "SELECT path, status FROM documents ORDER BY path") == [
        (path, "ok") for path in sorted(files)
    ]
    assert ask(db, "SELECT count(*) > 0 FROM oversight_figures") == [(True,)]
    assert ask(db, "SELECT path FROM documents WHERE text_quality < 0.9") == []
    scanned = "SELECT DISTINCT path FROM scanned_words JOIN documents USING (document_id)"
    assert ask(db, scanned) == [("d.png",)]
    done = _without_network(*call("export", "--db", db, "--to", tmp_path / "out"))
    assert done.returncode == 0, done.stdout + done.stderr
