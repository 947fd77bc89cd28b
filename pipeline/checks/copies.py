"""Paragraphs copied from another unit's report.

A sample of the hashed sequences of eight syllables that two paragraphs share finds the pairs; all
their sequences of four decide. Long sequences that stand in many units, or in documents of
superiors (resolutions, plans, guidelines, forms), are everyone's and find no pair; and what a unit
(or one it comes from) wrote before is its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import duckdb
import numpy as np

from pipeline.checks.context import Archive, Context
from pipeline.checks.doubt import Certainty, Doubt, Place
from pipeline.checks.shingles import Hashes, Vocabulary, hashes, paragraphs
from pipeline.checks.traces import Numbers, Traces, joined

_WORDS = 40
"""Words of the shortest paragraph that is looked at."""
_FINDING, _DECIDING = 8, 4
"""Syllables of a sequence; a changed name or figure spoils as many sequences."""
_SAMPLE = np.uint64(4)
"""One sequence in so many finds pairs."""
_HELD = 12
"""Sampled sequences that are held of a paragraph."""
_ALIKE = 0.5
"""The part of the shorter one's sequences that a copy shares."""
_OWN = 30
"""A paragraph of fewer different sequences is taken to have so many: a formula is no copy."""
_BATCH = 500
_REPORTS = ("self_review_report", "summary_report", "political_report", "speech")
_NEWS = ("news", "other")


@dataclass(frozen=True, slots=True)
class Held:
    """A paragraph of a report that may be a copy or be copied."""

    context: Context
    start: int
    end: int

    @property
    def unit(self) -> str:
        return self.context.unit or ""


def doubts(connection: duckdb.DuckDBPyConnection, known: Archive) -> Iterator[Doubt]:
    """Each copied paragraph against the earliest one that it is most like."""
    held, traces = _read(connection, known.documents)
    pairs = [(a, b) for a, b in traces.pairs() if known.apart(held[a].unit, held[b].unit)]
    alike = _alike(connection, held, pairs)
    originals = _originals(held, alike)
    before = [(c, i) for c in originals for i in _own_past(c, held, traces, known)]
    told = {copy for copy, _ in _alike(connection, held, before)}
    texts = _texts(connection, {held[i].context.document_id for pair in alike for i in pair})
    for copy, (share, original) in sorted(originals.items()):
        if copy not in told:
            percent = str(round(100 * share))
            yield Doubt(
                family="copied_paragraph",
                certainty=_certainty(share),
                here=_place(held[copy], texts),
                there=_place(held[original], texts),
                arithmetic=f"{percent} %",
                values=(("share", percent),),
            )


def _read(
    connection: duckdb.DuckDBPyConnection, known: Mapping[str, Context]
) -> tuple[list[Held], Traces]:
    """The paragraphs of reports, and their sequences without those of superiors' documents."""
    vocabulary = Vocabulary()
    held: list[Held] = []
    sampled: list[Hashes] = []
    owners: list[Numbers] = []
    common: list[Hashes] = []
    for batch in _batches(connection):
        own: list[tuple[str, ...]] = []
        others: list[tuple[str, ...]] = []
        first = len(held)
        for document, text in batch:
            context = known.get(document)
            if context is None or context.doc_type in _NEWS:
                continue
            if context.doc_type not in _REPORTS:
                others += [p.words for p in paragraphs(text, _WORDS)]
            elif context.unit:
                found = list(paragraphs(text, _WORDS))
                own += [p.words for p in found]
                held += [Held(context, p.start, p.end) for p in found]
        mine, owner = _smallest(*_sample(own, vocabulary))
        sampled.append(mine)
        owners.append(owner + first)
        common.append(_sample(others, vocabulary)[0])
    everyones = np.unique(np.concatenate([np.zeros(0, dtype=np.uint64), *common]))
    return held, joined(sampled, owners, _unit_numbers(held), everyones)


def _batches(connection: duckdb.DuckDBPyConnection) -> Iterator[list[tuple[str, str]]]:
    cursor = connection.cursor()
    cursor.execute("SELECT document_id, text FROM texts ORDER BY document_id")
    while rows := cursor.fetchmany(_BATCH):
        yield rows


def _sample(batch: list[tuple[str, ...]], vocabulary: Vocabulary) -> tuple[Hashes, Numbers]:
    found, owner = hashes(batch, vocabulary, _FINDING)
    chosen = found % _SAMPLE == 0
    return found[chosen], owner[chosen]


def _smallest(found: Hashes, owner: Numbers) -> tuple[Hashes, Numbers]:
    """The smallest few of each paragraph, so that a long one holds no more memory than others."""
    order = np.lexsort((found, owner))
    found, owner = found[order], owner[order]
    rank = np.arange(len(owner)) - np.searchsorted(owner, owner)
    return found[rank < _HELD], owner[rank < _HELD]


def _unit_numbers(held: Iterable[Held]) -> list[int]:
    """A number for the unit of each paragraph."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(h.unit, len(numbers)) for h in held]


def _alike(
    connection: duckdb.DuckDBPyConnection, held: list[Held], pairs: list[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """The pairs that share most of their sequences, with the part shared."""
    wanted = {i for pair in pairs for i in pair}
    texts = _texts(connection, {held[i].context.document_id for i in wanted})
    vocabulary = Vocabulary()
    sets: dict[int, frozenset[int]] = {}
    for i in wanted:
        text = texts[held[i].context.document_id][held[i].start : held[i].end]
        (paragraph,) = paragraphs(text, _WORDS)
        sets[i] = frozenset(hashes([paragraph.words], vocabulary, _DECIDING)[0].tolist())
    shared = {
        (a, b): len(sets[a] & sets[b]) / max(_OWN, min(len(sets[a]), len(sets[b])))
        for a, b in pairs
    }
    return {pair: share for pair, share in shared.items() if share >= _ALIKE}


def _originals(
    held: list[Held], alike: Mapping[tuple[int, int], float]
) -> dict[int, tuple[float, int]]:
    """For each later paragraph the share and the earlier one that it is most like."""
    best: dict[int, tuple[float, int]] = {}
    for pair, share in sorted(alike.items()):
        first, second = sorted(pair, key=lambda i: (held[i].context.order, held[i].start))
        known = best.get(second)
        earlier = known and held[first].context.order < held[known[1]].context.order
        if known is None or share > known[0] or (share == known[0] and earlier):
            best[second] = share, first
    return best


def _certainty(share: float) -> Certainty:
    """Four fifths in common is no chance; half may be an old pattern that both follow."""
    return "certain" if share >= 0.8 else "likely" if share >= 0.6 else "doubtful"


def _own_past(copy: int, held: list[Held], traces: Traces, known: Archive) -> list[int]:
    """The earlier paragraphs of the unit, or of those it comes from, that share some sequences."""
    own = held[copy]
    return [
        i for i in traces.sharing(copy)
        if held[i].context.order < own.context.order and not known.apart(held[i].unit, own.unit)
    ]  # fmt: skip


def _texts(connection: duckdb.DuckDBPyConnection, ids: set[str]) -> dict[str, str]:
    rows = connection.execute(
        "SELECT document_id, text FROM texts WHERE document_id IN (SELECT unnest(?))",
        [sorted(ids)],
    ).fetchall()
    return dict(rows)


def _place(held: Held, texts: Mapping[str, str]) -> Place:
    id = held.context.document_id
    return Place(id, held.start, held.end, " ".join(texts[id][held.start : held.end].split()))
