"""The document record: type, number, date, issuer, unit, level, term, period."""

import re

from extractors import terms
from extractors.doctypes import own_type
from extractors.imprints import Imprint, issued_on, number
from extractors.issuing import issuer
from extractors.levels import level
from extractors.mastheads import headline
from extractors.naming import Named
from extractors.once import once
from extractors.parents import parent
from extractors.titles import Title, title
from extractors.units import unit
from pipeline.model import Document, Span
from pipeline.records import DocType, DocumentInfo, Evidence, Level
from pipeline.reference import Reference

_LEAD = 900
"""How far a lead reaches, in characters."""
_REPORTS = ("self_review_report", "political_report", "summary_report")


@once
def info(document: Document, reference: Reference) -> DocumentInfo:
    """The document record, each field with the words that it rests on."""
    head = title(document, reference)
    kind = own_type(document, reference)
    issued_by = issuer(document, reference, head, kind)
    about = unit(document, reference, head, kind, issued_by)
    above = parent(document, reference, head, kind, about, issued_by)
    dated = issued_on(document, head, kind)
    own_number = number(document, head)
    years = _term(document, reference, head, kind, about)
    reported = _period(document, reference, head, kind, years, dated)
    evidence = [
        Evidence(field=name, span=found.span)
        for name, found in (
            ("number", own_number), ("issued_on", dated), ("issuer", issued_by), ("unit", about),
            ("parent_unit", above), ("term", years), ("period", reported),
        )
        if found is not None
    ]  # fmt: skip
    if head is not None:
        evidence.insert(0, Evidence(field="doc_type", span=head.type_words))
    return DocumentInfo(
        doc_type=kind,
        number=own_number.words if own_number else None,
        issued_on=dated.words if dated else None,
        issuer=issued_by.words if issued_by else None,
        unit=about.words if about else None,
        parent_unit=above.words if above else None,
        level=_level(document, reference, kind, about),
        term=years.words if years else None,
        period=reported.words if reported else None,
        evidence=tuple(evidence),
    )


def _level(
    document: Document, reference: Reference, kind: DocType, about: Named | None
) -> Level | None:
    """The unit's level; for a form without a unit the kind of organisation it is made for."""
    if about is not None:
        return about.level or level(document, about.organization, reference)
    top = document.key[:400]
    if kind == "form" and re.search(r"\bchi bộ\b", top):
        return "cell"
    return None


def _term(
    document: Document, reference: Reference, head: Title | None, kind: DocType, about: Named | None
) -> terms.Years | None:
    """The term of the title; else of the text, as far as the type lets one speak for it."""
    national = head is not None and about is not None and about.organization.kind == "central"
    lead = _lead(document, reference, head, kind)
    found = terms.term(document, head.span if head else lead, national)
    found = _reporting(document, found, kind, head) or found
    if found is None and kind in _REPORTS and head is None:
        return terms.term(document, Span(0, len(document.text)), national)
    if found is None and head is not None and kind in _REPORTS:
        found = terms.term(document, head.letterhead)
    if found is None and kind in ("directive", "guideline", "plan"):
        on_congress = (
            head is not None and "đại hội" in document.key[head.span.start : head.span.end]
        )
        where = Span(lead.start, len(document.text)) if on_congress else lead
        found = terms.of_congress(document, where)
    if found is None and kind in (*_REPORTS, "resolution", "speech"):
        found = terms.term(document, lead)
    if kind == "news":
        said = terms.term(document, headline(document, reference))
        said = said or terms.running(document, lead)
        found = said or terms.of_congress(document, lead)
    if found is None and about is not None:
        own = document.key[about.span.start : about.span.end]
        return terms.of_body(document, lead, own)
    return found


def _reporting(
    document: Document, found: terms.Years | None, kind: DocType, head: Title | None
) -> terms.Years | None:
    """The term reported on, where the title names only the term that the congress opens."""
    if found is None or kind not in _REPORTS or head is None:
        return None
    before = document.key[max(0, found.span.start - 60) : found.span.start]
    if not re.search(r"đại hội[^.]*$", before) or len(terms.terms(document, head.span)) > 1:
        return None
    later = terms.terms(document, Span(head.span.end, len(document.text)))
    return next((y for y in later if y.words.endswith(found.words[:4])), None)


def _period(
    document: Document,
    reference: Reference,
    head: Title | None,
    kind: DocType,
    term: terms.Years | None,
    dated: Imprint | None,
) -> terms.Years | None:
    """The years reported on: in the title, else in a news lead, else a report's whole term."""
    if kind == "directive" and not _reports_on(document, head):
        return None
    where = head.span if head else _lead(document, reference, head, kind)
    found = None
    if kind == "news":
        where = headline(document, reference)
    if head is not None or kind == "news":
        year = (
            int(dated.words[:4])
            if dated
            else _year(document, _lead(document, reference, head, kind))
        )
        found = terms.jubilee(document, where, year) if kind != "speech" else None
        found = found or terms.period(document, where)
    if (
        found is not None
        and term is not None
        and kind in _REPORTS
        and found.span.start > term.span.start
    ):
        found = None if found.words[:4] == term.words[5:] else found
    if found is not None and kind == "resolution":
        found = terms.year_behind(document, found) or found
    if found is None and kind == "news":
        found = terms.period_of_work(document, _lead(document, reference, head, kind))
    if found is None and kind == "conclusion_notice":
        found = terms.examined(document, _lead(document, reference, head, kind))
    if found is None and kind in _REPORTS:
        return term
    return found


def _reports_on(document: Document, head: Title | None) -> bool:
    """Whether a title speaks of work done, not only of the years to come."""
    return head is not None and bool(
        re.search(r"tổng kết|sơ kết|kết quả|\d năm", document.key[head.span.start : head.span.end])
    )


def _lead(document: Document, reference: Reference, head: Title | None, kind: DocType) -> Span:
    start = head.span.start if head else 0
    if kind == "news":
        start = headline(document, reference).start
    return Span(start, min(len(document.text), start + _LEAD))


def _year(document: Document, where: Span) -> int | None:
    m = re.search(
        r"\d{1,2}/\d{1,2}/((?:19|20)\d\d)|năm ((?:19|20)\d\d)",
        document.key[where.start : where.end],
    )
    return int(m[1] or m[2]) if m else None
