"""Shortcomings, causes and remedies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import directions, lack, remedies, remedy_kinds, shortcomings, turned
from extractors.asking import asking, asking_clause, asks_nothing
from extractors.doctypes import own_type
from extractors.failings import Failings
from extractors.footnoted import in_footnotes
from extractors.passages import Passage, passages
from extractors.remedy_items import RemedyItem
from extractors.requests import Requests
from extractors.results_told import told_as_done
from extractors.run_in_lists import parted
from extractors.sentences import trimmed
from extractors.statement_model import Finding, reviewed
from extractors.statement_tables import table_passages
from extractors.statement_themes import StatementThemes
from extractors.titles import title
from extractors.zone_ends import leaves, strays
from extractors.zones import OPEN, Zone, head_words
from pipeline.model import Document, Span
from pipeline.records import Remedy, Shortcoming
from pipeline.reference import Reference

_REPORTS = frozenset({"self_review_report", "summary_report", "political_report"})
"""Documents that mostly file what is to be done under a heading, but not always."""
_APART = frozenset({"open", "shortcoming", "difficulty", "cause"})
"""Zones in which a report may all the same say what is to be done."""
_MENDED = re.compile(r"[\W_]*(?:khắc phục|sửa chữa|cách sửa|chấn chỉnh|hướng tới)\s*:\s\w")
"""How a sentence among lacks and causes begins that mends them."""
_LAST = 0.85
"""From here on an article concludes."""
_PROCEDURE = re.compile(r"kiểm điểm|xếp loại|đại hội|bầu cử|lấy phiếu")
"""Titles of guidelines whose steps are only how a thing is to be held."""
_MENDS = re.compile(
    r"(?:khắc phục|sửa chữa|chấn chỉnh)(?: \S+){0,8}? (?:hạn chế|khuyết điểm|tồn tại|thiếu sót|"
    r"yếu kém|kiểm điểm|kiểm tra|giám sát|kết luận)"
)
"""Titles of plans that mend what a review found, and so say both."""


def findings(document: Document, reference: Reference) -> Iterator[Finding]:
    """The findings of a document; a remedy is one record an item, the others one a clause."""
    finder = _Finder(document, reference)
    found = told_as_done(document, finder.flow, list(finder.read()))
    found += [*finder.in_footnotes(found), *finder.in_tables()]
    found += finder.among_lacks(found)
    finder.themes.last = None
    return reviewed(document, reference, finder.doc_type, finder.flow, found, finder.themes.of)


class _Finder:
    """Reads the passages in order; keeps the remedy being read and which zones are over.

    `closed`: a closing word has ended it. `left`: the text has turned away from it. `addressed`:
    a speaker has turned to the hall, so that only numbered items still belong to it.
    """

    def __init__(self, document: Document, reference: Reference) -> None:
        self.document, self.reference = document, reference
        head = title(document, reference)
        self.titled = document.key[head.span.start : head.span.end] if head else ""
        known = own_type(document, reference)
        self.mends = known == "plan" and bool(_MENDS.search(self.titled))
        self.doc_type = "self_review_report" if self.mends else known
        self.telling = self.doc_type in remedies.TELLING
        flow = passages(document, reference)
        ruling = self.doc_type in shortcomings.RULES
        self.flow = tuple(flow if ruling else parted(document, flow, reference))
        self.lack, self.act = lack.cues(reference), remedies.actions(reference)
        self.themes = StatementThemes(document, reference, self.doc_type)
        self.failings = Failings(document, reference, self.doc_type, self.themes)
        self.requests = Requests(document, reference)
        self.item: RemedyItem | None = None
        self.closed: Zone | None = None
        self.left: Zone | None = None
        self.addressed: Zone | None = None
        self.reopened: int | None = None

    def read(self) -> Iterator[Finding]:
        for passage in self._passages():
            key = self.document.key[passage.span.start : passage.span.end]
            passage = self._zoned(key, passage)
            silent = passage.zone == self.closed or self._sums_up(key, passage)
            rule = None if silent else self._remedy_rule(key, passage)
            if self.item and not (self._inside(key, passage) and self.item.takes(passage, rule)):
                yield from self._flush()
            if self.item:
                self.item = self.item.grown(passage)
            elif rule:
                self.item = RemedyItem(passage, passage.span, rule)
                self.failings.follows = False
            else:
                yield from self.failings.stated(key, passage)
        yield from self._flush()

    def in_footnotes(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """What footnotes to stated shortcomings and causes state themselves."""
        return in_footnotes(self.document, self.flow, found, self.lack, self.themes)

    def in_tables(self) -> Iterator[Finding]:
        """What the cells of tables state under headers over lacks, causes and remedies."""
        if self.doc_type in shortcomings.RULES:
            return
        for passage in table_passages(self.document, head_words(self.reference), self.mends):
            key = self.document.key[passage.span.start : passage.span.end]
            if passage.zone.kind != "remedy":
                yield from self.failings.stated(key, passage)
                continue
            span = trimmed(self.document, passage.span)
            sort = remedy_kinds.kind("remedy_column", self.doc_type)
            found = self.themes.of(span, passage)
            yield Remedy(span=span, rule="remedy_column", kind=sort, themes=found)

    def among_lacks(self, found: Sequence[Finding]) -> Iterator[Finding]:
        """What an article tells among lacks as one more."""
        if not self.telling:
            return
        for span, passage in turned.among_lacks(self.document, self.flow, found, self.reference):
            span = trimmed(self.document, span)
            themes, sort = self.themes.of(span, passage), shortcomings.kind(passage)
            yield Shortcoming(span=span, rule="lack_among_lacks", kind=sort, themes=themes)

    def _passages(self) -> Iterator[Passage]:
        """The passages; a clause that asks for something is one of its own in the news."""
        key, words = self.document.key, asking(self.reference)
        for passage in self.flow:
            start, end = passage.span.start, passage.span.end
            asks = asking_clause(key, start, end, words) if self.telling else None
            if asks:
                yield replace(passage, span=Span(start, asks))
            yield replace(passage, span=Span(asks, end)) if asks else passage

    def _zoned(self, key: str, passage: Passage) -> Passage:
        """The passage, in the open where its zone is over; notes what it ends itself."""
        if leaves(key, passage, self.reference):
            self.left = passage.zone
        if remedies.ADDRESS.match(key) and not passage.zone.sure:
            self.addressed = passage.zone
        over = passage.zone == self.addressed and not passage.marker
        if strays(self.document, passage, self.reference):
            passage = replace(passage, zone=passage.above)
        if passage.zone == self.left or over:
            passage = replace(passage, zone=OPEN)
        if self._ends(key, passage):
            self.closed = passage.zone
        return passage

    def _ends(self, key: str, passage: Passage) -> bool:
        """Whether a closing word closes: in a zone, else only in the last third of the text."""
        late = passage.span.start * 3 > 2 * len(self.document.text)
        return bool(remedies.CLOSING.match(key)) and (passage.zone.kind != "open" or late)

    def _sums_up(self, key: str, passage: Passage) -> bool:
        """Whether a sentence at the end of an article sums up its subject and asks for nothing."""
        if not self.telling or passage.marker:
            return False
        if passage.last and passage.zone.kind in ("open", "praise") and self._sets(key, passage):
            return False
        late = passage.span.start > _LAST * len(self.document.text)
        return passage.last or (late and bool(remedies.CONCLUDING.match(key)))

    def _sets(self, key: str, passage: Passage) -> bool:
        """Whether something is to be done in the last paragraph, from this sentence on."""
        if self.reopened is None and self.requests.sets(key):
            self.reopened = passage.span.start
        return self.reopened is not None and passage.span.start >= self.reopened

    def _inside(self, key: str, passage: Passage) -> bool:
        """Whether nothing has closed the remedies yet, nor turned from a list told in sentences."""
        listed = self.item is not None and self.item.rule == "listed"
        turned = listed and bool(self.lack.contrast.match(key))
        turned = turned or (self.telling and not passage.marker and asks_nothing(key))
        return passage.zone != self.closed and not turned and not self._sums_up(key, passage)

    def _remedy_rule(self, key: str, passage: Passage) -> str | None:
        steps = passage.zone.kind == "implementation" and self.doc_type == "guideline"
        if steps and _PROCEDURE.search(self.titled):
            return None
        rule = remedies.states(key, passage, self.doc_type, self.act)
        if self.telling:
            asked = self.requests.rule(key, passage)
            rule = rule or asked or self._answers(key, passage)
        if rule or remedies.CLOSING.match(key):
            return rule
        directed = directions.rule(self.document, key, passage, self.doc_type, self.reference)
        return directed or self._told_in_report(key, passage)

    def _answers(self, key: str, passage: Passage) -> str | None:
        """The rule by which a sentence answers a question after what is to be done, or None."""
        head = passage.zone.head
        if passage.zone.kind != "remedy" or head is None or passage.heading or passage.announces:
            return None
        asked = self.document.key[head.end - 1] == "?"
        return "prose_solution" if asked and self.requests.solutions.answers_so(key) else None

    def _told_in_report(self, key: str, passage: Passage) -> str | None:
        """The rule by which a report says in a sentence outside its lists what is to be done."""
        if self.doc_type not in _REPORTS or passage.heading or passage.announces:
            return None
        if passage.zone.kind not in _APART or passage.marker:
            return None
        told = _MENDED.match(key) or self.requests.solutions.looks_ahead(key)
        return "prose_solution" if told else None

    def _flush(self) -> Iterator[Remedy]:
        """The remedy that was being read, if it is one."""
        item, self.item = self.item, None
        read = item and item.remedy(self.document, self.doc_type, self.themes)
        if read:
            yield read
