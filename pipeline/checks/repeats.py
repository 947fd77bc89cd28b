"""A remedy of one term that stands again, word for word, in a later term of the same unit."""

from collections.abc import Iterator, Mapping

import duckdb

from pipeline.checks.context import Context
from pipeline.checks.doubt import Doubt, Place

_SYLLABLES = 12
"""Shorter remedies are formulas that anyone would write again."""
_USUAL = 3
"""Words that so many other units use too are the office's, not the unit's."""

_SAID = """
SELECT record_id, document_id, span_start, span_end, page, quote,
    regexp_replace(trim(regexp_replace(folded, '[^a-z]+', ' ', 'g')), '^[a-z] ', '') AS words
FROM remedies
QUALIFY count(*) OVER (PARTITION BY words) > 1 AND len(string_split(words, ' ')) >= ?
ORDER BY words, document_id, span_start
"""


def doubts(connection: duckdb.DuckDBPyConnection, known: Mapping[str, Context]) -> Iterator[Doubt]:
    """Each later remedy against the last one of a former term with the same words."""
    groups: dict[str, list[tuple[Context, Place]]] = {}
    for record, document, start, end, page, quote, words in connection.execute(
        _SAID, [_SYLLABLES]
    ).fetchall():
        if (context := known.get(document)) and context.unit and context.term:
            place = Place(document, start, end, quote, page, record)
            groups.setdefault(words, []).append((context, place))
    for said in groups.values():
        if len({c.unit for c, _ in said}) <= _USUAL:
            yield from _repeats(sorted(said, key=lambda s: (s[0].order, s[1].start)))


def _repeats(said: list[tuple[Context, Place]]) -> Iterator[Doubt]:
    last: dict[str | None, tuple[Context, Place]] = {}
    for context, place in said:
        former = last.get(context.unit)
        if former and former[0].term != context.term:
            yield Doubt(
                family="repeated_remedy",
                certainty="certain",
                here=place,
                there=former[1],
                arithmetic=f"{former[0].term} = {context.term}",
                values=(("period", former[0].period or former[0].term or ""),),
            )
        if former is None or former[0].term != context.term:
            last[context.unit] = context, place
