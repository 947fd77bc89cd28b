"""DataFrame -> chart: one question a chart. A click on a bar opens the records it counts."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from dashboards.labels import label, labels

_STATUS_COLOURS = {
    "Chưa đạt": "#c4362b",
    "Đạt": "#86c08a",
    "Vượt": "#1b7f3b",
    "Chưa có kết luận": "#a8a8a8",
}
_REDS = ["#f2c14e", "#e8833a", "#c4362b", "#6d1f1a"]
_LONGEST = 400
"""Pixels that a label may take, so that none is cut."""

_LINES = "split(datum.label, '\\n')"

_PANELS = 720
"""Pixels that all panels of small multiples share."""


def themes(frame: pd.DataFrame) -> alt.FacetChart:
    """Where do the shortcomings lie? A panel a side, the themes in one order over all of them."""
    order = list(frame.groupby("words")["records"].sum().sort_values(ascending=False).index)
    bars = alt.Chart().encode(
        x=alt.X("records:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4, format="d")),
        y=alt.Y("words:N", title=None, sort=order, axis=_axis()),
        tooltip=_tooltip("Chủ đề"),
    )
    layers = alt.layer(
        bars.mark_bar(color="#c4554b", cursor="pointer").encode(href="href:N"),
        bars.mark_text(align="left", dx=3)
        .encode(text="records:Q")
        .transform_filter("datum.records > 0"),
        data=frame,
    )
    return layers.properties(width=_PANELS // frame["lines"].nunique(), height=alt.Step(22)).facet(
        column=alt.Column(
            "lines:N",
            title=None,
            sort=list(frame.sort_values("order")["lines"].unique()),
            header=alt.Header(
                labelExpr=_LINES, labelLimit=_LONGEST, labelFontWeight="bold", labelAnchor="start"
            ),
        ),
        spacing=18,
    )


def statuses(frame: pd.DataFrame) -> alt.Chart:
    """How did the indicators end? A bar a side, cut by result."""
    return (
        alt.Chart(frame)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X(
                "records:Q",
                title="Số chỉ tiêu",
                axis=alt.Axis(tickMinStep=1, tickCount=8, format="d"),
            ),
            y=alt.Y(
                "lines:N",
                title=None,
                sort=list(frame.sort_values("order")["lines"].unique()),
                axis=_axis(),
            ),
            color=alt.Color(
                "words:N",
                title=None,
                scale=alt.Scale(domain=list(_STATUS_COLOURS), range=list(_STATUS_COLOURS.values())),
                legend=alt.Legend(orient="top", labelLimit=_LONGEST, columns=2, labelFontSize=12),
            ),
            order=alt.Order("rank:Q"),
            href="href:N",
            tooltip=_tooltip("Kết quả"),
        )
        .transform_calculate(rank=f"indexof({list(_STATUS_COLOURS)}, datum.words)")
        .properties(height=alt.Step(46))
    )


def measures_frame(found: Sequence[Mapping[str, Any]]) -> pd.DataFrame | None:
    """Party members disciplined by term and measure, of one unit; None where nothing is stated."""
    rows = [
        (r["term"], label("measures", r["measure"]), int(r["value"]))
        for r in found
        if r["category"] == "discipline" and r["subject"] == "party_member" and r["measure"]
    ]
    if not rows or len({r["unit"] for r in found}) > 1:
        return None  # figures of a higher unit hold those of its lower ones
    return pd.DataFrame(rows, columns=["term", "words", "number"])


def measures(frame: pd.DataFrame) -> alt.Chart:
    """How were party members disciplined, term by term?"""
    order = list(labels()["measures"].values())
    return (
        alt.Chart(frame)
        .mark_bar()
        .encode(
            x=alt.X("number:Q", title="Đảng viên", axis=alt.Axis(tickMinStep=1, format="d")),
            y=alt.Y("term:N", title=None, axis=alt.Axis(labelLimit=_LONGEST)),
            color=alt.Color("words:N", title=None, scale=alt.Scale(domain=order, range=_REDS),
                            legend=alt.Legend(orient="top", columns=2)),
            order=alt.Order("rank:Q"),
            tooltip=["term:N", "words:N", "number:Q"],
        )
        .transform_calculate(rank=f"indexof({order}, datum.words)")
        .properties(height=alt.Step(36))
    )  # fmt: skip


def _axis() -> alt.Axis:
    return alt.Axis(labelExpr=_LINES, labelLimit=_LONGEST, ticks=False, domain=False)


def _tooltip(words: str) -> list[alt.Tooltip]:
    return [
        alt.Tooltip("side:N", title="Nhóm"),
        alt.Tooltip("words:N", title=words),
        alt.Tooltip("records:Q", title="Số bản ghi"),
    ]
