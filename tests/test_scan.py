"""Scans give the records of the text that was scanned, or say why they do not."""

from functools import cache

import pytest

from pipeline.model import Document
from pipeline.reference import Reference
from tests.invented import SHEETS
from tests.scanner import CLEAN, NOISY, Scanner, as_pdf, scans
from tests.test_twins import compare, read
from tests.writers import pdf, txt

_CLEAN, _NOISY = 0.95, 0.88
"""Share of keyed records, and of the words of statements, in common with those of the text."""


@cache
def scanned(name: str, how: Scanner) -> Document:
    return read(as_pdf(scans(pdf(SHEETS[name]), how), how.dpi), "pdf")


@pytest.mark.parametrize(
    ("how", "least"),
    [pytest.param(CLEAN, _CLEAN, id="clean-300-dpi"), pytest.param(NOISY, _NOISY, id="noisy-200")],
)
def test_scan_gives_the_records_of_its_text(how: Scanner, least: float, words: Reference) -> None:
    shares = []
    differences = ""
    for name, sheet in SHEETS.items():
        records, statements, differs = compare(read(txt(sheet), "txt"), scanned(name, how), words)
        shares += [records, statements]
        differences += f"{name} {records:.3f} {statements:.3f}\n{differs}\n"
    assert sum(shares) / len(shares) >= least, differences
