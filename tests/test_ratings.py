"""Grades of quality that were awarded."""

from decimal import Decimal

import pytest

from extractors.ratings import ratings
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()

# (subject, grade, value, percent)
CASES = [
    pytest.param(
        "Kết quả xếp loại đảng viên năm 2023: HTXSNV: 12 đảng viên (15%); HTTNV: 60 đảng viên "
        "(75%); HTNV: 7 đảng viên (8,75%); KHTNV: 1 đảng viên (1,25%).",
        [
            ("party_member", "excellent", 12, Decimal("15")),
            ("party_member", "good", 60, Decimal("75")),
            ("party_member", "completed", 7, Decimal("8.75")),
            ("party_member", "failed", 1, Decimal("1.25")),
        ],
        id="figures behind abbreviated grades",
    ),
    pytest.param(
        "Đối với đảng bộ, đạt kết quả: 51,2% HTXSNV; 45% HTTNV; 2% HTNV; 1,8% Không HTNV.",
        [
            ("party_organization", "excellent", None, Decimal("51.2")),
            ("party_organization", "good", None, Decimal("45")),
            ("party_organization", "completed", None, Decimal("2")),
            ("party_organization", "failed", None, Decimal("1.8")),
        ],
        id="shares before abbreviated grades",
    ),
    pytest.param(
        "Có 02 chi bộ (chiếm 20%) được xếp loại hoàn thành xuất sắc nhiệm vụ, 08 chi bộ (80%) hoàn "
        "thành tốt nhiệm vụ.",
        [
            ("party_organization", "excellent", 2, Decimal("20")),
            ("party_organization", "good", 8, Decimal("80")),
        ],
        id="figures before the grades",
    ),
    pytest.param(
        "Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ hằng năm đạt từ 96% trở lên.",
        [("party_member", "good", None, Decimal("96"))],
        id="a share reached year by year",
    ),
    pytest.param(
        "Năm 2018, Đảng bộ được Đảng ủy Khối công nhận trong sạch, vững mạnh.",
        [("party_organization", "strong", None, None)],
        id="a grade awarded without a figure",
    ),
    pytest.param(
        "Tập thể Ban Chấp hành tự xếp loại: Hoàn thành tốt nhiệm vụ.",
        [("committee", "good", None, None)],
        id="a committee grades itself",
    ),
    pytest.param(
        "Cá nhân tự nhận mức xếp loại chất lượng: Hoàn thành xuất sắc nhiệm vụ.",
        [("individual", "excellent", None, None)],
        id="a person grades himself",
    ),
    pytest.param(
        "Toàn Đảng bộ có 12/15 chi bộ hoàn thành tốt nhiệm vụ (80%), 3/15 chi bộ hoàn "
        "thành xuất sắc nhiệm vụ (20%).",
        [
            ("party_organization", "good", 12, Decimal("80")),
            ("party_organization", "excellent", 3, Decimal("20")),
        ],
        id="shares behind the grades",
    ),
    pytest.param(
        "Về xếp loại đảng viên: Hoàn thành xuất sắc nhiệm vụ 15 đồng chí (12,1%), hoàn "
        "thành tốt nhiệm vụ 101 đồng chí (81,4%).",
        [
            ("party_member", "excellent", 15, Decimal("12.1")),
            ("party_member", "good", 101, Decimal("81.4")),
        ],
        id="comrades are members",
    ),
    pytest.param(
        "Tự xếp loại chất lượng của tập thể Ban Thường vụ: Hoàn thành tốt nhiệm vụ.",
        [
            ("committee", "good", None, None),
        ],
        id="a standing committee grades itself",
    ),
    pytest.param(
        "Chi bộ được Đảng ủy xếp loại Hoàn thành tốt nhiệm vụ 3 năm liền.",
        [
            ("party_organization", "good", None, None),
        ],
        id="years are no figure",
    ),
    pytest.param(
        "Đảng bộ nhiều năm liền đạt danh hiệu trong sạch, vững mạnh.",
        [
            ("party_organization", "strong", None, None),
        ],
        id="a title held for years",
    ),
    pytest.param(
        "Bình quân hằng năm có 20% chi bộ hoàn thành xuất sắc nhiệm vụ, 75% hoàn thành tốt nhiệm "
        "vụ.",
        [
            ("party_organization", "excellent", None, Decimal("20")),
            ("party_organization", "good", None, Decimal("75")),
        ],
        id="the second share goes on with the subject",
    ),
    pytest.param(
        "Đảng bộ được Huyện ủy đánh giá hoàn thành tốt nhiệm vụ năm 2021, hoàn thành xuất sắc "
        "nhiệm vụ năm 2022.",
        [
            ("party_organization", "good", None, None),
            ("party_organization", "excellent", None, None),
        ],
        id="a grade a year",
    ),
    pytest.param(
        "☐ Hoàn thành xuất sắc nhiệm vụ\n\n☒ Hoàn thành tốt nhiệm vụ",
        [("party_organization", "good", None, None)],
        id="a box that is ticked",
    ),
    pytest.param(
        "Xếp loại tổ chức đảng: trong sạch vững mạnh 35, hoàn thành nhiệm vụ 3, không xếp loại 02.",
        [
            ("party_organization", "strong", 35, None),
            ("party_organization", "completed", 3, None),
        ],
        id="bare figures behind grades, some not graded",
    ),
    pytest.param(
        "Chi bộ Kho ba năm liền hoàn thành xuất sắc nhiệm vụ.\n\nTự xếp loại: Ban Thường vụ hoàn "
        "thành tốt nhiệm vụ.",
        [
            ("party_organization", "excellent", None, None),
            ("committee", "good", None, None),
        ],
        id="a grade of some years, a label and its grade",
    ),
    pytest.param(
        "Đảng viên: hoàn thành xuất sắc 5 đồng chí (10%); hoàn thành tốt 45 đồng chí (90%).",
        [
            ("party_member", "excellent", 5, Decimal("10")),
            ("party_member", "good", 45, Decimal("90")),
        ],
        id="grades cut short beside one another",
    ),
    pytest.param(
        "Kết quả, 91 TCCSĐ hoàn thành xuất sắc nhiệm vụ (18,3%), 374 TCCSĐ hoàn thành "
        "tốt nhiệm vụ (75,1%), 31 TCCSĐ hoàn thành nhiệm vụ, 2 TCCSĐ không hoàn thành "
        "nhiệm vụ.",
        [
            ("party_organization", "excellent", 91, Decimal("18.3")),
            ("party_organization", "good", 374, Decimal("75.1")),
            ("party_organization", "completed", 31, None),
            ("party_organization", "failed", 2, None),
        ],
        id="a noun cut short between figure and grade",
    ),
    pytest.param(
        "93,4% tổ chức cơ sở đảng của tỉnh xếp loại tốt trở lên.",
        [
            ("party_organization", "good", None, Decimal("93.4")),
        ],
        id="a scale cut short behind a share",
    ),
    pytest.param(
        "Chi bộ tự nhận mức hoàn thành tốt nhiệm vụ; 02 đảng viên được đề nghị hoàn "
        "thành xuất sắc nhiệm vụ, 10 đảng viên hoàn thành tốt nhiệm vụ, 01 đảng viên "
        "hoàn thành nhiệm vụ do mới sinh con.",
        [
            ("party_organization", "good", None, None),
            ("party_member", "excellent", 2, None),
            ("party_member", "good", 10, None),
            ("party_member", "completed", 1, None),
        ],
        id="grades proposed, the committee's without a figure",
    ),
    pytest.param(
        "Đảng viên đủ tư cách hoàn thành xuất sắc nhiệm vụ 45 đồng chí, đủ tư cách hoàn"
        " thành tốt nhiệm vụ 120 đồng chí, đủ tư cách hoàn thành nhiệm vụ 30 đồng chí, "
        "vi phạm tư cách 2 đồng chí.",
        [
            ("party_member", "excellent", 45, None),
            ("party_member", "good", 120, None),
            ("party_member", "completed", 30, None),
            ("party_member", "failed", 2, None),
        ],
        id="fit for membership, as graded before 2018",
    ),
    pytest.param(
        "Phân loại đảng viên: đủ tư cách mức 1 có 45 đồng chí, mức 2 có 30 đồng chí, "
        "mức 3 có 2 đồng chí.",
        [
            ("party_member", "excellent", 45, None),
            ("party_member", "good", 30, None),
            ("party_member", "completed", 2, None),
        ],
        id="levels of an old scale",
    ),
    pytest.param(
        "Trong 18 chi bộ có 12 chi bộ trong sạch, vững mạnh, 5 chi bộ khá, 1 chi bộ yếu kém.",
        [
            ("party_organization", "strong", 12, None),
            ("party_organization", "good", 5, None),
            ("party_organization", "failed", 1, None),
        ],
        id="old grades of organisations",
    ),
    pytest.param(
        "Năm 1997 có 65% tổ chức cơ sở đảng trong sạch vững mạnh, 30% khá, 5% yếu kém.",
        [
            ("party_organization", "strong", None, Decimal("65")),
            ("party_organization", "good", None, Decimal("30")),
            ("party_organization", "failed", None, Decimal("5")),
        ],
        id="old grades by share",
    ),
    pytest.param(
        "Có 38 tổ chức đạt trong sạch, vững mạnh, chiếm 62,3% (7 tổ chức tiêu biểu); 20"
        " tổ chức hoàn thành tốt nhiệm vụ, chiếm 32,8%; 3 tổ chức hoàn thành nhiệm vụ "
        "(4,9%); không tổ chức nào yếu kém.",
        [
            ("party_organization", "strong", 38, Decimal("62.3")),
            ("party_organization", "strong", 7, None),
            ("party_organization", "good", 20, Decimal("32.8")),
            ("party_organization", "completed", 3, Decimal("4.9")),
        ],
        id="a bracket inside the list, none of the worst",
    ),
    pytest.param(
        "Đảng bộ tự xếp hoàn thành tốt nhiệm vụ.",
        [
            ("party_organization", "good", None, None),
        ],
        id="graded by itself",
    ),
    pytest.param(
        "Thuận lợi: Khoa tạo mọi điều kiện; hai năm liên tục chi bộ đạt trong sạch, vững mạnh.",
        [
            ("party_organization", "strong", None, None),
        ],
        id="a circumstance ahead of the grade",
    ),
    pytest.param(
        "Chi bộ 5 năm liền giữ danh hiệu trong sạch vững mạnh.",
        [
            ("party_organization", "strong", None, None),
        ],
        id="a title held for years in a row",
    ),
    pytest.param(
        "Đảng viên hoàn thành xuất sắc nhiệm vụ bình quân hằng năm đạt 14,5%.",
        [
            ("party_member", "excellent", None, Decimal("14.5")),
        ],
        id="an average of years",
    ),
    pytest.param(
        "Tập thể Ban Thường vụ: hoàn thành tốt nhiệm vụ; cá nhân: 02 đồng chí hoàn "
        "thành xuất sắc nhiệm vụ, 09 đồng chí hoàn thành tốt nhiệm vụ.",
        [
            ("committee", "good", None, None),
            ("individual", "excellent", 2, None),
            ("individual", "good", 9, None),
        ],
        id="a committee and its persons",
    ),
    pytest.param(
        "Viên chức: 12 người hoàn thành xuất sắc nhiệm vụ, 40 người hoàn thành tốt "
        "nhiệm vụ, 2 người không hoàn thành nhiệm vụ.",
        [
            ("individual", "excellent", 12, None),
            ("individual", "good", 40, None),
            ("individual", "failed", 2, None),
        ],
        id="public servants are persons",
    ),
    pytest.param(
        "Một chi bộ bị xếp loại không hoàn thành nhiệm vụ.",
        [
            ("party_organization", "failed", 1, None),
        ],
        id="a spelled number of those graded badly",
    ),
    pytest.param(
        "100% chi bộ hoàn thành tốt nhiệm vụ trở lên, trong đó 18,5% hoàn thành xuất sắc nhiệm vụ.",
        [
            ("party_organization", "good", None, Decimal("100")),
            ("party_organization", "excellent", None, Decimal("18.5")),
        ],
        id="a share of which another is a part",
    ),
    pytest.param(
        "Chất lượng đảng viên: Xuất sắc 12 đ/c, tốt 40 đ/c, hoàn thành 5 đ/c.",
        [
            ("party_member", "excellent", 12, None),
            ("party_member", "good", 40, None),
            ("party_member", "completed", 5, None),
        ],
        id="grades of one word behind the head",
    ),
    pytest.param(
        "Chi bộ trong sạch vững mạnh: 15/18, đạt 83,3%.",
        [
            ("party_organization", "strong", 15, Decimal("83.3")),
        ],
        id="a ratio and its share",
    ),
    pytest.param(
        "- Hoàn thành xuất sắc nhiệm vụ: 15 chi bộ (20%).\n\n- Hoàn thành tốt nhiệm vụ: "
        "55 chi bộ (73,3%).\n\n- Hoàn thành nhiệm vụ: 05 chi bộ (6,7%).",
        [
            ("party_organization", "excellent", 15, Decimal("20")),
            ("party_organization", "good", 55, Decimal("73.3")),
            ("party_organization", "completed", 5, Decimal("6.7")),
        ],
        id="items",
    ),
    pytest.param(
        "Ban Thường vụ Huyện ủy quyết định công nhận 12 đảng bộ, chi bộ cơ sở hoàn "
        "thành xuất sắc nhiệm vụ năm 2022.",
        [
            ("party_organization", "excellent", 12, None),
        ],
        id="recognised by a committee",
    ),
    pytest.param(
        "Trong 214 đảng viên được đánh giá, xếp loại có 31 đảng viên (14,49%) hoàn "
        "thành xuất sắc nhiệm vụ; 170 đảng viên (79,44%) hoàn thành tốt nhiệm vụ; 13 "
        "đảng viên (6,07%) hoàn thành nhiệm vụ.",
        [
            ("party_member", "excellent", 31, Decimal("14.49")),
            ("party_member", "good", 170, Decimal("79.44")),
            ("party_member", "completed", 13, Decimal("6.07")),
        ],
        id="shares in brackets behind the noun",
    ),
    pytest.param(
        "Ba năm 2020, 2021, 2022 chi bộ đều hoàn thành tốt nhiệm vụ, riêng năm 2023 "
        "hoàn thành xuất sắc nhiệm vụ.",
        [
            ("party_organization", "good", None, None),
            ("party_organization", "excellent", None, None),
        ],
        id="years told ahead, another apart",
    ),
    pytest.param(
        "Kết quả xếp loại chi bộ\nMức xếp loại | Số chi bộ | Tỷ lệ\nHTXSNV | 3 | 20%\n"
        "HTTNV | 12 | 80%\nKhông HTNV | 0 | 0%",
        [
            ("party_organization", "excellent", 3, Decimal("20")),
            ("party_organization", "good", 12, Decimal("80")),
        ],
        id="rows of a table whose head says who was graded",
    ),
    pytest.param(
        "Cá nhân các đồng chí ủy viên Ban Chấp hành:\n\n- Hoàn thành xuất sắc nhiệm vụ: 02 đồng "
        "chí.\n\n- Hoàn thành tốt nhiệm vụ: 09 đồng chí.",
        [("individual", "excellent", 2, None), ("individual", "good", 9, None)],
        id="the line above a list says who was graded",
    ),
    pytest.param(
        "Kết quả bỏ phiếu xếp loại chi ủy: Hoàn thành xuất sắc nhiệm vụ: 2/25 phiếu; Hoàn thành "
        "tốt nhiệm vụ: 23/25 phiếu. Đề nghị xếp loại chi ủy hoàn thành tốt nhiệm vụ.",
        [("committee", "good", None, None)],
        id="votes are no grades",
    ),
    pytest.param(
        "Còn 1 chi bộ hai năm liền chỉ hoàn thành nhiệm vụ; 43 đảng viên có đạo được xếp loại "
        "xuất sắc.",
        [("party_organization", "completed", 1, None), ("party_member", "excellent", 43, None)],
        id="words between the noun and its grade",
    ),
    pytest.param(
        "Hằng năm có 85 - 90% đảng viên đủ tư cách hoàn thành tốt nhiệm vụ, 10 - 12% hoàn thành "
        "xuất sắc nhiệm vụ.",
        [
            ("party_member", "good", None, Decimal("85")),
            ("party_member", "excellent", None, Decimal("10")),
        ],
        id="a range of shares gives its first bound",
    ),
    pytest.param(
        "Chi bộ Văn phòng được Đảng ủy công nhận hoàn thành xuất sắc nhiệm vụ, 2 đảng viên được "
        "tặng giấy khen.",
        [("party_organization", "excellent", None, None)],
        id="a figure behind a comma belongs to what follows",
    ),
    pytest.param(
        "Có 5 đồng chí được xếp loại hoàn thành xuất sắc nhiệm vụ, còn lại đều hoàn thành tốt "
        "nhiệm vụ.",
        [("party_member", "excellent", 5, None)],
        id="the others are not counted",
    ),
]

NOTHING = [
    pytest.param("Không có đảng viên không hoàn thành nhiệm vụ.", id="none of the worst"),
    pytest.param("Không còn chi bộ yếu kém.", id="no weak cell left"),
    pytest.param("Khắc phục tình trạng yếu kém trong sinh hoạt chi bộ.", id="a weakness overcome"),
    pytest.param("Còn 3 chi bộ sinh hoạt yếu, nghị quyết chung chung.", id="weak meetings"),
    pytest.param(
        "Tặng giấy khen cho 5 chi bộ hoàn thành xuất sắc nhiệm vụ năm 2021.",
        id="those whom it rewards",
    ),
    pytest.param("Góp phần xây dựng 5 chi bộ trong sạch, vững mạnh.", id="cells to be built"),
    pytest.param("Trường có 30% học sinh khá, 5% học sinh yếu.", id="places far and good"),
    pytest.param("Hạnh kiểm tốt 95%, khá 5%.", id="pupils"),
    pytest.param(
        "Phân công cấp ủy viên giúp 14 chi bộ yếu kém vươn lên.", id="those whom it helps"
    ),
    pytest.param(
        "Xếp loại chi bộ bình quân trung bình 98,7% số phiếu.", id="an average is no grade"
    ),
    pytest.param("Không hoàn thành nhiệm vụ: 0 chi bộ.", id="nobody"),
    pytest.param(
        "Số đảng viên xếp loại Hoàn thành xuất sắc nhiệm vụ không vượt quá 20%.", id="a rule"
    ),
    pytest.param("Phấn đấu 90% chi bộ hoàn thành tốt nhiệm vụ.", id="a pledge"),
    pytest.param("Đơn vị đã hoàn thành tốt nhiệm vụ được giao.", id="work well done"),
    pytest.param("Đã hoàn thành 12 chỉ tiêu, đạt 100% kế hoạch.", id="targets"),
    pytest.param("Xây dựng Đảng bộ trong sạch, vững mạnh.", id="building the Party"),
    pytest.param("Mức xếp loại: HTXSNV, HTTNV, HTNV, không HTNV.", id="the scale itself"),
    pytest.param("Đảng viên bị kỷ luật thì xếp loại không hoàn thành nhiệm vụ.", id="consequence"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_grade_awarded_is_a_rating(
    text: str, expected: list[tuple[str, str, int | None, Decimal | None]]
) -> None:
    found = ratings(make_doc(text), REFERENCE)
    assert [(r.subject, r.grade, r.value, r.percent) for r in found] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_names_a_grade_is_no_rating(text: str) -> None:
    assert list(ratings(make_doc(text), REFERENCE)) == []
