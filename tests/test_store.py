"""What the tables and the metric views say of records made for the test."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from pipeline import publish, reference, store
from pipeline.errors import DatabaseError
from pipeline.model import Span
from pipeline.precision import Measured, measured
from pipeline.records import Count, DocumentInfo, Extraction, Oversight, Record, Shortcoming
from pipeline.reference import Reference
from pipeline.registry import terms, units
from pipeline.rows import Row, info_row, record_ids, rows
from tests.documents import make_doc

_TEXT = "Đảng bộ có 120 đảng viên; khiển trách 3, cảnh cáo 1; còn nể nang."


def _count(value: int, detail: str | None = None) -> Count:
    return Count(
        span=Span(0, 24), rule="r", subject="party_member", attribute="total", value=value,
        detail=detail,
    )  # fmt: skip


def _reprimand(value: int, start: int = 26) -> Oversight:
    return Oversight(
        span=Span(start, 39), rule="r", category="discipline", subject="party_member",
        value=value, measure="reprimand",
    )  # fmt: skip


_NEGLECT = Shortcoming(
    span=Span(53, 64), rule="r", kind="shortcoming", themes=("self_criticism", "unity")
)


def _extraction(id: str, info: DocumentInfo, *records: Record) -> Extraction:
    document = replace(make_doc(_TEXT), id=id)
    return Extraction(document=document, info=info, records=records)


def _row(extraction: Extraction) -> Row:
    form, reader, *rest = info_row(extraction)
    id = extraction.document.id
    return (id, f"{id}.txt", f"{id}.txt", [], form, reader, id, 1, *rest, "run", "v")


def _info(unit: str | None = "Đảng bộ xã Hòa Mẫu", **fields: str) -> DocumentInfo:
    return DocumentInfo(
        doc_type="self_review_report", unit=unit, term="2020-2025",
        period=fields.get("period", "2021"), issued_on=fields.get("issued_on"),
    )  # fmt: skip


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as connection:
        yield connection


def _load(connection: duckdb.DuckDBPyConnection, *extractions: Extraction) -> None:
    version = store.Version(connection)
    for extraction in extractions:
        version.add(_row(extraction), rows(extraction, {"shortcoming.r": Measured(0.9, 40)}))
    version.flush()
    for stage in (units.write, terms.write):
        stage(connection, reference.load())


def test_record_row_holds_quote_place_and_measured_precision(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    _load(connection, _extraction("a", _info(), _NEGLECT))
    row = store.query(
        connection,
        "SELECT document_id, span_start, span_end, quote, folded, rule, confidence, cases, kind, "
        "themes FROM shortcomings",
    )
    assert row == [
        ("a", 53, 64, "còn nể nang", "con ne nang", "r", 0.9, 40, "shortcoming",
         ["self_criticism", "unity"]),
    ]  # fmt: skip


def test_record_id_tells_records_of_one_span_apart_and_is_the_same_again() -> None:
    extraction = _extraction("a", _info(), _count(120), _count(120), _NEGLECT)
    first, second = list(record_ids(extraction)), list(record_ids(extraction))
    assert first == second and len(set(first)) == 3


def test_later_version_of_a_report_stands_for_both(connection: duckdb.DuckDBPyConnection) -> None:
    _load(
        connection,
        _extraction("a", _info(issued_on="2021-11-02"), _NEGLECT, _count(118)),
        _extraction("b", _info(issued_on="2021-12-20"), _NEGLECT, _count(120)),
        _extraction("c", _info(issued_on="2022-12-20", period="2022"), _NEGLECT),
    )
    listed = "SELECT document_id, superseded_by, versions FROM document_list ORDER BY ALL"
    assert store.query(connection, listed) == [("a", "b", 2), ("b", None, 2), ("c", None, 1)]
    terms = "SELECT documents, members, shortcomings FROM unit_terms"
    assert store.query(connection, terms) == [(2, 120, 2)]


@pytest.mark.parametrize("unit", ["Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Đảng bộ xã", "Đảng ủy"])
def test_unit_without_a_name_of_its_own_supersedes_nothing(
    connection: duckdb.DuckDBPyConnection, unit: str
) -> None:
    _load(connection, _extraction("a", _info(unit)), _extraction("b", _info(unit)))
    sql = "SELECT count(*) FROM document_list WHERE superseded_by IS NOT NULL"
    assert store.query(connection, sql) == [(0,)]


def test_unit_and_term_that_are_not_said_show_as_unknown(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    _load(connection, _extraction("a", DocumentInfo(), _NEGLECT))
    sql = "SELECT unit, term, theme, shortcomings FROM unit_term_shortcomings"
    assert store.query(connection, sql) == [("chưa rõ", "chưa rõ", "self_criticism", 1)]


def test_members_are_the_first_whole_figure_never_a_sum(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    later = replace(_count(90), span=Span(11, 24))
    _load(connection, _extraction("a", _info(), _count(30, "chính thức"), _count(120), later))
    assert store.query(connection, "SELECT members FROM unit_term_members") == [(120,)]


def test_figures_of_years_are_added_up_each_by_its_largest(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    _load(
        connection,
        _extraction("a", _info(), _reprimand(3), _reprimand(1, start=27)),
        _extraction("b", _info(period="2022"), _reprimand(3)),
    )
    sql = "SELECT measure, value, figures, len(record_ids) FROM unit_term_discipline"
    assert store.query(connection, sql) == [("reprimand", 6, 2, 2)]


def test_figure_of_the_whole_term_stands_for_those_of_its_years(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    _load(
        connection,
        _extraction("a", _info(), _reprimand(3)),
        _extraction("b", _info(period="2020-2025"), _reprimand(7)),
    )
    sql = "SELECT value, figures FROM unit_term_discipline"
    assert store.query(connection, sql) == [(7, 1)]


def test_names_of_one_unit_come_together_under_its_own_name(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    names = ("ĐẢNG UỶ XÃ HÒA MẪU", "Đảng ủy xã Hòa Mẫu", "Đảng bộ xã Hòa Mẫu")
    _load(
        connection,
        *(_extraction(str(i), _info(n, period=str(i))) for i, n in enumerate(names)),
    )
    assert store.query(connection, "SELECT name, names, documents FROM units") == [
        ("Đảng bộ xã Hòa Mẫu", sorted(names), 3)
    ]
    assert store.query(connection, "SELECT unit, documents FROM unit_terms") == [
        ("Đảng bộ xã Hòa Mẫu", 3)
    ]


def test_precision_under_twenty_cases_gives_no_confidence() -> None:
    raw = {"many": {"lower": 0.91, "cases": 40}, "few": {"lower": 0.95, "cases": 19}}
    assert measured(Reference({}, {"precision": raw})) == {
        "many": Measured(0.91, 40),
        "few": Measured(None, 19),
    }
    assert measured(Reference({}, {})) == {}


def test_database_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE t (a INTEGER)").fetchall()
    with pytest.raises(DatabaseError, match="is not a database of kiemdiem"), store.reading(file):
        pass


def test_publishing_swaps_what_the_path_names(tmp_path: Path) -> None:
    db = tmp_path / "test.duckdb"
    assert publish.current(db) is None
    versions = [publish.version_path(db, f"20260101T00000000000{i}") for i in range(3)]
    for version in versions:
        version.write_text(version.name, encoding="utf-8")
        publish.publish(db, version)
        assert (publish.current(db), db.read_text(encoding="utf-8")) == (version, version.name)
    (tmp_path / "test.duckdb.backup.duckdb").touch()
    publish.clear(db)
    left = sorted(p.name for p in tmp_path.iterdir())
    assert left == ["test.duckdb", versions[2].name, "test.duckdb.backup.duckdb"]


def test_version_is_copied_into_place_where_there_are_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no links here")

    monkeypatch.setattr("pathlib.Path.symlink_to", refuse)
    monkeypatch.setattr("os.link", refuse)
    db, version = tmp_path / "t.duckdb", tmp_path / "t.duckdb.20260101T000000000000.duckdb"
    version.write_text("new", encoding="utf-8")
    publish.publish(db, version)
    assert (db.is_symlink(), db.read_text(encoding="utf-8")) == (False, "new")
