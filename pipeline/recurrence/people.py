"""Groups as people have split and joined them."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.recurrence.frames import Connection, groups_of, insert, query
from pipeline.recurrence.language import Language
from pipeline.recurrence.wording import Reader, wording
from pipeline.reviews import Anchor, Review, beside, places

Groups = dict[str, str]
"""Wording -> its group."""


def heed(connection: Connection, language: Language, reader: Reader) -> Groups:
    """The groups of the wordings that people put elsewhere; what they said goes into a table."""
    reviews = beside(connection)
    said = reviews.listing() if reviews else ()
    if not said:
        return {}
    found = places(connection, [a for r in said for a in r.anchors])
    stand = groups_of(connection)
    moved: Groups = {}
    for review in said:
        if review.kind == "split":
            moved |= _split(connection, review, stand | moved, language, reader)
    joined = _joined([r for r in said if r.kind == "join"], stand | moved)
    ends = {w: joined[g] for w, g in (stand | moved).items() if g in joined}
    final = moved | ends
    insert(connection, "recurrence_reviews", list(_told(said, found, stand | final)))
    return final


def _split(
    connection: Connection, review: Review, stand: Groups, language: Language, reader: Reader
) -> Groups:
    """The wordings of a split, and those since then that are more like them than like the rest."""
    apart = {wording(a.quote): a.quote for a in review.anchors}
    own = hashlib.sha256("|".join(["split", *sorted(apart)]).encode()).hexdigest()[:16]
    old = {stand[w] for w in apart if w in stand}
    late = sorted(w for w, g in stand.items() if g in old and w not in {*apart, *review.kept})
    moved = dict.fromkeys(apart, own)
    if late and review.kept:
        sql = "SELECT wording, quote FROM recurrence_wordings WHERE list_contains(?, wording)"
        words: dict[str, str] = dict(query(connection, sql, [[*late, *review.kept]]))
        rest = [words[w] for w in review.kept if w in words]
        to_apart, to_rest = (
            _alike([words[w] for w in late], side, language, reader)
            for side in (list(apart.values()), rest)
        )
        moved |= {w: own for w, a, r in zip(late, to_apart, to_rest, strict=True) if a > r}
    return moved


def _alike(
    these: Sequence[str], those: Sequence[str], language: Language, reader: Reader
) -> list[float]:
    """How alike each of these sentences is to those, on average."""
    if not those:
        return [0.0] * len(these)
    a, b = (language.rows([reader.read(q) for q in side], reader) for side in (these, those))
    alike = (a.words @ b.words.T).toarray() + a.akin @ b.akin.T
    return [round(float(x), 5) for x in alike.mean(axis=1)]


def _joined(reviews: Sequence[Review], stand: Groups) -> Groups:
    """Group -> the group it was joined to, for the groups of all joins."""
    into: Groups = {}

    def end(group: str) -> str:
        while group in into:
            group = into[group]
        return group

    for review in reviews:
        groups = [end(stand[w]) for a in review.anchors if (w := wording(a.quote)) in stand]
        for other in groups[1:]:
            if end(other) != end(groups[0]):
                into[end(other)] = end(groups[0])
    return {group: end(group) for group in into}


def _told(
    said: Sequence[Review], found: Mapping[Anchor, str | None], stand: Groups
) -> Iterator[tuple[Any, ...]]:
    for review in said:
        for anchor in review.anchors:
            record = found[anchor]
            group = stand.get(wording(anchor.quote)) if record else None
            place = anchor.document_hash, anchor.start, anchor.end, anchor.quote
            yield (review.id, review.kind, group, review.note, review.author, review.made_at,
                   *place, record)  # fmt: skip
