"""Citation records."""

from collections.abc import Iterator

from pipeline.model import Document
from pipeline.records import Citation
from pipeline.reference import Reference


def citations(document: Document, reference: Reference) -> Iterator[Citation]:
    """Not yet."""
    return iter(())
