"""Which organisation a document is about."""

import re

from extractors.full_names import fuller
from extractors.naming import Named, named
from extractors.news_units import as_party, news_unit
from extractors.organizations import Organization, organizations
from extractors.titles import Title
from pipeline.model import Document, Span
from pipeline.records import DocType
from pipeline.reference import Reference


def unit(
    document: Document, reference: Reference, head: Title | None, kind: DocType,
    issued_by: Named | None,
) -> Named | None:  # fmt: skip
    """The party organisation that the document is about; mostly the issuer's own."""
    if kind == "form":
        return _of_form(document, reference)
    if kind == "news" or (kind == "other" and head is None):
        return news_unit(document, reference)
    if kind == "conclusion_notice" and head is not None:
        concluded = _concluded_on(document, reference, head)
        if concluded is not None:
            return concluded
    if issued_by is None:
        return _whole_party(document, head)
    found = fuller(document, reference, issued_by.organization)
    found = as_party(document, reference, found)
    core = found.span if found.kind == "central" else found.core
    return named(document, core, found, reference)


def _concluded_on(document: Document, reference: Reference, head: Title) -> Named | None:
    """Of a conclusion: the organisation that was worked with, or that it concerns."""
    m = re.compile(
        r"(?:làm việc với|kiểm tra,? giám sát đối với|kiểm tra đối với|giám sát đối với|đối với"
        r"|(?:kết quả|việc|kết luận) (?:giám sát|kiểm tra)(?=\s+(?:đảng|chi bộ|ban ))"
        r"|cuộc họp với"
        r"|hội nghị(?: kiểm điểm)? của|kiểm điểm[^.\n]{0,60} của)\s+(?:tập thể\s+)?(?:lãnh đạo\s+)?"
    ).search(document.key, head.span.start, head.span.end)
    if m is None:
        return None
    found = next(organizations(document, reference, m.end(), head.span.end), None)
    if found is None or found.span.start - m.end() > 40:
        return None
    if not found.named and (joint := _joint(document, reference, found)):
        return joint
    if not found.named and (
        near := next(organizations(document, reference, found.span.end, head.span.end), None)
    ):
        found = near if near.named and near.span.start - found.span.end < 6 else found
    return named(document, found.core, found, reference)


def _joint(document: Document, reference: Reference, found: Organization) -> Named | None:
    """ "Đảng ủy, Ban Giám đốc Sở X": the text's "Đảng ủy Sở X"."""
    m = re.compile(
        r",?\s*(?:và\s+)?(?:tập thể\s+)?(?:ban giám đốc|ban giám hiệu|lãnh đạo|ban lãnh đạo)\s+"
    ).match(document.key, found.span.end)
    if m is None:
        return None
    head = document.key[found.core.start : found.core.end]
    for other in organizations(document, reference):
        words = document.key[other.core.start : other.core.end]
        if words.startswith(f"{head} ") and document.key.startswith(
            words[len(head) + 1 :], m.end()
        ):
            return named(document, other.core, other, reference)
    return None


def _of_form(document: Document, reference: Reference) -> Named | None:
    """The organisation that a form was filled in for; None where the form is blank."""
    filled = [
        found
        for found in organizations(document, reference, 0, 1200)
        if found.kind in ("cell", "committee")
        and found.named
        and not re.match(r"[\s:]*(?:\.{2,}|…|_{2,})", document.text[found.span.end :][:12])
    ]
    if not filled:
        return None
    lowest = next((o for o in filled if o.kind == "cell"), filled[0])
    return named(document, lowest.core, lowest, reference)


def _whole_party(document: Document, head: Title | None) -> Named | None:
    """ "Đảng" for a document of a national congress that names no body."""
    if head is None or not re.search(
        r"đại hội (?:lần thứ )?[xvi]+\b", document.key[head.span.start : head.span.end]
    ):
        return None
    m = re.compile(r"\bĐảng\b").search(document.text, head.span.start)
    if m is None:
        return None
    span = Span(*m.span())
    return Named("Đảng", span, Organization(span, span, "central", True, False, False), "central")
