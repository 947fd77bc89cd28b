"""What a statement may be: one SELECT over our own tables, with functions that only compute."""

import json
import re
from collections.abc import Collection, Iterator
from typing import Any

import duckdb

LONGEST = 20_000
"""Characters of a statement."""

_TABLE_FUNCTIONS = frozenset({"range", "generate_series", "unnest"})
_FORBIDDEN = re.compile(
    r"(?:duckdb_|pragma_|pg_|sqlite_|read_|write_|icu_calendar|query$|query_table$|glob$|sniff_"
    r"|parquet_|json_execute|getenv$|getvariable$|which_secret|current_|session_user$|user$"
    r"|in_search_path$|has_|nextval$|currval$|set_|enable_|disable_|force_|from_substrait|sql_auto)"
)
"""Functions and names that tell of the machine or run what a string says."""

_HARMLESS = frozenset(
    {"current_date", "current_time", "current_timestamp", "current_localtimestamp"}
)


class Refused(Exception):
    """A statement that is not run: `code` says why, `detail` what in it."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


def check(db: duckdb.DuckDBPyConnection, sql: str, tables: Collection[str]) -> None:
    """Raise `Refused` unless the statement is one that may be run."""
    if len(sql) > LONGEST:
        raise Refused("too_long", str(LONGEST))
    statements = _statements(db, sql)
    if len(statements) != 1:
        raise Refused("not_one", str(len(statements)))
    if statements[0].type != duckdb.StatementType.SELECT:
        raise Refused("not_select", statements[0].type.name)
    tree = _tree(db, sql)
    system = {name for (name,) in db.execute(_SYSTEM).fetchall()}
    own = {str(t).lower() for t in tables}
    named = {name.lower() for name in _named(tree)} - system
    for node in _nodes(tree):
        _check_node(node, own, named)


_SYSTEM = "SELECT view_name FROM duckdb_views() WHERE internal"


def _statements(db: duckdb.DuckDBPyConnection, sql: str) -> list[Any]:
    try:
        return list(db.extract_statements(sql))
    except duckdb.Error as error:
        raise Refused("wrong", first_line(error)) from error


def _tree(db: duckdb.DuckDBPyConnection, sql: str) -> Any:
    ((told,),) = db.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchall()
    tree = json.loads(told)
    if tree["error"]:
        raise Refused("not_select", str(tree.get("error_message", "")))
    return tree


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every node of a statement, the outer before the inner."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _named(tree: Any) -> Iterator[str]:
    """The names that the statement itself gives to parts of it (WITH)."""
    for node in _nodes(tree):
        entries = node.get("cte_map")
        if isinstance(entries, dict):
            yield from (str(entry["key"]) for entry in entries.get("map", []))
        if node.get("type") in ("CTE_NODE", "RECURSIVE_CTE_NODE"):
            yield str(node["cte_name"])


def _check_node(node: dict[str, Any], own: Collection[str], named: Collection[str]) -> None:
    kind = node.get("type")
    if kind == "BASE_TABLE":
        _check_table(node, own, named)
    elif kind == "SHOW_REF":
        raise Refused("show")
    elif kind == "TABLE_FUNCTION":
        name = str(node["function"].get("function_name", "")).lower()
        if name not in _TABLE_FUNCTIONS:
            raise Refused("function", name)
    elif kind == "COLUMN_REF":
        _check_name(str(node["column_names"][-1]))
    if "function_name" in node:
        _check_name(str(node["function_name"]))


def _check_table(node: dict[str, Any], own: Collection[str], named: Collection[str]) -> None:
    name, schema = str(node["table_name"]).lower(), str(node.get("schema_name") or "").lower()
    if node.get("catalog_name") or schema not in ("", "main"):
        raise Refused("table", f"{schema}.{name}")
    if name not in own and (schema or name not in named):
        raise Refused("table", name)


def _check_name(name: str) -> None:
    low = name.lower()
    if _FORBIDDEN.match(low) and low not in _HARMLESS:
        raise Refused("function", low)


def first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
