"""How far damage in a text layer lowers the figures, with and without the reading aid.

`python -m tests.noise [GOLD DOCS]` damages each text in three ways, carries the annotated quotes
through the damage, and prints the fall of macro F1 against the undamaged texts. The damage is made
from the shapes of letters alone; it knows nothing of what the repair knows.
"""

import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean, stdev

from pipeline import reference, run
from pipeline.model import Span
from pipeline.parse import parse
from pipeline.records import lines
from pipeline.reference import Reference
from pipeline.scoring import TYPES, Json, Report, WordIndex, place
from pipeline.sources import Source

SHARED = Path(__file__).parents[2] / "shared" / "eval"
SEEDS = range(1, 6)
_VOWELS = "aeiouy"
_LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)
# Letters that look alike in print, beside those that differ in their marks only.
_SHAPES = (
    "ceo", "aeo", "nuh", "mnr", "iljt", "bhk", "gqy", "vyx", "dclđ", "rnt", "pbq", "szx", "tfl",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Damaged:
    """A text after damage; `at[i]` is where its i-th character went (one more for the end)."""

    text: str
    at: list[int]

    def quote(self, span: Span) -> str:
        """What became of the words of a span."""
        return " ".join(self.text[self.at[span.start] : self.at[span.end]].split())


Damage = Callable[[str, random.Random], Damaged]


def wrong_letters(text: str, rng: random.Random, share: float = 0.01) -> Damaged:
    """Each letter replaced with the given chance: half by one of its shape, half by any."""
    return _replaced(text, lambda c: _other(c, rng) if rng.random() < share else c)


def lost_marks(text: str, rng: random.Random, share: float = 0.02) -> Damaged:
    """Each letter that bears marks loses one of them with the given chance: its tone, hat or horn.

    >>> lost_marks("tổ chức", random.Random(1), 1.0).text
    'tỏ chưc'
    """
    return _replaced(text, lambda c: _bare(c, rng) if rng.random() < share else c)


def lost_spaces(text: str, rng: random.Random, share: float = 0.2) -> Damaged:
    """One paragraph (line) of five loses every space behind an open syllable.

    >>> lost_spaces("về việc tổ chức", random.Random(1), 1.0).text
    'vềviệc tổchức'
    """
    out: list[str] = []
    at: list[int] = []
    for line in text.splitlines(keepends=True):
        hit = rng.random() < share
        for i, char in enumerate(line):
            at.append(len(out))
            if not (hit and char == " " and i and _base(line[i - 1]) in _VOWELS):
                out.append(char)
    return Damaged("".join(out), [*at, len(out)])


def whole_text(text: str, _: random.Random) -> Damaged:
    """No damage."""
    return Damaged(text, list(range(len(text) + 1)))


DAMAGES: dict[str, Damage] = {
    "1 % of letters wrong": wrong_letters,
    "2 % of marks lost": lost_marks,
    "spaces lost": lost_spaces,
}


@dataclass(frozen=True, slots=True)
class Annotated:
    """A text with its annotated records, and where the words of each quote stand."""

    stem: str
    text: str
    records: tuple[Json, ...]
    places: tuple[tuple[Span, ...], ...]

    @classmethod
    def of(cls, stem: str, text: str, records: Sequence[Json]) -> "Annotated":
        text = unicodedata.normalize("NFC", text)
        index, spans = WordIndex(text), list(_words_at(text))
        placed = place([r for r in records if r["type"] != "document"], index)
        kept = [r for r in records if r["type"] == "document"] + [p.record for p in placed]
        none: list[tuple[Span, ...]] = [() for _ in range(len(kept) - len(placed))]
        places = none + [tuple(_runs(sorted(p.at), spans)) for p in placed]
        return cls(stem, text, tuple(kept), tuple(places))

    def carried(self, damaged: Damaged) -> list[Json]:
        """The records with their quotes as they stand in the damaged text."""
        return [
            record | {"quote": " ".join(damaged.quote(s) for s in spans)} if spans else record
            for record, spans in zip(self.records, self.places, strict=True)
        ]


def annotated(gold: Path, docs: Path) -> list[Annotated]:
    """The texts of a folder that have annotated records in another."""
    rows = {
        p.stem: p.read_text(encoding="utf-8").splitlines() for p in sorted(gold.glob("*.jsonl"))
    }
    texts = {stem: next(docs.rglob(f"{stem}.txt"), None) for stem in rows}
    return [
        Annotated.of(stem, path.read_text(encoding="utf-8"), [json.loads(r) for r in rows[stem]])
        for stem, path in texts.items()
        if path is not None
    ]


def measured(
    texts: Sequence[Annotated], words_: Reference, damage: Damage, seed: int, aided: bool
) -> Report:
    """The score of all texts under one damage, read with or without the aid."""
    report = Report()
    for text in texts:
        hurt = damage(text.text, random.Random(f"{seed} {text.stem}"))
        document = parse(Source("0" * 16, f"{text.stem}.txt", "txt", hurt.text.encode()))
        read = run.extract if aided else run.as_written
        found = list(lines(read(document, words_)))
        report.add(text.stem, hurt.text, text.carried(hurt), found)
    return report


def main(gold: Path, docs: Path) -> None:
    """Print the fall of each figure, mean and standard deviation over the seeds."""
    texts, words_ = annotated(gold, docs), reference.load()
    whole = measured(texts, words_, whole_text, 0, False)
    print(f"{len(texts)} texts, undamaged: macro F1 {whole.macro_f1:.4f}")
    tasks = [(d, aided, seed) for d in DAMAGES for aided in (False, True) for seed in SEEDS]
    with ProcessPoolExecutor() as pool:
        done = pool.map(partial(_run, texts, words_), tasks)
        reports = dict(zip(tasks, done, strict=True))
    for name, aided in dict.fromkeys(t[:2] for t in tasks):
        own = [reports[name, aided, seed] for seed in SEEDS]
        falls = [whole.macro_f1 - r.macro_f1 for r in own]
        print(
            f"{name}, {'with the reading aid' if aided else 'as written'}: fall "
            f"{mean(falls):.4f} (standard deviation {stdev(falls):.4f})"
        )
        means = {t: mean(whole.types[t].f1 - r.types[t].f1 for r in own) for t in TYPES}
        print("   " + "  ".join(f"{t} {fall:.3f}" for t, fall in means.items()))


def _run(texts: list[Annotated], words_: Reference, task: tuple[str, bool, int]) -> Report:
    name, aided, seed = task
    report = measured(texts, words_, DAMAGES[name], seed, aided)
    return Report(types=report.types)


def _replaced(text: str, change: Callable[[str], str]) -> Damaged:
    out = "".join(change(c) if c.isalpha() else c for c in text)
    return Damaged(out, list(range(len(text) + 1)))


def _other(char: str, rng: random.Random) -> str:
    low = char.lower()
    pool = _LETTERS
    if rng.random() < 0.5:
        base = _base(low)
        near = {c for group in _SHAPES if base in group for c in group}
        pool = "".join(c for c in _LETTERS if _base(c) == base or c in near)
    chosen = rng.choice([c for c in pool if c != low] or [low])
    return chosen.upper() if char.isupper() else chosen


def _bare(char: str, rng: random.Random) -> str:
    parts = list(unicodedata.normalize("NFD", char))
    if len(parts) == 1:
        return {"đ": "d", "Đ": "D"}.get(char, char)
    del parts[rng.randrange(1, len(parts))]
    return unicodedata.normalize("NFC", "".join(parts))


def _base(char: str) -> str:
    low = char.lower()
    return "đ" if low == "đ" else unicodedata.normalize("NFD", low)[0]


def _words_at(text: str) -> Iterator[Span]:
    """Where the words of a text stand, in the scorer's order."""
    return (Span(*m.span()) for m in re.finditer(r"\w+", text))


def _runs(at: Sequence[int], spans: Sequence[Span]) -> Iterator[Span]:
    """The span of each run of neighbouring words."""
    first = 0
    for i in range(1, len(at) + 1):
        if i == len(at) or at[i] != at[i - 1] + 1:
            yield Span(spans[at[first]].start, spans[at[i - 1]].end)
            first = i


if __name__ == "__main__":
    given = [Path(a) for a in sys.argv[1:]]
    main(*(given if len(given) == 2 else (SHARED / "gold", SHARED / "docs")))
