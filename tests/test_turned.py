"""Lacks that an article tells among others, and the solutions that it sets out in prose."""

import pytest

from extractors.findings import findings
from pipeline.reference import Reference
from tests.documents import make_doc

HEAD = "Chuyện ở một đảng bộ\nĐảng bộ xã Mỹ Đồng có 12 chi bộ.\n"


def _found(text: str, words: Reference, rule: str = "") -> list[tuple[str, str]]:
    document = make_doc(HEAD + text)
    found = [f for f in findings(document, words) if not rule or f.rule == rule]
    return [(f.type, document.text[f.span.start : f.span.end].rstrip(".")) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Tuy vậy, sinh hoạt ở thôn 3 còn hình thức. Mười đảng viên thì bảy người ngồi cuối "
            "hội trường. Việc theo dõi nghị quyết bị buông lỏng.",
            ["Mười đảng viên thì bảy người ngồi cuối hội trường"],
            id="a sentence between two lacks of one paragraph is one more",
        ),
        pytest.param(
            "Song, đằng sau con số ấy là một nỗi lo. Đảng viên trẻ đi làm ăn xa cả tháng mới về "
            "một lần. Kỳ họp nào ghế trống cũng quá nửa.",
            [
                "Đảng viên trẻ đi làm ăn xa cả tháng mới về một lần",
                "Kỳ họp nào ghế trống cũng quá nửa",
            ],
            id="what follows a turn that only says there is a worry is a lack",
        ),
        pytest.param(
            "Tuy vậy, sinh hoạt ở thôn 3 còn hình thức. Đảng ủy cần cử cán bộ xuống từng thôn. "
            "Việc theo dõi nghị quyết bị buông lỏng.",
            [],
            id="what is to be done is none",
        ),
        pytest.param(
            "Sinh hoạt ở thôn 1 đều đặn. Mười đảng viên thì chín người phát biểu.",
            [],
            id="nor is a paragraph without lacks",
        ),
    ],
)
def test_what_is_told_among_lacks_is_a_lack(
    text: str, expected: list[str], words: Reference
) -> None:
    assert [t for _, t in _found(text, words, "lack_among_lacks")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Muốn nghị quyết đi vào cuộc sống, các chi bộ cần đổi mới cách học. Mỗi buổi chỉ bàn "
            "một việc.\nCùng với đó, thay đổi cách giao việc. Giao rồi thì có ngày hẹn.",
            [
                "Muốn nghị quyết đi vào cuộc sống, các chi bộ cần đổi mới cách học",
                "Mỗi buổi chỉ bàn một việc",
                "Cùng với đó, thay đổi cách giao việc",
                "Giao rồi thì có ngày hẹn",
            ],
            id="an explaining sentence and the next paragraph go on with the solutions",
        ),
        pytest.param(
            "Vậy phải gỡ từ đâu?\nCủng cố các tổ đảng. Mỗi tổ không quá mười người.",
            ["Củng cố các tổ đảng. Mỗi tổ không quá mười người"],
            id="a question where to begin opens solutions, not causes",
        ),
        pytest.param(
            "Cần xây dựng kho chuyên đề dùng chung. Người dân cũng có thể dự.",
            ["Cần xây dựng kho chuyên đề dùng chung", "Người dân cũng có thể dự"],
            id="an opinion needs no subject",
        ),
        pytest.param(
            "Cần nói thêm rằng hội trường xã mới sửa xong.",
            [],
            id="what needs saying is not to be done",
        ),
        pytest.param(
            "Muốn nghị quyết đi vào cuộc sống, các chi bộ cần đổi mới cách học. Tuy nhiên, năm qua "
            "hội trường xã đã được sửa.",
            ["Muốn nghị quyết đi vào cuộc sống, các chi bộ cần đổi mới cách học"],
            id="what was done explains nothing",
        ),
    ],
)
def test_solutions_told_in_prose_go_on(text: str, expected: list[str], words: Reference) -> None:
    assert [t for kind, t in _found(text, words) if kind == "remedy"] == expected
