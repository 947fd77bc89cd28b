"""Indicator records, and how many targets were exceeded, met and missed."""

from collections.abc import Iterator

from extractors.indicator_lists import listed
from extractors.indicator_prose import stated
from extractors.indicator_summaries import indicator_summaries
from extractors.indicator_tables import table_indicators
from extractors.indicator_targets import targets_set
from pipeline.model import Document, Span
from pipeline.records import Indicator, IndicatorSummary
from pipeline.reference import Reference


def indicators(document: Document, reference: Reference) -> Iterator[Indicator]:
    """The named targets of a document and what became of them; one record a place."""
    taken: list[Span] = []
    for find in (table_indicators, listed, stated, targets_set):
        for record in find(document, reference):
            if not any(record.span.overlaps(span) for span in taken):
                taken.append(record.span)
                yield record


def summaries(document: Document, reference: Reference) -> Iterator[IndicatorSummary]:
    """The figures of how many targets of a group were exceeded, met, missed."""
    return indicator_summaries(document, reference)
