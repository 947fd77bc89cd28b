"""Shortcomings, causes and remedies."""

from collections.abc import Iterator

from pipeline.model import Document
from pipeline.records import Cause, Remedy, Shortcoming
from pipeline.reference import Reference


def findings(document: Document, reference: Reference) -> Iterator[Shortcoming | Cause | Remedy]:
    """Not yet."""
    return iter(())
