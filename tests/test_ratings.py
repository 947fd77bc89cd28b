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
]

NOTHING = [
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
