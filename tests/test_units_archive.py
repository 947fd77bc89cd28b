"""The made archive is as large and as varied as a real one, and the same for a seed."""

from datetime import date

import pytest

from tests.made_archive import Truth, draw
from tests.made_archive.congresses import term


@pytest.fixture(scope="module")
def truth() -> Truth:
    return draw(seed=1)


def test_archive_is_as_large_as_a_real_one(truth: Truth) -> None:
    documented = {r.draft.unit.id for r in truth.reports}
    full_terms = {"2010-2015", "2015-2020", "2020-2025", "2025-2030"}
    assert (len(truth.reports) >= 2000, len(documented) >= 60) == (True, True)
    assert full_terms <= {r.draft.term for r in truth.reports}
    assert {"2020-2022", "2022-2025"} <= {r.draft.term for r in truth.reports}


def test_every_kind_of_change_happens_and_is_told(truth: Truth) -> None:
    kinds = {e.kind for e in truth.plan.events}
    assert kinds == {"renamed", "merged", "split", "moved", "dissolved"}
    told = [words for r in truth.reports for words in r.draft.told]
    assert len(told) >= len(truth.plan.events)
    assert all(words in r.text for r in truth.reports for words in r.draft.told)


def test_reports_are_short_and_no_two_the_same(truth: Truth) -> None:
    assert len({r.document_id for r in truth.reports}) == len(truth.reports)
    assert max(len(r.text) for r in truth.reports) < 2500


def test_report_is_written_in_the_life_of_its_unit(truth: Truth) -> None:
    assert all(r.draft.unit.lives(r.draft.issued_on) for r in truth.reports)


def test_some_names_are_left_open_and_many_are_shared(truth: Truth) -> None:
    names = [u.name for u in truth.plan.units.values()]
    assert 20 <= sum(r.draft.open for r in truth.reports) <= 200
    assert len(names) - len(set(names)) >= 20


def test_archive_is_the_same_for_a_seed_and_another_for_another(truth: Truth) -> None:
    again, other = draw(seed=1), draw(seed=2)
    assert [r.text for r in again.reports] == [r.text for r in truth.reports]
    assert [r.text for r in other.reports] != [r.text for r in truth.reports]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        (date(2020, 5, 1), "2015-2020"), (date(2020, 6, 1), "2020-2025"),
        (date(2025, 12, 1), "2025-2030"),
    ],
)  # fmt: skip
def test_calendar_of_the_archive(day: date, wanted: str) -> None:
    assert term("grassroots", False, day) == wanted
