"""Has a process of its own run a statement, and ends it where it takes too long."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa

from pipeline.console.check import Refused
from pipeline.console.process import FAILED

_START = 15.0
"""Seconds that the process may take beside the statement: to start and to hand over its answer."""

_AT_ONCE = threading.BoundedSemaphore(2)
"""Statements that run at a time, of all sessions; others wait."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a statement may take: seconds, bytes of memory, rows and bytes of its answer."""

    seconds: float = 10.0
    memory: int = 1 << 30
    rows: int = 10_000
    bytes: int = 64 << 20


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows, and whether there were more than may be shown."""

    rows: pa.Table
    cut: bool


def ask(file: Path, sql: str, tables: Sequence[str], limits: Limits | None = None) -> Answer:
    """The answer to one SELECT over `tables` of a database; Refused where it is not given."""
    limits = limits or Limits()
    told = json.dumps(
        {"file": str(file), "sql": sql, "tables": list(tables), **asdict(limits)}
    ).encode()
    with _AT_ONCE:
        done = _run(told, limits.seconds + _START)
    if done.returncode == FAILED:
        why = json.loads(done.stderr)
        raise Refused(why["code"], why["detail"])
    if done.returncode:
        # Ended by the system, or by itself for want of memory.
        raise Refused("memory" if done.returncode < 0 else "broken")
    rows = pa.ipc.open_stream(done.stdout).read_all()
    cut = rows.schema.metadata.get(b"cut") == b"True"
    return Answer(rows[: limits.rows], cut)


def _run(told: bytes, seconds: float) -> "subprocess.CompletedProcess[bytes]":
    """The process at its end; of our surroundings it gets what a program needs to start."""
    needed = {n: os.environ[n] for n in ("PATH", "SYSTEMROOT", "TMPDIR") if n in os.environ}
    call = [sys.executable, "-m", "pipeline.console.process"]
    root = Path(__file__).resolve().parent.parent.parent
    try:
        return subprocess.run(
            call, input=told, capture_output=True, timeout=seconds, cwd=root, env=needed
        )
    except subprocess.TimeoutExpired as late:
        raise Refused("time") from late
