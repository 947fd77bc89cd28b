"""PDF is read with notes and tables apart, furniture off, and paragraphs whole across pages."""

import io
import unicodedata
from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document, Issue, Severity
from pipeline.parse import parse
from pipeline.sources import Source, sniff
from tests.writers import Grid, Heading, Letterhead, PageBreak, Para, Sheet, pdf

_LONG = "Cấp ủy giữ nền nếp sinh hoạt và phân công từng đồng chí theo dõi một tổ công tác"
_CODES = "Báo cáo căn cứ các văn bản của cấp trên về sinh hoạt chi bộ, gồm Hướng dẫn số"


def read(data: bytes, name: str = "bao_cao.pdf") -> Document:
    return parse(Source("0" * 16, name, sniff(name, data), data))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.quote(b.span)) for b in document.blocks]


def sentences(count: int, word: str = "") -> str:
    return " ".join(f"{_LONG} {word}{n}." for n in range(1, count + 1))


def test_each_footnote_stands_behind_its_paragraph_and_is_anchored_to_its_mark() -> None:
    count = 14
    parts = tuple(
        Para(f"Ở tổ {n}, {sentences(2)} Tổ này họp đều[^{n}] và ghi sổ.")
        for n in range(1, count + 1)
    )
    notes = tuple(f"Biên bản số {n:02}-BB/CB, họp {n} lần." for n in range(1, count + 1))
    document = read(pdf(Sheet(parts, notes, header="Lưu hành nội bộ")))
    found = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [
        (b.label, b.anchor and document.quote(b.anchor), document.quote(b.span)) for b in found
    ] == [(str(n), f"({n})", f"{n} {note}") for n, note in enumerate(notes, 1)]
    assert [t for k, t in blocks(document) if k == "paragraph"] == [
        p.text.replace(f"[^{n}]", f"({n})") for n, p in enumerate(parts, 1)
    ]


@pytest.mark.parametrize("length", [30, 75])
def test_footnote_that_runs_over_pages_is_one_block(length: int) -> None:
    note = sentences(length, "việc ")
    body = Para(sentences(33) + " Chi bộ có hai tổ[^1] và một nhóm.")
    document = read(pdf(Sheet((body, Para("Đoạn sau cùng.")), (note,))))
    assert blocks(document) == [
        ("paragraph", body.text.replace("[^1]", "(1)")),
        ("footnote", f"1 {note}"),
        ("paragraph", "Đoạn sau cùng."),
    ]


def test_sentence_cut_by_a_page_break_is_joined_and_furniture_is_off() -> None:
    parts = (Para(sentences(60)), Para(sentences(30)))
    document = read(pdf(Sheet(parts, header="ĐẢNG BỘ MẪU", footer="Tài liệu học tập")))
    assert blocks(document) == [("paragraph", p.text) for p in parts]
    assert [p.number for p in document.pages] == [1, 2, 3]


def test_row_that_a_page_break_cuts_is_one_row() -> None:
    rows = tuple(
        (str(n), f"Chỉ tiêu thứ {n}: {sentences(3)}", f"{n}%", "Đạt") for n in range(1, 25)
    )
    document = read(pdf(Sheet((Grid(rows, (1, 6, 2, 2), run_over=True),))))
    assert [(c.row, c.column, document.quote(c.span)) for c in document.blocks[0].cells] == [
        (r, c, words) for r, row in enumerate(rows) for c, words in enumerate(row)
    ]
    assert [b.kind for b in document.blocks] == [BlockKind.TABLE]


def test_foot_of_a_page_is_off_from_its_number_on() -> None:
    sheet = Sheet((Para("Chi bộ có hai tổ[^1] và một nhóm."),), ("Từ năm 2024.",), footer="Sở Mẫu")
    assert blocks(read(pdf(sheet))) == [
        ("paragraph", "Chi bộ có hai tổ(1) và một nhóm."),
        ("footnote", "1 Từ năm 2024."),
    ]


def test_pages_say_where_a_paragraph_begins() -> None:
    document = read(pdf(Sheet((Para("Trang đầu."), PageBreak(), Para("Trang sau.")))))
    assert [(document.quote(b.span), b.page) for b in document.blocks] == [
        ("Trang đầu.", 1),
        ("Trang sau.", 2),
    ]


def test_table_continued_on_the_next_page_is_one_with_one_head() -> None:
    head = ("STT", "Tên chỉ tiêu", "Mục tiêu", "Kết quả", "Đánh giá")
    rows = tuple(
        (str(n), f"Tỷ lệ chi bộ sinh hoạt đủ 12 kỳ trong năm ở cụm {n}", "90%", f"{n}%", "Vượt")
        for n in range(1, 31)
    )
    before, after = Para("Kết quả như sau:"), Para("Chi bộ thống nhất các số liệu trên.")
    document = read(pdf(Sheet((before, Grid((head, *rows), (1, 6, 2, 2, 2)), after))))
    assert [k for k, _ in blocks(document)] == ["paragraph", "table", "paragraph"]
    cells = document.blocks[1].cells
    assert [(c.row, c.column, document.quote(c.span)) for c in cells] == [
        (r, c, words) for r, row in enumerate((head, *rows)) for c, words in enumerate(row)
    ]


_TABLE = Sheet(
    (
        Para("Kết quả như sau:"),
        Grid((("STT", "Chỉ tiêu"), ("1", "Kết nạp đảng viên"), ("2", "Học tập nghị quyết"))),
        Para("Chi bộ thống nhất các số liệu trên."),
    )
)


def _reframed(data: bytes, crop: bool, edges: tuple[float, float, float, float]) -> bytes:
    """The file with another visible frame or another origin of its first page."""
    out = io.BytesIO()
    document = pypdfium2.PdfDocument(data)
    (document[0].set_cropbox if crop else document[0].set_mediabox)(*edges)
    document.save(out)
    document.close()
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(pdf(_TABLE), id="upright"),
        pytest.param(pdf(_TABLE, sideways=True), id="lying-page-to-be-turned"),
        pytest.param(_reframed(pdf(_TABLE), True, (20, 30, 580, 830)), id="cropped"),
        pytest.param(_reframed(pdf(_TABLE), False, (-50, -40, 595, 842)), id="other-origin"),
    ],
)
def test_words_find_their_cells_however_the_page_lies(data: bytes) -> None:
    document = read(data)
    assert [(k, t) for k, t in blocks(document) if k != "table"] == [
        ("paragraph", "Kết quả như sau:"),
        ("paragraph", "Chi bộ thống nhất các số liệu trên."),
    ]
    assert [document.quote(c.span) for c in document.blocks[1].cells] == [
        "STT", "Chỉ tiêu", "1", "Kết nạp đảng viên", "2", "Học tập nghị quyết",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    [
        pytest.param(
            "Kết luận của Thường trực Huyện ủy Mẫu tại buổi làm việc với Ban Thường vụ "
            "Đảng ủy Sở Đo lường",
            id="mixed-case",
        ),
        pytest.param(
            "TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CỦA NGHỊ QUYẾT ĐẠI HỘI ĐẢNG BỘ XÃ",
            id="capitals",
        ),
    ],
)
def test_title_that_wraps_is_one_paragraph(title: str) -> None:
    sheet = Sheet((Para("BÁO CÁO", "center"), Para(title, "center"), Para(sentences(3))))
    assert [t for _, t in blocks(read(pdf(sheet)))] == ["BÁO CÁO", title, sentences(3)]


def test_two_columns_are_read_one_after_the_other_under_their_title() -> None:
    parts = (
        Para("BẢN TIN NỘI BỘ", "center", bold=True),
        *(Para(f"Ở tổ {n}, {sentences(4)} Tổ này họp đều[^{n}] và ghi sổ.") for n in range(1, 9)),
    )
    notes = tuple(f"Biên bản số {n:02}-BB/CB, họp {n} lần." for n in range(1, 9))
    document = read(pdf(Sheet(parts, notes, header="Lưu hành nội bộ", columns=2)))
    expected = [("paragraph", parts[0].text)]
    for n, part in enumerate(parts[1:], 1):
        expected.append(("paragraph", part.text.replace(f"[^{n}]", f"({n})")))
        expected.append(("footnote", f"{n} {notes[n - 1]}"))
    assert blocks(document) == expected


@pytest.mark.parametrize(
    "sheet",
    [
        pytest.param(
            Sheet(tuple(Letterhead((f"Ông tổ trưởng tổ {n}",), (f"Vắng {n} buổi",))
                        for n in range(1, 12))),
            id="list-with-a-remark-at-its-right",
        ),
        pytest.param(Sheet((Para(sentences(40)),)), id="one-column-of-prose"),
    ],
)  # fmt: skip
def test_what_only_looks_like_columns_is_read_line_by_line(sheet: Sheet) -> None:
    from pipeline.parse import newspaper
    from pipeline.parse.pdf import _read

    pages, _ = _read(Source("0" * 16, "a.pdf", "pdf", pdf(sheet)))
    assert [len(newspaper.parts(page)) for page in pages] == [1] * len(pages)


def test_name_that_wraps_in_the_letterhead_is_one_line() -> None:
    left = ("HUYỆN ỦY MẪU", "ĐẢNG ỦY TRUNG TÂM NUÔI TRỒNG THỦY SẢN NƯỚC LỢ", "Số 08-BC/ĐU")
    right = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 05 tháng 6 năm 2025")
    document = read(pdf(Sheet((Letterhead(left, right), Para("Nội dung chính.")))))
    assert [t for _, t in blocks(document)] == [*left, *right, "Nội dung chính."]


def test_letterhead_is_read_column_by_column() -> None:
    left = ("HUYỆN ỦY MẪU", "ĐẢNG ỦY XÃ THỬ", "*", "Số 08-BC/ĐU")
    right = ("ĐẢNG CỘNG SẢN VIỆT NAM", "Thử, ngày 05 tháng 6 năm 2025")
    sheet = Sheet((Letterhead(left, right), Para("BÁO CÁO", "center"), Para("Nội dung chính.")))
    assert [t for _, t in blocks(read(pdf(sheet)))] == [
        "HUYỆN ỦY MẪU", "ĐẢNG ỦY XÃ THỬ", "Số 08-BC/ĐU", *right, "BÁO CÁO", "Nội dung chính.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{_CODES} 12-HD/BTCTW và {_LONG}.", id="number-of-a-document"),
        pytest.param(f"{_LONG} của đảng bộ trong nhiệm kỳ 2020 - 2025 và sau đó nữa.", id="years"),
        pytest.param(f"{_LONG}, cả thảy 1.250 m2 nhà văn hóa.", id="square-metres"),
    ],
)
def test_paragraph_is_whole_wherever_its_lines_break(text: str) -> None:
    words = text.split()
    for cut in range(0, 12):
        shifted = "Nay " * cut + " ".join(words)
        document = read(pdf(Sheet((Para(shifted), Para(sentences(6)), Para(sentences(5))))))
        assert blocks(document)[0] == ("paragraph", shifted)


def test_headings_and_items_are_told_by_their_numbers() -> None:
    parts = (
        Heading("I. KẾT QUẢ LÃNH ĐẠO"), Para(sentences(3)), Heading("1. Công tác tư tưởng"),
        Para("- " + sentences(2)), Para("- " + sentences(1)), Para(sentences(2)),
    )  # fmt: skip
    assert [k for k, _ in blocks(read(pdf(Sheet(parts))))] == [
        "heading", "paragraph", "heading", "item", "item", "paragraph",
    ]  # fmt: skip


def test_decomposed_letters_are_composed() -> None:
    text = "Đảng ủy đã lãnh đạo thực hiện thắng lợi nhiệm vụ."
    assert read(pdf(Sheet((Para(unicodedata.normalize("NFD", text)),)))).text == text


def _with_odd_sign(data: bytes) -> bytes:
    """A sign that its coding lacks: the fast reader skips it, the one for tables gives up."""
    at = data.index(b"stream", data.index(b"/ASCII85Decode")) + 400
    return data[:at] + b"\xbf" + data[at + 1 :]


def _with_short_frame(data: bytes) -> bytes:
    """A page frame of three numbers, where the fast reader takes that of a usual sheet."""
    start = data.index(b"[", data.index(b"/MediaBox"))
    end = data.index(b"]", start)
    return data[:start] + b"[ 0 0 595".ljust(end - start) + data[end:]


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(_with_odd_sign, id="odd-sign"),
        pytest.param(_with_short_frame, id="short-frame"),
    ],
)
def test_tables_that_cannot_be_read_are_kept_as_lines_and_named(
    broken: Callable[[bytes], bytes],
) -> None:
    document = read(broken(pdf(_TABLE)))
    assert document.text and [i.message for i in document.issues] == [
        "bao_cao.pdf: tables on these pages were read as plain lines, the file is partly damaged: "
        "1; export it again as PDF."
    ]


def _drawn(pictures: int, words: str = "") -> bytes:
    """A PDF with pages that hold only a picture, and one with words where words are given."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    scan = ImageReader(Image.new("L", (40, 40), 200))
    for _ in range(pictures):
        canvas.drawImage(scan, 0, 0, 500, 700)
        canvas.showPage()
    if words:
        canvas.drawString(80, 700, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_year_that_ends_a_page_is_no_page_number() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for page in ("Dang bo hop vao cuoi nam 2024 de ban ke hoach cua ca nhiem ky va nam", "Het."):
        canvas.drawCentredString(300, 800, str(canvas.getPageNumber()))
        canvas.drawString(80, 84, page)
        if page != "Het.":
            canvas.drawString(80, 70, "2025.")
        canvas.showPage()
    canvas.save()
    assert "nam 2025." in read(out.getvalue()).text.replace("\n", " ")


def test_watermark_across_the_page_is_no_text() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.drawString(80, 700, "Chi bo hop dau thang.")
    canvas.translate(200, 400)
    canvas.rotate(45)
    canvas.drawString(0, 0, "BAN THAO")
    canvas.save()
    assert read(out.getvalue()).text == "Chi bo hop dau thang."


def test_blank_pages_are_named() -> None:
    document = read(_drawn(2, "Co chu o trang nay"))
    assert document.issues == (
        Issue(
            "blank_pages",
            Severity.INFO,
            "bao_cao.pdf: scanned pages without any writing: 1-2.",
        ),
    )


_WHOLE = pdf(Sheet((Para("Một đoạn văn."),)))


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        pytest.param(
            pdf(Sheet((Para("Mật."),)), password="khoa"),
            "encrypted",
            "a.pdf is protected by a password; remove the password and run again.",
            id="password",
        ),
        pytest.param(
            _WHOLE[:300],
            "damaged",
            "a.pdf is damaged and cannot be opened; export it again as PDF.",
            id="cut-off",
        ),
        pytest.param(
            b"", "empty", "a.pdf has no content; put the right file there.", id="zero-bytes"
        ),
        pytest.param(
            _drawn(1),
            "no_text",
            "a.pdf has no words that can be read; look at its pages, scan them again at 300 dpi "
            "and run again.",
            id="picture-without-words",
        ),
    ],
)
def test_file_that_cannot_be_read_is_a_typed_error(data: bytes, code: str, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        read(data, "a.pdf")
    assert (error.value.code, str(error.value)) == (code, message)


def test_format_is_told_by_content_not_by_suffix() -> None:
    assert read(_WHOLE, "bao_cao.docx").text == "Một đoạn văn."


@pytest.mark.parametrize("share", range(1, 20))
def test_any_cut_of_a_file_is_read_or_a_typed_error(share: int) -> None:
    data = _WHOLE[: len(_WHOLE) * share // 20]
    try:
        assert read(data).text
    except UnreadableError as error:
        assert error.code in ("damaged", "empty", "no_text")
