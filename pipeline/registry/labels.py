"""The name a unit is shown by: its own, in mixed case, told apart from others of the name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.reference import Reference
from pipeline.registry.unit import Unit
from pipeline.resolve import without_organ
from pipeline.text import key, toneless

_HEADS = (
    (re.compile(r"(?:tỉnh|huyện|quận|xã|phường) ủy\b"), None),
    (re.compile(r"thành ủy\b"), "Đảng bộ thành phố"),
    (re.compile(r"thị ủy\b"), "Đảng bộ thị xã"),
    (re.compile(r"đảng ủy\b|đảng bộ\b"), "Đảng bộ"),
    (re.compile(r"chi ủy\b|chi bộ\b"), "Chi bộ"),
)
_UNNAMED = ("slip", "place", "organ", "only_one")
"""Why a sighting is a unit's whose name it does not bear."""

_CITY = re.compile(r"^ (?:TP\.?|thành phố) ?", re.IGNORECASE)
"""What stands twice in "Thành ủy TP. X"."""

_OWN = ("đảng bộ", "chi bộ")
_VOWEL = re.compile("[aeiouyăâêôơư]", re.IGNORECASE)
_ROMAN = re.compile("[ivx]{2,}")
_SMALL = frozenset(("và", "các", "cùng"))
_WEIGHTS = {"unit": 3, "parent": 2, "told": 1, "place": 0}


def labels(units: Sequence[Unit], reference: Reference) -> list[str]:
    """The label of each unit; no two are the same."""
    written = (s.written for u in units for s in u.seen if s.role != "place")
    casing = Casing(written, reference)
    alike = Counter((u.kind, u.body) for u in units)
    names = [casing.best(unit, bare=alike[unit.kind, unit.body] > 1) for unit in units]
    names = [
        _within(name, unit, units, casing) if alike[unit.kind, unit.body] > 1 else name
        for name, unit in zip(names, units, strict=True)
    ]
    for more in (_parent, _number):
        shared = {name for name, n in Counter(names).items() if n > 1}
        if not shared:
            break
        names = [
            more(name, unit, units, casing) if name in shared else name
            for name, unit in zip(names, units, strict=True)
        ]
    return names


class Casing:
    """How words of names are written in mixed case, as the archive itself writes them."""

    def __init__(self, written: Iterable[str], reference: Reference) -> None:
        parts = (reference.lexicon(f"document.{group}") for group in ("body", "name_word"))
        self._parts = [f"(?<!\\w){lexicon.alternation}(?!\\w)" for lexicon in parts]
        self._places = frozenset(reference.lexicon("document.place").codes) | _SMALL
        seen: dict[str, Counter[str]] = {}
        for words in set(written):
            for word in words.split() if not words.isupper() else ():
                seen.setdefault(key(word), Counter())[word] += 1
        self._cased = {low: max(forms, key=lambda f: (forms[f], f)) for low, forms in seen.items()}

    def best(self, unit: Unit, bare: bool = False) -> str:
        """The name of the unit, from how documents write it; `bare`: without places, if they do."""
        counts: Counter[str] = Counter()
        placed: set[str] = set()
        for seen in unit.seen:
            if seen.reason not in _UNNAMED:
                counts[own_name(seen.written)] += _WEIGHTS[seen.role]
                placed |= {own_name(seen.written)} if any(p for _, p in seen.name.places) else set()
        full = {w: n for w, n in counts.items() if key(w).startswith(_OWN)} or counts
        plain = {w: n for w, n in full.items() if not (bare and w in placed)} or full
        if mixed := {w: n for w, n in plain.items() if not w.isupper() and w[0].isupper()}:
            return max(mixed, key=lambda w: (mixed[w], -len(w), w))
        if unit.kind == "other" and plain:
            whole = max(plain, key=lambda w: (plain[w], -len(w), w))
            cased = self.cased(key(whole))
            return cased[:1].upper() + cased[1:] if whole.isupper() else whole
        head = {"party": "Đảng bộ ", "cell": "Chi bộ ", "other": ""}[unit.kind]
        named = sorted(plain, key=lambda w: (-plain[w], len(w), w))
        return head + self.cased(_body(key(named[0])) if named else unit.body)

    def cased(self, words: str) -> str:
        """A name in capitals or small letters as it would stand in running text."""
        starts = {m.start() for p in self._parts for m in re.finditer(p, words)}
        inside = {i for p in self._parts for m in re.finditer(p, words) for i in range(*m.span())}
        return re.sub(
            r"[^\W\d_]+",
            lambda m: self._word(m[0], m.start() in starts, m.start() in inside),
            words,
        )

    def _word(self, word: str, first: bool, inside: bool) -> str:
        """A word by its place in a part of names ("Kế hoạch"), else as others write it."""
        if word in self._places:
            return word
        if not _VOWEL.search(toneless(word)) or _ROMAN.fullmatch(word):
            return word.upper()
        if inside:
            return word.capitalize() if first else word
        return self._cased.get(word, word.capitalize())


def own_name(written: str) -> str:
    """The organisation's own name for that of its committee.

    >>> own_name("Huyện ủy Tân Mẫu"), own_name("Ban Chấp hành Đảng bộ Sở Y tế")
    ('Đảng bộ huyện Tân Mẫu', 'Đảng bộ Sở Y tế')
    >>> own_name("Đảng uỷ xã An Mẫu"), own_name("ĐẢNG ỦY SỞ Y TẾ")
    ('Đảng bộ xã An Mẫu', 'ĐẢNG BỘ SỞ Y TẾ')
    """
    written = " ".join(written.split())
    words = without_organ(written)
    for pattern, head in _HEADS:
        if m := pattern.match(key(words)):
            first = head or f"Đảng bộ {key(words).split(' ')[0]}"
            rest = _CITY.sub(" ", words[m.end() :]) if first.endswith("phố") else words[m.end() :]
            return (first.upper() if words.isupper() else first) + rest
    return written


def _body(name: str) -> str:
    return re.sub(r"^(?:đảng bộ|chi bộ)\s*", "", name)


def _within(name: str, unit: Unit, units: Sequence[Unit], casing: Casing) -> str:
    """The name with the district or province it belongs to, of a cell with what is above it."""
    home = unit.home(None)
    node = home.parent or home.district or home.province
    if node is None:
        return name
    other = units[node[0]]
    shown = casing.best(other, bare=True)
    place = shown.removeprefix("Đảng bộ ") if other.place else shown
    return name if key(place) in key(name) else f"{name} ({place})"


def _parent(name: str, unit: Unit, units: Sequence[Unit], casing: Casing) -> str:
    """The name with the next place above that."""
    home = unit.home(None)
    nodes = [n for n in (home.parent, home.district, home.province) if n is not None]
    if len(nodes) < 2:
        return name
    other = casing.best(units[nodes[1][0]], bare=True).removeprefix("Đảng bộ ")
    return f"{name.removesuffix(')')}, {other})"


def _number(name: str, unit: Unit, units: Sequence[Unit], casing: Casing) -> str:
    """The name with the first document that bears it."""
    first = min((s.page.document_id for s in unit.seen), default=str(unit.index))
    return f"{name} [{first}]"
