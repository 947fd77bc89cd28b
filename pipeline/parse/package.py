"""The XML parts of an Office package, read without trusting it."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from pipeline.errors import UnreadableError
from pipeline.sources import Source

BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, ValueError, EOFError,
    OSError, RuntimeError,
)  # fmt: skip
"""What the library raises on a package with false lengths, versions, places or methods."""
_PROGRAMS = {"xlsx": "Excel", "pptx": "PowerPoint"}
_OLE = b"\xd0\xcf\x11\xe0"
_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)


class Package:
    """An open package; parts are lxml trees whose Word names are bare (`p`, `r`, attribute `val`).

    Names of other vocabularies keep their namespace in braces.
    """

    def __init__(self, source: Source) -> None:
        self._name = source.name
        self._format = source.format.upper()
        self._program = _PROGRAMS.get(source.format, "Word")
        if source.data.startswith(_OLE):
            raise UnreadableError(
                "encrypted",
                f"{source.name} is protected by a password; remove the password and run again.",
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(source.data))
        except BROKEN:
            raise self._damaged() from None
        unpacked = sum(i.file_size for i in self._zip.infolist())
        source.limits.check_unpacked(source.name, unpacked)
        self._names = set(self._zip.namelist())
        self.main = self.related("", "officeDocument") or "word/document.xml"

    def part(self, name: str | None) -> Any | None:
        """The tree of a part, or None where the package has none of that name."""
        root = self.tree(name)
        for element in () if root is None else root.iter("{*}*"):
            _bare(element)
        return root

    def tree(self, name: str | None) -> Any | None:
        """The tree of a part with the names as they are, or None where there is none."""
        return self._tree(name) if name is not None and name in self._names else None

    def related(self, part: str, kind: str) -> str | None:
        """The name of the part that `part` (`""`: the package) relates to by this kind, or None."""
        links = (x for x in self._links(part) if x.get("Type", "").endswith(f"/{kind}"))
        return next((_target(part, x) for x in links if x.get("TargetMode") != "External"), None)

    def linked(self, part: str, id: str | None) -> str | None:
        """The name of the part that `part` relates to under this id, or None."""
        links = (x for x in self._links(part) if x.get("Id") == id)
        return next((_target(part, x) for x in links if x.get("TargetMode") != "External"), None)

    def _links(self, part: str) -> Iterator[Any]:
        folder, _, file = part.rpartition("/")
        rels = join(folder, "_rels", f"{file}.rels")
        if rels in self._names:
            yield from self._tree(rels).iter("{*}Relationship")

    def _tree(self, name: str) -> Any:
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(self._zip.read(name), parser)
        except (etree.XMLSyntaxError, *BROKEN):
            raise self._damaged() from None

    def _damaged(self) -> UnreadableError:
        return UnreadableError(
            "damaged",
            f"{self._name} is damaged and cannot be opened as {self._format}; "
            f"open it in {self._program}, save it again and run again.",
        )


def _target(part: str, link: Any) -> str:
    return normpath(join("/", dirname(part), link.get("Target", ""))).lstrip("/")


def _bare(element: Any) -> None:
    for space in _WORD:
        if element.tag.startswith(space):
            element.tag = element.tag[len(space) :]
        for name in [a for a in element.attrib if a.startswith(space)]:
            element.set(name[len(space) :], element.attrib.pop(name))
