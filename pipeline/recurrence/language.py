"""How alike two shortcomings are: the weights of words, fitted once and stored with a version.

A sentence is a row of two parts. One holds its terms and matters, weighed by how rare they are; the
other where it lies among the sentences the language was fitted on (latent semantic analysis), so
that words which go together count as akin. How alike two sentences are is the weighted sum of the
cosines of both parts, and so of a sentence and a group: the mean over the group's sentences.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from pipeline.recurrence.wording import Reader, Told

SLOTS = 1 << 18
"""Places of terms; the matters follow them in a row."""
MATTER = 0.8
"""The length of the matters' part beside that of the terms, which is one."""
LATER = 0.6
"""What a matter weighs that is told after another: what a sentence is about stands at its head."""
BROAD = 0.4
"""What a broad matter weighs beside another."""
AKIN = 0.2
"""The share of the part of latent semantics in how alike two sentences are."""
_FINE = 127

Floats = NDArray[np.float32]
Sparse = Any
"""A scipy.sparse.csr_matrix, which has no types of its own."""


@lru_cache(maxsize=1 << 17)
def slot(term: str) -> int:
    """The place of a term."""
    return crc32(term.encode()) % SLOTS


@dataclass(frozen=True, slots=True)
class Rows:
    """Sentences as rows: `words` sparse, `akin` dense; each of its share's length, or nought."""

    words: Sparse
    akin: Floats

    def __len__(self) -> int:
        return int(self.words.shape[0])

    def take(self, chosen: NDArray[np.int64]) -> "Rows":
        return Rows(self.words[chosen], self.akin[chosen])


@dataclass(frozen=True)
class Language:
    """What is stored: how many sentences of the fit have each term and matter, and the basis."""

    version: str
    threshold: float
    """From here on, on average, sentences are held to be the same shortcoming."""
    sentences: int
    counts: dict[int, int]
    """Slot -> sentences that have the term, from two on; of matters, `SLOTS` and their place."""
    basis: dict[int, int]
    """Slot -> its row in `directions`."""
    directions: Floats

    def rarity(self, place: int) -> float:
        """The weight of a term or matter; unknown ones weigh as those seen once."""
        return log((1 + self.sentences) / (1 + self.counts.get(place, 1))) + 1

    def rows(self, told: Sequence[Told], reader: Reader) -> Rows:
        """Sentences as rows."""
        weighed = [self.weights(t, reader) for t in told]
        return Rows(_sparse(weighed, SLOTS + len(reader.codes)), self.akin(weighed))

    def akin(self, weighed: Sequence[dict[int, float]]) -> Floats:
        """Where sentences of these weights lie among those of the fit."""
        out = np.zeros((len(weighed), self.directions.shape[1]), dtype=np.float32)
        for i, weights in enumerate(weighed):
            known = [(self.basis[s], w) for s, w in weights.items() if s in self.basis]
            if known:
                places, values = zip(*known, strict=True)
                out[i] = np.array(values, dtype=np.float32) @ self.directions[list(places)]
        lengths = np.linalg.norm(out, axis=1, keepdims=True)
        share = np.float32(AKIN**0.5)
        found = np.divide(out * share, lengths, out=np.zeros_like(out), where=lengths > 1e-6)
        return np.asarray(found, dtype=np.float32)

    def weights(self, told: Told, reader: Reader) -> dict[int, float]:
        """The weights of a sentence's terms and matters, together of length one."""
        out: dict[int, float] = {}
        for term, n in told.terms.items():
            place = slot(term)
            out[place] = out.get(place, 0.0) + (1 + log(n)) * self.rarity(place)
        length = sum(w * w for w in out.values()) ** 0.5
        out = {p: w / length for p, w in out.items()}
        codes = {c: SLOTS + reader.codes[c] for c in told.matters}
        whole = sum(self.rarity(p) ** 2 for p in codes.values()) ** 0.5
        for i, (code, place) in enumerate(codes.items()):
            share = (LATER if i else 1.0) * (BROAD if code in reader.matters.broad else 1.0)
            out[place] = MATTER * share * self.rarity(place) / whole
        length = sum(w * w for w in out.values()) ** 0.5
        return {p: w / length for p, w in out.items()}


def _sparse(weighed: Sequence[dict[int, float]], width: int) -> Sparse:
    from scipy.sparse import csr_matrix

    share = (1 - AKIN) ** 0.5
    starts = np.cumsum([0, *(len(w) for w in weighed)])
    places = np.fromiter((p for w in weighed for p in w), np.int64, starts[-1])
    values = np.fromiter((share * v for w in weighed for v in w.values()), np.float32, starts[-1])
    return csr_matrix((values, places, starts), shape=(len(weighed), width))


def dump(language: Language, reader: Reader) -> bytes:
    """The language as JSON; the same language gives the same bytes.

    Terms are stored by their slots, matters by their codes: other matters do not make it wrong.
    """
    codes = {SLOTS + i: code for code, i in reader.codes.items()}
    step = np.maximum(np.abs(language.directions).max(axis=0), 1e-9) / _FINE
    packed = np.rint(language.directions / step).astype(np.int8).tobytes()
    known = sorted(language.basis, key=language.basis.__getitem__)
    told = {
        "threshold": language.threshold,
        "sentences": language.sentences,
        "counts": [[codes.get(p, p), n] for p, n in sorted(language.counts.items())],
        "basis": [codes.get(p, p) for p in known],
        "step": [round(float(s), 9) for s in step],
        "directions": base64.b64encode(packed).decode(),
    }
    return (json.dumps(told, separators=(",", ":")) + "\n").encode()


def parse(data: bytes, reader: Reader) -> Language:
    """The language that `dump` wrote; its version tells its bytes and the matters it reads."""
    told = json.loads(data)
    step = np.array(told["step"], dtype=np.float32)
    packed = np.frombuffer(base64.b64decode(told["directions"]), dtype=np.int8)

    def places(keys: Iterable[int | str]) -> Iterator[int | None]:
        for k in keys:
            yield (
                k if isinstance(k, int) else SLOTS + reader.codes[k] if k in reader.codes else None
            )

    counts = zip(places(k for k, _ in told["counts"]), (n for _, n in told["counts"]), strict=True)
    return Language(
        version=hashlib.sha256(data + reader.digest).hexdigest()[:12],
        threshold=told["threshold"],
        sentences=told["sentences"],
        counts={p: n for p, n in counts if p is not None},
        basis={p: i for i, p in enumerate(places(told["basis"])) if p is not None},
        directions=packed.reshape(-1, len(step)).astype(np.float32) * step,
    )
