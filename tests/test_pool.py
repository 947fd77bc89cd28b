"""A task that kills, hangs or crashes its worker costs that task only."""

import os
import signal
import time
from collections.abc import Callable

from pipeline.pool import Lost, in_order


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
