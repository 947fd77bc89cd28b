"""Sentences about what was done, right or, where wanted, wrong in one way (see figures)."""

from datetime import date, timedelta
from random import Random

from tests.made_archive.figures import Sentence, number, off, percent
from tests.made_archive.model import Draft, Plan


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
        other = numbers[at] + off(random, max(2, whole // 25), max(3, whole // 12))
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
