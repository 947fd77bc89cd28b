"""A database of many documents and records, made by SQL alone: what the dashboard is measured on.

Nothing is read: words are drawn from a list, so that a few are in every document and most in few.
What the stages over the whole archive would find of units, terms, citations, groups and doubts is
made too; the index of the search and the summaries are filled by their own stages.
"""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from pipeline import reference, store, summaries
from pipeline.search import index

RECORDS = 50
"""Records of a document."""

_SENTENCES = 20
_WORDS = """kiểm tra giám sát kỷ luật đảng viên chi bộ sinh hoạt chuyên đề thường xuyên chưa
nghiêm túc chậm khắc phục hạn chế khuyết điểm nhiệm kỳ cấp ủy lãnh đạo chỉ công tác tổ chức cán
nghị quyết thực hiện kết quả báo cáo đánh giá tự phê bình nêu gương trách người đứng đầu"""
_ONSETS = "b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x"
_RIMES = "a an ang anh ao ay e en eo ê i iên in o oan ôi ông ơ u ung ươn ương y"

_MADE = f"""
CREATE TEMP TABLE made AS
SELECT i::INTEGER AS d, 'd' || printf('%08d', i) AS document_id, i % $units AS u,
    (i // $units) % 5 AS t, i // ($units * 5) AS n,
    (2000 + 5 * ((i // $units) % 5)) || '-' || (2005 + 5 * ((i // $units) % 5)) AS term
FROM range($documents) x(i);

CREATE TEMP TABLE said AS
SELECT d, s::INTEGER AS s, words, array_to_string(words, ' ') || '.' AS quote,
    (sum(len(quote) + 1) OVER (PARTITION BY d ORDER BY s) - len(quote) - 1)::INTEGER AS span_start
FROM (SELECT d, s, list_transform(range((8 + hash(d, s) % 8)::BIGINT),
        lambda k: getvariable('vocabulary')[
            1 + floor(len(getvariable('vocabulary'))
                * pow((hash(d, s, k) % 1000003) / 1000003, 3))::INTEGER]) AS words
      FROM made, range({_SENTENCES}) y(s));

INSERT INTO documents BY NAME
SELECT document_id, 'nam-' || t || '/don-vi-' || u || '/bao-cao-' || d || '.txt' AS path,
    'bao-cao-' || d || '.txt' AS name, []::VARCHAR[] AS aliases, 'txt' AS format,
    'plain' AS reader, document_id AS hash, 4000 AS bytes, 1500 AS chars, 'ok' AS status,
    CASE WHEN n = 0 THEN 'self_review_report' ELSE 'conclusion' END AS doc_type,
    make_date((2001 + 5 * t + n % 4)::INTEGER, 12, 1) AS issued_on, 'Đảng ủy xã' AS issuer,
    'Đảng bộ xã số ' || u AS unit, term, 'run' AS run, 'v' AS extractor_version
FROM made;

INSERT INTO texts SELECT document_id, string_agg(quote, chr(10) ORDER BY s)
FROM said JOIN made USING (d) GROUP BY ALL;

INSERT INTO blocks BY NAME
SELECT document_id, s AS block, 'paragraph' AS kind, span_start,
    span_start + len(quote) AS span_end FROM said JOIN made USING (d);

INSERT INTO sentences BY NAME
SELECT document_id, s AS sentence, span_start, span_start + len(quote) AS span_end, words
FROM said JOIN made USING (d);

INSERT INTO issues BY NAME
SELECT document_id, 'low_text_quality' AS code, 'warning' AS severity, '' AS message
FROM made WHERE d % 50 = 0;

INSERT INTO unit_registry BY NAME
SELECT 'u' || i AS unit_id, 'Đảng bộ xã số ' || i AS name, 'commune' AS level,
    'u' || i AS family_id, 50 AS documents FROM range($units) x(i);
INSERT INTO unit_aliases SELECT name, unit_id, 50, 50 FROM unit_registry;
INSERT INTO document_units BY NAME SELECT document_id, 'u' || u AS unit_id FROM made;
INSERT INTO document_terms BY NAME SELECT document_id, term AS stated_term, term FROM made;
"""

_TABLES = {
    "counts": (0, 12, """['party_member', 'cell', 'admitted'][1 + n % 3] AS subject,
        ['total', 'female', 'young', 'retired'][1 + n % 4] AS attribute, 10 + h % 300 AS value"""),
    "indicators": (12, 20, """'Tỷ lệ ' || quote[:20] AS name,
        ['met', 'missed', 'exceeded', 'unknown'][1 + h % 4] AS status, 80 AS value,
        90 AS target, '%' AS unit"""),
    "indicator_summaries": (20, 21, """'all' AS "group", 20 AS total, 3 AS exceeded, 15 AS met,
        2 AS missed"""),
    "shortcomings": (21, 28, """'shortcoming' AS kind,
        [getvariable('themes')[1 + h % 12]] AS themes"""),
    "causes": (28, 32, "['subjective', 'objective'][1 + h % 2] AS kind"),
    "remedies": (32, 39, "'remedy' AS kind, [getvariable('themes')[1 + h % 12]] AS themes"),
    "citations": (39, 45, """'directive' AS kind, (h % 5000) || '-CT/TU' AS canonical_id,
        'Tỉnh ủy' AS issuer, make_date(2010, 1, 1) AS issued_on"""),
    "oversight_figures": (45, 49, """h % 40 AS value, 'party_member' AS subject,
        ['inspection', 'supervision', 'discipline', 'complaint'][1 + n % 4] AS category,
        CASE WHEN n % 4 = 2 THEN ['reprimand', 'warning', 'expulsion'][1 + h % 3]
            END AS measure"""),
    "ratings": (49, 50, "'cell' AS subject, 'good' AS grade, h % 30 AS value"),
}  # fmt: skip
"""Table -> the numbers of its records in a document, and what they tell."""

_ACROSS = """
INSERT INTO directives BY NAME
SELECT 'g' || i AS directive_id, i || '-CT/TU' AS canonical_id, i || '-ct/tu' AS number_key,
    'directive' AS kind, 'Tỉnh ủy' AS issuer, 'tinh uy' AS issuer_key,
    make_date(2010, 1, 1) AS issued_on, CASE WHEN i % 10 = 0 THEN 'registry' ELSE 'cited' END
        AS source, CASE WHEN i % 50 = 0 THEN 'g' || (i + 1) END AS replaced_by
FROM range(5500) x(i);

INSERT INTO citation_resolutions BY NAME
SELECT record_id, document_id, CASE WHEN hash(record_id) % 5 > 0
    THEN 'g' || split_part(canonical_id, '-', 1) END AS directive_id, 'number' AS reason,
    'tinh uy' AS issuer_key FROM citations;

INSERT INTO recurrence_members BY NAME
SELECT record_id, 'r' || (hash(record_id) % $groups) AS group_id, s.document_id, d.unit_id,
    d.family_id AS family, d.unit_label AS unit, d.term_label AS term, d.issued_on AS said_on,
    0.8 AS likeness, 'model' AS placed_by
FROM shortcomings s JOIN document_list d USING (document_id);

INSERT INTO recurrence_records SELECT record_id, record_id FROM shortcomings;

INSERT INTO recurrence_links BY NAME
SELECT group_id, record_id, record_id AS other_record_id, 'label' AS relation, 0.8 AS likeness,
    0.7 AS by_words, ['kiểm', 'tra'] AS words, 'both' AS why FROM recurrence_members;

INSERT INTO recurrence_remedies BY NAME
SELECT 'r' || (hash(record_id) % $groups) AS group_id, record_id, r.document_id,
    d.family_id AS family, d.unit_label AS unit, d.term_label AS term, d.issued_on AS said_on,
    0.8 AS likeness, hash(record_id) % 3 = 0 AS came_back
FROM remedies r JOIN document_list d USING (document_id) WHERE hash(record_id, 1) % 4 = 0;

INSERT INTO recurrence_groups BY NAME
SELECT m.group_id, min(record_id) AS label_record_id, any_value(s.quote) AS label,
    any_value(s.themes[1]) AS theme, min(term) AS first_term, max(term) AS last_term,
    count(DISTINCT term) AS terms, count(DISTINCT family) AS units,
    count(DISTINCT m.document_id) AS documents, count(*) AS members, count(*) AS wordings,
    0.8 AS strength, 5 AS remedies, 2 AS came_back, false AS watched
FROM recurrence_members m JOIN shortcomings s USING (record_id) GROUP BY m.group_id;

INSERT INTO check_families
SELECT f, 'Phép kiểm ' || f, 'Quy tắc', 'Rule' FROM range(12) x(f);

INSERT INTO checks BY NAME
SELECT 'k' || record_id AS check_id, (hash(record_id) % 12)::VARCHAR AS family,
    ['certain', 'likely', 'doubtful'][1 + (hash(record_id) % 3)::BIGINT] AS certainty, document_id,
    record_id, span_start, span_end, quote, document_id AS other_document_id,
    span_start AS other_start, span_end AS other_end, quote AS other_quote,
    '3 + 4 = 8' AS arithmetic, 'Tổng khác các phần.' AS explanation
FROM counts WHERE hash(record_id, 2) % 12 = 0;

INSERT INTO runs BY NAME
SELECT 'run' AS run, now()::TIMESTAMP AS started, now()::TIMESTAMP AS finished, 'kho' AS archive,
    $documents AS read, 0 AS unchanged, 0 AS failed, 0 AS removed, 'v' AS extractor_version;
"""


def fill(file: Path, documents: int) -> None:
    """A database of so many documents, each with `RECORDS` records, for a unit and term each."""
    words = reference.load()
    with duckdb.connect(str(file)) as db:
        store.Version(db)
        db.execute("SET preserve_insertion_order = false").fetchall()
        db.execute("SET VARIABLE vocabulary = ?", [list(vocabulary())]).fetchall()
        themes = list(words.data["labels"]["themes"])[:12]
        db.execute("SET VARIABLE themes = ?", [themes]).fetchall()
        units = max(documents // 50, 1)
        given = {"units": units, "documents": documents, "groups": max(documents // 5, 1)}
        _run(db, _MADE, given)
        for table, (first, last, own) in _TABLES.items():
            db.execute(_records(table, first, last, own)).fetchall()
        _run(db, _ACROSS, given)
        index.write(db, words)
        summaries.write(db, words)
        db.execute("CHECKPOINT").fetchall()


def vocabulary() -> Iterator[str]:
    """Words, those first that stand in most sentences."""
    yield from dict.fromkeys(_WORDS.split())
    yield from (onset + rime for onset in _ONSETS.split() for rime in _RIMES.split())


def _records(table: str, first: int, last: int, own: str) -> str:
    """The statement that fills a table of records: each record is one of the sentences."""
    return f"""INSERT INTO {table} BY NAME
        SELECT document_id || '.' || n AS record_id, document_id, span_start,
            span_start + len(quote) AS span_end, []::VARCHAR[] AS section, quote,
            translate(strip_accents(quote), 'đ', 'd') AS folded, 'made' AS rule,
            0.9 AS confidence, 100 AS cases, false AS doubtful, {own}
        FROM (SELECT m.document_id, x.n, (hash(m.d, x.n) >> 1)::BIGINT AS h, said.quote,
                said.span_start FROM made m, range({first}, {last}) x(n)
              JOIN said ON said.d = m.d AND said.s = x.n % {_SENTENCES} ORDER BY m.d, x.n)"""


def _run(db: duckdb.DuckDBPyConnection, statements: str, given: dict[str, int]) -> None:
    for statement in statements.split(";\n"):
        if statement.strip():
            values = {n: v for n, v in given.items() if f"${n}" in statement}
            db.execute(statement, values).fetchall()
