"""The frame around every page: its look, the way between pages, and the page asked for."""

import logging

import duckdb
import streamlit as st

from dashboards import addresses, evidence, login, state, style
from dashboards.labels import label
from dashboards.views import (
    brief,
    checks,
    citations,
    compare,
    console,
    help,
    indicators,
    oversight,
    overview,
    reader,
    records,
    recurring,
    search,
)
from pipeline.errors import KiemdiemError

st.set_page_config(page_title="kiemdiem – kho kiểm điểm", page_icon="📊", layout="wide")
st.html(style.SHEET)
st.html(style.MOVES, unsafe_allow_javascript=True)

GROUPS = {
    "whole": {addresses.OVERVIEW: overview.show, addresses.COMPARE: compare.show},
    "topics": {
        addresses.RECURRING: recurring.show,
        addresses.INDICATORS: indicators.show,
        addresses.OVERSIGHT: oversight.show,
        addresses.CITATIONS: citations.show,
        addresses.CHECKS: checks.show,
    },
    "look_up": {
        addresses.SEARCH: search.show,
        addresses.READER: reader.show,
        addresses.RECORDS: records.show,
        addresses.CONSOLE: console.show,
    },
    "use": {addresses.BRIEF: brief.show, addresses.HELP: help.show},
}
WHAT_TO_DO = "Hãy tải lại trang; nếu vẫn vậy, xem nhật ký của lệnh kiemdiem dashboard."
PAGES = {name: show for group in GROUPS.values() for name, show in group.items()}

asked = state.page() or addresses.OVERVIEW
page = asked if asked in PAGES else addresses.OVERVIEW
st.sidebar.html(
    evidence.navigation(
        "kiemdiem",
        "Kho văn bản kiểm điểm",
        [
            (
                label("page_groups", group),
                [(label("pages", p), addresses.address(p, {}), p == page) for p in pages],
            )
            for group, pages in GROUPS.items()
        ],
    )
)
login.farewell()
st.sidebar.checkbox("Giữ họ tên trong tệp tải về", key=state.KEEP_NAMES)
if page != asked:
    st.html(evidence.note("Không có trang nào ở địa chỉ này; dưới đây là trang tổng quan."))
try:
    PAGES[page]()
except (duckdb.Error, KiemdiemError, OSError, ArithmeticError, LookupError) as error:
    logging.getLogger(__name__).exception("page %s", page)
    st.html(evidence.note(f"Trang này gặp lỗi ({type(error).__name__}). {WHAT_TO_DO}"))
