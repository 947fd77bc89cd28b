"""python -m pipeline.train_statements GOLD DOCS [GOLD DOCS ...] --out FILE: the statement model.

Each GOLD holds <stem>.jsonl as `kiemdiem evaluate` reads it, each DOCS the documents.
"""

import argparse
import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from extractors.doctypes import doc_type
from extractors.passages import passages
from extractors.statement_features import Unit, described, units
from extractors.statement_model import LABELS
from extractors.titles import title
from pipeline import reference, sources
from pipeline.classifier import Classifier, Group, dump, rows
from pipeline.errors import UsageError
from pipeline.evaluate import quoted
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.reference import Reference
from pipeline.scoring import STATEMENTS, Placed, WordIndex, place
from pipeline.training import trained

MODEL = reference.REFERENCE_DIR / "models" / "statements.json"


@dataclass(frozen=True, slots=True)
class Example:
    """The units of an annotated document: their features, labels and number of words."""

    path: Path
    described: tuple[tuple[Group, ...], ...]
    labels: tuple[int, ...]
    sizes: tuple[int, ...]


def main() -> None:
    """Train on the folders given and write the model."""
    parser = argparse.ArgumentParser(prog="pipeline.train_statements", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD DOCS")
    parser.add_argument("--out", type=Path, default=MODEL, help="where to write the model")
    args = parser.parse_args()
    if len(args.folders) % 2:
        parser.error("give folders in pairs: annotated records, then their documents.")
    read = list(examples(args.folders, reference.load()))
    args.out.write_bytes(dump(train(read)))
    count = sum(len(e.labels) for e in read)
    print(f"Wrote a model of {count} sentences of {len(read)} documents to {args.out}.")


def train(read: Iterable[Example]) -> Classifier:
    """The model of the examples; a longer sentence counts more, by the root of its words."""
    kept = [e for e in read if e.labels]
    described = [groups for e in kept for groups in e.described]
    truth = [label for e in kept for label in e.labels]
    shares = [sqrt(max(1, size)) for e in kept for size in e.sizes]
    return trained(rows(described), LABELS, truth, shares)


def examples(folders: Sequence[Path], known: Reference) -> Iterator[Example]:
    """The annotated documents of the folders, in order."""
    for gold, docs in zip(folders[::2], folders[1::2], strict=True):
        files = {p.stem: p for p in sorted(docs.rglob("*")) if p.is_file()}
        for path in sorted(gold.glob("*.jsonl")):
            if path.stem not in files:
                raise UsageError(f"No document '{path.stem}' in {docs} for its annotated records.")
            yield example(path, files[path.stem], known)


def example(gold: Path, path: Path, known: Reference) -> Example:
    """One annotated document; a unit bears the label of the statements over half its words."""
    source = sources.read(path)
    document = parse(source)
    written = source.data.decode("utf-8") if source.format == "txt" else document.text
    lines = map(json.loads, gold.read_text(encoding="utf-8").splitlines())
    records = [quoted(r, written) for r in lines if r["type"] in STATEMENTS]
    kind = doc_type(document, title(document, known))
    told = list(units(document, passages(document, known)))
    labels, sizes = _labels(document, told, place(records, WordIndex(document.text)))
    return Example(path, tuple(described(document, told, kind, known)), labels, sizes)


def _labels(
    document: Document, told: Sequence[Unit], placed: Sequence[Placed]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The label of each unit, and how many words it has."""
    starts = [m.start() for m in re.finditer(r"\w+", document.text)]
    covered = {t: set().union(*(p.at for p in placed if p.get("type") == t)) for t in STATEMENTS}
    labels, sizes = [], []
    for unit in told:
        own = range(bisect_left(starts, unit.span.start), bisect_left(starts, unit.span.end))
        hits = {t: sum(i in covered[t] for i in own) for t in STATEMENTS}
        best = max(STATEMENTS, key=lambda t: hits[t])
        labels.append(LABELS.index(best if own and 2 * hits[best] >= len(own) else "none"))
        sizes.append(len(own))
    return tuple(labels), tuple(sizes)


if __name__ == "__main__":
    main()
