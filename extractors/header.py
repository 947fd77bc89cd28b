"""The document record: type, number, date, issuer, unit, level, term, period."""

from pipeline.model import Document
from pipeline.records import DocumentInfo
from pipeline.reference import Reference


def info(document: Document, reference: Reference) -> DocumentInfo:
    """Not yet."""
    return DocumentInfo()
