"""Units or terms side by side: the figures of each, what differs, and where nothing is known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from dashboards import addresses, data, titles
from dashboards.data import Figure
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from dashboards.metrics import FIGURES, Breakdown
from dashboards.sides import Side

GAP = Cell("–", css="n gap")
"""Stands where there is nothing to count in; a zero stands where there is."""

_LINE_CHARS = 22


def totals(found: Sequence[Side]) -> list[list[Cell]]:
    """A row a figure."""
    rows = []
    for name, figure in {"documents": None, **FIGURES}.items():
        values = [None if s.totals is None else s.totals[name] for s in found]
        rows.append(_row(label("metrics", name), values, found, figure))
    return rows


def members(db: data.Connection, found: Sequence[Side]) -> list[list[Cell]]:
    """A row of the party members; none where a side is not a single unit and term."""
    said = [data.members(db, s.unit, s.term) for s in found if s.unit and s.term]
    if len(said) < len(found):
        return []
    values = [None if s is None else int(s["members"]) for s in said]
    row = _row(label("metrics", "members"), values, found, None)
    return [[row[0], *map(_stated, said, row[1:])]]


def tallies(db: data.Connection, found: Sequence[Side], breakdown: Breakdown) -> pd.DataFrame:
    """A row a side and code: `side`, `order`, `code`, `words`, `records`, `href`, `lines`.

    A code that any side has stands at every side with a document, be it with 0.
    """
    counts = [data.tally(db, breakdown.name, s.unit, s.term) for s in found]
    codes = sorted({code for count in counts for code in count})
    rows = [
        (
            s.name,
            i,
            code,
            _words(breakdown, code),
            counts[i].get(code, 0),
            addresses.figure_link(figure),
        )
        for i, s in enumerate(found)
        if s.totals is not None
        for code in codes
        for figure in [data.narrowed(s.narrow(breakdown.figure), **{breakdown.field: code})]
    ]
    names = ["side", "order", "code", "words", "records", "href"]
    frame = pd.DataFrame(rows, columns=names)
    return frame.assign(lines=[titles.wrapped(n, _LINE_CHARS) for n in frame["side"]])


def broken_down(
    frame: pd.DataFrame, found: Sequence[Side], breakdown: Breakdown
) -> list[list[Cell]]:
    """A row a code that any side has, the weightiest first; `frame` as `tallies` gives it."""
    counts = {(r.order, r.code): int(r.records) for r in frame.itertuples()}
    codes = frame.groupby("code")["records"].sum().sort_values(ascending=False, kind="stable")
    rows = []
    for code in map(str, codes.index):
        values = [
            None if s.totals is None else counts.get((i, code), 0) for i, s in enumerate(found)
        ]
        figure = data.narrowed(breakdown.figure, **{breakdown.field: code})
        rows.append(_row(_words(breakdown, code), values, found, figure))
    return rows


def stated(db: data.Connection, found: Sequence[Side]) -> list[list[Cell]]:
    """A row a figure of oversight that reports state, added up; none for sides of all units."""
    if any(s.unit is None for s in found):
        return []
    said = [data.stated(db, s.unit, s.term) if s.unit else {} for s in found]
    keys = sorted({key for side in said for key in side}, key=lambda k: titles.oversight_order(*k))
    return [
        [Cell(titles.oversight(*key)), *(_stated_cell(side.get(key)) for side in said)]
        for key in keys
    ]


def figure_cell(value: int, figure: Figure, note: str | None = None) -> Cell:
    """A number that leads to the records it counts; a zero leads nowhere."""
    if not value:
        return Cell("0", note=note, css="n zero")
    return Cell(titles.number(value), addresses.figure_link(figure), note)


def _row(
    words: str, values: Sequence[int | None], found: Sequence[Side], figure: Figure | None
) -> list[Cell]:
    cells = [Cell(words)]
    for value, side in zip(values, found, strict=True):
        note = None if side.before is None else difference(value, values[side.before])
        if value is None:
            cells.append(GAP)
        elif figure is None:
            cells.append(Cell(titles.number(value), note=note))
        else:
            cells.append(figure_cell(value, side.narrow(figure), note))
    return cells


def difference(value: int | None, before: int | None) -> str | None:
    """The change in words; None where either is not known."""
    if value is None or before is None:
        return None
    change = value - before
    return "bằng" if not change else f"{'+' if change > 0 else '−'}{titles.number(abs(change))}"


def _stated(said: Mapping[str, str] | None, cell: Cell) -> Cell:
    """The cell leading to the one record that states it."""
    if said is None:
        return cell
    return replace(cell, href=addresses.record_link(said["document_id"], said["record_id"]))


def _stated_cell(said: tuple[int, tuple[str, ...]] | None) -> Cell:
    if said is None:
        return GAP
    value, records = said
    return Cell(titles.number(value), addresses.figure_link(Figure(record_ids=records)))


def _words(breakdown: Breakdown, code: str) -> str:
    for group in breakdown.groups:
        if code in labels()[group]:
            whole = "" if group == breakdown.groups[0] else "Tổng số · "
            return whole + label(group, code)
    return code
