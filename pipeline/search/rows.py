"""Extraction -> its sentences with the words that each is found by."""

from collections.abc import Iterator

from extractors.sentences import sentences
from pipeline.model import BlockKind, Document
from pipeline.records import Extraction
from pipeline.rows import Row, Rows
from pipeline.search.words import Abbreviations, words


def rows(extraction: Extraction, abbreviations: Abbreviations) -> Rows:
    """The rows of `sentences`; numbers of pages and running heads are none."""
    found = list(_sentences(extraction.document, abbreviations))
    return {"sentences": found} if found else {}


def _sentences(document: Document, abbreviations: Abbreviations) -> Iterator[Row]:
    number = 0
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        for span in sentences(document, block):
            spelled = [
                w.spelling for w in words(document.text[span.start : span.end], abbreviations)
            ]
            if spelled:
                page = document.page_at(span.start)
                yield document.id, number, span.start, span.end, page, spelled
                number += 1
