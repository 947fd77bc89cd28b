"""The body that issues a document, as a mention names it."""

import re

from pipeline.model import Document, Span
from pipeline.reference import Reference

_WORD = re.compile(r"\s*(?P<word>tp\.|t\.ư|[^\W\d_]+(?:'[^\W\d_]+|\d{0,2}))")
_TERM = re.compile(
    r"\s*,?\s*(?:(?P<open>\()\s*)?(?:các\s+)?khóa\s+(?:[ivx]{1,5}|\d{1,2})(?!\w)(?(open)\s*\))"
)
_PLENUM = re.compile(
    r"hội nghị\s+(?:lần\s+)?(?:thứ\s+\w+\s*,?\s*)?(?:của\s+)?"
    r"(?:ban chấp hành\s+|bch\s+)?(?:trung ương|tw)(?:\s+đảng)?"
    r"(?:\s+(?:lần\s+thứ\s+)?(?:\d+|\w+(?=\s+khóa)))?(?!\w)"
)
_AND = re.compile(r"\s*(?:và|,)\s+")
_SPACE = re.compile(r"\s*")
_LIMIT = 16
"""Words in the longest name of a body."""


def issuer_at(document: Document, reference: Reference, at: int) -> Span | None:
    """The span of the body whose name begins at `at` (after "của "), or None where none does.

    The name runs on while its words are capitalised or belong to names of bodies; a top body
    takes only its term ("Bộ Chính trị khóa XIII") and a second top body.
    """
    heads = reference.lexicon("citations.issuers")
    if plenum := _PLENUM.match(document.key, at):
        return Span(at, _term(document, plenum.end()))
    head = heads.at(document.key, at)
    if head is None:
        return None
    if head.code != "top":
        return Span(at, _name_end(document, reference, head.span.end))
    end = _term(document, head.span.end)
    more = _AND.match(document.key, end)
    second = heads.at(document.key, more.end()) if more else None
    return Span(at, _term(document, second.span.end) if second and second.code == "top" else end)


def _name_end(document: Document, reference: Reference, end: int) -> int:
    for _ in range(_LIMIT):
        longer = _term(document, end)
        if longer > end:
            return longer
        longer = _longer(document, reference, end)
        if longer == end:
            return end
        end = longer
    return end


def _longer(document: Document, reference: Reference, end: int) -> int:
    """The end of the name with its next word, the same `end` where it has none."""
    at = _SPACE.match(document.key, end).end()  # type: ignore[union-attr]
    if joint := reference.lexicon("citations.name_joints").at(document.key, at):
        return joint.span.end
    m = _WORD.match(document.key, end)
    if not m or reference.lexicon("citations.name_stops").at(document.key, at):
        return end
    part = reference.lexicon("citations.name_words").at(document.key, at)
    trade = reference.lexicon("document.name_word").at(document.key, at)
    if trade and document.text[at].isupper() and " " in document.key[at : trade.span.end]:
        return max(trade.span.end, part.span.end if part else 0)
    if part:
        return part.span.end
    return m.end() if document.text[m.start("word")].isupper() else end


def _term(document: Document, end: int) -> int:
    m = _TERM.match(document.key, end)
    return m.end() if m else end


def issuer_before(
    document: Document, reference: Reference, at: int, *, within: int = 130, loose: bool = False
) -> Span | None:
    """The longest name of a body that ends at `at`, bar "đã", "vừa", "cũng" and "3 lần".

    `loose` lets a place stand between: "Quận ủy Hải Châu, TP. Đà Nẵng".
    """
    heads = reference.lexicon("citations.issuers")
    for hit in heads.find(document.key, max(0, at - within), at):
        body = issuer_at(document, reference, hit.span.start)
        between = _PLACE if loose else _ADVERBS
        if body and between.fullmatch(document.key, body.end, max(at, body.end)):
            return body
    return None


_ADVERBS = re.compile(r"\s*(?:(?:đã|vừa|cũng|mới|đều|tiếp tục|kịp thời|\d+ lần)\s+)*")
_PLACE = re.compile(r"(?:,\s*(?:tp\.?|tỉnh|thành phố)\s+[\w\s]{2,20})?")
