"""Groups made anew from all records: a deliberate step, which says what it moves.

A new group bears the id of the old one that it shares most wordings with, so that what stays keeps
its name.
"""

import hashlib
from collections import Counter

from pipeline import schema
from pipeline.recurrence.frames import Connection, groups_of, insert, query

_ANEW = tuple(t for t in schema.LASTING if t != "recurrence_records")
_NAMED = ("recurrence_wordings", "recurrence_centroids", "recurrence_answers")


def wanted(connection: Connection) -> bool:
    """Whether this run is told to make the groups anew."""
    return bool(query(connection, "SELECT coalesce(getvariable('recurrence_refit'), false)")[0][0])


def want(connection: Connection) -> None:
    """Tell the run on this connection to make the groups anew."""
    query(connection, "SET VARIABLE recurrence_refit = true")


def forget(connection: Connection) -> dict[str, str]:
    """Drop all that lasts; the group that each wording had."""
    former = groups_of(connection)
    for table in _ANEW:
        query(connection, f"DELETE FROM {table}")
    return former


def name(connection: Connection, former: dict[str, str]) -> None:
    """Give the new groups the names of those they come from, and list what moved."""
    now = groups_of(connection)
    names = names_of(now, former)
    query(connection, "CREATE TEMP TABLE named (group_id VARCHAR, name VARCHAR)")
    insert(connection, "named", sorted(names.items()))
    for table in _NAMED:
        query(connection, f"UPDATE {table} SET group_id = name FROM named "
              f"WHERE {table}.group_id = named.group_id")  # fmt: skip
    query(connection, "DROP TABLE named")
    query(connection, "CREATE TEMP TABLE former (wording VARCHAR, group_id VARCHAR)")
    insert(connection, "former", sorted(former.items()))
    query(
        connection,
        "INSERT INTO recurrence_moves SELECT record_id, f.group_id, w.group_id "
        "FROM recurrence_records JOIN former f USING (wording) "
        "JOIN recurrence_wordings w USING (wording) "
        "WHERE w.group_id IS DISTINCT FROM f.group_id ORDER BY ALL",
    )
    query(connection, "DROP TABLE former")


def names_of(now: dict[str, str], former: dict[str, str]) -> dict[str, str]:
    """New group -> its name: each old name goes to the group that has most of its wordings.

    >>> names_of({"a": "x", "b": "x", "c": "y"}, {"a": "1", "b": "1", "c": "1"})
    {'x': '1', 'y': 'y'}
    """
    shared = Counter((g, former[w]) for w, g in now.items() if w in former)
    names: dict[str, str] = {}
    taken: set[str] = set()
    for (group, old), _ in sorted(shared.items(), key=lambda s: (-s[1], s[0])):
        if group not in names and old not in taken:
            names[group] = old
            taken.add(old)
    for group in sorted(set(now.values()) - names.keys()):
        own = group
        while own in taken:
            own = hashlib.sha256(own.encode()).hexdigest()[:16]
        names[group] = own
        taken.add(own)
    return names
