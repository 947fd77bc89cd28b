"""What news, speeches and articles say is to be done, outside headed zones."""

import pytest

from extractors.findings import findings
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()

Found = tuple[str, str]


def remedies(text: str) -> list[Found]:
    """(kind, quote) of the remedies of the text."""
    document = make_doc(text)
    found = findings(document, REFERENCE)
    return [(r.kind, document.quote(r.span)) for r in found if r.type == "remedy"]


VISIT = "Lãnh đạo tỉnh làm việc với Đảng bộ Khối Dịch vụ Hòa Sơn\nChiều 12-5, đoàn đến làm việc.\n"
ARTICLE = "Phát huy vai trò chi bộ thôn ở vùng ven biển\nNhiều chi bộ có cách làm hay.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            VISIT + "Phát biểu tại buổi làm việc, đồng chí Phó Bí thư Tỉnh ủy ghi nhận kết quả "
            "của Khối. Đồng chí đề nghị Đảng ủy Khối bám sát nghị quyết đại hội. Tập trung lập "
            "tổ chức đảng trong doanh nghiệp.\n"
            "Về công tác kiểm tra, Đảng ủy Khối cần chọn đúng lĩnh vực. Đồng thời chú trọng giải "
            "quyết đơn thư.\n"
            "Sau buổi làm việc, đoàn đã thăm Công ty Cấp nước.\n"
            "Công ty thực hiện ba ca mỗi ngày.\n",
            [
                ("task", "Đồng chí đề nghị Đảng ủy Khối bám sát nghị quyết đại hội."),
                ("task", "Tập trung lập tổ chức đảng trong doanh nghiệp."),
                ("task", "Về công tác kiểm tra, Đảng ủy Khối cần chọn đúng lĩnh vực."),
                ("task", "Đồng thời chú trọng giải quyết đơn thư."),
            ],
            id="a leader's requests go on until the news turns back to what was done",
        ),
        pytest.param(
            VISIT + "Kết luận hội nghị, Bí thư Huyện ủy nhấn mạnh các chi bộ phải nêu cao tính "
            "chiến đấu. Không để phát sinh điểm nóng.\n",
            [
                (
                    "task",
                    "Kết luận hội nghị, Bí thư Huyện ủy nhấn mạnh các chi bộ phải nêu cao tính "
                    "chiến đấu.",
                ),
                ("task", "Không để phát sinh điểm nóng."),
            ],
            id="what a leader stresses must be done",
        ),
        pytest.param(
            VISIT + "Tỉnh ủy yêu cầu các cấp ủy làm tốt một số nhiệm vụ sau:\n"
            "Siết chặt kỷ cương ở từng cơ quan.\n"
            "Việc bổ nhiệm phải theo đúng quy trình.\n",
            [
                ("task", "Siết chặt kỷ cương ở từng cơ quan."),
                ("task", "Việc bổ nhiệm phải theo đúng quy trình."),
            ],
            id="a list that a body above announces holds tasks",
        ),
        pytest.param(
            ARTICLE + "Để khắc phục tình trạng trên, theo chúng tôi cần làm tốt mấy việc sau đây.\n"
            "1. Nâng cao năng lực của bí thư chi bộ\n"
            "Đảng ủy xã chọn người có uy tín để giới thiệu bầu. Hằng năm mở lớp tập huấn.\n"
            "2. Đổi mới sinh hoạt chi bộ\n"
            "Mỗi quý sinh hoạt một chuyên đề gắn với việc của thôn.\n",
            [
                (
                    "remedy",
                    "Nâng cao năng lực của bí thư chi bộ Đảng ủy xã chọn người có uy tín để giới "
                    "thiệu bầu. Hằng năm mở lớp tập huấn.",
                ),
                (
                    "remedy",
                    "Đổi mới sinh hoạt chi bộ Mỗi quý sinh hoạt một chuyên đề gắn với việc của "
                    "thôn.",
                ),
            ],
            id="a list announced without a colon",
        ),
        pytest.param(
            VISIT + "Phát biểu chỉ đạo, Bí thư Tỉnh ủy nhấn mạnh, Đảng bộ Khối phải đi đầu.\n"
            "Khối là nơi tập trung nhiều cơ quan của tỉnh.\n"
            "Mỗi đảng viên cần là một tấm gương.\n"
            "Đảng bộ đã kết nạp 40 đảng viên.\n",
            [
                ("task", "Phát biểu chỉ đạo, Bí thư Tỉnh ủy nhấn mạnh, Đảng bộ Khối phải đi đầu."),
                ("task", "Mỗi đảng viên cần là một tấm gương."),
            ],
            id="a remark between two requests is none and ends nothing",
        ),
        pytest.param(
            VISIT + "Đồng chí nhấn mạnh 2 nhiệm vụ: xây dựng đội ngũ cán bộ; giữ vững đoàn kết.\n"
            "Bí thư Tỉnh ủy mong muốn tuổi trẻ xung kích trong mọi việc.\n",
            [
                (
                    "task",
                    "Đồng chí nhấn mạnh 2 nhiệm vụ: xây dựng đội ngũ cán bộ; giữ vững đoàn kết.",
                ),
                ("task", "Bí thư Tỉnh ủy mong muốn tuổi trẻ xung kích trong mọi việc."),
            ],
            id="tasks named after a colon, and wishes",
        ),
        pytest.param(
            ARTICLE + "Thiết nghĩ, huyện cần quan tâm cán bộ nữ.\n"
            "Cấp ủy cấp trên cần thường xuyên dự sinh hoạt với chi bộ.\n",
            [
                ("remedy", "Thiết nghĩ, huyện cần quan tâm cán bộ nữ."),
                ("remedy", "Cấp ủy cấp trên cần thường xuyên dự sinh hoạt với chi bộ."),
            ],
            id="what a writer recommends",
        ),
        pytest.param(
            "Bài phát biểu của đồng chí Bí thư Huyện ủy\nThưa các đồng chí!\n"
            "Năm 2024, tôi đề nghị các cấp ủy quan tâm mấy việc:\n"
            "Một là, chăm lo Tết cho hộ nghèo.\n"
            "Xin chúc các đồng chí sức khỏe.\n",
            [("task", "chăm lo Tết cho hộ nghèo.")],
            id="a speaker announces a list",
        ),
        pytest.param(
            ARTICLE + "Nhiều chi bộ đã học tập nghị quyết. " * 6 + "\n"
            "Thời gian tới, huyện thực hiện tốt các giải pháp sau:\n"
            "1. Đổi mới cách học nghị quyết\n"
            "Cấp ủy phân công báo cáo viên giỏi.\n"
            "2. Xây đi đôi với chống\n"
            "Khen thưởng kịp thời người tốt.\n"
            "Nâng chất lượng chi bộ là nhiệm vụ lâu dài của Đảng bộ huyện.\n",
            [
                (
                    "remedy",
                    "Đổi mới cách học nghị quyết Cấp ủy phân công báo cáo viên giỏi.",
                ),
                ("remedy", "Xây đi đôi với chống Khen thưởng kịp thời người tốt."),
            ],
            id="titles of announced solutions need no verb; the summing up is none",
        ),
        pytest.param(
            ARTICLE + "Thứ nhất, nâng cao nhận thức của cấp ủy.\n"
            "Mỗi cấp ủy viên phụ trách một chi bộ.\n"
            "Thứ hai,đổi mới nội dung sinh hoạt.\n"
            "Tuy nhiên, việc này chưa dễ.\n",
            [
                (
                    "remedy",
                    "nâng cao nhận thức của cấp ủy. Mỗi cấp ủy viên phụ trách một chi bộ.",
                ),
                ("remedy", "đổi mới nội dung sinh hoạt."),
            ],
            id="items named by ordinals hold the paragraphs below them",
        ),
    ],
)
def test_requests_and_lists_of_solutions(text: str, expected: list[Found]) -> None:
    assert remedies(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            VISIT + "Báo cáo đáp ứng yêu cầu nhiệm vụ, tập trung vào ba nội dung.\n",
            id="a requirement is no request",
        ),
        pytest.param(
            VISIT + "Theo đề nghị của Ban Tổ chức, Huyện ủy khen thưởng 12 tập thể.\n"
            "Đảng ủy đã chỉ đạo các chi bộ tổ chức học tập nghị quyết.\n"
            "Năm qua, huyện tập trung lãnh đạo phát triển kinh tế.\n",
            id="what was done",
        ),
        pytest.param(
            VISIT + "Các ý kiến khẳng định tính cấp thiết và cần thiết của đề án.\n",
            id="'cần thiết' is no 'cần'",
        ),
        pytest.param(
            VISIT + "Đồng chí đề nghị đại biểu thảo luận làm rõ kết quả.\n", id="a chair's words"
        ),
        pytest.param(
            VISIT
            + "Đảng ủy đề nghị công nhận 12 chi bộ hoàn thành tốt, tập trung ở khối trường.\n",
            id="a proposal of honours",
        ),
        pytest.param(
            ARTICLE + "Thứ nhất, công tác học tập được Đảng bộ tổ chức từ sớm.\n"
            "Thứ hai, quan tâm giáo dục, góp phần nâng dân trí.\n",
            id="a list of what was achieved",
        ),
        pytest.param(
            ARTICLE + "Bên cạnh kết quả, vẫn còn những hạn chế cần khắc phục:\n"
            "Sinh hoạt chi bộ chưa đều.\n",
            id="lacks announced with 'to be mended'",
        ),
    ],
)
def test_look_alikes_are_no_remedies(text: str) -> None:
    assert remedies(text) == []
