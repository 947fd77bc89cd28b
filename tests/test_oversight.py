"""Figures of inspection, supervision, discipline, commendation and complaint."""

import pytest

from extractors.oversight import oversight
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()

# (category, subject, measure, value)
CASES = [
    pytest.param(
        "Cấp ủy các cấp kiểm tra 31 tổ chức đảng, 1.204 đảng viên (có 40 cấp ủy viên); giám sát "
        "15 tổ chức đảng, 9 đảng viên.",
        [
            ("inspection", "organization", None, 31),
            ("inspection", "party_member", None, 1204),
            ("inspection", "party_member", None, 40),
            ("supervision", "organization", None, 15),
            ("supervision", "party_member", None, 9),
        ],
        id="a verb governs its list and the bracket",
    ),
    pytest.param(
        "Đã thi hành kỷ luật 19 đảng viên (có 3 cấp ủy viên), bằng các hình thức: Khiển trách 12, "
        "cảnh cáo 5, cách chức 1, khai trừ ra khỏi Đảng 1 trường hợp.",
        [
            ("discipline", "party_member", None, 19),
            ("discipline", "party_member", None, 3),
            ("discipline", "party_member", "reprimand", 12),
            ("discipline", "party_member", "warning", 5),
            ("discipline", "party_member", "dismissal", 1),
            ("discipline", "party_member", "expulsion", 1),
        ],
        id="bare numbers behind the measures",
    ),
    pytest.param(
        "Trong năm 2019, 212 đảng viên ở huyện này bị kỷ luật, trong đó có 180 người bị khiển "
        "trách, 22 người bị cảnh cáo, 6 người bị cách chức và 4 người bị khai trừ.",
        [
            ("discipline", "party_member", None, 212),
            ("discipline", "party_member", "reprimand", 180),
            ("discipline", "party_member", "warning", 22),
            ("discipline", "party_member", "dismissal", 6),
            ("discipline", "party_member", "expulsion", 4),
        ],
        id="the act stands behind the figure",
    ),
    pytest.param(
        "Gần 300 đảng viên ở Sông Trúc bị kỷ luật",
        [("discipline", "party_member", None, 300)],
        id="a headline with an approximate number",
    ),
    pytest.param(
        "Kỷ luật cảnh cáo đối với 2 đảng viên, khiển trách đối với 5 đảng viên và 1 tổ chức đảng.",
        [
            ("discipline", "party_member", "warning", 2),
            ("discipline", "party_member", "reprimand", 5),
            ("discipline", "organization", "reprimand", 1),
        ],
        id="đối với parts the measure from its figure",
    ),
    pytest.param(
        "Ủy ban Kiểm tra đã kiểm tra, giám sát đối với 45 đảng viên, gần 60 tổ chức đảng, giải "
        "quyết khiếu nại kỷ luật hai trường hợp.",
        [
            ("inspection", "party_member", None, 45),
            ("inspection", "organization", None, 60),
            ("complaint", "case", None, 2),
        ],
        id="a joint figure is inspection and a number may be a word",
    ),
    pytest.param(
        "Đảng ủy đã tổ chức 04 cuộc kiểm tra, 03 đợt giám sát chuyên đề; tiếp nhận 02 đơn thư.",
        [
            ("inspection", "case", None, 4),
            ("supervision", "case", None, 3),
            ("complaint", "case", None, 2),
        ],
        id="rounds of inspection and letters",
    ),
    pytest.param(
        "Đảng ủy khen thưởng 06 tập thể và 18 cá nhân tiêu biểu; 05 đảng viên được tặng Huy hiệu "
        "30 năm tuổi Đảng.",
        [
            ("commendation", "organization", None, 6),
            ("commendation", "individual", None, 18),
            ("commendation", "party_member", None, 5),
        ],
        id="awards and badges; thirty years are no figure",
    ),
    pytest.param(
        "Giải quyết khiếu nại của 12 đảng viên (giữ nguyên hình thức kỷ luật 9 trường hợp, tăng 1 "
        "trường hợp, giảm 2 trường hợp).",
        [
            ("complaint", "party_member", None, 12),
            ("complaint", "case", None, 9),
            ("complaint", "case", None, 1),
            ("complaint", "case", None, 2),
        ],
        id="outcomes of complaints are complaints",
    ),
    pytest.param(
        "Có tổng cộng 88 đảng viên bị thi hành kỷ luật (3 người bị khai trừ, khiển trách 70 "
        "người, còn lại là bị cảnh cáo).",
        [
            ("discipline", "party_member", None, 88),
            ("discipline", "party_member", "expulsion", 3),
            ("discipline", "party_member", "reprimand", 70),
        ],
        id="both orders in one bracket",
    ),
    pytest.param(
        "Quận đã kỷ luật đến 21 đảng viên. Trong số này có 4 cấp ủy viên.",
        [("discipline", "party_member", None, 21), ("discipline", "party_member", None, 4)],
        id="the next sentence goes on",
    ),
    pytest.param(
        "Hình thức kỷ luật: 17 khiển trách, 04 cảnh cáo.",
        [
            ("discipline", "party_member", "reprimand", 17),
            ("discipline", "party_member", "warning", 4),
        ],
        id="the number before its measure",
    ),
    pytest.param(
        "Năm 2022, số đảng viên bị xử lý kỷ luật trong toàn Đảng bộ là 84 (tăng 6,1% so với năm "
        "2021).",
        [("discipline", "party_member", None, 84)],
        id="the number behind là",
    ),
]

NOTHING = [
    pytest.param("Năm 2023, Đảng ủy sẽ kiểm tra 03 chi bộ.", id="planned"),
    pytest.param("Phấn đấu kiểm tra 100% chi bộ trực thuộc.", id="a share"),
    pytest.param("Ủy ban Kiểm tra Đảng ủy gồm 05 đồng chí.", id="the name of a body"),
    pytest.param("Có 3 cấp ủy chưa tiến hành kiểm tra, giám sát.", id="not done"),
    pytest.param("66 trường hợp bị xử lý hình sự.", id="the courts"),
    pytest.param("Theo khoản 2 Điều 8 về kỷ luật đảng viên.", id="an article"),
    pytest.param("Kiểm tra, giám sát theo Quy định số 22-QĐ/TW.", id="a document number"),
    pytest.param("Chấp hành kỷ luật lao động, 12 phòng chức năng đi vào nền nếp.", id="discipline"),
    pytest.param("Đảng bộ có 130 đảng viên, không có đảng viên bị kỷ luật.", id="none disciplined"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_figure_of_oversight_is_a_record(
    text: str, expected: list[tuple[str, str, str | None, int]]
) -> None:
    found = oversight(make_doc(text), REFERENCE)
    assert [(r.category, r.subject, r.measure, r.value) for r in found] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_oversight_is_none(text: str) -> None:
    assert list(oversight(make_doc(text), REFERENCE)) == []
