"""A thousand documents take no more memory than a hundred."""

from collections.abc import Callable
from pathlib import Path
from statistics import median

import pytest

from pipeline import pool, reference
from pipeline.run import process
from pipeline.sources import Source
from tests.archives import report
from tests.documents import make_doc
from tests.test_twins import as_sheet
from tests.writers import docx, html, pdf

_DOCUMENTS = 1000
_WORKER, _MAIN = 12, 12
"""Megabytes by which a process may grow while the last 800 are read: what Python leaves unused."""


@pytest.mark.slow
def test_memory_stays_flat_over_a_thousand_documents() -> None:
    tasks = ((task, 60.0) for task in map(_task, range(_DOCUMENTS)))
    worker, main = [], []
    for _, result in pool.in_order(_reading, tasks, 1):
        assert not isinstance(result, pool.Lost)
        status, used = result
        assert status == "ok"
        worker.append(used)
        main.append(_used())
    for sizes, most in ((worker, _WORKER), (main, _MAIN)):
        early, late = median(sizes[150:250]), median(sizes[-100:])
        assert late - early < most, (early, late)


def _task(number: int) -> tuple[str, bytes]:
    """An invented report, each another, in four formats by turns."""
    text = report(number)
    sheet = as_sheet(make_doc(text))
    writer = (lambda s: text.encode(), docx, html, pdf)[number % 4]
    return ("txt", "docx", "html", "pdf")[number % 4], writer(sheet)


def _reading() -> Callable[[tuple[str, bytes]], tuple[str, int]]:
    words = reference.load()

    def read(task: tuple[str, bytes]) -> tuple[str, int]:
        form, data = task
        return process(Source("0" * 16, f"a.{form}", form, data), words).status, _used()

    return read


def _used() -> int:
    """Megabytes of memory that this process has."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024
