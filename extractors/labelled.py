"""What the page of a portal says of a document by labels: "Số ký hiệu: …", "Ngày ban hành: …"."""

import re

from extractors.organizations import Organization, organizations
from pipeline.model import Document, Span
from pipeline.reference import Reference

_TOP = 1_500
_GAP = r"[\s:|*]*"
_LABELS = {
    "number": r"số(?:\s*[/,]?\s*ký)? hiệu(?: văn bản)?|số văn bản",
    "date": r"ngày (?:ban hành|ký|văn bản)",
    "issuer": r"(?:cơ quan|đơn vị|nơi) (?:ban hành|phát hành)",
    "type": r"(?:loại|hình thức) văn bản|thể loại",
    "subject": r"trích yếu(?: nội dung)?|tên văn bản|tiêu đề",
}
_LABEL = {
    name: re.compile(rf"(?<![^\n|*])\s*(?:{words}){_GAP}(?=\S)") for name, words in _LABELS.items()
}
_DATE = re.compile(r"(?:ngày\s+)?(?P<date>\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)")
_NUMBER = re.compile(r"(?P<number>\d{1,5}(?:/\d{4})?\s*[-/]\s*[^\W\d_][^\s|,;]*)")


def _value(document: Document, name: str) -> Span | None:
    """What stands behind a label, to the end of its line or cell."""
    m = _LABEL[name].search(document.key, 0, _TOP)
    end = re.compile(r"[\n|]|$").search(document.key, m.end()) if m else None
    return Span(m.end(), end.start()) if m and end else None


def number(document: Document) -> re.Match[str] | None:
    """The number behind its label, as the group `number`."""
    value = _value(document, "number")
    return _NUMBER.match(document.key, value.start, value.end) if value else None


def date(document: Document) -> re.Match[str] | None:
    """The day behind its label, as the group `date`."""
    value = _value(document, "date")
    return _DATE.match(document.key, value.start, value.end) if value else None


def issuer(document: Document, reference: Reference) -> Organization | None:
    """The body behind its label."""
    value = _value(document, "issuer")
    if value is None:
        return None
    found = next(organizations(document, reference, value.start, value.end), None)
    if found is None or found.span.start != value.start:
        return None
    if found.kind != "staff":
        return found
    return Organization(value, value, "staff", True, False, False)


def named_type(document: Document, reference: Reference) -> tuple[Span, Span, Span] | None:
    """The type words, the whole name and all the labels, where a page has no title but these."""
    number_at, kind = _value(document, "number"), _value(document, "type")
    subject = _value(document, "subject") or kind
    if number_at is None or subject is None:
        return None
    for value in (kind, subject):
        hit = value and reference.lexicon("document.title").at(document.key, value.start, value.end)
        if hit:
            labels = Span(0, max(number_at.end, subject.end))
            return hit.span, Span(hit.span.start, max(hit.span.end, subject.end)), labels
    return None
