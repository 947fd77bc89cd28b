"""Themes are named by the words of a statement, the main one first."""

import pytest

from extractors.themes import prevailing, themes
from pipeline import reference
from pipeline import text as unicode_text
from pipeline.model import Span
from pipeline.records import Theme

REFERENCE = reference.load()


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        pytest.param("Việc nêu gương chưa rõ nét", "", ("exemplary",), id="one theme"),
        pytest.param(
            "Một số chi bộ sinh hoạt chuyên đề chưa đều",
            "",
            ("cell_activity",),
            id="the cell's meetings are not its organisation",
        ),
        pytest.param(
            "Máy lọc nước của khu nhà chưa được sửa",
            "2. Công tác dân vận",
            ("mass_mobilization",),
            id="the heading decides where the words are silent",
        ),
        pytest.param("Cây xanh còn ít", "", ("other",), id="nothing tells"),
        pytest.param(
            "Đưa ba đồng chí trẻ vào Đảng ủy xã, làm tốt việc quy hoạch",
            "",
            ("cadre",),
            id="who is put into a committee is no new member",
        ),
        pytest.param(
            "Nhiều thanh niên đi làm ăn xa, không có ai để kết nạp",
            "",
            ("party_member",),
            id="a word of people weighs less than one of the matter",
        ),
        pytest.param(
            "Phong trào thanh niên ở thôn lắng xuống",
            "",
            ("mass_mobilization",),
            id="a word of people tells where no other does",
        ),
        pytest.param(
            "Có đảng viên chưa thật yên lòng",
            "2. Công tác dân vận",
            ("mass_mobilization",),
            id="a heading goes before the last resort",
        ),
        pytest.param(
            "Có đảng viên chưa thật yên lòng", "", ("party_member",), id="the last resort"
        ),
        pytest.param(
            "Tập thể nhận khuyết điểm về việc để cơ sở vật chất xuống cấp",
            "",
            ("resources",),
            id="blame is no theme where its matter is named",
        ),
        pytest.param("Điều kiện đi lại chưa thuận", "", ("other",), id="a word inside another"),
    ],
)
def test_themes_of_a_statement(text: str, context: str, expected: tuple[str, ...]) -> None:
    key = unicode_text.key(f"{text}\n{context}")
    own, lent = Span(0, len(text)), Span(len(text) + 1, len(key))
    assert themes(key, own, REFERENCE, [lent]) == expected


@pytest.mark.parametrize(
    ("text", "topic", "expected"),
    [
        pytest.param(
            "Việc sao gửi văn bản còn hình thức ở cấp cơ sở",
            "Nâng cao chất lượng giám sát",
            ("inspection",),
            id="the topic of an article is what its silent statements are about",
        ),
        pytest.param(
            "Cán bộ kiểm tra kiêm nhiệm nhiều việc",
            "Công tác dân vận",
            ("inspection", "cadre", "mass_mobilization"),
            id="the topic comes last",
        ),
        pytest.param(
            "Ủy ban kiểm tra Thành ủy nhắc các chi bộ về kinh phí",
            "",
            ("resources",),
            id="the name of a body is no theme where something else is",
        ),
    ],
)
def test_topics_and_names_of_bodies(text: str, topic: str, expected: tuple[str, ...]) -> None:
    key = unicode_text.key(f"{text}\n{topic}")
    own, lent = Span(0, len(text)), Span(len(text) + 1, len(key))
    assert themes(key, own, REFERENCE, (), [lent]) == expected


@pytest.mark.parametrize(
    ("text", "about", "expected"),
    [
        pytest.param("Cách làm còn cũ", "inspection", ("inspection",), id="where it is silent"),
        pytest.param(
            "Đội ngũ báo cáo viên thiếu kinh phí", "cadre",
            ("cadre", "ideology", "resources"), id="its words come forward",
        ),
        pytest.param(
            "Kinh phí còn ít", "inspection", ("resources", "inspection"), id="it comes last"
        ),
    ],
)  # fmt: skip
def test_themes_in_a_document_about_one(
    text: str, about: Theme, expected: tuple[Theme, ...]
) -> None:
    key = unicode_text.key(text)
    assert themes(key, Span(0, len(key)), REFERENCE, about=about) == expected


_ONE = "Công tác kết nạp đảng viên chậm. Nguồn kết nạp ít. Hồ sơ kết nạp còn thiếu. "
_ANOTHER = "Cơ sở vật chất xuống cấp. Ngân sách hạn hẹp. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(_ONE * 3, "party_member", id="one matter throughout"),
        pytest.param(_ONE[:33], None, id="a sentence makes no subject"),
        pytest.param((_ONE + _ANOTHER) * 3, None, id="two matters side by side"),
        pytest.param("Trời mưa lâu ngày. " * 9, None, id="no matter at all"),
    ],
)
def test_what_a_document_is_about(text: str, expected: Theme | None) -> None:
    assert prevailing(unicode_text.key(text), REFERENCE) == expected
