"""The registry of central documents: what may stand behind a number, a plenum or a name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline.text import key

# The day on which each national congress closed: numbers of party documents start again after it.
CONGRESSES = (
    ("1996-07-01", "VIII"), ("2001-04-22", "IX"), ("2006-04-25", "X"), ("2011-01-19", "XI"),
    ("2016-01-28", "XII"), ("2021-02-01", "XIII"), ("2026-01-23", "XIV"),
)  # fmt: skip
# Words that most subjects share: they tell no document from another.
_COMMON = re.compile(
    "một\\s+số|về|việc|và|của|các|vấn|đề|trong|đối|với|ở|tại|công|tác|tiếp|tục|tăng|cường|nâng|cao"
    "|thực|hiện|đổi|mới|đẩy|mạnh|đảng|năm|giai|đoạn|hành|do|ban"
)
_WORD = re.compile(r"(?:một\s+số|[^\W_]+)")


@dataclass(frozen=True, slots=True)
class Directive:
    """One document of the registry; `replaced_on` is the day of the one that took its place."""

    number: str
    kind: str
    issued_on: str
    issuer: str
    subject: str
    plenum: str | None = None
    replaced_by: str | None = None

    @property
    def id(self) -> str:
        """What tells it from others: `132-QĐ/TW 2018-03-08`."""
        return f"{self.number} {self.issued_on}"

    @property
    def replaced_on(self) -> str | None:
        return self.replaced_by.split()[1] if self.replaced_by else None

    @property
    def term(self) -> str | None:
        """The national congress term of a party document, the year of a state one."""
        return congress_term(self.issued_on) if is_party(self.number) else self.issued_on[:4]

    def in_force(self, day: str) -> bool:
        """Whether it stood on a day."""
        return self.issued_on <= day and not (self.replaced_on and self.replaced_on <= day)


@dataclass(frozen=True)
class Directives:
    """The registry by what a mention may say: whole numbers, bare figures, plenums, names."""

    entries: tuple[Directive, ...]
    by_number: Mapping[str, tuple[Directive, ...]] = field(init=False, repr=False)
    by_figures: Mapping[str, tuple[Directive, ...]] = field(init=False, repr=False)
    by_plenum: Mapping[str, tuple[Directive, ...]] = field(init=False, repr=False)
    by_law: Mapping[str, tuple[Directive, ...]] = field(init=False, repr=False)
    by_subject: Mapping[str, tuple[Directive, ...]] = field(init=False, repr=False)
    """Rules of the Party whose whole subject, of four telling syllables or more, is a name."""

    def __post_init__(self) -> None:
        numbered = [(bare_number(e.number), e) for e in self.entries]
        figures = [(e.number.split("-")[0].split("/")[0], e) for e in self.entries]
        plenums = [(e.plenum, e) for e in self.entries if e.plenum]
        laws = [(key(e.subject), e) for e in self.entries if e.kind == "law"]
        rules = [
            (key(e.subject), e)
            for e in self.entries
            if e.kind in ("regulation", "decision") and len(telling(e.subject)) > 3
        ]
        for name, pairs in (
            ("by_number", numbered), ("by_figures", figures), ("by_plenum", plenums),
            ("by_law", laws), ("by_subject", rules),
        ):  # fmt: skip
            object.__setattr__(self, name, _grouped(pairs))


def directives(raw: Iterable[Mapping[str, Any]]) -> Directives:
    """The registry out of data/reference/directives.yaml."""
    return Directives(
        tuple(
            Directive(
                number=e["number"],
                kind=e["kind"],
                issued_on=e["date"],
                issuer=e["issuer"],
                subject=e["subject"],
                plenum=e.get("plenum"),
                replaced_by=e.get("replaced_by"),
            )
            for e in raw
        )
    )


def bare_number(number: str) -> str:
    """A number without its marks, so that the habits of writing it meet.

    >>> bare_number("08-QĐi/TW"), bare_number("8 - QĐ/TƯ"), bare_number("90/2020/NĐ-CP")
    ('08qđtw', '08qđtw', '90/2020/nđcp')
    """
    low = key(number).replace("tư", "tw")
    figures = re.match(r"\d+(?:\s*/\s*(?:19|20)\d\d\s*/)?", low)
    rest = re.sub(r"[\W_]", "", low[figures.end() if figures else 0 :])
    head = re.sub(r"\s", "", figures[0]) if figures else ""
    return (head.zfill(2) if head.isdigit() else head) + re.sub(r"^q(?:đi|đị|yđ)", "qđ", rest)


def is_party(number: str) -> bool:
    """Whether a number is a party document's: its symbol names a party body behind a slash.

    >>> is_party("05-CT/TW"), is_party("90/2020/NĐ-CP"), is_party("06/QĐ-TTg")
    (True, False, False)
    """
    return re.match(r"\d+-[^\W\d_]+/|NQ", number) is not None


def central_body(issuer: str | None) -> str | None:
    """A central body in one form, its term left off; None for "Trung ương" and other loose words.

    >>> central_body("Bộ Chính trị (khóa XII)"), central_body("Ban Bí thư Trung ương Đảng")
    ('bộ chính trị', 'ban bí thư')
    >>> central_body("BCH Trung ương"), central_body("Trung ương"), central_body("Chính phủ")
    (None, None, 'chính phủ')
    """
    low = re.sub(r"[,(\s]*khóa\s+[ivx\d]+\)?", "", key(issuer or ""))
    low = re.sub(r"\b(?:tw|t\.ư)\b", "trung ương", " ".join(low.split()))
    low = re.sub(r"^(bộ chính trị|ban bí thư)\s+(?:trung ương(?: đảng)?|đảng)$", r"\1", low)
    loose = r"(?:(?:ban chấp hành|bch|hội nghị[^,]*)\s*)?(?:trung ương)?(?:\s*đảng)?"
    return None if re.fullmatch(loose, low) else low


def congress_term(day: str) -> str | None:
    """The term of the national congress in which a day falls.

    >>> congress_term("2018-03-08"), congress_term("2021-02-01"), congress_term("1990-01-01")
    ('XII', 'XII', None)
    """
    terms = [term for closed, term in CONGRESSES if closed < day]
    return terms[-1] if terms else None


def telling(words: str) -> list[str]:
    """The syllables of a subject that tell it from others, in order.

    >>> telling("tiếp tục đổi mới công tác dân vận")
    ['dân', 'vận']
    """
    return [w for w in _WORD.findall(key(words)) if not _COMMON.fullmatch(w)]


def likeness(subject: str, words: str) -> float:
    """The share of a subject's pairs of telling syllables that some words hold.

    >>> likeness("lấy phiếu tín nhiệm", "về lấy phiếu tín nhiệm"), likeness("dân số", "đất đai")
    (1.0, 0.0)
    """
    own, said = (_pairs(telling(w)) for w in (subject, words))
    return len(own & said) / len(own) if own else 0.0


def _pairs(words: list[str]) -> set[tuple[str, str]]:
    return set(pairwise(words))


def _grouped(pairs: Iterable[tuple[str, Directive]]) -> dict[str, tuple[Directive, ...]]:
    found: dict[str, list[Directive]] = defaultdict(list)
    for name, entry in pairs:
        found[name].append(entry)
    return {name: tuple(entries) for name, entries in found.items()}
