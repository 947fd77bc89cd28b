"""The process that runs one statement: `python -m pipeline.console.process`.

A JSON object comes in on standard input (`file`, `sql`, `tables`, and the limits); an Arrow stream
goes out, or on standard error a JSON object that says why there is none.
"""

import json
import sys
from typing import Any

import duckdb
import pyarrow as pa

from pipeline.console.check import Refused, check, first_line
from pipeline.pool import limit_memory

FAILED = 3
_BATCH_ROWS = 2_000
_SPARE = 1 << 30
"""Bytes of the process beyond what the database may use: the program itself and the answer."""


def main() -> int:
    """Run the statement on standard input; the exit code."""
    asked = json.load(sys.stdin)
    limit_memory(int(asked["memory"]) + 2 * _SPARE)
    try:
        with _connected(asked) as db:
            check(db, asked["sql"], asked["tables"])
            db.execute(
                "SET lock_configuration = true"
            ).fetchall()  # nothing can be set from here on
            batches, cut = _answered(db, asked)
    except Refused as refused:
        return _fail(refused.code, refused.detail)
    except (MemoryError, pa.ArrowMemoryError):
        return _fail("memory")
    except RecursionError:
        return _fail("too_deep")
    except duckdb.Error as error:
        return _fail(*_why(error, asked["file"]))
    return _write(batches, cut)


def _connected(asked: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    config = {
        "enable_external_access": "false",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "allow_community_extensions": "false",
        "temp_directory": "",
        "threads": "2",
        "memory_limit": f"{int(asked['memory']) >> 20}MB",
        "max_execution_time": str(int(asked["seconds"] * 1000)),
    }
    return duckdb.connect(asked["file"], read_only=True, config=config)


def _answered(db: duckdb.DuckDBPyConnection, asked: dict[str, Any]) -> tuple[list[Any], bool]:
    """The rows up to the limits, and whether there are more."""
    rows, size = int(asked["rows"]), int(asked["bytes"])
    reader = db.sql(asked["sql"]).to_arrow_reader(_BATCH_ROWS)
    found = [pa.RecordBatch.from_pylist([], schema=reader.schema)]
    for batch in reader:
        found.append(batch[:rows])
        rows -= len(batch)
        size -= batch.nbytes
        if rows < 0 or size < 0:
            return found, True
    return found, False


def _write(batches: list[Any], cut: bool) -> int:
    schema = batches[0].schema.with_metadata({"cut": str(cut)})
    with pa.ipc.new_stream(sys.stdout.buffer, schema) as stream:
        for batch in batches:
            stream.write_batch(batch.replace_schema_metadata(schema.metadata))
    return 0


def _why(error: duckdb.Error, file: str) -> tuple[str, str]:
    """The code and words of an error of the database, without the place of the file."""
    told = first_line(error).replace(file, "")
    if isinstance(error, duckdb.OutOfMemoryException):
        return "memory", ""
    if isinstance(error, duckdb.InterruptException) or "max_execution_time" in told:
        return "time", ""
    return "wrong", told


def _fail(code: str, detail: str = "") -> int:
    print(json.dumps({"code": code, "detail": detail}), file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
