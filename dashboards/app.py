"""The frame around every page: its look, the way between pages, and the page asked for."""

import streamlit as st

from dashboards import addresses, evidence, state, style
from dashboards.views import compare, overview, reader, records

st.set_page_config(page_title="kiemdiem – kho kiểm điểm", page_icon="📊", layout="wide")
st.html(style.SHEET)
st.html(style.MOVES, unsafe_allow_javascript=True)

PAGES = {
    addresses.OVERVIEW: ("Tổng quan", overview.show),
    addresses.COMPARE: ("So sánh", compare.show),
    addresses.READER: ("Tài liệu", reader.show),
    addresses.RECORDS: ("Bản ghi", records.show),
}

asked = state.page() or addresses.OVERVIEW
page = asked if asked in PAGES else addresses.OVERVIEW
st.sidebar.html(
    evidence.navigation(
        "kiemdiem",
        "Kho văn bản kiểm điểm",
        [(words, addresses.address(name, {}), name == page) for name, (words, _) in PAGES.items()],
    )
)
if page != asked:
    st.html(evidence.note("Không có trang nào ở địa chỉ này; dưới đây là trang tổng quan."))
PAGES[page][1]()
