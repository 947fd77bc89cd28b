"""Which term a document belongs to, and why; what cannot be placed stays open."""

from datetime import date

import duckdb
import pytest
import yaml

from data.sample_sources import make
from pipeline import reference
from pipeline.registry import ordinals, terms, units
from pipeline.registry.terms import Dated, Placed, place
from tests.made_archive import Truth, draw, fill


def dated(
    level: str | None, day: str | None = None, period: str | None = None,
    stated: str | None = None, kind: str = "self_review_report", unit: str = "Đảng bộ A",
) -> Dated:  # fmt: skip
    on = date.fromisoformat(day) if day else None
    return Dated("d", kind, level, unit, "f", stated, period, on)  # type: ignore[arg-type]


PLACED = [
    pytest.param(
        dated("grassroots", "2021-12-08", "2021", stated="2020-2025"), (),
        Placed("2020-2025", "stated", "2020-2025"), id="stated",
    ),
    pytest.param(
        dated("grassroots", "2013-12-18", "2013"), (), Placed("2010-2015", "period", "2013"),
        id="the year between two congresses",
    ),
    pytest.param(
        dated("superior", "2024-06-20", "2021-2024"), (),
        Placed("2020-2025", "period", "2021-2024"), id="years of one term",
    ),
    pytest.param(
        dated("province", None, "2015-2020"), (), Placed("2015-2020", "period", "2015-2020"),
        id="a whole term",
    ),
    pytest.param(
        dated("grassroots", "2015-12-20", "2015"), (),
        Placed("2015-2020", "date", "2015-12-20"), id="the year of a congress, after it",
    ),
    pytest.param(
        dated("grassroots", "2016-01-15", "2015"), (),
        Placed("2015-2020", "date", "2016-01-15"), id="a report on the year gone by",
    ),
    pytest.param(
        dated("province", "2015-07-10", "2015"), (),
        Placed("2010-2015", "date", "2015-07-10"), id="a province before its congress",
    ),
    pytest.param(
        dated("central", "2020-09-10"), (), Placed("2016-2021", "date", "2020-09-10"),
        id="the centre has years of its own",
    ),
    pytest.param(
        dated("central", unit="Ban Chấp hành Trung ương Đảng khóa XII"), (),
        Placed("2016-2021", "ordinal", "khóa xii"), id="the term of the Central Committee",
    ),
    pytest.param(
        dated("cell", "2018-12-02", "2018"), ("2020-2022", "2022-2025"),
        Placed("2017-2020", "own_terms", "2018-12-02"), id="a cell by the terms it states",
    ),
    pytest.param(
        dated("cell", "2023-12-02", "2023"), ("2020-2025",),
        Placed("2020-2025", "period", "2023"), id="a cell of five years",
    ),
]  # fmt: skip

OPEN = [
    pytest.param(dated("grassroots", "2020-05-05", "2020"), (), "year_of_congress", id="the month"),
    pytest.param(dated("grassroots", None, "2020"), (), "year_of_congress", id="that year"),
    pytest.param(dated("grassroots"), (), "no_date", id="no date"),
    pytest.param(
        dated("grassroots", "2018-03-03", unit="Đoàn trường Đại học Mẫu"), (), "not_party",
        id="a youth union",
    ),
    pytest.param(dated("central", None, "2011-2025"), (), "several_terms", id="fifteen years"),
    pytest.param(dated(None, "2018-03-03"), (), "no_level", id="no level"),
    pytest.param(dated("cell", "2018-03-03"), (), "unknown_calendar", id="a cell never stated"),
    pytest.param(
        dated("cell", "2022-07-01", "2022"), ("2020-2022", "2022-2025"), "unknown_calendar",
        id="between two terms of a cell",
    ),
    pytest.param(
        dated("cell", "2024-05-17", "2021-2024"), ("2017-2020",), "several_terms",
        id="years of several terms of a cell",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("document", "habit", "placed"), PLACED)
def test_document_is_placed_in_its_term(
    document: Dated, habit: tuple[str, ...], placed: Placed
) -> None:
    assert place(document, habit) == placed


@pytest.mark.parametrize(("document", "habit", "reason"), OPEN)
def test_term_that_nothing_tells_stays_open(
    document: Dated, habit: tuple[str, ...], reason: str
) -> None:
    found = place(document, habit)
    assert (found.term, found.reason) == (None, reason)


CITED = [
    pytest.param(["a", "b"], {"a": "2015-2020", "b": "2015-2020"}, "2015-2020", id="agreed"),
    pytest.param(["a", "b"], {"a": "2015-2020", "b": "2020-2025"}, None, id="not agreed"),
    pytest.param(["a"], {"a": None}, None, id="never placed"),
]


@pytest.mark.parametrize(("documents", "known", "term"), CITED)
def test_ordinal_of_a_congress_tells_the_term_that_its_documents_agree_on(
    documents: list[str], known: dict[str, str | None], term: str | None
) -> None:
    congress = ordinals.Congress("f", "XXIV")
    told = ordinals.told(dict.fromkeys(documents, (congress,)), known)
    assert told.get(congress) == term


@pytest.fixture(scope="module")
def truth() -> Truth:
    return draw(seed=5)


def test_terms_of_the_made_archive_are_those_of_its_calendar(truth: Truth) -> None:
    with duckdb.connect() as connection:
        fill(connection, truth)
        for stage in (units.write, terms.write):
            stage(connection, reference.load())
        sql = "SELECT document_id, term FROM document_terms"
        found = dict(connection.execute(sql).fetchall())
    placed = {r.document_id: r.draft.term for r in truth.reports if found[r.document_id]}
    right = sum(found[id] == term for id, term in placed.items())
    assert right / len(placed) >= 0.995
    assert len(placed) / len(truth.reports) >= 0.95


def test_terms_of_the_samples_are_those_of_the_manifest() -> None:
    """From the true fields of each sample; open stay a blank form and a speech on several terms."""
    manifest = yaml.safe_load((make.HERE / "manifest.yaml").read_text(encoding="utf-8"))
    documents = [d | d.get("written", {}) | {"of": d["unit"]} for d in manifest["documents"]]
    habits: dict[str, set[str]] = {}
    for entry in (d for d in documents if d["term"]):
        habits.setdefault(entry["of"], set()).add(entry["term"])
    found = {
        d["file"]: place(
            dated(d["level"], d["issued_on"], d["period"], d["term"], d["doc_type"]),
            sorted(habits.get(d["of"], ())),
        ).term
        for d in documents
    }
    truth = {d["file"]: d["term"] for d in manifest["documents"]}
    assert {f: t for f, t in found.items() if t is not None and t != truth[f]} == {}
    assert sorted(f.split("/")[-1] for f, t in found.items() if t is None) == [
        "2023_mau_bao_cao_kiem_diem_tap_the.txt",
        "2024_phat_bieu_dien_hinh_sao_mai.txt",
    ]
