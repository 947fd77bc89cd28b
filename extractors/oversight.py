"""Oversight records."""

from collections.abc import Iterator

from pipeline.model import Document
from pipeline.records import Oversight
from pipeline.reference import Reference


def oversight(document: Document, reference: Reference) -> Iterator[Oversight]:
    """Not yet."""
    return iter(())
