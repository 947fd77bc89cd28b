"""What the checks find in whole archives: all that was planted there, and next to nothing else."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline import checks
from pipeline.reference import Reference
from tests.archives import ask
from tests.check_reports import report
from tests.dashboard_archives import SAMPLES, ingested
from tests.made_archive import make
from tests.made_archive.copying import Copies
from tests.made_archive.errors import Errors
from tests.made_archive.model import Truth
from tests.made_archive.verdicts import COLUMNS, Found, copies, errors

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "eval" / "docs"
MANIFEST = HERE.parent / "data" / "sample_sources" / "manifest.yaml"


def test_samples_hold_what_the_manifest_says_and_nothing_else(tmp_path: Path) -> None:
    found = ask(
        ingested(tmp_path, SAMPLES),
        "SELECT path, quote, other_path, other_quote, family FROM check_list ORDER BY ALL",
    )
    mismatches = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))["mismatches"]
    told = {row: _names(mismatches, row) for row in found}
    assert {row: names for row, names in told.items() if len(names) != 1} == {}
    assert sorted(n for (n,) in told.values()) == sorted(m["id"] for m in mismatches)


def _names(mismatches: list[dict[str, Any]], row: tuple[Any, ...]) -> list[str]:
    """The mismatches of the manifest that a finding is about: both statements are among its."""
    path, quote, other_path, other_quote, _ = row
    places = [(path, quote)] + ([(other_path, other_quote)] if other_quote else [])
    return [m["id"] for m in mismatches if all(_seen(m, *place) for place in places)]


def _seen(mismatch: dict[str, Any], path: str, quote: str) -> bool:
    words = [s["quote"] for s in mismatch["seen"] if s["file"] == path]
    return any(w in quote or quote in w for w in words)


_REAL = {
    "000": [("percent_of_base", "certain", "5 / 7 = 71,4 % ≠ 57,1 %")],
    "001": [],
    "09a": [
        ("discipline_parts", "certain", "57.471 + 11.439 + 1.527 + 2.718 = 73.155 > 73.135"),
        ("listed_parts", "likely", "14.782 + 36.700 = 51.482 ≠ 50.852"),
    ],
    "20_": [("listed_parts", "likely", "589 + 77 + 47 = 713 ≠ 722")],
}
"""What was doubted in the real documents when every finding was read: all are so in the text."""


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared evaluation set is not beside this tree")
def test_real_documents_hold_the_doubts_that_were_read_and_no_others(words: Reference) -> None:
    found = {
        path.name[:3]: sorted(
            (d.family, d.certainty, d.arithmetic)
            for d in checks.inside(report(path.read_text(encoding="utf-8"), words), words)
        )
        for path in sorted(SHARED.glob("*.txt"))
    }
    assert {n: f for n, f in found.items() if f} == {n: f for n, f in _REAL.items() if f}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Truth, Path]]:
    """The invented archive with right and wrong figures and copies, and its database."""
    folder = tmp_path_factory.mktemp("made")
    truth = make(1, folder / "kho", [Errors(), Copies()])
    yield truth, ingested(folder, folder / "kho")


def _found(db: Path) -> tuple[list[Found], dict[str, str]]:
    found = [Found.of(row) for row in ask(db, f"SELECT {COLUMNS} FROM checks ORDER BY ALL")]
    return found, dict(ask(db, "SELECT document_id, text FROM texts"))


def test_planted_errors_are_found_and_right_figures_are_not_doubted(
    made: tuple[Truth, Path],
) -> None:
    truth, db = made
    verdict = errors(truth, *_found(db))
    assert verdict.planted >= 300
    assert verdict.precision >= 0.97, verdict.wrong
    assert verdict.recall >= 0.92, verdict.missed


def test_planted_copies_are_found_and_look_alikes_are_not(made: tuple[Truth, Path]) -> None:
    truth, db = made
    verdict = copies(truth, *_found(db))
    assert verdict.planted >= 150
    assert verdict.precision >= 0.98, verdict.wrong
    assert verdict.recall >= 0.95, verdict.missed
