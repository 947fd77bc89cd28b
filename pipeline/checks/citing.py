"""Dates and issuers of citations against the registry of directives."""

from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Citation, Report
from pipeline.directives import Directive, bare_number, central_body, congress_term, is_party
from pipeline.reference import Reference

_BODIES = ("bộ chính trị", "ban bí thư")
"""The two bodies that are told apart; "Trung ương" is said loosely of both."""


def doubts(report: Report, words: Reference) -> Iterator[Doubt]:
    """The citations of a report that the registry contradicts."""
    for cited in report.citations:
        if cited.canonical_id is None or cited.issued_on is None or cited.doubtful:
            continue
        known = words.directives.by_number.get(bare_number(cited.canonical_id), ())
        entries = [e for e in known if e.kind == cited.kind]
        yield from _date(cited, cited.issued_on, entries)
        yield from _issuer(cited, cited.issued_on, entries)


def _date(cited: Citation, stated: date, entries: Sequence[Directive]) -> Iterator[Doubt]:
    """A date that no entry bears, in the numbering in which one entry stands."""
    day = stated.isoformat()
    same = [e for e in entries if e.term == _numbering(day, e)]
    if len(same) != 1 or any(e.issued_on == day for e in entries):
        return
    known = date.fromisoformat(same[0].issued_on)
    yield Doubt(
        family="citation_date",
        certainty="likely",
        here=cited.place,
        arithmetic=f"{stated:%d/%m/%Y} ≠ {known:%d/%m/%Y}",
        values=(
            ("number", same[0].number),
            ("stated", f"{stated:%d/%m/%Y}"),
            ("known", f"{known:%d/%m/%Y}"),
        ),
    )


def _numbering(day: str, entry: Directive) -> str | None:
    """What a number is unique in: the term of a congress, of a state document the year."""
    return congress_term(day) if is_party(entry.number) else day[:4]


def _issuer(cited: Citation, stated: date, entries: Sequence[Directive]) -> Iterator[Doubt]:
    """One of two central bodies said of a document, by number and date, of the other."""
    meant = [e for e in entries if e.issued_on == stated.isoformat()]
    said = central_body(cited.issuer)
    known = central_body(meant[0].issuer) if len(meant) == 1 else None
    if said in _BODIES and known in _BODIES and said != known:
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
