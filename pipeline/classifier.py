"""A linear classifier over hashed features: how it is stored and what it says."""

import base64
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SLOTS = 1 << 16
"""Places of the weights; a feature is known by its place alone, never by its words."""
_FINE = 127
"""A weight is stored as one byte: this many steps from nought to the largest of its class."""

Group = tuple[NDArray[np.int64], float]
"""Features of one kind: their slots, and what each of them weighs in the row."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What is to be told apart: slots and values of all rows, and where each row starts."""

    slots: NDArray[np.int64]
    values: NDArray[np.float64]
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.starts)


def rows(described: Iterable[Sequence[Group]]) -> Rows:
    """The rows of what is described by groups of features; each row has at least one."""
    slots: list[NDArray[np.int64]] = []
    sizes: list[int] = []
    weights: list[float] = []
    starts: list[int] = []
    size = 0
    for groups in described:
        starts.append(size)
        for places, weight in groups:
            slots.append(places)
            sizes.append(len(places))
            weights.append(weight)
            size += len(places)
    return Rows(
        np.concatenate(slots) if slots else np.empty(0, dtype=np.int64),
        np.repeat(np.array(weights, dtype=np.float64), np.array(sizes, dtype=np.int64)),
        np.array(starts, dtype=np.int64),
    )


@dataclass(frozen=True, slots=True)
class Classifier:
    """The labels, a weight for each slot and label, and one for each label."""

    labels: tuple[str, ...]
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]

    def probabilities(self, rows: Rows) -> NDArray[np.float64]:
        """How likely each label is of each row."""
        if not len(rows):
            return np.zeros((0, len(self.labels)))
        return softmax(scores(self.weights, self.bias, rows))


def scores(
    weights: NDArray[np.float64], bias: NDArray[np.float64], rows: Rows
) -> NDArray[np.float64]:
    """The weighted sum of each row and label."""
    weighed = weights[rows.slots] * rows.values[:, None]
    return np.asarray(np.add.reduceat(weighed, rows.starts, axis=0) + bias)


def softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Scores as shares that add up to one in each row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def dump(model: Classifier) -> bytes:
    """The model as JSON, weights as bytes in base64; the same model gives the same bytes."""
    step = np.maximum(np.abs(model.weights).max(axis=0), 1e-9) / _FINE
    packed = np.rint(model.weights / step).astype(np.int8).tobytes()
    told = {
        "labels": model.labels,
        "slots": len(model.weights),
        "step": [round(float(s), 9) for s in step],
        "bias": [round(float(b), 6) for b in model.bias],
        "weights": base64.b64encode(packed).decode(),
    }
    return (json.dumps(told, indent=1) + "\n").encode()


def parse(data: bytes) -> Classifier:
    """The model that `dump` wrote."""
    told = json.loads(data)
    labels = tuple(told["labels"])
    packed = np.frombuffer(base64.b64decode(told["weights"]), dtype=np.int8)
    weights = packed.reshape(told["slots"], len(labels)) * np.array(told["step"])
    return Classifier(labels, weights, np.array(told["bias"], dtype=np.float64))
