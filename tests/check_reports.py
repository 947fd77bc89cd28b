"""Documents in a database of their own, and the doubts that the checks raise about them."""

import hashlib
from collections.abc import Iterable

import duckdb

from pipeline import checks, store
from pipeline.checks.doubt import Doubt
from pipeline.checks.reports import Report, reports
from pipeline.reference import Reference
from pipeline.rows import info_row, rows
from pipeline.run import process
from pipeline.sources import Source


def filled(texts: Iterable[str], words: Reference) -> duckdb.DuckDBPyConnection:
    """A database with the documents that the plain-text reader makes of the texts."""
    connection = duckdb.connect()
    version = store.Version(connection)
    for text in texts:
        id = hashlib.sha256(text.encode()).hexdigest()[:16]
        found = process(Source(id, f"{id}.txt", "txt", text.encode()), words)
        told = info_row(found)
        file = (*told[:2], id, len(text))
        document = (id, f"{id}.txt", f"{id}.txt", [], *file, *told[2:], "run", "version")
        version.add(document, rows(found, {}))
    version.flush()
    return connection


def report(text: str, words: Reference) -> Report:
    """One document as the checks see it."""
    (found,) = reports(filled([text], words))
    return found


def doubts(text: str, words: Reference) -> list[Doubt]:
    """What is doubted inside one document."""
    return list(checks.inside(report(text, words), words))
