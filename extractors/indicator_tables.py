"""Indicators in tables: the header row says which column is which."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from extractors.quantities import Quantity, bound, quantities
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

Row = dict[int, Span]
_COMING = re.compile(r"\s*(?:đến|mục tiêu|kế hoạch|phấn đấu)\s+(?:đến\s+)?(?:năm\s+)?20\d\d")
"""The label of targets set for a year to come."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column holds what; None where the table has no such column.

    `ticks`: columns headed by a verdict each, one of which is ticked.
    """

    name: int
    target: int | None = None
    result: int | None = None
    verdict: int | None = None
    unit: int | None = None
    ticks: tuple[tuple[int, Status], ...] = ()


def table_indicators(document: Document, reference: Reference) -> Iterator[Indicator]:
    """One record a row of each table whose header names targets and what became of them."""
    columns: Columns | None = None
    for block in document.blocks:
        if block.kind is not BlockKind.TABLE or not block.cells:
            columns = columns if block.kind is BlockKind.FURNITURE else None
            continue
        rows = _rows(block)
        own, body = _read_header(document, reference, rows)
        columns = own or columns
        if columns is not None:
            for row in rows[body if own else 0 :]:
                yield from _indicator(document, reference, columns, row)


def _rows(block: Block) -> list[Row]:
    """The cells by row and column, empty ones left out."""
    rows: dict[int, Row] = {}
    for cell in block.cells:
        if len(cell.span):
            rows.setdefault(cell.row, {})[cell.column] = cell.span
    return [rows[i] for i in sorted(rows)]


def _read_header(
    document: Document, reference: Reference, rows: list[Row]
) -> tuple[Columns | None, int]:
    """The columns as the first rows name them, and how many rows the header takes."""
    for depth in (2, 1) if _is_split(document, rows) else (1, 2):
        if len(rows) > depth:
            labels: dict[int, str] = {}
            for row in rows[:depth]:
                for column, span in row.items():
                    own = document.key[span.start : span.end]
                    joined = f"{labels.get(column, '')} {own}"
                    labels[column] = own if _code(reference, own) else joined
            columns = _columns(reference, labels, _wordy(document, rows[depth:]))
            if columns is not None:
                return columns, depth + _numbers_only(document, rows, depth)
    return None, 0


def _is_split(document: Document, rows: list[Row]) -> bool:
    """Whether the second row goes on with the header: words only, and fewer than the first has."""
    if len(rows) < 3:
        return False
    words = [document.key[s.start : s.end] for s in rows[1].values()]
    return len(rows[1]) < len(rows[0]) and not any(
        re.search(r"\d", w) and not re.search(r"(?:19|20)\d\d", w) for w in words
    )


def _wordy(document: Document, rows: list[Row]) -> frozenset[int]:
    """The columns whose cells hold words only."""
    words: dict[int, bool] = {}
    for row in rows:
        for column, span in row.items():
            digits = re.search(r"\d", document.key[span.start : span.end]) is not None
            words[column] = words.get(column, True) and not digits
    return frozenset(c for c, only in words.items() if only)


def _numbers_only(document: Document, rows: list[Row], depth: int) -> int:
    """1 where a row of column numbers ("(1) (2) (3)") follows the header."""
    words = (document.key[s.start : s.end].strip("() =+-*/:") for s in rows[depth].values())
    return int(all(re.fullmatch(r"\d{1,2}|[a-d]", w) for w in words))


def _columns(reference: Reference, labels: dict[int, str], wordy: frozenset[int]) -> Columns | None:
    """The columns by their labels; None where they are not those of a table of targets."""
    codes = {c: code for c, label in labels.items() if (code := _code(reference, label))}
    by_code: dict[str, list[int]] = {}
    for column, code in sorted(codes.items()):
        by_code.setdefault(code, []).append(column)
    plain = by_code.get("chỉ tiêu", [])
    targets = by_code.get("target", [])
    # "Chỉ tiêu nghị quyết | Mức đề ra": the left one of two names the targets.
    labelled = [c for c in targets[:1] if labels[c].strip().startswith("chỉ tiêu") and targets[1:]]
    names = by_code.get("name", []) or plain[:1] or labelled
    if not names:
        return None
    targets = [c for c in targets + plain if c != names[0]]
    coming = [c for c, label in labels.items() if _COMING.match(label) and c != names[0]]
    only = set(targets) <= set(coming) and not by_code.keys() & {"result", "verdict"}
    if plain and len(coming) == 1 and only:
        return Columns(
            name=names[0], target=coming[0], unit=next(iter(by_code.get("unit", [])), None)
        )
    results = by_code.get("result", [])
    verdicts = by_code.get("verdict", [])
    if not verdicts and len(results) > 1:
        # "Thực hiện | Kết quả" where the second says "Vượt", "Đạt".
        verdicts = [c for c in results if c in wordy]
        results = [c for c in results if c not in wordy]
    ticks = _ticks(reference, labels)
    if not verdicts and not ticks and not (targets and results):
        return None
    if not targets and not plain and not any("chỉ tiêu" in x for x in labels.values()):
        return None
    return Columns(
        name=names[0],
        target=targets[0] if len(targets) == 1 else None,
        result=results[0] if len(results) == 1 else None,
        verdict=_best(labels, verdicts),
        unit=next(iter(by_code.get("unit", [])), None),
        ticks=ticks,
    )


def _best(labels: dict[int, str], verdicts: list[int]) -> int | None:
    """The last column of verdicts; one of notes only where there is no other."""
    own = [c for c in verdicts if "ghi chú" not in labels[c]]
    return own[-1] if own else verdicts[-1] if verdicts else None


def _ticks(reference: Reference, labels: dict[int, str]) -> tuple[tuple[int, Status], ...]:
    """The columns headed by no more than a verdict, where there are several."""
    lexicon = reference.lexicon("indicators.verdict")
    found = [
        (column, cast(Status, lexicon.codes[words]))
        for column, label in sorted(labels.items())
        if (words := " ".join(label.split())) in lexicon.codes
    ]
    return tuple(found) if len(found) > 1 else ()


_TICK = re.compile(r"[xv✓✔√☑☒+1]")


def _code(reference: Reference, label: str) -> str | None:
    """What a column's label says; "chỉ tiêu" alone is the name or the target."""
    words = re.sub(r"\(.*?\)|[.:*]", " ", label)
    words = " ".join(words.split())
    if words in ("chỉ tiêu", "chỉ tiêu năm"):
        return "chỉ tiêu"
    lexicon = reference.lexicon("indicators.column")
    hits = list(lexicon.find(words))
    if not hits or len(words) > 70:
        return None
    whole = lexicon.codes.get(words)
    starts = next((h.code for h in hits if h.span.start == 0), None)
    if words.startswith("chỉ tiêu") and whole is None and starts is None:
        return "target"
    return whole or starts


def _indicator(
    document: Document, reference: Reference, columns: Columns, row: Row
) -> Iterator[Indicator]:
    """The record of a row; none for a group's heading or a row that states nothing."""
    name = row.get(columns.name)
    ticked = (column for column, _ in columns.ticks)
    places = (columns.target, columns.result, columns.verdict, *ticked)
    stated = [row[c] for c in places if c in row]
    if (
        name is None
        or not stated
        or not re.search(r"[^\W\d_]{2}", document.key[name.start : name.end])
    ):
        return
    target, several = _number(document, reference, row, columns.target)
    value, _ = _number(document, reference, row, columns.result)
    if several or _sets_two(document, reference, name, columns, row):
        target = value = None
    status = _status(document, reference, row, columns)
    if status == "unknown" and target is None and not several and columns.verdict not in row:
        return
    yield Indicator(
        span=name,
        rule="table_row",
        name=document.quote(name),
        status=status,
        value=value.value if value else None,
        target=target.value if target else None,
        unit=_unit(document, reference, row, columns, name, value, target),
    )


def _number(
    document: Document, reference: Reference, row: Row, column: int | None
) -> tuple[Quantity | None, bool]:
    """(the number of a cell, whether it states several)."""
    span = row.get(column) if column is not None else None
    if span is None:
        return None, False
    found = quantities(document, reference, span)
    one = bound(document, found)
    return one, bool(found) and one is None


def _sets_two(
    document: Document, reference: Reference, name: Span, columns: Columns, row: Row
) -> bool:
    """Whether a row without a target cell sets two targets in its name."""
    if columns.target is not None and columns.target in row:
        return False
    found = [q for q in quantities(document, reference, name) if q.unit is not None]
    return len(found) > 1


def _status(document: Document, reference: Reference, row: Row, columns: Columns) -> Status:
    """The verdict cell's word; where there is no such column, a word beside the result."""
    for column, ticked in columns.ticks:
        if column in row and _TICK.fullmatch(document.key[row[column].start : row[column].end]):
            return ticked
    at = columns.verdict if columns.verdict is not None else columns.result
    span = row.get(at) if at is not None else None
    if span is None:
        return "unknown"
    return verdict(reference, document.key[span.start : span.end]) or "unknown"


def verdict(reference: Reference, words: str) -> Status | None:
    """The status that a cell's words give; None where they give another or both.

    "Đạt" is met, "Vượt 5%" exceeded, "Đạt và vượt", "Tích cực" and "92%" none.
    """
    lexicon = reference.lexicon("indicators.verdict")
    codes = {hit.code for hit in lexicon.find(words)}
    if codes == {"met", "exceeded"} and re.match(
        r"[^\w]*(?:đạt|hoàn thành)[\s,]+\D{0,12}vượt", words
    ):
        return None if re.search(r"đạt (?:và|hoặc|/) ?vượt", words) else "exceeded"
    return cast(Status, codes.pop()) if len(codes) == 1 else None


def _unit(
    document: Document, reference: Reference, row: Row, columns: Columns, name: Span,
    value: Quantity | None, target: Quantity | None,
) -> str | None:  # fmt: skip
    """From the column of units, else beside the figures, else beside the number in the name."""
    if columns.unit is not None and columns.unit in row:
        return document.quote(row[columns.unit])
    for one in (target, value):
        if one is not None and one.unit:
            return one.unit
    return next((q.unit for q in quantities(document, reference, name) if q.unit), None)
