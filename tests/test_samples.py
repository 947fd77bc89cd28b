"""The sample archive: its manifest, its rendered files and its true records agree."""

import json
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml

from data.sample_sources import make
from data.sample_sources.source import Sample
from pipeline import sources
from pipeline.model import Document
from pipeline.parse import parse
from pipeline.records import RECORD_TYPES, stated_fields

MANIFEST = yaml.safe_load((make.HERE / "manifest.yaml").read_text(encoding="utf-8"))
DOCUMENTS = [pytest.param(d, id=d["file"]) for d in MANIFEST["documents"]]
GROUPS = ("recurring", "promises", "mismatches", "merges", "renames", "versions")


@cache
def document(file: str) -> Document:
    """The sample as the pipeline reads it."""
    return parse(sources.read(make.ARCHIVE / file))


def gold(file: str) -> list[dict[str, Any]]:
    """The true records of a sample."""
    path = make.HERE / "gold" / f"{Path(file).stem}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def folded(text: str) -> str:
    """The text with runs of white space as one space."""
    return " ".join(text.split())


def test_the_archive_holds_exactly_the_files_of_the_manifest() -> None:
    archive = make.ARCHIVE
    found = {str(p.relative_to(archive)) for p in archive.rglob("*") if p.is_file()}
    assert found == {d["file"] for d in MANIFEST["documents"]}


def test_the_archive_is_as_wide_as_a_real_one() -> None:
    documents = MANIFEST["documents"]
    assert len(documents) >= 40
    assert len({d["unit"] for d in documents}) >= 8
    assert {"2010-2015", "2015-2020", "2020-2025"} <= {d["term"] for d in documents}
    assert {d["format"] for d in documents} == {"txt", "md", "html", "docx", "pdf"}
    assert {d["level"] for d in documents} == {"cell", "grassroots", "superior", "province"}


def test_every_unit_hangs_under_the_province() -> None:
    parents = {u["name"]: u["parent"] for u in MANIFEST["units"]}
    assert {p for p in parents.values() if p} <= set(parents)
    assert [name for name, parent in parents.items() if parent is None] == [
        "Đảng bộ tỉnh Bình Châu"
    ]


def test_every_document_is_about_a_unit_of_the_manifest_at_its_level() -> None:
    levels = {u["name"]: u["level"] for u in MANIFEST["units"]}
    found = [(d["file"], d["unit"], d["level"]) for d in MANIFEST["documents"]]
    assert [f for f in found if levels.get(f[1]) != f[2]] == []


@pytest.mark.parametrize("section", GROUPS)
def test_every_truth_across_documents_names_where_it_is_seen(section: str) -> None:
    assert [e["id"] for e in MANIFEST[section] if not e["seen"]] == []


def test_a_fault_that_recurs_is_seen_three_times_in_different_words() -> None:
    seen = {e["id"]: [s["quote"] for s in e["seen"]] for e in MANIFEST["recurring"]}
    assert len(seen) >= 6
    assert {i: q for i, q in seen.items() if len(set(q)) < 3} == {}


def test_at_least_six_figures_do_not_add_up() -> None:
    assert len(MANIFEST["mismatches"]) >= 6


def test_a_duplicate_has_the_bytes_of_its_original() -> None:
    pairs = [(d["file"], d["copy"]) for d in MANIFEST["duplicates"]]
    data = [tuple((make.ARCHIVE / f).read_bytes() for f in pair) for pair in pairs]
    assert pairs
    assert all(original == copy for original, copy in data)


@pytest.mark.parametrize("entry", DOCUMENTS)
def test_the_document_record_is_the_one_of_the_manifest(entry: dict[str, Any]) -> None:
    facts = {k: v for k, v in entry.items() if k not in ("file", "format", "gold", "written")}
    assert gold(entry["file"])[0] == {"type": "document"} | facts | entry.get("written", {})


@pytest.mark.parametrize("entry", DOCUMENTS)
def test_true_records_have_the_fields_and_codes_of_the_contract(entry: dict[str, Any]) -> None:
    kinds = {kind.type: kind for kind in RECORD_TYPES}
    for record in gold(entry["file"])[1:]:
        kind = kinds[record["type"]]
        assert set(record) == {"type", "quote", *stated_fields(kind)}
        for name, hint in get_type_hints(kind).items():
            codes = [c for c in _codes(hint) if isinstance(c, str)]
            values = record.get(name)
            given = values if isinstance(values, list) else [values]
            assert not codes or {v for v in given if v is not None} <= set(codes), record


def _codes(hint: Any) -> list[Any]:
    """The literal codes anywhere in a type hint."""
    parts = get_args(hint)
    return [code for part in parts for code in (_codes(part) or [part])]


@pytest.mark.parametrize("entry", DOCUMENTS)
def test_true_quotes_stand_in_the_recovered_text(entry: dict[str, Any]) -> None:
    text = folded(document(entry["file"]).text)
    missing = [r["quote"] for r in gold(entry["file"])[1:] if r["quote"] not in text]
    assert missing == []


@pytest.mark.parametrize("sample", [pytest.param(s, id=s.stem) for s in make.samples()])
def test_sources_say_what_was_committed(sample: Sample) -> None:
    """Texts byte by byte; DOCX and PDF depend on the zlib and fonts at hand, so their gold only."""
    path = make.ARCHIVE / sample.file
    assert (make.HERE / "gold" / f"{sample.stem}.jsonl").read_text("utf-8") == make.gold_lines(
        sample
    )
    if path.suffix in (".txt", ".md", ".html"):
        assert path.read_bytes() == make.render(sample)


def test_the_manifest_is_made_from_the_sources() -> None:
    assert make.manifest(make.samples()) == MANIFEST
