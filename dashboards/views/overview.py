"""Tổng quan: what is in the archive, totals a term, what is missing, what to look at."""

import streamlit as st

from dashboards import data, evidence, listing, state, topics, widgets
from dashboards.addresses import MEASURE, WHOLE
from dashboards.labels import labels
from dashboards.widgets import EMPTY


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
    measure = widgets.choose_one(
        "Số liệu", list(names)[1:], MEASURE, names["shortcomings"], words_of=names.__getitem__
    )
    units, terms = data.units(db), data.terms(db)
    whole = state.named(WHOLE) is not None
    head, rows = listing.heat(
        topics.heat(db, measure or "shortcomings"), measure or "shortcomings", units, terms, whole
    )
    widgets.table("don-vi", head, rows)
    st.html(evidence.muted(listing.HEAT_NOTE))
    if len(rows) < len(units):
        st.html(listing.all_units(len(rows), len(units), state.here(**{WHOLE: "1"})))

    st.subheader("Còn thiếu")
    st.html(listing.missing(data.gaps(db)))

    st.subheader("Cần xem")
    look = data.rows(data.issues(db))
    if look:
        widgets.table("can-xem", listing.ISSUE_HEAD, listing.issue_rows(look))
    else:
        st.html(evidence.muted("Mọi văn bản đều đọc được, không có cảnh báo."))

    st.subheader("Các lần đọc kho")
    head, rows = listing.runs(data.rows(data.runs(db)))
    widgets.table("lan-doc", head, rows)
