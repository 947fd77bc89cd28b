"""The picture of a page with the lines of a place marked on it."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from dashboards.data import Connection, rows
from pipeline.model import Span

Line = Mapping[str, Any]


def lines_at(db: Connection, document_id: str, span: Span) -> list[Line]:
    """The lines that a place stands on, of its first page, in fractions of the page."""
    sql = """SELECT * FROM lines WHERE document_id = $id AND span_start < $end AND span_end > $start
        AND page = (SELECT min(page) FROM lines
            WHERE document_id = $id AND span_start < $end AND span_end > $start) ORDER BY line"""
    wanted = {"id": document_id, "start": span.start, "end": span.end}
    return [*rows(db.cursor().execute(sql, wanted).df())]


def turn_of(db: Connection, document_id: str, page: int) -> float | None:
    """By how many degrees a scanned page is turned, None for a page that was not scanned."""
    sql = "SELECT max(turn) FROM lines WHERE document_id = ? AND page = ?"
    ((turn,),) = db.cursor().execute(sql, [document_id, page]).fetchall()
    return None if turn is None else float(turn)


def html(image: bytes, page: int, marked: Sequence[Line]) -> str:
    """The picture with a frame around each line."""
    frames = "".join(
        f'<span style="left:{100 * line["left"]:.2f}%;top:{100 * line["top"]:.2f}%;'
        f"width:{100 * (line['right'] - line['left']):.2f}%;"
        f'height:{100 * (line["bottom"] - line["top"]):.2f}%"></span>'
        for line in marked
    )
    source = f"data:image/png;base64,{b64encode(image).decode()}"
    words = escape(f"Trang {page}")
    return (
        f'<figure class="kd-scan"><div><img src="{source}" alt="{words}">{frames}</div>'
        f"<figcaption>{words}</figcaption></figure>"
    )
