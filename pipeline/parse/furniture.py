"""What stands on a page and is not the text: page numbers, running heads, rules, web menus."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.parse.line import Line

_RULE = re.compile(r"\s*(?:[-_=*~.–—•#+·|]\s*){3,}\s*|\s*[*_]{1,2}\s*")
_PAGE = re.compile(
    r"\s*(?:[Tt]rang\s+|TRANG\s+)(\d{1,4})(?:\s*/\s*\d{1,4})?\s*|\s*[-–]\s*(\d{1,4})\s*[-–]\s*"
)
BLANK_RULE = " " * 20
"""A line of blanks, as text layers write the short rule above footnotes."""
_LONE = re.compile(r"\s*(\d{1,4})\s*")
_FRAME_WORDS = "trang chủ", "đăng nhập", " xem", "lượt truy cập"
# What one of these words within a line shows to be of the frame.
_WEB_WITHIN = re.compile(
    r"""
    \s*(?:
        .*\btrang\ chủ\s*[|»>/].*                       # a menu
      | .*\[\s*đăng\ nhập\s*\].*
      | .{0,60}\b(?:số\ lần\ xem|(?:số\ )?lượt\ (?:xem|truy\ cập)|đã\ xem)
        \s*:?\s*[\d.]*\s*\]?.{0,20}
    )\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What the first words of a line show to be of the frame.
_WEB_OPENS = re.compile(
    r"""
    \s*(?:
        \[?\s*(?:ngày\s+)?cập\ nhật(?:\s+(?:vào|lúc|ngày)\b|\s*:).{0,80}
      | (?:tìm\ kiếm|đường\ dây\ nóng|số\ lượng\ truy\ cập|thống\ kê\ truy\ cập|đăng\ nhập
          |trang\ chủ|liên\ hệ|góp\ ý|sơ\ đồ(?:\ trang)?|in\ trang(?:\ này)?|bản\ in|gửi\ email
          |chia\ sẻ|quay\ lại|về\ đầu\ trang|bình\ luận|xem\ thêm|tải\ về|lên\ trên|đọc\ tiếp
          |(?:các\ )?tin\ (?:liên\ quan|khác|cùng\ chuyên\ mục|mới\ hơn|cũ\ hơn)
          |ý\ kiến\ bạn\ đọc)\s*[:.»]*
      | \S{0,200}\.(?:jpe?g|png|gif|bmp|webp|svg)
      | (?:©|copyright|bản\ quyền\ (?:thuộc|©)).{0,120}
      | https?://\S+
      | (?:19|20)\d\d-\d\d-\d\d\ \d\d:\d\d(?::\d\d)?       # a time stamp of a database
    )\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines that stay, with their pages, and how many were left out."""

    lines: tuple[Line, ...]
    left_out: int


def cleared(lines: Sequence[Line]) -> Sorted:
    """The lines without rules, page numbers and running heads; a line left out becomes blank.

    The words of a web page's frame stay (see `is_web`): one may bear the only date.
    """
    numbers = _page_numbers(lines)
    heads = _running_heads(lines)
    out: list[Line] = []
    for i, line in enumerate(lines):
        drop = i in numbers or i in heads or _PAGE.fullmatch(line.text) is not None
        drop = drop or (line.text.strip() != "" and _RULE.fullmatch(line.text) is not None)
        out.append(replace(line, text=_left(line.text)) if drop else line)
    kept = sum(1 for a, b in zip(lines, out, strict=True) if a.text.strip() and not b.text.strip())
    return Sorted(tuple(_paged(out, numbers)), kept)


def _left(text: str) -> str:
    """What a line leaves behind: a drawn rule may part footnotes from the flow."""
    return BLANK_RULE if text.strip(" _-—–") == "" and len(text.strip()) >= 5 else ""


def is_web(words: str) -> bool:
    """Whether a line belongs to the frame of a web page.

    >>> is_web("[ Cập nhật vào ngày (17/03/2017) ]"), is_web("Cập nhật kiến thức cho đảng viên")
    (True, False)
    """
    if len(words) >= 200:
        return False
    if _WEB_OPENS.fullmatch(words):
        return True
    low = words.lower()
    framed = any(word in low for word in _FRAME_WORDS)
    return framed and _WEB_WITHIN.fullmatch(words) is not None


def _page_numbers(lines: Sequence[Line]) -> dict[int, int]:
    """Line index -> page number, for lone numbers that count pages up.

    On pages a reader knows, the first or last line, two of them in step with the pages; else
    numbers that rise by one at least three times, more than eight lines apart.
    """
    if any(line.page is not None for line in lines):
        edges = {i for page in _pages(lines) for i in (page[:1] + page[-1:])}
        found = {i: int(m[1]) for i in edges if (m := _LONE.fullmatch(lines[i].text))}
        steps = Counter(number - (lines[i].page or 0) for i, number in found.items())
        return {i: n for i, n in found.items() if steps[n - (lines[i].page or 0)] >= 2}
    best: dict[int, int] = {}
    row: dict[int, int] = {}
    at, number = -9, 0
    for i, line in enumerate(lines):
        m = _LONE.fullmatch(line.text)
        if not m:
            continue
        if row and int(m[1]) == number + 1 and i - at > 8:
            row[i] = number = int(m[1])
            at = i
        elif not row or len(row) < 3:
            row, number, at = {i: int(m[1])}, int(m[1]), i
        best = row if len(row) > len(best) else best
    return best if len(best) >= 3 else {}


def _paged(lines: Sequence[Line], numbers: dict[int, int]) -> Iterator[Line]:
    """The lines with the page that printed numbers at the foot of pages give them."""
    if not numbers or any(line.page is not None for line in lines):
        yield from lines
        return
    page = max(min(numbers.values()), 1)
    for i, line in enumerate(lines):
        yield replace(line, page=page)
        page = numbers[i] + 1 if i in numbers else page


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    """The indices of the visible lines of each page, in order."""
    pages: dict[int | None, list[int]] = {}
    for i, line in enumerate(lines):
        if line.text.strip():
            pages.setdefault(line.page, []).append(i)
    return list(pages.values())


def _running_heads(lines: Sequence[Line]) -> set[int]:
    """Indices of lines that stand at the head or foot of three pages and of half of them."""
    pages = _pages(lines)
    if len(pages) < 3:
        return set()
    edges = [(page[:2], page[-2:]) for page in pages if len(page) > 4]
    seen = Counter(_face(lines[i]) for head, foot in edges for i in {*head, *foot})
    found = {
        i
        for head, foot in edges
        for i in (*head, *foot)
        if seen[_face(lines[i])] >= max(3, len(pages) // 2)
    }
    return found - _first_heads(lines, sorted(found))


_COLUMNS = re.compile(r"\S+(?: \S+)*(?:(?:\s{2,}|\t)\S+(?: \S+)*){2,}")


def _first_heads(lines: Sequence[Line], found: Sequence[int]) -> set[int]:
    """The first of each line of columns that comes again: the head of a table over pages."""
    first: dict[str, int] = {}
    for i in found:
        if _COLUMNS.fullmatch(lines[i].text.strip()):
            first.setdefault(_face(lines[i]), i)
    return set(first.values())


def _face(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.casefold().split()))
