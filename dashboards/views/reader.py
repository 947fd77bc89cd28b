"""Tài liệu: the text with every record highlighted, and where a figure comes from."""

import streamlit as st

from dashboards import data, evidence, reading, state
from dashboards.labels import labels
from dashboards.widgets import empty, record_quote

db = state.database()
st.title("Tài liệu")
documents = data.documents(db)
if empty(documents, "Kho chưa có văn bản nào. Hãy chạy: kiemdiem ingest THƯ_MỤC"):
    st.stop()

names = dict(zip(documents["document_id"], documents["path"], strict=True))
chosen = st.selectbox(
    "Văn bản", list(names), state.document(list(names)), format_func=names.__getitem__
)
state.open_document(chosen)
types = st.pills(
    "Đánh dấu",
    list(labels()["types"]),
    selection_mode="multi",
    default=list(labels()["types"]),
    format_func=labels()["types"].__getitem__,
    key="danh_dau",
)
found = data.reading(db, chosen)
focus = st.query_params.get("ban_ghi")
st.html(evidence.STYLE + reading.facts(found))
for issue in data.rows(found.issues):
    if issue["severity"] != "info":
        st.warning(issue["message"])
if focus:
    row = data.rows(found.records[found.records["record_id"] == focus])
    if row:
        st.html(record_quote(row[0] | {"name": found.info["name"]}))
    else:
        st.warning("Bản ghi này không còn trong văn bản; dưới đây là toàn văn.")
outline, page = st.columns([1, 3])
outline.html(reading.outline(found))
page.html(reading.document(found, set(types), focus))
if focus:
    st.html(reading.SCROLL, unsafe_allow_javascript=True)
