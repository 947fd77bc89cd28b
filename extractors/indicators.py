"""Indicator records."""

from collections.abc import Iterator

from pipeline.model import Document
from pipeline.records import Indicator, IndicatorSummary
from pipeline.reference import Reference


def indicators(document: Document, reference: Reference) -> Iterator[Indicator]:
    """Not yet."""
    return iter(())


def summaries(document: Document, reference: Reference) -> Iterator[IndicatorSummary]:
    """Not yet."""
    return iter(())
