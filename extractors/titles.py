"""Where a document's own title stands, and the letterhead above it."""

import re
from dataclasses import dataclass
from typing import cast

from extractors.labelled import named_type
from extractors.once import once
from extractors.wrapped import announced
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.records import DocType
from pipeline.reference import Reference
from pipeline.text import LOWER, UPPER

_REACH = 9_000
"""How far into a page that wraps a document its title is looked for."""

_DECORATION = re.compile(r"[#*_>|\s\"'(\[]*")
_PREFIX = r"(?:(?:dự thảo|toàn văn|phụ lục[^\n]{0,8}?(?::|\bvề\b|-|\n))\s*[:)]?\s*)?"
# What follows the type word of a title that is not in capitals; else it is a headline.
_CUE = re.compile(
    r"\s*(?:số\s*:?\s*\d|hội nghị|đại hội|của\b|về\b|kiểm điểm|tổng kết|sơ kết|kết quả|tình hình"
    r"|công tác|thực hiện|các\b|chỉ tiêu|một số nội dung|ban hành|$)"
)
_ALONE = ("kiểm điểm", "tổng kết", "sơ kết", "phát biểu", "kết luận", "chương trình")
_BEGINS = re.compile(r"(?:như sau|sau đây|sau)\s*:$")
_RULE = re.compile(r"[-_*=\s]{4,}|\*+\s*")
_BODY = re.compile(
    r"(?:căn cứ|thực hiện|ngày|kính|trong|tại|phần|hội nghị|thưa|sau khi|qua|để|theo"
    r"|năm(?!\s+\d{4}\W*$))\b"
    r"|(?:[ivx]+|\d+|[a-z])\s*[.)/-]|[-+•]"
)


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document: its type words, all of it, and the letterhead above."""

    doc_type: DocType
    type_words: Span
    span: Span
    letterhead: Span

    @property
    def alone(self) -> bool:
        """Whether no letterhead stands above, at most a word such as "Toàn văn" before it."""
        return len(self.letterhead) < 12


@once
def title(document: Document, reference: Reference) -> Title | None:
    """The document's own title, or None (a news item, a fragment)."""
    blocks = document.blocks
    for i, block in enumerate(blocks):
        if block.span.start > _REACH:
            break
        if letter := _letter(document, blocks, i):
            return letter
        words = _type_words(document, reference, block, first=_may_begin(document, reference, i))
        if words is None:
            continue
        span = _whole(document, blocks, i, words)
        code = _refined(document, reference, words, span)
        if code == "form" and len(block.span) < 16 and _is_filled(document):
            continue  # "Mẫu 02" over a report that was filled in
        letterhead = _letterhead(document, blocks, i, words)
        return Title(cast(DocType, code), words, span, letterhead)
    return _labelled(document, reference) or _in_full(document, reference) or _unnamed(document)


def _labelled(document: Document, reference: Reference) -> Title | None:
    """The type and subject that a portal gives by labels."""
    found = named_type(document, reference)
    if found is None:
        return None
    words, span, labels = found
    code = _refined(document, reference, words, span)
    return Title(cast(DocType, code), words, span, labels)


def _in_full(document: Document, reference: Reference) -> Title | None:
    """The name of the document that a page without its title announces and then gives."""
    found = announced(document, reference)
    if found is None:
        return None
    words, span = found
    code = _refined(document, reference, words, span)
    return Title(cast(DocType, code), words, span, Span(words.start, words.start))


_NUMBER_LINE = re.compile(r"[\s*(|]*số\s*:?\s*\d{0,5}[\s.…]*[-/]\s*[^\W\d_]{2,}")
_NATION = re.compile(r"đảng cộng sản việt nam|cộng hòa xã hội|đoàn tncs hồ chí minh")


def _unnamed(document: Document) -> Title | None:
    """The line in capitals under a letterhead, of a type that no word tells: "QUY ƯỚC"."""
    blocks = document.blocks[:12]
    numbered = [i for i, b in enumerate(blocks) if _NUMBER_LINE.match(document.key, b.span.start)]
    above = document.key[: blocks[-1].span.end] if blocks else ""
    if not numbered or not _NATION.search(above):
        return None
    for i, block in enumerate(blocks[numbered[0] + 1 :], numbered[0] + 1):
        line = document.text[block.span.start : block.span.end]
        if len(line) > 260:
            return None
        if line.isupper() and not _NATION.search(document.key, block.span.start, block.span.end):
            whole = _whole(document, document.blocks, i, block.span)
            return Title("other", block.span, whole, _letterhead(document, blocks, i, block.span))
    return None


_SUBJECT = re.compile(r"v/v\b[\s.:]*|về việc\b")


def _letter(document: Document, blocks: tuple[Block, ...], at: int) -> Title | None:
    """A letter has no title: "V/v …" stands under its number, and whom it is for below."""
    block = blocks[at]
    m = _SUBJECT.match(document.key, block.span.start, min(block.span.end, block.span.start + 200))
    if m is None or at > 9 or not at:
        return None
    above = document.key[blocks[0].span.start : block.span.start]
    below = document.key[block.span.end : block.span.end + 400]
    if not re.search(r"\bsố\s*:?[^\n]{0,30}$", above.rstrip()) or "kính gửi" not in below:
        return None
    words = Span(*m.span())
    return Title("other", words, block.span, _letterhead(document, blocks, at, words))


_BLANKS = re.compile(r"\.{4,}|…{2,}|_{4,}")


def _is_filled(document: Document) -> bool:
    """Whether a form's blanks were filled in: a letterhead, a date, hardly a dotted line."""
    top = document.key[:600]
    dated = re.search(r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+20\d\d", top)
    return dated is not None and len(_BLANKS.findall(document.text)) < 3


def _may_begin(document: Document, reference: Reference, at: int) -> bool:
    """Whether nothing but the label of an annex or a letterhead stands above a block."""
    above = document.blocks[:at]
    return not above or _annex(document, above[-1]) or _are_letterhead(document, reference, above)


def _are_letterhead(document: Document, reference: Reference, lines: tuple[Block, ...]) -> bool:
    """Whether lines not in capitals are a letterhead: short, bodies first, no sentence."""
    heads = reference.lexicon("document.head")
    return (
        len(lines) < 8
        and heads.at(document.key, lines[0].span.start) is not None
        and all(len(b.span) < 90 and document.text[b.span.end - 1] not in ".:;!?" for b in lines)
    )


def _annex(document: Document, block: Block) -> bool:
    """Whether a block is the label of an annex ("PHỤ LỤC 2"), whose title follows."""
    return len(block.span) < 24 and "phụ lục" in document.key[block.span.start : block.span.end]


def _type_words(document: Document, reference: Reference, block: Block, first: bool) -> Span | None:
    """The type words that a block starts with, where they make it a title."""
    start = _DECORATION.match(document.key, block.span.start, block.span.end)
    at = start.end() if start else block.span.start
    alternation = reference.lexicon("document.title").alternation
    pattern = re.compile(rf"{_PREFIX}(?P<type>{alternation})(?!\w)")
    m = pattern.match(document.key, at)
    if m is None or m.start("type") >= block.span.end:
        m = _inside(document, pattern, block)
    if m is None:
        return None
    words = document.text[m.start("type") : m.end("type")]
    first_word = re.sub(r"\s.*", "", words)
    heading = first or document.text[block.span.start] == "#" or block.kind is BlockKind.HEADING
    if first_word.isupper():
        return Span(*m.span("type"))
    cue = _CUE.match(document.key, m.end("type"), block.span.end)
    plain = (m["type"] not in _ALONE and cue is not None) or _announced(document, m)
    form = m["type"].startswith(("mẫu", "biểu mẫu"))
    alone = m.end("type") >= block.span.end and len(words) < 40
    if words[0].isupper() and (
        (heading and (plain or form)) or (alone and m["type"] not in _ALONE)
    ):
        return Span(*m.span("type"))
    return None


def _announced(document: Document, m: re.Match[str]) -> bool:
    """Whether a speech is announced by its subject: "Tham luận: Giải pháp …"."""
    speech = m["type"].endswith("tham luận") and document.key.startswith(":", m.end("type"))
    return speech and "kính thưa" in document.key[:2500]


def _inside(document: Document, pattern: re.Pattern[str], block: Block) -> re.Match[str] | None:
    """Type words in capitals after a letterhead that was run together with the title."""
    head = document.text[block.span.start : block.span.start + 400]
    if not re.match(rf"[|\s*#]*[{UPPER}]{{2,}}\s[{UPPER}]", head):
        return None
    until = min(block.span.end, block.span.start + 400)
    for m in pattern.finditer(document.key, block.span.start, until):
        words = document.text[m.start("type") : m.end("type")]
        before = document.key[max(0, m.start() - 1) : m.start()]
        if (
            words.split()[0].isupper()
            and before.isspace()
            and re.search(
                r"\bsố\s*:?|\bngày\b|cộng sản việt nam|\*",
                document.key[block.span.start : m.start()],
            )
        ):
            return m
    return None


def _whole(document: Document, blocks: tuple[Block, ...], index: int, words: Span) -> Span:
    """From the type words to the end of the title's last line."""
    end = _cut(document, Span(words.start, blocks[index].span.end), words.end)
    if end < blocks[index].span.end:
        return Span(words.start, end)
    for block in blocks[index + 1 : index + 7]:
        line = document.text[block.span.start : block.span.end].strip("*# ")
        low = document.key[block.span.start : block.span.end].strip("*# ")
        own = block.kind is BlockKind.HEADING and block.label is not None
        runs_on = len(line) > 420 or line.endswith((".", ":", ";"))
        if line[:1].islower() and len(line) > 60 and runs_on:
            return Span(words.start, block.span.start + min(300, len(block.span)))
        if (
            own
            or len(line) > (700 if line[:20].isupper() else 420)
            or _RULE.fullmatch(line)
            or (not line.isupper() and not line[:1].islower() and _BODY.match(low))
        ) and not (block is blocks[index + 1] and _names_meeting(line, low)):
            break
        if line.endswith((".", ":", ";")) and (len(line) > 60 or _BEGINS.search(low)):
            break
        end = block.span.end
    return Span(words.start, end)


def _names_meeting(line: str, low: str) -> bool:
    """Whether the line under the type words names the meeting: "Hội nghị kiểm điểm năm 2022"."""
    return low.startswith("hội nghị") and len(line) < 160 and line[-1:].isalnum()


def _cut(document: Document, block: Span, after: int) -> int:
    """Where the title ends inside its block: at a rule of dashes, or where a long block runs on."""
    rule = re.compile(r"\s[-_]{4,}").search(document.text, after, block.end)
    if rule:
        return rule.start()
    if len(block) <= 500:
        return block.end
    capitals = re.compile(rf"(?:[^{LOWER}\n]+\s)(?=[{UPPER}][{LOWER}])").match(
        document.text, block.start
    )
    if capitals and len(capitals[0].split()) > 4:
        return capitals.end() - 1
    return block.start + 300


def _refined(document: Document, reference: Reference, words: Span, span: Span) -> str:
    """The type by the type words and, where they leave it open, by the rest of the title."""
    lexicon = reference.lexicon("document.title")
    code = lexicon.code(document.key[words.start : words.end])
    rest = document.key[words.end : span.end]
    if code == "summary_report" and document.key[words.start : words.end].endswith("báo cáo"):
        if re.search(
            r"kiểm điểm (?:vai trò|sự lãnh đạo|việc lãnh đạo|công tác lãnh đạo|của|tập thể|tự)",
            rest,
        ):
            return "self_review_report"
        if re.match(r"[\s:]*(?:tóm tắt\s+)?chính trị", rest):
            return "political_report"
        if re.search(r"(?:tại|trình) đại hội", rest[:200]) and "báo cáo viên" not in rest:
            return "political_report"
    if code == "other" and document.key.startswith("thông báo", words.start):
        return "conclusion_notice" if re.search(r"kết luận|ý kiến chỉ đạo", rest[:200]) else code
    return code


def _letterhead(document: Document, blocks: tuple[Block, ...], index: int, words: Span) -> Span:
    """The short lines right above the title; empty where prose or nothing stands there."""
    start = blocks[index].span.start
    for block in reversed(blocks[max(0, index - 12) : index]):
        line = document.text[block.span.start : block.span.end]
        if len(block.span) > 260 or (line.endswith((".", ":", "!", "?")) and len(line) > 60):
            break
        start = block.span.start
    return Span(start, words.start)
