"""Plain text: lines -> pieces."""

import re

from pipeline.model import Document
from pipeline.parse.layout import build, paragraph
from pipeline.sources import Source


def parse(source: Source) -> Document:
    """The document of a text file."""
    text = source.data.decode("utf-8-sig", errors="replace")
    return build(source, [paragraph(p) for p in re.split(r"\n\s*\n", text)])
