"""The doctor says what is there, what is missing, and the command that mends it."""

from pathlib import Path

import pytest

from pipeline.doctor import Finding, examine
from tests.archives import kiemdiem, make_archive, report


def _state_of_database(db: Path) -> Finding:
    return next(f for f in examine(db) if f.name == "database")


def test_everything_needed_is_there() -> None:
    said = kiemdiem("doctor", "--db", "none.duckdb")
    assert said.returncode == 0
    _, _, mends = said.stdout.partition("To mend it:\n")
    assert mends.splitlines()[-1] == "  kiemdiem ingest ARCHIVE --db none.duckdb"


def test_every_declared_package_is_looked_at(tmp_path: Path) -> None:
    names = {f.name for f in examine(tmp_path / "none.duckdb")}
    assert {"python", "package duckdb", "package streamlit", "reader pdf", "database"} <= names


def test_missing_program_is_named_with_what_is_lost_and_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = [f for f in examine(tmp_path / "none.duckdb") if f.name == "program antiword"]
    assert found == [
        Finding(
            "program antiword",
            "missing: DOC is read by soffice, or not at all",
            "apt-get install -y antiword",
            needed=False,
        )
    ]


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
