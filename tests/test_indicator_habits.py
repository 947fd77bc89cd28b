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
            ("Thu hút vốn đầu tư", "exceeded", None, None, None),
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
            ("Sản lượng cà phê nhân", "missed", Decimal("97.8"), None, "%"),
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
        "Cả tỉnh chỉ kết nạp 1.640 đảng viên, trong khi mỗi năm phải có 2.200 người mới đủ "
        "chỉ tiêu.",
        [
            ("kết nạp 1.640 đảng viên", "missed", Decimal("1640"), Decimal("2200"), "đảng viên"),
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
            ("Kết nạp đảng viên", "exceeded", Decimal("9"), Decimal("8"), "đồng chí"),
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
    pytest.param(
        "Đảng bộ phường Tân Hạ tổng kết năm 2019\n"
        "\n"
        "STT | Nội dung | ĐVT | Chỉ tiêu | Kết quả | Tỷ lệ (%) | Đánh giá\n"
        "1 | Thu ngân sách | tỷ đồng | 12 | 13,5 | 112,5 | Vượt\n"
        "2 | Kết nạp đảng viên | đồng chí | 8 | 6 | 75 | Chưa đạt\n"
        "3 | Gia đình văn hóa | % | 90 | 90 | 100 | Đạt\n"
        "4 | Hộ nghèo giảm | hộ | 10 | 10 | 100 | Hoàn thành",
        [
            ("Thu ngân sách", "exceeded", Decimal("13.5"), Decimal("12"), "tỷ đồng"),
            ("Kết nạp đảng viên", "missed", Decimal("6"), Decimal("8"), "đồng chí"),
            ("Gia đình văn hóa", "met", Decimal("90"), Decimal("90"), "%"),
            ("Hộ nghèo giảm", "met", Decimal("10"), Decimal("10"), "hộ"),
        ],
        id="a table parted by bars",
    ),
    pytest.param(
        "Đảng bộ xã Yên Khánh Hạ\n"
        "\n"
        "Nghị quyết đại hội giao 14 chỉ tiêu. Đến cuối nhiệm kỳ còn hai chỉ tiêu không hoàn "
        "thành: thu ngân sách (đạt 91%) và kết nạp đảng viên (7/10).\n"
        "Các chỉ tiêu vượt gồm: thu nhập bình quân 58 triệu đồng (nghị quyết 55 triệu đồng); "
        "hộ nghèo 1,2% (nghị quyết 2%).",
        [
            ("thu ngân sách", "missed", Decimal("91"), None, "%"),
            ("kết nạp đảng viên", "missed", Decimal("7"), Decimal("10"), None),
            ("thu nhập bình quân", "exceeded", Decimal("58"), Decimal("55"), "triệu đồng"),
            ("hộ nghèo", "exceeded", Decimal("1.2"), Decimal("2"), "%"),
        ],
        id="those missed and those exceeded, figures in brackets",
    ),
    pytest.param(
        "Chi bộ Chi cục Thủy lợi\n"
        "\n"
        "Chỉ tiêu 1: Kết nạp 02 đảng viên. Kết quả: kết nạp 03 đảng viên, vượt chỉ tiêu.\n"
        "Chỉ tiêu 2: 100% đảng viên hoàn thành nhiệm vụ. Kết quả: 100%, đạt chỉ tiêu.\n"
        "Chỉ tiêu 3: Mỗi năm có 02 sáng kiến. Kết quả: 01 sáng kiến, không đạt.",
        [
            ("Kết nạp 02 đảng viên", "exceeded", None, None, None),
            ("100% đảng viên hoàn thành nhiệm vụ", "met", None, None, None),
            ("Mỗi năm có 02 sáng kiến", "missed", None, None, None),
        ],
        id="numbered targets, each with its outcome",
    ),
    pytest.param(
        "Trong nhiệm kỳ, Đảng bộ kết nạp được 46 đảng viên (nghị quyết đề ra 40), vượt 15%; "
        "tỷ lệ hộ nghèo giảm còn 2,3% (nghị quyết dưới 3%); tỷ lệ lao động qua đào tạo đạt "
        "58%, chưa đạt nghị quyết (65%); bê tông hóa 12 km đường thôn, đạt 120% so với nghị "
        "quyết.",
        [
            ("kết nạp được 46 đảng viên", "exceeded", Decimal("46"), Decimal("40"), "đảng viên"),
            ("tỷ lệ hộ nghèo", "unknown", Decimal("2.3"), Decimal("3"), "%"),
            ("tỷ lệ lao động qua đào tạo", "missed", Decimal("58"), Decimal("65"), "%"),
            ("bê tông hóa 12 km đường thôn", "exceeded", Decimal("120"), None, "%"),
        ],
        id="results with targets in brackets",
    ),
    pytest.param(
        "Tổng sản lượng lúa đạt 8.420 tấn, vượt 420 tấn so với chỉ tiêu nghị quyết; đàn lợn "
        "giảm còn 3.100 con, bằng 77,5% kế hoạch; thu ngân sách vượt dự toán 12%; 5/5 trường "
        "đạt chuẩn quốc gia, hoàn thành chỉ tiêu đề ra; riêng chỉ tiêu xuất khẩu lao động chỉ"
        " đạt 60%.",
        [
            ("Tổng sản lượng lúa", "exceeded", Decimal("8420"), None, "tấn"),
            ("trường đạt chuẩn quốc gia", "met", Decimal("5"), Decimal("5"), None),
            ("đàn lợn giảm", "missed", Decimal("3100"), None, None),
            ("thu ngân sách", "exceeded", None, None, None),
            ("chỉ tiêu xuất khẩu lao động", "missed", Decimal("60"), None, "%"),
        ],
        id="results of many kinds in one sentence",
    ),
    pytest.param(
        "Về chỉ tiêu kết nạp đảng viên: Nghị quyết là 15 đồng chí, thực hiện 18 đồng chí, đạt"
        " 120%.",
        [
            ("chỉ tiêu kết nạp đảng viên", "exceeded", Decimal("18"), Decimal("15"), "đồng chí"),
        ],
        id="resolution and result",
    ),
    pytest.param(
        "Việc kết nạp đảng viên trong doanh nghiệp ngoài nhà nước ba năm liền đều không đạt "
        "kế hoạch. Số tổ chức đảng thành lập mới thấp hơn nhiều so với chỉ tiêu. Tỷ lệ đảng "
        "viên dự sinh hoạt mới đạt 82%, thấp hơn chỉ tiêu 8%.",
        [
            (
                "kết nạp đảng viên trong doanh nghiệp ngoài nhà nước ba năm liền",
                "missed",
                None,
                None,
                None,
            ),
            ("Số tổ chức đảng thành lập mới", "missed", None, None, None),
            ("Tỷ lệ đảng viên dự sinh hoạt", "missed", Decimal("82"), None, "%"),
        ],
        id="years in which it was missed",
    ),
    pytest.param(
        "Quý I năm 2024, thành phố kết nạp 31 đảng viên, đạt 20,6% chỉ tiêu năm; thu ngân "
        "sách 210 tỷ đồng, đạt 31% dự toán tỉnh giao; hoàn thành 100% kế hoạch gọi công dân "
        "nhập ngũ.",
        [
            ("kết nạp 31 đảng viên", "unknown", Decimal("20.6"), None, "%"),
            ("thu ngân sách", "unknown", Decimal("31"), None, "%"),
            ("gọi công dân nhập ngũ", "met", Decimal("100"), None, "%"),
        ],
        id="a quarter beside what is done",
    ),
    pytest.param(
        "Toàn khối có 12 đảng bộ không hoàn thành chỉ tiêu kết nạp đảng viên được giao; 5 "
        "đảng bộ trắng kết nạp.",
        [
            ("chỉ tiêu kết nạp đảng viên được giao", "missed", None, None, None),
        ],
        id="those who missed are counted",
    ),
    pytest.param(
        "Trong 5 năm, kết nạp 1.215 đảng viên, bình quân mỗi năm 243 đồng chí, vượt chỉ tiêu "
        "Đại hội đề ra (200 đồng chí/năm).",
        [
            ("kết nạp 1.215 đảng viên", "exceeded", Decimal("243"), Decimal("200"), "đồng chí"),
        ],
        id="an average beside its target",
    ),
    pytest.param(
        "2. Việc thực hiện chỉ tiêu phát triển đảng viên: đạt 7/12 đồng chí (58,3%).\n"
        "3. Chỉ tiêu chi bộ hoàn thành tốt nhiệm vụ: đạt.\n"
        "4. Chỉ tiêu về cải cách hành chính: vượt 5%.",
        [
            ("phát triển đảng viên", "unknown", Decimal("7"), Decimal("12"), "đồng chí"),
            ("Chỉ tiêu chi bộ hoàn thành tốt nhiệm vụ", "met", None, None, None),
            ("Chỉ tiêu về cải cách hành chính", "exceeded", None, None, None),
        ],
        id="items that name their target",
    ),
    pytest.param(
        "Kết quả thực hiện các chỉ tiêu Đại hội đề ra:\n"
        "- Đảng viên đủ tư cách hoàn thành nhiệm vụ: 100% (đạt).\n"
        "- Chi bộ trong sạch vững mạnh: 85% (chỉ tiêu 80%) - vượt.\n"
        "- Kết nạp đảng viên mới: 35 đ/c (chỉ tiêu 40 đ/c) - không đạt.\n"
        "- Công đoàn vững mạnh: đạt 92%, vượt 2%.\n"
        "+ Thu nhập bình quân: 6,5/6,0 triệu đồng/người/tháng.\n"
        "+ Nợ xấu: 1,8% (chỉ tiêu dưới 2%), đạt.",
        [
            ("Đảng viên đủ tư cách hoàn thành nhiệm vụ", "met", None, None, None),
            ("Chi bộ trong sạch vững mạnh", "exceeded", Decimal("85"), Decimal("80"), "%"),
            ("Kết nạp đảng viên mới", "missed", Decimal("35"), Decimal("40"), "đ/c"),
            ("Công đoàn vững mạnh", "exceeded", None, None, None),
            ("Thu nhập bình quân", "unknown", Decimal("6.5"), Decimal("6.0"), "triệu đồng/người"),
            ("Nợ xấu", "met", Decimal("1.8"), Decimal("2"), "%"),
        ],
        id="items below the line that announces results",
    ),
    pytest.param(
        "Hạn chế\n"
        "- Chỉ tiêu giảm nghèo, chỉ tiêu bảo hiểm y tế hộ gia đình đạt thấp.\n"
        "- Công tác thu hồi đất đạt 62% kế hoạch.\n"
        "- Tiến độ giải ngân mới được 48% kế hoạch vốn.\n"
        "- Số trường đạt chuẩn quốc gia tăng chậm, không đạt mục tiêu đề ra.",
        [
            ("Chỉ tiêu giảm nghèo", "missed", None, None, None),
            ("chỉ tiêu bảo hiểm y tế hộ gia đình", "missed", None, None, None),
            ("Công tác thu hồi đất", "missed", Decimal("62"), None, "%"),
            ("Tiến độ giải ngân", "missed", Decimal("48"), None, "%"),
            ("Số trường đạt chuẩn quốc gia tăng chậm", "missed", None, None, None),
        ],
        id="weaknesses told as targets missed",
    ),
    pytest.param(
        "TT | Nội dung chỉ tiêu | Chỉ tiêu NQ | Kết quả thực hiện | Ghi chú\n"
        "1 | Tỷ lệ đảng viên học tập nghị quyết | 98% | 99,2% | Vượt\n"
        "2 | Số chi bộ bốn tốt | 10 | 9 | Không đạt\n"
        "3 | Kết nạp đảng viên | 30 | 30 | Đạt",
        [
            ("Tỷ lệ đảng viên học tập nghị quyết", "exceeded", Decimal("99.2"), Decimal("98"), "%"),
            ("Số chi bộ bốn tốt", "missed", Decimal("9"), Decimal("10"), None),
            ("Kết nạp đảng viên", "met", Decimal("30"), Decimal("30"), None),
        ],
        id="verdicts among notes",
    ),
    pytest.param(
        "STT | Chỉ tiêu | Đạt | Không đạt\n"
        "1 | Kết nạp đảng viên | x |\n"
        "2 | Thu đảng phí | x |\n"
        "3 | Sinh hoạt chuyên đề | | x",
        [
            ("Kết nạp đảng viên", "met", None, None, None),
            ("Thu đảng phí", "met", None, None, None),
            ("Sinh hoạt chuyên đề", "missed", None, None, None),
        ],
        id="ticked columns alone",
    ),
    pytest.param(
        "Trong 8 chỉ tiêu chưa đạt có những chỉ tiêu quan trọng như: tốc độ tăng trưởng "
        "(9,1%/11%), thu nhập bình quân (48/55 triệu đồng), tỷ lệ đô thị hóa.",
        [
            ("tốc độ tăng trưởng", "missed", Decimal("9.1"), Decimal("11"), "%"),
            ("thu nhập bình quân", "missed", Decimal("48"), Decimal("55"), None),
            ("tỷ lệ đô thị hóa", "missed", None, None, None),
        ],
        id="important ones of those missed",
    ),
    pytest.param(
        "Nhiều chỉ tiêu đạt và vượt: thu ngân sách đạt 120%; kết nạp đảng viên đạt 110%; xây "
        "dựng nhà văn hóa đạt 100%.",
        [
            ("thu ngân sách", "exceeded", Decimal("120"), None, "%"),
            ("kết nạp đảng viên", "exceeded", Decimal("110"), None, "%"),
            ("xây dựng nhà văn hóa", "met", Decimal("100"), None, "%"),
        ],
        id="shares of those met or exceeded",
    ),
    pytest.param(
        "Đảng bộ có 3 chỉ tiêu vượt cao là: thu ngân sách (vượt 35%), giảm nghèo (vượt 1,2%),"
        " kết nạp đảng viên (vượt 8 đồng chí).",
        [
            ("thu ngân sách", "exceeded", None, None, None),
            ("giảm nghèo", "exceeded", None, None, None),
            ("kết nạp đảng viên", "exceeded", None, None, None),
        ],
        id="those exceeded, by how much",
    ),
    pytest.param(
        "Chi bộ đặt mục tiêu giữ vững danh hiệu chi bộ hoàn thành tốt nhiệm vụ; kết nạp được "
        "02 quần chúng; 100% đảng viên không vi phạm Quy định 37.",
        [
            ("giữ vững danh hiệu chi bộ hoàn thành tốt nhiệm vụ", "unknown", None, None, None),
            ("kết nạp được 02 quần chúng", "unknown", None, Decimal("2"), "quần chúng"),
            ("đảng viên không vi phạm Quy định 37", "unknown", None, Decimal("100"), "%"),
        ],
        id="an aim without a colon",
    ),
    pytest.param(
        "Hội nghị đề ra nhiệm vụ quý IV: phấn đấu thu ngân sách đạt trên 95% dự toán, kết nạp"
        " thêm 12 đảng viên, hoàn thành kiểm tra 06 tổ chức đảng.",
        [
            ("thu ngân sách", "unknown", None, Decimal("95"), "%"),
            ("kết nạp thêm 12 đảng viên", "unknown", None, Decimal("12"), "đảng viên"),
        ],
        id="what is striven for goes on",
    ),
    pytest.param(
        "Nhiệm kỳ qua, chi bộ kết nạp 5/5 đảng viên theo nghị quyết; 100% đảng viên hoàn "
        "thành nhiệm vụ, đạt chỉ tiêu đề ra; giải quyết hồ sơ đúng hạn 99,1%, vượt 0,1% so "
        "với chỉ tiêu.",
        [
            ("kết nạp 5/5 đảng viên", "met", Decimal("5"), Decimal("5"), "đảng viên"),
            ("giải quyết hồ sơ đúng hạn", "exceeded", Decimal("99.1"), None, "%"),
            ("100% đảng viên hoàn thành nhiệm vụ", "met", None, None, None),
        ],
        id="a share of people that reached its target",
    ),
    pytest.param(
        "Doanh thu năm 2019 đạt 412 tỷ đồng, chỉ bằng 82% kế hoạch Tổng công ty giao; lợi "
        "nhuận 12 tỷ đồng, đạt 60% kế hoạch.",
        [
            ("Doanh thu năm 2019", "missed", Decimal("412"), None, "tỷ đồng"),
            ("lợi nhuận", "missed", Decimal("60"), None, "%"),
        ],
        id="a name without its amount",
    ),
    pytest.param(
        "Việc thực hiện một số chỉ tiêu chưa đạt: trồng rừng 120/200 ha, xuất khẩu lao động "
        "31/50 người.",
        [
            ("trồng rừng", "missed", Decimal("120"), Decimal("200"), None),
            ("xuất khẩu lao động", "missed", Decimal("31"), Decimal("50"), None),
        ],
        id="ratios of those missed",
    ),
    pytest.param(
        "Nhà trường đặt chỉ tiêu 98% học sinh lên lớp, 40% học sinh giỏi.",
        [
            ("học sinh lên lớp", "unknown", None, Decimal("98"), "%"),
            ("học sinh giỏi", "unknown", None, Decimal("40"), "%"),
        ],
        id="a target of shares",
    ),
    pytest.param(
        "Kết quả thực hiện 12 chỉ tiêu: 8 chỉ tiêu vượt gồm thu ngân sách, thu nhập bình "
        "quân, trường chuẩn quốc gia; 3 chỉ tiêu đạt; 1 chỉ tiêu không đạt là tỷ lệ đô thị "
        "hóa.",
        [
            ("thu ngân sách", "exceeded", None, None, None),
            ("thu nhập bình quân", "exceeded", None, None, None),
            ("trường chuẩn quốc gia", "exceeded", None, None, None),
            ("tỷ lệ đô thị hóa", "missed", None, None, None),
        ],
        id="counts, each with the names behind",
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
