"""Text -> the words it is found by: one spelling of each, abbreviations written out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.reference import Reference
from pipeline.text import fold, key

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is looked up, and where it stands; those of an abbreviation share its place."""

    spelling: str
    start: int
    end: int


@dataclass(frozen=True)
class Abbreviations:
    """Short forms -> the words they stand for, all as matching keys."""

    full: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, reference: Reference) -> "Abbreviations":
        """Those of data/reference/abbreviations.yaml."""
        told = reference.data.get("abbreviations") or {}
        full = {key(short): tuple(key(e["full"]).split()) for short, e in told.items()}
        return cls(full)

    @cached_property
    def folded(self) -> "Abbreviations":
        """The same without diacritics, for what is typed without them."""
        return Abbreviations({fold(s): tuple(map(fold, f)) for s, f in self.full.items()})

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """A short form with nothing of a word around it, or a word."""
        longest = sorted(self.full, key=lambda s: (-len(s), s))
        short = "|".join(map(re.escape, longest)) or "(?!)"
        return re.compile(rf"(?P<short>(?<!\w)(?:{short})(?!\w))|{_WORD.pattern}")


def words(text: str, abbreviations: Abbreviations) -> Iterator[Word]:
    """The words of a text in order.

    >>> short = Abbreviations({"bch": ("ban", "chấp", "hành"), "đ/c": ("đồng", "chí")})
    >>> [w.spelling for w in words("BCH có 15 đ/c; hoà", short)]
    ['ban', 'chấp', 'hành', 'có', '15', 'đồng', 'chí', 'hòa']
    """
    for m in abbreviations.pattern.finditer(key(text)):
        spelled = abbreviations.full[m[0]] if m["short"] else (m[0],)
        for spelling in spelled:
            yield Word(spelling, *m.span())


@dataclass(frozen=True, slots=True)
class Query:
    """The words looked for; `accented`: as they are spelled, else whatever their diacritics."""

    words: tuple[str, ...]
    accented: bool


MOST_WORDS = 12
"""Words of a query that are looked for; what is typed beyond them is left out."""


def query(typed: str, abbreviations: Abbreviations) -> Query:
    """What is asked for by what a person typed.

    >>> short = Abbreviations({"bch": ("ban", "chấp", "hành"), "đ/c": ("đồng", "chí")})
    >>> query("dang UY", short), query("d/c", short).words
    (Query(words=('dang', 'uy'), accented=False), ('dong', 'chi'))
    >>> query("BCH Đảng uỷ", short)
    Query(words=('ban', 'chấp', 'hành', 'đảng', 'ủy'), accented=True)
    """
    accented = fold(typed) != " ".join(typed.lower().split())
    known = abbreviations if accented else abbreviations.folded
    found = [w.spelling for w in words(typed, known)]
    return Query(tuple(found[:MOST_WORDS]), accented)


def matches(text: str, wanted: Query, abbreviations: Abbreviations) -> list[tuple[int, int]]:
    """Where words of a query stand in a text: starts and ends, in order, each place once."""
    looked = set(wanted.words)
    places = (
        (w.start, w.end)
        for w in words(text, abbreviations)
        if (w.spelling if wanted.accented else fold(w.spelling)) in looked
    )
    return list(dict.fromkeys(places))
