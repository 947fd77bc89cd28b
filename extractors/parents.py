"""Which organisation stands right above the one a document is about."""

import re

from extractors.full_names import fuller, is_short
from extractors.letterheads import letterhead_bodies, state_lines
from extractors.levels import level
from extractors.naming import PARTY, Named, most, named
from extractors.organizations import Organization, organizations
from extractors.titles import Title
from pipeline.model import Document, Span
from pipeline.records import DocType
from pipeline.reference import Reference


def parent(
    document: Document, reference: Reference, head: Title | None, kind: DocType,
    about: Named | None, issued_by: Named | None,
) -> Named | None:  # fmt: skip
    """The organisation right above the unit, where the text names it."""
    if about is None or kind == "form":
        return None
    if kind == "conclusion_notice":
        found = _directly_under(document, reference, about)
        return found or _right_above(document, reference, head, about, issued_by)
    if head is not None and (found := _letterhead_parent(document, reference, head, about)):
        return found
    found = _directly_under(document, reference, about)
    youth = about.organization.kind == "union" and about.level == "province"
    if found is not None or (about.level not in ("cell", "grassroots") and not youth):
        return found
    if found is None and about.level == "grassroots":
        found = _renamed(document, reference)
    return found or _most_named_above(document, reference, about)


_WANTED: dict[str, tuple[str, ...]] = {
    "cell": ("grassroots",),
    "grassroots": ("superior",),
    "province": ("central",),
}
_ABOVE = {"cell": "grassroots", "grassroots": "superior", "superior": "province"}


def _right_above(
    document: Document, reference: Reference, head: Title | None, about: Named,
    issued_by: Named | None,
) -> Named | None:  # fmt: skip
    """Who concludes on a unit (or whose commission), where it stands one level above."""
    if issued_by is None:
        return None
    own = fuller(document, reference, issued_by.organization)
    if own.kind in ("inspection", "staff"):
        words = own.span
        inner = organizations(document, reference, words.start + 1, words.end)
        own = next((o for o in inner if o.kind in PARTY), own)
    if not own.named:
        words = own.core
        bare = f"{document.key[words.start : words.end]} "
        lines = letterhead_bodies(document, reference, head)
        own = next((o for o in lines if document.key.startswith(bare, o.core.start)), own)
    rank = level(document, own, reference)
    if own.kind not in PARTY or not own.named or rank != _ABOVE.get(about.level or ""):
        return None
    return named(document, own.core, own, reference)


def _letterhead_parent(
    document: Document, reference: Reference, head: Title, about: Named
) -> Named | None:
    """The letterhead's upper line, where two organisations stand in it."""
    if about.organization.kind == "state":
        return _state_parent(document, head, about)
    lines = letterhead_bodies(document, reference, head)
    if len(lines) < 2 or (lines[0].kind == "central" and lines[-1].kind != "staff"):
        return None
    if about.level == "province" and about.organization.kind in PARTY:
        return None  # "ĐẢNG BỘ TỈNH X" over "TỈNH ỦY X" is the same
    return named(document, lines[0].core, lines[0], reference)


def _state_parent(document: Document, head: Title, about: Named) -> Named | None:
    """The department in whose letterhead a school or hospital stands below."""
    lines = state_lines(document, head)
    if len(lines) < 2 or lines[-1] != about.organization.core:
        return None
    found = Organization(lines[0], lines[0], "state", True, False, False)
    return Named(document.quote(lines[0]), lines[0], found)


def _directly_under(document: Document, reference: Reference, about: Named) -> Named | None:
    """ "Đảng bộ X trực thuộc Đảng bộ Y": Y, whatever its level."""
    own = re.escape(document.key[about.span.start : about.span.end])
    under = re.compile(rf"{own}[,(\s]+(?:là [^.;]{{0,20}})?(?:trực )?thuộc\s+")
    for m in under.finditer(document.key):
        found = next(organizations(document, reference, m.end(), m.end() + 200), None)
        if found is not None and found.span.start == m.end() and found.named:
            return named(document, found.core, found, reference)
    return _under_before(document, reference, own)


def _under_before(document: Document, reference: Reference, own: str) -> Named | None:
    """ "Là chi bộ trực thuộc Đảng bộ Y, Chi bộ X có …": Y."""
    before = re.compile(rf"\blà [^.;\n]{{0,60}}?(?:trực )?thuộc (?P<above>[^.;\n]{{5,120}}), {own}")
    m = before.search(document.key)
    if m is not None:
        found = next(organizations(document, reference, *m.span("above")), None)
        if found is not None and found.span == Span(*m.span("above")):
            return named(document, found.core, found, reference)
    return None


def _renamed(document: Document, reference: Reference) -> Named | None:
    """ "Đảng ủy Khối … (nay là Đảng ủy UBND tỉnh)": what the one above is called now."""
    for found in organizations(document, reference):
        before = document.key[max(0, found.span.start - 12) : found.span.start]
        if before.endswith("nay là ") and level(document, found, reference) == "superior":
            return named(document, found.core, found, reference)
    return None


def _most_named_above(document: Document, reference: Reference, about: Named) -> Named | None:
    """The organisation of the level right above that is named most."""
    own = document.key[about.span.start : about.span.end]
    party = about.organization.kind in PARTY
    wanted = _WANTED[about.level or "cell"]
    if not party and about.level != "province":
        wanted = ("superior", "province")
    kinds = PARTY if party else ("union",)
    above = [
        o
        for o in organizations(document, reference)
        if o.kind in kinds
        and level(document, o, reference) in wanted
        and not o.governed
        and (o.named or o.kind == "district" or "central" in wanted)
        and document.key[o.core.start : o.core.end] != own
    ]
    if not above and about.level == "cell":
        above = [
            o
            for o in organizations(document, reference)
            if o.kind == "committee" and not o.governed and is_short(document, o)
        ]
    tail = own.split(" ", 1)[-1]
    near = [o for o in above if document.key[o.core.start : o.core.end].split(" ", 2)[-1] in tail]
    found = most(document, above if party else near or above)
    return named(document, found.core, found, reference) if found else None
