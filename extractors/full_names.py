"""The name in full of an organisation that a letterhead or title cuts short."""

import re

from extractors.once import once
from extractors.organizations import Organization, organizations
from pipeline.model import Document, Span
from pipeline.reference import Reference
from pipeline.text import UPPER

_GENERIC = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|trường|công ty|bệnh viện)$"
)
_PLACE = re.compile(r" (?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn) \w")
_TOP = 3000
"""How far from the top the full name is looked for."""


@once
def _named_on_top(document: Document, reference: Reference) -> tuple[Organization, ...]:
    return tuple(organizations(document, reference, 0, _TOP))


def fuller(
    document: Document, reference: Reference, own: Organization, *, whole: bool = False
) -> Organization:
    """The "Đảng bộ tỉnh X" of the top for an "Đảng bộ tỉnh"; `whole` compares the presidium too."""
    span = own.span if whole else own.core
    words = _key(document, span)
    if whole_name := _spelt_out(document, reference, span):
        return whole_name
    short = is_short(document, own)
    for other in _named_on_top(document, reference):
        name = _key(document, other.span if whole else other.core)
        if name.startswith(f"{words} ") and (short or _PLACE.match(name, len(words))):
            return other
    return own


_ACRONYM = re.compile(rf"(?<= )[{UPPER}]{{3,10}}$")


def _spelt_out(document: Document, reference: Reference, span: Span) -> Organization | None:
    """The "Đảng bộ Đại học Quốc gia Hà Nội" of the top for an "Đảng bộ ĐHQGHN"."""
    words = document.quote(span)
    acronym = _ACRONYM.search(words)
    if acronym is None or words.isupper():
        return None
    head = words[: acronym.start()].casefold()
    for other in _named_on_top(document, reference):
        name = document.quote(other.span)
        initials = "".join(w[0] for w in name[len(head) :].split()).upper()
        if name.casefold().startswith(head) and initials == acronym[0]:
            return other
    return None


def is_short(document: Document, own: Organization) -> bool:
    """Whether a name ends where its place or house would begin: "Đảng ủy xã"."""
    return _GENERIC.search(_key(document, own.core)) is not None


def _key(document: Document, span: Span) -> str:
    return " ".join(document.key[span.start : span.end].split())
