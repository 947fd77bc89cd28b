"""The records of an archive into groups: only what is new is looked at."""

import numpy as np

from pipeline.recurrence.frames import Connection, Row, insert, query
from pipeline.recurrence.grouping import AT_A_TIME, Groups, Placed, place
from pipeline.recurrence.language import Language, Rows
from pipeline.recurrence.state import keep, standing
from pipeline.recurrence.wording import Reader, wording

ANSWERS = 0.2
"""From here on a remedy is held to answer a shortcoming: it says what to do, in other words."""
_FEW = 5
"""Groups kept of a remedy: the unit may have only one of them."""
_NO_ANSWER: tuple[tuple[None, None]] = ((None, None),)
_AT_A_TIME = 400


def link(connection: Connection, language: Language, reader: Reader) -> None:
    """Put every shortcoming into a group, and find the remedies that answer one."""
    _read_words(connection)
    groups = standing(connection, language, reader)
    found = _new_wordings(connection)
    for start in range(0, len(found), AT_A_TIME):
        _place(connection, language, reader, groups, found[start : start + AT_A_TIME])
    keep(connection, language, groups)
    _drop_the_dead(connection)
    _answer(connection, language, reader, groups)


def _read_words(connection: Connection) -> None:
    """The wording of each new record; records that left are forgotten."""
    query(connection, "DELETE FROM recurrence_records WHERE record_id NOT IN "
          "(SELECT record_id FROM shortcomings)")  # fmt: skip
    new = query(
        connection,
        "SELECT record_id, quote FROM shortcomings ANTI JOIN recurrence_records USING (record_id)",
    )
    insert(connection, "recurrence_records", [(r, wording(q)) for r, q in new])


def _new_wordings(connection: Connection) -> list[Row]:
    """Wordings not seen before, each with its words, in the order of their ids."""
    return query(
        connection,
        "SELECT wording, min_by(quote, record_id) FROM recurrence_records JOIN shortcomings "
        "USING (record_id) ANTI JOIN recurrence_wordings USING (wording) GROUP BY ALL ORDER BY ALL",
    )


def _place(
    connection: Connection, language: Language, reader: Reader, groups: Groups, found: list[Row]
) -> None:
    """Wordings into groups; one that says too little to be like another goes into none."""
    told = [(w, q, reader.read(q)) for w, q in found]
    silent = [(w, None, None, q) for w, q, t in told if t.silent]
    spoken = [(w, q, t) for w, q, t in told if not t.silent]
    rows = language.rows([t for _, _, t in spoken], reader)
    placed = place(groups, [w for w, _, _ in spoken], rows, language.threshold)
    where = _where(groups, placed)
    kept = [(w, g, likeness, q) for (w, q, _), (g, likeness) in zip(spoken, where, strict=True)]
    insert(connection, "recurrence_wordings", [*silent, *kept])


def _where(groups: Groups, placed: Placed) -> list[tuple[str, float]]:
    alike = [round(float(x), 4) for x in placed.likeness]
    return [(groups.ids[p], x) for p, x in zip(placed.places.tolist(), alike, strict=True)]


def _drop_the_dead(connection: Connection) -> None:
    """Forget wordings that no record has any more, and groups without wordings."""
    query(connection, "DELETE FROM recurrence_wordings WHERE wording NOT IN "
          "(SELECT wording FROM recurrence_records)")  # fmt: skip
    query(connection, "DELETE FROM recurrence_centroids WHERE group_id NOT IN "
          "(SELECT group_id FROM recurrence_wordings WHERE group_id IS NOT NULL)")  # fmt: skip


def _answer(connection: Connection, language: Language, reader: Reader, groups: Groups) -> None:
    """The groups that each new remedy answers best; a row without a group where there is none."""
    query(connection, "DELETE FROM recurrence_answers WHERE record_id NOT IN "
          "(SELECT record_id FROM remedies)")  # fmt: skip
    new = query(
        connection,
        "SELECT record_id, quote FROM remedies ANTI JOIN recurrence_answers USING (record_id) "
        "ORDER BY record_id",
    )
    for start in range(0, len(new), _AT_A_TIME):
        part = new[start : start + _AT_A_TIME]
        rows = language.rows([reader.read(q) for _, q in part], reader)
        answers = _best(groups, rows) if groups.ids else [[] for _ in part]
        insert(connection, "recurrence_answers", [
            (record, *answer)
            for (record, _), found in zip(part, answers, strict=True)
            for answer in found or _NO_ANSWER
        ])  # fmt: skip


def _best(groups: Groups, rows: Rows) -> list[list[tuple[str, float]]]:
    """For each row the few groups it is most like, from `ANSWERS` on."""
    alike = groups.likeness(rows)
    few = min(_FEW, len(groups.ids))
    near = np.argpartition(-alike, few - 1, axis=1)[:, :few]
    return [
        sorted(
            (groups.ids[p], round(float(alike[i, p]), 4)) for p in places if alike[i, p] >= ANSWERS
        )
        for i, places in enumerate(near.tolist())
    ]
