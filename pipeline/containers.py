"""Files that hold files: zip archives, and mails with what is attached to them."""

import email
import email.policy
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from typing import IO

from pipeline.errors import UnreadableError
from pipeline.limits import MEGABYTE, Limits

DEEPEST = 4
"""Containers inside one another; real archives have two."""

_MOST = 100_000
"""Members of one container."""
_RATIO = 200
"""Times its packed size that a member may be; text packs to a tenth, a blank scan to a fiftieth."""
_SMALL = 10 * MEGABYTE
"""Members up to this size may have any ratio."""
_BROKEN = (
    zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, NotImplementedError,
    RuntimeError, IndexError,
)  # fmt: skip

MAIL_BROKEN = (ValueError, LookupError, AttributeError, RecursionError, TypeError, AssertionError)
"""What the library raises on mails that break its rules, while it parses and when it is asked."""


@dataclass(frozen=True, slots=True)
class Member:
    """The `index`th thing that a container holds, under the name that it gives."""

    index: int
    name: str


def kind(name: str) -> str | None:
    """Which kind of container a name promises, or None.

    >>> kind("Báo cáo.ZIP"), kind("thư.eml"), kind("a.docx")
    ('zip', 'eml', None)
    """
    suffix = name.rpartition(".")[2].lower()
    return suffix if suffix in ("zip", "eml") else None


def members(container: str, file: IO[bytes], limits: Limits) -> Sequence[Member]:
    """What a container of this kind holds; UnreadableError where it cannot be told."""
    if container == "eml":
        parts = attachments(read_mail(file.read(limits.unpacked + 1)))
        return [Member(i, name) for i, (name, _) in enumerate(parts)]
    with _opened(file) as archive:
        found = archive.infolist()
        size = file.seek(0, 2)
        if len(found) > _MOST or sum(i.compress_size for i in found) > size:
            raise UnreadableError(
                "too_large",
                "its members overlap or are too many, as in a file made to fill a disk; "
                "pack the reports anew and run again.",
            )
        return [Member(n, i.filename) for n, i in enumerate(found) if not i.is_dir()]


def member(container: str, file: IO[bytes], index: int, limits: Limits) -> bytes:
    """The bytes of one member; OSError or UnreadableError where they cannot be had."""
    if container == "eml":
        parts = attachments(read_mail(file.read(limits.unpacked + 1)))
        if index >= len(parts):
            raise OSError("its mail has changed")
        return parts[index][1]
    try:
        with _opened(file) as archive:
            info = archive.infolist()[index]
            limits.check_unpacked(info.filename, info.file_size)
            if info.file_size > max(_SMALL, _RATIO * info.compress_size):
                raise UnreadableError(
                    "too_large",
                    f"unpacks to more than {_RATIO} times its size, as a file made to fill a disk "
                    "does; pack the report anew and run again.",
                )
            return archive.read(info)
    except _BROKEN as error:
        why = "it has a password" if "password" in str(error) else "it is damaged"
        raise OSError(f"cannot be unpacked from its zip file, {why}") from error


def read_mail(data: bytes) -> EmailMessage:
    """A mail; UnreadableError where its parts cannot be told apart."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except MAIL_BROKEN:
        raise _damaged_mail() from None
    assert isinstance(message, EmailMessage)
    return message


def _damaged_mail() -> UnreadableError:
    return UnreadableError(
        "damaged", "its parts cannot be told apart; save the mail anew and run again."
    )


def is_mute(file: IO[bytes]) -> bool:
    """Whether a mail says nothing itself: it only carries what is attached."""
    file.seek(0)
    try:
        body = read_mail(file.read()).get_body(("plain", "html"))
        payload = b"" if body is None else body.get_payload(decode=True)
    except (*MAIL_BROKEN, UnreadableError):
        return False
    return not (isinstance(payload, bytes) and payload.strip())


def attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    """Name and bytes of what is attached to a mail, without the pictures shown in its text."""
    found = []
    try:
        for part in message.walk():
            name = part.get_filename()
            shown = part.get_content_maintype() == "image" and part.get("Content-ID")
            if part.is_multipart() or name is None or shown:
                continue
            payload = part.get_payload(decode=True)
            found.append((name, payload if isinstance(payload, bytes) else b""))
    except MAIL_BROKEN:
        raise _damaged_mail() from None
    return found


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (*_BROKEN, OSError):
        raise UnreadableError(
            "damaged", "is damaged and cannot be unpacked; pack it anew and run again."
        ) from None
