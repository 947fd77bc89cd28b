-- One table a record type: the columns that all share, then the type's own.
CREATE TABLE counts (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    subject VARCHAR,
    attribute VARCHAR,
    value BIGINT,
    percent DOUBLE,
    change BIGINT,
    detail VARCHAR
);

CREATE TABLE indicators (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    name VARCHAR,
    status VARCHAR,
    value DOUBLE,
    target DOUBLE,
    unit VARCHAR
);

CREATE TABLE indicator_summaries (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    "group" VARCHAR,
    total BIGINT,
    exceeded BIGINT,
    met BIGINT,
    missed BIGINT
);

CREATE TABLE shortcomings (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    kind VARCHAR,
    themes VARCHAR[]
);

CREATE TABLE causes (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    kind VARCHAR
);

CREATE TABLE remedies (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    kind VARCHAR,
    themes VARCHAR[]
);

CREATE TABLE citations (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    kind VARCHAR,
    canonical_id VARCHAR,
    issuer VARCHAR,
    issued_on DATE,
    resolved_id VARCHAR,
    resolved_issuer VARCHAR,
    resolved_issued_on DATE,
    resolution VARCHAR
);

CREATE TABLE oversight_figures (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    category VARCHAR,
    subject VARCHAR,
    value BIGINT,
    measure VARCHAR
);

CREATE TABLE ratings (
    record_id VARCHAR PRIMARY KEY, document_id VARCHAR, span_start INTEGER, span_end INTEGER,
    page INTEGER, section VARCHAR[], quote VARCHAR, folded VARCHAR, rule VARCHAR,
    confidence DOUBLE, cases INTEGER, doubtful BOOLEAN,
    subject VARCHAR,
    grade VARCHAR,
    value BIGINT,
    percent DOUBLE
);

-- The telling words of shortcomings, causes and remedies; see keywords.py.
CREATE TABLE keywords (
    record_id VARCHAR,
    document_id VARCHAR,
    word VARCHAR,
    folded VARCHAR,
    occurrences INTEGER
);

CREATE VIEW records AS
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'count' AS type,
    subject AS code, attribute AS detail, value::DOUBLE AS value, NULL::VARCHAR[] AS themes
FROM counts
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'indicator',
    status, name, value, NULL
FROM indicators
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'indicator_summary',
    NULL, "group", total::DOUBLE, NULL
FROM indicator_summaries
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'shortcoming',
    kind, NULL, NULL, themes
FROM shortcomings
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'cause',
    kind, NULL, NULL, NULL
FROM causes
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'remedy',
    kind, NULL, NULL, themes
FROM remedies
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'citation',
    kind, canonical_id, NULL, NULL
FROM citations
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'oversight',
    category, coalesce(measure, subject), value::DOUBLE, NULL
FROM oversight_figures
UNION ALL
SELECT record_id, document_id, span_start, span_end, page, section, quote, folded, rule,
    confidence, cases, doubtful, 'rating',
    grade, subject, coalesce(value::DOUBLE, percent), NULL
FROM ratings;
