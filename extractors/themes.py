"""The themes of a finding: one to three codes, the main one first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from pipeline.model import Span
from pipeline.records import Theme
from pipeline.reference import Hit, Reference

_WEIGHTS = {
    "leadership_method": 0.65,
    "mass_mobilization": 0.7,
    "organization": 0.7,
    "self_criticism": 0.7,
    "professional": 0.8,
    "resources": 0.8,
    "party_member": 1.2,
    "inspection": 1.2,
}
"""Themes whose words stand beside others more often than usual weigh less, and the reverse."""
_KEPT = 3
_SHARE = 0.25
"""A further theme is kept from this share of the main one's weight on."""
_LEAD = 90
"""Characters within which a word stands at the head of a statement."""
_FIRST, _LIGHT, _LAST = 1.3, 0.4, 0.3
"""What the first word weighs more, a light one and one of the last resort less."""
_PREVAILS, _AHEAD = 0.35, 1.7
"""The share of all weight, and of the next theme's, by which one prevails in a document."""


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


def with_prevailing(found: tuple[Theme, ...], prevailing: Theme | None) -> tuple[Theme, ...]:
    """The themes, and last the one that prevails in the document, where there is room for it.

    >>> with_prevailing(("cadre",), "inspection")
    ('cadre', 'inspection')
    >>> with_prevailing(("other",), "inspection")
    ('inspection',)
    """
    if prevailing is None or prevailing in found or len(found) == _KEPT:
        return found
    return (prevailing,) if found == ("other",) else (*found, prevailing)


def prevailing(key: str, reference: Reference) -> Theme | None:
    """The one theme that all of a document is about, or None where it treats of several.

    >>> from pipeline import reference
    >>> prevailing("kết nạp đảng viên chậm, thiếu nguồn kết nạp", reference.load())
    'party_member'
    """
    weights = _sharp(key, Span(0, len(key)), reference)
    best = sorted(weights, key=lambda code: (-weights[code], code))[:2]
    if not best or weights[best[0]] < _PREVAILS * sum(weights.values()):
        return None
    ahead = len(best) == 1 or weights[best[0]] >= _AHEAD * weights[best[1]]
    return cast(Theme, best[0]) if ahead else None


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
    weights = _sharp(words, Span(0, len(words)), reference)
    return min(weights, key=lambda code: (-weights[code], code), default=None)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a theme: what it weighs by its kind, and whether it stands in a body's name."""

    hit: Hit
    factor: float
    named: bool


def _words(key: str, span: Span, reference: Reference) -> Iterator[_Word]:
    """The words of themes in the span; a light one inside a longer form is none."""

    def found(group: str) -> list[Hit]:
        return list(reference.lexicon(f"themes.{group}").find(key, span.start, span.end))

    bodies = [hit.span for hit in found("body")]
    usual = found("theme")
    taken = [hit.span for hit in usual]
    light = [h for h in found("light") if not any(h.span.overlaps(t) for t in taken)]
    for hits, factor in ((usual, 1.0), (light, _LIGHT), (found("last"), _LAST)):
        for hit in hits:
            yield _Word(hit, factor, any(body.overlaps(hit.span) for body in bodies))


def _sharp(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme by its usual words alone, wherever they stand."""
    weights: dict[str, float] = {}
    for word in _words(key, span, reference):
        if word.factor == 1.0 and not word.named:
            weights[word.hit.code] = weights.get(word.hit.code, 0.0) + _length(key, word.hit)
    return weights


def _scores(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme in the span: longer forms and earlier ones weigh more.

    Words inside the name of a body that acts count only where nothing else tells, and those of
    the last resort where not even such a name does.
    """
    spoken: dict[str, float] = {}
    named: dict[str, float] = {}
    last: dict[str, float] = {}
    words = list(_words(key, span, reference))
    first = min((w.hit.span.start for w in words if w.factor == 1.0 and not w.named), default=-1)
    for word in words:
        scores = named if word.named else last if word.factor == _LAST else spoken
        code, at = word.hit.code, word.hit.span.start
        weight = _WEIGHTS.get(code, 1.0) * _length(key, word.hit) * _place(at - span.start)
        weight *= word.factor * (_FIRST if at == first else 1.0)
        scores[code] = scores.get(code, 0.0) + weight
    return spoken or named or last


def _length(key: str, hit: Hit) -> float:
    """What a form weighs by its words."""
    return 0.5 + 0.5 * min(key.count(" ", hit.span.start, hit.span.end) + 1, 5)


def _place(offset: int) -> float:
    """What a word weighs by how far from the head of the statement it stands."""
    return 2.0 if offset <= _LEAD else 1.0 if offset <= 4 * _LEAD else 0.4
