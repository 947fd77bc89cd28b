"""Rows of the topics -> cells of tables and HTML that lead to their words."""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards import addresses, data, evidence, titles
from dashboards.comparing import GAP, figure_cell
from dashboards.data import Figure
from dashboards.evidence import Cell
from dashboards.labels import label, labels

Row = Mapping[str, Any]

INDICATOR_HEAD = ["Chỉ tiêu", "Đơn vị", "Nhiệm kỳ", "Mục tiêu", "Kết quả", "Đánh giá"]
OVERSIGHT_HEAD = ["Đơn vị", "Nhiệm kỳ", "Nội dung", "Số lượng"]


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


def statuses(found: Sequence[Row], by: str) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of indicators by unit or term and result."""
    names = labels()["statuses"]
    counts: dict[str, dict[str, int]] = {}
    for r in found:
        of = counts.setdefault(r[by], dict.fromkeys(names, 0))
        of[r["status"]] += int(r["indicators"])
    rows = [
        [Cell(side)]
        + [
            figure_cell(n, data.narrowed(Figure(type="indicator", code=status), **{by: side}))
            for status, n in of.items()
        ]
        for side, of in counts.items()
    ]
    return [{"unit": "Đơn vị", "term": "Nhiệm kỳ"}[by], *names.values()], rows


def oversight(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a figure, leading to the records that state it."""
    return [
        [
            Cell(r["unit"]),
            Cell(r["term"], css="text short"),
            Cell(_content(r), css="text"),
            Cell(
                titles.number(int(r["value"])),
                addresses.figure_link(Figure(record_ids=tuple(titles.strings(r["record_ids"])))),
            ),
        ]
        for r in found
    ]


def _content(row: Row) -> str:
    words = (
        label("categories", row["category"]),
        label("subjects", row["subject"]).lower(),
        label("measures", row["measure"]).lower(),
    )
    return " · ".join(w for w in words if w)


def doubt(row: Row) -> str:
    """A doubt: what does not add up, the arithmetic, and both places."""
    head = f"{row['name'] or row['family']} · {label('certainties', row['certainty'])}"
    first = _place(row, "span_start", "span_end", row["document_id"])
    told = evidence.quote(str(row["quote"]), str(row["path"]), first)
    if row["other_quote"]:
        document = row["other_document_id"] or row["document_id"]
        address = _place(row, "other_start", "other_end", document)
        told += evidence.quote(str(row["other_quote"]), str(row["other_path"] or ""), address)
    sums = evidence.note(str(row["arithmetic"])) if row["arithmetic"] else ""
    where = f"{row['unit']} · {row['term']}"
    return (
        evidence.group(head, where, first) + evidence.muted(str(row["explanation"])) + sums + told
    )


def doubt_rows(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a doubt, for a file."""
    names = ("name", "unit", "term", "explanation", "arithmetic", "path", "quote", "other_path",
             "other_quote")  # fmt: skip
    return [[Cell(str(r[n] or ""), css="text") for n in names] for r in found]


DOUBT_HEAD = [
    "Phép kiểm", "Đơn vị", "Nhiệm kỳ", "Điều chưa khớp", "Phép tính", "Tệp", "Nguyên văn",
    "Tệp đối chiếu", "Nguyên văn đối chiếu",
]  # fmt: skip


def _place(row: Row, start: str, end: str, document: str) -> str:
    if row[start] is None:
        return addresses.document_link(document)
    return addresses.sentence_link(document, int(row[start]), int(row[end]), "")


def _day(value: Any) -> Cell:
    return Cell("–" if value is None else titles.day(value), css="text short")


def _amount(value: float | None, unit: str | None) -> Cell:
    if value is None:
        return GAP
    return Cell(titles.number(value) + (f" {unit}" if unit and unit != "%" else unit or ""))
