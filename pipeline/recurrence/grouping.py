"""Wordings into groups: new ones join the group they are like, on average, or found new ones.

Groups that stand are not moved: neither merged nor split, whatever comes. New wordings are taken in
the order of their ids, so that the order of files tells nothing, and a share at a time, so that a
large archive needs no table of all pairs.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from pipeline.recurrence.language import Floats, Rows, Sparse

AT_A_TIME = 2000
"""New wordings held against each other in one go: a share."""
_COMPARED = 400
"""Rows held against all groups in one go: bounds the memory that takes."""

Places = NDArray[np.int64]


@dataclass
class Groups:
    """The groups: of each its size in wordings and the sums of their rows."""

    ids: list[str]
    sizes: NDArray[np.int64]
    words: Sparse
    akin: Floats
    touched: set[int] = field(default_factory=set)
    """Places of the groups that are new or grew."""

    def likeness(self, rows: Rows) -> Floats:
        """How alike each row is to each group, on average over its wordings."""
        alike = (rows.words @ self.words.T).toarray() + rows.akin @ self.akin.T
        return np.asarray(np.round(alike / self.sizes, 5), dtype=np.float32)

    def cohesion(self, place: int) -> float:
        """How alike the wordings of a group are to each other, on average; 1 where there is one."""
        n = int(self.sizes[place])
        if n == 1:
            return 1.0
        row = self.words[place]
        whole = float(row.multiply(row).sum()) + float((self.akin[place] ** 2).sum())
        return round((whole - n) / (n * (n - 1)), 4)

    def grow(self, rows: Rows, places: Places) -> None:
        """Add each row to the group at its place."""
        members = _membership(places, len(self.ids))
        self.words = self.words + members @ rows.words
        np.add.at(self.akin, places, rows.akin)
        np.add.at(self.sizes, places, 1)
        self.touched.update(places.tolist())

    def found(self, rows: Rows, labels: Places, ids: Sequence[str]) -> None:
        """Add groups of the rows, one a label, with these ids."""
        from scipy.sparse import vstack

        first = len(self.ids)
        members = _membership(labels, len(ids))
        self.ids += ids
        self.sizes = np.concatenate([self.sizes, np.bincount(labels, minlength=len(ids))])
        self.words = vstack([self.words, members @ rows.words], format="csr")
        akin = np.zeros((len(ids), rows.akin.shape[1]), dtype=np.float32)
        np.add.at(akin, labels, rows.akin)
        self.akin = np.concatenate([self.akin, akin])
        self.touched.update(range(first, len(self.ids)))


@dataclass(frozen=True, slots=True)
class Placed:
    """Where each wording went: the place of its group, and how alike it is to it."""

    places: Places
    likeness: Floats


def no_groups(width: int, directions: int) -> Groups:
    """Groups before there are any."""
    from scipy.sparse import csr_matrix

    empty = csr_matrix((0, width), dtype=np.float32)
    akin = np.zeros((0, directions), dtype=np.float32)
    return Groups([], np.zeros(0, dtype=np.int64), empty, akin)


def place(groups: Groups, wordings: Sequence[str], rows: Rows, threshold: float) -> Placed:
    """Put wordings into the groups or into new ones: a share of them, in the order of their ids."""
    places = _nearest(groups, rows, threshold)
    joins, left = np.flatnonzero(places >= 0), np.flatnonzero(places < 0)
    groups.grow(rows.take(joins), places[joins])
    if len(left):
        places[left] = _founded(
            groups, [wordings[i] for i in left.tolist()], rows.take(left), threshold
        )
    return Placed(places, _likeness(groups, rows, places))


def _nearest(groups: Groups, rows: Rows, threshold: float) -> Places:
    """The place of the group each row is most like, -1 where it is like none."""
    if not groups.ids:
        return np.full(len(rows), -1, dtype=np.int64)
    found = []
    for start in range(0, len(rows), _COMPARED):
        alike = groups.likeness(rows.take(np.arange(start, min(start + _COMPARED, len(rows)))))
        best = alike.argmax(axis=1)
        found.append(np.where(alike.max(axis=1) >= threshold, best, -1))
    return np.concatenate(found)


def _founded(groups: Groups, wordings: Sequence[str], rows: Rows, threshold: float) -> Places:
    """Found groups of wordings that are like no group yet; the place of each."""
    labels = _clustered(rows, threshold)
    first = len(groups.ids)
    ids = [""] * (int(labels.max()) + 1)
    for wording, label in sorted(zip(wordings, labels.tolist(), strict=True), reverse=True):
        ids[label] = wording
    groups.found(rows, labels, ids)
    return labels + first


def _clustered(rows: Rows, threshold: float) -> Places:
    """Average linkage: labels from 0 on, in the order in which they first come."""
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    if len(rows) == 1:
        return np.zeros(1, dtype=np.int64)
    alike = (rows.words @ rows.words.T).toarray() + rows.akin @ rows.akin.T
    apart = np.clip(1 - np.round(alike.astype(np.float64), 5), 0, None)
    np.fill_diagonal(apart, 0)
    tree = linkage(squareform((apart + apart.T) / 2, checks=False), "average")
    found = fcluster(tree, 1 - threshold, "distance")
    _, first, labels = np.unique(found, return_index=True, return_inverse=True)
    return np.asarray(first.argsort().argsort()[labels], dtype=np.int64)


def _likeness(groups: Groups, rows: Rows, places: Places) -> Floats:
    """How alike each row is to the group it is in, itself among it."""
    words = np.asarray(rows.words.multiply(groups.words[places]).sum(axis=1)).ravel()
    akin = (rows.akin * groups.akin[places]).sum(axis=1)
    return np.asarray(np.round((words + akin) / groups.sizes[places], 5), dtype=np.float32)


def _membership(places: Places, groups: int) -> Sparse:
    from scipy.sparse import csr_matrix

    ones = np.ones(len(places), dtype=np.float32)
    return csr_matrix((ones, (places, np.arange(len(places)))), shape=(groups, len(places)))
