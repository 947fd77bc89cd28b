"""Figures of inspection, supervision, discipline, commendation and complaint."""

import pytest

from extractors.oversight import oversight
from pipeline import reference
from pipeline.parse import parse
from pipeline.sources import Source
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
    pytest.param(
        "Sáu tháng đầu năm, cấp ủy các cấp đã thi hành kỷ luật 2 tổ chức đảng, 67 đảng "
        "viên; trong đó, khiển trách 1 tổ chức đảng và 45 đảng viên; cảnh cáo 1 tổ chức "
        "đảng và 14 đảng viên, khai trừ 8 đảng viên.",
        [
            ("discipline", "organization", None, 2),
            ("discipline", "party_member", None, 67),
            ("discipline", "organization", "reprimand", 1),
            ("discipline", "party_member", "reprimand", 45),
            ("discipline", "organization", "warning", 1),
            ("discipline", "party_member", "warning", 14),
            ("discipline", "party_member", "expulsion", 8),
        ],
        id="each measure governs its own list",
    ),
    pytest.param(
        "Đã có 111 đảng viên vi phạm bị xử lý kỷ luật, gồm 78 trường hợp khiển trách, 21 "
        "trường hợp cảnh cáo, 2 trường hợp cách chức và 10 trường hợp khai trừ.",
        [
            ("discipline", "party_member", None, 111),
            ("discipline", "party_member", "reprimand", 78),
            ("discipline", "party_member", "warning", 21),
            ("discipline", "party_member", "dismissal", 2),
            ("discipline", "party_member", "expulsion", 10),
        ],
        id="cases named by their measure",
    ),
    pytest.param(
        "Trong số 24 đảng viên bị xử lý có 17 trường hợp khiển trách; 7 trường hợp cảnh cáo.",
        [
            ("discipline", "party_member", None, 24),
            ("discipline", "party_member", "reprimand", 17),
            ("discipline", "party_member", "warning", 7),
        ],
        id="xử lý of members is discipline",
    ),
    pytest.param(
        "Kỷ luật 63 đảng viên, gồm khiển trách 41, cảnh cáo 18, khai trừ 4. Trong số này có 9 cấp "
        "ủy viên.",
        [
            ("discipline", "party_member", None, 63),
            ("discipline", "party_member", "reprimand", 41),
            ("discipline", "party_member", "warning", 18),
            ("discipline", "party_member", "expulsion", 4),
            ("discipline", "party_member", None, 9),
        ],
        id="some of all that a list of measures told",
    ),
    pytest.param(
        "Đảng ủy kiểm tra 8/12 chi bộ. Cảnh cáo 2 phó giám đốc.",
        [
            ("inspection", "organization", None, 8),
            ("discipline", "individual", "warning", 2),
        ],
        id="a part of the cells, posts",
    ),
    pytest.param(
        "Các hình thức kỷ luật được áp dụng: khiển trách (36 trường hợp), cảnh cáo (12 "
        "trường hợp).",
        [
            ("discipline", "party_member", "reprimand", 36),
            ("discipline", "party_member", "warning", 12),
        ],
        id="figures in brackets behind their measures",
    ),
    pytest.param(
        "UBKT Đảng ủy tiến hành 05 cuộc kiểm tra theo Điều 30, giám sát chuyên đề 03 cuộc.",
        [
            ("inspection", "case", None, 5),
            ("supervision", "case", None, 3),
        ],
        id="rounds before and behind the act",
    ),
    pytest.param(
        "Ủy ban kiểm tra các cấp giám sát chuyên đề được 945 tổ chức đảng, gồm: cấp tỉnh "
        "và tương đương 45; cấp huyện và tương đương 300; cấp cơ sở 600.",
        [
            ("supervision", "organization", None, 945),
            ("supervision", "organization", None, 45),
            ("supervision", "organization", None, 300),
            ("supervision", "organization", None, 600),
        ],
        id="levels of a list with bare numbers",
    ),
    pytest.param(
        "Cấp ủy viên các cấp được giám sát là 158 (huyện ủy viên và tương đương 56; chi "
        "ủy viên 102).",
        [
            ("supervision", "party_member", None, 158),
            ("supervision", "party_member", None, 56),
            ("supervision", "party_member", None, 102),
        ],
        id="posts of a list with bare numbers",
    ),
    pytest.param(
        "Huyện ủy đã thi hành kỷ luật 5 đảng viên bằng hình thức cảnh cáo.",
        [
            ("discipline", "party_member", "warning", 5),
        ],
        id="the measure behind the figure",
    ),
    pytest.param(
        "Toàn huyện có 45 đảng viên bị xử lý kỷ luật (giảm 12 trường hợp so với năm "
        "2020), trong đó khiển trách 36 đồng chí, cảnh cáo 9 đồng chí.",
        [
            ("discipline", "party_member", None, 45),
            ("discipline", "party_member", "reprimand", 36),
            ("discipline", "party_member", "warning", 9),
        ],
        id="a change is no figure",
    ),
    pytest.param(
        "Trong 48 đảng viên bị kỷ luật, khiển trách 36, cảnh cáo 12; trong đó có 9 cấp ủy viên.",
        [
            ("discipline", "party_member", None, 48),
            ("discipline", "party_member", "reprimand", 36),
            ("discipline", "party_member", "warning", 12),
            ("discipline", "party_member", None, 9),
        ],
        id="trong đó behind the measures is of the whole",
    ),
    pytest.param(
        "Trong nhiệm kỳ, toàn tỉnh có 1.245 đảng viên và 32 tổ chức đảng bị thi hành kỷ luật.",
        [
            ("discipline", "party_member", None, 1245),
            ("discipline", "organization", None, 32),
        ],
        id="one passive for a list",
    ),
    pytest.param(
        "Hai đảng viên bị khai trừ, một cán bộ bị cách chức.",
        [
            ("discipline", "party_member", "expulsion", 2),
            ("discipline", "party_member", "dismissal", 1),
        ],
        id="words for numbers",
    ),
    pytest.param(
        "Tiếp nhận 15 đơn, trong đó 8 đơn tố cáo, 7 đơn khiếu nại.",
        [
            ("complaint", "case", None, 15),
            ("complaint", "case", None, 8),
            ("complaint", "case", None, 7),
        ],
        id="letters by kind",
    ),
    pytest.param(
        "Huyện ủy trao Huy hiệu 40 năm tuổi Đảng cho 3 đồng chí, Huy hiệu 30 năm tuổi "
        "Đảng cho 12 đồng chí.",
        [
            ("commendation", "party_member", None, 3),
            ("commendation", "party_member", None, 12),
        ],
        id="badges by years",
    ),
    pytest.param(
        "Trong nhiệm kỳ, 12 tập thể và 40 cá nhân được các cấp khen thưởng.",
        [
            ("commendation", "organization", None, 12),
            ("commendation", "individual", None, 40),
        ],
        id="praised in the passive",
    ),
    pytest.param(
        "Ban Thường vụ Huyện ủy kỷ luật 15 cán bộ, công chức (buộc thôi việc 3, cảnh cáo "
        "7, khiển trách 5).",
        [
            ("discipline", "individual", None, 15),
            ("discipline", "individual", None, 3),
            ("discipline", "individual", "warning", 7),
            ("discipline", "individual", "reprimand", 5),
        ],
        id="officials",
    ),
    pytest.param(
        "| Nội dung | Số lượng |\n|---|---|\n| Tổ chức đảng được kiểm tra | 740 |\n"
        "| Đảng viên bị kỷ luật | 25 |\n| Tổng số hội nghị | 12 |",
        [
            ("inspection", "organization", None, 740),
            ("discipline", "party_member", None, 25),
        ],
        id="rows of a table",
    ),
    pytest.param(
        "Đảng ủy kiểm tra 4 chi bộ; 2 đảng viên bị khiển trách.",
        [
            ("inspection", "organization", None, 4),
            ("discipline", "party_member", "reprimand", 2),
        ],
        id="a passive does not reach over a semicolon",
    ),
    pytest.param(
        "Kiểm tra việc thi hành kỷ luật trong Đảng đối với 14 tổ chức đảng.",
        [("inspection", "organization", None, 14)],
        id="what an inspection is about is no act",
    ),
    pytest.param(
        "Đã thi hành kỷ luật 21 đảng viên, trong đó:\n\n- Khiển trách: 17 đồng chí;\n\n- Cảnh cáo: "
        "04 đồng chí.",
        [
            ("discipline", "party_member", None, 21),
            ("discipline", "party_member", "reprimand", 17),
            ("discipline", "party_member", "warning", 4),
        ],
        id="items",
    ),
]

NOTHING = [
    pytest.param("Đoàn kiểm tra gồm 05 đồng chí do Phó Bí thư làm trưởng đoàn.", id="a team"),
    pytest.param("Kiểm tra 12 hồ sơ cán bộ; giám sát 5 cuộc bầu cử.", id="papers and elections"),
    pytest.param("Điều 7. Kỷ luật đảng viên gồm 4 hình thức: khiển trách, cảnh cáo.", id="forms"),
    pytest.param("Trong năm, Đảng ủy kiểm tra ít nhất 3 chi bộ.", id="a minimum"),
    pytest.param(
        "ĐẢNG ỦY SỞ Y TẾ\n\nKẾ HOẠCH\nkiểm tra, giám sát năm 2022\n\n"
        "1. Kiểm tra đối với 02 chi bộ.\n\n2. Giám sát chuyên đề đối với 01 chi bộ.",
        id="what a plan sets",
    ),
    pytest.param("Khởi tố 12 vụ án, 34 bị can.", id="cases before the courts"),
    pytest.param("Gợi ý kiểm điểm đối với 5 tập thể và 12 cá nhân.", id="reviews proposed"),
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


def test_a_row_tells_a_figure_a_year_and_a_table_of_targets_none() -> None:
    by_year = parse(
        Source(
            "0" * 16, "t.md", "md",
            "| TT | Hình thức | Năm 2022 | Năm 2023 |\n|---|---|---|---|\n"
            "| 1 | Khiển trách | 21 | 19 |\n| 2 | Cảnh cáo | 5 | 0 |\n".encode(),
        )
    )  # fmt: skip
    targets = parse(
        Source(
            "0" * 16, "t.md", "md",
            "| Nội dung | Chỉ tiêu | Thực hiện |\n|---|---|---|\n"
            "| Kiểm tra chi bộ | | 12 |\n".encode(),
        )
    )  # fmt: skip
    found = [(r.category, r.measure, r.value) for r in oversight(by_year, REFERENCE)]
    assert found == [
        ("discipline", "reprimand", 21),
        ("discipline", "reprimand", 19),
        ("discipline", "warning", 5),
    ]
    assert list(oversight(targets, REFERENCE)) == []
