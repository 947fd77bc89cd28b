"""Rows of the topics -> cells of tables and HTML that lead to their words."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboards import addresses, data, evidence, titles
from dashboards.addresses import CERTAINTY, CHECKS, FAMILY, FIELDS
from dashboards.comparing import GAP, figure_cell
from dashboards.data import Figure, Place
from dashboards.evidence import Cell
from dashboards.labels import label, labels

Row = Mapping[str, Any]

INDICATOR_HEAD = ["Chỉ tiêu", "Đơn vị", "Nhiệm kỳ", "Mục tiêu", "Kết quả", "Đánh giá"]
STATUSES = ("missed", "met", "exceeded", "unknown")
OVERSIGHT_HEAD = ["Đơn vị", "Nhiệm kỳ", "Nội dung", "Số lượng"]

_LINE = 26


def indicators(found: Sequence[Row]) -> list[list[Cell]]:
    """A row an indicator, leading to its words."""
    return [
        [
            Cell(r["name"], addresses.record_link(r["document_id"], r["record_id"])),
            Cell(r["unit_label"], css="text"),
            Cell(r["term"], css="text short"),
            _amount(r["target"], r["unit"]),
            _amount(r["value"], r["unit"]),
            Cell(label("statuses", r["status"]), css="text short"),
        ]
        for r in found
    ]


def statuses(
    found: Sequence[Row], by: str, unit: str | None, term: str | None
) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows, a row a `by` ("unit" or "term"): indicators by result, leading to them."""
    head = [label("facts", by), *(label("statuses", s) for s in STATUSES)]
    rows = [
        [Cell(str(r["name"]))]
        + [figure_cell(int(r[s]), _of_status(s, unit, term, by, r["name"])) for s in STATUSES]
        for r in found
    ]
    return head, rows


def status_bars(found: Sequence[Row], by: str, unit: str | None, term: str | None) -> pd.DataFrame:
    """A row a `by` and result, as `charts.statuses` draws them."""
    rows = [
        (
            r["name"],
            order,
            label("statuses", status),
            int(r[status]),
            addresses.figure_link(_of_status(status, unit, term, by, r["name"])),
            titles.wrapped(str(r["name"]), _LINE),
        )
        for order, r in enumerate(found)
        for status in STATUSES
        if r[status]
    ]
    return pd.DataFrame(rows, columns=["side", "order", "words", "records", "href", "lines"])


def _of_status(status: str, unit: str | None, term: str | None, by: str, name: str) -> Figure:
    figure = Figure(type="indicator", code=status, unit=unit, term=term)
    return data.narrowed(figure, **{by: name})


def over_terms(found: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of one unit's figures by terms; a gap where no document states one."""
    terms = list(dict.fromkeys(r["term"] for r in found))
    figures: dict[str, dict[str, Cell]] = {}
    for r in sorted(found, key=lambda r: titles.oversight_order(*_kind(r))):
        figures.setdefault(titles.oversight(*_kind(r)), {})[r["term"]] = _figure(r)
    rows = [
        [Cell(content), *(by_term.get(t, GAP) for t in terms)]
        for content, by_term in figures.items()
    ]
    return ["Nội dung", *terms], rows


def oversight(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a figure, leading to the records that state it."""
    return [
        [
            Cell(r["unit"]),
            Cell(r["term"], css="text short"),
            Cell(titles.oversight(*_kind(r)), css="text"),
            _figure(r),
        ]
        for r in found
    ]


def _figure(row: Row) -> Cell:
    """A figure of oversight, leading to the records that it is made of."""
    ids = tuple(titles.strings(row["record_ids"]))
    return Cell(titles.number(int(row["value"])), addresses.figure_link(Figure(record_ids=ids)))


def _kind(row: Row) -> tuple[str, str, str | None]:
    return row["category"], row["subject"], row["measure"]


def doubt_totals(
    found: Sequence[Row], unit: str | None, term: str | None
) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of rules by certainty: how many doubts, each number leading to them."""
    given = {FIELDS["unit"]: unit, FIELDS["term"]: term}
    certainties = labels()["certainties"]
    numbers = {(r["family"], r["certainty"]): int(r["doubts"]) for r in found}
    rows = [
        [Cell(name, _doubts(given, family), rule)]
        + [_number(numbers.get((family, c), 0), _doubts(given, family, c)) for c in certainties]
        for family, name, rule in dict.fromkeys(
            (r["family"], r["name"], r["rule_vi"]) for r in found
        )
    ]
    return ["Phép kiểm", *certainties.values()], rows


def _doubts(given: Mapping[str, str | None], family: str, certainty: str | None = None) -> str:
    return addresses.address(CHECKS, {**given, FAMILY: family, CERTAINTY: certainty})


def _number(number: int, href: str) -> Cell:
    return Cell(titles.number(number), href) if number else Cell("0", css="n zero")


def doubts(found: Sequence[Row], near: Mapping[Place, tuple[str, str]]) -> str:
    """Each doubt: what does not add up, the arithmetic, both places; `near` as `data.around`."""
    return "".join(_doubt(row, near) for row in found)


def doubt_places(found: Sequence[Row]) -> list[Place]:
    """Where the words of the doubts stand."""
    both = [place for row in found for place in (_span(row, ""), _span(row, "other_"))]
    return [place for place in both if place]


def _doubt(row: Row, near: Mapping[Place, tuple[str, str]]) -> str:
    head = f"{row['name'] or row['family']} · {label('certainties', row['certainty'])}"
    told = [_statement(row, "", near)]
    if row["other_quote"]:
        told.append(_statement(row, "other_", near))
    sums = evidence.note(str(row["arithmetic"])) if row["arithmetic"] else ""
    said = evidence.paragraphs(str(row["explanation"]))
    where = f"{row['unit']} · {row['term']}"
    return evidence.group(head, where, _address(row, "")) + said + sums + "".join(told)


def _statement(row: Row, of: str, near: Mapping[Place, tuple[str, str]]) -> str:
    """One of the two places (`of`: "" or "other_"), among the words around it."""
    words, place = str(row[f"{of}quote"]), _span(row, of)
    path, page = row[f"{of}path"] or row["path"], row[f"{of}page"]
    where = str(path) if page is None else f"{path} · trang {int(page)}"
    around = titles.around(words, *near.get(place, ("", ""))) if place else ("", "")
    return evidence.quote(words, where, _address(row, of), around=around)


def doubt_rows(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a doubt, for a file."""
    names = ("name", "unit", "term", "explanation", "arithmetic", "path", "quote", "other_path",
             "other_quote")  # fmt: skip
    return [[Cell(str(r[n] or ""), css="text") for n in names] for r in found]


DOUBT_HEAD = [
    "Phép kiểm", "Đơn vị", "Nhiệm kỳ", "Điều chưa khớp", "Phép tính", "Tệp", "Nguyên văn",
    "Tệp đối chiếu", "Nguyên văn đối chiếu",
]  # fmt: skip


def _address(row: Row, of: str) -> str:
    """The address of a statement: its record, else its words, else its document."""
    document, place = str(row[f"{of}document_id"] or row["document_id"]), _span(row, of)
    if row[f"{of}record_id"]:
        return addresses.record_link(document, row[f"{of}record_id"])
    return addresses.sentence_link(*place, "") if place else addresses.document_link(document)


def _span(row: Row, of: str) -> Place | None:
    start, end = ("other_start", "other_end") if of else ("span_start", "span_end")
    if row[start] is None:
        return None
    return str(row[f"{of}document_id"] or row["document_id"]), int(row[start]), int(row[end])


def _amount(value: float | None, unit: str | None) -> Cell:
    if value is None:
        return GAP
    return Cell(titles.number(value) + (f" {unit}" if unit and unit != "%" else unit or ""))
