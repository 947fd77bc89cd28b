"""Lines become whole paragraphs: furniture off, footnotes apart, tables recovered."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import BlockKind, Document
from pipeline.text import nfc
from tests.documents import make_doc


def words(document: Document) -> list[str]:
    """The words of each block, footnotes marked with their label, furniture left out."""
    return [
        (f"[{b.label}] " if b.kind is BlockKind.FOOTNOTE else "") + document.quote(b.span)
        for b in document.flow()
    ]


WRAPPED = (
    "Trong nhiệm kỳ qua Đảng ủy Trung tâm Sông Lam đã lãnh đạo, chỉ đạo\n"
    "thực hiện tốt các nhiệm vụ chính trị được giao; Ban Chấp hành đoàn\n"
    "kết, thống nhất và giữ vững nguyên tắc tập trung dân chủ trong mọi\n"
    "hoạt động của đơn vị. Chất lượng sinh hoạt của các chi bộ trực thuộc\n"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            WRAPPED + "từng bước được nâng lên.\nCông tác kiểm tra còn chậm.\n",
            [
                " ".join(WRAPPED.split()) + " từng bước được nâng lên.",
                "Công tác kiểm tra còn chậm.",
            ],
            id="short line ends a paragraph",
        ),
        pytest.param(
            WRAPPED + "\n\n\ntừng bước được nâng lên.\n",
            [" ".join(WRAPPED.split()) + " từng bước được nâng lên."],
            id="page end in a sentence",
        ),
        pytest.param(
            WRAPPED + "tốt.\n\nIII. MỘT SỐ KINH NGHIỆM, ĐỀ XUẤT CÁC GIẢI PHÁP\n\nKHẮC PHỤC\n",
            [
                " ".join(WRAPPED.split()) + " tốt.",
                "III. MỘT SỐ KINH NGHIỆM, ĐỀ XUẤT CÁC GIẢI PHÁP KHẮC PHỤC",
            ],
            id="heading over two lines",
        ),
        pytest.param(
            WRAPPED + "tốt.\n2. Đảm bảo phát triển kinh tế - xã hội các vùng đồng bào Sông Lam\n"
            "Trong nhiệm kỳ qua đời sống của nhân dân trong vùng được nâng lên.\n",
            [
                " ".join(WRAPPED.split()) + " tốt.",
                "2. Đảm bảo phát triển kinh tế - xã hội các vùng đồng bào Sông Lam",
                "Trong nhiệm kỳ qua đời sống của nhân dân trong vùng được nâng lên.",
            ],
            id="heading as wide as the page",
        ),
        pytest.param(
            "Công tác tư tưởng được coi trọng\n. Sau học tập đã có kế hoạch.\n",
            ["Công tác tư tưởng được coi trọng. Sau học tập đã có kế hoạch."],
            id="closing mark on the next line",
        ),
        pytest.param("1. \nTạo chuyển biến\nĐây là việc lớn.", None, id="number on its own line"),
        pytest.param(
            "Thành ủy Sông Lam kỷ luật 12 đảng viên\n\nTrong 6 tháng, Ủy ban Kiểm tra đã thi hành "
            "kỷ luật 12 đảng viên vi phạm.\n\nNhững hạn chế trong công tác kiểm tra\n\n"
            "Theo báo cáo, việc kiểm tra ở một số chi bộ còn chậm, chưa kịp thời phát hiện.\n",
            [
                "Thành ủy Sông Lam kỷ luật 12 đảng viên",
                "Trong 6 tháng, Ủy ban Kiểm tra đã thi hành kỷ luật 12 đảng viên vi phạm.",
                "Những hạn chế trong công tác kiểm tra",
                "Theo báo cáo, việc kiểm tra ở một số chi bộ còn chậm, chưa kịp thời phát hiện.",
            ],
            id="titles as long as each other",
        ),
        pytest.param("Họp đều.\nGhi sổ đủ.\n", ["Họp đều.", "Ghi sổ đủ."], id="one a line"),
        pytest.param(
            "KẾ HOẠCH\nkiểm điểm năm 2021\n", ["KẾ HOẠCH", "kiểm điểm năm 2021"], id="title"
        ),
        pytest.param("- Tốt\n- chưa đều", ["- Tốt", "- chưa đều"], id="items in small letters"),
        pytest.param("các tổ chức chính trị\n- xã hội cơ sở", None, id="dash within a name"),
        pytest.param("Theo Hướng dẫn số\n02 của cấp trên", None, id="hanging word"),
    ],
)
def test_broken_lines_are_joined(text: str, expected: list[str] | None) -> None:
    joined = {
        "1. \nTạo chuyển biến\nĐây là việc lớn.": ["1. Tạo chuyển biến", "Đây là việc lớn."],
        "các tổ chức chính trị\n- xã hội cơ sở": ["các tổ chức chính trị - xã hội cơ sở"],
        "Theo Hướng dẫn số\n02 của cấp trên": ["Theo Hướng dẫn số 02 của cấp trên"],
    }
    assert words(make_doc(text)) == (expected or joined[text])


@pytest.mark.parametrize(
    ("text", "expected", "left_out"),
    [
        pytest.param("BÁO CÁO\n-----\nTốt.", ["BÁO CÁO", "Tốt."], 1, id="rule"),
        pytest.param("Một.\n- 2 -\nHai.", ["Một.", "Hai."], 1, id="number in dashes"),
        pytest.param("Một.\nTrang 2/9\nHai.", ["Một.", "Hai."], 1, id="page of pages"),
        pytest.param(
            "\f".join(f"Đảng bộ Sông Lam\n{c} một.\n{c} hai.\n{c} ba.\n{n}" for n, c in
                      enumerate("ABC", 1)),
            [f"{c} {w}." for c in "ABC" for w in ("một", "hai", "ba")],
            6,
            id="running head and number of each page",
        ),
        pytest.param("Tổng\n\n12\n\nHết.", ["Tổng", "12", "Hết."], 0, id="lone figure"),
    ],
)  # fmt: skip
def test_page_furniture_is_left_out_and_counted(
    text: str, expected: list[str], left_out: int
) -> None:
    document = make_doc(text)
    assert words(document) == expected
    counts = [i.message.split()[0] for i in document.issues if i.code == "furniture"]
    assert counts == ([str(left_out)] if left_out else [])


def test_the_frame_of_a_web_page_stays_apart_from_the_text() -> None:
    document = make_doc(
        "Trang chủ| Liên hệ| Góp ý\n[ Cập nhật vào ngày (15/03/2017) ] - [ Số lần xem: 12 ]\n"
        "Đảng ủy họp.\nanh-1.jpg\nSố lượng truy cập\n"
    )
    assert words(document) == ["Đảng ủy họp."]
    assert "ngày (15/03/2017)" in document.text


def test_markup_and_record_dumps_become_plain_words() -> None:
    assert words(make_doc('<p><span style="a">Đảng ủy họp.</span></p><p>Chi bộ dự.</p>')) == [
        "Đảng ủy họp.",
        "Chi bộ dự.",
    ]
    assert words(make_doc("(9, 5, 'Đại hội chi bộ', 'Sáng nay họp.\n', '', NULL, '')")) == [
        "Đại hội chi bộ",
        "Sáng nay họp.",
    ]


BLANK_RULE = " " * 21


def test_footnotes_under_a_rule_stand_after_the_paragraph_with_their_mark() -> None:
    document = make_doc(
        "Đảng bộ có quy mô lớn(1). Chất lượng sinh hoạt chi bộ(2) từng bước được nâng\n"
        f"{BLANK_RULE}\n"
        "1 Gồm 12 chi bộ.\n2 10 tiêu chí\n\n35-HD/ĐU của Đảng ủy.\n"
        " lên rõ rệt.\n\nKết quả tốt.\n"
    )
    assert words(document) == [
        "Đảng bộ có quy mô lớn(1). Chất lượng sinh hoạt chi bộ(2) từng bước được nâng lên rõ rệt.",
        "[1] 1 Gồm 12 chi bộ.",
        "[2] 2 10 tiêu chí 35-HD/ĐU của Đảng ủy.",
        "Kết quả tốt.",
    ]
    assert [document.quote(m) for m in document.marks] == ["(1)", "(2)"]
    assert "quy mô lớn   . chất lượng" in document.key


def test_footnotes_at_the_end_of_a_page_are_told_by_their_marks() -> None:
    document = make_doc(
        "Kim ngạch tăng nhanh1; sản xuất ổn định qua các năm2.\nThu ngân sách đạt khá.\n"
        "1 Đạt 12 triệu đồng.\n2 Tăng 5%.\n\fĐời sống được nâng lên.\n"
    )
    assert words(document) == [
        "Kim ngạch tăng nhanh1; sản xuất ổn định qua các năm2.",
        "[1] 1 Đạt 12 triệu đồng.",
        "[2] 2 Tăng 5%.",
        "Thu ngân sách đạt khá.",
        "Đời sống được nâng lên.",
    ]


def test_endnotes_stand_after_their_paragraph() -> None:
    document = make_doc(
        "Bác dạy phải đoàn kết (1).\nĐảng ta làm theo (2).\n(1) Toàn tập, tr. 5.\n(2) Văn kiện.\n"
    )
    assert words(document) == [
        "Bác dạy phải đoàn kết (1).",
        "[1] (1) Toàn tập, tr. 5.",
        "Đảng ta làm theo (2).",
        "[2] (2) Văn kiện.",
    ]


def test_starred_notes_stand_after_their_paragraph() -> None:
    document = make_doc("Có 4 chi bộ(*) và 2 tổ(**).\nHọp đều.\n(*) Tính đến nay.\n(**) Tổ mới.\n")
    assert words(document) == [
        "Có 4 chi bộ(*) và 2 tổ(**).",
        "[*] (*) Tính đến nay.",
        "[**] (**) Tổ mới.",
        "Họp đều.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Cần làm:\n(1) Học tập.\n(2) Kiểm tra.\n", id="enumeration at the end"),
        pytest.param("Gồm: (1) tư tưởng; (2) tổ chức.\n", id="enumeration in a line"),
        pytest.param("Diện tích 100 m2. Có 2 dãy nhà.\n", id="unit"),
        pytest.param("Tiêm UV2+ đạt 82%.\n1 Bí thư.\n", id="vaccine"),
    ],
)
def test_numbers_that_are_no_marks(text: str) -> None:
    document = make_doc(text)
    assert document.marks == ()
    assert all(b.kind is not BlockKind.FOOTNOTE for b in document.blocks)


CENTRED = """
7. Kết quả chỉ tiêu:

 STT          Nội dung               Chỉ tiêu      Kết quả      Đánh giá
       Kết nạp ít nhất 20 đảng
  1    viên trẻ trong cả nhiệm        20            25           Vượt
       kỳ
       Tổ chức 04 lớp bồi            04 lớp, mỗi
  2                                  lớp có 30      4/4          Đạt
       dưỡng nghiệp vụ                học viên
  3    Trồng 500 cây xanh             500           120        Chưa đạt
       Trong nhiệm kỳ Đảng bộ còn thực hiện nhiều công trình do cấp trên giao.
"""


def cells(document: Document) -> dict[tuple[int, int], str]:
    """The words of each cell of the tables, by row and column."""
    return {(c.row, c.column): document.quote(c.span) for b in document.blocks for c in b.cells}


def test_a_table_with_numbers_at_mid_height_gives_whole_cells() -> None:
    found = cells(make_doc(CENTRED))
    assert found[1, 1] == "Kết nạp ít nhất 20 đảng viên trẻ trong cả nhiệm kỳ"
    assert found[2, 1] == "Tổ chức 04 lớp bồi dưỡng nghiệp vụ"
    assert found[2, 2] == "04 lớp, mỗi lớp có 30 học viên"
    assert [found[r, 4] for r in (1, 2, 3)] == ["Vượt", "Đạt", "Chưa đạt"]
    assert words(make_doc(CENTRED))[-1].startswith("Trong nhiệm kỳ Đảng bộ")


def test_a_table_with_numbers_on_top_gives_whole_cells() -> None:
    found = cells(
        make_doc(
            "TT   Chỉ tiêu               Kết quả   Đánh giá\n"
            "1    Kết nạp đảng viên      12        Đạt\n"
            "     mới hằng năm\n"
            "2    Đảng viên hoàn thành   95%       Vượt\n"
            "     tốt nhiệm vụ\n"
        )
    )
    assert found == {
        (0, 0): "TT", (0, 1): "Chỉ tiêu", (0, 2): "Kết quả", (0, 3): "Đánh giá",
        (1, 0): "1", (1, 1): "Kết nạp đảng viên mới hằng năm", (1, 2): "12", (1, 3): "Đạt",
        (2, 0): "2", (2, 1): "Đảng viên hoàn thành tốt nhiệm vụ", (2, 2): "95%", (2, 3): "Vượt",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Chỉ tiêu              Kế hoạch    Thực hiện\n"
            "Kết nạp đảng viên        20           25\n"
            "Chi bộ trong sạch        80%          85%\n",
            id="aligned, without numbers",
        ),
        pytest.param(
            "Chỉ tiêu\tKế hoạch\tThực hiện\nKết nạp đảng viên\t20\t25\n"
            "Chi bộ trong sạch\t80%\t85%\n",
            id="parted by tabs",
        ),
        pytest.param(
            "Chỉ tiêu | Kế hoạch | Thực hiện\nKết nạp đảng viên | 20 | 25\n"
            "Chi bộ trong sạch | 80% | 85%\n",
            id="parted by bars",
        ),
    ],
)
def test_rows_of_one_line_give_cells(text: str) -> None:
    assert cells(make_doc(text)) == {
        (0, 0): "Chỉ tiêu", (0, 1): "Kế hoạch", (0, 2): "Thực hiện",
        (1, 0): "Kết nạp đảng viên", (1, 1): "20", (1, 2): "25",
        (2, 0): "Chi bộ trong sạch", (2, 1): "80%", (2, 2): "85%",
    }  # fmt: skip


def test_one_line_with_bars_is_no_table() -> None:
    assert cells(make_doc("Trang chủ | Tin tức | Xây dựng Đảng\nĐảng bộ xã họp.")) == {}


def test_rows_of_groups_and_blank_lines_keep_their_place() -> None:
    found = cells(
        make_doc(
            "STT    Chỉ tiêu                  Nghị quyết    Đánh giá\n"
            "I      Chỉ tiêu kinh tế\n"
            "1      Thu ngân sách             12 tỷ         Vượt\n"
            "       bình quân\n"
            "\n"
            "II     Xây dựng Đảng\n"
            "2      Kết nạp đảng viên         20            Đạt\n"
        )
    )
    assert [found[r, 1] for r in range(1, 5)] == [
        "Chỉ tiêu kinh tế",
        "Thu ngân sách bình quân",
        "Xây dựng Đảng",
        "Kết nạp đảng viên",
    ]


def test_a_letterhead_and_a_foot_are_read_column_by_column() -> None:
    document = make_doc(
        "   ĐẢNG BỘ HUYỆN SÔNG LAM              ĐẢNG CỘNG SẢN VIỆT NAM\n"
        "   ĐẢNG ỦY SỞ THỦY LỢI\n"
        "            *                        Sông Lam, ngày 12 tháng 4 năm 2023\n"
        "      Số 12-BC/ĐU\n\n"
        "                         BÁO CÁO\n\nĐảng ủy đã họp đủ.\n\n"
        "Nơi nhận:                             T/M BAN THƯỜNG VỤ\n"
        "- Các chi bộ,                               BÍ THƯ\n- Lưu.\n"
    )
    assert [w for w in words(document) if w != "*"] == [
        "ĐẢNG BỘ HUYỆN SÔNG LAM",
        "ĐẢNG ỦY SỞ THỦY LỢI",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Sông Lam, ngày 12 tháng 4 năm 2023",
        "Số 12-BC/ĐU",
        "BÁO CÁO",
        "Đảng ủy đã họp đủ.",
        "Nơi nhận:",
        "- Các chi bộ,",
        "T/M BAN THƯỜNG VỤ",
        "BÍ THƯ",
        "- Lưu.",
    ]


def test_columns_without_rows_stay_lines() -> None:
    document = make_doc(
        "ĐẢNG BỘ SÔNG LAM        ĐẢNG CỘNG SẢN VIỆT NAM\nCHI BỘ 1      *      Số 5\n"
    )
    assert cells(document) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "1. Ưu điểm và nguyên nhân Đảng ủy làm tốt.",
            ["1. Ưu điểm và nguyên nhân", "Đảng ủy làm tốt."],
            id="genre words before the text",
        ),
        pytest.param(
            "Đảng ủy báo cáo. I- KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG",
            ["Đảng ủy báo cáo.", "I- KẾT QUẢ CÔNG TÁC XÂY DỰNG ĐẢNG"],
            id="capitals at the end",
        ),
        pytest.param("1. Nhiệm vụ Đảng giao", ["1. Nhiệm vụ Đảng giao"], id="a name follows"),
        pytest.param("Thuộc nhóm A. UBND xã dự.", ["Thuộc nhóm A. UBND xã dự."], id="short form"),
    ],
)
def test_run_in_headings_are_cut_off_where_sure(text: str, expected: list[str]) -> None:
    assert words(make_doc(text)) == expected


PARTS = st.sampled_from(
    ["Đảng bộ", "chi bộ(1)", "1 ", "(1) ", "I. ", "- ", "\n", "\n\n", "\f", "   ", " " * 20, "|",
     "**", "# ", "<p>", "_____", "12", "ÁN", "e\u0301", ".", ";", "\ufffd", "\u200b", "\t", "x2."]
)  # fmt: skip
TEXTS = st.lists(PARTS, max_size=60).map("".join) | st.text(max_size=300)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_text_gives_ordered_blocks_that_cover_every_visible_character(text: str) -> None:
    document = make_doc("Đầu. " + text)
    assert document.text == nfc(document.text)
    assert len(document.key) == len(document.text)
    at = 0
    for block in document.blocks:
        assert block.span.start >= at
        assert not document.text[at : block.span.start].strip()
        assert all(block.span.holds(c.span) for c in block.cells)
        assert document.quote(block.span) in " ".join(document.text.split())
        at = block.span.end
    assert not document.text[at:].strip()
    assert all(document.text[m.start : m.end].strip() for m in document.marks)


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("Đảng bộ đã lãnh đạo thực hiện tốt nhiệm vụ\n", id="open lines"),
        pytest.param("(1) a  b  c\n", id="notes and columns"),
        pytest.param("1  a  b  1\n", id="rows"),
        pytest.param("A ", id="one long line of capitals"),
        pytest.param("1. hạn chế và ", id="one long line of titles"),
        pytest.param("<p ", id="open tags"),
        pytest.param("**a ", id="open emphasis"),
    ],
)
def test_time_grows_with_length_only(unit: str) -> None:
    make_doc(unit * 10)
    start = time.process_time()
    make_doc(unit * 4000)
    assert time.process_time() - start < 3


def test_lines_in_columns_of_which_one_is_prose_are_no_table() -> None:
    line = "a    b    " + "dài " * 60
    document = make_doc(f"{line}\n" * 8)
    assert [b.kind for b in document.blocks if b.cells] == []
