"""Counts whose subject stands elsewhere: in a sentence, line, heading or column before them."""

import pytest

from extractors.counts import counts
from pipeline.model import BlockKind
from pipeline.parse.layout import CellPiece, Piece, build
from pipeline.reference import Reference
from pipeline.sources import Source
from tests.documents import make_doc

Told = tuple[str, str, int]

CASES = [
    pytest.param(
        "Đảng bộ huyện có 41 tổ chức cơ sở đảng, 305 chi bộ và 5.120 đảng viên. Mười năm sau, "
        "những con số đó lần lượt là 44, 330 và 6.870.",
        [
            ("party_organization", "total", 41),
            ("party_cell", "total", 305),
            ("party_member", "total", 5120),
            ("party_organization", "total", 44),
            ("party_cell", "total", 330),
            ("party_member", "total", 6870),
        ],
        id="the same again, in the same order",
    ),
    pytest.param(
        "Số đảng viên có trình độ đại học từ 210 đồng chí năm 2015 tăng lên 385 đồng chí năm 2020.",
        [("party_member", "education", 210), ("party_member", "education", 385)],
        id="from then to now",
    ),
    pytest.param(
        "Từ 6 chi bộ, 71 đảng viên ngày mới thành lập, nay Đảng bộ có 13 chi bộ với 240 đảng viên.",
        [
            ("party_cell", "total", 6),
            ("party_member", "total", 71),
            ("party_cell", "total", 13),
            ("party_member", "total", 240),
        ],
        id="what there was, and what there is now",
    ),
    pytest.param(
        "Ban Chấp hành có 15 đồng chí, 5 nữ; Ban Thường vụ 5 đồng chí, 1 nữ.",
        [
            ("committee_member", "total", 15),
            ("committee_member", "female", 5),
            ("standing_member", "total", 5),
            ("standing_member", "female", 1),
        ],
        id="women of a committee and of its presidium",
    ),
    pytest.param(
        "Đội ngũ bí thư đảng ủy xã có 84 đồng chí, trong đó nữ 9 đồng chí.",
        [("secretary", "total", 84), ("secretary", "female", 9)],
        id="a post whose name holds that of a body",
    ),
    pytest.param(
        "Toàn xã có 96 cán bộ, công chức. Cán bộ chủ chốt (bí thư, chủ tịch) gồm 11 người.",
        [("employee", "total", 96), ("employee", "total", 11)],
        id="words in brackets between a noun and its number",
    ),
    pytest.param(
        "Tổng số đảng viên: 70\nCấp ủy: 03 đồng chí, trong đó bí thư 01, phó bí thư 01.\n"
        "Trình độ lý luận chính trị: cao cấp 06; trung cấp 22.",
        [
            ("party_member", "total", 70),
            ("committee_member", "total", 3),
            ("secretary", "total", 1),
            ("deputy_secretary", "total", 1),
            ("party_member", "political_theory", 6),
            ("party_member", "political_theory", 22),
        ],
        id="a part is no larger than its whole",
    ),
    pytest.param(
        "Trình độ chuyên môn của đảng viên:\n- Trên đại học: 05\n- Đại học: 41",
        [("party_member", "education", 5), ("party_member", "education", 41)],
        id="a line that says whose schooling follows",
    ),
    pytest.param(
        "III. CHẤT LƯỢNG ĐẢNG VIÊN\n1. Tuổi đời: từ 18 đến 30 tuổi: 12; trên 60 tuổi: 40.",
        [("party_member", "other", 12), ("party_member", "other", 40)],
        id="a heading that says whose ages follow",
    ),
    pytest.param(
        "Từ năm 2017 đến năm 2019, chi bộ kết nạp 17 đảng viên, cụ thể: năm 2017: 05; năm 2018: "
        "04; năm 2019: 08.",
        [("party_member", "admitted", n) for n in (17, 5, 4, 8)],
        id="year by year",
    ),
    pytest.param(
        "Toàn vùng có 4.210 cán bộ nữ, trong đó cấp tỉnh 610 người, cấp huyện 1.200 người, cấp xã "
        "2.400 người. Cao nhất là Sơn Lĩnh (1.020 người), tiếp đến là Khe Vàng (880 người).",
        [("employee", "female", n) for n in (4210, 610, 1200, 2400, 1020, 880)],
        id="by level and by place",
    ),
    pytest.param(
        "Chi bộ kết nạp 9 học sinh, trong đó 5 em nữ. Trong tổng số đó có 2 công nhân.",
        [("party_member", "admitted", n) for n in (9, 5, 2)],
        id="those who join, whoever they are",
    ),
    pytest.param(
        "Trong năm, các chi bộ kết nạp 40 giáo dân, 12 trưởng thôn.",
        [("party_member", "admitted", 40), ("party_member", "admitted", 12)],
        id="those who join, named by words not known",
    ),
    pytest.param(
        "Số nữ tham gia cấp ủy cấp tỉnh là 6 người, cấp huyện 58 người, cấp cơ sở 617 người.",
        [("committee_member", "female", n) for n in (6, 58, 617)],
        id="women in committees, level by level",
    ),
    pytest.param(
        "Đảng bộ có 76 đảng viên trên tổng số 89 cán bộ; 22 đồng chí có trình độ thạc sĩ.",
        [
            ("party_member", "total", 76),
            ("employee", "total", 89),
            ("party_member", "education", 22),
        ],
        id="members beside the workforce they belong to",
    ),
    pytest.param(
        "Tỉnh tăng cường 58 cán bộ huyện xuống xã.",
        [("employee", "transferred", 58)],
        id="those sent to work below",
    ),
    pytest.param(
        "Chi bộ có 30 đảng viên. Trong năm kết nạp 02 đồng chí; chuyển đến 01 đồng chí, chuyển đi "
        "03 đồng chí, từ trần 01 đồng chí.",
        [
            ("party_member", "total", 30),
            ("party_member", "admitted", 2),
            ("party_member", "transferred", 1),
            ("party_member", "transferred", 3),
            ("party_member", "other", 1),
        ],
        id="those who come, go or die",
    ),
    pytest.param(
        "Đảng bộ có 640 đảng viên; 120 đảng viên là thợ lò, 85 đảng viên dưới 30 tuổi.",
        [
            ("party_member", "total", 640),
            ("party_member", "other", 120),
            ("party_member", "other", 85),
        ],
        id="members by what they do and by age",
    ),
    pytest.param(
        "Trong 47 tổ chức cơ sở đảng được đánh giá, có nhiều nơi làm tốt.",
        [("party_organization", "total", 47)],
        id="the whole that was graded",
    ),
]
NOTHING = [
    pytest.param("Vẫn còn 12 chi bộ thôn, bản hai năm liền không kết nạp được ai.", id="lacking"),
    pytest.param("Có 03 chi bộ (Lò nung, Bảo vệ) chưa có chi ủy.", id="lacking, with names"),
    pytest.param("So với năm trước tăng 6 tổ chức đảng và 118 đảng viên.", id="two changes"),
    pytest.param("Bình quân gần 30 đảng viên/năm.", id="a mean"),
    pytest.param("Đại biểu Hội đồng nhân dân huyện có 11 nữ.", id="a council"),
    pytest.param("Đây là một trong 5 chi bộ làm điểm.", id="one of several"),
    pytest.param("Ban Chấp hành nhiệm kỳ mới dự kiến có 15 đồng chí.", id="foreseen"),
    pytest.param("Công đoàn kết nạp 7.300 công nhân vào công đoàn.", id="into a union"),
    pytest.param("Công đoàn kết nạp 3 đợt, 15 hộ vào tổ hợp tác.", id="rounds and households"),
    pytest.param("Số đảng viên mới thấp hơn 85 đảng viên so với năm trước.", id="fewer"),
    pytest.param("Trường có 684 học sinh, 22 lớp.", id="pupils"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_counts_take_their_subject_from_what_stands_before(
    text: str, expected: list[Told], words: Reference
) -> None:
    found = counts(make_doc(text), words)
    assert [(c.subject, c.attribute, c.value) for c in found] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_told_of_some_or_of_others_is_no_count(text: str, words: Reference) -> None:
    assert [(c.subject, c.attribute, c.value) for c in counts(make_doc(text), words)] == []


TABLES = [
    pytest.param(
        (
            "TT | Đơn vị | Chỉ tiêu | Kết nạp | Nữ",
            "1 | Đảng bộ xã Sơn Hạ | 8 | 9 | 4",
            "2 | Đảng bộ xã Khe Vàng | 7 | 5 | 2",
        ),
        [("party_member", "admitted", n) for n in (9, 4, 5, 2)],
        id="those admitted, by unit, and women among them",
    ),
    pytest.param(
        (
            "Chi bộ | Số đảng viên | Trong đó nữ | Tỷ lệ nữ (%)",
            "Thôn Đông | 41 | 15 | 36,6",
            "Tổng cộng | 387 | 126 | 32,6",
        ),
        [
            ("party_member", "total", 41),
            ("party_member", "female", 15),
            ("party_member", "total", 387),
            ("party_member", "female", 126),
        ],
        id="members and women of each cell",
    ),
    pytest.param(
        ("TT | Đơn vị | Số hộ | Dân số", "1 | Xã Sơn Hạ | 1.204 | 5.310"),
        [],
        id="households and people are none",
    ),
    pytest.param(
        ("Chỉ tiêu | Đơn vị | Đến năm 2030", "Kết nạp đảng viên | đảng viên | 40"),
        [],
        id="targets are none",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), TABLES)
def test_columns_name_what_rows_of_units_count(
    rows: tuple[str, ...], expected: list[Told], words: Reference
) -> None:
    cells = tuple(
        CellPiece(r, c, text.strip())
        for r, row in enumerate(rows)
        for c, text in enumerate(row.split("|"))
    )
    source = Source("0" * 16, "table.docx", "docx", b"")
    document = build(source, [Piece(BlockKind.TABLE, cells=cells)])
    assert [(c.subject, c.attribute, c.value) for c in counts(document, words)] == expected
