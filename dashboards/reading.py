"""A document of the database -> the HTML of the reader: facts, outline, highlighted text."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from dashboards import addresses, evidence, titles
from dashboards.addresses import (
    DOCUMENT,
    FACT,
    HIDDEN,
    PART,
    PICTURE,
    QUERY,
    READER,
    RECORD,
    SECTION,
    SPAN,
)
from dashboards.data import Reading, rows
from dashboards.evidence import Cell, Highlight, TextBlock
from dashboards.labels import label, labels
from pipeline.model import Span

PART_CHARS = 60_000
"""Characters shown at once; a browser draws so many with their marks in about a second."""

_HEADING_CHARS = 90


@dataclass(frozen=True, slots=True)
class Place:
    """What the address names in a document, checked against what is there."""

    document_id: str
    hidden: tuple[str, ...] = ()
    record: str | None = None
    fact: str | None = None
    section: str | None = None
    part: int = 1
    span: tuple[int, int] | None = None
    query: str | None = None
    pictured: bool = False

    def address(self, **changes: Any) -> str:
        """The address of this place with some fields changed."""
        new = replace(self, **changes)
        return addresses.address(
            READER,
            {
                DOCUMENT: new.document_id,
                HIDDEN: ",".join(new.hidden),
                RECORD: new.record,
                FACT: new.fact,
                SECTION: new.section,
                SPAN: "-".join(map(str, new.span)) if new.span else None,
                QUERY: new.query if new.span else None,
                PICTURE: "1" if new.pictured else None,
                PART: str(new.part) if new.part > 1 else None,
            },
        )


def parts(found: Reading) -> list[Span]:
    """The text cut between blocks into parts that can be shown at once; never empty."""
    cut = [0]
    for block in rows(found.blocks):
        if int(block["span_end"]) - cut[-1] > PART_CHARS and int(block["span_start"]) > cut[-1]:
            cut.append(int(block["span_start"]))
    return [Span(a, b) for a, b in zip(cut, [*cut[1:], len(found.text)], strict=True)]


def checked(found: Reading, asked: Place) -> Place:
    """The place without what the document does not have, and with the part that holds it."""
    known = {
        "record": _starts(found.records, "record_id", "span_start"),
        "fact": _starts(found.evidence, "field", "span_start"),
        "section": _starts(found.sections, "section", "heading_start"),
    }
    there = [at[v] for name, at in known.items() if (v := getattr(asked, name)) in at]
    cuts = [p.start for p in parts(found)]
    span = asked.span if asked.span and asked.span[1] <= len(found.text) else None
    there += [span[0]] if span else []
    return replace(
        asked,
        span=span,
        record=asked.record if asked.record in known["record"] else None,
        fact=asked.fact if asked.fact in known["fact"] else None,
        section=asked.section if asked.section in known["section"] else None,
        part=bisect_right(cuts, there[0]) if there else min(max(asked.part, 1), len(cuts)),
    )


def focus(found: Reading, place: Place) -> Span | None:
    """The words that the place names; None where it names none."""
    for table, name, wanted in (
        (found.records, "record_id", place.record),
        (found.evidence, "field", place.fact),
    ):
        for row in rows(table[table[name] == wanted])[:1] if wanted else ():
            return _span(row)
    return Span(*place.span) if place.span else None


def page_of(found: Reading, place: Place) -> int | None:
    """The page that the place, or the part of the text shown, begins on; None without pages."""
    at = (focus(found, place) or parts(found)[place.part - 1]).start
    starts = [(int(p["span_start"]), int(p["page"])) for p in rows(found.pages)]
    before = [page for start, page in starts if start <= at]
    return before[-1] if before else None


def target(place: Place) -> str | None:
    """The id of the element to bring into view; None for the beginning."""
    if place.record or place.fact or place.span:
        return evidence.FOCUS
    return f"kd-s{place.section}" if place.section else None


def part_links(found: Reading, place: Place) -> str:
    """Links to the parts of a long document; nothing where there is but one."""
    last = len(parts(found))
    if last == 1:
        return ""
    cells = [Cell("Văn bản dài, chia làm nhiều phần:")]
    for n in range(1, last + 1):
        away = place.address(part=n, record=None, fact=None, section=None, span=None)
        cells.append(Cell(str(n), None if n == place.part else away))
    return evidence.row_of_links(cells, "kd-pages")


def doubts(found: Reading) -> str:
    """What a person should know before reading on; nothing where all was read."""
    codes = dict.fromkeys(i["code"] for i in rows(found.issues) if i["severity"] != "info")
    return "".join(evidence.note(label("issues", code)) for code in codes)


def panel(found: Reading, place: Place) -> str:
    """What stands beside the text: the record opened, the facts, how it was read."""
    return evidence.panel(
        [
            ("Căn cứ", _opened(found, place) + _around(found, place)),
            ("Văn bản", _later(found) + _facts(found, place)),
            ("Đọc tệp", _how_read(found)),
        ]
    )


def _opened(found: Reading, place: Place) -> str:
    """The record or fact that the address names, in its own words."""
    for row in rows(found.records[found.records["record_id"] == place.record]):
        where = " — ".join(w for w in (titles.title(row), titles.place(row)) if w)
        opened = evidence.quote(row["quote"], where, css="focus")
        return opened + evidence.muted(titles.certainty(row))
    for row in rows(found.evidence[found.evidence["field"] == place.fact])[:1]:
        return evidence.quote(row["quote"], label("facts", row["field"]), css="focus")
    return evidence.muted("Bấm vào một đoạn được tô màu để xem bản ghi.")


def _later(found: Reading) -> str:
    later = found.info["superseded_by"]
    address = addresses.document_link(str(later))
    words = "Đã có bản sau của văn bản này, nên bản này không tính vào số liệu"
    return evidence.row_of_links([Cell(words, address)], "kd-note") if later else ""


def _facts(found: Reading, place: Place) -> str:
    """What the document says of itself, each fact leading to its words; and how it was read."""
    said = set(found.evidence["field"])
    items = [
        (
            words,
            Cell(
                _fact(name, value), place.address(fact=name, record=None, section=None, span=None)
            ),
        )
        if name in said
        else (words, Cell(_fact(name, value)))
        for name, words in labels()["facts"].items()
        if (value := found.info[name]) is not None
    ]
    return evidence.facts(items)


def _how_read(found: Reading) -> str:
    """How the document was read, and its size."""
    info = found.info
    pages = "" if info["pages"] is None else f"{titles.number(info['pages'])} trang, "
    items = [
        ("Cách đọc", Cell(titles.reader(info["reader"]))),
        ("Kết quả", Cell(label("read_statuses", info["status"]))),
        ("Độ dài", Cell(f"{pages}{titles.number(len(found.text))} ký tự")),
        ("Bản ghi", Cell(titles.number(len(found.records)))),
    ]
    issues = {
        label("issues", i["code"]): label("severities", i["severity"]) for i in rows(found.issues)
    }
    items += [(severity, Cell(words)) for words, severity in issues.items()]
    return evidence.facts(items)


def legend(found: Reading, place: Place) -> str:
    """The types of the records with their numbers; a click hides or shows one."""
    counts = found.records["type"].value_counts()
    items = []
    for kind, words in labels()["types"].items():
        if kind not in counts:
            continue
        on = kind not in place.hidden
        hidden = (*place.hidden, kind) if on else tuple(h for h in place.hidden if h != kind)
        items.append((kind, f"{words} {counts[kind]}", place.address(hidden=hidden), on))
    return evidence.legend(items)


def _around(found: Reading, place: Place) -> str:
    """Links to the record before and after among those shown."""
    ids = [r["record_id"] for r in rows(found.records) if r["type"] not in place.hidden]
    if not ids:
        return ""
    if place.record not in ids:
        return evidence.row_of_links([Cell("Bản ghi đầu tiên ›", _at(place, ids[0]))], "kd-pages")
    i = ids.index(place.record)
    before = [Cell("‹ Trước", _at(place, ids[i - 1]))] if i else []
    after = [Cell("Sau ›", _at(place, ids[i + 1]))] if i + 1 < len(ids) else []
    here = Cell(f"Bản ghi {i + 1}/{len(ids)}")
    return evidence.row_of_links([*before, here, *after], "kd-pages")


def outline(found: Reading, place: Place) -> str:
    """The headings, indented by depth, each leading to its place."""
    cut = [p.start for p in parts(found)]
    items = []
    for s in rows(found.sections):
        here = bisect_right(cut, int(s["heading_start"])) == place.part
        away = place.address(section=str(s["section"]), record=None, fact=None, span=None, part=1)
        address = f"#kd-s{int(s['section'])}" if here else away
        items.append(
            (int(s["level"]) - 1, titles.shortened(str(s["heading"]), _HEADING_CHARS), address)
        )
    return evidence.outline("Mục lục", items)


def whole(found: Reading, place: Place, words: Sequence[Span]) -> str:
    """The text below what should be known of it and the colours; `words`: those looked for."""
    links = part_links(found, place)
    above = doubts(found) + legend(found, place) + links
    return above + document(found, place, words) + links


def document(found: Reading, place: Place, words: Sequence[Span] = ()) -> str:
    """The part of the text with the records of the types shown, and what the place names.

    `words`: those looked for, marked as well.
    """
    shown = parts(found)[place.part - 1]
    blocks = [b for b in _blocks(found) if b.span.overlaps(shown)]
    marks = [h for h in _highlights(found, place) if h.span.overlaps(shown)]
    marks += [Highlight(w, "hit", "") for w in words]
    pages = {
        int(p["span_start"]): int(p["page"])
        for p in rows(found.pages)
        if shown.start <= int(p["span_start"]) < shown.end
    }
    return evidence.document(found.text, blocks, marks, pages)


def _highlights(found: Reading, place: Place) -> list[Highlight]:
    marks = [
        Highlight(
            _span(r),
            r["type"],
            titles.title(r),
            _at(place, r["record_id"]),
            r["record_id"] == place.record,
        )
        for r in rows(found.records)
        if r["type"] not in place.hidden or r["record_id"] == place.record
    ]
    named = found.evidence[found.evidence["field"] == place.fact]
    facts = [
        Highlight(_span(f), "fact", label("facts", f["field"]), None, True) for f in rows(named)[:1]
    ]
    found_at = [Highlight(Span(*place.span), "found", "", None, True)] if place.span else []
    return marks + facts + found_at


def _blocks(found: Reading) -> list[TextBlock]:
    cells: dict[int, list[tuple[int, int, Span]]] = {}
    for c in rows(found.cells):
        cells.setdefault(int(c["block"]), []).append((int(c["row"]), int(c["column"]), _span(c)))
    anchors = {int(s["heading_start"]): f"kd-s{int(s['section'])}" for s in rows(found.sections)}
    return [
        TextBlock(
            b["kind"],
            _span(b),
            None if b["level"] is None else int(b["level"]),
            tuple(cells.get(int(b["block"]), ())),
            anchors.get(int(b["span_start"])),
        )
        for b in rows(found.blocks)
    ]


def _starts(table: pd.DataFrame, name: str, start: str) -> dict[str, int]:
    """Name of a row -> where it begins; of two rows of one name the first."""
    pairs = zip(map(str, table[name]), map(int, table[start]), strict=True)
    return dict(reversed(list(pairs)))


def _at(place: Place, record_id: str) -> str:
    return place.address(record=record_id, fact=None, section=None, span=None, part=1)


def _span(row: dict[str, Any]) -> Span:
    return Span(int(row["span_start"]), int(row["span_end"]))


def _fact(name: str, value: Any) -> str:
    groups = {"doc_type": "doc_types", "level": "levels"}
    if name in groups:
        return label(groups[name], str(value))
    return titles.day(value) if name == "issued_on" else str(value)


def hidden_types(told: str | None) -> tuple[str, ...]:
    """The types that the address hides; unknown names are passed over."""
    names: Collection[str] = labels()["types"]
    chosen: Sequence[str] = (told or "").split(",")
    return tuple(dict.fromkeys(t for t in chosen if t in names))
