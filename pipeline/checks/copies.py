"""Paragraphs copied from another unit's report.

Paragraphs are compared by the sequences of four words that they share: a sample of the hashed
sequences finds the pairs, all sequences of both decide. Sequences that stand in many units, or in
documents of superiors (resolutions, plans, guidelines, forms), are everyone's and find no pair.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import duckdb
import numpy as np
import numpy.typing as npt

from pipeline.checks.context import Context
from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.shingles import Hashes, Vocabulary, hashes, paragraphs

_WORDS = 40
"""Words of the shortest paragraph that is looked at."""
_SAMPLE = np.uint64(4)
"""One sequence in so many finds pairs."""
_UNITS = 4
"""A sequence that stands in more units is nobody's own."""
_SHARED = 2
"""Sampled sequences that two paragraphs must share to be looked at."""
_ALIKE = 0.5
"""The part of the shorter one's sequences that a copy shares."""
_OWN = 30
"""A paragraph of fewer different sequences is taken to have so many: a formula is no copy."""
_BATCH = 500
_REPORTS = ("self_review_report", "summary_report", "political_report", "speech")
_NEWS = ("news", "other")


@dataclass(frozen=True, slots=True)
class Held:
    """A paragraph that may be a copy or be copied."""

    context: Context
    start: int
    end: int


def doubts(connection: duckdb.DuckDBPyConnection, known: Mapping[str, Context]) -> Iterator[Doubt]:
    """Each copied paragraph against the earlier one that it is most like."""
    held, sampled, owners, common = _read(connection, known)
    pairs = _pairs(sampled, owners, _unit_numbers(held), common)
    alike = _alike(connection, held, pairs)
    best: dict[int, tuple[float, int]] = {}
    for (one, other), share in alike.items():
        first, second = sorted((one, other), key=lambda i: (held[i].context.order, held[i].start))
        if best.get(second, (0.0, 0)) < (share, -first):
            best[second] = share, -first
    texts = _texts(connection, {held[i].context.document_id for p in alike for i in p})
    for second, (share, first) in sorted(best.items()):
        percent = str(round(100 * share))
        yield Doubt(
            family="copied_paragraph",
            certainty="certain" if share >= 0.8 else "likely",
            here=_place(held[second], texts),
            there=_place(held[-first], texts),
            arithmetic=f"{percent} %",
            values=(("share", percent),),
        )


def _read(
    connection: duckdb.DuckDBPyConnection, known: Mapping[str, Context]
) -> tuple[list[Held], Hashes, npt.NDArray[np.int64], Hashes]:
    """The paragraphs of reports, their sampled sequences, and those of superiors' documents."""
    vocabulary = Vocabulary()
    held: list[Held] = []
    sampled: list[Hashes] = []
    owners: list[npt.NDArray[np.int64]] = []
    common: list[Hashes] = []
    cursor = connection.cursor()
    cursor.execute("SELECT document_id, text FROM texts ORDER BY document_id")
    while rows := cursor.fetchmany(_BATCH):
        own: list[tuple[str, ...]] = []
        others: list[tuple[str, ...]] = []
        first = len(held)
        for document, text in rows:
            context = known.get(document)
            if context is None or context.doc_type in _NEWS:
                continue
            ours = context.doc_type in _REPORTS
            for paragraph in paragraphs(text, _WORDS) if not ours or context.unit else ():
                (own if ours else others).append(paragraph.words)
                if ours:
                    held.append(Held(context, paragraph.start, paragraph.end))
        found, owner = _sample(own, vocabulary)
        sampled.append(found)
        owners.append(owner + first)
        common.append(_sample(others, vocabulary)[0])
    return held, _joined(sampled), _joined_owners(owners), np.unique(_joined(common))


def _sample(
    batch: list[tuple[str, ...]], vocabulary: Vocabulary
) -> tuple[Hashes, npt.NDArray[np.int64]]:
    found, owner = hashes(batch, vocabulary)
    chosen = found % _SAMPLE == 0
    return found[chosen], owner[chosen]


def _joined(parts: list[Hashes]) -> Hashes:
    return np.concatenate([np.zeros(0, dtype=np.uint64), *parts])


def _joined_owners(parts: list[npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _unit_numbers(held: list[Held]) -> npt.NDArray[np.int64]:
    """A number for the unit of each paragraph."""
    numbers: dict[str | None, int] = {}
    return np.array(
        [numbers.setdefault(h.context.unit, len(numbers)) for h in held], dtype=np.int64
    )


def _pairs(
    sampled: Hashes,
    owners: npt.NDArray[np.int64],
    units: npt.NDArray[np.int64],
    common: Hashes,
) -> list[tuple[int, int]]:
    """The pairs of paragraphs of two units that share enough rare sequences."""
    rare = ~np.isin(sampled, common)
    sampled, owners = sampled[rare], owners[rare]
    order = np.lexsort((owners, sampled))
    sampled, owners = sampled[order], owners[order]
    edges = np.flatnonzero(np.append(sampled[1:] != sampled[:-1], len(sampled) > 0)) + 1
    found: list[npt.NDArray[np.int64]] = []
    for start, end in pairwise([0, *edges.tolist()]):
        if end - start < 2:
            continue
        group = np.unique(owners[start:end])
        if not 1 < len(np.unique(units[group])) <= _UNITS:
            continue
        one, other = np.triu_indices(len(group), 1)
        apart = units[group[one]] != units[group[other]]
        found.append(group[one[apart]] * len(units) + group[other[apart]])
    codes, counts = np.unique(np.concatenate([np.zeros(0, np.int64), *found]), return_counts=True)
    return [(int(c) // len(units), int(c) % len(units)) for c in codes[counts >= _SHARED]]


def _alike(
    connection: duckdb.DuckDBPyConnection, held: list[Held], pairs: list[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """The pairs that share most of their sequences, with the part shared."""
    texts = _texts(connection, {held[i].context.document_id for pair in pairs for i in pair})
    vocabulary = Vocabulary()
    sets: dict[int, frozenset[int]] = {}
    for i in {i for pair in pairs for i in pair}:
        text = texts[held[i].context.document_id][held[i].start : held[i].end]
        (paragraph,) = paragraphs(text, 1)
        sets[i] = frozenset(hashes([paragraph.words], vocabulary)[0].tolist())
    shared = {
        (a, b): len(sets[a] & sets[b]) / max(_OWN, min(len(sets[a]), len(sets[b])))
        for a, b in pairs
    }
    return {pair: share for pair, share in shared.items() if share >= _ALIKE}


def _texts(connection: duckdb.DuckDBPyConnection, ids: set[str]) -> dict[str, str]:
    rows = connection.execute(
        "SELECT document_id, text FROM texts WHERE document_id IN (SELECT unnest(?))",
        [sorted(ids)],
    ).fetchall()
    return dict(rows)


def _place(held: Held, texts: Mapping[str, str]) -> Place:
    id = held.context.document_id
    return Place(id, held.start, held.end, " ".join(texts[id][held.start : held.end].split()))
