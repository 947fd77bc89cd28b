"""So sánh: units and terms side by side."""

import streamlit as st

from dashboards import charts, data, evidence, state
from dashboards.data import Figure
from dashboards.evidence import CellLink
from dashboards.labels import label, labels
from dashboards.widgets import empty, figure_cell, filters

db = state.database()
st.title("So sánh")
units, terms = filters(db)
frame = data.unit_terms(db, units, terms)
if empty(frame, "Không có văn bản nào khớp với lựa chọn. Hãy bỏ bớt điều kiện lọc."):
    st.stop()

pairs = list(frame[["unit", "term"]].itertuples(index=False, name=None))[:12]
if len(frame) > len(pairs):
    st.caption(f"Hiện 12 trong {len(frame)} cặp đơn vị và nhiệm kỳ; chọn đơn vị để thu hẹp.")
head = ["", *(f"{unit} ({term})" for unit, term in pairs)]
by_pair = {(r["unit"], r["term"]): r for r in data.rows(frame)}


def counted(group: str, figure: Figure, counts: dict[tuple[str, str, str], int]) -> None:
    """A table of one group of codes: a row a code, a column a unit and term."""
    name = "theme" if group == "themes" else "code"
    codes = [c for c in labels()[group] if any(k[2] == c for k in counts)]
    rows = [
        [CellLink(label(group, c))]
        + [
            figure_cell(
                counts.get((u, t, c), 0), data.narrowed(figure, unit=u, term=t, **{name: c})
            )
            for u, t in pairs
        ]
        for c in codes
    ]
    st.html(evidence.table(head, rows))


MEASURES = {
    "documents": ("Văn bản", None),
    "members": ("Đảng viên (mới nhất)", Figure(type="count", code="party_member", detail="total")),
    "shortcomings": ("Hạn chế, khuyết điểm", Figure(type="shortcoming")),
    "causes": ("Nguyên nhân", Figure(type="cause")),
    "remedies": ("Giải pháp, nhiệm vụ", Figure(type="remedy")),
    "indicators": ("Chỉ tiêu", Figure(type="indicator")),
    "missed": ("Chỉ tiêu chưa đạt", Figure(type="indicator", code="missed")),
    "citations": ("Văn bản viện dẫn", Figure(type="citation")),
}
rows = [
    [CellLink(words)]
    + [
        figure_cell(by_pair[u, t][k], data.narrowed(f, unit=u, term=t))
        if f
        else CellLink(str(by_pair[u, t][k]))
        for u, t in pairs
    ]
    for k, (words, f) in MEASURES.items()
]
st.html(evidence.STYLE + evidence.table(head, rows))

st.subheader("Hạn chế theo chủ đề")
themes = data.themes(db, units, terms)
if not empty(themes, "Không có hạn chế nào được nêu."):
    st.altair_chart(charts.themes(charts.labelled(themes, "theme", labels()["themes"]), "term"))
    counted("themes", Figure(type="shortcoming"), data.by_pair(themes, "theme", "shortcomings"))

st.subheader("Chỉ tiêu")
statuses = data.statuses(db, units, terms)
if not empty(statuses, "Không có chỉ tiêu nào được nêu."):
    st.altair_chart(
        charts.statuses(charts.labelled(statuses, "status", labels()["statuses"]), "unit")
    )
    counted("statuses", Figure(type="indicator"), data.by_pair(statuses, "status", "indicators"))

st.subheader("Kiểm tra, kỷ luật, khen thưởng")
oversight = data.discipline(db, units, terms)
if not empty(oversight, "Không có số liệu nào được nêu."):
    sums = data.by_pair(oversight, "category", "figures")
    counted("categories", Figure(type="oversight"), sums)
    st.caption("Số lần nêu số liệu; mở ra để xem từng con số trong câu của nó.")
