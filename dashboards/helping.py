"""The words of the help page, and the measured precision of each kind of record."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from dashboards import titles
from dashboards.comparing import GAP
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from pipeline.precision import FEWEST_CASES
from pipeline.reference import REFERENCE_DIR, read_yaml

TRUST = (
    "Mỗi bản ghi do một quy tắc nhận ra. Bảng dưới gộp các quy tắc theo loại bản ghi: trên các "
    "văn bản đã được người kiểm từng bản ghi, bao nhiêu bản ghi đúng. Quy tắc kiểm dưới "
    f"{FEWEST_CASES} trường hợp không có độ chính xác riêng.\nĐộ chính xác không nói số bản ghi bị "
    "bỏ sót: văn bản có thể nêu mà chương trình không nhận ra. Con số nào cũng mở được câu gốc; "
    "hãy đọc câu gốc trước khi dùng."
)


@cache
def texts() -> Sequence[tuple[str, str]]:
    """Heading and words, in the order of their file."""
    told: Mapping[str, str] = read_yaml(Path(__file__).parent / "help.yaml")
    return list(told.items())


@cache
def precision() -> tuple[list[str], list[list[Cell]]]:
    """Head and rows: a row a type of record with what was checked of it, and its weakest rule."""
    told: Mapping[str, Mapping[str, float]] = read_yaml(REFERENCE_DIR / "precision.yaml") or {}
    rows = []
    for kind in labels()["types"]:
        of = {r: m for r, m in told.items() if r.partition(".")[0] == kind}
        right, cases = (
            sum(int(m["right"]) for m in of.values()),
            sum(int(m["cases"]) for m in of.values()),
        )
        lower = [m["lower"] for m in of.values() if "lower" in m]
        rows.append(
            [
                Cell(label("types", kind)),
                Cell(titles.number(cases)) if cases else GAP,
                Cell(f"{titles.number(round(100 * right / cases, 1))}%") if cases else GAP,
                Cell(f"{titles.number(round(100 * min(lower), 1))}%") if lower else GAP,
            ]
        )
    return ["Loại bản ghi", "Đã kiểm", "Đúng", "Quy tắc yếu nhất đúng ít nhất"], rows
