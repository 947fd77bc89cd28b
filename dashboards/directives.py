"""SQL -> rows of the documents that reports cite: who cites what, and what is amiss with it.

Only citations of documents that count: a report and its later version are one.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from dashboards.data import UNKNOWN, Connection, Rows, asked, counted

_COUNTED = "JOIN counted_documents d ON d.document_id = c.document_id"

# The words are looked up for the rows shown only: to sort all along would cost three times as much.
_AMISS = {
    "replaced": (
        f"SELECT c.* EXCLUDE (quote, page) FROM citations_after_replacement c {_COUNTED}",
        "cited_on, record_id",
    ),
    "disagreeing": (
        f"""SELECT c.* EXCLUDE (quote, page), d.unit_label AS unit, d.term_label AS term
        FROM directive_disagreements c {_COUNTED}""",
        "canonical_id, record_id",
    ),
    "open": (
        f"""SELECT c.record_id, c.document_id, c.reason, d.path,
            d.unit_label AS unit, d.term_label AS term
        FROM citation_resolutions c {_COUNTED} WHERE c.directive_id IS NULL""",
        "reason, unit, term, path, record_id",
    ),
}


def cited(
    db: Connection, unit: str | None, term: str | None, limit: int = 100_000, skipped: int = 0
) -> tuple[Rows, int]:
    """The documents that a unit, a term or all cite, most cited first, and how many there are."""
    sql = f"""WITH u AS (
            SELECT directive_id, sum(citations)::BIGINT AS citations,
                sum(documents)::BIGINT AS documents,
                count(DISTINCT unit) FILTER (unit <> '{UNKNOWN}') AS units
            FROM unit_term_directives u WHERE {_of("u", unit, term)} GROUP BY 1)
        SELECT u.*, g.canonical_id, g.kind, g.issuer, g.issued_on, g.subject,
            count(*) OVER () AS total
        FROM u JOIN directives g USING (directive_id)
        ORDER BY citations DESC, directive_id LIMIT {int(limit)} OFFSET {int(skipped)}"""
    return counted(asked(db, sql, {"unit": unit, "term": term}))


def directive(db: Connection, directive_id: str) -> dict[str, Any] | None:
    """A document with what took its place, or None."""
    sql = """SELECT g.*, n.canonical_id AS replaced_by_number, n.issued_on AS replaced_on
        FROM directives g LEFT JOIN directives n ON n.directive_id = g.replaced_by
        WHERE g.directive_id = $id"""
    found = asked(db, sql, {"id": directive_id})
    return found[0] if found else None


def citing(db: Connection, directive_id: str) -> Rows:
    """A row a unit and term that cites a document: how often, in how many documents."""
    sql = f"""FROM unit_term_directives WHERE directive_id = $id
        ORDER BY unit = '{UNKNOWN}', unit, term = '{UNKNOWN}', term"""
    return asked(db, sql, {"id": directive_id})


def citations(
    db: Connection, directive_id: str, unit: str | None = None, term: str | None = None,
    limit: int = 100_000, skipped: int = 0,
) -> tuple[Rows, int]:  # fmt: skip
    """The citations of a document, oldest first, and how many there are."""
    sql = f"""WITH chosen AS (SELECT c.*, count(*) OVER () AS total
            FROM directive_citations c {_COUNTED}
            WHERE c.directive_id = $id AND {_of("c", unit, term)}
            ORDER BY c.cited_on NULLS LAST, c.unit, c.record_id
            LIMIT {int(limit)} OFFSET {int(skipped)})
        SELECT chosen.*, s.span_start, s.span_end FROM chosen JOIN citations s USING (record_id)
        ORDER BY cited_on NULLS LAST, unit, record_id"""
    return counted(asked(db, sql, {"id": directive_id, "unit": unit, "term": term}))


def never_cited(
    db: Connection, unit: str | None, term: str | None, limit: int = 100_000, skipped: int = 0
) -> tuple[Rows, int]:
    """The documents of the registry or the archive that none cites, newest first; how many.

    None of any unit and term: these narrow nothing.
    """
    sql = f"""SELECT *, count(*) OVER () AS total FROM directives_never_cited
        ORDER BY issued_on DESC NULLS LAST, directive_id LIMIT {int(limit)} OFFSET {int(skipped)}"""
    return counted(asked(db, sql, {}))


def _amiss(
    part: str, db: Connection, unit: str | None, term: str | None,
    limit: int = 100_000, skipped: int = 0,
) -> tuple[Rows, int]:  # fmt: skip
    """Citations of a replaced document, that disagree with the registry, or left open; how many."""
    base, order = _AMISS[part]
    sql = f"""WITH chosen AS (
            SELECT *, count(*) OVER () AS total FROM ({base}) c WHERE {_of("c", unit, term)}
            ORDER BY {order} LIMIT {int(limit)} OFFSET {int(skipped)})
        SELECT chosen.*, q.quote, q.page FROM chosen JOIN citations q USING (record_id)
        ORDER BY {order}"""
    return counted(asked(db, sql, {"unit": unit, "term": term}))


def numbers(db: Connection, unit: str | None, term: str | None) -> dict[str, int]:
    """Part of the page -> how many rows it has."""
    counts = {
        "cited": f"""SELECT count(DISTINCT directive_id) FROM unit_term_directives u
            WHERE {_of("u", unit, term)}""",
        "never": "SELECT count(*) FROM directives_never_cited",
        **{
            part: f"SELECT count(*) FROM ({base}) c WHERE {_of('c', unit, term)}"
            for part, (base, _) in _AMISS.items()
        },
    }
    sql = ", ".join(f"({count}) AS {part}" for part, count in counts.items())
    (row,) = asked(db, f"SELECT {sql}", {"unit": unit, "term": term})
    return {part: int(number) for part, number in row.items()}


Paged = Callable[[Connection, str | None, str | None, int, int], tuple[Rows, int]]

PARTS: Mapping[str, Paged] = {
    "cited": cited,
    "never": never_cited,
    **{part: partial(_amiss, part) for part in _AMISS},
}
"""Part of the page -> its rows of a unit and term, and how many there are."""


def _of(table: str, unit: str | None, term: str | None) -> str:
    tests = [f"{table}.unit = $unit"] if unit else []
    tests += [f"{table}.term = $term"] if term else []
    return " AND ".join(tests) or "true"
