"""Trains a linear classifier by full batches in a fixed order: the same rows, the same weights."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.classifier import SLOTS, Classifier, Rows, scores, softmax

STEPS, RATE, DECAY = 100, 0.1, 5e-5


def trained(
    rows: Rows, labels: Sequence[str], truth: Sequence[int], shares: Sequence[float]
) -> Classifier:
    """The classifier by Adam's steps on the cross entropy; `shares` say what each row counts."""
    used, slots = np.unique(rows.slots, return_inverse=True)
    seen = Rows(slots.astype(np.int64), rows.values, rows.starts)
    slope = _Slope(seen, np.eye(len(labels))[np.array(truth)], np.array(shares), len(used))
    values = [np.zeros((len(used), len(labels))), np.zeros(len(labels))]
    means = [np.zeros_like(v) for v in values]
    squares = [np.zeros_like(v) for v in values]
    for step in range(1, STEPS + 1):
        rate = RATE * min(1.0, 2 * (1 - step / (STEPS + 1)))
        for i, slant in enumerate(slope.at(values[0], values[1])):
            means[i] = 0.9 * means[i] + 0.1 * slant
            squares[i] = 0.999 * squares[i] + 0.001 * slant * slant
            spread = np.sqrt(squares[i] / (1 - 0.999**step)) + 1e-8
            values[i] = values[i] - rate * (means[i] / (1 - 0.9**step)) / spread
    weights = np.zeros((SLOTS, len(labels)))
    weights[used] = values[0]
    return Classifier(tuple(labels), weights, values[1])


class _Slope:
    """The gradient of the loss: rows are summed by slot in one order that never changes."""

    def __init__(
        self, rows: Rows, truth: NDArray[np.float64], shares: NDArray[np.float64], used: int
    ) -> None:
        self.rows, self.truth, self.shares = rows, truth, shares / shares.sum()
        sizes = np.diff(np.append(rows.starts, len(rows.slots)))
        order = np.argsort(rows.slots, kind="stable")
        self.of = np.repeat(np.arange(len(rows)), sizes)[order]
        self.by = rows.values[order]
        self.starts = np.searchsorted(rows.slots[order], np.arange(used))

    def at(
        self, weights: NDArray[np.float64], bias: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """The gradient of the weights and of the bias there."""
        wrong = softmax(scores(weights, bias, self.rows)) - self.truth
        wrong *= self.shares[:, None]
        summed = np.add.reduceat(wrong[self.of] * self.by[:, None], self.starts, axis=0)
        return summed + DECAY * weights, wrong.sum(axis=0)
