"""Whether a trained classifier names themes better than the lexicon; the figures of docs/MODELS.md.

python -m tests.theme_models GOLD DOCS [GOLD DOCS ...]: leaves each pair of folders out once, trains
on the others, and prints how the lexicon, the classifier and both together name its themes.
"""

import json
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

import numpy as np

from extractors.doctypes import own_type
from extractors.passages import passages
from extractors.statement_themes import StatementThemes
from extractors.themes import _scores as scores
from pipeline import reference, sources
from pipeline.classifier import SLOTS, Group, rows
from pipeline.evaluate import quoted
from pipeline.model import Document, Span
from pipeline.parse import parse
from pipeline.reference import Reference
from pipeline.training import trained

KEPT, SHARE = 3, 0.25
BESIDE = 0.5
"""What the shares of the classifier weigh beside those of the lexicon."""

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Statement:
    """A shortcoming or remedy as annotated, its features, and what the lexicon says of it."""

    themes: tuple[str, ...]
    lexicon: tuple[str, ...]
    scores: Shares
    features: tuple[Group, ...]


def main(folders: Sequence[Path]) -> None:
    """Print the figures of each way of naming themes, for each pair left out."""
    words = reference.load()
    pairs = list(zip(folders[::2], folders[1::2], strict=True))
    lots = [list(statements(gold, docs, words)) for gold, docs in pairs]
    for i, (gold, _) in enumerate(pairs):
        others = [s for j, lot in enumerate(lots) if j != i for s in lot]
        _print(str(gold), lots[i], guesses(others, lots[i]))


def statements(gold: Path, docs: Path, words: Reference) -> Iterator[Statement]:
    """The annotated statements whose words stand in the recovered text in one piece."""
    files = {p.stem: p for p in docs.rglob("*") if p.is_file()}
    for path in sorted(gold.glob("*.jsonl")):
        source = sources.read(files[path.stem])
        document = parse(source)
        written = source.data.decode("utf-8") if source.format == "txt" else document.text
        flow = list(passages(document, words))
        naming = StatementThemes(document, words, own_type(document, words))
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if record["type"] not in ("shortcoming", "remedy"):
                continue
            span = _found(document, quoted(record, written)["quote"])
            passage = next((p for p in flow if span and p.span.end > span.start), None)
            if span and passage:
                yield Statement(
                    tuple(record["themes"]), naming.of(span, passage),
                    scores(document.key, span, words), _features(document, span),
                )  # fmt: skip


def _found(document: Document, quote: str) -> Span | None:
    pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", quote)))
    m = re.search(pattern, document.text)
    return Span(*m.span()) if m else None


def _features(document: Document, span: Span) -> tuple[Group, ...]:
    """One, two and three syllables at a time, and those of the two headings above."""
    path = document.section_path_at(span.start)[-2:]
    above = [s for h in path for s in _syllables(document, h.heading)]
    own = _syllables(document, span)
    grams = [" ".join(own[i : i + n]) for n in (1, 2, 3) for i in range(len(own) - n + 1)]
    groups = (grams, [f"above {syllable}" for syllable in above])
    return tuple((_slots(g), 4.0 / sqrt(len(g))) for g in groups if g)


def _syllables(document: Document, span: Span) -> list[str]:
    return re.findall(r"[^\W\d_]+", document.key[span.start : span.end])


def _slots(grams: Sequence[str]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array([zlib.crc32(g.encode()) % SLOTS for g in grams], dtype=np.int64)


def guesses(known: Sequence[Statement], asked: Sequence[Statement]) -> list[Shares]:
    """How likely each theme is the main one, as a classifier trained on the known ones says."""
    labels = sorted({s.themes[0] for s in known})
    truth = [labels.index(s.themes[0]) for s in known]
    model = trained(rows(s.features for s in known), labels, truth, [1.0] * len(known))
    found = model.probabilities(rows(s.features for s in asked))
    return [dict(zip(labels, row, strict=True)) for row in found.tolist()]


def _best(shares: Shares) -> tuple[str, ...]:
    ranked = sorted(shares, key=lambda theme: (-shares[theme], theme))[:KEPT]
    return tuple(theme for theme in ranked if shares[theme] >= SHARE * shares[ranked[0]])


def _both(statement: Statement, guess: Shares) -> tuple[str, ...]:
    """The best of both, and what the lexicon takes from headings where there is room."""
    told = sum(statement.scores.values())
    if not told:
        return statement.lexicon
    names = {*guess, *statement.scores}
    mixed = {t: statement.scores.get(t, 0) / told + BESIDE * guess.get(t, 0) for t in sorted(names)}
    best = _best(mixed)
    lent = [t for t in statement.lexicon if t not in statement.scores and t not in best]
    return (*best, *lent)[:KEPT]


def _print(title: str, lot: Sequence[Statement], found: Sequence[Shares]) -> None:
    ways = {
        "lexicon": [s.lexicon for s in lot],
        "classifier": [_best(guess) for guess in found],
        "both": [_both(s, guess) for s, guess in zip(lot, found, strict=True)],
    }
    print(f"{title}: {len(lot)} statements")
    print(f"{'':14}{'main among three':>18}{'main first':>12}{'F1':>8}{'themes each':>13}")
    for way, named in ways.items():
        pairs = list(zip(lot, named, strict=True))
        among = sum(s.themes[0] in n for s, n in pairs) / len(lot)
        first = sum(s.themes[0] == n[0] for s, n in pairs) / len(lot)
        right = sum(len({*s.themes} & {*n}) for s, n in pairs)
        size = sum(map(len, named))
        f1 = 2 * right / (size + sum(len(s.themes) for s in lot))
        each = size / len(lot)
        print(f"  {way:12}{among:>18.3f}{first:>12.3f}{f1:>8.3f}{each:>13.2f}")


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
