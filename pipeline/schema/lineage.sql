CREATE TABLE lineage_told (
    document_id VARCHAR,
    kind VARCHAR,
    sources VARCHAR[],
    targets VARCHAR[],
    day VARCHAR,
    rule VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER,
    quote VARCHAR
);
