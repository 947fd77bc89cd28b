"""Which organisation a news item or an article is about."""

import re

from extractors.full_names import fuller
from extractors.levels import level
from extractors.mastheads import headline
from extractors.naming import PARTY, Named, most, named
from extractors.organizations import Organization, organizations
from extractors.place_units import bare, place, those_of
from pipeline.model import Document, Span
from pipeline.reference import Reference


def news_unit(document: Document, reference: Reference) -> Named | None:
    """The organisation named in the headline, else the one named most in the lead or the text.

    Where none is named: those of a place, a central body that the news tells of, the Party.
    """
    if merged := _merged(document, reference):
        return merged
    top = headline(document, reference)
    for where in (top, Span(top.start, top.start + 1500), Span(top.start, len(document.text))):
        free = _free(document, reference, where)
        if where is top:
            own = free[0] if free else most(document, _spelt_out(document, reference))
        else:
            told = [o for o in free if _in_headline(document, top, o)]
            if not told and (whose := place(document, reference, top)):
                return whose
            own = most(document, told or free)
        if own is None:
            continue
        own = as_party(document, reference, fuller(document, reference, own))
        if _TIER_ALONE.fullmatch(document.key, own.core.start, own.core.end):
            break
        return named(document, own.core, own, reference)
    for find in (those_of, _of_inspection, place, _of_centre, bare, _whole_party):
        if other := find(document, reference):
            return other
    return None


def _free(document: Document, reference: Reference, where: Span) -> list[Organization]:
    """The party organisations named there; those of whom only posts are named where no other is."""
    found = [
        o
        for o in organizations(document, reference, where.start, where.end)
        if o.named and o.kind in PARTY
    ]
    return [o for o in found if not o.governed] or found


def _in_headline(document: Document, top: Span, found: Organization) -> bool:
    """Whether the headline names the place whose organisation it is: "Kim Hải: …"."""
    core = document.key[found.core.start : found.core.end]
    m = _OF_PLACE.fullmatch(core)
    return m is not None and m["name"] in document.key[top.start : top.end]


_OF_PLACE = re.compile(
    r"(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|(?:đảng bộ|đảng ủy)(?= (?:tỉnh|thành phố|tp|huyện"
    r"|quận|thị|xã|phường)\b))(?: (?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|xã|phường|thị trấn))?"
    r" (?P<name>[^\d,]{4,30})"
)
_TIER_ALONE = re.compile(r"đảng bộ tỉnh")


def _merged(document: Document, reference: Reference) -> Named | None:
    """The organisation that others were merged into: "hợp nhất A và B thành Đảng bộ C"."""
    m = re.compile(r"(?:hợp nhất|sáp nhập)[^.\n]{0,260}? thành (?=đảng bộ|đảng ủy|chi bộ)").search(
        document.key, 0, 2000
    )
    found = next(organizations(document, reference, m.end(), m.end() + 200), None) if m else None
    if m is None or found is None or found.span.start != m.end() or not found.named:
        return None
    return named(document, found.core, found, reference)


def _of_centre(document: Document, reference: Reference) -> Named | None:
    """The central body that a lead names again and again, not only as a document's issuer."""
    bodies = [
        o
        for o in organizations(document, reference, 0, 1500)
        if o.kind == "central"
        and not o.governed
        and not _ISSUER.search(document.key, max(0, o.span.start - 60), o.span.start)
    ]
    own = most(document, bodies)
    if own is None:
        return None
    words = document.key[own.core.start : own.core.end]
    if sum(document.key[o.core.start : o.core.end] == words for o in bodies) < 3:
        return None
    return Named(document.quote(own.span), own.span, own, "central")


_ISSUER = re.compile(r"\d[^.;\n]{0,50}của\s+$")
_PARTY_ITSELF = re.compile(r"\bĐảng(?!\s+(?:bộ|ủy|uỷ|viên|đoàn|Cộng sản Đông|[A-ZĐ]))\b")


def _whole_party(document: Document, reference: Reference) -> Named | None:
    """ "Đảng" for an article on the Party at large."""
    found = list(_PARTY_ITSELF.finditer(document.text))
    if len(found) < 5:
        return None
    span = Span(*found[0].span())
    return Named("Đảng", span, Organization(span, span, "central", True, False, False), "central")


def _spelt_out(document: Document, reference: Reference) -> list[Organization]:
    """The named mentions of a "Thành ủy" that the headline leaves without a name."""
    top = headline(document, reference)
    bare = [o.kind for o in organizations(document, reference, top.start, top.end)
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


def _of_inspection(document: Document, reference: Reference) -> Named | None:
    """The inspection commission of a place, where no committee is named.

    The central one only where the headline names it: of others' news it is the source.
    """
    every = [o for o in organizations(document, reference) if o.kind == "inspection" and o.named]
    found = [o for o in every if level(document, o, reference) != "central"]
    found = found or [o for o in every if o.span.start < headline(document, reference).end]
    own = most(document, found)
    return named(document, own.core, own, reference) if own else None
