"""The registry of much-cited documents is whole: numbers read, dates true, successors known."""

import re
from collections import Counter
from datetime import date
from typing import get_args

import pytest

from extractors.citations import citations
from pipeline import reference
from pipeline.directives import congress_term
from pipeline.records import CitationKind
from tests.documents import make_doc

WORDS = reference.load()
ENTRIES = WORDS.data["directives"]
NAMES = {f"{e['number']} {e['date']}" for e in ENTRIES}
CASES = [pytest.param(e, id=f"{e['number']} {e['date']}") for e in ENTRIES]
KEYS = {"number", "kind", "date", "issuer", "subject", "source", "plenum", "replaced_by"}
KIND_WORDS = {
    "conclusion": "Kết luận", "regulation": "Quy định", "decision": "Quyết định",
    "directive": "Chỉ thị", "resolution": "Nghị quyết", "guideline": "Hướng dẫn",
    "notice": "Thông báo", "decree": "Nghị định", "law": "Luật", "circular": "Thông tư",
}  # fmt: skip


def test_number_and_date_tell_every_entry_apart() -> None:
    assert [n for n, times in Counter((e["number"], e["date"]) for e in ENTRIES).items()
            if times > 1] == []  # fmt: skip


@pytest.mark.parametrize("entry", CASES)
def test_entry_has_its_fields_and_no_others(entry: dict[str, str]) -> None:
    assert {k for k in KEYS if k not in entry} <= {"plenum", "replaced_by"}
    assert set(entry) - KEYS == set()
    assert entry["kind"] in get_args(CitationKind)
    assert date.fromisoformat(entry["date"]) < date(2026, 6, 1)


@pytest.mark.parametrize("entry", CASES)
def test_successor_is_an_entry_and_later(entry: dict[str, str]) -> None:
    successor = entry.get("replaced_by")
    assert successor is None or successor in NAMES
    assert successor is None or successor.split()[1] > entry["date"]


@pytest.mark.parametrize("entry", [c for c in CASES if "plenum" in c.values[0]])  # type: ignore[operator]
def test_plenum_is_of_the_term_of_its_day(entry: dict[str, str]) -> None:
    assert entry["plenum"].split("/")[1] == congress_term(entry["date"])
    assert entry["issuer"] == "Ban Chấp hành Trung ương"


@pytest.mark.parametrize("entry", CASES)
def test_source_names_the_year_or_the_term_of_the_text(entry: dict[str, str]) -> None:
    year, term = entry["date"][:4], congress_term(entry["date"])
    plenum_or_congress = re.search(r"(?:khóa|lần thứ) [IVX]+$", entry["source"])
    assert f"năm {year}" in entry["source"] or plenum_or_congress
    named = re.search(r"khóa ([IVX]+)", entry["source"])
    assert named is None or named[1] == term


@pytest.mark.parametrize("entry", CASES)
def test_number_is_read_back_from_a_sentence(entry: dict[str, str]) -> None:
    number = entry["number"]
    congress = re.fullmatch(r"NQĐH/([IVX]+)", number)
    words = f"Đại hội {congress[1]} của Đảng" if congress else f"số {number}"
    document = make_doc(f"Chi bộ thực hiện {KIND_WORDS[entry['kind']]} {words}.")
    assert [(c.kind, c.canonical_id) for c in citations(document, WORDS)] == [
        (entry["kind"], number)
    ]


def test_the_registry_fills_no_stated_field() -> None:
    document = make_doc("Chi bộ học tập Chỉ thị số 05-CT/TW.")
    assert [(c.issuer, c.issued_on, c.resolved_issuer, c.resolved_issued_on)
            for c in citations(document, WORDS)] == [
        (None, None, "Bộ Chính trị", "2016-05-15")
    ]  # fmt: skip
