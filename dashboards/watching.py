"""What people say of a recurring shortcoming: watch it, note, take sentences out, join groups."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboards import data, evidence, login, recurrences, state, titles
from dashboards.labels import label
from pipeline.reviews import Anchor, Review, Reviews, anchors, places

LATER = "Có hiệu lực từ lần đọc kho tới (kiemdiem ingest)."

_CHARS = 500
_OPTION = 110


def watched(db: data.Connection) -> set[str]:
    """The groups that are watched now, whenever the database was made."""
    return {group for review, group in _said(db) if review.kind == "watch"}


def show(db: data.Connection, group: dict[str, Any], said: Sequence[dict[str, Any]]) -> None:
    """What was said of a group, each to be taken back, and what may be said; `said`: sentences."""
    here = list(dict.fromkeys(r for r, g in _said(db) if g == group["group_id"]))
    for review in here:
        _told(review)
    places_here = anchors(db.cursor(), [str(r["record_id"]) for r in said])
    if not places_here:
        return
    of = next(iter(anchors(db.cursor(), [group["label_record_id"]])), places_here[0])
    with st.container(horizontal=True, gap="small"):
        if not any(r.kind == "watch" for r in here):
            _watch(of)
        _note(of)
        _split(db, group, said)
        _join(db, group)


# The words are read when the button is pressed: a press right after typing comes in one run with
# them, before the page is made again.
def _watch(of: Anchor) -> None:
    with st.popover("Theo dõi"):
        st.text_input("Ghi chú (không bắt buộc)", max_chars=_CHARS, key="watch-note")
        st.button("Theo dõi", key="watch", type="primary", on_click=_say_watch, args=(of,))


def _note(of: Anchor) -> None:
    with st.popover("Ghi chú"):
        st.text_input("Ghi chú", max_chars=_CHARS, key="note-note")
        st.button("Ghi lại", key="note", type="primary", on_click=_say_note, args=(of,))


def _split(db: data.Connection, group: dict[str, Any], said: Sequence[dict[str, Any]]) -> None:
    """Take sentences out of a group; at least one stays."""
    words = {str(r["record_id"]): titles.shortened(str(r["quote"]), _OPTION) for r in said}
    if len(words) < 2:
        return
    with st.popover("Tách câu"):
        chosen: list[str] = st.multiselect(
            "Những câu không cùng hạn chế này", list(words), key="split-of",
            format_func=lambda r: words.get(r, r), placeholder="Chọn câu", select_all=False,
        )  # fmt: skip
        st.html(evidence.muted(f"Các câu được chọn thành một nhóm riêng. {LATER}"))
        st.button("Tách", key="split", type="primary", on_click=_say_split,
                  disabled=not 0 < len(chosen) < len(words),
                  args=(db, group["group_id"], chosen))  # fmt: skip


def _join(db: data.Connection, group: dict[str, Any]) -> None:
    """Take another group in."""
    others = recurrences.akin(db, group["group_id"], group["theme"])
    if not others:
        return
    with st.popover("Gộp nhóm"):
        other = st.selectbox(
            "Nhóm nói cùng hạn chế này", list(others), index=None, key="join-with",
            format_func=lambda g: titles.shortened(others.get(g or "", ""), _OPTION),
            placeholder="Chọn nhóm",
        )  # fmt: skip
        st.html(evidence.muted(f"Nhóm được chọn nhập vào nhóm này. {LATER}"))
        st.button("Gộp", key="join", type="primary", disabled=other is None,
                  on_click=_say_join, args=(db, group, other))  # fmt: skip


def _say_watch(of: Anchor) -> None:
    _reviews().watch(of, _typed("watch-note"), _author())


def _say_note(of: Anchor) -> None:
    if note := _typed("note-note"):
        _reviews().note(of, note, _author())


def _typed(key: str) -> str | None:
    """What stands in a box, which is emptied."""
    words = str(st.session_state.get(key) or "").strip()
    st.session_state[key] = ""
    return words or None


def _say_split(db: data.Connection, group_id: str, chosen: Sequence[str]) -> None:
    wordings = recurrences.wordings(db, group_id)
    apart = {wordings[r] for r in chosen if r in wordings}
    kept = sorted(set(wordings.values()) - apart)
    _reviews().split(anchors(db.cursor(), chosen), kept, author=_author())


def _say_join(db: data.Connection, group: dict[str, Any], other: str) -> None:
    taken = recurrences.group(db, other)
    if taken is not None:
        both = [group["label_record_id"], taken["label_record_id"]]
        _reviews().join(anchors(db.cursor(), both), author=_author())


def _told(review: Review) -> None:
    """A line of what was said, and a button to take it back."""
    words = (label("reviews", review.kind), f"từ {titles.day(review.made_at)}",
             review.author, review.note)  # fmt: skip
    left, right = st.columns([6, 1], vertical_alignment="center")
    left.html(evidence.note(" · ".join(w for w in words if w)))
    right.button("Bỏ", key=f"w{review.id}", on_click=_reviews().withdraw, args=(review.id,))


def _said(db: data.Connection) -> list[tuple[Review, str]]:
    """What was said, beside each group that it was said of and that this version has."""
    said = _open_to_the_person(db, _reviews().listing())
    found = places(db.cursor(), [a for r in said for a in r.anchors])
    groups = recurrences.groups_of(db, {record for record in found.values() if record})
    return [(r, groups[p]) for r in said for a in r.anchors if (p := found[a]) in groups and p]


def _open_to_the_person(db: data.Connection, said: Sequence[Review]) -> Sequence[Review]:
    """What was said of documents that a person with a role sees; all of it for the others."""
    person = login.person()
    if person is None or person.role.units is None:
        return said
    there = data.hashes(db, {a.document_hash for r in said for a in r.anchors})
    return [r for r in said if all(a.document_hash in there for a in r.anchors)]


def _reviews() -> Reviews:
    return Reviews(state.named_database())


def _author() -> str | None:
    person = login.person()
    return person.email if person else None
