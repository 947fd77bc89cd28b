"""Who issues a document: by its letterhead, title, opening words, signature or body."""

import re
from collections.abc import Iterator

from extractors import labelled
from extractors.full_names import fuller, is_short
from extractors.letterheads import letterhead_body
from extractors.naming import PARTY, Named, most, named
from extractors.organizations import Organization, organizations
from extractors.titles import Title
from extractors.wrapped import who_issued
from pipeline.model import Document, Span
from pipeline.records import DocType
from pipeline.reference import Reference

_OWN = (*PARTY, "union", "central", "staff", "inspection")
_TITLE_FIRST = ("self_review_report", "political_report", "summary_report", "conclusion_notice",
                "resolution")  # fmt: skip
_ACTS = re.compile(
    r"\s*(?:\([^)]{0,60}\)\s*)?(?:đã\s+)?"
    r"(?:xây dựng|ban hành|hướng dẫn|yêu cầu|kết luận|có ý kiến|quyết định|thông báo"
    r"|quy định|chỉ thị|đề nghị|thống nhất|báo cáo|quyết nghị|kiểm điểm"
    r"|tổ chức kiểm điểm|đề ra)\b[^.]{0,200}?(?:sau|:)"
)  # fmt: skip
_NOT_OWN = re.compile(
    r"(?:đại hội(?: đại biểu)?|trình|làm việc với|tập thể|dự|gửi|kính gửi|đối với|nghị quyết"
    r"|thực hiện"
    r"|căn cứ|tham mưu(?: cho)?|giúp|trực thuộc|thuộc|nơi nhận)[\s:-]+$"
)

# "Kết luận của Thứ trưởng tại Hội nghị kiểm điểm của Đảng ủy X": whose meeting it was.
_WHERE_OTHERS_MET = re.compile(r"của [^\n]*\btại (?:hội nghị|buổi|cuộc|phiên|kỳ họp)")

_OWN_WORDS = re.compile(r"(?:của|do|\bbởi|hội nghị(?: lần thứ \w+(?: \w+)?)?(?:,)?)\s+$")
_COLLECTIVE = re.compile(r"[\s:*#-]*(?:(?:tự )?kiểm điểm(?:,? tự phê bình)? (?:của )?)?tập thể\s+")
"""What stands before the body of a review that is its own: "Kiểm điểm tập thể Ban Chấp hành …"."""


def issuer(
    document: Document, reference: Reference, head: Title | None, kind: DocType
) -> Named | None:
    """The body that issues the document, as written; None for news and forms."""
    if kind in ("news", "form") or (kind == "other" and head is None):
        return None
    if kind == "resolution" and (congress := _from_congress(document, reference, head)):
        return named(document, congress.span, congress, reference)
    title_first = [_from_title, letterhead_body, _from_page] if kind in _TITLE_FIRST else [
        letterhead_body, _from_page, _from_symbol, _from_opening, _from_title
    ]  # fmt: skip
    if kind == "speech":
        title_first = [_from_speaker, *title_first]
    for find in (*title_first, _from_opening, _from_signature, _from_body):
        found = find(document, reference, head)
        if found is not None:
            found = _acting(document, reference, head, found)
            found = fuller(document, reference, found, whole=True)
            return named(document, found.span, found, reference)
    return None


def _acting(
    document: Document, reference: Reference, head: Title | None, found: Organization
) -> Organization:
    """The presidium of the same organisation, where title or opening words say that it acts."""
    if found.kind == "central":
        return _central_acting(document, reference, head, found)
    if found.presidium:
        return found
    for acting in _presidia(document, reference, head):
        if _is_part(document, acting, found):
            alone = _as_party(document, acting.core) in _TIERS
            core = acting.core if acting.named and not alone else found.core
            kind = found.kind if alone else acting.kind
            return Organization(acting.span, core, kind, True, False, True)
    return _signing(document, found)


def _presidia(
    document: Document, reference: Reference, head: Title | None
) -> Iterator[Organization]:
    """The presidia that the title calls the author, or that act in the opening paragraphs."""
    start = head.type_words.end if head else 0
    end = head.span.end if head else 0
    for found in organizations(document, reference, start, end + 2000):
        if not found.presidium or found.governed:
            continue
        if found.span.end <= end:
            before = document.key[start : found.span.start]
            if _OWN_WORDS.search(before) and not _NOT_OWN.search(before):
                yield found
        elif _ACTS.match(document.key, found.span.end):
            yield found


def _is_part(document: Document, acting: Organization, found: Organization) -> bool:
    """Whether a presidium is the found organisation's; a bare "Huyện ủy" is the letterhead's."""
    words, name = (_as_party(document, o.core) for o in (acting, found))
    if words in _TIERS and name.startswith(f"{words} "):
        return True
    places = ("province", "city", "district", "union")
    return words == name or (acting.kind in places and name.startswith(f"{words} "))


def _as_party(document: Document, core: Span) -> str:
    """A committee's name as its organisation's: "đảng ủy xã x" as "đảng bộ xã x"."""
    words = " ".join(document.key[core.start : core.end].split())
    for short, whole in _WHOLE:
        if words.startswith(short):
            return whole + words[len(short) :]
    return words


_WHOLE = (
    ("đảng ủy", "đảng bộ"),
    ("tỉnh ủy", "đảng bộ tỉnh"),
    ("thành ủy", "đảng bộ thành phố"),
    ("huyện ủy", "đảng bộ huyện"),
    ("quận ủy", "đảng bộ quận"),
    ("thị ủy", "đảng bộ thị xã"),
)
_TIERS = ("đảng bộ tỉnh", "đảng bộ thành phố", "đảng bộ huyện", "đảng bộ quận", "đảng bộ thị xã")


_RULES = re.compile(r"\s*(?:đã\s+)?(?:quy định|quyết định|ban hành|yêu cầu|chỉ thị|kết luận)\b")


def _central_acting(
    document: Document, reference: Reference, head: Title | None, found: Organization
) -> Organization:
    """ "Bộ Chính trị quy định …" under the letterhead that all central bodies share."""
    if not document.key.startswith("ban chấp hành trung ương", found.core.start):
        return found
    start = head.span.end if head else 0
    for other in organizations(document, reference, start, start + 2000):
        if other.kind == "central" and _RULES.match(document.key, other.span.end):
            return _with_fellow(document, other)
    return found


_SIGNS = re.compile(r"\bt\s?[./]?\s?m\.?\s+(ban thường vụ|thường trực)\b")


def _signing(document: Document, found: Organization) -> Organization:
    """The "Ban Thường vụ Tỉnh ủy" of the text, where "T/M BAN THƯỜNG VỤ" signs for it."""
    signs = _SIGNS.search(document.key, max(0, len(document.key) - 500))
    if signs is None or found.kind not in ("province", "city", "district"):
        return found
    short = " ".join(document.key[found.core.start : found.core.end].split()[:2])
    words = f"{signs[1]} {short}"
    at = document.key.find(words)
    if at < 0:
        return found
    acting = Span(at, at + len(words))
    return Organization(acting, found.core, found.kind, True, False, True)


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
        reviewed = head.doc_type == "self_review_report" and _COLLECTIVE.fullmatch(before)
        if found.kind not in _OWN or _WHERE_OTHERS_MET.search(before):
            continue
        if reviewed and found.named and not is_short(document, found):
            return found
        if _NOT_OWN.search(before):
            continue
        if re.search(r"\d\s*-\s*[^\W\d]{2,}/", before) or cited.first(before.rsplit("\n", 1)[-1]):
            continue
        direct = _OWN_WORDS.search(before) or not before.strip(" \n:*#-")
        if direct and (found.named or found.kind not in ("cell", "committee")):
            return found
    return None


_CONGRESS = re.compile(r"[\s:*#-]*(?:của\s+)?(?P<congress>đại hội(?:\s+đại biểu)?\s+)")


def _from_congress(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """ "Đại hội đại biểu Đảng bộ xã X" of "NGHỊ QUYẾT Đại hội đại biểu Đảng bộ xã X lần thứ I"."""
    m = head and _CONGRESS.match(document.key, head.type_words.end, head.span.end)
    if not head or not m:
        return None
    found = next(organizations(document, reference, m.end(), head.span.end), None)
    if found is None or found.span.start != m.end() or not found.named:
        return None
    span = Span(m.start("congress"), found.span.end)
    return Organization(span, found.core, found.kind, True, False, True)


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


def _from_page(document: Document, reference: Reference, head: Title | None) -> Organization | None:
    """Who "vừa ban hành" the document that a page gives in full, or stands behind a label."""
    if head is not None and (found := labelled.issuer(document, reference)):
        return found
    if head is None or not head.alone:
        return None
    return who_issued(document, reference, head.type_words)


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
           if o.named and not o.governed and o.kind in (*PARTY, "union")
           and document.text[o.core.start].isupper()]  # fmt: skip
    own = most(document, [o for o in top if o.kind in ("cell", "committee", "union")])
    if own is None:
        return None
    key = document.key[own.core.start : own.core.end]
    led = (o for o in top if o.presidium and document.key[o.core.start : o.core.end] == key
           and document.key.startswith("ban chấp hành", o.span.start))  # fmt: skip
    return next(led, own)
