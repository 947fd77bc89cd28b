"""(text, spans) -> safe HTML. The only way from a document's words to the page: it escapes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from html import escape
from itertools import pairwise
from urllib.parse import urlencode

from dashboards.data import Figure
from pipeline.model import Span

FOCUS = "kd-focus"
"""The id of the element that the reader scrolls to (a plain `focus` would be sanitised away)."""

EVIDENCE_PAGE = "ban-ghi"
READER_PAGE = "tai-lieu"

STYLE = """<style>
.kd-doc{line-height:1.65;max-width:60rem}.kd-doc p,.kd-doc h4{margin:.35rem 0}
.kd-doc .item{margin-left:1.2rem}.kd-doc .footnote{font-size:.86rem;border-left:3px solid #bbb;
padding-left:.7rem;margin-left:1.2rem}.kd-doc .furniture{opacity:.55;font-size:.85rem}
.kd-doc td,.kd-table td,.kd-table th{border:1px solid rgba(128,128,128,.35);padding:.25rem .5rem;
vertical-align:top}.kd-doc table,.kd-table{border-collapse:collapse;margin:.5rem 0}
.kd-table th{text-align:left;font-weight:600}.kd-table td.n{text-align:right}
.kd-table .gap{opacity:.55}
mark{border-radius:3px;padding:0 1px;color:inherit;background:rgba(160,160,160,.28)}
mark.shortcoming{background:#ffd9d2}mark.cause{background:#ffe9c2}mark.remedy{background:#d5efd6}
mark.citation{background:#d9e6fb}mark.count,mark.oversight,mark.rating{background:#e9dcf7}
mark.indicator,mark.indicator_summary{background:#cdeeee}
mark.focus{outline:3px solid #b3261e;outline-offset:1px}
.kd-cards{display:flex;flex-wrap:wrap;gap:.8rem;margin:.4rem 0 1rem}
.kd-card{border:1px solid rgba(128,128,128,.35);border-radius:8px;padding:.55rem .9rem;
min-width:8.5rem}.kd-card b{display:block;font-size:1.6rem;line-height:1.2}
.kd-card a,.kd-table a{text-decoration:underline dotted;text-underline-offset:3px}
.kd-quote{border-left:4px solid #b3261e;padding:.3rem .9rem;margin:.5rem 0}
.kd-where{opacity:.75;font-size:.88rem}
@media (prefers-color-scheme:dark){mark{color:#111}}
@media print{section[data-testid=stSidebar],header{display:none!important}}
</style>"""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A record to mark in a text: its type is the colour, `title` what the pointer shows."""

    span: Span
    type: str
    title: str
    focus: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text as stored; `cells` are (row, column, span)."""

    kind: str
    span: Span
    level: int | None = None
    cells: tuple[tuple[int, int, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class CellLink:
    """A cell of a table on the screen: what it shows, and where a click on it leads."""

    text: str
    href: str | None = None
    gap: bool = False


_PARAMS = {
    "type": "loai",
    "unit": "don_vi",
    "term": "nhiem_ky",
    "code": "phan_loai",
    "detail": "chi_tiet",
    "theme": "chu_de",
    "document_id": "van_ban",
    "record_id": "ban_ghi",
}
"""Field of a figure -> its name in the address bar."""


def figure_link(figure: Figure) -> str:
    """The address of the page that lists the records behind a figure."""
    given = {_PARAMS[f.name]: getattr(figure, f.name) for f in fields(figure)}
    return f"{EVIDENCE_PAGE}?{urlencode({k: v for k, v in given.items() if v is not None})}"


def figure_of(params: Iterable[tuple[str, str]]) -> Figure:
    """The figure that an address names; unknown names are passed over."""
    names = {param: name for name, param in _PARAMS.items()}
    return Figure(**{names[k]: v for k, v in params if k in names and v})


def record_link(document_id: str, record_id: str | None = None) -> str:
    """The address of a document in the reader, at a record where one is given."""
    params = {"van_ban": document_id} | ({"ban_ghi": record_id} if record_id else {})
    return f"{READER_PAGE}?{urlencode(params)}"


def link(href: str, words: str) -> str:
    """A link with escaped words."""
    return f'<a href="{escape(href)}">{escape(words)}</a>'


def cards(items: Sequence[tuple[str, CellLink]]) -> str:
    """Figures as cards: label, and the figure as a link to its records."""
    shown = "".join(
        f'<div class="kd-card"><b>{_cell(cell)}</b>{escape(label)}</div>' for label, cell in items
    )
    return f'<div class="kd-cards">{shown}</div>'


def table(head: Sequence[str], rows: Sequence[Sequence[CellLink]]) -> str:
    """A table whose figures lead to their records; the first column names the row."""
    top = "".join(f'<th scope="col">{escape(h)}</th>' for h in head)
    body = "".join(
        f'<tr><th scope="row">{_cell(row[0])}</th>'
        + "".join(f'<td class="n{" gap" if c.gap else ""}">{_cell(c)}</td>' for c in row[1:])
        + "</tr>"
        for row in rows
    )
    return f'<table class="kd-table"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>'


def quote(words: str, where: str, href: str | None = None) -> str:
    """A sentence with where it stands, and a link to it."""
    opened = f" · {link(href, 'Mở trong văn bản')}" if href else ""
    return (
        f'<blockquote class="kd-quote">{escape(words)}'
        f'<div class="kd-where">{escape(where)}{opened}</div></blockquote>'
    )


def passage(text: str, highlights: Sequence[Highlight], span: Span) -> str:
    """The words of `span` with the highlights that reach into it; nested ones nest."""
    inside = sorted(
        (h for h in highlights if h.span.overlaps(span)),
        key=lambda h: (h.span.start, -h.span.end, h.type),
    )
    cuts = {span.start, span.end}
    for h in inside:
        cuts |= {max(h.span.start, span.start), min(h.span.end, span.end)}
    edges = sorted(cuts)
    out = []
    for start, end in pairwise(edges):
        over = [h for h in inside if h.span.start <= start and end <= h.span.end]
        out.append(_marked(escape(text[start:end]), over, start))
    return "".join(out)


def document(text: str, blocks: Sequence[TextBlock], highlights: Sequence[Highlight]) -> str:
    """The whole document, block by block, with its highlights."""
    ordered = sorted(highlights, key=lambda h: h.span.start)
    shown = []
    first = 0
    for block in blocks:
        while first < len(ordered) and ordered[first].span.end <= block.span.start:
            first += 1
        near = []
        for h in ordered[first:]:
            if h.span.start >= block.span.end:
                break
            near.append(h)
        shown.append(_block(text, block, near))
    return f'<div class="kd-doc">{"".join(shown)}</div>'


def _block(text: str, block: TextBlock, highlights: Sequence[Highlight]) -> str:
    if block.cells:
        return _table_block(text, block, highlights)
    tag = "h4" if block.kind == "heading" else "p"
    return f'<{tag} class="{block.kind}">{passage(text, highlights, block.span)}</{tag}>'


def _table_block(text: str, block: TextBlock, highlights: Sequence[Highlight]) -> str:
    rows: dict[int, list[str]] = {}
    for row, _, span in block.cells:
        rows.setdefault(row, []).append(f"<td>{passage(text, highlights, span)}</td>")
    return "<table>" + "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows.values()) + "</table>"


def _marked(words: str, over: Sequence[Highlight], start: int) -> str:
    for h in reversed(over):
        first = f' id="{FOCUS}"' if h.focus and h.span.start == start else ""
        css = f"{h.type} focus" if h.focus else h.type
        words = f'<mark class="{css}" title="{escape(h.title)}"{first}>{words}</mark>'
    return words


def _cell(cell: CellLink) -> str:
    return link(cell.href, cell.text) if cell.href else escape(cell.text)
