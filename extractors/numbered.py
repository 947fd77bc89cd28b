"""Mentions of documents by their number: `Chỉ thị số 05-CT/TW ngày 15/5/2016`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors import dates
from extractors.issuers import issuer_at
from extractors.symbols import OPENERS, Number, number_at, numbers
from pipeline import text as unicode_text
from pipeline.model import Document, Span
from pipeline.records import CitationKind
from pipeline.reference import Reference, alternation


@dataclass(frozen=True, slots=True)
class Mention:
    """One document referred to, with what this mention says of it."""

    kind: CitationKind
    canonical_id: str | None
    span: Span
    rule: str
    issuer: str | None = None
    issued_on: str | None = None


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a number: where it ends, the body and the date that it states."""

    end: int
    issuer: str | None = None
    issued_on: str | None = None


_SIGN = re.compile(r"\s*(?:[,(]\s*)?(?P<said>số\s*:?\s*)?(?=\d)")
_OF = re.compile(r"\s*,?\s*(?:(?:của|do|kết\s+luận(?=\s+hội\s+nghị))\s+|\(\s*của\s+)")
_NO_LAW = re.compile(r"(?:kỷ|kỉ|pháp|quy)\s+$")
_SPACE = re.compile(r"\s+")
_BORROWED = re.compile(r"(?:\d{1,4}\s*(?:,|;|và|&)\s*(?:số\s*)?)+(?=\d)")
_NEXT = re.compile(r"\s*(?:,|;|và|&|hoặc)\s*(?:và\s+)?(?:số\s*)?(?=\d)")
_DATE_TAIL = re.compile(
    rf"\s*,?\s*\(?\s*(?:(?:ban hành|ký)\s+)?(?:ng[àa]y\s+)?(?P<date>{dates.FULL})(?!\d)(?:\s*\))?"
)
_YEAR_TAIL = re.compile(
    r"\s*,?\s*(?:năm\s+(?:19|20)\d\d(?!\d)|tháng\s+\d{1,2}(?:/(?:19|20)\d\d)?(?![\d/])"
    r"|ngày\s+\d{1,2}[/-]\d{1,2}(?:[/-]\d\d)?(?![\d/-]))|\s*\(?khóa\s+[ivx]+(?!\w)\)?"
)
_OF_A_YEAR = re.compile(r"nghị định|thông tư|quyết định|nđ|tt|qđ")
_CALENDAR_YEAR = re.compile(r"(?:199\d|20[0-4]\d)$")


def numbered(document: Document, reference: Reference) -> Iterator[Mention]:
    """The mentions that give a number, left to right; a list gives one an item."""
    taken = 0
    for head in _heads(document, reference):
        if head.span.start >= taken:
            for mention in _mentions(document, reference, head):
                taken = max(taken, mention.span.end)
                yield mention


@dataclass(frozen=True, slots=True)
class _Head:
    """The word for a kind, up to its number; a number that stands alone is its own head."""

    kind: CitationKind
    span: Span
    number: Number
    issuer: str | None
    rule: str


def _heads(document: Document, reference: Reference) -> Iterator[_Head]:
    worded = {h.number.span.start: h for h in _worded(document, reference)}
    alone = {
        n.span.start: _slipped(document, reference, n)
        or _Head(_kind_alone(document, n), n.span, n, None, "number_alone")
        for n in numbers(document)
        if n.span.start not in worded and not _own(document, n)
    }
    yield from sorted((alone | worded).values(), key=lambda h: (h.number.span.start, h.span.start))


def _slipped(document: Document, reference: Reference, number: Number) -> _Head | None:
    """The head whose word lost its marks in typing or scanning: "Quyêt đinh số 23-QĐ/TW"."""
    at = max(0, number.span.start - 26)
    before = "".join(unicode_text.fold(c) or " " for c in document.key[at : number.span.start])
    for pattern, kind in _slips(reference):
        if m := pattern.search(before):
            span = Span(at + m.start(), number.span.end)
            return _Head(kind, span, number, None, "number_with_symbol")  # type: ignore[arg-type]
    return None


@lru_cache(maxsize=4)
def _slips(reference: Reference) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The words for a kind without their marks, at the end of a text, and the kind."""
    codes = reference.lexicon("citations.kinds").codes
    return tuple(
        (re.compile(rf"(?<!\w){unicode_text.fold(form)}\s+(?:so\s*:?\s*)?$"), kind)
        for form, kind in sorted(codes.items(), key=lambda f: (-len(f[0]), f))
        if " " in form
    )


@lru_cache(maxsize=4)
def _kind_words(reference: Reference) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """The words for a kind before a number, and what each stands for, without its spaces."""
    kinds = reference.lexicon("citations.kinds")
    short = reference.lexicon("citations.short_kinds")
    forms = {re.sub(r"\s", "", f): c for f, c in (*kinds.codes.items(), *short.codes.items())}
    words = alternation((*kinds.codes, *short.codes)).replace(r"\s+", r"\s*")
    return re.compile(rf"{words}(?=\s*[\d(,s]|\s+(?:của\s)?\s*[btcuđhq])"), forms


def _worded(document: Document, reference: Reference) -> Iterator[_Head]:
    pattern, forms = _kind_words(reference)
    brief = reference.lexicon("citations.short_kinds").codes
    for m in pattern.finditer(document.key):
        bare = re.sub(r"\s", "", m[0])
        if m.start() and document.key[m.start() - 1].isalnum():
            continue
        if forms[bare] == "law" and _NO_LAW.search(document.key, max(0, m.start() - 6), m.start()):
            continue
        if bare in brief and not document.text[m.start()].isupper():
            continue
        head = _head(document, reference, m, forms[bare])
        if head:
            yield head


def _head(document: Document, reference: Reference, m: re.Match[str], kind: str) -> _Head | None:
    issuer = None
    sign = _SIGN.match(document.key, m.end())
    if not sign:
        of = _OF.match(document.key, m.end()) or _SPACE.match(document.key, m.end())
        body = issuer_at(document, reference, of.end()) if of else None
        sign = _SIGN.match(document.key, body.end) if body else None
        if not body or not sign or not sign["said"]:
            return None
        issuer = document.quote(body) if kind != "law" else None
    elif "," in sign[0]:
        return None
    number = number_at(document, sign.end())
    if not number or "\t" in document.text[m.end() : sign.end()]:
        return None
    if not number.symbol and not _borrows(document, sign.end()):
        if not _plain_is_a_number(document, reference, m, number, bool(sign["said"])):
            return None
        rule = "number_without_symbol"
    else:
        rule = "number_with_symbol"
    return _Head(kind, Span(m.start(), number.span.end), number, issuer, rule)  # type: ignore[arg-type]


def _borrows(document: Document, at: int) -> bool:
    """Whether bare numbers stand here before one with a symbol: "12, 13 và 14-QĐ/ĐU"."""
    m = _BORROWED.match(document.key, at)
    last = number_at(document, m.end()) if m else None
    return bool(last and last.symbol)


# "đạt 88% (Nghị quyết 92%)", "812 đồng chí (nghị quyết 900)": a target beside its result.
_TARGET = re.compile(r"\s*(?:%|\)|;|[a-zđ/ ]{0,24}\))")
_FIGURE = re.compile(r"\d[^()\n.;]{0,40}\(\s*(?:so với\s+)?(?:chỉ tiêu\s+)?$")


def _plain_is_a_number(
    document: Document, reference: Reference, m: re.Match[str], number: Number, said: bool
) -> bool:
    """Whether digits after the word for a kind name a document, not a count of things or a year."""
    if said:
        return True
    if _TARGET.match(document.key, number.span.end) and _FIGURE.search(
        document.key, max(0, m.start() - 60), m.start()
    ):
        return False
    verb = reference.lexicon("citations.verbs").at(document.key, m.start())
    capital = document.text[m.start()].isupper()
    if number.year:
        return _OF_A_YEAR.match(document.key, m.start()) is not None and int(number.digits) > 12
    if _CALENDAR_YEAR.match(number.digits) or (
        verb and (not capital or document.key.startswith("luật", m.start()))
    ):
        return False
    if "\n" in document.key[m.end() : number.span.start]:
        after = _SPACE.match(document.key, number.span.end)
        words = reference.lexicon("citations.after_number")
        return after is not None and words.at(document.key, after.end()) is not None
    return _ends_well(document, reference, number, strong=capital and not verb)


def _ends_well(document: Document, reference: Reference, number: Number, strong: bool) -> bool:
    """Whether what follows a bare number is not the thing counted.

    After a capital kind that is no verb (`strong`) all but counted things will do. One digit needs
    a word like "của" after it: an item's number stands before a mark.
    """
    rest = _SPACE.match(document.key, number.span.end)
    after = rest.end() if rest else number.span.end
    long = len(number.digits) > 1
    if after >= len(document.key) or "\n" in document.key[number.span.end : after]:
        return long
    if document.key[after] in ",.;:()\"'-/?!":
        return long
    if strong and long:
        return reference.lexicon("citations.counted").at(document.key, after) is None
    return reference.lexicon("citations.after_number").at(document.key, after) is not None


def _mentions(document: Document, reference: Reference, head: _Head) -> Iterator[Mention]:
    """The items of the list that the head opens, each with the quote of the whole list."""
    first = head.number
    items: list[tuple[Number, str | None]] = []
    borrowed = _BORROWED.match(document.key, first.span.start)
    last = number_at(document, borrowed.end()) if borrowed else None
    if borrowed and last and last.symbol and not first.symbol:
        items += [
            (replace(first, digits=d, year="", symbol=last.symbol, opener=last.opener), None)
            for d in re.findall(r"\d+", borrowed[0])
        ]
        first = last
    tail = _tail(document, reference, first)
    found = [*((n, Tail(tail.end, tail.issuer, tail.issued_on)) for n, _ in items), (first, tail)]
    while (sep := _NEXT.match(document.key, found[-1][1].end)) and first.symbol:
        number = number_at(document, sep.end())
        if not number or not number.symbol or number.opener not in OPENERS:
            break
        found.append((number, _tail(document, reference, number)))
    if len(found) == 1 and not first.symbol:
        found += _plain_list(document, reference, found[-1][1].end)
    span = _closed(document, Span(head.span.start, found[-1][1].end))
    shared = next((t.issuer for _, t in found if t.issuer), None)
    for number, tail in found:
        same = number.opener == first.opener and number.opener not in (*_RULES, "qđ")
        kind = head.kind if same else _kind(document, head, number)
        yield Mention(
            kind,
            number.written(),
            span,
            head.rule,
            head.issuer or tail.issuer or shared,
            tail.issued_on,
        )


def _tail(document: Document, reference: Reference, number: Number) -> Tail:
    """The date and the body right after a number, in either order.

    A local body behind a central number is whose work is told: "Kết luận 01-KL/TW của Đảng bộ xã".
    """
    tail = Tail(number.span.end)
    central = number.symbol.upper().endswith(_CENTRAL)
    for _ in range(4):
        if not tail.issued_on and (m := _DATE_TAIL.match(document.key, tail.end)):
            closed = m[0].count("(") == m[0].count(")")
            tail = replace(
                tail, end=m.end() if closed else m.end("date"), issued_on=dates.iso(m["date"])
            )
        elif (
            not tail.issuer
            and (body := _body(document, reference, tail.end))
            and not (central and _LOCAL.match(document.key, body.start))
        ):
            tail = replace(tail, end=body.end, issuer=document.quote(body))
        elif m := _YEAR_TAIL.match(document.key, tail.end):
            tail = replace(tail, end=m.end())
        else:
            break
    return tail


_CENTRAL = ("/TW", "-CP", "-TTG")
_LOCAL = re.compile(
    r"(?:(?:ban thường vụ|btv|thường trực|ban chấp hành|bch)\s+)?(?:đảng bộ|đảng ủy|chi bộ|chi ủy"
    r"|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|tỉnh|huyện|thành phố|ubnd|sở)(?!\w)"
)


def _body(document: Document, reference: Reference, at: int) -> Span | None:
    if of := _OF.match(document.key, at):
        return issuer_at(document, reference, of.end())
    space = _SPACE.match(document.key, at)
    if not space or "\n" in space[0] or not document.text[space.end() : space.end() + 1].isupper():
        return None
    head = reference.lexicon("citations.issuers").at(document.key, space.end())
    plenum = document.key.startswith("hội nghị", space.end())
    if plenum or (head and head.code == "top" and len(head.span) > len("trung ương")):
        return issuer_at(document, reference, space.end())
    return None


_RULES = {"qđi", "qyđ"}


def _kind(document: Document, head: _Head, number: Number) -> CitationKind:
    """The kind of an item whose symbol opens otherwise; `QĐ 08-QĐi/TW` is a rule."""
    if document.key.startswith("qđ", head.span.start) and number.opener == "qđ":
        return _kind_alone(document, number)
    own = OPENERS.get(number.opener, head.kind)
    full = document.key.startswith(("quy", "qui", "quyết"), head.span.start)
    unsure = {own, head.kind} == {"decision", "regulation"}
    return head.kind if unsure and (full or number.opener not in _RULES) else own


def _plain_list(document: Document, reference: Reference, at: int) -> list[tuple[Number, Tail]]:
    """The further bare numbers of a list of two or three figures: "Nghị quyết 18, 19 và 21"."""
    found: list[tuple[Number, Tail]] = []
    while m := _NEXT.match(document.key, at):
        number = number_at(document, m.end())
        if not number or number.symbol or number.year or not 2 <= len(number.digits) <= 3:
            break
        if not _ends_well(document, reference, number, strong=False):
            break
        tail = _tail(document, reference, number)
        at = tail.end
        found.append((number, tail))
    return found


def _closed(document: Document, span: Span) -> Span:
    """The span with the bracket that it opened."""
    words = document.key[span.start : span.end + 1]
    return (
        Span(span.start, span.end + 1)
        if words.endswith(")") and words.count("(") == words.count(")")
        else span
    )


def _kind_alone(document: Document, number: Number) -> CitationKind:
    """The kind that a symbol says; `QĐ` of a central body is a rule more often than a decision."""
    if number.opener == "qđ":
        before = document.key[max(0, number.span.start - 200) : number.span.start]
        rule, decision = (
            max(before.rfind(w), before.rfind(w.upper())) for w in ("quy định", "quyết định")
        )
        if rule != decision:
            return "regulation" if rule > decision else "decision"
        return "regulation" if number.symbol.upper().endswith("/TW") else "decision"
    return OPENERS[number.opener]


_OWN = re.compile(r"\s*\W{0,4}(?:số|number|so)\W{0,4}$")


def _own(document: Document, number: Number) -> bool:
    """Whether the number stands as the document's own: after "Số" at the head of a block."""
    block = document.block_at(number.span.start)
    start = block.span.start if block else 0
    before = document.key[start : number.span.start]
    return (
        len(before) < 160
        and bool(_OWN.search(before))
        and "số" in before[-8:]
        and (len(before.strip()) < 12 or before.rstrip().endswith(":"))
    )
