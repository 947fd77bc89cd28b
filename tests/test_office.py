"""ODT, RTF, DOC and XLSX: text, lists, tables, notes; the same records as the plain text."""

import io
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook

from pipeline.errors import UnreadableError
from pipeline.model import BlockKind, Document
from pipeline.parse import parse
from pipeline.reference import Reference
from pipeline.sources import Source, sniff
from tests.invented import SHEETS
from tests.office_writers import (
    by_libreoffice,
    libreoffice,
    odt,
    odt_of,
    pptx_of,
    rtf,
    rtf_of,
    shape,
    xls,
)
from tests.test_twins import compare, found
from tests.writers import Sheet, txt

AGREE = 0.98


def read(data: bytes, name: str) -> Document:
    return parse(Source("0" * 16, name, sniff(name, data), data))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, document.quote(b.span)) for b in document.blocks]


def _agree(sheet: Sheet, data: bytes, name: str, words: Reference) -> None:
    """The twin gives the records of the plain text, and has every note at its mark."""
    plain, twin = read(txt(sheet), "a.txt"), read(data, name)
    records, statements, differs = compare(plain, twin, words)
    assert found(plain, words), "the invented document yields no records at all"
    assert records >= AGREE and statements >= AGREE, f"{records:.3f} {statements:.3f}\n{differs}"
    notes = [b for b in twin.blocks if b.kind is BlockKind.FOOTNOTE]
    assert [n.anchor is not None for n in notes] == [True] * len(sheet.notes)
    assert [twin.quote(n.span) for n in notes] == [
        f"{i} {' '.join(note.split())}" for i, note in enumerate(sheet.notes, 1)
    ]


@pytest.mark.parametrize("writer", [rtf, odt])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_twin_gives_the_same_records(
    sheet: Sheet, writer: Callable[[Sheet], bytes], words: Reference
) -> None:
    _agree(sheet, writer(sheet), f"a.{writer.__name__}", words)


@pytest.mark.skipif(not libreoffice(), reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_twin_made_by_libreoffice_gives_the_same_records(form: str, words: Reference) -> None:
    for key, data in by_libreoffice(SHEETS, form).items():
        _agree(SHEETS[key], data, f"{key}.{form}", words)


_OLD = r"{\f1 .VnTime;}{\f2 .VnTimeH;}{\f3 VNI-Times;}{\f4\fcharset163 Arial;}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(r"\u272?\u7843?ng \u7911?y\par", [("paragraph", "Đảng ủy")], id="unicode"),
        pytest.param(r"{\uc2\u272 Da\u7843 \'61\'3fng}\par", [("paragraph", "Đảng")], id="uc2"),
        pytest.param(r"{\f4 \'d0a\'d2ng}\par", [("paragraph", "Đảng")], id="bytes of cp1258"),
        pytest.param(r"{\f1 \'a7\'b6ng b\'e9}\par", [("paragraph", "Đảng bộ")], id="VnTime"),
        pytest.param(r"{\f2 \'a7\'b6ng b\'e9}\par", [("paragraph", "ĐẢNG BỘ")], id="VnTimeH"),
        pytest.param(
            r"{\f3 \'d1a\'fbng} {\f0 \u7911?y} {\f1 x\'b7}\par",
            [("paragraph", "Đảng ủy xã")],
            id="run by run",
        ),
        pytest.param(r"a{\v b}{\deleted c}d\par", [("paragraph", "ad")], id="hidden and deleted"),
        pytest.param(
            r"{\field{\*\fldinst PAGE}{\fldrslt 3}}{\*\xyz q}{\pict 0a0b} x\par",
            [("paragraph", "3 x")],
            id="fields, unknown groups, pictures",
        ),
        pytest.param(r"{\listtext 1.\tab}M\par", [("item", "1. M")], id="label of a list"),
        pytest.param(r"{\f1 x\-a} {\f0 b\-c}\par", [("paragraph", "xưa bc")], id="soft hyphen"),
        pytest.param(r"a\bin3 }}}b\par", [("paragraph", "ab")], id="raw bytes"),
        pytest.param(r"{\upr{x}{\*\ud{y}}}\par", [("paragraph", "y")], id="ansi and unicode form"),
        pytest.param(
            r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt \pard box\par}}}text\par",
            [("paragraph", "text"), ("paragraph", "box")],
            id="text box",
        ),
        pytest.param(
            r"a{\super\chftn}{\footnote {\chftn} n}\par",
            [("paragraph", "a(1)"), ("footnote", "1 n")],
            id="note",
        ),
        pytest.param(
            r"\trowd\clvmgf\cellx1000\cellx2000\cellx3000 a\cell b\cell c\cell\row"
            r"\trowd\clvmrg\cellx1000\cellx2000\cellx3000 \cell d\cell e\cell\row\pard",
            [("table", "a b c d e")],
            id="merged cells",
        ),
    ],
)
def test_rtf_is_read(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read(rtf_of(body, _OLD), "a.rtf")) == expected


def test_rtf_that_ends_in_the_middle_is_read_and_named() -> None:
    document = read(rtf_of(r"M\u7897?t\par hai")[:-1], "a.rtf")
    assert (document.text, [i.code for i in document.issues]) == ("Một\nhai", ["cut_off"])


_LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="I" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="1" style:num-suffix="." text:display-levels="2"/></text:list-style>'
    '<style:style style:name="F" style:family="text"><style:text-properties '
    'style:font-name=".VnTime"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties '
    'text:display="none"/></style:style>'
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            '<text:list text:style-name="L"><text:list-item><text:p>một</text:p><text:list>'
            "<text:list-item><text:p>hai</text:p></text:list-item></text:list></text:list-item>"
            "<text:list-item><text:p>ba</text:p></text:list-item></text:list>",
            ["I. một", "I.1. hai", "II. ba"],
            id="numbers of lists",
        ),
        pytest.param(
            '<text:p>x <text:span text:style-name="F">§¶ng bé</text:span> y</text:p>',
            ["x Đảng bộ y"],
            id="old font",
        ),
        pytest.param(
            '<text:p>a<text:span text:style-name="H">b</text:span><text:s text:c="3"/>c</text:p>'
            "<text:tracked-changes><text:p>d</text:p></text:tracked-changes>",
            ["a c"],
            id="hidden and deleted",
        ),
        pytest.param(
            "<text:p>x<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box>"
            "</draw:frame>y</text:p>",
            ["xy", "khung"],
            id="text box",
        ),
        pytest.param(
            '<table:table><table:table-row><table:table-cell table:style-name="R"><text:p>a'
            '</text:p></table:table-cell><table:table-cell table:number-columns-repeated="99999999"'
            '/><table:table-cell table:style-name="R"><text:p>b</text:p></table:table-cell>'
            "</table:table-row></table:table>",
            ["a b"],
            id="a billion empty cells",
        ),
    ],
)
def test_odt_is_read(body: str, expected: list[str]) -> None:
    document = read(odt_of(body, _LIST), "a.odt")
    assert [document.quote(b.span) for b in document.blocks] == expected


def _workbook() -> bytes:
    book = Workbook()
    one = book.active
    assert one is not None
    one.title = "Phụ lục 1"
    for row in (["PHỤ LỤC"], [], ["TT", "Chỉ tiêu", "Kết quả"], [1, "Thu ngân sách", 0.985]):
        one.append(row)
    one["C4"].number_format = "0.0%"
    one.append([2, "Kết nạp", 12.5])
    one.append([3, "Ngày họp", date(2024, 11, 30)])
    one.append(["Ghi chú: số liệu đến 30/11."])
    book.create_sheet("Trống")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("form", ["xlsx", "xls"])
def test_sheets_are_tables_with_their_titles_and_values_as_shown(form: str) -> None:
    data = xls(_workbook()) if form == "xls" else _workbook()
    document = read(data, f"a.{form}")
    assert document.reader == form
    assert blocks(document) == [
        ("heading", "Phụ lục 1"),
        ("paragraph", "PHỤ LỤC"),
        ("table", "TT Chỉ tiêu Kết quả 1 Thu ngân sách 98,5% 2 Kết nạp 12,5 3 Ngày họp 30/11/2024"),
        ("paragraph", "Ghi chú: số liệu đến 30/11."),
    ]


_TABLE = (
    "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>Chỉ tiêu"
    "</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>Đạt</a:t></a:r><a:br/><a:r>"
    "<a:t>98%</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic>"
    "</p:graphicFrame>"
)


def test_slides_are_pages_with_their_titles_paragraphs_and_tables() -> None:
    first = shape("BÁO CÁO", role="ctrTitle") + shape("Chi bộ có 12 đảng viên.", "Có 3 tổ đảng.")
    second = shape("Trang 2", role="sldNum") + shape("II. KẾT QUẢ", role="title") + _TABLE
    document = read(pptx_of(first, second), "a.pptx")
    assert blocks(document) == [
        ("heading", "BÁO CÁO"),
        ("paragraph", "Chi bộ có 12 đảng viên."),
        ("paragraph", "Có 3 tổ đảng."),
        ("heading", "II. KẾT QUẢ"),
        ("table", "Chỉ tiêu Đạt 98%"),
    ]
    assert [(p.number, document.text[p.offset :].split("\n")[0]) for p in document.pages] == [
        (1, "BÁO CÁO"), (2, "II. KẾT QUẢ"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        pytest.param(
            "a.xls",
            b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"),
            "damaged",
            "a.xls is damaged and cannot be opened as XLS; "
            "open it in Excel, save it as XLSX and run again.",
            id="old-excel-without-a-sheet",
        ),
        pytest.param(
            "a.pptx",
            pptx_of("<p:sp/>"),
            "empty",
            "a.pptx has no words; check that the right file was put in.",
            id="slides-without-words",
        ),
        pytest.param(
            "a.ppt",
            b"\xd0\xcf\x11\xe0" + "PowerPoint Document".encode("utf-16-le"),
            "unsupported",
            "a.ppt: this kind of file (ppt) cannot be read; "
            "save it as PPTX in PowerPoint and run again.",
            id="old-powerpoint",
        ),
        pytest.param(
            "a.7z",
            b"7z\xbc\xaf\x27\x1c",
            "unsupported",
            "a.7z: this kind of file (7z) cannot be read; "
            "unpack it, put the files there and run again.",
            id="7z",
        ),
        pytest.param(
            "a.odt",
            odt_of("<text:p/>"),
            "empty",
            "a.odt has no words; check that the right file was put in.",
            id="empty-odt",
        ),
    ],
)
def test_file_that_cannot_be_read_is_named_with_what_to_do(
    name: str, data: bytes, code: str, message: str
) -> None:
    with pytest.raises(UnreadableError) as error:
        read(data, name)
    assert (error.value.code, str(error.value)) == (code, message)


def test_doc_without_the_program_names_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UnreadableError) as error:
        read(b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "a.doc")
    assert (error.value.code, str(error.value)) == (
        "missing_program",
        "a.doc: DOC files need a program that is not installed; "
        "run `apt-get install -y antiword` and run again, or save it as DOCX.",
    )
