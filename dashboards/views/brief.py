"""Báo cáo đại hội: the brief of one unit in one term, to look at and to take along."""

from functools import partial

import streamlit as st

from dashboards import choices, data, evidence, login, state, telling_brief, widgets
from pipeline.brief import word
from pipeline.brief.facts import Brief, gather

MISSING = "Chọn một đơn vị và một nhiệm kỳ có văn bản."


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Báo cáo đại hội")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    unit, term = choices.unit_and_its_term(db)
    if not (unit and term):
        st.html(evidence.muted(MISSING))
        return
    masked = not state.names_are_kept()
    brief = gather(db.cursor(), unit, term, state.words(), masked)
    _downloads(brief, masked)
    st.html(evidence.muted(brief.made_from))
    for section in brief.sections:
        st.subheader(section.title)
        st.html(evidence.muted(section.remark) + telling_brief.table(section))


def _downloads(brief: Brief, masked: bool) -> None:
    noted = partial(
        login.record_export, state.named_database(), login.person(), f"{brief.unit}, {brief.term}"
    )

    def made(written: word.Written) -> bytes:
        noted(sum(len(s.rows) for s in brief.sections), not masked)
        return written(brief)

    with st.container(horizontal=True, gap="small"):
        for words, ending, written in (
            ("Tải Word", "docx", word.docx),
            ("Tải PDF", "pdf", word.pdf),
        ):
            st.download_button(
                words,
                partial(made, written),
                f"bao-cao.{ending}",
                key=ending,
                on_click="ignore",
                disabled=ending == "pdf" and not word.can_make_pdf(),
            )
