"""Kiểm tra số liệu: what does not add up, with both places and the arithmetic."""

from functools import partial

import streamlit as st

from dashboards import data, evidence, state, telling, titles, topics, widgets
from dashboards.addresses import CERTAINTY, FAMILY, FIELDS, SHEET
from dashboards.downloads import MOST_ROWS, Table, of_cells
from dashboards.labels import label, labels

SHOWN = 30
NOTE = (
    "Hai chỗ trái nhau, hoặc một chỗ không thể đúng. Chương trình không sửa gì: hãy xem cả hai chỗ."
)

Asked = tuple[str | None, str | None, str | None, str | None]


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Kiểm tra số liệu")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = _asked(db)
    unit, term, *_ = asked
    found, total = widgets.paged(partial(topics.doubts, db, *asked), SHOWN)
    totals = topics.doubt_totals(db, unit, term)
    if totals:
        given = {FIELDS["unit"]: unit, FIELDS["term"]: term}
        with st.expander("Theo phép kiểm và mức độ"):
            widgets.table("phep-kiem", *telling.doubt_totals(totals, given))
    if not found:
        st.info("Không thấy chỗ nào chưa khớp với các điều kiện này.")
        return
    st.html(evidence.lead(f"{titles.number(total)} chỗ chưa khớp", NOTE))
    widgets.downloads("so-lieu", partial(_file, db, asked), "Kiểm tra số liệu")
    st.html("".join(map(telling.doubt, found)))
    widgets.show_pager(SHEET, *widgets.sheet(total, SHOWN))


def _asked(db: data.Connection) -> Asked:
    """The unit, term, rule and certainty that the address asks for."""
    names = topics.families(db)
    unit, term = widgets.choose_unit_and_term(db)
    left, right = st.columns([3, 2])
    with left:
        family = widgets.choose_one(
            "Phép kiểm", list(names), FAMILY, "Mọi phép kiểm", SHEET, words_of=names.__getitem__
        )
    with right:
        certainty = widgets.choose_one(
            "Mức độ", list(labels()["certainties"]), CERTAINTY, "Mọi mức độ", SHEET,
            words_of=partial(label, "certainties"),
        )  # fmt: skip
    return unit, term, family, certainty


def _file(db: data.Connection, asked: Asked) -> Table:
    found, _ = topics.doubts(db, *asked, limit=MOST_ROWS)
    return of_cells(telling.DOUBT_HEAD, telling.doubt_rows(found))
