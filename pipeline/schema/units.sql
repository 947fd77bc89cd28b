CREATE TABLE unit_registry (
    unit_id VARCHAR PRIMARY KEY,
    name VARCHAR,
    level VARCHAR,
    parent_id VARCHAR,
    family_id VARCHAR,
    valid_from DATE,
    valid_to DATE,
    documents INTEGER,
    reason VARCHAR,
    document_id VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    quote VARCHAR
);

CREATE TABLE unit_aliases (name VARCHAR, unit_id VARCHAR, documents INTEGER, mentions INTEGER);

CREATE TABLE unit_parents (
    unit_id VARCHAR,
    parent_id VARCHAR,
    first_seen DATE,
    last_seen DATE,
    documents INTEGER
);

CREATE TABLE unit_lineage (
    from_id VARCHAR,
    to_id VARCHAR,
    kind VARCHAR,
    day VARCHAR,
    parent_id VARCHAR,
    tellings INTEGER,
    document_id VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    quote VARCHAR,
    by_person BOOLEAN
);

CREATE TABLE document_units (
    document_id VARCHAR PRIMARY KEY,
    unit_id VARCHAR,
    written VARCHAR,
    reason VARCHAR,
    evidence VARCHAR
);

CREATE TABLE open_names (
    name VARCHAR,
    parent VARCHAR,
    place VARCHAR,
    reason VARCHAR,
    candidates VARCHAR[],
    documents INTEGER,
    document_ids VARCHAR[]
);

CREATE TABLE document_terms (
    document_id VARCHAR PRIMARY KEY,
    stated_term VARCHAR,
    term VARCHAR,
    reason VARCHAR,
    evidence VARCHAR
);

-- The units that documents are about, each with all its names.
CREATE VIEW units AS
SELECT r.unit_id, r.name, r.level, p.name AS parent, r.family_id,
    list(a.name ORDER BY a.name) FILTER (a.documents > 0) AS names, r.documents
FROM unit_registry r
LEFT JOIN unit_registry p ON p.unit_id = r.parent_id
LEFT JOIN unit_aliases a ON a.unit_id = r.unit_id
WHERE r.documents > 0 GROUP BY ALL;

-- A unit and all it comes from, through renaming, merging and splitting; itself with 0 steps.
CREATE VIEW unit_history AS
WITH RECURSIVE history AS (
    SELECT unit_id, unit_id AS predecessor_id, 0 AS steps FROM unit_registry
    UNION
    SELECT h.unit_id, l.from_id, h.steps + 1
    FROM history h JOIN unit_lineage l ON l.to_id = h.predecessor_id
    WHERE l.kind IN ('renamed', 'merged', 'split') AND h.steps < 30
)
SELECT unit_id, predecessor_id, min(steps) AS steps FROM history GROUP BY ALL;

-- Each unit with the last of those it is linked with: what its history is shown under.
CREATE VIEW unit_family AS
SELECT r.unit_id, r.name, r.family_id, f.name AS family, r.valid_from, r.valid_to, r.documents
FROM unit_registry r JOIN unit_registry f ON f.unit_id = r.family_id;

-- Two versions of one report (same unit, type of report, period): the later one stands for both.
-- Of documents that leave open which unit they are about no two can be told the same.
CREATE VIEW document_versions AS
SELECT
    document_id,
    first_value(document_id) OVER latest_first AS latest_id,
    row_number() OVER latest_first AS version_rank,
    count(*) OVER (
        PARTITION BY unit_id, doc_type, coalesce(period, t.term, d.term)
    ) AS versions
FROM documents d
JOIN document_units u USING (document_id)
LEFT JOIN document_terms t USING (document_id)
WHERE status <> 'failed' AND coalesce(period, t.term, d.term) IS NOT NULL AND unit_id IS NOT NULL
    AND doc_type IN ('self_review_report', 'summary_report', 'political_report')
WINDOW latest_first AS (
    PARTITION BY unit_id, doc_type, coalesce(period, t.term, d.term)
    ORDER BY issued_on DESC NULLS LAST, path DESC
);

CREATE VIEW document_list AS
SELECT
    d.*,
    u.unit_id,
    r.family_id,
    coalesce(r.name, 'chưa rõ') AS unit_label,
    coalesce(t.term, 'chưa rõ') AS term_label,
    CASE WHEN v.version_rank > 1 THEN v.latest_id END AS superseded_by,
    coalesce(v.versions, 1) AS versions
FROM documents d
LEFT JOIN document_versions v USING (document_id)
LEFT JOIN document_units u USING (document_id)
LEFT JOIN unit_registry r USING (unit_id)
LEFT JOIN document_terms t USING (document_id);

-- What the metrics are made of: read, and not superseded by a later version.
CREATE VIEW counted_documents AS
SELECT * FROM document_list WHERE status <> 'failed' AND superseded_by IS NULL;
