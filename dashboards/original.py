"""The page as it was before it was read, beside the text."""

import streamlit as st

from dashboards import data, evidence, picture, reading, state
from dashboards.evidence import Cell
from dashboards.reading import Place
from pipeline import pageview
from pipeline.errors import KiemdiemError


def can_be_shown(found: data.Reading) -> bool:
    """Whether the pages of this document can be drawn here."""
    return state.archive() is not None and found.info["format"] in pageview.SHOWN


def widths(found: data.Reading, place: Place) -> list[int]:
    """Of the text and of what stands beside it, the more where that is the page."""
    return [1, 1] if place.pictured and can_be_shown(found) else [5, 2]


def show(db: data.Connection, found: data.Reading, place: Place) -> None:
    """A link that shows or hides the page, and where it is shown, the page with its lines."""
    if not can_be_shown(found):
        return
    words = "Ẩn trang gốc" if place.pictured else "Xem trang gốc"
    link = Cell(words, place.address(pictured=not place.pictured))
    st.html(evidence.row_of_links([link], "kd-chips"))
    if place.pictured:
        _page(db, found, place)


def _page(db: data.Connection, found: data.Reading, place: Place) -> None:
    page, id = reading.page_of(found, place), str(found.info["document_id"])
    if page is None:
        st.html(evidence.muted("Văn bản không chia trang."))
        return
    named = reading.focus(found, place)
    marked = picture.lines_at(db, id, named) if named else []
    try:
        turn = picture.turn_of(db, id, page)
        image = state.page_image(str(state.archive()), str(found.info["path"]), page, turn)
    except (OSError, KiemdiemError):
        st.html(evidence.note("Không vẽ được trang này: tệp gốc không còn, đã đổi hoặc hỏng."))
        return
    st.html(picture.html(image, page, [line for line in marked if line["page"] == page]))
