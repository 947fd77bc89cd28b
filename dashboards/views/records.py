"""Bản ghi: the sentences behind a figure."""

import streamlit as st

from dashboards import choices, data, state, widgets

SHOWN = 50


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Bản ghi")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    choices.figure(db)
    figure = state.figure()
    total = data.count(db, figure)
    st.html(widgets.heading(figure, total))
    if not total:
        st.info("Không có bản ghi nào ở địa chỉ này. Hãy bỏ bớt điều kiện hoặc quay lại.")
        return
    widgets.downloads_of("ban-ghi", figure, db)
    found = data.rows(data.records(db, figure, SHOWN, widgets.skipped(total, SHOWN)))
    pager = widgets.pager(total, SHOWN)
    st.html(pager + widgets.grouped_quotes(db, found) + pager)
