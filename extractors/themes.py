"""The themes of a finding: one to three codes, the main one first."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from pipeline.model import Span
from pipeline.records import Theme
from pipeline.reference import Hit, Reference

_WEIGHTS = {
    "mass_mobilization": 0.6,
    "professional": 0.6,
    "leadership_method": 0.65,
    "unity": 0.7,
    "organization": 0.8,
    "resources": 0.8,
    "self_criticism": 0.8,
    "admin_reform": 0.8,
    "exemplary": 0.9,
    "discipline": 0.9,
    "party_member": 1.2,
    "ideology": 1.3,
    "inspection": 1.3,
}
"""Themes whose words stand beside others more often than usual weigh less, and the reverse."""
_KEPT = 3
_SHARE = 0.25
"""A further theme is kept from this share of the main one's weight on."""
_LEAD = 90
"""Characters within which a word stands at the head of a statement."""
_FIRST, _LIGHT = 1.3, 0.4
"""What the first word weighs more, and a light one less."""
_ABOUT = 3.0
"""What words of the theme of the whole document weigh more."""
_PREVAILS, _AHEAD = 0.3, 1.3
"""The share of all weight, and of the next theme's, by which one prevails in a document."""
_EVERYWHERE = {"professional": 0.2, "leadership_method": 0.2}
"""What more of all weight it takes of themes that every document speaks of."""
_PARTY = "đảng"
_GOES_ON = re.compile(_PARTY + r" (?:viên|ủy|bộ|phí)(?!\w)")
"""A form that ends with "đảng" cuts no word: who is put "vào Đảng ủy" is no new member."""
_ENOUGH = 8
"""The least weight of a theme that prevails: a few words make no subject."""


def themes(
    key: str,
    span: Span,
    reference: Reference,
    contexts: Iterable[Span] = (),
    topics: Iterable[Span] = (),
    about: Theme | None = None,
) -> tuple[Theme, ...]:
    """The themes of `key[span]`; `contexts` (nearest first) lend theirs only where it is silent.

    `topics` (headings and titles above, nearest first) lend one more theme, the last, where there
    is room: what an article on inspection finds wanting is inspection. So does what the whole
    document is `about`, of which words also weigh more.

    >>> from pipeline import reference
    >>> text = "công tác quy hoạch cán bộ chưa sát"
    >>> themes(text, Span(0, len(text)), reference.load())
    ('cadre',)
    >>> themes(text, Span(0, len(text)), reference.load(), about="inspection")
    ('cadre', 'inspection')
    """
    around = list(dict.fromkeys((span, *contexts)))
    strong = _own(key, span, reference, about) or _nearest(key, around[1:], reference, _scores)
    if len(strong) < _KEPT:
        strong += _lent(key, strong, reference, topics)
    if about and about not in strong and len(strong) < _KEPT:
        strong.append(about)
    strong = strong or _nearest(key, around, reference, _last)
    return cast(tuple[Theme, ...], tuple(strong) or ("other",))


def _own(key: str, span: Span, reference: Reference, about: Theme | None) -> list[str]:
    """The themes that the words of the span tell, strongest first."""
    found = _scores(key, span, reference)
    least = _SHARE * max(found.values(), default=0.0)
    if about in found:
        found[about] *= _ABOUT
    return [code for code in _ranked(found)[:_KEPT] if found[code] >= least]


def _nearest(
    key: str,
    spans: Iterable[Span],
    reference: Reference,
    within: Callable[[str, Span, Reference], dict[str, float]],
) -> list[str]:
    """The main theme of the first of the spans that tells any; empty where none does."""
    told = (within(key, span, reference) for span in spans)
    return next((_ranked(scores)[:1] for scores in told if scores), [])


def _ranked(scores: dict[str, float]) -> list[str]:
    return sorted(scores, key=lambda code: (-scores[code], code))


def prevailing(key: str, reference: Reference) -> Theme | None:
    """The one theme that all of a document is about, or None where it treats of several.

    >>> from pipeline import reference
    >>> prevailing("kết nạp đảng viên chậm, thiếu nguồn kết nạp. " * 5, reference.load())
    'party_member'
    >>> prevailing("kết nạp đảng viên chậm", reference.load())
    """
    weights = _sharp(key, Span(0, len(key)), reference)
    best = _ranked(weights)[:2]
    if not best:
        return None
    least = (_PREVAILS + _EVERYWHERE.get(best[0], 0.0)) * sum(weights.values())
    if weights[best[0]] < max(_ENOUGH, least):
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
    return next(iter(_ranked(weights)), None)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a theme: whether it is a light one, and whether it stands in a body's name."""

    hit: Hit
    weight: float
    light: bool
    named: bool

    @property
    def sharp(self) -> bool:
        """Whether it tells the theme by itself."""
        return not (self.light or self.named)


def _words(key: str, span: Span, reference: Reference) -> Iterator[_Word]:
    """The words of themes in the span; a light one inside a longer form is none."""
    usual = _found("theme", key, span, reference)
    light = _outside(_found("light", key, span, reference), usual)
    bodies = _found("body", key, span, reference)
    for hits, factor in ((usual, 1.0), (light, _LIGHT)):
        told = {hit.span.start for hit in _outside(hits, bodies)}
        for hit in hits:
            weight = _length(key, hit) * factor
            yield _Word(hit, weight, light=factor != 1.0, named=hit.span.start not in told)


def _found(group: str, key: str, span: Span, reference: Reference) -> list[Hit]:
    """The forms of a group in the span that cut no word in two, in order."""
    hits = reference.lexicon(f"themes.{group}").find(key, span.start, span.end)
    return [hit for hit in hits if not _GOES_ON.match(key, hit.span.end - len(_PARTY))]


def _outside(hits: Iterable[Hit], others: Sequence[Hit]) -> list[Hit]:
    """The hits that overlap none of the others; both stand in order, so each is passed once."""
    outside: list[Hit] = []
    at = 0
    for hit in hits:
        while at < len(others) and others[at].span.end <= hit.span.start:
            at += 1
        if at == len(others) or others[at].span.start >= hit.span.end:
            outside.append(hit)
    return outside


def _sharp(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme by its usual words alone, wherever they stand."""
    weights: dict[str, float] = {}
    bodies = _found("body", key, span, reference)
    for hit in _outside(_found("theme", key, span, reference), bodies):
        weights[hit.code] = weights.get(hit.code, 0.0) + _length(key, hit)
    return weights


def _scores(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Weight of each theme in the span: longer forms and earlier ones weigh more.

    Words inside the name of a body that acts count only where nothing else tells.
    """
    spoken: dict[str, float] = {}
    named: dict[str, float] = {}
    words = list(_words(key, span, reference))
    first = min((w.hit.span.start for w in words if w.sharp), default=-1)
    for word in words:
        at, code = word.hit.span.start, word.hit.code
        weight = _WEIGHTS.get(code, 1.0) * word.weight * _place(at - span.start)
        scores = named if word.named else spoken
        scores[code] = scores.get(code, 0.0) + weight * (_FIRST if at == first else 1.0)
    return spoken or named


def _last(key: str, span: Span, reference: Reference) -> dict[str, float]:
    """Number of words of the last resort for each theme."""
    hits = reference.lexicon("themes.last").find(key, span.start, span.end)
    return dict(Counter(hit.code for hit in hits))


def _length(key: str, hit: Hit) -> float:
    """What a form weighs by its words."""
    return 0.5 + 0.5 * min(key.count(" ", hit.span.start, hit.span.end) + 1, 5)


def _place(offset: int) -> float:
    """What a word weighs by how far from the head of the statement it stands."""
    return 2.0 if offset <= _LEAD else 1.0 if offset <= 4 * _LEAD else 0.4
