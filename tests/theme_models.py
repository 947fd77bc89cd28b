"""Whether a trained classifier names themes better than the lexicon; the figures of docs/MODELS.md.

python -m tests.theme_models GOLD DOCS [GOLD DOCS]: leaves each document of the first pair out once
and trains on the others; then trains on the whole pair and tries the second.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractors.themes import _scores as scores
from extractors.themes import themes
from pipeline import reference, sources, syllables
from pipeline.model import Document, Span
from pipeline.parse import parse
from pipeline.reference import Reference

EPOCHS, BATCH, SEED = 15, 16, 7
KEPT, SHARE = 3, 0.3
CLOSE = 0.25
"""Up to this lead of the best theme over the next, as a share of it, the lexicon is in doubt."""

Cats = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Statement:
    """A shortcoming or remedy as annotated, and what the lexicon says of it."""

    stem: str
    words: str
    themes: tuple[str, ...]
    lexicon: tuple[str, ...]
    scores: Cats


def main(folders: Sequence[Path]) -> None:
    """Print the figures of each way of naming themes."""
    words = reference.load()
    own = list(statements(folders[0], folders[1], words))
    _print("each document left out once", own, _left_out(own))
    if len(folders) > 2:
        other = list(statements(folders[2], folders[3], words))
        _print("the second set, trained on the first", other, _guesses(_trained(own), other))


def statements(gold: Path, docs: Path, words: Reference) -> Iterator[Statement]:
    """The annotated statements whose words stand in the recovered text in one piece."""
    files = {p.stem: p for p in docs.rglob("*") if p.is_file()}
    for path in sorted(gold.glob("*.jsonl")):
        document = parse(sources.read(files[path.stem]))
        for record in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            start = document.text.replace("\n", " ").find(record.get("quote", ""))
            if record["type"] in ("shortcoming", "remedy") and start >= 0:
                span = Span(start, start + len(record["quote"]))
                yield _statement(path.stem, document, span, tuple(record["themes"]), words)


def _statement(
    stem: str, document: Document, span: Span, gold: tuple[str, ...], words: Reference
) -> Statement:
    block = document.block_at(span.start)
    headings = [s.heading for s in reversed(document.section_path_at(span.start))]
    contexts = [block.span, *headings] if block else headings
    key = document.key
    lexicon = themes(key, span, words, contexts)
    return Statement(stem, key[span.start : span.end], gold, lexicon, scores(key, span, words))


def _left_out(all_of: Sequence[Statement]) -> list[Cats]:
    guesses: dict[int, Cats] = {}
    for stem in sorted({s.stem for s in all_of}):
        model = _trained([s for s in all_of if s.stem != stem])
        rows = [i for i, s in enumerate(all_of) if s.stem == stem]
        guesses |= zip(rows, _guesses(model, [all_of[i] for i in rows]), strict=True)
    return [guesses[i] for i in range(len(all_of))]


def _trained(examples: Sequence[Statement]) -> Any:
    """A spaCy pipeline with a bag-of-syllables classifier; the same each time."""
    import spacy
    from spacy.training import Example
    from spacy.util import fix_random_seed

    fix_random_seed(SEED)
    nlp = spacy.blank("xx")
    nlp.tokenizer = lambda text: syllables.doc(nlp.vocab, text)
    model = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": False,
        "ngram_size": 2,
        "no_output_layer": False,
        "length": 16384,
    }
    labels = sorted({t for s in examples for t in s.themes})
    classifier = nlp.add_pipe("textcat_multilabel", config={"model": model})
    for label in labels:
        classifier.add_label(label)
    rows = [
        Example.from_dict(nlp.make_doc(s.words), {"cats": {t: t in s.themes for t in labels}})
        for s in examples
    ]
    optimizer = nlp.initialize(lambda: rows)
    order = random.Random(SEED)
    for _ in range(EPOCHS):
        order.shuffle(rows)
        for start in range(0, len(rows), BATCH):
            nlp.update(rows[start : start + BATCH], sgd=optimizer, drop=0.2)
    return nlp


def _guesses(model: Any, examples: Sequence[Statement]) -> list[Cats]:
    return [doc.cats for doc in model.pipe([s.words for s in examples])]


def _best(cats: Cats) -> tuple[str, ...]:
    ranked = sorted(cats, key=lambda theme: (-cats[theme], theme))[:KEPT]
    return tuple(theme for theme in ranked if cats[theme] >= SHARE * cats[ranked[0]])


def _mixed(statement: Statement, cats: Cats) -> tuple[str, ...]:
    """The lexicon's themes, or where its lead is small those of both together."""
    found = sorted(statement.scores.values(), reverse=True)
    if not found:
        return _best(cats) if statement.lexicon == ("other",) else statement.lexicon
    if len(found) == 1 or found[0] - found[1] > CLOSE * found[0]:
        return statement.lexicon
    most = max(cats.values())
    names = set(cats) | set(statement.scores)
    return _best({t: statement.scores.get(t, 0) / found[0] + cats.get(t, 0) / most for t in names})


def _print(title: str, examples: Sequence[Statement], guesses: Sequence[Cats]) -> None:
    pairs = list(zip(examples, guesses, strict=True))
    silent = [(s, c) for s, c in pairs if s.lexicon == ("other",)]
    right = sum(_best(c)[0] == s.themes[0] for s, c in silent)
    ways = {
        "lexicon": [s.lexicon for s in examples],
        "model": [_best(c) for c in guesses],
        "lexicon, model where it is silent": [
            _best(c) if s.lexicon == ("other",) else s.lexicon for s, c in pairs
        ],
        "the same, both where it is in doubt": [_mixed(s, c) for s, c in pairs],
    }
    print(f"{title}: {len(examples)} statements")
    print(f"{'':38}{'main among three':>18}{'main first':>12}{'macro F1':>10}")
    for way, found in ways.items():
        among = sum(s.themes[0] in f for s, f in zip(examples, found, strict=True))
        first = sum(s.themes[0] == f[0] for s, f in zip(examples, found, strict=True))
        shares = among / len(examples), first / len(examples), _macro_f1(examples, found)
        print(f"  {way:36}{shares[0]:>18.3f}{shares[1]:>12.3f}{shares[2]:>10.3f}")
    print(f"  silent lexicon: {len(silent)}; first guess of the model right: {right}")


def _macro_f1(examples: Sequence[Statement], found: Sequence[tuple[str, ...]]) -> float:
    both: Counter[str] = Counter()
    either: Counter[str] = Counter()
    for statement, themes_ in zip(examples, found, strict=True):
        both.update(set(themes_) & set(statement.themes))
        either.update([*set(themes_), *set(statement.themes)])
    named = {t for s in examples for t in s.themes}
    return sum(2 * both[t] / either[t] for t in named) / len(named)


if __name__ == "__main__":
    main([Path(a) for a in sys.argv[1:]])
