"""What several extractors ask of a document is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, cast

from pipeline.model import Document
from pipeline.reference import Reference

T = TypeVar("T")
Reads = Callable[[Document, Reference], T]


def once(read: Reads[T]) -> Reads[T]:
    """A pure function that keeps its answer with the document, as long as that lives.

    The answer is shared: it must not be an iterator, nor be changed by whoever gets it.
    """

    @wraps(read)
    def told(document: Document, reference: Reference) -> T:
        known = document.told.get(read)
        if known is None or known[0] is not reference:
            known = document.told[read] = (reference, read(document, reference))
        return cast(T, known[1])

    return told
