"""Grades of quality and whom they are given to, as ratings.yaml names them."""

from collections.abc import Iterator

from pipeline.model import Document, Span
from pipeline.records import Grade, RatingSubject
from pipeline.reference import Hit, Reference

GRADES: dict[str, Grade] = {
    "excellent": "excellent",
    "good": "good",
    "completed": "completed",
    "failed": "failed",
    "strong": "strong",
}
SUBJECTS: dict[str, RatingSubject] = {
    "party_member": "party_member",
    "party_organization": "party_organization",
    "committee": "committee",
    "individual": "individual",
}
COMRADES = ("đồng chí", "đ/c", "người")
"""Words that say a person is graded, not as what."""


def find(document: Document, reference: Reference, group: str, within: Span) -> Iterator[Hit]:
    """The forms of a group of ratings.yaml in a stretch of text."""
    key = document.plain_key
    return reference.lexicon(f"ratings.{group}").find(key, within.start, within.end)
