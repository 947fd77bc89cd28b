"""Rating records."""

from collections.abc import Iterator

from pipeline.model import Document
from pipeline.records import Rating
from pipeline.reference import Reference


def ratings(document: Document, reference: Reference) -> Iterator[Rating]:
    """Not yet."""
    return iter(())
