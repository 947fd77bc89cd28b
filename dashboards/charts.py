"""DataFrame -> chart: one question a chart."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

_STATUS_COLOURS = {
    "Vượt": "#1b7f3b",
    "Đạt": "#7fbf7f",
    "Chưa đạt": "#c4362b",
    "Chưa có kết luận": "#b9b9b9",
}


def labelled(frame: pd.DataFrame, column: str, words: Mapping[str, str]) -> pd.DataFrame:
    """The frame with the codes of a column put in words."""
    return frame.assign(**{column: frame[column].map(lambda code: words.get(code, code))})


def themes(frame: pd.DataFrame, column: str) -> alt.Chart:
    """Shortcomings by theme, a small multiple a value of `column` (`theme`, `shortcomings`)."""
    return (
        alt.Chart(frame)
        .mark_bar(color="#c4362b")
        .encode(
            x=alt.X("sum(shortcomings):Q", title="Số hạn chế", axis=alt.Axis(tickMinStep=1)),
            y=alt.Y("theme:N", title=None, sort="-x"),
            column=alt.Column(f"{column}:N", title=None),
            tooltip=[
                alt.Tooltip("theme:N", title="Chủ đề"),
                alt.Tooltip(f"{column}:N", title="Nhóm"),
                alt.Tooltip("sum(shortcomings):Q", title="Số hạn chế"),
            ],
        )
        .properties(width=200)
    )


def statuses(frame: pd.DataFrame, row: str) -> alt.Chart:
    """Indicators met and missed, a stacked bar a value of `row` (`status`, `indicators`)."""
    return (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("sum(indicators):Q", title="Số chỉ tiêu", axis=alt.Axis(tickMinStep=1)),
            y=alt.Y(f"{row}:N", title=None),
            color=alt.Color(
                "status:N",
                title="Kết quả",
                scale=alt.Scale(domain=list(_STATUS_COLOURS), range=list(_STATUS_COLOURS.values())),
            ),
            tooltip=[
                alt.Tooltip(f"{row}:N", title="Nhóm"),
                alt.Tooltip("status:N", title="Kết quả"),
                alt.Tooltip("sum(indicators):Q", title="Số chỉ tiêu"),
            ],
        )
    )


def heat(frame: pd.DataFrame, value: str, title: str) -> alt.Chart:
    """Units by terms, the darker the more; a pair without a document stays empty."""
    base = alt.Chart(frame).encode(
        x=alt.X("term:N", title="Nhiệm kỳ"), y=alt.Y("unit:N", title=None)
    )
    cells = base.mark_rect().encode(
        color=alt.Color(f"{value}:Q", title=title, scale=alt.Scale(scheme="reds")),
        tooltip=[
            alt.Tooltip("unit:N", title="Đơn vị"),
            alt.Tooltip("term:N", title="Nhiệm kỳ"),
            alt.Tooltip(f"{value}:Q", title=title),
        ],
    )
    numbers = base.mark_text(fontSize=11).encode(text=f"{value}:Q")
    layered: alt.Chart = cells + numbers
    return layered
