"""What a text says fell short, why, and what is to be done, as whole lists of records."""

import pytest

from extractors.findings import findings
from pipeline import reference
from pipeline.records import Remedy, Shortcoming
from tests.documents import make_doc

REFERENCE = reference.load()

Found = tuple[str, str, tuple[str, ...], str]


def found(text: str) -> list[Found]:
    """(type, kind, themes, quote) of each finding of the text, in order."""
    document = make_doc(text)
    return [
        (
            record.type,
            record.kind,
            record.themes if isinstance(record, Shortcoming | Remedy) else (),
            document.quote(record.span),
        )
        for record in findings(document, REFERENCE)
    ]


REPORT = "BÁO CÁO\nKiểm điểm tập thể Ban Chấp hành Đảng bộ xã Tân Lập năm 2023\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            REPORT + "I. HẠN CHẾ, KHUYẾT ĐIỂM VÀ NGUYÊN NHÂN\n"
            "1. Hạn chế, khuyết điểm\n"
            "- Thu ngân sách chỉ đạt 82% dự toán.\n"
            "- Quản lý đảng viên đi làm ăn xa còn lỏng; sinh hoạt chi bộ có nơi chưa đúng kỳ.\n"
            "2. Nguyên nhân\n"
            "2.1. Nguyên nhân khách quan\n"
            "Dân cư sống rải rác.\n"
            "2.2. Nguyên nhân chủ quan\n"
            "- Một số cấp ủy viên chưa sâu sát cơ sở.\n"
            "II. PHƯƠNG HƯỚNG, BIỆN PHÁP KHẮC PHỤC\n"
            "1. Đổi mới hình thức học tập nghị quyết cho từng đối tượng đảng viên trong xã. "
            "Mỗi quý một chuyên đề.\n"
            "III. TỰ NHẬN MỨC XẾP LOẠI\n"
            "Hoàn thành tốt nhiệm vụ.\n",
            [
                (
                    "shortcoming", "shortcoming", ("resources",),
                    "Thu ngân sách chỉ đạt 82% dự toán.",
                ),
                (
                    "shortcoming", "shortcoming", ("party_member",),
                    "Quản lý đảng viên đi làm ăn xa còn lỏng",
                ),
                (
                    "shortcoming", "shortcoming", ("cell_activity",),
                    "sinh hoạt chi bộ có nơi chưa đúng kỳ.",
                ),
                ("cause", "objective", (), "Dân cư sống rải rác."),
                ("cause", "subjective", (), "Một số cấp ủy viên chưa sâu sát cơ sở."),
                (
                    "remedy", "remedy", ("ideology", "cell_activity"),
                    "Đổi mới hình thức học tập nghị quyết cho từng đối tượng đảng viên trong xã. "
                    "Mỗi quý một chuyên đề.",
                ),
            ],
            id="headings open zones, a clause is a record, an item is one remedy",
        ),
        pytest.param(
            REPORT + "2. Thuận lợi, khó khăn\n"
            "2.1. Thuận lợi\n"
            "Cán bộ nhiệt tình.\n"
            "2.2. Khó khăn, vướng mắc\n"
            "Trụ sở chật hẹp, xuống cấp.\n",
            [("shortcoming", "difficulty", ("resources",), "Trụ sở chật hẹp, xuống cấp.")],
            id="under difficulties alone the kind is difficulty",
        ),
        pytest.param(
            REPORT + "1.2. Hạn chế, khuyết điểm và nguyên nhân\n"
            "- Tồn tại, khuyết điểm: Công tác kiểm tra, giám sát chưa có trọng tâm.\n"
            "- Nguyên nhân của tồn tại: Cán bộ kiểm tra kiêm nhiệm nhiều việc.\n"
            "- Hướng khắc phục: Mỗi quý kiểm tra ít nhất một chi bộ.\n",
            [
                (
                    "shortcoming", "shortcoming", ("inspection",),
                    "Công tác kiểm tra, giám sát chưa có trọng tâm.",
                ),
                ("cause", "unspecified", (), "Cán bộ kiểm tra kiêm nhiệm nhiều việc."),
                ("remedy", "remedy", ("inspection",), "Mỗi quý kiểm tra ít nhất một chi bộ."),
            ],
            id="labels that run into the text switch the zone and stay out of the quote",
        ),
        pytest.param(
            "BẢN KIỂM ĐIỂM\nĐồng chí bí thư chi bộ thôn Đồi\n"
            "Về ưu điểm, đồng chí luôn chấp hành quy định. Về khuyết điểm, có lúc còn nóng nảy. "
            "Nguyên nhân là do thiếu kinh nghiệm. Hướng khắc phục: dành thời gian gặp đảng viên.\n",
            [
                ("shortcoming", "shortcoming", ("exemplary",), "có lúc còn nóng nảy."),
                ("cause", "unspecified", (), "Nguyên nhân là do thiếu kinh nghiệm."),
                ("remedy", "remedy", ("exemplary",), "dành thời gian gặp đảng viên."),
            ],
            id="a label may stand in the middle of a paragraph",
        ),
        pytest.param(
            REPORT + "2. Hạn chế\n"
            "Kết quả rà soát cho thấy: năm chi bộ chưa có nghị quyết chuyên đề.\n",
            [
                (
                    "shortcoming", "shortcoming", ("leadership_method",),
                    "Kết quả rà soát cho thấy: năm chi bộ chưa có nghị quyết chuyên đề.",
                ),
            ],
            id="words before a colon that tell something are no label",
        ),
        pytest.param(
            REPORT + "2. Các đồng chí ủy viên\n"
            "- Đồng chí Bí thư: Chịu trách nhiệm người đứng đầu về hạn chế của tập thể.\n"
            "- Đồng chí Phó Bí thư: Chịu trách nhiệm về công tác dân vận.\n",
            [
                (
                    "shortcoming", "shortcoming", ("leadership_method",),
                    "Đồng chí Bí thư: Chịu trách nhiệm người đứng đầu về hạn chế của tập thể.",
                ),
            ],
            id="responsibility counts only where it is laid for what fell short",
        ),
    ],
)  # fmt: skip
def test_zones_of_a_report(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


ARTICLE = "Đảng bộ huyện Sơn Hà nâng chất lượng chi bộ\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ARTICLE + "Nhiều chi bộ có cách làm hay. Bên cạnh những mặt được, một số nơi sinh hoạt "
            "vẫn đơn điệu. Có chi bộ ba tháng chưa họp. Nguyên nhân chủ yếu là do bí thư chi bộ "
            "ngại đổi mới. Để khắc phục, cần tập trung một số giải pháp sau: Một là, chuẩn bị nội "
            "dung sinh hoạt từ sớm. Đây là khâu đầu. Hai là, gợi ý để đảng viên trẻ phát biểu.\n",
            [
                (
                    "shortcoming", "shortcoming", ("cell_activity",),
                    "Bên cạnh những mặt được, một số nơi sinh hoạt vẫn đơn điệu.",
                ),
                (
                    "shortcoming", "shortcoming", ("cell_activity",),
                    "Có chi bộ ba tháng chưa họp.",
                ),
                (
                    "cause", "unspecified", (),
                    "Nguyên nhân chủ yếu là do bí thư chi bộ ngại đổi mới.",
                ),
                (
                    "remedy", "remedy", ("cell_activity",),
                    "chuẩn bị nội dung sinh hoạt từ sớm. Đây là khâu đầu.",
                ),
                (
                    "remedy", "remedy", ("party_member", "cell_activity"),
                    "gợi ý để đảng viên trẻ phát biểu.",
                ),
            ],
            id="an article without headings: turn, cause, announced items",
        ),
        pytest.param(
            "Huyện Bắc Sơn kỷ luật 12 đảng viên\n"
            "Ủy ban Kiểm tra đã thi hành kỷ luật 12 đảng viên. "
            "Các đảng viên này bị kỷ luật do vi phạm chính sách dân số. "
            "Qua kiểm tra không phát hiện vi phạm tại 5 chi bộ.\n",
            [
                (
                    "shortcoming", "shortcoming", ("discipline",),
                    "Các đảng viên này bị kỷ luật do vi phạm chính sách dân số.",
                ),
            ],
            id="news of discipline: what was violated, not how many were disciplined",
        ),
        pytest.param(
            "Ủy ban Kiểm tra kết luận vi phạm tại Bộ Vật liệu\n"
            "Ủy ban Kiểm tra nhận thấy Ban cán sự đảng Bộ đã vi phạm nguyên tắc tập trung dân chủ; "
            "buông lỏng lãnh đạo. Ủy ban Kiểm tra yêu cầu Ban cán sự đảng Bộ khắc phục vi phạm.\n",
            [
                (
                    "shortcoming", "shortcoming", ("discipline", "unity"),
                    "Ủy ban Kiểm tra nhận thấy Ban cán sự đảng Bộ đã vi phạm nguyên tắc tập trung "
                    "dân chủ",
                ),
                (
                    "shortcoming", "shortcoming", ("discipline", "leadership_method"),
                    "buông lỏng lãnh đạo.",
                ),
                (
                    "remedy", "task", ("discipline",),
                    "Ủy ban Kiểm tra yêu cầu Ban cán sự đảng Bộ khắc phục vi phạm.",
                ),
            ],
            id="a conclusion on violations and what it demands",
        ),
        pytest.param(
            "Chi bộ Hạt Kiểm lâm Đồng Xanh tổ chức Đại hội\n"
            "Đại hội đề ra nhiệm vụ nhiệm kỳ tới: tiếp tục nâng chất lượng sinh hoạt chi bộ.\n"
            "Đại hội bầu chi ủy gồm 3 đồng chí.\n",
            [
                (
                    "remedy", "remedy", ("cell_activity",),
                    "Đại hội đề ra nhiệm vụ nhiệm kỳ tới: tiếp tục nâng chất lượng sinh hoạt chi "
                    "bộ.",
                ),
            ],
            id="news of a congress: what it sets out",
        ),
        pytest.param(
            "Đảng bộ Công ty Than Vàng Sơn nhìn lại một năm\n"
            "Đảng ủy thẳng thắn nhìn nhận: công tác an toàn lao động có lúc còn bị xem nhẹ, chưa "
            "sát. Trong thời gian tới, Đảng ủy sẽ tăng cường kiểm tra an toàn.\n",
            [
                (
                    "shortcoming", "shortcoming", ("professional",),
                    "Đảng ủy thẳng thắn nhìn nhận: công tác an toàn lao động có lúc còn bị xem "
                    "nhẹ, chưa sát.",
                ),
                (
                    "remedy", "remedy", ("inspection",),
                    "Trong thời gian tới, Đảng ủy sẽ tăng cường kiểm tra an toàn.",
                ),
            ],
            id="what a unit promises is its own remedy",
        ),
        pytest.param(
            "BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành Đảng bộ huyện Sơn Hà\n"
            "III. ĐẨY MẠNH CHUYỂN ĐỔI SỐ\n"
            "- Hoàn thiện cơ sở dữ liệu đất đai của huyện.\n",
            [
                (
                    "remedy", "remedy", ("admin_reform", "professional"),
                    "Hoàn thiện cơ sở dữ liệu đất đai của huyện.",
                ),
            ],
            id="a heading that is itself a direction",
        ),
        pytest.param(
            "THÔNG BÁO\nKết luận của Ban Thường vụ Huyện ủy tại buổi làm việc với xã Bình Minh\n"
            "1. Về hạn chế: Phát triển đảng viên đạt thấp.\n"
            "2. Thời gian tới, yêu cầu Đảng ủy xã thực hiện tốt các nhiệm vụ sau:\n"
            "- Tạo nguồn phát triển đảng viên ở thôn, bản.\n",
            [
                (
                    "shortcoming", "shortcoming", ("party_member",),
                    "Phát triển đảng viên đạt thấp.",
                ),
                (
                    "remedy", "task", ("party_member",),
                    "Tạo nguồn phát triển đảng viên ở thôn, bản.",
                ),
            ],
            id="what a body above sets is a task",
        ),
    ],
)  # fmt: skip
def test_findings_told_by_language(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "QUY ĐỊNH\nVề đánh giá chất lượng hằng năm\nĐiều 3. Xếp loại\n"
            "Đảng viên chưa hoàn thành nhiệm vụ thì xếp loại không hoàn thành.\n",
            id="a rule",
        ),
        pytest.param(
            "HƯỚNG DẪN\nViết báo cáo kiểm điểm\n"
            "2. Hạn chế, khuyết điểm: Nêu rõ việc còn chậm và lý do.\n"
            "3. Giải pháp: Xác định thời hạn khắc phục.\n",
            id="a guideline for filling in",
        ),
        pytest.param(
            "KẾ HOẠCH\nKiểm điểm cuối năm của Chi bộ Trạm Thủy văn\nI. MỤC ĐÍCH, YÊU CẦU\n"
            "- Qua kiểm điểm, đề ra biện pháp khắc phục hạn chế, khuyết điểm.\n"
            "III. TỔ CHỨC THỰC HIỆN\n- Chi ủy gửi báo cáo trước ngày 15.\n",
            id="procedure of a plan",
        ),
        pytest.param(
            "KẾ HOẠCH\nKiểm điểm cuối năm của Chi bộ Trạm Thủy văn\nII. NỘI DUNG KIỂM ĐIỂM\n"
            "- Những hạn chế, khuyết điểm và nguyên nhân.\n"
            "- Trách nhiệm của tập thể đối với hạn chế, khuyết điểm.\n"
            "- Phương hướng, biện pháp khắc phục.\n"
            "- Kiểm điểm những vấn đề được gợi ý.\n",
            id="what a plan lists for a report to hold",
        ),
        pytest.param(
            REPORT + "I. Kết quả\nTrong năm không có biểu hiện mất đoàn kết.\n", id="absence"
        ),
        pytest.param(
            REPORT + "I. Kết quả\nChi bộ đã khắc phục tình trạng sinh hoạt còn hình thức.\n",
            id="praise for overcoming one",
        ),
        pytest.param(
            REPORT + "Nguyên nhân của những ưu điểm\nTập thể đồng lòng, cán bộ cố gắng.\n",
            id="causes of success",
        ),
        pytest.param(
            REPORT + "3. Bài học kinh nghiệm\nMột là, phải dựa vào dân.\n", id="a lesson learned"
        ),
        pytest.param(
            ARTICLE + "Dù còn nhiều khó khăn, huyện vẫn hoàn thành kế hoạch.\n", id="a concession"
        ),
        pytest.param(
            REPORT + "Bên cạnh kết quả, tập thể còn một số hạn chế, khuyết điểm như sau:\n",
            id="a sentence that only announces the list",
        ),
        pytest.param(
            ARTICLE + "Tuy nhiên, hội viên ở đây chủ yếu là nông dân, ít nhất 60 tuổi.\n",
            id="words of lack inside harmless ones",
        ),
        pytest.param(
            "CHỈ THỊ\nvề chuẩn bị đại hội\nNơi có cơ cấu nhưng chưa chuẩn bị được nhân sự, thì cấp "
            "ủy cấp trên điều động từ nơi khác.\n",
            id="a condition",
        ),
        pytest.param(
            REPORT + "II. KẾT QUẢ KHẮC PHỤC HẠN CHẾ, KHUYẾT ĐIỂM NĂM TRƯỚC\n"
            "Đảng ủy đã khắc phục xong bốn nội dung.\n",
            id="a heading on what was overcome",
        ),
        pytest.param(
            REPORT + "Nơi nhận:\n- Ban Thường vụ Huyện ủy (báo cáo),\n- Lưu văn phòng.\n",
            id="the list of receivers",
        ),
        pytest.param(
            REPORT + "Kết quả có 06 chỉ tiêu vượt, 02 chỉ tiêu đạt, 01 chỉ tiêu chưa đạt.\n",
            id="a count of indicators",
        ),
        pytest.param(
            ARTICLE + "Những việc trên do Ban Tổ chức chủ trì. Những hạn chế đó do đó đã hết.\n",
            id="who does something is no cause",
        ),
        pytest.param(
            REPORT + "5. Phương hướng\nTự nhận mức: hoàn thành nhiệm vụ.\n",
            id="the grade that a unit gives itself after its remedies",
        ),
    ],
)
def test_look_alikes_are_no_findings(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ARTICLE + "Các đại biểu cho rằng nguyên nhân chủ yếu là do bí thư ngại đổi mới. "
            "Hội nghị kéo dài một buổi.\n",
            [
                (
                    "cause", "unspecified", (),
                    "Các đại biểu cho rằng nguyên nhân chủ yếu là do bí thư ngại đổi mới.",
                ),
            ],
            id="a cause that somebody is quoted for opens no list",
        ),
        pytest.param(
            ARTICLE + "Những yếu kém trên có nguyên nhân khách quan và chủ quan. "
            "Về khách quan, địa bàn rộng. Về chủ quan, cấp ủy thiếu sâu sát.\n",
            [
                ("cause", "objective", (), "địa bàn rộng."),
                ("cause", "subjective", (), "cấp ủy thiếu sâu sát."),
            ],
            id="that there are causes is none; labels tell their kind",
        ),
        pytest.param(
            ARTICLE + "Nguyên nhân của tình hình trên là do bí thư ngại đổi mới. Còn có nguyên "
            "nhân khách quan: địa bàn rộng. Đường đi lại cách trở.\n",
            [
                (
                    "cause", "unspecified", (),
                    "Nguyên nhân của tình hình trên là do bí thư ngại đổi mới.",
                ),
                (
                    "cause", "objective", (),
                    "Còn có nguyên nhân khách quan: địa bàn rộng.",
                ),
                ("cause", "objective", (), "Đường đi lại cách trở."),
            ],
            id="a kind once named holds for the causes after it",
        ),
        pytest.param(
            ARTICLE + "Một số chi bộ sinh hoạt còn đơn điệu. Một phần do bí thư kiêm nhiệm. "
            "Do đó, huyện mở lớp tập huấn.\n",
            [
                (
                    "shortcoming", "shortcoming", ("cell_activity",),
                    "Một số chi bộ sinh hoạt còn đơn điệu.",
                ),
                ("cause", "unspecified", (), "Một phần do bí thư kiêm nhiệm."),
            ],
            id="a cause told right after what it caused",
        ),
        pytest.param(
            ARTICLE + "Những hạn chế nêu trên do cấp ủy thiếu sâu sát. Những việc trên có nguyên "
            "nhân từ cách phân công.\n",
            [
                ("cause", "unspecified", (), "Những hạn chế nêu trên do cấp ủy thiếu sâu sát."),
                (
                    "cause", "unspecified", (),
                    "Những việc trên có nguyên nhân từ cách phân công.",
                ),
            ],
            id="what was named above has its cause in something",
        ),
        pytest.param(
            REPORT + "2. Nguyên nhân\n"
            "- Có nguyên nhân khách quan do bão lũ; song chủ yếu là nguyên nhân chủ quan: cấp ủy "
            "thiếu sâu sát; bí thư ngại va chạm.\n",
            [
                ("cause", "objective", (), "Có nguyên nhân khách quan do bão lũ"),
                (
                    "cause", "subjective", (),
                    "song chủ yếu là nguyên nhân chủ quan: cấp ủy thiếu sâu sát",
                ),
                ("cause", "subjective", (), "bí thư ngại va chạm."),
            ],
            id="each clause bears the kind that was named last",
        ),
        pytest.param(
            REPORT + "2. Nguyên nhân\n- Cán bộ ít kinh nghiệm.\n"
            "- Tập thể Đảng ủy nhận khuyết điểm về việc chậm quyết toán.\n",
            [
                ("cause", "unspecified", (), "Cán bộ ít kinh nghiệm."),
                (
                    "shortcoming", "shortcoming", ("resources",),
                    "Tập thể Đảng ủy nhận khuyết điểm về việc chậm quyết toán.",
                ),
            ],
            id="who takes the blame among causes states a shortcoming",
        ),
    ],
)  # fmt: skip
def test_causes_told_in_prose(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


def test_a_hint_before_a_worked_example_is_left_out() -> None:
    text = (
        "MẪU BÁO CÁO KIỂM ĐIỂM\n2. Hạn chế, khuyết điểm\n"
        "Gợi ý viết: Sinh hoạt chuyên đề có quý chưa tổ chức được.\n"
    )
    assert [quote for *_, quote in found(text)] == ["Sinh hoạt chuyên đề có quý chưa tổ chức được."]


def test_a_worked_example_in_a_form_counts_and_its_blanks_do_not() -> None:
    text = (
        "MẪU BÁO CÁO KIỂM ĐIỂM (ví dụ)\n2. Hạn chế, khuyết điểm\n"
        "- Hạn chế 1: Cấp ủy mới kiểm tra được một chi bộ, chưa đạt kế hoạch kiểm tra.\n"
        "- Hạn chế 2: .................\n"
    )
    assert found(text) == [
        (
            "shortcoming",
            "shortcoming",
            ("inspection",),
            "Cấp ủy mới kiểm tra được một chi bộ, chưa đạt kế hoạch kiểm tra.",
        )
    ]
