"""One recurring shortcoming: its time line, its sentences, and what was promised against it."""

from functools import partial
from typing import Any

import streamlit as st

from dashboards import data, evidence, listing, recurrences, state, timeline, watching, widgets
from dashboards import telling_recurrences as telling
from dashboards.addresses import FIELDS, GROUP, SHEET
from dashboards.labels import label

SENTENCES = 60
DRAWN, UNITS = 25, 40
"""Units of the chart and of the table of a time line; the file holds all."""

TIMES_NOTE = (
    "Số câu nêu hạn chế này, bên cạnh là số giải pháp đã hứa; 0 là có văn bản nhưng không nêu, "
    "dấu – là không có văn bản. Bấm vào số để xem riêng các câu đó."
)


def show(db: data.Connection, group: dict[str, Any]) -> None:
    """The part of the page below its title."""
    unit, term = state.named(FIELDS["unit"]), state.named(FIELDS["term"])
    told = partial(recurrences.sentences, db, group["group_id"], unit, term)
    said, total = widgets.paged(told, SENTENCES)
    st.html(widgets.back("Mọi hạn chế lặp lại", GROUP, FIELDS["unit"], FIELDS["term"], SHEET))
    st.html(evidence.quote(str(group["label"]), label("themes", str(group["theme"])), css="focus"))
    st.html(evidence.lead(f"{group['members']} câu", telling.lead(group)))
    watching.show(db, group, said)
    st.subheader("Dòng thời gian")
    times = recurrences.times(db, group["group_id"])
    drawn = telling.points(listing.leading(times, DRAWN, "sentences"), group["group_id"])
    widgets.chart("thoi-gian", timeline.drawn(drawn))
    widgets.table_of_units(
        "don-vi-nhiem-ky",
        times,
        UNITS,
        "sentences",
        partial(telling.times, group_id=group["group_id"]),
    )
    st.html(evidence.muted(TIMES_NOTE))
    st.subheader(f"Các câu ({total})")
    widgets.show_narrowing()
    promised = recurrences.promises(db, group["group_id"], unit, term)
    if not said and not promised:
        st.html(evidence.muted("Không có câu nào ở đơn vị, nhiệm kỳ này."))
        return
    narrowed = unit or term
    st.html(telling.told(said, promised if narrowed else ()))
    widgets.show_pager(total, SENTENCES)
    widgets.downloads("cac-cau", partial(widgets.records_file, db, told), "Câu của một hạn chế")
    if not narrowed:
        st.subheader(f"Đã hứa khắc phục ({len(promised)})")
        st.html(telling.promises(promised, SENTENCES))
