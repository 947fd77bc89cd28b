"""Văn bản viện dẫn: who cites what; never cited; cited after replacement; disagreeing."""

import streamlit as st

from dashboards import data, evidence, state, telling, topics, widgets

SHOWN = 60


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Văn bản viện dẫn")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    st.subheader("Được viện dẫn nhiều nhất")
    _table("vien-dan", telling.CITED_HEAD, telling.cited(topics.cited(db, SHOWN)))
    st.subheader("Viện dẫn khi đã có văn bản thay thế")
    _table("da-thay", telling.REPLACED_HEAD, telling.replaced(topics.after_replacement(db)))
    st.subheader("Nêu khác với danh mục")
    _table("neu-khac", telling.DISAGREEING_HEAD, telling.disagreeing(topics.disagreements(db)))
    st.subheader("Chưa văn bản nào viện dẫn")
    never = topics.never_cited(db)
    st.html(
        evidence.muted(
            f"{len(never)} văn bản của Trung ương trong danh mục; hiện {SHOWN} văn bản mới nhất."
        )
    )
    _table("chua-vien-dan", telling.NEVER_HEAD, telling.never_cited(never[:SHOWN]))


def _table(name: str, head: list[str], rows: list[list[evidence.Cell]]) -> None:
    if rows:
        widgets.table(name, head, rows)
    else:
        st.html(evidence.muted("Không có."))
