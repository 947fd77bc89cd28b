"""Kiểm tra - kỷ luật: what was inspected, supervised, disciplined, commended, complained of."""

import streamlit as st

from dashboards import charts, data, evidence, state, telling, topics, widgets
from dashboards.addresses import SHEET
from dashboards.labels import label

SHOWN = 100


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Kiểm tra - kỷ luật")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    unit, term = widgets.choose_unit_and_term(db)
    found = topics.oversight(db, unit, term)
    if not found:
        st.info("Văn bản không nêu số liệu nào với các điều kiện này.")
        return
    st.html(evidence.muted(label("breakdowns", "stated_note")))
    if (frame := charts.measures_frame(found)) is not None:
        widgets.chart("ky-luat", charts.measures(frame))
    sheet, last = widgets.sheet(len(found), SHOWN)
    shown = found[(sheet - 1) * SHOWN : sheet * SHOWN]
    widgets.table("kiem-tra", telling.OVERSIGHT_HEAD, telling.oversight(shown))
    widgets.show_pager(SHEET, sheet, last)
