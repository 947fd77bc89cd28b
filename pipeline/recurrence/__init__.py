"""The same shortcoming over terms and over units: groups, why they hold, and what was promised.

`write` runs over a whole version. How alike two sentences are is told by a language that was
fitted once (`language`, `fitting`); wordings are put into groups that stay (`grouping`, `linking`,
`state`) until a refit makes them anew (`refit`); people split and join groups (`people`); readers
see `tables` and `links`.
"""

from pipeline.recurrence import links, people, refit, tables
from pipeline.recurrence.frames import Connection
from pipeline.recurrence.language import parse
from pipeline.recurrence.linking import link
from pipeline.recurrence.wording import Reader
from pipeline.reference import Reference


def write(connection: Connection, words: Reference) -> None:
    """Fill the recurrence tables of a version; what the last one had must stand there already."""
    stored = words.models.get("recurrence")
    if not stored:
        return
    reader = Reader.of(words)
    language = parse(stored, reader)
    anew = refit.wanted(connection)
    former = refit.forget(connection) if anew else {}
    link(connection, language, reader)
    if anew:
        refit.name(connection, former)
    tables.fill(connection, people.heed(connection, language, reader))
    links.write(connection, language, reader)
