-- A unit under all its names; its own name ("Đảng bộ …") is shown before its committee's, and
-- one in capitals last.
CREATE VIEW units AS
SELECT
    unit_key,
    first(unit ORDER BY unit = upper(unit), lower(unit) <> unit_key, unit) AS name,
    list(DISTINCT unit ORDER BY unit) AS names,
    count(*) AS documents
FROM documents WHERE unit IS NOT NULL GROUP BY unit_key;

-- Two versions of one report (same unit, type of report, period): the later one stands for both.
CREATE VIEW document_versions AS
SELECT
    document_id,
    first_value(document_id) OVER latest_first AS latest_id,
    row_number() OVER latest_first AS version_rank,
    count(*) OVER (PARTITION BY unit_key, doc_type, coalesce(period, term)) AS versions
FROM documents
WHERE status <> 'failed' AND coalesce(period, term) IS NOT NULL
    -- Of a unit that does not say which one it is ("Tỉnh ủy") no two reports can be told the same.
    AND NOT regexp_full_match(
        unit_key, '(đảng bộ|chi bộ)( (tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?'
    )
    AND doc_type IN ('self_review_report', 'summary_report', 'political_report')
WINDOW latest_first AS (
    PARTITION BY unit_key, doc_type, coalesce(period, term)
    ORDER BY issued_on DESC NULLS LAST, path DESC
);

CREATE VIEW document_list AS
SELECT
    d.*,
    coalesce(u.name, 'chưa rõ') AS unit_label,
    coalesce(d.term, 'chưa rõ') AS term_label,
    CASE WHEN v.version_rank > 1 THEN v.latest_id END AS superseded_by,
    coalesce(v.versions, 1) AS versions
FROM documents d
LEFT JOIN document_versions v USING (document_id)
LEFT JOIN units u USING (unit_key);

-- What the metrics are made of: read, and not superseded by a later version.
CREATE VIEW counted_documents AS
SELECT * FROM document_list WHERE status <> 'failed' AND superseded_by IS NULL;
