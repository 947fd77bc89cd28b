"""Why two sentences are held to be the same shortcoming: the words that carry it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.recurrence.frames import Connection, Row, insert, query
from pipeline.recurrence.language import AKIN, SLOTS, Floats, Language, slot
from pipeline.recurrence.wording import Reader, Told, wording

_WORDS = 6
"""Words named of a link, the weightiest first."""
_AT_A_TIME = 5_000

# Each member beside the sentence that the group is called by, and beside the last one of its unit
# in an earlier term. Links that stand are kept.
_WANTED = """
CREATE TEMP TABLE wanted AS
SELECT m.group_id, m.record_id, g.label_record_id AS other_record_id, 'label' AS relation
FROM recurrence_members m JOIN recurrence_groups g USING (group_id)
WHERE m.record_id <> g.label_record_id
UNION ALL
SELECT m.group_id, m.record_id, max_by(b.record_id, (b.said_on, b.record_id)), 'former'
FROM recurrence_members m
JOIN (
    SELECT group_id, family, term, max_by(record_id, (said_on, record_id)) AS record_id,
        max(said_on) AS said_on
    FROM recurrence_members WHERE family IS NOT NULL AND term IS NOT NULL GROUP BY ALL
) b ON b.group_id = m.group_id AND b.family = m.family AND b.term < m.term
GROUP BY ALL
"""
_SAME = "group_id, record_id, other_record_id, relation"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two sentences are, the share of it that their words carry, and which."""

    whole: float
    by_words: float
    words: tuple[str, ...]
    identical: bool = False

    @property
    def why(self) -> str:
        """The reason in words, for a reader."""
        share = f"giống nhau {self.whole:.0%}".replace("%", " %")
        if self.identical:
            return "Cùng một câu, chỉ khác con số hoặc dấu câu."
        if not self.words:
            return f"Không chung từ nào, dùng những từ thường đi với nhau ({share})."
        named = ", ".join(f"“{w}”" for w in self.words)
        return f"Cùng nói về {named} ({share})."


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it is compared."""

    wording: str
    told: Told
    weights: dict[int, float]
    akin: Floats


def sentences(quotes: Sequence[str], language: Language, reader: Reader) -> dict[str, Sentence]:
    """Each of these sentences as it is compared."""
    told = [reader.read(q) for q in quotes]
    weights = [language.weights(t, reader) for t in told]
    akin = language.akin(weights)
    read = zip(quotes, told, weights, akin, strict=True)
    return {q: Sentence(wording(q), t, w, a) for q, t, w, a in read}


def likeness(a: Sentence, b: Sentence, reader: Reader) -> Likeness:
    """How alike two sentences are, and why."""
    if a.wording == b.wording:
        return Likeness(1.0, 1.0, (), identical=True)
    shared = _shared(a.weights, b.weights)
    by_words = (1 - AKIN) * sum(shared.values())
    words = tuple(islice(_named(shared, a.told, b.told, reader), _WORDS))
    whole = by_words + float(a.akin @ b.akin)
    return Likeness(round(whole, 4), round(by_words, 4), words)


def _shared(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    return {p: w * other[p] for p, w in one.items() if p in other}


def _named(shared: dict[int, float], one: Told, other: Told, reader: Reader) -> Iterator[str]:
    """The shared words, weightiest first; a matter by words that tell it in both or in either."""
    found: list[tuple[float, str]] = []
    for code in one.matters.keys() & other.matters.keys():
        both = one.matters[code] & other.matters[code]
        told = (
            _together(both)
            if both
            else " / ".join(_together(t.matters[code]) for t in (one, other))
        )
        found.append((shared.get(SLOTS + reader.codes[code], 0.0), told))
    for term in one.terms.keys() & other.terms.keys():
        if reader.habitual.isdisjoint(term.split()):
            found.append((shared.get(slot(term), 0.0), term))
    seen: set[str] = set()
    for _, told in sorted(found, key=lambda f: (-f[0], f[1])):
        if seen.isdisjoint(told.split()):
            seen.update(told.split())
            yield told


def _together(parts: frozenset[str]) -> str:
    """The words that tell a matter, those inside others left out.

    >>> _together(frozenset({"chuyên đề", "sinh hoạt chuyên đề", "quý"}))
    'sinh hoạt chuyên đề … quý'
    """
    ordered = sorted(parts, key=lambda p: (-len(p), p))
    own = [p for i, p in enumerate(ordered) if not any(p in longer for longer in ordered[:i])]
    return " … ".join(own[:2])


def write(connection: Connection, language: Language, reader: Reader) -> None:
    """Fill `recurrence_links`: what stands is kept, what is new is told."""
    query(connection, _WANTED)
    query(connection, f"DELETE FROM recurrence_links WHERE ({_SAME}) NOT IN "
          f"(SELECT ({_SAME}) FROM wanted)")  # fmt: skip
    new = query(
        connection,
        f"SELECT {_SAME}, a.quote, b.quote FROM wanted "
        f"ANTI JOIN recurrence_links USING ({_SAME}) "
        "JOIN shortcomings a USING (record_id) "
        "JOIN shortcomings b ON b.record_id = other_record_id ORDER BY ALL",
    )
    query(connection, "DROP TABLE wanted")
    for start in range(0, len(new), _AT_A_TIME):
        insert(
            connection, "recurrence_links", _rows(new[start : start + _AT_A_TIME], language, reader)
        )


def _rows(new: Sequence[Row], language: Language, reader: Reader) -> list[Row]:
    """The rows of links; a pair of sentences is weighed once, however often it comes."""
    read = sentences(list(dict.fromkeys(q for r in new for q in r[-2:])), language, reader)
    known: dict[tuple[str, str], Likeness] = {}
    out: list[Row] = []
    for *place, a, b in new:
        if (a, b) not in known:
            known[a, b] = likeness(read[a], read[b], reader)
        found = known[a, b]
        out.append((*place, found.whole, found.by_words, list(found.words), found.why))
    return out
