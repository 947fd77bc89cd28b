"""Hạn chế lặp lại: the groups, ranked and narrowed; a click opens one of them."""

from functools import partial

import streamlit as st

from dashboards import choices, data, evidence, recurrences, state, watching, widgets
from dashboards import telling_recurrences as telling
from dashboards.addresses import GROUP
from dashboards.downloads import MOST_ROWS, Table, of_cells
from dashboards.recurrences import Wanted
from dashboards.views import recurrence

SHOWN = 40
NOTE = (
    "Những câu nói cùng một hạn chế ở nhiều nhiệm kỳ, nhiều đơn vị. Bấm vào một hạn chế để xem "
    "mọi câu, giải pháp đã hứa và vì sao các câu được coi là một. “Giống nhau” là độ giống trung "
    "bình giữa các câu trong nhóm."
)


def show() -> None:
    """The page: the list, or the group that the address names."""
    db = state.database()
    st.title("Hạn chế lặp lại")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = state.named(GROUP)
    found = recurrences.group(db, asked) if asked else None
    if found is not None:
        recurrence.show(db, found)
        return
    if asked:
        st.html(evidence.note("Không có nhóm nào ở địa chỉ này; dưới đây là danh sách."))
    watched = watching.watched(db)
    wanted, order = choices.recurring(db, watched)
    if wanted.unit and (others := recurrences.relatives(db, wanted.unit)):
        st.html(evidence.muted(f"Gồm cả đơn vị tiền thân hoặc kế thừa: {', '.join(others)}."))
    found_groups, total = widgets.paged(partial(recurrences.groups, db, wanted, order), SHOWN)
    if not found_groups:
        st.info("Không có hạn chế nào lặp lại với các điều kiện này.")
        return
    st.html(evidence.lead(f"{total} hạn chế lặp lại", NOTE))
    st.html(evidence.table(telling.HEAD, telling.groups(found_groups, watched)))
    widgets.downloads("lap-lai", partial(_file, db, wanted, order, watched), "Hạn chế lặp lại")
    widgets.show_pager(total, SHOWN)
    st.subheader("Theo chủ đề và nhiệm kỳ")
    st.html(evidence.muted("Số hạn chế lặp lại được nêu trong từng nhiệm kỳ."))
    themes = recurrences.themes(db, wanted.unit)
    widgets.table("chu-de", *telling.themes(themes, wanted.unit, data.terms(db)))


def _file(db: data.Connection, wanted: Wanted, order: str, watched: set[str]) -> Table:
    found, _ = recurrences.groups(db, wanted, order, MOST_ROWS)
    return of_cells(telling.HEAD, telling.groups(found, watched))
