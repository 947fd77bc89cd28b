"""What several views show: tables and charts to take along, sentences, sheets and remarks."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboards import addresses, data, evidence, listing, login, state, titles
from dashboards.addresses import FIELDS, SHEET
from dashboards.data import Figure, Rows
from dashboards.downloads import MOST_ROWS, Table, as_csv, as_excel, of_cells, of_records
from dashboards.evidence import Cell
from dashboards.labels import code_label, detail_label
from pipeline.names import Names

EMPTY = "Kho chưa có văn bản nào. Hãy chạy: kiemdiem ingest THƯ_MỤC"


def downloads(name: str, made: Callable[[], Table], what: str) -> None:
    """Buttons for a table as a file, made when one is pressed; `what` it is, for the log."""
    names = None if state.names_are_kept() else state.person_names()
    noted = partial(login.record_export, state.named_database(), login.person(), what)
    with st.container(horizontal=True, gap="small"):
        for words, ending, written in (("Tải CSV", "csv", as_csv), ("Tải Excel", "xlsx", as_excel)):
            st.download_button(
                words,
                partial(_file, written, made, names, noted),
                f"{name}.{ending}",
                key=f"{name}-{ending}",
                on_click="ignore",
                type="tertiary",
            )


def _file(
    written: Callable[[Table], bytes],
    made: Callable[[], Table],
    names: Names | None,
    noted: Callable[[int, bool], None],
) -> bytes:
    table = made()
    noted(len(table.rows), names is None)
    return written(table if names is None else table.masked(names))


def chart(name: str, drawn: Any, width: str = "stretch") -> None:
    """A chart with a link that saves it as a picture."""
    st.altair_chart(drawn, width=width)
    st.html(evidence.row_of_links([Cell("Lưu ảnh biểu đồ", f"#{name}")], "kd-save"))


def table(name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """A table of the screen with buttons for it as a file."""
    st.html(evidence.table(head, rows))
    downloads(name, lambda: of_cells(head, rows), name)


def table_of_units(
    name: str,
    found: Sequence[Mapping[str, Any]],
    most: int,
    number: str,
    told: Callable[[Sequence[Mapping[str, Any]]], tuple[list[str], list[list[Cell]]]],
) -> None:
    """A table of the units with the largest sums of `number`, with buttons for all as a file."""
    shown = listing.leading(found, most, number)
    st.html(evidence.table(*told(shown)))
    if len(shown) < len(found):
        st.html(evidence.muted(f"Đang hiện {most} đơn vị có số lớn nhất; tệp tải về có đủ."))
    downloads(name, lambda: of_cells(*told(found)), name)


def record_quote(row: Mapping[str, Any], near: tuple[str, str]) -> str:
    """A record as a sentence with what it is and where it stands, opening in the reader."""
    where = " — ".join(w for w in (titles.title(row), titles.place(row)) if w)
    address = addresses.record_link(row["document_id"], row["record_id"])
    words = str(row["quote"])
    return evidence.quote(words, where, address, around=titles.around(words, *near))


def grouped_quotes(db: data.Connection, found: Sequence[Mapping[str, Any]]) -> str:
    """Records under the heads of their documents; `found` as `data.records` gives it."""
    shown = []
    near = data.around(db, [titles.span(row) for row in found])
    last = None
    for row in found:
        if row["document_id"] != last:
            last = row["document_id"]
            address = addresses.document_link(str(last))
            shown.append(evidence.group(str(row["path"]), titles.document(row), address))
        shown.append(record_quote(row, near.get(titles.span(row), ("", ""))))
    return "".join(shown)


def heading(figure: Figure, total: int) -> str:
    """How many records there are of what, and what narrows them beside the choices."""
    return evidence.lead(f"{titles.number(total)} bản ghi", titles.figure(figure)) + _chips(figure)


def _chips(figure: Figure) -> str:
    """What narrows the records beside the choices, each to be taken away by a click."""
    kind = figure.type or ""
    given = {
        "code": code_label(kind, figure.code),
        "detail": detail_label(kind, figure.detail),
        "document_id": "một văn bản" if figure.document_id else "",
        "record_ids": f"{len(figure.record_ids)} bản ghi" if figure.record_ids else "",
    }
    chips = [
        Cell(f"Chỉ: {words} ✕", state.here(**{FIELDS[name]: None, SHEET: None}))
        for name, words in given.items()
        if words
    ]
    return evidence.row_of_links(chips, "kd-chips") if chips else ""


def show_pager(total: int, shown: int) -> None:
    """The pager, where there is more than one sheet."""
    if total > shown:
        st.html(pager(total, shown))


def show_narrowing() -> None:
    """The unit and term that the address narrows sentences to, each to be taken away by a click."""
    cells = [
        Cell(f"Chỉ: {words} ✕", state.here(**{FIELDS[name]: None, SHEET: None}))
        for name in ("unit", "term")
        if (words := state.named(FIELDS[name]))
    ]
    if cells:
        st.html(evidence.row_of_links(cells, "kd-chips"))


def back(words: str, *names: str) -> str:
    """A link to this page without what these names ask for."""
    address = state.here(**dict.fromkeys(names))
    return evidence.row_of_links([Cell(f"‹ {words}", address)], "kd-pages")


def downloads_of(name: str, figure: Figure, db: data.Connection) -> None:
    """Buttons for the records of a figure as files."""
    made = partial(data.records, db, figure, MOST_ROWS)
    downloads(name, lambda: of_records(made()), titles.figure(figure))


def records_file(db: data.Connection, told: Callable[[int, int], tuple[Rows, int]]) -> Table:
    """The records that `told` names, as they go into a file."""
    ids = tuple(str(row["record_id"]) for row in told(MOST_ROWS, 0)[0])
    return of_records(data.records(db, Figure(record_ids=ids)))


def paged(found: Callable[[int, int], tuple[Rows, int]], shown: int) -> tuple[Rows, int]:
    """The rows of the sheet that the address asks for, or of the last one, and how many there are.

    `found` gives so many rows after skipping so many, and how many there are; 0 beyond the last.
    """
    before = (state.number(SHEET) - 1) * shown
    rows, total = found(shown, before)
    if not total and before:
        _, total = found(1, 0)
        rows, _ = found(shown, skipped(total, shown))
    return rows, total


def skipped(total: int, shown: int) -> int:
    """How many rows stand before the sheet that the address asks for."""
    return (max(_sheet(total, shown)[0], 1) - 1) * shown


def _sheet(total: int, shown: int) -> tuple[int, int]:
    """The sheet that the address asks for and the last one, both from 1."""
    last = -(-total // shown)
    return min(state.number(SHEET), last), last


def pager(total: int, shown: int) -> str:
    """Links to the sheet before and after; nothing where there is but one."""
    current, last = _sheet(total, shown)
    if last <= 1:
        return ""
    cells = [Cell(f"Trang {current}/{last}")]
    if current > 1:
        cells.insert(0, Cell("‹ Trước", state.here(**{SHEET: str(current - 1)})))
    if current < last:
        cells.append(Cell("Sau ›", state.here(**{SHEET: str(current + 1)})))
    return evidence.row_of_links(cells, "kd-pages")
