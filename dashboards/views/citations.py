"""Văn bản viện dẫn: who cites what; never cited; cited after replacement; disagreeing; open."""

from functools import partial

import streamlit as st

from dashboards import choices, data, directives, evidence, state, widgets
from dashboards import telling_directives as telling
from dashboards.addresses import DIRECTIVE, PART
from dashboards.downloads import MOST_ROWS, Table, of_cells
from dashboards.labels import label, labels
from dashboards.views import directive

SHOWN = 50
NOTES = {
    "cited": "Bấm vào một văn bản để xem ai viện dẫn, ở câu nào.",
    "never": "Văn bản trong danh mục hoặc có trong kho mà không văn bản nào của kho viện dẫn.",
    "replaced": "Báo cáo có thể kể lại việc đã qua; văn bản chỉ đạo thì không nên.",
    "disagreeing": "Ngày hoặc nơi ban hành trong báo cáo khác với danh mục; hãy xem lại cả hai.",
    "open": "Chương trình không đoán: những lần viện dẫn này chưa rõ nói đến văn bản nào.",
}


def show() -> None:
    """The page: a part of the lists, or the document that the address names."""
    db = state.database()
    st.title("Văn bản viện dẫn")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = state.named(DIRECTIVE)
    found = directives.directive(db, asked) if asked else None
    if found is not None:
        directive.show(db, found)
        return
    if asked:
        st.html(evidence.note("Không có văn bản nào ở địa chỉ này; dưới đây là danh sách."))
    unit, term = choices.unit_and_term(db)
    part = next(iter(state.all_named(PART, list(labels()["citation_parts"]))), "cited")
    numbers = directives.numbers(db, unit, term)
    st.html(evidence.row_of_links(telling.tabs(numbers, part, state.here), "kd-chips"))
    told = partial(directives.PARTS[part], db, unit, term)
    rows, _ = widgets.paged(told, SHOWN)
    st.html(evidence.muted(NOTES[part]))
    if not rows:
        st.info("Không có lần viện dẫn nào như vậy với các điều kiện này.")
        return
    st.html(evidence.table(telling.HEADS[part], telling.table(part, rows)))
    widgets.downloads(
        part, lambda: _file(part, told(MOST_ROWS, 0)[0]), label("citation_parts", part)
    )
    widgets.show_pager(numbers[part], SHOWN)


def _file(part: str, rows: data.Rows) -> Table:
    return of_cells(telling.HEADS[part], telling.table(part, rows))
