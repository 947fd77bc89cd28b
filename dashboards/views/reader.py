"""Tài liệu: the documents, and one of them with every record highlighted."""

import streamlit as st

from dashboards import (
    addresses,
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
from dashboards.addresses import (
    DOCUMENT,
    FACT,
    HIDDEN,
    PART,
    PICTURE,
    QUERY,
    RECORD,
    SECTION,
    SHEET,
    SPAN,
)
from dashboards.reading import Place
from pipeline.model import Span

SHOWN = 100


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Tài liệu")
    total = data.document_count(db)
    if not total:
        st.info(widgets.EMPTY)
        return
    many = total > widgets.MOST_NAMED
    unit, term = widgets.choose_unit_and_term(db) if many else (None, None)
    chosen = widgets.choose_document(db, unit, term)
    if chosen:
        _read(db, data.reading(db, chosen))
        return
    if state.named(DOCUMENT):
        st.html(evidence.note("Không có văn bản nào ở địa chỉ này; dưới đây là danh sách."))
    sheet, last = widgets.sheet(data.document_count(db, unit, term), SHOWN)
    found = data.documents(db, unit, term, SHOWN, (max(sheet, 1) - 1) * SHOWN)
    widgets.table("van-ban", *listing.documents(data.rows(found)))
    widgets.show_pager(SHEET, sheet, last)


def _read(db: data.Connection, found: data.Reading) -> None:
    asked = Place(
        found.info["document_id"],
        reading.hidden_types(state.named(HIDDEN)),
        state.named(RECORD),
        state.named(FACT),
        state.named(SECTION),
        state.number(PART),
        addresses.span_of(state.named(SPAN)),
        state.named(QUERY),
        state.named(PICTURE) is not None,
    )
    place = reading.checked(found, asked)
    st.sidebar.html(reading.outline(found, place))
    if asked.record != place.record:
        st.html(evidence.note("Không có bản ghi này trong văn bản; dưới đây là toàn văn."))
    pictured = place.pictured and original.can_be_shown(found)
    text, beside = st.columns([1, 1] if pictured else [5, 2], gap="medium")
    parts = reading.part_links(found, place)
    above = reading.doubts(found) + reading.legend(found, place) + parts
    text.html(above + reading.document(found, place, _words(found, place)) + parts)
    with beside:
        original.show(db, found, place)
    beside.html(reading.panel(found, place))
    if element := reading.target(place):
        st.html(style.scroll_to(element), unsafe_allow_javascript=True)


def _words(found: data.Reading, place: Place) -> list[Span]:
    """The words looked for, in the sentence that the address names."""
    if not (place.span and place.query):
        return []
    return finding.words_at(found.text, Span(*place.span), place.query, state.abbreviations())
