"""Twenty people click while an ingest runs: no page fails, and none mixes two versions."""

import os
import re
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from urllib.request import urlopen

import pytest

from dashboards.labels import label
from tests.archives import call, kiemdiem, make_archive, report
from tests.sessions import Shown, session

_READERS = 20
_SWAPS = 3
_FIRST = 4
"""Reports of the first version; each swap brings one more."""

_FAILED = "Trang này gặp lỗi"
_CARD = re.compile(r'kd-card"><b>(?:<a [^>]*>)?([\d.]+)(?:</a>)?</b><span>([^<]+)')
_ROW = re.compile(r'<tr><th scope="row"[^>]*>(.*?)</tr>')
_NUMBER = re.compile(r'<td class="n">(\d+)</td>')


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, Path, int]]:
    """An archive, its database, and the port at which it is served."""
    archive, db = tmp_path / "kho", tmp_path / "kho.duckdb"
    _grow(archive, db, _FIRST)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        call("dashboard", "--db", db, "--port", port, "--headless"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
        yield archive, db, port
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_readers_meet_no_error_and_no_torn_page_while_versions_swap(
    served: tuple[Path, Path, int],
) -> None:
    archive, db, port = served
    done = threading.Event()
    with ThreadPoolExecutor(_READERS) as readers:
        clicking = [readers.submit(_click, port, i, done) for i in range(_READERS)]
        try:
            for swap in range(1, _SWAPS + 1):
                _grow(archive, db, _FIRST + swap)
        finally:
            done.set()
        pages = [page for reader in clicking for page in reader.result()]
    assert [c for _, shown in pages for c in shown.complaints] == []
    assert [name for name, shown in pages if _FAILED in shown.html] == []
    told = [(name, _reports(name, shown.html)) for name, shown in pages]
    assert [(name, numbers) for name, numbers in told if len(numbers) != 1] == []
    seen = {number for _, numbers in told for number in numbers}
    assert {_FIRST, _FIRST + _SWAPS} <= seen <= set(range(_FIRST, _FIRST + _SWAPS + 1))


def _click(port: int, first: int, done: threading.Event) -> list[tuple[str, Shown]]:
    """Pages opened one after the other until all is done, and one more on the last version."""
    found: list[tuple[str, Shown]] = []
    with session(port) as reader:
        for name in islice(cycle(_PAGES), first, None):
            last = done.is_set()
            found.append((name, reader.open(**_PAGES[name])))
            if last:
                break
    return found


_PAGES = {
    "overview": {"trang": "tong-quan"},
    "documents": {"trang": "tai-lieu"},
    "records": {"trang": "ban-ghi", "loai": "shortcoming"},
    "citations": {"trang": "vien-dan"},
    "search": {"trang": "tim-kiem", "tim": "chưa thường xuyên"},
    "recurring": {"trang": "lap-lai", "xep": "members"},
}


def _reports(page: str, html: str) -> set[int]:
    """How many reports each figure of a page speaks of: one number where it is of one version."""
    if page == "documents":
        return {len(_ROW.findall(html))}
    if page == "records":
        (total,) = re.findall(r"<b>(\d+) bản ghi</b>", html)
        return {int(total) // 2, html.count('class="kd-group"'), html.count("<blockquote") // 2}
    if page == "citations":
        (row,) = (row for row in _ROW.findall(html) if ">05-CT/TW<" in row)
        return set(map(int, _NUMBER.findall(row)))
    if page == "search":
        (total,) = re.findall(r"<b>(\d+) câu</b>", html)
        return {int(total), html.count("<blockquote")}
    if page == "recurring":
        numbers = [_NUMBER.findall(row) for row in _ROW.findall(html)[:2]]
        return {int(n) for _, units, members, *_ in numbers for n in (units, members)}
    cards = {name: int(number) for number, name in _CARD.findall(html)}
    (in_terms,) = re.findall(
        r'scope="row">chưa rõ</th><td class="n">(\d+)</td><td class="n">(\d+)', html
    )
    return {cards["Văn bản"], cards[label("metrics", "shortcomings")] // 2, *map(int, in_terms)}


def _grow(archive: Path, db: Path, reports: int) -> None:
    """Publish a version of so many reports, each with two shortcomings."""
    make_archive(archive, {f"bao-cao-{n}.txt": report(n) for n in range(reports)})
    done = kiemdiem("ingest", archive, "--db", db, "--workers", 1)
    assert done.returncode == 0, done.stderr


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")
