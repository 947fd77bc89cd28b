"""The database -> what the brief says of a unit in a term, with the records it rests on."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import duckdb

from pipeline.errors import UsageError
from pipeline.names import Names
from pipeline.reference import Reference

_MOST = 40
"""Rows of a table at most; what is left out is said."""

_MOST_QUOTED = 6
"""Sentences that a line about several of them quotes at most."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure stands: the words, the document, the page (None where it has none).

    `row`: the whole row of a table, where the words are one of its cells.
    """

    quote: str
    path: str
    page: int | None
    record_id: str | None = None
    row: str | None = None

    def __str__(self) -> str:
        where = self.path if self.page is None else f"{self.path}, trang {self.page}"
        return f"“{self.row or self.quote}” ({where})"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, and what it rests on."""

    cells: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief: a table, or where it has no row, only what `remark` says."""

    title: str
    remark: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """What the brief says; `made_from` says of how many documents and which reading."""

    unit: str
    term: str
    made_from: str
    sections: tuple[Section, ...]


Told: TypeAlias = tuple[tuple[str, ...], Sequence[Source | str]]
"""A line before its sources are looked up: a record stands for its place."""

_Part: TypeAlias = tuple[str, str, tuple[str, ...], list[Told]]
"""Title, remark, head and lines."""


class _Teller:
    """Asks the database and puts codes into words."""

    def __init__(
        self, db: duckdb.DuckDBPyConnection, unit: str, term: str, words: Reference, masked: bool
    ) -> None:
        self._db = db
        self._place = {"unit": unit, "term": term}
        self._labels: Mapping[str, Mapping[str, str]] = words.data["labels"]
        self._names = Names.of(words) if masked else None

    def rows(self, sql: str, **more: Any) -> list[tuple[Any, ...]]:
        """The rows of a query over the unit and term."""
        wanted = {n: v for n, v in (self._place | more).items() if f"${n}" in sql}
        found: list[tuple[Any, ...]] = self._db.execute(sql, wanted).fetchall()
        return found

    def label(self, group: str, code: str | None) -> str:
        return "" if code is None else self._labels[group].get(code, code)

    def said(self, words: str | None) -> str:
        """Words of a document, names of persons masked."""
        plain = " ".join((words or "").split())
        return self._names.masked(plain) if self._names else plain

    def sources(self, record_ids: Sequence[str]) -> dict[str, Source]:
        """Record -> where it stands; by their keys, for a list of them would read all records."""
        if not record_ids:
            return {}
        sql = f"""SELECT record_id, quote, page, document_id, span_start FROM records
            WHERE record_id IN ({", ".join("?" * len(record_ids))})"""
        found = self._db.execute(sql, list(record_ids)).fetchall()
        paths = self._told("path FROM documents", {document for *_, document, _ in found})
        rows = self._rows([(record, document, start) for record, *_, document, start in found])
        return {
            record: Source(self.said(quote), paths[document], page, record, rows.get(record))
            for record, quote, page, document, _ in found
        }

    def _rows(self, places: Sequence[tuple[str, str, int]]) -> dict[str, str]:
        """Record -> the words of the row of a table that it stands in."""
        sql = """WITH asked AS (SELECT unnest($records) AS record_id,
                unnest($documents) AS document_id, unnest($starts) AS span_start)
            SELECT a.record_id, a.document_id, min(x.span_start), max(x.span_end)
            FROM asked a JOIN cells c ON c.document_id = a.document_id
                AND a.span_start >= c.span_start AND a.span_start < c.span_end
            JOIN cells x ON x.document_id = c.document_id AND x.block = c.block AND x.row = c.row
            GROUP BY ALL"""
        named = zip(("records", "documents", "starts"), zip(*places, strict=True), strict=True)
        found = self._db.execute(sql, {n: list(values) for n, values in named}).fetchall()
        texts = self._told("text FROM texts", {document for _, document, *_ in found})
        return {
            record: self.said(texts[document][first:last].replace("\t", " | "))
            for record, document, first, last in found
        }

    def _told(self, what: str, documents: Collection[str]) -> dict[str, str]:
        """Document -> a column of a table."""
        sql = f"SELECT document_id, {what} WHERE document_id IN (SELECT unnest($ids::VARCHAR[]))"
        return dict(self._db.execute(sql, {"ids": list(documents)}).fetchall())


def gather(
    db: duckdb.DuckDBPyConnection, unit: str, term: str, words: Reference, masked: bool = True
) -> Brief:
    """What the archive knows of a unit in a term; UsageError where it has no document of it."""
    tell = _Teller(db, unit, term, words, masked)
    documents = tell.rows(
        "SELECT count(*) FROM counted_documents WHERE unit_label = $unit AND term_label = $term"
    )[0][0]
    if not documents:
        raise UsageError(
            f"{unit}, {term}: there is no document of this unit and term; "
            "the page Tổng quan lists those there are."
        )
    ((read,),) = tell.rows("SELECT max(finished) FROM runs")
    made_from = f"Lập từ {documents} văn bản trong kho"
    return Brief(
        unit,
        term,
        f"{made_from}, đọc ngày {read:%d/%m/%Y}." if read else f"{made_from}.",
        _sections(tell, list(_parts(tell))),
    )


def _sections(tell: _Teller, parts: Sequence[_Part]) -> tuple[Section, ...]:
    """The parts of the brief, each line with what it rests on."""
    resting = [s for *_, lines in parts for _, sources in lines[:_MOST] for s in sources]
    records = [s if isinstance(s, str) else s.record_id for s in resting]
    places = tell.sources([record for record in records if record])
    return tuple(
        Section(
            title,
            _remark(title, remark, len(lines)),
            head,
            tuple(
                Row(cells, tuple(_placed(s, places) for s in sources))
                for cells, sources in lines[:_MOST]
            ),
        )
        for title, remark, head, lines in parts
    )


def _placed(source: Source | str, places: Mapping[str, Source]) -> Source:
    """The place of a record; of a statement that of its record, where both have the same words."""
    if isinstance(source, str):
        return places[source]
    found = places.get(source.record_id or "")
    return found if found and found.quote == source.quote else source


_NONE = {
    "Hạn chế lặp lại": "Không thấy hạn chế nào nêu ở nhiều nhiệm kỳ.",
    "Số liệu chưa khớp": "Không thấy chỗ nào chưa khớp.",
}
"""What is said of a part that no document states itself, where it has no line."""


def _remark(title: str, remark: str, lines: int) -> str:
    if not lines:
        return _NONE.get(title, "Văn bản trong kho không nêu.")
    return f"{remark} Nêu {_MOST} trong {lines} dòng.".strip() if lines > _MOST else remark


def _parts(tell: _Teller) -> Iterator[_Part]:
    yield "Tổ chức, đảng viên", "Số liệu của văn bản mới nhất có nêu.", _MEMBERS, _members(tell)
    yield "Kết quả chỉ tiêu", "", _SUMMARY, _summary(tell)
    yield "Chỉ tiêu chưa đạt", "", _INDICATORS, _indicators(tell, ("missed",))
    yield "Chỉ tiêu đạt và vượt", "", _INDICATORS, _indicators(tell, ("exceeded", "met"))
    yield (
        "Hạn chế lặp lại",
        "Hạn chế của đơn vị (kể cả các đơn vị tiền thân) nêu ở nhiều nhiệm kỳ; chú thích dẫn tối "
        f"đa {_MOST_QUOTED} câu.",
        _RECURRING,
        _recurring(tell),
    )
    yield "Đã hứa khắc phục", "Giải pháp, nhiệm vụ nêu trong nhiệm kỳ.", _PROMISED, _promised(tell)
    yield (
        "Kiểm tra, giám sát, kỷ luật, khen thưởng",
        "Cộng số lớn nhất của mỗi văn bản; có báo cáo cả nhiệm kỳ thì chỉ lấy báo cáo đó.",
        _OVERSIGHT,
        _oversight(tell),
    )
    yield (
        "Số liệu chưa khớp",
        "Hai chỗ nêu trái nhau hoặc không thể đúng; chưa sửa gì, cần đối chiếu.",
        _DOUBTS,
        _doubts(tell),
    )


_MEMBERS = ("Nội dung", "Số lượng")
_SUMMARY = ("Kết quả", "Số chỉ tiêu")
_INDICATORS = ("Chỉ tiêu", "Mục tiêu", "Kết quả", "Đánh giá")
_RECURRING = ("Hạn chế", "Nhiệm kỳ", "Số câu", "Giải pháp đã hứa", "Hứa rồi vẫn lặp lại")
_PROMISED = ("Chủ đề", "Giải pháp, nhiệm vụ")
_OVERSIGHT = ("Nội dung", "Số lượng")
_DOUBTS = ("Điều chưa khớp", "Phép tính")


def _members(tell: _Teller) -> list[Told]:
    sql = """SELECT subject, attribute, value, percent, record_id FROM unit_term_counts
        WHERE unit = $unit AND term = $term AND subject IN
            ('party_member', 'party_cell', 'party_organization', 'committee_member')
        ORDER BY subject <> 'party_member', subject, attribute <> 'total', attribute"""
    return [
        (
            (
                f"{tell.label('subjects', subject)} – {tell.label('attributes', part).lower()}",
                number(value) if value is not None else f"{number(percent)}%",
            ),
            [record],
        )
        for subject, part, value, percent, record in tell.rows(sql)
        if value is not None or percent is not None
    ]


def _summary(tell: _Teller) -> list[Told]:
    sql = """SELECT i.status, count(*), list(record_id ORDER BY record_id)
        FROM indicators i JOIN counted_documents d USING (document_id)
        WHERE d.unit_label = $unit AND d.term_label = $term GROUP BY 1
        ORDER BY list_position(['exceeded', 'met', 'missed', 'unknown'], i.status)"""
    return [((tell.label("statuses", status), number(n)), ids) for status, n, ids in tell.rows(sql)]


def _indicators(tell: _Teller, statuses: Sequence[str]) -> list[Told]:
    sql = """SELECT i.name, i.target, i.value, i.unit, i.status, i.record_id
        FROM indicators i JOIN counted_documents d USING (document_id)
        WHERE d.unit_label = $unit AND d.term_label = $term AND list_contains($statuses, i.status)
        ORDER BY i.status, d.issued_on DESC NULLS LAST, d.path, i.span_start, i.record_id"""
    return [
        (
            (
                tell.said(name),
                _amount(target, unit),
                _amount(value, unit),
                tell.label("statuses", s),
            ),
            [record],
        )
        for name, target, value, unit, s, record in tell.rows(sql, statuses=list(statuses))
    ]


def _recurring(tell: _Teller) -> list[Told]:
    sql = """SELECT r.label, r.in_terms, r.members, r.remedies, r.came_back,
            (SELECT list(m.record_id ORDER BY m.said_on, m.record_id) FROM recurrence_members m
                WHERE m.group_id = r.group_id AND m.family = r.family)
        FROM recurrence_by_unit r
        WHERE r.terms > 1 AND r.family IN (SELECT family_id FROM document_list
            WHERE unit_label = $unit AND term_label = $term) AND list_contains(r.in_terms, $term)
        ORDER BY r.terms DESC, r.members DESC, r.label"""
    return [
        (
            (tell.said(label), ", ".join(terms), number(n), number(remedies), number(back)),
            ids[:_MOST_QUOTED],
        )
        for label, terms, n, remedies, back, ids in tell.rows(sql)
    ]


def _promised(tell: _Teller) -> list[Told]:
    sql = """SELECT r.themes[1], r.quote, r.record_id
        FROM remedies r JOIN counted_documents d USING (document_id)
        WHERE d.unit_label = $unit AND d.term_label = $term
        ORDER BY count(*) OVER (PARTITION BY r.themes[1]) DESC, r.themes[1],
            d.issued_on DESC NULLS LAST, d.path, r.span_start, r.record_id"""
    return [
        ((tell.label("themes", theme), tell.said(quote)), [record])
        for theme, quote, record in tell.rows(sql)
    ]


def _oversight(tell: _Teller) -> list[Told]:
    sql = """SELECT category, subject, measure, value, record_ids FROM unit_term_oversight
        WHERE unit = $unit AND term = $term
        ORDER BY list_position(['inspection', 'supervision', 'discipline', 'commendation',
            'complaint'], category), subject, measure NULLS FIRST"""
    return [
        (
            (
                " – ".join(
                    w
                    for w in (
                        tell.label("categories", category),
                        tell.label("subjects", subject).lower(),
                        tell.label("measures", measure).lower(),
                    )
                    if w
                ),
                number(value),
            ),
            ids,
        )
        for category, subject, measure, value, ids in tell.rows(sql)
    ]


def _doubts(tell: _Teller) -> list[Told]:
    sql = """SELECT c.explanation, c.arithmetic, c.quote, d.path, c.page, c.record_id,
            c.other_quote, coalesce(o.path, d.path), c.other_page, c.other_record_id
        FROM checks c JOIN counted_documents d USING (document_id)
        LEFT JOIN documents o ON o.document_id = c.other_document_id
        WHERE d.unit_label = $unit AND d.term_label = $term
        ORDER BY c.certainty, c.family, d.path, c.span_start, c.check_id"""
    lines: list[Told] = []
    for explanation, arithmetic, *places in tell.rows(sql):
        both = (places[:4], places[4:])
        sources = [Source(tell.said(quote), *place) for quote, *place in both if quote]
        lines.append(((tell.said(explanation), tell.said(arithmetic)), sources))
    return lines


def number(value: float) -> str:
    """A number as Vietnamese writes it.

    >>> number(1234), number(98.5)
    ('1.234', '98,5')
    """
    whole = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return whole.translate(str.maketrans(",.", ".,"))


def _amount(value: float | None, unit: str | None) -> str:
    if value is None:
        return "–"
    return f"{number(value)}%" if unit == "%" else f"{number(value)} {unit or ''}".strip()
