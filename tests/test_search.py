"""What the search box finds: without diacritics or as spelled, abbreviations written out."""

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pytest

from pipeline import across, store
from pipeline.model import Span
from pipeline.records import DocumentInfo, Extraction, Shortcoming
from pipeline.reference import Reference
from pipeline.rows import Row, info_row, rows
from pipeline.search import rows as search_rows
from pipeline.search.query import Found, Narrow, search
from pipeline.search.words import Abbreviations, Query, matches, query
from pipeline.text import fold, key
from tests.documents import make_doc

_TEXTS = {
    "a": "Đảng ủy xã đang kiểm tra chi bộ. Đất đai đạt kết quả. BCH có 15 đ/c.",
    "b": "UBKT Đảng uỷ phường kỷ luật 2 đảng viên. Chi bộ kỷ cương, luật lệ.",
    "c": "Ban Chấp hành họp. Thực hiện Chỉ thị 05-CT/TW. Ông Hoà có mặt.",
}


@pytest.fixture(scope="module")
def db(words: Reference) -> Iterator[duckdb.DuckDBPyConnection]:
    """Three documents of two units."""
    with duckdb.connect() as connection:
        version = store.Version(connection)
        for id, text in _TEXTS.items():
            extraction = _extraction(id, text)
            found = rows(extraction, {}) | search_rows.rows(extraction, Abbreviations.of(words))
            version.add(_row(extraction), found)
        version.flush()
        for stage in ("units", "terms", "search"):
            dict(across.STAGES)[stage](connection, words)
        yield connection


def _extraction(id: str, text: str) -> Extraction:
    document = replace(make_doc(text), id=id)
    first = Shortcoming(span=Span(0, 12), rule="r", kind="shortcoming", themes=("unity",))
    unit = "Đảng bộ phường Một" if id == "b" else "Đảng bộ xã Hai"
    info = DocumentInfo(doc_type="news" if id == "c" else "form", unit=unit, term="2020-2025")
    return Extraction(document=document, info=info, records=(first,) if id == "b" else ())


def _row(extraction: Extraction) -> Row:
    form, reader, *rest = info_row(extraction)
    id = extraction.document.id
    return (id, f"{id}.txt", f"{id}.txt", [], form, reader, id, 1, *rest, "run", "v")


def _found(
    db: duckdb.DuckDBPyConnection, typed: str, words: Reference, narrow: Narrow | None = None
) -> list[str]:
    """The sentences found, the best first."""
    found = search(db, query(typed, Abbreviations.of(words)), narrow or Narrow())
    sql = "SELECT document_id, span_start, span_end FROM search_sentences WHERE sentence = ?"
    places = [db.execute(sql, [s]).fetchall()[0] for s in found.sentences]
    assert found.total == len(places)
    return [_TEXTS[id][start:end] for id, start, end in places]


_PARTY = "Đảng ủy xã đang kiểm tra chi bộ."
_LAND = "Đất đai đạt kết quả."
_FIFTEEN = "BCH có 15 đ/c."
_TWO = "UBKT Đảng uỷ phường kỷ luật 2 đảng viên."
_ORDER = "Chi bộ kỷ cương, luật lệ."
_MEETING = "Ban Chấp hành họp."
_DIRECTIVE = "Thực hiện Chỉ thị 05-CT/TW."
_MAN = "Ông Hoà có mặt."


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("dang uy", [_TWO, _PARTY], id="without diacritics, a record first"),
        pytest.param("DANG UY", [_TWO, _PARTY], id="in capitals"),
        pytest.param("đảng ủy", [_TWO, _PARTY], id="tone mark in the new place"),
        pytest.param("đảng uỷ", [_TWO, _PARTY], id="tone mark in the old place"),
        pytest.param("đảng kiểm tra", [_TWO, _PARTY], id="nowhere side by side"),
        pytest.param("đang uy", [_TWO, _PARTY], id="spelled as nowhere in the archive"),
        pytest.param("ky luat", [_TWO], id="side by side"),
        pytest.param("kỷ luật", [_TWO], id="the same as spelled"),
        pytest.param("BCH", [_MEETING, _FIFTEEN], id="abbreviation finds the words"),
        pytest.param("bch", [_MEETING, _FIFTEEN], id="in small letters"),
        pytest.param("ban chap hanh", [_MEETING, _FIFTEEN], id="words find the abbreviation"),
        pytest.param("UBKT", [_TWO], id="an abbreviation of an abbreviation in the text"),
        pytest.param("uỷ ban kiểm tra", [_TWO, _PARTY][:1], id="its words as spelled"),
        pytest.param("15 đ/c", [_FIFTEEN], id="with a stroke"),
        pytest.param("dong chi", [_FIFTEEN], id="what it stands for"),
        pytest.param("d/c", [_FIFTEEN], id="with a stroke, without diacritics"),
        pytest.param("05-CT/TW", [_DIRECTIVE], id="number of a document"),
        pytest.param("chỉ thị 05", [_DIRECTIVE], id="part of a number"),
        pytest.param("hoa", [_MAN], id="one word"),
        pytest.param("hòa", [_MAN], id="one word, the other place of its tone mark"),
        pytest.param("đạt đất", [_LAND], id="in another order"),
        pytest.param("khong co gi", [], id="a word that stands nowhere"),
        pytest.param("dat uy", [], id="never in one sentence"),
        pytest.param("' OR 1=1 --", [], id="signs are no SQL"),
        pytest.param("", [], id="nothing"),
        pytest.param("?! …", [], id="signs only"),
    ],
)
def test_sentences_are_found_in_the_order_of_their_worth(
    typed: str, expected: list[str], db: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    assert _found(db, typed, words) == expected


@pytest.mark.parametrize(
    ("narrow", "expected"),
    [
        pytest.param(Narrow(unit="Đảng bộ phường Một"), [_TWO], id="unit"),
        pytest.param(Narrow(unit="x' OR '1'='1"), [], id="a unit that is SQL"),
        pytest.param(Narrow(term="2015-2020"), [], id="term"),
        pytest.param(Narrow(doc_type="form", term="2020-2025"), [_TWO, _PARTY], id="two of them"),
        pytest.param(Narrow(type="shortcoming"), [_TWO], id="type of record"),
        pytest.param(Narrow(type="cause"), [], id="type without a record"),
        pytest.param(Narrow(type="unknown"), [], id="no such type"),
    ],
)
def test_a_search_is_narrowed(
    narrow: Narrow, expected: list[str], db: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    assert _found(db, "dang uy", words, narrow) == expected


def test_words_apart_are_found_where_that_is_asked_for(
    db: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    wanted = query("ky luat", Abbreviations.of(words))
    beside, anywhere = (search(db, wanted, Narrow(), apart=a) for a in (False, True))
    assert (beside.total, beside.close) == (1, True)
    assert (anywhere.total, anywhere.close) == (2, False)
    assert anywhere.sentences[:1] == beside.sentences


def test_words_that_stand_nowhere_are_named(
    db: duckdb.DuckDBPyConnection, words: Reference
) -> None:
    asked = query("dang xyz", Abbreviations.of(words))
    assert search(db, asked, Narrow()) == Found(missing=("xyz",))


def test_a_long_query_is_cut() -> None:
    assert query("a " * 50, Abbreviations({})) == Query(("a",) * 12, accented=False)


def test_words_of_the_query_are_marked_where_they_stand(words: Reference) -> None:
    short = Abbreviations.of(words)
    text = "BCH Đảng uỷ họp; đang bàn."
    found = [text[a:b] for a, b in matches(text, query("ban chap hanh dang", short), short)]
    assert found == ["BCH", "Đảng", "đang", "bàn"]
    assert [text[a:b] for a, b in matches(text, query("đảng ủy", short), short)] == ["Đảng", "uỷ"]


def test_abbreviations_are_told_apart_also_without_diacritics(words: Reference) -> None:
    told = words.data["abbreviations"]
    assert [s for s, e in told.items() if set(e) != {"full", "seen"}] == []
    full: dict[str, str] = {}
    for short, entry in told.items():
        assert full.setdefault(fold(short), fold(entry["full"])) == fold(entry["full"])
    syllables = {key(s) for s in words.data["syllables"]}
    assert [s for s in told if key(s) in syllables] == []
