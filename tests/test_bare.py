"""The pinned run-time packages alone are enough to read an archive."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
REPORT = "BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ Sở Nông vụ có 12 chi bộ, 340 đảng viên.\n"


@pytest.mark.slow
def test_bare_environment_without_the_development_tools_runs_an_ingest(tmp_path: Path) -> None:
    place = tmp_path / "venv"
    venv.create(place, with_pip=True)
    python = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    _pip(python, "--require-hashes", "-r", str(ROOT / "requirements" / "run.txt"))
    archive, db = tmp_path / "archive", tmp_path / "x.duckdb"
    archive.mkdir()
    (archive / "a.txt").write_text(REPORT, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [python, "-m", "pipeline", "ingest", archive, "--db", db]
    done = subprocess.run(
        command, env=env, capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "1 documents: 1 read" in done.stdout
    bare = subprocess.run([python, "-c", "import pytest"], capture_output=True, check=False)
    assert bare.returncode != 0 and sys.executable != str(python)


def _pip(python: Path, *arguments: str) -> None:
    command = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, capture_output=True)
