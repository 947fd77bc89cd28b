"""`kiemdiem evaluate`: precision, recall and F1 a type; what a change won and lost."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from pipeline import reference, run, sources
from pipeline import text as unicode_text
from pipeline.errors import ExitCode, UsageError
from pipeline.precision import FEWEST_CASES
from pipeline.records import lines
from pipeline.reference import Reference
from pipeline.scoring import KEYED, TYPES, Json, Report, words

PRECISION_FILE = reference.REFERENCE_DIR / "precision.yaml"


@dataclass(frozen=True, slots=True)
class Predicted:
    """One document of the evaluation: its text as annotated, and what was found in it."""

    stem: str
    text: str
    records: list[Json]


def evaluate(args: argparse.Namespace) -> int:
    """Print the score of GOLD against what is found in DOCS; the exit code."""
    if args.errors not in (None, "document", *TYPES):
        raise UsageError(f"'{args.errors}' is no record type; one of: document, {', '.join(TYPES)}")
    gold = annotated(args.gold)
    if not gold:
        raise UsageError(f"No .jsonl files in {args.gold}; give the folder of annotated records.")
    predicted = list(predictions(args.docs, reference.load()))
    report = score(gold, predicted)
    print(json.dumps(as_json(report), indent=1) if args.json else as_text(report))
    if args.errors:
        print("\n".join(_errors(report, args.errors)))
    if args.calibrate:
        PRECISION_FILE.write_text(precision_yaml(report), encoding="utf-8")
        PRECISION_FILE.chmod(0o644)  # part of the program, unlike what else the command writes
        print(f"Wrote the measured precision of {len(report.rules)} rules to {PRECISION_FILE}.")
    if args.against:
        before = _earlier(args.against, args.docs)
        known = in_words(gold, {p.stem: p for p in predicted})
        print("\n".join(changes(known, before, predicted)))
    return ExitCode.PARTIAL if args.floors and _below(report, args.floors) else ExitCode.OK


def annotated(gold: Path) -> dict[str, list[Json]]:
    """Stem -> the annotated records of that document, as they stand in the folder."""
    return {p.stem: _load(p) for p in sorted(gold.glob("*.jsonl"))}


def predictions(docs: Path, words_: Reference) -> Iterator[Predicted]:
    """What is found in each file of the folder; a text file is scored against its own text."""
    for path in sorted(p for p in docs.rglob("*") if p.is_file()):
        source = sources.read(path)
        extraction = run.process(source, words_)
        document = extraction.document
        text = source.data.decode("utf-8") if source.format == "txt" else document.text
        yield Predicted(path.stem, text, list(lines(extraction)))


def score(gold: dict[str, list[Json]], predicted: list[Predicted]) -> Report:
    """The report over all annotated documents; UsageError where one of them is missing."""
    found = {p.stem: p for p in predicted}
    report = Report()
    for stem, records in in_words(gold, found).items():
        report.add(stem, found[stem].text, records, found[stem].records)
    return report


def in_words(gold: dict[str, list[Json]], found: dict[str, Predicted]) -> dict[str, list[Json]]:
    """The annotated records with their words; UsageError where a document is missing."""
    for stem in gold:
        if stem not in found:
            raise UsageError(f"No document '{stem}' among DOCS for its annotated records.")
    return {stem: [quoted(r, found[stem].text) for r in rows] for stem, rows in gold.items()}


def quoted(record: Json, text: str) -> Json:
    """The annotated record with its words, where it gives only their places in the text.

    `at` and `name_at` hold half-open ranges of offsets into the text in NFC.
    """
    words_at = {"at": "quote", "name_at": "name"}
    composed = unicode_text.compose(text) if words_at.keys() & record.keys() else ""
    said = {
        words_at[k]: " ".join(" ".join(composed[a:b] for a, b in record[k]).split())
        for k in words_at.keys() & record.keys()
    }
    return record | said


def as_json(report: Report) -> Json:
    """The report as plain values, figures to four decimals."""
    out: Json = {
        name: {
            "gold": t.gold,
            "pred": t.predicted,
            "tp": t.right,
            "p": round(t.precision, 4),
            "r": round(t.recall, 4),
            "f1": round(t.f1, 4),
        }
        for name, t in report.types.items()
    }
    out["macro_f1"] = round(report.macro_f1, 4)
    out["accuracy"] = {
        name: {
            "right": s.right,
            "of": s.of,
            "share": None if s.value is None else round(s.value, 4),
        }
        for name, s in report.shares.items()
    }
    return out


def as_text(report: Report) -> str:
    """The report as a table for people."""
    rows = [f"{'type':<18}{'gold':>7}{'found':>7}{'P':>8}{'R':>8}{'F1':>8}"]
    rows += [
        f"{n:<18}{t.gold:>7}{t.predicted:>7}{t.precision:>8.3f}{t.recall:>8.3f}{t.f1:>8.3f}"
        for n, t in report.types.items()
    ]
    rows += [
        f"{n:<24}{s.right:>6} of {s.of:<6}{s.value:.3f}"
        for n, s in report.shares.items()
        if s.value is not None
    ]
    return "\n".join([*rows, f"macro F1 {report.macro_f1:.3f}"])


def lower_bound(right: int, cases: int) -> float:
    """The lower end of the 95 % Wilson interval of a share.

    >>> round(lower_bound(20, 20), 3), round(lower_bound(45, 50), 3)
    (0.839, 0.786)
    """
    if not cases:
        return 0.0
    z, p = 1.96, right / cases
    spread = z * sqrt(p * (1 - p) / cases + z * z / (4 * cases * cases))
    return (p + z * z / (2 * cases) - spread) / (1 + z * z / cases)


def precision_yaml(report: Report) -> str:
    """The measured precision of each rule; `lower` is left out under FEWEST_CASES cases."""
    rows = ["# Made by `kiemdiem evaluate --calibrate`: right of cases a rule; lower = 95 % bound."]
    for name, share in sorted(report.rules.items()):
        lower = f", lower: {lower_bound(share.right, share.of):.3f}"
        shown = lower if share.of >= FEWEST_CASES else ""
        rows.append(f"{name}: {{right: {share.right}, cases: {share.of}{shown}}}")
    return "\n".join(rows) + "\n"


def changes(
    gold: dict[str, list[Json]], before: list[Predicted], after: list[Predicted]
) -> Iterator[str]:
    """What came (+) and went (-), quote by quote, marked right or wrong where annotated."""
    old = {p.stem: p for p in before}
    for new in after:
        was = Counter(map(_identity, old[new.stem].records if new.stem in old else []))
        now = Counter(map(_identity, new.records))
        known = {_identity(r) for r in gold.get(new.stem, [])}
        for sign, gone in (("+", now - was), ("-", was - now)):
            for key in sorted(gone.elements()):
                verdict = "" if new.stem not in gold else ("right" if key in known else "unmatched")
                yield f"{new.stem} {sign} {verdict:<9} {' | '.join(key)}"


def floors(path: Path) -> dict[str, float]:
    """The lowest figures allowed, by type or share name."""
    return {str(k): float(v) for k, v in reference.read_yaml(path).items()}


def below(report: Report, least: dict[str, float]) -> list[str]:
    """A line for each figure under its floor."""
    figures = {"macro_f1": report.macro_f1}
    figures |= {n: t.f1 for n, t in report.types.items()}
    figures |= {n: s.value for n, s in report.shares.items() if s.value is not None}
    return [
        f"{name}: {figures.get(name, 0.0):.3f} is under its floor of {floor:.3f}"
        for name, floor in least.items()
        if figures.get(name, 0.0) < floor
    ]


def _below(report: Report, path: Path) -> list[str]:
    found = below(report, floors(path))
    for line in found:
        print(line, file=sys.stderr)
    return found


def _identity(record: Json) -> tuple[str, ...]:
    names = KEYED.get(record["type"], ("name", "status", "kind"))
    values = tuple(f"{n}={record[n]}" for n in names if record.get(n) is not None)
    return (record["type"], *values, " ".join(words(record.get("quote"))))


def _errors(report: Report, kind: str) -> Iterator[str]:
    for miss in report.misses:
        if miss.record["type"] == kind:
            yield f"{miss.stem}\t{miss.what}\t{json.dumps(miss.record, ensure_ascii=False)}"


def _load(path: Path) -> list[Json]:
    rows = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(row) for row in rows if row.strip()]


def _earlier(against: str, docs: Path) -> list[Predicted]:
    """The predictions in a folder, or those that an earlier revision makes of the same files."""
    if Path(against).is_dir():
        return [Predicted(p.stem, "", _load(p)) for p in sorted(Path(against).glob("*.jsonl"))]
    with tempfile.TemporaryDirectory() as place:
        tree, out = Path(place) / "tree", Path(place) / "out"
        done = subprocess.run(
            ["git", "worktree", "add", "--quiet", "--detach", tree, against], check=False
        )
        if done.returncode:
            raise UsageError(f"'{against}' is neither a folder of records nor a revision.")
        try:
            files = [str(p.resolve()) for p in sorted(docs.rglob("*")) if p.is_file()]
            command = [sys.executable, "-m", "pipeline", "extract", *files, "--out", str(out)]
            done = subprocess.run(command, cwd=tree, check=False)
            if done.returncode not in (ExitCode.OK, ExitCode.PARTIAL):
                raise UsageError(f"'{against}' cannot read these documents; name a later one.")
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", tree], check=False)
        return [Predicted(p.stem, "", _load(p)) for p in sorted(out.glob("*.jsonl"))]
