"""Sentences and clauses as spans, block by block."""

import re
from collections.abc import Iterator

from pipeline.model import Block, BlockKind, Document, Span
from pipeline.text import UPPER

# An end mark, what closes with it (quotes, brackets, a footnote marker), then white space before
# something that can begin a sentence. Footnote markers the parser knew are handled by `marks`.
_END = re.compile(
    rf"""
    (?:[.!?…]+[”"’'»)\]]*(?:\s?[\[(]\d{{1,3}}[\])])?)   # end mark and what closes with it
    (?P<gap>\s+)
    (?=[{UPPER}“"«(\[‘'+\-–•*\d%])                     # a capital, an opening mark, a digit
    """,
    re.VERBOSE,
)
# Words before a full stop that do not end a sentence: titles, short forms, references.
_SHORT_FORMS = """tp tx tt q p h x kp ts ths gs pgs bs ds ks ncs ckii cki bscki bsckii
bs.ckii bs.cki pgs.ts gs.ts ts.bs ths.bs mr mrs ms dr st nxb nxbctqg tr đ/c đc vd sđd stt t/m k/t"""
_SHORT = frozenset(_SHORT_FORMS.split())
_LAST_WORD = re.compile(r"[^\s(\"“‘'\[]+$")


def sentences(document: Document, block: Block) -> tuple[Span, ...]:
    """The sentences of a block, white space trimmed; a block without an end mark is one.

    The cells of a table are sentences of their own.
    """
    known: dict[object, tuple[Span, ...]] | None = document.told.get(sentences)
    if known is None:
        known = document.told[sentences] = {}
    place = (block.span.start, block.span.end, block.kind)
    found = known.get(place)
    if found is None:
        found = known[place] = tuple(_cut(document, block))
    return found


def _cut(document: Document, block: Block) -> Iterator[Span]:
    if block.kind is BlockKind.TABLE:
        yield from (c.span for c in block.cells if len(c.span))
        return
    at = block.span.start
    for m in _END.finditer(document.text, block.span.start, block.span.end):
        if _ends(document.text, at, m):
            yield Span(at, m.start("gap"))
            at = m.end("gap")
    if at < block.span.end:
        yield Span(at, block.span.end)


def clauses(document: Document, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence cut at `;` outside brackets and quotes, white space trimmed."""
    if document.text.find(";", sentence.start, sentence.end) < 0:
        if len(sentence):
            yield sentence
        return
    at = sentence.start
    for cut in _semicolons(document.text, sentence):
        if document.text[at:cut].strip():
            yield Span(at, cut)
        at = cut + 1
        while at < sentence.end and document.text[at].isspace():
            at += 1
    if at < sentence.end:
        yield Span(at, sentence.end)


def _ends(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the mark at `m` closes a sentence that began at `start`."""
    mark = m[0].rstrip()
    if mark[0] != ".":
        return True
    if mark.startswith("..") and not _capital(text, m.end()):
        return False
    before = text[max(start, m.start() - 24) : m.start()]
    word = _LAST_WORD.search(before)
    if word is None:
        return False
    if m.start() - start <= 8 and _label(text[start : m.start()]):
        return False
    bare = word[0].lower()
    initial = len(bare) == 1 and bare.isalpha() and word[0].isupper()
    return not (initial or bare in _SHORT)


def _capital(text: str, at: int) -> bool:
    return at < len(text) and text[at].isupper()


_LABEL = re.compile(r"[-+*•]?\s*(?:[IVXLC]+|[A-Za-zĐđ]|\d{1,2}(?:\.\d{1,2})*)")


def _label(words: str) -> bool:
    """Whether the words are the numbering of the block: `1`, `II`, `a`, `2.1`."""
    return _LABEL.fullmatch(words) is not None


_STOP = re.compile(r"[;()\[\]“”\"]")


def _semicolons(text: str, sentence: Span) -> list[int]:
    """Offsets of `;` outside brackets and quotes; where those do not pair, of every `;`."""
    depth, quoted = 0, False
    inside: list[int] = []
    outside: list[int] = []
    for m in _STOP.finditer(text, sentence.start, sentence.end):
        if m[0] == ";":
            (inside if depth > 0 or quoted else outside).append(m.start())
        elif m[0] in "([“":
            depth += 1
        elif m[0] in ")]”":
            depth = max(depth - 1, 0)
        else:
            quoted = not quoted
    unpaired = depth > 0 or quoted
    return sorted(outside + inside) if unpaired else outside


def trimmed(document: Document, span: Span) -> Span:
    """The span without the white space, bullets and commas at its ends."""
    text = document.text
    start, end = span.start, span.end
    while start < end and text[start] in " ;,-+*_":
        start += 1
    while end > start and text[end - 1] in " ;,*_/":
        end -= 1
    return span if (start, end) == (span.start, span.end) else Span(start, end)
