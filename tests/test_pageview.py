"""The picture of a page shows each line of the text where the line says that it is seen."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.errors import UnreadableError
from pipeline.model import Document, Place
from pipeline.pageview import page_image
from pipeline.parse import parse
from pipeline.sources import Source, sniff
from tests.archives import make_archive
from tests.scanner import Scanner, as_image, as_pdf, as_tiff, scans
from tests.test_pdf import _reframed
from tests.writers import Grid, Letterhead, Para, Sheet, pdf

_SHEET = Sheet(
    (
        Letterhead(("HUYỆN ỦY MẪU", "ĐẢNG ỦY XÃ THỬ"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Năm 2024")),
        Para("BÁO CÁO", "center", bold=True),
        Para(
            "Đảng bộ xã Thử có 45 đảng viên sinh hoạt tại các chi bộ trực thuộc[^1]; trong năm đã "
            "kết nạp thêm 3 đảng viên mới theo kế hoạch đề ra từ đầu nhiệm kỳ."
        ),
    ),
    ("Kế hoạch số 12-KH/ĐU của Đảng ủy.",),
    page_numbers=False,
)
_TABLE = Sheet(
    (
        Para("Kết quả thực hiện các chỉ tiêu của nghị quyết đại hội chi bộ như sau:"),
        Grid((("Nội dung", "Chỉ tiêu"), ("Xây dựng đảng", "Kết nạp"), ("Tư tưởng", "Học tập"))),
    ),
    page_numbers=False,
)
_ASLANT = Scanner(dpi=200, skew=1.5)


def _scan(sheet: Sheet = _SHEET, how: Scanner = _ASLANT) -> Image.Image:
    return scans(pdf(sheet), how)[0]


def _read(data: bytes) -> Document:
    return parse(Source("0" * 16, "a", sniff("a", data), data))


def _dark(picture: bytes, crop: Place | None = None) -> int:
    """How many dots of a picture, or of a place on it, are dark."""
    image = Image.open(io.BytesIO(picture)).convert("L")
    if crop:
        left, right = crop.left * image.width, crop.right * image.width
        image = image.crop((round(left), round(crop.top * image.height),
                            round(right) + 1, round(crop.bottom * image.height) + 1))  # fmt: skip
    return int((np.asarray(image) < 110).sum())


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(lambda: pdf(_SHEET), "a.pdf", id="text-layer"),
        pytest.param(lambda: pdf(_SHEET, sideways=True), "a.pdf", id="lying-page-to-be-turned"),
        pytest.param(
            lambda: _reframed(pdf(_SHEET), True, (20, 30, 580, 830)), "a.pdf", id="cropped"
        ),
        pytest.param(lambda: as_pdf([_scan()], 200), "a.pdf", id="scan-aslant"),
        pytest.param(lambda: as_image(_scan(), "PNG", 200), "a.png", id="picture-aslant"),
        pytest.param(lambda: as_tiff([_scan().rotate(180)], 200), "a.tiff", id="upside-down"),
        pytest.param(
            lambda: as_image(_scan().rotate(90, expand=True), "JPEG", 200), "a.jpg", id="lying"
        ),
    ],
)
def test_lines_are_seen_where_they_say(
    data: Callable[[], bytes], name: str, tmp_path: Path
) -> None:
    archive = make_archive(tmp_path, {name: data()})
    document = _read(data())
    words = " ".join(document.quote(line.span) for line in document.lines)
    assert words == " ".join(document.text.split())
    picture = page_image(archive, name, 1, turn=document.lines[0].place.turn)
    inside = [_dark(picture, line.place) for line in document.lines]
    assert min(inside) > 10
    assert sum(inside) > 0.9 * _dark(picture)  # the rule above the notes is no line of the text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(lambda: pdf(_TABLE), id="text-layer"),
        pytest.param(lambda: as_pdf([_scan(_TABLE)], 200), id="scan-aslant"),
    ],
)
def test_cells_are_seen_one_by_one(data: Callable[[], bytes], tmp_path: Path) -> None:
    archive = make_archive(tmp_path, {"a.pdf": data()})
    lines = _read(data()).lines
    picture = page_image(archive, "a.pdf", 1, turn=lines[0].place.turn)
    assert [_dark(picture, line.place) > 5 for line in lines] == [True] * 7
    assert len({round(line.place.top, 2) for line in lines}) == 4


def test_words_of_a_scan_are_kept_with_their_places_and_how_sure_they_are() -> None:
    document = _read(as_image(_scan(), "PNG", 200))
    line = next(x for x in document.lines if document.quote(x.span).startswith("Đảng bộ xã"))
    assert [w.text for w in line.place.words][:6] == ["Đảng", "bộ", "xã", "Thử", "có", "45"]
    edges = [e for w in line.place.words for e in (w.left, w.right)]
    assert edges == sorted(edges)
    assert (line.place.left, line.place.right) == (edges[0], edges[-1])
    assert line.place.confidence is not None and 0.8 < line.place.confidence <= 1
    assert round(line.place.turn or 0, 1) == 1.5


def test_text_layer_has_no_words_of_an_engine() -> None:
    places = [line.place for line in _read(pdf(_SHEET)).lines]
    assert {(p.turn, p.words, p.confidence) for p in places} == {(None, (), None)}


def test_page_inside_a_zip_is_shown_and_is_never_larger_than_can_be_seen(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("năm/a.pdf", pdf(_SHEET))
    make_archive(tmp_path, {"b.zip": packed.getvalue()})
    picture = Image.open(io.BytesIO(page_image(tmp_path, "b.zip/năm/a.pdf", 1, dpi=1200)))
    assert max(picture.size) == 2400


def test_page_of_an_archive_that_is_one_file_is_shown(tmp_path: Path) -> None:
    make_archive(tmp_path, {"a.pdf": pdf(_SHEET)})
    assert page_image(tmp_path / "a.pdf", "a.pdf", 1) == page_image(tmp_path, "a.pdf", 1)


@pytest.mark.parametrize(
    ("path", "page", "code", "message"),
    [
        pytest.param(
            "a.pdf", 2, "page_not_drawn",
            "a.pdf: page 2 cannot be drawn; open the file itself to look at it.", id="no-such-page",
        ),
        pytest.param(
            "cut.pdf", 1, "page_not_drawn",
            "cut.pdf: page 1 cannot be drawn; open the file itself to look at it.", id="damaged",
        ),
        pytest.param(
            "a.txt", 1, "no_pages", "a.txt: this kind of file has no pages to show.", id="text",
        ),
    ],
)  # fmt: skip
def test_page_that_cannot_be_shown_is_a_typed_error(
    path: str, page: int, code: str, message: str, tmp_path: Path
) -> None:
    whole = pdf(_SHEET)
    make_archive(tmp_path, {"a.pdf": whole, "cut.pdf": whole[:300], "a.txt": "Chi bộ họp."})
    with pytest.raises(UnreadableError) as error:
        page_image(tmp_path, path, page)
    assert (error.value.code, str(error.value)) == (code, message)


@pytest.mark.parametrize("path", ["gone.pdf", "../a.pdf", "/etc/passwd"])
def test_file_that_is_not_in_the_archive_is_not_shown(path: str, tmp_path: Path) -> None:
    archive = make_archive(tmp_path / "archive", {"b.txt": "x"})
    (tmp_path / "a.pdf").write_bytes(pdf(_SHEET))
    with pytest.raises(FileNotFoundError):
        page_image(archive, path, 1)
