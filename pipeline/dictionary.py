"""What every table and column of the database means, in English and Vietnamese.

The YAML files of `pipeline/schema` are the one source: of the comments in the database and of
docs/DATA.md (`python -m pipeline.dictionary > docs/DATA.md`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pipeline import schema


@dataclass(frozen=True, slots=True)
class Meaning:
    """The meaning of one thing, in both languages."""

    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A table or view and its columns."""

    name: str
    kind: str
    """`table` or `view`."""
    meaning: Meaning
    columns: Mapping[str, Meaning]


@cache
def relations(*parts: str) -> tuple[Relation, ...]:
    """Every table, then every view, of the parts named or of all, in the order of their files."""
    import yaml

    told = [
        yaml.load(schema.meanings(part), yaml.SafeLoader)
        for part in parts or (*schema.OF_DOCUMENTS, *schema.ACROSS)
    ]
    return tuple(
        _relation(name, kind, entry)
        for kind, group in (("table", "tables"), ("view", "views"))
        for raw in told
        for name, entry in raw.get(group, {}).items()
    )


def comments() -> Iterator[str]:
    """The statements that put the meanings into the database."""
    for relation in relations():
        yield from comments_of(relation, relation.kind)


def comments_of(relation: Relation, kind: str) -> Iterator[str]:
    """Those of one relation, which stands in the database as a table or as a view."""
    yield f"COMMENT ON {kind} {relation.name} IS {_literal(relation.meaning)}"
    for column, meaning in relation.columns.items():
        yield f'COMMENT ON COLUMN {relation.name}."{column}" IS {_literal(meaning)}'


def markdown() -> str:
    """docs/DATA.md."""
    parts = [_HEAD, *(_section(r) for r in relations())]
    return "\n".join(parts)


def _relation(name: str, kind: str, entry: Mapping[str, Any]) -> Relation:
    columns = {c: Meaning(m["en"], m["vi"]) for c, m in entry["columns"].items()}
    return Relation(name, kind, Meaning(entry["en"], entry["vi"]), columns)


def _literal(meaning: Meaning) -> str:
    return "'" + f"{meaning.vi} / {meaning.en}".replace("'", "''") + "'"


_HEAD = """# The data / Dữ liệu

Made from `pipeline/schema/*.yaml` by `python -m pipeline.dictionary > docs/DATA.md`; do not edit.

The database is one DuckDB file. It opens with `duckdb.connect(path, read_only=True)`, and the same
descriptions stand in it as comments (`FROM duckdb_columns()`). Offsets (`span_start`, `span_end`)
are half-open and count characters of `texts.text`.
"""


def _section(relation: Relation) -> str:
    kind = {"table": "table / bảng", "view": "view / khung nhìn"}[relation.kind]
    lines = [f"## {relation.name}", "", f"*{kind}.* {relation.meaning.en} / {relation.meaning.vi}"]
    lines += ["", "| column | meaning | ý nghĩa |", "| --- | --- | --- |"]
    lines += [f"| `{c}` | {m.en} | {m.vi} |" for c, m in relation.columns.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(markdown(), end="")
