"""(text, spans) -> safe HTML. The only way from a document's words to the page: it escapes them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from pipeline.model import Span

FOCUS = "kd-focus"
"""The id of the element that the reader scrolls to (a plain `focus` would be sanitised away)."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words to mark: `type` is the colour, `title` what the pointer shows; a click opens `href`."""

    span: Span
    type: str
    title: str
    href: str | None = None
    focus: bool = False


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block of the text as stored; `cells` are (row, column, span); `anchor` its id."""

    kind: str
    span: Span
    level: int | None = None
    cells: tuple[tuple[int, int, Span], ...] = ()
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table on the screen: what it shows, and where a click on it leads.

    `note` stands small below, or beside a number; `strength` (0..1) colours it; `css` is a class of
    the style sheet.
    """

    text: str
    href: str | None = None
    note: str | None = None
    strength: float | None = None
    css: str = ""


def link(href: str, words: str) -> str:
    """A link with escaped words."""
    return f'<a href="{escape(href)}">{escape(words)}</a>'


def cards(items: Sequence[tuple[str, Cell]]) -> str:
    """Figures as cards: label, and the figure as a link to its records."""
    shown = "".join(
        f'<div class="kd-card"><b>{_words(cell)}</b><span>{escape(label)}</span></div>'
        for label, cell in items
    )
    return f'<div class="kd-cards">{shown}</div>'


def table(head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """A table whose figures lead to their records; the first column names the row."""
    top = "".join(
        f'<th scope="col"{"" if i == 0 or _is_text(rows, i) else " class=n"}>{escape(h)}</th>'
        for i, h in enumerate(head)
    )
    noted = {i for row in rows for i, c in enumerate(row) if c.note and "text" not in c.css}
    body = "".join(
        f"<tr>{_row_head(row[0])}"
        + "".join(_cell(cell, i in noted) for i, cell in enumerate(row[1:], 1))
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="kd-wide"><table class="kd-table"><thead><tr>{top}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def group(words: str, where: str, href: str) -> str:
    """The head of the records of one document."""
    return (
        f'<div class="kd-group"><b>{link(href, words)}</b>'
        f'<div class="kd-where">{escape(where)}</div></div>'
    )


def quote(
    words: str,
    where: str,
    href: str | None = None,
    css: str = "",
    around: tuple[str, str] = ("", ""),
) -> str:
    """A sentence with what it is and where it stands, and a link to its place.

    `around`: the words before and after, shown faintly.
    """
    said = f"<b>{escape(words)}</b>" if any(around) else escape(words)
    before, after = (f'<span class="kd-muted">{escape(w)}</span>' if w else "" for w in around)
    opened = f" · {link(href, 'Mở trong văn bản')}" if href else ""
    return (
        f'<blockquote class="kd-quote {css}">{before}{said}{after}'
        f'<div class="kd-where">{escape(where)}{opened}</div></blockquote>'
    )


def hit(passage: str, where: str, href: str, records: Sequence[Cell]) -> str:
    """A sentence found (HTML made by this module), opening its place, and links to its records."""
    chips = row_of_links(records, "kd-chips") if records else ""
    opened = link(href, "Mở trong văn bản")
    return (
        f'<blockquote class="kd-quote">{passage}'
        f'<div class="kd-where">{escape(where)} · {opened}</div>{chips}</blockquote>'
    )


def facts(items: Sequence[tuple[str, Cell]]) -> str:
    """Names and values below each other."""
    shown = "".join(f"<dt>{escape(name)}</dt><dd>{_words(cell)}</dd>" for name, cell in items)
    return f'<dl class="kd-facts">{shown}</dl>'


def lead(head: str, words: str) -> str:
    """The first line of a page."""
    return f'<p class="kd-lead"><b>{escape(head)}</b> · {escape(words)}</p>'


def head(words: str) -> str:
    """The head of a part of a list."""
    return f'<h4 class="kd-head">{escape(words)}</h4>'


def note(words: str) -> str:
    """A remark that should not be missed."""
    return f'<div class="kd-note">{escape(words)}</div>'


def muted(words: str) -> str:
    """A remark that may be."""
    return f'<div class="kd-muted">{escape(words)}</div>'


def paragraphs(words: str) -> str:
    """Words with a paragraph a line."""
    return "".join(f'<p class="kd-text">{escape(line)}</p>' for line in words.splitlines() if line)


def more(summary: str, items: Sequence[str]) -> str:
    """A list that opens at a click."""
    listed = "".join(f"<li>{escape(item)}</li>" for item in items)
    return (
        f'<details class="kd-more"><summary>{escape(summary)}</summary><ul>{listed}</ul></details>'
    )


def navigation(
    name: str, subtitle: str, groups: Sequence[tuple[str, Sequence[tuple[str, str, bool]]]]
) -> str:
    """What this is, and its pages in groups: (name, address, whether it is the one shown)."""
    current = {True: ' aria-current="page"', False: ""}
    shown = "".join(
        f"<div>{escape(head)}</div>"
        + "".join(
            f'<a href="{escape(href)}"{current[here]}>{escape(words)}</a>'
            for words, href, here in items
        )
        for head, items in groups
    )
    head = f'<div class="kd-brand">{escape(name)}</div>{muted(subtitle)}'
    return f'{head}<nav class="kd-nav">{shown}</nav>'


def row_of_links(items: Sequence[Cell], css: str) -> str:
    """Links in a row; those without an address are plain words."""
    return f'<nav class="{css}">{"".join(f"<span>{_words(c)}</span>" for c in items)}</nav>'


def outline(head: str, items: Sequence[tuple[int, str, str]]) -> str:
    """Headings as links, indented by depth: (depth from 0, words, address)."""
    shown = "".join(
        f'<div style="margin-left:{0.75 * depth:.2f}rem">{link(href, words)}</div>'
        for depth, words, href in items
    )
    return f'<nav class="kd-outline"><b>{escape(head)}</b>{shown or "<div>–</div>"}</nav>'


def panel(parts: Sequence[tuple[str, str]]) -> str:
    """Parts below each other: (head, HTML made by this module)."""
    shown = "".join(f"<h4>{escape(head)}</h4>{body}" for head, body in parts)
    return f'<div class="kd-panel">{shown}</div>'


def legend(items: Sequence[tuple[str, str, str, bool]]) -> str:
    """The colours and what they mean; a click shows or hides: (type, words, address, shown)."""
    shown = "".join(
        f'<a href="{escape(href)}"{"" if on else " class=off"}>'
        f'<mark class="{escape(type_)}">{escape(words)}</mark></a>'
        for type_, words, href, on in items
    )
    return f'<div class="kd-legend">{shown}</div>'


def passage(
    text: str,
    highlights: Sequence[Highlight],
    span: Span,
    pages: Mapping[int, int] | None = None,
) -> str:
    """The words of `span` with the highlights that reach into it; nested ones nest.

    `pages`: offset -> the page that begins there, shown in the margin.
    """
    inside = sorted(
        (h for h in highlights if h.span.overlaps(span)),
        key=lambda h: (h.span.start, -h.span.end, h.type),
    )
    starts = {at: n for at, n in (pages or {}).items() if span.start <= at < span.end}
    cuts = {span.start, span.end, *starts}
    for h in inside:
        cuts |= {max(h.span.start, span.start), min(h.span.end, span.end)}
    out = []
    for start, end in pairwise(sorted(cuts)):
        over = [h for h in inside if h.span.start <= start and end <= h.span.end]
        out.append(_page_mark(starts[start]) if start in starts else "")
        out.append(_marked(escape(text[start:end]), over, start))
    return "".join(out)


def document(
    text: str,
    blocks: Sequence[TextBlock],
    highlights: Sequence[Highlight],
    pages: Mapping[int, int] | None = None,
) -> str:
    """The document, block by block, with its highlights and the numbers of its pages."""
    ordered = sorted(highlights, key=lambda h: h.span.start)
    starts = sorted((pages or {}).items())
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
        due: dict[int, int] = {}
        while starts and starts[0][0] < block.span.end:
            at, number = starts.pop(0)
            due[max(at, block.span.start)] = number
        shown.append(_block(text, block, near, due))
    return f'<div class="kd-doc">{"".join(shown)}</div>'


def _block(
    text: str, block: TextBlock, highlights: Sequence[Highlight], pages: Mapping[int, int]
) -> str:
    if block.cells:
        return _table_block(text, block, highlights, pages)
    tag = "h4" if block.kind == "heading" else "p"
    anchor = f' id="{block.anchor}"' if block.anchor else ""
    indent = (
        f' style="margin-left:{1.2 * min(block.level or 1, 4) - 1.2:.1f}rem"'
        if block.kind == "item"
        else ""
    )
    words = passage(text, highlights, block.span, pages)
    return f'<{tag} class="{escape(block.kind)}"{anchor}{indent}>{words}</{tag}>'


def _table_block(
    text: str, block: TextBlock, highlights: Sequence[Highlight], pages: Mapping[int, int]
) -> str:
    rows: dict[int, list[str]] = {}
    for row, _, span in block.cells:
        rows.setdefault(row, []).append(f"<td>{passage(text, highlights, span)}</td>")
    body = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows.values())
    return f"{''.join(map(_page_mark, pages.values()))}<table>{body}</table>"


def _page_mark(number: int) -> str:
    return f'<span class="kd-page" title="Trang {number}">tr. {number}</span>'


def _marked(words: str, over: Sequence[Highlight], start: int) -> str:
    """The words inside their marks; a click opens the innermost."""
    for h in reversed(over):
        first = f' id="{FOCUS}"' if h.focus and h.span.start == start else ""
        css = f"{h.type} focus" if h.focus else h.type
        words = f'<mark class="{css}" title="{escape(h.title)}"{first}>{words}</mark>'
    if over and over[-1].href:
        return f'<a class="kd-mark" href="{escape(over[-1].href)}">{words}</a>'
    return words


def _row_head(cell: Cell) -> str:
    css = f" class={cell.css}" if cell.css == "short" else ""
    return f'<th scope="row"{css}>{_words(cell)}</th>'


def _cell(cell: Cell, noted: bool) -> str:
    """`noted`: room is left for a note, so that the numbers of its column stand in line."""
    css = cell.css or "n"
    colour = (
        ""
        if cell.strength is None
        else f' style="background:rgba(198,40,40,{0.05 + 0.45 * cell.strength:.2f})"'
    )
    room = "<small></small>" if noted and not cell.note else ""
    return f'<td class="{css}"{colour}>{_words(cell)}{room}</td>'


def _words(cell: Cell) -> str:
    """The words, which may break behind the underscores of a file's name."""
    shown = escape(cell.text).replace("_", "_<wbr>")
    shown = f'<a href="{escape(cell.href)}">{shown}</a>' if cell.href else shown
    return shown + (f"<small>{escape(cell.note)}</small>" if cell.note else "")


def _is_text(rows: Sequence[Sequence[Cell]], column: int) -> bool:
    return bool(rows) and all("text" in row[column].css for row in rows)
