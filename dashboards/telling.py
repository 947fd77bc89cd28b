"""Rows of the topics -> cells of tables and HTML that lead to their words."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from dashboards import addresses, data, evidence, titles
from dashboards.addresses import GROUP
from dashboards.comparing import GAP, figure_cell
from dashboards.data import Figure
from dashboards.evidence import Cell
from dashboards.labels import label, labels

Row = Mapping[str, Any]

RECURRING_HEAD = [
    "Hạn chế", "Chủ đề", "Từ nhiệm kỳ", "Đến", "Nhiệm kỳ", "Đơn vị", "Câu", "Đã hứa", "Vẫn lặp lại",
]  # fmt: skip
INDICATOR_HEAD = ["Chỉ tiêu", "Đơn vị", "Nhiệm kỳ", "Mục tiêu", "Kết quả", "Đánh giá"]
OVERSIGHT_HEAD = ["Đơn vị", "Nhiệm kỳ", "Nội dung", "Số lượng"]
CITED_HEAD = ["Văn bản", "Nội dung", "Nơi ban hành", "Ngày", "Lần viện dẫn", "Đơn vị", "Lần cuối"]
NEVER_HEAD = ["Văn bản", "Nội dung", "Nơi ban hành", "Ngày"]
REPLACED_HEAD = ["Văn bản", "Thay bằng", "Ngày thay", "Viện dẫn ngày", "Đơn vị", "Nguyên văn"]
DISAGREEING_HEAD = ["Văn bản", "Trường", "Văn bản ghi", "Danh mục ghi", "Nguyên văn"]

_SENTENCE = 160
_LINE = 26
_LINKED = 100
"""Records that an address names at most."""


def recurring(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a group, leading to its sentences."""
    return [
        [
            Cell(
                titles.shortened(str(r["label"]), _SENTENCE),
                addresses.address(addresses.RECURRING, {GROUP: r["group_id"]}),
                "đang theo dõi" if r["watched"] else None,
            ),
            Cell(label("themes", r["theme"]), css="text"),
            Cell(r["first_term"] or "–", css="text short"),
            Cell(r["last_term"] or "–", css="text short"),
            *(
                Cell(titles.number(int(r[n])))
                for n in ("terms", "units", "members", "remedies", "came_back")
            ),
        ]
        for r in found
    ]


def timeline(said: Sequence[Row], promised: Sequence[Row]) -> pd.DataFrame:
    """A point a sentence or remedy: `unit`, `lines`, `term`, `what`, `words`, `href`."""
    points = [
        (r["unit"] or data.UNKNOWN, r["term"], what, titles.shortened(str(r["quote"]), _SENTENCE),
         addresses.record_link(r["document_id"], r["record_id"]))
        for what, rows in (("Hạn chế", said), ("Giải pháp đã hứa", promised))
        for r in rows
    ]  # fmt: skip
    frame = pd.DataFrame(points, columns=["unit", "term", "what", "words", "href"])
    return frame.assign(lines=[titles.wrapped(unit, _LINE) for unit in frame["unit"]])


def promises(found: Sequence[Row]) -> str:
    """The remedies promised, each with what came after."""
    return "".join(
        evidence.quote(
            str(r["quote"]),
            " · ".join(w for w in (r["unit"], r["term"], _came_back(r)) if w),
            addresses.record_link(r["document_id"], r["record_id"]),
        )
        for r in found
    )


def _came_back(row: Row) -> str:
    if not row["came_back"]:
        return "chưa thấy lặp lại sau đó"
    return f"sau đó vẫn lặp lại, nhiệm kỳ {row['came_back_term'] or data.UNKNOWN}"


def sentences(found: Sequence[Row]) -> str:
    """The sentences of a group under their terms."""
    shown, last = [], None
    for r in found:
        if r["term"] != last:
            last = r["term"]
            shown.append(f"{evidence.muted(f'Nhiệm kỳ {last}')}")
        day = None if r["said_on"] is None else titles.day(r["said_on"])
        where = " · ".join(w for w in (r["unit"], day) if w)
        address = addresses.record_link(r["document_id"], r["record_id"])
        shown.append(evidence.quote(str(r["quote"]), where, address))
    return "".join(shown)


def indicators(found: Sequence[Row]) -> list[list[Cell]]:
    """A row an indicator, leading to its words."""
    return [
        [
            Cell(r["name"], addresses.record_link(r["document_id"], r["record_id"])),
            Cell(r["unit_label"], css="text"),
            Cell(r["term"], css="text short"),
            _amount(r["target"], r["unit"]),
            _amount(r["value"], r["unit"]),
            Cell(label("statuses", r["status"]), css="text short"),
        ]
        for r in found
    ]


def statuses(found: Sequence[Row], by: str) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of indicators by unit or term and result."""
    names = labels()["statuses"]
    counts: dict[str, dict[str, int]] = {}
    for r in found:
        of = counts.setdefault(r[by], dict.fromkeys(names, 0))
        of[r["status"]] += int(r["indicators"])
    rows = [
        [Cell(side)]
        + [
            figure_cell(n, data.narrowed(Figure(type="indicator", code=status), **{by: side}))
            for status, n in of.items()
        ]
        for side, of in counts.items()
    ]
    return [{"unit": "Đơn vị", "term": "Nhiệm kỳ"}[by], *names.values()], rows


def oversight(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a figure, leading to the records that state it."""
    return [
        [
            Cell(r["unit"]),
            Cell(r["term"], css="text short"),
            Cell(_content(r), css="text"),
            Cell(
                titles.number(int(r["value"])),
                addresses.figure_link(Figure(record_ids=tuple(titles.strings(r["record_ids"])))),
            ),
        ]
        for r in found
    ]


def _content(row: Row) -> str:
    words = (
        label("categories", row["category"]),
        label("subjects", row["subject"]).lower(),
        label("measures", row["measure"]).lower(),
    )
    return " · ".join(w for w in words if w)


def cited(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a document cited, leading to its mentions."""
    return [
        [
            *_directive(r, _mentions(r)),
            Cell(titles.number(int(r["citations"]))),
            Cell(titles.number(int(r["units"]))),
            _day(r["last_cited"]),
        ]
        for r in found
    ]  # fmt: skip


def _mentions(row: Row) -> str:
    """The records that cite a document; of very many those of its number."""
    ids = tuple(titles.strings(row["record_ids"]))
    if len(ids) > _LINKED:
        return addresses.figure_link(Figure(type="citation", detail=row["canonical_id"]))
    return addresses.figure_link(Figure(record_ids=ids))


def never_cited(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a document that nobody cites."""
    return [_directive(r, None) for r in found]


def replaced(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a citation of a document that had been replaced."""
    return [
        [
            Cell(r["canonical_id"] or r["directive_id"], _record(r)),
            Cell(r["replaced_by"] or "–", css="text short"),
            _day(r["replaced_on"]),
            _day(r["cited_on"]),
            Cell(r["unit"], css="text"),
            Cell(r["quote"], css="text"),
        ]
        for r in found
    ]


def disagreeing(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a citation that states something else than the registry."""
    fields = {"issued_on": "Ngày", "issuer": "Nơi ban hành"}
    return [
        [
            Cell(r["canonical_id"] or "–", _record(r)),
            Cell(fields[r["field"]], css="text short"),
            Cell(r["stated"] or "–", css="text"),
            Cell(r["registry"] or "–", css="text"),
            Cell(r["quote"], css="text"),
        ]
        for r in found
    ]


def doubt(row: Row) -> str:
    """A doubt: what does not add up, the arithmetic, and both places."""
    head = f"{row['name'] or row['family']} · {label('certainties', row['certainty'])}"
    first = _place(row, "span_start", "span_end", row["document_id"])
    told = evidence.quote(str(row["quote"]), str(row["path"]), first)
    if row["other_quote"]:
        document = row["other_document_id"] or row["document_id"]
        address = _place(row, "other_start", "other_end", document)
        told += evidence.quote(str(row["other_quote"]), str(row["other_path"] or ""), address)
    sums = evidence.note(str(row["arithmetic"])) if row["arithmetic"] else ""
    where = f"{row['unit']} · {row['term']}"
    return (
        evidence.group(head, where, first) + evidence.muted(str(row["explanation"])) + sums + told
    )


def doubt_rows(found: Sequence[Row]) -> list[list[Cell]]:
    """A row a doubt, for a file."""
    names = ("name", "unit", "term", "explanation", "arithmetic", "path", "quote", "other_path",
             "other_quote")  # fmt: skip
    return [[Cell(str(r[n] or ""), css="text") for n in names] for r in found]


DOUBT_HEAD = [
    "Phép kiểm", "Đơn vị", "Nhiệm kỳ", "Điều chưa khớp", "Phép tính", "Tệp", "Nguyên văn",
    "Tệp đối chiếu", "Nguyên văn đối chiếu",
]  # fmt: skip


def _place(row: Row, start: str, end: str, document: str) -> str:
    if row[start] is None:
        return addresses.document_link(document)
    return addresses.sentence_link(document, int(row[start]), int(row[end]), "")


def _directive(row: Row, address: str | None) -> list[Cell]:
    return [
        Cell(row["canonical_id"] or label("citation_kinds", row["kind"]), address),
        Cell(row["subject"] or "–", css="text"),
        Cell(row["issuer"] or "–", css="text"),
        _day(row["issued_on"]),
    ]


def _record(row: Row) -> str:
    return addresses.record_link(row["document_id"], row["record_id"])


def _day(value: Any) -> Cell:
    return Cell("–" if value is None else titles.day(value), css="text short")


def _amount(value: float | None, unit: str | None) -> Cell:
    if value is None:
        return GAP
    return Cell(titles.number(value) + (f" {unit}" if unit and unit != "%" else unit or ""))
