"""Congresses by their ordinals: "Đại hội Đảng bộ huyện lần thứ XXIV" opens a term of that unit."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

import duckdb


class Congress(NamedTuple):
    """A congress of a unit (or of what it was renamed to), by its ordinal."""

    family: str
    ordinal: str


Cited = Mapping[str, tuple[Congress, ...]]
"""By document, the congresses of its own unit whose resolutions it cites."""

# The unit stands after the @ as the citation names it; the document's own is meant where its name
# ends with that.
_CITED = """
SELECT DISTINCT document_id, r.family_id, regexp_extract(canonical_id, '^NQĐH/([IVX]+)@', 1)
FROM citations JOIN document_units u USING (document_id) JOIN unit_registry r USING (unit_id)
WHERE regexp_matches(canonical_id, '^NQĐH/[IVX]+@')
    AND ends_with(lower(r.name), lower(split_part(canonical_id, '@', 2)))
ORDER BY ALL
"""


def cited(connection: duckdb.DuckDBPyConnection) -> Cited:
    """The congresses of its own unit that each document cites."""
    found: dict[str, list[Congress]] = {}
    for document, family, ordinal in connection.execute(_CITED).fetchall():
        found.setdefault(document, []).append(Congress(family, ordinal))
    return {document: tuple(congresses) for document, congresses in found.items()}


def told(cited: Cited, terms: Mapping[str, str | None]) -> Mapping[Congress, str]:
    """The term of each congress, where all documents that cite it alone are of one term."""
    seen: dict[Congress, Counter[str]] = {}
    for document, congresses in cited.items():
        term = terms.get(document)
        if len(congresses) == 1 and term is not None:
            seen.setdefault(congresses[0], Counter())[term] += 1
    return {congress: next(iter(terms)) for congress, terms in seen.items() if len(terms) == 1}
