"""Every figure is the number of the records that a click on it lists, and the views say so too."""

import csv
import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO, StringIO
from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from dashboards import (
    addresses,
    comparing,
    data,
    downloads,
    evidence,
    listing,
    reading,
    titles,
    topics,
)
from dashboards.data import Connection, Figure
from dashboards.evidence import Cell
from dashboards.metrics import BREAKDOWNS, FIGURES, STATUSES, THEMES
from dashboards.sides import chosen
from pipeline.names import Names
from pipeline.reference import Reference
from tests.dashboard_archives import SAMPLES, database_of, emptied, ingested

_LINK = re.compile(r'<a href="\?trang=ban-ghi&amp;([^"]+)">([\d.]+)</a>')

_REPORT = """BÁO CÁO KIỂM ĐIỂM

Đảng bộ xã Hòa Mẫu

I. Hạn chế

1. Công tác kiểm tra có lúc chưa thường xuyên.
"""


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """The samples."""
    connection = data.connect(ingested(tmp_path_factory.mktemp("samples"), SAMPLES).resolve())
    yield connection
    connection.close()


def _linked(html: str) -> list[tuple[Figure, int]]:
    """The figures of a page as shown, and what their links ask for."""
    return [
        (addresses.figure_of(parse_qsl(unescape(query))), int(words.replace(".", "")))
        for query, words in _LINK.findall(html)
    ]


def _untrue(db: Connection, html: str) -> list[tuple[Figure, int, int]]:
    linked = _linked(html)
    assert linked
    return [(f, n, m) for f, n in linked if (m := data.count(db, f)) != n]


def test_every_figure_of_the_overview_counts_the_records_it_opens(db: Connection) -> None:
    units, terms = data.units(db), data.terms(db)
    head, rows = listing.heat(topics.heat(db, "shortcomings"), "shortcomings", units, terms)
    html = evidence.cards(listing.cards(data.overview(db)))
    html += evidence.table(listing.TERM_HEAD, listing.term_rows(data.rows(data.term_totals(db))))
    assert _untrue(db, html + evidence.table(head, rows)) == []


def test_change_is_told_to_the_term_before_and_never_of_an_unknown_term() -> None:
    found = [{"unit": "A", "term": t, "number": n} for t, n in (("1", 2), ("3", 5), ("chưa rõ", 1))]
    _, ((_, *cells),) = listing.heat(found, "missed", ["A"], ["1", "2", "3", "chưa rõ"])
    assert [(c.text, c.note) for c in cells] == [
        ("2", None), ("–", None), ("5", "+3"), ("1", None),
    ]  # fmt: skip


@pytest.mark.parametrize("by", ["units", "terms", "pairs"])
def test_every_figure_of_a_comparison_counts_the_records_it_opens(db: Connection, by: str) -> None:
    units = data.units(db)[:2] if by == "units" else data.units(db)[:1]
    terms = [] if by == "units" else ["2015-2020", "2020-2025"]
    sides, _ = chosen(db, units if by != "terms" else [], terms)
    tables = [comparing.totals(sides)]
    for breakdown in BREAKDOWNS:
        tables.append(
            comparing.broken_down(comparing.tallies(db, sides, breakdown), sides, breakdown)
        )
    assert _untrue(db, "".join(evidence.table([], rows) for rows in tables)) == []


def test_every_bar_counts_the_records_it_opens(db: Connection) -> None:
    sides, _ = chosen(db, [], [])
    for breakdown in (THEMES, STATUSES):
        for row in comparing.tallies(db, sides, breakdown).itertuples():
            wanted = addresses.figure_of(parse_qsl(str(row.href)[1:]))
            assert data.count(db, wanted) == row.records


def test_documents_list_as_many_records_as_they_open(db: Connection) -> None:
    head, rows = listing.documents(data.rows(data.documents(db)))
    assert _untrue(db, evidence.table(head, rows)) == []


def test_totals_of_the_terms_add_up_to_those_of_the_archive(db: Connection) -> None:
    totals, by_term = data.overview(db), data.term_totals(db)
    assert {m: int(by_term[m].sum()) for m in FIGURES} == {m: totals[m] for m in FIGURES}


def test_shown_members_are_those_of_the_record_they_open(db: Connection) -> None:
    found = [(u, t) for u, t in db.execute("SELECT unit, term FROM unit_terms").fetchall()]
    said = [m for u, t in found if (m := data.members(db, u, t))]
    assert said
    for row in said:
        record = data.rows(data.records(db, Figure(record_ids=(row["record_id"],))))[0]
        assert (record["type"], record["code"], record["value"]) == (
            "count",
            "party_member",
            row["members"],
        )


def test_a_stated_figure_is_the_sum_of_the_records_it_opens(db: Connection) -> None:
    sides, _ = chosen(db, data.units(db)[:6], [])
    rows = comparing.stated(db, sides)
    linked = _linked(evidence.table([], rows))
    assert len(linked) > 10
    for wanted, shown in linked:
        found = data.rows(data.records(db, wanted))
        assert len(found) == len(wanted.record_ids or ())
        assert sum(r["value"] for r in found) == shown


def test_stated_figures_are_never_added_up_over_units(db: Connection) -> None:
    sides, _ = chosen(db, [], data.terms(db)[:2])
    assert [s.unit for s in sides] == [None, None]
    assert comparing.stated(db, sides) == []


def test_a_unit_without_a_document_is_a_gap_and_not_a_zero(db: Connection) -> None:
    term, units = next(iter(data.gaps(db).items()))
    assert data.side(db, units[0], term) is None
    sides, _ = chosen(db, [units[0]], [term])
    assert {row[1] for row in comparing.totals(sides)} == {comparing.GAP}


@pytest.mark.parametrize(
    ("unit", "terms"),
    [
        pytest.param("Đảng bộ Sở Y tế", ["2025-2030"], id="not the short terms of cells"),
        pytest.param("Chi bộ Trường Mầm non Sao Mai", ["2022-2025"], id="of a cell only these"),
        pytest.param("Đảng bộ xã An Trạch", ["2015-2020"], id="none after its end"),
        pytest.param("Đảng bộ xã An Phú", [], id="none before it was founded"),
    ],
)
def test_a_unit_lacks_terms_of_its_own_kind_in_its_life(
    unit: str, terms: list[str], db: Connection
) -> None:
    assert data.gaps_of(db, unit) == terms
    assert [t for t, units in data.gaps(db).items() if unit in units] == terms


def test_columns_beyond_six_are_left_out_and_named(db: Connection) -> None:
    sides, remark = chosen(db, data.units(db)[:7], [])
    assert len(sides) == 6
    assert "đã bỏ 1 cột." in remark


def test_without_a_choice_the_units_with_most_documents_stand_side_by_side(db: Connection) -> None:
    sides, remark = chosen(db, [], [])
    assert [s.unit for s in sides] == data.units(db)[:4]
    assert remark.startswith("Chưa chọn đơn vị: đang hiện 4 đơn vị có nhiều văn bản nhất.")


def test_differences_are_told_to_the_first_unit(db: Connection) -> None:
    sides, remark = chosen(db, data.units(db)[:3], [])
    assert [s.before for s in sides] == [None, 0, 0]
    assert remark == "Số nhỏ bên cạnh là chênh lệch với cột đầu; dấu – là không có văn bản."


def test_differences_are_told_to_the_term_before_that_has_a_document(db: Connection) -> None:
    unit = "Đảng bộ huyện Tân Lương"
    sides, _ = chosen(db, [unit], ["2010-2015", "2012-2015", "2015-2020", data.UNKNOWN])
    assert [(s.name, s.before, s.totals is None) for s in sides] == [
        ("2010-2015", None, False),
        ("2012-2015", 0, True),
        ("2015-2020", 0, False),
        ("chưa rõ", None, True),
    ]


def test_a_unit_alone_stands_in_the_terms_it_has_and_names_those_it_lacks(db: Connection) -> None:
    sides, remark = chosen(db, ["Đảng bộ huyện Tân Lương"], [])
    assert all(s.totals for s in sides)
    assert "Không có văn bản ở nhiệm kỳ: 2025-2030." in remark


def test_units_in_several_terms_bear_both_names(db: Connection) -> None:
    sides, _ = chosen(
        db, ["Đảng bộ Sở Y tế", "Đảng bộ huyện Tân Lương"], ["2015-2020", "2020-2025"]
    )
    assert [(s.name, s.before) for s in sides] == [
        ("Đảng bộ Sở Y tế · 2015-2020", None),
        ("Đảng bộ Sở Y tế · 2020-2025", 0),
        ("Đảng bộ huyện Tân Lương · 2015-2020", None),
        ("Đảng bộ huyện Tân Lương · 2020-2025", 2),
    ]


def test_listed_records_come_in_sheets_without_loss_or_repetition(db: Connection) -> None:
    whole = list(data.records(db, Figure(type="count"))["record_id"])
    sheets = [
        r
        for i in range(0, len(whole), 50)
        for r in data.records(db, Figure(type="count"), 50, i)["record_id"]
    ]
    assert sheets == whole
    assert len(whole) == data.count(db, Figure(type="count"))


def test_superseded_versions_count_only_where_they_are_asked_for(db: Connection) -> None:
    old = [d["document_id"] for d in data.rows(data.documents(db)) if d["superseded_by"]]
    assert old
    listed = set(data.records(db, Figure())["document_id"])
    assert not listed & set(old)
    assert data.count(db, Figure(document_id=old[0])) > 0


def test_quotes_stand_in_the_text_where_the_records_say(db: Connection) -> None:
    for document in data.rows(data.documents(db))[::4]:
        found = data.reading(db, document["document_id"])
        for r in data.rows(found.records):
            words = found.text[int(r["span_start"]) : int(r["span_end"])]
            assert " ".join(words.split()) == r["quote"]


def test_parts_of_a_long_document_lose_nothing_and_hold_what_is_asked_for(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PART_CHARS", 1_000)
    longest = max(data.rows(data.documents(db)), key=lambda d: d["records"])
    found = data.reading(db, longest["document_id"])
    parts = reading.parts(found)
    assert "".join(found.text[p.start : p.end] for p in parts) == found.text
    assert len(parts) > 5
    for row in data.rows(found.records):
        asked = reading.Place(longest["document_id"], record=row["record_id"])
        place = reading.checked(found, asked)
        assert reading.document(found, place).count(f'id="{evidence.FOCUS}"') == 1


def test_words_around_a_quote_are_those_of_its_block(db: Connection) -> None:
    row = data.rows(data.records(db, Figure(type="oversight"), 1))[0]
    before, after = data.around(db, [titles.span(row)])[titles.span(row)]
    text = data.reading(db, row["document_id"]).text
    start, end = int(row["span_start"]), int(row["span_end"])
    assert text[start - len(before) : end + len(after)] == before + text[start:end] + after
    assert "\n" not in before + after


def test_words_around_a_quote_in_a_table_are_those_of_its_row(tmp_path: Path) -> None:
    table = "| Chỉ tiêu | Kết quả |\n| --- | --- |\n| Kết nạp | 5 |\n| Xếp loại | Tốt |\n"
    made = database_of(tmp_path, {"a.md": f"BÁO CÁO\n\nĐảng bộ xã Hòa Mẫu\n\n{table}"})
    with data.connect(made.resolve()) as connection:
        ((document, text),) = connection.execute("FROM texts").fetchall()
        place = (document, text.index("5"), text.index("5") + 1)
        assert data.around(connection, [place]) == {place: ("Kết nạp\t", "")}
        assert titles.around("5", "Kết nạp\t", "") == ("Kết nạp | ", "")


def test_unknown_document_is_a_key_error(db: Connection) -> None:
    with pytest.raises(KeyError, match="deadbeef"):
        data.reading(db, "deadbeef")


def test_a_value_is_a_parameter_and_never_sql(db: Connection) -> None:
    assert data.count(db, Figure(unit="x' OR '1'='1")) == 0


def test_connection_can_neither_write_nor_read_other_files(db: Connection) -> None:
    import duckdb

    with pytest.raises(duckdb.Error):
        db.cursor().execute("DELETE FROM runs")
    with pytest.raises(duckdb.Error):
        db.cursor().execute("SELECT * FROM read_text('/etc/hostname')")


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param(Figure(), id="all"),
        pytest.param(
            Figure(type="shortcoming", unit="Đảng bộ A & B", term="2020-2025"), id="signs"
        ),
        pytest.param(
            Figure("oversight", "a=b", "c d", "discipline", "warning", "x", "d", ("r", "s")),
            id="each",
        ),
    ],
)
def test_an_address_names_its_figure(figure: Figure) -> None:
    assert addresses.figure_of(parse_qsl(addresses.figure_link(figure)[1:])) == figure


def test_unknown_names_of_an_address_are_passed_over() -> None:
    assert addresses.figure_of([("trang", "ban-ghi"), ("la", "1"), ("loai", "")]) == Figure()


def test_downloads_bear_words_and_run_no_formula(tmp_path: Path) -> None:
    text = _REPORT.replace("Công tác", "=cmd() công tác").replace("1. ", "")
    connection = data.connect(database_of(tmp_path, {"a.txt": text}).resolve())
    found = data.records(connection, Figure(type="shortcoming"))
    lines = list(
        csv.DictReader(StringIO(downloads.as_csv(downloads.of_records(found)).decode("utf-8-sig")))
    )
    assert [(x["Loại bản ghi"], x["Đơn vị"], x["Nguyên văn"]) for x in lines] == [
        (
            "Hạn chế, khuyết điểm",
            "Đảng bộ xã Hòa Mẫu",
            "'=cmd() công tác kiểm tra có lúc chưa thường xuyên.",
        )
    ]


def test_table_of_the_screen_becomes_figures_and_words() -> None:
    shown = [[Cell("Đảng bộ A", "?x"), Cell("1.234", note="+5"), comparing.GAP, Cell("98,5")]]
    table = downloads.of_cells(["", "B", "C", "D"], shown)
    assert table.rows == [["Đảng bộ A", 1234, None, 98.5]]


def test_names_of_persons_are_masked_in_a_file(words: Reference) -> None:
    table = downloads.Table(["a"], [["đồng chí Nguyễn Văn An", 3, None]])
    assert table.masked(Names.of(words)).rows == [["đồng chí •••••• ••• ••", 3, None]]


def test_workbook_holds_what_the_csv_holds(db: Connection) -> None:
    from openpyxl import load_workbook

    found = data.records(db, Figure(type="rating"))
    sheet = load_workbook(BytesIO(downloads.as_excel(downloads.of_records(found)))).worksheets[0]
    lines = [
        ["" if v is None else str(v) for v in row] for row in sheet.iter_rows(values_only=True)
    ]
    plain = list(
        csv.reader(StringIO(downloads.as_csv(downloads.of_records(found)).decode("utf-8-sig")))
    )
    assert [x[7] for x in lines] == [x[7] for x in plain]
    assert len(lines) == 1 + len(found)


def test_titles_are_vietnamese_words(db: Connection) -> None:
    for row in data.rows(data.records(db, Figure())):
        assert not re.search(r"\b[a-z]+_[a-z]+\b", titles.title(row)), row


def test_empty_archive_has_totals_of_zero(tmp_path: Path) -> None:
    connection = data.connect(emptied(database_of(tmp_path, {"a.txt": _REPORT})))
    assert set(data.overview(connection).values()) == {0}
    assert (data.units(connection), data.terms(connection), data.gaps(connection)) == ([], [], {})
    assert data.term_totals(connection).empty
    assert data.side(connection, None, None) is None
