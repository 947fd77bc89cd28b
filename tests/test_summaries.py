"""The tables that stand in the place of views: they hold what the views give, to the row."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline import schema, store, summaries
from tests.dashboard_archives import SAMPLES, ingested

_LATE = """ĐẢNG ỦY XÃ TÂN LƯƠNG
Số 07-BC/ĐU
Tân Lương, ngày 05 tháng 12 năm 2022

BÁO CÁO
kết quả công tác năm 2022
Đảng ủy quán triệt Quy định số 47-QĐ/TW ngày 01/11/2011 tới 9 chi bộ.
"""
"""A report that cites what had been replaced the year before: the samples have none."""


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The samples and one more, each table held under another name and the views made again."""
    folder = tmp_path_factory.mktemp("summaries")
    archive = Path(shutil.copytree(SAMPLES, folder / "kho"))
    (archive / "bao-cao-2022.txt").write_text(_LATE, encoding="utf-8")
    with duckdb.connect(str(ingested(folder, archive))) as db:
        for name in summaries.HELD:
            store.query(db, f"ALTER TABLE {name} RENAME TO {name}_held")
        for part in schema.ACROSS:
            for statement in schema.sql(part).split("CREATE ")[1:]:
                if statement.split()[1] in summaries.HELD:
                    store.query(db, f"CREATE {statement}")
        yield db


@pytest.mark.parametrize("name", summaries.HELD)
def test_held_table_has_the_columns_and_rows_of_its_view(
    name: str, both: duckdb.DuckDBPyConnection
) -> None:
    def rows(relation: str) -> list[tuple[object, ...]]:
        return store.query(both, f"FROM {relation} ORDER BY ALL")

    columns = [store.column_names(both, n) for n in (name, f"{name}_held")]
    assert columns[0] == columns[1]
    assert rows(name) == rows(f"{name}_held")


def test_held_table_keeps_its_meanings(both: duckdb.DuckDBPyConnection) -> None:
    sql = """SELECT column_name FROM duckdb_columns() WHERE comment IS NULL
        AND table_name = 'unit_terms_held'"""
    assert store.query(both, sql) == []


def test_samples_fill_what_is_held(both: duckdb.DuckDBPyConnection) -> None:
    filled = {n for n in summaries.HELD if store.query(both, f"FROM {n}_held LIMIT 1")}
    assert set(summaries.HELD) - filled == set()


def test_role_and_next_version_start_from_views(tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "new.duckdb")) as db:
        store.Version(db)
        views = {n for (n,) in store.query(db, "SELECT view_name FROM duckdb_views()")}
    assert set(summaries.HELD) <= views
