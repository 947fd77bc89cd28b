"""Citation records: the party and state documents that a text refers to."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise

from extractors import dates, header
from extractors.congresses import congresses, plenums
from extractors.issuers import issuer_before
from extractors.named_documents import named
from extractors.numbered import Mention, numbered
from extractors.own_names import own_names
from extractors.resolution import resolved
from extractors.symbols import OPENERS
from pipeline.directives import congress_term
from pipeline.model import Document, Span
from pipeline.records import Citation
from pipeline.reference import Reference
from pipeline.text import key


def citations(document: Document, reference: Reference) -> Iterator[Citation]:
    """One record a mention; the items of a list share its span."""
    info = header.info(document, reference)
    own = own_names(document, reference)
    by_number = [m for m in numbered(document, reference) if not _same(m, info.number)]
    ranked = [*plenums(document), *congresses(document, info.unit)]
    starts = {m.span.start for m in ranked}
    by_name = (m for m in named(document, reference) if m.span.start not in starts)
    others = [*ranked, *by_name]
    others = [m for m in others if not own.hold(m.span)]
    by_number, others = _laws_with_numbers(document, by_number, others)
    found = [*by_number, *_free(others, {m.span for m in by_number})]
    mentions = [
        Citation(
            span=mention.span,
            rule=mention.rule,
            kind=mention.kind,
            canonical_id=mention.canonical_id,
            issuer=mention.issuer,
            issued_on=mention.issued_on,
        )
        for mention in _with_bodies(document, reference, sorted(found, key=lambda m: m.span))
    ]
    yield from resolved(mentions, document, info, reference)


_NUMBER_BEHIND = re.compile(r"\s*,?\s*\(?\s*(?:luật\s+)?(?:số\s*:?\s*)?")


def _laws_with_numbers(
    document: Document, by_number: list[Mention], others: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """ "Luật Phòng, chống tham nhũng số 36/2018/QH14" is one mention, by its number."""
    laws = {m.span.start: m for m in by_number if m.kind == "law"}
    named = {}
    for mention in others:
        gap = _NUMBER_BEHIND.match(document.key, mention.span.end)
        if mention.rule == "named_law" and gap and gap.end() in laws:
            named[gap.end()] = mention
    by_number = [
        replace(m, span=Span(named[m.span.start].span.start, m.span.end))
        if m.span.start in named
        else m
        for m in by_number
    ]
    taken = {id(m) for m in named.values()}
    return by_number, [m for m in others if id(m) not in taken]


def _same(mention: Mention, own: str | None) -> bool:
    """Whether a mention is of the document's own number, in full or (same kind) by its figures."""
    if not mention.canonical_id or not own:
        return False
    bare = "".join(own.split()).casefold()
    figures, _, symbol = bare.replace("/", "-").partition("-")
    same_kind = OPENERS.get(symbol.split("-")[0]) == mention.kind
    return mention.canonical_id.casefold() == bare or (
        same_kind and mention.canonical_id == figures
    )


def _free(mentions: list[Mention], held: set[Span]) -> Iterator[Mention]:
    """The mentions that stand outside every number's span and do not open at the same place."""
    spans = sorted(held)
    starts = [s.start for s in spans]
    ends = list(accumulate((s.end for s in spans), max))
    for mention in mentions:
        i = bisect_right(starts, mention.span.start)
        opens_with = i and starts[i - 1] == mention.span.start
        if not i or not (opens_with or mention.span.end <= ends[i - 1]):
            yield mention


_BREAK = re.compile(r"[.!?]\s+[A-ZĐÀ-Ỹ]|\n|\.\.\.")
_ADJACENT = re.compile(r"\s*(?:,|và)\s*(?:các\s+)?")
_LISTED = re.compile(r";\s*(?:và\s+)?(?:\d+ lần\s+)?(?:ban hành\s+)?$")
_ON = re.compile(r"ngày\s+(?P<date>" + dates.FULL + r")\s*,\s*$")


_WITHOUT_BODY = {
    "plenum",
    "congress",
    "congress_without_ordinal",
    "congress_documents",
    "named_law",
}


_Body = tuple[str, str | None]
"""A body and the day on which it issued."""


def _with_bodies(
    document: Document, reference: Reference, mentions: list[Mention]
) -> Iterator[Mention]:
    """The mentions with the body that stands before them or is shared with the next of a list."""
    subject: _Body | None = None
    at = 0
    for i, mention in enumerate(mentions):
        between = document.text[at : mention.span.start]
        own = _subject(document, reference, mention.span.start, at)
        subject = own or (None if _BREAK.search(between) else subject)
        at = max(at, mention.span.end)
        if mention.issuer or mention.rule in _WITHOUT_BODY:
            yield mention
        elif subject and (own or _LISTED.search(between)):
            day = own[1] if own else None
            yield replace(mention, issuer=subject[0], issued_on=mention.issued_on or day)
        else:
            yield replace(mention, issuer=_shared(document, mentions[i : i + _LIST]))


_LIST = 8
"""Items of the longest list whose body stands behind the last."""


def _shared(document: Document, mentions: list[Mention]) -> str | None:
    """The body of the first of the next adjacent mentions of the same kind that names one."""
    for this, following in pairwise(mentions):
        gap = document.key[this.span.end : following.span.start]
        if following.span != this.span and not _ADJACENT.fullmatch(gap):
            return None
        if following.kind != this.kind or _level(following) != _level(mentions[0]):
            return None
        if following.issuer:
            return following.issuer if _in_its_term(mentions[0], following.issuer) else None
    return None


_TERM = re.compile(r"khóa\s+(?P<term>[ivx]+)")


def _in_its_term(mention: Mention, issuer: str) -> bool:
    """Whether a body "khóa XI" can have issued what the mention dates."""
    term = _TERM.search(key(issuer))
    return not (term and mention.issued_on) or (
        congress_term(mention.issued_on) == term["term"].upper()
    )


def _level(mention: Mention) -> str:
    """The letters behind a number's slash, which say whose numbers they are: TW, TU, ĐU."""
    return (mention.canonical_id or "").rpartition("/")[2].casefold()


def _subject(document: Document, reference: Reference, at: int, taken: int) -> _Body | None:
    """The body that issues what begins at `at` ("Bộ Chính trị ban hành …"), and on which day.

    The mention before ends at `taken`: a day within it is its own.
    """
    verbs = reference.lexicon("citations.issuing").find(document.key, max(0, at - 25), at)
    verb = next((h for h in verbs if not document.key[h.span.end : at].strip(" ")), None)
    if verb is None:
        return None
    body = issuer_before(document, reference, verb.span.start)
    if body is None:
        return None
    on = _ON.search(document.key, max(taken, body.start - 40), body.start)
    return document.quote(body), dates.iso(on["date"]) if on else None
