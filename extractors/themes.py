"""The themes of a finding: one to three codes, the main one first."""

from collections.abc import Iterable
from typing import cast

from pipeline.model import Span
from pipeline.records import Theme
from pipeline.reference import Reference

_BROAD = frozenset({"professional", "leadership_method", "resources", "mass_mobilization"})
_KEPT = 3
_SHARE = 0.25
"""A further theme is kept from this share of the main one's weight on."""
_LEAD = 60
"""Characters within which a word stands at the head of a statement."""


def themes(
    key: str, span: Span, reference: Reference, contexts: Iterable[Span] = ()
) -> tuple[Theme, ...]:
    """The themes of `key[span]`; `contexts` (nearest first) lend theirs only where it is silent.

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
    strong = tuple(code for code in best if found[code] >= _SHARE * found[best[0]])
    return cast(tuple[Theme, ...], strong or ("other",))


def _scores(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme in the span: longer forms and earlier ones weigh more."""

    scores: dict[str, float] = {}
    for hit in reference.lexicon("themes.theme").find(key, span.start, span.end):
        scores[hit.code] = scores.get(hit.code, 0.0) + _weight(hit.code, hit.span, span, key)
    return scores


def _weight(code: str, hit: Span, span: Span, key: str) -> float:
    words = key.count(" ", hit.start, hit.end) + 1
    weight = 0.5 + 0.5 * min(words, 5)
    if code in _BROAD:
        weight *= 0.8
    offset = hit.start - span.start
    return weight * (2.0 if offset <= _LEAD else 1.0 if offset <= 4 * _LEAD else 0.4)
