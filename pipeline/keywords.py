"""Statements -> the words that tell what they are about."""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from pipeline import text as unicode_text
from pipeline.model import Document, Span
from pipeline.records import Cause, Extraction, Remedy, Shortcoming
from pipeline.reference import Reference
from pipeline.rows import Row, Rows, record_ids

_STATEMENTS = (Shortcoming, Cause, Remedy)
_SYLLABLE = r"(?![bcdđghklmnpqrstvx]+(?: |$))[^\W\d_]+"  # "l" is none, but a cut "lý"
_WORD = re.compile(rf"{_SYLLABLE}(?: {_SYLLABLE})+")
"""Two syllables or more: single ones are mostly grammar ("có", "về") or parts of a cut word."""

_SIGNS = re.compile(r"(?:[^\w\s]|[\d_])+")


# Done in the worker, beside extraction: 233,000 characters a second, and statements are a third of
# the text, so 8 % of the time that reading takes. In the main process the workers would wait for
# it, and a text that it chokes on would cost the run, not the document. Loading it takes a worker
# half a second once, and only where there is a statement.
def rows(extraction: Extraction, reference: Reference) -> Rows:
    """The rows of `keywords`: each statement's words, in the order in which they first stand."""
    document = extraction.document
    found: list[Row] = [
        (record_id, document.id, word, unicode_text.fold(word), occurrences)
        for record, record_id in zip(extraction.records, record_ids(extraction), strict=True)
        if isinstance(record, _STATEMENTS)
        for word, occurrences in keywords(document, record.span, reference).items()
    ]
    return {"keywords": found} if found else {}


def keywords(document: Document, span: Span, reference: Reference) -> Mapping[str, int]:
    """The telling words of the span, lower case, and how often each stands there.

    Left out: single syllables, figures, boilerplate (`keywords.stop`), and names, which bear a
    capital inside ("Gò Đình"): keywords are never about persons.

    >>> from pipeline import reference
    >>> from pipeline.model import Document
    >>> text = "Một số chi bộ ở Gò Đình chưa lập hồ sơ mua sắm; hồ sơ cũ thất lạc."
    >>> document = Document("0", "a.txt", "txt", text)
    >>> keywords(document, Span(0, len(text)), reference.load())
    Counter({'hồ sơ': 2, 'mua sắm': 1, 'thất lạc': 1})
    """
    stop = reference.lexicon("keywords.stop").codes
    text = document.text[span.start : span.end]
    return Counter(
        word
        for word, start in _words(document.key[span.start : span.end])
        if word not in stop and not _named(text[start : start + len(word)])
    )


def _words(key: str) -> Iterator[tuple[str, int]]:
    """The words of two or more syllables in a key, and where each begins."""
    # It knows the old tone marks only ("đảng uỷ": 79 of 81 kept whole, "đảng ủy": 17), would
    # rewrite words if it were let, and takes minutes for "1.1.1.1…": it gets letters and commas.
    plain = _SIGNS.sub(" , ", unicode_text.old_tones(key))
    at = 0
    for token in _segmenter()(plain, use_token_normalize=False):
        word = unicode_text.key(token)
        start = key.find(word, at)
        if start < 0:  # it joined syllables over more than one space: no word of the text
            continue
        at = start + len(word)
        if _WORD.fullmatch(word):
            yield word, start


@cache
def _segmenter() -> Callable[..., list[str]]:
    """underthesea's word segmentation, loaded when the first statement comes."""
    # It loads numpy, which takes 40 MB of address space a processor for threads that nothing here
    # uses; on a large machine that alone would pass the limit of a worker.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from underthesea import word_tokenize

    segment: Callable[..., list[str]] = word_tokenize
    return segment


def _named(words: str) -> bool:
    """Whether a syllable after the first bears a capital, as in a name or a title in capitals."""
    return any(syllable[0].isupper() for syllable in words.split()[1:])
