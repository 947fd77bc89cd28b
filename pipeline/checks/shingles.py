"""Long paragraphs as sets of hashed word sequences, many at a time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
import numpy.typing as npt

from pipeline import text as unicode_text

Hashes = npt.NDArray[np.uint64]

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^”\n]{30,}”|\"[^\"\n]{30,}\"")
_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_PROSE = 7
"""Prose has so many words to a figure."""
_BASE = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text: its place, and its words without figures and quotations."""

    start: int
    end: int
    words: tuple[str, ...]


def paragraphs(text: str, least: int) -> Iterator[Paragraph]:
    """The paragraphs of at least so many words; rows of tables and strings of figures are none."""
    at = 0
    for line in text.split("\n"):
        if len(line) > 3 * least and "\t" not in line:
            key = unicode_text.key(line)
            words = _WORD.findall(_QUOTED.sub(" ", key) if '"' in key else key)
            if len(words) >= max(least, _PROSE * len(_FIGURE.findall(key))):
                yield Paragraph(at, at + len(line), tuple(words))
        at += len(line) + 1


class Vocabulary:
    """Words as numbers that are the same on every run."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def numbers(self, words: Iterable[str]) -> list[int]:
        known = self._known
        return [known[w] if w in known else self._new(w) for w in words]

    def _new(self, word: str) -> int:
        number = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
        self._known[word] = number
        return number


def hashes(
    batch: Sequence[Sequence[str]], vocabulary: Vocabulary, length: int
) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """The hashed sequences of so many words, and the index of the paragraph of each."""
    lengths = np.array([len(words) for words in batch], dtype=np.int64)
    flat = np.array([n for w in batch for n in vocabulary.numbers(w)], dtype=np.uint64)
    owner = np.repeat(np.arange(len(batch), dtype=np.int64), lengths)
    count = max(len(flat) - length + 1, 0)
    mixed = np.zeros(count, dtype=np.uint64)
    for i in range(length):
        mixed = mixed * _BASE + flat[i : i + count]
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(32)
    inside = owner[:count] == owner[length - 1 : length - 1 + count]
    return mixed[inside], owner[:count][inside]
