"""SQL -> rows of the topics: what recurs, indicators, oversight, documents cited, doubts."""

from dashboards.data import Connection, Rows, asked, counted

_CATEGORY = """list_position(['inspection', 'supervision', 'discipline', 'commendation',
    'complaint'], category)"""

_STATUSES = ", ".join(
    f"coalesce(sum(indicators) FILTER (status = '{status}'), 0)::BIGINT AS {status}"
    for status in ("missed", "met", "exceeded", "unknown")
)


def indicators(
    db: Connection, unit: str | None, term: str | None, status: str | None,
    limit: int = 100_000, skipped: int = 0,
) -> tuple[Rows, int]:  # fmt: skip
    """Indicators with target and result, the missed first; and how many there are."""
    where = """WHERE ($unit IS NULL OR d.unit_label = $unit) AND ($term IS NULL OR d.term_label =
        $term) AND ($status IS NULL OR i.status = $status)"""
    sql = f"""SELECT i.record_id, i.document_id, d.unit_label AS unit_label, d.term_label AS term,
            i.name, i.target, i.value, i.unit, i.status, count(*) OVER () AS total
        FROM indicators i JOIN counted_documents d USING (document_id) {where}
        ORDER BY list_position(['missed', 'met', 'exceeded', 'unknown'], i.status), d.unit_label,
            d.term_label, d.path, i.span_start, i.record_id
        LIMIT {int(limit)} OFFSET {int(skipped)}"""
    return counted(asked(db, sql, {"unit": unit, "term": term, "status": status}))


def indicator_totals(db: Connection, unit: str | None, term: str | None, by: str) -> Rows:
    """A row a `by` ("unit" or "term") with the number of each result.

    Units come with the most missed first, terms with the oldest.
    """
    order = {"unit": "missed DESC, name", "term": "name"}[by]
    sql = f"""SELECT {by} AS name, {_STATUSES}
        FROM unit_term_indicators WHERE ($unit IS NULL OR unit = $unit)
            AND ($term IS NULL OR term = $term)
        GROUP BY 1 ORDER BY name = 'chưa rõ', {order}"""
    return asked(db, sql, {"unit": unit, "term": term})


def oversight(
    db: Connection, unit: str | None, term: str | None, category: str | None,
    limit: int = 100_000, skipped: int = 0,
) -> tuple[Rows, int]:  # fmt: skip
    """Figures of oversight as stated, a row a unit, term and kind; and how many rows there are."""
    sql = f"""SELECT *, count(*) OVER () AS total FROM unit_term_oversight
        WHERE ($unit IS NULL OR unit = $unit) AND ($term IS NULL OR term = $term)
            AND ($category IS NULL OR category = $category)
        ORDER BY unit = 'chưa rõ', unit, term = 'chưa rõ', term, {_CATEGORY}, subject,
            measure NULLS FIRST
        LIMIT {int(limit)} OFFSET {int(skipped)}"""
    return counted(asked(db, sql, {"unit": unit, "term": term, "category": category}))


def doubts(
    db: Connection, unit: str | None, term: str | None, family: str | None, certainty: str | None,
    limit: int = 100_000, skipped: int = 0,
) -> tuple[Rows, int]:  # fmt: skip
    """What does not add up, the certain first, with both places; and how much of it there is."""
    sql = f"""SELECT c.*, d.unit_label AS unit, d.term_label AS term, d.path, o.path AS other_path,
            f.name, count(*) OVER () AS total
        FROM checks c JOIN counted_documents d USING (document_id)
        LEFT JOIN documents o ON o.document_id = c.other_document_id
        LEFT JOIN check_families f ON f.family = c.family
        WHERE ($unit IS NULL OR d.unit_label = $unit) AND ($term IS NULL OR d.term_label = $term)
            AND ($family IS NULL OR c.family = $family)
            AND ($certainty IS NULL OR c.certainty = $certainty)
        ORDER BY list_position(['certain', 'likely', 'doubtful'], c.certainty), c.family,
            d.unit_label, d.term_label, d.path, c.span_start, c.check_id
        LIMIT {int(limit)} OFFSET {int(skipped)}"""
    given = {"unit": unit, "term": term, "family": family, "certainty": certainty}
    return counted(asked(db, sql, given))


def doubt_totals(db: Connection, unit: str | None, term: str | None) -> Rows:
    """A row a rule and certainty: how many doubts it raises, and the rule in words."""
    sql = """SELECT c.family, f.name, f.rule_vi, c.certainty, sum(c.doubts)::BIGINT AS doubts
        FROM unit_term_checks c JOIN check_families f USING (family)
        WHERE ($unit IS NULL OR unit = $unit) AND ($term IS NULL OR term = $term)
        GROUP BY ALL ORDER BY f.name, c.certainty"""
    return asked(db, sql, {"unit": unit, "term": term})


def families(db: Connection) -> dict[str, str]:
    """Family of checks -> its name; of those with a doubt."""
    sql = """SELECT family, name FROM check_families
        WHERE family IN (SELECT family FROM checks) ORDER BY name"""
    return {r["family"]: r["name"] for r in asked(db, sql, {})}


def heat(db: Connection, measure: str) -> Rows:
    """A row a unit and term with a document: the number of what `measure` names."""
    if measure == "doubts":
        sql = """SELECT t.unit, t.term, coalesce(sum(c.doubts), 0)::BIGINT AS number
            FROM unit_terms t LEFT JOIN unit_term_checks c USING (unit, term) GROUP BY ALL"""
    else:
        sql = f"SELECT unit, term, {measure} AS number FROM unit_terms"
    return asked(db, f"FROM ({sql}) ORDER BY unit, term = 'chưa rõ', term", {})
