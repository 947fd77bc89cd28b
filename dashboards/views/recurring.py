"""Hạn chế lặp lại: the groups, and one of them with its time line, sentences and promises."""

from functools import partial
from typing import Any

import streamlit as st

from dashboards import data, evidence, recurrences, state, timeline, watching, widgets
from dashboards import telling_recurrences as telling
from dashboards.addresses import FIELDS, GROUP, ORDER, SHEET, WATCHED
from dashboards.downloads import MOST_ROWS, Table, of_cells, of_records
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from dashboards.recurrences import Wanted

GROUPS = 40
SENTENCES = 60
DRAWN, UNITS = 25, 40
"""Units of the chart and of the table of a time line; the file holds all."""

NOTE = (
    "Những câu nói cùng một hạn chế ở nhiều nhiệm kỳ, nhiều đơn vị. Bấm vào một hạn chế để xem "
    "mọi câu, giải pháp đã hứa và vì sao các câu được coi là một. “Giống nhau” là độ giống trung "
    "bình giữa các câu trong nhóm."
)


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Hạn chế lặp lại")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    asked = state.named(GROUP)
    found = recurrences.group(db, asked) if asked else None
    if found is not None:
        _group(db, found)
        return
    if asked:
        st.html(evidence.note("Không có nhóm nào ở địa chỉ này; dưới đây là danh sách."))
    _groups(db)


def _groups(db: data.Connection) -> None:
    watched = watching.watched(db)
    wanted, order = _wanted(db, watched)
    if wanted.unit and (others := recurrences.relatives(db, wanted.unit)):
        st.html(evidence.muted(f"Gồm cả đơn vị tiền thân hoặc kế thừa: {', '.join(others)}."))
    found, total = widgets.paged(partial(recurrences.groups, db, wanted, order), GROUPS)
    if not found:
        st.info("Không có hạn chế nào lặp lại với các điều kiện này.")
        return
    st.html(evidence.lead(f"{total} hạn chế lặp lại", NOTE))
    st.html(evidence.table(telling.HEAD, telling.groups(found, watched)))
    widgets.downloads("lap-lai", partial(_file, db, wanted, order, watched), "Hạn chế lặp lại")
    widgets.show_pager(SHEET, *widgets.sheet(total, GROUPS))
    st.subheader("Theo chủ đề và nhiệm kỳ")
    st.html(evidence.muted("Số hạn chế lặp lại được nêu trong từng nhiệm kỳ."))
    head, rows = telling.themes(
        recurrences.themes(db, wanted.unit), wanted.unit, data.terms(db)
    )  # fmt: skip
    widgets.table("chu-de", head, rows)


def _wanted(db: data.Connection, watched: set[str]) -> tuple[Wanted, str]:
    """Which groups the address asks for, and in which order."""
    first, second = st.columns([3, 2]), st.columns([3, 2], vertical_alignment="bottom")
    with first[0]:
        unit = widgets.choose_one("Đơn vị", data.units(db), FIELDS["unit"], "Mọi đơn vị", SHEET)
    with first[1]:
        term = widgets.choose_one("Nhiệm kỳ", data.terms(db), FIELDS["term"], "Mọi nhiệm kỳ", SHEET)
    with second[0]:
        theme = widgets.choose_one(
            "Chủ đề", list(labels()["themes"]), FIELDS["theme"], "Mọi chủ đề", SHEET,
            words_of=partial(label, "themes"),
        )  # fmt: skip
    names = list(recurrences.ORDERS)
    with second[1]:
        order = widgets.choose_one(
            "Xếp theo", names[1:], ORDER, label("recurrence_orders", names[0]), SHEET,
            words_of=partial(label, "recurrence_orders"),
        )  # fmt: skip
    only = watched if state.named(WATCHED) else None
    st.html(evidence.row_of_links([_watched_link(len(watched))], "kd-chips"))
    return Wanted(unit, term, theme, only), order or names[0]


def _watched_link(number: int) -> Cell:
    if state.named(WATCHED):
        return Cell("Chỉ: đang theo dõi ✕", state.here(**{WATCHED: None, SHEET: None}))
    return Cell(f"Đang theo dõi: {number}", state.here(**{WATCHED: "1", SHEET: None}))


def _file(db: data.Connection, wanted: Wanted, order: str, watched: set[str]) -> Table:
    found, _ = recurrences.groups(db, wanted, order, MOST_ROWS)
    return of_cells(telling.HEAD, telling.groups(found, watched))


def _group(db: data.Connection, found: dict[str, Any]) -> None:
    group_id = str(found["group_id"])
    unit, term = state.named(FIELDS["unit"]), state.named(FIELDS["term"])
    said, total = widgets.paged(partial(recurrences.sentences, db, group_id, unit, term), SENTENCES)
    promised = recurrences.promises(db, group_id, unit, term)
    st.html(widgets.back("Mọi hạn chế lặp lại", GROUP, FIELDS["unit"], FIELDS["term"], SHEET))
    st.html(evidence.quote(str(found["label"]), label("themes", str(found["theme"])), css="focus"))
    st.html(evidence.lead(f"{found['members']} câu", telling.lead(found)))
    watching.show(db, found, said)
    _times(db, group_id)
    _said(db, group_id, said, promised, total)


def _times(db: data.Connection, group_id: str) -> None:
    """Units by terms, drawn and in figures."""
    st.subheader("Dòng thời gian")
    times = recurrences.times(db, group_id)
    drawn = telling.points(telling.leading(times, DRAWN, "sentences"), group_id)
    widgets.chart("thoi-gian", timeline.drawn(drawn))
    shown = telling.leading(times, UNITS, "sentences")
    st.html(evidence.table(*telling.times(shown, group_id)))
    if len(shown) < len(times):
        st.html(evidence.muted(f"Đang hiện {UNITS} đơn vị có nhiều câu nhất; tệp có đủ."))
    widgets.downloads(
        "don-vi-nhiem-ky", lambda: of_cells(*telling.times(times, group_id)), "Dòng thời gian"
    )
    st.html(
        evidence.muted(
            "Số câu nêu hạn chế này, bên cạnh là số giải pháp đã hứa; 0 là có văn bản nhưng không "
            "nêu, dấu – là không có văn bản. Bấm vào số để xem riêng các câu đó."
        )
    )


def _said(
    db: data.Connection,
    group_id: str,
    said: recurrences.Rows,
    promised: recurrences.Rows,
    total: int,
) -> None:
    """The sentences and promises; of one unit or term in the order in which they came."""
    narrowed = [n for name in ("unit", "term") if (n := state.named(FIELDS[name]))]
    st.subheader(f"Các câu ({total})")
    widgets.show_narrowing()
    if not said and not promised:
        st.html(evidence.muted("Không có câu nào ở đơn vị, nhiệm kỳ này."))
        return
    st.html(telling.told(said, promised if narrowed else ()))
    widgets.show_pager(SHEET, *widgets.sheet(total, SENTENCES))
    widgets.downloads("cac-cau", partial(_sentences_file, db, group_id), "Câu của một hạn chế")
    if not narrowed:
        st.subheader(f"Đã hứa khắc phục ({len(promised)})")
        st.html(
            telling.promises(promised[:SENTENCES])
            or evidence.muted("Không thấy giải pháp nào nói về hạn chế này.")
        )
        if len(promised) > SENTENCES:
            words = f"Đang hiện {SENTENCES} giải pháp đầu; hãy chọn một đơn vị để xem tiếp."
            st.html(evidence.muted(words))


def _sentences_file(db: data.Connection, group_id: str) -> Table:
    unit, term = state.named(FIELDS["unit"]), state.named(FIELDS["term"])
    said, _ = recurrences.sentences(db, group_id, unit, term, MOST_ROWS)
    ids = tuple(str(r["record_id"]) for r in said)
    return of_records(data.records(db, data.Figure(record_ids=ids)))
