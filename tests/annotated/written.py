"""Invented documents, written and annotated before any rule was run on them (`*.src`).

The markup is that of the sample sources (`data/sample_sources/marks.py`, `source.py`). A folder of
them is scored as a folder of annotated records is. `python -m tests.annotated.written FOLDER OUT`
writes OUT/gold and OUT/docs for `kiemdiem evaluate` and `pipeline.train_statements`.
"""

import sys
from pathlib import Path

from data.sample_sources import make, source
from pipeline import run, sources
from pipeline.evaluate import Predicted, score
from pipeline.records import lines
from pipeline.reference import Reference
from pipeline.scoring import Json, Report

HERE = Path(__file__).resolve().parent


def written(folder: str) -> list[source.Sample]:
    """Each document of the folder; a plain text, where its source does not name a `file`."""
    found = [(path, source.read(path)) for path in sorted((HERE / folder).glob("*.src"))]
    return [
        source.Sample({"file": f"{path.stem}.txt"} | s.facts, s.parts, s.records, s.tags)
        for path, s in found
    ]


def report(folder: str, words: Reference) -> Report:
    """What is found in the documents of the folder, scored against their marks."""
    samples = written(folder)
    return score(gold(samples), [found(sample, words) for sample in samples])


def gold(samples: list[source.Sample]) -> dict[str, list[Json]]:
    """Stem -> the records that the marks of each document state; what a document is, is none."""
    return {sample.stem: list(sample.records) for sample in samples}


def found(sample: source.Sample, words: Reference) -> Predicted:
    """What is found in one document, rendered in the format of its file name."""
    extraction = run.process(rendered(sample), words)
    return Predicted(sample.stem, extraction.document.text, list(lines(extraction)))


def rendered(sample: source.Sample) -> sources.Source:
    """The document as bytes, as if it had been read from its file."""
    data, name = make.render(sample), sample.file
    return sources.Source(sample.stem, name, sources.sniff(name, data), data)


def main(folder: str, out: Path) -> None:
    """Write the documents of the folder and their records."""
    for place in ("gold", "docs"):
        (out / place).mkdir(parents=True, exist_ok=True)
    for sample in written(folder):
        (out / "docs" / sample.file).write_bytes(make.render(sample))
        (out / "gold" / f"{sample.stem}.jsonl").write_text(make.gold_lines(sample), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
