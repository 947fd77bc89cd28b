"""Mutated files over all readers: none may crash the run, hang it, or end in an untyped error.

`make fuzz` runs 20,000; a short one stands in the tests.
"""

import argparse
import io
import random
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from pipeline import pool, reference
from pipeline.limits import MEGABYTE, Limits
from pipeline.run import process
from pipeline.sources import Source, sniff
from tests.encodings import encode
from tests.invented import SHEETS
from tests.office_writers import by_libreoffice, libreoffice, odt, pptx_of, rtf, shape, xls
from tests.scanner import Scanner, as_image, as_pdf, as_tiff, scans
from tests.writers import Grid, Sheet, docx, html, pdf, txt

LIMITS = Limits(seconds=60, memory=1024 * MEGABYTE)
_PARTS = b"<>{}()[]/\\'\"&;:%\0\n\t \xff\xfe\x80\xe1\xbb"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many inputs there were, how each ended, and which ended as none may."""

    inputs: int
    codes: Mapping[str, int]
    wrong: tuple[str, ...]


def seeds() -> dict[str, bytes]:
    """A whole file of each format, by a name that says which."""
    from openpyxl import Workbook

    sheet = SHEETS["self-review"]
    book = Workbook()
    for row in next(p for p in sheet.parts if isinstance(p, Grid)).rows:
        book.active.append(row)  # type: ignore[union-attr]
    file = io.BytesIO()
    book.save(file)
    words = "đảng bộ xã hòa mẫu có 12 chi bộ.\n" * 5
    mail = f"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{words}".encode()
    writers: dict[str, Callable[[Sheet], bytes]] = {
        "txt": txt, "html": html, "docx": docx, "pdf": pdf, "rtf": rtf, "odt": odt,
    }  # fmt: skip
    made = {f"a.{form}": writer(sheet) for form, writer in writers.items()}
    made |= {"a.xlsx": file.getvalue(), "a.eml": mail, "a.md": b"# A\n\n" + txt(sheet)}
    made |= {"a.xls": xls(file.getvalue()), "a.pptx": pptx_of(shape("BÁO CÁO"), shape(words))}
    # A strip of a page: the engine takes its time, and what is fuzzed here is how it is reached.
    strip = scans(pdf(sheet), Scanner(dpi=100))[0].crop((100, 100, 700, 160))
    made |= {"a.png": as_image(strip, "PNG", 100), "a.jpg": as_image(strip, "JPEG", 100)}
    made["a.tiff"] = as_tiff([strip, strip], 100)
    made["scan.pdf"] = as_pdf([strip], 100)
    if libreoffice():
        made["a.doc"] = by_libreoffice({"a": sheet}, "doc")["a"]
    made |= {f"{c}.txt": encode(words, c) for c in ("TCVN3", "VNI", "VISCII")}
    return made


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """The file with some of its bytes, runs or (of a package) parts changed, once or many times."""
    if seed.startswith(b"PK") and chance.random() < 0.7:
        return _package(seed, chance)
    return _bytes(seed, chance)


def _bytes(seed: bytes, chance: random.Random) -> bytes:
    data = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 5, 20, 200))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 1, 4, 50, 2000)))
        what = chance.randrange(6)
        if what == 0:
            data[at:end] = b""
        elif what == 1:
            data[at:at] = data[at:end]
        elif what == 2:
            data[at:at] = bytes(chance.choices(_PARTS, k=chance.randrange(1, 9)))
        elif what == 3:
            data[at:at] = data[at:end] * chance.randrange(1, 30)
        elif what == 4 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        else:
            data[at:end] = chance.randbytes(end - at)
        if len(data) > 60_000 or not data:
            break
    return bytes(data)


def _package(seed: bytes, chance: random.Random) -> bytes:
    """The package with its parts mutated inside, so that what is packed is reached."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        chosen = set(chance.choices(names, k=chance.randrange(1, 3)))
        for name in names:
            data = old.read(name)
            if name in chosen and chance.random() < 0.05:
                continue
            new.writestr(name, _bytes(data, chance) if name in chosen else data)
    return out.getvalue()


def fuzz(inputs: int, seed: int, workers: int) -> Outcome:
    """Read so many mutated files; the same ones for the same seed."""
    codes: Counter[str] = Counter()
    wrong = []
    tasks = ((task, LIMITS.seconds) for task in _tasks(inputs, seed))
    for (name, data, number), result in pool.in_order(partial(_worker), tasks, workers):
        found = ("lost",) if isinstance(result, pool.Lost) else result
        codes.update(c for c in found if " " not in c)
        if {"lost", "bug"} & set(found):
            how = result if isinstance(result, pool.Lost) else found
            wrong.append(f"input {number} of seed {seed} ({name}, {len(data)} bytes): {how}")
    return Outcome(inputs, codes, tuple(wrong))


def _tasks(inputs: int, seed: int) -> Iterator[tuple[str, bytes, int]]:
    made = list(seeds().items())
    for number in range(inputs):
        name, data = made[number % len(made)]
        yield name, mutated(data, random.Random(f"{seed} {number}")), number


def _worker() -> Callable[[tuple[str, bytes, int]], tuple[str, ...]]:
    words = reference.load()
    pool.limit_memory(LIMITS.memory)

    def read(task: tuple[str, bytes, int]) -> tuple[str, ...]:
        name, data, _ = task
        extraction = process(Source("0" * 16, name, sniff(name, data), data, LIMITS), words)
        bugs = [i.message for i in extraction.issues if i.code == "bug"]
        return tuple({i.code for i in extraction.issues}) + tuple(bugs) or (extraction.status,)

    return read


def main() -> int:
    """Run it, say how the inputs ended, and fail where one ended as none may."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    outcome = fuzz(args.inputs, args.seed, args.workers)
    print(f"{outcome.inputs} inputs:", dict(sorted(outcome.codes.items())))
    print("\n".join(outcome.wrong) or "None crashed, hung or ended in an untyped error.")
    return int(bool(outcome.wrong))


if __name__ == "__main__":
    sys.exit(main())
