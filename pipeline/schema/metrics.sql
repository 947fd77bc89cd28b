-- Metrics: each defined once, by unit and term (every row also bears them for filtering).
CREATE VIEW unit_term_documents AS
SELECT unit_label AS unit, term_label AS term, doc_type, count(*) AS documents
FROM counted_documents GROUP BY ALL;

CREATE VIEW document_records AS
SELECT document_id, type, count(*) AS records FROM records GROUP BY ALL;

-- A count said twice or of a part is never added up: the first total without a detail, of the
-- latest document that states one.
CREATE VIEW unit_term_counts AS
SELECT d.unit_label AS unit, d.term_label AS term, c.subject, c.attribute, c.value, c.percent,
    c.record_id, c.document_id, d.issued_on
FROM counts c JOIN counted_documents d USING (document_id)
WHERE c.detail IS NULL
QUALIFY row_number() OVER (
    PARTITION BY d.unit_label, d.term_label, c.subject, c.attribute
    ORDER BY d.issued_on DESC NULLS LAST, d.path DESC, c.span_start, c.record_id
) = 1;

CREATE VIEW unit_term_members AS
SELECT unit, term, value AS members, record_id, document_id, issued_on
FROM unit_term_counts WHERE subject = 'party_member' AND attribute = 'total';

CREATE VIEW unit_term_indicators AS
SELECT d.unit_label AS unit, d.term_label AS term, i.status, count(*) AS indicators
FROM indicators i JOIN counted_documents d USING (document_id) GROUP BY ALL;

-- A shortcoming counts under its main theme, the first.
CREATE VIEW unit_term_shortcomings AS
SELECT d.unit_label AS unit, d.term_label AS term, s.themes[1] AS theme, s.kind,
    count(*) AS shortcomings
FROM shortcomings s JOIN counted_documents d USING (document_id) GROUP BY ALL;

CREATE VIEW unit_term_causes AS
SELECT d.unit_label AS unit, d.term_label AS term, c.kind, count(*) AS causes
FROM causes c JOIN counted_documents d USING (document_id) GROUP BY ALL;

CREATE VIEW unit_term_remedies AS
SELECT d.unit_label AS unit, d.term_label AS term, r.themes[1] AS theme, r.kind,
    count(*) AS remedies
FROM remedies r JOIN counted_documents d USING (document_id) GROUP BY ALL;

-- In how many statements of a type a word stands, here and elsewhere. The weight is the log of the
-- odds here over those elsewhere, in standard errors. Before, both sides get 100 statements more in
-- which the word is as frequent as in all: so a word seen once weighs little, however rare it is.
CREATE VIEW unit_term_keywords AS
WITH statements AS (
    SELECT s.record_id, s.type, d.unit_label AS unit, d.term_label AS term
    FROM (
        SELECT record_id, document_id, 'shortcoming' AS type FROM shortcomings
        UNION ALL SELECT record_id, document_id, 'cause' FROM causes
        UNION ALL SELECT record_id, document_id, 'remedy' FROM remedies
    ) s JOIN counted_documents d USING (document_id)
),
sizes AS (
    SELECT unit, term, type, count(*) AS statements,
        sum(count(*)) OVER (PARTITION BY type) AS all_statements
    FROM statements GROUP BY unit, term, type
),
words AS (
    SELECT unit, term, type, word, count(*) AS records,
        sum(count(*)) OVER (PARTITION BY type, word) AS all_records
    FROM keywords JOIN statements USING (record_id) GROUP BY unit, term, type, word
),
cells AS (
    SELECT w.*, statements, all_records - records AS elsewhere,
        all_statements - statements AS other_statements,
        100 * all_records / all_statements AS expected
    FROM words w JOIN sizes s USING (unit, term, type)
),
odds AS (
    SELECT *, records + expected AS here, statements - records + 100 - expected AS not_here,
        elsewhere + expected AS there,
        other_statements - elsewhere + 100 - expected AS not_there
    FROM cells
)
SELECT unit, term, type, word, records, statements, elsewhere::BIGINT AS elsewhere,
    -- A word in every statement everywhere tells nothing, and has no odds.
    coalesce(round(
        (ln(here / nullif(not_here, 0)) - ln(there / nullif(not_there, 0)))
        / sqrt(1 / here + 1 / nullif(not_here, 0) + 1 / there + 1 / nullif(not_there, 0)), 3
    ), 0) AS weight
FROM odds;

CREATE VIEW unit_term_citations AS
SELECT d.unit_label AS unit, d.term_label AS term, c.kind, c.canonical_id,
    count(*) AS mentions, count(DISTINCT c.document_id) AS documents
FROM citations c JOIN counted_documents d USING (document_id) GROUP BY ALL;

-- Of each document its largest figure, since it states totals beside their parts; where a report
-- covers the whole term, only such reports, since it holds the years' figures too. Totals (measure
-- null) and measures stay apart.
CREATE VIEW unit_term_oversight AS
WITH largest AS (
    SELECT d.unit_label AS unit, d.term_label AS term, o.category, o.subject, o.measure, o.value,
        o.record_id, coalesce(d.period = d.term_label, false) AS whole_term
    FROM oversight_figures o JOIN counted_documents d USING (document_id)
    QUALIFY row_number() OVER (
        PARTITION BY o.document_id, o.category, o.subject, o.measure
        ORDER BY o.value DESC, o.span_start, o.record_id
    ) = 1
),
chosen AS (
    SELECT * FROM largest
    QUALIFY whole_term = bool_or(whole_term) OVER (
        PARTITION BY unit, term, category, subject, measure
    )
)
SELECT unit, term, category, subject, measure, sum(value)::BIGINT AS value, count(*) AS figures,
    list(record_id ORDER BY record_id) AS record_ids
FROM chosen GROUP BY ALL;

CREATE VIEW unit_term_discipline AS
SELECT unit, term, subject, measure, value, figures, record_ids
FROM unit_term_oversight WHERE category = 'discipline';

-- How often a figure is stated, said twice or not: what a list of the sentences holds.
CREATE VIEW unit_term_oversight_mentions AS
SELECT d.unit_label AS unit, d.term_label AS term, o.category,
    coalesce(o.measure, o.subject) AS detail, count(*) AS mentions
FROM oversight_figures o JOIN counted_documents d USING (document_id) GROUP BY ALL;

CREATE VIEW unit_term_ratings AS
SELECT d.unit_label AS unit, d.term_label AS term, r.subject, r.grade, count(*) AS mentions,
    max(r.value) AS value, max(r.percent) AS percent
FROM ratings r JOIN counted_documents d USING (document_id) GROUP BY ALL;

CREATE VIEW unit_terms AS
SELECT d.unit, d.term, d.documents, m.members,
    coalesce(i.indicators, 0) AS indicators, coalesce(i.missed, 0) AS missed,
    coalesce(s.shortcomings, 0) AS shortcomings, coalesce(c.causes, 0) AS causes,
    coalesce(r.remedies, 0) AS remedies, coalesce(t.citations, 0) AS citations,
    coalesce(o.discipline, 0) AS discipline
FROM (SELECT unit, term, sum(documents)::BIGINT AS documents FROM unit_term_documents
      GROUP BY ALL) d
LEFT JOIN unit_term_members m USING (unit, term)
LEFT JOIN (SELECT unit, term, sum(indicators)::BIGINT AS indicators,
        (sum(indicators) FILTER (status = 'missed'))::BIGINT AS missed
    FROM unit_term_indicators GROUP BY ALL) i USING (unit, term)
LEFT JOIN (SELECT unit, term, sum(shortcomings)::BIGINT AS shortcomings
    FROM unit_term_shortcomings GROUP BY ALL) s USING (unit, term)
LEFT JOIN (SELECT unit, term, sum(causes)::BIGINT AS causes
    FROM unit_term_causes GROUP BY ALL) c USING (unit, term)
LEFT JOIN (SELECT unit, term, sum(remedies)::BIGINT AS remedies
    FROM unit_term_remedies GROUP BY ALL) r USING (unit, term)
LEFT JOIN (SELECT unit, term, sum(mentions)::BIGINT AS citations
    FROM unit_term_citations GROUP BY ALL) t USING (unit, term)
LEFT JOIN (SELECT unit, term, sum(mentions)::BIGINT AS discipline
    FROM unit_term_oversight_mentions WHERE category = 'discipline' GROUP BY ALL) o
    USING (unit, term);

CREATE VIEW term_totals AS
SELECT term, count(*) AS units, sum(documents)::BIGINT AS documents,
    sum(indicators)::BIGINT AS indicators, sum(missed)::BIGINT AS missed,
    sum(shortcomings)::BIGINT AS shortcomings, sum(causes)::BIGINT AS causes,
    sum(remedies)::BIGINT AS remedies, sum(citations)::BIGINT AS citations,
    sum(discipline)::BIGINT AS discipline
FROM unit_terms GROUP BY term;

-- A unit and a term that are both named in the archive, but not together: of terms as long as those
-- of the unit (cells meet twice in five years), and in its life.
CREATE VIEW unit_term_gaps AS
WITH told AS (
    SELECT unit, term, try_cast(left(term, 4) AS INTEGER) AS first,
        try_cast(right(term, 4) AS INTEGER) AS last
    FROM unit_terms WHERE unit <> 'chưa rõ'
), kept AS (
    SELECT unit, coalesce(last - first < 4, false) AS short FROM told
    WHERE first IS NOT NULL OR unit NOT IN (SELECT unit FROM told WHERE first IS NOT NULL)
    GROUP BY ALL
)
SELECT k.unit, t.term
FROM kept k JOIN (SELECT DISTINCT term, first, last FROM told WHERE first IS NOT NULL) t
    ON k.short = (t.last - t.first < 4)
LEFT JOIN unit_registry r ON r.name = k.unit
ANTI JOIN told x ON x.unit = k.unit AND x.term = t.term
WHERE coalesce(year(r.valid_from) < t.last, true) AND coalesce(year(r.valid_to) > t.first, true);

CREATE VIEW overview AS
SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM counted_documents) AS counted_documents,
    (SELECT count(*) FROM document_list WHERE superseded_by IS NOT NULL) AS superseded_documents,
    (SELECT count(*) FROM documents WHERE status = 'partial') AS partial_documents,
    (SELECT count(*) FROM documents WHERE status = 'failed') AS failed_documents,
    (SELECT count(DISTINCT unit_id) FROM counted_documents) AS units,
    (SELECT count(DISTINCT term_label) FROM counted_documents WHERE term_label <> 'chưa rõ')
        AS terms,
    (SELECT coalesce(sum(records), 0)::BIGINT FROM document_records
        JOIN counted_documents USING (document_id)) AS records,
    (SELECT coalesce(sum(indicators), 0)::BIGINT FROM unit_term_indicators) AS indicators,
    (SELECT coalesce(sum(missed), 0)::BIGINT FROM unit_terms) AS missed,
    (SELECT coalesce(sum(shortcomings), 0)::BIGINT FROM unit_term_shortcomings) AS shortcomings,
    (SELECT coalesce(sum(causes), 0)::BIGINT FROM unit_term_causes) AS causes,
    (SELECT coalesce(sum(remedies), 0)::BIGINT FROM unit_term_remedies) AS remedies,
    (SELECT coalesce(sum(mentions), 0)::BIGINT FROM unit_term_citations) AS citations,
    (SELECT coalesce(sum(discipline), 0)::BIGINT FROM unit_terms) AS discipline;
