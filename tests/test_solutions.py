"""What running prose says is to be done, without a heading and without a word of asking."""

import pytest

from extractors.coming import opens_tasks
from extractors.findings import findings
from pipeline import reference
from tests.documents import make_doc

REFERENCE = reference.load()
ARTICLE = "Chuyện ở Chi bộ thôn Đồi Sim\nChi bộ có 19 đảng viên.\nHọp hành thưa vắng.\n"
REPORT = "ĐẢNG BỘ XÃ ĐỒI SIM\nBÁO CÁO\nTổng kết công tác năm 2021\n1. Kết quả\nThu đủ đảng phí.\n"


def told(text: str) -> list[str]:
    """What the remedies of the text quote, in order."""
    document = make_doc(text)
    found = [r for r in findings(document, REFERENCE) if r.type == "remedy"]
    return [document.quote(r.span) for r in sorted(found, key=lambda r: r.span)]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Trước tình hình đó, Đảng ủy xã cử ba ủy viên xuống dự họp.", id="answer"),
        pytest.param("Để khắc phục, chi bộ chia ba tổ theo ba ngõ cho dễ gặp.", id="to mend it"),
        pytest.param(
            "Tháo gỡ khó khăn này, Huyện ủy lập đường dây hỏi đáp cho các bí thư.", id="mending"
        ),
        pytest.param("Đảng ủy xã chủ trương tách chi bộ ghép thành hai chi bộ.", id="resolve"),
        pytest.param("Hội nghị thống nhất giao mỗi ủy viên một thôn khó.", id="decision"),
        pytest.param("Ban Tổ chức Huyện ủy sẽ cử người xuống giúp làm hồ sơ.", id="will"),
        pytest.param("Chi bộ còn dự định lập nhóm nhắn tin để gửi tài liệu.", id="plan"),
        pytest.param("Những tháng còn lại, đảng ủy tiếp xúc từng chủ xưởng.", id="time to come"),
        pytest.param("Sang năm 2019, Đảng ủy yêu cầu mỗi cuộc kiểm tra phải rõ.", id="next year"),
        pytest.param("Nhiệm kỳ 2020 - 2025, đảng bộ tập trung mở lớp nghề.", id="a term ahead"),
        pytest.param("Lời giải của thôn là dời hết giờ họp sang buổi tối.", id="solution"),
        pytest.param("Việc cần làm ngay là gửi tài liệu trước ba ngày.", id="first thing to do"),
        pytest.param("Phải đưa cán bộ xã xuống ở cùng dân vài hôm.", id="a bare duty"),
        pytest.param("Nên chăng, gộp hai chức danh để thôn đỡ việc giấy tờ.", id="a question"),
        pytest.param("Theo công văn này, đảng viên không chia sẻ tin đồn nhảm.", id="document"),
        pytest.param("Đề án đặt ra lộ trình mỗi năm xóa bảy chi bộ ghép.", id="scheme"),
        pytest.param("Huyện cũng cần xem lại mức khoán cho thôn hiện nay.", id="advice to above"),
        pytest.param("Đoàn yêu cầu Đảng ủy xã lập sổ theo dõi người đi xa.", id="plainly asked"),
        pytest.param(
            "Các chi bộ cần khắc phục tình trạng họp còn hình thức.",
            id="an order to overcome a lack",
        ),
        pytest.param("Bí thư Đảng ủy hứa trong hai tháng giải quyết xong hồ sơ.", id="promise"),
        pytest.param("Trưởng thôn ở đây nhất thiết phải biết tiếng của bà con.", id="strictly"),
        pytest.param("Đảng ủy giao Chi bộ Văn phòng lắp máy chấm công cho cơ quan.", id="charge"),
        pytest.param("Ba tháng còn lại, Đảng ủy xã dồn sức thu nợ đọng của dân.", id="rest"),
        pytest.param("Mỗi lời hứa với dân phải ghi sổ, có hạn, có người lo.", id="each"),
        pytest.param("Đảng ủy cho chủ trương bổ sung quy hoạch, thôn chưa đủ thì đợi.", id="yes"),
        pytest.param("Bí thư nêu các việc trọng tâm là đẩy nhanh thu nợ, chia lại tổ.", id="named"),
        pytest.param(
            "Theo tôi, muốn dân tin thì việc đầu tiên là gửi tài liệu trước ba ngày.", id="opinion"
        ),
        pytest.param("Cấp ủy nên chọn người trẻ làm phó bí thư cho quen việc.", id="advice"),
        pytest.param(
            'Bí thư Đảng ủy nói ngay: "Phải gửi tài liệu trước ba ngày cho dân đọc".', id="quoted"
        ),
    ],
)
def test_a_sentence_of_an_article_says_what_is_to_be_done(sentence: str) -> None:
    assert told(f"{ARTICLE}{sentence}\nBà con ai cũng mừng.\n") == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Trước tình hình đó, Đảng ủy xã đã cử ba ủy viên xuống.", id="done"),
        pytest.param("Nghị quyết Đại hội XIII yêu cầu tăng cường xây dựng Đảng.", id="central"),
        pytest.param("Dân nói cán bộ phải thế thì bà con mới nghe, mới tin.", id="praise"),
        pytest.param("Ngày 10-6, Ban Tuyên giáo sẽ mở lớp học cho báo cáo viên.", id="a day"),
        pytest.param("Sắp tới, bác Năm tròn bảy mươi tuổi đời, bốn mươi tuổi Đảng.", id="age"),
        pytest.param("Năm 2016, chi bộ thống nhất giao đảng viên góp tiền trước.", id="once"),
        pytest.param("Hằng quý, Ban Tổ chức giao ban với cơ sở, kịp thời gỡ vướng.", id="habit"),
        pytest.param("Bác Hồ căn dặn cán bộ phải gần dân, phải làm gương trước.", id="teaching"),
        pytest.param("Mỗi tháng chi bộ phải mượn nhà dân để họp cho qua kỳ.", id="a plight"),
        pytest.param("Ban Chấp hành mới ra mắt, hứa hoàn thành nhiệm vụ được giao.", id="vow"),
        pytest.param("Kết luận giao ban, Bí thư phê bình ba phường làm chậm việc.", id="blame"),
        pytest.param("Hiệu trưởng yêu cầu học viên chấp hành nội quy của lớp.", id="pupils"),
        pytest.param("Từ thực tế ấy, chi bộ rút ra kinh nghiệm là phải kiên trì.", id="lesson"),
        pytest.param("Huyện ủy sẽ tổ chức lễ trao Huy hiệu Đảng vào ngày 3-2.", id="ceremony"),
        pytest.param("Thời gian tới, dự báo tình hình biên giới phức tạp hơn.", id="forecast"),
        pytest.param("Đại hội thống nhất phấn đấu 100% đảng viên hoàn thành tốt.", id="target"),
        pytest.param("Theo hướng dẫn, chi bộ phải họp chuyên đề mỗi quý một lần.", id="rule"),
        pytest.param("Phải nói rằng bà con thôn này hiền lành, chất phác.", id="manner of speech"),
        pytest.param("Với quyết tâm ấy, chi bộ sẽ hoàn thành mọi việc được giao.", id="leave"),
        pytest.param("Nhiệm kỳ 2015 - 2020, đảng bộ đạt 16/18 chỉ tiêu đề ra.", id="a term over"),
        pytest.param(
            "Kết thúc hội nghị, Bí thư giao văn phòng hoàn chỉnh báo cáo gửi cấp trên.",
            id="protocol",
        ),
    ],
)
def test_look_alikes_say_nothing_of_what_is_to_be_done(sentence: str) -> None:
    assert told(f"{ARTICLE}{sentence}\nBà con ai cũng mừng.\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            ARTICLE + "Trước tình hình đó, Đảng ủy xã cử ba ủy viên xuống dự họp. Các đoàn thể "
            "giới thiệu người hay việc cho chi bộ. Ai vắng hai kỳ thì chi ủy đến tận nhà. Cụ "
            "Tư khen mãi.\n",
            [
                "Trước tình hình đó, Đảng ủy xã cử ba ủy viên xuống dự họp.",
                "Các đoàn thể giới thiệu người hay việc cho chi bộ.",
                "Ai vắng hai kỳ thì chi ủy đến tận nhà.",
            ],
            id="the sentences of a paragraph go on until it turns to something else",
        ),
        pytest.param(
            ARTICLE + "Đảng ủy xã chủ trương dời giờ họp sang buổi tối. Thôn báo giờ qua loa. Nhờ "
            "vậy, kỳ nào cũng đông.\n",
            [],
            id="a decision of which the result is told is done",
        ),
        pytest.param(
            ARTICLE
            + "Tháng này chi bộ bàn: mỗi người nhận ba hộ; nhờ trưởng ấp báo loa; trực thêm "
            "chủ nhật. Bí thư theo dõi từng tuần. Cuối năm nhận xét phải ghi đúng việc đã làm. Nếu "
            "chậm nữa, ban quản lý chịu trách nhiệm trước xã.\n",
            [
                "mỗi người nhận ba hộ",
                "nhờ trưởng ấp báo loa",
                "trực thêm chủ nhật.",
                "Bí thư theo dõi từng tuần.",
                "Cuối năm nhận xét phải ghi đúng việc đã làm.",
                "Nếu chậm nữa, ban quản lý chịu trách nhiệm trước xã.",
            ],
            id="what goes on with a list by a duty or a condition",
        ),
        pytest.param(
            "CHI BỘ PHÂN XƯỞNG SẤY\nBIÊN BẢN\nHọp chi bộ tháng 7\n1. Đồng chí bí thư đánh giá "
            "tháng 6: sản lượng đạt.\n2. Chi bộ thống nhất:\n- Ghép thợ cũ với thợ mới.\n- Ca nào "
            "cháy thì ca đó làm bù.\nCuộc họp kết thúc lúc 17 giờ.\n",
            ["Ghép thợ cũ với thợ mới.", "Ca nào cháy thì ca đó làm bù."],
            id="what a meeting has resolved, and no protocol",
        ),
        pytest.param(
            "Hỏi chuyện bí thư thôn Đồi Sim\nHỏi: Thôn sẽ làm gì với chuyện họp thưa?\n"
            "Chúng tôi dời giờ họp sang tối. Không ép ai phải đến họp.\n",
            ["Chúng tôi dời giờ họp sang tối.", "Không ép ai phải đến họp."],
            id="the answer to what will be done",
        ),
        pytest.param(
            "Làm gì để đảng viên trẻ nói thật?\nNhiều người ngại nói.\n"
            "Người chủ trì phải biết gợi và biết nghe ý kiến khác mình.\nVậy thôi.\n",
            ["Người chủ trì phải biết gợi và biết nghe ý kiến khác mình."],
            id="a duty in an article that asks what to do",
        ),
        pytest.param(
            ARTICLE + "Giải pháp đầu tiên là chọn cho được bí thư biết gợi mở.\n",
            ["chọn cho được bí thư biết gợi mở."],
            id="what is counted as a solution",
        ),
        pytest.param(
            ARTICLE + "Quý tới, chi bộ tập trung: dời giờ họp sang buổi tối; gửi tài liệu trước ba "
            "ngày; cử người đến nhà đảng viên ốm.\n",
            [
                "dời giờ họp sang buổi tối",
                "gửi tài liệu trước ba ngày",
                "cử người đến nhà đảng viên ốm.",
            ],
            id="a list that runs on in its sentence gives one a clause",
        ),
        pytest.param(
            ARTICLE + "Chi bộ xem xét xóa tên trong các trường hợp phải xử lý: bỏ họp ba tháng; "
            "tự ý trả thẻ; không đóng đảng phí.\n",
            [],
            id="a list of cases is a rule",
        ),
        pytest.param(
            REPORT
            + "Hạn chế: đội tuyển giảm giải. Nguyên nhân: bồi dưỡng muộn. Khắc phục: lập đội "
            "tuyển ngay từ tháng 9.\n",
            ["Khắc phục: lập đội tuyển ngay từ tháng 9."],
            id="what mends a lack stands beside it",
        ),
        pytest.param(
            REPORT + "2. Năm tới\nChi bộ giữ nếp họp ngày mùng 3. Mỗi đảng viên giúp một hộ. Tình "
            "hình thời tiết dự báo khắc nghiệt.\n",
            ["Chi bộ giữ nếp họp ngày mùng 3.", "Mỗi đảng viên giúp một hộ."],
            id="prose under a heading over what comes next",
        ),
        pytest.param(
            ARTICLE
            + "Đảng ủy xã đề ra lộ trình: tháng 3 tách chi bộ ghép; tháng 4 bầu chi ủy mới. "
            "Đồng chí Phó Bí thư chịu trách nhiệm theo dõi.\n",
            [
                "tháng 3 tách chi bộ ghép",
                "tháng 4 bầu chi ủy mới.",
                "Đồng chí Phó Bí thư chịu trách nhiệm theo dõi.",
            ],
            id="the sentence after such a list goes on with it",
        ),
        pytest.param(
            ARTICLE
            + "Nhiều việc đã xong.\nTrong năm tới, chi bộ sẽ mở lớp nghề. Thôn lo chỗ học.\n",
            ["Trong năm tới, chi bộ sẽ mở lớp nghề.", "Thôn lo chỗ học."],
            id="the last paragraph, where it looks ahead",
        ),
    ],
)
def test_where_prose_goes_on_and_ends(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("ii. công việc tháng 10", True, id="a month"),
        pytest.param("i. đánh giá công việc tháng 9", False, id="a month weighed"),
        pytest.param("c- sáu tháng cuối năm", True, id="the rest of the year"),
        pytest.param("kết quả sáu tháng cuối năm", False, id="results"),
        pytest.param("4. năm học tới", True, id="a school year to come"),
        pytest.param("năm 2020", False, id="a year alone"),
        pytest.param("chương trình công tác quý iv/2020", True, id="a programme"),
        pytest.param("iii. cách làm", True, id="a numbered way"),
        pytest.param("cách làm hay", False, id="a way that was taken"),
        pytest.param("3. kiến nghị của đoàn giám sát", True, id="a team"),
        pytest.param("kiến nghị xử lý", True, id="what is to be put right"),
        pytest.param("v. kiến nghị, đề xuất", False, id="petitions"),
    ],
)
def test_headings_over_what_is_to_be_done(heading: str, expected: bool) -> None:
    assert opens_tasks(heading) is expected
