"""Bản ghi: the sentences behind a figure."""

import streamlit as st

from dashboards import data, evidence, state
from dashboards.labels import code_label, detail_label, label
from dashboards.widgets import record_quote

SHOWN = 200

db = state.database()
figure = state.figure()
st.title("Bản ghi")
words = [
    label("types", figure.type),
    figure.unit,
    figure.term,
    code_label(figure.type or "", figure.code),
    detail_label(figure.type or "", figure.detail),
    label("themes", figure.theme),
]
st.caption(" · ".join(w for w in words if w) or "Tất cả bản ghi")
total = data.count(db, figure)
if not total:
    st.info("Không có bản ghi nào ở địa chỉ này. Hãy quay lại trang trước.")
    st.stop()
st.markdown(f"**{total}** bản ghi" + (f", hiện {SHOWN} bản ghi đầu" if total > SHOWN else ""))
found = data.rows(data.records(db, figure, SHOWN))
st.html(evidence.STYLE + "".join(record_quote(row) for row in found))
