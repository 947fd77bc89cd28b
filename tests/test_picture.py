"""The page of a record is shown with its lines marked, where the archive is at hand."""

import re
from pathlib import Path

import pytest

from dashboards import data, picture
from dashboards.data import Figure
from pipeline.model import Span
from tests.dashboard_archives import SAMPLES, ingested, opened, shown


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return ingested(tmp_path_factory.mktemp("pictures"), SAMPLES)


def _record(db: Path) -> dict[str, object]:
    """A record on the second page of a PDF."""
    with data.connect(db.resolve()) as connection:
        rows = data.rows(data.records(connection, Figure(type="shortcoming")))
    return next(r for r in rows if str(r["path"]).endswith(".pdf") and r["page"] == 2)


def test_page_of_a_record_is_shown_with_its_lines_marked(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMDIEM_ARCHIVE", str(SAMPLES))
    record = _record(samples)
    address = {"trang": "tai-lieu", "van_ban": record["document_id"], "anh": "1"}
    html = shown(opened(samples, monkeypatch, **address, ban_ghi=str(record["record_id"])))  # type: ignore[arg-type]
    with data.connect(samples.resolve()) as connection:
        span = Span(int(str(record["span_start"])), int(str(record["span_end"])))
        lines = picture.lines_at(connection, str(record["document_id"]), span)
    assert "<figcaption>Trang 2</figcaption>" in html
    assert len(re.findall(r'<span style="left:', html)) == len(lines) > 0
    assert all(0 <= x["left"] < x["right"] <= 1 and 0 <= x["top"] < x["bottom"] <= 1 for x in lines)


@pytest.mark.parametrize(
    ("archive", "words"),
    [
        pytest.param(None, None, id="the archive is not named"),
        pytest.param("/nowhere", "Không vẽ được trang này", id="the file is gone"),
    ],
)
def test_without_the_file_the_text_is_shown_alone(
    archive: str | None, words: str | None, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KIEMDIEM_ARCHIVE", raising=False)
    if archive:
        monkeypatch.setenv("KIEMDIEM_ARCHIVE", archive)
    record = _record(samples)
    address = {"trang": "tai-lieu", "van_ban": str(record["document_id"]), "anh": "1"}
    html = shown(opened(samples, monkeypatch, **address))
    assert str(record["quote"])[:20] in re.sub("<[^>]+>", "", html)
    assert "kd-scan" not in html
    assert (words or "Cách đọc") in html


def test_document_without_pages_has_no_picture(
    samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIEMDIEM_ARCHIVE", str(SAMPLES))
    with data.connect(samples.resolve()) as connection:
        (text, *_) = [d for d in data.rows(data.documents(connection)) if d["format"] == "txt"]
    address = {"trang": "tai-lieu", "van_ban": str(text["document_id"]), "anh": "1"}
    assert "trang gốc" not in shown(opened(samples, monkeypatch, **address))
