"""Văn bản viện dẫn: who cites what; never cited; cited after replacement; disagreeing; open."""

from collections.abc import Callable
from functools import partial
from typing import Any

import streamlit as st

from dashboards import data, directives, evidence, state, titles, widgets
from dashboards import telling_directives as telling
from dashboards.addresses import DIRECTIVE, FIELDS, PART, SHEET
from dashboards.directives import Rows
from dashboards.downloads import MOST_ROWS, Table, of_cells
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from dashboards.telling_recurrences import leading

SHOWN = 50
UNITS = 40
"""Units of the table of who cites a document; the file holds all."""

NOTES = {
    "cited": "Bấm vào một văn bản để xem ai viện dẫn, ở câu nào.",
    "never": "Văn bản trong danh mục hoặc có trong kho mà không văn bản nào của kho viện dẫn.",
    "replaced": "Báo cáo có thể kể lại việc đã qua; văn bản chỉ đạo thì không nên.",
    "disagreeing": "Ngày hoặc nơi ban hành trong báo cáo khác với danh mục; hãy xem lại cả hai.",
    "open": "Chương trình không đoán: những lần viện dẫn này chưa rõ nói đến văn bản nào.",
}

Paged = Callable[[int, int], tuple[Rows, int]]


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Văn bản viện dẫn")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = state.named(DIRECTIVE)
    found = directives.directive(db, asked) if asked else None
    if found is not None:
        _directive(db, found)
        return
    if asked:
        st.html(evidence.note("Không có văn bản nào ở địa chỉ này; dưới đây là danh sách."))
    unit, term = widgets.choose_unit_and_term(db)
    names = list(labels()["citation_parts"])
    part = state.named(PART) if state.named(PART) in names else names[0]
    sources = _sources(db, unit, term)
    st.html(evidence.row_of_links([_tab(n, sources[n], n == part) for n in names], "kd-chips"))
    _part(str(part), sources[str(part)])


def _sources(db: data.Connection, unit: str | None, term: str | None) -> dict[str, Paged]:
    """Part of the page -> its rows."""
    return {
        "cited": partial(directives.cited, db, unit, term),
        "never": partial(directives.never_cited, db),
        **{
            part: partial(directives.amiss, db, part, unit, term)
            for part in ("replaced", "disagreeing", "open")
        },
    }


def _tab(part: str, found: Paged, here: bool) -> Cell:
    words = f"{label('citation_parts', part)} ({titles.number(found(1, 0)[1])})"
    return Cell(f"● {words}" if here else words, state.here(**{PART: part, SHEET: None}))


def _part(part: str, found: Paged) -> None:
    rows, total = widgets.paged(found, SHOWN)
    st.html(evidence.muted(NOTES[part]))
    if not rows:
        st.info("Không có lần viện dẫn nào như vậy với các điều kiện này.")
        return
    st.html(evidence.table(telling.HEADS[part], telling.table(part, rows)))
    widgets.downloads(part, partial(_file, part, found), label("citation_parts", part))
    widgets.show_pager(SHEET, *widgets.sheet(total, SHOWN))


def _file(part: str, found: Paged) -> Table:
    return of_cells(telling.HEADS[part], telling.table(part, found(MOST_ROWS, 0)[0]))


def _directive(db: data.Connection, row: dict[str, Any]) -> None:
    """One document: what it is, who cites it in which term, and the sentences."""
    directive_id = str(row["directive_id"])
    unit, term = state.named(FIELDS["unit"]), state.named(FIELDS["term"])
    st.html(widgets.back("Mọi văn bản viện dẫn", DIRECTIVE, FIELDS["unit"], FIELDS["term"], SHEET))
    st.subheader(telling.name(row))
    st.html(telling.facts(row))
    found = directives.citing(db, directive_id)
    if not found:
        st.info("Chưa văn bản nào của kho viện dẫn văn bản này.")
        return
    st.subheader("Ai viện dẫn")
    shown = leading(found, UNITS, "citations")
    st.html(evidence.table(*telling.citing(shown, directive_id)))
    if len(shown) < len(found):
        st.html(evidence.muted(f"Đang hiện {UNITS} đơn vị viện dẫn nhiều nhất; tệp có đủ."))
    widgets.downloads(
        "ai-vien-dan", lambda: of_cells(*telling.citing(found, directive_id)), "Ai viện dẫn"
    )
    said, total = widgets.paged(
        partial(directives.citations, db, directive_id, unit, term), SHOWN
    )  # fmt: skip
    st.subheader(f"Các lần viện dẫn ({titles.number(total)})")
    widgets.show_narrowing()
    st.html(telling.quotes(said) or evidence.muted("Không có lần nào ở đơn vị, nhiệm kỳ này."))
    widgets.show_pager(SHEET, *widgets.sheet(total, SHOWN))
