"""Indicators in tables: the words of the header decide the columns."""

from decimal import Decimal

import pytest

from extractors.indicators import indicators
from pipeline.model import BlockKind, Document
from pipeline.parse.layout import CellPiece, Piece, build
from pipeline.reference import Reference
from pipeline.sources import Source


def table(*rows: str) -> Document:
    """A document of one table; cells are parted by `|`."""
    cells = tuple(
        CellPiece(r, c, words.strip())
        for r, row in enumerate(rows)
        for c, words in enumerate(row.split("|"))
    )
    source = Source("0" * 16, "table.docx", "docx", b"")
    return build(source, [Piece(BlockKind.TABLE, cells=cells)])


Row = tuple[str, str, Decimal | None, Decimal | None, str | None]

CASES: list[object] = [
    pytest.param(
        table(
            "TT | Tên chỉ tiêu | Đơn vị tính | Nhiệm kỳ 2020 - 2025 | | So sánh",
            " | | | Mục tiêu | Kết quả | ",
            "1 | Thu ngân sách | tỷ đồng | 120 | 135 | Vượt",
            "2 | Tỷ lệ hộ nghèo | % | 2 | 2,4 | Không đạt",
        ),
        [
            ("Thu ngân sách", "exceeded", Decimal(135), Decimal(120), "tỷ đồng"),
            ("Tỷ lệ hộ nghèo", "missed", Decimal("2.4"), Decimal(2), "%"),
        ],
        id="a header of two rows, one cell over two columns",
    ),
    pytest.param(
        table(
            "TT | Chỉ tiêu | Nghị quyết | Thực hiện | Đạt | Vượt | Không đạt",
            "1 | Trồng rừng | 20 ha | 25 ha | | x | ",
            "2 | Thôn có nhà văn hóa | 100% | 100% | x | | ",
        ),
        [
            ("Trồng rừng", "exceeded", Decimal(25), Decimal(20), "ha"),
            ("Thôn có nhà văn hóa", "met", Decimal(100), Decimal(100), "%"),
        ],
        id="a column a verdict, one of them ticked",
    ),
    pytest.param(
        table(
            "TT | Chỉ tiêu | ĐVT | Mục tiêu đến năm 2030",
            "1 | Thu nhập bình quân | triệu đồng | 110",
        ),
        [("Thu nhập bình quân", "unknown", None, Decimal(110), "triệu đồng")],
        id="targets of a year to come",
    ),
    pytest.param(
        table(
            "TT | Nội dung | Chỉ tiêu | Kết quả | Đánh giá",
            "1 | 40 mô hình khuyến nông | 40 | 46 | Vượt",
            "2 | 100% thôn có nhà văn hóa | 100% | 100% | Đạt",
            "3 | Trồng mới 300 ha rừng | 300 | 215 | Chưa đạt",
            "4 | Vận động thanh niên | 50 lượt người | | Tích cực",
            "5 | Mở 05 lớp nghề và cấp 200 thẻ | 05 lớp 200 thẻ | 6/180 | Không đạt",
        ),
        [
            ("40 mô hình khuyến nông", "exceeded", Decimal(46), Decimal(40), "mô hình"),
            ("100% thôn có nhà văn hóa", "met", Decimal(100), Decimal(100), "%"),
            ("Trồng mới 300 ha rừng", "missed", Decimal(215), Decimal(300), "ha"),
            ("Vận động thanh niên", "unknown", None, Decimal(50), "lượt người"),
            ("Mở 05 lớp nghề và cấp 200 thẻ", "missed", None, None, "lớp"),
        ],
        id="name, target, result and verdict by their columns",
    ),
    pytest.param(
        table(
            "STT | Chỉ tiêu | Đơn vị tính | Nghị quyết | Thực hiện",
            "I | Kinh tế | | |",
            "1 | Thu ngân sách | tỷ đồng | 1.250 | 1.310,5",
            "2 | Thu nhập bình quân | triệu đồng | ≥ 60 | 63",
        ),
        [
            ("Thu ngân sách", "unknown", Decimal("1310.5"), Decimal(1250), "tỷ đồng"),
            ("Thu nhập bình quân", "unknown", Decimal(63), Decimal(60), "triệu đồng"),
        ],
        id="target and result without a verdict are unknown; a group's heading is none",
    ),
    pytest.param(
        table(
            "Chỉ tiêu | Kế hoạch | Kết quả thực hiện | So với kế hoạch",
            "(1) | (2) | (3) | (4)",
            "Kết nạp đảng viên | 12 - 15 | 14 (có 6 nữ) | Đạt",
            "Tỷ lệ hộ nghèo | dưới 2% | 1,8% (2024) | Vượt 0,2%",
        ),
        [
            ("Kết nạp đảng viên", "met", Decimal(14), Decimal(12), None),
            ("Tỷ lệ hộ nghèo", "exceeded", Decimal("1.8"), Decimal(2), "%"),
        ],
        id="a range gives its bound; brackets and a row of column numbers are passed over",
    ),
    pytest.param(
        table(
            "Chỉ tiêu nghị quyết | Mức đề ra | Kết quả | Nhận xét",
            "Thôn đạt chuẩn văn hóa | 8 thôn | 9 thôn | Vượt",
        ),
        [("Thôn đạt chuẩn văn hóa", "exceeded", Decimal(9), Decimal(8), "thôn")],
        id="the left one of two columns of targets names them",
    ),
    pytest.param(
        table("TT | Chỉ tiêu | Đơn vị | Đến năm 2030", "1 | Sản lượng mỗi năm | tấn | 1.200"),
        [("Sản lượng mỗi năm", "unknown", None, Decimal(1200), "tấn")],
        id="targets of a year to come are unknown",
    ),
    pytest.param(
        table("TT | Họ và tên | Chức vụ | Xếp loại", "1 | Trần Văn B | Bí thư | Tốt"),
        [],
        id="a list of people is none",
    ),
    pytest.param(
        table("TT | Nội dung | Năm 2023 | Năm 2024", "1 | Số đảng viên | 40 | 46"),
        [],
        id="a table of statistics is none",
    ),
    pytest.param(
        table("TT | Nhiệm vụ | Thời gian thực hiện | Kế hoạch", "1 | Họp | Quý I | Tháng 3"),
        [],
        id="a timetable is none",
    ),
]


@pytest.mark.parametrize(("document", "expected"), CASES)
def test_indicators_in_tables(document: Document, expected: list[Row], words: Reference) -> None:
    found = [(r.name, r.status, r.value, r.target, r.unit) for r in indicators(document, words)]
    assert found == expected
