"""How far damage in a text layer lowers the figures, with and without the reading aid.

`python -m tests.noise [GOLD DOCS]` damages each text in three ways, carries the annotated quotes
through the damage, and prints the fall of macro F1 against the undamaged texts. The damage is made
from the shapes of letters alone; it knows nothing of what the repair knows.
"""

import json
import random
import statistics
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline import reference, run
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.records import lines
from pipeline.reference import Reference
from pipeline.scoring import TYPES, Json, Report, WordIndex, words
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


DAMAGES: dict[str, Damage] = {
    "1 % of letters wrong": wrong_letters,
    "2 % of marks lost": lost_marks,
    "spaces lost": lost_spaces,
}


def carried(records: Sequence[Json], text: str, damaged: Damaged) -> list[Json]:
    """The annotated records with their quotes as they stand in the damaged text."""
    index = WordIndex(text)
    spans = list(_words_at(text))
    out, near = [], 0
    taken: dict[str, set[int]] = {}
    for record in records:
        if record["type"] == "document":
            out.append(record)
            continue
        own = taken.setdefault(json.dumps(record, sort_keys=True), set())
        at, _ = index.locate(record["quote"], near - 60, own)
        if at:
            near = min(at)
            own.add(near)
        out.append(record | {"quote": " ".join(_runs(sorted(at), spans, damaged))})
    return out


def measured(
    texts: dict[str, str], gold: dict[str, list[Json]], words_: Reference, damage: Damage | None,
    seed: int, aided: bool = True,
) -> Report:  # fmt: skip
    """The score of all texts under one damage."""
    report = Report()
    for stem, text in texts.items():
        rng = random.Random(f"{seed} {stem}")
        hurt = damage(text, rng) if damage else Damaged(text, list(range(len(text) + 1)))
        document = parse(Source("0" * 16, f"{stem}.txt", "txt", hurt.text.encode()))
        found = list(lines(_extraction(document, words_, aided)))
        report.add(stem, hurt.text, carried(gold[stem], text, hurt), found)
    return report


def _extraction(document: Document, words_: Reference, aided: bool) -> run.Extraction:
    return run.extract(document, words_) if aided else run.as_written(document, words_)


def main(gold_dir: Path, docs_dir: Path) -> None:
    """Print the fall of each figure, mean and standard deviation over the seeds."""
    gold = {
        p.stem: [json.loads(row) for row in p.read_text(encoding="utf-8").splitlines()]
        for p in sorted(gold_dir.glob("*.jsonl"))
    }
    texts = {
        stem: unicodedata.normalize("NFC", (docs_dir / f"{stem}.txt").read_text(encoding="utf-8"))
        for stem in gold
    }
    words_ = reference.load()
    whole = measured(texts, gold, words_, None, 0)
    print(f"undamaged: macro F1 {whole.macro_f1:.4f}")
    for name, damage in DAMAGES.items():
        for aided in (False, True):
            reports = [measured(texts, gold, words_, damage, seed, aided) for seed in SEEDS]
            falls = [whole.macro_f1 - r.macro_f1 for r in reports]
            how = "with the reading aid" if aided else "as written"
            print(
                f"{name}, {how}: fall {statistics.mean(falls):.4f} "
                f"(standard deviation {statistics.stdev(falls):.4f})"
            )
            means = {
                t: statistics.mean(whole.types[t].f1 - r.types[t].f1 for r in reports)
                for t in TYPES
            }
            print("   " + "  ".join(f"{t} {fall:.3f}" for t, fall in means.items()))


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


def _words_at(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, in the scorer's order."""
    at = 0
    for word in words(text):
        start = (
            text.lower().find(word, at) if len(text.lower()) == len(text) else text.find(word, at)
        )
        at = start + len(word)
        yield start, at


def _runs(at: list[int], spans: list[tuple[int, int]], damaged: Damaged) -> Iterator[str]:
    """The damaged text of each run of neighbouring words."""
    first = 0
    for i in range(1, len(at) + 1):
        if i == len(at) or at[i] != at[i - 1] + 1:
            start, end = spans[at[first]][0], spans[at[i - 1]][1]
            yield " ".join(damaged.text[damaged.at[start] : damaged.at[end]].split())
            first = i


if __name__ == "__main__":
    given = [Path(a) for a in sys.argv[1:]]
    main(*(given if len(given) == 2 else (SHARED / "gold", SHARED / "docs")))
