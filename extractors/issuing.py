"""Who issues a document, which organisation it is about, and which stands right above that."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.levels import level
from extractors.organizations import Organization, organizations
from extractors.titles import Title
from pipeline.model import Document, Span
from pipeline.records import DocType, Level
from pipeline.reference import Reference


@dataclass(frozen=True, slots=True)
class Named:
    """An organisation as the document writes it, and where."""

    words: str
    span: Span
    organization: Organization
    level: Level | None = None


_PARTY = ("cell", "committee", "province", "city", "district", "ministry_party")
_OWN = (*_PARTY, "union", "central", "staff", "inspection")
_TITLE_FIRST = ("self_review_report", "political_report", "summary_report", "conclusion_notice",
                "resolution")  # fmt: skip
_ACTS = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:đã\s+)?"
    r"(?:xây dựng|ban hành|hướng dẫn|yêu cầu|kết luận|có ý kiến|quyết định|thông báo"
    r"|báo cáo|quyết nghị|kiểm điểm|tổ chức kiểm điểm|đề ra)\b[^.]{0,200}?(?:sau|:)"
)  # fmt: skip
_NOT_OWN = re.compile(
    r"(?:đại hội(?: đại biểu)?|trình|làm việc với|tập thể|dự|gửi|kính gửi|đối với|nghị quyết"
    r"|thực hiện"
    r"|căn cứ|tham mưu(?: cho)?|giúp|trực thuộc|thuộc|nơi nhận)[\s:-]+$"
)


def issuer(
    document: Document, reference: Reference, head: Title | None, kind: DocType
) -> Named | None:
    """The body that issues the document, as written; None for news and forms."""
    if kind in ("news", "form"):
        return None
    title_first = [_from_title, _from_letterhead] if kind in _TITLE_FIRST else [
        _from_letterhead, _from_symbol, _from_opening, _from_title
    ]  # fmt: skip
    if kind == "speech":
        title_first = [_from_speaker, *title_first]
    for find in (*title_first, _from_opening, _from_signature, _from_body):
        found = find(document, reference, head)
        if found is not None:
            return _named(document, found.span, found, reference)
    return None


def unit(
    document: Document, reference: Reference, head: Title | None, kind: DocType,
    issued_by: Named | None,
) -> Named | None:  # fmt: skip
    """The party organisation that the document is about; mostly the issuer's own."""
    if kind == "form":
        return None
    if kind == "news":
        return _of_news(document, reference)
    if kind == "conclusion_notice" and head is not None:
        concluded = _concluded_on(document, reference, head)
        if concluded is not None:
            return concluded
    if issued_by is None:
        return _whole_party(document, head)
    found = issued_by.organization
    core = found.span if found.kind == "central" else found.core
    return _named(document, core, found, reference)


def parent(
    document: Document, reference: Reference, head: Title | None, kind: DocType,
    about: Named | None,
) -> Named | None:  # fmt: skip
    """The organisation right above the unit, where the text names it."""
    if about is None or kind in ("form", "conclusion_notice"):
        return None
    if head is not None and (found := _letterhead_parent(document, reference, head, about)):
        return found
    if about.level not in ("cell", "grassroots"):
        return None
    found = _renamed(document, reference) if about.level == "grassroots" else None
    return found or _most_named_above(document, reference, about)


def _named(document: Document, span: Span, found: Organization, reference: Reference) -> Named:
    """The mention in its best spelling: one of running text before one in capitals."""
    span = _best_spelling(document, span)
    return Named(document.quote(span), span, found, level(document, found, reference))


def _best_spelling(document: Document, span: Span) -> Span:
    """Where the same words stand in mixed case; the span itself where they never do."""
    words = document.key[span.start : span.end]
    pattern = re.compile(
        rf"(?<!\w){re.escape(words)}(?!\w)".replace(r"\ ", r"[ \n]+").replace("\\\n", r"[ \n]+")
    )
    best = span
    for m in pattern.finditer(document.key):
        text = document.text[m.start() : m.end()]
        if text[0].isupper() and not text.isupper() and "\n" not in text:
            return Span(*m.span())
    return best


def _from_title(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """ "… của Ban Chấp hành Đảng bộ X" in the title, unless another document's issuer."""
    if head is None:
        return None
    cited = reference.lexicon("document.cited")
    loose = document.text[head.span.start + 1 : head.span.start + 60].islower()
    for found in organizations(
        document, reference, head.type_words.end, head.span.end, loose=loose
    ):
        before = document.key[head.type_words.end : found.span.start]
        if found.kind not in _OWN or _NOT_OWN.search(before):
            continue
        if re.search(r"\d\s*-\s*[^\W\d]{2,}/", before) or cited.first(before.rsplit("\n", 1)[-1]):
            continue
        direct = re.search(
            r"(?:của|do|\bbởi|hội nghị(?: lần thứ \w+)?(?:,)?)\s+$", before
        ) or not before.strip(" \n:*#-")
        if direct and (found.named or found.kind not in ("cell", "committee")):
            return found
    return None


def _from_letterhead(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """The lowest organisation of the letterhead."""
    found = _letterhead(document, reference, head)
    if not found:
        return None
    last = found[-1]
    if last.kind == "staff" and not last.named:
        return _commission(document, reference, last)
    return last


def _letterhead(document: Document, reference: Reference, head: Title | None) -> list[Organization]:
    """The organisations of the letterhead, top line first."""
    if head is None:
        return []
    return [
        o for o in organizations(document, reference, head.letterhead.start, head.letterhead.end)
        if document.text[o.span.start : o.span.end].isupper()
        and (o.named or o.kind in ("central", "staff", "province"))
    ]  # fmt: skip


def _commission(
    document: Document, reference: Reference, last: Organization
) -> Organization | None:
    """ "BAN TỔ CHỨC" under "BAN CHẤP HÀNH TRUNG ƯƠNG": the text's "Ban Tổ chức Trung ương"."""
    words = document.key[last.core.start : last.core.end]
    m = re.compile(rf"{re.escape(words)} (?:trung ương|tỉnh ủy|thành ủy|huyện ủy)").search(
        document.key, last.core.end
    )
    if m is None:
        return last
    span = Span(*m.span())
    return Organization(span, span, "staff", True, False, False)


def _from_opening(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """ "Chi bộ X xây dựng kế hoạch … như sau:" in the opening paragraphs."""
    start = head.span.end if head else 0
    for found in organizations(document, reference, start, start + 2000):
        own = found.named or found.kind == "central"
        if own and not found.governed and _ACTS.match(document.key, found.span.end):
            return _with_fellow(document, found)
    return None


def _with_fellow(document: Document, found: Organization) -> Organization:
    """ "Bộ Chính trị, Ban Bí thư có ý kiến": both."""
    m = re.search(r"bộ chính trị(?:,| và) $", document.key[: found.span.start])
    if m is None or found.kind != "central":
        return found
    span = Span(m.start(), found.span.end)
    return Organization(span, span, "central", True, False, False)


def _from_symbol(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """The central body first named in a document numbered "…/TW"."""
    if head is None or not re.match(
        r"\s*số\s*\d+-[^\W\d_]+/tw\b", document.key[head.type_words.end :]
    ):
        return None
    return next((o for o in organizations(document, reference) if o.kind == "central"), None)


def _from_signature(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """The body that signs, in capitals at the end."""
    start = max(0, len(document.text) - 500)
    for found in organizations(document, reference, start):
        if document.text[found.core.start : found.core.end].isupper() and found.named:
            return found
    return None


def _from_speaker(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """ "Đại diện Đảng bộ X, đồng chí … phát biểu tham luận"."""
    for found in organizations(document, reference):
        before = document.key[max(0, found.span.start - 40) : found.span.start]
        if found.named and re.search(
            r"(?:đại diện|thay mặt|tham luận của|phát biểu của)\s+(?:cho\s+)?$", before
        ):
            return found
    return None


def _from_body(document: Document, reference: Reference, head: Title | None) -> Organization | None:
    """The party organisation most named near the top, under its presidium where it acts so."""
    top = [o for o in organizations(document, reference, 0, 9000)
           if o.named and not o.governed and o.kind in (*_PARTY, "union")
           and document.text[o.core.start].isupper()]  # fmt: skip
    own = _most(document, [o for o in top if o.kind in ("cell", "committee", "union")])
    if own is None:
        return None
    key = document.key[own.core.start : own.core.end]
    led = (o for o in top if o.presidium and document.key[o.core.start : o.core.end] == key
           and document.key.startswith("ban chấp hành", o.span.start))  # fmt: skip
    return next(led, own)


def _most(document: Document, found: Iterable[Organization]) -> Organization | None:
    """The first mention of the organisation named most often."""
    mentions = list(found)
    counts = Counter(document.key[o.core.start : o.core.end] for o in mentions)
    if not counts:
        return None
    top, _ = max(counts.items(), key=lambda c: c[1])
    return next(o for o in mentions if document.key[o.core.start : o.core.end] == top)


def _concluded_on(document: Document, reference: Reference, head: Title) -> Named | None:
    """Of a conclusion: the organisation that was worked with, or that it concerns."""
    m = re.compile(
        r"(?:làm việc với|kiểm tra,? giám sát đối với|kiểm tra đối với|giám sát đối với|đối với"
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
    return _named(document, found.core, found, reference)


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
            return _named(document, other.core, other, reference)
    return None


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


def _of_news(document: Document, reference: Reference) -> Named | None:
    """The organisation named in the headline, else the one named most in the lead or the text."""
    first = document.blocks[0].span if document.blocks else Span(0, 0)
    headline = Span(0, min(first.end, 200))
    for where in (headline, Span(0, 1500), Span(0, len(document.text))):
        named = [o for o in organizations(document, reference, where.start, where.end)
                 if o.named and o.kind in _PARTY]  # fmt: skip
        named = named or (_spelt_out(document, reference) if where is headline else [])
        free = [o for o in named if not o.governed] or named
        if free:
            own = free[0] if where is headline else _most(document, free)
            assert own is not None
            own = _as_party(document, reference, own)
            return _named(document, own.core, own, reference)
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


def _as_party(document: Document, reference: Reference, own: Organization) -> Organization:
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
    name = re.compile(r"[^\W\d_a-zà-ỹ][^\W\d_]*(?: [^\W\d_a-zà-ỹ][^\W\d_]*)*").match(
        document.text, m.end()
    )
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
    own = _most(document, found)
    return _named(document, own.core, own, reference) if own else None


def _letterhead_parent(
    document: Document, reference: Reference, head: Title, about: Named
) -> Named | None:
    """The letterhead's upper line, where two organisations stand in it."""
    lines = _letterhead(document, reference, head)
    if len(lines) < 2 or lines[0].kind == "central":
        return None
    return _named(document, lines[0].core, lines[0], reference)


def _renamed(document: Document, reference: Reference) -> Named | None:
    """ "Đảng ủy Khối … (nay là Đảng ủy UBND tỉnh)": what the one above is called now."""
    for found in organizations(document, reference):
        before = document.key[max(0, found.span.start - 12) : found.span.start]
        if before.endswith("nay là ") and level(document, found, reference) == "superior":
            return _named(document, found.core, found, reference)
    return None


def _most_named_above(document: Document, reference: Reference, about: Named) -> Named | None:
    """The organisation of the level right above that is named most."""
    own = document.key[about.span.start : about.span.end]
    party = about.organization.kind in _PARTY
    wanted = {"cell": ("grassroots",), "grassroots": ("superior",)}[about.level or "cell"]
    above = [
        o for o in organizations(document, reference)
        if not o.governed and (o.named or o.kind == "district")
        and o.kind in (_PARTY if party else ("union",))
        and level(document, o, reference) in (wanted if party else ("superior", "province"))
        and document.key[o.core.start : o.core.end] != own
    ]  # fmt: skip
    tail = own.split(" ", 1)[-1]
    near = [o for o in above if document.key[o.core.start : o.core.end].split(" ", 2)[-1] in tail]
    found = _most(document, above if party else near or above)
    return _named(document, found.core, found, reference) if found else None
