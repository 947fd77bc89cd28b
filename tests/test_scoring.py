"""The score is the contract's, to the last record."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.evaluate import as_json, below, lower_bound, quoted
from pipeline.scoring import Json, Report, WordIndex, comparable_id, equal

SHARED = Path(__file__).parents[2] / "shared" / "eval"
TEXT = "Đảng bộ Sở Nông vụ có 12 chi bộ, 340 đảng viên. Một số chi bộ sinh hoạt chưa đều."


def _count(value: int, quote: str, subject: str = "party_cell") -> Json:
    return {
        "type": "count",
        "subject": subject,
        "attribute": "total",
        "value": value,
        "quote": quote,
    }


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        pytest.param([_count(12, "12 chi bộ")], [_count(12, "có 12 chi bộ")], 1, id="same"),
        pytest.param([_count(12, "12 chi bộ")], [_count(21, "12 chi bộ")], 0, id="other-value"),
        pytest.param([_count(12, "12 chi bộ")], [_count(12, "340 đảng viên")], 0, id="elsewhere"),
        pytest.param([_count(12, "12 chi bộ")], [_count(12, "12 chi bộ")] * 2, 1, id="twice"),
    ],
)
def test_keyed_records_match_once_by_key_and_place(
    gold: list[Json], predicted: list[Json], right: int
) -> None:
    report = Report()
    report.add("x", TEXT, gold, predicted)
    assert (report.types["count"].right, report.types["count"].predicted) == (right, len(predicted))


def test_statements_are_scored_by_words_covered() -> None:
    report = Report()
    gold = [{"type": "shortcoming", "quote": "Một số chi bộ sinh hoạt chưa đều."}]
    found = [{"type": "shortcoming", "quote": "sinh hoạt chưa đều. "}]
    report.add("x", TEXT, gold, found)
    tally = report.types["shortcoming"]
    assert (tally.right, tally.gold, tally.predicted) == (4, 8, 4)


def test_a_quote_that_is_not_in_the_text_is_not_grounded() -> None:
    report = Report()
    report.add("x", TEXT, [], [_count(5, "năm chi đoàn mới lập")])
    assert (report.shares["grounding"].right, report.shares["grounding"].of) == (0, 1)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("05-CT/TW", "5-ct/tw", True, id="zeros-and-case"),
        pytest.param("NQĐH/XIX@tỉnh A", "NQĐH/XIX@tỉnh B", True, id="unit-is-not-compared"),
        pytest.param("05-CT/TW", "50-CT/TW", False, id="other-number"),
        pytest.param(None, None, True, id="both-null"),
    ],
)
def test_ids_are_compared_without_zeros_and_unit(a: str | None, b: str | None, same: bool) -> None:
    assert (comparable_id(a) == comparable_id(b)) is same


def test_fields_are_equal_by_their_words() -> None:
    assert equal("Đảng ủy  KHỐI", "đảng ủy khối") and not equal("Đảng ủy", None)


def test_a_repeated_quote_goes_to_the_next_place() -> None:
    index = WordIndex("12 chi bộ rồi lại 12 chi bộ")
    first, _ = index.locate("12 chi bộ", 0, set())
    second, _ = index.locate("12 chi bộ", 0, {min(first)})
    assert (sorted(first), sorted(second)) == ([0, 1, 2], [5, 6, 7])


def test_an_annotation_by_places_gets_its_words_from_the_text() -> None:
    text = "Chi bộ có  12\nđảng viên"
    assert quoted({"type": "count", "at": [[7, 13], [14, 23]]}, text) == {
        "type": "count",
        "at": [[7, 13], [14, 23]],
        "quote": "có 12 đảng viên",
    }


def test_a_figure_under_its_floor_is_named() -> None:
    assert below(Report(), {"macro_f1": 0.5}) == ["macro_f1: 0.000 is under its floor of 0.500"]


def test_a_bound_for_few_cases_is_low() -> None:
    assert lower_bound(3, 3) < 0.5 < lower_bound(30, 30)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared evaluation set is not beside this tree")
def test_score_agrees_with_the_contracts_scorer(tmp_path: Path) -> None:
    """On damaged copies of the annotated records, so that every figure differs from 0 and 1."""
    gold_dir, docs = SHARED / "gold", SHARED / "docs"
    report = Report()
    for path in sorted(gold_dir.glob("*.jsonl")):
        gold = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]
        damaged = [_damaged(r, i) for i, r in enumerate(gold) if i % 7 != 3]
        rows = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in damaged)
        (tmp_path / path.name).write_text(rows, encoding="utf-8")
        report.add(
            path.stem, (docs / f"{path.stem}.txt").read_text(encoding="utf-8"), gold, damaged
        )
    command = [sys.executable, SHARED / "score.py", gold_dir, tmp_path, docs, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert _figures(as_json(report)) == _figures(json.loads(done.stdout))


def _damaged(record: Json, i: int) -> Json:
    """The record with a wrong field or a shortened quote in some cases."""
    out = dict(record)
    if i % 5 == 1 and "quote" in out:
        out["quote"] = " ".join(out["quote"].split()[1:]) or out["quote"]
    if i % 11 == 2:
        out |= {k: 999 for k in ("value",) if k in out}
    if i % 13 == 4:
        out |= {k: "other" for k in ("kind", "status") if k in out}
    if i % 17 == 5 and out["type"] in ("shortcoming", "remedy"):
        out["themes"] = ["other"]
    return out


def _figures(report: Json) -> dict[str, float]:
    flat = {t: report[t]["f1"] for t in report if t not in ("macro_f1", "accuracy")}
    flat["macro_f1"] = report["macro_f1"]
    flat |= {n: s["share"] for n, s in report["accuracy"].items() if s["share"] is not None}
    return {name: round(value, 3) for name, value in flat.items()}
