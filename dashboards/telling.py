"""Rows of the topics -> cells of tables and HTML that lead to their words."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboards import addresses, data, evidence, titles
from dashboards.addresses import CERTAINTY, CHECKS, FAMILY
from dashboards.comparing import GAP, figure_cell
from dashboards.data import Figure
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


def statuses(found: Sequence[Row], by: str, **also: str | None) -> list[list[Cell]]:
    """A row a unit or term: its indicators by result, each number leading to them.

    `also`: what else narrows them, by the names of a figure.
    """
    return [
        [Cell(str(r["name"]))]
        + [
            figure_cell(
                int(r[status]),
                data.narrowed(Figure(type="indicator", code=status), **also | {by: r["name"]}),
            )
            for status in STATUSES
        ]
        for r in found
    ]


def status_bars(found: Sequence[Row], by: str, **also: str | None) -> pd.DataFrame:
    """A row a unit or term and result, as `charts.statuses` draws them."""
    rows = [
        (
            r["name"],
            order,
            label("statuses", status),
            int(r[status]),
            addresses.figure_link(
                data.narrowed(Figure(type="indicator", code=status), **also | {by: r["name"]})
            ),
            titles.wrapped(str(r["name"]), _LINE),
        )
        for order, r in enumerate(found)
        for status in STATUSES
        if r[status]
    ]
    return pd.DataFrame(rows, columns=["side", "order", "words", "records", "href", "lines"])


def over_terms(found: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of one unit's figures by terms; a gap where no document states one."""
    terms = list(dict.fromkeys(r["term"] for r in found))
    figures: dict[str, dict[str, Cell]] = {}
    for r in sorted(found, key=_kind_order):
        figures.setdefault(_content(r), {})[r["term"]] = _figure(r)
    rows = [
        [Cell(content), *(by_term.get(t, GAP) for t in terms)]
        for content, by_term in figures.items()
    ]
    return ["Nội dung", *terms], rows


def _kind_order(row: Row) -> tuple[int, str, int]:
    measures = ["", *labels()["measures"]]
    category = list(labels()["categories"]).index(row["category"])
    return category, row["subject"], measures.index(row["measure"] or "")


def oversight(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a figure, leading to the records that state it."""
    return [
        [
            Cell(r["unit"]),
            Cell(r["term"], css="text short"),
            Cell(_content(r), css="text"),
            _figure(r),
        ]
        for r in found
    ]


def _figure(row: Row) -> Cell:
    """A figure of oversight, leading to the records that it is made of."""
    ids = tuple(titles.strings(row["record_ids"]))
    return Cell(titles.number(int(row["value"])), addresses.figure_link(Figure(record_ids=ids)))


def _content(row: Row) -> str:
    words = (
        label("categories", row["category"]),
        label("subjects", row["subject"]).lower(),
        label("measures", row["measure"]).lower(),
    )
    return " · ".join(w for w in words if w)


def doubt_totals(
    found: Sequence[Row], given: Mapping[str, str | None]
) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of rules by certainty: how many doubts, each number leading to them.

    `given`: what else the address asks for.
    """
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


def doubt(row: Row) -> str:
    """A doubt: what does not add up, the arithmetic, and both places."""
    head = f"{row['name'] or row['family']} · {label('certainties', row['certainty'])}"
    first = _place(row, "", row["document_id"])
    told = evidence.quote(str(row["quote"]), _where(row["path"], row["page"]), first)
    if row["other_quote"]:
        second = _place(row, "other_", row["other_document_id"] or row["document_id"])
        where = _where(row["other_path"] or row["path"], row["other_page"])
        told += evidence.quote(str(row["other_quote"]), where, second)
    sums = evidence.note(str(row["arithmetic"])) if row["arithmetic"] else ""
    where = f"{row['unit']} · {row['term']}"
    said = evidence.paragraphs(str(row["explanation"]))
    return evidence.group(head, where, first) + said + sums + told


def doubt_rows(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a doubt, for a file."""
    names = ("name", "unit", "term", "explanation", "arithmetic", "path", "quote", "other_path",
             "other_quote")  # fmt: skip
    return [[Cell(str(r[n] or ""), css="text") for n in names] for r in found]


DOUBT_HEAD = [
    "Phép kiểm", "Đơn vị", "Nhiệm kỳ", "Điều chưa khớp", "Phép tính", "Tệp", "Nguyên văn",
    "Tệp đối chiếu", "Nguyên văn đối chiếu",
]  # fmt: skip


def _place(row: Row, of: str, document: str) -> str:
    """The address of a statement: its record, else its words, else its document."""
    record, start = row[f"{of}record_id"], row["other_start" if of else "span_start"]
    if record:
        return addresses.record_link(document, record)
    if start is None:
        return addresses.document_link(document)
    end = row["other_end" if of else "span_end"]
    return addresses.sentence_link(document, int(start), int(end), "")


def _where(path: str, page: float | None) -> str:
    return path if page is None else f"{path} · trang {int(page)}"


def _amount(value: float | None, unit: str | None) -> Cell:
    if value is None:
        return GAP
    return Cell(titles.number(value) + (f" {unit}" if unit and unit != "%" else unit or ""))
