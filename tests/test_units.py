"""The units of an archive: which names are one, what became of them, what stays open."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pytest
import yaml

from data.sample_sources import make as samples
from pipeline import reference, store
from pipeline.errors import UsageError
from pipeline.model import Document
from pipeline.records import DocumentInfo, Extraction
from pipeline.registry import settled, units
from pipeline.rows import info_row
from tests.archives import ask, kiemdiem, make_archive
from tests.made_archive import Truth, draw, fill, make
from tests.made_archive.model import Report

WORDS = reference.load()


# The made archive, at scale and read from its texts.


@pytest.fixture(scope="module")
def truth() -> Truth:
    return draw(seed=3)


@pytest.fixture(scope="module")
def found(truth: Truth) -> Iterator[duckdb.DuckDBPyConnection]:
    """A database of the made archive, its fields as they are written."""
    with duckdb.connect() as connection:
        fill(connection, truth)
        units.write(connection, WORDS)
        yield connection


def unit_of(connection: duckdb.DuckDBPyConnection) -> dict[str, str | None]:
    return dict(store.query(connection, "SELECT document_id, unit_id FROM document_units"))


class Match:
    """Units found beside the true ones: each true unit with the one that most of its reports got.

    A document is right where it is in the unit that its true unit has, and that unit has it.
    """

    def __init__(self, truth: Truth, given: Mapping[str, str | None]) -> None:
        pairs = Counter(
            (unit, r.draft.unit.id) for r in truth.reports if (unit := given[r.document_id])
        )
        order = sorted(pairs, key=lambda pair: (-pairs[pair], pair))
        self.true_of, self.found_of = {}, {}  # type: dict[str, str], dict[str, str]
        for unit, true in order:
            self.true_of.setdefault(unit, true)
            self.found_of.setdefault(true, unit)
        self.right = sum(
            n for (unit, true), n in pairs.items()
            if self.true_of[unit] == true and self.found_of[true] == unit
        )  # fmt: skip
        self.precision = self.right / pairs.total()
        clear = [r for r in truth.reports if not r.draft.open]
        self.recall = sum(self._is_right(r, given) for r in clear) / len(clear)

    def _is_right(self, report: Report, given: Mapping[str, str | None]) -> bool:
        unit, true = given[report.document_id], report.draft.unit.id
        return unit is not None and self.true_of[unit] == true and self.found_of[true] == unit


def test_documents_find_their_units(truth: Truth, found: duckdb.DuckDBPyConnection) -> None:
    match = Match(truth, unit_of(found))
    assert (match.precision >= 0.99, match.recall >= 0.97) == (True, True)


def test_documents_find_their_units_in_a_larger_archive() -> None:
    """Eight provinces, with many names in common."""
    truth = draw(seed=4, pairs=4)
    with duckdb.connect() as connection:
        fill(connection, truth)
        units.write(connection, WORDS)
        match = Match(truth, unit_of(connection))
    assert (match.precision >= 0.99, match.recall >= 0.97) == (True, True)


def test_documents_find_their_units_when_they_are_read(tmp_path: Path) -> None:
    """The whole way, from texts."""
    truth = make(7, tmp_path / "kho")
    db = tmp_path / "kho.duckdb"
    assert kiemdiem("ingest", tmp_path / "kho", "--db", db).returncode == 0
    given = dict(ask(db, "SELECT document_id, unit_id FROM document_units"))
    match = Match(truth, given)
    assert (match.precision >= 0.99, match.recall >= 0.97) == (True, True)
    assert lost(truth, match, ask(db, "FROM unit_lineage"), ask(db, "FROM unit_registry")) == []


def lost(
    truth: Truth, match: Match, lineage: Sequence[Sequence[Any]], registry: Sequence[Sequence[Any]]
) -> list[tuple[str, str, str | None]]:
    """The true links between units of which there are documents that are not found."""
    linked = {(kind, a, parent if kind == "moved" else b) for a, b, kind, _, parent, *_ in lineage}
    documented = {unit for unit, *rest in registry if rest[6]}
    wanted = [
        (e.kind, source, target)
        for e in truth.plan.events
        for source in e.sources
        for target in e.targets or (None,)
        if source != target
    ]
    units_found: dict[str | None, str] = dict(match.found_of.items())
    known = [w for w in wanted if {w[1], w[2]} - {None} <= set(match.found_of)]
    assert documented and len(known) >= 0.8 * len(wanted)
    return [w for w in known if (w[0], units_found[w[1]], units_found.get(w[2])) not in linked]


def test_no_link_is_lost_across_a_change(truth: Truth, found: duckdb.DuckDBPyConnection) -> None:
    match = Match(truth, unit_of(found))
    lineage, registry = (store.query(found, f"FROM {t}") for t in ("unit_lineage", "unit_registry"))
    assert lost(truth, match, lineage, registry) == []


def test_history_of_a_unit_holds_all_its_predecessors(
    truth: Truth, found: duckdb.DuckDBPyConnection
) -> None:
    match = Match(truth, unit_of(found))
    histories: dict[str, set[str]] = {}
    for unit, before in store.query(found, "SELECT unit_id, predecessor_id FROM unit_history"):
        histories.setdefault(unit, set()).add(before)
    for true, unit in match.found_of.items():
        wanted = {match.found_of[t] for t in truth.plan.ancestry(true) if t in match.found_of}
        assert wanted <= histories[unit], true


def test_every_change_has_the_words_that_tell_it(found: duckdb.DuckDBPyConnection) -> None:
    sql = """SELECT count(*) FROM unit_lineage l JOIN texts t USING (document_id)
        WHERE replace(substr(text, span_start + 1, span_end - span_start), chr(10), ' ') <> quote"""
    assert store.query(found, sql) == [(0,)]
    assert store.query(found, "SELECT count(*) FROM unit_lineage WHERE quote IS NULL") == [(0,)]


def test_labels_tell_all_units_apart(found: duckdb.DuckDBPyConnection) -> None:
    sql = "SELECT count(*) - count(DISTINCT name) FROM unit_registry"
    assert store.query(found, sql) == [(0,)]


def test_open_names_are_listed_and_no_document_is_lost(
    found: duckdb.DuckDBPyConnection,
) -> None:
    left = store.query(found, "SELECT document_id FROM document_units WHERE unit_id IS NULL")
    listed = store.query(found, "SELECT unnest(document_ids) FROM open_names")
    assert sorted(left) == sorted(listed) != []
    assert store.query(found, "SELECT min(len(candidates)) FROM open_names")[0][0] >= 2


def test_units_do_not_depend_on_the_order_of_the_files(
    truth: Truth, found: duckdb.DuckDBPyConnection
) -> None:
    mixed = list(truth.reports)
    Random(0).shuffle(mixed)
    with duckdb.connect() as connection:
        fill(connection, replace(truth, reports=tuple(mixed)))
        units.write(connection, WORDS)
        for table in ("unit_registry", "unit_lineage", "document_units", "open_names"):
            rows = [store.query(c, f"FROM {table} ORDER BY ALL") for c in (connection, found)]
            assert rows[0] == rows[1]


def test_one_more_report_keeps_the_ids_of_the_others(
    truth: Truth, found: duckdb.DuckDBPyConnection
) -> None:
    with duckdb.connect() as connection:
        fill(connection, replace(truth, reports=truth.reports[:-1]))
        units.write(connection, WORDS)
        fewer = unit_of(connection)
    assert {d: u for d, u in unit_of(found).items() if d in fewer} == fewer


# Small archives.


def letter(unit: str, parent: str | None = None, place: str | None = None, year: int = 2021,
           more: str = "") -> str:  # fmt: skip
    head = "\n".join(filter(None, [parent and parent.upper(), unit.upper()]))
    date_line = f"{place}, ngày 12 tháng 12 năm {year}" if place else f"Ngày 12/12/{year}"
    return (
        f"{head}\n*\nSố 12-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n{date_line}\n\n"
        f"BÁO CÁO KIỂM ĐIỂM\n{unit} năm {year}\n\n{unit} báo cáo như sau:\n\n{more}\n"
    )


def ingested(folder: Path, files: Mapping[str, str], **beside: str) -> Path:
    """The database of an archive with these files; `beside`: the text of `<db>.units.yaml`."""
    db = folder / "kho.duckdb"
    if "settled" in beside:
        settled.path_for(db).write_text(beside["settled"], encoding="utf-8")
    done = kiemdiem("ingest", make_archive(folder / "kho", files), "--db", db, "--workers", 1)
    assert done.returncode == 0, done.stderr
    return db


Seen = tuple[str, str | None, str | None, int]
"""A document: its unit, the one above, the place of its date line, its year."""

SMALL = [
    pytest.param(
        [("Đảng bộ Sở Y tế", None, None, 2019), ("ĐẢNG ỦY SỞ Y TẾ", None, "Hà Mẫu", 2020),
         ("ĐB SYT", None, None, 2021)],
        ["Đảng bộ Sở Y tế"] * 3, id="one name in an archive of one province",
    ),
    pytest.param(
        [("Đảng bộ tỉnh Hà Mẫu", None, None, 2019), ("Đảng bộ tỉnh An Mẫu", None, None, 2019),
         ("Đảng bộ Sở Y tế", None, "Hà Mẫu", 2020),
         ("Đảng bộ Sở Y tế tỉnh An Mẫu", None, None, 2021), ("Đảng ủy Sở Y tế", None, None, 2021),
         ("Đảng bộ Trường Tiểu học Mẫu", None, None, 2020),
         ("Đảng ủy Trường Tiểu học Mẫu", None, None, 2021)],
        ["Đảng bộ tỉnh Hà Mẫu", "Đảng bộ tỉnh An Mẫu", "Đảng bộ Sở Y tế (tỉnh Hà Mẫu)",
         "Đảng bộ Sở Y tế tỉnh An Mẫu", None, "Đảng bộ Trường Tiểu học Mẫu",
         "Đảng bộ Trường Tiểu học Mẫu"],
        id="two provinces: a name that each has wants its place, a name of its own does not",
    ),
    pytest.param(
        [("Đảng bộ tỉnh Hà Mẫu", None, None, 2019), ("Đảng bộ tỉnh An Mẫu", None, None, 2019),
         ("Đảng bộ Sở Y tế", None, "Hà Mẫu", 2020), ("Đảng ủy Sở Y tế", None, None, 2021)],
        ["Đảng bộ tỉnh Hà Mẫu", "Đảng bộ tỉnh An Mẫu", "Đảng bộ Sở Y tế", None],
        id="nor is the only one known taken for it",
    ),
    pytest.param(
        [("Chi bộ Văn phòng", "Đảng bộ Sở Y tế", None, 2019),
         ("Chi bộ Văn phòng", "Đảng ủy Sở Tài chính", None, 2020),
         ("Chi bộ Văn phòng", None, None, 2021)],
        ["Chi bộ Văn phòng (Đảng bộ Sở Y tế)", "Chi bộ Văn phòng (Đảng bộ Sở Tài chính)", None],
        id="cells of two departments",
    ),
    pytest.param(
        [("Đảng ủy xã", None, "An Mẫu", 2019), ("Đảng bộ xã An Mẫu", None, None, 2020),
         ("Đảng ủy xã", None, "Nơi Khác", 2021), ("Đảng ủy", None, None, 2021)],
        ["Đảng bộ xã An Mẫu", "Đảng bộ xã An Mẫu", None, None],
        id="a bare name by the place of its date line",
    ),
    pytest.param(
        [("Tỉnh ủy", None, None, 2019), ("Đảng bộ tỉnh Hà Mẫu", None, None, 2020),
         ("Ban Tổ chức Tỉnh ủy", "TỈNH ỦY HÀ MẪU", None, 2021)],
        ["Đảng bộ tỉnh Hà Mẫu"] * 3, id="the only province, and what works for it",
    ),
    pytest.param(
        [*[("Đảng bộ Sở Giáo dục và Đào tạo", None, None, y) for y in range(2015, 2021)],
         ("Đảng bộ Sở Giáo dụ và Đào tạo", None, None, 2021)],
        ["Đảng bộ Sở Giáo dục và Đào tạo"] * 7, id="a slip of typing",
    ),
    pytest.param(
        [*[("Đảng bộ xã Tân Hà", None, None, y) for y in range(2015, 2021)],
         ("Đảng bộ xã Tân Hạ", None, None, 2021)],
        [*["Đảng bộ xã Tân Hà"] * 6, "Đảng bộ xã Tân Hạ"], id="two communes a mark apart",
    ),
    pytest.param(
        [("Đảng bộ Trung tâm Y tế huyện Tân Mẫu", None, None, 2018),
         ("Đảng ủy Trung tâm Y tế", "HUYỆN ỦY TÂN MẪU", None, 2019),
         ("Đảng bộ Trung tâm Y tế", "Huyện ủy Đồi Mẫu", None, 2020)],
        [*["Đảng bộ Trung tâm Y tế (huyện Tân Mẫu)"] * 2, "Đảng bộ Trung tâm Y tế (huyện Đồi Mẫu)"],
        id="of two districts",
    ),
    pytest.param(
        [("CHI BỘ PHÒNG KẾ HOẠCH - TÀI CHÍNH", None, None, 2019)],
        ["Chi bộ Phòng Kế hoạch - Tài chính"], id="seen in capitals only",
    ),
]  # fmt: skip


def labelled(seen: Sequence[Seen]) -> list[str | None]:
    """The labels of the units that documents are given, None where that stays open."""
    with duckdb.connect() as connection:
        version = store.Version(connection)
        for number, (unit, parent, place, year) in enumerate(seen):
            text = f"{unit}\n{place}, ngày 12 tháng 12 năm {year}\n" if place else unit
            info = DocumentInfo(unit=unit, parent_unit=parent, issued_on=f"{year}-12-12")
            id, document = f"{number:04}", Document(f"{number:04}", "a.txt", "txt", text)
            form, reader, *rest = info_row(Extraction(document=document, info=info, records=()))
            row = (id, id, id, [], form, reader, id, 1, *rest, "run", "v")
            version.add(row, {"texts": [(id, text)]})
        version.flush()
        units.write(connection, WORDS)
        sql = """SELECT name FROM document_units LEFT JOIN unit_registry USING (unit_id)
            ORDER BY document_units.document_id"""
        return [name for (name,) in store.query(connection, sql)]


@pytest.mark.parametrize(("seen", "labels"), SMALL)
def test_documents_are_given_units_or_stay_open(seen: list[Seen], labels: list[str | None]) -> None:
    assert labelled(seen) == labels


TWO_SCHOOLS = {
    "a1.txt": letter("Chi bộ Trường THCS An Mẫu", "Đảng bộ xã An Mẫu", "An Mẫu", 2019),
    "a2.txt": letter("Chi bộ Trường THCS An Mẫu", "Đảng bộ phường An Mẫu", "An Mẫu", 2020),
    "b.txt": letter("Chi bộ Trường THCS An Mẫu", None, None, 2021),
    "c.txt": letter("Đảng ủy", None, None, 2021),
}


def test_name_that_two_units_bear_stays_open_and_is_told(tmp_path: Path) -> None:
    db = ingested(tmp_path, TWO_SCHOOLS)
    sql = "SELECT path, unit_label FROM document_list ORDER BY path"
    assert ask(db, sql) == [
        ("a1.txt", "Chi bộ Trường THCS An Mẫu (Đảng bộ xã An Mẫu)"),
        ("a2.txt", "Chi bộ Trường THCS An Mẫu (Đảng bộ phường An Mẫu)"),
        ("b.txt", "chưa rõ"),
        ("c.txt", "chưa rõ"),
    ]
    again = kiemdiem("ingest", tmp_path / "kho", "--db", db, "--workers", 1).stdout
    assert (
        "1 names of units stay open (table open_names); settle them in kho.duckdb.units.yaml "
        "beside the database, then run again." in again
    )


def test_person_settles_what_stays_open(tmp_path: Path) -> None:
    told = """
documents:
  - {document: b.txt, unit: Chi bộ Trường THCS An Mẫu (Đảng bộ xã An Mẫu)}
  - {document: c.txt, unit: Đảng bộ xã Không Có}
lineage:
  - {kind: renamed, from: Đảng bộ xã Suối Mẫu, to: Đảng bộ xã An Mẫu, day: 2019-12-01}
"""
    db = ingested(tmp_path, TWO_SCHOOLS, settled=told)
    assert ask(db, "SELECT reason FROM document_units JOIN documents USING (document_id) "
               "WHERE path = 'b.txt'") == [("settled",)]  # fmt: skip
    assert ask(db, "SELECT name, reason FROM open_names WHERE reason = 'no_such_unit'") == [
        ("Đảng bộ xã Không Có", "no_such_unit")
    ]
    assert ask(db, "SELECT kind, day, by_person FROM unit_lineage") == [
        ("renamed", "2019-12-01", True)
    ]


@pytest.mark.parametrize(
    ("told", "words"),
    [
        pytest.param("names: [", "t.units.yaml, line 1: is not valid YAML; mend it", id="no YAML"),
        pytest.param("units: []", "holds `names`, `documents` and `lineage` and nothing else",
                     id="another group"),
        pytest.param("names: [{name: A}]", "names, entry 1: `is` is missing", id="half an entry"),
        pytest.param("documents: [{document: a, unit: }]",
                     "documents, entry 1: `unit` wants one line of text", id="nothing said"),
        pytest.param("lineage: [{kind: joined, from: A, to: B}]",
                     "`kind` is one of renamed, merged, split, moved, dissolved, not 'joined'",
                     id="another kind"),
        pytest.param("lineage: [{kind: merged, from: A, to: B, day: 1/7/2025}]",
                     "`day` is 2020, 2020-07 or 2020-07-01, not '1/7/2025'", id="another day"),
        pytest.param("lineage: [{kind: merged, from: A}]", "`to` is missing for 'merged'",
                     id="no target"),
    ],
)  # fmt: skip
def test_mistake_of_a_person_is_told_in_plain_words(told: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "t.units.yaml"
    path.write_text(told, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        settled.read(path)
    assert words in str(raised.value) and str(raised.value).endswith("mend it and run again.")


def test_samples_are_the_units_of_the_manifest(tmp_path: Path) -> None:
    db = tmp_path / "kho.duckdb"
    assert kiemdiem("ingest", samples.ARCHIVE, "--db", db).returncode == 0
    manifest = yaml.safe_load((samples.HERE / "manifest.yaml").read_text(encoding="utf-8"))
    found = dict(
        ask(db, "SELECT unnest(list_prepend(path, aliases)), unit_label FROM document_list")
    )
    wrong = {d["file"]: found[d["file"]] for d in manifest["documents"]
             if found[d["file"]] != d["unit"]}  # fmt: skip
    assert wrong == {"tinh-binh-chau/2023_mau_bao_cao_kiem_diem_tap_the.txt": "chưa rõ"}
    sql = """SELECT f.name, t.name, kind FROM unit_lineage
        JOIN unit_registry f ON f.unit_id = from_id JOIN unit_registry t ON t.unit_id = to_id"""
    links = ask(db, sql)
    wanted = [(s, m["to"], "merged") for m in manifest["merges"] for s in m["from"]]
    wanted += [(r["from"], r["to"], "renamed") for r in manifest["renames"]]
    assert sorted(links) == sorted(wanted)
