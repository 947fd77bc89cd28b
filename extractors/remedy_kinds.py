"""Whether a remedy is the unit's own or a task that a body above sets."""

import re

from extractors.header import info
from extractors.passages import Passage
from extractors.remedies import TASKING, TELLING
from pipeline import text as unicode_text
from pipeline.model import Document, Span
from pipeline.records import RemedyKind
from pipeline.reference import Reference

_ORDERED = re.compile(
    r"(?<!theo )(?<!đáp ứng )(?<!được )(?<!bàn )(?<!chuyển )(?<!\w)"
    r"(?:yêu cầu|đề nghị|chỉ đạo|lưu ý|giao|kết luận)"
    r"(?! (?:nhiệm vụ|của|đặt ra)(?!\w))(?: .*)?:\W*$"
)
_LED = re.compile(r"(?:ban chấp hành|ban thường vụ|thường trực|đảng bộ|đảng ủy)\s+")
"""What may stand before the name of the unit that a document is about."""


def kind(rule: str, doc_type: str, head: str = "", own: bool = False) -> RemedyKind:
    """A task where a body above sets it: a conclusion, a directive, an order told in the news.

    `head`: the key of what opened the zone, a heading or a sentence that announced a list. `own`:
    the document gives it to the body that issued it.

    >>> kind("remedy_zone", "news", "tỉnh ủy yêu cầu các cấp ủy làm tốt các việc sau:")
    'task'
    >>> kind("implementation", "resolution", own=True)
    'remedy'
    """
    if rule == "implementation" and own:
        return "remedy"
    if doc_type in TASKING or rule in ("said_to_be_done", "implementation"):
        return "task"
    return "task" if doc_type in TELLING and _ORDERED.search(head) else "remedy"


def given_to_itself(document: Document, reference: Reference, span: Span, passage: Passage) -> bool:
    """Whether the heading or the first words of a task name the body that issued the document."""
    about = info(document, reference)
    names = {_bare(name) for name in (about.issuer, about.unit) if name}
    path = document.section_path_at(passage.span.start)
    places = [span, *(section.heading for section in path[-1:])]
    return any(
        _bare(document.text[place.start : place.end].lstrip("0123456789.-*–) ")).startswith(name)
        for place in places
        for name in names
    )


def _bare(name: str) -> str:
    """The key of a name without the committee that stands before it."""
    return _LED.sub("", unicode_text.key(name), count=1)
