"""Units and terms of 100,000 documents told, beside a bare pass over the same rows."""

import time
from collections.abc import Callable

import duckdb

from pipeline import reference, store
from pipeline.registry import terms, units
from tests.made_archive import draw, fill

PAIRS = 40


def main() -> None:
    """Print the time of the registry's stages and how often a bare pass fits into it."""
    words = reference.load()
    with duckdb.connect() as connection:
        fill(connection, draw(seed=2, pairs=PAIRS))
        ((documents,),) = store.query(connection, "SELECT count(*) FROM documents")
        told = _seconds(lambda: (units.write(connection, words), terms.write(connection, words)))
        bare = _seconds(lambda: connection.execute("FROM documents").df())
    print(
        f"units and terms of {documents:,} documents: {told:.1f} s, {told / bare:.0f} bare passes"
    )


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
