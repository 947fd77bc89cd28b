"""Kiểm tra - kỷ luật: what was inspected, supervised, disciplined, commended, complained of."""

from functools import partial

import streamlit as st

from dashboards import charts, choices, data, evidence, state, telling, topics, widgets
from dashboards.addresses import CATEGORY, SHEET
from dashboards.downloads import MOST_ROWS, Table, of_cells
from dashboards.labels import label, labels

SHOWN = 100


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Kiểm tra - kỷ luật")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    unit, term = choices.unit_and_term(db)
    category = choices.one(
        "Lĩnh vực", list(labels()["categories"]), CATEGORY, "Mọi lĩnh vực", SHEET,
        words_of=partial(label, "categories"),
    )  # fmt: skip
    found, total = widgets.paged(partial(topics.oversight, db, unit, term, category), SHOWN)
    if not found:
        st.info("Văn bản không nêu số liệu nào với các điều kiện này.")
        return
    st.html(evidence.muted(label("breakdowns", "stated_note")))
    if unit:
        _over_terms(db, unit, term, category)
        return
    st.html(evidence.muted("Số của cấp trên gồm cả số của cấp dưới, nên không cộng các đơn vị."))
    st.html(evidence.table(telling.OVERSIGHT_HEAD, telling.oversight(found)))
    widgets.downloads("kiem-tra", partial(_file, db, term, category), "Kiểm tra - kỷ luật")
    widgets.show_pager(total, SHOWN)


def _over_terms(db: data.Connection, unit: str, term: str | None, category: str | None) -> None:
    """One unit: its figures term beside term, and how its members were disciplined."""
    found, _ = topics.oversight(db, unit, term, category)
    if (frame := charts.measures_frame(found)) is not None:
        widgets.chart("ky-luat", charts.measures(frame))
    widgets.table("kiem-tra", *telling.over_terms(found))


def _file(db: data.Connection, term: str | None, category: str | None) -> Table:
    found, _ = topics.oversight(db, None, term, category, MOST_ROWS)
    return of_cells(telling.OVERSIGHT_HEAD, telling.oversight(found))
