"""Counts whose noun stands before the number: "Tổng số đảng viên: 130"."""

import re

from extractors.figure import Figure
from extractors.makeup import (
    BODIES,
    COMMITTEE,
    POSTS,
    TOTAL_LABEL,
    Place,
    is_bare,
    is_person,
    told,
    words_of,
)
from extractors.qualifiers import is_qualified
from extractors.sorts import ATTRIBUTES, SUBJECTS
from pipeline.records import Count, CountAttribute
from pipeline.reference import Hit


def titled(place: Place, figure: Figure) -> Count | None:
    """A count whose noun stands before it: "Tổng số đảng viên: 130"."""
    key, label = place.key, figure.label
    cut = max(key.rfind(mark, figure.sentence.start, label.start) for mark in ";.(:")
    start = max(figure.sentence.start, cut, *(c.span.end for c in place.made))
    begin = max(label.start, key.rfind(":", label.start, label.end) + 1)
    if raised := _RAISED.search(key, begin, label.end):
        begin = raised.start()
    lead = TOTAL_LABEL.match(key, begin, label.end)
    at = lead.end() if lead else begin
    hits = place.words.nouns.find(key, start, label.end)
    hit = next((h for h in hits if h.span.start <= at < h.span.end), None)
    if hit is None or hit.code not in SUBJECTS:
        return None
    if hit.code in ("chair", "deputy_chair") and place.head not in COMMITTEE:
        return None
    if hit.code in (*POSTS, "chair") and _POSTS_JOINED.match(key, hit.span.start, label.end):
        joint = is_person(figure) and _is_joint(key, hit.span.start, label.end)
        return (
            told(figure, "employee", "total", "label_count", start=hit.span.start)
            if joint
            else None
        )
    organised = SUBJECTS[hit.code] in BODIES
    if organised and (is_person(figure) or _LACKS.search(key, hit.span.end, label.end)):
        return None
    between = key[label.end : figure.number.span.start]
    if hit.code == "party_member" and _is_of_staff(place, figure):
        return told(figure, "party_member", "total", "staff_members_count", start=hit.span.start)
    if _is_listed_part(place, figure, hit):
        return told(figure, SUBJECTS[hit.code], "total", "listed_count", start=hit.span.start)
    if is_person(figure) and (kind := _of_kind(place, figure, hit)):
        return kind
    numbers_them = is_person(figure) or "số" in key[begin:at]
    qualified = numbers_them and _is_qualified(place, hit.span.end, label.end)
    if is_person(figure) and not qualified and _QUALIFIED.fullmatch(key, hit.span.end, label.end):
        detail = " ".join(key[hit.span.start : label.end].split())
        somewhere = _SOMEWHERE.match(key, hit.span.end, label.end) is not None
        told_so: CountAttribute = "total" if somewhere else "other"
        return told(figure, SUBJECTS[hit.code], told_so, "part_count", detail, hit.span.start)
    if ":" not in between and "là" not in between and hit.span.end != label.end and not qualified:
        return None
    if _ATTENDING.search(key, hit.span.end, label.end):
        return None
    numbered = figure.noun is None and ":" not in between and "là" not in between
    if hit.code in POSTS and place.made:
        numbered = False  # "bí thư 01, phó bí thư 01"
    if numbered and figure.bracketed and place.made and hit.span.end == label.end:
        numbered = figure.number.value < 2  # "(đảng bộ cơ sở 58, chi bộ cơ sở 38)"
    if numbered and "số" not in key[begin:at]:
        return None  # "Chi bộ 2" is a name
    allowed = "số lượng" in key[figure.sentence.start : label.end] and ":" not in between
    if allowed and hit.code in (*POSTS, "other"):
        return None  # how many a committee may have
    if figure.bracketed and hit.code == "employee" and _is_of_members(place):
        return told(
            figure, "party_member", "other", "part_count", words_of(place, hit), hit.span.start
        )
    new = words_of(place, hit) == "đảng viên mới"
    attribute: CountAttribute = "admitted" if new else "total"
    return told(figure, SUBJECTS[hit.code], attribute, "label_count", start=hit.span.start)


# "bí thư, phó bí thư, chủ tịch, phó chủ tịch xã có 3.120 người": of no one post.
_POST = r"(?:phó )?(?:bí thư|chủ tịch|giám đốc|trưởng phòng)"
_POSTS_JOINED = re.compile(rf"{_POST}(?:,| và) {_POST}(?!\w)")


def _is_joint(key: str, start: int, end: int) -> bool:
    """Whether those of two offices are counted, not a secretary and his deputies."""
    return "chủ tịch" in key[start:end] or "giám đốc" in key[start:end]


# "số chi bộ chưa có chi ủy là 3": those that lack something.
_LACKS = re.compile(r"(?<!\w)(?:chưa|không|thiếu|yếu kém|vi phạm)(?!\w)")
# "Công tác kết nạp đưa số đảng viên lên 5.612".
_RAISED = re.compile(r"(?<!\w)(?:đưa|nâng) (?:tổng )?số ")


# "Đảng viên ở nông thôn có 2.120 đồng chí": as many as there are in a place.
_SOMEWHERE = re.compile(r"\s+(?:trong|thuộc|ở|tại|khối)\s")
# "đảng viên trong doanh nghiệp tư nhân 96 đồng chí": some of them.
_QUALIFIED = re.compile(
    r"\s+(?:trong|thuộc|ở|tại|là|khối|đang)\s+(?!tổng số|đầu|cuối)[^;:.\d]{3,60}"
)


def _is_of_staff(place: Place, figure: Figure) -> bool:
    """Whether members are told beside other parts of a workforce, whose make-up goes on.

    "cán bộ nữ: 3.018 người; đảng viên: 11.830 người".
    """
    plain = place.key[figure.label.start : figure.label.end] in ("đảng viên", "là đảng viên")
    if not plain or not place.made or place.made[0].subject != "employee":
        return False
    staff = (c.value for c in (*place.made, *place.totals) if c.subject == "employee")
    return max(staff) > figure.number.value


_LISTS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm|cụ thể)(?!\w)|:")


def _is_listed_part(place: Place, figure: Figure, hit: Hit) -> bool:
    """Whether a list parts the total before it: "18 chi bộ, trong đó: chi bộ ấp 11, …"."""
    if hit.code not in BODIES or hit.span.end == figure.label.end or not is_bare(place, figure):
        return False
    whole = next((c for c in place.made if c.subject == SUBJECTS[hit.code]), None)
    if whole is None or whole.value <= figure.number.value:
        return False
    return _LISTS.search(place.key, whole.span.end, hit.span.start) is not None


# "Số cán bộ nữ trong hệ thống chính trị cấp xã là 2.145 người".
_KIND_LEAD = re.compile(r"\s(?:(?:là|người|có|trình độ) )*")


def _of_kind(place: Place, figure: Figure, hit: Hit) -> Count | None:
    """A count of those of a kind that a noun before the number is told apart by."""
    m = _KIND_LEAD.match(place.key, hit.span.end, figure.label.end)
    kind = place.words.attributes.at(place.key, m.end(), figure.label.end) if m else None
    if kind is None or kind.code not in ("female", "male", "ethnic_minority", "religious"):
        return None
    if not _is_qualified(place, kind.span.end, figure.label.end):
        return None
    attribute = ATTRIBUTES[kind.code]
    return told(figure, SUBJECTS[hit.code], attribute, "attribute_count", None, hit.span.start)


_ATTENDING = re.compile(r"(?<!\w)(?:dự|tham dự|tham gia|có mặt|vắng|biểu quyết)(?!\w)")


def _is_of_members(place: Place) -> bool:
    """Whether a bracket parts the members told: "109 đảng viên (giáo viên 98 đồng chí, …"."""
    last = place.made[-1] if place.made else None
    return last is not None and last.subject == "party_member"


def _is_qualified(place: Place, start: int, end: int) -> bool:
    return is_qualified(place.text, place.key, place.words.qualifiers, start, end)
