"""Chỉ tiêu: targets and what became of them, by unit and term, the missed first."""

from functools import partial

import streamlit as st

from dashboards import charts, choices, data, evidence, state, telling, titles, topics, widgets
from dashboards.addresses import FIELDS, SHEET
from dashboards.downloads import MOST_ROWS, Table, of_cells
from dashboards.labels import label

SHOWN = 100
DRAWN, SIDES = 8, 30
"""Units of the chart and of the table above the indicators; the file holds all."""


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Chỉ tiêu")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    unit, term = choices.unit_and_term(db)
    status = choices.one(
        "Kết quả", list(telling.STATUSES), FIELDS["code"], "Mọi kết quả", SHEET,
        words_of=partial(label, "statuses"),
    )  # fmt: skip
    by = "term" if unit else "unit"
    totals = topics.indicator_totals(db, unit, term, by)
    if not totals:
        st.info("Không có chỉ tiêu nào với các điều kiện này.")
        return
    _totals(totals, by, unit, term)
    st.subheader("Từng chỉ tiêu")
    found, total = widgets.paged(partial(topics.indicators, db, unit, term, status), SHOWN)
    if not found:
        st.html(evidence.muted("Không có chỉ tiêu nào ở đây."))
        return
    st.html(evidence.lead(f"{titles.number(total)} chỉ tiêu", "chưa đạt đứng trước"))
    st.html(evidence.table(telling.INDICATOR_HEAD, telling.indicators(found)))
    widgets.downloads("chi-tieu", partial(_file, db, unit, term, status), "Chỉ tiêu")
    widgets.show_pager(total, SHOWN)


def _totals(totals: data.Rows, by: str, unit: str | None, term: str | None) -> None:
    """How many of each result: terms of a unit side by side, else the units that missed most."""
    if len(totals) > DRAWN:
        words = f"{DRAWN} đơn vị có nhiều chỉ tiêu chưa đạt nhất trong {len(totals)} đơn vị."
        st.html(evidence.muted(words))
    told = partial(telling.statuses, by=by, unit=unit, term=term)
    widgets.chart("ket-qua", charts.statuses(telling.status_bars(totals[:DRAWN], by, unit, term)))
    with st.expander(f"Số chỉ tiêu theo {label('facts', by).lower()}", expanded=by == "term"):
        st.html(evidence.table(*told(totals[:SIDES])))
        widgets.downloads("ket-qua-chi-tieu", lambda: of_cells(*told(totals)), "Kết quả chỉ tiêu")


def _file(db: data.Connection, unit: str | None, term: str | None, status: str | None) -> Table:
    found, _ = topics.indicators(db, unit, term, status, MOST_ROWS)
    return of_cells(telling.INDICATOR_HEAD, telling.indicators(found))
