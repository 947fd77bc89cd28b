-- The documents that the archive cites or holds, and those of the registry, one row each. A number
-- starts again in each term, so issuer, number and day (or term) together tell a document.
CREATE TABLE directives (
    directive_id VARCHAR PRIMARY KEY,
    canonical_id VARCHAR,
    number_key VARCHAR,
    kind VARCHAR,
    issuer VARCHAR,
    issuer_key VARCHAR,
    issued_on DATE,
    term VARCHAR,
    subject VARCHAR,
    plenum VARCHAR,
    source VARCHAR,
    document_id VARCHAR,
    replaced_by VARCHAR
);

-- One row a citation: the document it means, or why that stays open.
CREATE TABLE citation_resolutions (
    record_id VARCHAR PRIMARY KEY,
    document_id VARCHAR,
    directive_id VARCHAR,
    reason VARCHAR,
    issuer_key VARCHAR
);

CREATE VIEW directive_citations AS
SELECT g.directive_id, g.canonical_id, g.kind, g.issuer, g.issued_on, g.term AS directive_term,
    g.source, d.unit_label AS unit, d.term_label AS term, d.issued_on AS cited_on,
    r.document_id, r.record_id, r.reason, c.quote, c.page
FROM citation_resolutions r
JOIN directives g USING (directive_id)
JOIN citations c USING (record_id)
JOIN document_list d ON d.document_id = r.document_id;

CREATE VIEW directive_uses AS
SELECT g.directive_id, g.canonical_id, g.kind, g.issuer, g.issued_on, g.term, g.subject, g.source,
    count(c.record_id) AS citations, count(DISTINCT c.document_id) AS documents,
    count(DISTINCT c.unit) AS units, min(c.cited_on) AS first_cited, max(c.cited_on) AS last_cited
FROM directives g LEFT JOIN directive_citations c USING (directive_id)
GROUP BY ALL;

-- Who cites what: of the documents that are counted, so that a report and its later version are one.
CREATE VIEW unit_term_directives AS
SELECT d.unit_label AS unit, d.term_label AS term, r.directive_id, count(*) AS citations,
    count(DISTINCT r.document_id) AS documents
FROM citation_resolutions r JOIN counted_documents d USING (document_id)
WHERE r.directive_id IS NOT NULL GROUP BY ALL;

CREATE VIEW directives_never_cited AS
SELECT directive_id, canonical_id, kind, issuer, issued_on, term, subject, source
FROM directive_uses WHERE citations = 0;

CREATE VIEW citations_after_replacement AS
SELECT c.directive_id, c.canonical_id, c.issuer, c.issued_on, n.canonical_id AS replaced_by,
    n.issued_on AS replaced_on, c.cited_on, c.unit, c.term, c.document_id, c.record_id, c.quote,
    c.page
FROM directive_citations c
JOIN directives g USING (directive_id)
JOIN directives n ON n.directive_id = g.replaced_by
WHERE c.cited_on > n.issued_on;

-- What a citation states and the registry has otherwise: the day of a number, the body of a day.
CREATE VIEW directive_disagreements AS
SELECT 'issued_on' AS field, c.canonical_id, c.issued_on::VARCHAR AS stated,
    string_agg(DISTINCT g.issued_on::VARCHAR, ', ' ORDER BY g.issued_on::VARCHAR) AS registry,
    c.document_id, c.record_id, c.quote, c.page
FROM citations c
JOIN directives g ON g.canonical_id = c.canonical_id AND g.source = 'registry'
WHERE c.resolution = 'other_date' GROUP BY ALL
UNION ALL
SELECT 'issuer', c.canonical_id, c.issuer, g.issuer, c.document_id, c.record_id, c.quote, c.page
FROM citation_resolutions r
JOIN citations c USING (record_id)
JOIN directives g USING (directive_id)
WHERE g.source = 'registry' AND c.issuer IS NOT NULL AND r.issuer_key <> g.issuer_key;

-- One number of one body in one term under several days: all but one are slips.
CREATE VIEW directive_days AS
SELECT number_key, issuer_key, term, first(canonical_id ORDER BY canonical_id) AS canonical_id,
    first(issuer ORDER BY issuer IS NULL, length(issuer) DESC, issuer) AS issuer,
    list(issued_on::VARCHAR ORDER BY issued_on) AS days,
    list(directive_id ORDER BY issued_on) AS directives
FROM directives WHERE source <> 'registry' AND issued_on IS NOT NULL AND issuer_key <> ''
    AND term IS NOT NULL
GROUP BY number_key, issuer_key, term HAVING count(*) > 1;
