"""The doctor says what is there, what is missing, and the command that mends it."""

from pathlib import Path

from pipeline.doctor import Finding, examine
from tests.archives import kiemdiem, make_archive, report


def _state_of_database(db: Path) -> Finding:
    return next(f for f in examine(db) if f.name == "database")


def test_everything_needed_is_there() -> None:
    said = kiemdiem("doctor", "--db", "none.duckdb")
    assert said.returncode == 0
    assert said.stdout.endswith("To mend it:\n  kiemdiem ingest ARCHIVE --db none.duckdb\n")


def test_every_declared_package_is_looked_at(tmp_path: Path) -> None:
    names = {f.name for f in examine(tmp_path / "none.duckdb")}
    assert {"python", "package duckdb", "package streamlit", "reader pdf", "database"} <= names


def test_database_is_looked_into(tmp_path: Path) -> None:
    db = tmp_path / "test.duckdb"
    kiemdiem("ingest", make_archive(tmp_path / "a", {"a.txt": report(1)}), "--db", db)
    found = _state_of_database(db)
    assert found.mend is None and found.state.startswith(f"{db}: 1 documents, last run ")


def test_damaged_database_is_said_with_the_command_that_moves_it_away(tmp_path: Path) -> None:
    db = make_archive(tmp_path, {"test.duckdb": "no database"}) / "test.duckdb"
    assert _state_of_database(db) == Finding(
        "database", f"{db} cannot be read", f"mv {db} {db}.damaged"
    )
