"""The command as people call it: help, exit codes, what goes where."""

import argparse
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from pipeline.commands import dashboard
from tests.archives import kiemdiem, make_archive, report, start

_COMMANDS = ("ingest", "extract", "dashboard", "export", "doctor")


def _cpu(call: list[str]) -> float:
    """Least CPU seconds of three calls."""
    times = []
    for _ in range(3):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def test_help_costs_at_most_twenty_bare_interpreters() -> None:
    bare = _cpu([sys.executable, "-c", "pass"])
    assert _cpu([sys.executable, "-m", "pipeline", "--help"]) <= 20 * bare


@pytest.mark.parametrize("command", _COMMANDS)
def test_help_of_each_command_teaches(command: str) -> None:
    said = kiemdiem(command, "--help")
    assert said.returncode == 0
    for part in (f"usage: kiemdiem {command}", f"\n  kiemdiem {command}", "examples:", "  0  "):
        assert part in said.stdout
    assert "exit codes:" in said.stdout


def test_help_names_every_command() -> None:
    said = kiemdiem("--help").stdout.split()
    assert [c for c in _COMMANDS if c not in said] == []


@pytest.mark.parametrize(
    ("arguments", "last"),
    [
        pytest.param((), "the following arguments are required: COMMAND", id="nothing"),
        pytest.param(("ingest",), "the following arguments are required: ARCHIVE", id="archive"),
        pytest.param(
            ("ingest", "x", "--workers", "0"),
            "argument --workers: 0 is not a whole number from 1 on",
            id="workers",
        ),
    ],
)
def test_wrong_call_says_what_is_wrong(arguments: tuple[str, ...], last: str) -> None:
    said = kiemdiem(*arguments)
    assert (said.returncode, said.stdout) == (2, "")
    assert said.stderr.endswith(f"error: {last}\n")


def test_extract_writes_the_document_then_its_records(tmp_path: Path) -> None:
    file = make_archive(tmp_path, {"a.txt": report(1)}) / "a.txt"
    said = kiemdiem("extract", file)
    rows = [json.loads(line) for line in said.stdout.splitlines()]
    assert (said.returncode, said.stderr, rows[0]["type"]) == (0, "", "document")
    assert {"quote", "start", "end", "page", "section", "rule", "confidence", "cases"} <= set(
        rows[1]
    )
    text = kiemdiem("extract", file, "--text").stdout
    assert {text[r["start"] : r["end"]] == r["quote"] for r in rows[1:]} == {True}


def test_extract_names_files_by_stem_and_by_name_where_stems_collide(tmp_path: Path) -> None:
    files = {"a/x.txt": report(1), "a/x.md": report(2), "y.txt": report(3)}
    make_archive(tmp_path, files)
    kiemdiem("extract", *(tmp_path / f for f in files), "--out", tmp_path / "out")
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "x.md.jsonl", "x.txt.jsonl", "y.jsonl",
    ]  # fmt: skip


def test_extract_refuses_two_files_of_one_name(tmp_path: Path) -> None:
    files = {"a/x.txt": report(1), "b/x.txt": report(2)}
    make_archive(tmp_path, files)
    said = kiemdiem("extract", *(tmp_path / f for f in files), "--out", tmp_path / "out")
    assert (said.returncode, said.stderr) == (
        2,
        "kiemdiem: x.txt.jsonl: two files would be written there; extract them into two folders.\n",
    )


def test_extract_goes_on_after_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    files = {"a.txt": "", "b.txt": report(2)}
    make_archive(tmp_path, files)
    said = kiemdiem("extract", *(tmp_path / f for f in files), "--out", tmp_path / "out")
    assert said.returncode == 3
    assert said.stderr.startswith("kiemdiem: a.txt ") and len(said.stderr.splitlines()) == 1
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["b.jsonl"]


def test_extract_of_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    said = kiemdiem("extract", tmp_path / "none.txt")
    assert (said.returncode, said.stdout, said.stderr) == (
        2, "", f"kiemdiem: {tmp_path}/none.txt: there is no such file; check the path.\n"
    )  # fmt: skip


def test_dashboard_without_a_database_says_how_to_make_one(tmp_path: Path) -> None:
    said = kiemdiem("dashboard", "--db", tmp_path / "none.duckdb")
    assert (said.returncode, said.stderr) == (
        2,
        f"kiemdiem: {tmp_path}/none.duckdb: there is no database; make one with: "
        f"kiemdiem ingest ARCHIVE --db {tmp_path}/none.duckdb\n",
    )


def test_dashboard_serves_until_ctrl_c(tmp_path: Path) -> None:
    db = tmp_path / "test.duckdb"
    kiemdiem("ingest", make_archive(tmp_path / "a", {"a.txt": report(1)}), "--db", db)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    running = start("dashboard", "--db", db, "--port", port, "--headless")
    try:
        assert _answers(f"http://127.0.0.1:{port}/_stcore/health", seconds=60)
        taken = kiemdiem("dashboard", "--db", db, "--port", port)
        assert (taken.returncode, taken.stderr) == (
            2, f"kiemdiem: port {port} cannot be used; name another with --port N.\n"
        )  # fmt: skip
    finally:
        running.send_signal(signal.SIGINT)
    assert running.wait(timeout=30) == 0


def _answers(url: str, seconds: float) -> bool:
    """Whether the address answers within the time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=1) as answer:
                return bool(answer.status == 200)
        except OSError:
            continue
    return False


def test_dashboard_listens_on_this_machine_only_and_sends_nothing_out() -> None:
    commands = argparse.ArgumentParser().add_subparsers()
    dashboard.add_parser(commands)
    host = commands.choices["dashboard"].parse_args([]).host
    call = dashboard.command(host, 8600, headless=True, auth=None)
    assert call[1:4] == ["-m", "streamlit", "run"] and call[4].endswith("dashboards/app.py")
    assert call[5:] == [
        "--server.address=127.0.0.1",
        "--server.port=8600",
        "--server.headless=true",
        "--server.showEmailPrompt=false",
        "--browser.gatherUsageStats=false",
        "--logger.hideWelcomeMessage=true",
    ]


def test_file_beyond_a_limit_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    os.truncate(tmp_path / "a.txt", 201 * 2**20)
    done = kiemdiem("extract", tmp_path / "a.txt")
    assert (done.returncode, done.stdout, done.stderr) == (
        3,
        "",
        "kiemdiem: a.txt: is or unpacks to more than 200 MB; save it again without its pictures "
        "or allow more with --size-limit.\n",
    )
