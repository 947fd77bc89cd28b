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
        pytest.param("Nguồn kết nạp ở khu dân cư vơi dần.", id="what there should be more of"),
        pytest.param("Số quần chúng được giới thiệu teo tóp qua từng năm.", id="it shrinks"),
        pytest.param("So với cùng kỳ, số kết nạp giảm quá nửa.", id="it fell by half"),
        pytest.param("Có thôn suốt hai nhiệm kỳ không kết nạp nổi ai.", id="not even one"),
        pytest.param("Hồ sơ đảng viên gửi lên để quá lâu mới được trả lời.", id="left lying"),
        pytest.param("Có chi bộ giao chỉ tiêu xong là để đấy.", id="begun and left"),
        pytest.param("Có đảng ủy khoán trắng việc tạo nguồn.", id="handed to others"),
        pytest.param("Chuyến vận động ấy ở xã không mang lại kết quả.", id="in vain"),
        pytest.param("Tuổi bình quân của đảng viên ở thôn đã ngoài 60.", id="members grow old"),
        pytest.param("Chi bộ có 15 đảng viên, người trẻ nhất đã 58 tuổi.", id="nobody is young"),
        pytest.param("Cán bộ xã ít xuống dân.", id="done too seldom"),
        pytest.param("Đường về thôn hỏng mà cán bộ không ai sửa.", id="nobody does it"),
        pytest.param("Hai phần ba số chi bộ không đủ người để bầu chi ủy.", id="not enough"),
        pytest.param("Chi ủy thông báo nội dung họp quá sát giờ.", id="too late"),
        pytest.param("Cán bộ trẻ lần lượt xin nghỉ.", id="people leave"),
        pytest.param("Đơn thư của dân ở xã kéo dài từ năm này qua năm khác.", id="it drags on"),
        pytest.param("Ba chi bộ nộp báo cáo muộn.", id="overdue"),
        pytest.param("Nhiều bí thư không biết dùng máy tính.", id="people who cannot"),
        pytest.param("Việc nêu gương lúc có lúc không.", id="an idiom"),
        pytest.param("Chỉ tiêu kết nạp không đạt do nguồn ít.", id="a target missed, and why"),
        pytest.param(
            "Có nơi cấp ủy họp năm lần về một việc mà không kết luận.", id="over and over"
        ),
        pytest.param("Biểu hiện dễ thấy là công văn hỏi đi hỏi lại.", id="how a vice shows"),
        pytest.param("Gần đây căn bệnh ấy trong cán bộ lan nhanh.", id="a vice that spreads"),
        pytest.param("Kết quả ấy chưa xứng với công sức bỏ ra.", id="what is weighed"),
        pytest.param("Không ít cơ quan coi tiếp dân là việc của thanh tra.", id="left to others"),
        pytest.param("Kế hoạch kiểm tra năm nào cũng dồn vào quý IV.", id="left to the last"),
        pytest.param("Tài liệu phát ra ở chi bộ ít người đọc.", id="few do it"),
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
        pytest.param("Các chi bộ không nên họp kéo dài.", id="advice"),
        pytest.param("Mỗi hạn chế phải kèm nguyên nhân chủ quan.", id="how a report is written"),
        pytest.param("Phần hạn chế cần chỉ ra việc nào lãnh đạo chưa tới.", id="asked of a report"),
        pytest.param(
            "Đảng viên nào bỏ sinh hoạt ba tháng thì chi bộ đề nghị xóa tên.", id="a rule for all"
        ),
        pytest.param("Không có chi bộ nào không hoàn thành nhiệm vụ.", id="none that failed"),
        pytest.param("Chi bộ thu đảng phí đều, không ai nộp muộn.", id="nobody is late"),
        pytest.param("Số hộ nghèo của các chi bộ giảm gần một nửa.", id="less of what is bad"),
        pytest.param("Bệnh hình thức trong sinh hoạt bớt dần.", id="a vice that fades"),
        pytest.param("Đơn thư vượt cấp ở các chi bộ thưa dần.", id="fewer complaints"),
        pytest.param("Chi bộ không để đơn thư kéo dài.", id="it does not drag on"),
        pytest.param("Hồ chứa ở xã cạn dần vào mùa khô.", id="water is no source of members"),
        pytest.param("Các chi bộ gỡ được nhiều việc tồn đọng.", id="what was put right"),
        pytest.param("Chi bộ từng bị coi là yếu kém, nay đã khác.", id="what once was"),
        pytest.param("Xã chuyển 80 ha lúa kém hiệu quả sang trồng màu.", id="fields, not units"),
        pytest.param("Cán bộ nhắc nhau không được nhẹ tay với cái xấu.", id="a duty not to"),
        pytest.param("Nhiều đồng chí làm giúp dân mà không cần ai biết.", id="modesty is no lack"),
        pytest.param("Trường hợp đảng viên giảm sút ý chí thì xóa tên.", id="a case of a rule"),
        pytest.param("Theo quy định, đảng viên bỏ sinh hoạt bị xóa tên.", id="what rules say"),
        pytest.param("Không đầu hàng cái khó, chi bộ cử người cắm bản.", id="in spite of it"),
        pytest.param(
            "Mười năm trước, bản chưa có đảng viên. Cán bộ thiếu, dân còn ngại họp.",
            id="a paragraph of history",
        ),
        pytest.param("Nhờ vậy mà không còn cảnh nghị quyết nằm trên giấy.", id="no longer so"),
        pytest.param("Bác Hồ từng phê bình những cán bộ xa dân, hách dịch.", id="a teaching"),
        pytest.param("Người chỉ rõ lãng phí, quan liêu là giặc nội xâm.", id="another"),
        pytest.param("Tự phê bình là vũ khí để chữa bệnh quan liêu.", id="what something is"),
        pytest.param("Đảng viên bị khiển trách khi buông lỏng quản lý.", id="when it is punished"),
        pytest.param("Hội nghị thẳng thắn, không nể nang, né tránh.", id="taken back twice"),
        pytest.param("Nghị quyết đã làm thay đổi cả một vùng đất.", id="a false friend"),
        pytest.param("Khó khăn vẫn còn nhiều.", id="that there are lacks is none"),
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


def test_in_a_list_of_remarks_only_the_clauses_of_lack_count() -> None:
    text = (
        "Đồng chí tổ trưởng: nhiệt tình, chuyên môn vững; cập nhật hồ sơ đảng viên chưa kịp thời."
    )
    assert lacking(text) == ["cập nhật hồ sơ đảng viên chưa kịp thời."]
