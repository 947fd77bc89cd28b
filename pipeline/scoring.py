"""Scores extracted records against records annotated by reading, by the rules of the contract.

Keyed records match one to one by key fields and overlapping quotes, indicators by name, status and
place, statements by the words of the document that they cover.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pipeline import text as unicode_text

Json = dict[str, Any]

KEYED: dict[str, tuple[str, ...]] = {
    "count": ("subject", "attribute", "value"),
    "indicator_summary": ("total", "exceeded", "met", "missed"),
    "citation": ("kind", "canonical_id"),
    "oversight": ("category", "measure", "value"),
    "rating": ("subject", "grade", "value"),
}
STATEMENTS = ("shortcoming", "cause", "remedy")
TYPES = (*KEYED, "indicator", *STATEMENTS)
DOCUMENT_FIELDS = (
    "doc_type", "number", "issued_on", "issuer", "unit", "parent_unit", "level", "term", "period",
)  # fmt: skip
SIDE_FIELDS = {
    "citation date": "issued_on",
    "count percent": "percent",
    "count change": "change",
    "indicator value": "value",
    "indicator target": "target",
    "citation issuer": "issuer",
    "oversight subject": "subject",
    "rating percent": "percent",
}
MAX_GAP = 700
"""Words that page furniture or a footnote block may put inside one quote."""
SLACK = 60
"""Words by which a record may stand before the one listed ahead of it."""


def words(text: str | None) -> list[str]:
    """Case-folded words of a text, in order."""
    return re.findall(r"\w+", unicode_text.compose(text or "").casefold())


class WordIndex:
    """A reference text in which quotes are located as sets of word positions."""

    def __init__(self, text: str) -> None:
        self.words = words(text)
        self.at: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            self.at[word].append(i)

    def locate(self, quote: str | None, near: int, taken: set[int]) -> tuple[frozenset[int], float]:
        """Positions of the quote and the share of its words found.

        Among equal matches the first at or after `near` whose start is not in `taken`.
        """
        sought = words(quote)
        if not sought:
            return frozenset(), 0.0
        best: list[int] = []
        best_score = best_share = 0.0
        for start in sorted(self._starts(sought), key=lambda s: (s in taken, s < near, s)):
            if len(sought) > 1 and best_score > 0.5 and self.words[start : start + 2] != sought[:2]:
                continue
            found = self._walk(sought, start)
            share = len(found) / len(sought)
            score = share - 1e-6 * ((found[-1] - found[0]) if found else 0)
            if score > best_score + 1e-9:
                best, best_score, best_share = found, score, share
                if share == 1 and found[-1] - found[0] == len(sought) - 1:
                    break
        return frozenset(best), min(1.0, best_share)

    def _starts(self, sought: list[str]) -> list[int]:
        starts = self.at.get(sought[0], [])
        return starts or (self.at.get(sought[1], []) if len(sought) > 1 else [])

    def _walk(self, sought: list[str], start: int) -> list[int]:
        """Positions matched when the words are read from `start`, with gaps where they must be."""
        found: list[int] = []
        at = start
        for i, word in enumerate(sought):
            if not (at < len(self.words) and self.words[at] == word):
                jump = self._jump(sought[i : i + 3], at)
                if jump is None:
                    continue
                at = jump
            found.append(at)
            at += 1
        return found

    def _jump(self, ahead: list[str], at: int) -> int | None:
        places = (p for p in self.at.get(ahead[0], ()) if at < p <= at + MAX_GAP)
        return next((p for p in places if self.words[p : p + len(ahead)] == ahead), None)


@dataclass(slots=True)
class Placed:
    """A record with the word positions of its quote."""

    record: Json
    at: frozenset[int]
    share: float

    def get(self, name: str) -> Any:
        return self.record.get(name)

    @property
    def grounded(self) -> bool:
        """Nearly all words found in order, cut at most twice (a table row anywhere)."""
        at = sorted(self.at)
        cuts = sum(b - a > 5 for a, b in pairwise(at))
        return self.share >= 0.95 and (cuts <= 2 or self.get("type") == "indicator")


def place(records: list[Json], index: WordIndex) -> list[Placed]:
    """The records located in reading order; a repeated quote goes to its next occurrence."""
    if records and all(isinstance(r.get("start"), int) for r in records):
        records = sorted(records, key=lambda r: r["start"])
    taken: dict[tuple[str, ...], set[int]] = defaultdict(set)
    out, last = [], 0
    for r in records:
        keys = [comparable_id(r.get(k)) for k in KEYED.get(r["type"], ())]
        same = (r["type"], " ".join(words(r.get("quote"))), json.dumps(keys))
        at, share = index.locate(r.get("quote"), last - SLACK, taken[same])
        if at:
            last = min(at)
            taken[same].add(last)
        out.append(Placed(r, at, share))
    return out


def comparable_id(value: object) -> str | None:
    """A canonical id without spaces, case, leading zeros and the unit after `@`."""
    if value is None:
        return None
    bare = re.sub(r"\s+", "", unicode_text.compose(str(value))).casefold().split("@")[0]
    return re.sub(r"(?<!\d)0+(?=\d)", "", bare)


def equal(a: object, b: object) -> bool:
    """Loose equality of two field values: numbers as numbers, texts by their words."""
    if a is None or b is None or isinstance(a, (int, float)) or isinstance(b, (int, float)):
        return a == b
    return words(str(a)) == words(str(b))


@dataclass(slots=True)
class Tally:
    """Counts behind precision and recall: right, annotated (gold) and predicted."""

    right: int = 0
    gold: int = 0
    predicted: int = 0

    def add(self, right: int, gold: int, predicted: int) -> None:
        self.right += right
        self.gold += gold
        self.predicted += predicted

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else float(not self.gold)

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else float(not self.predicted)

    @property
    def f1(self) -> float:
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class Share:
    """How many of how many were right."""

    right: int = 0
    of: int = 0

    def add(self, right: int, of: int = 1) -> None:
        self.right += right
        self.of += of

    @property
    def value(self) -> float | None:
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Miss:
    """A record that only one side has: `missed` (annotated only) or `spurious` (predicted only)."""

    stem: str
    what: str
    record: Json


@dataclass(slots=True)
class Report:
    """The score of all documents added so far."""

    types: dict[str, Tally] = field(default_factory=lambda: {t: Tally() for t in TYPES})
    shares: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    rules: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    misses: list[Miss] = field(default_factory=list)

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the types that the annotation has."""
        scored = [t.f1 for t in self.types.values() if t.gold]
        return sum(scored) / len(scored) if scored else 0.0

    def add(self, stem: str, text: str, gold: list[Json], predicted: list[Json]) -> None:
        """Score one document: its text, its annotated and its predicted records."""
        self._document(stem, gold, predicted)
        index = WordIndex(text)
        truth = place([r for r in gold if r["type"] != "document"], index)
        found = place([r for r in predicted if r["type"] != "document"], index)
        for p in found:
            self.shares["grounding"].add(p.grounded)
        for kind in TYPES:
            g = [r for r in truth if r.get("type") == kind]
            p_ = [r for r in found if r.get("type") == kind]
            if kind in STATEMENTS:
                self._statements(stem, kind, g, p_)
            else:
                self._matched(stem, kind, g, p_)

    def _document(self, stem: str, gold: list[Json], predicted: list[Json]) -> None:
        truth: Json = next((r for r in gold if r["type"] == "document"), {})
        found: Json = next((r for r in predicted if r["type"] == "document"), {})
        for name in DOCUMENT_FIELDS:
            a, b = truth.get(name), found.get(name)
            if a is None and b is None:
                continue
            self.shares["document fields"].add(equal(a, b))
            if not equal(a, b):
                wrong = {"type": "document", "field": name, "gold": a, "predicted": b}
                self.misses.append(Miss(stem, "wrong", wrong))

    def _matched(self, stem: str, kind: str, gold: list[Placed], found: list[Placed]) -> None:
        pairs = _pairs(gold, found, _name_score if kind == "indicator" else _key_score)
        self.types[kind].add(len(pairs), len(gold), len(found))
        hit_gold, hit_found = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
        for name, attribute in SIDE_FIELDS.items():
            if name.split()[0] == kind:
                for a, b in pairs:
                    if a.get(attribute) is not None or b.get(attribute) is not None:
                        self.shares[name].add(equal(a.get(attribute), b.get(attribute)))
        self._note(stem, "missed", (r for r in gold if id(r) not in hit_gold))
        self._note(stem, "spurious", (r for r in found if id(r) not in hit_found))
        for r in found:
            self.rules[f"{kind}.{r.get('rule')}"].add(id(r) in hit_found)

    def _statements(self, stem: str, kind: str, gold: list[Placed], found: list[Placed]) -> None:
        truth, said = _covered(gold), _covered(found)
        self.types[kind].add(len(truth & said), len(truth), len(said))
        self._note(stem, "missed", (r for r in gold if len(r.at & said) < 0.5 * len(r.at)))
        for r in found:
            right = len(r.at & truth) >= 0.5 * (len(r.at) or 1)
            self.rules[f"{kind}.{r.get('rule')}"].add(right)
            self._note(stem, "spurious", () if right else (r,))
        for a in gold:
            themes = a.get("themes") or []
            for b in found:
                both = len(a.at & b.at)
                self.shares[f"{kind} kind"].add(both * (a.get("kind") == b.get("kind")), both)
                if kind != "cause" and themes:
                    hit = themes[0] in (b.get("themes") or [])[:3]
                    self.shares[f"{kind} themes"].add(both * hit, both)

    def _note(self, stem: str, what: str, records: Iterable[Placed]) -> None:
        self.misses += [Miss(stem, what, r.record) for r in records]


def _covered(records: Sequence[Placed]) -> set[int]:
    return set().union(*(r.at for r in records))


def _overlap(a: Placed, b: Placed) -> bool:
    if a.at and b.at:
        return bool(a.at & b.at)
    return bool(set(words(a.get("quote"))) & set(words(b.get("quote"))))


def _key(r: Placed) -> tuple[Any, ...]:
    names = KEYED[r.get("type")]
    return tuple(comparable_id(r.get(k)) if k == "canonical_id" else r.get(k) for k in names)


def _key_score(gold: Placed, found: Placed) -> float | None:
    """Shared words where keys agree and quotes overlap; None where they do not match."""
    return len(gold.at & found.at) if _key(gold) == _key(found) and _overlap(gold, found) else None


def _name_score(gold: Placed, found: Placed) -> float | None:
    """Share of common words of two indicator names; None under half, or of another status."""
    if gold.get("status") != found.get("status"):
        return None
    a, b = set(words(gold.get("name"))), set(words(found.get("name")))
    value_agrees = gold.get("value") is not None and gold.get("value") == found.get("value")
    score = len(a & b) / max(1, len(a | b)) + 0.01 * value_agrees
    return score if score >= 0.5 and (value_agrees or _overlap(gold, found)) else None


def _pairs(
    gold: Sequence[Placed],
    found: Sequence[Placed],
    score: Callable[[Placed, Placed], float | None],
) -> list[tuple[Placed, Placed]]:
    """One-to-one matches, each annotated record taking its best free prediction in turn.

    Among equal scores keyed records take the first, indicators the last, as the contract's scorer.
    """
    free = list(found)
    out = []
    for g in gold:
        rated = [(s, p) for p in free if (s := score(g, p)) is not None]
        if not rated:
            continue
        top = max(s for s, _ in rated)
        ties = [p for s, p in rated if s == top]
        best = ties[-1] if score is _name_score else ties[0]
        free = [p for p in free if p is not best]
        out.append((g, best))
    return out
