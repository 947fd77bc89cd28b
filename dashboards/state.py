"""The open database and the address bar: what the views share between two clicks."""

import os
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from dashboards import data
from dashboards.evidence import figure_of

DOCUMENT = "van_ban"
DEFAULT_DB = "data/warehouse/kiemdiem.duckdb"


def database() -> data.Connection:
    """The connection to the last good version; a new one where an ingest has published since.

    Stops the page with what to do where there is no database yet.
    """
    db = Path(os.environ.get("KIEMDIEM_DB", DEFAULT_DB))
    if not db.exists():
        st.info(f"Chưa có dữ liệu ở {db}. Hãy chạy: kiemdiem ingest THƯ_MỤC --db {db}")
        st.stop()
    return _connection(str(db.resolve()))


@st.cache_resource(max_entries=2, show_spinner=False, on_release=lambda db: db.close())
def _connection(version: str) -> data.Connection:
    return data.connect(Path(version))


def figure() -> data.Figure:
    """The figure that the address bar names."""
    return figure_of(st.query_params.items())


def document(ids: Sequence[str]) -> int:
    """The place among `ids` of the document that the address bar names; 0 where it names none."""
    named = st.query_params.get(DOCUMENT)
    return ids.index(named) if named in ids else 0


def open_document(document_id: str) -> None:
    """Name another document in the address bar, at its beginning."""
    if st.query_params.get(DOCUMENT) != document_id:
        st.query_params.from_dict({DOCUMENT: document_id})
