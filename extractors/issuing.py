"""Who issues a document: by its letterhead, title, opening words, signature or body."""

import re

from extractors.letterheads import letterhead_body
from extractors.naming import PARTY, Named, most, named
from extractors.organizations import Organization, organizations
from extractors.titles import Title
from pipeline.model import Document, Span
from pipeline.records import DocType
from pipeline.reference import Reference

_OWN = (*PARTY, "union", "central", "staff", "inspection")
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
    title_first = [_from_title, letterhead_body] if kind in _TITLE_FIRST else [
        letterhead_body, _from_symbol, _from_opening, _from_title
    ]  # fmt: skip
    if kind == "speech":
        title_first = [_from_speaker, *title_first]
    for find in (*title_first, _from_opening, _from_signature, _from_body):
        found = find(document, reference, head)
        if found is not None:
            found = _acting(document, reference, head, found)
            return named(document, found.span, found, reference)
    return None


def _acting(
    document: Document, reference: Reference, head: Title | None, found: Organization
) -> Organization:
    """The presidium of the same organisation, where the opening words say that it acts."""
    opening = _from_opening(document, reference, head)
    if found.presidium:
        return found
    if opening is None or not opening.presidium:
        return _signing(document, found)
    acting, issuing = (document.key[o.core.start : o.core.end] for o in (opening, found))
    same = acting == issuing or (
        opening.kind in ("province", "city", "district") and issuing.startswith(f"{acting} ")
    )
    return opening if same else found


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
           if o.named and not o.governed and o.kind in (*PARTY, "union")
           and document.text[o.core.start].isupper()]  # fmt: skip
    own = most(document, [o for o in top if o.kind in ("cell", "committee", "union")])
    if own is None:
        return None
    key = document.key[own.core.start : own.core.end]
    led = (o for o in top if o.presidium and document.key[o.core.start : o.core.end] == key
           and document.key.startswith("ban chấp hành", o.span.start))  # fmt: skip
    return next(led, own)
