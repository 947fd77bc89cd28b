"""Which syllables and pairs of syllables the field uses, and how often: what chooses a repair."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import Any

from pipeline import text as unicode_text
from pipeline.spelling import is_syllable

NUMBER = "№"
"""Stands for any number beside a word."""
_WEIGHTS = {"often": 100.0, "usual": 10.0, "seldom": 3.0}
_IN_FORMS = 1.0
_PAIRED = 0.6
"""The share of a syllable's likelihood that the one before it decides."""
_UNSEEN = 0.3
"""The weight of a syllable that the spelling allows and the vocabulary does not have."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Weights of syllables and pairs in key form; `known` are words that are no damage.

    `near` leads from a syllable with one letter left open (`đ_ng`) to those that fit it.
    """

    ones: Mapping[str, float]
    twos: Mapping[tuple[str, str], float]
    known: frozenset[str]
    near: Mapping[str, tuple[str, ...]]
    total: float

    def cost(self, before: str | None, word: str) -> float:
        """How unlikely a syllable is after another: a negative logarithm."""
        alone = (1 - _PAIRED) * self.ones.get(word, _UNSEEN) / self.total
        pair = self.twos.get((before, word), 0.0) if before is not None else 0.0
        return -log(alone + _PAIRED * pair / self.ones[before] if pair and before else alone)

    def paired(self, before: str | None, word: str, after: str | None) -> bool:
        """Whether a syllable is known beside one of its neighbours."""
        return (before, word) in self.twos or (word, after) in self.twos

    def neighbours(self, word: str) -> list[str]:
        """The syllables of the field that differ from the word in one letter, always in one order.

        The order decides between equals where a search is cut short.
        """
        forms = (self.near.get(form, ()) for form in _opened(word))
        return sorted({w for ws in forms for w in ws} - {word})


def vocabulary(raw: Mapping[str, Any], phrases: Iterable[str]) -> Vocabulary:
    """The vocabulary of data/reference/syllables.yaml and of the field's own phrases."""
    twos: dict[tuple[str, str], float] = {}
    for band, firsts in (raw.get("pairs") or {}).items():
        for first, seconds in firsts.items():
            twos |= {(str(first), second): _WEIGHTS[band] for second in seconds.split()}
    ones: dict[str, float] = {}
    for phrase in phrases:
        words = [w for w in unicode_text.key(phrase).split() if is_syllable(w)]
        ones |= {w: ones.get(w, 0.0) + 1.0 for w in words}
        for pair in pairwise(words):
            twos[pair] = twos.get(pair, 0.0) or _IN_FORMS
    for pair, weight in twos.items():
        for word in pair:
            ones[word] = ones.get(word, 0.0) + weight
    known = frozenset(" ".join(raw.get("known") or ()).split())
    return Vocabulary(ones, twos, known, _near(ones), sum(ones.values()) or 1.0)


def _near(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The syllables by their forms with one letter open; tone marks placed either way."""
    out: dict[str, list[str]] = {}
    for word in filter(is_syllable, words):
        for form in {word, unicode_text.old_tones(word)}:
            for opened in _opened(form):
                out.setdefault(opened, []).append(form)
    return {opened: tuple(found) for opened, found in out.items()}


def _opened(word: str) -> Iterator[str]:
    return (f"{word[:i]}_{word[i + 1 :]}" for i in range(len(word)))
