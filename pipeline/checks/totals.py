"""Parts against their total: of members, cells, organisations, staff.

Roles nest (a secretary is a member of the bureau and of the committee), so the members of a
committee are never added up by role.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.checks.arithmetic import added, shown
from pipeline.checks.doubt import Certainty, Doubt
from pipeline.checks.reports import Count, Fact, Report

_REACH = 250
"""How far before a part its total may stand, in characters."""
PARTS = (
    "female", "male", "ethnic_minority", "religious", "probationary", "education",
    "political_theory", "rank",
)  # fmt: skip
"""Attributes of those who are counted in a total."""
_WHOLES = (
    "party_member", "party_cell", "party_organization", "employee", "mass_organization",
    "administrative_unit",
)  # fmt: skip
_LEVELS = ("cử nhân", "cao cấp", "trung cấp", "sơ cấp")
_ABOUT = re.compile(r"(?:khoảng|gần|hơn|trên|dưới|xấp xỉ|ước|tới|ít nhất)\s*(?:\d[\d.]*\s*)?$")
_LIST = re.compile(
    r"[^\S\n]*(?P<opening>\(\s*(?P<told>(?:bao )?gồm(?: có)?|cụ thể(?: là)?)?"
    r"|,?\s*(?P<gom>(?:bao )?gồm(?: có)?))\s*:?\s*"
)
_BEFORE_LIST = re.compile(
    r"(?:[^\S\n]+(?:trực thuộc|cơ sở|ở (?:các )?xã, phường, thị trấn|của hai xã))?"
)
_CUT = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?|\s+và\s+)")
_PART = re.compile(r"(?P<label>[^\d]*?)(?P<value>\d{1,3}(?:\.\d{3})+|\d+)(?:\s+(?P<noun>[^\d]*))?")
_NO_PARTITION = re.compile(
    r"%|/|(?<!\w)(?:trong đó|trong số|riêng|có|nữ|nam|dự bị|chính thức|dân tộc|tôn giáo|đạo|tuổi"
    r"|trình độ|đại học|thạc sĩ|tiến sĩ|cao cấp|trung cấp|sơ cấp|miễn|kết nạp|mới|chuyển|tăng|giảm"
    r"|so với|năm|ngày|tháng|bí thư|ủy viên|cấp ủy|nhiệm kỳ|khóa|ngoài ra|thêm|khuyết)(?!\w)"
)


def doubts(report: Report) -> Iterator[Doubt]:
    """What does not add up to its total in one report."""
    yield from _gender(report)
    yield from _membership(report)
    yield from _too_large(report)
    yield from _theory(report)
    yield from _listed(report)


def about(report: Report, fact: Fact) -> bool:
    """Whether a figure is said to be rough: "gần 600", "hơn 2.400"."""
    start = fact.span_start
    return bool(_ABOUT.search(report.key[max(0, start - 16) : start])) or bool(
        re.match(r"(?:\w+\s+){0,3}(?:khoảng|gần|hơn|trên|dưới|ước)\s+\d", report.key[start:])
    )


def totals(report: Report, subject: str) -> list[Count]:
    """The totals of a subject."""
    return [c for c in report.counts if c.subject == subject and c.attribute == "total"]


def total_before(report: Report, part: Count) -> Count | None:
    """The total that a part is said of: the last of its subject, before it in its block."""
    first, _ = report.line(part.span_start)
    reach = max(first, part.span_start - _REACH)
    found = [
        c for c in totals(report, part.subject)
        if reach <= c.span_start < part.span_start and not c.doubtful
    ]  # fmt: skip
    return found[-1] if found and not about(report, found[-1]) else None


def _gender(report: Report) -> Iterator[Doubt]:
    """Women and men of one total."""
    for women in _of(report, "female"):
        for men in _of(report, "male"):
            same = (men.subject, men.detail) == (women.subject, women.detail)
            if same and report.together(women, men):
                yield from _pair(report, "gender_parts", women, men)


def _membership(report: Report) -> Iterator[Doubt]:
    """Full and probationary members of one total."""
    full = [c for c in report.counts if c.attribute == "other" and "chính thức" in (c.detail or "")]
    for official in full:
        for probationary in _of(report, "probationary"):
            same = probationary.subject == official.subject
            if same and report.together(official, probationary):
                yield from _pair(report, "membership_parts", official, probationary)


def _pair(report: Report, family: str, one: Count, other: Count) -> Iterator[Doubt]:
    first, second = sorted((one, other), key=lambda c: c.span_start)
    total = total_before(report, first)
    if total is None or first.value + second.value in _values(report, first.subject):
        return
    if not any(about(report, c) or c.doubtful for c in (first, second)):
        yield _sum_doubt(family, total, [first, second], report, "certain")


def _too_large(report: Report) -> Iterator[Doubt]:
    """A part larger than every total of its subject."""
    for part in report.counts:
        if part.attribute not in PARTS or part.doubtful:
            continue
        total = total_before(report, part)
        if total and part.value > max(_values(report, part.subject)):
            yield Doubt(
                family="part_exceeds_total",
                certainty="certain",
                here=part.place,
                there=total.place,
                arithmetic=f"{shown(part.value)} > {shown(total.value)}",
                values=(("part", shown(part.value)), ("total", shown(total.value))),
            )


def _theory(report: Report) -> Iterator[Doubt]:
    """Levels of political theory, of which each has one: together no more than the total."""
    groups: dict[tuple[str, int], list[Count]] = {}
    for part in _of(report, "political_theory"):
        groups.setdefault((part.subject, report.sentence(part.span_start)[0]), []).append(part)
    for parts in groups.values():
        levels = [next((w for w in _LEVELS if w in (p.detail or "").lower()), None) for p in parts]
        total = total_before(report, parts[0])
        if total is None or len(parts) < 2 or None in levels or len(set(levels)) < len(levels):
            continue
        whole = sum(p.value for p in parts)
        first, last = report.line(total.span_start)
        near = [t.value for t in totals(report, total.subject) if first <= t.span_start < last]
        if whole > max(near) >= max(p.value for p in parts):
            yield _sum_doubt("theory_parts", total, parts, report, "likely")


def _listed(report: Report) -> Iterator[Doubt]:
    """A total and the list of its parts: "08 chi bộ (06 chi bộ thôn, 02 chi bộ trường học)"."""
    for total in report.counts:
        if total.attribute != "total" or total.subject not in _WHOLES or about(report, total):
            continue
        parts = _partition(report, total)
        if parts and not total.doubtful and sum(v for v, _, _ in parts) != total.value:
            values = [v for v, _, _ in parts]
            start, end = parts[0][1], parts[-1][2]
            yield Doubt(
                family="listed_parts",
                certainty="likely",
                here=total.place,
                there=report.place(start, end),
                arithmetic=f"{added(values)} ≠ {shown(total.value)}",
                values=(("sum", shown(sum(values))), ("total", shown(total.value))),
            )


def _partition(report: Report, total: Count) -> list[tuple[int, int, int]]:
    """Value and place of each part of the list behind a total; empty where it is no partition."""
    at = total.span_end
    ahead = _BEFORE_LIST.match(report.key, at)
    opening = _LIST.match(report.key, ahead.end() if ahead else at)
    if opening is None:
        return []
    bracketed = opening["opening"].startswith("(")
    end = report.key.find(")", opening.end()) if bracketed else report.sentence(at)[1]
    cut = re.compile(r"[;.](?!\d)").search(report.key, opening.end(), max(end, opening.end()))
    if not bracketed and cut:
        end = cut.start()
    inside = report.key[opening.end() : max(end, opening.end())]
    if len(inside) > 250 or "(" in inside or _NO_PARTITION.search(inside):
        return []
    return _parts(inside, opening.end(), report.key[total.span_start : total.span_end])


def _parts(inside: str, offset: int, whole: str) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    nouns: set[str] = set()
    at = 0
    for cut in [*_CUT.finditer(inside), None]:
        end = cut.start() if cut else len(inside)
        part = _PART.fullmatch(inside[at:end].strip())
        if part is None:
            return []
        nouns.add(_noun(part["noun"] or "", whole))
        found.append((int(part["value"].replace(".", "")), offset + at, offset + end))
        at = cut.end() if cut else end
    return found if len(found) > 1 and len(nouns) == 1 and "?" not in nouns else []


def _noun(words: str, whole: str) -> str:
    """What a part counts, against the words of its total: the same, unsaid, or "?" (else)."""
    head = re.search(r"\d[\d.]*\s+(.+)", whole)
    noun = " ".join((head[1] if head else "").split()[:2])
    if not words or words.startswith(("ở ", "tại ", "thuộc ")):
        return ""
    if noun and words.startswith(noun):
        return noun
    if noun == "tổ chức" and words.startswith(("đảng bộ cơ sở", "chi bộ cơ sở")):
        return noun
    return "?"


def _sum_doubt(
    family: str, total: Count, parts: Sequence[Count], report: Report, certainty: Certainty
) -> Doubt:
    values = [p.value for p in parts]
    return Doubt(
        family=family,
        certainty=certainty,
        here=total.place,
        there=report.place(parts[0].span_start, parts[-1].span_end),
        arithmetic=f"{added(values)} ≠ {shown(total.value)}",
        values=(("sum", shown(sum(values))), ("total", shown(total.value))),
    )


def _values(report: Report, subject: str) -> set[int]:
    return {c.value for c in totals(report, subject)}


def _of(report: Report, attribute: str) -> list[Count]:
    return [c for c in report.counts if c.attribute == attribute and not c.doubtful]
