"""Archives made for the tests, and the command run on them."""

import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb

_ROOT = Path(__file__).parent.parent
NOBODY = 65534


def report(number: int) -> str:
    """The text of an invented report; each number another unit."""
    return (
        f"BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Hòa Mẫu {number}\n\nI. Tình hình chung\n\n"
        f"Đảng bộ có {number + 100} đảng viên, sinh hoạt ở 7 chi bộ.\n\nII. Hạn chế\n\n"
        "1. Công tác kiểm tra có lúc chưa thường xuyên.\n\n"
        "2. Một số chi ủy còn lúng túng khi cụ thể hóa Chỉ thị số 05-CT/TW.\n"
    )


def make_archive(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def kiemdiem(*arguments: object, **options: Any) -> "subprocess.CompletedProcess[str]":
    """The command in a process of its own, with its exit code and what it said."""
    return subprocess.run(call(*arguments), capture_output=True, text=True, cwd=_ROOT, **options)


def call(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "pipeline", *map(str, arguments)]


def start(*arguments: object) -> "subprocess.Popen[bytes]":
    """The command started, at the head of a process group of its own, as from a terminal.

    Ctrl-C reaches it even where the tests themselves run in the background, which ignores it.
    """
    return subprocess.Popen(
        call(*arguments),
        cwd=_ROOT,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def ask(db: Path, sql: str) -> list[tuple[Any, ...]]:
    """What a reader gets who opens the path plainly."""
    with duckdb.connect(str(db), read_only=True) as connection:
        return connection.execute(sql).fetchall()


_WITHOUT_RIGHTS = f"""
import os, sys, tqdm
from pipeline import archive, cli  # while Python's own files can still be read
if os.geteuid() == 0:
    os.setgid({NOBODY})
    os.setuid({NOBODY})
sys.exit(cli.main(sys.argv[1:]))
"""


def kiemdiem_without_rights(*arguments: object) -> "subprocess.CompletedProcess[str]":
    """The command as a user that may not do everything, where the tests run as root."""
    call = [sys.executable, "-c", _WITHOUT_RIGHTS, *map(str, arguments)]
    return subprocess.run(call, capture_output=True, text=True, cwd=_ROOT)
