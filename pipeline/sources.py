"""Find files, hash them, tell their format by content."""

import hashlib
import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pipeline.errors import UsageError
from pipeline.text import nfc

LARGEST = 200 * 2**20
"""Bytes; a larger file is not a report, and would fill the memory of a worker."""

_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file of the archive. `id` is the first 16 hex digits of their SHA-256."""

    id: str
    name: str
    format: str
    data: bytes


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a document lies: `path` below the archive's root (`/` between), for people and order.

    `member` is its name in the zip file `file`, None for a file of its own.
    """

    path: str
    file: Path = field(compare=False)
    member: str | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        return self.path.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Found:
    """A document as it lies there: enough to tell whether it was read before."""

    place: Place
    hash: str
    size: int
    format: str

    @property
    def id(self) -> str:
        return self.hash[:16]


def read(path: Path) -> Source:
    """The file as a Source; raises OSError where it cannot be opened."""
    return load(Place(path.name, path))


def load(place: Place) -> Source:
    """The bytes at a place; raises OSError where they cannot be had."""
    data = b"".join(_chunks(place))
    name = nfc(place.name)
    return Source(hashlib.sha256(data).hexdigest()[:16], name, sniff(name, data), data)


def find(archive: Path) -> list[Place]:
    """Every document of a folder, a file or a zip file, in the order of their paths.

    Hidden files and the clutter of file managers are none. UsageError where there is none.
    """
    if not archive.exists():
        raise UsageError(f"{archive}: there is no such file or folder; check the path.")
    places = sorted(_walk(archive) if archive.is_dir() else _file(archive, archive.name))
    if not places:
        raise UsageError(f"{archive}: holds no documents; name the folder that holds the reports.")
    return places


def look(place: Place) -> Found:
    """The hash, size and format of what lies there; raises OSError where it cannot be opened."""
    data = b"".join(_chunks(place))
    form = sniff(nfc(place.name), data)
    return Found(place, hashlib.sha256(data).hexdigest(), len(data), form)


def _walk(root: Path) -> Iterator[Place]:
    for folder, folders, names in os.walk(root):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for name in names:
            file = Path(folder, name)
            if _is_document(name) and (file.is_file() or file.is_symlink()):
                yield from _file(file, file.relative_to(root).as_posix())


def _is_document(name: str) -> bool:
    """Not hidden, not clutter, not a lock file of an office program, not a database of ours."""
    hidden = name.startswith((".", "~$")) or name.lower() in _CLUTTER
    return not hidden and ".duckdb" not in name


def _file(file: Path, path: str) -> Iterator[Place]:
    """The file, or its members where it is a zip file that can be opened."""
    shown = _shown(path)
    if file.suffix.lower() != ".zip" or not zipfile.is_zipfile(file):
        yield Place(shown, file)
        return
    with zipfile.ZipFile(file) as archive:
        for member in archive.infolist():
            parts = [p for p in member.filename.split("/") if p not in ("", ".", "..")]
            if not member.is_dir() and all(_is_document(p) for p in parts):
                yield Place(f"{shown}/{_shown('/'.join(parts))}", file, member.filename)


def _shown(path: str) -> str:
    """A path that can be written and compared: NFC, bytes that are no UTF-8 replaced."""
    return nfc(os.fsencode(path).decode("utf-8", "replace"))


def _chunks(place: Place) -> Iterator[bytes]:
    """The bytes in pieces; never more than LARGEST, whatever a zip file's directory claims."""
    total = 0
    with _stream(place) as stream:
        while chunk := stream.read(2**20):
            total += len(chunk)
            if total > LARGEST:
                raise OSError(f"larger than {LARGEST >> 20} MB")
            yield chunk


@contextmanager
def _stream(place: Place) -> Iterator[IO[bytes]]:
    if place.member is None:
        with place.file.open("rb") as file:
            yield file
        return
    try:
        with zipfile.ZipFile(place.file) as archive, archive.open(place.member) as member:
            yield member
    except (zipfile.BadZipFile, zlib.error, KeyError, RuntimeError) as error:
        why = "it has a password" if "password" in str(error) else "it is damaged"
        raise OSError(f"cannot be unpacked from its zip file, {why}") from error


def sniff(name: str, data: bytes) -> str:
    """The format by content first, the suffix only where content does not tell."""
    suffix = Path(name).suffix.lower().lstrip(".")
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"%pdf-" in head[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, suffix)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # A locked DOCX is an old-style container with one stream of this name, in UTF-16.
        return "docx" if "EncryptedPackage".encode("utf-16-le") in data else "doc"
    for start, kind in _STARTS.items():
        if head.startswith(start):
            return kind
    if b"\0" in head and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return suffix if suffix in ("pdf", "docx") else "binary"
    known = {"markdown": "md", "text": "txt", "": "txt", "htm": "html", "xhtml": "html"}
    return known.get(suffix, suffix)


_STARTS = {
    b"<!doctype html": "html",
    b"<html": "html",
    b"{\\rtf": "rtf",
    b"mime-version:": "mhtml",
    b"\x89png": "png",
    b"\xff\xd8\xff": "jpeg",
    b"ii*\0": "tiff",
    b"mm\0*": "tiff",
}


def _zipped(data: bytes, suffix: str) -> str:
    """What a zip holds, by the names in it; by its suffix where it is broken off."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return suffix if suffix == "docx" else "zip"
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(n.startswith(folder) for n in names):
            return kind
    return "odt" if "content.xml" in names else "zip"
