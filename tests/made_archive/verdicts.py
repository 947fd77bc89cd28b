"""What the checks found in the invented archive, held against what was planted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.made_archive.copying import Copy
from tests.made_archive.errors import Error
from tests.made_archive.model import Planted, Truth

Place = tuple[str, int, int]
"""Document, start, end."""


@dataclass(frozen=True, slots=True)
class Found:
    """A doubt of the table `checks`."""

    family: str
    places: tuple[Place, ...]

    @classmethod
    def of(cls, row: Sequence[Any]) -> "Found":
        """From family, document_id, span_start, span_end and the same of the other statement."""
        family, *ends = row
        places = [(ends[i], ends[i + 1], ends[i + 2]) for i in (0, 3) if ends[i] is not None]
        return cls(family, tuple(places))


COLUMNS = "family, document_id, span_start, span_end, other_document_id, other_start, other_end"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many were planted and found, and what was told without cause or not found."""

    planted: int
    told: int
    wrong: tuple[Found, ...]
    missed: tuple[str, ...]

    @property
    def precision(self) -> float:
        return 1 - len(self.wrong) / max(self.told, 1)

    @property
    def recall(self) -> float:
        return 1 - len(self.missed) / max(self.planted, 1)


def errors(truth: Truth, found: Iterable[Found], texts: dict[str, str]) -> Verdict:
    """The doubts but for copies against the planted errors."""
    told = [f for f in found if f.family != "copied_paragraph"]
    planted: list[Error] = truth.planted["errors"]  # type: ignore[assignment]
    places = [_place(truth, e.planted, texts) for e in planted]
    right: set[int] = set()
    wrong: list[Found] = []
    for doubt in told:
        hit = {
            i for i, (e, place) in enumerate(zip(planted, places, strict=True))
            if doubt.family in e.families and any(_meet(place, p) for p in doubt.places)
        }  # fmt: skip
        right |= hit
        if not hit:
            wrong.append(doubt)
    missed = [f"{e.kind}: {e.planted.words}" for i, e in enumerate(planted) if i not in right]
    return Verdict(len(planted), len(told), tuple(wrong), tuple(missed))


def copies(truth: Truth, found: Iterable[Found], texts: dict[str, str]) -> Verdict:
    """The copies told against the planted ones: both paragraphs must be the right ones."""
    told = [f for f in found if f.family == "copied_paragraph"]
    planted: list[Copy] = truth.planted["copies"]  # type: ignore[assignment]
    pairs = [(_place(truth, c.copy, texts), _place(truth, c.original, texts)) for c in planted]
    right: set[int] = set()
    wrong: list[Found] = []
    for doubt in told:
        hit = {
            i for i, pair in enumerate(pairs)
            if all(_meet(mine, p) for mine, p in zip(pair, doubt.places, strict=True))
        }  # fmt: skip
        right |= hit
        if not hit:
            wrong.append(doubt)
    missed = [f"{c.how}: {c.copy.words}" for i, c in enumerate(planted) if i not in right]
    return Verdict(len(planted), len(told), tuple(wrong), tuple(missed))


def _place(truth: Truth, planted: Planted, texts: dict[str, str]) -> Place:
    document = truth.report(planted).document_id
    start = texts[document].index(planted.words)
    return document, start, start + len(planted.words)


def _meet(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
