"""Kiểm tra số liệu: what does not add up, with both places and the arithmetic."""

import streamlit as st

from dashboards import data, evidence, state, telling, topics, widgets
from dashboards.addresses import CERTAINTY, FAMILY, SHEET
from dashboards.downloads import of_cells
from dashboards.labels import label, labels

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
    names = topics.families(db)
    unit, term = widgets.choose_unit_and_term(db)
    left, right = st.columns([3, 2])
    with left:
        family = widgets.choose_one(
            "Phép kiểm", list(names), FAMILY, "Mọi phép kiểm", SHEET, words_of=names.__getitem__
        )
    with right:
        certainty = widgets.choose_one(
            "Mức độ", list(labels()["certainties"]), CERTAINTY, "Mọi mức độ", SHEET,
            words_of=lambda code: label("certainties", code),
        )  # fmt: skip
    found = topics.doubts(db, unit, term, family, certainty)
    if not found:
        st.info("Không thấy chỗ nào chưa khớp với các điều kiện này.")
        return
    st.html(evidence.lead(f"{len(found)} chỗ chưa khớp", NOTE))
    rows = telling.doubt_rows(found)
    widgets.downloads("so-lieu", lambda: of_cells(telling.DOUBT_HEAD, rows), "Kiểm tra số liệu")
    sheet, last = widgets.sheet(len(found), SHOWN)
    shown = found[(sheet - 1) * SHOWN : sheet * SHOWN]
    st.html("".join(map(telling.doubt, shown)))
    widgets.show_pager(SHEET, sheet, last)
