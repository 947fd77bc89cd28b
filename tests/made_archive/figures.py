"""Sentences about members and committees, right or, where wanted, wrong in one way.

Each function makes one sentence about a draft; with `wrong` it plants the error of its family. It
gives None where the draft has nothing to say it of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from random import Random

from tests.made_archive.model import Draft, Plan, Slot


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence for a slot of a draft."""

    slot: Slot
    words: str


Maker = Callable[[Plan, Draft, Random, bool], Sentence | None]


def number(value: int) -> str:
    """07, 43, 1.204."""
    return f"{value:02d}" if value < 10 else f"{value:,}".replace(",", ".")


def percent(part: int, whole: int, random: Random, digits: int | None = None) -> str:
    """The share with one or two digits (or none), rounded or cut off."""
    places = random.choice((1, 1, 1, 2, 0)) if digits is None else digits
    step = Decimal(1).scaleb(-places)
    cut = random.choice((ROUND_HALF_UP, ROUND_HALF_UP, ROUND_DOWN))
    return f"{(Decimal(100 * part) / whole).quantize(step, cut)}".replace(".", ",")


def _whose(draft: Draft) -> str:
    return "Chi bộ" if draft.unit.level == "cell" else "Đảng bộ"


def off(random: Random, least: int = 1, most: int = 4) -> int:
    return random.choice((-1, 1)) * random.randint(least, most)


def gender_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = draft.members
    women = max(1, whole * random.randint(25, 60) // 100)
    men = whole - women + (off(random, 1, max(1, min(4, whole - women - 1))) if wrong else 0)
    if men < 1:
        return None
    n, f, m = number(whole), number(women), number(men)
    words = random.choice(
        (
            f"{_whose(draft)} có {n} đảng viên, trong đó nữ {f} đồng chí, nam {m} đồng chí.",
            f"Tổng số đảng viên của đơn vị là {n} đồng chí (nữ: {f} đồng chí, nam: {m} đồng chí).",
            f"Đến nay {_whose(draft)} có {n} đảng viên (nam {m}, nữ {f}).",
            f"{_whose(draft)} có {n} đảng viên; đảng viên nữ {f} đồng chí, đảng viên nam {m} đồng "
            "chí.",
        )
    )
    return Sentence("situation", words)


def membership_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = draft.members
    probationary = random.randint(1, max(1, whole // 20))
    official = whole - probationary + (random.choice((-2, -1, 1, 2)) if wrong else 0)
    n, o, p = number(whole), number(official), number(probationary)
    words = random.choice(
        (
            f"{_whose(draft)} có {n} đảng viên, trong đó {o} đảng viên chính thức, {p} đảng viên "
            "dự bị.",
            f"{_whose(draft)} có {n} đảng viên ({o} đảng viên chính thức và {p} đảng viên dự bị).",
        )
    )
    return Sentence("situation", words)


def percent_of_base(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = draft.members
    part = max(1, whole * random.randint(10, 60) // 100)
    other = part
    if wrong:
        other = max(1, min(whole - 1, part + off(random, max(2, whole // 30), max(3, whole // 8))))
        if abs(100 * other / whole - 100 * part / whole) < 1.2:
            return None
    n, p = number(whole), number(part)
    share = percent(other, whole, random, random.choice((1, 1, 2)))
    words = random.choice(
        (
            f"{_whose(draft)} có {n} đảng viên, trong đó nữ {p} đồng chí, chiếm {share}%.",
            f"{_whose(draft)} hiện có {n} đảng viên; đảng viên nữ {p} đồng chí ({share}%).",
            f"Toàn đơn vị có {n} đảng viên, người dân tộc thiểu số {p} đồng chí (chiếm {share}%).",
        )
    )
    return Sentence("situation", words)


def committee_share(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    """A committee with several shares of one base, one of them wrong."""
    whole = random.choice((7, 9, 11, 13, 15))
    women, high = random.randint(1, whole // 3), random.randint(3, whole - 2)
    middle = whole - high if random.random() < 0.5 else max(1, whole - high - 1)
    shares = [percent(x, whole, random, 1) for x in (women, high, middle)]
    if wrong:
        at = random.randrange(3)
        true = (women, high, middle)[at]
        shares[at] = percent(true + (1 if true < whole - 1 else -1), whole, random, 1)
    words = (
        f"Ban Chấp hành gồm {number(whole)} đồng chí, trong đó nữ {number(women)} đồng chí "
        f"({shares[0]}%); cao cấp lý luận chính trị {number(high)} đồng chí ({shares[1]}%), trung "
        f"cấp {number(middle)} đồng chí ({shares[2]}%)."
    )
    return Sentence("situation", words) if draft.unit.level != "cell" else None


def listed_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    if draft.unit.level == "cell":
        return None
    kinds = random.sample(("cơ quan", "trường học", "thôn", "khu phố", "doanh nghiệp"), 3)
    parts = [random.randint(2, 9) for _ in kinds[: random.choice((2, 3))]]
    whole = number(sum(parts) + (random.choice((-2, -1, 1, 2)) if wrong else 0))
    told = [f"{number(p)} chi bộ {k}" for p, k in zip(parts, kinds, strict=False)]
    listed = f"{', '.join(told[:-1])} và {told[-1]}"
    words = random.choice(
        (
            f"Đảng bộ có {whole} chi bộ trực thuộc ({', '.join(told)}).",
            f"Toàn Đảng bộ có {whole} chi bộ, gồm {listed}.",
            f"Tổ chức bộ máy có {whole} chi bộ trực thuộc (gồm {listed}).",
        )
    )
    return Sentence("situation", words)


def theory_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = random.choice((9, 11, 13, 15))
    high = random.randint(3, whole - 3)
    middle = whole - high + (random.randint(1, 2) if wrong else -random.randint(0, 2))
    words = (
        f"Đảng ủy có {number(whole)} đồng chí; cao cấp lý luận chính trị {number(high)} đồng chí, "
        f"trung cấp {number(middle)} đồng chí."
    )
    return Sentence("situation", words) if draft.unit.level != "cell" else None


def nested_posts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    """Never wrong: the posts of a committee nest."""
    if wrong or draft.unit.level == "cell":
        return None
    whole, bureau = random.choice((11, 13, 15)), random.choice((3, 4, 5))
    words = random.choice(
        (
            f"Ban Chấp hành có {whole} đồng chí (01 bí thư, 01 phó bí thư, {number(bureau)} ủy "
            f"viên ban thường vụ, {number(whole - bureau)} ủy viên).",
            f"Cấp ủy gồm {whole} đồng chí, trong đó có 01 đồng chí Bí thư, 02 đồng chí Phó Bí thư, "
            f"{number(bureau)} đồng chí Ủy viên Ban Thường vụ.",
        )
    )
    return Sentence("situation", words)


def part_exceeds_total(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = draft.members
    part = whole + random.randint(2, 9) if wrong else max(1, whole // 3)
    words = f"{_whose(draft)} có {number(whole)} đảng viên, trong đó nữ {number(part)} đồng chí."
    return Sentence("situation", words)


def change_inside(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    former = plan.former(draft)
    if former is None or draft.members == former.members or draft.kind != "self_review_report":
        return None
    change = draft.members - former.members
    way = "tăng" if change > 0 else "giảm"
    stated = abs(change) + (random.randint(1, 3) if wrong else 0)
    words = (
        f"Đầu năm, {_whose(draft)} có {number(former.members)} đảng viên, đến nay có "
        f"{number(draft.members)} đảng viên, {way} {number(stated)} đảng viên."
    )
    return Sentence("situation", words)


def stated_change(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    former = _yearly(plan, draft)
    if former is None or draft.members == former.members:
        return None
    change = draft.members - former.members
    way = "tăng" if change > 0 else "giảm"
    stated = number(abs(change) + (random.randint(1, 4) if wrong else 0))
    words = random.choice(
        (
            f"{_whose(draft)} có {number(draft.members)} đảng viên, {way} {stated} đảng viên so "
            f"với năm {former.period}.",
            f"Đến nay {_whose(draft)} có {number(draft.members)} đảng viên, {way} {stated} đồng "
            "chí so với năm trước.",
        )
    )
    return Sentence("situation", words)


def restated_baseline(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    former = _yearly(plan, draft)
    if former is None:
        return None
    then = number(former.members + (off(random) if wrong else 0))
    words = random.choice(
        (
            f"Cuối năm {former.period}, {_whose(draft)} có {then} đảng viên.",
            f"Năm {former.period}, toàn {_whose(draft).lower()} có {then} đảng viên.",
        )
    )
    return Sentence("situation", words)


def members_flow(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    former = _yearly(plan, draft)
    if former is None or draft.admitted < 3 or draft.removed < 3:
        return None
    if former.members + draft.admitted - draft.removed != draft.members:
        return None
    came = random.randint(1, draft.admitted - 1)
    went = random.randint(1, draft.removed - 2)
    dead = draft.removed - went - 1
    admitted = draft.admitted - came + (off(random) if wrong else 0)
    if admitted < 1:
        return None
    words = (
        f"Trong năm kết nạp {number(admitted)} đảng viên; chuyển đến {number(came)} đồng chí, "
        f"chuyển đi {number(went)} đồng chí; xóa tên 01 đảng viên; từ trần {number(dead)} đồng chí."
    )
    return Sentence("situation", words)


def _yearly(plan: Plan, draft: Draft) -> Draft | None:
    """The review of the year before, of a review of a year."""
    if draft.kind != "self_review_report" or draft.period == draft.term:
        return None
    return plan.former(draft)
