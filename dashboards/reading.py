"""A document of the database -> the HTML of the reader: facts, outline, highlighted text."""

from collections.abc import Collection
from html import escape

import pandas as pd

from dashboards import evidence
from dashboards.data import Reading, rows
from dashboards.evidence import FOCUS, Highlight, TextBlock
from dashboards.labels import label
from dashboards.titles import title
from pipeline.model import Span

SCROLL = f"""<script>
setTimeout(() => document.getElementById("{FOCUS}")?.scrollIntoView({{block: "center"}}), 300);
</script>"""
"""Brings the focused record into view; holds no words of any document."""

_FACTS = (
    ("doc_type", "Loại"),
    ("number", "Số"),
    ("issued_on", "Ngày"),
    ("issuer", "Nơi ban hành"),
    ("unit", "Đơn vị"),
    ("parent_unit", "Cấp trên"),
    ("level", "Cấp"),
    ("term", "Nhiệm kỳ"),
    ("period", "Kỳ báo cáo"),
    ("format", "Định dạng"),
    ("reader", "Cách đọc"),
)


def facts(found: Reading) -> str:
    """What the document record says, one line."""
    shown = []
    for name, words in _FACTS:
        value = found.info[name]
        if value is not None:
            shown.append(f"<b>{words}:</b> {escape(_fact(name, value))}")
    return f'<p class="kd-where">{" · ".join(shown)}</p>'


def outline(found: Reading) -> str:
    """The headings, indented by depth, each leading to its place."""
    shown = (
        f'<div style="margin-left:{0.8 * (int(s["level"]) - 1):.1f}rem">'
        f"{escape(str(s['heading'])[:90])}</div>"
        for s in rows(found.sections)
    )
    return f'<nav class="kd-where">{"".join(shown) or "Văn bản không có đề mục."}</nav>'


def document(found: Reading, types: Collection[str], focus: str | None) -> str:
    """The text with the records of these types highlighted, and the focused one always."""
    highlights = [
        Highlight(
            Span(int(r["span_start"]), int(r["span_end"])),
            r["type"],
            title(r["type"], r),
            r["record_id"] == focus,
        )
        for r in rows(found.records)
        if r["type"] in types or r["record_id"] == focus
    ]
    return evidence.document(found.text, _blocks(found), highlights)


def _blocks(found: Reading) -> list[TextBlock]:
    cells: dict[int, list[tuple[int, int, Span]]] = {}
    for c in rows(found.cells):
        span = Span(int(c["span_start"]), int(c["span_end"]))
        cells.setdefault(int(c["block"]), []).append((int(c["row"]), int(c["column"]), span))
    return [
        TextBlock(
            b["kind"],
            Span(int(b["span_start"]), int(b["span_end"])),
            b["level"] and int(b["level"]),
            tuple(cells.get(int(b["block"]), ())),
        )
        for b in rows(found.blocks)
    ]


def _fact(name: str, value: object) -> str:
    groups = {"doc_type": "doc_types", "level": "levels"}
    if name in groups:
        return label(groups[name], str(value))
    return f"{value:%d/%m/%Y}" if isinstance(value, pd.Timestamp) else str(value)
