"""Whether a trained model reads statements better than rules alone; the figures of docs/MODELS.md.

python -m tests.statement_models GOLD DOCS [GOLD DOCS ...]: leaves out the documents of one folder
at a time (an eighth of them where all lie in one), trains on all others, and prints the words'
precision, recall and F1 by type for each pair; then the same with the whole pair left out.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractors.doctypes import doc_type
from extractors.findings import findings
from extractors.passages import passages
from extractors.statement_features import described, units
from extractors.statement_model import LABELS, reviewed
from extractors.titles import title
from pipeline import evaluate, reference, sources
from pipeline.classifier import Classifier, dump, rows
from pipeline.model import Document, Span
from pipeline.parse import parse
from pipeline.reference import Reference
from pipeline.scoring import STATEMENTS, Report
from pipeline.train_statements import Example, examples, train

AT_A_TIME = 8
"""Parts that the documents of a folder without folders in it are left out in."""


def main(folders: Sequence[Path]) -> None:
    """Print the figures of rules, model and both, for each pair in both ways of leaving out."""
    known = replace(reference.load(), models={})
    read = [list(examples(pair, known)) for pair in zip(folders[::2], folders[1::2], strict=True)]
    everything = [e for part in read for e in part]
    for gold, docs, part in zip(folders[::2], folders[1::2], read, strict=True):
        for seen, parts in (("its others", left_out(part, docs)), ("no other", [part])):
            reports: dict[str, Report] = defaultdict(Report)
            for left in parts:
                model = train(e for e in everything if e not in left)
                for one in left:
                    _score(reports, gold, one.path, model, known)
            _print(f"{docs}: trained on the other pairs and {seen} documents of this one", reports)


def left_out(part: Sequence[Example], docs: Path) -> Iterator[list[Example]]:
    """The documents left out together: those of one folder, or a part of those in one."""
    by: dict[Any, list[Example]] = defaultdict(list)
    flat = all(e.path.parent == docs for e in part)
    for i, one in enumerate(part):
        by[i % AT_A_TIME if flat else one.path.parent].append(one)
    yield from by.values()


def _score(
    reports: dict[str, Report], gold: Path, path: Path, model: Classifier, known: Reference
) -> None:
    source = sources.read(path)
    document = parse(source)
    text = source.data.decode("utf-8") if source.format == "txt" else document.text
    truth = [
        r
        for r in (evaluate.quoted(r, text) for r in evaluate._load(gold / f"{path.stem}.jsonl"))
        if r["type"] in STATEMENTS
    ]
    kind = doc_type(document, title(document, known))
    rules = [(f.type, f.span, f) for f in findings(document, known)]
    helped = replace(known, models={"statements": dump(model)})
    flow = list(passages(document, known))
    both = list(reviewed(document, helped, kind, flow, [f for _, _, f in rules], lambda *_: ()))
    ways: dict[str, Iterable[tuple[str, Span]]] = {
        "rules": [(t, s) for t, s, _ in rules],
        "model": _alone(document, known, kind, model),
        "both": [(f.type, f.span) for f in both],
    }
    for way, found in ways.items():
        records = [
            {"type": t, "quote": document.quote(s), "start": s.start, "rule": way} for t, s in found
        ]
        reports[way].add(path.stem, text, truth, records)
    added = [f for f in both if f.rule.startswith("model_")]
    records = [
        {"type": f.type, "quote": document.quote(f.span), "start": f.span.start, "rule": f.rule}
        for f in added
    ]
    reports["added"].add(path.stem, text, truth, records)


def _alone(
    document: Document, known: Reference, kind: str, model: Classifier
) -> Iterator[tuple[str, Span]]:
    told = list(units(document, passages(document, known)))
    chances = model.probabilities(rows(described(document, told, kind, known)))
    for unit, shares in zip(told, chances, strict=True):
        label = LABELS[int(shares.argmax())]
        if label != "none":
            yield label, unit.span


def _print(head: str, reports: dict[str, Report]) -> None:
    print(head)
    for way, report in reports.items():
        figures = (
            f"{t} P {report.types[t].precision:.3f} R {report.types[t].recall:.3f} "
            f"F1 {report.types[t].f1:.3f} ({report.types[t].gold} words)"
            for t in STATEMENTS
        )
        print(f"  {way:<6}", " | ".join(figures))
    for name, share in sorted(reports["added"].rules.items()):
        print(f"  {name}: {share.right} of {share.of} right")


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
