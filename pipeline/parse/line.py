"""What a line of a page is."""

from dataclasses import dataclass

from pipeline.model import Place


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands on the page; an empty text is a blank line.

    `page` is 1-based, None where the format has none. Geometry is in points from the left and top
    edge of the page, None in a text file. A footnote marker that the reader knows (a superscript)
    is put between MARK_OPEN and MARK_CLOSE. `footnote` says that geometry shows the line to stand
    in the footnotes of its page (small type under the rule), None where the reader cannot tell.
    `place` is where it is seen, for showing it.
    """

    text: str
    page: int | None = None
    size: float | None = None
    bold: bool = False
    left: float | None = None
    right: float | None = None
    top: float | None = None
    footnote: bool | None = None
    place: Place | None = None
