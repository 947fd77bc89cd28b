"""process(source) -> Extraction: parse, extract, and the one place that isolates failures."""

from collections.abc import Callable, Iterator

from extractors import citations, counts, findings, header, indicators, oversight, ratings
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.records import DocumentInfo, Extraction, Record
from pipeline.reference import Reference
from pipeline.sources import Source

Extractor = Callable[[Document, Reference], Iterator[Record]]

EXTRACTORS: tuple[Extractor, ...] = (
    counts.counts,
    indicators.indicators,
    indicators.summaries,
    findings.findings,
    citations.citations,
    oversight.oversight,
    ratings.ratings,
)


def process(source: Source, reference: Reference) -> Extraction:
    """The document of the source and its records, in the order of their spans."""
    document = parse(source)
    return extract(document, reference)


def extract(document: Document, reference: Reference) -> Extraction:
    """The records of a document; the same for the same text."""
    info: DocumentInfo = header.info(document, reference)
    found = (r for extractor in EXTRACTORS for r in extractor(document, reference))
    records = sorted(found, key=lambda r: (r.span, r.type))
    return Extraction(document=document, info=info, records=tuple(records), issues=document.issues)
