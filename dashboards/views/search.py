"""Tìm kiếm: every sentence by its words."""

import streamlit as st

from dashboards import choices, data, finding, state, widgets
from dashboards.addresses import APART, QUERY, SHEET
from dashboards.evidence import Cell, muted, row_of_links

SHOWN = 20
EXAMPLES = ("chưa thường xuyên kiểm tra", "ky luat dang vien", "BCH", "05-CT/TW")
HOW = (
    "Gõ có dấu để tìm đúng chữ, gõ không dấu để tìm mọi cách viết; chữ viết tắt (BCH, UBKT, đ/c…) "
    "được hiểu như viết đủ. Câu có đủ các chữ mới hiện, câu có các chữ liền nhau đứng trước."
)


def show() -> None:
    """The page."""
    db = state.database()
    st.title("Tìm kiếm")
    if not data.units(db):
        st.info(widgets.EMPTY)
        return
    typed = choices.query()
    narrow = choices.narrowed_search(db)
    if not typed:
        st.html(muted(HOW))
        links = [Cell(e, state.here(**{QUERY: e, SHEET: None})) for e in EXAMPLES]
        st.html(row_of_links([Cell("Thử:"), *links], "kd-chips"))
        return
    short = state.abbreviations()
    done = finding.searched(db, typed, narrow, short, state.named(APART) is not None)
    st.html(finding.told(done) + _apart(done))
    if not done.found.sentences:
        if not done.found.missing:
            st.info("Không câu nào có đủ các chữ này. Hãy bớt chữ hoặc bỏ bớt điều kiện.")
        return
    total = len(done.found.sentences)
    hits = finding.hits(db, done, widgets.skipped(total, SHOWN), SHOWN, short)
    st.html(hits + widgets.pager(total, SHOWN))


def _apart(done: finding.Search) -> str:
    """A link to the sentences with the words far apart, where only others are shown."""
    if not done.found.close or len(done.wanted.words) < 2 or done.found.missing:
        return ""
    more = Cell("Tìm cả câu có các chữ đứng rời nhau", state.here(**{APART: "1", SHEET: None}))
    return row_of_links([more], "kd-chips")
