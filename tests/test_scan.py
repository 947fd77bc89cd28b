"""Scans give the records of the text that was scanned, or say why they do not."""

import io
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UnreadableError
from pipeline.limits import Limits
from pipeline.model import BlockKind, Document, Issue, Severity, Span
from pipeline.parse import parse
from pipeline.parse.layout import CellPiece, Fragment, Piece, build
from pipeline.parse.raised import Raised, erased, in_a_row
from pipeline.records import Count, DocumentInfo, Extraction, lines
from pipeline.reference import Reference
from pipeline.sources import Source
from pipeline.text import DOUBT
from tests.invented import SHEETS
from tests.scanner import CLEAN, NOISY, Scanner, as_image, as_pdf, as_tiff, scans
from tests.test_twins import compare, in_two_columns, read
from tests.writers import Para, Sheet, pdf, txt

_CLEAN, _NOISY = 0.95, 0.92
"""Share of keyed records, and of the words of statements, in common with those of the text."""


@cache
def scanned(name: str, how: Scanner) -> Document:
    return read(as_pdf(scans(pdf(SHEETS[name]), how), how.dpi), "pdf")


@pytest.mark.parametrize(
    ("how", "least"),
    [pytest.param(CLEAN, _CLEAN, id="clean-300-dpi"), pytest.param(NOISY, _NOISY, id="noisy-200")],
)
def test_scan_gives_the_records_of_its_text(how: Scanner, least: float, words: Reference) -> None:
    shares = []
    differences = ""
    for name, sheet in SHEETS.items():
        records, statements, differs = compare(read(txt(sheet), "txt"), scanned(name, how), words)
        shares += [records, statements]
        differences += f"{name} {records:.3f} {statements:.3f}\n{differs}\n"
    assert sum(shares) / len(shares) >= least, differences


def test_scan_in_two_columns_gives_the_records_of_its_text(words: Reference) -> None:
    shares = []
    for sheet in map(in_two_columns, SHEETS.values()):
        scan = read(as_pdf(scans(pdf(sheet), CLEAN), CLEAN.dpi), "pdf")
        shares += compare(read(txt(sheet), "txt"), scan, words)[:2]
    assert sum(shares) / len(shares) >= _CLEAN, shares


_NOTED = Sheet(
    tuple(
        Para(
            f"Đảng ủy ban hành kế hoạch thứ {n} về công tác kiểm tra, giám sát năm 2024[^{n}]; các "
            "chi bộ báo cáo kết quả trước ngày 15 tháng 11 và “tự chịu trách nhiệm” về số liệu."
        )
        for n in range(1, 13)
    ),
    tuple(f"Kế hoạch số {40 + n}-KH/ĐU của Đảng ủy Trung tâm." for n in range(1, 13)),
)


@pytest.mark.parametrize(
    "how", [pytest.param(CLEAN, id="clean-300-dpi"), pytest.param(NOISY, id="noisy-200-dpi")]
)
def test_footnotes_of_a_scan_stand_behind_their_marks(how: Scanner) -> None:
    document = read(as_tiff(scans(pdf(_NOTED), how), how.dpi), "tiff")
    notes = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    found = {
        b.label
        for b in notes
        if b.anchor and f"{40 + int(b.label or 0)}-KH" in document.quote(b.span)
    }
    assert len(found) >= 0.95 * len(_NOTED.notes)


_ONE = Sheet(
    (
        Para("I. ĐẶC ĐIỂM TÌNH HÌNH", bold=True),
        Para(
            "Đảng bộ có 45 đảng viên sinh hoạt tại các chi bộ trực thuộc; trong năm đã kết nạp "
            "thêm đảng viên mới theo kế hoạch đề ra."
        ),
    ),
    page_numbers=False,
)


@cache
def page(how: Scanner = CLEAN) -> Image.Image:
    return scans(pdf(_ONE), how)[0]


def _layered(words: str) -> bytes:
    """A scan as a PDF with these words over it, as a reader for English leaves them."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.drawImage(ImageReader(page()), 0, 0, *A4)
    canvas.drawString(80, 700, words)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "form"),
    [
        pytest.param(lambda: as_image(page(), "PNG", 300), "png", id="png"),
        pytest.param(lambda: as_image(page(), "JPEG", 300), "jpeg", id="jpeg"),
        pytest.param(
            lambda: as_image(page().convert("1"), "TIFF", 300), "tiff", id="black-and-white-tiff"
        ),
        pytest.param(
            lambda: as_pdf([page().rotate(180)], 300), "pdf", id="page-put-in-upside-down"
        ),
        pytest.param(lambda: as_pdf([page().rotate(90, expand=True)], 300), "pdf", id="page-lying"),
        pytest.param(
            lambda: _layered("Dang bo co 45 dang vien sinh hoat tai cac chi bo true thuoc"), "pdf",
            id="poor-text-layer",
        ),
        pytest.param(
            lambda: _layered("Ky boi: Van phong. Thời gian ký: 18/12/2024"), "pdf",
            id="signature-over-a-scan",
        ),
    ],
)  # fmt: skip
def test_scan_in_each_form_is_read(data: Callable[[], bytes], form: str) -> None:
    document = read(data(), form)
    assert document.reader == "ocr (tesseract vie)"
    assert document.text.startswith("I. ĐẶC ĐIỂM TÌNH HÌNH\nĐảng bộ có 45 đảng viên sinh hoạt tại")


def _mixed() -> bytes:
    """A PDF whose first page has a text layer and whose second is a scan."""
    with (
        pypdfium2.PdfDocument.new() as both,
        pypdfium2.PdfDocument(pdf(Sheet((Para("Trang đầu có chữ."),), page_numbers=False))) as one,
        pypdfium2.PdfDocument(as_pdf([page()], 300)) as other,
    ):
        both.import_pages(one)
        both.import_pages(other)
        out = io.BytesIO()
        both.save(out)
    return out.getvalue()


def test_pages_of_a_mixed_file_are_read_each_in_its_way() -> None:
    document = read(_mixed(), "pdf")
    assert document.reader == "pdf, ocr (tesseract vie)"
    assert document.text.startswith("Trang đầu có chữ.\nI. ĐẶC ĐIỂM TÌNH HÌNH\nĐảng bộ có 45 đảng")
    assert [(p.offset, p.number) for p in document.pages] == [(0, 1), (18, 2)]


_REMEDY = "install the reader with `apt-get install -y tesseract-ocr tesseract-ocr-vie` and run"


def test_without_the_engine_a_scan_is_named_with_the_command_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError) as error:
        read(as_pdf([page()], 300), "pdf")
    assert (error.value.code, str(error.value)) == (
        "no_ocr",
        f"bao_cao.pdf: pages that are pictures (scans) were not read: 1; {_REMEDY} again.",
    )
    assert read(_mixed(), "pdf").issues == (
        Issue(
            "no_ocr",
            Severity.ERROR,
            f"bao_cao.pdf: pages that are pictures (scans) were not read: 2; {_REMEDY} again.",
        ),
    )


def test_scan_that_takes_too_long_says_which_limit_was_hit() -> None:
    data = as_tiff([page(), page()], 300)
    source = Source("0" * 16, "a.tiff", "tiff", data, Limits(seconds=-1.0))
    with pytest.raises(UnreadableError) as error:
        parse(source)
    assert (error.value.code, str(error.value)) == (
        "too_slow",
        "a.tiff: scanned pages 1-2 were not read, they take too long; "
        "allow more with --time-limit.",
    )


def test_pages_before_the_cut_of_a_tiff_are_read_and_the_others_named() -> None:
    data = as_tiff([page(), page(), page()], 300)
    document = read(data[: len(data) // 2], "tiff")
    assert document.text.startswith("I. ĐẶC ĐIỂM TÌNH HÌNH")
    assert Issue(
        "cut_off",
        Severity.ERROR,
        "bao_cao.tiff is cut off after page 1; scan it again and run again.",
    ) in document.issues  # fmt: skip


@pytest.mark.parametrize("form", ["TIFF", "PNG", "JPEG"])
@pytest.mark.parametrize("share", range(1, 10, 2))
def test_any_cut_of_a_picture_is_a_typed_error(form: str, share: int) -> None:
    whole = as_image(Image.new("L", (200, 200), 255), form, 300)
    with pytest.raises(UnreadableError) as error:
        read(whole[: len(whole) * share // 10], form.lower())
    assert error.value.code in ("damaged", "no_text")


def _vast() -> bytes:
    """A PNG of a few bytes that says that it has two thousand million dots."""
    whole = as_image(Image.new("1", (8, 8)), "PNG", 300)
    size = (50_000).to_bytes(4, "big") + (40_000).to_bytes(4, "big")
    head = b"IHDR" + size + whole[24:29]
    return whole[:12] + head + zlib.crc32(head).to_bytes(4, "big") + whole[33:]


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        pytest.param(
            _vast(),
            "too_many_pixels",
            "bao_cao.png: a page has more than 120 million dots; scan it again at 300 dpi and run "
            "again.",
            id="vast",
        ),
        pytest.param(
            as_image(Image.new("L", (400, 400), 90), "PNG", 300)[:60],
            "damaged",
            "bao_cao.png is damaged and cannot be opened; scan it again and run again.",
            id="cut-off",
        ),
        pytest.param(
            as_image(Image.new("L", (400, 400), 255), "PNG", 300),
            "no_text",
            "bao_cao.png has no words that can be read; look at its pages, scan them again at 300 "
            "dpi and run again.",
            id="blank",
        ),
    ],
)
def test_picture_that_cannot_be_read_is_a_typed_error(data: bytes, code: str, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(data, "png")
    assert (error.value.code, str(error.value)) == (code, message)


def test_numerals_and_dots_are_read_as_the_picture_shows_them() -> None:
    words = (
        "Nghị quyết Trung ương 4 khóa XI, XII, XIII; Đại hội VI, VII, VIII (khóa XII) của Đảng về "
        "tinh thần tự phê bình; chi bộ 11, chi ủy chỉ đạo tinh gọn, chỉ thị của tỉnh ủy, II và III."
    )
    scan = scans(pdf(Sheet((Para(words),), page_numbers=False)), CLEAN)
    assert read(as_pdf(scan, 300), "pdf").text == words


def test_raised_number_at_the_edge_of_the_page_is_cut_out_and_erased_as_any_other() -> None:
    page = np.full((40, 30), 255, np.uint8)
    page[0:12, 0:6] = 0
    mark = Raised(left=0, top=0, right=6, bottom=12, base=20, letter=14.0)
    strip, middles = in_a_row([(page, mark)])
    assert len(middles) == 1 and strip.min() == 0
    assert erased(page, [mark]).min() == 255


def test_doubtful_words_are_spans_of_the_text() -> None:
    pieces = [
        Piece(BlockKind.PARAGRAPH, (Fragment(f"Có 4{DOUBT}5 đảng viên"), Fragment("nữ."))),
        Piece(BlockKind.TABLE, cells=(CellPiece(0, 0, "Vượt"), CellPiece(0, 1, f"3{DOUBT}"))),
    ]
    document = build(Source("0" * 16, "a.tiff", "tiff", b""), pieces)
    assert document.text == "Có 45 đảng viên nữ.\nVượt\t3"
    assert [document.quote(span) for span in document.doubts] == ["45", "3"]
    assert document.doubtful(Span(0, 4)) and not document.doubtful(Span(6, 25))


def test_record_on_a_doubtful_word_is_marked() -> None:
    records = tuple(
        Count(span=span, rule="r", subject="party_member", attribute="total", value=45)
        for span in (Span(3, 16), Span(18, 31))
    )
    text = "Có 45 đảng viên; 45 đảng viên."
    document = Document("0" * 16, "a.tiff", "tiff", text, doubts=(Span(3, 5),))
    extraction = Extraction(document=document, info=DocumentInfo(), records=records)
    assert [line.get("doubtful") for line in lines(extraction)] == [None, True, False]
