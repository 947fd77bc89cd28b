"""What sentences outside headed zones say fell short, and what only looks like it."""

import pytest

from extractors.findings import findings
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()
NEWS = "Đảng bộ huyện Phú Lâm sơ kết công tác xây dựng Đảng\nSáng 5-7, Huyện ủy họp.\n"


def lacking(text: str) -> list[str]:
    """The quotes of the shortcomings of the text."""
    document = make_doc(NEWS + text)
    found = findings(document, REFERENCE)
    return [document.quote(r.span) for r in found if r.type == "shortcoming"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Công tác đấu tranh phê bình ở một số chi bộ chưa thật thẳng thắn.",
            id="a word of duty that is a noun is no duty",
        ),
        pytest.param(
            "Tình trạng né tránh, nể nang vẫn diễn ra.", id="'tránh' in 'né tránh' is no duty"
        ),
        pytest.param(
            "Hiện nay bệnh thành tích đang diễn ra khá phổ biến.", id="a vice that is widespread"
        ),
        pytest.param(
            "Nạn lấn chiếm đất công, vi phạm hành lang đê xảy ra liên tục.",
            id="a misdeed that goes on",
        ),
        pytest.param("Thủ tục kết nạp ở vài nơi còn khá rườm rà.", id="a degree before the lack"),
        pytest.param("Nhiều chi bộ lúng túng khi chọn chuyên đề.", id="some do poorly"),
        pytest.param(
            "Các đại biểu phản ánh tình trạng thôn bản ngại nhận đảng viên trẻ.",
            id="critique reported in the news",
        ),
        pytest.param(
            "Một số chi bộ chưa thực hiện tốt chế độ sinh hoạt.", id="negated praise is none"
        ),
        pytest.param(
            "Tập thể chi ủy thiếu trách nhiệm trong quản lý quỹ.", id="a misdeed told in the news"
        ),
        pytest.param("Không ít cán bộ né tránh việc khó.", id="'không ít' is many"),
        pytest.param("Tỷ lệ đảng viên trẻ ở thôn xa thấp.", id="what is measured is low"),
        pytest.param("Số thanh niên được kết nạp giảm mạnh.", id="a number that falls"),
        pytest.param("Nhiều chi bộ ba năm liền không kết nạp được ai.", id="some cannot do it"),
        pytest.param("Có 3 đảng bộ không hoàn thành chỉ tiêu kết nạp.", id="some do not do it"),
        pytest.param(
            "Thực tế, không phải chi bộ nào cũng giữ được nền nếp sinh hoạt.", id="not every one"
        ),
        pytest.param(
            "Bí thư Huyện ủy nêu một số tồn tại trong quản lý đất đai ở hai xã.",
            id="lacks that a speaker names",
        ),
        pytest.param(
            "Qua kiểm tra phát hiện 5 đơn vị sử dụng kinh phí sai mục đích.",
            id="what an inspection found",
        ),
        pytest.param(
            "Chúng ta phải thẳng thắn nhìn nhận: việc này làm còn qua loa.",
            id="owning up is no duty",
        ),
        pytest.param(
            "Quá trình triển khai có kết quả, tuy nhiên cũng bộc lộ những bất cập nhất định.",
            id="a turn inside the sentence",
        ),
    ],
)
def test_words_of_lack_state_a_shortcoming_anywhere(text: str) -> None:
    assert lacking(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Công tác giám sát góp phần đẩy lùi bệnh thành tích.", id="a merit"),
        pytest.param("Trước đây, sinh hoạt chi bộ còn khá hình thức.", id="history"),
        pytest.param(
            "Trong bối cảnh dịch bệnh diễn biến phức tạp, huyện vẫn về đích.", id="a setting"
        ),
        pytest.param(
            "Ủy ban đã xem xét các vụ việc gây bức xúc trong nhân dân.", id="what was looked into"
        ),
        pytest.param("Nơi nào kiểm tra tốt nơi đó ít vi phạm.", id="few misdeeds are praise"),
        pytest.param("Xét tính chất vi phạm, Ủy ban quyết định cảnh cáo.", id="weighing"),
        pytest.param("Các chi bộ phải chống bệnh hình thức.", id="a duty"),
        pytest.param("Nội dung sinh hoạt phong phú, không đơn điệu.", id="negated lack"),
        pytest.param("Nhiều xã có tỷ lệ hộ nghèo giảm mạnh.", id="it is good that it is low"),
        pytest.param("Cuộc họp kéo dài đến chiều.", id="what drags on is no lack by itself"),
    ],
)
def test_look_alikes_state_none(text: str) -> None:
    assert lacking(text) == []


def test_a_critique_goes_on_with_weaker_words() -> None:
    text = (
        "Tuy nhiên, chất lượng sinh hoạt ở một số chi bộ còn thấp. Có 35% người được hỏi cho rằng "
        "nội dung sinh hoạt không thiết thực. Bí thư kiêm nhiệm nhiều việc nên ít thời gian."
    )
    assert lacking(text) == [
        "Tuy nhiên, chất lượng sinh hoạt ở một số chi bộ còn thấp.",
        "Có 35% người được hỏi cho rằng nội dung sinh hoạt không thiết thực.",
        "Bí thư kiêm nhiệm nhiều việc nên ít thời gian.",
    ]
