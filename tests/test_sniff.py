"""A file's format is told by its content, by its suffix only where content does not tell."""

import pytest

from pipeline.sources import sniff
from tests.writers import Para, Sheet, docx, html, pdf

_SHEET = Sheet((Para("Một đoạn văn."),))
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(80)


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        pytest.param("a.docx", docx(_SHEET), "docx", id="docx"),
        pytest.param("a.doc", docx(_SHEET), "docx", id="docx-named-doc"),
        pytest.param("a.txt", pdf(_SHEET), "pdf", id="pdf-named-txt"),
        pytest.param("a.pdf", b"\r\n junk %PDF-1.4", "pdf", id="pdf-after-junk"),
        pytest.param("a.doc", html(_SHEET), "html", id="page-saved-as-doc"),
        pytest.param("a.htm", b"<div>x</div>", "html", id="htm"),
        pytest.param("a.HTML", b"\xef\xbb\xbf<!DOCTYPE HTML><p>x", "html", id="mark-before-html"),
        pytest.param("a.doc", _OLE, "doc", id="old-word"),
        pytest.param(
            "a.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), "docx", id="locked-docx"
        ),
        pytest.param("a.docx", docx(_SHEET)[:200], "docx", id="cut-off-docx"),
        pytest.param("a.txt", docx(_SHEET)[:200], "zip", id="cut-off-zip-named-txt"),
        pytest.param("a.doc", b"{\\rtf1 x}", "rtf", id="rtf-named-doc"),
        pytest.param("a.txt", "Đảng ủy".encode(), "txt", id="text"),
        pytest.param("a.txt", "Đảng ủy".encode("utf-16"), "txt", id="text-in-utf-16"),
        pytest.param("a", b"x", "txt", id="no-suffix"),
        pytest.param("a.markdown", b"# x", "md", id="markdown"),
        pytest.param("a.txt", b"\x00\x01\x02\x03", "binary", id="binary-named-txt"),
        pytest.param("a.jpg", b"\xff\xd8\xff\xe0", "jpeg", id="photograph"),
        pytest.param("a.pdf", b"", "pdf", id="nothing"),
        pytest.param("a.doc", _OLE + "Workbook".encode("utf-16-le"), "xls", id="old-excel"),
        pytest.param("a.7z", b"7z\xbc\xaf\x27\x1c", "7z", id="7z"),
        pytest.param("a.zip", b"Rar!\x1a\x07\x01", "rar", id="rar-named-zip"),
        pytest.param("a.eml", b"MIME-Version: 1.0\r\n\r\nx", "eml", id="mail"),
        pytest.param("a.doc", b"MIME-Version: 1.0\r\n", "mhtml", id="page-in-one-file"),
        pytest.param("a.txt", "Đảng".encode("utf-16-be"), "txt", id="utf-16-without-mark"),
    ],
)
def test_format_is_told(name: str, data: bytes, expected: str) -> None:
    assert sniff(name, data) == expected
