"""A doubt: two statements that cannot both be true, or one that cannot be; nothing is corrected."""

import hashlib
from dataclasses import dataclass
from typing import Literal

Certainty = Literal["certain", "likely", "doubtful"]
"""`certain`: the figures as they stand decide it. `likely`: they do if they belong together as
the form of the text says. `doubtful`: another reading is easily thought of."""


@dataclass(frozen=True, slots=True)
class Place:
    """The words that say it: where in which document, and the record they are, if they are one."""

    document_id: str
    start: int
    end: int
    quote: str
    page: int | None = None
    record_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """`values` fill the family's sentence in data/reference/checks.yaml."""

    family: str
    certainty: Certainty
    here: Place
    there: Place | None = None
    arithmetic: str
    values: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """The same on every run: made of the family and the two places."""
        ends = [(p.document_id, p.start, p.end) for p in (self.here, self.there) if p]
        return hashlib.sha256(repr((self.family, ends)).encode()).hexdigest()[:16]
