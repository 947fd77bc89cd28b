"""Count records."""

from collections.abc import Iterator

from pipeline.model import Document
from pipeline.records import Count
from pipeline.reference import Reference


def counts(document: Document, reference: Reference) -> Iterator[Count]:
    """Not yet."""
    return iter(())
