"""Patterns of many words that are searched only where one of their words can stand.

The first two words of every form say where it may begin. Which of many patterns a text may hold
is so found in one pass over its words; most hold none, and then no pattern is searched.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

_WORD = re.compile(r"\w+")
_KEPT = 1024
"""Texts of which is remembered what they may hold: a sentence is asked for each pattern."""


class WordGates:
    """Which of the named patterns of whole words a text may hold.

    >>> gates = WordGates({"weak": ("hạn chế", "yếu"), "praise": ("rất tốt",)})
    >>> sorted(gates.holdable("còn yếu, tốt rất ít")), sorted(gates.holdable("làm rất tốt"))
    (['weak'], ['praise'])
    """

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        self.names: dict[str | tuple[str, str], frozenset[str]] = {}
        for name, some in forms.items():
            for form in some:
                words = tuple(_WORD.findall(form)[:2])
                begin = (words[0], words[1]) if len(words) > 1 else words[0]
                self.names[begin] = self.names.get(begin, frozenset()) | {name}
        self.holdable = lru_cache(maxsize=_KEPT)(self._holdable)

    def _holdable(self, text: str) -> frozenset[str]:
        """The names of the patterns of which one form may begin in a text."""
        words = _WORD.findall(text)
        known = self.names.keys()
        begun = [*known & words, *known & pairwise(words)]
        return frozenset().union(*(self.names[begin] for begin in begun))


class GatedPattern:
    """A pattern of whole words behind its gate."""

    __slots__ = ("gates", "name", "pattern")

    def __init__(self, pattern: str, name: str, gates: WordGates) -> None:
        self.pattern, self.name, self.gates = re.compile(pattern), name, gates

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first of the words in a stretch of a text, or None."""
        if self.name not in self.gates.holdable(text):
            return None
        return self.pattern.search(text, start, len(text) if end is None else end)

    def match(self, text: str) -> re.Match[str] | None:
        """The words that a text begins with, or None."""
        return self.pattern.match(text) if self.name in self.gates.holdable(text) else None

    def finditer(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The words in a stretch of a text, one after another."""
        if self.name not in self.gates.holdable(text):
            return iter(())
        return self.pattern.finditer(text, start, end)

    def blanked(self, text: str) -> str:
        """The text with the words blanked."""
        if self.name not in self.gates.holdable(text):
            return text
        return self.pattern.sub(lambda m: "_" * len(m[0]), text)
