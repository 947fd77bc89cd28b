"""Tổng quan: what is in the archive, totals a term, what to look at."""

import streamlit as st

from dashboards import charts, data, evidence, state
from dashboards.data import Figure
from dashboards.evidence import CellLink
from dashboards.widgets import empty, figure_cell

db = state.database()
totals = data.overview(db)

st.title("Tổng quan")
if not totals["documents"]:
    st.info("Kho chưa có văn bản nào. Hãy chạy: kiemdiem ingest THƯ_MỤC")
    st.stop()

TYPES = {
    "shortcomings": ("Hạn chế, khuyết điểm", Figure(type="shortcoming")),
    "causes": ("Nguyên nhân", Figure(type="cause")),
    "remedies": ("Giải pháp, nhiệm vụ", Figure(type="remedy")),
    "indicators": ("Chỉ tiêu", Figure(type="indicator")),
    "missed": ("Chỉ tiêu chưa đạt", Figure(type="indicator", code="missed")),
    "citations": ("Văn bản viện dẫn", Figure(type="citation")),
}
shown = [
    ("Văn bản", CellLink(str(totals["documents"]), "tai-lieu")),
    ("Không đọc được", CellLink(str(totals["failed_documents"]))),
    ("Đơn vị", CellLink(str(totals["units"]), "so-sanh")),
]
shown += [(TYPES[k][0], figure_cell(totals[k], TYPES[k][1])) for k in TYPES if k in totals]
st.html(evidence.STYLE + evidence.cards(shown))

st.subheader("Theo nhiệm kỳ")
by_term = data.rows(data.term_totals(db))
rows = [
    [CellLink(row["term"]), CellLink(str(row["units"])), CellLink(str(row["documents"]))]
    + [figure_cell(row[k], data.narrowed(f, term=row["term"])) for k, (_, f) in TYPES.items()]
    for row in by_term
]
st.html(evidence.table(["Nhiệm kỳ", "Đơn vị", "Văn bản", *(t for t, _ in TYPES.values())], rows))

st.subheader("Hạn chế theo đơn vị và nhiệm kỳ")
frame = data.unit_terms(db)
if not empty(frame, "Chưa có đơn vị nào."):
    st.altair_chart(charts.heat(frame, "shortcomings", "Số hạn chế"))
    st.caption("Ô trống: không có văn bản của đơn vị trong nhiệm kỳ đó (khác với số 0).")

st.subheader("Cần xem")
look = data.issues(db)
if not empty(look, "Mọi văn bản đều đọc được, không có cảnh báo."):
    st.dataframe(look.drop(columns="document_id"), hide_index=True)

with st.expander("Các lần đọc kho"):
    st.dataframe(data.runs(db), hide_index=True)
