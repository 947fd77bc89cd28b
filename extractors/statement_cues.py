"""Which cues of a statement the words of a sentence bear: what the lexicons and rules know.

The statement model weighs them beside the words themselves, so that it also reads words that it
was never trained on.
"""

from collections.abc import Callable

from extractors import causes, lack, remedies, requests, shortcomings
from pipeline.reference import Reference

Test = Callable[[str], object]


class StatementCues:
    """The tests of the cues, made ready once a document."""

    def __init__(self, reference: Reference) -> None:
        self.words = lack.cues(reference)
        acts = remedies.actions(reference)
        self.told: tuple[tuple[str, Test], ...] = (
            ("verb", acts.verb.match),
            ("modal", acts.modal.search),
            *((name, pattern.search) for name, pattern in requests.CUES.items()),
            ("subject", requests.SUBJECT.match),
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
            ("violation", shortcomings.VIOLATION.search),
        )

    def of(self, key: str) -> tuple[str, ...]:
        """The names of the cues that a sentence or clause bears.

        >>> from pipeline import reference
        >>> StatementCues(reference.load()).of("công tác kiểm tra còn hình thức")
        ('strong', 'weak', 'past')
        """
        bare = lack.bare(key, self.words)
        found = [name for name, holds in self.lacking if holds(bare)]
        strong, weak = lack.first_strong(bare, self.words), lack.first_weak(bare, self.words)
        found += [name for name, hit in (("strong", strong), ("weak", weak)) if hit]
        if (strong or weak) and "order" in found and lack.duty(bare, self.words):
            found.append("duty")
        return tuple(found) + tuple(name for name, holds in self.told if holds(key))
