"""Sentences of figures as offices write them, right or, where wanted, wrong in one way.

Each function makes one sentence about a draft; with `wrong` it plants the error of its family. It
gives None where the draft has nothing to say it of.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
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


def _off(random: Random, least: int = 1, most: int = 4) -> int:
    return random.choice((-1, 1)) * random.randint(least, most)


def gender_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = draft.members
    women = max(1, whole * random.randint(25, 60) // 100)
    men = whole - women + (_off(random, 1, max(1, min(4, whole - women - 1))) if wrong else 0)
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
        other = max(1, min(whole - 1, part + _off(random, max(2, whole // 30), max(3, whole // 8))))
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
    then = number(former.members + (_off(random) if wrong else 0))
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
    admitted = draft.admitted - came + (_off(random) if wrong else 0)
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


def rating_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    return _grades(draft, random, parts=wrong, shares=False)


def rating_percent(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    return _grades(draft, random, parts=False, shares=wrong, stated=True)


def _grades(
    draft: Draft, random: Random, *, parts: bool, shares: bool, stated: bool = False
) -> Sentence | None:
    whole = draft.members - random.randint(0, max(0, min(5, draft.members // 20)))
    excellent = max(1, whole * random.randint(8, 20) // 100)
    completed = max(1, whole * random.randint(3, 12) // 100)
    failed = random.choice((0, 1))
    good = whole - excellent - completed - failed
    if good < 5:
        return None
    numbers = [excellent, good, completed] + ([failed] if failed else [])
    told = [percent(x, whole, random, 1) for x in numbers]
    if shares:
        if whole < 15:
            return None
        at = random.randrange(2)
        other = numbers[at] + _off(random, max(2, whole // 25), max(3, whole // 12))
        told[at] = percent(max(1, other), whole, random, 1)
    if parts:
        numbers[random.randrange(3)] += random.randint(2, 5)
    names = ("hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ",
             "không hoàn thành nhiệm vụ")  # fmt: skip
    with_share = stated or (random.random() < 0.4 and not parts)
    lists = [
        f"{name} {number(x)} đảng viên" + (f" ({share}%)" if with_share else "")
        for name, x, share in zip(names, numbers, told, strict=False)
    ]
    opening = random.choice(
        (
            f"Đánh giá, xếp loại {number(whole)} đảng viên: ",
            f"Có {number(whole)} đảng viên được đánh giá, xếp loại: ",
        )
    )
    return Sentence("ratings", opening + "; ".join(lists) + ".")


def discipline_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    if draft.members < 60:
        return None
    many = max(2, draft.members // 200)
    parts = [random.randint(many, 3 * many), random.randint(1, many), random.randint(1, 2), 1]
    whole = sum(parts)
    told = dict(zip(("khiển trách", "cảnh cáo", "cách chức", "khai trừ"), parts, strict=True))
    if random.random() < 0.3:
        told.pop("cách chức")
        whole -= parts[2]
        change = -random.randint(1, 2)
    else:
        change = random.choice((-2, -1, 1, 2))
    whole += change if wrong else 0
    listed = ", ".join(f"{m} {number(x)}" for m, x in told.items())
    words = random.choice(
        (
            f"Thi hành kỷ luật {number(whole)} đảng viên, gồm {listed}.",
            f"Cấp ủy các cấp đã thi hành kỷ luật {number(whole)} đảng viên ({listed}).",
            f"Trong kỳ đã xử lý kỷ luật {number(whole)} đảng viên, trong đó: {listed}.",
        )
    )
    return Sentence("oversight", words)


def none_against_figure(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    """A denial; where wrong, `contradicting` must stand in the same draft."""
    words = random.choice(
        (
            "Trong năm không có đảng viên bị kỷ luật.",
            "Trong năm, đơn vị không có đảng viên nào bị thi hành kỷ luật.",
            "Không có đảng viên bị xử lý kỷ luật.",
        )
    )
    return Sentence("results", words)


def contradicting(random: Random) -> Sentence:
    """A figure of discipline against a denial."""
    told = random.randint(1, 4)
    return Sentence(
        "oversight",
        f"Ủy ban kiểm tra đề nghị cấp ủy thi hành kỷ luật {number(told)} đảng viên bằng hình thức "
        "khiển trách.",
    )


def summary_parts(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    exceeded, met, missed = (random.randint(2, 9) for _ in range(3))
    whole = number(exceeded + met + missed + (random.choice((-2, -1, 1, 2)) if wrong else 0))
    e, m, f = number(exceeded), number(met), number(missed)
    words = random.choice(
        (
            f"Trong {whole} chỉ tiêu nghị quyết đề ra có {e} chỉ tiêu vượt, {m} chỉ tiêu đạt và "
            f"{f} chỉ tiêu chưa đạt.",
            f"Thực hiện {whole} chỉ tiêu: vượt {e}, đạt {m}, chưa đạt {f}.",
            f"Có {e} chỉ tiêu vượt, {m} chỉ tiêu đạt, {f} chỉ tiêu không đạt trong tổng số {whole} "
            "chỉ tiêu.",
        )
    )
    return Sentence("results", words)


_HIGHER = (
    "Tỷ lệ dân số tham gia bảo hiểm y tế", "Tỷ lệ trẻ em tiêm chủng đầy đủ",
    "Tỷ lệ hộ dân dùng nước sạch", "Tỷ lệ trường đạt chuẩn quốc gia",
    "Tỷ lệ hồ sơ trực tuyến toàn trình", "Tỷ lệ giải ngân vốn đầu tư công",
)  # fmt: skip
_LOWER = (
    "Tỷ lệ hộ nghèo", "Tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân", "Tỷ lệ hồ sơ trễ hạn",
    "Tỷ lệ nợ xấu",
)  # fmt: skip
_UNSURE = ("Tỷ lệ giảm hộ nghèo", "Tỷ lệ tăng dân số tự nhiên", "Tỷ lệ hộ nghèo được vay vốn")


def indicator_verdict(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    low = random.random() < 0.4
    name = random.choice(_LOWER if low else _HIGHER)
    target = random.randint(20, 60) / 10 if low else random.randint(600, 950) / 10
    gap = random.randint(4, 15) / 10
    better = random.random() < 0.5
    value = target - gap if better == low else target + gap
    verdict = "đạt" if better != wrong else random.choice(("không đạt", "chưa đạt"))
    v, t = (f"{x:.1f}".replace(".", ",") for x in (value, target))
    verb = "còn" if low else "đạt"
    words = random.choice(
        (
            f"{name} {verb} {v}% (chỉ tiêu {t}%), {verdict} chỉ tiêu.",
            f"{name} {verb} {v}%, {verdict} kế hoạch ({t}%).",
        )
    )
    return Sentence("indicators", words)


def unsure_verdict(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    """Never wrong: whether more or less is better does not stand in the name."""
    name, value = random.choice(_UNSURE), random.randint(10, 40) / 10
    verdict = random.choice(("đạt", "chưa đạt"))
    v, t = (f"{x:.1f}".replace(".", ",") for x in (value, value + 0.4))
    return None if wrong else Sentence("indicators", f"{name} {v}%, {verdict} kế hoạch ({t}%).")


def impossible_date(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    month = random.choice((2, 4, 6, 9, 11))
    day = {2: 30}.get(month, 31) if wrong else random.randint(1, 28)
    told = random.choice(
        (
            f"Ngày {day:02d}/{month}/{draft.year - 1}",
            f"Ngày {day} tháng {month} năm {draft.year - 1}",
        )
    )
    return Sentence("results", f"{told}, cấp ủy tổ chức hội nghị chuyên đề về công tác cán bộ.")


_CITED = (
    ("Chỉ thị số 03-CT/TW", date(2011, 5, 14), "Bộ Chính trị"),
    ("Chỉ thị số 05-CT/TW", date(2016, 5, 15), "Bộ Chính trị"),
    ("Kết luận số 01-KL/TW", date(2021, 5, 18), "Bộ Chính trị"),
    ("Chỉ thị số 36-CT/TW", date(2014, 5, 30), "Bộ Chính trị"),
    ("Chỉ thị số 35-CT/TW", date(2019, 5, 30), "Bộ Chính trị"),
)


def _cited(draft: Draft, random: Random) -> tuple[str, date, str] | None:
    known = [c for c in _CITED if c[1] < draft.issued_on - timedelta(days=120)]
    return random.choice(known) if known else None


def citation_date(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    if (cited := _cited(draft, random)) is None:
        return None
    name, day, issuer = cited
    told = day + timedelta(days=random.choice((-9, -4, 3, 6, 11))) if wrong else day
    words = f"Tiếp tục thực hiện {name} ngày {told.day:02d}/{told.month}/{told.year} của {issuer}."
    return Sentence("results", words)


def citation_issuer(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    if (cited := _cited(draft, random)) is None:
        return None
    name, day, issuer = cited
    told = "Ban Bí thư" if wrong else issuer
    words = f"Đã quán triệt {name}, ngày {day.day:02d}/{day.month:02d}/{day.year} của {told}."
    return Sentence("results", words)


def cited_before_issued(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    day = draft.issued_on + timedelta(days=random.randint(40, 300) * (1 if wrong else -1))
    words = (
        f"Triển khai Kế hoạch số {random.randint(10, 90)}-KH/ĐU ngày {day.day:02d}/{day.month:02d}/"
        f"{day.year} của cấp ủy về kiểm tra, giám sát."
    )
    return Sentence("results", words)


def percent_over_hundred(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    share = f"{random.randint(1010, 1400) / 10 if wrong else random.randint(800, 995) / 10:.1f}"
    words = f"Số đảng viên tham gia học tập nghị quyết chiếm {share.replace('.', ',')}% tổng số."
    return Sentence("results", words)


def fraction_percent(plan: Plan, draft: Draft, random: Random, wrong: bool) -> Sentence | None:
    whole = random.randint(12, 60)
    part = random.randint(5, whole - 2)
    told = min(whole - 1, part + random.randint(2, 4)) if wrong else part
    if wrong and told == part:
        return None
    share = percent(told, whole, random, 1)
    words = random.choice(
        (
            f"Có {part}/{whole} cán bộ hoàn thành bồi dưỡng, đạt {share}%.",
            f"Đã giải quyết {part}/{whole} kiến nghị của cử tri (đạt {share}%).",
        )
    )
    return Sentence("results", words)


INSIDE: dict[str, Maker] = {
    "gender_parts": gender_parts,
    "membership_parts": membership_parts,
    "percent_of_base": percent_of_base,
    "committee_share": committee_share,
    "listed_parts": listed_parts,
    "theory_parts": theory_parts,
    "part_exceeds_total": part_exceeds_total,
    "change_inside": change_inside,
    "rating_parts": rating_parts,
    "rating_percent": rating_percent,
    "discipline_parts": discipline_parts,
    "none_against_figure": none_against_figure,
    "summary_parts": summary_parts,
    "indicator_verdict": indicator_verdict,
    "impossible_date": impossible_date,
    "citation_date": citation_date,
    "citation_issuer": citation_issuer,
    "cited_before_issued": cited_before_issued,
    "percent_over_hundred": percent_over_hundred,
    "fraction_percent": fraction_percent,
}
BETWEEN: dict[str, Maker] = {
    "stated_change": stated_change,
    "restated_baseline": restated_baseline,
    "members_flow": members_flow,
}
ALWAYS_RIGHT: dict[str, Maker] = {"nested_posts": nested_posts, "unsure_verdict": unsure_verdict}
