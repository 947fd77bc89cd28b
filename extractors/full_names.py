"""The name in full of an organisation that a letterhead or title cuts short."""

import re

from extractors.organizations import Organization, organizations
from pipeline.model import Document, Span
from pipeline.reference import Reference

_GENERIC = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|trường|công ty|bệnh viện)$"
)
_PLACE = re.compile(r" (?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn) \w")
_TOP = 3000
"""How far from the top the full name is looked for."""


def fuller(
    document: Document, reference: Reference, own: Organization, *, whole: bool = False
) -> Organization:
    """The "Đảng bộ tỉnh X" of the top for an "Đảng bộ tỉnh"; `whole` compares the presidium too."""
    span = own.span if whole else own.core
    words = _key(document, span)
    short = is_short(document, own)
    for other in organizations(document, reference, 0, _TOP):
        name = _key(document, other.span if whole else other.core)
        if name.startswith(f"{words} ") and (short or _PLACE.match(name, len(words))):
            return other
    return own


def is_short(document: Document, own: Organization) -> bool:
    """Whether a name ends where its place or house would begin: "Đảng ủy xã"."""
    return _GENERIC.search(_key(document, own.core)) is not None


def _key(document: Document, span: Span) -> str:
    return " ".join(document.key[span.start : span.end].split())
