"""DOCX is read with its notes, lists and tables, without what Word does not show."""

import io
import unicodedata
import zipfile

import pytest

from pipeline.errors import UnreadableError
from pipeline.limits import Limits
from pipeline.model import BlockKind, Document
from pipeline.parse import parse
from pipeline.sources import Source, sniff
from tests.writers import Grid, Heading, Letterhead, Para, Sheet, docx, docx_of

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(data: bytes, name: str = "bao_cao.docx") -> Document:
    return parse(Source("0" * 16, name, sniff(name, data), data))


def read_body(body: str, **parts: str) -> Document:
    return read(
        docx_of(
            {"document": f"<w:document {_W} {_MC}><w:body>{body}</w:body></w:document>", **parts}
        )
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.quote(b.span)) for b in document.blocks]


def test_each_footnote_stands_behind_its_paragraph_and_is_anchored_to_its_mark() -> None:
    count = 12
    parts = tuple(
        Para(f"Chi bộ thứ {n} họp đều[^{n}] và giữ nếp sinh hoạt.") for n in range(1, count + 1)
    )
    notes = tuple(f"Nghị quyết số {n:02}-NQ/CB của chi bộ." for n in range(1, count + 1))
    document = read(docx(Sheet(parts, notes)))
    found = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [(b.label, document.quote(b.anchor) if b.anchor else None) for b in found] == [
        (str(n), f"({n})") for n in range(1, count + 1)
    ]
    assert blocks(document)[:2] == [
        ("paragraph", "Chi bộ thứ 1 họp đều(1) và giữ nếp sinh hoạt."),
        ("footnote", "1 Nghị quyết số 01-NQ/CB của chi bộ."),
    ]
    assert "(1)" not in document.key


def test_brackets_that_a_typist_put_around_a_mark_are_not_doubled() -> None:
    sheet = Sheet((Para("Đảng bộ hạng II ([^1]) có 16 chi bộ [[^2]]."),), ("Một.", "Hai."))
    assert blocks(read(docx(sheet)))[0][1] == "Đảng bộ hạng II (1) có 16 chi bộ (2)."


def test_endnotes_are_counted_in_roman_numbers_apart_from_footnotes() -> None:
    marks = (
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        '<w:r><w:footnoteReference w:id="3"/></w:r>',
    )
    document = read_body(
        par(run("Tổ một"), marks[0], run(", tổ hai"), marks[1]),
        endnotes=f'<w:endnotes {_W}><w:endnote w:id="2">{par(run("Xa."))}</w:endnote></w:endnotes>',
        footnotes=f'<w:footnotes {_W}><w:footnote w:id="3">{par(run("Gần."))}</w:footnote>'
        "</w:footnotes>",
    )
    assert blocks(document) == [
        ("paragraph", "Tổ một(i), tổ hai(1)"),
        ("footnote", "i Xa."),
        ("footnote", "1 Gần."),
    ]
    assert [(b.label, b.anchor and document.quote(b.anchor)) for b in document.blocks[1:]] == [
        ("i", "(i)"),
        ("1", "(1)"),
    ]


def test_header_footer_and_drawn_lines_are_left_out() -> None:
    sheet = Sheet((Para("BÁO CÁO", "center"), Para("-----"), Para("Nội dung.")), (), "Mật", "Chân")
    assert [t for _, t in blocks(read(docx(sheet)))] == ["BÁO CÁO", "Nội dung."]


def test_table_keeps_its_cells_and_letterhead_is_read_column_by_column() -> None:
    rows = (("STT", "Tên chỉ tiêu", "Kết quả"), ("1", "Kết nạp đảng viên", "12/10"))
    sheet = Sheet(
        (
            Letterhead(("TỈNH ỦY MẪU", "*"), ("ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 3/2/2025")),
            Grid(rows),
        )
    )
    document = read(docx(sheet))
    assert [t for _, t in blocks(document)][:3] == [
        "TỈNH ỦY MẪU", "ĐẢNG CỘNG SẢN VIỆT NAM", "Mẫu, ngày 3/2/2025",
    ]  # fmt: skip
    cells = document.blocks[-1].cells
    assert [(c.row, c.column, document.quote(c.span)) for c in cells] == [
        (r, c, words) for r, row in enumerate(rows) for c, words in enumerate(row)
    ]


def test_merged_cells_keep_their_columns() -> None:
    tall = "<w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + par(run("Đạt")) + "</w:tc>"
    rest = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    wide = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + par(run("Chung")) + "</w:tc>"
    one = [f"<w:tc>{par(run(str(n)))}</w:tc>" for n in range(4)]
    rows = f"<w:tr>{wide}{tall}</w:tr><w:tr>{one[0]}{one[1]}{rest}</w:tr>"
    rows += f"<w:tr>{one[2]}{one[3]}{one[0]}</w:tr>"
    document = read_body(f"<w:tbl><w:tblPr/>{rows}</w:tbl>")
    cells = document.blocks[0].cells
    assert [(c.row, c.column, document.quote(c.span)) for c in cells] == [
        (0, 0, "Chung"), (0, 2, "Đạt"), (1, 0, "0"), (1, 1, "1"),
        (2, 0, "2"), (2, 1, "3"), (2, 2, "0"),
    ]  # fmt: skip


def test_heading_style_makes_a_heading() -> None:
    sheet = Sheet((Heading("TÌNH HÌNH CHUNG"), Para("Đảng bộ có 12 chi bộ trực thuộc.")))
    assert blocks(read(docx(sheet)))[0] == ("heading", "TÌNH HÌNH CHUNG")


_BREAK = "<w:r><w:br/></w:r>"
_TRACKED = f"<w:del>{'<w:r><w:delText>30</w:delText></w:r>'}</w:del><w:ins>{run('34')}</w:ins>"
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("mục 2")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)  # fmt: skip
_BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + par(run("Khung"))
    + "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + par(run("Khung"))
    + "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
)  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(par(run("Khai trừ "), _TRACKED), ["Khai trừ 34"], id="tracked-change"),
        pytest.param(par(run("Rõ"), run(" giấu", "<w:vanish/>")), ["Rõ"], id="hidden"),
        pytest.param(par(run("Rõ"), run(" cả", '<w:vanish w:val="0"/>')), ["Rõ cả"], id="shown"),
        pytest.param(par(run("Xem "), _FIELD), ["Xem mục 2"], id="field"),
        pytest.param(par(run("Chữ"), _BOX), ["Chữ", "Khung"], id="text-box-once"),
        pytest.param(
            par(run("a"), "<w:r><w:tab/></w:r>", run("b"), _BREAK, run("c")),
            ["a b c"],
            id="tab-and-break",
        ),
        pytest.param(
            par(run("Gồm:"), _BREAK, run("- một;"), _BREAK, run("- hai.")),
            ["Gồm:", "- một;", "- hai."],
            id="breaks-before-dashes",
        ),
        pytest.param(
            par(run("Đầu"), properties="<w:rPr><w:del/></w:rPr>") + par(run(" cuối")),
            ["Đầu cuối"],
            id="deleted-paragraph-end",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{par(run('Trong khung điền'))}</w:sdtContent></w:sdt>",
            ["Trong khung điền"],
            id="content-control",
        ),
    ],
)  # fmt: skip
def test_what_word_shows_is_read_once(body: str, expected: list[str]) -> None:
    assert [t for _, t in blocks(read_body(body))] == expected


def _lists() -> str:
    levels = (
        (0, "upperRoman", "%1."), (1, "decimal", "%2."), (2, "decimal", "%2.%3."),
        (3, "lowerLetter", "%4)"), (4, "bullet", "-"),
    )  # fmt: skip
    shape = "".join(
        f'<w:lvl w:ilvl="{d}"><w:start w:val="1"/><w:numFmt w:val="{f}"/>'
        f'<w:lvlText w:val="{t}"/></w:lvl>'
        for d, f, t in levels
    )
    override = '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="5"/></w:lvlOverride>'
    return (
        f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{shape}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num></w:numbering>'
    )


def test_automatic_numbers_are_words_of_the_text() -> None:
    def item(text: str, depth: int, number: int = 1) -> str:
        numbered = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        return par(run(text), properties=numbered)

    items = [
        ("A", 0, 1), ("B", 1, 1), ("C", 2, 1), ("D", 2, 1), ("E", 3, 1), ("F", 4, 1),
        ("G", 1, 1), ("H", 0, 1), ("I", 1, 1), ("K", 1, 2), ("L", 1, 2), ("M", 1, 0),
    ]  # fmt: skip
    document = read_body("".join(item(*i) for i in items), numbering=_lists())
    assert document.text.split("\n") == [
        "I. A", "1. B", "1.1. C", "1.2. D", "a) E", "- F",
        "2. G", "II. H", "1. I", "5. K", "6. L", "M",
    ]  # fmt: skip


@pytest.mark.parametrize(("font", "expected"), [(".VnTime", "xưa"), ("Arial", "xa")])
def test_soft_hyphen_is_a_letter_in_an_old_font_only(font: str, expected: str) -> None:
    run = f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>x</w:t><w:softHyphen/><w:t>a</w:t>'
    assert read_body(f"<w:p>{run}</w:r></w:p>").text == expected


def test_decomposed_letters_are_composed() -> None:
    document = read(docx(Sheet((Para(unicodedata.normalize("NFD", "Đảng ủy đã chỉ đạo")),))))
    assert document.text == "Đảng ủy đã chỉ đạo"


@pytest.mark.parametrize(
    ("letters", "font", "expected"),
    [
        pytest.param("§¶ng bé tØnh ®· b¸o c¸o", ".VnTime", "Đảng bộ tỉnh đã báo cáo", id="tcvn3"),
        pytest.param("§¶ng bé tØnh", ".VnTimeH", "ĐẢNG BỘ TỈNH", id="tcvn3-capitals"),
        pytest.param("Ñaûng boä tænh ñaõ hoïp", "VNI-Times", "Đảng bộ tỉnh đã họp", id="vni"),
        pytest.param("Đảng bộ", ".VnTime", "Đảng bộ", id="converted-but-font-left"),
        pytest.param("§ 5 ± 1", "Times New Roman", "§ 5 ± 1", id="unicode-font"),
    ],
)
def test_fonts_of_before_unicode_are_read_as_they_look(
    letters: str, font: str, expected: str
) -> None:
    assert read_body(par(run(letters, f'<w:rFonts w:ascii="{font}"/>'))).text == expected
    look = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    style = f'<w:style w:type="paragraph" w:default="1" w:styleId="N">{look}</w:style>'
    styled = f"<w:styles {_W}>{style}</w:styles>"
    assert read_body(par(run(letters)), styles=styled).text == expected


def test_style_without_a_name_to_be_called_by_is_passed_over() -> None:
    styles = f"<w:styles {_W}><w:style><w:name w:val='heading 1'/></w:style></w:styles>"
    assert read_body(par(run("Chi bộ họp.")), styles=styles).text == "Chi bộ họp."


def test_entities_are_not_expanded_from_files() -> None:
    evil = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    xml = f"{evil}<w:document {_W}><w:body>{par(run('Trước &e; sau'))}</w:body></w:document>"
    assert read(docx_of({"document": xml})).text == "Trước"


def _locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


_WHOLE = docx(Sheet((Para("Một đoạn văn của báo cáo."),)))


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 2000)
    return out.getvalue()


_DAMAGED = "a.docx is damaged and cannot be opened as DOCX; open it in Word, save it again and run"
_OTHER = "this kind of file ({}) cannot be read; save it as DOCX or PDF and run again."


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        pytest.param(
            "a.docx",
            _locked(),
            "encrypted",
            "a.docx is protected by a password; remove the password and run again.",
            id="password",
        ),
        pytest.param("a.docx", _WHOLE[:400], "damaged", f"{_DAMAGED} again.", id="cut-off"),
        pytest.param(
            "a.docx",
            b"",
            "empty",
            "a.docx has no content; put the right file there.",
            id="zero-bytes",
        ),
        pytest.param(
            "a.docx",
            docx(Sheet(())),
            "empty",
            "a.docx has no words; check that the right file was put in.",
            id="no-words",
        ),
        pytest.param(
            "a.docx",
            docx_of({"document": "<w:document"}),
            "damaged",
            f"{_DAMAGED} again.",
            id="bad-xml",
        ),
        pytest.param(
            "a.docx",
            docx_of({"document": "<x/>"}),
            "damaged",
            "a.docx holds no Word text; save it as DOCX in Word and run again.",
            id="no-body",
        ),
    ],
)
def test_file_that_cannot_be_read_is_a_typed_error(
    name: str, data: bytes, code: str, message: str
) -> None:
    with pytest.raises(UnreadableError) as error:
        read(data, name)
    assert (error.value.code, str(error.value)) == (code, message)


def test_package_that_unpacks_too_large_is_refused() -> None:
    small = Limits(unpacked=1000)
    with pytest.raises(UnreadableError) as error:
        parse(Source("0" * 16, "a.docx", "docx", _bomb(), small))
    assert error.value.code == "too_large"


def test_format_is_told_by_content_not_by_suffix() -> None:
    assert blocks(read(_WHOLE, "bao_cao.pdf")) == [("paragraph", "Một đoạn văn của báo cáo.")]


@pytest.mark.parametrize("share", range(1, 20))
def test_any_cut_of_a_file_is_read_or_a_typed_error(share: int) -> None:
    data = _WHOLE[: len(_WHOLE) * share // 20]
    with pytest.raises(UnreadableError):
        read(data)
