"""Puts the answers of views that pages ask again and again into the version, as tables.

A view stays the one definition of its figures (`pipeline/schema`); the table that takes its place
and name holds what it gives over this version. A version never changes once it is published.
"""

import duckdb

from pipeline import dictionary
from pipeline.reference import Reference

HELD = (
    "document_list", "counted_documents", "document_records",
    "unit_term_documents", "unit_term_counts", "unit_term_members", "unit_term_indicators",
    "unit_term_shortcomings", "unit_term_causes", "unit_term_remedies", "unit_term_citations",
    "unit_term_oversight", "unit_term_oversight_mentions", "unit_term_ratings", "unit_terms",
    "term_totals", "unit_term_gaps",
    "unit_term_directives", "directive_uses", "citations_after_replacement",
    "directive_disagreements", "unit_term_checks",
    "unit_family", "recurrence_by_unit", "recurrence_by_term",
)  # fmt: skip
"""The views that are held, each after those it is made of."""


def write(connection: duckdb.DuckDBPyConnection, _: Reference) -> None:
    """Put a table in the place of each view held, with the same name, columns and meanings."""
    for name in HELD:
        for statement in (
            f"CREATE TABLE held AS FROM {name}",
            f"DROP VIEW {name}",
            f"ALTER TABLE held RENAME TO {name}",
        ):
            connection.execute(statement).fetchall()
    for relation in dictionary.relations():
        if relation.name in HELD:
            for statement in dictionary.comments_of(relation, "table"):
                connection.execute(statement).fetchall()
