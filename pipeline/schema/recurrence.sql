-- Without keys: a key's index costs a run with one report more as much as all the linking.
-- What of the linking lasts from version to version: the same words stay in their group, and a new
-- report moves nothing (see pipeline/recurrence).
CREATE TABLE recurrence_language (version VARCHAR, threshold DOUBLE, sentences INTEGER);

CREATE TABLE recurrence_wordings (
    wording VARCHAR,
    group_id VARCHAR,
    likeness DOUBLE,
    quote VARCHAR
);

CREATE TABLE recurrence_records (record_id VARCHAR, wording VARCHAR);

CREATE TABLE recurrence_centroids (
    group_id VARCHAR,
    wordings INTEGER,
    cohesion DOUBLE,
    places BLOB,
    weights BLOB,
    akin BLOB
);

CREATE TABLE recurrence_answers (record_id VARCHAR, group_id VARCHAR, likeness DOUBLE);

CREATE TABLE recurrence_links (
    group_id VARCHAR,
    record_id VARCHAR,
    other_record_id VARCHAR,
    relation VARCHAR,
    likeness DOUBLE,
    by_words DOUBLE,
    words VARCHAR[],
    why VARCHAR
);

-- What is computed anew for each version.
CREATE TABLE recurrence_members (
    record_id VARCHAR,
    group_id VARCHAR,
    document_id VARCHAR,
    unit_id VARCHAR,
    family VARCHAR,
    unit VARCHAR,
    term VARCHAR,
    said_on DATE,
    likeness DOUBLE,
    placed_by VARCHAR
);

CREATE TABLE recurrence_remedies (
    group_id VARCHAR,
    record_id VARCHAR,
    document_id VARCHAR,
    family VARCHAR,
    unit VARCHAR,
    term VARCHAR,
    said_on DATE,
    likeness DOUBLE,
    came_back BOOLEAN,
    came_back_record_id VARCHAR,
    came_back_term VARCHAR
);

CREATE TABLE recurrence_groups (
    group_id VARCHAR,
    label_record_id VARCHAR,
    label VARCHAR,
    theme VARCHAR,
    first_term VARCHAR,
    last_term VARCHAR,
    terms INTEGER,
    units INTEGER,
    documents INTEGER,
    members INTEGER,
    wordings INTEGER,
    strength DOUBLE,
    remedies INTEGER,
    came_back INTEGER,
    watched BOOLEAN,
    note VARCHAR
);

CREATE TABLE recurrence_moves (record_id VARCHAR, former_group_id VARCHAR, group_id VARCHAR);

CREATE TABLE recurrence_reviews (
    review_id INTEGER,
    kind VARCHAR,
    group_id VARCHAR,
    note VARCHAR,
    author VARCHAR,
    made_at TIMESTAMP,
    document_hash VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    quote VARCHAR,
    record_id VARCHAR
);

-- The same shortcoming in one unit and those it came from: in which terms, and after what remedies.
CREATE VIEW recurrence_by_unit AS
SELECT m.group_id, m.family, max_by(m.unit, (m.said_on, m.record_id)) AS unit, g.label, g.theme,
    min(m.term) AS first_term, max(m.term) AS last_term, count(DISTINCT m.term) AS terms,
    list(DISTINCT m.term ORDER BY m.term) FILTER (m.term IS NOT NULL) AS in_terms,
    count(*) AS members, count(DISTINCT m.document_id) AS documents,
    coalesce(any_value(r.remedies), 0) AS remedies, coalesce(any_value(r.came_back), 0) AS came_back
FROM recurrence_members m
JOIN recurrence_groups g USING (group_id)
LEFT JOIN (
    SELECT group_id, family, count(*) AS remedies, count(*) FILTER (came_back) AS came_back
    FROM recurrence_remedies GROUP BY ALL
) r ON r.group_id = m.group_id AND r.family = m.family
WHERE m.family IS NOT NULL
GROUP BY ALL;

-- The same shortcoming in one term: in which units.
CREATE VIEW recurrence_by_term AS
SELECT m.group_id, m.term, g.label, g.theme, count(DISTINCT m.family) AS units,
    list(DISTINCT m.unit ORDER BY m.unit) AS in_units, count(*) AS members,
    count(DISTINCT m.document_id) AS documents
FROM recurrence_members m
JOIN recurrence_groups g USING (group_id)
WHERE m.term IS NOT NULL AND m.family IS NOT NULL
GROUP BY ALL;

-- What people said whose place is no longer found: listed, never dropped.
CREATE VIEW recurrence_reviews_lost AS
SELECT * FROM recurrence_reviews WHERE record_id IS NULL;
