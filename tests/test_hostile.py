"""One run over everything that is broken or means harm, together with ten good files."""

import ctypes
import os
import resource
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.archives import ask, call
from tests.hostile import Bad, lay

_ROOT = Path(__file__).parent.parent
_SECONDS = 240
"""An idle machine with two cores takes about 30."""
_MEMORY = 2048 * 2**10  # kilobytes
_MARK = "KIEMDIEM_HOSTILE"


@dataclass(frozen=True, slots=True)
class Run:
    """What came of the run."""

    files: dict[str, Bad]
    code: int
    said: str
    seconds: float
    memory: int
    left_files: list[str]
    left_processes: list[int]
    status: dict[str, str]
    aliases: dict[str, str]
    issues: dict[str, list[tuple[str, str]]]
    texts: str


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    root = tmp_path_factory.mktemp("hostile")
    archive, scratch, db = root / "archive", root / "tmp", root / "db" / "x.duckdb"
    archive.mkdir()
    scratch.mkdir()
    files = lay(archive)
    began = time.monotonic()
    done = subprocess.run(
        call("ingest", archive, "--db", db, "--time-limit", 20, "--workers", 2),
        cwd=_ROOT,
        env={**os.environ, "TMPDIR": str(scratch), _MARK: str(root)},
        capture_output=True,
        text=True,
        preexec_fn=_without_rights,
        timeout=300,
    )
    seconds = time.monotonic() - began
    (archive / "odd" / "shut").chmod(0o700)  # so that pytest may clear it
    documents = ask(db, "SELECT path, status, aliases FROM documents")
    issues: dict[str, list[tuple[str, str]]] = {}
    for path, code, message in ask(
        db, "SELECT path, code, message FROM issues JOIN documents USING (document_id)"
    ):
        issues.setdefault(path, []).append((code, message))
    yield Run(
        files=files,
        code=done.returncode,
        said=done.stdout + done.stderr,
        seconds=seconds,
        memory=resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
        left_files=[str(p) for p in scratch.rglob("*")],
        left_processes=list(_marked(str(root))),
        status={path: status for path, status, _ in documents},
        aliases={a: path for path, _, aliases in documents for a in aliases},
        issues=issues,
        texts="\n".join(t for (t,) in ask(db, "SELECT text FROM texts")),
    )


def _without_rights() -> None:
    """Take from root what lets it read what is shut, for this process and all that it starts."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


def _marked(mark: str) -> Iterator[int]:
    """The processes that the run started and that are still there."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
        except OSError:
            continue
        if f"{_MARK}={mark}".encode() in environment:
            yield int(folder.name)


@pytest.mark.slow
@pytest.mark.xdist_group("hostile")
class TestHostile:
    """One run, looked at from every side."""

    def test_ends_with_the_code_of_a_run_that_lost_documents(self, run: Run) -> None:
        assert len(run.files) >= 80
        assert run.code == 3, run.said[-3000:]

    def test_loads_the_good_ones(self, run: Run) -> None:
        assert [run.status[f"good_{i}.txt"] for i in range(10)] == ["ok"] * 10
        assert "odd/twin.txt" in run.aliases

    def test_each_file_is_accounted_for(self, run: Run) -> None:
        known = {*run.status, *run.aliases}
        assert [
            n for n in run.files if not any(k == n or k.startswith(f"{n}/") for k in known)
        ] == []

    def test_each_harmful_file_bears_an_issue_of_its_kind(self, run: Run) -> None:
        wrong = {}
        for name, file in run.files.items():
            place = run.aliases.get(name, name)
            own = {k: v for k, v in run.issues.items() if k == place or k.startswith(f"{place}/")}
            codes = {code for found in own.values() for code, _ in found}
            if file.codes and not codes & file.codes:
                wrong[name] = codes
        assert wrong == {}

    def test_no_issue_is_a_bug_and_each_says_what_to_do(self, run: Run) -> None:
        found = [(p, c, m) for p, own in run.issues.items() for c, m in own]
        assert [f for f in found if f[1] == "bug"] == []
        assert [f for f in found if f[1] in ("crashed", "too_slow") and "trap" in f[0]] == []
        failed = {p for p, s in run.status.items() if s == "failed"}
        mute = [m for p, _, m in found if p in failed and not m.rstrip(".").count(" ") > 3]
        assert mute == []

    def test_nothing_from_outside_the_archive_was_read(self, run: Run) -> None:
        assert "root:" not in run.texts

    def test_time_and_memory_are_bounded(self, run: Run) -> None:
        assert run.seconds < _SECONDS
        assert run.memory < _MEMORY

    def test_nothing_is_left_behind(self, run: Run) -> None:
        assert (run.left_files, run.left_processes) == ([], [])
