"""The time line of a recurring shortcoming, as a chart."""

import altair as alt
import pandas as pd

from dashboards.telling_recurrences import WHAT

_COLOURS = ("#c4554b", "#2f7d4f")
_LINES = "split(datum.label, '\\n')"


def drawn(points: pd.DataFrame) -> alt.Chart:
    """When and where was it said, and what was promised in between? A click opens the sentences."""
    kinds = alt.Scale(domain=list(WHAT), range=list(_COLOURS))
    legend = alt.Legend(orient="top", title=None)
    return (
        alt.Chart(points)
        .mark_point(filled=True, opacity=0.85, cursor="pointer")
        .encode(
            x=alt.X("term:N", title=None, axis=alt.Axis(labelAngle=0, grid=True)),
            y=alt.Y(
                "lines:N",
                title=None,
                sort=list(dict.fromkeys(points["lines"])),
                axis=alt.Axis(labelExpr=_LINES, labelLimit=400, ticks=False, domain=False),
            ),
            xOffset=alt.XOffset("what:N", sort=list(WHAT)),
            size=alt.Size("number:Q", legend=None, scale=alt.Scale(domain=[0, 8], range=[40, 420])),
            color=alt.Color("what:N", scale=kinds, legend=legend),
            shape=alt.Shape(
                "what:N", legend=legend,
                scale=alt.Scale(domain=list(WHAT), range=["circle", "square"]),
            ),
            href="href:N",
            tooltip=[
                alt.Tooltip("lines:N", title="Đơn vị"),
                alt.Tooltip("term:N", title="Nhiệm kỳ"),
                alt.Tooltip("what:N", title="Nội dung"),
                alt.Tooltip("number:Q", title="Số câu"),
            ],
        )
        .properties(height=alt.Step(36))
    )  # fmt: skip
