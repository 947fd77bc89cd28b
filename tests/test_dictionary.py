"""Every table, view and column has its meaning in both languages, in the database and the docs."""

from pathlib import Path

import duckdb

from pipeline import dictionary, schema, store

_DATA = Path(__file__).parent.parent / "docs" / "DATA.md"


def test_dictionary_names_every_table_view_and_column_in_the_order_of_the_schema() -> None:
    with duckdb.connect() as connection:
        for part in (*schema.OF_DOCUMENTS, *schema.ACROSS):
            store.query(connection, schema.sql(part))
        columns = store.query(
            connection,
            "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal "
            "ORDER BY table_oid, column_index",
        )
    defined: dict[str, list[str]] = {}
    for table, column in columns:
        defined.setdefault(table, []).append(column)
    assert {r.name: list(r.columns) for r in dictionary.relations()} == defined


def test_every_meaning_is_said_in_both_languages() -> None:
    meanings = [
        (place, meaning)
        for r in dictionary.relations()
        for place, meaning in [(r.name, r.meaning), *r.columns.items()]
    ]
    assert [place for place, m in meanings if not m.en.strip() or not m.vi.strip()] == []


def test_database_carries_the_meanings_as_comments() -> None:
    with duckdb.connect() as connection:
        store.Version(connection)
        bare = store.query(
            connection,
            "SELECT table_name, column_name FROM duckdb_columns() "
            "WHERE NOT internal AND comment IS NULL",
        )
        ((members,),) = store.query(
            connection,
            "SELECT comment FROM duckdb_columns() "
            "WHERE table_name = 'unit_term_members' AND column_name = 'members'",
        )
    assert (bare, members) == ([], "Số đảng viên / Party members")


def test_data_page_is_current() -> None:
    assert _DATA.read_text(encoding="utf-8") == dictionary.markdown(), (
        "docs/DATA.md is old; make it again: python -m pipeline.dictionary > docs/DATA.md"
    )
