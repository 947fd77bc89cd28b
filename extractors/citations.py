"""Citation records: the party and state documents that a text refers to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors import dates, header
from extractors.congresses import congresses, plenums
from extractors.issuers import issuer_before
from extractors.named_documents import named
from extractors.numbered import Mention, numbered
from pipeline.model import Document, Span
from pipeline.records import Citation
from pipeline.reference import Reference


def citations(document: Document, reference: Reference) -> Iterator[Citation]:
    """One record a mention; the items of a list share its span."""
    info = header.info(document, reference)
    by_number = [m for m in numbered(document, reference) if not _same(m.canonical_id, info.number)]
    others = [*plenums(document), *congresses(document, info.unit), *named(document, reference)]
    found = [*by_number, *_free(others, {m.span for m in by_number})]
    for mention in _with_bodies(document, reference, sorted(found, key=lambda m: m.span)):
        yield Citation(
            span=mention.span,
            rule=mention.rule,
            kind=mention.kind,
            canonical_id=mention.canonical_id,
            issuer=mention.issuer,
            issued_on=mention.issued_on,
        )


def _same(number: str | None, own: str | None) -> bool:
    """Whether a number is the document's own."""
    return bool(number and own) and "".join(str(own).split()).casefold() == str(number).casefold()


def _free(mentions: list[Mention], held: set[Span]) -> Iterator[Mention]:
    """The mentions that stand outside every number's span and do not open at the same place."""
    starts = {s.start for s in held}
    for mention in mentions:
        inside = any(s.holds(mention.span) for s in held)
        if mention.span.start not in starts and not inside:
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


def _with_bodies(
    document: Document, reference: Reference, mentions: list[Mention]
) -> Iterator[Mention]:
    """The mentions with the body that stands before them or is shared with the next of a list."""
    subject: tuple[str, str | None] | None = None
    at = 0
    for i, mention in enumerate(mentions):
        between = document.text[at : mention.span.start]
        if _BREAK.search(between):
            subject = None
        own = _subject(document, reference, mention.span.start)
        subject = own or subject
        if mention.rule in _WITHOUT_BODY:
            yield mention
            continue
        if mention.issuer is None and (own or _LISTED.search(between)) and subject:
            mention = replace(
                mention, issuer=subject[0], issued_on=mention.issued_on or (own[1] if own else None)
            )
        elif mention.issuer is None:
            mention = replace(mention, issuer=_shared(document, mentions[i:]))
        at = mention.span.end
        yield mention


def _shared(document: Document, mentions: list[Mention]) -> str | None:
    """The body of the first of the next adjacent mentions of the same kind that names one."""
    for this, following in pairwise(mentions):
        gap = document.key[this.span.end : following.span.start]
        if following.span != this.span and not _ADJACENT.fullmatch(gap):
            return None
        if following.kind != this.kind:
            return None
        if following.issuer:
            return following.issuer
    return None


def _subject(document: Document, reference: Reference, at: int) -> tuple[str, str | None] | None:
    """The body that issues what begins at `at` ("Bộ Chính trị ban hành …"), and on which day."""
    verbs = reference.lexicon("citations.issuing").find(document.key, max(0, at - 25), at)
    verb = next((h for h in verbs if not document.key[h.span.end : at].strip(" ")), None)
    if verb is None:
        return None
    body = issuer_before(document, reference, verb.span.start)
    if body is None:
        return None
    on = _ON.search(document.key[max(0, body.start - 40) : body.start])
    return document.quote(body), dates.iso(on["date"]) if on else None
