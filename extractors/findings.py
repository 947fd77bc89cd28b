"""Shortcomings, causes and remedies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors import causes, directions, lack, remedies, shortcomings, turned
from extractors.doctypes import own_type
from extractors.passages import Passage, leaves, passages
from extractors.requests import Requests, asking_clause
from extractors.sentences import clauses, sentences, trimmed
from extractors.statement_model import Finding, reviewed
from extractors.statement_tables import table_passages
from extractors.themes import themes
from extractors.titles import title
from extractors.zones import OPEN, Zone, head_words
from pipeline.model import Block, BlockKind, Document, Section, Span
from pipeline.records import Cause, CauseKind, Remedy, Shortcoming, Theme
from pipeline.reference import Reference

_TITLE = 60
"""A shorter heading in a zone of remedies is a title, not a remedy of its own."""

_TOPICAL = re.compile(
    r"(?<!\w)(?:công tác|chất lượng|giải pháp|nâng cao|đổi mới|tăng cường|đẩy mạnh|phát huy|"
    r"thực trạng|kỷ luật|vi phạm|sai phạm|chấn chỉnh|phát triển đảng|kiểm tra, giám sát)(?!\w)"
)
"""Words of a headline that names a subject, not only who met whom."""
_LAST = 0.85
"""From here on an article concludes."""
_PROCEDURE = re.compile(r"kiểm điểm|xếp loại|đại hội|bầu cử|lấy phiếu")
"""Titles of guidelines whose steps are only how a thing is to be held."""
_MENDS = re.compile(
    r"(?:khắc phục|sửa chữa|chấn chỉnh)(?: \S+){0,8}? (?:hạn chế|khuyết điểm|tồn tại|thiếu sót|"
    r"yếu kém|"
    r"kiểm điểm|kiểm tra|giám sát|kết luận)"
)
"""Titles of plans that mend what a review found, and so say both."""
_GOING_ON = frozenset({"direction", "ordered", "aim", "listed"})
"""Rules of items whose later sentences belong to them though no zone says so."""


def findings(document: Document, reference: Reference) -> Iterator[Finding]:
    """The findings of a document; a remedy is one record an item, the others one a clause."""
    finder = _Finder(document, reference)
    found = list(finder.read())
    found += [*finder.in_footnotes(found), *finder.in_tables()]
    found += finder.among_lacks(found)
    finder.last = None
    return reviewed(document, reference, finder.doc_type, finder.flow, found, finder.named)


@dataclass(frozen=True, slots=True)
class _Item:
    """A remedy being read: its first passage, the span read so far, and the rule that began it."""

    passage: Passage
    span: Span
    rule: str

    def takes(self, passage: Passage, rule: str | None) -> bool:
        """Whether a passage goes on with this item."""
        listed = self.passage.zone.kind != "open" or self.rule in _GOING_ON
        same = passage.item == self.passage.item and passage.zone == self.passage.zone
        if self.rule == "ordered":
            same = passage.block.span.start == self.passage.block.span.start
        opens = passage.heading or (rule is None and passage.announces and not passage.marker)
        return listed and same and not opens

    def grown(self, passage: Passage) -> "_Item":
        """The item with one more passage."""
        return _Item(self.passage, Span(self.span.start, passage.span.end), self.rule)


class _Finder:
    """Reads the passages in order; keeps the remedy being read and what the last finding was."""

    def __init__(self, document: Document, reference: Reference) -> None:
        self.document, self.reference = document, reference
        head = title(document, reference)
        self.titled = document.key[head.span.start : head.span.end] if head else ""
        known = own_type(document, reference)
        self.mends = known == "plan" and bool(_MENDS.search(self.titled))
        self.doc_type = "self_review_report" if self.mends else known
        self.flow = tuple(passages(document, reference))
        self.lack, self.act = lack.cues(reference), remedies.actions(reference)
        self.item: _Item | None = None
        self.closed: Zone | None = None
        self.left: Zone | None = None
        self.addressed: Zone | None = None
        self.requests = Requests(document)
        self.follows = False
        self.caused: tuple[Zone, CauseKind] = (OPEN, "unspecified")
        self.last: Span | None = None

    def read(self) -> Iterator[Finding]:
        for passage in self._passages():
            key = self.document.key[passage.span.start : passage.span.end]
            if leaves(key, passage):
                self.left = passage.zone
            if remedies.ADDRESS.match(key) and not passage.zone.sure:
                self.addressed = passage.zone
            over = passage.zone == self.addressed and not passage.marker
            if passage.zone == self.left or over:
                passage = replace(passage, zone=OPEN)
            if self._ends(key, passage):
                self.closed = passage.zone
            silent = passage.zone == self.closed or self._sums_up(key, passage)
            rule = None if silent else self._remedy_rule(key, passage)
            if self.item and not (self._inside(key, passage) and self.item.takes(passage, rule)):
                yield from self._flush()
            if self.item:
                self.item = self.item.grown(passage)
            elif rule:
                self.item, self.follows = _Item(passage, passage.span, rule), False
            else:
                yield from self._stated(key, passage)
        yield from self._flush()

    def in_tables(self) -> Iterator[Finding]:
        """What the cells of tables state under headers over lacks, causes and remedies."""
        if self.doc_type in shortcomings.RULES:
            return
        words = head_words(self.reference)
        for passage in table_passages(self.document, words, self.mends):
            if passage.zone.kind == "remedy":
                span = trimmed(self.document, passage.span)
                sort = remedies.kind("remedy_column", self.doc_type)
                found = self.named(span, passage)
                yield Remedy(span=span, rule="remedy_column", kind=sort, themes=found)
            else:
                yield from self._stated(
                    self.document.key[passage.span.start : passage.span.end], passage
                )

    def in_footnotes(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """The lacks that footnotes to stated shortcomings and causes state themselves."""
        notes = [b for b in self.document.blocks if b.kind is BlockKind.FOOTNOTE and b.anchor]
        for block in notes:
            noted = block.anchor and self._noted(block.anchor, found)
            for span in sentences(self.document, block) if noted else ():
                span = _past_label(self.document, block, span)
                key = self.document.key[span.start : span.end]
                passage = self._passage_at(noted.span.start) if noted else None
                if passage is None or not noted or not lack.first_strong(key, self.lack):
                    continue
                span = trimmed(self.document, span)
                yield self._in_footnote(span, noted, passage)

    def among_lacks(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """What an article tells among lacks as one more."""
        if self.doc_type not in remedies.TELLING:
            return
        for span, passage in turned.among_lacks(self.document, self.flow, found, self.lack):
            span = trimmed(self.document, span)
            found_themes, sort = self.named(span, passage), shortcomings.kind(passage)
            yield Shortcoming(span=span, rule="lack_among_lacks", kind=sort, themes=found_themes)

    def _in_footnote(self, span: Span, noted: Finding, passage: Passage) -> Finding:
        if isinstance(noted, Cause):
            return Cause(span=span, rule="cause_in_footnote", kind=noted.kind)
        found = self.named(span, passage)
        rule, kind = "lack_in_footnote", shortcomings.kind(passage)
        return Shortcoming(span=span, rule=rule, kind=kind, themes=found)

    def _noted(self, anchor: Span, found: Sequence[Finding]) -> Finding | None:
        """The shortcoming or cause in or just behind which a marker stands."""
        return next(
            (
                f
                for f in found
                if f.type != "remedy" and f.span.start <= anchor.start <= f.span.end + 2
            ),
            None,
        )

    def _passage_at(self, offset: int) -> Passage | None:
        return next((p for p in self.flow if p.span.start <= offset < p.span.end), None)

    def _passages(self) -> Iterator[Passage]:
        """The passages; a clause that asks for something is one of its own in the news."""
        for passage in self.flow:
            start, end = passage.span.start, passage.span.end
            asks = self.doc_type in remedies.TELLING and asking_clause(
                self.document.key, start, end
            )
            if asks:
                yield replace(passage, span=Span(start, asks))
            yield replace(passage, span=Span(asks, end)) if asks else passage

    def _ends(self, key: str, passage: Passage) -> bool:
        """Whether a closing word closes: in a zone, else only in the last third of the text."""
        late = passage.span.start * 3 > 2 * len(self.document.text)
        return bool(remedies.CLOSING.match(key)) and (passage.zone.kind != "open" or late)

    def _sums_up(self, key: str, passage: Passage) -> bool:
        """Whether a sentence at the end of an article sums up its subject and asks for nothing."""
        late = passage.span.start > _LAST * len(self.document.text)
        told = self.doc_type in remedies.TELLING and not passage.marker
        return told and (passage.last or (late and bool(remedies.CONCLUDING.match(key))))

    def _inside(self, key: str, passage: Passage) -> bool:
        """Whether nothing has closed the remedies yet, nor turned from a list told in sentences."""
        turned = self.item and self.item.rule == "listed" and self.lack.contrast.match(key)
        return passage.zone != self.closed and not turned and not self._sums_up(key, passage)

    def _remedy_rule(self, key: str, passage: Passage) -> str | None:
        steps = passage.zone.kind == "implementation" and self.doc_type == "guideline"
        if steps and _PROCEDURE.search(self.titled):
            return None
        rule = remedies.states(key, passage, self.doc_type, self.act)
        if self.doc_type in remedies.TELLING:
            rule = rule or self.requests.rule(key, passage)
        if rule or remedies.CLOSING.match(key):
            return rule
        return directions.rule(self.document, key, passage, self.doc_type, self.reference)

    def _flush(self) -> Iterator[Remedy]:
        """The remedy that was being read; a title without a text of its own is none."""
        item, self.item = self.item, None
        if item is None:
            return
        span = trimmed(self.document, item.span)
        listed = not item.passage.zone.sure or self.document.text[span.end - 1] in ".;…"
        if item.rule == "remedy_title" and not listed and len(span) < _TITLE:
            return
        head = item.passage.zone.head
        opened = self.document.key[head.start : head.end] if head else ""
        kind = remedies.kind(item.rule, self.doc_type, opened)
        found = self.named(span, item.passage)
        yield Remedy(span=span, rule=item.rule, kind=kind, themes=found)

    def _stated(self, key: str, passage: Passage) -> Iterator[Shortcoming | Cause]:
        """The cause or the shortcomings that a sentence states."""
        document, follows = self.document, self.follows
        self.follows = False
        loose = passage.zone.kind == "shortcoming" and not passage.zone.sure
        apart = (passage.zone.kind == "open" or loose) and not passage.heading
        after = apart and (
            (follows and causes.told(key, self.doc_type)) or causes.owned(key, self.doc_type)
        )
        if after or causes.states(key, passage, self.doc_type):
            self.follows = after
            rule = "cause_told" if after else "cause_zone"
            kind: CauseKind = "unspecified"
            for part in clauses(document, passage.span):
                named = self._cause_kind(document.key[part.start : part.end], passage)
                kind = kind if named == "unspecified" else named
                yield Cause(span=trimmed(document, part), rule=rule, kind=kind)
            return
        blamed = self._blamed(passage)
        stated = shortcomings.states(key, passage, self.doc_type, self.lack, follows, blamed)
        if stated is None:
            return
        self.follows, rule = True, stated
        sort = shortcomings.kind(passage, rule)
        for part in self._parts(passage.span, rule):
            span = trimmed(document, part)
            if part.start > passage.span.start and causes.told(
                document.key[span.start : span.end], self.doc_type
            ):
                yield Cause(span=span, rule="cause_told", kind=self._cause_kind("", passage))
                continue
            found = self.named(span, passage)
            if rule == "violation_told":
                found = ("discipline", *(t for t in found if t not in ("discipline", "other")))[:3]
            yield Shortcoming(span=span, rule=rule, kind=sort, themes=found)

    def _blamed(self, passage: Passage) -> bool:
        """Whether a passage stands under a heading over who answers for what fell short."""
        heads = (self.document.key[s.heading.start : s.heading.end] for s in self._path(passage))
        return any(map(shortcomings.RESPONSIBILITY.match, heads))

    def _path(self, passage: Passage) -> tuple[Section, ...]:
        return self.document.section_path_at(passage.span.start)

    def _cause_kind(self, key: str, passage: Passage) -> CauseKind:
        """The kind that the sentence or the words above it name, else that of the one before."""
        kind = causes.kind(self._heads(passage), key)
        if kind == "unspecified" and passage.zone == self.caused[0] and not passage.zone.sure:
            kind = self.caused[1]
        self.caused = passage.zone, kind
        return kind

    def _parts(self, sentence: Span, rule: str) -> list[Span]:
        """The clauses of a sentence; a turn stays with what it turns from."""
        parts: list[Span] = []
        for part in clauses(self.document, sentence):
            key = self.document.key[part.start : part.end]
            if rule == "lack_among_results" and not self._lacks_by_itself(key):
                continue
            told = rule == "violation_told" and not lack.lacks(key, self.lack)
            if parts and (told or key.startswith(("song", "nhưng", "tuy nhiên"))):
                part = Span(parts.pop().start, part.end)
            parts.append(part)
        return parts

    def _lacks_by_itself(self, key: str) -> bool:
        """Whether a clause among results states a lack, whatever its neighbours do."""
        dealt_with = shortcomings.DEALT_WITH.search(key)
        return bool(lack.first_strong(key, self.lack)) and not dealt_with

    def _heads(self, passage: Passage) -> Iterator[str]:
        """The keys of the label and of the headings above a passage, nearest first."""
        path = self.document.section_path_at(passage.span.start)
        spans = [s.heading for s in reversed(path)]
        if passage.zone.head and passage.zone.head not in spans:
            spans.insert(0, passage.zone.head)
        return (self.document.key[span.start : span.end] for span in spans)

    def named(self, span: Span, passage: Passage) -> tuple[Theme, ...]:
        """The themes of a finding that stands in the passage."""
        contexts, topics = self._contexts(passage), self._topics(passage)
        found = themes(self.document.key, span, self.reference, contexts, topics)
        if found != ("other",):
            self.last = span
        return found

    def _topics(self, passage: Passage) -> Iterator[Span]:
        """What names the subject around a passage, nearest first: headings, then the title."""
        path = self.document.section_path_at(passage.span.start)
        yield from (section.heading for section in reversed(path))
        if self.doc_type in remedies.TELLING and self.document.blocks:
            head = self.document.blocks[0].span
            if _TOPICAL.search(self.document.key, head.start, head.end):
                yield head

    def _contexts(self, passage: Passage) -> Iterator[Span]:
        """What may lend a silent statement its theme, nearest first."""
        yield passage.span
        if passage.zone.head:
            yield passage.zone.head
        path = self.document.section_path_at(passage.span.start)
        yield from (section.heading for section in reversed(path))
        if self.last and not passage.marker:
            yield self.last


def _past_label(document: Document, block: Block, span: Span) -> Span:
    """A sentence of a footnote without the number of the footnote."""
    label = block.label or ""
    opens = bool(label) and span.start == block.span.start
    if opens and document.text.startswith(label, span.start):
        return Span(span.start + len(label), span.end)
    return span
