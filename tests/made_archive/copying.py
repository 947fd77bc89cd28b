"""Paragraphs to plant: each unit's own, some copied by another unit, some that only look copied.

Look-alikes: the office's long formulas, a unit's own paragraph of a former year (under its former
name too), and words of a plan from above that units repeat.
"""

from dataclasses import dataclass
from random import Random

from tests.made_archive.model import Draft, Plan, Planted
from tests.made_archive.prose import edited, paragraph

_FORMULAS = (
    "Cấp ủy thường xuyên quán triệt và tổ chức thực hiện nghiêm túc nghị quyết của Đảng, pháp "
    "luật của Nhà nước và quy chế đã ban hành; duy trì nền nếp sinh hoạt, thực hiện đầy đủ "
    "nguyên tắc tập trung dân chủ, tự phê bình và phê bình, giữ gìn đoàn kết thống nhất trong nội "
    "bộ, phát huy vai trò tiền phong, gương mẫu của cán bộ, đảng viên.",
    "Công tác giáo dục chính trị tư tưởng được quan tâm lãnh đạo; việc học tập và làm theo tư "
    "tưởng, đạo đức, phong cách của Bác trở thành việc làm thường xuyên; cán bộ, đảng viên có lập "
    "trường tư tưởng vững vàng, chấp hành sự phân công của tổ chức, không có biểu hiện suy thoái "
    "về tư tưởng chính trị, đạo đức, lối sống.",
    "Công tác kiểm tra, giám sát được thực hiện theo chương trình đề ra; nội dung bám sát quy "
    "định, hướng dẫn của cấp trên; qua kiểm tra kịp thời chỉ ra ưu điểm để phát huy, thiếu sót để "
    "rút kinh nghiệm, góp phần nâng cao năng lực lãnh đạo và sức chiến đấu của tổ chức đảng.",
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copied paragraph and the one it was copied from."""

    original: Planted
    copy: Planted
    how: str


class Copies:
    """Plants `many` copies among paragraphs of the units' own, formulas and repetitions."""

    name = "copies"

    def __init__(self, many: int = 160) -> None:
        self.many = many

    def plant(self, plan: Plan, random: Random) -> list[Copy]:
        reviews = [d for d in plan.drafts if d.kind == "self_review_report" and not d.open]
        for draft in reviews:
            if random.random() < 0.5:
                draft.add("results", random.choice(_FORMULAS))
        own = {d.id: self._own(d, random) for d in random.sample(reviews, len(reviews) // 3)}
        self._again(plan, own, random)
        self._from_above(plan, random)
        copies: list[Copy] = []
        copiers = [d for d in reviews if d.id not in own]
        for original in random.sample(sorted(own), self.many):
            source = next(d for d in reviews if d.id == original)
            later = [c for c in copiers if self._apart(plan, source, c)]
            if later:
                copier = random.choice(later)
                copiers.remove(copier)
                copies.append(self._copy(own[original], source, copier, random))
        return copies

    def _own(self, draft: Draft, random: Random) -> Planted:
        words = paragraph(random, random.randint(3, 5), draft.unit.name)
        return draft.add("results", words)

    def _apart(self, plan: Plan, source: Draft, copier: Draft) -> bool:
        """Whether the copier is a later report of a unit that is no kin of the source's."""
        kin = plan.ancestry(copier.unit.id) & plan.ancestry(source.unit.id)
        above = {source.unit.id, copier.unit.id} & {
            x.parent.id for x in (source, copier) if x.parent
        }
        later = source.issued_on < copier.issued_on
        return later and not kin and not above and source.unit.name != copier.unit.name

    def _copy(self, own: Planted, source: Draft, copier: Draft, random: Random) -> Copy:
        how = random.choice(("whole", "names", "edits", "edits", "dropped", "added"))
        words = own.words.replace(source.unit.name, copier.unit.name)
        if how in ("edits", "dropped", "added"):
            words = edited(random, words, random.randint(1, 4))
        first, *others = words.split(". ")
        if how == "dropped" and len(others) > 2:
            others.pop(random.randrange(len(others) - 1))
            words = ". ".join([first, *others])
        if how == "added":
            words += " " + paragraph(random, 1, "Ngoài ra")
        return Copy(own, copier.add("results", words), how)

    def _again(self, plan: Plan, own: dict[str, Planted], random: Random) -> None:
        """A paragraph of a unit once more in a later report of its own, or of its successor."""
        for id in random.sample(sorted(own), min(60, len(own))):
            draft = next(d for d in plan.drafts if d.id == id)
            heirs = [
                d for d in plan.drafts
                if d.issued_on > draft.issued_on and d.id not in own
                and draft.unit.id in plan.ancestry(d.unit.id) and d.kind == draft.kind
            ]  # fmt: skip
            if heirs:
                random.choice(heirs).add("results", own[id].words)

    def _from_above(self, plan: Plan, random: Random) -> None:
        """Words of a plan that units below repeat."""
        for above in [d for d in plan.drafts if d.kind == "plan"][:20]:
            below = [
                d for d in plan.drafts
                if d.parent and d.parent.id == above.unit.id and d.issued_on > above.issued_on
                and d.kind == "self_review_report"
            ]  # fmt: skip
            words = paragraph(random, 4, "Nhiệm vụ trọng tâm")
            above.add("results", words)
            for draft in random.sample(below, min(3, len(below))):
                draft.add("results", words)
