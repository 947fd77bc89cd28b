"""The tables of the overview: rows of the views -> cells that lead to their records."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dashboards import addresses, data, evidence, titles
from dashboards.comparing import GAP, difference, figure_cell
from dashboards.data import Figure
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from dashboards.metrics import FIGURES

Row = Mapping[str, Any]

TERM_HEAD = [
    label("facts", "term"),
    *(label("metrics", m) for m in ("units", "documents", *FIGURES)),
]
_HEAT_NOTE = (
    "Màu càng đậm, số càng lớn; số nhỏ bên cạnh là thay đổi so với nhiệm kỳ có văn bản đứng trước. "
    "Dấu – là không có văn bản (khác với số 0)."
)

_HEAT_UNITS = 30
_MISSING_UNITS = 60


def cards(totals: Mapping[str, int]) -> list[tuple[str, Cell]]:
    """The totals of the archive."""
    shown = [
        (
            "Văn bản",
            Cell(titles.number(totals["documents"]), addresses.address(addresses.READER, {})),
        ),
        ("Không đọc được", Cell(titles.number(totals["failed_documents"]))),
        ("Đơn vị", Cell(titles.number(totals["units"]), addresses.address(addresses.COMPARE, {}))),
    ]
    return shown + [
        (label("metrics", name), figure_cell(totals[name], figure))
        for name, figure in FIGURES.items()
    ]


def superseded(number: int) -> str:
    return f"{titles.number(number)} văn bản đã có bản sau nên không tính vào các số liệu."


def term_rows(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a term."""
    return [
        [Cell(row["term"]), Cell(str(row["units"])), Cell(str(row["documents"]))]
        + [
            figure_cell(row[name], data.narrowed(figure, term=row["term"]))
            for name, figure in FIGURES.items()
        ]
        for row in found
    ]


def heat_units(units: Sequence[str], whole: bool) -> Sequence[str]:
    """The units of the heat map: all of them where the whole is asked for."""
    return units if whole else units[:_HEAT_UNITS]


def heat(
    found: Sequence[Row], measure: str, units: Sequence[str], terms: Sequence[str]
) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of units by terms, the darker the more of `measure`.

    Beside each number stands the change since the last term of the unit that has a document.
    """
    counts = {(r["unit"], r["term"]): int(r["number"]) for r in found}
    most = max(counts.values(), default=0) or 1
    rows = []
    for unit in units:
        row, before = [_unit_cell(unit)], None
        for term in terms:
            value = counts.get((unit, term))
            last = None if term == data.UNKNOWN else before
            row.append(_heat_cell(value, last, most, _heat_link(measure, unit, term)))
            before = last if value is None else value
        rows.append(row)
    return ["Đơn vị", *terms], rows


def _heat_link(measure: str, unit: str, term: str) -> str:
    if measure == "doubts":
        given = {addresses.FIELDS["unit"]: unit, addresses.FIELDS["term"]: term}
        return addresses.address(addresses.CHECKS, given)
    return addresses.figure_link(data.narrowed(FIGURES[measure], unit=unit, term=term))


def heat_note(shown: int, total: int, address: str) -> str:
    """What the heat map shows, and a link to all units where it has but some."""
    if shown == total:
        return evidence.muted(_HEAT_NOTE)
    words = f"Đang hiện {shown} đơn vị có nhiều văn bản nhất; hiện cả {titles.number(total)} đơn vị"
    return evidence.muted(_HEAT_NOTE) + evidence.row_of_links([Cell(words, address)], "kd-pages")


def missing(gaps: Mapping[str, Sequence[str]]) -> str:
    """A list a term of the units that have documents of other terms only."""
    lists = [
        evidence.more(
            f"Nhiệm kỳ {term}: {len(units)} đơn vị chưa có văn bản",
            [*units[:_MISSING_UNITS], *(["…"] if len(units) > _MISSING_UNITS else [])],
        )
        for term, units in gaps.items()
    ]
    return "".join(lists) or evidence.muted("Mọi đơn vị đều có văn bản ở mọi nhiệm kỳ đã biết.")


def leading(found: Sequence[Row], units: int, number: str) -> list[Row]:
    """The rows of so many units, those with the largest sums of `number`."""
    sums: Counter[str] = Counter()
    for row in found:
        sums[row["unit"]] += int(row[number])
    chosen = {unit for unit, _ in sums.most_common(units)}
    return [row for row in found if row["unit"] in chosen]


def issues(found: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of what a person should look at, each leading to its document."""
    rows = [
        [
            Cell(row["path"], addresses.document_link(row["document_id"])),
            Cell(label("severities", row["severity"]), css="text short"),
            Cell(label("issues", row["code"]), css="text"),
        ]
        for row in found
    ]
    return ["Tệp", "Mức", "Việc cần làm"], rows


def all_issues(shown: int, total: int, address: str) -> str:
    """A link to all of what a person should look at."""
    words = f"Đang hiện {shown} việc cần xem trước; xem cả {titles.number(total)} việc"
    return evidence.row_of_links([Cell(words, address)], "kd-pages")


def runs(found: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of the runs."""
    names = labels()["runs"]
    return list(names.values()), [[_run_cell(name, row[name]) for name in names] for row in found]


def documents(found: Sequence[Row]) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of the documents, each leading to its text."""
    head = ["Tệp", "Đơn vị", "Nhiệm kỳ", "Loại văn bản", "Ngày", "Tình trạng", "Bản ghi"]
    return head, [_document(row) for row in found]


def _document(row: Row) -> list[Cell]:
    read = label("read_statuses", row["status"])
    words = (
        row["unit_label"],
        row["term_label"],
        label("doc_types", row["doc_type"]),
        "–" if row["issued_on"] is None else titles.day(row["issued_on"]),
        "Đã có bản sau" if row["superseded_by"] else read,
    )
    figure = Figure(document_id=row["document_id"])
    folder = str(row["path"])[: -len(str(row["name"]))].rstrip("/")
    return [
        Cell(row["name"], addresses.document_link(row["document_id"]), folder or None),
        *(Cell(w, css="text short" if i in (1, 3) else "text") for i, w in enumerate(words)),
        figure_cell(int(row["records"]), figure),
    ]


def _unit_cell(unit: str) -> Cell:
    """A unit, leading to its terms side by side."""
    known = unit != data.UNKNOWN
    return Cell(unit, addresses.address(addresses.COMPARE, {"don_vi": unit}) if known else None)


def _heat_cell(value: int | None, before: int | None, most: int, address: str) -> Cell:
    if value is None:
        return GAP
    note = difference(value, before)
    if not value:
        return Cell("0", note=note, css="n zero")
    return Cell(titles.number(value), address, note, value / most)


def _run_cell(name: str, value: Any) -> Cell:
    if value is None:
        return GAP
    if name in ("started", "finished"):
        return Cell(f"{value:%d/%m/%Y %H:%M}", css="text")
    return Cell(str(value), css="text" if name == "archive" else "")
