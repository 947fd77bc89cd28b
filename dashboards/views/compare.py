"""So sánh: two to six units or terms side by side."""

from collections.abc import Sequence

import streamlit as st

from dashboards import charts, choices, comparing, data, evidence, state, widgets
from dashboards.labels import label
from dashboards.metrics import BREAKDOWNS, STATUSES, THEMES, Breakdown
from dashboards.sides import Side, chosen
from dashboards.widgets import EMPTY, chart


def show() -> None:
    """The page."""
    db = state.database()
    st.title("So sánh")
    if not data.units(db):
        st.info(EMPTY)
        return
    left, right = st.columns([3, 2])
    with left:
        units = choices.several("Đơn vị", data.units(db), "don_vi", "Chọn từ hai đến sáu đơn vị")
    with right:
        terms = choices.several("Nhiệm kỳ", data.terms(db), "nhiem_ky", "Mọi nhiệm kỳ")
    terms = [t for t in data.terms(db) if t in terms]  # oldest first, however they were chosen
    sides, remark = chosen(db, units, terms)
    members = comparing.members(db, sides)
    st.html(evidence.muted(remark))
    widgets.table("so-sanh", _head(sides), [*comparing.totals(sides), *members])
    for breakdown in BREAKDOWNS:
        _show(db, sides, breakdown)
    if stated := comparing.stated(db, sides):
        st.subheader(label("breakdowns", "stated"))
        st.html(evidence.muted(label("breakdowns", "stated_note")))
        widgets.table("so-lieu", _head(sides), stated)


def _show(db: data.Connection, sides: Sequence[Side], breakdown: Breakdown) -> None:
    st.subheader(label("breakdowns", breakdown.name))
    frame = comparing.tallies(db, sides, breakdown)
    if frame.empty:
        st.html(evidence.muted("Không có bản ghi nào."))
        return
    if breakdown is THEMES:
        chart("chu-de", charts.themes(frame), width="content")
    if breakdown is STATUSES:
        chart("chi-tieu", charts.statuses(frame))
    rows = comparing.broken_down(frame, sides, breakdown)
    widgets.table(breakdown.name, _head(sides), rows)


def _head(sides: Sequence[Side]) -> list[str]:
    return ["", *(side.name for side in sides)]
