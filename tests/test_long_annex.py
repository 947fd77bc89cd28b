"""An annex of two hundred indicators over many pages: every row whole, in each format."""

import textwrap
from collections.abc import Callable, Iterator
from decimal import Decimal

import pytest

from extractors.counts import counts
from extractors.indicators import indicators
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.reference import Reference
from pipeline.sources import Source
from tests import writers
from tests.sheets import Grid, Para, Sheet

Told = tuple[str, str, Decimal | None, Decimal | None, str | None]

_HEAD = ("STT", "Chỉ tiêu", "Đơn vị tính", "Nghị quyết", "Thực hiện", "Đánh giá")
_WIDTHS = (0.6, 3.6, 1.2, 1.1, 1.1, 1.2)
_SUBJECTS = (
    "Tỷ lệ hộ dân được sử dụng nước sạch đạt quy chuẩn",
    "Tỷ lệ thôn có nhà văn hóa và khu thể thao đạt chuẩn",
    "Số mô hình trồng cây dược liệu dưới tán rừng",
    "Kết nạp đảng viên mới",
    "Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên hằng năm",
    "Diện tích rừng trồng mới bằng giống nuôi cấy mô",
    "Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ",
    "Thu nhập bình quân đầu người",
    "Số giường bệnh trên một vạn dân",
    "Tỷ lệ hồ sơ thủ tục hành chính giải quyết trực tuyến toàn trình",
)
_UNITS = ("%", "%", "mô hình", "đảng viên", "%", "ha", "%", "triệu đồng", "giường", "%")
_PLACES = (
    "ở khu vực các xã ven sông",
    "trên địa bàn toàn huyện",
    "của khối cơ quan, đơn vị sự nghiệp",
    "tại các xã vùng cao",
)
_BEYOND = {"exceeded": Decimal("1.5"), "met": Decimal(0), "missed": Decimal("-2.25")}
_VERDICTS = {"exceeded": "Vượt", "met": "Đạt", "missed": "Không đạt"}


def annex(count: int = 200) -> Iterator[tuple[tuple[str, ...], Told]]:
    """The cells of each row, and what they say."""
    for i in range(count):
        name = f"{_SUBJECTS[i % 10]} {_PLACES[i // 10 % 4]}, giai đoạn {i // 40 + 1}"
        unit, target = _UNITS[i % 10], Decimal(40 + i * 7 % 53)
        status = ("exceeded", "met", "missed")[i % 3]
        value = target + _BEYOND[status]
        written = (str(target), str(value).replace(".", ","), _VERDICTS[status])
        yield (str(i + 1), name, unit, *written), (name, status, value, target, unit)


def sheet(count: int = 200) -> Sheet:
    """The annex as an office writes it."""
    title = Para("PHỤ LỤC KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NHIỆM KỲ 2020 - 2025", "center", bold=True)
    rows = (_HEAD, *(cells for cells, _ in annex(count)))
    return Sheet((title, Grid(rows, _WIDTHS)), header="Đảng bộ huyện Tân Lương")


def aligned(sheet: Sheet) -> bytes:
    """The annex as text: columns kept by spaces, cells wrapped, the head again on each page."""
    grid = next(p for p in sheet.parts if isinstance(p, Grid))
    out = ["PHỤ LỤC KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU NHIỆM KỲ 2020 - 2025", ""]
    for i, row in enumerate(grid.rows):
        if i % 17 == 1 and i > 1:
            out += [f"{i // 17:>50}", "\f", *_lines(_HEAD)]
        out += _lines(row)
    return "\n".join(out).encode()


def _lines(row: tuple[str, ...]) -> list[str]:
    """The lines of a row whose cells are wrapped side by side."""
    columns = (5, 38, 13, 12, 12, 12)
    cells = [textwrap.wrap(c, w - 2) for c, w in zip(row, columns, strict=True)]
    return [
        "".join(
            (c[i] if i < len(c) else "").ljust(w) for c, w in zip(cells, columns, strict=True)
        ).rstrip()
        for i in range(max(map(len, cells)))
    ]


def told(document: Document, reference: Reference) -> list[Told]:
    """What each indicator of the document says, in order."""
    return [(r.name, r.status, r.value, r.target, r.unit) for r in indicators(document, reference)]


def read(data: bytes, form: str) -> Document:
    """The document of these bytes."""
    return parse(Source("0" * 16, f"phu_luc.{form}", form, data))


@pytest.mark.parametrize(
    ("form", "write", "least"),
    [
        pytest.param("pdf", writers.pdf, 1.0, id="a PDF with rules and a repeated head"),
        pytest.param("docx", writers.docx, 1.0, id="DOCX"),
        pytest.param("txt", aligned, 0.97, id="text with columns kept by spaces"),
    ],
)
def test_two_hundred_indicators_over_ten_pages_are_read_whole(
    form: str, write: Callable[[Sheet], bytes], least: float, words: Reference
) -> None:
    found = told(read(write(sheet()), form), words)
    right = sum(1 for _, said in annex() if said in found)
    assert len(found) == 200
    assert right >= least * 200, [said for _, said in annex() if said not in found]


def filled_in() -> Sheet:
    """A form with its figures filled in."""
    rows = (
        ("TT", "Nội dung", "Số lượng"),
        ("1", "Tổng số đảng viên", "148"),
        ("", "Trong đó: nữ", "61"),
        ("2", "Số chi bộ trực thuộc", "12"),
        ("3", "Kết nạp đảng viên trong năm", "9"),
    )
    form = (
        Para("PHIẾU THỐNG KÊ ĐẢNG BỘ CƠ SỞ NĂM 2023", "center", bold=True),
        Para("1. Ban Chấp hành: 11 đồng chí, trong đó bí thư 01, phó bí thư 02."),
        Para("2. Trình độ chuyên môn của đảng viên:"),
        Para("- Trên đại học: 17"),
        Para("- Đại học: 96"),
        Para("3. Số liệu khác:"),
        Grid(rows, (1, 5, 2)),
    )
    return Sheet(form)


FILLED_IN = [
    ("committee_member", "total", 11),
    ("secretary", "total", 1),
    ("deputy_secretary", "total", 2),
    ("party_member", "education", 17),
    ("party_member", "education", 96),
    ("party_member", "total", 148),
    ("party_member", "female", 61),
    ("party_cell", "total", 12),
    ("party_member", "admitted", 9),
]


@pytest.mark.parametrize(
    ("form", "write"),
    [
        pytest.param("pdf", writers.pdf, id="a PDF"),
        pytest.param("docx", writers.docx, id="DOCX"),
        pytest.param("html", writers.html, id="a page"),
    ],
)
def test_the_figures_of_a_filled_in_form_are_counts(
    form: str, write: Callable[[Sheet], bytes], words: Reference
) -> None:
    document = read(write(filled_in()), form)
    assert [(c.subject, c.attribute, c.value) for c in counts(document, words)] == FILLED_IN
