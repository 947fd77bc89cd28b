"""Databases that the tests of the dashboard look at, and pages to look at them with."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
from streamlit.testing.v1 import AppTest

from tests.archives import kiemdiem, make_archive

SAMPLES = Path(__file__).parent.parent / "data" / "samples"
APP = Path(__file__).parent.parent / "dashboards" / "app.py"

EVIL = (
    "BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Hòa Mẫu\n\nI. Hạn chế\n\n"
    "1. <script>alert(1)</script> có lúc chưa thường xuyên kiểm tra <b>chi bộ</b>.\n\n"
    '=cmd() chưa làm tốt "công tác" kiểm tra.\n'
)


def ingested(folder: Path, archive: Path) -> Path:
    """The database of an archive."""
    db = folder / "kho.duckdb"
    done = kiemdiem("ingest", archive, "--db", db, "--workers", 1)
    assert done.returncode == 0, done.stderr
    return db


def database_of(folder: Path, files: Mapping[str, str]) -> Path:
    """The database of an archive with these files."""
    return ingested(folder, make_archive(folder / "kho", files))


def opened(db: Path, monkeypatch: Any, **params: str | list[str]) -> AppTest:
    """The page at an address, over a database."""
    monkeypatch.setenv("KIEMDIEM_DB", str(db))
    app = AppTest.from_file(str(APP), default_timeout=90)
    for name, value in params.items():
        app.query_params[name] = value
    return app.run()


def shown(app: AppTest) -> str:
    """The HTML, titles and remarks of a page that ran without an exception."""
    assert not app.exception, app.exception
    return "\n".join(
        element.proto.body if element.type == "html" else str(element.value)
        for element in (*app.main, *app.sidebar)
        if element.type in ("html", "title", "subheader", "alert", "info", "markdown")
    )


def emptied(db: Path) -> Path:
    """The file of a database, with its tables empty."""
    file = db.resolve()
    with duckdb.connect(str(file)) as connection:
        for (table,) in connection.execute("SELECT table_name FROM duckdb_tables()").fetchall():
            connection.execute(f"DELETE FROM {table}")
    return file
