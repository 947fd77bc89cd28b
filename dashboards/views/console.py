"""SQL: one reading statement over the database, its answer as a table and as a file."""

import streamlit as st

from dashboards import asking, downloads, state, widgets
from dashboards.addresses import STATEMENT
from dashboards.evidence import Cell, lead, muted, note, row_of_links
from pipeline.console.check import LONGEST
from pipeline.questions import questions

HOW = (
    "Chạy một câu lệnh SELECT mỗi lần, chỉ đọc: tối đa 10 giây, 1 GB bộ nhớ, 10.000 dòng. "
    "Ctrl+Enter hoặc nút Chạy để chạy."
)


def show() -> None:
    """The page."""
    version = state.version()
    st.title("SQL")
    st.html(muted(HOW))
    examples = [Cell(q.vi, state.here(**{STATEMENT: q.sql})) for q in questions()]
    st.html(row_of_links([Cell("Ví dụ:"), *examples], "kd-chips"))
    sql = _statement()
    if sql:
        with st.spinner("Đang chạy…", show_time=True):
            done = asking.asked(version, sql)
        _show(done, sql)
    st.subheader("Các bảng và cột")
    st.html(asking.catalogue())


def _statement() -> str:
    """The statement to run, as the address bar says."""
    st.session_state[state.key(STATEMENT)] = (state.named(STATEMENT) or "")[:LONGEST]
    with st.form("statement", border=False):
        typed: str = st.text_area(
            "Câu lệnh", key=state.key(STATEMENT), height=180, max_chars=LONGEST
        )
        st.form_submit_button("Chạy", type="primary", on_click=state.remember, args=(STATEMENT,))
    return typed.strip()


def _show(done: asking.Asked, sql: str) -> None:
    if done.refusal:
        st.html(note(done.refusal))
        return
    st.html(lead(done.told, "đã cắt bớt" if done.cut else "đủ"))
    st.dataframe(done.rows, width="stretch", hide_index=True)
    widgets.downloads("ket-qua", lambda: downloads.of_frame(done.rows), sql)
