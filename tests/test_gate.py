"""The measured figures do not fall under their floors."""

from pathlib import Path

import pytest

from pipeline.evaluate import annotated, below, floors, predictions, score
from pipeline.reference import Reference
from tests.annotated.written import report

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "eval"
DATA = HERE.parent / "data"


def _below(gold: Path, docs: Path, least: Path, words: Reference) -> list[str]:
    return below(score(annotated(gold), list(predictions(docs, words))), floors(least))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared evaluation set is not beside this tree")
def test_development_figures_stand_above_their_floors(words: Reference) -> None:
    assert _below(SHARED / "gold", SHARED / "docs", HERE / "floors_dev.yaml", words) == []


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared evaluation set is not beside this tree")
@pytest.mark.parametrize("part", ["second", "set_aside"])
def test_figures_of_further_documents_stand_above_their_floors(part: str, words: Reference) -> None:
    gold, docs = HERE / "annotated" / part, SHARED / "unlabelled"
    assert _below(gold, docs, HERE / f"floors_{part}.yaml", words) == []


def test_sample_figures_stand_above_their_floors(words: Reference) -> None:
    gold = DATA / "sample_sources" / "gold"
    assert _below(gold, DATA / "samples", HERE / "floors_samples.yaml", words) == []


@pytest.mark.parametrize(
    "folder", ["written_figures", "written_figures_later", "written_figures_last"]
)
def test_figures_of_written_documents_stand_above_their_floors(
    folder: str, words: Reference
) -> None:
    least = floors(HERE / "floors_written_figures.yaml")
    assert below(report(folder, words), least) == []


@pytest.mark.parametrize("kind", ["statements", "articles"])
@pytest.mark.parametrize("lot", ["", "_2", "_3"])
def test_statements_of_written_documents_stand_above_their_floors(
    kind: str, lot: str, words: Reference
) -> None:
    least = floors(HERE / f"floors_written_{kind}.yaml")
    assert below(report(f"written_{kind}{lot}", words), least) == []


@pytest.mark.parametrize("part", ["learnt", "kept"])
def test_figures_of_written_shapes_stand_above_their_floors(part: str, words: Reference) -> None:
    folder = HERE / "annotated" / "written_shapes" / part
    least = HERE / f"floors_written_shapes_{part}.yaml"
    assert _below(folder / "gold", folder / "docs", least, words) == []
