"""parse(source) -> Document: one small module a format."""

from collections.abc import Callable
from importlib import import_module

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.sources import Source

# Format -> module with `parse(source: Source) -> Document`; imported when first needed.
_READERS = {
    "txt": "plain",
    "md": "markdown",
    "html": "html",
    "docx": "docx",
    "doc": "doc",
    "odt": "odt",
    "rtf": "rtf",
    "xlsx": "xlsx",
    "xls": "xls",
    "pptx": "pptx",
    "eml": "mail",
    "mhtml": "mail",
    "pdf": "pdf",
    "png": "scan",
    "jpeg": "scan",
    "tiff": "scan",
}

_UNPACK = "unpack it, put the files there"
_REMEDIES = {
    "zip": "it is damaged, empty or no archive of documents: pack the reports anew",
    "7z": _UNPACK,
    "rar": _UNPACK,
    "gz": _UNPACK,
    "bz2": _UNPACK,
    "xz": _UNPACK,
    "tar": _UNPACK,
    "ods": "save it as XLSX",
    "ppt": "save it as PPTX in PowerPoint",
    "msg": "save the mail as EML",
    "binary": "open it with the program that made it, save it as DOCX or PDF",
}


def parse(source: Source) -> Document:
    """The document that the source holds; raises UnreadableError where it cannot be read."""
    if not source.data.strip():
        raise UnreadableError("empty", f"{source.name} has no content; put the right file there.")
    name = _READERS.get(source.format)
    if name is None:
        kind = source.format or "unknown"
        raise UnreadableError(
            "unsupported",
            f"{source.name}: this kind of file ({kind}) cannot be read; "
            f"{_REMEDIES.get(kind, 'save it as DOCX or PDF')} and run again.",
        )
    reader: Callable[[Source], Document] = import_module(f"pipeline.parse.{name}").parse
    return reader(source)
