"""Dates and issuers of citations against the registry of directives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Citation, Report
from pipeline.reference import Reference
from pipeline.text import key

_BODIES = ("bộ chính trị", "ban bí thư")
"""The two bodies that are told apart; "Trung ương" is said loosely of both."""
_CONGRESSES = (
    date(1991, 6, 24), date(1996, 6, 28), date(2001, 4, 19), date(2006, 4, 18), date(2011, 1, 12),
    date(2016, 1, 20), date(2021, 1, 25), date(2026, 1, 19),
)  # fmt: skip
"""The days national congresses opened: the numbers of central documents restart after each."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the registry."""

    number: str
    kind: str
    issued_on: date
    issuer: str


def registry(words: Reference) -> dict[str, list[Entry]]:
    """The entries with a date, by number."""
    found: dict[str, list[Entry]] = {}
    for raw in words.data.get("directives") or ():
        if raw.get("number") and raw.get("date") and raw.get("issuer"):
            told = Entry(
                str(raw["number"]), str(raw["kind"]),
                date.fromisoformat(str(raw["date"])), str(raw["issuer"]),
            )  # fmt: skip
            found.setdefault(told.number, []).append(told)
    return found


def doubts(report: Report, known: Mapping[str, Sequence[Entry]]) -> Iterator[Doubt]:
    """The citations of a report that the registry contradicts."""
    for cited in report.citations:
        entries = [e for e in known.get(cited.canonical_id or "", ()) if e.kind == cited.kind]
        if entries and cited.issued_on and not cited.doubtful:
            yield from _date(cited, cited.issued_on, entries)
        if entries and cited.issuer and not cited.doubtful:
            yield from _issuer(cited, entries)


def _date(cited: Citation, stated: date, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """A date that no entry bears, in the numbering in which one entry stands."""
    same = [e for e in entries if _numbering(e.issued_on, e) == _numbering(stated, e)]
    if len(same) != 1 or any(e.issued_on == stated for e in entries):
        return
    yield Doubt(
        family="citation_date",
        certainty="likely",
        here=cited.place,
        arithmetic=f"{stated:%d/%m/%Y} ≠ {same[0].issued_on:%d/%m/%Y}",
        values=(
            ("number", same[0].number),
            ("stated", f"{stated:%d/%m/%Y}"),
            ("known", f"{same[0].issued_on:%d/%m/%Y}"),
        ),
    )


def _issuer(cited: Citation, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """One of two central bodies said where the registry has the other.

    Without a date the number must stand for one issuer in every term.
    """
    stated = next((b for b in _BODIES if b in key(cited.issuer or "")), None)
    meant = [e for e in entries if cited.issued_on in (None, e.issued_on)]
    issuers = {key(e.issuer) for e in (meant if cited.issued_on else entries)}
    both = all(b in key(cited.issuer or "") for b in _BODIES)
    if stated is None or both or len(issuers) != 1 or len(meant) != 1:
        return
    (known,) = issuers
    if known in _BODIES and known != stated and cited.issued_on:
        yield Doubt(
            family="citation_issuer",
            certainty="likely",
            here=cited.place,
            arithmetic=f"{cited.issuer} ≠ {meant[0].issuer}",
            values=(
                ("number", meant[0].number),
                ("stated", str(cited.issuer)),
                ("known", meant[0].issuer),
            ),
        )


def _numbering(day: date, entry: Entry) -> tuple[int, int]:
    """What a number is unique in: a year where it bears one, else the term of a congress."""
    parts = entry.number.split("/")
    if len(parts) > 1 and parts[1].isdigit():
        return int(parts[1]), 0
    return sum(c <= day for c in _CONGRESSES), 1
