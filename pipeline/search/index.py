"""Fills the tables of the search from the sentences of a version."""

import duckdb

from pipeline.records import RECORD_TYPES
from pipeline.reference import Reference

TYPE_BITS = {kind.type: 1 << i for i, kind in enumerate(RECORD_TYPES)}
"""Type of a record -> its bit in `search_postings.types`."""

# Documents of one unit have numbers in a row, and so have their sentences.
_NUMBERED = """
INSERT INTO search_documents BY NAME
SELECT (row_number() OVER (ORDER BY unit_label, document_id))::INTEGER AS document, document_id,
    unit_label AS unit, term_label AS term, doc_type
FROM document_list WHERE status <> 'failed';

INSERT INTO search_sentences BY NAME
SELECT (row_number() OVER (ORDER BY document, s.sentence))::INTEGER AS sentence, document_id,
    span_start, span_end, page
FROM sentences s JOIN search_documents USING (document_id) ORDER BY document, s.sentence;

INSERT INTO search_words BY NAME
SELECT (row_number() OVER (ORDER BY written))::INTEGER AS spelling, written,
    (dense_rank() OVER (ORDER BY folded))::INTEGER AS word, folded
FROM (SELECT written, translate(strip_accents(written), 'đ', 'd') AS folded
    FROM (SELECT DISTINCT unnest(words) AS written FROM sentences));
"""

_TYPES = """
CREATE TEMP TABLE sentence_types AS
SELECT s.sentence, bit_or(CASE r.type {bits} END)::USMALLINT AS types
FROM search_sentences s JOIN records r ON r.document_id = s.document_id
    AND r.span_start < s.span_end AND r.span_end > s.span_start
GROUP BY s.sentence
"""

# Two words side by side have one row a sentence, however often they stand there so.
_POSTINGS = """
INSERT INTO search_postings BY NAME
WITH numbered AS (
    SELECT s.words, s.sentence, s.document, coalesce(t.types, 0)::USMALLINT AS types,
        least(len(s.words), 255)::UTINYINT AS length,
        string_split(
            translate(strip_accents(array_to_string(s.words, ' ')), 'đ', 'd'), ' '
        ) AS folded
    FROM (SELECT words, document,
            (row_number() OVER (ORDER BY document, sentence))::INTEGER AS sentence
          FROM sentences JOIN search_documents USING (document_id)) s
    LEFT JOIN sentence_types t USING (sentence)
),
paired AS (
    SELECT *, list_transform(folded, lambda w, i: w || ' ' || coalesce(folded[i + 1], '')) AS pairs
    FROM numbered
),
listed AS (
    SELECT *, unnest(words) AS written, generate_subscripts(words, 1) AS place FROM paired
),
told AS (
    SELECT sentence, document, types, length, written, words[place + 1] AS follows,
        CASE place WHEN list_position(folded, folded[place]) THEN 2
            WHEN list_position(words, written) THEN 1 ELSE 0 END::UTINYINT AS first
    FROM listed WHERE list_position(pairs, pairs[place]) = place
)
SELECT w.word, w.spelling, n.spelling AS next, t.* EXCLUDE (written, follows)
FROM told t JOIN search_words w ON w.written = t.written
LEFT JOIN search_words n ON n.written = t.follows
ORDER BY w.word, t.sentence
"""


def write(connection: duckdb.DuckDBPyConnection, _: Reference) -> None:
    """Fill the tables of the search."""
    bits = " ".join(f"WHEN '{kind}' THEN {bit}" for kind, bit in TYPE_BITS.items())
    # The order of rows that no one asked for costs the memory that sorting needs.
    connection.execute("SET preserve_insertion_order = false").fetchall()
    for statement in (*_NUMBERED.split(";")[:-1], _TYPES.format(bits=bits), _POSTINGS):
        connection.execute(statement).fetchall()
    connection.execute("DROP TABLE sentence_types").fetchall()
    connection.execute("RESET preserve_insertion_order").fetchall()
