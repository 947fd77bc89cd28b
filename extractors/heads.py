"""Whose make-up is being told: what the counts and the lines before a figure have set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.figure import Figure
from extractors.makeup import Place, own_subject, told
from extractors.sorts import SUBJECTS
from pipeline.model import Document, Span
from pipeline.records import Count, CountSubject
from pipeline.reference import Lexicon, word_start

PEOPLE = ("party_member", "employee", "committee_member", "standing_member", "other")
_LED = ("secretary", "deputy_secretary")
"""Posts whose make-up is told only where they were counted as a body ("đội ngũ bí thư có …")."""
_ASIDE = ("post_count", "staff_members_count", "staff_around_count")
"""Rules of counts beside which the make-up told goes on."""
_MEMORY = 1200
"""For how many characters without a count the make-up told is still that of the same head."""
_SIZES_KEPT = 8
# "4. Trình độ chuyên môn của đảng viên:", "Cơ cấu cấp ủy:": a line that says whose make-up follows.
_HEADLINE = re.compile(
    word_start("trình độ|cơ cấu|chất lượng|độ tuổi|tuổi đời|biến động|thành phần")
    + r"(?P<whose>[^\n:;.\d]{3,70}):[^:;.\d]{0,60}:?\s*$"
)
# "những con số ấy lần lượt là 561, 3.208 và 52.836": the same again, in the same order.
_PARALLEL = re.compile(
    word_start("lần lượt|tương ứng|con số này|con số ấy|con số đó")
    + r"(?:\s+[^\W\d_]+){0,4}?\s*(?:là|:|còn|đạt)"
    r"\s+(?:(?:gần|hơn|trên|khoảng)\s+)?(?=\d)"
)


@dataclass(frozen=True, slots=True)
class Memory:
    """What was counted before a sentence.

    `head`: whose make-up is told; `made`: the counts of the last sentence that has any; `totals`:
    the sizes of groups of people told so far, the latest first; `end`: where the last count ends.
    """

    head: CountSubject | None = None
    made: tuple[Count, ...] = ()
    totals: tuple[Count, ...] = ()
    end: int = 0

    def at(self, document: Document, place: Place, sentence: Sequence[Figure]) -> Place:
        """The place as a sentence finds it."""
        first = sentence[0]
        above = _headline(place, self.end, first) or _heading(document, place, self.end, first)
        if first.span.start - self.end >= _MEMORY:
            head = above or _opening(place, first) or _ahead(place, sentence)
            return place.knowing(head, None, self.totals)
        head = above or _opening(place, first) or self.head or _ahead(place, sentence)
        last = self.made[-1] if self.made else None
        return place.knowing(head, last, self.totals)

    def after(self, made: Sequence[Count], head: CountSubject | None) -> "Memory":
        """What is known once a sentence has told these counts."""
        if not made:
            return self if head == self.head else replace(self, head=head)
        sizes = [
            c
            for c in made
            if c.attribute == "total" and c.subject in (*PEOPLE, *_LED) and c.rule not in _ASIDE
        ]
        totals = (*reversed(sizes), *self.totals)[:_SIZES_KEPT]
        return Memory(head_after(head, made), tuple(made), totals, made[-1].span.end)


def head_after(head: CountSubject | None, made: Sequence[Count]) -> CountSubject | None:
    """Whose make-up is being told after these counts: those counted in total last."""
    totals = [
        c.subject
        for c in made
        if c.attribute == "total"
        and c.rule not in _ASIDE
        and (c.subject in PEOPLE or (c.subject in _LED and c.rule == "body_count"))
    ]
    last = totals[-1] if totals else None
    if last == "standing_member" and "committee_member" in totals:
        return "committee_member"
    parts = [c.subject for c in made if c.rule == "attribute_count" and c.subject in PEOPLE]
    return last or next(iter(parts), head)


# "Riêng đội ngũ bí thư đảng ủy xã: trình độ đại học có 61 đồng chí".
_OPENING = re.compile(r"[-+*\s]*(?:(?:riêng|đối với|về|với|đội ngũ|số|các|cơ cấu|chất lượng)\s+)*")
_COLON = re.compile(r"[^\n:;.\d]{0,60}:[^:;.\d]{1,60}$")


def _opening(place: Place, first: Figure) -> CountSubject | None:
    """Whom a sentence opens with, before a colon and what it tells of them."""
    lead = _OPENING.match(place.key, first.sentence.start)
    hit = place.words.nouns.at(place.key, lead.end()) if lead else None
    who = SUBJECTS.get(hit.code) if hit else None
    if hit is None or who not in (*PEOPLE, *_LED):
        return None
    return who if _COLON.match(place.key, hit.span.end, first.number.span.start) else None


# "dưới 30 tuổi 41 người, … trong tổng số 402 cán bộ xã".
_WHOLE = re.compile(r"(?<!\w)(?:trong|trên) tổng số\s+$")


def _ahead(place: Place, sentence: Sequence[Figure]) -> CountSubject | None:
    """Whom the sentence says, behind its parts, that it parts."""
    wholes = (f for f in sentence[1:] if _WHOLE.search(place.key, *f.near(20)))
    told_so = (own_subject(f) for f in wholes)
    return next((who for who in told_so if who in PEOPLE), None)


# "III. CHẤT LƯỢNG ĐẢNG VIÊN": a heading that says whose make-up follows.
_OF_WHOM = re.compile(
    r"(?<!\w)(?:trình độ|cơ cấu|chất lượng|độ tuổi|biến động|thành phần|tình hình|đội ngũ|số lượng)"
    r"(?P<whose>[^\n]{3,80})$"
)


def _heading(document: Document, place: Place, since: int, first: Figure) -> CountSubject | None:
    """Whom the nearest heading since the last count says the make-up is of."""
    for section in reversed(document.section_path_at(first.number.span.start)):
        span = section.heading
        if span.start < since or span.end > first.number.span.start:
            return None
        if m := _OF_WHOM.search(place.key, span.start, span.end):
            return _first(place.words.bodies, place, m) or _first(place.words.nouns, place, m)
    return None


def _headline(place: Place, since: int, first: Figure) -> CountSubject | None:
    """Whom a line between the last count and this figure says the make-up is of."""
    at = first.number.span.start
    begin = max(since, at - 150)
    m = _HEADLINE.search(place.key, begin, at) if place.key.find(":", begin, at) >= 0 else None
    if m is None:
        return None
    return _first(place.words.bodies, place, m) or _first(place.words.nouns, place, m)


def _first(lexicon: Lexicon, place: Place, m: re.Match[str]) -> CountSubject | None:
    codes = [SUBJECTS.get(h.code) for h in lexicon.find(place.key, m.start("whose"), m.end())]
    return next((c for c in codes if c in PEOPLE), None)


def repeats(key: str, sentence: Sequence[Figure]) -> int | None:
    """Where the numbers begin that a sentence tells of what was counted before, or None."""
    if not sentence:
        return None
    m = _PARALLEL.search(key, sentence[0].sentence.start, sentence[0].sentence.end)
    return m.end() if m else None


def again(
    place: Place, sentence: Sequence[Figure], since: int, before: Sequence[Count]
) -> dict[Span, Count]:
    """The numbers from `since` on, which repeat counts in their order ("lần lượt là …").

    `place.made` holds what the sentence has told so far, `before` what the one before it told.
    """
    listed = [f for f in sentence if f.number.span.start >= since]
    known = [c for c in place.made if c.span.end <= since] or list(before)
    if not known or not listed or len(listed) not in (1, len(known)):
        return {}
    return {
        f.number.span: told(f, c.subject, c.attribute, "parallel_count")
        for f, c in zip(listed, known[-len(listed) :], strict=True)
    }
