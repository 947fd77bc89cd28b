"""A query -> the sentences that hold its words, the best first."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import duckdb

from pipeline.search.index import TYPE_BITS
from pipeline.search.words import Query
from pipeline.text import fold

RANKED = 200
"""Sentences that are put in order; whoever wants more narrows the search."""


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a hit must agree with: its document, and the type of a record in the sentence."""

    unit: str | None = None
    term: str | None = None
    doc_type: str | None = None
    type: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The numbers of at most `RANKED` sentences, the best first, and how many there are.

    `close`: they hold the words in pairs as typed; `missing`: words that stand nowhere.
    """

    sentences: tuple[int, ...] = ()
    total: int = 0
    close: bool = True
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Term:
    """A word of the query: its number, and the spellings that agree with what was typed."""

    word: int
    spellings: tuple[int, ...]
    alike: bool
    """Whether every spelling of the word agrees."""


def search(
    db: duckdb.DuckDBPyConnection, wanted: Query, narrow: Narrow, apart: bool = False
) -> Found:
    """The sentences that hold all words: side by side as typed, or where none does, anywhere.

    `apart`: anywhere, though there are such with the words side by side.
    """
    if not wanted.words:
        return Found()
    terms = _terms(db, wanted)
    missing = tuple(w for w, t in zip(wanted.words, terms, strict=True) if t is None)
    known = [t for t in terms if t is not None]
    if missing or not known:
        return Found(missing=missing)
    close = Found() if apart else _ranked(db, *_close(known), narrow)
    if close.total or (len(known) == 1 and known[0].alike and not apart):
        return close
    anywhere = _ranked(db, *_anywhere(known), narrow)
    return Found(anywhere.sentences, anywhere.total, close=False)


def _terms(db: duckdb.DuckDBPyConnection, wanted: Query) -> list[_Term | None]:
    sql = """SELECT folded, word, list(spelling ORDER BY spelling), list(written ORDER BY spelling)
        FROM search_words WHERE list_contains(?, folded) GROUP BY ALL"""
    folded = [fold(w) for w in wanted.words]
    rows = db.cursor().execute(sql, [list(dict.fromkeys(folded))]).fetchall()
    found = {told: (word, ids, written) for told, word, ids, written in rows}
    return [
        _term(*found[f], w if wanted.accented else None) if f in found else None
        for f, w in zip(folded, wanted.words, strict=True)
    ]


def _term(word: int, spellings: Sequence[int], written: Sequence[str], typed: str | None) -> _Term:
    """The word as typed; in all its spellings where it was typed without or never stands so."""
    if typed not in written:
        return _Term(word, tuple(spellings), alike=True)
    return _Term(word, (spellings[written.index(typed)],), alike=len(written) == 1)


def _close(terms: Sequence[_Term]) -> tuple[list[str], str]:
    """Lists of sentences with two words of the query side by side; a last odd word alone."""
    lists = []
    for i in range(0, len(terms), 2):
        pair = terms[i : i + 2]
        lists.append(f"{_of(pair[0])} AND {_alone(*pair) if len(pair) == 1 else _beside(*pair)}")
    return lists, "0"


def _anywhere(terms: Sequence[_Term]) -> tuple[list[str], str]:
    """Lists of sentences with a word of the query, whatever its diacritics; how many as typed."""
    distinct = list({t.word: t for t in terms}.values())
    typed = " + ".join(
        f"(p{i}.spelling IN {_numbers(t.spellings)})::INTEGER" for i, t in enumerate(distinct)
    )
    after = {t.word: n.spellings for t, n in pairwise(terms)}
    close = "".join(
        f" + 2 * coalesce(p{i}.next IN {_numbers(after[t.word])}, false)::INTEGER"
        for i, t in enumerate(distinct)
        if t.word in after
    )
    return [f"{_of(t)} AND first = 2" for t in distinct], typed + close


def _of(term: _Term) -> str:
    return f"word = {term.word}"


def _alone(term: _Term) -> str:
    return "first = 2" if term.alike else f"first > 0 AND spelling IN {_numbers(term.spellings)}"


def _beside(term: _Term, after: _Term) -> str:
    spelled = "" if term.alike else f"spelling IN {_numbers(term.spellings)} AND "
    return f"{spelled}next IN {_numbers(after.spellings)}"


def _numbers(values: Sequence[int]) -> str:
    return f"({', '.join(map(str, values))})"


def _ranked(
    db: duckdb.DuckDBPyConnection, lists: Sequence[str], rank: str, narrow: Narrow
) -> Found:
    """The sentences on all lists: by rank, those with records first, then the shorter.

    The score holds the number of the sentence, so that the same search has the same order.
    """
    everywhere, tests, values = _narrowing(db, narrow)
    joined = " ".join(
        f"{'FROM' if i == 0 else 'JOIN'} (FROM search_postings WHERE {where}{everywhere}) p{i}"
        + ("" if i == 0 else " USING (sentence)")
        for i, where in enumerate(lists)
    )
    sql = f"""SELECT count(*), max(
            ((({rank}) * 2 + (p0.types > 0)::INTEGER) * 256 + 255 - p0.length::BIGINT)
            * {_SPACE} + {_SPACE} - 1 - sentence, {RANKED})
        {joined} WHERE {" AND ".join(tests) or "true"}"""
    ((total, scores),) = db.cursor().execute(sql, values).fetchall()
    return Found(tuple(_SPACE - 1 - score % _SPACE for score in scores or ()), total)


_SPACE = 1 << 31
"""Above the number of any sentence."""


def _narrowing(db: duckdb.DuckDBPyConnection, narrow: Narrow) -> tuple[str, list[str], list[str]]:
    """What every list is cut by (its rows of a unit lie together); tests of the hits; values."""
    everywhere = ""
    if narrow.type is not None:
        everywhere += f" AND types & {TYPE_BITS.get(narrow.type, 0)} > 0"
    if narrow.unit is not None:
        sql = "SELECT min(document), max(document) FROM search_documents WHERE unit = ?"
        ((first, last),) = db.cursor().execute(sql, [narrow.unit]).fetchall()
        everywhere += f" AND document BETWEEN {first or 0} AND {last or 0}"
    given = {n: v for n in ("term", "doc_type") if (v := getattr(narrow, n)) is not None}
    where = " AND ".join(f"{name} = ?" for name in given)
    tests = [f"p0.document IN (SELECT document FROM search_documents WHERE {where})"]
    return everywhere, tests if given else [], list(given.values())
