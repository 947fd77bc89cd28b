"""A task that kills, hangs or crashes its worker costs that task only."""

import os
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from pipeline.limits import Limits
from pipeline.parse import programs
from pipeline.pool import Lost, in_order, limit_memory


def worker() -> Callable[[str], str]:
    return _do


def _do(task: str) -> str:
    if task == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "hang":
        time.sleep(60)
    if task == "leave":
        os._exit(0)
    return task.upper()


def test_tasks_come_back_in_order_whatever_happens_to_some() -> None:
    tasks = ["a", "die", "b", "hang", "leave", *"cdefgh", "die"]
    limits = {"hang": 1.5}
    done = list(in_order(worker, ((t, limits.get(t, 30.0)) for t in tasks), workers=2))
    lost = {"die": Lost(None), "leave": Lost(None), "hang": Lost(1.5)}
    assert done == [(t, lost.get(t, t.upper())) for t in tasks]


def test_no_tasks_end_at_once() -> None:
    assert list(in_order(worker, [], workers=0)) == []


def caller() -> Callable[[str], str]:
    return _call


def _call(folder: str) -> str:
    """A task that hangs in a program, which has started another one."""
    tempfile.tempdir = folder
    with programs.scratch() as place:
        (place / "a.txt").write_text("x")
        programs.run("a.txt", ["sh", "-c", "sleep 60 & sleep 60"], place, Limits())
    return folder


def test_program_of_a_task_that_takes_too_long_ends_with_it_and_leaves_no_file(
    tmp_path: Path,
) -> None:
    done = list(in_order(caller, [(str(tmp_path), 2.0)], workers=1))
    assert done == [(str(tmp_path), Lost(2.0))]
    assert list(tmp_path.iterdir()) == []
    assert [p for p in Path("/proc").glob("[0-9]*") if _stands_in(p, tmp_path)] == []


def _stands_in(process: Path, folder: Path) -> bool:
    try:
        return str((process / "cwd").readlink()).startswith(str(folder))
    except OSError:
        return False


def hungry() -> Callable[[int], int]:
    limit_memory(512 * 2**20)
    return _fill


def _fill(size: int) -> int:
    try:
        return len(bytearray(size))
    except MemoryError:
        return 0


def test_worker_has_no_more_memory_than_allowed() -> None:
    sizes = [10, 600 * 2**20, 20]
    done = list(in_order(hungry, ((s, 30.0) for s in sizes), workers=1))
    assert [r for _, r in done] == [10, 0, 20]
