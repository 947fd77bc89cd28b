"""What a rule's records are worth: its precision as measured, an argument like the reference."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.reference import Reference

FEWEST_CASES = 20
"""Under so many checked cases a share says nothing, and `confidence` stays empty."""


@dataclass(frozen=True, slots=True)
class Measured:
    """`confidence` is the lower bound of the rule's precision, over `cases` checked records."""

    confidence: float | None = None
    cases: int | None = None


UNMEASURED = Measured()


def measured(reference: Reference) -> Mapping[str, Measured]:
    """`<type>.<rule>` -> what was measured of it, from data/reference/precision.yaml."""
    raw = reference.data.get("precision") or {}
    return {rule: _measured(entry) for rule, entry in raw.items()}


def _measured(entry: Mapping[str, float]) -> Measured:
    cases = int(entry["cases"])
    enough = cases >= FEWEST_CASES and "lower" in entry
    return Measured(float(entry["lower"]) if enough else None, cases)
