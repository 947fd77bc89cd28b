CREATE TABLE runs (
    run VARCHAR PRIMARY KEY,
    started TIMESTAMP,
    finished TIMESTAMP,
    archive VARCHAR,
    read INTEGER,
    unchanged INTEGER,
    failed INTEGER,
    removed INTEGER,
    extractor_version VARCHAR
);

CREATE TABLE documents (
    document_id VARCHAR PRIMARY KEY,
    path VARCHAR,
    name VARCHAR,
    aliases VARCHAR[],
    format VARCHAR,
    reader VARCHAR,
    hash VARCHAR,
    bytes BIGINT,
    pages INTEGER,
    chars INTEGER,
    text_quality DOUBLE,
    status VARCHAR,
    doc_type VARCHAR,
    number VARCHAR,
    issued_on DATE,
    issuer VARCHAR,
    unit VARCHAR,
    parent_unit VARCHAR,
    level VARCHAR,
    term VARCHAR,
    period VARCHAR,
    unit_key VARCHAR,
    run VARCHAR,
    extractor_version VARCHAR
);

CREATE TABLE texts (document_id VARCHAR PRIMARY KEY, text VARCHAR);

CREATE TABLE blocks (
    document_id VARCHAR,
    block INTEGER,
    kind VARCHAR,
    level INTEGER,
    label VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER,
    anchor_start INTEGER,
    anchor_end INTEGER
);

CREATE TABLE cells (
    document_id VARCHAR,
    block INTEGER,
    "row" INTEGER,
    "column" INTEGER,
    span_start INTEGER,
    span_end INTEGER
);

CREATE TABLE pages (document_id VARCHAR, page INTEGER, span_start INTEGER);

-- Where the text is seen: a line of a page, or a cell of its table, as shares of width and height.
CREATE TABLE lines (
    document_id VARCHAR,
    line INTEGER,
    page INTEGER,
    span_start INTEGER,
    span_end INTEGER,
    "left" DOUBLE,
    top DOUBLE,
    "right" DOUBLE,
    bottom DOUBLE,
    turn DOUBLE,
    confidence DOUBLE
);

CREATE TABLE scanned_words (
    document_id VARCHAR,
    line INTEGER,
    word INTEGER,
    text VARCHAR,
    "left" DOUBLE,
    "right" DOUBLE,
    confidence DOUBLE
);

CREATE TABLE sections (
    document_id VARCHAR,
    section INTEGER,
    parent INTEGER,
    level INTEGER,
    label VARCHAR,
    heading VARCHAR,
    heading_start INTEGER,
    heading_end INTEGER,
    span_start INTEGER,
    span_end INTEGER
);

CREATE TABLE evidence (
    document_id VARCHAR,
    field VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER,
    quote VARCHAR
);

CREATE TABLE issues (
    document_id VARCHAR,
    code VARCHAR,
    severity VARCHAR,
    message VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER,
    quote VARCHAR
);
