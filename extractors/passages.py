"""The sentences of a document in order, each with the zone that it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.announcements import announcements
from extractors.cause_openings import cause_told
from extractors.endings import final_paragraph, sets
from extractors.heading_lines import HeadingLines
from extractors.labels import label_end, past_hint, past_marks
from extractors.questions import asked_for
from extractors.segments import Segment, capitals, past_numbering, segments
from extractors.sentences import sentences
from extractors.zones import OPEN, Zone, ZoneKind, head_words, kind_of
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
    above: Zone = OPEN


_INTERVIEWER = re.compile(r"[*_]*(?:phóng viên|pv|nhà báo|hỏi)\s*:")
_LEAST = 5
"""Spaces of a heading that is a sentence."""
_QUESTION = 22
"""Words of a question that opens something; a longer one is part of what is told."""


def passages(document: Document, reference: Reference) -> Iterator[Passage]:
    """The sentences of the document in order, each with the zone that it stands in."""
    return _Reader(document, reference).read()


class _Reader:
    """Walks the blocks; keeps the zone that labels and announcements have opened.

    `opened`: where the first sentence of an item begins. `aside`: a numbered item that goes on to
    its own cause, and the zone that the next one is in again.
    """

    def __init__(self, document: Document, reference: Reference) -> None:
        self.document = document
        self.words = head_words(reference)
        self.announcing = announcements(reference)
        self.item = 0
        self.in_item = False
        self.announced = False
        self.lines = HeadingLines(document)
        self.inner: Zone | None = None
        self.opened = 0
        self.aside: tuple[int, Zone | None] | None = None
        self.zones: dict[Span, Zone | None] = {}
        self.over: dict[int | None, Zone] = {}

    def read(self) -> Iterator[Passage]:
        final = final_paragraph(self.document)
        several = False
        for block in self.document.flow():
            if block.kind in (BlockKind.FOOTNOTE, BlockKind.TABLE) or not len(block.span):
                continue
            if self.lines.holds(block):
                yield self._heading(block)
                continue
            told = list(self._block(block))
            last = block.span == final and several and self._sets_nothing(told)
            yield from (replace(one, last=True) for one in told) if last else told
            several = several or len(told) > 2

    def _sets_nothing(self, told: list[Passage]) -> bool:
        """Whether the first sentence of a paragraph sets nothing to be done."""
        if not told or told[0].marker:
            return False
        key = self.document.key[told[0].span.start : told[0].span.end]
        return not sets(key, self.words)

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
        if not key.endswith(":") or self._zone_of_span(block.span):
            return None
        if key.count(" ") < _LEAST and not self.announcing.resolves(key):
            return None
        kind = self.announcing.about(key)
        return Zone(kind, block.span, sure=False) if kind in ("remedy", "cause") else None

    def _goes_on(self, block: Block) -> bool:
        """Whether a heading is an item of the list that a sentence above announced."""
        if self.inner is None or self.inner.sure or self._zone_of_span(block.span):
            return False
        if not block.label or not re.fullmatch(r"[\d.]+|[a-zđ]|\W", block.label):
            return False
        acts = bool(self.words.action.match(self.document.key, block.span.start))
        follows = block.label.rstrip(".").isdigit() and int(block.label.rstrip(".")) > 1
        return self.announced or ((acts or follows) and self.inner.kind == "remedy")

    def _zone(self, offset: int) -> Zone:
        return self._headed(offset) if self.inner is None else self.inner

    def _headed(self, offset: int) -> Zone:
        """The zone that the headings above open, the same for all of a section."""
        section = self.document.section_index_at(offset)
        if section not in self.over:
            path = reversed(self.document.section_path_at(offset))
            zones = (self._zone_of_span(above.heading) for above in path)
            self.over[section] = next((zone for zone in zones if zone is not None), OPEN)
        return self.over[section]

    def _zone_of_span(self, span: Span) -> Zone | None:
        if span not in self.zones:
            kind = kind_of(self.document.key[span.start : span.end], self.words)
            self.zones[span] = Zone(kind, span) if kind else None
        return self.zones[span]

    def _block(self, block: Block) -> Iterator[Passage]:
        for segment in segments(self.document, block, self.words.label):
            self._count(block, segment)
            self._back_from_aside(segment)
            start = self._open_label(segment.start, segment.end, segment.marked)
            self.opened = start
            rest = _of_block(block, start, segment.end)
            for i, span in enumerate(sentences(self.document, rest)):
                if i:  # a label may also stand before a later sentence of the paragraph
                    within = self._inner_label(span, segment.marked)
                    span = span if within == span.start else Span(within, span.end)
                if len(span):
                    zone = self._zone(span.start)
                    above = self._headed(span.start)
                    yield from self._announced(
                        Passage(span, zone, block, self.item, segment.marked, above=above)
                    )
        self._loosen(block)

    def _count(self, block: Block, segment: Segment) -> None:
        """Counts the item that a segment belongs to: a paragraph goes on with the one above it."""
        continues = block.kind is BlockKind.PARAGRAPH and self.in_item and not self.announced
        if segment.marked or (segment.start == block.span.start and not continues):
            self.item += 1
        self.in_item = segment.marked or continues or block.kind is BlockKind.ITEM

    def _inner_label(self, span: Span, marked: bool) -> int:
        """Where the text goes on after a label inside a paragraph; causes hold only in there."""
        before = self.inner
        start = self._open_label(span.start, span.end, False)
        opened = self.inner is not None and self.inner != before and self.inner.kind == "cause"
        headed = self._headed(span.start)
        if opened and start < span.end and (marked or headed.kind in ("shortcoming", "difficulty")):
            self.aside = self.item, before
        return start

    def _back_from_aside(self, segment: Segment) -> None:
        """Before the next item: what the one before gave as its own cause is over."""
        if self.aside and self.aside[0] != self.item:
            if self.inner is None or (self.inner.kind == "cause" and not self.inner.sure):
                self.inner = self.aside[1]
            self.aside = None

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
        told = bool(cause_told(key)) and not key.endswith(":")
        return key.endswith("?") or told or self.announcing.opens_list(key)

    def _open_label(self, start: int, end: int, marker: bool) -> int:
        """Where the text goes on after a label at `start`; the label opens its zone."""
        text, key = self.document.text, self.document.key
        start = past_hint(self.document, start, end)
        shouted = capitals(text, start, end) if marker else None
        if shouted:
            self.inner = self._zone_of_span(Span(start, shouted)) or OPEN
            return past_marks(self.document, shouted, end)
        m = self.words.label.match(key, start, end)
        if m is None:
            return start
        stop = label_end(self.document, m, end, marker)
        if stop is None:
            return start
        zone = self._zone_of_span(Span(start, stop))
        if zone is None or (zone.kind == "other" and not marker and m["head"] != "nơi nhận"):
            return start
        self.inner = replace(zone, label=True)
        return past_marks(self.document, stop, end)

    def _announced(self, passage: Passage) -> Iterator[Passage]:
        """The passage, marked where it only announces a list; what it announces is opened."""
        key = self.document.key[passage.span.start : passage.span.end]
        passage = self._causing(passage, key)
        if key.endswith("?") and not passage.marker and key.count(" ") <= _QUESTION:
            yield replace(passage, announces=True)
            self._asked(passage, key)
            return
        bare = key.rstrip(" *_")
        self.announced = bare.endswith(
            (":", "sau.", "sau đây.", "như sau")
        ) or self.announcing.opens_list(bare)
        yield replace(passage, announces=True) if self.announced else passage
        if self.announced:
            self._open_list(passage, self.announcing.about(bare, passage.zone.kind))

    def _causing(self, passage: Passage, key: str) -> Passage:
        """The passage, in a zone of causes where it begins to tell them itself."""
        told = cause_told(key)
        if told is None or not self._open_to("cause", passage, key):
            return passage
        zone = Zone("cause", passage.span, sure=False)
        if not told["says"]:  # what somebody is quoted as saying opens nothing further
            if passage.marker and passage.span.start > self.opened:
                self.aside = passage.item, self.inner
            self.inner = zone
        return replace(passage, zone=zone)

    def _open_list(self, passage: Passage, kind: ZoneKind | None) -> None:
        """Opens what an announced list is about; some headings over it say it better."""
        over = passage.zone.kind
        kept = passage.zone.sure and (over == "lesson" or (over == "other" and kind == "remedy"))
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
        opened = asked_for(key)
        if opened:
            self.inner = Zone(opened, passage.span, sure=False)
        elif _INTERVIEWER.match(key):
            self.inner = OPEN

    def _open_to(self, kind: ZoneKind, passage: Passage, key: str) -> bool:
        """Whether a sentence that begins with "Nguyên nhân" speaks of causes of shortcomings."""
        if self.words.success.search(key) or key.endswith("?"):
            return False
        return passage.zone.kind in ("open", "shortcoming", "difficulty", "praise", kind)


def _of_block(block: Block, start: int, end: int) -> Block:
    """The block between two offsets: most often all of it."""
    whole = (start, end) == (block.span.start, block.span.end)
    return block if whole else replace(block, span=Span(start, end))
