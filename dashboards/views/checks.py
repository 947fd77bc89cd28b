"""Kiểm tra số liệu: what does not add up, with both places and the arithmetic."""

from functools import partial

import streamlit as st

from dashboards import choices, data, evidence, state, telling, titles, topics, widgets
from dashboards.downloads import MOST_ROWS, Table, of_cells

SHOWN = 30
NOTE = (
    "Hai chỗ trái nhau, hoặc một chỗ không thể đúng. Chương trình không sửa gì: hãy xem cả hai chỗ."
)


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Kiểm tra số liệu")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = choices.doubts(db)
    unit, term = asked[:2]
    found, total = widgets.paged(partial(topics.doubts, db, *asked), SHOWN)
    totals = topics.doubt_totals(db, unit, term)
    if totals:
        with st.expander("Theo phép kiểm và mức độ"):
            widgets.table("phep-kiem", *telling.doubt_totals(totals, unit, term))
    if not found:
        st.info("Không thấy chỗ nào chưa khớp với các điều kiện này.")
        return
    st.html(evidence.lead(f"{titles.number(total)} chỗ chưa khớp", NOTE))
    widgets.downloads("so-lieu", partial(_file, db, asked), "Kiểm tra số liệu")
    st.html(telling.doubts(found, data.around(db, telling.doubt_places(found))))
    widgets.show_pager(total, SHOWN)


def _file(db: data.Connection, asked: choices.Doubts) -> Table:
    found, _ = topics.doubts(db, *asked, limit=MOST_ROWS)
    return of_cells(telling.DOUBT_HEAD, telling.doubt_rows(found))
