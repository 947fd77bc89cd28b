"""A shortcoming's words: what of them can tell two shortcomings alike."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pipeline.recurrence.matters import Matters, Parts, matters, syllables
from pipeline.reference import Lexicon, Reference
from pipeline.text import key

_CLAUSE = re.compile(r"""[,;:.()\[\]"/]| - """)
_WORD = re.compile(r"[^\W\d_]+")


def wording(words: str) -> str:
    """One id for sentences of the same words, whatever their signs and numbers.

    >>> wording("Kết nạp đạt 60%.") == wording("kết nạp đạt 75 %")
    True
    """
    told = " ".join(s for s in syllables(words) if not s.isdecimal())
    return hashlib.sha256(told.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence tells: its terms with how often, and its matters with their words."""

    terms: Counter[str]
    matters: dict[str, Parts]

    @property
    def silent(self) -> bool:
        """Whether it says too little to be like another: "Một số mặt còn hạn chế"."""
        return not self.matters and sum(" " not in t for t in self.terms) < 2


@dataclass(frozen=True)
class Reader:
    """Reads sentences into terms: syllables one and two at a time, habitual words left out."""

    stop: Lexicon
    habitual: frozenset[str]
    matters: Matters

    @classmethod
    def of(cls, words: Reference) -> "Reader":
        """The reader that the reference data make."""
        told = words.data["matters"]
        return cls(words.lexicon("keywords.stop"), frozenset(told["habitual"]), matters(told))

    def read(self, words: str) -> Told:
        """The terms and matters of a sentence."""
        return Told(Counter(self._terms(words)), self.matters.told(words))

    def _terms(self, words: str) -> Iterator[str]:
        for clause in _CLAUSE.split(self._bare(key(words))):
            found = _WORD.findall(clause)
            yield from (s for s in found if s not in self.habitual)
            for pair in pairwise(found):
                if not self.habitual.issuperset(pair):
                    yield " ".join(pair)

    def _bare(self, text: str) -> str:
        """The text with the habitual words of two syllables or more cut out."""
        out, at = [], 0
        for hit in self.stop.find(text):
            out.append(text[at : hit.span.start])
            at = hit.span.end
        return ";".join((*out, text[at:]))

    @cached_property
    def digest(self) -> bytes:
        """What tells whether the matters or the habitual words are others than they were."""
        forms = [(c, sorted(map(sorted, f))) for c, f in sorted(self.matters.forms.items())]
        unless = [(c, sorted(u)) for c, u in sorted(self.matters.unless.items())]
        stop = sorted(self.stop.codes)
        told = forms, unless, sorted(self.matters.broad), sorted(self.habitual), stop
        return hashlib.sha256(repr(told).encode()).digest()

    @cached_property
    def codes(self) -> dict[str, int]:
        """The matters, each with its place."""
        return {code: i for i, code in enumerate(sorted(self.matters.forms))}
