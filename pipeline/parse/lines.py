"""Lines of a page -> pieces: furniture off, footnotes apart, broken lines joined.

Shared by the readers of plain text and of PDF: a text file gives lines without geometry.
"""

from collections.abc import Sequence

from pipeline.parse.joining import joined
from pipeline.parse.layout import Piece
from pipeline.parse.line import Line as Line


def pieces(lines: Sequence[Line]) -> list[Piece]:
    """The pieces that the lines make up, in reading order."""
    return joined(lines)
