"""The parts of a block between the numberings that stand in it: "1.", "a)", "- ", "Một là,"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model import Block, Document


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a block, its numbering left out; `marked` tells whether it bears one."""

    start: int
    end: int
    marked: bool


_ORDINAL = r"(?:một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười)"
_COUNTED = (
    r"(?:hướng|điểm|việc|vấn\s+đề|giải\s+pháp|nhiệm\s+vụ|biện\s+pháp|mũi|khâu|nhóm\s+giải\s+pháp)"
)
_MARKER = re.compile(
    rf"""
    (?:^|(?<=[.;:!?…"”)*\s]))                    # at the start, or after the end of a sentence
    (?P<mark>
        [*_]{{0,3}}(?:\#{{1,6}}\s+)?[*_]{{0,3}}  # of Markdown
        (?:
            [-+•*]\s+(?=\S)                      # bullets
          | \d{{1,2}}(?:\.\d{{1,2}}){{0,3}}\s?[.)/-]?-?\s+(?=\D)
          | \((?:\d{{1,2}}|[ivx]{{1,4}}|[a-h])\)\s*(?=[^\W\d]|["“(])
          | [ivx]{{1,5}}\s?[.)/-]-?\s+
          | [a-hđ]\s?[.)/]\s+
          | {_ORDINAL}\s+là\s*(?:[,:;-]\s*|\s+)
          | (?:{_COUNTED}\s+)?thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s*(?:là)?
            \s*(?:[,:;-]\s*|\s+)
          | {_COUNTED}\s+(?:đầu\s+tiên|trước\s+tiên|tiếp\s+theo|cuối\s+cùng|sau\s+cùng|nữa)\s+là\s+
        )
    )
    """,
    re.VERBOSE,
)
_ENDED = re.compile(r"[.;:!?…\"”)*]\s*$")
_BACK = 30
"""Characters looked back at for the end of a sentence."""


def segments(document: Document, block: Block, label: re.Pattern[str]) -> Iterator[Segment]:
    """The segments of a block; `label` is what may follow a numbering in lower case."""
    key = document.key
    at, marked = block.span.start, False
    for m in _MARKER.finditer(key, block.span.start, block.span.end):
        if m.start() > block.span.start and not _begins(document, block, m, label):
            continue
        if key[at : m.start()].strip():
            yield Segment(at, m.start(), marked)
        at, marked = m.end(), True
    if at < block.span.end:
        yield Segment(at, block.span.end, marked)


def past_numbering(document: Document, start: int, end: int) -> int:
    """Where the words begin after a numbering at `start`, or `start`."""
    m = _MARKER.match(document.key, start, end)
    return m.end() if m and m.end() < end else start


def capitals(text: str, start: int, end: int) -> int | None:
    """Where a run of at least three words in capitals that begins at `start` ends, or None.

    >>> capitals("GIẢI PHÁP KHẮC PHỤC Tăng cường", 0, 30)
    20
    >>> capitals("Giải pháp khắc phục", 0, 19) is None
    True
    """
    at, words = start, 0
    for m in re.compile(r"\S+\s*").finditer(text, start, end):
        if not m[0].isupper():
            break
        at, words = m.end(), words + 1
    return at if words >= 3 else None


def _begins(document: Document, block: Block, m: re.Match[str], label: re.Pattern[str]) -> bool:
    """Whether a numbering inside a block begins an item: after a sentence, before a capital."""
    text, bare = document.text, m["mark"].strip()
    before = text[max(block.span.start, m.start() - _BACK) : m.start()]
    ended = bool(_ENDED.search(before))
    if bare[0] == "(":
        return ended or before.rstrip().endswith((",", "là"))
    if bare[0].isalpha() and " " in bare:
        return text[m.start()].isupper() and ended
    shouted = before.rstrip()[-2:].isupper() and bare[0].isdigit()
    after = text[m.end() : m.end() + 1]
    opened = after.isupper() or after in '“"*(+-' or bare in "-+•*"
    return (ended or shouted) and (opened or bool(label.match(document.key, m.end())))
