"""Which organisation a news item or an article is about."""

import re

from extractors.levels import level
from extractors.naming import PARTY, Named, most, named
from extractors.organizations import Organization, organizations
from pipeline.model import Document, Span
from pipeline.reference import Reference
from pipeline.text import UPPER


def news_unit(document: Document, reference: Reference) -> Named | None:
    """The organisation named in the headline, else the one named most in the lead or the text."""
    first = document.blocks[0].span if document.blocks else Span(0, 0)
    headline = Span(0, min(first.end, 200))
    for where in (headline, Span(0, 1500), Span(0, len(document.text))):
        found = [
            o
            for o in organizations(document, reference, where.start, where.end)
            if o.named and o.kind in PARTY
        ]
        found = found or (_spelt_out(document, reference) if where is headline else [])
        free = [o for o in found if not o.governed] or found
        if free:
            own = free[0] if where is headline else most(document, free)
            assert own is not None
            own = as_party(document, reference, own)
            return named(document, own.core, own, reference)
    return _of_region(document, reference) or _of_inspection(document, reference)


def _spelt_out(document: Document, reference: Reference) -> list[Organization]:
    """The named mentions of a "Thành ủy" that the headline leaves without a name."""
    first = document.blocks[0].span if document.blocks else Span(0, 0)
    bare = [o.kind for o in organizations(document, reference, 0, min(first.end, 200))
            if o.kind in ("province", "city", "district")]  # fmt: skip
    return [o for o in organizations(document, reference) if o.named and o.kind in bare]


_PLACE_OF = {
    "province": r"(?:tỉnh )?",
    "city": r"(?:thành phố |tp\.? ?)?",
    "district": r"(?:huyện |quận |thị xã )?",
    "committee": "",
}


def as_party(document: Document, reference: Reference, own: Organization) -> Organization:
    """The "Đảng bộ tỉnh X" of a "Tỉnh ủy X", where the text names it so."""
    words = document.key[own.core.start : own.core.end]
    name = words.split(" ", 2)[2] if words.count(" ") >= 2 else ""
    unit = _PLACE_OF.get(own.kind)
    if unit is None or not name or words.startswith("đảng bộ"):
        return own
    m = re.compile(rf"(?<!\w)đảng bộ {unit}{re.escape(name)}(?!\w)").search(document.key)
    if m is None:
        return own
    return Organization(Span(*m.span()), Span(*m.span()), "committee", True, False, False)


def _of_region(document: Document, reference: Reference) -> Named | None:
    """ "các chi bộ đảng trên địa bàn X" where no one organisation is named."""
    m = re.compile(
        r"các (?P<kind>chi bộ|đảng bộ|tổ chức đảng|cấp ủy)(?: đảng)? (?:trên địa bàn|ở) (?=\S)"
    ).search(document.key)
    if m is None or not document.text[m.end()].isupper():
        return None
    name = re.compile(rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*").match(document.text, m.end())
    if name is None:
        return None
    span = Span(m.start(), name.end())
    kind = {"chi bộ": "cell", "đảng bộ": "committee"}.get(m["kind"], "staff")
    found = Organization(span, span, kind, True, False, False)
    return Named(document.quote(span), span, found, "cell" if kind == "cell" else None)


def _of_inspection(document: Document, reference: Reference) -> Named | None:
    """The inspection commission of a place, where no committee is named."""
    found = [
        o
        for o in organizations(document, reference)
        if o.kind == "inspection" and o.named and level(document, o, reference) != "central"
    ]
    own = most(document, found)
    return named(document, own.core, own, reference) if own else None
