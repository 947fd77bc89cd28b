"""Hard-wrapped lines -> paragraphs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.model import BlockKind
from pipeline.parse.layout import Fragment, Piece
from pipeline.parse.line import Line
from pipeline.text import LOWER, UPPER, in_capitals

_STARTER = re.compile(
    rf"""
    [-–—+*•●▪◦·]\s+\S                                  # a bullet
  | [IVXL][IVXLivxl]{{0,5}}\s?[.\-)/:–]\s*\S              # I. II- Iii.
  | [A-HĐ][.\-)/]\s+\S                                 # A. B-
  | \d{{1,2}}\s?[.)\-/]\s*[^\W\d_]                       # 1. 1- 1)
  | \d{{1,2}}(?:\.\d{{1,2}})+[.)]?\s+[{UPPER}]        # 1.1. Upper
  | \d{{1,2}}(?:\.\d{{1,2}})+[.)\-]?\s*[-–]?\s+[^\W\d_]     # 2.1 - các
  | [a-zđ][.)]\s+\S                                    # a) b.
  | \((?:\d{{1,2}}|[ivx]{{1,4}}|[a-zđ])\)\s*\S             # (1) (i)
  | (?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Bẩy|Tám|Chín|Mười(?:\s\w+)?)\s+là\b
  | Thứ\s+(?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b
  | (?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|PHỤ\ LỤC|Điều)\s+(?:THỨ|thứ|[IVX]+|\d+)\b
  | Nơi\ nhận
  | Kính\ gửi
    """,
    re.VERBOSE,
)
_BARE_LABEL = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*|[IVXL]{1,5}|[A-HĐa-zđ])[.)\-]"
    r"|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:THỨ|thứ)\s+\w+|[IVX]{1,5}|\d{1,2})[.:]?"
)
_ENDS = re.compile(r"[.!?…:;][”\"’')\]\ue001]*$")
_ENDS_SENTENCE = re.compile(r"[.!?…][”\"’')\]\ue001]*$|:$|/\.$")
_CONTINUES = re.compile(rf"[{LOWER},.;:!?)\]”%]")
_CLOSES = re.compile(r"[.,;:!?](?:\s|$)")
_HANGS = re.compile(
    r"\b(?:ngày|số|của|và|các|những|tại|trong|cho|với|theo|về|điều|khoản|do|bằng|từ|hoặc)$",
    re.IGNORECASE,
)
_LONGEST_HANGING = len("những")
_HANGS_BELOW = re.compile(r"[,(\-–/“]$")
_DASH = re.compile(r"(?P<dash>[-–—])\s+(?P<after>\S)")
# Words in capitals that begin a sentence after a numbered line without an end mark.
_OPENS = re.compile(
    r"(?:Trong|Năm|Với|Nhìn chung|Thời gian|Thực hiện|Qua|Để|Từ|Ngay|Hằng|Hàng năm|Bên cạnh|Tuy"
    r"|Đến|Sau khi|Mặc dù|Ngoài ra|Những năm|Nhiệm kỳ)\b"
)
_WORD = re.compile(r"\S+")


def grouped(
    lines: Sequence[Line], soft: bool = False, habit: "Habit | None" = None
) -> list[list[int]]:
    """The indices of the lines of each paragraph; a blank line may part them or be a page's end.

    `soft`: a single line break does not part paragraphs (Markdown). `habit`: that of the whole
    document, where the lines are a part of it.
    """
    habit = replace(habit or wrapping(lines), soft=soft)
    out: list[list[int]] = []
    group: list[Line] = []
    blanks = 0
    for i, line in enumerate(lines):
        if not line.text.strip():
            blanks += 1
            continue
        if group and _continues(group, line, blanks, habit):
            out[-1].append(i)
        else:
            out.append([i])
            group = []
        group.append(line)
        blanks = 0
    return out


def piece(lines: Sequence[Line]) -> Piece:
    """The lines as one paragraph; one that begins with a closing mark is glued to the last."""
    fragments: list[Fragment] = []
    for line in lines:
        if fragments and _CLOSES.match(line.text.lstrip()):
            last = fragments[-1]
            place = last.place.joined(line.place) if last.place else line.place
            fragments[-1] = Fragment(last.text.rstrip() + line.text.lstrip(), last.page, place)
        else:
            fragments.append(Fragment(line.text, line.page, line.place))
    return Piece(BlockKind.PARAGRAPH, tuple(fragments))


@dataclass(frozen=True, slots=True)
class Habit:
    """How a text is set: the edge of a full line (None: lines are whole paragraphs), indents."""

    edge: float | None
    indented: bool
    base: float = 0.0
    soft: bool = False


def wrapping(lines: Sequence[Line]) -> Habit:
    """The habitual wrap: most lines of a wrapped text end near one edge."""
    full = [line for line in lines if len(line.text.strip()) > 30]
    long = sorted(map(_edge, full))
    starts = sorted(map(_start, full))
    if len(long) < 4:
        return Habit(None, False)
    edge, near = _crowded(long)
    beyond = sum(1 for e in long if e > 1.1 * edge)
    wide = lines[0].right is None and not 45 <= edge <= 140
    if wide or near < max(3, 0.45 * len(long)) or beyond > 0.25 * len(long):
        return Habit(None, False)
    base = starts[len(starts) // 2]
    step = 2.5 if lines[0].left is None else 12
    deep = sum(1 for s in starts if s >= base + step)
    return Habit(edge, deep >= 0.08 * len(starts), base)


def _crowded(edges: Sequence[float]) -> tuple[float, int]:
    """The edge that the most lines end at or within 15 % before, and how many they are."""
    best, first = (0.0, 0), 0
    for i, edge in enumerate(edges):
        while edges[first] < 0.85 * edge:
            first += 1
        best = max(best, (edge, i - first + 1), key=lambda b: b[1])
    return best


def _edge(line: Line) -> float:
    return line.right if line.right is not None else _width(line.text.rstrip())


def _start(line: Line) -> float:
    if line.left is not None:
        return line.left
    return float(len(line.text) - len(line.text.lstrip()))


def _continues(before: Sequence[Line], line: Line, blanks: int, habit: Habit) -> bool:
    """Whether `line` goes on with the paragraph whose lines stand before it."""
    last, words = before[-1].text.strip(), line.text.strip()
    if _BARE_LABEL.fullmatch(last):
        return True
    if habit.soft and blanks and line.page is not None:
        return False  # a conversion page by page: text and footnotes, each in a paragraph
    if starts_block(words):
        return not blanks and _dashed(before[0].text.strip(), last, words)
    if _CONTINUES.match(words) and not _ENDS_SENTENCE.search(last):
        return not (shouts(last) and not shouts(words)) or (len(before) > 1 and not blanks)
    if _HANGS.search(last, max(len(last) - _LONGEST_HANGING, 0)) or (
        not blanks and _HANGS_BELOW.search(last)
    ):
        return True
    if shouts(last) != shouts(words) and not (len(before) > 1 and not shouts(before[0].text)):
        return False
    if len(before) == 1 and starts_block(last) and _OPENS.match(words):
        return False  # a heading as wide as the page, then its text
    if habit.soft and not blanks and not _ENDS.search(last):
        return not shouts(last) or len(before) > 1 or starts_block(before[0].text.strip())
    if habit.edge is None or not _full(before[-1], line, habit):
        return False
    if blanks:
        return not _ENDS.search(last)
    return not (habit.indented and _indented(line, habit))


def _hangs(last: str) -> bool:
    """Whether the last word of a line wants another after it: "của", "những"."""
    return _HANGS.search(last, max(len(last) - _LONGEST_HANGING, 0)) is not None


def _dashed(first: str, last: str, words: str) -> bool:
    """Whether a line that begins with a dash goes on: `các tổ chức chính trị | - xã hội`."""
    m = _DASH.match(words)
    if m is None or _ENDS.search(last) or first[:1] in "-–—+*•":
        return False
    return m["after"].islower() or f" {m['dash']} " in last


def starts_block(words: str) -> bool:
    """Whether the words begin with a bullet or numbering, so with a block of their own.

    >>> starts_block("1.1. Ưu điểm"), starts_block("- Kết quả"), starts_block("2025 đạt 12%")
    (True, True, False)
    """
    return _STARTER.match(words) is not None


def shouts(words: str) -> bool:
    """Whether the words stand in capitals, as a heading's do.

    >>> shouts("I. TÌNH HÌNH CHUNG"), shouts("Đảng bộ Sở Y tế"), shouts("2024 - 2025")
    (True, False, False)
    """
    return in_capitals(words, share=0.9, least=3)


def _full(line: Line, after: Line, habit: Habit) -> bool:
    """Whether the next line's first word would not have found room on this line."""
    assert habit.edge is not None
    first = _WORD.search(after.text)
    room = _width(first[0] if first else "") + 1
    if line.right is not None:
        room *= _char_width(line)
    return _edge(line) + room >= 0.88 * habit.edge


def _width(text: str) -> float:
    """The width of a text in small letters: capitals are wider by two fifths."""
    return len(text) + 0.4 * sum(map(str.isupper, text))


def _char_width(line: Line) -> float:
    if line.left is None or line.right is None:
        return 1.0
    return (line.right - line.left) / max(len(line.text.strip()), 1)


def _indented(line: Line, habit: Habit) -> bool:
    step = 2.5 if line.left is None else 12
    return _start(line) >= habit.base + step
