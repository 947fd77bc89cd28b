"""The dashboard in a browser: every page, from a figure to its words, without a complaint."""

import os
import re
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect, sync_playwright

from dashboards import data
from dashboards.data import Figure
from tests.archives import call, kiemdiem, make_archive
from tests.dashboard_archives import EVIL, SAMPLES

expect.set_options(timeout=30_000)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

_HERE = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
_ENGLISH = re.compile(r"\b(?:Choose|Select|Search|Settings|Rerun|Deploy|View|Show|Stop|options)\b")
_PAGES = {
    "tong-quan": "Tổng quan",
    "so-sanh": "So sánh",
    "tai-lieu": "Tài liệu",
    "ban-ghi": "Bản ghi",
    "tim-kiem": "Tìm kiếm",
    "sql": "SQL",
    "lap-lai": "Hạn chế lặp lại",
    "chi-tieu": "Chỉ tiêu",
    "kiem-tra": "Kiểm tra - kỷ luật",
    "vien-dan": "Văn bản viện dẫn",
    "so-lieu": "Kiểm tra số liệu",
    "bao-cao": "Báo cáo đại hội",
    "huong-dan": "Hướng dẫn",
}


@dataclass
class Site:
    """A dashboard being served, the archive behind it, and what the browser complained of."""

    address: str
    archive: Path
    db: Path
    process: int
    complaints: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The samples and a text that looks like code, served by the command."""
    folder = tmp_path_factory.mktemp("browser")
    archive, db = folder / "kho", folder / "kho.duckdb"
    shutil.copytree(SAMPLES, archive)
    make_archive(archive, {"dang-ma.txt": EVIL})
    assert kiemdiem("ingest", archive, "--db", db).returncode == 0
    port = _free_port()
    server = subprocess.Popen(
        call("dashboard", "--db", db, "--port", port, "--headless"),
        cwd=SAMPLES.parent.parent.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(address + "_stcore/health")
        yield Site(address, archive, db, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    program = shutil.which("chromium")
    assert program, "Chromium is missing; install it with: apt-get install chromium"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page that must not complain and must ask nobody outside."""
    site.complaints.clear()
    opened = browser.new_page(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    opened.set_default_timeout(60_000)
    opened.on("console", lambda m: _complain(site, m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda e: _complain(site, str(e)))
    opened.on("request", lambda r: None if r.url.startswith(_HERE) else _complain(site, r.url))
    opened.on(
        "response", lambda r: _complain(site, f"{r.status} {r.url}") if r.status > 399 else None
    )
    yield opened
    opened.close()
    assert site.complaints == []


@pytest.mark.parametrize("name", _PAGES)
def test_page_opens_by_its_address_in_vietnamese_and_fits_a_narrow_screen(
    name: str, page: Page, site: Site
) -> None:
    page.goto(f"{site.address}?trang={name}")
    expect(page.locator("h1")).to_have_text(_PAGES[name])
    expect(page.locator(".kd-nav [aria-current]")).to_have_text(_PAGES[name])
    _settled(page)
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert _ENGLISH.findall(page.inner_text("body")) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_sidebar_moves_without_a_reload_and_back_goes_back(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.evaluate("window.loadedOnce = true")
    for name, title in list(_PAGES.items())[1:]:
        page.locator(".kd-nav a", has_text=title).click()
        expect(page.locator("h1")).to_have_text(title)
        assert page.url == f"{site.address}?trang={name}"
    for title in list(_PAGES.values())[-2:-4:-1]:
        page.go_back()
        expect(page.locator("h1")).to_have_text(title)
    assert page.evaluate("window.loadedOnce")


def test_figure_leads_to_its_sentence_in_the_text(page: Page, site: Site) -> None:
    page.goto(site.address)
    card = page.locator(".kd-card", has_text="Hạn chế, khuyết điểm").locator("a")
    count = int(card.inner_text().replace(".", ""))
    card.click()
    expect(page.locator(".kd-lead b")).to_have_text(f"{count} bản ghi")
    page.locator(".kd-quote a").nth(7).click()
    focus = page.locator("#kd-focus")
    expect(focus).to_be_in_viewport()
    named = parse_qs(urlsplit(page.url).query)
    with data.connect(site.db.resolve()) as db:
        record = data.rows(data.records(db, Figure(record_ids=(named["ban_ghi"][0],))))[0]
        assert data.count(db, Figure(type="shortcoming")) == count
    words = "".join(page.locator("mark.focus").all_inner_texts())
    assert " ".join(words.split()) == record["quote"]
    assert record["document_id"] == named["van_ban"][0]


def test_highlight_opens_its_record_and_the_next_one_follows(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=tai-lieu&van_ban={_longest(site)}")
    page.locator(".kd-doc mark.shortcoming").first.click()
    expect(page.locator(".kd-panel .kd-quote")).to_contain_text("Hạn chế, khuyết điểm")
    first = page.url
    page.locator(".kd-panel a", has_text="Sau ›").click()
    page.wait_for_url(lambda url: url != first)
    expect(page.locator("mark.focus").first).to_be_in_viewport()


def test_legend_hides_a_type_and_the_address_keeps_it(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=tai-lieu&van_ban={_longest(site)}")
    expect(page.locator(".kd-doc mark.shortcoming").first).to_be_visible()
    page.locator(".kd-legend a", has_text="Hạn chế, khuyết điểm").click()
    expect(page.locator(".kd-doc mark.shortcoming")).to_have_count(0)
    page.reload()
    expect(page.locator(".kd-legend a.off")).to_have_count(1)
    expect(page.locator(".kd-doc mark.shortcoming")).to_have_count(0)


def test_outline_leads_to_the_heading(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=tai-lieu&van_ban={_longest(site)}")
    entry = page.locator(".kd-outline a").last
    words = entry.inner_text().rstrip("…")
    page.wait_for_load_state("networkidle")  # what is still being drawn would move the page again
    expect(page.get_by_test_id("stStatusWidget")).to_have_count(0)
    entry.click()
    heading = page.locator(f"#{urlsplit(page.url).fragment}")
    expect(heading).to_contain_text(words)
    expect(heading).to_be_in_viewport()


def test_choice_of_a_unit_stands_in_the_address(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=so-sanh")
    box = page.get_by_label("Đơn vị").first
    box.click()
    box.fill("Sở Y tế")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "don_vi=" in url)
    expect(page.locator("text=Chưa chọn nhiệm kỳ")).to_be_visible()


def test_words_that_look_like_code_are_shown_as_words(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=ban-ghi&don_vi=Đảng bộ xã Hòa Mẫu")
    expect(page.locator(".kd-quote").first).to_contain_text("<script>alert(1)</script>")
    page.locator(".kd-quote a").first.click()
    expect(page.locator(".kd-doc")).to_contain_text("<script>alert(1)</script>")
    assert page.evaluate("document.querySelectorAll('.kd-doc script, .kd-doc b').length") == 0


def test_records_come_as_a_file(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=ban-ghi&loai=rating")
    with page.expect_download() as coming:
        page.get_by_text("Tải CSV").first.click()
    text = Path(coming.value.path()).read_text(encoding="utf-8-sig")
    with data.connect(site.db.resolve()) as db:
        total = data.count(db, Figure(type="rating"))
    assert text.startswith("Loại bản ghi,Đơn vị,")
    assert text.count("\nXếp loại,") == total


def test_chart_is_saved_as_a_picture(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=so-sanh")
    page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
    with page.expect_download() as coming:
        page.locator(".kd-save a").first.click()
    assert coming.value.suggested_filename == "chu-de.png"
    assert Path(coming.value.path()).read_bytes()[:4] == b"\x89PNG"


def test_leader_goes_from_the_overview_to_missed_indicators_and_the_brief(
    page: Page, site: Site
) -> None:
    unit, term = "Đảng bộ Sở Y tế", "2020-2025"
    page.goto(f"{site.address}?trang=tong-quan&do=missed")
    row = page.locator("tr", has=page.get_by_role("rowheader", name=unit, exact=True)).last
    cell = row.locator("td.n a").last
    shown = int(cell.inner_text())
    with data.connect(site.db.resolve()) as db:
        sql = "SELECT missed FROM unit_terms WHERE unit = ? AND term = ?"
        assert db.execute(sql, [unit, term]).fetchall() == [(shown,)]
    cell.click()
    expect(page.locator(".kd-lead b")).to_have_text(f"{shown} bản ghi")
    page.locator(".kd-nav a", has_text="Báo cáo đại hội").click()
    expect(page.locator("h1")).to_have_text("Báo cáo đại hội")
    page.goto(f"{site.address}?trang=bao-cao&don_vi={unit}&nhiem_ky={term}")
    page.get_by_text("Lập từ").first.wait_for()
    with page.expect_download() as coming:
        page.get_by_text("Tải Word").click()
    with zipfile.ZipFile(coming.value.path()) as book:
        words = book.read("word/document.xml").decode()
    assert f'<w:t xml:space="preserve">{shown}</w:t>' in words


def test_inspector_goes_from_what_recurs_to_its_sentences_in_three_terms(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.address}?trang=lap-lai")
    page.locator(".kd-table th a").first.click()
    page.locator("[data-testid=stVegaLiteChart] svg").first.wait_for()
    group = parse_qs(urlsplit(page.url).query)["nhom"][0]
    with data.connect(site.db.resolve()) as db:
        said = db.execute(
            "SELECT s.quote, m.term FROM recurrence_members m JOIN shortcomings s USING (record_id)"
            " WHERE m.group_id = ?", [group],
        ).fetchall()  # fmt: skip
    body = page.inner_text("[data-testid=stMain]")
    assert len({term for _, term in said}) >= 3
    assert [q for q, _ in said if q not in " ".join(body.split())] == []
    page.locator(".kd-quote a", has_text="Mở trong văn bản").last.click()
    expect(page.locator("#kd-focus")).to_be_in_viewport()


def test_analyst_goes_from_a_search_to_sql_and_a_workbook(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=tim-kiem")
    page.get_by_label("Tìm trong mọi câu").fill("chua dat chi tieu")
    page.keyboard.press("Enter")
    page.locator("mark.hit").first.wait_for()
    page.locator(".kd-quote a", has_text="Mở trong văn bản").first.click()
    expect(page.locator("#kd-focus")).to_be_in_viewport()
    page.locator(".kd-nav a", has_text="SQL").click()
    sql = "SELECT unit, missed FROM unit_terms WHERE missed > 0 ORDER BY ALL"
    page.get_by_label("Câu lệnh").fill(sql)
    page.get_by_role("button", name="Chạy").click()
    page.locator("[data-testid=stDataFrame]").wait_for()
    with page.expect_download() as coming:
        page.get_by_text("Tải Excel").first.click()
    sheet = load_workbook(BytesIO(Path(coming.value.path()).read_bytes())).worksheets[0]
    with data.connect(site.db.resolve()) as db:
        assert list(sheet.iter_rows(min_row=2, values_only=True)) == db.execute(sql).fetchall()


def test_inspector_watches_what_recurs_with_a_note_and_lets_it_go(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=lap-lai")
    page.locator(".kd-table th a").first.click()
    page.get_by_role("button", name="Theo dõi").first.click()
    page.get_by_label("Ghi chú (không bắt buộc)").fill("xem lại quý sau")
    page.locator("[data-testid=stPopoverBody] button", has_text="Theo dõi").click()
    said = page.locator(".kd-note", has_text="Đang theo dõi")
    expect(said).to_contain_text("xem lại quý sau")
    page.get_by_role("button", name="Bỏ", exact=True).click()
    expect(said).to_have_count(0)


def test_print_leaves_the_sidebar_out(page: Page, site: Site) -> None:
    page.goto(site.address)
    expect(page.locator("[data-testid=stSidebar]")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("[data-testid=stSidebar]")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_can_be_read_in_either_theme(scheme: str, browser: Browser, site: Site) -> None:
    context = browser.new_context(color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{site.address}?trang=tai-lieu&van_ban={_longest(site)}")
    page.locator(".kd-doc mark").first.wait_for()
    _settled(page)
    poor = page.evaluate(_CONTRAST)
    context.close()
    assert poor == []


def test_open_page_shows_a_later_ingest_and_lets_the_old_version_go(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?trang=tai-lieu")
    expect(page.locator(".kd-table")).to_be_visible()
    old = site.db.resolve()
    assert old in _open_files(site.process)
    make_archive(site.archive, {"them-vao.txt": EVIL.replace("Hòa Mẫu", "Mới Thêm")})
    assert kiemdiem("ingest", site.archive, "--db", site.db).returncode == 0
    page.reload()
    expect(page.get_by_text("them-vao.txt").first).to_be_visible()
    until = time.monotonic() + 40  # pages that began on it end on it
    while old in _open_files(site.process) and time.monotonic() < until:
        page.reload()
        expect(page.get_by_text("them-vao.txt").first).to_be_visible()
    assert old not in _open_files(site.process)


_CONTRAST = """() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const lum = ([r, g, b]) => {
    const f = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b);
  };
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = rgb(getComputedStyle(e).backgroundColor);
      if (c.length < 4 || c[3] > 0.9) return c;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const e of document.querySelectorAll("mark, .kd-where, .kd-muted, .kd-page, .kd-doc p")) {
    const [a, b] = [lum(rgb(getComputedStyle(e).color)), lum(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.add(`${e.tagName}.${e.className} ${ratio.toFixed(1)}`);
  }
  return [...poor];
}"""


def _complain(site: Site, words: str) -> None:
    site.complaints.append(words)


def _settled(page: Page) -> None:
    """Wait until the server has nothing more to send for this page."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def _longest(site: Site) -> str:
    """The document with most records."""
    with data.connect(site.db.resolve()) as db:
        documents = data.rows(data.documents(db))
    return str(max(documents, key=lambda d: (d["records"], d["path"]))["document_id"])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer within 30 seconds")


def _open_files(process: int) -> set[Path]:
    """The files that a process has open (of Linux only, as Debian's Chromium is)."""
    found = set()
    for entry in Path(f"/proc/{process}/fd").iterdir():
        try:
            found.add(Path(os.readlink(entry)))
        except OSError:
            continue
    return found
