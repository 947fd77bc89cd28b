"""What people say of the groups of shortcomings: watch, note, split, join; and where it belongs.

It lies in a file of its own beside the database (`<db>.reviews.sqlite`, for its owner only), so
that it outlasts every version. Each saying holds to places in documents (hash, span, quote): a run
finds them again in what it has read, and lists those it does not find. Nothing is ever dropped:
what is withdrawn stays, with the day it was.
"""

import json
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import duckdb

from pipeline.publish import database_of

Kind = Literal["watch", "note", "split", "join"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS reviews (
    review_id INTEGER PRIMARY KEY, kind TEXT NOT NULL, note TEXT, author TEXT,
    made_at TEXT NOT NULL, withdrawn_at TEXT, kept TEXT
);
CREATE TABLE IF NOT EXISTS anchors (
    review_id INTEGER NOT NULL REFERENCES reviews, document_hash TEXT NOT NULL,
    span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, quote TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A place in a document: the hash of its bytes, the span in its text, the words there."""

    document_hash: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Review:
    """One thing said: to watch or note a group by one of its sentences, or to split or join.

    A split's anchors go into a group of their own, away from the sentences of `kept` wordings; of a
    join the group of the first anchor takes in those of the others.
    """

    id: int
    kind: Kind
    anchors: tuple[Anchor, ...]
    note: str | None
    author: str | None
    made_at: datetime
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reviews:
    """The reviews of one database; reading makes no file, writing makes it."""

    db: Path

    @property
    def file(self) -> Path:
        return self.db.with_name(f"{self.db.name}.reviews.sqlite")

    def watch(self, of: Anchor, note: str | None = None, author: str | None = None) -> int:
        """Watch the group that a sentence is in; the id of the review."""
        return self._add("watch", [of], note, author)

    def note(self, of: Anchor, note: str, author: str | None = None) -> int:
        """Leave a note on the group that a sentence is in."""
        return self._add("note", [of], note, author)

    def split(
        self, apart: Sequence[Anchor], kept: Sequence[str] = (),
        note: str | None = None, author: str | None = None,
    ) -> int:  # fmt: skip
        """Put sentences into a group of their own; `kept` are the wordings that stay behind."""
        return self._add("split", apart, note, author, kept)

    def join(
        self, groups: Sequence[Anchor], note: str | None = None, author: str | None = None
    ) -> int:
        """Make one group of the groups that sentences are in, under the first one's name."""
        return self._add("join", groups, note, author)

    def withdraw(self, review: int) -> None:
        """Let a review no longer count."""
        with self._writing() as connection:
            connection.execute(
                "UPDATE reviews SET withdrawn_at = ? WHERE review_id = ? AND withdrawn_at IS NULL",
                [_now(), review],
            )

    unwatch = withdraw

    def listing(self) -> tuple[Review, ...]:
        """What counts, in the order in which it was said."""
        if not self.file.exists():
            return ()
        with closing(sqlite3.connect(f"{self.file.resolve().as_uri()}?mode=ro", uri=True)) as found:
            said = found.execute(
                "SELECT review_id, kind, note, author, made_at, kept FROM reviews "
                "WHERE withdrawn_at IS NULL ORDER BY review_id"
            ).fetchall()
            places = found.execute(
                "SELECT review_id, document_hash, span_start, span_end, quote FROM anchors "
                "ORDER BY rowid"
            ).fetchall()
        anchors: dict[int, list[Anchor]] = {}
        for review, *place in places:
            anchors.setdefault(review, []).append(Anchor(*place))
        return tuple(
            Review(
                id, kind, tuple(anchors.get(id, ())), note, author,
                datetime.fromisoformat(made), tuple(json.loads(kept or "[]")),
            )
            for id, kind, note, author, made, kept in said
        )  # fmt: skip

    def _add(
        self, kind: Kind, anchors: Sequence[Anchor], note: str | None, author: str | None,
        kept: Sequence[str] = (),
    ) -> int:  # fmt: skip
        with self._writing() as connection:
            review = connection.execute(
                "INSERT INTO reviews (kind, note, author, made_at, kept) VALUES (?, ?, ?, ?, ?)",
                [kind, note, author, _now(), json.dumps(sorted(kept))],
            ).lastrowid
            rows = [(review, a.document_hash, a.start, a.end, a.quote) for a in anchors]
            connection.executemany("INSERT INTO anchors VALUES (?, ?, ?, ?, ?)", rows)
        return int(review or 0)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The file, made for its owner only; what is written is whole or not there."""
        os.close(os.open(self.file, os.O_CREAT | os.O_RDWR, 0o600))
        with closing(sqlite3.connect(self.file)) as connection:
            connection.executescript(_SCHEMA)
            with connection:
                yield connection


def beside(connection: duckdb.DuckDBPyConnection) -> Reviews | None:
    """The reviews of the database that a connection has a version of; None in memory."""
    path = connection.execute(
        "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchall()[0][0]
    return Reviews(database_of(Path(path))) if path else None


def anchors(connection: duckdb.DuckDBPyConnection, records: Sequence[str]) -> list[Anchor]:
    """The places of shortcomings, in the order given; those not there are left out."""
    found = connection.execute(
        "SELECT record_id, hash, span_start, span_end, quote FROM shortcomings "
        "JOIN documents USING (document_id) WHERE list_contains(?, record_id)",
        [list(records)],
    ).fetchall()
    by_record = {record: Anchor(*place) for record, *place in found}
    return [by_record[r] for r in records if r in by_record]


def places(
    connection: duckdb.DuckDBPyConnection, wanted: Sequence[Anchor]
) -> dict[Anchor, str | None]:
    """The shortcoming at each anchor now, or None.

    It is the one of the same span and words; else, where reading has changed, the one of the same
    words, in that document or, once, in another; else the one that covers most of the span.
    """
    return {a: _at(connection, a) or _again(connection, a) for a in wanted}


def _at(connection: duckdb.DuckDBPyConnection, anchor: Anchor) -> str | None:
    """The shortcoming of the document that shares most with the anchor, half of it at least."""
    rows = connection.execute(
        "SELECT record_id FROM shortcomings JOIN documents USING (document_id) WHERE hash = ? "
        "AND (quote = ? OR 2 * (least(span_end, ?) - greatest(span_start, ?)) >= ?) "
        "ORDER BY span_start = ? AND span_end = ? DESC, quote = ? DESC, "
        "least(span_end, ?) - greatest(span_start, ?) DESC, record_id LIMIT 1",
        [
            anchor.document_hash, anchor.quote, anchor.end, anchor.start, anchor.end - anchor.start,
            anchor.start, anchor.end, anchor.quote, anchor.end, anchor.start,
        ],
    ).fetchall()  # fmt: skip
    return rows[0][0] if rows else None


def _again(connection: duckdb.DuckDBPyConnection, anchor: Anchor) -> str | None:
    """The one shortcoming of the same words in another document: the file may have changed."""
    rows = connection.execute(
        "SELECT record_id FROM shortcomings WHERE quote = ? LIMIT 2", [anchor.quote]
    ).fetchall()
    return rows[0][0] if len(rows) == 1 else None


def _now() -> str:
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0).isoformat()
