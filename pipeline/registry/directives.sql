-- Which mentions of an archive mean one document. Before it: `numbers` (number, bare, reach,
-- yeared, party), `bodies` (name, unit_key, body, central), `kinds_of_types`, `congresses`.
-- `holder` is whose number it is: '' for a central body, whose numbers are told by day alone.

CREATE TEMP MACRO id_of(bare, holder, mark) AS left(md5(concat_ws('|', bare, holder, mark)), 16);

-- Numbers of the Party start again in each term of its congress (a congress's own opens the term),
-- those of the State each year.
CREATE TEMP MACRO first_year(bare, day) AS
    5 * ((year(day) - CASE WHEN month(day) < 7 AND bare NOT LIKE '%đh' THEN 1 ELSE 0 END) // 5);
CREATE TEMP MACRO local_term(bare, day) AS
    first_year(bare, day) || '-' || first_year(bare, day) + 5;

-- The unit of a document and those above it on its day, and of each level the nearest.
CREATE TEMP TABLE parents AS
SELECT unit_id, parent_id,
    CASE WHEN row_number() OVER (PARTITION BY unit_id ORDER BY first_seen, parent_id) = 1
        THEN DATE '0001-01-01' ELSE first_seen END AS since
FROM unit_parents WHERE parent_id IS NOT NULL AND first_seen IS NOT NULL;

CREATE TEMP TABLE chain AS
WITH own AS (
    SELECT u.document_id, coalesce(d.issued_on, DATE '9999-12-31') AS day, u.unit_id
    FROM document_units u JOIN documents d USING (document_id) WHERE u.unit_id IS NOT NULL
),
one AS (
    SELECT o.document_id, o.day, p.parent_id AS unit_id
    FROM own o ASOF JOIN parents p ON o.unit_id = p.unit_id AND o.day >= p.since
),
two AS (
    SELECT o.document_id, o.day, p.parent_id AS unit_id
    FROM one o ASOF JOIN parents p ON o.unit_id = p.unit_id AND o.day >= p.since
),
three AS (
    SELECT o.document_id, o.day, p.parent_id AS unit_id
    FROM two o ASOF JOIN parents p ON o.unit_id = p.unit_id AND o.day >= p.since
),
up AS (
    SELECT document_id, unit_id, 0 AS steps FROM own
    UNION ALL SELECT document_id, unit_id, 1 FROM one
    UNION ALL SELECT document_id, unit_id, 2 FROM two
    UNION ALL SELECT document_id, unit_id, 3 FROM three
)
SELECT u.document_id, u.unit_id, r.level, u.steps FROM up u JOIN unit_registry r USING (unit_id);

-- The units that bear a name.
CREATE TEMP TABLE named_units AS
SELECT DISTINCT b.unit_key AS body, a.unit_id
FROM unit_aliases a JOIN bodies b ON b.name = a.name;

CREATE TEMP TABLE named_one AS
SELECT body, min(unit_id) AS unit_id FROM named_units GROUP BY body HAVING count(*) = 1;

-- Whose papers a document cites without a name: a cell's committee is its parent, so is a
-- grassroots unit's district. Where the registry of units does not know, by the names above it.
CREATE TEMP TABLE homes AS
SELECT d.document_id, d.level,
    first(c.unit_id ORDER BY c.steps) FILTER (c.steps = 0) AS own,
    first(c.unit_id ORDER BY c.steps) FILTER (c.level = 'grassroots') AS grassroots,
    first(c.unit_id ORDER BY c.steps) FILTER (c.level = 'superior') AS superior,
    first(c.unit_id ORDER BY c.steps) FILTER (c.level = 'province') AS province,
    coalesce(any_value(d.unit_key), d.document_id) AS named,
    coalesce(any_value(o.unit_id), any_value(p.unit_key), any_value(d.unit_key), d.document_id)
        AS named_above
FROM documents d
LEFT JOIN bodies p ON p.name = d.parent_unit
LEFT JOIN named_one o ON o.body = p.unit_key
LEFT JOIN chain c USING (document_id)
GROUP BY d.document_id, d.level;

CREATE TEMP MACRO home_of(h, reach, of_province) AS CASE
    WHEN reach = 'central' THEN ''
    WHEN reach = 'province' OR of_province THEN coalesce(h.province, '')
    WHEN reach = 'district' AND h.level IN ('cell', 'grassroots')
        THEN coalesce(h.superior, h.named_above)
    WHEN h.level = 'cell' THEN coalesce(h.grassroots, h.named_above)
    ELSE coalesce(h.own, h.named) END;

-- Which unit a body's name means in a document: one of its own chain, else the only one so named.
CREATE TEMP TABLE body_of AS
WITH pairs AS (
    SELECT document_id, coalesce(issuer, resolved_issuer) AS name FROM citations
    UNION SELECT document_id, issuer FROM documents
),
said AS (
    SELECT DISTINCT p.document_id, b.body FROM pairs p JOIN bodies b USING (name)
    WHERE b.body <> ''
)
SELECT s.document_id, s.body, coalesce(
    min_by(c.unit_id, c.steps),
    CASE WHEN count(DISTINCT n.unit_id) = 1 THEN min(n.unit_id) END, s.body) AS holder
FROM said s
LEFT JOIN named_units n USING (body)
LEFT JOIN chain c ON c.document_id = s.document_id AND c.unit_id = n.unit_id
GROUP BY s.document_id, s.body;

-- `written_on` is the last day on which the citing document can have been written.
CREATE TEMP TABLE mentions AS
SELECT c.record_id, c.document_id, c.kind, coalesce(c.resolved_id, c.canonical_id) AS number,
    n.bare, n.reach, n.yeared, n.party, c.resolution,
    coalesce(c.issuer, c.resolved_issuer) AS issuer,
    CASE WHEN n.reach = 'central' THEN '' ELSE coalesce(o.holder, '') END AS body,
    coalesce(c.issued_on, c.resolved_issued_on) AS stated_on,
    CASE WHEN NOT n.yeared THEN coalesce(c.issued_on, c.resolved_issued_on) END AS day,
    coalesce(d.issued_on, make_date(
        try_cast(right(coalesce(d.period, d.term), 4) AS INTEGER) + 1, 12, 31)) AS written_on,
    home_of(h, n.reach, coalesce(b.of_province, false)) AS home,
    c.resolved_id || ' ' || c.resolved_issued_on AS known
FROM citations c
JOIN documents d USING (document_id)
JOIN homes h USING (document_id)
LEFT JOIN numbers n ON n.number = coalesce(c.resolved_id, c.canonical_id)
LEFT JOIN bodies b ON b.name = coalesce(c.issuer, c.resolved_issuer)
LEFT JOIN body_of o ON o.document_id = c.document_id AND o.body = b.body;

-- "Nghị quyết Trung ương 4 khóa XI" of a plenum that passed several: the plenum itself.
INSERT INTO directives BY NAME
SELECT DISTINCT number AS directive_id, number AS canonical_id, number AS number_key,
    'resolution' AS kind, 'Ban Chấp hành Trung ương' AS issuer, '' AS issuer_key,
    split_part(number, '/', 2) AS term, number AS plenum, 'cited' AS source
FROM mentions WHERE number LIKE 'NQTW%/%';

-- Told by the registry when the document was read, or left open then.
CREATE TEMP TABLE settled AS
SELECT m.record_id, g.directive_id, m.resolution AS reason
FROM mentions m JOIN directives g ON g.directive_id = m.known
UNION ALL
SELECT record_id, number, 'plenum' FROM mentions WHERE number LIKE 'NQTW%/%'
UNION ALL
SELECT record_id, NULL, CASE
    WHEN resolution IN ('several', 'undated', 'other_date', 'other_subject', 'later')
        THEN resolution
    WHEN number IS NULL THEN 'unnumbered' ELSE 'figures_only' END
FROM mentions m ANTI JOIN directives g ON g.directive_id = m.known
WHERE (resolution IN ('several', 'undated', 'other_date', 'other_subject', 'later')
    OR number IS NULL OR reach = 'figures') AND coalesce(number, '') NOT LIKE 'NQTW%/%';

-- What the archive holds under its own number; of several copies the first by path. A conclusion
-- is about another unit than its own body's: that stands above it.
CREATE TEMP TABLE held AS
SELECT n.bare, n.reach, n.yeared, n.party, d.number, k.kind, d.issuer, d.issued_on AS stated_on,
    CASE WHEN NOT n.yeared THEN d.issued_on END AS day, d.document_id,
    CASE WHEN n.reach = 'central' THEN '' WHEN o.holder IS NOT NULL THEN o.holder
        WHEN n.reach = 'province' THEN coalesce(h.province,
            CASE WHEN d.unit_key SIMILAR TO 'đảng bộ (tỉnh|thành phố) .*' THEN d.unit_key END,
            CASE WHEN h.named_above SIMILAR TO 'đảng bộ (tỉnh|thành phố) .*' THEN h.named_above END,
            '')
        WHEN d.doc_type = 'conclusion_notice' THEN coalesce(h.superior, p.unit_key, d.document_id)
        ELSE coalesce(h.own, h.named) END AS holder
FROM documents d
JOIN numbers n ON n.number = d.number AND n.reach <> 'figures'
JOIN homes h USING (document_id)
LEFT JOIN bodies b ON b.name = d.issuer
LEFT JOIN body_of o ON o.document_id = d.document_id AND o.body = b.body
LEFT JOIN bodies p ON p.name = d.parent_unit
LEFT JOIN kinds_of_types k USING (doc_type)
WHERE d.status <> 'failed' AND d.doc_type <> 'news' AND (n.yeared OR d.issued_on IS NOT NULL)
QUALIFY row_number() OVER (PARTITION BY n.bare, holder, d.issued_on ORDER BY d.path) = 1;

-- Behind a province's number that no one is named for stands the only body that others name on
-- that day; where they name several it stays open.
CREATE TEMP TABLE open_mentions AS
WITH named AS (
    SELECT bare, day, body FROM mentions WHERE body <> ''
    UNION ALL SELECT bare, day, holder FROM held WHERE holder <> ''
),
bodies_of AS (
    SELECT bare, day, count(DISTINCT body) AS bodies, min(body) AS body
    FROM named GROUP BY bare, day
)
SELECT m.* EXCLUDE (body, known, resolution), m.body AS said,
    CASE WHEN m.body <> '' THEN m.body
        WHEN m.home <> '' OR m.reach = 'central' OR o.bodies IS NULL THEN m.home
        WHEN o.bodies = 1 THEN o.body END AS holder
FROM mentions m
ANTI JOIN settled s USING (record_id)
LEFT JOIN bodies_of o ON o.bare = m.bare AND o.day IS NOT DISTINCT FROM m.day;

-- A name that several units bear means the one of them whose number others cite with that day.
CREATE TEMP TABLE told_apart AS
WITH known AS (
    SELECT bare, day, holder FROM open_mentions WHERE day IS NOT NULL
    UNION SELECT bare, day, holder FROM held WHERE day IS NOT NULL
)
SELECT o.record_id, min(k.holder) AS holder
FROM open_mentions o
JOIN named_units n ON n.body = o.holder
JOIN known k ON k.bare = o.bare AND k.day = o.day AND k.holder = n.unit_id
GROUP BY o.record_id HAVING count(DISTINCT k.holder) = 1;

UPDATE open_mentions SET holder = t.holder
FROM told_apart t WHERE t.record_id = open_mentions.record_id;

CREATE TEMP TABLE dated AS
SELECT bare, holder, day, reach, party,
    first(number ORDER BY length(number), number) AS number,
    first(kind ORDER BY kind IS NULL, mentions DESC, kind) AS kind,
    first(issuer ORDER BY issuer IS NULL, length(issuer) DESC, issuer) AS issuer,
    first(stated_on ORDER BY stated_on IS NULL, mentions DESC, stated_on) AS issued_on,
    min(document_id) AS document_id
FROM (
    SELECT bare, holder, day, reach, party, number, kind, issuer, stated_on,
        NULL AS document_id, count(*) AS mentions
    FROM open_mentions WHERE holder IS NOT NULL AND (day IS NOT NULL OR yeared) GROUP BY ALL
    UNION ALL
    SELECT bare, holder, day, reach, party, number, kind, issuer, stated_on, document_id, 1
    FROM held
) GROUP BY bare, holder, day, reach, party;

-- A mention without a day means the only dated document of its number and body out by then.
CREATE TEMP TABLE undated AS
SELECT o.record_id, o.bare, o.holder, o.number, o.kind, o.issuer, o.reach,
    CASE WHEN o.written_on IS NULL THEN NULL WHEN NOT o.party THEN year(o.written_on)::VARCHAR
        WHEN o.reach <> 'central' THEN local_term(o.bare, o.written_on) END AS term,
    count(DISTINCT d.holder || d.day) AS found, min(d.day) AS day, min(d.holder) AS found_holder
FROM open_mentions o
LEFT JOIN named_units n ON n.body = o.holder
LEFT JOIN dated d ON d.bare = o.bare
    AND (d.holder IN (o.holder, n.unit_id) OR (o.said = '' AND o.home = ''))
    AND (o.written_on IS NULL OR d.day <= o.written_on)
WHERE o.day IS NULL AND NOT o.yeared
GROUP BY ALL;

INSERT INTO directives BY NAME
SELECT id_of(bare, holder, coalesce(day::VARCHAR, 'year')) AS directive_id,
    number AS canonical_id, bare AS number_key, kind, issuer, holder AS issuer_key, issued_on,
    CASE WHEN issued_on IS NULL THEN NULL WHEN NOT party THEN year(issued_on)::VARCHAR
        WHEN reach = 'central'
            THEN (SELECT max_by(term, closed) FROM congresses WHERE closed < issued_on)
        ELSE local_term(bare, issued_on) END AS term,
    CASE WHEN document_id IS NULL THEN 'cited' ELSE 'archive' END AS source, document_id
FROM dated;

INSERT INTO directives BY NAME
SELECT id_of(bare, holder, '?' || coalesce(term, '')) AS directive_id,
    first(number ORDER BY length(number), number) AS canonical_id, bare AS number_key,
    first(kind ORDER BY kind) AS kind,
    first(issuer ORDER BY issuer IS NULL, length(issuer) DESC, issuer) AS issuer,
    holder AS issuer_key, term, 'cited' AS source
FROM undated WHERE found = 0 AND holder IS NOT NULL
GROUP BY bare, holder, term;

INSERT INTO citation_resolutions BY NAME
WITH chosen AS (
    FROM settled
    UNION ALL
    SELECT record_id, id_of(bare, holder, coalesce(day::VARCHAR, 'year')),
        CASE WHEN yeared THEN 'number' ELSE 'date' END
    FROM open_mentions WHERE holder IS NOT NULL AND (day IS NOT NULL OR yeared)
    UNION ALL
    SELECT record_id,
        CASE WHEN found = 1 THEN id_of(bare, found_holder, day::VARCHAR)
            WHEN found = 0 AND holder IS NOT NULL
            THEN id_of(bare, holder, '?' || coalesce(term, '')) END,
        CASE WHEN found = 1 THEN 'number' WHEN found > 1 THEN 'several_days'
            WHEN holder IS NULL THEN 'several_bodies' ELSE 'alone' END
    FROM undated
    UNION ALL
    SELECT record_id, NULL, 'several_bodies' FROM open_mentions
    WHERE holder IS NULL AND (day IS NOT NULL OR yeared)
)
SELECT m.record_id, m.document_id, c.directive_id, c.reason, b.central AS issuer_key
FROM mentions m
JOIN chosen c USING (record_id)
JOIN citations s USING (record_id)
LEFT JOIN bodies b ON b.name = s.issuer;
