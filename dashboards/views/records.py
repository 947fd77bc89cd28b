"""Bản ghi: the sentences behind a figure."""

import streamlit as st

from dashboards import data, state, widgets
from dashboards.addresses import SHEET

SHOWN = 50


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Bản ghi")
    widgets.choose_figure(db)
    figure = state.figure()
    total = data.count(db, figure)
    st.html(widgets.heading(figure, total))
    if not total:
        st.info("Không có bản ghi nào ở địa chỉ này. Hãy bỏ bớt điều kiện hoặc quay lại.")
        return
    widgets.downloads_of("ban-ghi", figure, db)
    sheet, last = widgets.sheet(total, SHOWN)
    found = data.rows(data.records(db, figure, SHOWN, (sheet - 1) * SHOWN))
    pager = widgets.pager("Tờ", SHEET, sheet, last)
    st.html(pager + widgets.grouped_quotes(db, found) + pager)
