"""The organisations of a place, where an article names none in full."""

import re

from extractors.levels import level_of_place
from extractors.mastheads import headline
from extractors.naming import Named, most, named
from extractors.organizations import Organization, organizations
from pipeline.model import Document, Span
from pipeline.records import Level
from pipeline.reference import Reference
from pipeline.text import LOWER, UPPER

_SYLLABLE = rf"[{UPPER}][{LOWER}]*(?:['’][{UPPER}{LOWER}]+)?"
_NAME = rf"{_SYLLABLE}(?: {_SYLLABLE})*"
_THOSE_OF = re.compile(
    r"(?<!\w)(?:các (?P<kind>chi bộ|đảng bộ|đảng ủy|tổ chức (?:cơ sở )?đảng|cấp ủy)(?: đảng)?"
    r" (?:trên địa bàn |trực thuộc |ở |thuộc |trong |của |(?=vùng |khu vực |các tỉnh ))"
    r"|cấp ủy các cấp (?:thuộc|của|ở|trong) |cấp ủy, tổ chức đảng (?:ở|trong|thuộc) "
    r"|(?:cấp ủy|đảng bộ) (?=các tỉnh ))"
)
_WHERE = re.compile(
    rf"(?:(?:vùng|khu vực|các tỉnh)(?: [{LOWER}]+){{0,5}} "
    rf"|(?:tỉnh|thành phố|quận|huyện|thị xã|xã) )?{_NAME}"
)
_RANKS: tuple[tuple[tuple[str, ...], Level], ...] = (
    (("vùng", "khu vực", "các tỉnh", "tỉnh", "thành phố"), "province"),
    (("quận", "huyện", "thị xã"), "superior"),
    (("xã",), "grassroots"),
)


def those_of(document: Document, reference: Reference) -> Named | None:
    """ "các chi bộ đảng trên địa bàn X", "các đảng bộ trong tỉnh X"."""
    for m in _THOSE_OF.finditer(document.key):
        name = _WHERE.match(document.text, m.end())
        if name is None or document.key.startswith(_PARTY_ITSELF, m.end()):
            continue
        span = Span(m.start(), name.end())
        kind = {"chi bộ": "cell", "đảng bộ": "committee"}.get(m["kind"] or "", "staff")
        found = Organization(span, span, kind, True, False, False)
        place = document.key[m.end() : name.end()]
        rank = next((r for words, r in _RANKS if place.startswith(words)), None)
        return Named(document.quote(span), span, found, "cell" if kind == "cell" else rank)
    return None


_PARTY_ITSELF = ("đảng", "trung ương")
_PLACE = re.compile(
    r"(?P<tier>[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|[Xx]ã|[Pp]hường|[Tt]hị trấn)"
    rf" {_NAME}"
)
_BODIES = {
    "tỉnh": ("tỉnh ủy", "đảng bộ tỉnh"),
    "thành phố": ("thành ủy", "đảng bộ thành phố"),
    "huyện": ("huyện ủy", "đảng bộ huyện"),
    "quận": ("quận ủy", "đảng bộ quận"),
    "thị xã": ("thị ủy", "đảng bộ thị xã"),
    "xã": ("đảng ủy xã", "đảng bộ xã"),
    "phường": ("đảng ủy phường", "đảng bộ phường"),
    "thị trấn": ("đảng ủy thị trấn", "đảng bộ thị trấn"),
}
"""What the committee of a place is called where it is left without the place's name."""
_LEAD = 1_000


def place(document: Document, reference: Reference, within: Span | None = None) -> Named | None:
    """ "Huyện Kim Hải", where the text goes on to speak of "Huyện ủy" alone."""
    top = headline(document, reference)
    where = within or Span(top.start, top.start + _LEAD)
    for m in _PLACE.finditer(document.text, where.start, where.end):
        tier = m["tier"].lower()
        if not any(body in document.key for body in _BODIES[tier]):
            continue
        if _ASIDE.search(document.key, max(0, m.start() - 30), m.start()):
            continue
        span = Span(*m.span())
        found = Organization(span, span, "committee", True, False, False)
        return Named(document.quote(span), span, found, level_of_place(document, span, reference))
    return None


_ASIDE = re.compile(r"(?:như|điển hình|chẳng hạn|giáp|cách|sang|từ|quê|[,(])\s*(?:ở|là|tại)?\s*$")
"""What stands before a place that is named as one of many, or by the way."""


def bare(document: Document, reference: Reference) -> Named | None:
    """The "Huyện ủy" or "Đảng bộ huyện" that an article leaves without any name."""
    found = [
        o
        for o in organizations(document, reference)
        if document.text[o.core.start].isupper()
        and document.key.startswith(_BARE, o.core.start)
        and not document.text[o.core.start : o.core.end].isupper()
    ]
    own = most(document, [o for o in found if not o.governed] or found)
    return named(document, own.core, own, reference) if own else None


_BARE = tuple(body for bodies in _BODIES.values() for body in bodies)
