"""What of the linking stands in the database: groups as sums of rows, and the wordings in them."""

from collections.abc import Sequence

import numpy as np

from pipeline.recurrence.frames import Connection, insert, query
from pipeline.recurrence.grouping import Groups, no_groups
from pipeline.recurrence.language import SLOTS, Language, Sparse
from pipeline.recurrence.wording import Reader


def standing(connection: Connection, language: Language, reader: Reader) -> Groups:
    """The groups of the last version; of another language, made anew from their wordings.

    So a changed language moves no wording: it only changes what new ones are held to be like.
    """
    if query(connection, "SELECT version FROM recurrence_language") == [(language.version,)]:
        return _stored(connection, language, reader)
    found = query(
        connection, "SELECT group_id, quote FROM recurrence_wordings "
        "WHERE group_id IS NOT NULL ORDER BY group_id, wording"
    )  # fmt: skip
    groups = no_groups(_width(reader), language.directions.shape[1])
    if found:
        ids = list(dict.fromkeys(g for g, _ in found))
        labels = np.unique([g for g, _ in found], return_inverse=True)[1].astype(np.int64)
        groups.found(language.rows([reader.read(q) for _, q in found], reader), labels, ids)
    return groups


def _stored(connection: Connection, language: Language, reader: Reader) -> Groups:
    found = query(
        connection,
        "SELECT group_id, wordings, places, weights, akin FROM recurrence_centroids "
        "ORDER BY group_id",
    )
    groups = no_groups(_width(reader), language.directions.shape[1])
    if found:
        ids, sizes, places, weights, akin = zip(*found, strict=True)
        groups.ids, groups.sizes = list(ids), np.array(sizes, dtype=np.int64)
        groups.words = _sparse(places, weights, _width(reader))
        groups.akin = np.frombuffer(b"".join(akin), dtype=np.float32).reshape(len(ids), -1).copy()
    return groups


def _sparse(places: Sequence[bytes], weights: Sequence[bytes], width: int) -> Sparse:
    from scipy.sparse import csr_matrix

    starts = np.cumsum([0, *(len(p) // 4 for p in places)])
    columns = np.frombuffer(b"".join(places), dtype=np.int32)
    values = np.frombuffer(b"".join(weights), dtype=np.float32)
    return csr_matrix((values, columns, starts), shape=(len(places), width))


def keep(connection: Connection, language: Language, groups: Groups) -> None:
    """Store the groups that are new or grew, or all where the language is another."""
    query(connection, "DELETE FROM recurrence_language")
    row = language.version, language.threshold, language.sentences
    insert(connection, "recurrence_language", [row])
    touched = sorted(groups.touched)
    gone = [(groups.ids[i],) for i in touched]
    if gone:
        sql = "DELETE FROM recurrence_centroids WHERE list_contains(?, group_id)"
        query(connection, sql, [[g for (g,) in gone]])
    groups.words.sort_indices()
    insert(connection, "recurrence_centroids", [_row(groups, i) for i in touched])


def _row(groups: Groups, place: int) -> tuple[object, ...]:
    start, end = groups.words.indptr[place : place + 2]
    return (
        groups.ids[place],
        int(groups.sizes[place]),
        groups.cohesion(place),
        groups.words.indices[start:end].astype(np.int32).tobytes(),
        groups.words.data[start:end].astype(np.float32).tobytes(),
        groups.akin[place].astype(np.float32).tobytes(),
    )


def _width(reader: Reader) -> int:
    return SLOTS + len(reader.codes)
