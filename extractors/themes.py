"""The themes of a finding: one to three codes, the main one first."""

from functools import reduce
from typing import cast

from pipeline.model import Span
from pipeline.records import Theme
from pipeline.reference import Reference

_BROAD = frozenset({"professional", "leadership_method", "resources", "mass_mobilization"})
_LEAD = 60
"""Characters within which a word stands at the head of a statement."""


def themes(key: str, span: Span, reference: Reference, context: str = "") -> tuple[Theme, ...]:
    """The themes of `key[span]`; `context` (a heading's key) decides only where it says nothing.

    >>> from pipeline import reference
    >>> text = "công tác quy hoạch cán bộ chưa sát"
    >>> themes(text, Span(0, len(text)), reference.load())
    ('cadre',)
    """
    found = _scores(key, span, reference)
    if not found and context:
        found = _scores(context, Span(0, len(context)), reference)
        found = dict(sorted(found.items(), key=lambda x: -x[1])[:1])
    best = sorted(found, key=lambda code: (-found[code], code))
    top = found[best[0]] if best else 0.0
    kept = [code for code in best[:3] if found[code] >= 0.3 * top]
    return cast(tuple[Theme, ...], tuple(kept) or ("other",))


def _scores(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme in the span: longer forms and earlier ones weigh more."""

    def add(scores: dict[str, float], hit: tuple[str, float]) -> dict[str, float]:
        scores[hit[0]] = scores.get(hit[0], 0.0) + hit[1]
        return scores

    hits = (
        (hit.code, _weight(hit.code, hit.span, span, key))
        for hit in reference.lexicon("themes.theme").find(key, span.start, span.end)
    )
    return reduce(add, hits, {})


def _weight(code: str, hit: Span, span: Span, key: str) -> float:
    words = key.count(" ", hit.start, hit.end) + 1
    weight = 0.5 + 0.5 * min(words, 5)
    if code in _BROAD:
        weight *= 0.8
    offset = hit.start - span.start
    return weight * (2.0 if offset <= _LEAD else 1.0 if offset <= 4 * _LEAD else 0.4)
