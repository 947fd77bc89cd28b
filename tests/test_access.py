"""A role reaches its own units and nothing of others, by whatever way it is tried."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from streamlit.testing.v1 import AppTest

from dashboards import data
from dashboards.labels import labels
from pipeline import access, export
from pipeline.access import Role
from pipeline.console.ask import ask
from pipeline.console.check import Refused
from pipeline.errors import UsageError
from tests.archives import kiemdiem, make_archive
from tests.dashboard_archives import APP

_SECRET = "Zyqua"
_OWN = """BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Hòa Mẫu\n\nNhiệm kỳ 2020-2025\n\nI. Hạn chế\n
1. Công tác kiểm tra có lúc chưa thường xuyên; khiển trách 3 đảng viên.\n
2. Chưa đạt chỉ tiêu kết nạp đảng viên: 5/10.\n"""
_OTHER = f"""BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Tân {_SECRET}\n\nNhiệm kỳ 2020-2025\n\nI. Hạn chế\n
1. Công tác kiểm tra {_SECRET} có lúc chưa thường xuyên; khiển trách 7 đảng viên.\n
2. Chưa đạt chỉ tiêu kết nạp đảng viên {_SECRET}: 3/10.\n
3. Thực hiện Nghị quyết số 77-NQ/{_SECRET} còn chậm.\n"""
_AUTH = """[auth]
redirect_uri = "http://127.0.0.1/oauth2callback"
cookie_secret = "x"
client_id = "x"
client_secret = "x"
server_metadata_url = "http://127.0.0.1/.well-known/openid-configuration"
[roles.kiem-tra]
units = ["*"]
[roles.hoa-mau]
units = ["Đảng bộ xã Hòa Mẫu"]
[people]
"An@Example.vn" = "hoa-mau"
"binh@example.vn" = "kiem-tra"
"""
_PAGES = tuple(labels()["pages"])


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two units, one with a secret."""
    folder = tmp_path_factory.mktemp("access")
    make_archive(folder / "kho", {"hoa-mau.txt": _OWN, f"{_SECRET}.txt": _OTHER})
    (folder / "login.toml").write_text(_AUTH, encoding="utf-8")
    assert kiemdiem("ingest", folder / "kho", "--db", folder / "kho.duckdb").returncode == 0
    return folder / "kho.duckdb"


@pytest.fixture(scope="module")
def own(db: Path) -> Path:
    """The database of the role that sees one unit."""
    return access.database(db.resolve(), Role("hoa-mau", ("Đảng bộ xã Hòa Mẫu",)))


@pytest.fixture
def page(db: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """The dashboard as a person of that role has it."""
    monkeypatch.setenv("KIEMDIEM_DB", str(db))
    monkeypatch.setenv("KIEMDIEM_AUTH", str(db.with_name("login.toml")))
    yield _as("an@example.vn")


def _as(email: str | None) -> AppTest:
    app = AppTest.from_file(str(APP), default_timeout=90)
    app.user["is_logged_in"] = email is not None
    if email:
        app.user["email"] = email
    return app


def _everything(app: AppTest) -> str:
    """All that the server would send for a page."""
    assert not app.exception, app.exception
    return "\n".join(str(element.proto) for element in (*app.main, *app.sidebar)) + str(app)


def _tables(file: Path) -> Iterator[tuple[str, str]]:
    with data.connect(file) as connection:
        for (name,) in connection.execute(
            "SELECT table_name FROM duckdb_tables() UNION SELECT view_name FROM duckdb_views() "
            "WHERE NOT internal"
        ).fetchall():
            yield name, str(connection.execute(f'FROM "{name}"').fetchall())


def _targets(db: Path) -> dict[str, list[str]]:
    """What an insider knows of the other unit: its documents, records, spans, groups, words."""
    with data.connect(db.resolve()) as connection:
        ids = connection.execute(
            "SELECT document_id FROM documents WHERE path LIKE '%Zyqua%'"
        ).fetchall()
        document = ids[0][0]
        records = connection.execute(
            "SELECT record_id FROM records WHERE document_id = ?", [document]
        ).fetchall()
        checks = connection.execute("SELECT check_id FROM checks").fetchall()
        groups = connection.execute("SELECT group_id FROM recurrence_groups").fetchall()
    return {
        "van_ban": [document],
        "ban_ghi": [r for (r,) in records],
        "don_vi": [f"Đảng bộ xã Tân {_SECRET}", _SECRET],
        "tim": ["khien trach 7", "ket nap 3", "nghi quyet so 77", "chua thuong xuyen"],
        "nhom": [g for (g,) in groups][:3],
        "kiem": [c for (c,) in checks][:3],
        "chi_tiet": [f"77-NQ/{_SECRET}"],
    }


def test_secret_is_reached_by_no_page_and_no_address(db: Path, page: AppTest) -> None:
    targets = _targets(db)
    tried, leaks = 0, []
    for name in _PAGES:
        for key, values in targets.items():
            for value in values:
                page.query_params.clear()
                page.query_params["trang"] = name
                page.query_params[key] = value
                if key == "ban_ghi":
                    page.query_params["van_ban"] = targets["van_ban"][0]
                told = _without_the_question(_everything(page.run()), value)
                tried += 1
                if _SECRET.lower() in told.lower():
                    leaks.append((name, key, value))
    assert leaks == []
    assert tried >= 200


def _without_the_question(told: str, value: str) -> str:
    """What was answered, without what was asked itself (an address names it, a box shows it)."""
    for form in (value, quote(value), quote(value, safe=""), quote_plus(value)):
        told = told.replace(form, "")
    return told


def test_secret_is_in_no_table_and_no_answer(own: Path) -> None:
    assert [name for name, rows in _tables(own) if _SECRET.lower() in rows.lower()] == []
    blob = own.read_bytes()
    assert _SECRET.encode() not in blob
    assert _SECRET.lower().encode() not in blob


@pytest.mark.parametrize(
    "sql",
    [
        "FROM texts",
        "FROM search_words",
        "FROM main.documents",
        "SELECT path FROM documents UNION ALL SELECT unit FROM units",
        "SELECT * FROM read_text('{db}')",
        "SELECT * FROM '{db}'",
        "ATTACH '{db}' AS other; FROM other.texts",
        "FROM duckdb_databases()",
        "FROM query('ATTACH ''{db}''')",
        "SELECT * FROM glob('{folder}/*')",
        "COPY texts TO '{folder}/x.csv'",
        "FROM other.main.texts",
    ],
)
def test_statement_reaches_only_the_own_unit(sql: str, db: Path, own: Path) -> None:
    asked = sql.format(db=db.resolve(), folder=db.parent)
    try:
        told = str(ask(own, asked, export.names()).rows.to_pydict())
    except Refused as refused:
        told = f"{refused.code}"
    assert _SECRET.lower() not in told.lower()


def test_every_table_can_be_asked_and_tells_nothing_of_others(own: Path) -> None:
    told = ask(own, " UNION ALL ".join(
        f"SELECT CAST(t AS VARCHAR) AS row FROM {name} t" for name in export.names()
    ), export.names()).rows  # fmt: skip
    assert told.num_rows > 20
    assert _SECRET.lower() not in str(told.to_pydict()).lower()


def test_own_unit_is_seen_whole(own: Path) -> None:
    with data.connect(own) as connection:
        assert connection.execute("SELECT path, unit_label FROM document_list").fetchall() == [
            ("hoa-mau.txt", "Đảng bộ xã Hòa Mẫu")
        ]
        ((records,),) = connection.execute("SELECT count(*) FROM records").fetchall()
        ((found,),) = connection.execute("SELECT count(*) FROM search_postings").fetchall()
    assert records > 2 and found > 20


def test_database_of_a_role_is_for_its_owner_only_and_made_once(db: Path, own: Path) -> None:
    assert (own.stat().st_mode & 0o777, own.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    before = own.stat().st_mtime_ns
    assert access.database(db.resolve(), Role("hoa-mau", ("Đảng bộ xã Hòa Mẫu",))) == own
    assert own.stat().st_mtime_ns == before
    assert access.database(db.resolve(), Role("kiem-tra", None)) == db.resolve()


@pytest.mark.parametrize(
    ("email", "words"),
    [
        pytest.param(None, "Đăng nhập", id="nobody"),
        pytest.param("la@example.vn", "chưa được phân quyền", id="a stranger"),
        pytest.param("", "chưa được phân quyền", id="without an address"),
    ],
)
def test_whoever_has_no_role_sees_nothing(email: str | None, words: str, page: AppTest) -> None:
    for name in _PAGES:
        app = _as(email)
        app.query_params["trang"] = name
        told = _everything(app.run())
        assert words in told
        assert "Hòa Mẫu" not in told and _SECRET not in told


def test_role_of_all_units_sees_all(page: AppTest) -> None:
    app = _as("binh@example.vn")
    app.query_params["trang"] = "tai-lieu"
    told = _everything(app.run())
    assert "hoa-mau.txt" in told and f"{_SECRET}.txt" in told


@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(("client_id", "other"), "[auth] wants client_id", id="login"),
        pytest.param(('"hoa-mau"', '"x"'), "there is no [roles.x]", id="role"),
        pytest.param(('["*"]', "3"), "[roles.kiem-tra] wants units", id="units"),
        pytest.param(("[people]", "[nobody]"), "names nobody", id="people"),
        pytest.param(("[auth]", "[auth"), "is no valid TOML", id="no TOML"),
    ],
)  # fmt: skip
def test_mistake_in_the_file_is_told(change: tuple[str, str], message: str, tmp_path: Path) -> None:
    file = tmp_path / "login.toml"
    file.write_text(_AUTH.replace(*change), encoding="utf-8")
    with pytest.raises(UsageError, match=re.escape(message)):
        access.load(file)


def test_export_is_written_into_the_log(db: Path, tmp_path: Path) -> None:
    from dashboards.login import Person, record_export

    log = tmp_path / "kho.duckdb"
    record_export(log, Person("an@example.vn", Role("hoa-mau", ())), "Bản ghi", 7, named=False)
    record_export(log, None, "Bản ghi", 7, named=False)
    file = tmp_path / "kho.duckdb.exports.jsonl"
    (line,) = file.read_text(encoding="utf-8").splitlines()
    said: dict[str, Any] = json.loads(line)
    assert said.pop("at")
    assert said == {
        "who": "an@example.vn", "role": "hoa-mau", "what": "Bản ghi", "rows": 7,
        "names_of_persons": False,
    }  # fmt: skip
    assert file.stat().st_mode & 0o777 == 0o600
