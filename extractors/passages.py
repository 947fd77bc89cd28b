"""The sentences of a document in order, each with the zone that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.segments import Segment, capitals, past_numbering, segments
from extractors.sentences import sentences
from extractors.zones import (
    ASKED,
    CAUSE_OF_SUCCESS,
    LACKS_ANNOUNCED,
    OPEN,
    HeadWords,
    Zone,
    ZoneKind,
    announces,
    head_words,
    is_announced,
    kind_of,
    whole_kind,
)
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.reference import Reference


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of the flow: without its numbering and label.

    `item` counts the numbered or bulleted items of the document, so that the sentences of one item
    carry one number; `marker` tells whether the item bears a numbering; `announces` whether the
    sentence only opens a list; `last` whether it stands in the last paragraph of prose, of which
    the first sentence sets nothing to be done.
    """

    span: Span
    zone: Zone
    block: Block
    item: int
    marker: bool
    announces: bool = False
    heading: bool = False
    last: bool = False


_CAUSE_TOLD = re.compile(
    r"(?P<says>[^.:;]{0,90}(?:cho rằng|cho biết|chỉ rõ|chỉ ra|nêu rõ|khẳng định|xác định|nhận định|"
    r"phân tích|thừa nhận|cho thấy|có thể thấy|có thể nói|nhận thấy)[,:]? )?"
    r"(?:những\s+|một số\s+|các\s+|trong đó,?\s+)?nguyên\s+nhân(?!\w)"
    r"|(?:có|do|từ) (?:rất )?(?:nhiều|một số|những) nguyên\s+nhân(?!\w)"
    r"|có thể (?:kể|nêu|chỉ) ra (?:mấy|một số|nhiều|những|vài) (?:lý do|nguyên nhân)(?!\w)"
    r"|lý giải (?:về |cho )?(?:điều|việc|tình trạng|thực trạng|chuyện) (?:này|đó|ấy|trên)(?!\w)"
    r"|(?:tình hình|thực trạng|thực tế|những chuyện|những điều) (?:này|đó|ấy|trên) (?:chủ yếu |"
    r"trước hết |một phần )?(?:bắt nguồn|xuất phát|là do|do(?! đó))(?!\w)"
    r"|sở dĩ\s|(?:điều|tình trạng|việc) (?:này|đó|trên) (?:chủ yếu |một phần |trước hết )?"
    r"(?:là do|do|bắt nguồn|xuất phát)"
    r"|(?:những|các)\s+(?:hạn chế|khuyết điểm|tồn tại|yếu kém|thiếu sót|khó khăn)[^.:;]{0,60}?\s"
    r"(?:(?:có|do)\s[^.:;]{0,20}?nguyên\s+nhân|là do|bắt nguồn|xuất phát từ)"
    r"|(?:những|các)\s+(?:hạn chế|khuyết điểm|tồn tại|yếu kém|thiếu sót)[^.:;]{0,50}?\s"
    r"(?:trên|trên đây|đó|này)\s(?:(?:chủ yếu|trước hết|phần lớn|một phần|cơ bản)\s)?"
    r"do(?! đó)(?!\w)"
    r"|(?:để )?(?:vi phạm|sai phạm|khuyết điểm|tình trạng|hạn chế|việc)(?: \S+){0,8}? (?:xảy ra )?"
    r"(?:này|đó|trên|nêu trên|xảy ra|như vậy|như thế),? (?:chủ yếu |trước hết |một phần |"
    r"phần lớn )?"
    r"(?:là do|là vì|là bởi|do(?! đó)|bởi)(?!\w)"
    r"|(?:theo [^,.;]{3,50}, |[^.:;]{0,60} cho rằng,? )?"
    r"(?:cái gốc|gốc rễ|gốc|căn nguyên|cội nguồn|nguồn cơn|lý do)"
    r"(?: (?:của|sâu xa|chính|chủ yếu|ở đây|vấn đề|vướng mắc|này|đó|\w+)){0,6}? (?:vẫn |chính )?"
    r"(?:là|nằm ở|ở chỗ|do)(?!\w)"
    r"|(?:những|các) (?:biểu hiện|tình trạng|hạn chế|chuyện|điều)(?: \S+){0,3}? (?:có|đều có) "
    r"(?:gốc rễ|căn nguyên|nguyên do|lý do|cái gốc)(?!\w)"
    r"|[^.:;]{0,60} cho rằng,? (?:cái )?lỗi (?:trước hết |chủ yếu )?thuộc về "
    r"|(?:lỗi|trách nhiệm) (?:ấy|đó|này) (?:trước hết|chủ yếu) (?:ở|thuộc về) "
    r"|(?:những|các)\s+(?:việc|vấn đề|biểu hiện)[^.:;]{0,50}?\s(?:trên|trên đây|đó|này)\s"
    r"(?:có\s+nguyên\s+nhân|bắt nguồn|xuất phát)(?!\w)"
)
_LEAVES = re.compile(
    r"(?:để |nhờ |dù |mặc dù |tuy nhiên|tuy vậy|bên cạnh những (?:kết quả|mặt được|ưu điểm)|"
    r"những năm qua|trong những năm qua|từ thực (?:tiễn|tế)|năm 20\d\d,|kinh nghiệm |"
    r"rút kinh nghiệm|"
    r"từ kinh nghiệm|hiện nay,|trước (?:tình hình|thực trạng)|"
    r"từ những|kết luận hội nghị|phát biểu (?:tại|chỉ đạo|kết luận)|tại hội nghị|sau hội nghị|"
    r"hội nghị|đồng chí|nhân dịp|cũng tại|trên cơ sở|kết luận (?:cuộc|buổi|tại)|được biết|dịp này|"
    r"theo quy định|sinh thời)"
)
_AHEAD = re.compile(r"(?<!\w)(?:thời gian tới|nhiệm kỳ tới|năm tới)(?!\w)")
_INTERVIEWER = re.compile(r"[*_]*(?:phóng viên|pv|nhà báo|hỏi)\s*:")
ENDS = frozenset('.;:,!?…"”)')
_LINE = 70
"""Characters of a line that may be a heading."""
_PARAGRAPH = 45
"""Characters of a paragraph; who wrote an article is shorter."""
_SETS = re.compile(
    r"(?<!\w)(?:cần|phải|nên|yêu cầu|đề nghị|giao|phấn đấu|sắp tới|trước mắt|"
    r"(?:ủy|bộ|huyện|tỉnh|xã|phường|đơn vị|trường|viện) sẽ (?!góp)\S+|"
    r"(?:thời gian|giai đoạn|năm|nhiệm kỳ|quý|tháng) tới)(?!\w)"
)
_QUESTION = 22
"""Words of a question that opens something; a longer one is part of what is told."""
_ABSTRACT = re.compile(r"tóm tắt|bài viết|trong (?:bài viết|tham luận)|báo cáo này")
"""How the abstract of an article begins, which says what the article does."""
_HINT = re.compile(r"[*_\s]*(?:gợi ý(?: (?:viết|ghi|trả lời))?|ví dụ|mẫu tham khảo)\s*[*_]*:\s*")
"""Words of a form before its worked example."""
_PART = re.compile(r"[*_]*phần\s+(?:thứ\s+\w+|[ivx]+|[a-c]|\d)(?!\w)")
_COLON = re.compile(r"[^.:;!?]{0,90}?:|\s*\*{1,3}")
_TELLS = re.compile(
    r"(?<!\w)(?:cho thấy|đã|được|chưa|còn|là|phải|cần)(?!\w)|(?:sau|sau đây|như|là)\s*:$"
)
"""What makes the words before a colon a sentence that tells something, not a label."""


def _opens_list(key: str) -> bool:
    """Whether a sentence with a full stop only opens a list."""
    if _ABSTRACT.match(key):
        return False
    return bool(is_announced(key) or LACKS_ANNOUNCED.match(key))


def leaves(key: str, passage: Passage) -> bool:
    """Whether a sentence turns away from the causes or lacks that one before it began to tell."""
    zone = passage.zone
    if zone.kind not in ("cause", "shortcoming", "difficulty") or passage.marker or zone.label:
        return False
    return bool(_AHEAD.search(key) or (not zone.sure and _LEAVES.match(key)))


def passages(document: Document, reference: Reference) -> Iterator[Passage]:
    """The sentences of the document in order, each with the zone that it stands in."""
    return _Reader(document, head_words(reference)).read()


class _Reader:
    """Walks the blocks; keeps the zone that labels and announcements have opened."""

    def __init__(self, document: Document, words: HeadWords) -> None:
        self.document = document
        self.words = words
        self.item = 0
        self.in_item = False
        self.announced = False
        self.alone = False  # a heading has been met that only its words tell
        self.inner: Zone | None = None
        self.kinds: dict[Span, ZoneKind | None] = {}

    def read(self) -> Iterator[Passage]:
        final = self._final()
        several = False
        for block in self.document.flow():
            if block.kind in (BlockKind.FOOTNOTE, BlockKind.TABLE) or not len(block.span):
                continue
            if self._is_heading(block):
                yield self._heading(block)
            else:
                told = list(self._block(block))
                last = (
                    block.span == final and several and self._looks_away(told[0] if told else None)
                )
                yield from (replace(one, last=True) for one in told) if last else told
                several = several or len(told) > 2

    def _final(self) -> Span | None:
        """The last paragraph that is long enough to be one."""
        prose = [b.span for b in self.document.flow() if b.kind is BlockKind.PARAGRAPH]
        return next((span for span in reversed(prose) if len(span) >= _PARAGRAPH), None)

    def _looks_away(self, first: Passage | None) -> bool:
        """Whether the first sentence of a paragraph sets nothing to be done."""
        if first is None or first.marker:
            return False
        key = self.document.key[first.span.start : first.span.end]
        return not _SETS.search(key) and not any(map(self.words.action.match, key.split(", ")))

    def _heading(self, block: Block) -> Passage:
        """The heading as a passage; it closes what labels and announcements above it opened."""
        start, end = block.span.start, block.span.end
        goes_on = self._goes_on(block)
        if not goes_on:
            known = block.kind is BlockKind.HEADING  # its zone is found by its section
            self.inner = None if known else self._zone_of_span(block.span) or OPEN
            self.inner = self._announced_by(block) or self.inner
        self.item += 1
        self.in_item = goes_on or bool(self.words.action.match(self.document.key, start))
        self.announced = False
        bare = Span(past_numbering(self.document, start, end), end)
        marked = block.label is not None
        return Passage(bare, self._zone(start), block, self.item, marked, heading=True)

    def _announced_by(self, block: Block) -> Zone | None:
        """The zone of the list that a heading with a colon announces in a sentence, or None."""
        key = self.document.key[block.span.start : block.span.end].rstrip(" *_")
        if not key.endswith(":") or self._zone_of_span(block.span) or key.count(" ") < 6:
            return None
        kind = announces(key, self.words)
        return Zone(kind, block.span, sure=False) if kind == "remedy" else None

    def _goes_on(self, block: Block) -> bool:
        """Whether a heading is an item of the list that a sentence above announced."""
        if self.inner is None or self.inner.sure or self._zone_of_span(block.span):
            return False
        if not block.label or not re.fullmatch(r"[\d.]+|[a-zđ]|\W", block.label):
            return False
        acts = bool(self.words.action.match(self.document.key, block.span.start))
        follows = block.label.rstrip(".").isdigit() and int(block.label.rstrip(".")) > 1
        return self.announced or ((acts or follows) and self.inner.kind == "remedy")

    def _is_heading(self, block: Block) -> bool:
        text = self.document.text
        if block.kind is BlockKind.HEADING:
            words = text.count(" ", block.span.start, block.span.end)
            return text[block.span.end - 1] not in ".;…" or words < 7
        start = block.span.start
        if text[start] == "#":
            return True
        if self._asks_alone(block) or (self.alone and self._stands_alone(block)):
            self.alone = True
            return True
        if _PART.match(self.document.key, start) and len(block.span) < 60:
            return True
        bare = text[start : block.span.end].strip("*_ ")
        return bool(2 < len(bare) < 160 and bare.isupper() and len(bare.split()) > 1)

    def _asks_alone(self, block: Block) -> bool:
        """Whether a short line without a full stop is a heading by what it says alone."""
        key = self.document.key[block.span.start : block.span.end]
        return self._stands_alone(block) and whole_kind(key) is not None

    def _stands_alone(self, block: Block) -> bool:
        """Whether a block is a short line without a full stop."""
        span, text = block.span, self.document.text
        return len(span) <= _LINE and text[span.start].isupper() and text[span.end - 1] not in ENDS

    def _zone(self, offset: int) -> Zone:
        if self.inner is not None:
            return self.inner
        for section in reversed(self.document.section_path_at(offset)):
            zone = self._zone_of_span(section.heading)
            if zone is not None:
                return zone
        return OPEN

    def _zone_of_span(self, span: Span) -> Zone | None:
        if span not in self.kinds:
            self.kinds[span] = kind_of(self.document.key[span.start : span.end], self.words)
        kind = self.kinds[span]
        return Zone(kind, span) if kind else None

    def _block(self, block: Block) -> Iterator[Passage]:
        for segment in segments(self.document, block, self.words.label):
            self._count(block, segment)
            start = self._open_label(segment.start, segment.end, segment.marked)
            rest = replace(block, span=Span(start, segment.end))
            for i, span in enumerate(sentences(self.document, rest)):
                if i:  # a label may also stand before a later sentence of the paragraph
                    span = Span(self._open_label(span.start, span.end, False), span.end)
                if len(span):
                    zone = self._zone(span.start)
                    yield from self._announced(
                        Passage(span, zone, block, self.item, segment.marked)
                    )
        self._loosen(block)

    def _count(self, block: Block, segment: Segment) -> None:
        """Counts the item that a segment belongs to: a paragraph goes on with the one above it."""
        continues = block.kind is BlockKind.PARAGRAPH and self.in_item and not self.announced
        if segment.marked or (segment.start == block.span.start and not continues):
            self.item += 1
        self.in_item = segment.marked or continues or block.kind is BlockKind.ITEM

    def _loosen(self, block: Block) -> None:
        """After its own paragraph a label holds only for sentences that speak its language."""
        zone = self.inner
        if zone is None or zone.head is None or not block.span.holds(zone.head):
            return
        if not zone.sure and zone.head.end + 3 < block.span.end and self._in_prose(zone.head):
            self.inner = None
            return
        if zone.sure and zone.head.end + 3 < block.span.end:
            self.inner = replace(zone, sure=False)

    def _in_prose(self, head: Span) -> bool:
        """Whether a question or a sentence with a full stop opened a list inside its paragraph."""
        key = self.document.key[head.start : head.end]
        told = bool(_CAUSE_TOLD.match(key)) and not key.endswith(":")
        return key.endswith("?") or told or _opens_list(key)

    def _open_label(self, start: int, end: int, marker: bool) -> int:
        """Where the text goes on after a label at `start`; the label opens its zone."""
        text, key = self.document.text, self.document.key
        hint = _HINT.match(key, start, end)
        start = hint.end() if hint else start
        shouted = capitals(text, start, end) if marker else None
        if shouted:
            self.inner = self._zone_of_span(Span(start, shouted)) or OPEN
            return self._skip(shouted, end)
        m = self.words.label.match(key, start, end)
        if m is None:
            return start
        stop = self._label_end(m, end, marker)
        if stop is None:
            return start
        zone = self._zone_of_span(Span(start, stop))
        if zone is None or (zone.kind == "other" and not marker and m["head"] != "nơi nhận"):
            return start
        self.inner = replace(zone, label=True)
        return self._skip(stop, end)

    def _label_end(self, m: re.Match[str], end: int, marker: bool) -> int | None:
        """Where a label ends: at a colon, at the end, or (numbered) before a capital."""
        text, key = self.document.text, self.document.key
        colon = _COLON.match(key, m.end(), end)
        if colon and text[colon.end() : end].strip(" *_") and not _TELLS.search(colon[0]):
            return colon.end()
        rest = re.sub(r"^\s*\([^)]*\)", "", text[m.end() : end]).strip(" .:*")
        if not rest:
            return end
        follows = text[m.end() : end].lstrip()
        if marker and follows[:1].isupper() and text[m.end()].isspace():
            return m.end()
        if "," in text[m.end() - 1 : m.end() + 1] and key.startswith("về", m.start()):
            return m.end()
        return None

    def _skip(self, start: int, end: int) -> int:
        text = self.document.text
        while start < end and text[start] in " .:;,*_":
            start += 1
        return past_numbering(self.document, start, end)

    def _announced(self, passage: Passage) -> Iterator[Passage]:
        """The passage, marked where it only announces a list; what it announces is opened."""
        key = self.document.key[passage.span.start : passage.span.end]
        told = _CAUSE_TOLD.match(key)
        if told and self._open_to("cause", passage, key):
            zone = Zone("cause", passage.span, sure=False)
            passage = replace(passage, zone=zone)
            if not told["says"]:  # what somebody is quoted as saying opens nothing further
                self.inner = zone
        if key.endswith("?") and not passage.marker and key.count(" ") <= _QUESTION:
            yield replace(passage, announces=True)
            self._asked(passage, key)
            return
        bare = key.rstrip(" *_")
        self.announced = bare.endswith((":", "sau.", "sau đây.", "như sau")) or bool(
            _opens_list(bare)
        )
        if not self.announced:
            yield passage
            return
        kind = announces(key.rstrip(" *_"), self.words, passage.zone.kind)
        yield replace(passage, announces=True)
        kept = passage.zone.sure and (
            passage.zone.kind == "lesson" or (passage.zone.kind == "other" and kind == "remedy")
        )
        if kind is not None and not kept:
            self.inner = Zone(kind, passage.span, sure=False)

    def _asked(self, passage: Passage, key: str) -> None:
        """Opens what a question asks for; another question of an interview closes it.

        The question of a headline is what all of the article is about: it opens nothing.
        """
        if passage.block.span.start == 0:
            return
        if passage.zone.sure and passage.zone.kind != "open":
            return
        opened = next((kind for asks, kind in ASKED if asks.search(key)), None)
        if opened:
            self.inner = Zone(opened, passage.span, sure=False)
        elif _INTERVIEWER.match(key):
            self.inner = OPEN

    def _open_to(self, kind: ZoneKind, passage: Passage, key: str) -> bool:
        """Whether a sentence that begins with "Nguyên nhân" speaks of causes of shortcomings."""
        if CAUSE_OF_SUCCESS.search(key) or key.endswith("?"):
            return False
        return passage.zone.kind in ("open", "shortcoming", "difficulty", "praise", kind)
