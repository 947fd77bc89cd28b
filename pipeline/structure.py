"""Blocks -> kinds by numbering habit, and the tree of sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model import Block, BlockKind, Section, Span
from pipeline.numbering import STYLES, Number, number
from pipeline.text import UPPER, in_capitals

_SINGLE = re.compile(rf"[.!?…]\s+[{UPPER}]")  # a second sentence begins
_ANNOUNCES = re.compile(
    r"(?:\b(?:là|sau|gồm|cụ thể|trong đó|đó|thấy|như|rằng|đề nghị|quyết nghị|đạt))\s*:$",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"(?:ví dụ|lưu ý|ghi chú|chú thích|nguồn|ảnh)\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"(?:ưu điểm|kết quả|hạn chế|tồn tại|khuyết điểm|khó khăn|vướng mắc|nguyên nhân|giải pháp"
    r"|phương hướng|nhiệm vụ|bài học|thuận lợi)[^:.;]{0,50}:\s",
    re.IGNORECASE,
)
# How a sentence begins that announces a list and is no heading.
_SENTENCE = re.compile(
    r"(?:tuy nhiên|tuy vậy|bên cạnh|ngoài ra|đồng thời|do đó|vì vậy|do vậy|song|nhưng|qua |từ |để "
    r"|trong |bước vào|nhìn chung|hiện nay|theo đó|cụ thể|sau đây|trên cơ sở|điển hình)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"(?:nơi nhận|kính gửi)\b", re.IGNORECASE)
# What an unnumbered line without an end mark speaks of, where it is a heading and no caption.
_HEADWORD = re.compile(
    r"""\b(?:
      kết\ quả|hạn\ chế|khuyết\ điểm|tồn\ tại|yếu\ kém|bất\ cập|khó\ khăn|vướng\ mắc|thuận\ lợi
    | nguyên\ nhân|giải\ pháp|biện\ pháp|nhiệm\ vụ|phương\ hướng|bài\ học|kinh\ nghiệm|mục\ tiêu
    | thực\ trạng|tình\ hình|đặc\ điểm|ưu\ điểm|yêu\ cầu|kiến\ nghị|đề\ xuất|mục\ đích|chỉ\ tiêu
    | công\ tác|nâng\ cao|tăng\ cường|đổi\ mới|xây\ dựng|lãnh\ đạo|đánh\ giá|khắc\ phục|nội\ dung
    | quan\ điểm|trách\ nhiệm|tổ\ chức\ thực\ hiện|một\ số|những
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_BYLINE = re.compile(rf"[{UPPER}][\w.]*(?:\s+[{UPPER}][\w.]*){{0,5}}")


def classify(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with paragraphs told apart into headings, items and plain paragraphs."""
    flow = [i for i, b in enumerate(blocks) if b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    seen = [_Seen(text[blocks[i].span.start : blocks[i].span.end], blocks[i]) for i in flow]
    kinds = _kinds(seen)
    out = list(blocks)
    outline = _Outline()
    for i, view, kind in zip(flow, seen, kinds, strict=True):
        label = view.number.label if view.number else None
        if kind is BlockKind.HEADING:
            out[i] = _placed(out[i], kind, outline.heading(view), label)
        elif kind is BlockKind.PARAGRAPH and outline.labelled and _LABELLED.match(view.words):
            out[i] = _placed(out[i], BlockKind.ITEM, outline.beside(), out[i].label)
        elif kind is BlockKind.ITEM:
            out[i] = _placed(out[i], kind, outline.item(view), label)
        outline.bare = kind is BlockKind.HEADING
    return tuple(out)


def _placed(block: Block, kind: BlockKind, level: int, label: str | None) -> Block:
    """The block as one of this kind (field by field: three times as fast as `replace`)."""
    return Block(kind, block.span, level, label, block.page, block.cells, block.anchor)


def sections(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The tree of sections: each heading with what stands under it, in order.

    An item on a heading's own level ends it: `5. Sở tiếp tục…` after the heading `4. Về công tác`.
    """
    heads: list[Block] = []
    ends: list[int] = []
    parents: list[int | None] = []
    path: list[int] = []
    for block in blocks:
        if block.level is None:
            continue
        while path and (heads[path[-1]].level or 1) >= block.level:
            ends[path.pop()] = block.span.start
        if block.kind is BlockKind.HEADING:
            parents.append(path[-1] if path else None)
            path.append(len(heads))
            heads.append(block)
            ends.append(blocks[-1].span.end)
    return tuple(
        Section(h.level or 1, h.label, h.span, Span(h.span.start, end), parent)
        for h, end, parent in zip(heads, ends, parents, strict=True)
    )


class _Seen:
    """What a block looks like: its words, numbering, and whether its format calls it a heading."""

    def __init__(self, words: str, block: Block) -> None:
        self.words = words
        self.given = block.level if block.kind is BlockKind.HEADING else None
        self.known = block.kind is BlockKind.HEADING
        self.number: Number | None = number(words)
        self.body = words[self.number.end :] if self.number else words
        self.capitals = in_capitals(self.body, share=0.85, least=4)
        self.mark = words.rstrip("”\"’') ")[-1:]

    @property
    def single(self) -> bool:
        """Whether the block is one sentence."""
        return _SINGLE.search(self.body) is None

    @property
    def style(self) -> str:
        if self.number:
            return self.number.style
        return "capitals" if self.capitals else "title"


def _kinds(seen: Sequence[_Seen]) -> list[BlockKind]:
    """Heading, item or paragraph for each block, from its look and its neighbours."""
    out: list[BlockKind] = []
    body = closing = False
    for i, view in enumerate(seen):
        after = seen[i + 1] if i + 1 < len(seen) else None
        before = (seen[i - 1], out[i - 1]) if i else None
        closing = closing or _CLOSING.match(view.words) is not None
        body = body or view.known or _opens(view)
        if view.known:
            out.append(BlockKind.HEADING)
        elif view.number:
            heads = not closing and _heads(view, before, after)
            out.append(BlockKind.HEADING if heads else BlockKind.ITEM)
        else:
            heads = body and not closing and _titles(view, before, after)
            out.append(BlockKind.HEADING if heads else BlockKind.PARAGRAPH)
    return out


def _opens(view: _Seen) -> bool:
    """Whether the block opens the body of a document: numbered, or a whole sentence."""
    if view.number is not None:
        return view.style not in ("-", "+", "*", "•")
    size = len(view.words)
    return size > 120 or (size > 60 and view.mark in ".:;" and not view.capitals)


def _heads(view: _Seen, before: tuple[_Seen, BlockKind] | None, after: _Seen | None) -> bool:
    """Whether a numbered block is a heading rather than an item."""
    assert view.number is not None
    size = len(view.body)
    if view.style == "part":
        ruled = view.number.label.lower().startswith("điều") and view.mark in ".;"
        return size <= 300 and view.single and not ruled  # an article that rules is an item
    if not view.body or not view.single or view.style in ("word", "round"):
        return False
    if view.capitals and size <= 300:
        return True
    if view.style in ("roman", "upper"):
        return size <= 250 and ";" not in view.body
    if after is None or size > 200 or view.mark in ";,":
        return False
    if view.mark == ":" and _ANNOUNCES.search(view.body) and size > 60:
        return False
    if after.style == view.style and not after.known:
        return False  # a row of items
    if before and before[0].style == view.style and before[1] is BlockKind.ITEM:
        listed = view.mark in ".!?…" or before[0].mark not in ".;,!?…"
        if listed:
            return False
    if view.style in ("-", "+", "*", "•"):
        return _bullet_heads(view, after)
    return size <= (120 if view.mark == "." else 200)


def _bullet_heads(view: _Seen, after: _Seen) -> bool:
    """Whether a bulleted label stands above what follows: `* Nguyên nhân:`, `- Hạn chế:`."""
    short = len(view.body) <= 100 and not _ANNOUNCES.search(view.body)
    if view.mark == ":":
        return short
    return view.style == "*" and short and view.mark not in ".;,!?"


def _titles(view: _Seen, before: tuple[_Seen, BlockKind] | None, after: _Seen | None) -> bool:
    """Whether an unnumbered block is a heading: capitals, or a short label before its text."""
    size = len(view.words)
    if after is None or not (view.words[:1].isupper() or view.capitals):
        return False
    if (size > 90 and not view.capitals) or not view.single:
        return False
    if _EXAMPLE.match(view.words):
        return False
    follows = len(after.words) >= 60 or after.number is not None
    if view.capitals:
        stacked = any(x and x.capitals and not x.number for x in (before and before[0], after))
        return size <= 250 and follows and not stacked
    if view.mark == ":":
        says = _ANNOUNCES.search(view.words) or _SENTENCE.match(view.words)
        return size <= 80 and follows and not says
    if view.mark in ".;,!?…" or size > 90 or len(view.words.split()) < 2:
        return False
    if not _HEADWORD.search(view.words):
        return False
    ended = before is None or before[0].mark in ".:;!?" or before[1] is BlockKind.HEADING
    named = _BYLINE.fullmatch(view.words) is not None
    return ended and not named and (len(after.words) >= 120 or after.style in ("-", "+"))


@dataclass(slots=True)
class _Level:
    style: str
    place: int | None
    given: int | None


class _Outline:
    """The open headings, innermost last; gives each heading and item its level."""

    def __init__(self) -> None:
        self.open: list[_Level] = []
        self.items: list[tuple[str, int | None]] = []
        self.depths: dict[str, int] = {}
        self.bare = False  # nothing stands under the innermost heading yet

    def heading(self, view: _Seen) -> int:
        place = view.number.place if view.number else None
        if view.given is not None:
            self._close(next((i for i, x in enumerate(self.open) if _deeper(x, view)), None))
        else:
            at = self._same(view.style, place)
            self._close(at if at is not None else self._outer(view.style, place))
        self.depths[view.style] = len(self.open)
        self.open.append(_Level(view.style, place, view.given))
        self.items = []
        return len(self.open)

    def item(self, view: _Seen) -> int:
        """The level of an item: by the order in which styles nest under this heading."""
        style, place = view.style, view.number.place if view.number else None
        at = next((i for i, (own, _) in enumerate(self.items) if own == style), None)
        goes_on = at is not None and (place is None or place == (self.items[at][1] or 0) + 1)
        follows = self._followed(style, place)
        if follows is not None and not goes_on:
            self._close(follows)
            at, self.items = None, []
        if at is not None:
            del self.items[at:]
        self.items.append((style, place))
        return len(self.open) + len(self.items)

    @property
    def labelled(self) -> bool:
        """Whether the innermost heading is an unnumbered label: `Kết quả:`."""
        return bool(self.open) and self.open[-1].style == "title" and self.open[-1].given is None

    def beside(self) -> int:
        """The level of a labelled paragraph that stands beside such a label, and so ends it."""
        self.open.pop()
        self.items = []
        return len(self.open) + 1

    def _followed(self, style: str, place: int | None) -> int | None:
        """The open heading whose next number an item bears, so that it stands beside it."""
        if place is None or place == 1:
            return None
        return next(
            (
                i
                for i in range(len(self.open) - 1, -1, -1)
                if self.open[i].style == style and self.open[i].place == place - 1
            ),
            None,
        )

    def _close(self, at: int | None) -> None:
        if at is not None:
            del self.open[at:]

    def _same(self, style: str, place: int | None) -> int | None:
        """The open heading that this one follows: the innermost whose next number it bears."""
        own = [i for i, x in enumerate(self.open) if x.style == style and x.given is None]
        if place is None or not own:
            return own[-1] if own else None
        nexts = [i for i in own if self.open[i].place == place - 1]
        if nexts:
            return nexts[-1]
        labelled = any(x.place is None for x in self.open[own[-1] + 1 :])
        return None if place == 1 and (self.bare or labelled) else own[-1]

    def _outer(self, style: str, place: int | None) -> int | None:
        """Where a style not open yet comes in: below what usually stands above it."""
        if place == 1 and self.open and self.open[-1].place is None and style != "part":
            return None  # a row that starts anew under an unnumbered heading
        if place == 1 and self.open and style not in self.depths and self.open[-1].style == "upper":
            return None  # a document that parts "A-" first, and only then "I-"
        if place is not None and place > 1 and style in self.depths:
            return self.depths[style]  # the row goes on after a heading out of its habit
        rank = STYLES.index(style)
        inner = [
            i for i, x in enumerate(self.open) if x.given is None and STYLES.index(x.style) > rank
        ]
        return inner[0] if inner and place != 1 else inner[0] if inner and rank < 4 else None


def _deeper(level: _Level, view: _Seen) -> bool:
    """Whether an open heading ends where a heading of a given level begins."""
    return level.given is None or (view.given is not None and level.given >= view.given)
