"""SQL -> rows of the topics: what recurs, indicators, oversight, documents cited, doubts."""

from collections.abc import Mapping
from typing import Any

from dashboards.data import Connection, rows

Rows = list[dict[str, Any]]


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
