"""Dates in every habit, and the figures that look like one."""

import pytest

from extractors import dates
from pipeline.text import key

FULL = [
    pytest.param("ngày 30/10/2016", [("ngày 30/10/2016", "2016-10-30")], id="slashes"),
    pytest.param("ngày 30-3-2007", [("ngày 30-3-2007", "2007-03-30")], id="hyphens"),
    pytest.param("ngày 2.3.2012", [("ngày 2.3.2012", "2012-03-02")], id="points"),
    pytest.param("24/ 8/2001", [("24/ 8/2001", "2001-08-24")], id="a space slipped in"),
    pytest.param(
        "ngày 12 tháng 4 năm 2021", [("ngày 12 tháng 4 năm 2021", "2021-04-12")], id="in words"
    ),
    pytest.param(
        "Hà Nội, NGÀY 05 THÁNG 6 NĂM 2009.", [("NGÀY 05 THÁNG 6 NĂM 2009", "2009-06-05")],
        id="in capitals",
    ),
    pytest.param(
        "ngày 12 tháng 4/2021", [("ngày 12 tháng 4/2021", "2021-04-12")], id="half in words"
    ),
    pytest.param("31/2/2020", [], id="no such day"),
    pytest.param("số 12/3/2020/QĐ", [], id="part of a number"),
    pytest.param("tháng 11/2022", [], id="a month is no date"),
    pytest.param("đạt 12.5.2020.000 đồng", [], id="part of a sum"),
    pytest.param("nhiệm kỳ 2020-2025", [], id="a term is no date"),
]  # fmt: skip

MONTHS = [
    pytest.param("từ tháng 11/2022", [("tháng 11/2022", "2022-11")], id="figures"),
    pytest.param("tháng 5 năm 2020", [("tháng 5 năm 2020", "2020-05")], id="words"),
    pytest.param("6 tháng năm 2020, tháng 13/2020", [], id="counts of months"),
]

TERMS = [
    pytest.param("nhiệm kỳ 2020 – 2025", [("2020 – 2025", "2020-2025")], id="a dash"),
    pytest.param("ngày 2020-10-2025, từ 2025-2020", [], id="no range"),
]


def _found(text: str, name: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], d) for s, d in getattr(dates, name)(key(text))]


@pytest.mark.parametrize(("text", "expected"), FULL)
def test_a_full_date_is_found_with_its_iso_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "dates") == expected


@pytest.mark.parametrize(("text", "expected"), MONTHS)
def test_a_month_of_a_year_keeps_its_precision(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "months") == expected


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_range_of_years_is_a_term(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, "terms") == expected


@pytest.mark.parametrize("words", ["", "ngày", "32/1/2020", "ngày 5 tháng 6", "2020"])
def test_what_is_no_full_date_has_no_iso_form(words: str) -> None:
    assert dates.iso(words) is None
