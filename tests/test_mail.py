"""Mails, and pages saved as one file: what they say, in whatever they are coded."""

import base64

import pytest

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.sources import Source, sniff
from tests.encodings import encode

_WORDS = "đảng bộ xã hòa mẫu có nhiều tiến bộ trong xử lý vi phạm kỷ luật."
_CAPITAL = _WORDS.capitalize()


def _read(data: bytes, name: str = "a.eml") -> Document:
    return parse(Source("0" * 16, name, sniff(name, data), data))


def _mail(head: str, body: bytes) -> bytes:
    return f"Subject: =?utf-8?b?R+G7rWk=?=\nMIME-Version: 1.0\n{head}\n\n".encode() + body


@pytest.mark.parametrize(
    ("data", "text", "reader"),
    [
        pytest.param(
            _mail("Content-Type: text/plain; charset=utf-8", _CAPITAL.encode()),
            f"Gửi\n{_CAPITAL}",
            "mail, text",
            id="plain",
        ),
        pytest.param(
            _mail(
                "Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64",
                base64.b64encode(_CAPITAL.encode("utf-16")),
            ),
            f"Gửi\n{_CAPITAL}",
            "mail, text",
            id="declared charset",
        ),
        pytest.param(
            _mail("Content-Type: text/plain; charset=us-ascii", encode(_WORDS, "TCVN3")),
            _WORDS,
            "mail, text, converted from TCVN3",
            id="charset of before Unicode, declared as another",
        ),
        pytest.param(
            _mail("Content-Type: text/html; charset=utf-8", f"<html><p>{_WORDS}</p>".encode()),
            _WORDS,
            "mail, html",
            id="page",
        ),
    ],
)
def test_mail_is_read_by_its_text(data: bytes, text: str, reader: str) -> None:
    document = _read(data)
    assert (document.text, document.reader) == (text, reader)


def test_page_saved_as_one_file_is_read_by_its_first_part() -> None:
    data = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
        "Content-Type: text/html; charset=utf-8\n\n<html><body><p>Chi bộ thôn Đông.</p></body>"
        "</html>\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n"
    )
    assert _read(data.encode(), "a.doc").text == "Chi bộ thôn Đông."


def test_mail_whose_parts_cannot_be_told_apart_is_named() -> None:
    nest = b"".join(
        b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (i, i) for i in range(2000)
    )
    with pytest.raises(UnreadableError) as error:
        _read(nest)
    assert (error.value.code, str(error.value)) == (
        "damaged",
        "a.eml is damaged, its parts cannot be told apart; save the mail anew and run again.",
    )
