"""Sentences end where a reader would end them."""

import pytest

from extractors.sentences import clauses, sentences
from pipeline.model import Span
from tests.documents import make_doc, marked


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("⟦Chi bộ có 4.532 đảng viên.⟧ ⟦Tất cả đều tốt.⟧", id="number with a point"),
        pytest.param("⟦Tỷ lệ đạt 12.5%.⟧ ⟦25 đồng chí được khen.⟧", id="digit begins the next"),
        pytest.param("⟦Đảng bộ TP. Sông Lam họp.⟧ ⟦Ban Thường vụ dự.⟧", id="place title"),
        pytest.param("⟦Có TS. Bùi dự họp.⟧ ⟦Có BS.CKII. Lê dự.⟧", id="titles of persons"),
        pytest.param("⟦Gồm đ/c. Bí thư và đ/c. Phó Bí thư.⟧", id="short form of comrade"),
        pytest.param("⟦Theo sách ấy, tr. 12, Nxb. Sông Lam.⟧ ⟦Hết.⟧", id="references"),
        pytest.param("⟦Có công an, quân đội, v.v.⟧ ⟦Tất cả đều dự.⟧", id="and so on may end"),
        pytest.param("⟦Do ông A. Tư ký.⟧ ⟦Văn bản còn hiệu lực.⟧", id="initial"),
        pytest.param("⟦1.1. Ưu điểm đã rõ.⟧ ⟦Hạn chế còn nhiều.⟧", id="numbering is no sentence"),
        pytest.param("⟦Đã nâng, bổ nhiệm... và thực hiện.⟧ ⟦Tốt.⟧", id="ellipsis goes on"),
        pytest.param("⟦Còn nhiều việc...⟧ ⟦Cần làm ngay.⟧", id="ellipsis ends"),
        pytest.param("⟦Nghị quyết đề ra(2).⟧ ⟦Tiếp tục.⟧", id="marker before the mark"),
        pytest.param("⟦Đạt hiệu quả.(3)⟧ ⟦Tiếp tục.⟧", id="marker after the mark"),
        pytest.param("⟦Bác dạy: “Phải đoàn kết.”⟧ ⟦Chi bộ làm theo.⟧", id="closing quote"),
        pytest.param("⟦Đã hết hạn chưa?⟧ ⟦Rồi!⟧ ⟦Xong…⟧", id="other end marks"),
        pytest.param("⟦Chưa tốt.⟧ ⟦Ủy ban chưa họp.⟧ ⟦Đảng ủy đã nhắc.⟧", id="capitals with tones"),
        pytest.param("⟦Không có dấu chấm câu⟧", id="no end mark"),
    ],
)
def test_sentences_of_a_block(text: str) -> None:
    bare, expected = marked(text)
    document = make_doc(bare)
    assert [document.quote(s) for s in sentences(document, document.blocks[0])] == list(expected)


def test_a_block_ends_a_sentence() -> None:
    document = make_doc("- Còn nể nang\n- Ngại va chạm\n")
    found = [document.quote(s) for b in document.blocks for s in sentences(document, b)]
    assert found == ["- Còn nể nang", "- Ngại va chạm"]


def test_a_table_gives_its_cells() -> None:
    document = make_doc("# Số liệu\n\n| Chỉ tiêu | Kết quả |\n|---|---|\n| Kết nạp. Mới | 5 |\n")
    found = [document.quote(s) for s in sentences(document, document.blocks[-1])]
    assert found == ["Chỉ tiêu", "Kết quả", "Kết nạp. Mới", "5"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("⟦Họp chưa đều⟧; ⟦ghi sổ sơ sài⟧; ⟦ít góp ý.⟧", id="each clause"),
        pytest.param("⟦Có hạn chế (họp chưa đều; ít góp ý)⟧; ⟦chậm.⟧", id="not in brackets"),
        pytest.param("⟦Khẩu hiệu “làm ngay; làm đúng” còn ít⟧; ⟦chậm.⟧", id="not in quotes"),
        pytest.param("⟦a) Họp chưa đều⟧; ⟦ít góp ý.⟧", id="lone bracket of a numbering"),
        pytest.param("⟦Nêu “làm ngay⟧; ⟦chậm.⟧", id="quote left open"),
        pytest.param("⟦Họp chưa đều⟧;", id="nothing after"),
    ],
)
def test_clauses_of_a_sentence(text: str) -> None:
    bare, expected = marked(text)
    document = make_doc(bare)
    whole = Span(0, len(document.text))
    assert [document.quote(c) for c in clauses(document, whole)] == list(expected)
