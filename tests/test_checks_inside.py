"""What does not fit together inside one report is found, and its look-alikes are not."""

import pytest

from pipeline.reference import Reference
from tests.check_reports import doubts

_HEAD = "BÁO CÁO KIỂM ĐIỂM\nBan Chấp hành Đảng bộ xã Hòa Mẫu năm 2022\n\n"

TOTALS = [
    pytest.param(
        "Đảng bộ có 86 đảng viên (nữ 43, nam 41).",
        [("gender_parts", "certain", "43 + 41 = 84 ≠ 86")],
        id="women and men",
    ),
    pytest.param("Đảng bộ có 84 đảng viên (nữ 43, nam 41).", [], id="women and men that add up"),
    pytest.param("Đảng bộ có 86 đảng viên (nữ 43, dự bị 41).", [], id="parts that overlap"),
    pytest.param(
        "Đảng bộ có 342 đảng viên, trong đó 315 đảng viên chính thức, 26 đảng viên dự bị.",
        [("membership_parts", "certain", "315 + 26 = 341 ≠ 342")],
        id="full and probationary members",
    ),
    pytest.param(
        "Đảng bộ có 342 đảng viên, trong đó 315 đảng viên chính thức, 27 đảng viên dự bị.",
        [],
        id="full and probationary members that add up",
    ),
    pytest.param(
        "Đảng bộ có 08 chi bộ (06 chi bộ thôn, 03 chi bộ trường học).",
        [("listed_parts", "likely", "6 + 3 = 9 ≠ 8")],
        id="cells by kind",
    ),
    pytest.param(
        "Đảng bộ có 09 chi bộ, gồm 06 chi bộ thôn và 03 chi bộ trường học.",
        [],
        id="cells by kind that add up",
    ),
    pytest.param(
        "Đảng bộ có 09 chi bộ trực thuộc, trong đó có 06 chi bộ thôn.", [], id="only some are told"
    ),
    pytest.param(
        "Ban Chấp hành Đảng bộ gồm 11 đồng chí (01 bí thư, 01 phó bí thư, 03 ủy viên ban thường "
        "vụ, 08 ủy viên).",
        [],
        id="posts that nest",
    ),
    pytest.param(
        "Đảng bộ có 40 đảng viên, trong đó nữ 47 đồng chí.",
        [("part_exceeds_total", "certain", "47 > 40")],
        id="more women than members",
    ),
    pytest.param(
        "Ban Chấp hành có 11 đồng chí; cao cấp lý luận chính trị 05 đồng chí, trung cấp 07 đồng "
        "chí.",
        [("theory_parts", "likely", "5 + 7 = 12 ≠ 11")],
        id="levels of theory beyond the committee",
    ),
    pytest.param(
        "Ban Chấp hành có 12 đồng chí; cao cấp lý luận chính trị 05 đồng chí, trung cấp 06 đồng "
        "chí.",
        [],
        id="levels of theory within the committee",
    ),
]
SHARES = [
    pytest.param(
        "Ban Chấp hành Đảng bộ gồm có 07 đồng chí, trong đó có 03 đồng chí nữ (42,9%); sau đại học "
        "05 đồng chí (57,1%); trung cấp lý luận chính trị 04 đồng chí (57,14 %).",
        [("percent_of_base", "certain", "5 / 7 = 71,4 % ≠ 57,1 %")],
        id="a share whose base two others confirm",
    ),
    pytest.param(
        "Đảng bộ có 140 đảng viên, trong đó nữ 68 đồng chí, chiếm 52,3%.",
        [("percent_of_base", "likely", "68 / 140 = 48,6 % ≠ 52,3 %")],
        id="a share alone",
    ),
    pytest.param(
        "Đảng bộ có 140 đảng viên, trong đó nữ 68 đồng chí, chiếm 48,5%.", [], id="cut, not rounded"
    ),
    pytest.param(
        "Đảng bộ có 140 đảng viên và 130 đoàn viên; nữ 68 đồng chí, chiếm 52,3%.",
        [],
        id="another number of the paragraph gives the share",
    ),
    pytest.param(
        "Đảng bộ có gần 140 đảng viên, trong đó nữ 68 đồng chí, chiếm 52,3%.",
        [],
        id="a rough base",
    ),
    pytest.param(
        "Phát triển đảng viên chưa tốt: kết nạp 5/9 đảng viên, đạt 65,6%.",
        [("fraction_percent", "certain", "5 / 9 = 55,6 % ≠ 65,6 %")],
        id="a fraction and its share",
    ),
    pytest.param("Kết nạp 5/9 đảng viên, đạt 55,6%.", [], id="a fraction that fits"),
    pytest.param("Từ ngày 5/9 đảng viên học tập, đạt 98%.", [], id="a day is no fraction"),
    pytest.param(
        "Đảng bộ có 40 đảng viên, trong đó nữ 30 đồng chí, chiếm 175%.",
        [
            ("percent_of_base", "likely", "30 / 40 = 75 % ≠ 175 %"),
            ("percent_over_hundred", "certain", "175 % > 100 %"),
        ],
        id="more than all",
    ),
    pytest.param("Thu ngân sách đạt 104,5% kế hoạch.", [], id="more than planned"),
]
FURTHER = [
    pytest.param(
        "Tổng số cán bộ, viên chức: 96 người, nữ 61 người, nam 33 người.",
        [("gender_parts", "certain", "61 + 33 = 94 ≠ 96")],
        id="staff by label",
    ),
    pytest.param(
        "Huyện có 45 tổ chức cơ sở đảng, gồm 20 đảng bộ cơ sở và 27 chi bộ cơ sở.",
        [("listed_parts", "likely", "20 + 27 = 47 ≠ 45")],
        id="organisations of two kinds",
    ),
    pytest.param(
        "Tổ chức 18/24 buổi sinh hoạt chuyên đề, đạt tỷ lệ 85%.",
        [("fraction_percent", "certain", "18 / 24 = 75 % ≠ 85 %")],
        id="a fraction of meetings",
    ),
    pytest.param("Kết nạp 08/07 đảng viên, đạt 114,3% kế hoạch.", [], id="more than was planned"),
    pytest.param(
        "Ban Thường vụ có 05 đồng chí (Bí thư, 02 Phó Bí thư và 02 ủy viên).", [], id="a bureau"
    ),
    pytest.param(
        "Năm 2020 Đảng bộ có 98 đảng viên, nay có 110 đảng viên, tăng 22 đảng viên.",
        [("change_inside", "likely", "110 - 98 = 12 ≠ 22")],
        id="a change within a sentence",
    ),
    pytest.param(
        "Đến nay có 110 đảng viên, tăng 12 đảng viên (tăng 12,2%) so với năm 2020.",
        [],
        id="a change alone",
    ),
]
GRADES = [
    pytest.param(
        "Đánh giá 98 đảng viên: hoàn thành xuất sắc nhiệm vụ 12 đảng viên, hoàn thành tốt nhiệm vụ "
        "80 đảng viên, hoàn thành nhiệm vụ 9 đảng viên.",
        [("rating_parts", "certain", "12 + 80 + 9 = 101 > 98")],
        id="more grades than graded",
    ),
    pytest.param(
        "Đánh giá 101 đảng viên: hoàn thành xuất sắc nhiệm vụ 12 đảng viên, hoàn thành tốt nhiệm "
        "vụ 80 đảng viên, hoàn thành nhiệm vụ 9 đảng viên.",
        [],
        id="grades that add up",
    ),
    pytest.param(
        "Đảng bộ có 112 đảng viên.\n\nXếp loại đảng viên: hoàn thành xuất sắc nhiệm vụ 22; hoàn "
        "thành tốt nhiệm vụ 79; hoàn thành nhiệm vụ 13; không xếp loại 02.",
        [("rating_parts", "likely", "22 + 79 + 13 + 2 = 116 > 112")],
        id="more grades than members",
    ),
    pytest.param(
        "Đảng bộ có 112 đảng viên.\n\nXếp loại đảng viên: hoàn thành xuất sắc nhiệm vụ 20; hoàn "
        "thành tốt nhiệm vụ 79; hoàn thành nhiệm vụ 7.",
        [],
        id="fewer grades than members may be",
    ),
    pytest.param(
        "Xếp loại: hoàn thành xuất sắc nhiệm vụ 15 đảng viên (14,4%); hoàn thành tốt nhiệm vụ 80 "
        "đảng viên (79,6%); hoàn thành nhiệm vụ 9 đảng viên (8,7%).",
        [
            ("rating_percent", "likely", "80 / 104 = 76,9 % ≠ 79,6 %"),
            ("rating_shares", "certain", "14,4 + 79,6 + 8,7 = 102,7 % > 100 %"),
        ],
        id="a share of another base",
    ),
    pytest.param(
        "Xếp loại: hoàn thành xuất sắc nhiệm vụ 15 đảng viên (14,4%); hoàn thành tốt nhiệm vụ 80 "
        "đảng viên (76,9%); hoàn thành nhiệm vụ 9 đảng viên (8,7%).",
        [],
        id="shares that fit",
    ),
]
DISCIPLINE = [
    pytest.param(
        "Thi hành kỷ luật 96 đảng viên, gồm khiển trách 55, cảnh cáo 27, cách chức 4, khai trừ 9.",
        [("discipline_parts", "likely", "55 + 27 + 4 + 9 = 95 ≠ 96")],
        id="every measure, and one too few",
    ),
    pytest.param(
        "Thi hành kỷ luật 24 đảng viên (khiển trách 17, cảnh cáo 8).",
        [("discipline_parts", "certain", "17 + 8 = 25 > 24")],
        id="more measures than disciplined",
    ),
    pytest.param(
        "Thi hành kỷ luật 24 đảng viên (khiển trách 17, cảnh cáo 4).", [], id="some measures unsaid"
    ),
    pytest.param(
        "Thi hành kỷ luật 24 đảng viên, trong đó có 7 cấp ủy viên; khiển trách 17, cảnh cáo 4, "
        "cách chức 1, khai trừ 2.",
        [],
        id="those in office are among them",
    ),
]
TARGETS = [
    pytest.param(
        "Nghị quyết đề ra 15 chỉ tiêu, trong đó 6 chỉ tiêu vượt, 7 chỉ tiêu đạt, 3 chỉ tiêu không "
        "đạt.",
        [("summary_parts", "certain", "6 + 7 + 3 = 16 > 15")],
        id="more than all targets",
    ),
    pytest.param(
        "Nghị quyết đề ra 15 chỉ tiêu, trong đó 6 chỉ tiêu vượt, 7 chỉ tiêu đạt, 2 chỉ tiêu không "
        "đạt.",
        [],
        id="targets that add up",
    ),
    pytest.param(
        "Trong 13 chỉ tiêu có 4 chỉ tiêu vượt, 4 chỉ tiêu đạt, 4 chỉ tiêu không đạt, 01 chỉ tiêu "
        "không lượng hóa.",
        [],
        id="one is said not to be assessed",
    ),
    pytest.param(
        "Tổng số chỉ tiêu: 22; trong đó vượt 10 chỉ tiêu, đạt 9 chỉ tiêu, không đạt 5 chỉ tiêu.",
        [("summary_parts", "certain", "10 + 9 + 5 = 24 > 22")],
        id="all targets told apart from their parts",
    ),
    pytest.param(
        "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 91%, đạt chỉ tiêu (95%).",
        [("indicator_verdict", "likely", "91 < 95")],
        id="met below the target",
    ),
    pytest.param("Tỷ lệ hộ nghèo còn 1,2%, vượt chỉ tiêu (1,5%).", [], id="less poverty is better"),
    pytest.param(
        "Tỷ lệ hộ nghèo còn 1,8%, vượt chỉ tiêu (1,5%).",
        [("indicator_verdict", "likely", "1,8 > 1,5")],
        id="more poverty is not",
    ),
    pytest.param(
        "Giảm tỷ lệ hộ nghèo 1,8%, vượt chỉ tiêu (1,5%).", [], id="a cut of poverty is unsure"
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm 1,2%/năm, đạt chỉ tiêu (1,0%).", [], id="a cut told behind the name"
    ),
    pytest.param(
        "Tỷ lệ hộ nghèo giảm xuống còn 3,2% (Nghị quyết đề ra dưới 3%), đạt mục tiêu.",
        [("indicator_verdict", "likely", "3,2 > 3")],
        id="what is left is sure",
    ),
]
_TABLE = (
    "| TT | Chỉ tiêu | Mục tiêu | Kết quả | Đánh giá |\n|---|---|---|---|---|\n"
    "| 1 | Tỷ lệ dân số tham gia bảo hiểm y tế (%) | 92 | 93,5 | Vượt |\n"
    "| 2 | Tỷ lệ hộ nghèo (%) | 3,0 | 3,0 | Đạt |\n"
    "| 3 | Kết nạp đảng viên (đồng chí) | 40 | 31 | Chưa đạt |\n"
    "| 4 | Thu ngân sách (tỷ đồng) | 15 | 12 | Chưa đạt |\n\n"
)
TABLES = [
    pytest.param(
        _TABLE + "Trong 4 chỉ tiêu có 1 chỉ tiêu vượt, 2 chỉ tiêu đạt và 1 chỉ tiêu chưa đạt.",
        [("summary_against_table", "likely", "1 ≠ 2")],
        id="a summary that is not the table's",
    ),
    pytest.param(
        _TABLE + "Trong 4 chỉ tiêu có 1 chỉ tiêu vượt, 1 chỉ tiêu đạt và 2 chỉ tiêu chưa đạt.",
        [],
        id="a summary that is the table's",
    ),
    pytest.param(
        _TABLE + "Trong 9 chỉ tiêu có 3 chỉ tiêu vượt, 4 chỉ tiêu đạt và 2 chỉ tiêu chưa đạt.",
        [],
        id="a table of some of the targets",
    ),
    pytest.param(
        _TABLE + "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 92,5%, vượt chỉ tiêu (92%).",
        [("prose_against_table", "likely", "92,5 ≠ 93,5")],
        id="another result in the prose",
    ),
    pytest.param(
        _TABLE + "Tỷ lệ dân số tham gia bảo hiểm y tế đạt 93,5%, vượt chỉ tiêu (92%).",
        [],
        id="the same result in the prose",
    ),
    pytest.param(
        _TABLE.replace("93,5 | Vượt", "91,0 | Đạt"),
        [("indicator_verdict", "likely", "91 < 92")],
        id="a verdict in a row",
    ),
]
DATES = [
    pytest.param(
        "Ngày 30/02/2022, Đảng ủy họp chuyên đề.",
        [("impossible_date", "certain", "30 > 28")],
        id="no such day",
    ),
    pytest.param("Ngày 29/02/2020, Đảng ủy họp chuyên đề.", [], id="a leap year"),
    pytest.param("Đảng ủy họp ngày 28/02/2022.", [], id="a day that is"),
    pytest.param("Căn cứ Công văn số 30/02/2022 của huyện.", [], id="a number is no date"),
    pytest.param(
        "Ngày 31 tháng 4 năm 2022 tổ chức kiểm điểm.",
        [("impossible_date", "certain", "31 > 30")],
        id="no such day in words",
    ),
]
DENIALS = [
    pytest.param(
        "Trong năm không có đảng viên bị kỷ luật.\n\nThi hành kỷ luật 02 đảng viên bằng hình thức "
        "khiển trách.",
        [("none_against_figure", "likely", "0 ≠ 2")],
        id="none disciplined, and two",
    ),
    pytest.param(
        "Đảng bộ không có tổ chức đảng, đảng viên bị kỷ luật.\n\nThi hành kỷ luật khiển trách 01 "
        "đảng viên.",
        [("none_against_figure", "likely", "0 ≠ 1")],
        id="neither organisations nor members, and one",
    ),
    pytest.param(
        "Chi bộ thôn 3 không có đảng viên bị kỷ luật.\n\nThi hành kỷ luật 02 đảng viên bằng hình "
        "thức khiển trách.",
        [],
        id="none of one cell",
    ),
    pytest.param(
        "Tiếp nhận 12 đơn thư, không có đơn thư tồn đọng.", [], id="none of those left over"
    ),
    pytest.param(
        "Trong năm không có đơn thư khiếu nại, tố cáo.\n\nTiếp nhận và giải quyết 03 đơn thư khiếu "
        "nại, tố cáo.",
        [("none_against_figure", "likely", "0 ≠ 3")],
        id="no letters, and three",
    ),
]


_ALL = TOTALS + SHARES + FURTHER + GRADES + DISCIPLINE + TARGETS + TABLES + DATES + DENIALS


@pytest.mark.parametrize(("text", "expected"), _ALL)
def test_what_does_not_fit_is_doubted(
    text: str, expected: list[tuple[str, str, str]], words: Reference
) -> None:
    found = [(d.family, d.certainty, d.arithmetic) for d in doubts(_HEAD + text, words)]
    assert found == expected


def test_a_review_dated_years_after_its_term_is_doubted(words: Reference) -> None:
    text = (
        "ĐẢNG BỘ XÃ HÒA MẪU\n*\nHòa Mẫu, ngày 10 tháng 12 năm {year}\n\nBÁO CÁO KIỂM ĐIỂM\n"
        "Ban Chấp hành Đảng bộ xã Hòa Mẫu nhiệm kỳ 2015 - 2020\n\nI. KẾT QUẢ\n\nĐã làm tốt.\n"
    )
    found = {
        year: [(d.family, d.arithmetic) for d in doubts(text.format(year=year), words)]
        for year in (2013, 2015, 2020, 2021, 2024)
    }
    assert found == {
        2013: [("date_outside_term", "2013 < 2015")],
        2015: [],
        2020: [],
        2021: [],
        2024: [("date_outside_term", "2024 > 2020")],
    }
