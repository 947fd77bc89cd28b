"""Units or terms side by side: the figures of each, what differs, and where nothing is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

import pandas as pd

from dashboards import addresses, data, titles
from dashboards.data import Figure
from dashboards.evidence import Cell
from dashboards.labels import label, labels
from dashboards.metrics import FIGURES, Breakdown

GAP = Cell("–", css="n gap")
"""Stands where there is nothing to count in; a zero stands where there is."""

MOST = 6
"""Columns that can be read side by side."""

DEFAULT = 4
"""Units shown before a person has chosen any."""

_LINE_CHARS = 22


@dataclass(frozen=True, slots=True)
class Side:
    """One column: a unit, a term or both (None: all of them).

    `before`: the column that differences are told to, None for none. `totals`: None without a
    document.
    """

    name: str
    unit: str | None
    term: str | None
    before: int | None
    totals: Mapping[str, int] | None

    def narrow(self, figure: Figure) -> Figure:
        """The figure of this side."""
        return data.narrowed(figure, unit=self.unit, term=self.term)


def chosen(
    db: data.Connection, units: Sequence[str], terms: Sequence[str]
) -> tuple[list[Side], str]:
    """The columns for the units and terms chosen, and a remark on what stands side by side."""
    remarks = []
    if not units and len(terms) < 2:
        units = data.units(db)[:DEFAULT]
        remarks.append(f"Chưa chọn đơn vị: đang hiện {len(units)} đơn vị có nhiều văn bản nhất.")
    elif len(units) == 1 and not terms:
        terms = data.terms(db)
        remarks.append("Chưa chọn nhiệm kỳ: đang hiện mọi nhiệm kỳ của đơn vị.")
    every: list[str | None] = [None]
    pairs = list(product(list(units) or every, list(terms) or every))
    if len(pairs) > MOST:
        remarks.append(f"Chỉ đặt cạnh nhau được {MOST} cột: đã bỏ {len(pairs) - MOST} cột cuối.")
        pairs = pairs[-MOST:] if len(units) == 1 else pairs[:MOST]
    remarks.append(_differences(len(units), len(terms)))
    return [_side(db, i, pair, pairs) for i, pair in enumerate(pairs)], " ".join(remarks)


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
    keys = sorted({key for side in said for key in side}, key=_order)
    return [
        [Cell(_stated_words(*key)), *(_stated_cell(side.get(key)) for side in said)] for key in keys
    ]


def figure_cell(value: int, figure: Figure, note: str | None = None) -> Cell:
    """A number that leads to the records it counts; a zero leads nowhere."""
    if not value:
        return Cell("0", note=note, css="n zero")
    return Cell(titles.number(value), addresses.figure_link(figure), note)


def _side(
    db: data.Connection,
    i: int,
    pair: tuple[str | None, str | None],
    pairs: Sequence[tuple[str | None, str | None]],
) -> Side:
    unit, term = pair
    one_unit = all(u == unit for u, _ in pairs)
    one_term = all(t == term for _, t in pairs)
    if one_term and not one_unit:
        name, before = unit, 0 if i else None
    elif one_unit and term:
        name, before = term, i - 1 if i else None
    else:
        name = " · ".join(w for w in pair if w)
        before = i - 1 if i and pairs[i - 1][0] == unit else None
    return Side(name or unit or "", unit, term, before, data.side(db, unit, term))


def _differences(units: int, terms: int) -> str:
    if terms > 1:
        return "Số nhỏ bên cạnh là chênh lệch với nhiệm kỳ đứng ngay trước; – là không có văn bản."
    if units > 1:
        return "Số nhỏ bên cạnh là chênh lệch với cột đầu; – là không có văn bản."
    return "– là không có văn bản."


def _row(
    words: str, values: Sequence[int | None], found: Sequence[Side], figure: Figure | None
) -> list[Cell]:
    cells = [Cell(words)]
    for value, side in zip(values, found, strict=True):
        note = None if side.before is None else _difference(value, values[side.before])
        if value is None:
            cells.append(GAP)
        elif figure is None:
            cells.append(Cell(titles.number(value), note=note))
        else:
            cells.append(figure_cell(value, side.narrow(figure), note))
    return cells


def _difference(value: int | None, before: int | None) -> str | None:
    if value is None or before is None:
        return None
    change = value - before
    return "bằng" if not change else f"{'+' if change > 0 else '−'}{titles.number(abs(change))}"


def _stated(said: Mapping[str, str] | None, cell: Cell) -> Cell:
    """The cell leading to the one record that states it."""
    if said is None:
        return cell
    return replace(cell, href=addresses.record_link(said["document_id"], said["record_id"]))


def _order(key: tuple[str, str, str | None]) -> tuple[int, str, int]:
    category, subject, measure = key
    measures = ["", *labels()["measures"]]
    return list(labels()["categories"]).index(category), subject, measures.index(measure or "")


def _stated_words(category: str, subject: str, measure: str | None) -> str:
    said = (label("categories", category), label("subjects", subject), label("measures", measure))
    return " · ".join(w for w in said if w)


def _stated_cell(said: tuple[int, tuple[str, ...]] | None) -> Cell:
    if said is None:
        return GAP
    value, records = said
    return Cell(titles.number(value), addresses.figure_link(Figure(record_ids=records)))


def _words(breakdown: Breakdown, code: str) -> str:
    for group in breakdown.groups:
        if code in labels()[group]:
            return label(group, code)
    return code
