"""Scans give the records of the text that was scanned, or say why they do not."""

from functools import cache

import pytest

from pipeline.model import BlockKind, Document
from pipeline.reference import Reference
from tests.invented import SHEETS
from tests.scanner import CLEAN, NOISY, Scanner, as_pdf, as_tiff, scans
from tests.test_twins import compare, read
from tests.writers import Para, Sheet, pdf, txt

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


_NOTED = Sheet(
    tuple(
        Para(
            f"Đảng ủy ban hành kế hoạch thứ {n} về công tác kiểm tra, giám sát năm 2024[^{n}]; các "
            "chi bộ báo cáo kết quả trước ngày 15 tháng 11 và “tự chịu trách nhiệm” về số liệu."
        )
        for n in range(1, 21)
    ),
    tuple(f"Kế hoạch số {40 + n}-KH/ĐU của Đảng ủy Trung tâm." for n in range(1, 21)),
)


@pytest.mark.parametrize(
    "how", [pytest.param(CLEAN, id="clean-300-dpi"), pytest.param(NOISY, id="noisy-200-dpi")]
)
def test_footnotes_of_a_scan_stand_behind_their_marks(how: Scanner) -> None:
    document = read(as_tiff(scans(pdf(_NOTED), how), how.dpi), "tiff")
    notes = [b for b in document.blocks if b.kind is BlockKind.FOOTNOTE]
    found = {
        b.label
        for b in notes
        if b.anchor and f"{40 + int(b.label or 0)}-KH" in document.quote(b.span)
    }
    assert len(found) >= 0.95 * len(_NOTED.notes)
