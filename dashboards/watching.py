"""Watching a recurring shortcoming: what people said of it, and what they may say."""

import streamlit as st

from dashboards import data, evidence, login, state
from pipeline.reviews import Review, Reviews, anchors


def show(db: data.Connection, records: list[str]) -> None:
    """Whether the group of these sentences is watched, by whom, and a box to change it."""
    reviews = Reviews(state.named_database())
    places = anchors(db.cursor(), records)
    said = [
        r for r in reviews.listing() if r.kind in ("watch", "note") and set(r.anchors) & set(places)
    ]
    for review in said:
        left, right = st.columns([6, 1], vertical_alignment="center")
        left.html(evidence.note(_told(review)))
        right.button(
            "Thôi theo dõi" if review.kind == "watch" else "Bỏ ghi chú",
            key=f"w{review.id}",
            on_click=reviews.withdraw,
            args=(review.id,),
        )
    if not any(r.kind == "watch" for r in said) and places:
        with st.popover("Theo dõi hạn chế này"):
            note = st.text_input("Ghi chú (không bắt buộc)", max_chars=500, key="watch-note")
            person = login.person()
            st.button(
                "Theo dõi",
                type="primary",
                on_click=reviews.watch,
                args=(places[0], note.strip() or None, person.email if person else None),
            )


def _told(review: Review) -> str:
    words = (
        "Đang theo dõi" if review.kind == "watch" else "Ghi chú",
        f"từ {review.made_at:%d/%m/%Y}",
        review.author,
        review.note,
    )
    return " · ".join(w for w in words if w)
