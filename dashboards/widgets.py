"""What several views show: the filter bar, figures as links, the sentences behind a figure."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from dashboards import data, evidence
from dashboards.data import Figure
from dashboards.evidence import CellLink
from dashboards.titles import place, title


def filters(db: data.Connection) -> tuple[list[str], list[str]]:
    """The units and terms chosen (none: all); the choice lives in the address bar."""
    left, right = st.columns(2)
    units = left.multiselect("Đơn vị", data.units(db), key="don_vi", bind="query-params")
    terms = right.multiselect("Nhiệm kỳ", data.terms(db), key="nhiem_ky", bind="query-params")
    return units, terms


def figure_cell(value: object, figure: Figure) -> CellLink:
    """A figure that leads to its records; a dash where there is none to count."""
    if value is None:
        return CellLink("–", gap=True)
    number = f"{int(float(str(value))):,}".replace(",", ".")
    return CellLink(number, evidence.figure_link(figure) if number != "0" else None)


def record_quote(row: Mapping[str, Any]) -> str:
    """A record as a sentence with what it is and where it stands, opening in the reader."""
    where = f"{title(str(row['type']), row)} — {place(row)}"
    address = evidence.record_link(row["document_id"], row["record_id"])
    return evidence.quote(str(row["quote"]), where, address)


def empty(frame: pd.DataFrame, words: str) -> bool:
    """Whether the frame is empty; says so in its place."""
    if frame.empty:
        st.info(words)
    return bool(frame.empty)
