"""Which document of the registry a citation means, where number, date, term or subject decide.

A number starts again in each term, so a number alone means a document only where the registry has
one of that number and nothing in the text speaks against it. What stays open says why.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.congresses import ORDINAL, rank, roman
from pipeline.directives import Directive, Directives, bare_number, likeness, telling
from pipeline.model import Document
from pipeline.records import Citation, DocumentInfo, Resolution
from pipeline.reference import Reference
from pipeline.text import key

_REACH = 170
"""How far the words on a document's subject run behind its number, in characters."""
_LIKE = 0.3
"""The share of a subject's pairs of syllables that must be said for it to be meant."""
_AHEAD = 0.2
"""By how much the likest subject must be ahead of the next."""

Found = tuple[Directive | None, Resolution | None]
"""The document meant and what decided so; None and why it stays open; twice None: not known."""


def resolved(
    found: Iterable[Citation], document: Document, info: DocumentInfo, reference: Reference
) -> list[Citation]:
    """The citations, each with what the registry or another mention of the document adds."""
    mentions = list(found)
    clues = [_Clues.of(document, info, mentions, i) for i in range(len(mentions))]
    meant = [_meant(c, reference) for c in clues]
    fellows = _Fellows(mentions, meant)
    return [
        _with(m, _by_fellows(m, f, fellows), fellows) for m, f in zip(mentions, meant, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Clues:
    """What a mention and its surroundings say of the document meant."""

    mention: Citation
    quote: str
    after: str
    sentence: str
    term: str | None
    day: str | None
    """The last day on which the citing document can have been written."""

    @classmethod
    def of(
        cls, document: Document, info: DocumentInfo, mentions: Sequence[Citation], at: int
    ) -> "_Clues":
        mention = mentions[at]
        end = _sentence_end(document, mention.span.end)
        following = (m.span.start for m in mentions[at + 1 :] if m.span.start >= mention.span.end)
        start = document.key.rfind("\n", 0, mention.span.start) + 1
        start = max(start, document.key.rfind(". ", 0, mention.span.start))
        quote = document.key[mention.span.start : mention.span.end]
        return cls(
            mention=mention,
            quote=quote,
            after=document.key[mention.span.end : min(next(following, end), end)],
            sentence=document.key[max(start, mention.span.start - _REACH) : mention.span.start],
            term=_term_said(quote + document.key[mention.span.end : mention.span.end + 14]),
            day=_last_day(info),
        )


def _sentence_end(document: Document, at: int) -> int:
    m = re.compile(r"[\n;]|\.\s").search(document.key, at, at + _REACH)
    return m.start() if m else min(at + _REACH, len(document.key))


_TERM = re.compile(rf"(?:khóa|khoá)\s+(?P<term>{ORDINAL})")


def _term_said(words: str) -> str | None:
    m = _TERM.search(words)
    return roman(rank(m["term"])) if m else None


def _last_day(info: DocumentInfo) -> str | None:
    """The document's own date, else the end of the year after the last one it reports on."""
    if info.issued_on:
        return info.issued_on
    years = re.findall(r"\d{4}", info.period or "")
    return f"{int(years[-1]) + 1}-12-31" if years else None


def _meant(clues: _Clues, reference: Reference) -> Found:
    registry = reference.directives
    number = clues.mention.canonical_id
    if number is None:
        return _by_name(clues, registry)
    if number.startswith("NQTW"):
        return _by_plenum(clues, registry.by_plenum.get(number, ()))
    if re.fullmatch(r"\d{1,3}", number):
        fellows = registry.by_figures.get(number.zfill(2), ())
        return _by_figures(clues, [e for e in fellows if _same_kind(clues.mention.kind, e)])
    return _by_number(clues, registry.by_number.get(bare_number(number), ()))


_KINDS = ({"decision", "regulation"}, {"conclusion", "notice"})


def _same_kind(kind: str, entry: Directive) -> bool:
    return kind == entry.kind or any({kind, entry.kind} <= kinds for kinds in _KINDS)


def _by_number(clues: _Clues, entries: Sequence[Directive]) -> Found:
    """The document of a whole number: by date, term, issuer, subject, or because it is alone."""
    if not entries:
        return None, None
    for narrow in (_dated, _termed):
        said, left, reason = narrow(clues, entries)
        if said:
            return (left[0], reason) if len(left) == 1 else (None, "other_date")
    past = [e for e in entries if not clues.day or e.issued_on <= clues.day]
    if not past:
        return None, "later"
    if len(past) == 1:
        alone: Resolution = "number" if len(entries) == 1 else "document_date"
        return (None, "other_subject") if _speaks_of_other(clues, past[0]) else (past[0], alone)
    if liked := _likest(clues, past):
        return liked, "subject"
    issued = [e for e in past if _issued_by(clues, e)]
    return (issued[0], "issuer") if len(issued) == 1 else (None, "several")


def _dated(clues: _Clues, entries: Sequence[Directive]) -> tuple[bool, list[Directive], Resolution]:
    day = clues.mention.issued_on
    return day is not None, [e for e in entries if e.issued_on == day], "date"


def _termed(
    clues: _Clues, entries: Sequence[Directive]
) -> tuple[bool, list[Directive], Resolution]:
    term = clues.term
    return term is not None, [e for e in entries if e.term == term], "term"


def _by_figures(clues: _Clues, entries: Sequence[Directive]) -> Found:
    """The document of a bare "Quy định 37": only where date, issuer or subject speak for it.

    Any body may have a document of these figures.
    """
    if clues.mention.issued_on:
        said = [e for e in entries if e.issued_on == clues.mention.issued_on]
        return (said[0], "date") if len(said) == 1 else (None, None)
    past = [e for e in entries if not clues.day or e.issued_on <= clues.day]
    if liked := _likest(clues, past):
        return liked, "subject"
    issued = [e for e in past if _issued_by(clues, e)]
    if len(issued) == 1 and not _speaks_of_other(clues, issued[0]):
        return issued[0], "issuer"
    return None, "several" if len(issued) > 1 else None


def _by_plenum(clues: _Clues, entries: Sequence[Directive]) -> Found:
    """The resolution of a plenum: the one on the subject said, or its only one."""
    if len(entries) == 1:
        return entries[0], "plenum"
    liked = _likest(clues, entries)
    return (liked, "subject") if liked else (None, "several" if entries else None)


def _by_name(clues: _Clues, registry: Directives) -> Found:
    """The document that a name means on the day of writing: "Luật Đất đai", "Luật Đất đai 2013"."""
    named = _named(clues, registry)
    year = _YEAR.search(clues.quote)
    if year:
        named = [e for e in named if e.issued_on[:4] == year[0]]
        return (named[0], "date") if len(named) == 1 else (None, None)
    if not named or clues.day is None:
        return None, "undated" if named else None
    standing = [e for e in named if e.in_force(clues.day)]
    return (standing[0], "in_force") if len(standing) == 1 else (None, None)


_YEAR = re.compile(r"(?:19|20)\d\d")
_BEHIND_LAW = re.compile(r"\s*(?:\(sửa đổi[^)]*\)|,?\s*(?:năm\s+)?(?:19|20)\d\d)\s*$")


def _named(clues: _Clues, registry: Directives) -> list[Directive]:
    kind, quote = clues.mention.kind, " ".join(clues.quote.split())
    if kind == "law":
        return list(registry.by_law.get(_BEHIND_LAW.sub("", quote), ()))
    if kind not in ("regulation", "decision"):
        return []
    return [e for name, es in registry.by_subject.items() if name in quote for e in es]


def _likest(clues: _Clues, entries: Sequence[Directive]) -> Directive | None:
    """The entry whose subject is said behind the number, else before it in the sentence."""
    for words in (clues.quote + clues.after, clues.sentence):
        scored = sorted(((likeness(e.subject, words), e.id, e) for e in entries), reverse=True)
        best, after = [*scored, (0.0, "", None), (0.0, "", None)][:2]
        if best[0] >= _LIKE and best[0] - after[0] >= _AHEAD:
            return best[2]
    return None


_ABOUT = re.compile(r"\W*(?:ban hành\s+)?(?:về|v/v)(?:\s+việc)?\s+(?P<subject>.+)")


def _speaks_of_other(clues: _Clues, entry: Directive) -> bool:
    """Whether the text says what the document is about, in words that the entry has none of."""
    m = _ABOUT.match(clues.after)
    said = telling(m["subject"])[:12] if m else []
    own = set(telling(entry.subject))
    return len(said) > 3 and len(set(said) & own) < min(2, len(own))


def _issued_by(clues: _Clues, entry: Directive) -> bool:
    """Whether the mention names the entry's issuer."""
    return _body(clues.mention.issuer) == _body(entry.issuer)


def _body(issuer: str | None) -> str | None:
    """A central body's name in one form: without its term, "BCH TW Đảng" as "trung ương"."""
    if issuer is None:
        return None
    low = re.sub(r",?\s*\(?khóa\s+[ivx\d]+\)?", "", key(issuer))
    low = re.sub(r"\b(?:tw|t\.ư|tư)\b", "trung ương", low)
    low = re.sub(r"^(?:ban chấp hành|bch)\s+(?=trung ương)", "", low.strip())
    return re.sub(r"(?<=trung ương)\s+đảng(?: cộng sản việt nam)?$", "", low)


class _Fellows:
    """The mentions of a document by number, and by figures and kind."""

    def __init__(self, mentions: Sequence[Citation], meant: Sequence[Found]) -> None:
        self._found: dict[tuple[str, str], list[tuple[Citation, Directive | None]]] = {}
        for mention, (entry, _) in zip(mentions, meant, strict=True):
            for name in _keys(mention):
                self._found.setdefault(name, []).append((mention, entry))

    def of(self, own: Citation) -> list[tuple[Citation, Directive | None]]:
        """The other mentions of its document, and what each means."""
        return [
            (m, entry)
            for m, entry in self._found.get(next(_keys(own), ("", "")), ())
            if m is not own
            and not (m.issued_on and own.issued_on and m.issued_on != own.issued_on)
            and not (_bare(m) and _bare(own))
        ]


def _keys(mention: Citation) -> Iterator[tuple[str, str]]:
    """Its number, then (where it has a symbol) its figures under its kind."""
    number = mention.canonical_id
    if number is None or number.startswith("NQ"):
        return
    if _bare(mention):
        yield number.zfill(2), mention.kind
    else:
        yield bare_number(number), ""
        yield re.split(r"[-/]", number)[0], mention.kind


def _bare(mention: Citation) -> bool:
    return mention.canonical_id is not None and mention.canonical_id.isdigit()


def _by_fellows(mention: Citation, found: Found, fellows: _Fellows) -> Found:
    """What another mention of the same number in the document decides, where all agree."""
    entry, reason = found
    if entry is not None or reason in ("other_date", "other_subject"):
        return found
    entries = {e.id: e for _, e in fellows.of(mention) if e is not None}
    return (next(iter(entries.values())), "same_document") if len(entries) == 1 else found


def _with(mention: Citation, found: Found, fellows: _Fellows) -> Citation:
    entry, reason = found
    if entry is not None:
        return replace(
            mention,
            resolved_id=entry.number,
            resolved_issuer=entry.issuer,
            resolved_issued_on=entry.issued_on,
            resolution=reason,
        )
    if mention.canonical_id and mention.canonical_id.startswith("NQTW"):
        return replace(mention, resolved_issuer=_PLENARY, resolution=reason)
    if reason is not None or mention.canonical_id is None:
        return replace(mention, resolution=reason)
    return _from_another(mention, [m for m, _ in fellows.of(mention)])


_PLENARY = "Ban Chấp hành Trung ương"
"""Whose resolutions a plenum's are."""


def _from_another(mention: Citation, fellows: Sequence[Citation]) -> Citation:
    """The mention with the number, body and day that others of its document state."""
    numbers = {m.canonical_id for m in fellows} - {mention.canonical_id}
    days = {m.issued_on for m in fellows if m.issued_on}
    issuers = {m.issuer for m in fellows if m.issuer}
    if len(days) > 1 or (_bare(mention) and len(numbers) > 1):
        return replace(mention, resolution="several")
    number = next(iter(numbers)) if _bare(mention) and numbers else None
    issuer = None if mention.issuer or len(issuers) != 1 else next(iter(issuers))
    day = None if mention.issued_on else next(iter(days), None)
    if not (number or issuer or day):
        return mention
    return replace(
        mention,
        resolved_id=number,
        resolved_issuer=issuer,
        resolved_issued_on=day,
        resolution="same_document",
    )
