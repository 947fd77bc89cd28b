"""The same shortcoming over terms and units: groups that stay, whatever comes and in what order."""

from collections import Counter
from collections.abc import Hashable, Iterable
from functools import cache
from typing import Any

import duckdb
import pytest

from pipeline import recurrence
from pipeline.recurrence import refit
from pipeline.reference import Reference
from pipeline.registry import terms, units
from tests.made_archive import Truth, draw, fill
from tests.made_archive.shortcomings import SCORING, TUNING, Faults
from tests.recurrence_archives import Said, archive, groups, next_version, rows, together

HOURS = "Một số cán bộ còn đi muộn, về sớm"
HOURS_ANEW = "Chấp hành giờ giấc làm việc chưa nghiêm"
HOURS_LATER = "Còn tình trạng sử dụng thời giờ làm việc để làm việc riêng"
FEES = "Việc thu, nộp đảng phí của chi bộ còn chậm"
FEES_ANEW = "Còn đảng viên đóng đảng phí không đúng hạn"
WATER = "Tỷ lệ hộ dùng nước sạch còn thấp"
BASE = [
    Said("a1", "A", 2011, HOURS),
    Said("a2", "A", 2016, HOURS_ANEW),
    Said("b1", "B", 2016, FEES),
    Said("b2", "B", 2021, FEES_ANEW),
    Said("c1", "C", 2016, WATER),
    Said("c2", "C", 2017, "Một số mặt còn hạn chế"),
]


def linked(said: Iterable[Said], words: Reference) -> duckdb.DuckDBPyConnection:
    """A database of what was said, linked."""
    connection = archive(said)
    recurrence.write(connection, words)
    return connection


def test_one_shortcoming_in_two_wordings_is_one_group_and_a_silent_one_is_in_none(
    words: Reference,
) -> None:
    assert together(linked(BASE, words)) == {("a1", "a2"), ("b1", "b2"), ("c1",)}


def test_another_order_of_files_gives_the_same_groups_under_the_same_ids(words: Reference) -> None:
    one, other = linked(BASE, words), linked(reversed(BASE), words)
    tables = ("groups", "members", "links", "centroids")
    for table in tables:
        sql = f"SELECT * FROM recurrence_{table} ORDER BY ALL"
        assert rows(one, sql) == rows(other, sql)


def test_a_new_report_changes_only_the_groups_it_touches(words: Reference) -> None:
    connection = linked(BASE, words)
    sql = "SELECT * FROM recurrence_groups ORDER BY ALL"
    before, old = groups(connection), {r[0]: r for r in rows(connection, sql)}
    next_version(connection, [Said("d1", "D", 2017, HOURS_LATER), Said("d2", "D", 2017, HOURS)])
    recurrence.write(connection, words)
    after, new = groups(connection), {r[0]: r for r in rows(connection, sql)}
    (touched,) = (g for g, members in before.items() if "a1" in members)
    assert after == before | {touched: ["a1", "a2", "d1", "d2"]}
    assert {g for g in old if old[g] != new[g]} == {touched}


def test_what_is_like_no_group_founds_one(words: Reference) -> None:
    connection = linked(BASE, words)
    before = groups(connection)
    next_version(connection, [Said("d1", "D", 2017, "Kênh mương nội đồng bị bồi lấp")])
    recurrence.write(connection, words)
    assert [m for g, m in groups(connection).items() if g not in before] == [["d1"]]


def test_a_report_that_leaves_takes_only_its_own_records_away(words: Reference) -> None:
    connection = linked(BASE, words)
    before = groups(connection)
    connection.execute("DELETE FROM shortcomings WHERE record_id IN ('a2', 'c1')").fetchall()
    next_version(connection, [])
    recurrence.write(connection, words)
    expected = {g: [r for r in m if r not in ("a2", "c1")] for g, m in before.items()}
    assert groups(connection) == {g: m for g, m in expected.items() if m}


def test_another_language_moves_nothing(words: Reference) -> None:
    connection = linked(BASE, words)
    before = groups(connection)
    connection.execute("UPDATE recurrence_language SET version = 'older'").fetchall()
    next_version(connection, [Said("d1", "D", 2017, HOURS_LATER)])
    recurrence.write(connection, words)
    (touched,) = (g for g, members in before.items() if "a1" in members)
    assert groups(connection) == before | {touched: ["a1", "a2", "d1"]}


def test_a_refit_tells_what_it_moves_and_keeps_the_names_of_what_stays(words: Reference) -> None:
    connection = linked(BASE, words)
    before = groups(connection)
    (hours,) = (g for g, members in before.items() if "a1" in members)
    (fees,) = (g for g, members in before.items() if "b1" in members)
    connection.execute(
        "UPDATE recurrence_wordings SET group_id = ? WHERE quote = ?", [hours, FEES]
    ).fetchall()
    next_version(connection, [])
    refit.want(connection)
    recurrence.write(connection, words)
    assert groups(connection) == before
    assert rows(connection, "SELECT * FROM recurrence_moves") == [("b1", hours, fees)]


def test_a_unit_keeps_its_history_under_another_name(words: Reference) -> None:
    said = [
        Said("a1", "Đảng bộ xã cũ", 2011, HOURS, family="Đảng bộ xã mới"),
        Said("a2", "Đảng bộ xã mới", 2016, HOURS_ANEW),
        Said("b1", "Đảng bộ khác", 2016, HOURS),
    ]
    connection = linked(said, words)
    sql = "SELECT unit, terms, in_terms FROM recurrence_by_unit ORDER BY ALL"
    assert rows(connection, sql) == [
        ("Đảng bộ khác", 1, ["2015-2020"]),
        ("Đảng bộ xã mới", 2, ["2010-2015", "2015-2020"]),
    ]
    sql = "SELECT record_id, other_record_id FROM recurrence_links WHERE relation = 'former'"
    assert rows(connection, sql) == [("a2", "a1")]
    sql = "SELECT term, units, in_units FROM recurrence_by_term ORDER BY ALL"
    assert rows(connection, sql) == [
        ("2010-2015", 1, ["Đảng bộ xã cũ"]),
        ("2015-2020", 2, ["Đảng bộ khác", "Đảng bộ xã mới"]),
    ]


PROMISE = "Tăng cường kiểm tra việc chấp hành giờ giấc làm việc của cán bộ"


@pytest.mark.parametrize(
    ("remedy", "expected"),
    [
        pytest.param(Said("r", "A", 2012, PROMISE, remedy=True), [("r", True, "a2")], id="back"),
        pytest.param(Said("r", "A", 2018, PROMISE, remedy=True), [("r", False, None)], id="gone"),
        pytest.param(Said("r", "A", 2009, PROMISE, remedy=True), [], id="promised before it"),
        pytest.param(Said("r", "B", 2018, PROMISE, remedy=True), [], id="of another unit"),
        pytest.param(
            Said("r", "A", 2012, "Trồng mới 20 ha rừng phòng hộ", remedy=True), [], id="other"
        ),
    ],
)
def test_a_remedy_is_told_with_what_came_back_after_it(
    remedy: Said, expected: list[tuple[Any, ...]], words: Reference
) -> None:
    sql = "SELECT record_id, came_back, came_back_record_id FROM recurrence_remedies"
    assert rows(linked([*BASE, remedy], words), sql) == expected


def scores(pairs: Iterable[tuple[Hashable, Hashable]]) -> tuple[float, float]:
    """Precision and recall of pairs, from (truth, found) of each record."""
    both, truth, found = Counter(pairs), Counter[Hashable](), Counter[Hashable]()
    for (t, f), n in both.items():
        truth[t] += n
        found[f] += n
    right = sum(n * (n - 1) for n in both.values())
    return tuple(right / sum(n * (n - 1) for n in c.values()) for c in (found, truth))  # type: ignore[return-value]


@cache
def made(reference: Reference) -> tuple[duckdb.DuckDBPyConnection, Truth]:
    """The invented archive with the wordings that only score, linked."""
    truth = draw(1, [Faults(SCORING)])
    connection = duckdb.connect(":memory:")
    fill(connection, truth)
    for stage in (units.write, terms.write, recurrence.write):
        stage(connection, reference)
    return connection, truth


def test_wordings_that_score_are_not_those_that_tuned() -> None:
    tuned = {w for t in TUNING for w in t.wordings}
    assert [w for t in SCORING for w in t.wordings if w in tuned] == []
    assert min(len(t.wordings) for t in TUNING) >= 5 and len(TUNING) >= 40


def test_pairs_of_the_invented_archive_are_right_and_nearly_all_found(words: Reference) -> None:
    connection, truth = made(words)
    sql = (
        "SELECT document_id, s.quote, group_id FROM recurrence_records "
        "JOIN shortcomings s USING (record_id) JOIN recurrence_wordings USING (wording)"
    )
    found = {(d, q): g for d, q, g in rows(connection, sql)}
    told = [(truth.report(t.planted).document_id, t) for t in truth.planted["faults"]]  # type: ignore[attr-defined]
    pairs = [(t.topic, found[d, t.planted.words] or (d, t.topic)) for d, t in told]
    precision, recall = scores(pairs)
    assert precision >= 0.95, precision
    assert recall >= 0.90, recall


def test_no_link_is_lost_where_a_unit_changed_its_name_or_was_merged(words: Reference) -> None:
    """Sentences of one topic and one group, before and after, stand under one family."""
    connection, truth = made(words)
    sql = (
        "SELECT document_id, s.quote, group_id, family FROM recurrence_members "
        "JOIN shortcomings s USING (record_id, document_id) WHERE family IS NOT NULL"
    )
    found = {(d, q): (g, f) for d, q, g, f in rows(connection, sql)}
    of_unit: dict[str, list[tuple[str, ...]]] = {}
    for told in truth.planted["faults"]:  # type: ignore[attr-defined]
        report = truth.report(told.planted)
        if place := found.get((report.document_id, told.planted.words)):
            of_unit.setdefault(report.draft.unit.id, []).append((told.topic, *place))
    pairs = [
        (before[2] == after[2])
        for event in truth.plan.events if event.kind in ("renamed", "merged")
        for source in event.sources for target in event.targets
        for before in of_unit.get(source, ()) for after in of_unit.get(target, ())
        if before[:2] == after[:2]
    ]  # fmt: skip
    assert len(pairs) > 100
    assert all(pairs), pairs.count(False)
