"""python -m pipeline.recurrence.fitting DOCS [DOCS ...] [--out FILE]: fit the language anew.

It is fitted on the shortcomings, causes and remedies read out of the documents of the folders. The
same documents give the same bytes. Groups of an archive do not move by it: see `state.py`.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from pipeline import reference, run, sources
from pipeline.recurrence.language import SLOTS, Floats, Language, dump, slot
from pipeline.recurrence.wording import Reader, Told
from pipeline.reference import REFERENCE_DIR, Reference

STORED = REFERENCE_DIR / "models" / "recurrence.json"
THRESHOLD = 0.3
"""Chosen on wordings for tuning and labelled pairs; see docs/MODELS.md."""
_DIRECTIONS = 64
_KNOWN = 3
"""A term has directions from this many sentences on."""
_STATEMENTS = ("shortcoming", "cause", "remedy")


def main() -> None:
    """Fit on the folders given and write the language."""
    parser = argparse.ArgumentParser(prog="pipeline.recurrence.fitting", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DOCS", help="files or folders")
    parser.add_argument("--out", type=Path, default=STORED, help="where to write the language")
    args = parser.parse_args()
    words = reference.load()
    found = sorted(set(statements(args.folders, words)))
    reader = Reader.of(words)
    args.out.write_bytes(dump(fitted(found, reader), reader))
    print(f"Wrote the language of {len(found)} statements to {args.out}.")


def statements(folders: Sequence[Path], words: Reference) -> Iterator[str]:
    """The statements of the documents of the folders."""
    for place in folders:
        for path in sorted(p for p in (place, *place.rglob("*")) if p.is_file()):
            extraction = run.process(sources.read(path), words)
            for record in extraction.records:
                if record.type in _STATEMENTS:
                    yield extraction.document.quote(record.span)


def fitted(sentences: Sequence[str], reader: Reader) -> Language:
    """The language of sentences."""
    told = [reader.read(s) for s in sentences]
    counts = Counter(p for t in told for p in _places(t, reader))
    known = sorted(p for p, n in counts.items() if n >= _KNOWN)
    basis = {p: i for i, p in enumerate(known)}
    common = {p: n for p, n in counts.items() if n >= 2}
    bare = Language("", THRESHOLD, len(told), common, {}, np.zeros((0, 1), np.float32))
    directions = _directions(bare, told, reader, known)
    return Language("", THRESHOLD, len(told), common, basis, directions)


def _places(told: Told, reader: Reader) -> set[int]:
    return {slot(t) for t in told.terms} | {SLOTS + reader.codes[c] for c in told.matters}


def _directions(
    bare: Language, told: Sequence[Told], reader: Reader, known: Sequence[int]
) -> Floats:
    """The right singular vectors of the sentences' rows, each with its larger side positive."""
    from scipy.sparse.linalg import svds

    rows = bare.rows(told, reader).words[:, list(known)].astype(np.float64)
    size = min(_DIRECTIONS, min(rows.shape) - 1)
    _, _, found = svds(rows, k=size, v0=np.ones(min(rows.shape)), solver="arpack")
    signs = np.sign(found[np.arange(size), np.abs(found).argmax(axis=1)])
    return np.ascontiguousarray((found * signs[:, None])[::-1].T, dtype=np.float32)


if __name__ == "__main__":
    main()
