"""Oversight records: inspection, supervision, discipline, commendation and complaint figures."""

import re
from collections.abc import Iterator

from extractors.figures import Figure, change_of, figures, is_bound, is_planned
from extractors.sorts import CATEGORIES, MEASURES, PARTIES
from extractors.table_figures import table_oversight
from pipeline.model import Document, Span
from pipeline.records import Oversight, OversightSubject
from pipeline.reference import Reference

_REACH = 130
"""How many characters may stand between an act and its first figure."""
_TOLD = re.compile(r"(?:(?<!\w)là|:)\s+(?:(?:khoảng|gần|hơn|trên)\s+)?$")
_BARE_END = re.compile(r"\s*(?:[,;.)(]|và\s|$|\n)")


def oversight(document: Document, reference: Reference) -> Iterator[Oversight]:
    """The figures of the document that an act of oversight governs."""
    key = document.key.replace("*", " ")
    for sentence in figures(document, reference):
        last: Figure | None = None
        before: OversightSubject | None = None
        for figure in sentence:
            if is_oversight(key, figure, last):
                record = _record(figure, before)
                yield record
                last, before = figure, record.subject
    yield from table_oversight(document, reference)


def is_oversight(key: str, figure: Figure, last: Figure | None) -> bool:
    """Whether the figure counts those inspected, disciplined, rewarded or heard.

    `last` is the figure of oversight before it in the sentence.
    """
    if figure.party is not None and figure.party.code == "petition":
        return not is_planned(key, figure)
    if figure.act is None or figure.act.code not in CATEGORIES or is_bound(key, figure):
        return False
    if figure.act.code != "complaint" and change_of(key, figure) is not None:
        return False
    if is_planned(key, figure) or not _named(key, figure):
        return False
    return figure.behind or last is not None or _reached(key, figure)


def _named(key: str, figure: Figure) -> bool:
    """Whether a noun says who is counted, or the number stands bare right behind its act."""
    if figure.party is not None:
        return figure.party.code != "event" or figure.behind
    if figure.behind:
        return figure.act is not None and figure.act.code in MEASURES
    if figure.number.spelled or not _BARE_END.match(key, figure.number.span.end):
        return False
    if figure.act is None:
        return False
    is_told = _TOLD.search(key, figure.sentence.start, figure.number.span.start)
    return figure.label.end <= figure.act.span.end or bool(is_told)


def _reached(key: str, figure: Figure) -> bool:
    """Whether the act stands near enough before the figure, in the same sentence."""
    act = figure.act
    if act is None or act.span.start < figure.sentence.start:
        return figure.carried or act is not None
    gap = key[act.span.end : figure.number.span.start]
    return len(gap) <= _REACH and ";" not in gap


def _record(figure: Figure, before: OversightSubject | None) -> Oversight:
    act = figure.act.code if figure.act else ""
    petition = figure.party is not None and figure.party.code == "petition"
    return Oversight(
        span=_span(figure),
        rule="passive_figure" if figure.behind else "act_figure",
        category="complaint" if petition else CATEGORIES[act],
        subject=_subject(figure, before),
        measure=MEASURES.get(act),
        value=figure.number.value,
    )


def _subject(figure: Figure, before: OversightSubject | None) -> OversightSubject:
    """Whom the figure counts; "trường hợp", "người" and bare numbers follow the figure before."""
    code = figure.party.code if figure.party else "bare"
    act = figure.act.code if figure.act else ""
    if code == "individual" and before == "party_member" and figure.act and act in MEASURES:
        return "party_member"
    if code not in ("case", "bare") or act == "complaint":
        return PARTIES.get(code, "case")
    if before in ("organization", "party_member"):
        return before
    return "party_member" if code == "bare" or act in MEASURES else "case"


def _span(figure: Figure) -> Span:
    """From the act (where it stands near) to the end of the figure."""
    start, end = figure.span.start, figure.span.end
    act = figure.act
    if act and figure.behind:
        end = max(end, act.span.end)
    elif act and not figure.carried and figure.sentence.holds(act.span):
        start = min(start, act.span.start)
    return Span(start, end)
