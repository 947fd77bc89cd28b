"""Who may see which units: the roles of a file, and a database of a role's documents only.

A role that does not see all works on a database of its own: the documents of its units are copied
and everything across documents is computed from them anew. So nothing of other units can be
reached, by whatever page, address or statement.
"""

import hashlib
import os
import subprocess
import sys
import threading
import tomllib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipeline import across, publish, reference, store
from pipeline.errors import DatabaseError, ExitCode, UsageError
from pipeline.text import key, nfc

ALL = "*"
"""Stands for all units."""

_WAY = 2
"""Of choosing a role's documents; a database chosen in another way is not used."""

_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_RUN = "role"


@dataclass(frozen=True, slots=True)
class Role:
    """What a group of persons sees: the documents of these units, or all (None)."""

    name: str
    units: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Access:
    """Address of a person -> role."""

    people: Mapping[str, Role]

    def role(self, email: str | None) -> Role | None:
        """The role of a person; None for strangers."""
        return self.people.get((email or "").strip().lower())


class UnitError(UsageError):
    """A role names a unit that the archive does not have, or by a name that several bear."""


def load(file: Path) -> Access:
    """The roles of a file; UsageError says what is wrong with it.

    The file is what Streamlit's login reads (`[auth]`), with `[roles.NAME] units = [...]` and
    `[people] "address" = "NAME"` beside it.
    """
    told = _read(file)
    missing = [name for name in _NEEDED if not told.get("auth", {}).get(name)]
    if missing:
        raise UsageError(f"{file}: [auth] wants {', '.join(missing)}; see the README.")
    roles = {name: _role(file, name, raw) for name, raw in told.get("roles", {}).items()}
    people = {}
    for email, name in told.get("people", {}).items():
        if name not in roles:
            raise UsageError(
                f"{file}: {email} has the role {name}, and there is no [roles.{name}]."
            )
        people[email.strip().lower()] = roles[name]
    if not people:
        raise UsageError(f"{file}: names nobody; add [people] with an address and a role each.")
    return Access(people)


def _read(file: Path) -> dict[str, dict[str, object]]:
    try:
        told: dict[str, dict[str, object]] = tomllib.loads(file.read_text(encoding="utf-8"))
        return told
    except OSError as error:
        raise UsageError(f"{file}: cannot be read ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: is no valid TOML ({error}).") from error


def _role(file: Path, name: str, raw: object) -> Role:
    units = raw.get("units") if isinstance(raw, dict) else None
    if not isinstance(units, list) or not all(isinstance(u, str) for u in units):
        raise UsageError(f'{file}: [roles.{name}] wants units = ["…"], or units = ["{ALL}"].')
    return Role(name, None if ALL in units else tuple(units))


def check(version: Path, access: Access) -> None:
    """UnitError where a role of a person names a unit by a name that does not tell which it is."""
    with duckdb.connect(str(version), read_only=True) as connection:
        for role in dict.fromkeys(access.people.values()):
            try:
                _units(connection, role.units or ())
            except UnitError as error:
                raise UnitError(f"[roles.{role.name}] {error}") from error
            except duckdb.Error as error:
                raise DatabaseError(
                    f"{version}: was made by another version of the program; run kiemdiem ingest."
                ) from error


def database(version: Path, role: Role) -> Path:
    """The database that a role works on, made where there is none of this version yet.

    UnitError where the role names a unit by a name that does not tell which it is: better none of
    its units than those of another.
    """
    if role.units is None:
        return version
    folder = publish.database_of(version).with_name(f"{publish.database_of(version).name}.roles")
    folder.mkdir(mode=0o700, exist_ok=True)
    named = hashlib.sha256(repr((_WAY, role.name, role.units)).encode()).hexdigest()[:12]
    file = folder / f"{named}.{hashlib.sha256(version.name.encode()).hexdigest()[:12]}.duckdb"
    with _MAKING:
        if not file.exists():
            _make(version, file, role.units)
    return file


_MAKING = threading.Lock()
"""Two pages of one person ask at once; the second waits for what the first has made."""


def _make(version: Path, file: Path, units: Sequence[str]) -> None:
    """Make the file in one step, and clear those of older versions."""
    step = file.with_name(f"{file.name}.{os.getpid()}.step")
    step.unlink(missing_ok=True)
    _written(version, step, units)
    os.replace(step, file)
    role = file.name.partition(".")[0]
    for old in set(file.parent.glob(f"{role}.*.duckdb")) - {file}:
        with suppress(OSError):
            old.unlink()


def _written(version: Path, file: Path, units: Sequence[str]) -> None:
    """As `write`, in a process of its own: one process cannot open a file in two ways."""
    call = [sys.executable, "-m", "pipeline.access", str(version), str(file), *units]
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(call, cwd=root, capture_output=True, text=True)
    if done.returncode == ExitCode.USAGE:
        raise UnitError(done.stderr.strip())
    if done.returncode:
        raise DatabaseError(f"{file}: cannot be written; make room there and try again.")


def write(version: Path, file: Path, units: Sequence[str]) -> None:
    """A database of the documents of some units, and of what follows from them alone."""
    with duckdb.connect(str(version), read_only=True) as connection:
        kept = documents(connection, units)
    with duckdb.connect(str(file)) as connection:
        os.chmod(file, 0o600)
        made = store.Version(connection)
        made.copy_documents(version, kept)
        across.write(connection, reference.load())
        now = datetime.now(UTC).replace(tzinfo=None)
        made.finish((_RUN, now, now, "", 0, len(kept), 0, 0, ""))


def documents(
    connection: duckdb.DuckDBPyConnection, units: Sequence[str]
) -> list[tuple[str, str, str, list[str]]]:
    """Id, path, name and no alias of the documents of units, and of what these were before.

    A unit is what it was called earlier or later, and all that was merged into it; what it was
    merged into or split from is more than it, and stays closed.
    """
    sql = """WITH RECURSIVE beside AS (
            SELECT to_id AS unit_id, from_id AS also FROM unit_lineage
            WHERE kind IN ('renamed', 'merged')
            UNION ALL SELECT from_id, to_id FROM unit_lineage WHERE kind = 'renamed'
        ), seen AS (
            SELECT unnest($units::VARCHAR[]) AS unit_id
            UNION SELECT also FROM seen JOIN beside USING (unit_id)
        )
        SELECT document_id, path, name, []::VARCHAR[] FROM document_list
        WHERE unit_id IN (FROM seen) ORDER BY path"""
    found: list[tuple[str, str, str, list[str]]] = connection.execute(
        sql, {"units": _units(connection, units)}
    ).fetchall()
    return found


def _units(connection: duckdb.DuckDBPyConnection, named: Sequence[str]) -> list[str]:
    """The units by the names that are shown, or else by one that only they bear in documents."""
    shown = _bearers(connection, "SELECT name, unit_id FROM unit_registry")
    written = _bearers(connection, "SELECT name, unit_id FROM unit_aliases")
    names = dict(connection.execute("SELECT unit_id, name FROM unit_registry").fetchall())
    return [
        _only(name, shown.get(_key(name)) or written.get(_key(name)) or (), names) for name in named
    ]


def _bearers(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, unit_id in connection.execute(sql).fetchall():
        bearers = found.setdefault(_key(name), [])
        bearers += [] if unit_id in bearers else [unit_id]
    return found


def _only(name: str, bearers: Sequence[str], names: Mapping[str, str]) -> str:
    if not bearers:
        raise UnitError(f"names {name}, and the archive has no such unit; see unit_registry.")
    if len(bearers) > 1:
        several = "; ".join(sorted(names[b] for b in bearers))
        raise UnitError(f"names {name}, which several units bear; name one of: {several}.")
    return bearers[0]


def _key(name: str) -> str:
    return " ".join(key(nfc(name)).split())


def _main(version: str, file: str, *units: str) -> int:
    try:
        write(Path(version), Path(file), units)
    except UnitError as error:
        print(error, file=sys.stderr)
        return ExitCode.USAGE
    return ExitCode.OK


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
