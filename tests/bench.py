"""Speed of extraction beside underthesea's word segmentation, and of reading (`make bench`).

Both read the same text on one core; the figure that counts is their ratio.
"""

import gc
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pipeline import reference, run, sources
from pipeline.reference import Reference
from tests import bench_reading, recurrence_bench, registry_bench
from tests.documents import make_doc

SAMPLES = reference.REFERENCE_DIR.parent / "samples"
REAL = SAMPLES.parents[2] / "shared" / "eval" / "docs"
"""Real documents, where they lie beside the project."""


def main() -> None:
    """Print characters a second of both, their ratio, and the cost of twice the length."""
    words = reference.load()
    gc.freeze()  # as the processes that read do
    _texts("samples", _files(), words)
    if REAL.is_dir():
        _texts("real documents", sorted(REAL.glob("*.txt")), words)
    bench_reading.main()
    recurrence_bench.main()
    registry_bench.main()


def _texts(name: str, files: Sequence[Path], words: Reference) -> None:
    from underthesea import word_tokenize

    texts = [run.process(sources.read(p), words).document.text for p in files]
    whole = "\n\n".join(texts)
    print(f"{name}: {len(whole):,} characters of {len(texts)} documents")
    word_tokenize(texts[0][:2000])
    own = _rate(lambda: run.extract(make_doc(whole), words), len(whole))
    twice = _rate(lambda: run.extract(make_doc(whole + "\n\n" + whole), words), 2 * len(whole))
    part = whole[:100_000]
    theirs = _rate(lambda: word_tokenize(part, use_token_normalize=False), len(part))
    print(f"extraction from text     {own:>10,.0f} characters/s")
    print(f"word segmentation        {theirs:>10,.0f} characters/s")
    print(f"ratio                    {own / theirs:>10.2f}")
    print(f"cost of twice the length {2 * own / twice:>10.2f} times")


def _files() -> list[Path]:
    return sorted(p for p in SAMPLES.rglob("*") if p.suffix in (".txt", ".md", ".html", ".docx"))


def _rate(work: Callable[[], object], characters: int) -> float:
    """Characters a second of processor time, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return characters / best


if __name__ == "__main__":
    main()
