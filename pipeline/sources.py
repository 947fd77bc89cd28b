"""Find files, hash them, tell their format by content."""

import hashlib
import io
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from pipeline import containers
from pipeline.errors import UnreadableError, UsageError
from pipeline.limits import DEFAULT, Limits
from pipeline.text import nfc

_CLUTTER = frozenset({"thumbs.db", "desktop.ini", "__macosx"})

_TOO_DEEP = "holds archives too deep inside one another; unpack them and run again."


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file of the archive. `id` is the first 16 hex digits of their SHA-256.

    `limits` say how much its reader may make of it.
    """

    id: str
    name: str
    format: str
    data: bytes
    limits: Limits = DEFAULT


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a document lies: `path` below the archive's root (`/` between), for people and order.

    `members` lead to it inside `file`, where that is a zip file or a mail: kind of container and
    number of the member, from the outermost on. `trouble` is the code and message of a place that
    holds something, but no document that can be had.
    """

    path: str
    file: Path = field(compare=False)
    members: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    trouble: tuple[str, str] | None = field(default=None, compare=False)

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


def load(place: Place, limits: Limits = DEFAULT) -> Source:
    """The bytes at a place; raises OSError or UnreadableError where they cannot be had."""
    data = _bytes(place, limits)
    name = nfc(place.name)
    return Source(hashlib.sha256(data).hexdigest()[:16], name, sniff(name, data), data, limits)


def find(archive: Path, limits: Limits = DEFAULT) -> list[Place]:
    """Every document of a folder, a file or a zip file, in the order of their paths.

    Hidden files and the clutter of file managers are none. UsageError where there is none.
    """
    if not archive.exists():
        raise UsageError(f"{archive}: there is no such file or folder; check the path.")
    walk = _walk(archive, limits)
    places = sorted(walk if archive.is_dir() else _file(archive, archive.name, limits))
    if not places:
        raise UsageError(f"{archive}: holds no documents; name the folder that holds the reports.")
    return places


def at(archive: Path, path: str, limits: Limits = DEFAULT) -> Place:
    """The place of a document that a run over the archive named so; OSError where it is gone."""
    inside = not path.startswith("/") and ".." not in path.split("/")
    plain = archive / path
    if inside and plain.is_file() and containers.kind(plain.name) in (None, "eml"):
        return Place(path, plain)
    for place in find(archive, limits):
        if place.path == path:
            return place
    raise FileNotFoundError(f"{path}: is no longer in the archive")


def look(place: Place, limits: Limits = DEFAULT) -> Found:
    """The hash, size and format of what lies there; raises as `load` does."""
    data = _bytes(place, limits)
    form = sniff(nfc(place.name), data)
    return Found(place, hashlib.sha256(data).hexdigest(), len(data), form)


def _walk(root: Path, limits: Limits) -> Iterator[Place]:
    shut: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=shut.append):
        folders[:] = [f for f in folders if not f.startswith(".")]
        for link in (Path(folder, f) for f in folders if Path(folder, f).is_symlink()):
            why = "is a link to a folder, which is not followed; put the folder itself there."
            yield Place(_shown(link.relative_to(root).as_posix()), link, trouble=("link", why))
        for name in names:
            file = Path(folder, name)
            if _is_document(name):
                yield from _file(file, file.relative_to(root).as_posix(), limits)
    for error in shut:
        path = _shown(Path(error.filename).relative_to(root).as_posix())
        why = f"cannot be opened ({error.strerror}); free the folder for reading and run again."
        yield Place(path, Path(error.filename), trouble=("unopened", why))


def _is_document(name: str) -> bool:
    """Not hidden, not clutter, not a lock file of an office program, not a database of ours."""
    hidden = name.startswith((".", "~$")) or name.lower() in _CLUTTER
    return not hidden and ".duckdb" not in name


def _file(file: Path, path: str, limits: Limits) -> Iterator[Place]:
    """The file, or what it holds where it is a container."""
    place = Place(_shown(path), file)
    if containers.kind(file.name) is None:
        yield place
        return
    try:
        with _plain(file) as stream:
            yield from _inside(place, stream, limits)
    except OSError:
        yield place  # why it cannot be opened is told when it is read


def _inside(place: Place, stream: IO[bytes], limits: Limits) -> Iterator[Place]:
    """The members of the container at a place; of a mail also itself, where it says something."""
    container = containers.kind(place.name) or ""
    try:
        if len(place.members) >= containers.DEEPEST:
            raise UnreadableError("too_deep", _TOO_DEEP)
        found = containers.members(container, stream, limits)
    except UnreadableError as error:
        yield _troubled(place, error)
        return
    if container == "eml" and not (found and containers.is_mute(stream)):
        yield place
    for member in found:
        inner = _member(place, container, member)
        if inner is None:
            continue
        if containers.kind(inner.name) is None:
            yield inner
            continue
        try:
            stream.seek(0)
            data = containers.member(container, stream, member.index, limits)
        except UnreadableError as error:
            yield _troubled(inner, error)
        except OSError:
            yield inner
        else:
            yield from _inside(inner, io.BytesIO(data), limits)


def _member(place: Place, container: str, member: containers.Member) -> Place | None:
    """The place of a member; None for clutter. Its path cannot lead out of the container."""
    parts = [p for p in re.split(r"[/\\]", member.name) if p not in ("", ".", "..")]
    if not all(_is_document(p) for p in parts):
        return None
    path = f"{place.path}/{_shown('/'.join(parts) or '_')}"
    return Place(path, place.file, (*place.members, (container, member.index)))


def _troubled(place: Place, error: UnreadableError) -> Place:
    return Place(place.path, place.file, place.members, (error.code, str(error)))


def _shown(path: str) -> str:
    """A path that can be written and compared: NFC; bytes that are no UTF-8, controls replaced."""
    return nfc(re.sub(r"[\x00-\x1f\x7f\ud800-\udfff]", "\ufffd", path))


def _bytes(place: Place, limits: Limits) -> bytes:
    """The bytes at a place; never more than allowed, whatever a zip file's directory claims."""
    if place.trouble is not None:
        raise UnreadableError(*place.trouble)
    if not place.members:
        return _whole(place, limits)
    stream: IO[bytes]
    with _plain(place.file) as stream:
        data = b""
        for container, index in place.members:
            data = containers.member(container, stream, index, limits)
            stream = io.BytesIO(data)
    return data


def _whole(place: Place, limits: Limits) -> bytes:
    with _plain(place.file) as stream:
        data = stream.read(limits.unpacked + 1)
    limits.check_unpacked(place.name, len(data))
    return data


@contextmanager
def _plain(file: Path) -> Iterator[IO[bytes]]:
    """The file, opened; OSError where it is a device, a pipe or a socket, which may never end."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError("is a device, pipe or folder, not a file")
    with file.open("rb") as stream:
        yield stream


def sniff(name: str, data: bytes) -> str:
    """The format by content first, the suffix only where content does not tell."""
    suffix = Path(name).suffix.lower().lstrip(".")
    head = data[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if b"%pdf-" in head[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, suffix)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _compound(data, suffix)
    if suffix == "eml" and b"\0" not in data[:100]:
        return "eml"
    for start, kind in _STARTS.items():
        if head.startswith(start):
            return kind
    if b"\0" in head and not (data.startswith((b"\xff\xfe", b"\xfe\xff")) or wide(data)):
        return suffix if suffix in ("pdf", "docx") else "binary"
    known = {"markdown": "md", "text": "txt", "": "txt", "htm": "html", "xhtml": "html"}
    return known.get(suffix, suffix)


def wide(data: bytes) -> str | None:
    """UTF-16 without its mark, told by the zeros in every other byte of spaces and letters.

    >>> wide("Đảng ủy có 12 chi bộ".encode("utf-16-le")), wide(bytes(20))
    ('utf-16-le', None)
    """
    sample = data[:2048]
    for charset, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        # Vietnamese stands in the blocks 00, 01, 03 and 1E; quotes and dashes in 20.
        if 2 * high.count(0) >= len(high) > 0 and set(high) <= _BLOCKS and low.count(0) == 0:
            return charset
    return None


_BLOCKS = frozenset({0x00, 0x01, 0x03, 0x1E, 0x20, 0x21, 0x22, 0x25, 0xE0, 0xF0})
_STARTS = {
    b"<!doctype html": "html",
    b"<html": "html",
    b"{\\rtf": "rtf",
    b"mime-version:": "mhtml",
    b"\x89png": "png",
    b"\xff\xd8\xff": "jpeg",
    b"ii*\0": "tiff",
    b"mm\0*": "tiff",
    b"7z\xbc\xaf": "7z",
    b"rar!\x1a": "rar",
    b"\x1f\x8b": "gz",
    b"bzh": "bz2",
    b"\xfd7zxz": "xz",
}


def _compound(data: bytes, suffix: str) -> str:
    """What an old-style container of Microsoft holds, by the names of its streams."""
    # A locked DOCX or XLSX is one with one stream of this name.
    for stream, form in (
        ("EncryptedPackage", suffix if suffix == "xlsx" else "docx"),
        ("WordDocument", "doc"),
        ("Workbook", "xls"),
        ("PowerPoint Document", "ppt"),
        ("__nameid_version", "msg"),
        ("Book", "xls"),
    ):
        if stream.encode("utf-16-le") in data:
            return form
    return "doc"


def _zipped(data: bytes, suffix: str) -> str:
    """What a zip holds, by the names in it; by its suffix where it is broken off."""
    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return suffix if suffix in ("docx", "xlsx", "odt") else "zip"
    for folder, kind in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
        if any(n.startswith(folder) for n in names):
            return kind
    if "content.xml" in names:
        return suffix if suffix in ("ods", "odp") else "odt"
    return "zip"
