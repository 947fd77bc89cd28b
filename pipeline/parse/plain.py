"""Plain text: lines -> pieces."""

from pipeline.model import Document
from pipeline.parse import markdown
from pipeline.parse.layout import build
from pipeline.parse.line import Line
from pipeline.parse.lines import arrange
from pipeline.parse.markup import undumped, untagged
from pipeline.sources import Source


def parse(source: Source) -> Document:
    """The document of a text file; one that holds Markdown is read as such."""
    text = untagged(undumped(decode(source.data)))
    if markdown.recognised(text):
        return markdown.read(source, text)
    arranged = arrange(list(_lines(text)))
    return build(source, arranged.pieces, issues=arranged.issues)


def decode(data: bytes) -> str:
    """The text of the bytes: UTF-8, UTF-16 with its mark, else Windows-1258; line ends as \\n."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("utf-8-sig", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(text: str) -> list[Line]:
    """The lines of the text; form feeds part pages."""
    sheets = text.split("\f")
    paged = len(sheets) > 1
    return [
        Line(_spaced(line), number if paged else None)
        for number, sheet in enumerate(sheets, start=1)
        for line in sheet.split("\n")
    ]


def _spaced(line: str) -> str:
    """The line with tabs as the spaces they stand for; those that part cells stay."""
    return line if line.strip().count("\t") > 1 else line.expandtabs(8)
