"""Báo cáo đại hội: the brief of one unit in one term, to look at and to take along."""

from functools import partial

import streamlit as st

from dashboards import data, login, state, widgets
from dashboards.addresses import FIELDS
from dashboards.evidence import Cell, muted, table
from pipeline.brief import word
from pipeline.brief.facts import Brief, Section, gather

MISSING = "Chọn một đơn vị và một nhiệm kỳ có văn bản."


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Báo cáo đại hội")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    left, right = st.columns([3, 2])
    with left:
        unit = widgets.choose_one("Đơn vị", data.units(db), FIELDS["unit"], "Chọn đơn vị")
    terms = data.terms_of(db, unit) if unit else []
    with right:
        term = widgets.choose_one("Nhiệm kỳ", terms, FIELDS["term"], "Chọn nhiệm kỳ")
    if not (unit and term):
        st.html(muted(MISSING))
        return
    masked = not state.names_are_kept()
    brief = gather(db.cursor(), unit, term, state.words(), masked)
    _downloads(brief, masked)
    st.html(muted(brief.made_from))
    for section in brief.sections:
        st.subheader(section.title)
        st.html(muted(section.remark) + _table(section))


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


def _table(section: Section) -> str:
    """The rows, each opening the records that it rests on."""
    if not section.rows:
        return ""
    rows = [
        [
            Cell(row.cells[0], widgets.sources_link(row)),
            *(Cell(c, css="text") for c in row.cells[1:]),
        ]
        for row in section.rows
    ]
    return table(section.head, rows)
