"""The name of an indicator: the words before (or behind) what became of it."""

import re

from pipeline.model import Document, Span
from pipeline.reference import Reference

SUBJECT = re.compile(
    r"(?<!\w)(?:(?:một số|một vài|các|những|nhiều|việc thực hiện)\s+)?"
    r"(?:chỉ tiêu|tỷ lệ|tỉ lệ|số lượng)(?!\w)"
)
# What may stand between a name and its verdict without belonging to the name.
_TAIL = re.compile(
    r"(?:[\s,:(]|\b(?:còn|vẫn|đều|chỉ|hiện|cơ bản|rất|khá|thấp|cao|và|là|đã|ước|năm \d{4}"
    r"|(?<=\()đạt|được|thực hiện|kết quả|tăng|giảm|khoảng|gần|dự kiến|tuy nhiên|nhưng|song"
    r"|nên|mà))+$"
)
# What opens a clause without belonging to the name in it.
_LEAD = re.compile(
    r"(?:[\s,:;.(+*•-]|\d{1,2}(?:\.\d{1,2})*[.)](?=\s)"
    r"|(?:một là|hai là|ba là|trong đó|cụ thể|như|nhất là|đặc biệt là|đặc biệt"
    r"|tuy nhiên|dẫn đến|do đó|vì vậy|nên|mặc dù|còn|đã|có|do|và|là|song|nhưng|với|việc"
    r"|kết quả|bên cạnh đó|thực hiện|để|gồm|gồm có)(?!\w))+"
)
_CLAUSE = re.compile(
    r"[;:(]|,(?!\d)|(?<!\w)(?:dẫn đến|nên|tuy nhiên|do|nhưng|song|mặc dù)(?!\w)|\n"
)


def before(document: Document, clause: Span, at: int) -> Span | None:
    """The name that ends where a verdict starts: from its subject word, else from its clause."""
    subject = last_subject(document, clause, at)
    start = subject.start() if subject else _clause_start(document, clause, at)
    if subject and (outer := re.search(r"chỉ tiêu (?:về )?$", document.key[clause.start : start])):
        start = clause.start + outer.start()
    return trimmed(document, Span(start, at))


def last_subject(document: Document, clause: Span, at: int) -> re.Match[str] | None:
    """The last "chỉ tiêu", "tỷ lệ" or "số lượng" of a clause before an offset."""
    found = list(SUBJECT.finditer(document.key, clause.start, at))
    return found[-1] if found else None


def _clause_start(document: Document, clause: Span, at: int) -> int:
    start = clause.start
    for m in _CLAUSE.finditer(document.key, clause.start, at):
        start = m.end()
    return start


def trimmed(document: Document, span: Span) -> Span | None:
    """The span without connecting words at its ends; None where nothing is left."""
    lead = _LEAD.match(document.key, span.start, span.end)
    start = lead.end() if lead else span.start
    tail = _TAIL.search(document.key[start : span.end])
    end = start + tail.start() if tail else span.end
    while end > start and document.text[end - 1] in " ,;:.(-":
        end -= 1
    return Span(start, end) if end - start > 2 else None


def names_something(document: Document, name: Span, reference: Reference) -> bool:
    """Whether a name says which target ("chỉ tiêu tiêm chủng"), not just that there are some."""
    words = document.key[name.start : name.end]
    left = reference.lexicon("indicators.generic")
    rest = list(words)
    for hit in left.find(words):
        rest[hit.span.start : hit.span.end] = " " * len(hit.span)
    return len(name) < 260 and len(re.findall(r"[^\W\d_]+", "".join(rest))) >= 2
