"""What stands side by side in a comparison: units, terms, or units in terms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeAlias

from dashboards import data
from dashboards.data import UNKNOWN, Figure

Pair: TypeAlias = tuple[str | None, str | None]

MOST = 6
"""Columns that can be read side by side."""

DEFAULT = 4
"""Units shown before a person has chosen any."""


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
        terms, absent = _terms_of(db, units[0])
        remarks.append("Chưa chọn nhiệm kỳ: đang hiện mọi nhiệm kỳ có văn bản của đơn vị.")
        if absent:
            remarks.append(f"Không có văn bản ở nhiệm kỳ: {', '.join(absent)}.")
    every: list[str | None] = [None]
    pairs: list[Pair] = list(product(list(units) or every, list(terms) or every))
    if len(pairs) > MOST:
        remarks.append(f"Chỉ đặt cạnh nhau được {MOST} cột: đã bỏ {len(pairs) - MOST} cột.")
        pairs = pairs[-MOST:] if len(units) == 1 else pairs[:MOST]
    remarks.append(_differences(pairs))
    return _sides(db, pairs), " ".join(remarks)


def _terms_of(db: data.Connection, unit: str) -> tuple[list[str], list[str]]:
    """The terms in which a unit has a document, and those in which it lacks one."""
    there = [t for t in data.terms(db) if data.side(db, unit, t)]
    return there, data.gaps_of(db, unit)


def _sides(db: data.Connection, pairs: Sequence[Pair]) -> list[Side]:
    found: list[Side] = []
    for unit, term in pairs:
        name = _name((unit, term), pairs)
        totals = data.side(db, unit, term)
        found.append(Side(name, unit, term, _before((unit, term), pairs, found), totals))
    return found


def _name(pair: Pair, pairs: Sequence[Pair]) -> str:
    """What tells a column from the others."""
    unit, term = pair
    if term is None or (_alike(pairs, 1) and not _alike(pairs, 0)):
        return unit or ""
    return term if unit is None or _alike(pairs, 0) else f"{unit} · {term}"


def _before(pair: Pair, pairs: Sequence[Pair], found: Sequence[Side]) -> int | None:
    """The first column for units; for terms the last one of the unit with a document."""
    if _alike(pairs, 1):
        return 0 if found else None
    if pair[1] == UNKNOWN:
        return None
    earlier = [i for i, s in enumerate(found) if s.unit == pair[0] and s.totals]
    return earlier[-1] if earlier else None


def _differences(pairs: Sequence[Pair]) -> str:
    if len(pairs) == 1:
        return "Dấu – là không có văn bản."
    to = "cột đầu" if _alike(pairs, 1) else "nhiệm kỳ có văn bản đứng trước"
    return f"Số nhỏ bên cạnh là chênh lệch với {to}; dấu – là không có văn bản."


def _alike(pairs: Sequence[Pair], part: int) -> bool:
    """Whether all have the same unit (part 0) or term (part 1)."""
    return len({pair[part] for pair in pairs}) == 1
