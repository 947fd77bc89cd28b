"""What people say of groups: it lasts over runs, and what no longer finds its place is listed."""

import os
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline import recurrence, reviews
from pipeline.recurrence.wording import wording
from pipeline.reference import Reference
from pipeline.reviews import Anchor, Reviews
from tests.recurrence_archives import Said, archive, groups, next_version, rows, together

HOURS = "Một số cán bộ còn đi muộn, về sớm"
HOURS_ANEW = "Chấp hành giờ giấc làm việc chưa nghiêm"
GAMES = "Còn nhân viên chơi trò chơi trong giờ hành chính"
GAMES_ANEW = "Nhân viên lướt mạng, chơi trò chơi trong giờ hành chính"
FEES = "Việc thu, nộp đảng phí của chi bộ còn chậm"
BASE = [
    Said("a1", "A", 2011, HOURS),
    Said("a2", "A", 2016, HOURS_ANEW),
    Said("a3", "A", 2017, GAMES),
    Said("b1", "B", 2016, FEES),
]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "kho.duckdb"


@pytest.fixture
def connection(db: Path, words: Reference) -> duckdb.DuckDBPyConnection:
    """A version of the database, in a file of its own as a run makes it, linked."""
    made = archive(BASE, db.with_name(f"{db.name}.20250101T000000000000.duckdb"))
    recurrence.write(made, words)
    return made


def again(
    connection: duckdb.DuckDBPyConnection, words: Reference, said: list[Said] | None = None
) -> None:
    """The next run."""
    next_version(connection, said or [])
    recurrence.write(connection, words)


def anchor(connection: duckdb.DuckDBPyConnection, record: str) -> Anchor:
    (found,) = reviews.anchors(connection, [record])
    return found


def test_without_reviews_there_is_no_file(
    db: Path, connection: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    again(connection, words)
    assert Reviews(db).listing() == ()
    assert not Reviews(db).file.exists()


def test_reviews_lie_beside_the_database_for_their_owner_only(
    db: Path, connection: duckdb.DuckDBPyConnection
) -> None:
    os.umask(0)
    Reviews(db).watch(anchor(connection, "a1"), "Xem lại quý tới", "Phòng Kiểm tra")
    assert Reviews(db).file == db.with_name("kho.duckdb.reviews.sqlite")
    assert Reviews(db).file.stat().st_mode & 0o777 == 0o600
    (said,) = Reviews(db).listing()
    expected = ("watch", (anchor(connection, "a1"),), "Xem lại quý tới", "Phòng Kiểm tra")
    assert (said.kind, said.anchors, said.note, said.author) == expected


def test_a_watched_group_is_marked_with_its_note_until_it_is_unwatched(
    db: Path, connection: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    sql = "SELECT watched, note FROM recurrence_groups WHERE members = 3"
    review = Reviews(db).watch(anchor(connection, "a2"), "Đã ba lần hứa")
    again(connection, words)
    assert rows(connection, sql) == [(True, "Đã ba lần hứa")]
    Reviews(db).note(anchor(connection, "a1"), "Hỏi lại tổ chức")
    Reviews(db).unwatch(review)
    again(connection, words)
    assert rows(connection, sql) == [(False, "Hỏi lại tổ chức")]


def split(db: Path, connection: duckdb.DuckDBPyConnection) -> None:
    """Put the sentence on games apart from the other two."""
    kept = [wording(HOURS), wording(HOURS_ANEW)]
    Reviews(db).split(reviews.anchors(connection, ["a3"]), kept)


def test_a_split_lasts_and_later_sentences_go_to_the_side_they_are_like(
    db: Path, connection: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    assert together(connection) == {("a1", "a2", "a3"), ("b1",)}
    split(db, connection)
    again(connection, words)
    before = groups(connection)
    assert together(connection) == {("a1", "a2"), ("a3",), ("b1",)}
    late = [Said("c1", "C", 2018, GAMES_ANEW), Said("c2", "C", 2018, "Cán bộ còn đi muộn về sớm")]
    again(connection, words, late)
    assert together(connection) == {("a1", "a2", "c2"), ("a3", "c1"), ("b1",)}
    assert groups(connection).keys() == before.keys()
    sql = "SELECT record_id FROM recurrence_members WHERE placed_by = 'person' ORDER BY ALL"
    assert rows(connection, sql) == [("a3",), ("c1",)]


def test_a_join_lasts_under_the_name_of_the_first(
    db: Path, connection: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    (first,) = (g for g, members in groups(connection).items() if "b1" in members)
    Reviews(db).join(reviews.anchors(connection, ["b1", "a1"]))
    again(connection, words, [Said("c1", "C", 2018, "Cán bộ còn đi muộn về sớm")])
    assert groups(connection) == {first: ["a1", "a2", "a3", "b1", "c1"]}


def test_what_is_withdrawn_no_longer_counts(
    db: Path, connection: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    before = groups(connection)
    split(db, connection)
    again(connection, words)
    (said,) = Reviews(db).listing()
    Reviews(db).withdraw(said.id)
    again(connection, words)
    assert groups(connection) == before


def test_a_split_and_a_join_hold_through_a_refit(
    db: Path, connection: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    split(db, connection)
    Reviews(db).join(reviews.anchors(connection, ["b1", "a1"]))
    again(connection, words)
    before = groups(connection)
    recurrence.refit.want(connection)
    again(connection, words)
    assert together(connection) == {("a1", "a2", "b1"), ("a3",)}
    assert groups(connection) == before


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param("", "a1", id="as it was"),
        pytest.param("UPDATE shortcomings SET span_end = span_end + 4, quote = quote || ' lắm'",
                     "a1", id="read a little longer"),
        pytest.param("UPDATE shortcomings SET span_start = 900, span_end = 930", "a1",
                     id="the same words elsewhere in it"),
        pytest.param("UPDATE documents SET hash = hash || 'x'", "a1",
                     id="the file has changed, the words have not"),
        pytest.param("UPDATE shortcomings SET span_start = 900, span_end = 930, quote = 'Khác'",
                     None, id="look-alike: other words, another place"),
        pytest.param("DELETE FROM shortcomings", None, id="the document left"),
    ],
)  # fmt: skip
def test_a_place_is_found_again_or_listed_as_lost(
    change: str, expected: str | None, db: Path, connection: duckdb.DuckDBPyConnection,
    words: Reference,
) -> None:  # fmt: skip
    Reviews(db).watch(anchor(connection, "a1"))
    if change:
        where = {"documents": "document_id = 'd-a1'"}.get(change.split()[1], "record_id = 'a1'")
        connection.execute(f"{change} WHERE {where}").fetchall()
    again(connection, words)
    sql = "SELECT record_id FROM recurrence_reviews"
    assert rows(connection, sql) == [(expected,)]
    lost: list[tuple[Any, ...]] = [] if expected else [("watch", "d-a1", HOURS)]
    sql = "SELECT kind, document_hash, quote FROM recurrence_reviews_lost"
    assert rows(connection, sql) == lost
    assert len(Reviews(db).listing()) == 1
