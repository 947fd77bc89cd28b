"""Figures of oversight told by findings, comparisons, offences and badges."""

import pytest

from extractors.oversight import oversight
from pipeline.reference import Reference
from tests.documents import make_doc

Told = tuple[str, str, str | None, int]

CASES = [
    pytest.param(
        "Cấp ủy kiểm tra 09 tổ chức đảng, 05 đảng viên. Kết luận cho thấy 06 tổ chức chấp "
        "hành tốt, 03 tổ chức có khuyết điểm.",
        [
            ("inspection", "organization", None, 9),
            ("inspection", "party_member", None, 5),
            ("inspection", "organization", None, 6),
            ("inspection", "organization", None, 3),
        ],
        id="what an inspection found",
    ),
    pytest.param(
        "Ủy ban kiểm tra giám sát 8 đảng viên. Có 02 đảng viên chưa nộp đủ bản kê khai.",
        [("supervision", "party_member", None, 8), ("supervision", "party_member", None, 2)],
        id="what a supervision found",
    ),
    pytest.param(
        "Đoàn kiểm tra phát hiện 3 chi bộ không ra nghị quyết hằng tháng.",
        [("inspection", "organization", None, 3)],
        id="what an inspecting group found",
    ),
    pytest.param(
        "Năm qua, 47 đảng viên bị kỷ luật, ít hơn cùng kỳ 9 người; 10 người trong số này là "
        "cấp ủy viên.",
        [("discipline", "party_member", None, 47), ("discipline", "party_member", None, 10)],
        id="fewer than a year before",
    ),
    pytest.param(
        "Toàn tỉnh có 312 đảng viên bị thi hành kỷ luật, tăng so với cùng kỳ năm trước 24 "
        "trường hợp.",
        [("discipline", "party_member", None, 312)],
        id="more than a year before",
    ),
    pytest.param(
        "Ủy ban Kiểm tra nhận 07 đơn tố cáo, hơn năm trước 02 đơn, đã giải quyết 06 đơn.",
        [("complaint", "case", None, 7), ("complaint", "case", None, 6)],
        id="more petitions than a year before",
    ),
    pytest.param(
        "Số đảng viên phải nhận kỷ luật trong kỳ là 11 người, chia ra: khiển trách: 08, cảnh "
        "cáo: 02, khai trừ: 01.",
        [
            ("discipline", "party_member", None, 11),
            ("discipline", "party_member", "reprimand", 8),
            ("discipline", "party_member", "warning", 2),
            ("discipline", "party_member", "expulsion", 1),
        ],
        id="the subject before the number",
    ),
    pytest.param(
        "Trong năm, 208 đảng viên bị kỷ luật; 17 người bị khai trừ khỏi Đảng, 05 người mất chức.",
        [
            ("discipline", "party_member", None, 208),
            ("discipline", "party_member", "expulsion", 17),
            ("discipline", "party_member", "dismissal", 5),
        ],
        id="out of office",
    ),
    pytest.param(
        "Kỷ luật 47 đảng viên: khiển trách 39, khai trừ 8. Về nội dung, đứng đầu là vi phạm "
        "dân số: 14 (29,8%); kế đến là đạo đức, lối sống: 11 (23,4%).",
        [
            ("discipline", "party_member", None, 47),
            ("discipline", "party_member", "reprimand", 39),
            ("discipline", "party_member", "expulsion", 8),
            ("discipline", "party_member", None, 14),
            ("discipline", "party_member", None, 11),
        ],
        id="by what they had done",
    ),
    pytest.param(
        "Có 102 đảng viên bị kỷ luật, trong đó vi phạm về đất đai 31 người, về tài chính 18 người.",
        [
            ("discipline", "party_member", None, 102),
            ("discipline", "party_member", None, 31),
            ("discipline", "party_member", None, 18),
        ],
        id="by what they had done, people counted",
    ),
    pytest.param(
        "Tỉnh ủy tặng cờ cho 5 đảng bộ cơ sở, bằng khen cho 38 tổ chức cơ sở đảng và 44 đảng "
        "viên tiêu biểu.",
        [
            ("commendation", "organization", None, 5),
            ("commendation", "organization", None, 38),
            ("commendation", "party_member", None, 44),
        ],
        id="flags and certificates",
    ),
    pytest.param(
        "Tỉnh ủy tặng Huy hiệu Đảng cho 1.829 đảng viên, truy tặng 35 đảng viên. Trong số ấy "
        "có 11 đồng chí được tặng Huy hiệu 70 năm tuổi Đảng; 4 đồng chí 65 năm tuổi Đảng; còn"
        " lại nhận Huy hiệu 55, 50 và 30 năm.",
        [
            ("commendation", "party_member", None, 1829),
            ("commendation", "party_member", None, 35),
            ("commendation", "party_member", None, 11),
            ("commendation", "party_member", None, 4),
        ],
        id="badges by years",
    ),
    pytest.param(
        "1.864 đảng viên được tặng, truy tặng Huy hiệu Đảng",
        [("commendation", "party_member", None, 1864)],
        id="a heading that opens with a number",
    ),
    pytest.param(
        "Mỗi năm một chi bộ nên kiểm tra từ 2 đến 3 đảng viên, giám sát chuyên đề 1 đảng viên.",
        [],
        id="what each cell should do",
    ),
    pytest.param(
        "Huyện Trà Sơn: thêm 38 đảng viên, 21 người bị kỷ luật",
        [("discipline", "individual", None, 21)],
        id="members gained beside those disciplined",
    ),
    pytest.param(
        "Thanh tra tỉnh kiến nghị thu hồi 12 tỷ đồng, xử lý hành chính 34 cá nhân.",
        [],
        id="inspections of the state",
    ),
    pytest.param(
        "Cấp ủy kiểm tra 12 tổ chức đảng, nhiều hơn kế hoạch 2 tổ chức.",
        [("inspection", "organization", None, 12)],
        id="\nmore than was planned",
    ),
    pytest.param(
        "112 đảng viên cao tuổi nhận Huy hiệu Đảng dịp 3/2.",
        [("commendation", "party_member", None, 112)],
        id="those who receive a badge",
    ),
    pytest.param(
        "Huyện ủy thưởng 12 chi bộ, 45 đảng viên.",
        [("commendation", "organization", None, 12), ("commendation", "party_member", None, 45)],
        id="whom a committee rewards",
    ),
    pytest.param(
        "Có 9 trường hợp là đảng viên bị xử lý kỷ luật bằng hình thức khiển trách.",
        [("discipline", "party_member", "reprimand", 9)],
        id="cases that are members",
    ),
    pytest.param(
        "Tổ chức 2 lớp tập huấn nghiệp vụ kiểm tra, giám sát cho 120 cán bộ.",
        [],
        id="courses in inspection",
    ),
    pytest.param(
        "UBKT giám sát chuyên đề 61 tổ chức đảng. Kết quả: 52 tổ chức đảng thực hiện tốt, 9 "
        "tổ chức đảng còn hạn chế.",
        [
            ("supervision", "organization", None, 61),
            ("supervision", "organization", None, 52),
            ("supervision", "organization", None, 9),
        ],
        id="\nresults after a supervision",
    ),
    pytest.param(
        "Kiểm tra 14 tổ chức đảng về thực hiện nhiệm vụ kiểm tra, giám sát; 9 tổ chức đảng về"
        " thi hành kỷ luật; 21 tổ chức đảng về thu, nộp đảng phí.",
        [
            ("inspection", "organization", None, 14),
            ("inspection", "organization", None, 9),
            ("inspection", "organization", None, 21),
        ],
        id="what inspections were about",
    ),
    pytest.param(
        "Đảng bộ được Tỉnh ủy tặng Cờ thi đua; 12 chi bộ và 61 đảng viên được khen thưởng các"
        " hình thức.",
        [("commendation", "organization", None, 12), ("commendation", "party_member", None, 61)],
        id="a reward behind another clause",
    ),
    pytest.param(
        "Đợt này 1.204 đảng viên được tặng Huy hiệu Đảng, trong đó có 1 Huy hiệu 80 năm, 4 "
        "Huy hiệu 75 năm.",
        [
            ("commendation", "party_member", None, 1204),
            ("commendation", "party_member", None, 1),
            ("commendation", "party_member", None, 4),
        ],
        id="badges counted",
    ),
    pytest.param(
        "Đảng ủy phê bình, rút kinh nghiệm đối với 3 chi bộ, 5 đảng viên.",
        [("discipline", "organization", None, 3), ("discipline", "party_member", None, 5)],
        id="criticism by name",
    ),
    pytest.param(
        "Số lượng tổ chức đảng được kiểm tra là 112, số đảng viên được kiểm tra là 204; số tổ"
        " chức đảng được giám sát là 61.",
        [
            ("inspection", "organization", None, 112),
            ("inspection", "party_member", None, 204),
            ("supervision", "organization", None, 61),
        ],
        id="whom the words before a number name",
    ),
    pytest.param(
        "Công an huyện xử lý 45 trường hợp vi phạm nồng độ cồn.",
        [],
        id="police checks after no word of the Party",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures_of_oversight_are_told_in_many_wordings(
    text: str, expected: list[Told], words: Reference
) -> None:
    found = oversight(make_doc(text), words)
    assert [(o.category, o.subject, o.measure, o.value) for o in found] == expected
