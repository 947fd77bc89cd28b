"""Which paragraphs share word sequences: a sample of the hashed sequences of each, sorted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from pipeline.checks.shingles import Hashes

Numbers = npt.NDArray[np.int64]

_UNITS = 4
"""A sequence that stands in more units is nobody's own."""
_SHARED = 2
"""Sampled sequences that two paragraphs must share to be looked at."""


@dataclass(frozen=True)
class Traces:
    """Sampled sequences, the paragraph of each (ascending), and the unit of each paragraph."""

    sampled: Hashes
    owners: Numbers
    units: Numbers

    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of paragraphs of two units that share enough sequences of few units."""
        codes, counts = np.unique(
            np.concatenate([np.zeros(0, np.int64), *self._shared()]), return_counts=True
        )
        many = len(self.units)
        return [(int(c) // many, int(c) % many) for c in codes[counts >= _SHARED]]

    def sharing(self, paragraph: int) -> list[int]:
        """Every paragraph that shares enough sequences with one, of whatever unit."""
        hashes, owners = self._by_hash
        first, last = np.searchsorted(self.owners, [paragraph, paragraph + 1])
        counted: Counter[int] = Counter()
        for sequence in np.unique(self.sampled[first:last]):
            start = np.searchsorted(hashes, sequence, side="left")
            end = np.searchsorted(hashes, sequence, side="right")
            counted.update(np.unique(owners[start:end]).tolist())
        return sorted(p for p, n in counted.items() if n >= _SHARED and p != paragraph)

    @cached_property
    def _by_hash(self) -> tuple[Hashes, Numbers]:
        order = np.lexsort((self.owners, self.sampled))
        return self.sampled[order], self.owners[order]

    def _shared(self) -> Iterator[Numbers]:
        """For each sequence of few units, the pairs of its paragraphs, each as one number."""
        hashes, owners = self._by_hash
        edges = np.flatnonzero(np.append(hashes[1:] != hashes[:-1], len(hashes) > 0)) + 1
        for start, end in pairwise([0, *edges.tolist()]):
            if end - start < 2:
                continue
            group = np.unique(owners[start:end])
            if 1 < len(np.unique(self.units[group])) <= _UNITS:
                one, other = np.triu_indices(len(group), 1)
                apart = self.units[group[one]] != self.units[group[other]]
                yield group[one[apart]] * len(self.units) + group[other[apart]]


def joined(
    sampled: Sequence[Hashes], owners: Sequence[Numbers], units: Sequence[int], common: Hashes
) -> Traces:
    """The batches as one, without sequences that are common."""
    found = np.concatenate([np.zeros(0, dtype=np.uint64), *sampled])
    owner = np.concatenate([np.zeros(0, dtype=np.int64), *owners])
    rare = ~np.isin(found, common)
    return Traces(found[rare], owner[rare], np.array(units, dtype=np.int64))
