"""Headings, items and sections follow the numbering that a document uses."""

import pytest

from pipeline.model import BlockKind, Document
from pipeline.numbering import number
from tests.documents import make_doc

LONG = "Đảng ủy đã lãnh đạo thực hiện tốt các nhiệm vụ chính trị được giao trong cả nhiệm kỳ qua."


def outline(document: Document) -> list[tuple[str, int | None, str]]:
    """Kind, level and first words of each block."""
    return [
        (b.kind.value, b.level, " ".join(document.quote(b.span).split()[:4]))
        for b in document.blocks
    ]


@pytest.mark.parametrize(
    ("text", "style", "label", "place"),
    [
        pytest.param("PHẦN THỨ HAI", "part", "PHẦN THỨ HAI", 2, id="part"),
        pytest.param("Chương IV Cơ quan", "part", "Chương IV", 4, id="chapter"),
        pytest.param("IX. Kết quả", "roman", "IX", 9, id="roman"),
        pytest.param("II- Kết quả", "roman", "II", 2, id="roman with a dash"),
        pytest.param("Iii. kết quả", "roman", "Iii", 3, id="roman in mixed case"),
        pytest.param("Đ. Kết quả", "upper", "Đ", 5, id="capital letter"),
        pytest.param("12. Kết quả", "arabic", "12", 12, id="arabic"),
        pytest.param("1- Kết quả", "arabic", "1", 1, id="arabic with a dash"),
        pytest.param("1.2 Kết quả", "decimal2", "1.2", 2, id="two levels"),
        pytest.param("1.1.3. Kết quả", "decimal3", "1.1.3", 3, id="three levels"),
        pytest.param("c) Kết quả", "lower", "c", 3, id="small letter"),
        pytest.param("(2) Kết quả", "round", "2", 2, id="in brackets"),
        pytest.param("Một là, kết quả", "word", "Một là", 1, id="word"),
        pytest.param("Thứ ba, kết quả", "word", "Thứ ba", 3, id="ordinal word"),
        pytest.param("- Kết quả", "-", "-", None, id="dash"),
        pytest.param("+ Kết quả", "+", "+", None, id="plus"),
        pytest.param("* Kết quả", "*", "*", None, id="star"),
    ],
)
def test_numbering_habits(text: str, style: str, label: str, place: int | None) -> None:
    found = number(text)
    assert found is not None
    assert (found.style, found.label, found.place) == (style, label, place)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2025 là năm đại hội", id="year"),
        pytest.param("12 chi bộ trực thuộc", id="count"),
        pytest.param("-5% so với năm trước", id="negative number"),
        pytest.param("Mặt trận Tổ quốc", id="words"),
        pytest.param("Vì vậy, cần làm", id="a word of roman letters"),
        pytest.param("130 đảng viên", id="three digits"),
    ],
)
def test_no_numbering(text: str) -> None:
    assert number(text) is None


def test_styles_nest_as_the_document_nests_them() -> None:
    document = make_doc(
        "A. CÔNG TÁC LÃNH ĐẠO\n\n1. Ưu điểm\n\n1.1. Công tác tư tưởng\n\n"
        f"{LONG}\n\n- Họp đều; ghi sổ đủ.\n\n+ Sổ sạch, rõ ràng.\n\n2. Hạn chế\n\n{LONG}\n\n"
        f"B. PHƯƠNG HƯỚNG\n\n1. Nhiệm vụ\n\n{LONG}\n"
    )
    assert outline(document) == [
        ("heading", 1, "A. CÔNG TÁC LÃNH"),
        ("heading", 2, "1. Ưu điểm"),
        ("heading", 3, "1.1. Công tác tư"),
        ("paragraph", None, "Đảng ủy đã lãnh"),
        ("item", 4, "- Họp đều; ghi"),
        ("item", 5, "+ Sổ sạch, rõ"),
        ("heading", 2, "2. Hạn chế"),
        ("paragraph", None, "Đảng ủy đã lãnh"),
        ("heading", 1, "B. PHƯƠNG HƯỚNG"),
        ("heading", 2, "1. Nhiệm vụ"),
        ("paragraph", None, "Đảng ủy đã lãnh"),
    ]
    at = document.text.index("Sổ sạch")
    assert document.headings_at(at) == (
        "A. CÔNG TÁC LÃNH ĐẠO",
        "1. Ưu điểm",
        "1.1. Công tác tư tưởng",
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        pytest.param(
            f"1. Tăng cường kiểm tra.\n\n2. Giữ gìn đoàn kết.\n\n{LONG}", "iip", id="short items"
        ),
        pytest.param(f"1. Về tổ chức bộ máy.\n\n- {LONG}", "hi", id="heading with a full stop"),
        pytest.param(f"1. {LONG} {LONG}\n\n{LONG}", "ip", id="long numbered remedy"),
        pytest.param(f"* Nguyên nhân:\n\n- {LONG}", "hi", id="starred label"),
        pytest.param(f"- Nguyên nhân chủ quan: {LONG}", "i", id="label with its text"),
        pytest.param(f"{LONG}\n\nHạn chế, khuyết điểm:\n\n- {LONG}", "phi", id="bare label"),
        pytest.param(
            f"{LONG}\n\nCòn một số hạn chế như sau:\n\n- {LONG}", "ppi", id="announcing sentence"
        ),
        pytest.param(f"{LONG}\n\nMột số hạn chế, bất cập\n\n{LONG} {LONG}", "php", id="bare title"),
        pytest.param(
            f"{LONG}\n\nTuy nhiên, khó khăn vẫn còn rất lớn:\n\n- {LONG}",
            "ppi",
            id="sentence with colon",
        ),
        pytest.param(f"{LONG}\n\nBùi Văn Sông\n\n{LONG} {LONG}", "ppp", id="byline"),
        pytest.param(f"{LONG}\n\nQuang cảnh buổi lễ\n\n{LONG} {LONG}", "ppp", id="caption"),
        pytest.param(f"{LONG}\n\nNơi nhận:\n\n- Đảng ủy cấp trên;\n\n- Lưu.", "ppii", id="closing"),
        pytest.param(f"ĐẢNG BỘ XÃ SÔNG LAM\n\nBÁO CÁO\n\n{LONG} {LONG}", "ppp", id="letterhead"),
        pytest.param(f"Điều 1. Giao chi ủy làm.\n\nĐiều 2. {LONG}", "ii", id="articles that rule"),
        pytest.param("1. Đồng chí Bí thư\n\n2. Đồng chí Phó\n\nHết", "iip", id="list of names"),
    ],
)
def test_heading_or_item(text: str, kinds: str) -> None:
    assert "".join(b.kind.value[0] for b in make_doc(text).blocks) == kinds


def test_an_item_that_follows_a_heading_in_number_ends_its_section() -> None:
    document = make_doc(f"I. NHIỆM VỤ\n\n1. Về tổ chức\n\n- {LONG}\n\n2. {LONG} {LONG}\n")
    at = document.text.index("2. Đảng ủy")
    assert document.headings_at(at) == ("I. NHIỆM VỤ",)


def test_numbers_that_restart_under_a_label_nest_below_it() -> None:
    document = make_doc(
        f"1. Kết quả\n\n{LONG}\n\nHạn chế:\n\n1. Tư tưởng\n\n- {LONG}\n\n2. Tổ chức\n\n- Chậm."
    )
    assert [b.level for b in document.blocks if b.kind is BlockKind.HEADING] == [1, 2, 3, 3]


def test_parts_stand_above_roman_numbers_that_restart() -> None:
    document = make_doc(
        f"PHẦN THỨ NHẤT\nKẾT QUẢ THỰC HIỆN\n\nI. Kết quả\n\n{LONG}\n\nII. Hạn chế\n\n{LONG}\n\n"
        f"PHẦN THỨ HAI\nPHƯƠNG HƯỚNG\n\nI. Mục tiêu\n\n{LONG}\n"
    )
    heads = [(b.level, document.quote(b.span)) for b in document.blocks if b.label]
    assert heads == [
        (1, "PHẦN THỨ NHẤT KẾT QUẢ THỰC HIỆN"),
        (2, "I. Kết quả"),
        (2, "II. Hạn chế"),
        (1, "PHẦN THỨ HAI PHƯƠNG HƯỚNG"),
        (2, "I. Mục tiêu"),
    ]


def test_roman_numbers_first_met_under_a_capital_nest_below_it() -> None:
    document = make_doc(
        f"A- TÌNH HÌNH\n\n{LONG}\n\nB- GIẢI PHÁP\n\nI- Đối với cấp trên\n\n{LONG}\n\n"
        f"II- Đối với cơ sở\n\n{LONG}\n"
    )
    assert [(level, words) for kind, level, words in outline(document) if kind == "heading"] == [
        (1, "A- TÌNH HÌNH"),
        (1, "B- GIẢI PHÁP"),
        (2, "I- Đối với cấp"),
        (2, "II- Đối với cơ"),
    ]


def test_numbers_that_restart_after_text_do_not_nest() -> None:
    document = make_doc(f"1. Kết quả\n\n{LONG}\n\n1. Hạn chế\n\n{LONG}\n")
    assert [b.level for b in document.blocks if b.label] == [1, 1]


def test_a_labelled_paragraph_ends_the_label_before_it() -> None:
    document = make_doc(f"2. Đảng viên\n\nKết quả:\n\n- {LONG}\n\nHạn chế: Còn một nơi làm chậm.\n")
    assert document.headings_at(document.text.index("Hạn chế")) == ("2. Đảng viên",)
