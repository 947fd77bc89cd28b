"""What directives, conclusions, guidelines and reports to a congress set, by headings or orders."""

import pytest

from extractors.findings import findings
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()

DIRECTIVE = "CHỈ THỊ\ncủa Ban Thường vụ Huyện ủy Sơn Hà về đại hội các chi bộ\n"
CONGRESS = "BÁO CÁO CHÍNH TRỊ\ncủa Ban Chấp hành Đảng bộ huyện Sơn Hà\n"


def remedies(text: str) -> list[tuple[str, str]]:
    """(kind, quote) of the remedies of the text."""
    document = make_doc(text)
    found = findings(document, REFERENCE)
    return [(r.kind, document.quote(r.span)) for r in found if r.type == "remedy"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            DIRECTIVE + "Thực hiện Kế hoạch số 12-KH/TU của Tỉnh ủy, Ban Thường vụ Huyện ủy nêu "
            "một số nội dung.\n"
            "1. Về văn kiện\n"
            "Báo cáo của chi ủy phải đánh giá đúng kết quả trong nhiệm kỳ. Dung lượng gọn.\n"
            "2. Độ tuổi tham gia cấp ủy\n"
            "Người tham gia lần đầu phải bảo đảm còn đủ 30 tháng công tác.\n"
            "3. Về nhân sự\n"
            "Cơ bản thực hiện bí thư đồng thời là trưởng thôn.\n"
            "Nhiệm kỳ trước, huyện có 12 chi bộ.\n",
            [
                (
                    "task",
                    "Báo cáo của chi ủy phải đánh giá đúng kết quả trong nhiệm kỳ. Dung lượng gọn.",
                ),
                ("task", "Cơ bản thực hiện bí thư đồng thời là trưởng thôn."),
            ],
            id="a directive orders; its rules of eligibility do not",
        ),
        pytest.param(
            "THÔNG BÁO\nKết luận của Thường trực Huyện ủy tại buổi làm việc với xã Tân Lập\n"
            "I. ĐÁNH GIÁ\n- Hồ sơ lưu ở hai nơi.\n"
            "II. YÊU CẦU\n- Cử hai ủy viên đi học lớp nghiệp vụ.\n- Hồ sơ lưu một nơi.\n",
            [
                ("task", "Cử hai ủy viên đi học lớp nghiệp vụ."),
                ("task", "Hồ sơ lưu một nơi."),
            ],
            id="what stands under a heading of demands is ordered",
        ),
        pytest.param(
            CONGRESS + "I. KẾT QUẢ NHIỆM KỲ QUA\n"
            "- Thu ngân sách đã tăng khá.\n"
            "II. ĐẨY MẠNH CHUYỂN ĐỔI SỐ\n"
            "- Hạ tầng số đồng bộ ở mọi xã.\n"
            "- Lấy dữ liệu làm nền của điều hành.\n",
            [
                ("remedy", "Hạ tầng số đồng bộ ở mọi xã."),
                ("remedy", "Lấy dữ liệu làm nền của điều hành."),
            ],
            id="items under a direction need no verb in a report to a congress",
        ),
        pytest.param(
            "THÔNG BÁO\nKết luận của Thường trực Huyện ủy về khai thác cát\n"
            "1. Thời gian qua, tàu hút cát còn lén lút về đêm.\n"
            "2. Công an huyện lập chốt tại bến Gềnh trong 60 ngày.\n"
            "3. Đài Truyền thanh huyện phản ánh kịp thời.\n",
            [
                ("task", "Công an huyện lập chốt tại bến Gềnh trong 60 ngày."),
                ("task", "Đài Truyền thanh huyện phản ánh kịp thời."),
            ],
            id="an item charges somebody with an act",
        ),
        pytest.param(
            "NGHỊ QUYẾT\ncủa Đảng ủy phường về chỉnh trang đô thị\nI- Đánh giá\n"
            "1. Công an phường xử lý 40 vụ.\nII- Lãnh đạo thực hiện\n"
            "1. Công an phường chốt trực 6 tuyến đường.\n2. Mỗi chi bộ đảm nhận một tuyến.\n",
            [
                ("remedy", "Công an phường chốt trực 6 tuyến đường."),
                ("remedy", "Mỗi chi bộ đảm nhận một tuyến."),
            ],
            id="items of a resolution charge somebody under any heading",
        ),
        pytest.param(
            "HƯỚNG DẪN\nđổi mới bản tin chi bộ\nI. MỤC ĐÍCH\n1. Nâng cao nhận thức của đảng viên.\n"
            "II. TỔ CHỨC THỰC HIỆN\n1. Các đảng ủy cụ thể hóa hướng dẫn này cho cơ sở mình.\n",
            [("task", "Các đảng ủy cụ thể hóa hướng dẫn này cho cơ sở mình.")],
            id="a guideline orders only under its implementation",
        ),
        pytest.param(
            "Huyện ủy Sơn Hà thi hành kỷ luật\n"
            "Ban Thường vụ Huyện ủy cảnh cáo Đảng ủy xã Tân Lập; yêu cầu Đảng ủy xã kiểm điểm, rút "
            "kinh nghiệm.\n",
            [("task", "yêu cầu Đảng ủy xã kiểm điểm, rút kinh nghiệm.")],
            id="a clause may ask alone",
        ),
    ],
)
def test_orders_and_directions(text: str, expected: list[tuple[str, str]]) -> None:
    assert remedies(text) == expected
