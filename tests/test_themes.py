"""Themes are named by the words of a statement, the main one first."""

import pytest

from extractors.themes import themes
from pipeline import reference
from pipeline import text as unicode_text
from pipeline.model import Span

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
