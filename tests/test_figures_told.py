"""Figures of oversight, grades and targets in the wordings of news, forms and short reports."""

from decimal import Decimal

import pytest

from extractors.indicators import indicators, summaries
from extractors.oversight import oversight
from extractors.ratings import ratings
from pipeline.reference import Reference
from tests.documents import make_doc

OVERSIGHT = [
    pytest.param(
        "Thi hành kỷ luật 23 đảng viên. Nội dung vi phạm: đất đai 09 đảng viên; lối sống 08; vi "
        "phạm khác 06.",
        [("discipline", None, n) for n in (23, 9, 8, 6)],
        id="by what they had done",
    ),
    pytest.param(
        "Thi hành kỷ luật 14 đảng viên. Các vi phạm chủ yếu: đất đai (9 trường hợp), cờ bạc (5 "
        "trường hợp).",
        [("discipline", None, n) for n in (14, 9, 5)],
        id="by what they had done, in brackets",
    ),
    pytest.param(
        "Thi hành kỷ luật 31 đảng viên. Đối tượng vi phạm là huyện ủy viên: 1; chi ủy viên: 6; "
        "đảng viên không giữ chức vụ: 24.",
        [("discipline", None, n) for n in (31, 1, 6, 24)],
        id="by the posts they hold",
    ),
    pytest.param(
        "Huyện Sông Lam có 17 đảng viên bị kỷ luật, nhiều nhất tỉnh; kế đến là huyện Khe Vàng với "
        "12 đảng viên.",
        [("discipline", None, 17), ("discipline", None, 12)],
        id="by place",
    ),
    pytest.param(
        "Đã giải quyết tố cáo 08 đơn, kết quả: tố cáo đúng 01, đúng một phần 02, sai 05.",
        [("complaint", None, n) for n in (8, 1, 2, 5)],
        id="what came of complaints",
    ),
    pytest.param(
        "Kỷ luật 12 đảng viên, số còn lại chịu hình thức khiển trách (10) và cảnh cáo (2).",
        [("discipline", None, 12), ("discipline", "reprimand", 10), ("discipline", "warning", 2)],
        id="measures with their numbers in brackets",
    ),
    pytest.param(
        "Nhà trường được Chủ tịch UBND tỉnh tặng 02 bằng khen.",
        [("commendation", None, 2)],
        id="prizes",
    ),
    pytest.param(
        "Có 3 đảng viên khiếu nại kỷ luật.",
        [("complaint", None, 3)],
        id="those who complain",
    ),
]
NO_OVERSIGHT = [
    pytest.param("Nhờ kiểm tra, 19 chi bộ đã sinh hoạt đều hơn.", id="thanks to inspection"),
    pytest.param("Tại thời điểm kiểm tra có 163 đảng viên.", id="when it was inspected"),
    pytest.param("Lễ trao huy hiệu có gần 400 người dự.", id="those who attend"),
    pytest.param(
        "IV. NHIỆM VỤ 6 THÁNG CUỐI NĂM\n- Kiểm tra 12 tổ chức đảng, giám sát 10 chi bộ.",
        id="tasks of the months to come",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OVERSIGHT)
def test_figures_of_oversight_are_told_in_many_wordings(
    text: str, expected: list[tuple[str, str | None, int]], words: Reference
) -> None:
    found = oversight(make_doc(text), words)
    assert [(r.category, r.measure, r.value) for r in found] == expected


@pytest.mark.parametrize("text", NO_OVERSIGHT)
def test_what_inspection_is_only_named_in_counts_nothing(text: str, words: Reference) -> None:
    assert [(r.category, r.value) for r in oversight(make_doc(text), words)] == []


RATINGS = [
    pytest.param(
        "Xếp loại: 02 chi bộ HTXSNV, 08 chi bộ HTTNV; đảng viên: HTXSNV 28 đ/c, HTTNV 117 đ/c.",
        [
            ("party_organization", "excellent", 2),
            ("party_organization", "good", 8),
            ("party_member", "excellent", 28),
            ("party_member", "good", 117),
        ],
        id="figures before the grades, then behind them",
    ),
    pytest.param(
        "Xếp loại năm 2019: 5 chi bộ hoàn thành xuất sắc nhiệm vụ, ba chi bộ hoàn thành nhiệm vụ.",
        [("party_organization", "excellent", 5), ("party_organization", "completed", 3)],
        id="a number in words",
    ),
    pytest.param(
        "Đảng bộ được công nhận hoàn thành tốt nhiệm vụ, có hai năm hoàn thành xuất sắc nhiệm vụ.",
        [("party_organization", "good", None), ("party_organization", "excellent", None)],
        id="grades of several years",
    ),
    pytest.param(
        "Xếp loại tập thể Đảng ủy: hoàn thành tốt nhiệm vụ; 02 đồng chí hoàn thành xuất sắc nhiệm "
        "vụ.",
        [("committee", "good", None), ("individual", "excellent", 2)],
        id="comrades beside their committee",
    ),
]


@pytest.mark.parametrize(("text", "expected"), RATINGS)
def test_grades_are_told_in_many_wordings(
    text: str, expected: list[tuple[str, str, int | None]], words: Reference
) -> None:
    found = ratings(make_doc(text), words)
    assert [(r.subject, r.grade, r.value) for r in found] == expected


def test_whom_a_prize_rewards_is_not_graded_by_it(words: Reference) -> None:
    text = "Tặng giấy khen cho 45 đảng viên hoàn thành xuất sắc nhiệm vụ 5 năm liền."
    assert [r.value for r in ratings(make_doc(text), words)] == []


INDICATORS = [
    pytest.param(
        "Phấn đấu 100% chi bộ sinh hoạt đúng kỳ, 70% đảng viên dùng sổ tay điện tử.",
        [
            ("chi bộ sinh hoạt đúng kỳ", "unknown", None, Decimal(100)),
            ("đảng viên dùng sổ tay điện tử", "unknown", None, Decimal(70)),
        ],
        id="shares striven for in a row",
    ),
    pytest.param(
        "Năm 2021 phấn đấu kết nạp 05 đảng viên; tỷ lệ dự sinh hoạt đạt 90% trở lên.",
        [
            ("kết nạp 05 đảng viên", "unknown", None, Decimal(5)),
            ("tỷ lệ dự sinh hoạt", "unknown", None, Decimal(90)),
        ],
        id="what follows a semicolon is striven for too",
    ),
    pytest.param(
        "Tỷ lệ sinh viên có việc làm đạt 93,5%, vượt 3,5% so với chỉ tiêu.",
        [("Tỷ lệ sinh viên có việc làm", "exceeded", Decimal("93.5"), None)],
        id="by how much",
    ),
]
SUMMARIES = [
    pytest.param(
        "Nghị quyết đề ra 16 chỉ tiêu. Đến nay có 08 chỉ tiêu vượt, 05 chỉ tiêu đạt và 03 chỉ "
        "tiêu không đạt.",
        [(16, 8, 5, 3)],
        id="the total in the sentence before",
    ),
    pytest.param(
        "Đã hoàn thành 18 chỉ tiêu được giao, trong đó 11 chỉ tiêu vượt, 6 chỉ tiêu đạt, 1 chỉ "
        "tiêu không đạt.",
        [(18, 11, 6, 1)],
        id="a total that is itself called done",
    ),
    pytest.param(
        "Thực hiện 10 chỉ tiêu, đạt và vượt 8 (vượt 2), không đạt 2.",
        [(10, 2, 6, 2)],
        id="met and exceeded together",
    ),
]


@pytest.mark.parametrize(("text", "expected"), INDICATORS)
def test_targets_are_told_in_many_wordings(
    text: str, expected: list[tuple[str, str, Decimal | None, Decimal | None]], words: Reference
) -> None:
    found = indicators(make_doc(text), words)
    assert [(r.name, r.status, r.value, r.target) for r in found] == expected


@pytest.mark.parametrize(("text", "expected"), SUMMARIES)
def test_how_many_targets_were_reached_adds_up(
    text: str, expected: list[tuple[int, int, int, int]], words: Reference
) -> None:
    found = summaries(make_doc(text), words)
    assert [(r.total, r.exceeded, r.met, r.missed) for r in found] == expected
