"""What a heading or a label says that the text under it is about."""

import pytest

from extractors.announcements import announcements
from extractors.zones import ZoneKind, head_words, kind_of
from pipeline import reference
from pipeline import text as unicode_text

REFERENCE = reference.load()
WORDS, ANNOUNCING = head_words(REFERENCE), announcements(REFERENCE)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("2. Hạn chế, khuyết điểm", "shortcoming", id="shortcomings"),
        pytest.param("b) Những tồn tại, yếu kém", "shortcoming", id="lettered shortcomings"),
        pytest.param("* Mặt chưa làm được", "shortcoming", id="what was not done"),
        pytest.param("Hạn chế, khuyết điểm và nguyên nhân", "shortcoming", id="first word decides"),
        pytest.param("Khó khăn, hạn chế", "shortcoming", id="a mixed head is of shortcomings"),
        pytest.param("2.2. Khó khăn, vướng mắc", "difficulty", id="difficulties alone"),
        pytest.param("1. Thuận lợi, khó khăn", "open", id="both sides say nothing"),
        pytest.param("Kết quả đạt được, hạn chế và nguyên nhân", "open", id="all in one"),
        pytest.param("1. Ưu điểm", "praise", id="praise"),
        pytest.param("C. NGUYÊN NHÂN CỦA HẠN CHẾ", "cause", id="causes of shortcomings"),
        pytest.param("Nguyên nhân của kết quả đạt được", "praise", id="causes of success"),
        pytest.param("Nguyên nhân và bài học kinh nghiệm", "cause", id="causes before lessons"),
        pytest.param("3. Bài học kinh nghiệm", "lesson", id="lessons"),
        pytest.param("Giải pháp khắc phục hạn chế", "remedy", id="remedies for shortcomings"),
        pytest.param("Phương hướng, nhiệm vụ năm 2024", "remedy", id="directions"),
        pytest.param("II. Nhiệm vụ", "remedy", id="tasks"),
        pytest.param("Mục tiêu, nhiệm vụ", "remedy", id="aims and tasks"),
        pytest.param("2. Các chỉ tiêu chủ yếu", "target", id="targets"),
        pytest.param("Kết quả thực hiện nhiệm vụ", "praise", id="results of tasks are no tasks"),
        pytest.param("Lãnh đạo thực hiện nhiệm vụ chính trị", None, id="leading is no task"),
        pytest.param("Việc khắc phục hạn chế", "open", id="overcoming is no shortcoming"),
        pytest.param("Nâng cao chất lượng kết quả kiểm tra", None, id="a direction is no praise"),
        pytest.param("I. Mục đích, yêu cầu", "other", id="purpose of a plan"),
        pytest.param("III. Tổ chức thực hiện", "implementation", id="implementation"),
        pytest.param("III. Vì sao", "cause", id="a bare why"),
        pytest.param("3. Lý do", "cause", id="a bare reason"),
        pytest.param("C- NHỮNG VIỆC CHƯA LÀM TỐT", "shortcoming", id="what was not done well"),
        pytest.param("III. Những điều còn vướng", "shortcoming", id="what is still in the way"),
        pytest.param("Những việc còn phải làm", "remedy", id="what is still to be done"),
        pytest.param("V. Từ nay đến hết nhiệm kỳ", "remedy", id="from now on"),
        pytest.param("Từ nay mỗi xã tự lo kinh phí đến đâu", None, id="a sentence is no heading"),
        pytest.param("I- Kết quả thẩm tra, xác minh", "open", id="what an inspection found"),
        pytest.param("Nguyên nhân của những mặt được", "praise", id="causes of what went well"),
        pytest.param("Vì sao phải học nghị quyết", None, id="a why that goes on"),
        pytest.param("I- TÌNH HÌNH VÀ NGUYÊN NHÂN", "open", id="what is and why it is so"),
        pytest.param("Nguyên nhân của tình hình trên", "cause", id="causes of what is"),
        pytest.param("Việc chấp hành nguyên tắc tập trung dân chủ", None, id="a principle kept"),
        pytest.param("II. Nguyên tắc, quy trình", "other", id="principles of a procedure"),
        pytest.param("2. Việc làm chưa tốt", "shortcoming", id="what was not done well"),
        pytest.param("1. Việc làm tốt", "praise", id="what was done well"),
        pytest.param("II. Chưa làm được", "shortcoming", id="not done"),
        pytest.param("I. Đã làm được", "praise", id="done"),
        pytest.param("Đ/ HƯỚNG SỬA CHỮA NĂM 2020", "remedy", id="how to mend"),
        pytest.param("IV. Sửa thế nào", "remedy", id="how to mend, asked"),
        pytest.param("5. Cam kết của tập thể Đảng ủy", "remedy", id="pledges"),
        pytest.param("III. Yêu cầu đối với Đảng ủy xã", "remedy", id="what a body demands"),
        pytest.param("Về nhiệm vụ chính trị:", None, id="what tasks were led is a subject"),
        pytest.param("Nhiệm vụ chuyên môn", None, id="professional tasks are a subject"),
        pytest.param("Nhiệm vụ, giải pháp chuyên môn", "remedy", id="with remedies they are none"),
        pytest.param("2. Yêu cầu", None, id="requirements of a plan"),
        pytest.param("1.1. Công tác dân vận", None, id="a subject says nothing"),
    ],
)
def test_kind_of_a_heading(heading: str, expected: ZoneKind | None) -> None:
    assert kind_of(unicode_text.key(heading), WORDS) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "Tuy nhiên, qua theo dõi còn một số vấn đề cần quan tâm:",
            "shortcoming",
            id="a turn to what is still to be minded",
        ),
        pytest.param("Song vẫn có mấy việc đáng lo sau:", "shortcoming", id="a turn to worries"),
        pytest.param(
            "Tuy nhiên, thời gian tới còn một số việc cần làm ngay:",
            "remedy",
            id="a turn to what lies ahead",
        ),
        pytest.param("Hội nghị thống nhất một số vấn đề sau:", None, id="a list of anything"),
        pytest.param(
            "Song, thực tế cho thấy không ít bất cập.", "shortcoming", id="lacks, with a full stop"
        ),
        pytest.param(
            "Thời gian tới, các chi bộ cần làm tốt mấy việc.", "remedy", id="acts, with a full stop"
        ),
    ],
)
def test_what_a_sentence_announces(sentence: str, expected: ZoneKind | None) -> None:
    assert ANNOUNCING.about(unicode_text.key(sentence)) == expected
