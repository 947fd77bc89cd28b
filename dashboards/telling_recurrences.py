"""Rows of recurring shortcomings -> tables, a time line and sentences, each leading further."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboards import addresses, evidence, titles
from dashboards.addresses import FIELDS, GROUP, RECURRING
from dashboards.comparing import GAP
from dashboards.data import UNKNOWN
from dashboards.evidence import Cell
from dashboards.labels import label, labels

Row = Mapping[str, Any]

HEAD = [
    "Hạn chế", "Chủ đề", "Từ nhiệm kỳ", "Đến nhiệm kỳ", "Số nhiệm kỳ", "Số đơn vị", "Số câu",
    "Giải pháp đã hứa", "Hứa rồi vẫn lặp lại", "Giống nhau",
]  # fmt: skip

WHAT = ("Hạn chế", "Giải pháp đã hứa")

_SENTENCE = 160
_LINE = 26


def groups(found: Sequence[Row], watched: Collection[str]) -> list[list[Cell]]:
    """A row a group, leading to its sentences."""
    return [
        [
            Cell(
                titles.shortened(str(r["label"]), _SENTENCE),
                addresses.address(RECURRING, {GROUP: r["group_id"]}),
                "đang theo dõi" if r["group_id"] in watched else None,
            ),
            Cell(label("themes", r["theme"]), css="text"),
            Cell(r["first_term"] or "–", css="text short"),
            Cell(r["last_term"] or "–", css="text short"),
            *(
                Cell(titles.number(int(r[n])))
                for n in ("terms", "units", "members", "remedies", "came_back")
            ),
            Cell(share(r["strength"])),
        ]
        for r in found
    ]


def themes(
    found: Sequence[Row], unit: str | None, terms: Sequence[str]
) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of themes by terms: how many groups, each number leading to them."""
    numbers = {(r["theme"], r["term"]): int(r["groups"]) for r in found}
    most = max(numbers.values(), default=0) or 1
    shown = [t for t in terms if any(term == t for _, term in numbers)]
    given = {FIELDS["unit"]: unit}
    rows = [
        [Cell(words, addresses.address(RECURRING, {**given, FIELDS["theme"]: theme}))]
        + [
            _strong(
                numbers.get((theme, term), 0), most,
                addresses.address(
                    RECURRING, {**given, FIELDS["theme"]: theme, FIELDS["term"]: term}
                ),
            )
            for term in shown
        ]
        for theme, words in labels()["themes"].items()
        if any(t == theme for t, _ in numbers)
    ]  # fmt: skip
    return ["Chủ đề", *shown], rows


def times(found: Sequence[Row], group_id: str) -> tuple[list[str], list[list[Cell]]]:
    """Head and rows of the units a group touches by terms: sentences, promises, or a gap."""
    cells = {(r["unit"], r["term"]): r for r in found}
    terms = sorted({r["term"] for r in found}, key=lambda t: (t == UNKNOWN, t))
    most = max((int(r["sentences"]) for r in found), default=0) or 1
    rows = [
        [Cell(unit, _narrowed(group_id, unit, None) if unit != UNKNOWN else None)]
        + [_time(cells.get((unit, term)), most, group_id) for term in terms]
        for unit in dict.fromkeys(r["unit"] for r in found)
    ]
    return ["Đơn vị", *terms], rows


def points(found: Sequence[Row], group_id: str) -> pd.DataFrame:
    """A point a unit, term and kind of saying: `lines`, `term`, `what`, `number`, `href`."""
    return pd.DataFrame(
        [
            (
                titles.wrapped(r["unit"], _LINE),
                r["term"],
                what,
                int(r[name]),
                _narrowed(group_id, r["unit"], r["term"]),
            )
            for r in found
            for what, name in zip(WHAT, ("sentences", "promised"), strict=True)
            if r[name]
        ],
        columns=["lines", "term", "what", "number", "href"],
    )


def told(said: Sequence[Row], promised: Sequence[Row] = ()) -> str:
    """Sentences, and what was promised in between, under their terms in the order of their days."""
    shown, last = [], None
    both = [(r, _sentence) for r in said] + [(r, promise) for r in promised]
    for r, as_quote in sorted(both, key=lambda pair: _when(pair[0])):
        if r["term"] != last:
            last = r["term"]
            shown.append(evidence.head(_term(str(last))))
        shown.append(as_quote(r))
    return "".join(shown)


def promises(found: Sequence[Row], most: int) -> str:
    """The first remedies promised, each with what came after."""
    if not found:
        return evidence.muted("Không thấy giải pháp nào nói về hạn chế này.")
    more = f"Đang hiện {most} giải pháp đầu; hãy chọn một đơn vị để xem tiếp."
    return "".join(map(promise, found[:most])) + (evidence.muted(more) if found[most:] else "")


def promise(row: Row) -> str:
    """A remedy, and whether the shortcoming came back after it."""
    address = addresses.record_link(row["document_id"], row["record_id"])
    shown = evidence.quote(
        str(row["quote"]), f"Đã hứa · {_where(row, with_term=True)}", address, css="promise"
    )
    return shown + evidence.row_of_links([_after(row)], "kd-after")


def share(likeness: float | None) -> str:
    """A likeness in percent.

    >>> share(0.5411), share(None)
    ('54%', '–')
    """
    return "–" if likeness is None else f"{100 * likeness:.0f}%"


def lead(group: Row) -> str:
    """The figures of a group in a line."""
    parts = [
        f"{titles.number(group['units'])} đơn vị",
        f"{titles.number(group['terms'])} nhiệm kỳ",
        f"{titles.number(group['remedies'])} giải pháp đã hứa",
    ]
    if group["came_back"]:
        parts.append(f"{titles.number(group['came_back'])} lần hứa rồi vẫn lặp lại")
    parts.append(f"câu chữ giống nhau trung bình {share(group['strength'])}")
    return ", ".join(parts)


def _sentence(row: Row) -> str:
    """A sentence, where it stands, and why it is held to be the same shortcoming."""
    address = addresses.record_link(row["document_id"], row["record_id"])
    shown = evidence.quote(str(row["quote"]), _where(row), address)
    why = [
        Cell("So với câu tiêu biểu: " + _small(row["why"])) if row["why"] else None,
        Cell("Câu tiêu biểu của nhóm") if row["is_label"] else None,
        Cell(
            "So với nhiệm kỳ trước: " + _small(row["former"]),
            addresses.record_link(row["former_document_id"], row["former_record_id"]),
        )
        if row["former"] and row["former_document_id"]
        else None,
        Cell("Người dùng xếp vào nhóm này") if row["placed_by"] == "person" else None,
    ]
    cells = [cell for cell in why if cell]
    return shown + (evidence.row_of_links(cells, "kd-after") if cells else "")


def _after(row: Row) -> Cell:
    if not row["came_back"]:
        return Cell("Chưa thấy nêu lại hạn chế này ở văn bản sau.")
    words = f"Sau đó vẫn lặp lại, nhiệm kỳ {row['came_back_term'] or UNKNOWN}"
    if not row["came_back_document_id"]:
        return Cell(words)
    return Cell(
        words, addresses.record_link(row["came_back_document_id"], row["came_back_record_id"])
    )


def _where(row: Row, with_term: bool = False) -> str:
    words = (
        row["unit"],
        row["term"] if with_term else None,
        None if row["said_on"] is None else titles.day(row["said_on"]),
        None if row["page"] is None else f"trang {int(row['page'])}",
    )
    return " · ".join(w for w in words if w)


def _when(row: Row) -> tuple[bool, str, bool, str]:
    day = row["said_on"]
    return row["term"] == UNKNOWN, row["term"], day is None, str(day)


def _term(term: str) -> str:
    return "Chưa rõ nhiệm kỳ" if term == UNKNOWN else f"Nhiệm kỳ {term}"


def _small(words: str) -> str:
    return words[:1].lower() + words[1:].rstrip(".")


def _narrowed(group_id: str, unit: str, term: str | None) -> str:
    given = {GROUP: group_id, FIELDS["unit"]: unit, FIELDS["term"]: term}
    return addresses.address(RECURRING, given)


def _time(row: Row | None, most: int, group_id: str) -> Cell:
    if row is None:
        return GAP
    note = f"{row['promised']} hứa" if row["promised"] else None
    if not row["sentences"]:
        href = _narrowed(group_id, row["unit"], row["term"]) if note else None
        return Cell("0", href, note, css="n zero")
    cell = _strong(int(row["sentences"]), most, _narrowed(group_id, row["unit"], row["term"]))
    return Cell(cell.text, cell.href, note, cell.strength, cell.css)


def _strong(number: int, most: int, href: str) -> Cell:
    if not number:
        return Cell("0", css="n zero")
    return Cell(titles.number(number), href, strength=number / most)
