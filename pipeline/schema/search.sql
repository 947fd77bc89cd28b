-- What the search box looks in: made anew from `sentences` for each version (see pipeline/search).
CREATE TABLE search_documents (
    document INTEGER,
    document_id VARCHAR,
    unit VARCHAR,
    term VARCHAR,
    doc_type VARCHAR
);

CREATE TABLE search_sentences (
    sentence INTEGER,
    document_id VARCHAR,
    span_start INTEGER,
    span_end INTEGER,
    page INTEGER
);

CREATE TABLE search_words (spelling INTEGER, written VARCHAR, word INTEGER, folded VARCHAR);

-- By word and sentence, so that the rows of one word lie together and are found by their range.
CREATE TABLE search_postings (
    word INTEGER,
    spelling INTEGER,
    next INTEGER,
    sentence INTEGER,
    document INTEGER,
    types USMALLINT,
    length UTINYINT,
    first UTINYINT
);
