"""Markdown gives headings, items, cells and pages without its marks."""

import pytest

from pipeline.model import BlockKind, Document
from pipeline.parse import markdown
from tests.documents import make_doc


def shape(document: Document) -> list[tuple[str, int | None, str]]:
    """Kind, level and words of each block."""
    return [(b.kind.value, b.level, document.quote(b.span)) for b in document.blocks]


def test_headings_items_and_emphasis() -> None:
    document = make_doc(
        "---\ntitle: Báo cáo\nlang: vi\n---\n\n# Báo cáo\n\n## I. Kết quả\n\n---\n\n"
        "- **Tư tưởng:** giữ *vững* lập trường.\n- Kết nạp **12 đảng viên**.\n\n> Trích dẫn.\n"
    )
    assert shape(document) == [
        ("heading", 1, "Báo cáo"),
        ("heading", 2, "I. Kết quả"),
        ("item", 3, "- Tư tưởng: giữ vững lập trường."),
        ("item", 3, "- Kết nạp 12 đảng viên."),
        ("paragraph", None, "Trích dẫn."),
    ]
    assert document.reader == "markdown"


def test_a_pipe_table_gives_cells() -> None:
    document = make_doc(
        "## Phụ lục\n\n| Chỉ tiêu | Kết quả |\n|:---|---:|\n| Kết nạp **mới** | 12 |\n| Nữ | |\n"
    )
    table = document.blocks[-1]
    assert table.kind is BlockKind.TABLE
    assert [(c.row, c.column, document.quote(c.span)) for c in table.cells] == [
        (0, 0, "Chỉ tiêu"),
        (0, 1, "Kết quả"),
        (1, 0, "Kết nạp mới"),
        (1, 1, "12"),
        (2, 0, "Nữ"),
    ]


def test_page_comments_number_the_pages() -> None:
    document = make_doc("<!-- page: 3 -->\n\nĐảng bộ tốt.\n\n<!-- page: 4 -->\n\nChi bộ mạnh.\n")
    assert [(document.quote(b.span), b.page) for b in document.blocks] == [
        ("Đảng bộ tốt.", 3),
        ("Chi bộ mạnh.", 4),
    ]


def test_a_sentence_goes_on_over_a_page_and_its_footnotes() -> None:
    document = make_doc(
        "<!-- page: 1 -->\n\nĐảng bộ đã thực hiện tốt công tác\n\nTheo Quy định số 11 của\n\n"
        "<!-- page: 2 -->\n\nkiểm tra, giám sát.\n\nĐảng ủy cấp trên.\n"
    )
    assert [document.quote(b.span) for b in document.blocks] == [
        "Đảng bộ đã thực hiện tốt công tác kiểm tra, giám sát.",
        "Theo Quy định số 11 của",
        "Đảng ủy cấp trên.",
    ]


def test_text_and_footnotes_that_both_run_on_are_joined_in_order() -> None:
    document = make_doc(
        "<!-- page: 1 -->\n\nĐảng bộ đã thực hiện tốt công tác\n\nQuy định này nêu việc\n\n"
        "<!-- page: 2 -->\n\nkiểm tra, giám sát.\n\nhọc tập nghị quyết.\n"
    )
    assert [document.quote(b.span) for b in document.blocks] == [
        "Đảng bộ đã thực hiện tốt công tác kiểm tra, giám sát.",
        "Quy định này nêu việc học tập nghị quyết.",
    ]


def test_markers_of_lost_footnotes_are_blanked_in_the_key() -> None:
    document = make_doc("# A\n\n## B\n\nTốt hơn1. Nâng lên2; đạt kết quả3. Có 4 tổ.\n")
    assert [document.quote(m) for m in document.marks] == ["1", "2", "3"]
    assert "tốt hơn . nâng lên ; đạt kết quả . có 4 tổ." in document.key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Một\n\n## Hai\n", True, id="two headings"),
        pytest.param("**Một** và **hai** điều", True, id="emphasis twice"),
        pytest.param("---\ntitle: Một\n---\nHai\n", True, id="front matter"),
        pytest.param("| a | b |\n|---|---|\n| 1 | 2 |", True, id="table"),
        pytest.param("Nguyên nhân (*) và giải pháp (*)", False, id="note marks"),
        pytest.param("* Ưu điểm\n\n* Hạn chế\n", False, id="starred labels"),
        pytest.param("-----\nBáo cáo\n-----", False, id="rules"),
        pytest.param("Tổng 5 * 3 * 2", False, id="a product"),
    ],
)
def test_recognised(text: str, expected: bool) -> None:
    assert markdown.recognised(text) is expected
