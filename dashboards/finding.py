"""What a person typed -> the sentences found, with their document and records."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboards import addresses, data, evidence, titles
from dashboards.evidence import Cell, Highlight
from dashboards.labels import label
from dashboards.reading import Place
from pipeline.model import Span
from pipeline.search.query import RANKED, Found, Narrow, search
from pipeline.search.words import Abbreviations, Query, matches, query


@dataclass(frozen=True, slots=True)
class Search:
    """What was typed, what is asked for by it, and what was found."""

    typed: str
    wanted: Query
    found: Found


def searched(
    db: data.Connection, typed: str, narrow: Narrow, short: Abbreviations, apart: bool
) -> Search:
    """The sentences found, the best first; `apart`: also those with the words far apart."""
    wanted = query(typed, short)
    return Search(typed, wanted, search(db, wanted, narrow, apart))


def told(done: Search) -> str:
    """How many sentences were found, and how they agree with what was typed."""
    found = done.found
    if found.missing:
        words = ", ".join(f"“{w}”" for w in found.missing)
        return evidence.note(f"Không có chữ {words} trong kho. Hãy bỏ chữ đó hoặc viết khác.")
    how = "" if found.close else ", kể cả câu có các chữ đứng rời nhau"
    more = f"; hiện {RANKED} câu sát nhất" if found.total > RANKED else ""
    return evidence.lead(f"{titles.number(found.total)} câu", f"“{done.typed}”{how}{more}")


def hits(db: data.Connection, done: Search, skipped: int, shown: int, short: Abbreviations) -> str:
    """So many sentences after some, each opening its place in the reader."""
    rows = _rows(db, done.found.sentences[skipped : skipped + shown])
    records = _records(db, [r["sentence"] for r in rows])
    return "".join(_hit(row, records.get(row["sentence"], []), done, short) for row in rows)


def words_in(text: str, place: Place, short: Abbreviations) -> list[Span]:
    """Where the words looked for stand in the sentence that the address names."""
    if not (place.span and place.query):
        return []
    start, end = place.span
    found = matches(text[start:end], query(place.query, short), short)
    return [Span(start + a, start + b) for a, b in found]


def _rows(db: data.Connection, sentences: Sequence[int]) -> data.Rows:
    sql = f"""WITH {_CHOSEN}, t AS MATERIALIZED (FROM texts WHERE {_HERE}),
            d AS MATERIALIZED (FROM document_list WHERE {_HERE})
        SELECT s.*, t.text[s.span_start + 1 : s.span_end] AS quote, d.path, d.doc_type,
            d.issued_on, d.unit_label AS unit, d.term_label AS term
        FROM s JOIN t USING (document_id) JOIN d USING (document_id)
        ORDER BY list_position($sentences, s.sentence)"""
    return data.asked(db, sql, _wanted(db, sentences))


def _records(db: data.Connection, sentences: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    """Sentence -> type and id of its records, in the order of the text."""
    sql = f"""WITH {_CHOSEN}, r AS MATERIALIZED (FROM records WHERE {_HERE})
        SELECT s.sentence, list((r.type, r.record_id) ORDER BY r.span_start, r.record_id)
        FROM s JOIN r ON r.document_id = s.document_id
            AND r.span_start < s.span_end AND r.span_end > s.span_start GROUP BY 1"""
    return dict(db.cursor().execute(sql, _wanted(db, sentences)).fetchall())


# The documents are named first: then few are looked up, where a join would read them all.
_CHOSEN = """s AS MATERIALIZED
    (FROM search_sentences WHERE sentence IN (SELECT unnest($sentences::INTEGER[])))"""
_HERE = "document_id IN (SELECT unnest($documents::VARCHAR[]))"


def _wanted(db: data.Connection, sentences: Sequence[int]) -> dict[str, list[Any]]:
    wanted = {"sentences": list(sentences)}
    sql = f"WITH {_CHOSEN} SELECT DISTINCT document_id FROM s"
    documents = [row["document_id"] for row in data.asked(db, sql, wanted)]
    return wanted | {"documents": documents}


def _hit(
    row: dict[str, Any],
    records: Sequence[tuple[str, str]],
    done: Search,
    short: Abbreviations,
) -> str:
    text, document = str(row["quote"]), str(row["document_id"])
    marks = [Highlight(Span(a, b), "hit", "") for a, b in matches(text, done.wanted, short)]
    page = "" if row["page"] is None else f"trang {int(row['page'])}"
    where = " · ".join(w for w in (str(row["path"]), titles.document(row), page) if w)
    address = addresses.sentence_link(
        document, int(row["span_start"]), int(row["span_end"]), done.typed
    )
    chips = [
        Cell(label("types", kind), addresses.record_link(document, record))
        for kind, record in dict(records).items()
    ]
    return evidence.hit(evidence.passage(text, marks, Span(0, len(text))), where, address, chips)
