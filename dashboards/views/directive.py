"""One cited document: what it is, who cites it in which term, and the sentences."""

from functools import partial
from typing import Any

import streamlit as st

from dashboards import data, directives, evidence, state, titles, widgets
from dashboards import telling_directives as telling
from dashboards.addresses import DIRECTIVE, FIELDS, SHEET

SHOWN = 50
UNITS = 40
"""Units of the table of who cites the document; the file holds all."""


def show(db: data.Connection, row: dict[str, Any]) -> None:
    """The part of the page below its title."""
    directive_id = str(row["directive_id"])
    unit, term = state.named(FIELDS["unit"]), state.named(FIELDS["term"])
    st.html(widgets.back("Mọi văn bản viện dẫn", DIRECTIVE, FIELDS["unit"], FIELDS["term"], SHEET))
    st.subheader(telling.name(row))
    st.html(telling.facts(row))
    found = directives.citing(db, directive_id)
    if not found:
        st.info("Chưa văn bản nào của kho viện dẫn văn bản này.")
        return
    st.subheader("Ai viện dẫn")
    widgets.table_of_units(
        "ai-vien-dan", found, UNITS, "citations", partial(telling.citing, directive_id=directive_id)
    )
    told = partial(directives.citations, db, directive_id, unit, term)
    said, total = widgets.paged(told, SHOWN)
    st.subheader(f"Các lần viện dẫn ({titles.number(total)})")
    widgets.show_narrowing()
    near = data.around(db, [titles.span(r) for r in said])
    st.html(
        telling.quotes(said, near) or evidence.muted("Không có lần nào ở đơn vị, nhiệm kỳ này.")
    )
    widgets.show_pager(total, SHOWN)
