"""Processes that each hold one task at a time: one that dies or hangs costs that task alone.

`ProcessPoolExecutor` cannot say which task killed a worker, nor stop one that hangs.
"""

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 32
"""Results a worker may run ahead of the oldest that is still worked on; bounds the memory."""

_GRACE = 1.0
"""Seconds that a worker has to end by itself; one deep in a C library cannot."""

_SPAWN = multiprocessing.get_context("spawn")  # fork would copy the threads of DuckDB half-way


@dataclass(frozen=True, slots=True)
class Lost:
    """A task without a result: its worker died, or took longer than the limit and was ended."""

    seconds: float | None
    """The limit that was passed; None where the worker died."""


def in_order(
    work: Callable[[], Callable[[Task], Result]],
    tasks: Iterable[tuple[Task, float]],
    workers: int,
) -> Iterator[tuple[Task, Result | Lost]]:
    """Each task with its result, in the order given; a task comes with its limit in seconds.

    `work` is called once in each worker and gives the function that does a task; it stands at the
    top of a module, where a new process can find it.
    """
    pool: _Pool[Task, Result] = _Pool(work, max(workers, 1))
    try:
        yield from pool.run(iter(tasks))
    finally:
        pool.close()


class _Held(Generic[Task, Result]):
    """A task given out, and its result once there."""

    def __init__(self, task: Task, limit: float) -> None:
        self.task = task
        self.limit = limit
        self.result: Result | Lost | None = None


class _Worker(Generic[Task, Result]):
    """A process, the line to it, and the task it is at."""

    def __init__(self, work: Callable[[], Callable[[Task], Result]]) -> None:
        self.line, theirs = _SPAWN.Pipe()
        self.process: BaseProcess = _SPAWN.Process(target=_serve, args=(theirs, work), daemon=True)
        self.process.start()
        theirs.close()
        self.held: _Held[Task, Result] | None = None
        self.deadline = 0.0

    def give(self, held: _Held[Task, Result]) -> None:
        self.held = held
        self.deadline = time.monotonic() + held.limit
        self.line.send(held.task)

    def take(self) -> None:
        """Move the answer that is ready, or the fact that there is none, to the held task."""
        assert self.held is not None
        self.held.result = self.line.recv()
        self.held = None

    def lose(self, lost: Lost) -> None:
        if self.held is not None:
            self.held.result = lost
        self.end()

    def end(self) -> None:
        """Ask it to end, so that it ends the program it may have called; else end it by force."""
        self.process.terminate()
        self.process.join(_GRACE)
        self.process.kill()
        self.process.join()
        self.line.close()


class _Pool(Generic[Task, Result]):
    def __init__(self, work: Callable[[], Callable[[Task], Result]], workers: int) -> None:
        self.work = work
        self.size = workers
        self.workers: list[_Worker[Task, Result]] = []
        self.held: deque[_Held[Task, Result]] = deque()

    def run(self, tasks: Iterator[tuple[Task, float]]) -> Iterator[tuple[Task, Result | Lost]]:
        more = True
        while more or self.held:
            while more and len(self.held) < _AHEAD * self.size and self._free():
                more = self._give(next(tasks, None))
            while self.held and self.held[0].result is not None:
                done = self.held.popleft()
                assert done.result is not None
                yield done.task, done.result
            self._collect()

    def close(self) -> None:
        for worker in self.workers:
            worker.end()

    def _free(self) -> bool:
        return len(self.workers) < self.size or any(w.held is None for w in self.workers)

    def _give(self, given: tuple[Task, float] | None) -> bool:
        """Hand a task to a free worker, a new one where all are at work; whether there was one."""
        if given is None:
            return False
        held: _Held[Task, Result] = _Held(*given)
        self.held.append(held)
        free = next((w for w in self.workers if w.held is None and w.process.is_alive()), None)
        if free is None:
            self.workers = [w for w in self.workers if w.held is not None]
            free = _Worker(self.work)
            self.workers.append(free)
        try:
            free.give(held)
        except ConnectionError:
            self._drop(free, Lost(None))
        return True

    def _collect(self) -> None:
        """Wait for the next answer, death or deadline of a worker."""
        busy = {w.line: w for w in self.workers if w.held is not None}
        if not busy:
            return
        until = min(w.deadline for w in busy.values())
        for line in wait(list(busy), max(0.0, until - time.monotonic())):
            assert isinstance(line, Connection)
            self._answer(busy[line])
        for worker in [w for w in self.workers if w.held and w.deadline <= time.monotonic()]:
            self._drop(worker, Lost(worker.held.limit if worker.held else None))

    def _answer(self, worker: _Worker[Task, Result]) -> None:
        try:
            worker.take()
        except (EOFError, ConnectionError):
            self._drop(worker, Lost(None))

    def _drop(self, worker: _Worker[Task, Result], lost: Lost) -> None:
        worker.lose(lost)
        self.workers.remove(worker)


def limit_memory(size: int) -> None:
    """Let this process have so many bytes of address space, where the system can tell it so."""
    try:
        import resource
    except ImportError:
        return  # Windows
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    if hard != resource.RLIM_INFINITY:
        size = min(size, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (size, hard))
    except (ValueError, OSError):
        return  # macOS refuses


def _serve(line: Connection, work: Callable[[], Callable[[Task], Result]]) -> None:
    """Do tasks until the other end is gone; Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    os.umask(0o077)
    do = work()
    while True:
        try:
            line.send(do(line.recv()))
        except (EOFError, ConnectionError):
            return
