"""The tour for analysts runs from its first cell to its last, and is committed without results."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

_TOUR = Path(__file__).parent.parent / "notebooks" / "tour.ipynb"


def test_tour_runs_and_shows_five_charts(tmp_path: Path) -> None:
    tour = nbformat.read(_TOUR, as_version=4)
    at = next(i for i, c in enumerate(tour.cells) if "parameters" in c.metadata.get("tags", ()))
    database = nbformat.v4.new_code_cell(f"DB = Path({str(tmp_path / 'tour.duckdb')!r})")
    tour.cells.insert(at + 1, database)
    NotebookClient(tour, timeout=60, kernel_name="python3").execute()
    charts = [
        output
        for cell in tour.cells
        for output in cell.get("outputs", ())
        if any(kind.startswith("application/vnd.vega") for kind in output.get("data", {}))
    ]
    assert len(charts) >= 5
    assert (tmp_path / "tour.duckdb").exists()


def test_tour_is_committed_without_results() -> None:
    cells = nbformat.read(_TOUR, as_version=4).cells
    code = [c for c in cells if c.cell_type == "code"]
    assert [c.id for c in code if c.outputs or c.execution_count] == []
