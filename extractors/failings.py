"""The shortcomings and causes that sentences state, one after another."""

import re
from collections.abc import Iterable, Iterator

from extractors import cause_kinds, causes, lack, shortcomings
from extractors.causes_told import hints, inside, named_inside, near, reasons, telling
from extractors.passages import Passage
from extractors.remedies import TELLING
from extractors.sentences import clauses, trimmed
from extractors.statement_themes import StatementThemes
from extractors.zones import OPEN, Zone
from pipeline.model import Document, Section, Span
from pipeline.records import Cause, CauseKind, Shortcoming
from pipeline.reference import Reference

_BY_LANGUAGE = frozenset({"words_of_lack", "after_a_turn", "misdeed_told"})
"""Rules of sentences that stand under no heading, so that a clause of them may commend."""


_NOW = re.compile(
    r"(?<!\w)(?:nay|bây giờ|hiện|hiện tại|giờ|đến giờ|vẫn|tuy nhiên|nhưng|song|thời gian qua|"
    r"những năm gần đây|"
    r"gần đây)(?!\w)"
)
"""Words by which a paragraph that looks back comes to the present."""


class Failings:
    """Reads what falls short and why; one record a clause.

    `follows`: the sentence before states a shortcoming, so that this may give its cause.
    `explained`: it gives a cause, so that this may give one more. `hinted`: a figure in it tells
    a lack. `caused`: the zone of the last cause, and its kind. `blaming`: of each section, whether
    it is over who answers for what fell short.
    """

    def __init__(
        self, document: Document, reference: Reference, doc_type: str, themes: StatementThemes
    ) -> None:
        self.document, self.doc_type, self.themes = document, doc_type, themes
        self.lack, self.telling = lack.cues(reference), telling(reference)
        self.follows = self.explained = self.hinted = False
        self.caused: tuple[Zone, CauseKind] = (OPEN, "unspecified")
        self.blaming: dict[int | None, bool] = {}

    def stated(self, key: str, passage: Passage) -> Iterator[Shortcoming | Cause]:
        """The cause or the shortcomings that a sentence states."""
        follows, self.follows = self.follows, False
        hinted, self.hinted = self.hinted, False
        told = self._told(key, passage, follows or hinted)
        if told or causes.states(key, passage, self.doc_type):
            self.follows = self.explained = told
            yield from self._causes(passage, "cause_told" if told else "cause_zone")
            return
        if self._looks_back(key, passage):
            return
        blamed = self._blamed(passage)
        rule = shortcomings.states(key, passage, self.doc_type, self.lack, follows, blamed)
        self.explained = False
        if rule:
            self.follows = True
            yield from self._shortcomings(passage, rule)
        elif self.doc_type in TELLING:
            self.hinted = hints(key)

    def _looks_back(self, key: str, passage: Passage) -> bool:
        """Whether a paragraph tells how things once were, and this sentence not how they are."""
        start = passage.block.span.start
        past = passage.zone == OPEN and shortcomings.LONG_AGO.match(self.document.key, start)
        return bool(past) and not _NOW.search(key)

    def _told(self, key: str, passage: Passage, follows: bool) -> bool:
        """Whether a sentence tells a cause where no heading says that causes are told."""
        loose = passage.zone.kind == "shortcoming" and not passage.zone.sure
        if passage.heading or not (passage.zone.kind == "open" or loose):
            return False
        if causes.owned(key, self.doc_type) or (follows and causes.told(key, self.doc_type)):
            return True
        if self.doc_type not in TELLING:
            return False
        return self._weighs(key) or (follows and self._explains(key))

    def _weighs(self, key: str) -> bool:
        """Whether a sentence of an article says what a lack is mostly due to."""
        turn = causes.weighed(key)
        return turn is not None and bool(lack.first_strong(key[:turn], self.lack))

    def _explains(self, key: str) -> bool:
        """Whether an article explains by this what the sentence before it states."""
        if self.explained and self.telling.goes_on(key):
            return True
        if lack.first_strong(key, self.lack):
            return False
        return reasons(key) or self.telling.outside(key)

    def _causes(self, passage: Passage, rule: str) -> Iterator[Cause]:
        """The clauses of a sentence of causes; a silent one is of the kind of the one before."""
        kind: CauseKind = "unspecified"
        for part in clauses(self.document, passage.span):
            named = self._cause_kind(self.document.key[part.start : part.end], passage)
            kind = kind if named == "unspecified" else named
            yield Cause(span=trimmed(self.document, part), rule=rule, kind=kind)

    def _shortcomings(self, passage: Passage, rule: str) -> Iterator[Shortcoming | Cause]:
        """The clauses of a sentence that falls short; a later one may give the cause."""
        sort = shortcomings.kind(passage, rule)
        for part in self._parts(passage.span, rule):
            span = trimmed(self.document, part)
            key = self.document.key[span.start : span.end]
            if part.start > passage.span.start and causes.told(key, self.doc_type):
                yield Cause(span=span, rule="cause_told", kind=self._cause_kind("", passage))
                continue
            named = named_inside(key)
            if named and lack.lacks(key[: named[0]], self.lack):
                cause = Span(span.start + named[0], span.end)
                yield Cause(span=cause, rule="cause_inside", kind=self._cause_kind("", passage))
                span = trimmed(self.document, Span(span.start, cause.start))
                key = key[: named[0]]
            found = self.themes.of(span, passage)
            if rule == "violation_told":
                found = ("discipline", *(t for t in found if t not in ("discipline", "other")))[:3]
            yield Shortcoming(span=span, rule=rule, kind=sort, themes=found)
            if self.doc_type in TELLING and rule != "violation_told":
                yield from self._subordinate(key, span, passage)

    def _subordinate(self, key: str, span: Span, passage: Passage) -> Iterator[Cause]:
        """The cause that a clause at the end of what falls short gives in an article."""
        place = inside(key)
        if place and lack.lacks(key[near(place[0]) : place[0]], self.lack):
            start, end = (span.start + at for at in place)
            kind = self._cause_kind("", passage)
            yield Cause(span=Span(start, end), rule="cause_inside", kind=kind)

    def _parts(self, sentence: Span, rule: str) -> list[Span]:
        """The clauses of a sentence; a turn stays with what it turns from."""
        parts: list[Span] = []
        for part in clauses(self.document, sentence):
            key = self.document.key[part.start : part.end]
            if rule == "lack_among_results" and not self._lacks_by_itself(key):
                continue
            if rule in _BY_LANGUAGE and self._commends(key):
                continue
            told = rule == "violation_told" and not lack.lacks(key, self.lack)
            if parts and (told or key.startswith(("song", "nhưng", "tuy nhiên"))):
                part = Span(parts.pop().start, part.end)
            parts.append(part)
        return parts

    def _commends(self, key: str) -> bool:
        """Whether a clause among lacks says what is well, or was put right."""
        if lack.lacks(key, self.lack) or "không hoàn thành" in key or "không đạt" in key:
            return False
        dealt_with = shortcomings.DEALT_WITH.search(key)
        return bool(self.lack.merit.search(key) or dealt_with or lack.praises(key, self.lack))

    def _lacks_by_itself(self, key: str) -> bool:
        """Whether a clause among results states a lack, whatever its neighbours do."""
        dealt_with = shortcomings.DEALT_WITH.search(key)
        return bool(lack.first_strong(key, self.lack)) and not dealt_with

    def _blamed(self, passage: Passage) -> bool:
        """Whether a passage stands under a heading over who answers for what fell short."""
        section = self.document.section_index_at(passage.span.start)
        if section not in self.blaming:
            heads = self._keys(s.heading for s in self._path(passage))
            self.blaming[section] = any(map(shortcomings.RESPONSIBILITY.match, heads))
        return self.blaming[section]

    def _cause_kind(self, key: str, passage: Passage) -> CauseKind:
        """The kind that the sentence or the words above it name, else that of the one before."""
        kind = cause_kinds.kind(self._heads(passage), key)
        goes_on = not passage.zone.sure or not passage.marker
        if kind == "unspecified" and passage.zone == self.caused[0] and goes_on:
            kind = self.caused[1]
        self.caused = passage.zone, kind
        return kind

    def _heads(self, passage: Passage) -> Iterator[str]:
        """The keys of the label and of the headings above a passage, nearest first."""
        spans = [s.heading for s in reversed(self._path(passage))]
        if passage.zone.head and passage.zone.head not in spans:
            spans.insert(0, passage.zone.head)
        return self._keys(spans)

    def _path(self, passage: Passage) -> tuple[Section, ...]:
        return self.document.section_path_at(passage.span.start)

    def _keys(self, spans: Iterable[Span]) -> Iterator[str]:
        return (self.document.key[span.start : span.end] for span in spans)
