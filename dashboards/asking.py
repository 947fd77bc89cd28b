"""A statement typed on the SQL page -> its answer, or in words why there is none."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pandas as pd

from dashboards import evidence, titles
from dashboards.labels import label
from pipeline import dictionary, export
from pipeline.console.ask import ask
from pipeline.console.check import Refused


@dataclass(frozen=True, slots=True)
class Asked:
    """The rows of an answer, and whether more were left out; or why there is none."""

    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    cut: bool = False
    refusal: str | None = None

    @property
    def told(self) -> str:
        return f"{titles.number(len(self.rows))} dòng"


def asked(version: Path, sql: str) -> Asked:
    """The answer to a statement over a version of the database."""
    try:
        answer = ask(version, sql, export.names())
    except Refused as refused:
        detail = f" ({refused.detail})" if refused.detail else ""
        return Asked(refusal=f"{label('refusals', refused.code)}.{detail}")
    return Asked(answer.rows.to_pandas(), answer.cut)


@cache
def catalogue() -> str:
    """The tables and views that may be asked, with what their columns mean."""
    shown = set(export.names())
    return "".join(
        evidence.more(
            f"{relation.name} – {relation.meaning.vi}".replace("`", ""),
            [f"{c}: {meaning.vi}".replace("`", "") for c, meaning in relation.columns.items()],
        )
        for relation in dictionary.relations()
        if relation.name in shown
    )
