"""What prose gives as the cause of a lack, and what only looks like it."""

import pytest

from extractors.findings import findings
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()
NEWS = "Đảng bộ huyện Phú Lâm bàn việc phát triển Đảng\nSáng 5-7, Huyện ủy họp.\n"
LACK = "Ba năm nay nhiều chi bộ không kết nạp được ai.\n"
REPORT = "BÁO CÁO KIỂM ĐIỂM\nĐảng ủy xã Phú Lâm\nI. Hạn chế\n"


def told(text: str) -> list[tuple[str, str]]:
    """The type and the quote of each shortcoming and cause of the text."""
    document = make_doc(text)
    found = (f for f in findings(document, REFERENCE) if f.type != "remedy")
    return sorted((f.type, document.quote(f.span).rstrip(".")) for f in found)


def causes(text: str) -> list[str]:
    return [quote for kind, quote in told(text) if kind == "cause"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Chậm trước hết vì cấp ủy xã để hồ sơ dồn lại.", id="a lack in one word"),
        pytest.param("Sự sụt giảm ấy phần nhiều là do thiếu nguồn.", id="what was told, again"),
        pytest.param("Tình trạng đó có phần do cấp ủy ngại khó.", id="with an adverb"),
        pytest.param("Có tình hình trên là vì cấp ủy ít xuống xã.", id="how it came about"),
        pytest.param("Giải trình: nguồn ở thôn đã cạn.", id="a label"),
        pytest.param("Thực trạng trên có nguyên nhân từ cách phân công.", id="named as one"),
        pytest.param("Có lẽ cũng bởi phụ cấp quá thấp.", id="a guess"),
        pytest.param("Theo bí thư chi bộ, thanh niên học xong là đi khỏi làng.", id="a voice"),
        pytest.param("Đó cũng là lý do các đoàn thể ngại giới thiệu người.", id="taken up at last"),
        pytest.param(
            "Một nguyên nhân khác, theo lãnh đạo xã, là hồ sơ phải đi nhiều nơi.", id="one more"
        ),
        pytest.param("“Thanh niên đi hết cả rồi”, bí thư chi bộ thôn thở dài.", id="a sigh"),
        pytest.param("Những việc ấy chậm là vì kinh phí về muộn.", id="what was slow, again"),
        pytest.param("Cũng tại chi bộ thiếu kèm cặp quần chúng.", id="whose fault it is"),
        pytest.param("Trai tráng trong thôn rời quê, ở nhà chỉ còn người già.", id="no word of it"),
    ],
)
def test_a_sentence_after_a_lack_gives_its_cause(text: str) -> None:
    assert causes(NEWS + LACK + text) == [text.rstrip(".")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Do đó, huyện mở thêm lớp bồi dưỡng.", id="a consequence"),
        pytest.param("Vì vậy, Huyện ủy cử cán bộ xuống thôn.", id="another"),
        pytest.param("Theo bí thư chi bộ, hiện còn 5 đảng viên chưa đóng đảng phí.", id="a figure"),
        pytest.param("Tại xã Phú Lâm, năm nay Đảng bộ kết nạp 27 đảng viên.", id="a place"),
        pytest.param("Kết quả đó là do cấp ủy sâu sát.", id="a success"),
        pytest.param("Huyện hỗ trợ thanh niên đi làm ăn xa.", id="an effort"),
    ],
)
def test_look_alikes_after_a_lack_give_none(text: str) -> None:
    assert causes(NEWS + LACK + text) == []


def test_a_figure_that_tells_a_lack_may_be_explained() -> None:
    text = (
        "Từ năm 2018, chi bộ mới kết nạp 2 đảng viên.\nĐất ruộng ít, trai gái vào khu công nghiệp."
    )
    assert causes(NEWS + text) == ["Đất ruộng ít, trai gái vào khu công nghiệp"]


def test_what_a_lack_is_mostly_due_to_is_a_cause() -> None:
    text = "Đảng viên trẻ còn ngại dự họp một phần là do bí thư điều hành đơn điệu."
    assert told(NEWS + text) == [("cause", text.rstrip("."))]


def test_a_cause_goes_on_over_the_next_sentences() -> None:
    text = "Một phần do bí thư kiêm nhiệm. Thêm vào đó, phụ cấp thấp. Huyện đã mở lớp tập huấn."
    assert causes(NEWS + LACK.rstrip() + " " + text) == [
        "Một phần do bí thư kiêm nhiệm", "Thêm vào đó, phụ cấp thấp",
    ]  # fmt: skip


def test_what_those_concerned_explain_is_a_list_of_causes() -> None:
    text = (
        NEWS + LACK + "Trưởng ban tổ chức Huyện ủy giãi bày:\n- Thôn ít người.\n- Phụ cấp thấp.\n"
    )
    assert causes(text) == ["Phụ cấp thấp", "Thôn ít người"]


def test_a_cause_at_the_end_of_a_lack_is_one_of_its_own_in_the_news() -> None:
    text = "Chỉ tiêu kết nạp hai đảng viên không đạt do nhân viên trẻ phải đi tăng cường"
    cause = "do nhân viên trẻ phải đi tăng cường"
    assert told(f"{NEWS}{text}.") == [("cause", cause), ("shortcoming", text)]
    assert causes(f"{REPORT}{text}.") == []


def test_a_sentence_that_goes_on_to_name_its_cause_is_parted_there() -> None:
    text = "Sinh hoạt ở nhiều chi bộ còn rời rạc, nguyên nhân chủ yếu là bí thư kiêm nhiệm."
    assert told(NEWS + text) == [
        ("cause", "nguyên nhân chủ yếu là bí thư kiêm nhiệm"),
        ("shortcoming", "Sinh hoạt ở nhiều chi bộ còn rời rạc"),
    ]


def test_the_cause_in_an_item_ends_with_the_item() -> None:
    text = (
        "1. Người vào Đảng mỗi năm một ít. Lý do là lao động trẻ rời quê.\n"
        "2. Sổ ghi ý kiến để trống.\n"
    )
    assert told(REPORT + text) == [
        ("cause", "Lý do là lao động trẻ rời quê"),
        ("shortcoming", "Người vào Đảng mỗi năm một ít"),
        ("shortcoming", "Sổ ghi ý kiến để trống"),
    ]


def test_a_figure_among_lacks_tells_none() -> None:
    text = "1. Nguồn ở cơ quan cạn dần. Toàn huyện có 1.970 công chức, trong đó 812 người trẻ.\n"
    assert told(REPORT + text) == [("shortcoming", "Nguồn ở cơ quan cạn dần")]


def test_a_later_paragraph_that_explains_nothing_is_no_cause() -> None:
    text = (
        "Hai chi bộ sinh hoạt rời rạc. Nguyên nhân: bí thư kiêm nhiệm.\n"
        "Đại hội bầu Ban Chấp hành gồm 15 đồng chí.\nĐảng bộ được tặng cờ.\n"
    )
    assert causes(NEWS + text) == ["bí thư kiêm nhiệm"]


def test_under_a_heading_over_both_a_later_paragraph_is_a_lack_again() -> None:
    text = (
        "BÁO CÁO\ntổng kết của Đảng bộ Bệnh viện Phú Lâm\nI. KẾT QUẢ\nKết nạp 12 đảng viên.\n"
        "II. TỒN TẠI, NGUYÊN NHÂN\n"
        "Hồ sơ lưu rời, khó tra cứu. Nguyên nhân do cấp ủy viên trực đêm.\n"
        "Việc học nghị quyết của ca trực bỏ sót người.\n"
    )
    assert told(text) == [
        ("cause", "Nguyên nhân do cấp ủy viên trực đêm"),
        ("shortcoming", "Hồ sơ lưu rời, khó tra cứu"),
        ("shortcoming", "Việc học nghị quyết của ca trực bỏ sót người"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Đáng chú ý, 5 xã chưa kết nạp được ai.", id="what is notable"),
        pytest.param("Trong sáu tháng, huyện kiểm tra 31 tổ chức đảng.", id="what was done"),
        pytest.param("Về thu ngân sách, huyện mới đạt 38% dự toán.", id="another subject"),
        pytest.param("Tại xã Phú Lâm, Đảng bộ kết nạp 27 đảng viên.", id="another place"),
    ],
)
def test_causes_end_where_the_text_turns_to_something_else(text: str) -> None:
    began = "Nguyên nhân là các xã bận chuẩn bị đại hội."
    assert causes(f"{NEWS}{LACK.rstrip()} {began} {text}") == [began.rstrip(".")]


def test_a_label_inside_an_item_holds_to_the_end_of_the_item() -> None:
    text = (
        "1. Công tác đấu thầu chậm. Nguyên nhân: quy định thay đổi.\n"
        "2. Sinh hoạt chi bộ chưa đủ kỳ.\n"
    )
    assert told(REPORT + text) == [
        ("cause", "quy định thay đổi"),
        ("shortcoming", "Công tác đấu thầu chậm"),
        ("shortcoming", "Sinh hoạt chi bộ chưa đủ kỳ"),
    ]


def test_what_answers_why_needs_no_word_of_cause() -> None:
    text = "Phóng viên: Theo đồng chí, vì sao chậm?\nBí thư: Thời gian gấp, đồng đất xa.\n"
    assert causes(NEWS + LACK + text) == ["Bí thư: Thời gian gấp, đồng đất xa"]
