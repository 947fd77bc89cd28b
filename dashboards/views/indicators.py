"""Chỉ tiêu: targets and what became of them, by unit and term."""

import streamlit as st

from dashboards import data, evidence, state, telling, titles, topics, widgets
from dashboards.addresses import FIELDS, SHEET
from dashboards.evidence import lead
from dashboards.labels import label, labels

SHOWN = 100


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Chỉ tiêu")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    unit, term = widgets.choose_unit_and_term(db)
    status = widgets.choose_one(
        "Kết quả", list(labels()["statuses"]), FIELDS["code"], "Mọi kết quả", SHEET,
        words_of=lambda code: label("statuses", code),
    )  # fmt: skip
    totals = topics.indicator_totals(db, unit, term)
    if not totals:
        st.info("Không có chỉ tiêu nào với các điều kiện này.")
        return
    by = "term" if unit else "unit"
    head, rows = telling.statuses(totals, by)
    widgets.table("ket-qua-chi-tieu", head, rows)
    sheet = state.number(SHEET)
    found, total = topics.indicators(db, unit, term, status, SHOWN, (sheet - 1) * SHOWN)
    st.subheader("Từng chỉ tiêu")
    if not found:
        st.html(evidence.muted("Không có chỉ tiêu nào ở đây."))
        return
    st.html(lead(f"{titles.number(total)} chỉ tiêu", "chưa đạt đứng trước"))
    widgets.table("chi-tieu", telling.INDICATOR_HEAD, telling.indicators(found))
    widgets.show_pager(SHEET, *widgets.sheet(total, SHOWN))
