"""What readers see of the groups: members, groups, and the remedies promised against them."""

from collections.abc import Mapping

from pipeline.recurrence.frames import Connection, insert, query

_UNKNOWN = "chưa rõ"
"""How a document list writes a unit or term that stays open."""

_MEMBERS = f"""
INSERT INTO recurrence_members
SELECT r.record_id, coalesce(p.group_id, w.group_id), d.document_id, d.unit_id, d.family_id,
    nullif(d.unit_label, '{_UNKNOWN}'), nullif(d.term_label, '{_UNKNOWN}'),
    coalesce(d.issued_on, try_cast(right(d.period, 4) || '-12-31' AS DATE)),
    w.likeness, CASE WHEN p.group_id IS NULL THEN 'linker' ELSE 'person' END
FROM recurrence_records r
JOIN recurrence_wordings w USING (wording)
JOIN shortcomings s USING (record_id)
JOIN counted_documents d USING (document_id)
LEFT JOIN placed p USING (wording)
WHERE coalesce(p.group_id, w.group_id) IS NOT NULL
"""

# A remedy answers a shortcoming its unit had by then; it came back where the unit has it later.
_REMEDIES = f"""
INSERT INTO recurrence_remedies
WITH promised AS (
    SELECT DISTINCT ON (a.record_id, group_id) coalesce(g.into_group, a.group_id) AS group_id,
        a.record_id, d.document_id, d.family_id AS family, d.unit_label AS unit,
        nullif(d.term_label, '{_UNKNOWN}') AS term, a.likeness,
        coalesce(d.issued_on, try_cast(right(d.period, 4) || '-12-31' AS DATE)) AS said_on
    FROM recurrence_answers a
    JOIN remedies r USING (record_id)
    JOIN counted_documents d USING (document_id)
    LEFT JOIN group_moves g USING (group_id)
    WHERE a.group_id IS NOT NULL AND d.family_id IS NOT NULL
    ORDER BY ALL
),
had AS (
    SELECT p.*, min(m.said_on) AS since FROM promised p
    JOIN recurrence_members m ON m.group_id = p.group_id AND m.family = p.family
    GROUP BY ALL HAVING min(m.said_on) <= p.said_on OR p.said_on IS NULL
),
best AS (
    SELECT * FROM had
    QUALIFY row_number() OVER (PARTITION BY record_id ORDER BY likeness DESC, group_id) = 1
)
SELECT b.group_id, b.record_id, b.document_id, b.family, b.unit, b.term, b.said_on, b.likeness,
    count(m.record_id) > 0, min_by(m.record_id, (m.said_on, m.record_id)),
    min_by(m.term, (m.said_on, m.record_id))
FROM best b
LEFT JOIN recurrence_members m
    ON m.group_id = b.group_id AND m.family = b.family AND m.said_on > b.said_on
GROUP BY ALL
"""

# The label is the most typical sentence, of a length that reads well where there is one.
_GROUPS = """
INSERT INTO recurrence_groups
WITH typical AS (
    SELECT m.group_id, min_by(m.record_id, (
        length(s.quote) NOT BETWEEN 30 AND 220, -m.likeness, m.record_id
    )) AS record_id
    FROM recurrence_members m JOIN shortcomings s USING (record_id) GROUP BY ALL
),
theme_counts AS (
    SELECT m.group_id, s.themes[1] AS theme, count(*) AS members
    FROM recurrence_members m JOIN shortcomings s USING (record_id) GROUP BY ALL
),
themes AS (
    SELECT group_id, min_by(theme, (theme = 'other', -members, theme)) AS theme
    FROM theme_counts GROUP BY ALL
),
seen AS (
    SELECT m.group_id, min(term) AS first_term, max(term) AS last_term,
        count(DISTINCT term) AS terms, count(DISTINCT coalesce(family, unit_id)) AS units,
        count(DISTINCT document_id) AS documents, count(*) AS members,
        count(DISTINCT r.wording) AS wordings
    FROM recurrence_members m JOIN recurrence_records r USING (record_id) GROUP BY ALL
),
answered AS (
    SELECT group_id, count(*) AS remedies, count(*) FILTER (came_back) AS came_back
    FROM recurrence_remedies GROUP BY ALL
),
said AS (
    SELECT group_id, bool_or(kind = 'watch') AS watched,
        string_agg(DISTINCT note, chr(10) ORDER BY note) AS note
    FROM recurrence_reviews WHERE group_id IS NOT NULL GROUP BY ALL
)
SELECT n.group_id, t.record_id, q.quote, h.theme, n.first_term, n.last_term, n.terms, n.units,
    n.documents, n.members, n.wordings, c.cohesion, coalesce(a.remedies, 0),
    coalesce(a.came_back, 0), coalesce(w.watched, false), w.note
FROM seen n
JOIN typical t USING (group_id)
JOIN shortcomings q ON q.record_id = t.record_id
JOIN themes h USING (group_id)
LEFT JOIN recurrence_centroids c USING (group_id)
LEFT JOIN answered a USING (group_id)
LEFT JOIN said w USING (group_id)
"""


def fill(connection: Connection, placed: Mapping[str, str]) -> None:
    """Fill the tables; `placed` are the wordings that people put into another group."""
    query(connection, "CREATE TEMP TABLE placed (wording VARCHAR, group_id VARCHAR)")
    query(connection, "CREATE TEMP TABLE group_moves (group_id VARCHAR, into_group VARCHAR)")
    insert(connection, "placed", sorted(placed.items()))
    # A group goes into another as a whole where it was joined: all its wordings went there.
    query(
        connection,
        "INSERT INTO group_moves SELECT w.group_id, any_value(p.group_id) "
        "FROM recurrence_wordings w LEFT JOIN placed p USING (wording) "
        "WHERE w.group_id IS NOT NULL GROUP BY ALL "
        "HAVING count(p.group_id) = count(*) AND count(DISTINCT p.group_id) = 1",
    )
    for statement in (_MEMBERS, _REMEDIES, _GROUPS):
        query(connection, statement)
    query(connection, "DROP TABLE placed")
    query(connection, "DROP TABLE group_moves")
