"""The organisations of a letterhead, and which of them issues."""

import re

from extractors.organizations import Organization, organizations
from extractors.titles import Title
from pipeline.model import Document, Span
from pipeline.reference import Reference
from pipeline.text import UPPER


def letterhead_body(
    document: Document, reference: Reference, head: Title | None
) -> Organization | None:
    """The lowest organisation of the letterhead."""
    found = letterhead_bodies(document, reference, head)
    if head is not None and (branch := _branch(document, reference, head, found)):
        return branch
    office = [o for o in found if o.kind == "staff" and _is_office(document, o)]
    if head is not None and len(office) == len(found) and not _central(document, head):
        return _state_body(document, head) or (found[-1] if found else None)
    if not found:
        return None
    last = found[-1]
    if last.kind in ("staff", "inspection") and not last.named:
        above = found[-2] if len(found) > 1 else None
        return _commission(document, reference, last, above)
    return _led(document, reference, head, last)


def _led(
    document: Document, reference: Reference, head: Title | None, last: Organization
) -> Organization:
    """ "BAN THƯỜNG VỤ" under "THÀNH ỦY X": the text's "Ban Thường vụ Thành ủy X"."""
    presidium = reference.lexicon("document.presidium")
    end = head.letterhead.end if head else last.span.end
    below = presidium.first(document.key, last.span.end, min(end, last.span.end + 30))
    if below is None:
        return last
    words = document.key[below.span.start : below.span.end]
    core = document.key[last.core.start : last.core.end]
    kind = " ".join(core.split()[:2])
    for whole in (core, kind):
        at = document.key.find(f"{words} {whole}")
        if at >= 0:
            span = Span(at, at + len(words) + 1 + len(whole))
            inner = Span(at + len(words) + 1, span.end)
            return Organization(span, inner, last.kind, True, False, True)
    return last


_COMMITTEE = re.compile(
    r"(?:BCH|BAN CHẤP HÀNH)\s+((?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN)"
    rf"(?: [{UPPER}]+)+)$",
    re.MULTILINE,
)


def _branch(
    document: Document, reference: Reference, head: Title, found: list[Organization]
) -> Organization | None:
    """ "BCH HUYỆN X" under "HỘI NÔNG DÂN VIỆT NAM": the text's "Hội Nông dân huyện X"."""
    m = _COMMITTEE.search(document.text, head.letterhead.start, head.letterhead.end)
    if m is None or not found or found[-1].kind != "union" or m.start() < found[-1].span.end:
        return None
    name = re.sub(r" việt nam$", "", document.key[found[-1].core.start : found[-1].core.end])
    at = document.key.find(f"{name} {m[1].lower()}", head.type_words.start)
    if at < 0:
        return Organization(Span(*m.span()), Span(*m.span()), "union", True, False, True)
    span = Span(at, at + len(name) + 1 + len(m[1]))
    return Organization(span, span, "union", True, False, False)


def letterhead_bodies(
    document: Document, reference: Reference, head: Title | None
) -> list[Organization]:
    """The organisations of the letterhead, top line first."""
    if head is None:
        return []
    return [
        o for o in organizations(document, reference, head.letterhead.start, head.letterhead.end)
        if (document.text[o.span.start : o.span.end].isupper() or _is_line(document, o))
        and (o.named or o.kind in ("central", "staff", "province", "inspection"))
        and document.text[o.span.start - 1 : o.span.start] not in ("/", "-")
    ]  # fmt: skip


def _is_line(document: Document, found: Organization) -> bool:
    """Whether a name not in capitals stands alone on its line."""
    block = document.block_at(found.span.start)
    return (
        block is not None
        and block.span.start == found.span.start
        and (block.span.end - found.span.end < 3)
    )


def _is_office(document: Document, found: Organization) -> bool:
    return not found.named or document.key.startswith("văn phòng", found.core.start)


def _central(document: Document, head: Title) -> bool:
    """Whether the letterhead is one of the Party's central bodies."""
    return "trung ương" in document.key[head.letterhead.start : head.letterhead.end]


def state_lines(document: Document, head: Title) -> list[Span]:
    """The ministries, departments and institutions of a state letterhead, top line first."""
    lines = _STATE.finditer(document.text, head.letterhead.start, head.letterhead.end)
    return [Span(m.start(1), m.end(1)) for m in lines]


def _state_body(document: Document, head: Title) -> Organization | None:
    """The ministry, department or institution that issues under a state letterhead."""
    found = state_lines(document, head)
    if not found:
        return None
    top = document.text.startswith(("BỘ ", "CHÍNH PHỦ", "QUỐC HỘI"), found[0].start)
    below = document.text.startswith(_OF_MINISTRY, found[-1].start)
    span = found[0] if top and not below else found[-1]
    return Organization(span, span, "state", True, False, False)


_OF_MINISTRY = (
    "CỤC",
    "TỔNG CỤC",
    "VIỆN",
    "TRƯỜNG",
    "BỆNH VIỆN",
    "HỌC VIỆN",
    "ĐẠI HỌC",
    "TRUNG TÂM",
)
_CAPITALS = rf"(?: (?!CỘNG HÒA|CỘNG HOÀ|VĂN PHÒNG|ĐẢNG CỘNG)[{UPPER}\d]+[,.]?)"
_STATE = re.compile(
    r"(?:^|(?<=[\n|*]))\s*((?:BỘ|SỞ|PHÒNG|THANH TRA|THỦ TƯỚNG|TỔNG CỤC|UBND|ỦY BAN NHÂN DÂN"
    r"|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|HĐND"
    r"|TRƯỜNG|BỆNH VIỆN|TRUNG TÂM|CÔNG TY|TỔNG CÔNG TY|TẬP ĐOÀN|HỌC VIỆN|ĐẠI HỌC|CHÍNH PHỦ"
    rf"|QUỐC HỘI|VIỆN|CHI CỤC|CỤC){_CAPITALS}*"
    r"(?:\n(?:VÀ|TỈNH|THÀNH PHỐ|TP\.?|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU)"
    rf"{_CAPITALS}+)?)(?=\s|$)",
    re.MULTILINE,
)
"""A line of a state letterhead, with the place or the "VÀ …" that the next line goes on with."""


def _commission(
    document: Document, reference: Reference, last: Organization, above: Organization | None
) -> Organization | None:
    """ "BAN TỔ CHỨC" under "BAN CHẤP HÀNH TRUNG ƯƠNG": the text's "Ban Tổ chức Trung ương"."""
    words = document.key[last.core.start : last.core.end]
    wanted = ["trung ương|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy"]
    if above is not None and above.kind != "central":
        name = document.key[above.core.start : above.core.end].split()
        wanted = [r"\s+".join(map(re.escape, name[:n])) for n in range(len(name), 1, -1)]
    found = (
        re.compile(rf"{re.escape(words)}\s+(?:{w})(?!\w)").search(document.key, last.core.end)
        for w in wanted
    )
    m = next((m for m in found if m), None)
    if m is None:
        return last
    whole = next(organizations(document, reference, m.start()), None)
    if last.kind == "inspection" and whole is not None and whole.span.start == m.start():
        return Organization(whole.span, whole.span, "inspection", True, False, False)
    span = Span(*m.span())
    return Organization(span, span, "staff", True, False, False)
