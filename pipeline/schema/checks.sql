-- One row a doubt: two statements that cannot both be true, or one that cannot be. Nothing is
-- corrected: both stand, the doubt beside them.
CREATE TABLE checks (
    check_id VARCHAR PRIMARY KEY,
    family VARCHAR,
    certainty VARCHAR,
    document_id VARCHAR,
    record_id VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER,
    quote VARCHAR,
    other_document_id VARCHAR,
    other_record_id VARCHAR,
    other_start INTEGER,
    other_end INTEGER,
    other_page INTEGER,
    other_quote VARCHAR,
    arithmetic VARCHAR,
    explanation VARCHAR
);

CREATE TABLE check_families (
    family VARCHAR PRIMARY KEY,
    name VARCHAR,
    rule_vi VARCHAR,
    rule_en VARCHAR
);

CREATE VIEW check_list AS
SELECT c.check_id, d.unit_label AS unit, d.term_label AS term, c.family, f.name, c.certainty,
    c.document_id, d.path, c.quote, o.path AS other_path, c.other_quote, c.arithmetic, c.explanation
FROM checks c
JOIN document_list d USING (document_id)
LEFT JOIN documents o ON o.document_id = c.other_document_id
LEFT JOIN check_families f USING (family);

CREATE VIEW unit_term_checks AS
SELECT d.unit_label AS unit, d.term_label AS term, c.family, c.certainty, count(*) AS doubts
FROM checks c JOIN counted_documents d USING (document_id) GROUP BY ALL;
