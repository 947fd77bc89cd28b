"""Bản ghi: the sentences behind a figure."""

from functools import partial

import streamlit as st

from dashboards import data, downloads, state, widgets
from dashboards.addresses import FIELDS, SHEET
from dashboards.data import Figure
from dashboards.labels import label, labels
from dashboards.widgets import choose_one

SHOWN = 50


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Bản ghi")
    _filters(db)
    figure = state.figure()
    total = data.count(db, figure)
    st.html(widgets.heading(figure, total))
    if not total:
        st.info("Không có bản ghi nào ở địa chỉ này. Hãy bỏ bớt điều kiện hoặc quay lại.")
        return
    sheet, last = widgets.sheet(total, SHOWN)
    _downloads(db, figure)
    found = data.rows(data.records(db, figure, SHOWN, (sheet - 1) * SHOWN))
    pager = widgets.pager("Tờ", SHEET, sheet, last)
    st.html(pager + widgets.grouped_quotes(found) + pager)


def _filters(db: data.Connection) -> None:
    """The choices; what they say stands in the address bar."""
    kinds, themes = labels()["types"], labels()["themes"]
    columns = st.columns(4)
    code, detail = FIELDS["code"], FIELDS["detail"]
    with columns[0]:
        choose_one(
            "Loại",
            list(kinds),
            FIELDS["type"],
            "Mọi loại",
            SHEET,
            code,
            detail,
            words_of=partial(label, "types"),
        )
    with columns[1]:
        choose_one("Đơn vị", data.units(db), FIELDS["unit"], "Mọi đơn vị", SHEET)
    with columns[2]:
        choose_one("Nhiệm kỳ", data.terms(db), FIELDS["term"], "Mọi nhiệm kỳ", SHEET)
    with columns[3]:
        choose_one(
            "Chủ đề",
            list(themes),
            FIELDS["theme"],
            "Mọi chủ đề",
            SHEET,
            words_of=partial(label, "themes"),
        )


def _downloads(db: data.Connection, figure: Figure) -> None:
    left, right, _ = st.columns([1, 1, 4])
    left.download_button(
        "Tải CSV",
        lambda: downloads.as_csv(data.records(db, figure)),
        "ban-ghi.csv",
        "text/csv",
        on_click="ignore",
        width="stretch",
    )
    right.download_button(
        "Tải Excel",
        lambda: downloads.as_excel(data.records(db, figure)),
        "ban-ghi.xlsx",
        on_click="ignore",
        width="stretch",
    )
