"""Plain text: lines -> pieces."""

import re

from pipeline.model import Document
from pipeline.parse import markdown
from pipeline.parse.layout import build
from pipeline.parse.legacy import Modern
from pipeline.parse.line import Line
from pipeline.parse.lines import arrange
from pipeline.parse.markup import undumped, untagged
from pipeline.sources import Source


def parse(source: Source) -> Document:
    """The document of a text file; one that holds Markdown is read as such."""
    modern = Modern()
    decoded = modern.decode(source.name, source.data)
    source.limits.check_text(source.name, decoded)
    lines = decoded.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = untagged(undumped("\n".join(modern.passages(lines))))
    if markdown.recognised(text):
        return markdown.read(source, text, modern.named("markdown"))
    arranged = arrange(list(_lines(text)))
    return build(source, arranged.pieces, reader=modern.named("text"), issues=arranged.issues)


def _lines(text: str) -> list[Line]:
    """The lines of the text; form feeds part pages."""
    sheets = text.split("\f")
    paged = len(sheets) > 1
    return [
        Line(line, number if paged else None)
        for number, sheet in enumerate(sheets, start=1)
        for line in _celled(sheet.split("\n"))
    ]


_BARS = re.compile(r"[^|]*(?:\|[^|]*){2,}")


def _celled(lines: list[str]) -> list[str]:
    """The lines with tabs between cells, also where bars part them in lines that stand together.

    >>> _celled(["1 | Kết nạp | 6", "2 | Thu ngân sách | 40", "Trang chủ | Tin tức | Đảng"])[1]
    '2\\tThu ngân sách\\t40'
    """
    barred = [" | " in line and _BARS.fullmatch(line) is not None for line in lines]
    alone = [not (a or b) for a, b in zip([False, *barred], [*barred[1:], False], strict=False)]
    return [
        "\t".join(cell.strip() for cell in line.split("|"))
        if bars and not single
        else _spaced(line)
        for line, bars, single in zip(lines, barred, alone, strict=True)
    ]


def _spaced(line: str) -> str:
    """The line with tabs as the spaces they stand for; those that part cells stay."""
    return line if line.strip().count("\t") > 1 else line.expandtabs(8)
