"""The themes of a finding: one to three codes, the main one first."""

from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from pipeline.model import Span
from pipeline.records import Theme
from pipeline.reference import Reference

_BROAD = frozenset({"professional", "leadership_method", "resources", "mass_mobilization"})
_KEPT = 3
_SHARE = 0.25
"""A further theme is kept from this share of the main one's weight on."""
_LEAD = 90
"""Characters within which a word stands at the head of a statement."""


def themes(
    key: str,
    span: Span,
    reference: Reference,
    contexts: Iterable[Span] = (),
    topics: Iterable[Span] = (),
) -> tuple[Theme, ...]:
    """The themes of `key[span]`; `contexts` (nearest first) lend theirs only where it is silent.

    `topics` (headings and titles above, nearest first) lend one more theme, the last, where there
    is room: what an article on inspection finds wanting is inspection.

    >>> from pipeline import reference
    >>> text = "công tác quy hoạch cán bộ chưa sát"
    >>> themes(text, Span(0, len(text)), reference.load())
    ('cadre',)
    """
    found = _scores(key, span, reference)
    kept = _KEPT if found else 1
    if not found:
        lent = (_scores(key, context, reference) for context in contexts)
        found = next((scores for scores in lent if scores), {})
    best = sorted(found, key=lambda code: (-found[code], code))[:kept]
    strong = [code for code in best if found[code] >= _SHARE * found[best[0]]]
    if len(strong) < _KEPT:
        strong += _lent(key, strong, reference, topics)
    return cast(tuple[Theme, ...], tuple(strong) or ("other",))


def _lent(key: str, own: list[str], reference: Reference, topics: Iterable[Span]) -> list[str]:
    """The main theme of the nearest topic that has one, if it is not among the own ones yet."""
    for topic in topics:
        main = _main(key[topic.start : topic.end], reference)
        if main:
            return [] if main in own else [main]
    return []


@lru_cache(maxsize=256)
def _main(words: str, reference: Reference) -> str | None:
    """The main theme of words; remembered, for many statements stand under one heading."""
    scores = _scores(words, Span(0, len(words)), reference)
    return min(scores, key=lambda code: (-scores[code], code), default=None)


def _scores(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme in the span: longer forms and earlier ones weigh more.

    Words inside the name of a body that acts count only where nothing else tells.
    """
    spoken: dict[str, float] = {}
    named: dict[str, float] = {}
    bodies = [hit.span for hit in reference.lexicon("themes.body").find(key, span.start, span.end)]
    for hit in reference.lexicon("themes.theme").find(key, span.start, span.end):
        scores = named if any(body.overlaps(hit.span) for body in bodies) else spoken
        scores[hit.code] = scores.get(hit.code, 0.0) + _weight(hit.code, hit.span, span, key)
    return spoken or named


def _weight(code: str, hit: Span, span: Span, key: str) -> float:
    words = key.count(" ", hit.start, hit.end) + 1
    weight = 0.5 + 0.5 * min(words, 5)
    if code in _BROAD:
        weight *= 0.8
    offset = hit.start - span.start
    return weight * (2.0 if offset <= _LEAD else 1.0 if offset <= 4 * _LEAD else 0.4)
