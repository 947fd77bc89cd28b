"""The SQL console answers one SELECT over our tables, and refuses whatever reaches further."""

import os
import re
import time
from pathlib import Path

import pytest

from dashboards.labels import labels
from pipeline import console, export
from pipeline.console.ask import Limits, ask
from pipeline.console.check import Refused
from pipeline.questions import Question, questions
from tests.archives import report
from tests.dashboard_archives import database_of

_CONSOLE = Path(console.__file__).parent
_FEW = Limits(seconds=2.0, memory=256 << 20, rows=10, bytes=1 << 20)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one report."""
    db = database_of(tmp_path_factory.mktemp("console"), {"a.txt": report(1)})
    return db.resolve()


def _ask(file: Path, sql: str) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = ask(file, sql, export.names(), _FEW).rows.to_pylist()
    return rows


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        pytest.param("SELECT unit, documents FROM unit_terms", 1, id="a view"),
        pytest.param("FROM main.shortcomings;", 2, id="a table with its schema, FROM first"),
        pytest.param("-- một\nSELECT 1 AS a /* hai */", 1, id="comments"),
        pytest.param(
            "WITH a AS (SELECT count(*) AS n FROM records) SELECT n FROM a", 1, id="a part named"
        ),
        pytest.param(
            "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5) FROM t",
            5, id="recursion with an end",
        ),
        pytest.param("SELECT * FROM range(3)", 3, id="numbers"),
        pytest.param("SELECT unnest(themes) FROM shortcomings LIMIT 1", 1, id="lists"),
        pytest.param("SELECT regexp_matches(quote, 'kiểm') FROM shortcomings", 2, id="text"),
        pytest.param("SELECT current_date AS today", 1, id="today"),
        pytest.param("FROM ratings", 0, id="no row"),
    ],
)  # fmt: skip
def test_reading_statement_is_answered(sql: str, expected: int, file: Path) -> None:
    assert len(_ask(file, sql)) == expected


def test_answer_holds_the_words_and_their_columns_even_without_a_row(file: Path) -> None:
    assert _ask(file, "SELECT unit, documents FROM unit_terms") == [
        {"unit": "Đảng bộ xã Hòa Mẫu 1", "documents": 1}
    ]
    assert ask(file, "SELECT grade FROM ratings", export.names(), _FEW).rows.column_names == [
        "grade"
    ]


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        pytest.param("", "not_one", id="nothing"),
        pytest.param("-- gì", "not_one", id="a comment only"),
        pytest.param("SELECT 1; SELECT 2", "not_one", id="two statements"),
        pytest.param("SELECT 1; DROP TABLE runs", "not_one", id="one behind another"),
        pytest.param("SELEC 1", "wrong", id="no SQL"),
        pytest.param("SELECT nothing FROM units", "wrong", id="no such column"),
        pytest.param("SELECT " + "1," * 20_000 + "1", "too_long", id="too long"),
        pytest.param("SELECT " + "(" * 3_000 + "1" + ")" * 3_000, None, id="too deep"),
        # writing
        pytest.param("DELETE FROM runs", "not_select", id="delete"),
        pytest.param("INSERT INTO runs DEFAULT VALUES", "not_select", id="insert"),
        pytest.param("UPDATE runs SET run = 'x'", "not_select", id="update"),
        pytest.param("CREATE TABLE x (a INTEGER)", "not_select", id="create"),
        pytest.param("CREATE TEMP TABLE x AS SELECT 1", "not_select", id="create for a while"),
        pytest.param("CREATE MACRO m() AS 1", "not_select", id="macro"),
        pytest.param("CREATE SECRET s (TYPE s3)", "not_select", id="secret"),
        pytest.param("DROP TABLE runs", "not_select", id="drop"),
        pytest.param("ALTER TABLE runs ADD COLUMN x INTEGER", "not_select", id="alter"),
        pytest.param("BEGIN", "not_select", id="transaction"),
        pytest.param("CHECKPOINT", "not_select", id="checkpoint"),
        pytest.param("VACUUM", "not_select", id="vacuum"),
        # settings
        pytest.param("SET memory_limit = '100GB'", "not_select", id="set"),
        pytest.param("RESET threads", "not_select", id="reset"),
        pytest.param("SET VARIABLE a = 1", "not_select", id="variable"),
        pytest.param("PRAGMA database_list", "not_select", id="pragma"),
        pytest.param("PRAGMA threads = 64", "not_select", id="pragma that sets"),
        pytest.param("CALL pragma_database_size()", "not_select", id="call"),
        pytest.param("EXPLAIN SELECT 1", "not_select", id="explain"),
        pytest.param("PREPARE p AS SELECT 1", "not_select", id="prepare"),
        pytest.param("EXECUTE p", "not_select", id="execute"),
        pytest.param("LOAD httpfs", "not_select", id="load"),
        pytest.param("INSTALL httpfs", "not_select", id="install"),
        pytest.param("USE memory", "not_select", id="use"),
        # files
        pytest.param("COPY runs TO '/tmp/x.csv'", "not_select", id="copy out"),
        pytest.param("COPY runs FROM '/etc/passwd'", "not_select", id="copy in"),
        pytest.param("EXPORT DATABASE '/tmp/x'", "not_select", id="export"),
        pytest.param("ATTACH '/tmp/x.db'", "not_select", id="attach"),
        pytest.param("DETACH memory", "not_select", id="detach"),
        pytest.param("SELECT * FROM '/etc/passwd'", "table", id="a file as a table"),
        pytest.param("FROM 'x.parquet'", "table", id="a Parquet file as a table"),
        pytest.param("FROM read_csv('/etc/passwd')", "function", id="read_csv"),
        pytest.param("FROM read_text('/etc/passwd')", "function", id="read_text"),
        pytest.param("FROM READ_BLOB('/etc/passwd')", "function", id="in capitals"),
        pytest.param('FROM "read_text"(\'/etc/passwd\')', "function", id="in quote marks"),
        pytest.param("FROM glob('/etc/*')", "function", id="glob"),
        pytest.param("FROM sniff_csv('/etc/passwd')", "function", id="sniff"),
        pytest.param("FROM parquet_metadata('x')", "function", id="Parquet's metadata"),
        pytest.param(
            "SELECT (SELECT content FROM read_text('/etc/passwd'))", "function", id="inside"
        ),
        pytest.param(
            "SELECT 1 WHERE EXISTS (WITH a AS (FROM glob('*')) FROM a)", "function", id="deeper"
        ),
        pytest.param("FROM units, LATERAL (FROM glob(name))", "function", id="lateral"),
        # what runs a string
        pytest.param("FROM query('FROM duckdb_settings()')", "function", id="query"),
        pytest.param("FROM query_table('runs')", "function", id="query_table"),
        pytest.param("FROM json_execute_serialized_sql('{}')", "function", id="serialized"),
        # what tells of the machine
        pytest.param("FROM duckdb_settings()", "function", id="settings"),
        pytest.param("FROM duckdb_databases()", "function", id="databases"),
        pytest.param("FROM duckdb_secrets()", "function", id="secrets"),
        pytest.param("FROM pragma_database_size()", "function", id="pragma as a table"),
        pytest.param("FROM duckdb_tables", "table", id="view of the system"),
        pytest.param("FROM pg_catalog.pg_database", "table", id="catalog"),
        pytest.param("FROM information_schema.tables", "table", id="information schema"),
        pytest.param("FROM sqlite_master", "table", id="master table"),
        pytest.param("FROM system.main.duckdb_databases", "table", id="another database"),
        pytest.param(
            "SELECT * FROM duckdb_databases WHERE EXISTS "
            "(WITH duckdb_databases AS (SELECT 1) FROM duckdb_databases)",
            "table", id="a part named like a view of the system",
        ),
        pytest.param("SHOW TABLES", "show", id="show"),
        pytest.param("FROM (SHOW DATABASES)", "show", id="show inside"),
        pytest.param("DESCRIBE runs", "show", id="describe"),
        pytest.param("SUMMARIZE runs", "show", id="summarize"),
        pytest.param("SELECT current_setting('temp_directory')", "function", id="a setting"),
        pytest.param("SELECT current_database()", "function", id="name of the file"),
        pytest.param("SELECT current_catalog", "function", id="name of the file, no brackets"),
        pytest.param("SELECT getenv('HOME')", "function", id="surroundings"),
        pytest.param("SELECT getvariable('x')", "function", id="a variable"),
        pytest.param("SELECT write_log('x')", "function", id="the log"),
        pytest.param("FROM search_postings", "table", id="what only the search reads"),
        # endless or too large
        pytest.param(
            "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n FROM t) SELECT count(*) FROM t",
            "time", id="endless",
        ),
        pytest.param(
            "SELECT count(*) FROM range(100000000000) a WHERE hash(a.range) = 1",
            "time", id="as good as endless",
        ),
        pytest.param(
            "SELECT list(a.range) FROM range(200000000) a", "memory", id="memory bomb"
        ),
        pytest.param(
            "SELECT a.range % 7 AS k, string_agg(repeat('x', 10000), '') FROM range(1000000) a "
            "GROUP BY k", "memory", id="memory bomb of text",
        ),
        pytest.param("SELECT repeat('x', 4000000000)", None, id="one huge text"),
    ],
)  # fmt: skip
def test_what_reaches_further_is_refused(sql: str, code: str | None, file: Path) -> None:
    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        _ask(file, sql)
    assert code is None or refused.value.code == code
    assert time.monotonic() - started < 20
    assert str(file.parent) not in str(refused.value)


@pytest.mark.parametrize("question", questions(), ids=lambda q: q.id)
def test_question_of_the_page_is_answered(question: Question, file: Path) -> None:
    assert ask(file, question.sql, export.names()).rows.num_columns > 0


def test_every_refusal_has_words_for_the_screen() -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in _CONSOLE.glob("*.py"))
    told = re.findall(r'(?:Refused|_fail)\("(\w+)"|return "(\w+)", | else "(\w+)"\)', source)
    codes = {code for groups in told for code in groups if code}
    assert codes | {"memory"} == set(labels()["refusals"])


def test_rows_beyond_the_limit_are_left_out_and_said_to_be(file: Path) -> None:
    answer = ask(file, "FROM range(100000)", export.names(), _FEW)
    assert (answer.rows.num_rows, answer.cut) == (10, True)
    assert not ask(file, "FROM range(10)", export.names(), _FEW).cut


def test_answer_beyond_its_size_is_cut(file: Path) -> None:
    sql = "SELECT repeat('x', 100000) AS t FROM range(9)"
    few = Limits(rows=100_000, bytes=100)
    assert ask(file, sql, export.names(), few).cut


def test_surroundings_of_the_dashboard_do_not_reach_the_statement(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMDIEM_SECRET", "x")
    assert "KIEMDIEM_SECRET" in os.environ
    assert len(_ask(file, "SELECT 1")) == 1


def test_statement_leaves_nothing_behind(file: Path) -> None:
    before = sorted(p.name for p in file.parent.iterdir())
    size = file.stat().st_size
    _ask(file, "SELECT a.range FROM range(100000) a ORDER BY hash(a.range)")
    assert sorted(p.name for p in file.parent.iterdir()) == before
    assert file.stat().st_size == size
