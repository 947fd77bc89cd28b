"""Mails (EML) and web pages saved as one file (MHTML): what they say themselves.

What is attached to a mail is a document of its own: `pipeline.containers` hands it on.
"""

from dataclasses import replace
from email.message import MIMEPart
from typing import Any

from pipeline.containers import MAIL_BROKEN, read_mail
from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse import html, plain
from pipeline.sources import Source

_UNSAID = {None, "us-ascii", "iso-8859-1", "windows-1252", "utf-8"}
"""Charsets that mails declare whatever they are in."""


def parse(source: Source) -> Document:
    """The document of a mail: its subject and its text, the plain one where there are two."""
    try:
        message = read_mail(source.data)
        part = message.get_body(("plain", "html"))
        form = "txt" if part is None else part.get_content_subtype()
        data = b"" if part is None else _bytes(part)
        subject = str(message.get("Subject") or "")
    except (UnreadableError, *MAIL_BROKEN):
        raise UnreadableError(
            "damaged",
            f"{source.name} is damaged, its parts cannot be told apart; save the mail anew and run "
            "again.",
        ) from None
    if not data.strip():
        raise UnreadableError(
            "empty", f"{source.name} says nothing itself; what is attached to it is read apart."
        )
    if form == "html":
        document = html.parse(replace(source, data=data))
    else:
        head = f"{' '.join(subject.split())}\n\n".encode("utf-8", "replace") if subject else b""
        document = plain.parse(replace(source, data=head + data if _is_utf8(data) else data))
    return replace(document, reader=f"mail, {document.reader}")


def _bytes(part: "MIMEPart[Any, Any]") -> bytes:
    """The text of a part in UTF-8, in its own bytes where its charset is not to be believed."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if charset in _UNSAID:
        return data
    try:
        return data.decode(charset or "utf-8").encode()
    except (UnicodeError, LookupError):
        return data


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
