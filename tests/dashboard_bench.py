"""How fast the dashboard is over 100,000 documents and five million records (`make bench`).

Every figure of a page is taken in a browser beside one of the same run: the first paint of a view
over that of a Streamlit page with one empty chart, a changed filter over a bare rerun of that page.
"""

import argparse
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import duckdb
from playwright.sync_api import Browser, Page, sync_playwright

from dashboards import data
from pipeline import reference
from pipeline.commands import dashboard
from pipeline.search.query import Narrow, search
from pipeline.search.words import Abbreviations, query
from tests import dashboard_scale
from tests.archives import call
from tests.dashboard_views import CHANGES, TYPED, View, views

_PLAIN = """import altair, pandas, streamlit
streamlit.title("x")
streamlit.altair_chart(altair.Chart(pandas.DataFrame({"x": [], "y": []})).mark_bar().encode(
    x="x:Q", y="y:Q"))
"""
_CHART = "canvas, .stVegaLiteChart svg"
_PAINTS = 3
_RERUNS = 5
_PATIENCE = 120_000
"""Milliseconds that a page may take before it counts as stuck."""


def main() -> None:
    """Make the database where there is none, and print what was measured."""
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--documents", type=int, default=100_000, help="how many (%(default)s)")
    told.add_argument("--db", type=Path, help="where the database is, or is made and left")
    told.add_argument("--only", default="", help="measure the views whose name holds this")
    args = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = args.db or Path(folder) / "kho.duckdb"
        if not db.exists():
            _make(db, args.documents)
        with data.connect(db) as connection:
            _told(connection, db)
            print(f"search in SQL, p95 {_searching(connection):>15.3f} s (at most 0.1)", flush=True)
            shown = [v for v in views(connection) if args.only in v.name]
        plain = Path(folder) / "plain.py"
        plain.write_text(_PLAIN, encoding="utf-8")
        with (
            _served(call("dashboard", "--db", db, "--port", "{port}", "--headless")) as here,
            _served(_streamlit(plain)) as there,
            _browser() as browser,
        ):
            _painting(browser, here, there, shown)
            _filtering(browser, here, there, shown)


def _make(db: Path, documents: int) -> None:
    start = time.perf_counter()
    step = db.with_name(f"{db.name}.step")
    step.unlink(missing_ok=True)
    dashboard_scale.fill(step, documents)
    step.rename(db)
    print(f"the database was made in {time.perf_counter() - start:.0f} s", flush=True)


def _told(connection: duckdb.DuckDBPyConnection, db: Path) -> None:
    documents = data.document_count(connection)
    records = data.count(connection, data.Figure())
    print(f"dashboard over {documents:,} documents, {records:,} records: {db.stat().st_size:,} B")


def _searching(db: duckdb.DuckDBPyConnection) -> float:
    short = Abbreviations.of(reference.load())
    units, terms = data.units(db), data.terms(db)
    narrows = (Narrow(), Narrow(unit=units[3]), Narrow(term=terms[1]), Narrow(type="shortcoming"))
    asked = [(query(typed, short), narrow) for typed in TYPED for narrow in narrows]
    return _p95([_seconds(lambda w=w, n=n: search(db, w, n)) for w, n in asked])  # type: ignore[misc]


def _painting(browser: Browser, here: str, there: str, shown: Sequence[View]) -> None:
    """Print the first paint of every view, over that of the plain page, the median of some."""
    _paint(browser, there, _CHART)  # the first reader warms both
    _paint(browser, here, ".kd-cards")
    empty = statistics.median(_paint(browser, there, _CHART) for _ in range(_PAINTS))
    print(
        f"a page of one empty chart {empty:>8.2f} s; first paint over it (at most 1.5 s):",
        flush=True,
    )
    for view in shown:
        seen = f"[data-testid=stMain] {view.seen}"
        taken = [_paint(browser, here + view.address(), seen) for _ in range(_PAINTS)]
        _line(view.name, statistics.median(taken) - empty, 1.5)


def _paint(browser: Browser, address: str, seen: str) -> float:
    page = _page(browser)
    start = time.perf_counter()
    page.goto(address)
    page.locator(seen).locator("visible=true").first.wait_for()
    taken = time.perf_counter() - start
    page.close()
    return taken


def _filtering(browser: Browser, here: str, there: str, shown: Sequence[View]) -> None:
    """Print how long views take to answer changes of each filter, over a bare rerun just before."""
    page = _page(browser)
    print(f"{CHANGES} changes of each filter, p95 over a bare rerun (at most 1 s):", flush=True)
    for view in shown:
        for name in view.filters:
            bare = statistics.median(_changes(page, there, "", [f"?x={i}" for i in range(_RERUNS)]))
            changed = [view.address(**{name: value}) for value in view.changes(name)]
            taken = _changes(page, here, view.address(), changed)
            _line(f"{view.name}, {name}", _p95(taken) - bare, 1)
    page.close()


def _changes(page: Page, site: str, address: str, changed: Sequence[str]) -> list[float]:
    """Seconds from each change of the address to what it shows."""
    page.goto(site + address)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    page.wait_for_load_state("networkidle")
    return [float(page.evaluate(_CHANGE, changed_to)) for changed_to in changed]


_HEARD = """window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", () => { window.heard = performance.now(); });
  }
};"""
"""Notes when the server last said something: a quick rerun never shows that it runs."""

_CHANGE = """(address) => new Promise((done, failed) => {
  const app = document.querySelector("[data-testid=stApp]");
  const start = performance.now();
  let drawn = start;
  const watch = new MutationObserver(() => { drawn = performance.now(); });
  watch.observe(app, {attributes: true, childList: true, subtree: true, characterData: true});
  const look = setInterval(() => {
    const last = Math.max(drawn, window.heard);
    const runs = app.getAttribute("data-test-script-state") !== "notRunning";
    if (performance.now() - start > 120000) failed(new Error(`no answer: ${address}`));
    else if (runs || window.heard < start || performance.now() - last < 200) return;
    clearInterval(look);
    watch.disconnect();
    done((last - start) / 1000);
  }, 10);
  history.pushState({}, "", address);
  window.dispatchEvent(new PopStateEvent("popstate"));
})"""
"""Changes the address as a click on a link of ours does; until nothing more is drawn."""


def _line(name: str, seconds: float, most: float) -> None:
    print(f"  {name:<32} {seconds:>6.2f} s{' TOO SLOW' if seconds > most else ''}", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _p95(taken: Sequence[float]) -> float:
    return sorted(taken)[-(-95 * len(taken) // 100) - 1]


def _page(browser: Browser) -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(_HEARD)
    page.set_default_timeout(_PATIENCE)
    return page


def _streamlit(script: Path) -> list[str]:
    told = dashboard.command("127.0.0.1", 0, True, None)
    told = [str(script) if part.endswith("app.py") else part for part in told]
    return [part.replace("server.port=0", "server.port={port}") for part in told]


@contextmanager
def _served(command: Sequence[str]) -> Iterator[str]:
    """The address at which a command serves, its `{port}` put in."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        site = f"http://127.0.0.1:{probe.getsockname()[1]}/"
    told = [part.replace("{port}", site.split(":")[-1].strip("/")) for part in command]
    server = subprocess.Popen(told, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"{site}_stcore/health")
        yield site
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            urlopen(address, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


if __name__ == "__main__":
    main()
