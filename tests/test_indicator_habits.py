"""The many ways in which texts tell a target and what became of it."""

from decimal import Decimal

import pytest

from extractors.indicators import indicators
from pipeline.records import Indicator
from pipeline.reference import Reference
from tests.documents import make_doc


def told(record: Indicator) -> tuple[object, ...]:
    return (record.name, record.status, record.value, record.target, record.unit)


HABITS = [
    pytest.param(
        "Đảng bộ kết nạp 12/10 đảng viên (đạt 120% chỉ tiêu giao).",
        [
            ("kết nạp 12/10 đảng viên", "exceeded", Decimal("12"), Decimal("10"), None),
        ],
        id="a ratio and its share",
    ),
    pytest.param(
        "Công tác phát triển đảng viên đạt 100% chỉ tiêu đề ra.",
        [
            ("phát triển đảng viên", "met", Decimal("100"), None, "%"),
        ],
        id="a share of a target reached whole",
    ),
    pytest.param(
        "Vận động quỹ vì người nghèo được 120 triệu đồng, bằng 150% chỉ tiêu trên giao.",
        [
            ("Vận động quỹ vì người nghèo", "exceeded", Decimal("120"), None, "triệu đồng"),
        ],
        id="a share behind the amount",
    ),
    pytest.param(
        "Giao quân đạt 100% chỉ tiêu.",
        [
            ("Giao quân", "met", Decimal("100"), None, "%"),
        ],
        id="a name of two words",
    ),
    pytest.param(
        "Tổng giá trị sản xuất đạt 1.250 tỷ đồng (tăng 12% so với năm 2021, bằng 101,3% KH).",
        [
            ("Tổng giá trị sản xuất", "exceeded", Decimal("1250"), None, "tỷ đồng"),
        ],
        id="a share behind a comparison in a bracket",
    ),
    pytest.param(
        "Trồng mới 35 ha cây ăn quả, = 116,6% KH.",
        [
            ("Trồng mới 35 ha cây ăn quả", "exceeded", Decimal("116.6"), None, "%"),
        ],
        id="an equals sign",
    ),
    pytest.param(
        "Đảng bộ huyện kết nạp 174 đảng viên, vượt 8,7% kế hoạch.",
        [
            ("kết nạp 174 đảng viên", "exceeded", Decimal("174"), None, "đảng viên"),
        ],
        id="by what share it was exceeded",
    ),
    pytest.param(
        "Kết nạp 25 đảng viên, vượt 5 đồng chí so với chỉ tiêu.",
        [
            ("Kết nạp 25 đảng viên", "exceeded", Decimal("25"), None, "đảng viên"),
        ],
        id="by how many it was exceeded",
    ),
    pytest.param(
        "Năm 2022 kết nạp 18 đảng viên, vượt chỉ tiêu 03 đồng chí.",
        [
            ("kết nạp 18 đảng viên", "exceeded", Decimal("18"), None, "đảng viên"),
        ],
        id="by how many it was exceeded, behind the target",
    ),
    pytest.param(
        "Thu hút vốn đầu tư 2.100 tỷ đồng, gấp 1,5 lần chỉ tiêu nghị quyết.",
        [
            ("Thu hút vốn đầu tư 2.100 tỷ đồng", "exceeded", None, None, None),
        ],
        id="so many times the target",
    ),
    pytest.param(
        "Phát triển tổ chức đảng trong doanh nghiệp chỉ bằng một nửa chỉ tiêu.",
        [
            ("Phát triển tổ chức đảng trong doanh nghiệp", "missed", None, None, None),
        ],
        id="half of the target",
    ),
    pytest.param(
        "Kết nạp đảng viên là học sinh chỉ đạt 2/3 chỉ tiêu.",
        [
            ("Kết nạp đảng viên là học sinh", "missed", None, None, None),
        ],
        id="a fraction of the target",
    ),
    pytest.param(
        "Thu hồi nợ thuế hoàn thành 85% kế hoạch.",
        [
            ("Thu hồi nợ thuế", "missed", Decimal("85"), None, "%"),
        ],
        id="a share fulfilled",
    ),
    pytest.param(
        "Sản lượng cà phê nhân 3.120 tấn, đạt 97,8% so KH, tăng 2% so CK.",
        [
            ("Sản lượng cà phê nhân 3.120 tấn", "missed", Decimal("97.8"), None, "%"),
        ],
        id="targets cut short",
    ),
    pytest.param(
        "Tỷ lệ giải ngân vốn đầu tư công đạt 71,3%, thấp hơn kế hoạch 23,7%.",
        [
            ("Tỷ lệ giải ngân vốn đầu tư công", "missed", Decimal("71.3"), None, "%"),
        ],
        id="by how much it fell short",
    ),
    pytest.param(
        "Sáu tháng đầu năm, toàn huyện kết nạp 61 đảng viên, bằng 46,9% kế hoạch năm.",
        [
            ("kết nạp 61 đảng viên", "unknown", Decimal("46.9"), None, "%"),
        ],
        id="the plan of a year after six months",
    ),
    pytest.param(
        "Đến hết quý I, thu ngân sách đạt 22,4 tỷ đồng, bằng 28% dự toán cả năm.",
        [
            ("thu ngân sách", "unknown", Decimal("22.4"), None, "tỷ đồng"),
        ],
        id="the budget of a year after a quarter",
    ),
    pytest.param(
        "Chín tháng qua, huyện kết nạp được 160 đảng viên, đạt 106,6% chỉ tiêu năm.",
        [
            ("kết nạp được 160 đảng viên", "exceeded", Decimal("160"), None, "đảng viên"),
        ],
        id="more than the plan of a year before it ends",
    ),
    pytest.param(
        "Chỉ tiêu mỗi năm kết nạp 02 đảng viên không đạt do thiếu nguồn.",
        [
            ("Chỉ tiêu mỗi năm kết nạp 02 đảng viên", "missed", None, Decimal("2"), "đảng viên"),
        ],
        id="what the target's name sets",
    ),
    pytest.param(
        "Chỉ tiêu kết nạp 05 đảng viên của Nghị quyết Đại hội chi bộ nhiệm kỳ 2017 - 2020 đã vượt.",
        [
            ("Chỉ tiêu kết nạp 05 đảng viên", "exceeded", None, Decimal("5"), "đảng viên"),
        ],
        id="who set it is not its name",
    ),
    pytest.param(
        "Hai năm liền chi bộ vượt chỉ tiêu kết nạp đảng viên.",
        [
            ("chỉ tiêu kết nạp đảng viên", "exceeded", None, None, None),
        ],
        id="the name behind the verdict",
    ),
    pytest.param(
        "Nhiều năm liền Đảng bộ xã hụt chỉ tiêu kết nạp đảng viên.",
        [
            ("kết nạp đảng viên", "missed", None, None, None),
        ],
        id="a target fallen short of",
    ),
    pytest.param(
        "Việc kết nạp đảng viên còn thiếu 3 đồng chí so với chỉ tiêu.",
        [
            ("kết nạp đảng viên", "missed", None, None, None),
        ],
        id="how many were wanting",
    ),
    pytest.param(
        "Thu ngân sách hụt 2,1 tỷ đồng so với dự toán.",
        [
            ("Thu ngân sách", "missed", None, None, None),
        ],
        id="revenue that falls short",
    ),
    pytest.param(
        "Phát triển đảng viên còn thấp so với chỉ tiêu nghị quyết.",
        [
            ("Phát triển đảng viên", "missed", None, None, None),
        ],
        id="low against the target",
    ),
    pytest.param(
        "Kết nạp đảng viên cơ bản đạt kế hoạch.",
        [
            ("Kết nạp đảng viên", "met", None, None, None),
        ],
        id="nearly reached",
    ),
    pytest.param(
        "Chi bộ không kết nạp được đảng viên nào, trong khi nghị quyết đề ra 02 đồng chí.",
        [
            ("kết nạp được đảng viên", "missed", None, Decimal("2"), "đồng chí"),
        ],
        id="none at all",
    ),
    pytest.param(
        "Nghị quyết đề ra kết nạp 40 đảng viên, kết quả kết nạp được 43 đồng chí.",
        [
            ("kết nạp 40 đảng viên", "unknown", Decimal("43"), Decimal("40"), "đồng chí"),
        ],
        id="set, then reached",
    ),
    pytest.param(
        "Nghị quyết đề ra kết nạp 40 đảng viên, kết quả chỉ kết nạp được 31 đồng chí.",
        [
            ("kết nạp 40 đảng viên", "missed", Decimal("31"), Decimal("40"), "đồng chí"),
        ],
        id="set, then only so many reached",
    ),
    pytest.param(
        "Đại hội đề ra chỉ tiêu kết nạp 15 đảng viên, đến nay đã kết nạp 17 đồng chí, vượt "
        "chỉ tiêu.",
        [
            ("kết nạp 15 đảng viên", "exceeded", Decimal("17"), Decimal("15"), "đồng chí"),
        ],
        id="set, reached and judged",
    ),
    pytest.param(
        "Bình quân mỗi năm kết nạp 100 đảng viên (chỉ tiêu 80).",
        [
            ("kết nạp 100 đảng viên", "unknown", Decimal("100"), Decimal("80"), "đảng viên"),
        ],
        id="an average beside its target",
    ),
    pytest.param(
        "Các đảng bộ trong huyện chỉ kết nạp 855 đảng viên, trong khi chỉ tiêu là 1.200.",
        [
            ("kết nạp 855 đảng viên", "missed", Decimal("855"), Decimal("1200"), "đảng viên"),
        ],
        id="only so many, where the target is more",
    ),
    pytest.param(
        "Cả tỉnh chỉ kết nạp 1.855 đảng viên, trong khi mỗi năm phải có 2.500 người mới đủ "
        "chỉ tiêu.",
        [
            ("kết nạp 1.855 đảng viên", "missed", Decimal("1855"), Decimal("2500"), "đảng viên"),
        ],
        id="so many would be wanted",
    ),
    pytest.param(
        "Chỉ tiêu kết nạp là 20 nhưng chỉ kết nạp được 14 đảng viên.",
        [
            ("kết nạp", "missed", Decimal("14"), Decimal("20"), "đảng viên"),
        ],
        id="but only so many",
    ),
    pytest.param(
        "Kết nạp được 12 đảng viên/chỉ tiêu 10 đảng viên, đạt 120%.",
        [
            ("Kết nạp được 12 đảng viên", "exceeded", Decimal("12"), Decimal("10"), "đảng viên"),
        ],
        id="targets behind a stroke",
    ),
    pytest.param(
        "- Kết nạp đảng viên: 9/8 đồng chí, đạt 112,5%.",
        [
            ("Kết nạp đảng viên", "exceeded", Decimal("9"), Decimal("8"), None),
        ],
        id="a part of an item and its share",
    ),
    pytest.param(
        "- Tỷ lệ gia đình văn hóa: 92,3%/90%, vượt chỉ tiêu.",
        [
            ("Tỷ lệ gia đình văn hóa", "exceeded", Decimal("92.3"), Decimal("90"), "%"),
        ],
        id="shares over one another",
    ),
    pytest.param(
        "- Chỉ tiêu 1: Kết nạp mới 10 đảng viên: Đạt 110%.",
        [
            ("Kết nạp mới 10 đảng viên", "exceeded", Decimal("110"), Decimal("10"), "%"),
        ],
        id="a numbered target and the share reached",
    ),
    pytest.param(
        "- Tỷ lệ đảng viên dự học nghị quyết: Nghị quyết 95%, thực hiện 97,5%, vượt 2,5%.",
        [
            ("Tỷ lệ đảng viên dự học nghị quyết", "exceeded", Decimal("97.5"), Decimal("95"), "%"),
        ],
        id="set and done behind a name",
    ),
    pytest.param(
        "Hai chỉ tiêu không đạt là tỷ lệ hộ nghèo và tỷ lệ che phủ rừng.",
        [
            ("tỷ lệ hộ nghèo", "missed", None, None, None),
            ("tỷ lệ che phủ rừng", "missed", None, None, None),
        ],
        id="those missed, named behind",
    ),
    pytest.param(
        "Có 2 chỉ tiêu chưa đạt, đó là: số xã nông thôn mới và tỷ lệ tảo hôn.",
        [
            ("số xã nông thôn mới", "missed", None, None, None),
            ("tỷ lệ tảo hôn", "missed", None, None, None),
        ],
        id="those missed, after a colon",
    ),
    pytest.param(
        "Chỉ tiêu bảo hiểm xã hội tự nguyện khó hoàn thành.",
        [],
        id="hard to reach is no verdict",
    ),
    pytest.param(
        "Mục tiêu xây dựng xã đạt chuẩn nông thôn mới nâng cao chưa hoàn thành.",
        [
            ("Mục tiêu xây dựng xã đạt chuẩn nông thôn mới nâng cao", "missed", None, None, None),
        ],
        id="an aim not reached",
    ),
    pytest.param(
        "Mục tiêu 100% thôn có nhà văn hóa chưa đạt.",
        [
            ("Mục tiêu 100% thôn có nhà văn hóa", "missed", None, Decimal("100"), "%"),
        ],
        id="an aim's share",
    ),
    pytest.param(
        "Độ che phủ rừng 52,1%, vượt 0,1% so với nghị quyết.",
        [
            ("Độ che phủ rừng", "exceeded", Decimal("52.1"), None, "%"),
        ],
        id="by a share of the resolution",
    ),
    pytest.param(
        "Tỷ lệ nữ trong cấp ủy đạt 17,3%, vượt mức 15% theo yêu cầu.",
        [
            ("Tỷ lệ nữ trong cấp ủy", "exceeded", Decimal("17.3"), Decimal("15"), "%"),
        ],
        id="a level that is demanded",
    ),
    pytest.param(
        "Nữ cấp ủy viên: 9 người (17,3%), vượt mức 15% mà chỉ thị nêu.",
        [
            ("Nữ cấp ủy viên", "exceeded", Decimal("17.3"), Decimal("15"), "%"),
        ],
        id="a level behind a share in brackets",
    ),
    pytest.param(
        "Tỷ lệ nữ ủy viên 12%, chưa đạt tỷ lệ 15% theo quy định.",
        [
            ("Tỷ lệ nữ ủy viên", "missed", Decimal("12"), Decimal("15"), "%"),
        ],
        id="a rate that rules demand",
    ),
    pytest.param(
        "Nhiệm kỳ tới, đại hội đặt mục tiêu: thu nhập bình quân 62 triệu đồng/người/năm; mỗi "
        "năm giảm 0,5% hộ nghèo; kết nạp 40 đảng viên; trên 90% chi bộ hoàn thành tốt nhiệm "
        "vụ.",
        [
            ("thu nhập bình quân", "unknown", None, Decimal("62"), "triệu đồng/người/năm"),
            ("hộ nghèo", "unknown", None, Decimal("0.5"), "%"),
            ("kết nạp 40 đảng viên", "unknown", None, Decimal("40"), "đảng viên"),
            ("chi bộ hoàn thành tốt nhiệm vụ", "unknown", None, Decimal("90"), "%"),
        ],
        id="aims of a term",
    ),
    pytest.param(
        "Đại hội thống nhất phấn đấu 100% đảng viên hoàn thành tốt nhiệm vụ, không có đảng "
        "viên vi phạm kỷ luật.",
        [
            ("đảng viên hoàn thành tốt nhiệm vụ", "unknown", None, Decimal("100"), "%"),
            ("không có đảng viên vi phạm kỷ luật", "unknown", None, None, None),
        ],
        id="an aim without a number",
    ),
    pytest.param(
        "Năm nay, Huyện ủy giao chỉ tiêu kết nạp 250 đảng viên.",
        [
            ("kết nạp 250 đảng viên", "unknown", None, Decimal("250"), "đảng viên"),
        ],
        id="a target assigned",
    ),
    pytest.param(
        "Nghị quyết xác định mỗi năm kết nạp từ 30 đảng viên mới trở lên.",
        [
            (
                "mỗi năm kết nạp từ 30 đảng viên mới trở lên",
                "unknown",
                None,
                Decimal("30"),
                "đảng viên",
            ),
        ],
        id="a target for each year",
    ),
    pytest.param(
        "Chỉ tiêu kết nạp năm 2024 là 120 đảng viên.",
        [
            ("kết nạp", "unknown", None, Decimal("120"), "đảng viên"),
        ],
        id="a target named with its year",
    ),
    pytest.param(
        "Mục tiêu đến năm 2025 có thêm 40 tổ chức đảng trong doanh nghiệp.",
        [
            ("thêm 40 tổ chức đảng", "unknown", None, Decimal("40"), None),
        ],
        id="an aim by a year",
    ),
    pytest.param(
        "Phấn đấu đến cuối nhiệm kỳ thu nhập bình quân đầu người đạt 85 triệu đồng/năm, tỷ lệ"
        " hộ nghèo dưới 1%, tỷ lệ bao phủ bảo hiểm y tế trên 95%.",
        [
            (
                "đến cuối nhiệm kỳ thu nhập bình quân đầu người",
                "unknown",
                None,
                Decimal("85"),
                "triệu đồng",
            ),
            ("tỷ lệ hộ nghèo", "unknown", None, Decimal("1"), "%"),
            ("tỷ lệ bao phủ bảo hiểm y tế", "unknown", None, Decimal("95"), "%"),
        ],
        id="aims that go on behind commas",
    ),
]

NONE = [
    pytest.param("Chi bộ kết nạp 3 đảng viên trong năm.", id="a figure alone"),
    pytest.param("Các chi bộ xây dựng kế hoạch kết nạp đảng viên.", id="a plan to be made"),
    pytest.param("Hoàn thành kế hoạch kiểm tra trước ngày 30/11.", id="a plan done by a date"),
    pytest.param(
        "Căn cứ chỉ tiêu được giao, các phòng triển khai thực hiện.", id="targets without a name"
    ),
    pytest.param("Nghị quyết được 100% đại biểu biểu quyết thông qua.", id="votes"),
    pytest.param(
        "Đại hội bầu 15/15 đồng chí vào Ban Chấp hành, đạt 100% số phiếu.", id="an election"
    ),
    pytest.param("Đảng viên tham dự 24/26 đồng chí, đạt 92,3%.", id="attendance"),
    pytest.param(
        "Tiếp tục phấn đấu hoàn thành vượt mức các chỉ tiêu năm 2024.", id="what is to be exceeded"
    ),
    pytest.param("Kiểm tra 12/15 chi bộ theo kế hoạch.", id="what a plan orders"),
    pytest.param("Nếu chi bộ không đạt chỉ tiêu kết nạp thì không xét danh hiệu.", id="a rule"),
    pytest.param("Số thu tăng 12% so với cùng kỳ.", id="growth"),
    pytest.param("Thực hiện Kế hoạch 45 về 100 ngày cao điểm.", id="the name of a plan"),
    pytest.param("Thực hiện đạt kết quả cao kế hoạch đề ra.", id="a plan done well"),
]


@pytest.mark.parametrize(("text", "expected"), HABITS)
def test_each_habit_of_telling_a_target_gives_its_records(
    text: str, expected: list[tuple[object, ...]], words: Reference
) -> None:
    assert [told(r) for r in indicators(make_doc(text), words)] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_only_speaks_of_plans_gives_none(text: str, words: Reference) -> None:
    assert list(indicators(make_doc(text), words)) == []
