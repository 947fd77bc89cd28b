"""What recurs in the sample archive is what its manifest says."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
import yaml

from data.sample_sources import make
from tests.dashboard_archives import SAMPLES, ingested

MANIFEST = yaml.safe_load((make.HERE / "manifest.yaml").read_text(encoding="utf-8"))
FAULTS = {f["id"]: f for f in MANIFEST["recurring"]}
_SHORTCOMINGS = """
SELECT path, quote, group_id FROM shortcomings
JOIN documents USING (document_id) JOIN recurrence_members USING (record_id, document_id)
"""
_REMEDIES = """
SELECT path, r.quote, group_id FROM remedies r JOIN documents USING (document_id)
LEFT JOIN recurrence_remedies m USING (record_id, document_id)
"""


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    db = ingested(tmp_path_factory.mktemp("samples"), SAMPLES)
    with duckdb.connect(str(db), read_only=True) as connection:
        yield connection


def found(seen: dict[str, Any], read: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The records that a sentence of the manifest was read as, whole or in part."""
    told = _plain(seen["quote"])
    return [r for r in read if r[0] == seen["file"] and _within(told, _plain(r[1]))]


def _plain(words: str) -> str:
    return " ".join(words.split()).rstrip(".;")


def _within(one: str, other: str) -> bool:
    return one in other or other in one


def groups(connection: duckdb.DuckDBPyConnection) -> dict[str, Counter[str]]:
    """Fault -> its groups, with how many of its sentences each holds."""
    read = connection.execute(_SHORTCOMINGS).fetchall()
    return {
        fault: Counter(g for s in told["seen"] for g in {r[2] for r in found(s, read)})
        for fault, told in FAULTS.items()
    }


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_recurs_is_one_group_for_the_most_part(
    fault: str, samples: duckdb.DuckDBPyConnection
) -> None:
    held = groups(samples)[fault]
    assert held.most_common(1)[0][1] >= 0.7 * held.total(), held


def test_two_faults_share_no_group(samples: duckdb.DuckDBPyConnection) -> None:
    main = {fault: held.most_common(1)[0][0] for fault, held in groups(samples).items()}
    assert len(set(main.values())) == len(FAULTS)
    strange = {
        (fault, other)
        for fault, held in groups(samples).items()
        for other, group in main.items()
        if fault != other and held[group] > 1
    }
    assert strange == set()


def test_a_unit_has_each_fault_in_the_terms_that_the_manifest_says(
    samples: duckdb.DuckDBPyConnection,
) -> None:
    unit = "Đảng bộ Sở Y tế"
    documents = {d["file"]: d for d in MANIFEST["documents"] if d["unit"] == unit}
    said = {
        fault: {documents[s["file"]]["term"] for s in told["seen"] if s["file"] in documents}
        for fault, told in FAULTS.items()
    }
    main = {held.most_common(1)[0][0]: fault for fault, held in groups(samples).items()}
    sql = "SELECT group_id, in_terms FROM recurrence_by_unit WHERE unit = ?"
    read = {main[g]: set(t) for g, t in samples.execute(sql, [unit]).fetchall() if g in main}
    assert {f: t - read.get(f, set()) for f, t in said.items() if t - read.get(f, set())} == {}


def test_what_was_promised_stands_against_its_fault(samples: duckdb.DuckDBPyConnection) -> None:
    main = {fault: held.most_common(1)[0][0] for fault, held in groups(samples).items()}
    read = samples.execute(_REMEDIES).fetchall()
    stands: Counter[str] = Counter()
    for promise in MANIFEST["promises"]:
        for seen in promise["seen"]:
            against = {r[2] for r in found(seen, read) if r[2]}
            right = main[promise["fault"]] in against
            stands["right" if right else "wrong" if against else "none"] += 1
    assert stands["right"] >= 20 and stands["wrong"] <= 2, stands
