"""What a person settled of units: `<db>.units.yaml` beside the database.

names:       # two names of one unit
  - {name: ĐB Trường CĐYT, is: Đảng bộ Trường Cao đẳng Y tế}
documents:   # which unit a document is about, by a name of `unit_registry`
  - {document: 2016/bao-cao.docx, unit: "Chi bộ Trường Tân Lập (Đảng bộ xã Tân Lập)"}
lineage:     # what no text tells
  - {kind: merged, from: [Đảng bộ xã An, Đảng bộ xã Bình], to: [Đảng bộ xã An Bình], day: 2020}
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from pipeline.errors import UsageError
from pipeline.text import nfc

KINDS = ("renamed", "merged", "split", "moved", "dissolved")
_FIELDS = {
    "names": ("name", "is"),
    "documents": ("document", "unit"),
    "lineage": ("kind", "from", "to", "day"),
}
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_VERSION = re.compile(r"\.\d{8}T\d{12}\.duckdb$")


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of lineage that a person told."""

    kind: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    day: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """The decisions of a person."""

    names: Mapping[str, str]
    documents: Mapping[str, str]
    """By path or id of a document, the unit it is about."""
    lineage: tuple[Told, ...]


NOTHING = Settled({}, {}, ())


def path_for(db: Path) -> Path:
    """Where the decisions for a database stand."""
    return db.with_name(f"{db.name}.units.yaml")


def of_connection(connection: duckdb.DuckDBPyConnection) -> Settled:
    """The decisions for the database that a connection is building; none in memory."""
    sql = "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    found = connection.execute(sql).fetchone()
    if not found or not found[0]:
        return NOTHING
    return read(path_for(Path(_VERSION.sub("", str(found[0])))))


def read(path: Path) -> Settled:
    """The decisions of a file; UsageError says in plain words what is wrong there."""
    import yaml

    if not path.exists():
        return NOTHING
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        raise UsageError(f"{path.name}{line}: is not valid YAML; mend it and run again.") from error
    if not isinstance(told, dict) or set(told) - set(_FIELDS):
        raise _wrong(path, "holds `names`, `documents` and `lineage` and nothing else")
    return Settled(
        {e["name"]: e["is"] for e in _entries(path, told, "names")},
        {e["document"]: e["unit"] for e in _entries(path, told, "documents")},
        tuple(_told(path, e) for e in _entries(path, told, "lineage")),
    )


def _entries(path: Path, told: Mapping[str, Any], group: str) -> Iterator[dict[str, Any]]:
    """The entries of a group, each with its fields as text."""
    wanted = _FIELDS[group]
    for number, entry in enumerate(told.get(group) or (), 1):
        where = f"{group}, entry {number}"
        if not isinstance(entry, dict) or set(entry) - set(wanted):
            raise _wrong(path, f"{where}: wants {', '.join(wanted)}")
        missing = [f for f in wanted if f not in entry and f not in ("to", "day")]
        if missing:
            raise _wrong(path, f"{where}: `{missing[0]}` is missing")
        yield {f: _text(path, where, f, v) for f, v in entry.items()}


def _text(path: Path, where: str, field: str, value: Any) -> Any:
    if field in ("from", "to"):
        values = value if isinstance(value, list) else [value]
        return tuple(nfc(str(v)).strip() for v in values)
    if value is None or isinstance(value, (list, dict)) or not str(value).strip():
        raise _wrong(path, f"{where}: `{field}` wants one line of text")
    return nfc(str(value)).strip()


def _told(path: Path, entry: Mapping[str, Any]) -> Told:
    kind, day = entry["kind"], entry.get("day")
    if kind not in KINDS:
        raise _wrong(path, f"lineage: `kind` is one of {', '.join(KINDS)}, not '{kind}'")
    if day is not None and not _DAY.fullmatch(day):
        raise _wrong(path, f"lineage: `day` is 2020, 2020-07 or 2020-07-01, not '{day}'")
    if not entry.get("to") and kind != "dissolved":
        raise _wrong(path, f"lineage: `to` is missing for '{kind}'")
    return Told(kind, entry["from"], entry.get("to", ()), day)


def _wrong(path: Path, what: str) -> UsageError:
    return UsageError(f"{path.name}: {what}; mend it and run again.")
