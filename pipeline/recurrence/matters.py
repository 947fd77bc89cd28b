"""What a shortcoming is about, by the words of data/reference/matters.yaml."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from pipeline.text import key

_SYLLABLE = re.compile(r"[^\W_]+")
_SET = re.compile(r"<(\w+)>")

Parts = frozenset[str]
"""The words that a form wants, all of them, anywhere in the sentence."""


def syllables(words: str) -> list[str]:
    """The syllables of a text in key form, numbers among them, signs left out.

    >>> syllables("Đào tạo, bồi dưỡng (05 lớp)")
    ['đào', 'tạo', 'bồi', 'dưỡng', '05', 'lớp']
    """
    return _SYLLABLE.findall(key(words))


@dataclass(frozen=True)
class Matters:
    """The matters and how each is told; `broad` ones hold many different shortcomings."""

    forms: Mapping[str, tuple[Parts, ...]]
    unless: Mapping[str, Parts]
    broad: frozenset[str] = frozenset()
    _sizes: Mapping[str, tuple[int, ...]] = field(init=False)
    """First syllable of a part -> how many syllables such parts have."""
    _by_part: Mapping[str, tuple[tuple[Parts, str], ...]] = field(init=False)
    _parts: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        by_part: dict[str, list[tuple[Parts, str]]] = defaultdict(list)
        for code, forms in self.forms.items():
            for form in forms:
                by_part[min(form)].append((form, code))
        parts = {p for forms in self.forms.values() for form in forms for p in form}
        parts.update(p for found in self.unless.values() for p in found)
        sizes: dict[str, set[int]] = defaultdict(set)
        for part in parts:
            sizes[part.split()[0]].add(part.count(" ") + 1)
        object.__setattr__(self, "_sizes", {s: tuple(sorted(n)) for s, n in sizes.items()})
        object.__setattr__(self, "_by_part", {p: tuple(f) for p, f in by_part.items()})
        object.__setattr__(self, "_parts", frozenset(parts))

    def told(self, words: str) -> dict[str, Parts]:
        """The matters that a sentence speaks of, the first told first, with the words of each.

        >>> known = Matters({"hours": (frozenset({"giờ giấc"}),)}, {"hours": frozenset({"dạy"})})
        >>> known.told("Chấp hành giờ giấc chưa nghiêm")
        {'hours': frozenset({'giờ giấc'})}
        >>> known.told("Giờ giấc dạy chưa đều")
        {}
        """
        at = self._here(syllables(words))
        found: dict[str, Parts] = {}
        first: dict[str, int] = {}
        for part in at:
            for form, code in self._by_part.get(part, ()):
                if form <= at.keys() and not self.unless[code] & at.keys():
                    found[code] = found.get(code, frozenset()) | form
                    whole = max(at[p] for p in form)
                    first[code] = min(first.get(code, whole), whole)
        return {code: found[code] for code in sorted(found, key=lambda c: (first[c], c))}

    def _here(self, told: Sequence[str]) -> dict[str, int]:
        """The parts that stand in a sentence, each with the place where it first does."""
        at: dict[str, int] = {}
        for start, first in enumerate(told):
            for size in self._sizes.get(first, ()):
                words = " ".join(told[start : start + size])
                if words in self._parts:
                    at.setdefault(words, start)
        return at


def matters(told: Mapping[str, Any]) -> Matters:
    """The matters as data/reference/matters.yaml has them."""
    sets = {name: tuple(words) for name, words in told["sets"].items()}
    forms, unless = {}, {}
    for code, entry in told["matters"].items():
        forms[code] = tuple(dict.fromkeys(p for f in entry["forms"] for p in _spelt(f, sets)))
        unless[code] = frozenset(" ".join(syllables(w)) for w in entry.get("unless", ()))
    broad = frozenset(code for code, entry in told["matters"].items() if entry.get("broad"))
    return Matters(forms, unless, broad)


def _spelt(form: str, sets: Mapping[str, Sequence[str]]) -> Iterator[Parts]:
    """A form with each `<set>` replaced by each of its words in turn."""
    names = _SET.findall(form)
    for chosen in product(*(sets[n] for n in names)):
        words = form
        for name, word in zip(names, chosen, strict=True):
            words = words.replace(f"<{name}>", word, 1)
        yield frozenset(" ".join(syllables(part)) for part in words.split(" + "))
