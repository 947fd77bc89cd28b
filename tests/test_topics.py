"""The pages of the topics: their figures are those of the SQL, and each opens its sentences."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from dashboards import (
    addresses,
    data,
    directives,
    evidence,
    listing,
    recurrences,
    telling,
    telling_directives,
    telling_recurrences,
    topics,
)
from dashboards.addresses import FIELDS, GROUP
from dashboards.data import Connection, Figure
from dashboards.recurrences import Wanted
from pipeline.reviews import Reviews
from tests.archives import report
from tests.dashboard_archives import EVIL, SAMPLES, database_of, emptied, ingested, opened, shown

PAGES = {
    "lap-lai": "Hạn chế lặp lại",
    "chi-tieu": "Chỉ tiêu",
    "kiem-tra": "Kiểm tra - kỷ luật",
    "vien-dan": "Văn bản viện dẫn",
    "so-lieu": "Kiểm tra số liệu",
}
UNIT = "Đảng bộ Sở Y tế"
_LINK = re.compile(r'<a href="(\?[^"]+)">([\d.]+)</a>')


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples."""
    return ingested(tmp_path_factory.mktemp("samples"), SAMPLES)


@pytest.fixture(scope="module")
def db(samples: Path) -> Iterator[Connection]:
    """A connection to the samples."""
    connection = data.connect(samples.resolve())
    yield connection
    connection.close()


def _ask(db: Connection, sql: str, *values: object) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = db.cursor().execute(sql, list(values)).fetchall()
    return found


def _links(html: str) -> list[tuple[dict[str, str], int]]:
    """What the numbers of a table lead to, and the numbers."""
    return [
        (dict(parse_qsl(unescape(href)[1:])), int(words.replace(".", "")))
        for href, words in _LINK.findall(html)
    ]


def _strongest(db: Connection) -> dict[str, object]:
    return recurrences.groups(db, Wanted())[0][0]


@pytest.mark.parametrize("order", recurrences.ORDERS)
def test_groups_are_those_of_the_database_in_the_order_asked_for(
    order: str, db: Connection
) -> None:
    found, total = recurrences.groups(db, Wanted(), order)
    (wanted,) = _ask(db, "SELECT count(*) FROM recurrence_groups WHERE members > 1")[0]
    assert len(found) == total == wanted
    ranked = [group[order] for group in found]
    assert ranked == sorted(ranked, reverse=True)


def test_groups_come_in_sheets_without_loss_or_repetition(db: Connection) -> None:
    whole, total = recurrences.groups(db, Wanted())
    sheets = [
        g for at in range(0, total, 7) for g in recurrences.groups(db, Wanted(), "terms", 7, at)[0]
    ]
    assert [g["group_id"] for g in sheets] == [g["group_id"] for g in whole]


@pytest.mark.parametrize("unit", [pytest.param(None, id="all"), pytest.param(UNIT, id="unit")])
def test_every_number_of_themes_by_terms_is_that_of_the_list_it_opens(
    unit: str | None, db: Connection
) -> None:
    head, rows = telling_recurrences.themes(recurrences.themes(db, unit), unit, data.terms(db))
    linked = _links(evidence.table(head, rows))
    assert len(linked) > 10
    for asked, number in linked:
        wanted = Wanted(asked.get(FIELDS["unit"]), asked[FIELDS["term"]], asked[FIELDS["theme"]])
        assert recurrences.groups(db, wanted)[1] == number


def test_every_number_of_units_by_terms_is_that_of_the_sentences_it_opens(db: Connection) -> None:
    group = str(_strongest(db)["group_id"])
    html = evidence.table(*telling_recurrences.times(recurrences.times(db, group), group))
    linked = _links(html)
    for asked, number in linked:
        unit, term = asked[FIELDS["unit"]], asked[FIELDS["term"]]
        assert recurrences.sentences(db, asked[GROUP], unit, term)[1] == number
    assert sum(number for _, number in linked) == _strongest(db)["members"]
    assert "–</td>" in html  # a unit without a document in a term is a gap


def test_group_has_every_sentence_promise_and_reason_of_the_database(db: Connection) -> None:
    group = str(_strongest(db)["group_id"])
    said, total = recurrences.sentences(db, group)
    members = _ask(db, "SELECT record_id FROM recurrence_members WHERE group_id = ?", group)
    assert {s["record_id"] for s in said} == {m for (m,) in members}
    assert total == len(members)
    links = _ask(
        db, "SELECT record_id, why FROM recurrence_links WHERE group_id = ? AND relation = 'label'",
        group,
    )  # fmt: skip
    assert {(s["record_id"], s["why"]) for s in said if s["why"]} == set(links)
    assert [s["record_id"] for s in said if s["is_label"]] == [_label(db, group)]
    promised = _ask(db, "SELECT record_id FROM recurrence_remedies WHERE group_id = ?", group)
    assert {p["record_id"] for p in recurrences.promises(db, group)} == {p for (p,) in promised}


def test_units_with_most_sentences_stand_for_many() -> None:
    found = [{"unit": u, "n": n} for u, n in [("A", 1), ("B", 2), ("A", 4), ("C", 3), ("D", 0)]]
    assert listing.leading(found, 2, "n") == [
        {"unit": "A", "n": 1}, {"unit": "A", "n": 4}, {"unit": "C", "n": 3},
    ]  # fmt: skip


def _label(db: Connection, group: str) -> object:
    return _ask(db, "SELECT label_record_id FROM recurrence_groups WHERE group_id = ?", group)[0][0]


def test_sentences_of_a_unit_and_what_it_promised_follow_each_other_by_day(db: Connection) -> None:
    group = str(_strongest(db)["group_id"])
    said, _ = recurrences.sentences(db, group, UNIT)
    promised = recurrences.promises(db, group, UNIT)
    html = telling_recurrences.told(said, promised)
    terms = re.findall(r"kd-head\">Nhiệm kỳ ([\d-]+)<", html)
    assert terms == sorted({r["term"] for r in [*said, *promised]})
    assert html.count("Mở trong văn bản") == len(said) + len(promised)
    assert html.count("Sau đó vẫn lặp lại") == sum(bool(p["came_back"]) for p in promised)


def test_number_of_citations_is_that_of_the_citations_it_opens(db: Connection) -> None:
    found, total = directives.cited(db, None, None)
    counted = """SELECT count(*) FROM citation_resolutions JOIN counted_documents
        USING (document_id) WHERE directive_id IS NOT NULL"""
    assert sum(d["citations"] for d in found) == _ask(db, counted)[0][0]
    assert len(found) == total
    for row in found[:10]:
        assert directives.citations(db, row["directive_id"])[1] == row["citations"]
        by_unit = directives.citing(db, row["directive_id"])
        html = evidence.table(*telling_directives.citing(by_unit, row["directive_id"]))
        assert sum(number for _, number in _links(html)) == row["citations"]


@pytest.mark.parametrize(
    ("part", "view"),
    [
        pytest.param("replaced", "citations_after_replacement", id="replaced"),
        pytest.param("disagreeing", "directive_disagreements", id="disagreeing"),
        pytest.param("open", "(FROM citation_resolutions WHERE directive_id IS NULL)", id="open"),
    ],
)
def test_what_is_amiss_with_citations_is_that_of_counted_documents(
    part: str, view: str, db: Connection
) -> None:
    sql = f"SELECT record_id FROM {view} JOIN counted_documents USING (document_id)"
    found, total = directives.PARTS[part](db, None, None, 100_000, 0)
    assert directives.numbers(db, None, None)[part] == total
    assert sorted((r["record_id"],) for r in found) == sorted(_ask(db, sql))
    assert total == len(found)
    assert len(telling_directives.table(part, found)) == len(found)


def test_doubts_are_those_of_counted_documents_by_rule_and_certainty(db: Connection) -> None:
    found, total = topics.doubts(db, None, None, None, None)
    assert total == len(found) == _ask(db, "SELECT sum(doubts) FROM unit_term_checks")[0][0]
    html = evidence.table(*telling.doubt_totals(topics.doubt_totals(db, None, None), None, None))
    linked = _links(html)
    assert sum(number for _, number in linked) == total
    for asked, number in linked:
        wanted = asked[addresses.FAMILY], asked[addresses.CERTAINTY]
        assert topics.doubts(db, None, None, *wanted)[1] == number


def test_both_places_of_a_doubt_open_in_the_text(db: Connection) -> None:
    for row in topics.doubts(db, None, None, None, None)[0]:
        html = telling.doubts([row], data.around(db, telling.doubt_places([row])))
        places = [dict(parse_qsl(unescape(h)[1:])) for h in re.findall(r'href="(\?[^"]+)"', html)]
        assert len(places) == 2 + bool(row["other_quote"])
        assert {p["trang"] for p in places} == {addresses.READER}
        assert all("ban_ghi" in p or "cho" in p for p in places)
        assert str(row["arithmetic"] or "") in unescape(html)


def test_indicators_are_those_of_the_metric_with_the_missed_first(db: Connection) -> None:
    found, total = topics.indicators(db, None, None, None)
    sql = "SELECT status, sum(indicators) FROM unit_term_indicators GROUP BY 1"
    sums: dict[str, int] = dict(_ask(db, sql))
    order = [r["status"] for r in found]
    assert {status: order.count(status) for status in sums} == sums
    assert order[: order.count("missed")] == ["missed"] * order.count("missed")
    assert total == len(found)


@pytest.mark.parametrize(
    ("by", "also"),
    [
        pytest.param("unit", {"term": "2015-2020"}, id="units of a term"),
        pytest.param("term", {"unit": UNIT}, id="terms of a unit"),
        pytest.param("unit", {}, id="all units"),
    ],
)
def test_number_of_indicators_is_that_of_the_records_it_opens(
    by: str, also: dict[str, str], db: Connection
) -> None:
    place = also.get("unit"), also.get("term")
    found = topics.indicator_totals(db, *place, by)
    html = evidence.table(*telling.statuses(found, by, *place))
    linked = _links(html)
    assert linked
    for asked, number in linked:
        assert data.count(db, addresses.figure_of(asked.items())) == number
    bars = telling.status_bars(found, by, *place)
    assert bars["records"].sum() == sum(number for _, number in linked)


def test_figures_of_oversight_are_those_of_the_view_and_of_their_records(db: Connection) -> None:
    found, total = topics.oversight(db, None, None, None)
    assert total == len(found) == _ask(db, "SELECT count(*) FROM unit_term_oversight")[0][0]
    one, _ = topics.oversight(db, UNIT, None, None)
    linked = _links(evidence.table(*telling.over_terms(one)))
    assert sorted(n for _, n in linked) == sorted(int(r["value"]) for r in one)
    for row in one:
        records = data.rows(data.records(db, Figure(record_ids=tuple(row["record_ids"]))))
        assert sum(r["value"] for r in records) == row["value"]


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of one report."""
    return database_of(tmp_path_factory.mktemp("one"), {"a.txt": report(1)})


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database without a document."""
    return emptied(database_of(tmp_path_factory.mktemp("empty"), {"a.txt": report(1)}))


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts that look like code and say the same shortcoming in two terms."""
    later = EVIL.replace("I. Hạn chế", "Nhiệm kỳ 2020 - 2025\n\nI. Hạn chế")
    return database_of(tmp_path_factory.mktemp("evil"), {"a.txt": EVIL, "b.txt": later})


@pytest.mark.parametrize("page", PAGES)
def test_page_of_an_empty_database_says_what_to_do(
    page: str, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = shown(opened(empty, monkeypatch, trang=page))
    assert PAGES[page] in html
    assert "Kho chưa có văn bản nào" in html


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param("lap-lai", "Không có hạn chế nào lặp lại", id="recurring"),
        pytest.param("chi-tieu", "Không có chỉ tiêu nào", id="indicators"),
        pytest.param("kiem-tra", "Văn bản không nêu số liệu nào", id="oversight"),
        pytest.param("vien-dan", "05-CT/TW", id="citations"),
        pytest.param("so-lieu", "Không thấy chỗ nào chưa khớp", id="checks"),
    ],
)
def test_page_of_one_report_has_its_row_or_says_that_there_is_none(
    page: str, words: str, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words in shown(opened(one, monkeypatch, trang=page))


@pytest.mark.parametrize(
    ("params", "words"),
    [
        pytest.param({"trang": "lap-lai", "nhom": "dead"}, "Không có nhóm nào ở địa", id="group"),
        pytest.param({"trang": "lap-lai", "don_vi": "Nơi khác"}, "hạn chế lặp lại", id="unit"),
        pytest.param({"trang": "lap-lai", "xep": "x", "so": "99"}, "hạn chế lặp lại", id="order"),
        pytest.param({"trang": "lap-lai", "theo_doi": "1"}, "Không có hạn chế nào", id="watched"),
        pytest.param(
            {"trang": "vien-dan", "vien_dan": "x"}, "Không có văn bản nào", id="directive"
        ),
        pytest.param({"trang": "vien-dan", "phan": "x"}, "05-CT/TW", id="part"),
        pytest.param({"trang": "vien-dan", "so": "99"}, "Lần viện dẫn", id="sheet"),
        pytest.param({"trang": "so-lieu", "phep_kiem": "x"}, "chỗ chưa khớp", id="rule"),
        pytest.param({"trang": "chi-tieu", "phan_loai": "x", "so": "9"}, "chưa đạt", id="status"),
        pytest.param({"trang": "kiem-tra", "linh_vuc": "x"}, "Kiểm tra", id="category"),
    ],
)
def test_wrong_address_leads_to_words_and_not_to_an_error(
    params: dict[str, str], words: str, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert words in shown(opened(samples, monkeypatch, **params))


def test_words_that_look_like_code_are_words(evil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with data.connect(evil.resolve()) as db:
        found, _ = recurrences.groups(db, Wanted())
    assert found
    for group in found:
        html = shown(opened(evil, monkeypatch, trang="lap-lai", nhom=group["group_id"]))
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html or "=cmd()" in html


def test_group_is_watched_with_a_note_split_and_let_go(
    samples: Path, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = _strongest(db)
    reviews = Reviews(samples)
    app = opened(samples, monkeypatch, trang="lap-lai", nhom=str(group["group_id"]))
    app.text_input(key="watch-note").input("xem lại quý sau")
    app.button(key="watch").click().run()  # in one run with the words typed
    assert "Đang theo dõi" in shown(app) and "xem lại quý sau" in shown(app)
    assert "đang theo dõi" in shown(opened(samples, monkeypatch, trang="lap-lai", theo_doi="1"))
    said, total = recurrences.sentences(db, str(group["group_id"]))
    app.multiselect(key="split-of").select(said[0]["record_id"]).run()
    app.button(key="split").click().run()
    watch, split = reviews.listing()
    assert (watch.kind, watch.note, watch.anchors[0].quote) == (
        "watch", "xem lại quý sau", group["label"],
    )  # fmt: skip
    assert (split.kind, [a.quote for a in split.anchors]) == ("split", [said[0]["quote"]])
    assert (
        len(split.kept) == len(set(recurrences.wordings(db, str(group["group_id"])).values())) - 1
    )
    app.button(key="note").click().run()  # without words there is nothing to note
    app.text_input(key="note-note").input("đã hỏi lại")
    app.button(key="note").click().run()
    note = reviews.listing()[-1]
    assert (note.kind, note.note) == ("note", "đã hỏi lại")
    for review in (watch, split, note):
        app.button(key=f"w{review.id}").click().run()
    assert reviews.listing() == ()
    assert total == len(said)


def test_groups_are_joined_under_the_one_shown(
    samples: Path, db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = _strongest(db)
    others = recurrences.akin(db, str(group["group_id"]), str(group["theme"]))
    other = next(iter(others))
    app = opened(samples, monkeypatch, trang="lap-lai", nhom=str(group["group_id"]))
    app.selectbox(key="join-with").select(other).run()
    app.button(key="join").click().run()
    (review,) = Reviews(samples).listing()
    assert (review.kind, [a.quote for a in review.anchors]) == (
        "join", [group["label"], others[other]],
    )  # fmt: skip
    Reviews(samples).withdraw(review.id)
