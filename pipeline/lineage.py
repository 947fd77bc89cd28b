"""What a document tells of units, as rows."""

from extractors.lineage import lineage
from pipeline.records import Extraction
from pipeline.reference import Reference
from pipeline.rows import Row, Rows


def rows(extraction: Extraction, reference: Reference) -> Rows:
    """The rows of `lineage_told`."""
    document = extraction.document
    found: list[Row] = [
        (
            document.id, told.kind, list(told.sources), list(told.targets), told.day, told.rule,
            told.span.start, told.span.end, document.page_at(told.span.start),
            document.quote(told.span),
        )
        for told in lineage(document, reference)
    ]  # fmt: skip
    return {"lineage_told": found} if found else {}
