-- The words are lower case, tone marks placed one way, abbreviations written out.
CREATE TABLE sentences (
    document_id VARCHAR,
    sentence INTEGER,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER,
    words VARCHAR[]
);
