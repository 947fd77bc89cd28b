"""Documents made from texts, for the tests of everything that reads one."""

import re

from pipeline.model import Document, Span
from pipeline.parse import parse
from pipeline.sources import Source

_MARKED = re.compile("⟦|⟧")


def make_doc(text: str, name: str = "test.txt") -> Document:
    """The document that the plain-text reader makes of the text."""
    return parse(Source("0" * 16, name, "txt", text.encode()))


def marked(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without its ⟦ ⟧ marks, and the marked parts."""
    return _MARKED.sub("", text), tuple(re.findall("⟦([^⟧]*)⟧", text))


def quotes(document: Document, spans: list[Span]) -> list[str]:
    """The quotes of spans."""
    return [document.quote(s) for s in spans]
