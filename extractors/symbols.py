"""Document numbers: `05-CT/TW`, `107/2020/NĐ-CP`, `80/2015/QH13`, and plain `06`."""

import re
from dataclasses import dataclass

from pipeline.model import Document, Span
from pipeline.records import CitationKind

# The letters that open a symbol say what the document is; `qđ` is both a decision and a rule.
OPENERS: dict[str, CitationKind] = {
    "nq": "resolution", "ct": "directive", "kl": "conclusion", "qđ": "decision",
    "qđi": "regulation", "qđị": "regulation", "qyđ": "regulation", "qđ-i": "regulation",
    "qc": "regulation", "qcph": "regulation", "hd": "guideline", "hdlt": "guideline",
    "hdln": "guideline", "kh": "plan", "khlt": "plan", "khph": "plan", "tb": "notice",
    "cv": "dispatch", "nđ": "decree", "luật": "law", "tt": "circular", "ttlt": "circular",
    "ctr": "program", "ctrph": "program", "cth": "program", "cthđ": "program", "ctrhđ": "program",
    "đa": "scheme", "bc": "report", "tti": "other", "ttr": "other", "cđ": "other", "qh": "law",
}  # fmt: skip

_OPENER = "(?:" + "|".join(sorted(map(re.escape, OPENERS), key=lambda o: (-len(o), o))) + ")"
_PART = r"[a-zđ][a-zđư&]{0,11}\d{0,2}(?:\.[a-zđ]{1,4}(?![\w.]))?"
_TAIL = "(?:cp|ttg|tw|tu|đu|hu|ubnd|hđnd|ubkt|btctw|bnv|byt|bgdđt)"
_REST = rf"(?:(?:\s?/\s?|-|\s?-\s?(?={_TAIL}(?!\w))){_PART}){{1,4}}"
_YEAR = r"\s?/\s?(?:19|20)\d\d"

_KNOWN = rf"(?P<year>{_YEAR})?(?P<mark>\s?[-/]\s?|\s?)(?P<symbol>{_OPENER}{_REST})"
KNOWN = rf"(?P<digits>\d{{1,5}}){_KNOWN}"
"""A number with a symbol that opens with known letters; its hyphen and spaces may be amiss."""

_ASSEMBLY = rf"(?P<year>{_YEAR})(?P<mark>\s?[-/]\s?)(?P<symbol>(?:ubtv)?qh\d{{1,2}})"
ASSEMBLY = rf"(?P<digits>\d{{1,4}}){_ASSEMBLY}"
"""The number of a law or of a resolution of the National Assembly: 80/2015/QH13."""

FREE = (
    rf"(?P<digits>\d{{1,5}})(?P<year>{_YEAR})?(?P<mark>\s?[-/]\s?)"
    rf"(?P<symbol>[a-zđ]{{1,10}}(?:[-/]{_PART}){{0,3}})"
)
"""A number with any letters after a mark: 1234/BYT-TCCB; only after the word for its kind."""

PLAIN = rf"(?P<digits>\d{{1,4}}a?)(?P<year>{_YEAR})?(?P<mark>)(?P<symbol>)"
"""A number without a symbol: 06, 13/2013, 30a."""

END = r"(?![\w/]|[-.,]\d)"
"""What must not follow a number: more letters, digits, or a date's next part."""

_FORMS = tuple(re.compile(form + END) for form in (KNOWN, ASSEMBLY, FREE, PLAIN))


@dataclass(frozen=True, slots=True)
class Number:
    """A document number where it stands; `opener` is the first letters of its symbol."""

    span: Span
    digits: str
    year: str
    symbol: str
    opener: str

    def written(self, symbol: str | None = None) -> str:
        """The number as the contract writes it, with another's symbol where it has none."""
        return self.digits + self.year + (self.symbol or symbol or "")


def number_at(document: Document, at: int) -> Number | None:
    """The document number that begins at `at`, or None.

    A symbol must stand in capitals: `5-nước` and `2 - kế hoạch` are none.
    """
    for form in _FORMS:
        m = form.match(document.key, at)
        if m and (not m["symbol"] or document.text[m.start("symbol")].isupper()):
            return _number(document, m)
    return None


def numbers(document: Document) -> list[Number]:
    """Every number whose symbol alone says that it is a document's."""
    forms = (_BARE, _BARE_ASSEMBLY) if "qh" in document.key else (_BARE,)
    return [
        _number(document, m)
        for form in forms
        for m in form.finditer(document.key)
        if document.text[m.start("symbol") : m.start("symbol") + 2].isupper()
    ]


# A digit that no letter, digit or mark precedes; it is read first, so a search leaps to digits.
_FIRST = r"\d(?<![\w/.,-]\d)"
_BARE = re.compile(rf"(?P<digits>{_FIRST}\d{{0,4}}){_KNOWN}{END}")
_BARE_ASSEMBLY = re.compile(rf"(?P<digits>{_FIRST}\d{{0,3}}){_ASSEMBLY}{END}")


def _number(document: Document, m: re.Match[str]) -> Number:
    letters = zip(m["symbol"], document.text[slice(*m.span("symbol"))], strict=True)
    symbol = "".join("-" if k == "-" else c for k, c in letters if not c.isspace())
    mark = m["mark"].strip() or "-"
    year = "".join((m["year"] or "").split())
    opener = re.split(r"[-/\d]", "".join(m["symbol"].split()))[0]
    digits = m["digits"] if len(m["digits"]) > 1 or not symbol else m["digits"].zfill(2)
    return Number(Span(*m.span()), digits, year, mark + symbol if symbol else "", opener)
