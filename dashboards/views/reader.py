"""Tài liệu: the documents, and one of them with every record highlighted."""

import streamlit as st

from dashboards import (
    choices,
    data,
    evidence,
    finding,
    listing,
    original,
    reading,
    state,
    style,
    widgets,
)
from dashboards.addresses import DOCUMENT

SHOWN = 100


def show() -> None:
    """The page: the list, or the document that the address names."""
    db = state.database()
    st.title("Tài liệu")
    total = data.document_count(db)
    if not total:
        st.info(widgets.EMPTY)
        return
    many = total > choices.MOST_NAMED
    unit, term = choices.unit_and_term(db) if many else (None, None)
    chosen = choices.document(db, unit, term)
    if chosen:
        _read(db, data.reading(db, chosen))
        return
    if state.named(DOCUMENT):
        st.html(evidence.note("Không có văn bản nào ở địa chỉ này; dưới đây là danh sách."))
    counted = data.document_count(db, unit, term)
    found = data.documents(db, unit, term, SHOWN, widgets.skipped(counted, SHOWN))
    widgets.table("van-ban", *listing.documents(data.rows(found)))
    widgets.show_pager(counted, SHOWN)


def _read(db: data.Connection, found: data.Reading) -> None:
    asked = choices.place(found.info["document_id"])
    place = reading.checked(found, asked)
    st.sidebar.html(reading.outline(found, place))
    if asked.record != place.record:
        st.html(evidence.note("Không có bản ghi này trong văn bản; dưới đây là toàn văn."))
    text, beside = st.columns(original.widths(found, place), gap="medium")
    words = finding.words_in(found.text, place, state.abbreviations())
    text.html(reading.whole(found, place, words))
    with beside:
        original.show(db, found, place)
    beside.html(reading.panel(found, place))
    if element := reading.target(place):
        st.html(style.scroll_to(element), unsafe_allow_javascript=True)
