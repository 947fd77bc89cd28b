"""How fast the dashboard is over 100,000 documents and five million records (`make bench`).

Every figure of a page is taken beside one of the same run: the first paint of a view over that of
a Streamlit page with one empty chart, a changed filter over a rerun of a page that asks nothing.
"""

import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import duckdb
from playwright.sync_api import Browser, Page, sync_playwright

from dashboards import addresses, data
from pipeline import reference
from pipeline.commands import dashboard
from pipeline.search.query import Narrow, search
from pipeline.search.words import Abbreviations, query
from tests import dashboard_scale
from tests.archives import call
from tests.sessions import session

_PLAIN = """import altair, pandas, streamlit
streamlit.title("x")
streamlit.altair_chart(altair.Chart(pandas.DataFrame({"x": [], "y": []})).mark_bar().encode(
    x="x:Q", y="y:Q"))
"""
_PAINTED = {
    addresses.OVERVIEW: ".kd-cards", addresses.COMPARE: ".kd-table",
    addresses.RECURRING: ".kd-table", addresses.INDICATORS: ".kd-table",
    addresses.OVERSIGHT: ".kd-table", addresses.CITATIONS: ".kd-table",
    addresses.CHECKS: ".kd-lead", addresses.SEARCH: ".kd-chips", addresses.READER: ".kd-table",
    addresses.RECORDS: ".kd-lead", addresses.CONSOLE: ".kd-chips", addresses.BRIEF: ".kd-muted",
    addresses.HELP: ".kd-text",
}  # fmt: skip
"""View -> what a person first sees of use on it."""

_FILTERED = tuple(
    p for p in _PAINTED if p not in (addresses.CONSOLE, addresses.HELP, addresses.OVERVIEW)
)
_TYPED = (
    "kiểm tra", "ky luat dang vien", "chưa thường xuyên kiểm tra", "chi bộ", "BCH", "giám sát",
    "trach nhiem nguoi dung dau", "hạn chế", "đảng viên", "nêu gương", "bương khao",
)  # fmt: skip
_CHANGES = 20
_PAINTS = 3


def main(documents: int = 100_000) -> None:
    """Make the database, print the table, remove the database."""
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "kho.duckdb"
        start = time.perf_counter()
        dashboard_scale.fill(db, documents)
        records = documents * dashboard_scale.RECORDS
        print(
            f"dashboard over {documents:,} documents, {records:,} records: {db.stat().st_size:,} "
            f"bytes, made in {time.perf_counter() - start:.0f} s"
        )
        with duckdb.connect(str(db), read_only=True) as connection:
            units, terms = data.units(connection), data.terms(connection)
            print(f"search in SQL, p95       {_searching(connection, units, terms):>8.3f} s (0.1)")
        plain = Path(folder) / "plain.py"
        plain.write_text(_PLAIN, encoding="utf-8")
        with _served(call("dashboard", "--db", db, "--port", "{port}", "--headless")) as port:
            with _served(_streamlit(plain)) as plain_port, _browser() as browser:
                _painting(browser, port, plain_port)
            _filtering(port, units, terms)


def _searching(db: duckdb.DuckDBPyConnection, units: Sequence[str], terms: Sequence[str]) -> float:
    short = Abbreviations.of(reference.load())
    narrows = (Narrow(), Narrow(unit=units[3]), Narrow(term=terms[1]), Narrow(type="shortcoming"))
    asked = [(query(typed, short), narrow) for typed in _TYPED for narrow in narrows]
    return _p95([_seconds(lambda w=w, n=n: search(db, w, n)) for w, n in asked])  # type: ignore[misc]


def _painting(browser: Browser, port: int, plain: int) -> None:
    """Print the first paint of every view, over that of the plain page, the median of some."""
    _paint(browser, plain, {}, "canvas, .stVegaLiteChart svg")  # the first reader warms both
    _paint(browser, port, {}, ".kd-cards")
    empty = _median_paint(browser, plain, {}, "canvas, .stVegaLiteChart svg")
    print(f"a page of one empty chart{empty:>8.2f} s; first paint over it (at most 1.5 s):")
    for name, seen in _PAINTED.items():
        whole = _median_paint(browser, port, {addresses.PAGE: name}, f"[data-testid=stMain] {seen}")
        print(f"  {name:<22} {whole - empty:>8.2f} s")


def _median_paint(browser: Browser, port: int, address: dict[str, str], seen: str) -> float:
    return statistics.median(_paint(browser, port, address, seen) for _ in range(_PAINTS))


def _paint(browser: Browser, port: int, address: dict[str, str], seen: str) -> float:
    page: Page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(120_000)
    start = time.perf_counter()
    page.goto(f"http://127.0.0.1:{port}/?{urlencode(address)}")
    page.locator(seen).locator("visible=true").first.wait_for()
    found = time.perf_counter() - start
    page.close()
    return found


def _filtering(port: int, units: Sequence[str], terms: Sequence[str]) -> None:
    """Print how long views take to answer twenty changes of unit and term, over a bare rerun."""
    with session(port) as reader:
        rerun = {addresses.PAGE: addresses.SEARCH}
        bare = statistics.median(_seconds(lambda: reader.open(**rerun)) for _ in range(5))
        print(f"a rerun {bare:.2f} s; twenty filters over it, p95 (at most 1 s):")
        for name in _FILTERED:
            reader.open(**{addresses.PAGE: name})
            taken = []
            for i in range(_CHANGES):
                given = {addresses.PAGE: name, addresses.FIELDS["unit"]: units[7 * i + 1]}
                given |= {addresses.FIELDS["term"]: terms[i % len(terms)]} if i % 2 else {}
                taken.append(_seconds(lambda given=given: reader.open(**given)))  # type: ignore[misc]
            print(f"  {name:<22} {_p95(taken) - bare:>8.2f} s")


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _p95(taken: Sequence[float]) -> float:
    return sorted(taken)[-(-95 * len(taken) // 100) - 1]


def _streamlit(script: Path) -> list[str]:
    told = dashboard.command("127.0.0.1", 0, True, None)
    told = [str(script) if part.endswith("app.py") else part for part in told]
    return [part.replace("server.port=0", "server.port={port}") for part in told]


@contextmanager
def _served(command: Sequence[str]) -> Iterator[int]:
    """The port at which a command serves, its `{port}` put in."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    told = [part.replace("{port}", str(port)) for part in command]
    server = subprocess.Popen(told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(600):
            try:
                urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
