"""Figures to plant in the archive: most right, some wrong in a way that a family of checks finds.

Right figures are planted more often than wrong ones, and all kinds of them, so that what is doubted
without cause shows.
"""

from dataclasses import dataclass
from random import Random

from tests.made_archive import figures, outcomes
from tests.made_archive.figures import Maker, Sentence
from tests.made_archive.model import Draft, Plan, Planted
from tests.made_archive.prose import remedy

INSIDE: dict[str, Maker] = {
    "gender_parts": figures.gender_parts,
    "membership_parts": figures.membership_parts,
    "percent_of_base": figures.percent_of_base,
    "committee_share": figures.committee_share,
    "listed_parts": figures.listed_parts,
    "theory_parts": figures.theory_parts,
    "part_exceeds_total": figures.part_exceeds_total,
    "change_inside": figures.change_inside,
    "rating_parts": outcomes.rating_parts,
    "rating_percent": outcomes.rating_percent,
    "discipline_parts": outcomes.discipline_parts,
    "none_against_figure": outcomes.none_against_figure,
    "summary_parts": outcomes.summary_parts,
    "indicator_verdict": outcomes.indicator_verdict,
    "impossible_date": outcomes.impossible_date,
    "citation_date": outcomes.citation_date,
    "citation_issuer": outcomes.citation_issuer,
    "cited_before_issued": outcomes.cited_before_issued,
    "percent_over_hundred": outcomes.percent_over_hundred,
    "fraction_percent": outcomes.fraction_percent,
}
BETWEEN: dict[str, Maker] = {
    "stated_change": figures.stated_change,
    "restated_baseline": figures.restated_baseline,
    "members_flow": figures.members_flow,
}
ALWAYS_RIGHT: dict[str, Maker] = {
    "nested_posts": figures.nested_posts,
    "unsure_verdict": outcomes.unsure_verdict,
}
_ALSO = {
    "committee_share": ("percent_of_base",),
    "rating_percent": ("rating_percent", "rating_shares"),
    "none_against_figure": ("none_against_figure",),
}
_REVIEWS = ("self_review_report", "summary_report")


@dataclass(frozen=True, slots=True)
class Error:
    """A planted error: the families that may rightly tell of it, and its sentence."""

    kind: str
    families: tuple[str, ...]
    planted: Planted


class Errors:
    """Plants `each` errors of every kind, and right figures in three of four other reports."""

    name = "errors"

    def __init__(self, each: int = 15) -> None:
        self.each = each

    def plant(self, plan: Plan, random: Random) -> list[Error]:
        reviews = [d for d in plan.drafts if d.kind in _REVIEWS and not d.open]
        free = list(reviews)
        random.shuffle(free)
        errors: list[Error] = []
        taken: set[str] = set()
        for kind, make in {**INSIDE, **BETWEEN}.items():
            planted = 0
            for draft in free:
                if planted == self.each:
                    break
                if draft.id in taken or not self._fits(kind, draft):
                    continue
                sentence = make(plan, draft, random, True)
                if sentence is not None:
                    taken.add(draft.id)
                    planted += 1
                    found = draft.add(sentence.slot, sentence.words)
                    errors.append(Error(kind, _ALSO.get(kind, (kind,)), found))
                    self._beside(kind, plan, draft, random, taken)
        self._right(plan, reviews, taken, random)
        return errors + self._remedies(plan, reviews, random)

    def _remedies(self, plan: Plan, reviews: list[Draft], random: Random) -> list[Error]:
        """Remedies told again word for word in a later term or in the same; others anew."""
        errors: list[Error] = []
        drafts = [d for d in reviews if d.kind == "self_review_report"]
        for draft in random.sample(drafts, len(drafts) // 3):
            words = remedy(random)
            later = [d for d in plan.of(draft.unit.id) if d.issued_on > draft.issued_on]
            again = [d for d in later if d.kind == draft.kind and d.term != draft.term]
            draft.add("remedies", words)
            if again and len(errors) < self.each:
                found = random.choice(again).add("remedies", words)
                errors.append(Error("repeated_remedy", ("repeated_remedy",), found))
            elif again and random.random() < 0.3:
                random.choice(again).add("remedies", remedy(random))
            elif same := [d for d in later if d.kind == draft.kind and d.term == draft.term]:
                random.choice(same).add("remedies", words)
        return errors

    def _fits(self, kind: str, draft: Draft) -> bool:
        return kind != "none_against_figure" or draft.kind == "self_review_report"

    def _beside(self, kind: str, plan: Plan, draft: Draft, random: Random, taken: set[str]) -> None:
        """What an error is told against: the figure denied, the members now and a year before."""
        if kind == "none_against_figure":
            _add(draft, outcomes.contradicting(random))
        former = plan.former(draft)
        if kind in BETWEEN and former is not None:
            taken.add(former.id)
            for whose in (former, draft):
                if kind != "stated_change" or whose is former:
                    _add(whose, _members(whose))

    def _right(self, plan: Plan, reviews: list[Draft], taken: set[str], random: Random) -> None:
        """Right figures of several kinds, in reports with an error too (but not of its members)."""
        makers = {**INSIDE, **ALWAYS_RIGHT}
        for draft in reviews:
            if random.random() < 0.25:
                continue
            kinds = random.sample(sorted(makers), random.randint(2, 5))
            if draft.id in taken:
                kinds = [k for k in kinds if k in _APART]
            if "discipline_parts" in kinds:
                kinds = [k for k in kinds if k != "none_against_figure"]
            for kind in kinds:
                _add(draft, makers[kind](plan, draft, random, False))
            if draft.id not in taken and random.random() < 0.5:
                between = BETWEEN[random.choice(sorted(BETWEEN))](plan, draft, random, False)
                if between is not None:
                    _add(draft, _members(draft))
                    _add(draft, between)


_APART = ("nested_posts", "impossible_date", "fraction_percent", "citation_date", "unsure_verdict")
"""Figures that have nothing to do with those of an error beside them."""


def _members(draft: Draft) -> Sentence:
    whose = "Chi bộ" if draft.unit.level == "cell" else "Đảng bộ"
    members = f"{draft.members:,}".replace(",", ".")
    return Sentence("situation", f"Hiện nay {whose} có {members} đảng viên.")


def _add(draft: Draft, sentence: Sentence | None) -> None:
    """Put a sentence into its slot, once."""
    if sentence is not None and sentence.words not in draft.slots.get(sentence.slot, []):
        draft.add(sentence.slot, sentence.words)
