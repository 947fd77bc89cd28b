"""Hạn chế lặp lại: the groups, and one of them with its time line, sentences and promises."""

import streamlit as st

from dashboards import charts, data, evidence, state, telling, topics, watching, widgets
from dashboards.addresses import GROUP, SHEET
from dashboards.labels import label

SHOWN = 50
NOTE = (
    "Những câu nói cùng một hạn chế ở nhiều nhiệm kỳ, nhiều đơn vị. Xếp theo số nhiệm kỳ, số đơn "
    "vị, số câu. Bấm vào một hạn chế để xem mọi câu và giải pháp đã hứa."
)


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Hạn chế lặp lại")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = state.named(GROUP)
    found = topics.group(db, asked) if asked else None
    if found is not None:
        _group(db, found)
        return
    if asked:
        st.html(evidence.note("Không có nhóm nào ở địa chỉ này; dưới đây là danh sách."))
    unit, theme = widgets.choose_unit_and_theme(db)
    rows = topics.recurring(db, unit, theme)
    if not rows:
        st.info("Không có hạn chế nào lặp lại với các điều kiện này.")
        return
    st.html(evidence.muted(NOTE))
    sheet, last = widgets.sheet(len(rows), SHOWN)
    shown = rows[(sheet - 1) * SHOWN : sheet * SHOWN]
    widgets.table("lap-lai", telling.RECURRING_HEAD, telling.recurring(shown))
    widgets.show_pager(SHEET, sheet, last)


def _group(db: data.Connection, found: dict[str, object]) -> None:
    said = topics.sentences(db, str(found["group_id"]))
    promised = topics.promises(db, str(found["group_id"]))
    st.html(widgets.back("Mọi hạn chế lặp lại", GROUP))
    st.html(evidence.quote(str(found["label"]), label("themes", str(found["theme"])), css="focus"))
    told = f"{found['units']} đơn vị, {found['terms']} nhiệm kỳ, {len(promised)} giải pháp đã hứa"
    st.html(evidence.lead(f"{len(said)} câu", told))
    watching.show(db, [str(r["record_id"]) for r in said])
    widgets.chart("thoi-gian", charts.timeline(telling.timeline(said, promised)))
    st.subheader("Các câu")
    st.html(telling.sentences(said))
    widgets.downloads_of("cac-cau", data.Figure(record_ids=tuple(r["record_id"] for r in said)), db)
    st.subheader("Đã hứa khắc phục")
    st.html(
        telling.promises(promised) or evidence.muted("Không thấy giải pháp nào nói về hạn chế này.")
    )
