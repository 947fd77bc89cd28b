"""Hướng dẫn: what each page and figure means, and how far to trust it."""

import streamlit as st

from dashboards import evidence, helping, widgets


def show() -> None:
    """The page."""
    st.title("Hướng dẫn")
    for title, words in helping.texts():
        st.subheader(title)
        st.html(evidence.paragraphs(words))
    st.subheader("Tin được đến đâu")
    st.html(evidence.paragraphs(helping.TRUST))
    head, rows = helping.precision()
    widgets.table("do-chinh-xac", head, rows)
