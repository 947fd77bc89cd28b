"""The questions of docs/QUERIES.md are answered over the samples as the manifest has it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline import questions
from tests.archives import ask
from tests.dashboard_archives import SAMPLES, ingested

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "data" / "sample_sources"
MANIFEST = yaml.safe_load((SOURCES / "manifest.yaml").read_text(encoding="utf-8"))
DOCUMENTS = {d["file"]: d for d in MANIFEST["documents"]}
COPIES = {d["file"]: d["copy"] for d in MANIFEST["duplicates"]}

Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The database of the sample archive."""
    yield ingested(tmp_path_factory.mktemp("samples"), SAMPLES)


def _answer(db: Path, id: str) -> Rows:
    (question,) = [q for q in questions.questions() if q.id == id]
    return ask(db, question.sql)


def _held(file: str) -> str:
    """The path under which the archive holds a file: the first of two with the same bytes."""
    return str(COPIES.get(file, file))


def _unit(file: str) -> str:
    return str(DOCUMENTS[file]["unit"])


def test_page_of_questions_is_current() -> None:
    page = (ROOT / "docs" / "QUERIES.md").read_text(encoding="utf-8")
    assert page == questions.markdown(), (
        "docs/QUERIES.md is old; make it again: python -m pipeline.questions > docs/QUERIES.md"
    )


def test_lineage_is_the_merges_and_renames_of_the_manifest(db: Path) -> None:
    merged = [("merged", m["year"], f, m["to"]) for m in MANIFEST["merges"] for f in m["from"]]
    renamed = [("renamed", r["year"], r["from"], r["to"]) for r in MANIFEST["renames"]]
    found = [(kind, int(day[:4]), was, now) for kind, day, was, now in _answer(db, "lineage")]
    assert sorted(found) == sorted(merged + renamed)


def test_history_of_a_merged_unit_goes_back_to_those_it_came_from(db: Path) -> None:
    (merge,) = [m for m in MANIFEST["merges"] if m["to"] == "Đảng bộ xã An Phú"]
    wanted = {f: d for f, d in DOCUMENTS.items() if d["unit"] in (merge["to"], *merge["from"])}
    assert {(r[4], r[0], r[1]) for r in _answer(db, "history")} == {
        (f, d["unit"], d["term"]) for f, d in wanted.items()
    }


def _recurring(db: Path) -> dict[str, str]:
    """Group -> the recurring shortcoming of the manifest that most of its sentences are."""
    seen = [
        (_held(s["file"]), " ".join(s["quote"].split()), r["id"])
        for r in MANIFEST["recurring"]
        for s in r["seen"]
    ]
    counted: dict[str, dict[str, int]] = {}
    for group, path, quote in ask(
        db,
        "SELECT group_id, path, quote FROM recurrence_members m "
        "JOIN shortcomings USING (record_id) JOIN documents d ON d.document_id = m.document_id",
    ):
        for file, words, id in seen:
            if file == path and (words in quote or quote in words):
                told = counted.setdefault(group, {})
                told[id] = told.get(id, 0) + 1
    return {group: max(sorted(told), key=told.__getitem__) for group, told in counted.items()}


def test_most_shared_shortcomings_are_those_the_manifest_says_recur(db: Path) -> None:
    units = {r["id"]: {_unit(s["file"]) for s in r["seen"]} for r in MANIFEST["recurring"]}
    groups = _recurring(db)
    found = sorted(groups.get(row[0], str(row[1])) for row in _answer(db, "shared"))
    assert found == sorted(id for id, those in units.items() if len(those) > 4)


def test_what_returns_in_three_terms_does_so_in_the_manifest(db: Path) -> None:
    groups = _recurring(db)
    family = {f: m["to"] for m in MANIFEST["merges"] for f in m["from"]}
    family |= {r["from"]: r["to"] for r in MANIFEST["renames"]}
    terms: dict[tuple[str, str], set[str]] = {}
    for recurring in MANIFEST["recurring"]:
        for s in recurring["seen"]:
            unit = family.get(_unit(s["file"]), _unit(s["file"]))
            terms.setdefault((unit, recurring["id"]), set()).add(DOCUMENTS[s["file"]]["term"])
    wanted = {pair for pair, those in terms.items() if len(those) > 2}
    rows = [row for row in _answer(db, "returning") if row[1] in groups]
    found = {(row[0], groups[row[1]]) for row in rows}
    assert found - {pair for pair, those in terms.items() if len(those) > 1} == set()
    assert len(wanted & found) >= 0.9 * len(wanted), wanted - found


def test_most_remedies_that_did_not_last_are_among_the_answers(db: Path) -> None:
    faults = {
        r["id"]: [(s["file"], _unit(s["file"])) for s in r["seen"]] for r in MANIFEST["recurring"]
    }
    wanted = {
        (_held(s["file"]), " ".join(s["quote"].split()))
        for p in MANIFEST["promises"]
        for s in p["seen"]
        if any(
            unit == _unit(s["file"]) and DOCUMENTS[file]["term"] > DOCUMENTS[s["file"]]["term"]
            for file, unit in faults[p["fault"]]
        )
    }  # fmt: skip
    superseded = {v["earlier"] for v in MANIFEST["versions"]}
    wanted = {(file, words) for file, words in wanted if file not in superseded}
    answer = _answer(db, "unkept")
    found = {
        (file, words) for file, words in wanted
        if any(r[3] == file and (words in r[4] or r[4] in words) for r in answer)
    }  # fmt: skip
    assert len(found) >= 2 / 3 * len(wanted), wanted - found


def _citations() -> set[tuple[str, str]]:
    """Path and number of every citation of the gold records."""
    found = set()
    for file, document in DOCUMENTS.items():
        for line in (SOURCES / "gold" / document["gold"]).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["type"] == "citation" and record["canonical_id"]:
                found.add((_held(file), record["canonical_id"]))
    return found


def test_most_cited_documents_are_cited_by_those_units_in_the_gold_records(db: Path) -> None:
    told = _citations()
    answer = _answer(db, "cited")
    for number, _, _, units, documents, _ in answer:
        files = {f for f, n in told if n == number}
        assert documents <= len(files), number  # a number used in two terms may stay open
        assert units <= len({_unit(f) for f in files}), number
    assert (answer[0][0], answer[0][4]) == (
        "05-CT/TW",
        len({f for f, n in told if n == "05-CT/TW"}),
    )


def test_resolution_of_the_province_is_cited_where_the_gold_records_say(db: Path) -> None:
    files = {f for f, number in _citations() if number == "09-NQ/TU"}
    assert {row[2] for row in _answer(db, "followed")} == files


def test_doubts_are_the_mismatches_of_the_manifest(db: Path) -> None:
    doubts = _answer(db, "doubts")
    files = {(row[4], row[6]) for row in doubts}
    assert len(doubts) == len(MANIFEST["mismatches"])
    for mismatch in MANIFEST["mismatches"]:
        seen = {s["file"] for s in mismatch["seen"]}
        assert any({here, there or here} == seen for here, there in files), mismatch["id"]


def test_doubts_of_units_are_counted_as_in_the_manifest(db: Path) -> None:
    last: dict[str, int] = {}
    for mismatch in MANIFEST["mismatches"]:
        unit = _unit(mismatch["seen"][-1]["file"])
        last[unit] = last.get(unit, 0) + 1
    assert {row[0]: row[1] for row in _answer(db, "doubtful_units")} == last


def test_versions_are_those_of_the_manifest(db: Path) -> None:
    earlier = [("superseded", v["earlier"], v["later"]) for v in MANIFEST["versions"]]
    twice = [("same bytes", d["copy"], d["file"]) for d in MANIFEST["duplicates"]]
    assert _answer(db, "versions") == sorted(earlier + twice)
