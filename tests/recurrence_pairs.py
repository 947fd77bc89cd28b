"""How well real sentences are linked: python -m tests.recurrence_pairs DOCS [DOCS ...] [--errors].

DOCS are the folders of the documents that tests/pairs/real.csv names. All its sentences are put
into groups at once; a pair is linked where both are in one group. Beside it stands what the pair's
own likeness says, against the same threshold.
"""

import argparse
import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from pipeline import reference
from pipeline.recurrence.grouping import no_groups, place
from pipeline.recurrence.language import SLOTS, Language, parse
from pipeline.recurrence.wording import Reader, wording
from pipeline.text import nfc

PAIRS = Path(__file__).parent / "pairs" / "real.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, and whether a reader holds them to be the same shortcoming."""

    one: str
    other: str
    same: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """How many pairs are the same, how many were linked, and how many of those rightly."""

    pairs: int
    same: int
    linked: int
    right: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.linked), self.right / max(1, self.same)
        return (
            f"precision {precision:.3f} ({self.right} of {self.linked}), "
            f"recall {recall:.3f} ({self.right} of {self.same})"
        )


def pairs(folders: Sequence[Path]) -> list[Pair]:
    """The labelled pairs, their words taken from the documents."""
    files = {p.stem: p for folder in folders for p in folder.rglob("*.txt")}
    texts: dict[str, str] = {}

    def words(document: str, start: str, end: str) -> str:
        if document not in texts:
            texts[document] = nfc(files[document].read_text(encoding="utf-8"))
        return " ".join(texts[document][int(start) : int(end)].split())

    with PAIRS.open(encoding="utf-8") as lines:
        rows = list(csv.reader(lines))[1:]
    return [Pair(words(*r[:3]), words(*r[3:6]), r[6] == "1") for r in rows]


def groups(sentences: Iterable[str], language: Language, reader: Reader) -> dict[str, str]:
    """Sentence -> its group, all put into groups at once, as a first run does."""
    by_wording = {wording(s): s for s in sorted(set(sentences), reverse=True)}
    told = {w: reader.read(by_wording[w]) for w in sorted(by_wording)}
    spoken = [w for w, t in told.items() if not t.silent]
    rows = language.rows([told[w] for w in spoken], reader)
    made = no_groups(SLOTS + len(reader.codes), language.directions.shape[1])
    placed = place(made, spoken, rows, language.threshold)
    found = dict(zip(spoken, (made.ids[p] for p in placed.places), strict=True))
    return {s: found.get(wording(s), s) for s in sentences}


def score(found: Sequence[Pair], linked: Sequence[bool]) -> Scores:
    """How well these pairs were linked."""
    right = sum(p.same and x for p, x in zip(found, linked, strict=True))
    return Scores(len(found), sum(p.same for p in found), sum(linked), right)


def main() -> None:
    """Print precision and recall, by groups and by the pairs alone."""
    parser = argparse.ArgumentParser(prog="tests.recurrence_pairs", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path, metavar="DOCS")
    parser.add_argument("--errors", action="store_true", help="list the pairs held wrongly")
    args = parser.parse_args()
    words = reference.load()
    reader = Reader.of(words)
    language = parse(words.models["recurrence"], reader)
    found = pairs(args.folders)
    group = groups([s for p in found for s in (p.one, p.other)], language, reader)
    linked = [group[p.one] == group[p.other] for p in found]
    alike = [_alike(p, language, reader) >= language.threshold for p in found]
    print(f"{len(found)} pairs, {sum(p.same for p in found)} of them the same")
    print(f"in one group     {score(found, linked)}")
    print(f"the pair alone   {score(found, alike)}")
    for pair, was in zip(found, linked, strict=True):
        if args.errors and pair.same != was:
            print("missed" if pair.same else "wrong", "|", pair.one[:110], "|", pair.other[:110])


def _alike(pair: Pair, language: Language, reader: Reader) -> float:
    rows = language.rows([reader.read(pair.one), reader.read(pair.other)], reader)
    words = float(rows.words[0].multiply(rows.words[1]).sum())
    return words + float(np.dot(rows.akin[0], rows.akin[1]))


if __name__ == "__main__":
    main()
