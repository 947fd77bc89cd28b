"""A figure: a number in its sentence, with what it counts and the act that governs it."""

from dataclasses import dataclass
from decimal import Decimal

from extractors.numbers import Number
from pipeline.model import Span
from pipeline.reference import Hit


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in its sentence.

    `noun` and `party`: what follows it, by counts.noun and oversight.noun; `title`: the post behind
    "đồng chí"; `attribute`: what tells those counted apart, beside the noun; `label`: the span of
    the words that lead up to it. `act`: what governs it; `behind`: the act stands behind the
    figure; `carried`: it governs through an earlier figure; `bracketed`: inside a bracket.
    `foreseen`: the document is one that says what is to be done (a plan, a directive).
    """

    number: Number
    sentence: Span
    label: Span
    span: Span
    noun: Hit | None = None
    party: Hit | None = None
    title: Hit | None = None
    attribute: Hit | None = None
    percent: Decimal | None = None
    act: Hit | None = None
    behind: bool = False
    carried: bool = False
    bracketed: bool = False
    foreseen: bool = False

    def near(self, reach: int) -> tuple[int, int]:
        """Up to `reach` characters of the sentence before the number: bounds for a search."""
        at = self.number.span.start
        return max(self.sentence.start, at - reach), at
