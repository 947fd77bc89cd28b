"""The README names every command and option, and its commands run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import _parser

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
VIETNAMESE = (ROOT / "README.vi.md").read_text(encoding="utf-8")


def _commands() -> dict[str, set[str]]:
    """Each command with its long options."""
    (actions,) = (a for a in _parser()._actions if a.choices)
    assert isinstance(actions.choices, dict)
    return {
        name: {o for a in parser._actions for o in a.option_strings if o.startswith("--")}
        for name, parser in actions.choices.items()
    }


@pytest.mark.parametrize("text", [README, VIETNAMESE], ids=["en", "vi"])
def test_both_readmes_name_every_command(text: str) -> None:
    missing = [name for name in _commands() if f"kiemdiem {name}" not in text]
    assert missing == []


def test_readme_names_every_option() -> None:
    options = {o for found in _commands().values() for o in found} - {"--help"}
    assert sorted(o for o in options if o not in README) == []


def test_files_and_folders_that_the_readme_names_exist() -> None:
    named = re.findall(
        r"`((?:pipeline|extractors|data|dashboards|notebooks|docs|tests)/[\w./]*)`", README
    )
    assert [n for n in named if not (ROOT / n).exists()] == []


def test_query_of_the_readme_answers(tmp_path: Path) -> None:
    import duckdb

    db = tmp_path / "x.duckdb"
    command = [sys.executable, "-m", "pipeline", "ingest", ROOT / "data" / "samples", "--db", db]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    for sql in re.findall(r'db\.sql\(\s*"([^"]+)"', README):
        with duckdb.connect(str(db), read_only=True) as connection:
            assert connection.execute(sql).fetchall()
