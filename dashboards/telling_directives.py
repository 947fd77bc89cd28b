"""Rows of cited documents -> tables and sentences, each leading further."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from dashboards import addresses, evidence, titles
from dashboards.addresses import CITATIONS, DIRECTIVE, FIELDS, PART, SHEET
from dashboards.comparing import GAP
from dashboards.data import UNKNOWN, Place
from dashboards.evidence import Cell
from dashboards.labels import label

Row = Mapping[str, Any]

_ABOUT = ["Văn bản", "Nội dung", "Nơi ban hành", "Ngày"]
_WHERE = ["Đơn vị", "Nhiệm kỳ"]
_FIELDS = {"issued_on": "Ngày", "issuer": "Nơi ban hành"}

HEADS = {
    "cited": [*_ABOUT, "Lần viện dẫn", "Văn bản viện dẫn", "Đơn vị"],
    "never": [*_ABOUT, "Nguồn"],
    "replaced": ["Văn bản", "Thay bằng", "Ngày thay", "Viện dẫn ngày", *_WHERE, "Nguyên văn"],
    "disagreeing": ["Văn bản", "Điều nêu", "Báo cáo ghi", "Danh mục ghi", *_WHERE, "Nguyên văn"],
    "open": ["Nguyên văn", "Vì sao chưa rõ", *_WHERE, "Tệp"],
}


def tabs(numbers: Mapping[str, int], part: str, here: Callable[..., str]) -> list[Cell]:
    """The parts of the page with how many rows each has; `here`: its address, changed."""
    return [
        Cell(
            f"{'● ' if name == part else ''}{label('citation_parts', name)} "
            f"({titles.number(number)})",
            here(**{PART: name, SHEET: None}),
        )
        for name, number in numbers.items()
    ]


def table(part: str, found: Sequence[Row]) -> list[list[Cell]]:
    """The rows of a part of the page."""
    return [_ROWS[part](row) for row in found]


def citing(found: Sequence[Row], directive_id: str) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of units by terms: how often each cites the document."""
    numbers = {(r["unit"], r["term"]): int(r["citations"]) for r in found}
    terms = sorted({r["term"] for r in found}, key=lambda t: (t == UNKNOWN, t))
    most = max(numbers.values(), default=0) or 1
    rows = [
        [Cell(unit, _narrowed(directive_id, unit, None))]
        + [
            Cell(
                titles.number(n), _narrowed(directive_id, unit, term), strength=n / most
            ) if (n := numbers.get((unit, term))) else GAP
            for term in terms
        ]
        for unit in dict.fromkeys(r["unit"] for r in found)
    ]  # fmt: skip
    return ["Đơn vị", *terms], rows


def facts(row: Row) -> str:
    """What a document is, and what became of it."""
    items = [
        ("Loại", Cell(label("citation_kinds", row["kind"]))),
        ("Nơi ban hành", Cell(row["issuer"] or "–")),
        ("Ngày", Cell("–" if row["issued_on"] is None else titles.day(row["issued_on"]))),
        ("Nội dung", Cell(_subject(row))),
        ("Nguồn", Cell(label("directive_sources", row["source"]), _held(row))),
    ]
    if row["replaced_by"]:
        day = "" if row["replaced_on"] is None else f" ({titles.day(row['replaced_on'])})"
        words = f"{row['replaced_by_number'] or row['replaced_by']}{day}"
        items.append(("Thay bằng", Cell(words, _address(row["replaced_by"]))))
    return evidence.facts(items)


def quotes(found: Sequence[Row], near: Mapping[Place, tuple[str, str]]) -> str:
    """The citations among the words around them (`near` as `data.around`), opening their places."""
    return "".join(
        evidence.quote(
            str(r["quote"]),
            " · ".join(w for w in (r["unit"], r["term"], _day(r["cited_on"]).text) if w != "–"),
            _record(r),
            around=titles.around(str(r["quote"]), *near.get(titles.span(r), ("", ""))),
        )
        for r in found
    )


def name(row: Row) -> str:
    """A document's number, or its kind where it has none."""
    return str(row["canonical_id"] or label("citation_kinds", row["kind"]))


def _cited(row: Row) -> list[Cell]:
    numbers = (row["citations"], row["documents"], row["units"])
    return [*_about(row), *(Cell(titles.number(int(n))) for n in numbers)]


def _never(row: Row) -> list[Cell]:
    return [*_about(row), Cell(label("directive_sources", row["source"]), css="text")]


def _replaced(row: Row) -> list[Cell]:
    return [
        Cell(row["canonical_id"] or "–", _address(row["directive_id"]), css="short"),
        Cell(row["replaced_by"] or "–", css="text short"),
        _day(row["replaced_on"]),
        _day(row["cited_on"]),
        *_where(row),
        Cell(row["quote"], _record(row), css="text"),
    ]


def _disagreeing(row: Row) -> list[Cell]:
    return [
        Cell(row["canonical_id"] or "–", css="short"),
        Cell(_FIELDS[row["field"]], css="text short"),
        Cell(_stated(row, "stated"), css="text"),
        Cell(_stated(row, "registry"), css="text"),
        *_where(row),
        Cell(row["quote"], _record(row), css="text"),
    ]


def _open(row: Row) -> list[Cell]:
    return [
        Cell(row["quote"], _record(row)),
        Cell(label("open_citations", row["reason"]), css="text"),
        *_where(row),
        Cell(row["path"], css="text path"),
    ]


_ROWS: Mapping[str, Callable[[Row], list[Cell]]] = {
    "cited": _cited,
    "never": _never,
    "replaced": _replaced,
    "disagreeing": _disagreeing,
    "open": _open,
}


def _about(row: Row) -> list[Cell]:
    return [
        Cell(name(row), _address(row["directive_id"]), css="short"),
        Cell(_subject(row), css="text"),
        Cell(row["issuer"] or "–", css="text"),
        _day(row["issued_on"]),
    ]


def _subject(row: Row) -> str:
    told = str(row["subject"] or "–")
    return told[:1].upper() + told[1:]


def _where(row: Row) -> list[Cell]:
    return [Cell(row["unit"], css="text"), Cell(row["term"], css="text short")]


def _stated(row: Row, column: str) -> str:
    """Days as Vietnamese writes them; several stand side by side."""
    told = str(row[column] or "–")
    if row["field"] != "issued_on" or told == "–":
        return told
    return ", ".join("/".join(reversed(day.split("-"))) for day in told.split(", "))


def _held(row: Row) -> str | None:
    """The address of a document that the archive holds."""
    return addresses.document_link(row["document_id"]) if row["document_id"] else None


def _address(directive_id: str) -> str:
    return addresses.address(CITATIONS, {DIRECTIVE: directive_id})


def _narrowed(directive_id: str, unit: str, term: str | None) -> str:
    given = {DIRECTIVE: directive_id, FIELDS["unit"]: unit, FIELDS["term"]: term}
    return addresses.address(CITATIONS, given)


def _record(row: Row) -> str:
    return addresses.record_link(row["document_id"], row["record_id"])


def _day(value: Any) -> Cell:
    return Cell("–" if value is None else titles.day(value), css="text short")
