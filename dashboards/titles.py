"""Records, documents and figures in words."""

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dashboards.data import CONTEXT_CHARS, Figure, Place
from dashboards.labels import code_label, detail_label, label, labels

_SECTION_CHARS = 70
_SHORT = 60
"""A quote of fewer characters is a part of a sentence and is shown among the words around it."""


def title(row: Mapping[str, Any]) -> str:
    """Type, code, detail, themes and value of a row of the view `records`."""
    kind = str(row["type"])
    value = "" if row["value"] is None else f": {number(row['value'])}"
    words = (
        label("types", kind),
        code_label(kind, row["code"]),
        detail_label(kind, row["detail"]),
        *(label("themes", t) for t in strings(row["themes"])),
    )
    return " · ".join(dict.fromkeys(w for w in words if w)) + value


def place(row: Mapping[str, Any]) -> str:
    """Page and section of a record."""
    page = "" if row["page"] is None else f"trang {int(row['page'])}"
    section = " › ".join(shortened(s, _SECTION_CHARS) for s in strings(row["section"]))
    return " · ".join(p for p in (page, section) if p)


def document(row: Mapping[str, Any]) -> str:
    """Unit, term, type and date of a document."""
    words = (
        row["unit"],
        row["term"],
        label("doc_types", row["doc_type"]),
        None if row["issued_on"] is None else day(row["issued_on"]),
    )
    return " · ".join(w for w in words if w)


def figure(wanted: Figure) -> str:
    """What a figure counts."""
    kind = wanted.type or ""
    words = (
        label("types", wanted.type),
        code_label(kind, wanted.code),
        detail_label(kind, wanted.detail),
        label("themes", wanted.theme),
        wanted.unit,
        wanted.term,
    )
    return " · ".join(w for w in words if w) or "Tất cả bản ghi"


def oversight(category: str, subject: str, measure: str | None) -> str:
    """What a figure of oversight counts."""
    words = (label("categories", category), label("subjects", subject), label("measures", measure))
    first, *more = (w for w in words if w)
    return " · ".join([first, *(w.lower() for w in more)])


def oversight_order(category: str, subject: str, measure: str | None) -> tuple[int, str, int]:
    """Where a figure of oversight stands among others: by what is done, to whom, how hard."""
    measures = ["", *labels()["measures"]]
    return list(labels()["categories"]).index(category), subject, measures.index(measure or "")


def certainty(row: Mapping[str, Any]) -> str:
    """The rule that found a record, and how often it was right where that was checked."""
    rule = f"Quy tắc {row['rule']}"
    if row["confidence"] is None:
        return f"{rule}: chưa đủ trường hợp để đo độ chính xác."
    return (
        f"{rule}: đúng ít nhất {number(100 * row['confidence'])}% "
        f"(đã kiểm {number(row['cases'])} trường hợp)."
    )


def number(value: float) -> str:
    """A number as Vietnamese writes it.

    >>> number(1234), number(98.5), number(-3)
    ('1.234', '98,5', '-3')
    """
    whole = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.2f}".rstrip("0")
    return whole.translate(str.maketrans(",.", ".,"))


def reader(told: str) -> str:
    """How a document was read, in words: each way of its list, details left as they are.

    >>> reader("mail, docx"), reader("ocr (tesseract vie)")
    ('Thư điện tử, Word', 'Nhận dạng chữ trên ảnh quét (tesseract vie)')
    >>> reader("text, converted from TCVN3 and VNI")
    'Văn bản thuần, chuyển mã từ TCVN3 và VNI'
    """
    plain = told.replace("converted from ", "converted ").replace(" and ", " và ")
    ways = (way.partition(" ") for way in plain.split(", "))
    return ", ".join(label("readers", name) + space + detail for name, space, detail in ways)


def day(value: date) -> str:
    """A date as Vietnamese writes it."""
    return f"{value:%d/%m/%Y}"


def shortened(words: str, limit: int) -> str:
    """The words, cut between two words where they are too long.

    >>> shortened("Đảng bộ xã An Phú", 12)
    'Đảng bộ xã…'
    """
    return words if len(words) <= limit else words[: limit + 1].rsplit(" ", 1)[0] + "…"


def span(row: Mapping[str, Any]) -> Place:
    """Where the words of a row stand."""
    return str(row["document_id"]), int(row["span_start"]), int(row["span_end"])


def around(words: str, before: str, after: str) -> tuple[str, str]:
    """The words around a short quote, whole ones, with a mark where some are left out.

    Cells of a table stand apart.
    """
    if len(words) >= _SHORT:
        return "", ""
    if len(before) == CONTEXT_CHARS:
        before = f"… {before.partition(' ')[2]}"
    if len(after) == CONTEXT_CHARS:
        after = f"{after.rpartition(' ')[0]} …"
    return before.replace("\t", " | "), after.replace("\t", " | ")


def wrapped(words: str, width: int) -> str:
    """The words on at most three lines of about this width, for the labels of a chart."""
    return "\n".join(textwrap.wrap(words, width, max_lines=3, placeholder="…"))


def strings(values: Any) -> Sequence[str]:
    """The strings of a list column; none where the database has NULL."""
    return [] if values is None else [str(v) for v in values]
