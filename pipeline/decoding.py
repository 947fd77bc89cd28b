"""Damaged letters -> the likeliest syllables: spaces put in or taken out, one letter changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from pipeline import text as unicode_text
from pipeline.spelling import is_syllable
from pipeline.vocabulary import Vocabulary

_LONGEST = 7  # nghiêng
_USUAL = 5
"""Letters to which the cost of a word that is none is meant; a longer one costs more."""
_BEAM = 12
_MISSING = 2.5
_SPURIOUS = 2.0
_MARK = 4.0
_LETTER = 7.0
_SPACE = 9.0
_DOUBT = 2.0
_UNREADABLE = 19.0
"""Costs, as negative logarithms: a space lost or put in, a mark or letter wrong, a letter for a
space, a word spelt right, a word that is none."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of neighbouring words run together; `cuts` are where spaces stood between them.

    `before` and `after` are the words around, None at the end of a sentence part. In `open` words
    (by their starts) one letter may be wrong.
    """

    letters: str
    cuts: tuple[int, ...]
    open: frozenset[int]
    before: str | None = None
    after: str | None = None
    doubted: bool = False
    """Whether the words are spelt right, so that a change must win more."""


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a reading: the letters `start:end` of the stretch read as `word`, or as a space."""

    start: int
    end: int
    word: str


@dataclass(frozen=True, slots=True)
class _Path:
    cost: float
    parts: tuple[Part, ...]
    last: str | None


def decode(stretch: Stretch, vocabulary: Vocabulary, margin: float) -> tuple[Part, ...] | None:
    """The one clear best reading, better than the next by `margin`; None where there is none."""
    edges = [0, *stretch.cuts, len(stretch.letters)]
    written = set(pairwise(edges))
    reached: list[list[_Path]] = [[] for _ in range(len(stretch.letters) + 1)]
    reached[0] = [_Path(0.0, (), stretch.before)]
    for at in range(len(stretch.letters)):
        best = sorted(reached[at], key=lambda p: p.cost)[:_BEAM]
        for part, cost in _steps(stretch, at, written, vocabulary) if best else ():
            reached[part.end] += [_extended(p, part, cost, vocabulary) for p in best]
    ends = sorted((_closed(p, stretch, vocabulary) for p in reached[-1]), key=lambda p: p.cost)
    if not ends or (len(ends) > 1 and ends[1].cost - ends[0].cost < margin):
        return None
    return ends[0].parts


def _steps(
    stretch: Stretch, at: int, written: set[tuple[int, int]], vocabulary: Vocabulary
) -> Iterator[tuple[Part, float]]:
    """The words that may begin at a letter, each with what the damage it supposes costs."""
    letters, cuts = stretch.letters, stretch.cuts
    missing = _MISSING if at and at not in cuts else 0.0
    end = next((b for a, b in written if a == at), None)
    if end is not None:
        yield from _whole(stretch, at, end, vocabulary)
    if at and at + 1 < len(letters) and not stretch.doubted and not {at, at + 1} & set(cuts):
        yield Part(at, at + 1, " "), _SPACE
    for stop in range(at + 1, min(at + _LONGEST, len(letters)) + 1):
        word = letters[at:stop]
        if stop != end and is_syllable(word):
            spurious = sum(at < c < stop for c in cuts) * _SPURIOUS
            yield Part(at, stop, word), missing + spurious


def _whole(
    stretch: Stretch, at: int, end: int, vocabulary: Vocabulary
) -> Iterator[tuple[Part, float]]:
    """A word as it stands, and with one letter changed."""
    word = stretch.letters[at:end]
    valid = is_syllable(word) or word in vocabulary.known
    yield Part(at, end, word), 0.0 if valid else _UNREADABLE * max(1.0, len(word) / _USUAL)
    if at in stretch.open:
        doubt = _DOUBT if stretch.doubted else 0.0
        for near in vocabulary.neighbours(word):
            yield Part(at, end, near), doubt + (_MARK if _base(word) == _base(near) else _LETTER)


def _extended(path: _Path, part: Part, cost: float, vocabulary: Vocabulary) -> _Path:
    if part.word == " ":
        return _Path(path.cost + cost, (*path.parts, part), path.last)
    if path.parts and path.parts[-1].word == " ":
        cost -= _MISSING  # the letter stands where the space was
    word = _key(part.word)
    step = cost + vocabulary.cost(path.last, word)
    return _Path(path.cost + step, (*path.parts, part), word)


def _closed(path: _Path, stretch: Stretch, vocabulary: Vocabulary) -> _Path:
    if stretch.after is None:
        return path
    return _Path(path.cost + vocabulary.cost(path.last, stretch.after), path.parts, path.last)


@lru_cache(maxsize=8192)
def _key(word: str) -> str:
    return unicode_text.key(word)


@lru_cache(maxsize=8192)
def _base(word: str) -> str:
    return unicode_text.fold(word)
