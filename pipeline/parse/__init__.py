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
    "pdf": "pdf",
    "png": "scan",
    "jpeg": "scan",
    "tiff": "scan",
}


def parse(source: Source) -> Document:
    """The document that the source holds; raises UnreadableError where it cannot be read."""
    if not source.data.strip():
        raise UnreadableError("empty", f"{source.name} has no content; put the right file there.")
    name = _READERS.get(source.format)
    if name is None:
        raise UnreadableError(
            "unsupported",
            f"{source.name}: this kind of file ({source.format or 'unknown'}) cannot be read; "
            "save it as DOCX or PDF and run again.",
        )
    reader: Callable[[Source], Document] = import_module(f"pipeline.parse.{name}").parse
    return reader(source)
