"""SQL -> rows of the shortcomings that recur: their groups, and one of them in full."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from dashboards.data import UNKNOWN, Connection, Rows, asked, counted

ORDERS = {
    "terms": "terms DESC, units DESC, members DESC, came_back DESC",
    "units": "units DESC, terms DESC, members DESC, came_back DESC",
    "came_back": "came_back DESC, terms DESC, units DESC, members DESC",
    "members": "members DESC, terms DESC, units DESC",
    "strength": "strength DESC, terms DESC, units DESC, members DESC",
}
"""How the groups may be ranked -> the order; the first is taken where none is chosen."""

_OF_UNIT = "(SELECT family_id FROM unit_family WHERE name = $unit)"

_GROUPS = """SELECT group_id, label, theme, first_term, last_term, terms, units, members, remedies,
        came_back, strength FROM recurrence_groups"""

_GROUPS_OF_UNIT = f"""SELECT u.group_id, u.label, u.theme, u.first_term, u.last_term, u.terms,
        g.units, u.members, u.remedies, u.came_back, g.strength, u.family
    FROM recurrence_by_unit u JOIN recurrence_groups g USING (group_id)
    WHERE u.family IN {_OF_UNIT}"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which groups: of a unit with those it came from or became, said in a term, of a theme.

    `only`: of these groups; None leaves each free.
    """

    unit: str | None = None
    term: str | None = None
    theme: str | None = None
    only: Collection[str] | None = None


def groups(
    db: Connection, wanted: Wanted, order: str = "terms", limit: int = 100_000, skipped: int = 0
) -> tuple[Rows, int]:
    """The groups of more than one sentence as ranked, and how many there are.

    Where a unit is wanted, the sentences, terms and remedies are those of the unit.
    """
    base, tests = (_GROUPS, []) if wanted.unit is None else (_GROUPS_OF_UNIT, [])
    tests.append("members > 1")
    if wanted.theme:
        tests.append("theme = $theme")
    if wanted.only is not None:
        tests.append("list_contains($only, group_id)")
    if wanted.term:
        family = "AND m.family = f.family" if wanted.unit else ""
        tests.append(f"""EXISTS (SELECT 1 FROM recurrence_members m WHERE m.group_id = f.group_id
            AND coalesce(m.term, '{UNKNOWN}') = $term {family})""")
    sql = f"""SELECT *, count(*) OVER () AS total FROM ({base}) f WHERE {" AND ".join(tests)}
        ORDER BY {ORDERS[order]}, label, group_id LIMIT {int(limit)} OFFSET {int(skipped)}"""
    only = None if wanted.only is None else list(wanted.only)
    given = {"unit": wanted.unit, "term": wanted.term, "theme": wanted.theme, "only": only}
    return counted(asked(db, sql, given))


def themes(db: Connection, unit: str | None) -> Rows:
    """A row a theme and term: how many recurring groups are said in it, as `groups` counts them."""
    of_unit = f"""JOIN recurrence_by_unit u ON u.group_id = m.group_id AND u.family = m.family
        AND u.members > 1 WHERE m.family IN {_OF_UNIT}"""
    sql = f"""SELECT g.theme, coalesce(m.term, '{UNKNOWN}') AS term,
            count(DISTINCT m.group_id) AS groups
        FROM recurrence_members m JOIN recurrence_groups g ON g.group_id = m.group_id
            AND g.members > 1 {of_unit if unit else ""} GROUP BY ALL ORDER BY ALL"""
    return asked(db, sql, {"unit": unit})


def relatives(db: Connection, unit: str) -> list[str]:
    """The other units that a unit came from or became, of which there are documents."""
    sql = f"""SELECT name FROM unit_family WHERE family_id IN {_OF_UNIT} AND name <> $unit
        AND documents > 0 ORDER BY valid_from NULLS FIRST, name"""
    return [row["name"] for row in asked(db, sql, {"unit": unit})]


def group(db: Connection, group_id: str) -> dict[str, Any] | None:
    """A group with its label, document of the label and figures, or None."""
    sql = """SELECT g.*, s.document_id AS label_document_id FROM recurrence_groups g
        LEFT JOIN shortcomings s ON s.record_id = g.label_record_id WHERE group_id = $id"""
    found = asked(db, sql, {"id": group_id})
    return found[0] if found else None


def sentences(
    db: Connection, group_id: str, unit: str | None = None, term: str | None = None,
    limit: int = 100_000, skipped: int = 0,
) -> tuple[Rows, int]:  # fmt: skip
    """The sentences of a group, oldest first, and how many there are.

    `why`: what makes one the same as the group's typical sentence; `former`: as the last one of
    its unit in an earlier term, `former_record_id`.
    """
    sql = f"""SELECT m.record_id, m.document_id, coalesce(m.unit, '{UNKNOWN}') AS unit,
            coalesce(m.term, '{UNKNOWN}') AS term, m.said_on, m.placed_by, s.quote, s.page,
            m.record_id = g.label_record_id AS is_label, l.why, l.likeness,
            f.why AS former, f.other_record_id AS former_record_id,
            p.document_id AS former_document_id, count(*) OVER () AS total
        FROM recurrence_members m JOIN shortcomings s USING (record_id)
        JOIN recurrence_groups g ON g.group_id = m.group_id
        LEFT JOIN recurrence_links l ON l.group_id = m.group_id AND l.record_id = m.record_id
            AND l.relation = 'label'
        LEFT JOIN recurrence_links f ON f.group_id = m.group_id AND f.record_id = m.record_id
            AND f.relation = 'former'
        LEFT JOIN shortcomings p ON p.record_id = f.other_record_id
        WHERE m.group_id = $id AND {_of("m", unit, term)}
        ORDER BY m.term NULLS LAST, m.said_on NULLS LAST, m.unit, m.record_id
        LIMIT {int(limit)} OFFSET {int(skipped)}"""
    return counted(asked(db, sql, {"id": group_id, "unit": unit, "term": term}))


def promises(
    db: Connection, group_id: str, unit: str | None = None, term: str | None = None
) -> Rows:
    """The remedies promised against a group, oldest first, each with what came after."""
    sql = f"""SELECT p.record_id, p.document_id, coalesce(p.unit, '{UNKNOWN}') AS unit,
            coalesce(p.term, '{UNKNOWN}') AS term, p.said_on, r.quote, r.page, p.came_back,
            p.came_back_record_id, p.came_back_term, b.document_id AS came_back_document_id
        FROM recurrence_remedies p JOIN remedies r USING (record_id)
        LEFT JOIN shortcomings b ON b.record_id = p.came_back_record_id
        WHERE p.group_id = $id AND {_of("p", unit, term)}
        ORDER BY p.term NULLS LAST, p.said_on NULLS LAST, p.unit, p.record_id"""
    return asked(db, sql, {"id": group_id, "unit": unit, "term": term})


def times(db: Connection, group_id: str) -> Rows:
    """A row a unit that a group touches and term in which it has a document.

    `unit` is its latest name; `sentences` and `promised` are how many, 0 where it says none.
    """
    sql = f"""WITH told AS (
            SELECT coalesce(family, '') AS family, coalesce(term, '{UNKNOWN}') AS term,
                count(*) AS sentences, 0 AS promised
            FROM recurrence_members WHERE group_id = $id GROUP BY ALL
            UNION ALL BY NAME
            SELECT coalesce(family, '') AS family, coalesce(term, '{UNKNOWN}') AS term,
                0 AS sentences, count(*) AS promised
            FROM recurrence_remedies WHERE group_id = $id GROUP BY ALL
        ), touched AS (
            SELECT coalesce(family, '') AS family,
                coalesce(max_by(unit, (said_on, record_id)), max(unit), '{UNKNOWN}') AS unit
            FROM recurrence_members WHERE group_id = $id GROUP BY ALL
        ), there AS (
            SELECT family_id AS family, term_label AS term, 0 AS sentences, 0 AS promised
            FROM counted_documents WHERE family_id IN (SELECT family FROM touched) GROUP BY ALL
        )
        SELECT t.unit, x.term, sum(x.sentences)::BIGINT AS sentences,
            sum(x.promised)::BIGINT AS promised
        FROM (FROM told UNION ALL BY NAME FROM there) x JOIN touched t USING (family)
        GROUP BY ALL"""
    found = asked(db, sql, {"id": group_id})
    return sorted(found, key=lambda r: (r["unit"] == UNKNOWN, r["unit"], r["term"]))


def akin(db: Connection, group_id: str, theme: str, limit: int = 200) -> dict[str, str]:
    """Group -> label of those that a group may be joined with, those of its theme first."""
    sql = f"""SELECT group_id, label FROM recurrence_groups WHERE group_id <> $id
        ORDER BY theme = $theme DESC, members DESC, label, group_id LIMIT {int(limit)}"""
    return {r["group_id"]: r["label"] for r in asked(db, sql, {"id": group_id, "theme": theme})}


def wordings(db: Connection, group_id: str) -> dict[str, str]:
    """Record -> wording of all sentences of a group."""
    sql = """SELECT record_id, wording FROM recurrence_members JOIN recurrence_records
        USING (record_id) WHERE group_id = $id"""
    return {r["record_id"]: r["wording"] for r in asked(db, sql, {"id": group_id})}


def groups_of(db: Connection, record_ids: Collection[str]) -> dict[str, str]:
    """Record -> its group."""
    sql = """SELECT record_id, group_id FROM recurrence_members
        WHERE list_contains($ids, record_id)"""
    return {r["record_id"]: r["group_id"] for r in asked(db, sql, {"ids": list(record_ids)})}


def _of(table: str, unit: str | None, term: str | None) -> str:
    """A condition that a row is of a unit's family and of a term."""
    family = f"{table}.family IS NULL" if unit == UNKNOWN else f"{table}.family IN {_OF_UNIT}"
    tests = ([family] if unit else []) + (
        [f"coalesce({table}.term, '{UNKNOWN}') = $term"] if term else []
    )
    return " AND ".join(tests) or "true"
