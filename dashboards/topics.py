"""SQL -> rows of the topics: what recurs, indicators, oversight, documents cited, doubts."""

from collections.abc import Mapping
from typing import Any

from dashboards.data import Connection, rows

Rows = list[dict[str, Any]]


def recurring(db: Connection, unit: str | None = None, theme: str | None = None) -> Rows:
    """The groups seen more than once, most terms and units first; of one unit its own figures."""
    if unit is None:
        sql = """SELECT group_id, label, theme, first_term, last_term, terms, units, members,
                remedies, came_back, strength, watched FROM recurrence_groups
            WHERE members > 1 AND ($theme IS NULL OR theme = $theme)
            ORDER BY terms DESC, units DESC, members DESC, came_back DESC, label"""
        return _rows(db, sql, {"theme": theme})
    sql = """SELECT u.group_id, u.label, u.theme, u.first_term, u.last_term, u.terms, g.units,
            u.members, u.remedies, u.came_back, g.strength, g.watched
        FROM recurrence_by_unit u JOIN recurrence_groups g USING (group_id)
        WHERE u.members > 1 AND ($theme IS NULL OR u.theme = $theme) AND u.family IN
            (SELECT family_id FROM document_list WHERE unit_label = $unit)
        ORDER BY u.terms DESC, u.members DESC, u.came_back DESC, u.label"""
    return _rows(db, sql, {"unit": unit, "theme": theme})


def group(db: Connection, group_id: str) -> dict[str, Any] | None:
    """A group with its label and figures, or None."""
    found = _rows(db, "FROM recurrence_groups WHERE group_id = $id", {"id": group_id})
    return found[0] if found else None


def sentences(db: Connection, group_id: str) -> Rows:
    """The sentences of a group with unit, term and day, oldest first."""
    sql = """SELECT m.record_id, m.document_id, m.unit, coalesce(m.term, 'chưa rõ') AS term,
            m.said_on, s.quote
        FROM recurrence_members m JOIN shortcomings s USING (record_id)
        WHERE m.group_id = $id ORDER BY m.term NULLS LAST, m.said_on NULLS LAST, m.record_id"""
    return _rows(db, sql, {"id": group_id})


def promises(db: Connection, group_id: str) -> Rows:
    """The remedies promised against a group, oldest first."""
    sql = """SELECT p.record_id, p.document_id, p.unit, coalesce(p.term, 'chưa rõ') AS term,
            p.said_on, r.quote, p.came_back, p.came_back_record_id, p.came_back_term, b.document_id
            AS came_back_document_id
        FROM recurrence_remedies p JOIN remedies r USING (record_id)
        LEFT JOIN shortcomings b ON b.record_id = p.came_back_record_id
        WHERE p.group_id = $id ORDER BY p.term NULLS LAST, p.said_on NULLS LAST, p.record_id"""
    return _rows(db, sql, {"id": group_id})


def indicators(
    db: Connection, unit: str | None, term: str | None, status: str | None, limit: int, skipped: int
) -> tuple[Rows, int]:
    """Indicators with target and result, the missed first; and how many there are."""
    where = """WHERE ($unit IS NULL OR d.unit_label = $unit) AND ($term IS NULL OR d.term_label =
        $term) AND ($status IS NULL OR i.status = $status)"""
    sql = f"""SELECT i.record_id, i.document_id, d.unit_label AS unit_label, d.term_label AS term,
            i.name, i.target, i.value, i.unit, i.status, count(*) OVER () AS total
        FROM indicators i JOIN counted_documents d USING (document_id) {where}
        ORDER BY list_position(['missed', 'met', 'exceeded', 'unknown'], i.status), d.unit_label,
            d.term_label, d.path, i.span_start LIMIT {int(limit)} OFFSET {int(skipped)}"""
    found = _rows(db, sql, {"unit": unit, "term": term, "status": status})
    return found, int(found[0]["total"]) if found else 0


def indicator_totals(db: Connection, unit: str | None, term: str | None) -> Rows:
    """A row a unit, term and status, with its number."""
    sql = """FROM unit_term_indicators WHERE ($unit IS NULL OR unit = $unit)
        AND ($term IS NULL OR term = $term) ORDER BY term = 'chưa rõ', term, unit"""
    return _rows(db, sql, {"unit": unit, "term": term})


def oversight(db: Connection, unit: str | None, term: str | None) -> Rows:
    """Figures of oversight as stated, a row a unit, term and kind."""
    sql = """FROM unit_term_oversight WHERE ($unit IS NULL OR unit = $unit)
        AND ($term IS NULL OR term = $term)
        ORDER BY unit = 'chưa rõ', unit, term, list_position(['inspection', 'supervision',
            'discipline', 'commendation', 'complaint'], category), subject, measure NULLS FIRST"""
    return _rows(db, sql, {"unit": unit, "term": term})


def cited(db: Connection, limit: int) -> Rows:
    """The documents cited most."""
    sql = f"""SELECT u.*, r.record_ids FROM directive_uses u
        JOIN (SELECT directive_id, list(record_id ORDER BY record_id) AS record_ids
            FROM directive_citations GROUP BY 1) r USING (directive_id)
        ORDER BY u.citations DESC, u.directive_id LIMIT {int(limit)}"""
    return _rows(db, sql, {})


def never_cited(db: Connection) -> Rows:
    """The documents of the registry that no document of the archive cites, newest first."""
    sql = "FROM directives_never_cited ORDER BY issued_on DESC NULLS LAST, directive_id"
    return _rows(db, sql, {})


def after_replacement(db: Connection) -> Rows:
    """Citations of a document after the day on which it was replaced."""
    return _rows(db, "FROM citations_after_replacement ORDER BY cited_on, record_id", {})


def disagreements(db: Connection) -> Rows:
    """Citations that state another day or issuer than the registry."""
    return _rows(db, "FROM directive_disagreements ORDER BY canonical_id, record_id", {})


def doubts(
    db: Connection,
    unit: str | None,
    term: str | None,
    family: str | None,
    certainty: str | None,
) -> Rows:
    """What does not add up, the certain first, with both places."""
    sql = """SELECT c.*, d.unit_label AS unit, d.term_label AS term, d.path, o.path AS other_path,
            f.name FROM checks c JOIN document_list d USING (document_id)
        LEFT JOIN documents o ON o.document_id = c.other_document_id
        LEFT JOIN check_families f ON f.family = c.family
        WHERE ($unit IS NULL OR d.unit_label = $unit) AND ($term IS NULL OR d.term_label = $term)
            AND d.superseded_by IS NULL AND ($family IS NULL OR c.family = $family)
            AND ($certainty IS NULL OR c.certainty = $certainty)
        ORDER BY c.certainty, d.unit_label, d.term_label, c.family, d.path, c.span_start"""
    return _rows(db, sql, {"unit": unit, "term": term, "family": family, "certainty": certainty})


def families(db: Connection) -> dict[str, str]:
    """Family of checks -> its name; of those with a doubt."""
    sql = """SELECT family, name FROM check_families
        WHERE family IN (SELECT family FROM checks) ORDER BY name"""
    return {r["family"]: r["name"] for r in _rows(db, sql, {})}


def heat(db: Connection, measure: str) -> Rows:
    """A row a unit and term with a document: the number of what `measure` names."""
    if measure == "doubts":
        sql = """SELECT t.unit, t.term, coalesce(sum(c.doubts), 0)::BIGINT AS number
            FROM unit_terms t LEFT JOIN unit_term_checks c USING (unit, term) GROUP BY ALL"""
    else:
        sql = f"SELECT unit, term, {measure} AS number FROM unit_terms"
    return _rows(db, f"FROM ({sql}) ORDER BY unit, term = 'chưa rõ', term", {})


def _rows(db: Connection, sql: str, values: Mapping[str, Any]) -> Rows:
    given = {name: value for name, value in values.items() if f"${name}" in sql}
    return rows(db.cursor().execute(sql, given).df())
