"""The login in a browser: who has a role sees their units, what they take along is logged."""

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.archives import call, kiemdiem, make_archive, report
from tests.oidc_provider import CLIENT, Provider, provider
from tests.test_browser import _wait_for

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

_ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path, Provider]]:
    """A dashboard that asks for a login, its database, and who lets people in."""
    folder = tmp_path_factory.mktemp("login")
    make_archive(folder / "kho", {"mot.txt": report(1), "hai.txt": report(2).replace("Mẫu", "Khê")})
    assert kiemdiem("ingest", folder / "kho", "--db", folder / "kho.duckdb").returncode == 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with provider() as oidc:
        (folder / "login.toml").write_text(
            f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\n'
            f'cookie_secret = "only for this test"\nclient_id = "{CLIENT}"\nclient_secret = "x"\n'
            f'server_metadata_url = "{oidc.address}/.well-known/openid-configuration"\n'
            '[roles.one]\nunits = ["Đảng bộ xã Hòa Mẫu 1"]\n[people]\n"an@example.vn" = "one"\n',
            encoding="utf-8",
        )
        options = ["--db", folder / "kho.duckdb", "--port", port, "--headless"]
        server = subprocess.Popen(
            call("dashboard", *options, "--auth", folder / "login.toml"),
            cwd=_ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/", folder / "kho.duckdb", oidc
        finally:
            server.terminate()
            server.wait(timeout=20)


def test_person_logs_in_sees_their_unit_takes_a_file_and_leaves(
    served: tuple[str, Path, Provider],
) -> None:
    address, db, oidc = served
    program = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(accept_downloads=True)
        page.goto(f"{address}?trang=tai-lieu")
        expect(page.locator("h1")).to_have_text("Đăng nhập", timeout=60_000)
        assert "Hòa" not in page.inner_text("body")
        page.get_by_role("button", name="Đăng nhập").click()
        page.get_by_text("an@example.vn · one").wait_for(timeout=60_000)
        page.goto(f"{address}?trang=tai-lieu")
        expect(page.locator(".kd-table")).to_contain_text("mot.txt", timeout=60_000)
        assert "hai.txt" not in page.inner_text("body")
        with page.expect_download() as coming:
            page.get_by_text("Tải CSV").first.click()
        taken = Path(coming.value.path()).read_text(encoding="utf-8-sig")
        assert "mot.txt" in taken and "hai.txt" not in taken
        page.get_by_role("button", name="Đăng xuất").click()
        expect(page.locator("h1")).to_have_text("Đăng nhập", timeout=60_000)
        oidc.email = "la@example.vn"
        page.get_by_role("button", name="Đăng nhập").click()
        expect(page.locator("h1")).to_have_text("Không có quyền xem", timeout=60_000)
        browser.close()
    (line,) = db.with_name("kho.duckdb.exports.jsonl").read_text(encoding="utf-8").splitlines()
    said = json.loads(line)
    assert (said["who"], said["what"], said["names_of_persons"]) == (
        "an@example.vn", "van-ban", False,
    )  # fmt: skip
