"""How long it takes to link 100,000 shortcomings, and one report more (`make bench`).

Beside it the rate at which rapidfuzz compares all pairs of a sample, which is what linking without
rows of weights would take. Times are of the clock, with those of the processor in brackets: on a
busy machine they part.
"""

import random
import resource
import time
from collections.abc import Iterator, Sequence

import duckdb

from pipeline import recurrence, reference, schema
from pipeline.recurrence.frames import insert
from pipeline.reference import Reference
from tests.made_archive.shortcomings import SCORING, STRAYS, TUNING

_PLACES = (
    "ở khối trường học", "tại một số khoa, phòng", "ở các thôn vùng xa", "trong sáu tháng đầu năm",
    "ở chi bộ khu dân cư", "tại đơn vị trực thuộc", "ở doanh nghiệp", "trong cơ quan huyện",
    "ở chi bộ nông thôn", "tại bộ phận hành chính", "ở tổ sản xuất", "trong quý cuối năm",
)  # fmt: skip
_EACH = 20
"""Shortcomings of a report."""


def sentences(count: int, seed: int = 1) -> Iterator[str]:
    """Made shortcomings: three in five of a topic with words added, the others of mixed words."""
    chance = random.Random(seed)
    told = [w for t in (*TUNING, *SCORING) for w in t.wordings]
    told += [w for words in STRAYS.values() for w in words]
    pool = [" ".join(p) for w in told for p in zip(w.split(), w.split()[1:], strict=False)]
    for _ in range(count):
        if chance.random() < 0.6:
            extra = " ".join(chance.sample(pool, 2))
            yield f"{chance.choice(told)} {chance.choice(_PLACES)}, {extra}"
        else:
            yield " ".join(chance.sample(pool, 8))


def archive(connection: duckdb.DuckDBPyConnection, said: Sequence[str], first: int = 0) -> None:
    """Reports of these shortcomings, each of one of 500 units and four terms."""
    ids = range(first, first + -(-len(said) // _EACH))
    insert(connection, "shortcomings", [
        (f"r{first}-{i}", f"d{first + i // _EACH}", 0, 0, 1, [], s, s, "", None, None, False,
         "shortcoming", ["other"])
        for i, s in enumerate(said)
    ])  # fmt: skip
    connection.execute(
        "INSERT INTO documents BY NAME SELECT 'd' || unnest AS document_id, 'd' || unnest AS hash, "
        "'d' || unnest AS path, 'ok' AS status, "
        "make_date(2006 + (unnest % 20)::INTEGER, 12, 1) AS issued_on FROM unnest(?)",
        [list(ids)],
    ).fetchall()
    insert(connection, "document_units", [(f"d{i}", f"u{i % 500}", None, None, None) for i in ids])
    terms = [(f"d{i}", None, f"{2005 + i % 20 // 5 * 5}-{2010 + i % 20 // 5 * 5}") for i in ids]
    insert(connection, "document_terms", [(*t, None, None) for t in terms])


def empty() -> duckdb.DuckDBPyConnection:
    """A database in memory with the tables of a version and 500 units."""
    connection = duckdb.connect(":memory:")
    for part in (*schema.OF_DOCUMENTS, *schema.ACROSS):
        connection.execute(schema.sql(part)).fetchall()
    connection.execute(
        "INSERT INTO unit_registry BY NAME SELECT 'u' || i AS unit_id, 'Đơn vị ' || i AS name, "
        "'u' || i AS family_id FROM range(500) t(i)"
    ).fetchall()
    return connection


def clear(connection: duckdb.DuckDBPyConnection) -> None:
    """What the next version starts with: only what lasts stands in the recurrence tables."""
    for table in ("members", "groups", "remedies", "moves", "reviews"):
        connection.execute(f"DELETE FROM recurrence_{table}").fetchall()


def timed(connection: duckdb.DuckDBPyConnection, words: Reference) -> str:
    """Seconds that the stage takes, by the clock and by the processor."""
    start, worked = time.perf_counter(), time.process_time()
    recurrence.write(connection, words)
    return f"{time.perf_counter() - start:.2f} s ({time.process_time() - worked:.2f} s)"


def fuzz_rate(said: Sequence[str], sample: int = 400) -> float:
    """Pairs a second that rapidfuzz compares, all against all."""
    from rapidfuzz import fuzz, process

    part = said[:sample]
    start = time.perf_counter()
    process.cdist(part, part, scorer=fuzz.token_set_ratio, workers=1)
    return sample * sample / (time.perf_counter() - start)


def main(count: int = 100_000) -> None:
    """Print the figures."""
    words = reference.load()
    connection = empty()
    said = list(sentences(count + _EACH))
    archive(connection, said[:count])
    whole = timed(connection, words)
    groups = connection.execute("SELECT count(*) FROM recurrence_groups").fetchall()[0][0]
    clear(connection)
    archive(connection, said[count:], first=count)
    one = timed(connection, words)
    rate = fuzz_rate(said)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"shortcomings linked      {count:>10,} into {groups:,} groups in {whole}")
    print(f"one report more          {_EACH:>10,} in {one}")
    print(f"memory at most           {peak:>10,.0f} MB")
    print(
        f"rapidfuzz, all pairs     {rate:>10,.0f} pairs/s: {count * count / 2 / rate / 60:,.0f} min"
    )


if __name__ == "__main__":
    main()
