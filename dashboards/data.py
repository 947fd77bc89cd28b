"""SQL -> DataFrame: every figure of the dashboard and the records behind it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
import pandas as pd

from pipeline.dictionary import relations

Connection: TypeAlias = duckdb.DuckDBPyConnection
Rows: TypeAlias = list[dict[str, Any]]

CONTEXT_CHARS = 120

UNKNOWN = "chưa rõ"
"""How the views name a unit or term that the text does not say."""


_KEYS = 1000
"""Values up to which they are looked up by the key of their table; for more, all rows are read."""

Place: TypeAlias = tuple[str, int, int]
"""A document, and where words of it begin and end."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What a figure on the screen counts: the rows of `records` that agree in every field given.

    `type`, `code`, `detail`: as in the view `records`; `theme`: the main theme.
    """

    type: str | None = None
    unit: str | None = None
    term: str | None = None
    code: str | None = None
    detail: str | None = None
    theme: str | None = None
    document_id: str | None = None
    record_ids: tuple[str, ...] | None = None


def narrowed(figure: Figure, **fields_given: Any) -> Figure:
    """The figure with more fields given."""
    return replace(figure, **fields_given)


_COLUMNS = {
    "type": "r.type",
    "unit": "d.unit_label",
    "term": "d.term_label",
    "code": "r.code",
    "detail": "r.detail",
    "theme": "r.themes[1]",
    "document_id": "r.document_id",
    "record_ids": "r.record_id",
}

_TALLIES = {
    "themes": ("theme", "shortcomings", "unit_term_shortcomings"),
    "remedies": ("theme", "remedies", "unit_term_remedies"),
    "causes": ("kind", "causes", "unit_term_causes"),
    "statuses": ("status", "indicators", "unit_term_indicators"),
    "categories": ("category", "mentions", "unit_term_oversight_mentions"),
    "measures": (
        "detail",
        "mentions",
        "(FROM unit_term_oversight_mentions WHERE category = 'discipline')",
    ),
}
"""A breakdown -> its column, the number summed up, and the view that defines it."""


def connect(version: Path) -> Connection:
    """A connection that can only read this version and reach nothing else."""
    config = {"enable_external_access": "false", "autoinstall_known_extensions": "false"}
    return duckdb.connect(str(version), read_only=True, config=config)


def is_current(db: Connection) -> bool:
    """Whether the database has all that the dictionary of this version of the program names."""
    sql = "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal"
    there = set(db.cursor().execute(sql).fetchall())
    return all((r.name, c) in there for r in relations() for c in r.columns)


def overview(db: Connection) -> dict[str, int]:
    """The totals of the archive, by the names of the view `overview`."""
    return {str(name): int(value) for name, value in rows(_frame(db, "FROM overview"))[0].items()}


def units(db: Connection) -> list[str]:
    """The units that reports are about, those with most documents first, the unknown last."""
    sql = """SELECT unit_label FROM counted_documents GROUP BY 1
        ORDER BY unit_label = ?, count(*) DESC, 1"""
    return _column(db, sql, [UNKNOWN])


def terms(db: Connection) -> list[str]:
    """The terms, oldest first, the unknown last."""
    sql = "SELECT DISTINCT term_label FROM counted_documents ORDER BY term_label = ?, term_label"
    return _column(db, sql, [UNKNOWN])


def terms_of(db: Connection, unit: str) -> list[str]:
    """The terms in which a unit has a document that counts."""
    sql = "SELECT DISTINCT term_label FROM counted_documents WHERE unit_label = ? ORDER BY 1"
    return _column(db, sql, [unit])


def term_totals(db: Connection) -> pd.DataFrame:
    """A row a term over all units: the figures of the view `term_totals`."""
    return _frame(db, "FROM term_totals ORDER BY term = ?, term", [UNKNOWN])


def gaps(db: Connection) -> dict[str, list[str]]:
    """Term -> the units with documents of other terms but none of this one."""
    sql = "SELECT term, list(unit ORDER BY unit) FROM unit_term_gaps GROUP BY 1 ORDER BY 1"
    return dict(db.cursor().execute(sql).fetchall())


def gaps_of(db: Connection, unit: str) -> list[str]:
    """The terms of which a unit has no document and could have one."""
    return _column(db, "SELECT term FROM unit_term_gaps WHERE unit = ? ORDER BY 1", [unit])


def side(db: Connection, unit: str | None, term: str | None) -> dict[str, int] | None:
    """The figures of a unit, a term or both over the view `unit_terms`; None without a document."""
    where, values = _agreeing({"unit": unit, "term": term})
    sums = ", ".join(
        f"sum({name})::BIGINT AS {name}"
        for name in ("documents", "shortcomings", "causes", "remedies", "indicators", "missed")
    )
    sql = f"""SELECT {sums}, sum(citations)::BIGINT AS citations,
        sum(discipline)::BIGINT AS discipline FROM unit_terms WHERE {where}"""
    found = rows(_frame(db, sql, values))[0]
    return found if found["documents"] else None


def members(db: Connection, unit: str, term: str) -> dict[str, Any] | None:
    """The members of a unit in a term with the record that states them; None where unsaid."""
    sql = "FROM unit_term_members WHERE unit = ? AND term = ?"
    found = rows(_frame(db, sql, [unit, term]))
    return found[0] if found else None


def tally(
    db: Connection, breakdown: str, unit: str | None = None, term: str | None = None
) -> dict[str, int]:
    """Code -> number of records of a unit, a term or both; a key of `_TALLIES` names the view."""
    column, number, view = _TALLIES[breakdown]
    where, values = _agreeing({"unit": unit, "term": term})
    sql = f"SELECT {column}, sum({number})::BIGINT FROM {view} WHERE {where} GROUP BY 1 ORDER BY 1"
    return dict(db.cursor().execute(sql, values).fetchall())


def stated(
    db: Connection, unit: str, term: str | None = None
) -> dict[tuple[str, str, str | None], tuple[int, tuple[str, ...]]]:
    """(category, subject, measure) -> the figure of the view `unit_term_oversight`, its records.

    Never over several units: the figures of a district hold those of its communes.
    """
    where, values = _agreeing({"unit": unit, "term": term})
    sql = f"""SELECT category, subject, measure, sum(value)::BIGINT, flatten(list(record_ids))
        FROM unit_term_oversight WHERE {where} GROUP BY ALL ORDER BY ALL"""
    found = db.cursor().execute(sql, values).fetchall()
    return {(c, s, m): (value, tuple(sorted(ids))) for c, s, m, value, ids in found}


def documents(
    db: Connection, unit: str | None = None, term: str | None = None,
    limit: int | None = None, skipped: int = 0,
) -> pd.DataFrame:  # fmt: skip
    """The documents, read or not, with the number of records of each; by path."""
    where, values = _agreeing({"unit_label": unit, "term_label": term})
    sql = f"""WITH d AS (FROM document_list WHERE {where} ORDER BY path {_cut(limit, skipped)})
        SELECT d.*, coalesce(r.records, 0) AS records FROM d
        LEFT JOIN (SELECT document_id, sum(records)::BIGINT AS records FROM document_records
            WHERE document_id IN (SELECT document_id FROM d) GROUP BY 1) r
        USING (document_id) ORDER BY path"""
    return _frame(db, sql, values)


def document_count(db: Connection, unit: str | None = None, term: str | None = None) -> int:
    """How many documents there are, read or not."""
    where, values = _agreeing({"unit_label": unit, "term_label": term})
    return int(_column(db, f"SELECT count(*) FROM document_list WHERE {where}", values)[0])


def paths(
    db: Connection, unit: str | None, term: str | None, most: int, named: str | None
) -> dict[str, str]:
    """Document -> path of the first ones by path, and of the one named wherever it stands."""
    where, values = _agreeing({"unit_label": unit, "term_label": term})
    sql = f"""SELECT document_id, path FROM document_list WHERE {where} OR document_id = ?
        ORDER BY document_id IS DISTINCT FROM ?, path LIMIT {int(most)}"""
    found = db.cursor().execute(sql, [*values, named, named]).fetchall()
    return dict(sorted(found, key=lambda row: str(row[1])))


def hashes(db: Connection, wanted: Collection[str]) -> set[str]:
    """Those of the hashes that a document of the database has."""
    sql = "SELECT hash FROM documents WHERE list_contains(?, hash)"
    return set(_column(db, sql, [list(wanted)]))


def issues(db: Connection, limit: int, skipped: int = 0) -> tuple[Rows, int]:
    """What a person should look at, documents that could not be read first; how much there is."""
    sql = f"""SELECT d.path, i.severity, i.code, i.document_id, count(*) OVER () AS total
        FROM issues i JOIN documents d USING (document_id) WHERE i.severity <> 'info'
        ORDER BY i.severity <> 'error', d.path, i.span_start {_cut(limit, skipped)}"""
    return counted(asked(db, sql, {}))


def runs(db: Connection) -> pd.DataFrame:
    """The runs, the last first."""
    return _frame(db, "FROM runs ORDER BY started DESC")


def count(db: Connection, figure: Figure) -> int:
    """How many records a figure counts."""
    where, values = _wanted(figure, "d", "r")
    sql = f"""SELECT count(*) FROM records r JOIN {_table(figure)} d USING (document_id)
        WHERE {where}"""
    return int(_column(db, sql, values)[0])


def records(
    db: Connection, figure: Figure, limit: int | None = None, skipped: int = 0
) -> pd.DataFrame:
    """The records behind a figure with their document, in the order of documents and text."""
    (documents, of_documents), (wanted, of_records) = _wanted(figure, "d"), _wanted(figure, "r")
    # Where they stand is found first: sorting their words along would cost ten times as much.
    sql = f"""WITH placed AS (SELECT *, row_number() OVER (ORDER BY unit_label = '{UNKNOWN}',
                unit_label, term_label, path, document_id) AS place
            FROM {_table(figure)} d WHERE {documents}),
        chosen AS MATERIALIZED (SELECT p.place, r.record_id
            FROM records r JOIN placed p USING (document_id) WHERE {wanted}
            ORDER BY place, r.span_start, r.record_id {_cut(limit, skipped)})
        SELECT r.*, d.unit_label AS unit, d.term_label AS term, d.path, d.name, d.doc_type,
            d.period, d.issued_on
        FROM records r JOIN chosen c USING (record_id) JOIN {_table(figure)} d
            ON d.document_id = r.document_id
        ORDER BY c.place, r.span_start, r.record_id"""
    return _frame(db, sql, of_documents + of_records)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as the reader shows it."""

    info: dict[str, Any]
    text: str
    blocks: pd.DataFrame
    cells: pd.DataFrame
    pages: pd.DataFrame
    sections: pd.DataFrame
    records: pd.DataFrame
    evidence: pd.DataFrame
    issues: pd.DataFrame


def reading(db: Connection, document_id: str) -> Reading:
    """The document with its text, structure and records; KeyError where there is none."""
    found = _frame(db, "FROM document_list WHERE document_id = ?", [document_id])
    if found.empty:
        raise KeyError(document_id)
    text = _column(db, "SELECT text FROM texts WHERE document_id = ?", [document_id])

    def rows_of(table: str, order: str = "span_start") -> pd.DataFrame:
        return _frame(db, f"FROM {table} WHERE document_id = ? ORDER BY {order}", [document_id])

    return Reading(
        info=rows(found)[0],
        text=text[0] if text else "",
        blocks=rows_of("blocks"),
        cells=rows_of("cells"),
        pages=rows_of("pages"),
        sections=rows_of("sections", "section"),
        records=rows_of("records", "span_start, span_end DESC, record_id"),
        evidence=rows_of("evidence"),
        issues=rows_of("issues"),
    )


def asked(db: Connection, sql: str, values: Mapping[str, Any]) -> Rows:
    """The rows of a query, given those of the values that it names."""
    given = {name: value for name, value in values.items() if f"${name}" in sql}
    return rows(db.cursor().execute(sql, given).df())


def counted(found: Rows) -> tuple[Rows, int]:
    """The rows of a sheet, and how many there are on all, as their column `total` says."""
    return found, int(found[0]["total"]) if found else 0


def rows(frame: pd.DataFrame) -> Rows:
    """The rows as plain values, None where the database has NULL."""
    plain = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return [{str(k): v for k, v in row.items()} for row in plain]


def around(db: Connection, places: Collection[Place]) -> dict[Place, tuple[str, str]]:
    """Place -> the words before and after it, at most `CONTEXT_CHARS` each, of its block; in a
    table of its row."""
    if not places:
        return {}
    sql = """WITH asked AS (
            SELECT unnest($ids) AS document_id, unnest($starts)::INTEGER AS a,
                unnest($ends)::INTEGER AS z
        ), near AS MATERIALIZED (
            FROM blocks WHERE document_id IN (SELECT unnest($ids))
        ), said AS MATERIALIZED (
            FROM texts WHERE document_id IN (SELECT unnest($ids))
        ), there AS (
            SELECT asked.*, b.block, b.span_start AS first, b.span_end AS last
            FROM asked JOIN near b USING (document_id)
            WHERE a >= b.span_start AND a < b.span_end
        ), rows AS (
            SELECT t.document_id, a, z, min(c.span_start) AS first, max(c.span_end) AS last
            FROM there t JOIN cells o USING (document_id, block)
            JOIN cells c USING (document_id, block)
            WHERE a >= o.span_start AND a < o.span_end AND c.row = o.row GROUP BY ALL
        ), bounds AS (
            SELECT document_id, a, z, coalesce(r.first, t.first) AS first,
                coalesce(r.last, t.last) AS last
            FROM there t LEFT JOIN rows r USING (document_id, a, z)
        )
        SELECT document_id, a, z,
            substring(text, greatest(first, a - $n) + 1, a - greatest(first, a - $n)),
            substring(text, z + 1, greatest(least(last - z, $n), 0))
        FROM bounds JOIN said USING (document_id)"""
    ids, starts, ends = (list(part) for part in zip(*places, strict=True))
    wanted = {"n": CONTEXT_CHARS, "ids": ids, "starts": starts, "ends": ends}
    found = db.cursor().execute(sql, wanted).fetchall()
    return {(d, a, z): (before, after) for d, a, z, before, after in found}


def _table(figure: Figure) -> str:
    """The documents that a figure counts: only one of a document or of records reaches those that
    a later version superseded."""
    return "document_list" if figure.document_id or figure.record_ids else "counted_documents"


def _wanted(figure: Figure, *of: str) -> tuple[str, list[Any]]:
    """The condition of a figure for its documents (`d`) or records (`r`), or for both."""
    given = {_COLUMNS[f.name]: getattr(figure, f.name) for f in fields(figure)}
    return _agreeing({column: value for column, value in given.items() if column[0] in of})


def _cut(limit: int | None, skipped: int) -> str:
    return "" if limit is None else f"LIMIT {int(limit)} OFFSET {int(skipped)}"


def _agreeing(wanted: Mapping[str, str | tuple[str, ...] | None]) -> tuple[str, list[Any]]:
    """A condition that each column holds its value, or one of them; None leaves it free."""
    given = {column: value for column, value in wanted.items() if value is not None}
    tests, values = ["true"], list[Any]()
    for column, value in given.items():
        if isinstance(value, str):
            tests.append(f"{column} = ?")
            values.append(value)
        elif 0 < len(value) <= _KEYS:
            tests.append(f"{column} IN ({', '.join('?' * len(value))})")
            values += value
        else:
            tests.append(f"{column} IN (SELECT unnest(?::VARCHAR[]))")
            values.append(list(value))
    return " AND ".join(tests), values


def _frame(db: Connection, sql: str, values: Sequence[Any] = ()) -> pd.DataFrame:
    return db.cursor().execute(sql, list(values)).df()


def _column(db: Connection, sql: str, values: Sequence[Any] = ()) -> list[Any]:
    return [row[0] for row in db.cursor().execute(sql, list(values)).fetchall()]
