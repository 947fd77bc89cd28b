"""Every view as it is opened over a full database, and what each of its filters is set to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

from dashboards import addresses, data, recurrences, topics
from dashboards.addresses import FIELDS
from dashboards.labels import labels

CHANGES = 20
"""Changes of one filter."""

TYPED = (
    "kiểm tra", "ky luat dang vien", "chưa thường xuyên kiểm tra", "chi bộ", "BCH", "giám sát",
    "trach nhiem nguoi dung dau", "hạn chế", "đảng viên", "nêu gương", "bương khao",
)  # fmt: skip

Value = str | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class View:
    """A page: its address, what a person first sees of use on it, its filters and their values."""

    name: str
    page: str
    seen: str
    given: Mapping[str, Value] = field(default_factory=dict)
    filters: Mapping[str, Sequence[Value]] = field(default_factory=dict)

    def address(self, **changes: Value) -> str:
        """The address, some values changed."""
        return addresses.address(self.page, {**self.given, **changes})

    def changes(self, name: str) -> list[Value]:
        """`CHANGES` values of a filter, none the same as the one before it."""
        values = [v for v in self.filters[name] if v != self.given.get(name)]
        return list(islice(cycle([*values, self.given.get(name)]), CHANGES))


def views(db: data.Connection) -> list[View]:
    """The views, with what this database has for their filters."""
    units, terms = data.units(db), data.terms(db)
    place: Mapping[str, Sequence[Value]] = {
        FIELDS["unit"]: units[1 : 7 * CHANGES : 7] or units,
        FIELDS["term"]: terms,
    }
    themes, types = _codes("themes"), _codes("types")
    one = {FIELDS["unit"]: units[0], FIELDS["term"]: data.terms_of(db, units[0])[0]}
    documents = [str(d["document_id"]) for d in data.rows(data.documents(db, limit=CHANGES))]
    (group, *_), _ = recurrences.groups(db, recurrences.Wanted(), limit=1)
    sides = [units[i : i + 2 + i % 5] for i in range(1, CHANGES)]
    orders = list(recurrences.ORDERS)[1:]
    return [
        View("tổng quan", addresses.OVERVIEW, ".kd-cards", {},
             {addresses.MEASURE: list(labels()["heat"])[1:]}),
        View("so sánh", addresses.COMPARE, ".kd-table", {},
             {FIELDS["unit"]: sides, FIELDS["term"]: [terms[i : i + 2] for i in range(4)]}),
        View("hạn chế lặp lại", addresses.RECURRING, ".kd-table", {},
             {**place, FIELDS["theme"]: themes, addresses.ORDER: orders,
              addresses.WATCHED: ["1"]}),
        View("một hạn chế", addresses.RECURRING, ".kd-quote",
             {addresses.GROUP: str(group["group_id"])}, place),
        View("chỉ tiêu", addresses.INDICATORS, ".kd-table, .kd-save", {},
             {**place, FIELDS["code"]: _codes("statuses")}),
        View("kiểm tra, kỷ luật", addresses.OVERSIGHT, ".kd-table", {},
             {**place, addresses.CATEGORY: _codes("categories")}),
        View("văn bản viện dẫn", addresses.CITATIONS, ".kd-table", {},
             {**place, addresses.PART: _codes("citation_parts")}),
        View("kiểm tra số liệu", addresses.CHECKS, ".kd-lead", {},
             {**place, addresses.FAMILY: list(topics.families(db)),
              addresses.CERTAINTY: _codes("certainties")}),
        View("tìm kiếm", addresses.SEARCH, ".kd-quote", {addresses.QUERY: TYPED[0]},
             {**place, addresses.QUERY: TYPED, FIELDS["type"]: types,
              addresses.DOC_TYPE: _codes("doc_types")}),
        View("danh sách tài liệu", addresses.READER, ".kd-table", {}, place),
        View("một tài liệu", addresses.READER, ".kd-doc", {addresses.DOCUMENT: documents[0]},
             {addresses.DOCUMENT: documents, addresses.HIDDEN: types}),
        View("bản ghi", addresses.RECORDS, ".kd-quote", {FIELDS["type"]: "shortcoming"},
             {**place, FIELDS["type"]: types, FIELDS["theme"]: themes}),
        View("SQL", addresses.CONSOLE, ".kd-chips"),
        View("báo cáo đại hội", addresses.BRIEF, ".kd-table", one, place),
        View("hướng dẫn", addresses.HELP, ".kd-text"),
    ]  # fmt: skip


def _codes(group: str) -> list[str]:
    return list(labels()[group])
