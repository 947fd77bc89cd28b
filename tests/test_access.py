"""A role reaches its own units and nothing of others, by whatever way it is tried."""

import json
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import quote, quote_plus

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboards import addresses, data
from dashboards.addresses import FIELDS
from dashboards.labels import labels
from pipeline import access, export, store
from pipeline.access import Role
from pipeline.brief.facts import gather
from pipeline.console.ask import ask
from pipeline.console.check import Refused
from pipeline.errors import ExitCode, UsageError
from pipeline.reference import Reference
from pipeline.reviews import Reviews, anchors
from pipeline.search.query import Narrow, search
from pipeline.search.words import Abbreviations, query
from tests.archives import kiemdiem, make_archive
from tests.dashboard_archives import APP

_SECRET = "Zyqua"
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
_OWN, _OTHER = "Đảng bộ xã Hòa Mẫu", f"Đảng bộ xã Tân {_SECRET}"


def _report(unit: str, word: str, term: str, number: int) -> str:
    """A report with what recurs, is cited and does not add up; both units say the same, in `word`
    apart."""
    return f"""BÁO CÁO KIỂM ĐIỂM\n\n{unit}\n\nNhiệm kỳ {term}\n\nI. Tình hình chung\n
Đảng bộ có {100 + number} đảng viên, trong đó {120 + number} đảng viên nữ.\n\nII. Hạn chế\n
1. Công tác kiểm tra, giám sát {word} có lúc chưa thường xuyên; khiển trách {number} đảng viên.\n
2. Chưa đạt chỉ tiêu kết nạp đảng viên {word}: {number}/10.\n
3. Thực hiện Nghị quyết số 7{number}-NQ/{word} còn chậm.\n\nIII. Giải pháp\n
1. Tăng cường công tác kiểm tra, giám sát {word}.\n"""


_FILES = {
    "hoa-mau-1.txt": _report(_OWN, "TU", "2015-2020", 5),
    "hoa-mau-2.txt": _report(_OWN, "TU", "2020-2025", 6),
    f"{_SECRET}-1.txt": _report(_OTHER, _SECRET, "2015-2020", 7),
    f"{_SECRET}-2.txt": _report(_OTHER, _SECRET, "2020-2025", 8),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of two units, one with a secret, of which a person said something too."""
    folder = tmp_path_factory.mktemp("access")
    make_archive(folder / "kho", _FILES)
    (folder / "login.toml").write_text(_AUTH, encoding="utf-8")
    db = folder / "kho.duckdb"
    assert kiemdiem("ingest", folder / "kho", "--db", db).returncode == 0
    with data.connect(db.resolve()) as connection:
        told = (
            "SELECT record_id FROM shortcomings JOIN documents USING (document_id) WHERE path = ?"
        )
        of = anchors(connection, connection.execute(told, [f"{_SECRET}-1.txt"]).fetchall()[0])[0]
    Reviews(db).watch(of, f"xem lại {_SECRET}", f"{_SECRET}@example.vn")
    return db


@pytest.fixture(scope="module")
def own(db: Path) -> Path:
    """The database of the role that sees one unit."""
    return access.database(db.resolve(), Role("hoa-mau", (_OWN,)))


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
    """What an insider may put into an address: every name it knows, of the other unit."""
    of = f"JOIN documents d USING (document_id) WHERE d.path LIKE '{_SECRET}%'"
    with data.connect(db.resolve()) as connection:

        def asked(sql: str) -> list[str]:
            return [str(value) for (value,) in connection.execute(sql).fetchall()]

        return {
            addresses.DOCUMENT: asked(f"SELECT document_id FROM documents x {of}"),
            addresses.RECORD: asked(f"SELECT record_id FROM records r {of}"),
            addresses.GROUP: asked("SELECT group_id FROM recurrence_groups"),
            addresses.DIRECTIVE: asked(
                f"SELECT DISTINCT directive_id FROM directive_citations c {of}"
            ),
            addresses.FAMILY: asked("SELECT DISTINCT family FROM checks"),
            addresses.FACT: asked(f"SELECT DISTINCT field FROM evidence e {of}"),
            addresses.QUERY: ["khien trach 7", "ket nap 7", "nghi quyet so 77", "tan", _SECRET],
            addresses.STATEMENT: ["FROM texts", "FROM unit_aliases", "FROM records",
                                  "FROM document_list", "FROM recurrence_members"],
            FIELDS["unit"]: [_OTHER, _SECRET, f"Đảng ủy xã Tân {_SECRET}"],
            FIELDS["term"]: ["2015-2020"],
            FIELDS["type"]: ["shortcoming", "citation"],
            FIELDS["code"]: ["missed", "discipline", "resolution"],
            FIELDS["detail"]: [f"77-NQ/{_SECRET}", "reprimand"],
            FIELDS["theme"]: ["inspection", "discipline"],
            addresses.PART: ["cited", "open", "1"],
            addresses.SECTION: ["0", "1"],
            addresses.SPAN: ["0-40", "60-200"],
            addresses.HIDDEN: ["count"],
            addresses.SHEET: ["1", "2"],
            addresses.DOC_TYPE: ["self_review_report"],
            addresses.PICTURE: ["1"],
            addresses.APART: ["1"],
            addresses.CERTAINTY: ["certain"],
            addresses.MEASURE: ["doubts", "missed"],
            addresses.ORDER: ["members"],
            addresses.WATCHED: ["1"],
            addresses.CATEGORY: ["discipline"],
            addresses.WHOLE: ["1"],
            addresses.ISSUES: ["1"],
        }  # fmt: skip


_TOGETHER = {
    addresses.RECORD: addresses.DOCUMENT, addresses.FACT: addresses.DOCUMENT,
    addresses.SECTION: addresses.DOCUMENT, addresses.SPAN: addresses.DOCUMENT,
    addresses.PICTURE: addresses.DOCUMENT, addresses.HIDDEN: addresses.DOCUMENT,
    FIELDS["detail"]: FIELDS["unit"], FIELDS["term"]: FIELDS["unit"],
    addresses.APART: addresses.QUERY, addresses.DOC_TYPE: addresses.QUERY,
    addresses.SHEET: FIELDS["unit"],
}  # fmt: skip
"""A name of an address -> the one beside which it means something."""


def test_every_name_of_an_address_is_tried(db: Path) -> None:
    names = {v for n, v in vars(addresses).items() if n.isupper() and isinstance(v, str)}
    tried = _targets(db)
    assert (names | set(FIELDS.values())) - set(_PAGES) - {addresses.PAGE} == set(tried)
    assert [name for name, values in tried.items() if not values] == []


@pytest.mark.parametrize("name", _PAGES)
def test_secret_is_reached_by_no_page_and_no_address(name: str, db: Path, page: AppTest) -> None:
    targets = _targets(db)
    tried, leaks = 0, []
    for key, values in targets.items():
        for value in values if key in _FINDS else values[:1]:
            asked = {addresses.PAGE: name, key: value}
            if (beside := _TOGETHER.get(key)) is not None:
                asked[beside] = targets[beside][0]
            page.query_params.clear()
            for at, what in asked.items():
                page.query_params[at] = what
            told = _without_the_question(_everything(page.run()), asked.values())
            tried += 1
            if _SECRET.lower() in told:
                leaks.append(asked)
    assert leaks == []
    assert tried >= 40


_FINDS = {
    addresses.DOCUMENT, addresses.GROUP, addresses.DIRECTIVE, addresses.QUERY,
    addresses.STATEMENT, FIELDS["unit"],
}  # fmt: skip
"""Names of which every value is tried on every page, of the others the first."""


@pytest.mark.parametrize("name", _PAGES)
def test_secret_is_in_no_file_taken_along(
    name: str, db: Path, page: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda _, made_by, *a, **k: made.append(made_by))
    asked = {addresses.PAGE: name, addresses.STATEMENT: "FROM records", addresses.QUERY: "kiem tra"}
    if name == addresses.BRIEF:
        asked |= {FIELDS["unit"]: _OWN, FIELDS["term"]: "2020-2025"}
    for at, value in asked.items():
        page.query_params[at] = value
    assert not page.run().exception
    for by in made:
        assert _SECRET.lower() not in _unzipped(by()).lower()
    without = {"tim-kiem", "tai-lieu", "so-sanh", "vien-dan"}
    assert made or name in without


def _unzipped(file: bytes) -> str:
    """The words of a file; those of its members where it is a Word file or a workbook."""
    if not zipfile.is_zipfile(BytesIO(file)):
        return file.decode("utf-8", "replace")
    with zipfile.ZipFile(BytesIO(file)) as book:
        return "\n".join(book.read(name).decode("utf-8", "replace") for name in book.namelist())


def test_secret_is_in_no_export_and_no_brief(own: Path, words: Reference, tmp_path: Path) -> None:
    to = ("--to", tmp_path, "--format", "csv", "--format", "xlsx", "--format", "parquet")
    assert kiemdiem("export", "--db", own, *to).returncode == 0
    files = list(tmp_path.iterdir())
    assert len(files) > 40
    for file in files:
        assert _SECRET.lower() not in _unzipped(file.read_bytes()).lower()
    with data.connect(own) as connection, pytest.raises(UsageError, match="no document"):
        gather(connection, _OTHER, "2020-2025", words)


@pytest.mark.parametrize("typed", ["Zyqua", "zyqua", "khien trach 7", "nghi quyet so 78", "tan"])
def test_secret_is_found_by_no_search(typed: str, own: Path, words: Reference) -> None:
    short = Abbreviations.of(words)
    with data.connect(own) as connection:
        for narrow in (Narrow(), Narrow(unit=_OTHER), Narrow(type="shortcoming")):
            assert search(connection, query(typed, short), narrow, apart=True).total == 0


def _without_the_question(told: str, asked: Iterable[str]) -> str:
    """What was answered, in small letters, without what was asked itself: an address names it, a
    box shows it."""
    told = told.lower()
    for value in asked:
        if _SECRET.lower() in value.lower():
            for form in (value, quote(value), quote(value, safe=""), quote_plus(value)):
                told = told.replace(form.lower(), "")
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
            ("hoa-mau-1.txt", _OWN),
            ("hoa-mau-2.txt", _OWN),
        ]
        ((records,),) = connection.execute("SELECT count(*) FROM records").fetchall()
        ((found,),) = connection.execute("SELECT count(*) FROM search_postings").fetchall()
    assert records > 2 and found > 20


def test_database_of_a_role_is_for_its_owner_only_and_made_once(db: Path, own: Path) -> None:
    assert (own.stat().st_mode & 0o777, own.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    before = own.stat().st_mtime_ns
    assert access.database(db.resolve(), Role("hoa-mau", (_OWN,))) == own
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


@pytest.mark.parametrize(
    "named",
    [
        pytest.param("Đảng bộ xã Không Có", id="of no unit"),
        pytest.param("chưa rõ", id="of what stays open"),
        pytest.param("", id="empty"),
    ],
)
def test_role_of_a_unit_that_is_not_there_sees_nothing(
    named: str, db: Path, page: AppTest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "login.toml"
    file.write_text(_AUTH.replace('["Đảng bộ xã Hòa Mẫu"]', f'["{named}"]'), encoding="utf-8")
    monkeypatch.setenv("KIEMDIEM_AUTH", str(file))
    for name in _PAGES:
        page.query_params["trang"] = name
        told = _everything(page.run())
        assert "Hòa Mẫu" not in told and _SECRET not in told
        assert name == addresses.HELP or "Hãy báo người quản trị" in told
    done = kiemdiem("dashboard", "--db", db, "--auth", file, "--headless")
    assert (done.returncode, done.stdout) == (ExitCode.USAGE, "")
    assert f"[roles.hoa-mau] names {named}, and the archive has no such unit" in done.stderr


@pytest.fixture(scope="module")
def lineage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """Units renamed, merged and split, two of one name, each with a document."""
    with duckdb.connect(str(tmp_path_factory.mktemp("lineage") / "kho.duckdb")) as connection:
        store.Version(connection)
        for statement in _UNITS.split(";"):
            connection.execute(statement).fetchall()
        yield connection


_UNITS = """
INSERT INTO unit_registry BY NAME SELECT unnest AS unit_id, 'Đảng bộ xã ' || unnest AS name
FROM unnest(['Cũ', 'Mới', 'An', 'Bình', 'An Bình', 'Lớn', 'Nhỏ', 'Bé', 'Hòa (huyện A)',
    'Hòa (huyện B)']);
INSERT INTO documents BY NAME SELECT unit_id AS document_id, unit_id AS path, unit_id AS name,
    'ok' AS status FROM unit_registry;
INSERT INTO documents BY NAME SELECT 'x' AS document_id, 'x' AS path, 'x' AS name, 'ok' AS status;
INSERT INTO document_units BY NAME SELECT unit_id AS document_id, unit_id FROM unit_registry;
INSERT INTO unit_aliases BY NAME SELECT name, unit_id FROM unit_registry
UNION ALL BY NAME SELECT 'ĐẢNG ỦY XÃ CŨ' AS name, 'Cũ' AS unit_id
UNION ALL BY NAME SELECT 'Đảng bộ xã Hòa' AS name, unit_id FROM unit_registry
WHERE unit_id LIKE 'Hòa%';
INSERT INTO unit_lineage BY NAME SELECT * FROM (VALUES ('Cũ', 'Mới', 'renamed'),
    ('An', 'An Bình', 'merged'), ('Bình', 'An Bình', 'merged'), ('Lớn', 'Nhỏ', 'split'),
    ('Lớn', 'Bé', 'split'), ('An', 'An', 'moved')) t(from_id, to_id, kind)
"""


@pytest.mark.parametrize(
    ("named", "seen"),
    [
        pytest.param("Đảng bộ xã Mới", ["Cũ", "Mới"], id="with its earlier name"),
        pytest.param("Đảng bộ xã Cũ", ["Cũ", "Mới"], id="by its earlier name"),
        pytest.param("Đảng ủy xã Cũ", ["Cũ", "Mới"], id="by a name of documents"),
        pytest.param("đảng  bộ xã mới", ["Cũ", "Mới"], id="in small letters"),
        pytest.param(normalize("NFD", "Đảng bộ xã Mới"), ["Cũ", "Mới"], id="in decomposed letters"),
        pytest.param("Đảng bộ xã Hoà (huyện A)", ["Hòa (huyện A)"], id="tone placed otherwise"),
        pytest.param("Đảng bộ xã An Bình", ["An", "An Bình", "Bình"], id="with those merged"),
        pytest.param("Đảng bộ xã An", ["An"], id="not what it was merged into"),
        pytest.param("Đảng bộ xã Nhỏ", ["Nhỏ"], id="not what it was split from"),
        pytest.param("Đảng bộ xã Lớn", ["Lớn"], id="not what was split from it"),
    ],
)
def test_role_sees_its_unit_by_any_name_and_what_it_was(
    named: str, seen: list[str], lineage: duckdb.DuckDBPyConnection
) -> None:
    assert [path for _, path, _, _ in access.documents(lineage, [named])] == seen


@pytest.mark.parametrize(
    ("named", "message"),
    [
        pytest.param("Đảng bộ xã Hòa", "name one of: Đảng bộ xã Hòa (huyện A)", id="of two"),
        pytest.param("Đảng bộ xã", "the archive has no such unit", id="a part of a name"),
        pytest.param("Đảng bộ xã %", "the archive has no such unit", id="a pattern"),
        pytest.param("chưa rõ", "the archive has no such unit", id="what stays open"),
    ],
)  # fmt: skip
def test_name_that_does_not_tell_a_unit_is_refused(
    named: str, message: str, lineage: duckdb.DuckDBPyConnection
) -> None:
    with pytest.raises(access.UnitError, match=re.escape(message)):
        access.documents(lineage, ["Đảng bộ xã Mới", named])


def test_role_of_all_units_sees_all(page: AppTest) -> None:
    app = _as("binh@example.vn")
    app.query_params["trang"] = "tai-lieu"
    told = _everything(app.run())
    assert "hoa-mau-1.txt" in told and f"{_SECRET}-1.txt" in told


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
