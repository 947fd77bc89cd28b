"""A run that dies, readers that stay, and two runs at a time."""

import os
import random
import resource
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipeline import interrupts
from tests.archives import ask, kiemdiem, make_archive, report, start

_ANSWER = "SELECT path, hash, status FROM documents ORDER BY path"


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "warehouse" / "test.duckdb"


def test_kill_at_ten_random_moments_leaves_the_last_good_version(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"0.txt": report(0)})
    assert kiemdiem("ingest", archive, "--db", db).returncode == 0
    before = ask(db, _ANSWER)
    make_archive(archive, {f"{i}.txt": report(i) * 20 for i in range(1, 40)})
    began = time.monotonic()
    assert kiemdiem("ingest", archive, "--db", db.with_name("other.duckdb")).returncode == 0
    whole = time.monotonic() - began
    moments = random.Random(7)
    for _ in range(10):
        running = start("ingest", archive, "--db", db)
        try:
            running.wait(moments.uniform(0.0, 0.9 * whole))
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        answer = ask(db, _ANSWER)
        assert answer == before or len(answer) == 40
    assert kiemdiem("ingest", archive, "--db", db).returncode == 0
    assert len(ask(db, _ANSWER)) == 40
    assert len(list(db.parent.glob("test.duckdb.*.duckdb*"))) == 1, "dead runs are cleared"


def test_open_reader_keeps_its_version_and_a_new_one_sees_the_new(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"0.txt": report(0)})
    kiemdiem("ingest", archive, "--db", db)
    with duckdb.connect(str(db.resolve()), read_only=True) as reader:
        make_archive(archive, {"1.txt": report(1)})
        assert kiemdiem("ingest", archive, "--db", db).returncode == 0
        old = reader.execute("SELECT count(*) FROM documents JOIN texts USING (document_id)")
        assert old.fetchall() == [(1,)]
        with duckdb.connect(str(db.resolve()), read_only=True) as new:
            assert new.execute("SELECT count(*) FROM documents").fetchall() == [(2,)]
        assert len(list(db.parent.glob("test.duckdb.*.duckdb"))) == 2, "held versions stay"
    kiemdiem("ingest", archive, "--db", db)
    assert len(list(db.parent.glob("test.duckdb.*.duckdb"))) == 1


def test_interrupt_ends_quietly_and_leaves_the_last_good_version(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"0.txt": report(0)})
    kiemdiem("ingest", archive, "--db", db)
    make_archive(archive, {f"{i}.txt": report(i) * 40 for i in range(1, 200)})
    running = start("ingest", archive, "--db", db)
    while len(list(db.parent.glob("test.duckdb.*.duckdb"))) < 2 and running.poll() is None:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    assert running.wait(timeout=30) == 130
    assert len(ask(db, _ANSWER)) == 1
    assert len(list(db.parent.glob("test.duckdb.*.duckdb*"))) == 1


def test_second_run_at_the_same_time_is_told_to_wait(tmp_path: Path, db: Path) -> None:
    from pipeline import publish

    archive = make_archive(tmp_path / "a", {"0.txt": report(0)})
    with publish.only_writer(db):
        said = kiemdiem("ingest", archive, "--db", db)
    assert (said.returncode, said.stderr) == (
        4,
        f"kiemdiem: {db}: another ingest is writing this database; wait until it is done, "
        "then run again.\n",
    )


def test_full_disk_is_said_and_leaves_the_last_good_version(tmp_path: Path, db: Path) -> None:
    archive = make_archive(tmp_path / "a", {"0.txt": report(0)})
    kiemdiem("ingest", archive, "--db", db)
    make_archive(archive, {"1.txt": report(1)})

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))

    said = kiemdiem("ingest", archive, "--db", db, preexec_fn=no_room)
    assert said.returncode == 4 and len(said.stderr.splitlines()) == 1
    assert said.stderr.startswith(f"kiemdiem: {db}: cannot be written (")
    assert said.stderr.endswith("make room there or name another place with --db FILE.\n")
    assert len(ask(db, _ANSWER)) == 1
    assert len(list(db.parent.glob("test.duckdb.*.duckdb*"))) == 1


def test_temporary_files_of_a_killed_run_are_cleared_by_the_next(tmp_path: Path, db: Path) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    scratch = tmp_path / "tmp"
    for process in (dead.pid, os.getpid()):
        make_archive(scratch / f"kiemdiem-run-{process}-x", {"a.doc": "x"})
    archive = make_archive(tmp_path / "a", {"0.txt": report(0)})
    env = {**os.environ, "TMPDIR": str(scratch)}
    assert kiemdiem("ingest", archive, "--db", db, env=env).returncode == 0
    assert [p.name for p in scratch.iterdir()] == [f"kiemdiem-run-{os.getpid()}-x"]


@pytest.fixture
def foreground() -> Iterator[None]:
    """Ctrl-C as a terminal's program has it, wherever the tests run."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("foreground")
@pytest.mark.parametrize(
    "swallow", [RuntimeError("Query interrupted"), None], ids=["turned", "lost"]
)
def test_interrupt_that_a_library_swallows_is_heard_all_the_same(
    swallow: RuntimeError | None,
) -> None:
    with pytest.raises(KeyboardInterrupt), interrupts.heard() as check:
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            if swallow:
                raise swallow from error
        check()


@pytest.mark.usefixtures("foreground")
def test_error_without_an_interrupt_stays_what_it_is() -> None:
    with pytest.raises(ValueError, match="own"), interrupts.heard():
        raise ValueError("own")
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@pytest.mark.usefixtures("foreground")
def test_signal_that_a_background_job_ignores_stays_ignored() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interrupts.heard() as check:
        signal.raise_signal(signal.SIGINT)
        check()
