"""What the archive knows together: stages that run over the whole version before it is published.

A stage reads the tables of the documents and of the stages before it, and fills its own; the same
rows give the same result, in whatever order they were read.
"""

from collections.abc import Callable

import duckdb

from pipeline import checks, recurrence, summaries
from pipeline.reference import Reference
from pipeline.registry import directives, terms, units
from pipeline.search import index

Stage = Callable[[duckdb.DuckDBPyConnection, Reference], None]

STAGES: tuple[tuple[str, Stage], ...] = (
    ("units", units.write),
    ("terms", terms.write),
    ("directives", directives.write),
    ("recurrence", recurrence.write),
    ("checks", checks.write),
    ("search", index.write),
    ("summaries", summaries.write),
)
"""Name and function, in the order in which they run."""


def write(connection: duckdb.DuckDBPyConnection, words: Reference) -> None:
    """Run every stage."""
    for _, stage in STAGES:
        stage(connection, words)
