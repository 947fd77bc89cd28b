"""The documents that an archive cites: which mentions of all its documents mean one document."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import duckdb

from pipeline.directives import CONGRESSES, Directive, bare_number, central_body, is_party
from pipeline.reference import Reference
from pipeline.resolve import unit_key
from pipeline.text import key

_STEPS = Path(__file__).with_suffix(".sql")

_NUMBERS = """
SELECT number FROM documents UNION SELECT canonical_id FROM citations
UNION SELECT resolved_id FROM citations ORDER BY 1
"""
_BODIES = """
SELECT issuer FROM documents UNION SELECT parent_unit FROM documents
UNION SELECT unit FROM documents
UNION SELECT issuer FROM citations UNION SELECT resolved_issuer FROM citations
UNION SELECT name FROM unit_aliases ORDER BY 1
"""
_KINDS_OF_TYPES = (
    ("plan", "plan"), ("conclusion_notice", "conclusion"), ("resolution", "resolution"),
    ("directive", "directive"), ("guideline", "guideline"), ("regulation", "regulation"),
    ("self_review_report", "report"), ("summary_report", "report"), ("political_report", "report"),
)  # fmt: skip
"""The kind under which a document of the archive is cited."""


def write(connection: duckdb.DuckDBPyConnection, words: Reference) -> None:
    """Fill `directives` and `citation_resolutions`."""
    _insert(connection, "directives", [_row(e) for e in words.directives.entries])
    _table(connection, "numbers", _NUMBER, (_number(n) for n in _distinct(connection, _NUMBERS)))
    _table(connection, "bodies", _BODY, (_body(b) for b in _distinct(connection, _BODIES)))
    _table(connection, "kinds_of_types", "doc_type VARCHAR, kind VARCHAR", _KINDS_OF_TYPES)
    _table(connection, "congresses", "closed DATE, term VARCHAR", _CONGRESSES)
    connection.execute(_STEPS.read_text(encoding="utf-8")).fetchall()
    for name in _LEFT_OVER:
        connection.execute(f"DROP TABLE {name}").fetchall()
    for name in ("id_of", "local_term", "first_year", "home_of"):
        connection.execute(f"DROP MACRO {name}").fetchall()


_CONGRESSES = tuple((date.fromisoformat(closed), term) for closed, term in CONGRESSES)
_LEFT_OVER = (
    "numbers", "bodies", "kinds_of_types", "congresses", "parents", "chain", "homes",
    "named_units", "named_one", "body_of", "told_apart", "mentions", "settled", "held",
    "open_mentions", "dated", "undated",
)  # fmt: skip
_NUMBER = "number VARCHAR, bare VARCHAR, reach VARCHAR, yeared BOOLEAN, party BOOLEAN"
_BODY = "name VARCHAR, unit_key VARCHAR, body VARCHAR, of_province BOOLEAN, central VARCHAR"


def _row(entry: Directive) -> tuple[object, ...]:
    return (
        entry.id, entry.number, bare_number(entry.number), entry.kind, entry.issuer,
        central_body(entry.issuer) or "", date.fromisoformat(entry.issued_on), entry.term,
        entry.subject, entry.plenum, "registry", None, entry.replaced_by,
    )  # fmt: skip


_CENTRAL = re.compile(
    r"tw$|-(?:cp|ttg|ctn|tandtc|vksndtc)$|qh\d+$|-b[a-zđ]{2,6}(?:-\w+)?$|/b[a-zđ]{2,5}-\w+$"
)
_REACH = (
    ("province", re.compile(r"/\w*tu$")),
    ("district", re.compile(r"/\w*(?:hu|qu|txu|thu|tpu|đuk)$")),
)


def _number(number: str) -> tuple[object, ...]:
    """A number, its bare form, how far it reaches, whether it bears its year and is the Party's.

    >>> _number("05-CT/TW")[1:], _number("12-QĐ/TU")[2], _number("03-NQ/ĐU")[2], _number("06")[2]
    (('05cttw', 'central', False, True), 'province', 'local', 'figures')
    >>> _number("90/2020/NĐ-CP")[1:], _number("145/QĐ-UBND")[2:]
    (('90/2020/nđcp', 'central', True, False), ('local', False, False))
    """
    low = key(number)
    party = is_party(number) or bool(re.match(r"\d+-", low))
    reach = next((name for name, ends in _REACH if ends.search(low)), "local")
    if _CENTRAL.search(low) and not re.search(r"ubnd|hđnd", low):
        reach = "central"
    if low.isdigit():
        reach = "figures"
    if low.startswith("nqđh/"):
        return number, low, "central", True, True
    yeared = re.match(r"\d+/(?:19|20)\d\d/", low) is not None
    return number, bare_number(number), reach, yeared, party


_GENERIC = re.compile(
    r"(?<!\w)(?:ban chấp hành|ban thường vụ|thường trực|thường vụ|bch|btv|đảng bộ|đảng ủy|cấp ủy"
    r"|chi bộ|chi ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|ủy ban nhân dân|ubnd"
    r"|hội đồng nhân dân|hđnd"
    r"|ủy ban kiểm tra|ubkt|ban tổ chức|ban tuyên giáo|ban dân vận|ban nội chính|văn phòng|khối"
    r"|chủ tịch|tỉnh|thành phố|huyện|quận|thị xã|thị trấn|xã|phường|trường|sở|cơ quan|bộ phận"
    r"|cấp trên|khóa [ivx\d]+|các cấp|của|và|các)(?!\w)"
)
_OF_PROVINCE = re.compile(r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+(?:tỉnh|thành phố)")


def _body(name: str) -> tuple[object, ...]:
    """A body, its unit, its key where it names its place, and as a central body.

    >>> _body("Ban Thường vụ Huyện ủy Đông Lâm")[1:4]
    ('đảng bộ huyện đông lâm', 'đảng bộ huyện đông lâm', False)
    >>> _body("Ban Thường vụ Huyện ủy")[1:4], _body("UBND tỉnh")[2:4]
    (('đảng bộ huyện', '', False), ('', True))
    """
    unit = re.sub(r"[,(\s]*khóa\s+[ivx\d]+\)?", "", unit_key(name)).strip()
    unit = re.sub(r"^(?:chủ tịch )?(?:ủy ban nhân dân|ubnd)\b", "ubnd", unit)
    named = re.search(r"\w", _GENERIC.sub(" ", unit)) is not None
    of_province = not named and _OF_PROVINCE.search(key(name)) is not None
    return name, unit, unit if named else "", of_province, central_body(name)


def _distinct(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    return [name for (name,) in connection.execute(sql).fetchall() if name]


def _table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Iterable[Sequence[object]]
) -> None:
    connection.execute(f"CREATE TEMP TABLE {name} ({columns})").fetchall()
    _insert(connection, name, list(rows))


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]
) -> None:
    """Put rows into a table in one step, with the table's own types."""
    import pyarrow as pa

    schema = connection.sql(f"SELECT * FROM {table} LIMIT 0").to_arrow_table().schema
    values = list(zip(*rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(v, f.type) for v, f in zip(values, schema, strict=True)]
    connection.register("found", pa.Table.from_arrays(arrays, schema=schema))
    connection.execute(f"INSERT INTO {table} SELECT * FROM found").fetchall()
    connection.unregister("found")
