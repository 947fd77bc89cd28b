"""Text of before Unicode is read as if it had been typed today; Unicode is never touched."""

import io
import unicodedata

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.model import Document
from pipeline.parse import parse
from pipeline.parse.legacy import Modern
from pipeline.parse.spelling import Spelling, spelling
from pipeline.sources import Source, sniff
from tests.encodings import encode
from tests.invented import SHEETS
from tests.writers import Sheet, txt

_REPORT = (
    "BÁO CÁO KIỂM ĐIỂM\n\nĐảng bộ xã Hòa Mẫu có 112 đảng viên, sinh hoạt ở 7 chi bộ.\n\n"
    "Một số chi ủy còn lúng túng khi cụ thể hóa Chỉ thị số 05-CT/TW; tỷ lệ đạt 98,5%.\n\n"
    "Ưu điểm: đã giữ vững kỷ cương, xử lý nghiêm vi phạm, thủ tục được rút ngắn.\n"
)
_CHARSETS = ["TCVN3", "TCVN 5712", "VNI", "VISCII", "VPS", "windows-1258"]
_MARKS = str.maketrans("“”‘’–—…•×°", "\"\"''--.-x ")


def _read(data: bytes, name: str = "a.txt") -> Document:
    return parse(Source("0" * 16, name, sniff(name, data), data))


@pytest.mark.parametrize("charset", _CHARSETS)
def test_text_file_is_told_by_its_words_and_its_reader_says_so(charset: str) -> None:
    words = _REPORT.lower() if charset == "TCVN3" else _REPORT
    document = _read(encode(words, charset))
    assert document.text == _read(words.encode()).text
    assert document.reader == f"text, converted from {charset}"


@pytest.mark.parametrize("charset", ["TCVN 5712", "VNI", "VISCII", "VPS", "windows-1258"])
@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_twin_in_an_old_character_set_has_the_same_text(sheet: Sheet, charset: str) -> None:
    words = unicodedata.normalize("NFC", txt(sheet).decode()).translate(_MARKS)
    assert _read(encode(words, charset)).text == _read(words.encode()).text


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_unicode_document_is_never_touched(sheet: Sheet) -> None:
    lines = txt(sheet).decode().split("\n")
    modern = Modern()
    assert (modern.passages(lines), modern.seen) == (lines, set())


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Réunion de la société générale à Orléans, où le maire a été élu.", id="fr"),
        pytest.param("El año pasado la compañía amplió su producción en España.", id="es"),
        pytest.param("Die Prüfung der Geschäftsführung für das Jahr fällt größer aus.", id="de"),
        pytest.param("Có và là, cà và bà, mà nó và tôi.", id="letters that Latin-1 has"),
        pytest.param("§ 5 ± 0,3 µm; 25 °C; ½ © 2024", id="signs"),
        pytest.param("Đảng ủy § 5 µ", id="one letter of Unicode"),
    ],
)
def test_line_that_only_looks_old_is_left_as_it_is(line: str) -> None:
    assert Modern().passages([line]) == [line]


def test_document_of_several_character_sets_is_told_passage_by_passage() -> None:
    old = encode("đảng bộ xã hòa mẫu có nhiều tiến bộ về kỷ luật", "TCVN3").decode("latin-1")
    other = encode("Chi bộ thôn Đông giữ vững nề nếp sinh hoạt", "VNI").decode("latin-1")
    new = "Ban Thường vụ Đảng ủy đã họp."
    modern = Modern()
    assert modern.passages([old, new, other]) == [
        "đảng bộ xã hòa mẫu có nhiều tiến bộ về kỷ luật",
        new,
        "Chi bộ thôn Đông giữ vững nề nếp sinh hoạt",
    ]
    assert modern.named("text") == "text, converted from TCVN3 and VNI"


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        pytest.param("§¶ng bé", ".VnTimeH", "ĐẢNG BỘ", id="capitals by the font"),
        pytest.param("bao cao", ".VnTimeH", "BAO CAO", id="capitals without a sign"),
        pytest.param("B¸O C¸O", ".VnTime", "BÁO CÁO", id="capitals as typed"),
        pytest.param("Bé", ".VnTime", "Bộ", id="one capital"),
        pytest.param("§¶ng bé", "ABCDEF+.VnArial", "Đảng bộ", id="subset of a PDF"),
        pytest.param("Ñaûng boä", "VNI-Times", "Đảng bộ", id="vni"),
        pytest.param("Ç¢ng", "VPS Times", "đằng", id="vps"),
        pytest.param("Ðäng bµ", "VI Times", "Đảng bộ", id="viscii"),
        pytest.param("ù baäc", "VNI-Times", "\u0301 bậc", id="sign of the letter before the run"),
        pytest.param("§¶ng bé", "Arial", "§¶ng bé", id="font of today"),
        pytest.param("Đảng bộ", ".VnTimeH", "Đảng bộ", id="already Unicode"),
    ],
)
def test_font_names_the_character_set(text: str, font: str, expected: str) -> None:
    assert Modern().run(text, font) == expected


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_REPORT.encode("utf-16"), id="utf-16"),
        pytest.param(_REPORT.encode("utf-16-le"), id="utf-16 without its mark"),
        pytest.param(_REPORT.encode("utf-16-be"), id="big-endian without its mark"),
        pytest.param(b"\xff\xfe\0\0" + _REPORT.encode("utf-32-le"), id="utf-32"),
        pytest.param(b"\xef\xbb\xbf" + _REPORT.encode(), id="mark of utf-8"),
        pytest.param(unicodedata.normalize("NFD", _REPORT).encode(), id="decomposed"),
        pytest.param(_REPORT.replace("\n", "\r\n").encode(), id="line ends of Windows"),
    ],
)
def test_every_form_of_unicode_gives_one_text(data: bytes) -> None:
    document = _read(data)
    assert (document.text, document.reader) == (_read(_REPORT.encode()).text, "text")


def test_damaged_utf_8_keeps_its_whole_letters() -> None:
    data = _REPORT.encode().replace("kỷ".encode(), b"k\xe1\xbb", 1)
    assert "Ưu điểm: đã giữ vững k\ufffd cương" in _read(data).text


def test_page_is_read_in_the_font_of_each_run() -> None:
    page = (
        '<html><head><style>p.Cu {font-family:".VnTime"; color:red}</style></head><body>'
        '<p class="Cu">§¶ng bé x· Hßa MÉu cã <font face="VNI-Times">nhieàu</font> tiÕn bé.</p>'
        '<p style="font-family: .VnTimeH">b¸o c¸o</p><p>Chi bộ thôn Đông đã họp.</p></body></html>'
    )
    document = _read(page.encode(), "a.html")
    assert document.text == (
        "Đảng bộ xã Hòa Mẫu có nhiều tiến bộ.\nBÁO CÁO\nChi bộ thôn Đông đã họp."
    )
    assert document.reader == "html, converted from TCVN3 and VNI"


@pytest.mark.parametrize("charset", ["TCVN3", "VNI", "VISCII", "VPS", "windows-1258"])
def test_page_in_bytes_of_before_unicode_is_told_by_its_words(charset: str) -> None:
    words = "đảng bộ xã hòa mẫu có nhiều tiến bộ trong xử lý vi phạm kỷ luật."
    page = b"<html><head><title>x</title></head><body><p>" + encode(words, charset) + b"</p></body>"
    document = _read(page, "a.html")
    assert (document.text, document.reader) == (words, f"html, converted from {charset}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nguyễn, quý khuỷu nghiêng giếng quyết", Spelling(6, 6), id="hard ones"),
        pytest.param("số 12-QĐ/TU ngày 5", Spelling(3, 2), id="numbers"),
        pytest.param("société año größer", Spelling(3, 0), id="other languages"),
        pytest.param("plain text", Spelling(0, 0), id="nothing to tell by"),
    ],
)
def test_words_are_held_against_the_syllables(text: str, expected: Spelling) -> None:
    assert spelling(text) == expected


def _printed(lines: list[str], font: str) -> bytes:
    """A PDF printed in a font of before Unicode, with these letters of its own."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    for i, line in enumerate(lines):
        canvas.drawString(80, 760 - 18 * i, line)
    canvas.save()
    return out.getvalue().replace(b"/BaseFont /Helvetica", b"/BaseFont /" + font.ljust(9).encode())


_SENTENCES = [
    "Đảng bộ xã Hòa Mẫu có 112 đảng viên, sinh hoạt ở 7 chi bộ.",
    "Một số chi ủy còn lúng túng khi cụ thể hóa Chỉ thị số 05-CT/TW; tỷ lệ đạt 98,5%.",
    "Ưu điểm: đã giữ vững kỷ cương, xử lý nghiêm vi phạm, thủ tục được rút ngắn.",
]


@pytest.mark.parametrize(
    ("charset", "font"),
    [
        pytest.param("TCVN3", ".VnTime", id="tcvn3-by-font"),
        pytest.param("TCVN3", "Helvetica", id="tcvn3-by-its-words"),
        pytest.param("VNI", "VNI-Times", id="vni-by-font"),
        pytest.param("VNI", "Helvetica", id="vni-by-its-words"),
    ],
)
def test_pdf_in_an_old_font_is_read_as_it_looks(charset: str, font: str) -> None:
    lines = [s.lower() if charset == "TCVN3" else s for s in _SENTENCES]
    document = _read(_printed([encode(s, charset).decode("cp1252") for s in lines], font), "a.pdf")
    assert document.text.replace("\n", " ") == " ".join(lines)
