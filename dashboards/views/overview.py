"""Tổng quan: what is in the archive, totals a term, what is missing, what to look at."""

from functools import partial

import streamlit as st

from dashboards import choices, data, evidence, listing, state, topics, widgets
from dashboards.addresses import ISSUES, MEASURE, WHOLE
from dashboards.downloads import MOST_ROWS, of_cells
from dashboards.labels import labels
from dashboards.widgets import EMPTY

GRAVEST, SHOWN = 10, 100  # warnings of the page, and of a sheet where all are asked for


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Tổng quan")
    totals = data.overview(db)
    if not totals["documents"]:
        st.info(EMPTY)
        return
    st.html(evidence.cards(listing.cards(totals)))
    if totals["superseded_documents"]:
        st.html(evidence.muted(listing.superseded(totals["superseded_documents"])))
    st.subheader("Theo nhiệm kỳ")
    widgets.table("nhiem-ky", listing.TERM_HEAD, listing.term_rows(data.rows(data.term_totals(db))))
    st.subheader("Theo đơn vị và nhiệm kỳ")
    names = labels()["heat"]
    chosen = choices.one(
        "Số liệu", list(names)[1:], MEASURE, names["shortcomings"], words_of=names.__getitem__
    )
    units, measure = data.units(db), chosen or "shortcomings"
    shown = listing.heat_units(units, state.named(WHOLE) is not None)
    widgets.table("don-vi", *listing.heat(topics.heat(db, measure), measure, shown, data.terms(db)))
    st.html(listing.heat_note(len(shown), len(units), state.here(**{WHOLE: "1"})))
    st.subheader("Còn thiếu")
    st.html(listing.missing(data.gaps(db)))
    st.subheader("Cần xem")
    _issues(db)
    st.subheader("Các lần đọc kho")
    widgets.table("lan-doc", *listing.runs(data.rows(data.runs(db))))


def _issues(db: data.Connection) -> None:
    """The gravest warnings, or all of them sheet by sheet; the file holds all."""
    sheet = SHOWN if state.named(ISSUES) else GRAVEST
    found, total = widgets.paged(partial(data.issues, db), sheet)
    if not found:
        st.html(evidence.muted("Mọi văn bản đều đọc được, không có cảnh báo."))
        return
    st.html(evidence.table(*listing.issues(found)))
    widgets.downloads(
        "can-xem", lambda: of_cells(*listing.issues(data.issues(db, MOST_ROWS)[0])), "Cần xem"
    )
    if state.named(ISSUES):
        widgets.show_pager(total, sheet)
    elif total > sheet:
        st.html(listing.all_issues(len(found), total, state.here(**{ISSUES: "1"})))
