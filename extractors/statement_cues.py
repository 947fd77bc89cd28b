"""Which cues of a statement the words of a sentence bear: what the lexicons and rules know.

The statement model weighs them beside the words themselves, so that it also reads words that it
was never trained on.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from extractors import causes, duties, lack, remedies, requests, shortcomings
from pipeline.reference import Reference, alternation

Test = Callable[[str], object]


def _where(pattern: re.Pattern[str], needed: tuple[str, ...]) -> Test:
    """A search for a costly pattern where one of the words stands that it cannot do without."""
    if not all(needed):
        return pattern.search
    words = re.compile(alternation(needed))
    return lambda key: words.search(key) and pattern.search(key)


class StatementCues:
    """The tests of the cues."""

    def __init__(self, reference: Reference) -> None:
        self.words = lack.cues(reference)
        acts = remedies.actions(reference)
        self.told: tuple[tuple[str, Test], ...] = (
            ("verb", acts.verb.match),
            ("modal", acts.modal.search),
            *((name, _where(*cue)) for name, cue in requests.cues(reference).items()),
            ("subject", duties.duties(reference).subject.match),
            ("because", causes.BEGINS.match),
        )
        self.lacking: tuple[tuple[str, Test], ...] = (
            ("contrast", self.words.contrast.match),
            ("some", self.words.some.search),
            ("absence", self.words.absence.search),
            ("misdeed", self.words.misdeed.search),
            ("order", self.words.order.search),
            ("praise", lambda key: lack.praises(key, self.words)),
            ("plain", lack.plain),
            ("blame", shortcomings.lays_blame),
            ("violation", _where(shortcomings.VIOLATION, shortcomings.VIOLATION_WORDS)),
        )

    def of(self, key: str) -> tuple[str, ...]:
        """The names of the cues that a sentence or clause bears.

        >>> from pipeline import reference
        >>> StatementCues(reference.load()).of("công tác kiểm tra còn hình thức")
        ('strong', 'weak', 'past')
        """
        bare = lack.bare(key, self.words)
        found = [name for name, holds in self.lacking if holds(bare)]
        told = "plain" in found and "order" not in found  # nothing hangs on where it is told
        strong = None if told else lack.first_strong(bare, self.words)
        weak = lack.first_weak(bare, self.words)
        found += [name for name, hit in (("strong", told or strong), ("weak", weak)) if hit]
        if "order" in found and lack.ordered_before(bare, self.words, strong, weak):
            found.append("duty")
        return tuple(found) + tuple(name for name, holds in self.told if holds(key))


@lru_cache(maxsize=4)
def cues_of(reference: Reference) -> StatementCues:
    """The tests of the cues, made ready once."""
    return StatementCues(reference)
