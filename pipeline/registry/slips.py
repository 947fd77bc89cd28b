"""Slips of typing in names: a rare name one letter away from one that many documents bear."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.registry.names import COMMUNES, DISTRICTS, PROVINCES
from pipeline.registry.sightings import Sighting

_RARE, _OFTEN, _TIMES = 2, 5, 20
"""A slip is seen twice at most, or twenty times less often than the name that is meant."""
_TIERS = frozenset((*PROVINCES, *DISTRICTS, *COMMUNES))


def mend(here: Sequence[Sighting]) -> None:
    """Give sightings whose name is a slip the name that is meant; unclear ones stay as they are."""
    right = _Right(Counter((s.name.kind, s.name.body) for s in here))
    for seen in here:
        meant = right.meant((seen.name.kind, seen.name.body))
        if meant is not None:
            seen.name = replace(seen.name, body=meant)
            seen.reason, seen.evidence = "slip", seen.written


class _Right:
    """The names that many bear, looked up by a name that few bear."""

    def __init__(self, counts: Counter[tuple[str, str]]) -> None:
        self.counts = counts
        self.words: Counter[str] = Counter()
        self.index: dict[tuple[str, ...], set[str]] = {}
        self.known: dict[tuple[str, str], str | None] = {}
        for (kind, body), n in counts.items():
            for word in body.split():
                self.words[word] += n
            for place in _places(body) if n >= _OFTEN else ():
                self.index.setdefault((kind, *place), set()).add(body)

    def meant(self, name: tuple[str, str]) -> str | None:
        """The one name it is a slip of, or None."""
        if name not in self.known:
            self.known[name] = self._meant(*name)
        return self.known[name]

    def _meant(self, kind: str, body: str) -> str | None:
        found = {
            other
            for place in _places(body)
            for other in self.index.get((kind, *place), ())
            if other != body and self._rarer(kind, body, other) and self._slip(body, other)
        }
        return found.pop() if len(found) == 1 else None

    def _rarer(self, kind: str, body: str, other: str) -> bool:
        mine, theirs = self.counts[kind, body], self.counts[kind, other]
        return mine <= _RARE or mine * _TIMES <= theirs

    def _slip(self, body: str, other: str) -> bool:
        """Whether one word is misspelt: a rare word, one letter away, not in a place's name.

        Two communes may differ by a mark alone, so the name of a place is never mended.
        """
        mine, theirs = body.split(), other.split()
        if "".join(mine) == "".join(theirs):
            return True
        ((at, wrong, meant),) = [
            (i, a, b) for i, (a, b) in enumerate(zip(mine, theirs, strict=True)) if a != b
        ]
        named = any(word in _TIERS for word in theirs[:at]) or (theirs[0] == "trường" and at > 2)
        rare = self.words[wrong] <= _RARE or self.words[wrong] * _TIMES <= self.words[meant]
        return rare and not named and wrong.isalpha() and near(wrong, meant)


def _places(body: str) -> Iterator[tuple[str, ...]]:
    """The body with each of its words left out, and without its spaces."""
    words = body.split()
    yield ("", "".join(words))
    for i in range(len(words)):
        yield (str(i), *words[:i], "", *words[i + 1 :])


def near(a: str, b: str) -> bool:
    """Whether one letter is changed, left out, put in, or swapped with the next.

    >>> near("giáo", "giá"), near("tê", "tế"), near("cơ", "cở"), near("sở", "y")
    (True, True, True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), None)
    if start is None:
        return len(a) != len(b)
    if len(a) == len(b):
        swapped = a[start : start + 2] == b[start : start + 2][::-1]
        return a[start + 1 :] == b[start + 1 :] or (swapped and a[start + 2 :] == b[start + 2 :])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == shorter[start:]
