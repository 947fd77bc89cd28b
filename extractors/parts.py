"""Parts of those counted before: by place, by level, by what they are."""

import re

from extractors.figure import Figure
from extractors.makeup import (
    BODIES,
    Place,
    told,
)
from pipeline.records import Count
from pipeline.text import LOWER, UPPER

# "312 đảng viên là thợ lò", "23 đảng viên đi làm ăn xa": some of them, by what they are or do.
KIND = re.compile(
    r" (?:(?:đang |thường xuyên )*đi (?:làm|lao động|học)|là (?!\d|nam|nữ)|quá (?=\w+ tháng)"
    r"|cao tuổi|trẻ(?!\w)|lớn tuổi|tuổi cao|ốm đau|nghỉ hưu)[^.;,()\d]{0,40}"
)
# "1.214 bí thư chi bộ kiêm trưởng thôn": what they are besides.
ALSO = re.compile(r"[^.;,()\d]{0,30}?\s(?:kiêm|đồng thời)(?!\w)")
_NAMED_PLACE = re.compile(
    r"(?:(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị xã|[Kk]hối"
    r"|[Nn]gười|[Dd]ân tộc)\s+)?"
    rf"[{UPPER}][{LOWER}]*(?:\s+(?:-\s+)?[{UPPER}][{LOWER}]*){{0,4}}"
    r"|(?:Đảng (?:bộ|ủy)|Chi bộ)"
    r"(?: (?!(?:hiện|đã|có|được|bị|nay|vẫn|đều|chỉ)(?!\w))[^\W\d_]+){1,8}"
)
# "cấp tỉnh 3.015 người, cấp huyện 5.870 người", "khối trường học 62 đồng chí".
_LEVEL = re.compile(r"(?:[Cc]ấp|[Kk]hối|[Ởở]|[Tt]ại)(?: (?:các|cấp))? [^\W\d_]+(?: [^\W\d_]+){0,5}")
_AHEAD = re.compile(
    r"(?:(?:(?:công tác|làm việc|đang công tác) (?:ở|tại)"
    r"|tiếp đến|kế đến|kế tiếp|tiếp theo|sau đó|đứng đầu|cao nhất|nhiều nhất|thấp nhất|ít nhất"
    r"|dẫn đầu|riêng|như|trong đó|trong khi|còn|và|nhất)(?: là| có)? )*",
    re.IGNORECASE,
)
_BEFORE_BRACKET = re.compile(rf"(?P<place>{_NAMED_PLACE.pattern})\s\(\s*$")


def _place_words(place: Place, figure: Figure) -> str:
    """The words that may name the place whose part a figure is, before it or its bracket."""
    words = place.text[figure.label.start : figure.label.end].rsplit(":", 1)[-1].lstrip()
    if not words and figure.bracketed:
        start = max(figure.sentence.start, figure.number.span.start - 50)
        m = _BEFORE_BRACKET.search(place.text, start, figure.number.span.start)
        return m["place"] if m else ""
    lead = _AHEAD.match(words)
    return words[lead.end() :] if lead else words


def next_part(place: Place, figure: Figure) -> Count | None:
    """More of those parted by what they are: "đảng viên là công nhân 312, nông dân 1.102"."""
    last = place.made[-1] if place.made else None
    if last is None or last.rule != "part_count":
        return None
    label = place.key[figure.label.start : figure.label.end]
    code = place.words.nouns.codes.get(label.removeprefix("là "))
    if code not in ("layman", "employee"):
        return None
    return told(figure, last.subject, "other", "part_count", label, figure.label.start)


def by_what_they_are(place: Place, figure: Figure) -> Count | None:
    """Some of those told before by what they are besides: "214 đồng chí kiêm trưởng thôn"."""
    wholes = [c for c in place.made if c.attribute == "total" and c.value > figure.number.value]
    if not wholes or wholes[-1].subject in BODIES or figure.act is not None:
        return None
    kind = ALSO.match(place.key, figure.span.end) or KIND.match(place.key, figure.span.end)
    if kind is None:
        return None
    words = place.key[figure.span.end : kind.end()].strip()
    return told(figure, wholes[-1].subject, "other", "part_count", words)


_AMONG_THEM = re.compile(r"trong (?:đó|số (?:này|đó|ấy))(?: có)?")
_SAYS_MORE = re.compile(r"\s(?!tham gia|dự|được|bị|phải|xin|vi phạm)[^\W\d_]+")


def part_of_last(place: Place, figure: Figure) -> Count | None:
    """Some of the members told last: "…, trong đó 211 đồng chí làm việc ở nước ngoài"."""
    last = place.made[-1] if place.made else None
    if last is None or last.subject != "party_member" or last.value <= figure.number.value:
        return None
    if not _AMONG_THEM.fullmatch(place.key, figure.label.start, figure.label.end):
        return None
    if figure.act is not None or not _SAYS_MORE.match(place.key, figure.span.end):
        return None
    attribute = "other" if last.attribute == "total" else last.attribute
    return told(figure, "party_member", attribute, "part_count")


# "Theo tỉnh: Đắk Khê có 3.871 người, …": parts of the total, whatever was told since.
_BY_PLACE = re.compile(
    r"[-+*\s]*(?:phân |chia |tính |xét )?(?:theo|về) (?:từng )?"
    r"(?:tỉnh|huyện|xã|địa phương|địa bàn|đơn vị|khối|vùng)(?!\w)"
)


def _whole_before(place: Place, figure: Figure) -> Count | None:
    """What a place's figure may be a part of, told in the sentences before."""
    if not _BY_PLACE.match(place.key, figure.sentence.start):
        return place.last
    return max(place.totals, key=lambda c: c.value, default=None)


def is_of_place(place: Place, figure: Figure) -> bool:
    """Whether the words before a number are the name of a place: "Hải Lộc 24"."""
    words = _place_words(place, figure)
    return bool(words and _NAMED_PLACE.fullmatch(words))


def of_place(place: Place, figure: Figure) -> Count | None:
    """A place's or body's part of the total before it: "trong đó: Sơn Bình: 2.405, Lâm Hà …"."""
    last = place.made[-1] if place.made else _whole_before(place, figure)
    words = _place_words(place, figure)
    if last is None or last.rule == "post_count" or not words:
        return None
    told_so = place.made or (last,)
    same = (c for c in told_so if (c.subject, c.attribute) == (last.subject, last.attribute))
    goes_on = last.rule in ("listed_count", "placed_count") and bool(place.made)
    goes_on = goes_on or _leads_with_place(place, last)
    if max(c.value for c in same) < figure.number.value and not goes_on:
        return None
    if not (_NAMED_PLACE.fullmatch(words) or (place.made and _LEVEL.fullmatch(words))):
        return None
    start = figure.label.end - len(words) if len(figure.label) else figure.span.start
    return told(figure, last.subject, last.attribute, "listed_count", words, start)


_LEVEL_FIRST = re.compile(r"(?<!\w)cấp (?:tỉnh|huyện|xã|cơ sở) (?:có|là|gồm)$")
_PLACE_FIRST = re.compile(rf"(?:{_LEVEL.pattern}|{_NAMED_PLACE.pattern}) (?:có|là|gồm)\s*$")


def _leads_with_place(place: Place, last: Count) -> bool:
    """Whether the count before is a place's own: "Cấp tỉnh có 412 cán bộ …, cấp huyện 1.120"."""
    start = max(place.text.rfind(mark, 0, last.span.start) for mark in ".;:\n,") + 1
    lead = place.text[start : last.span.start].strip()
    level = _LEVEL_FIRST.search(lead) is not None
    return len(lead) < 60 and (level or _PLACE_FIRST.fullmatch(lead) is not None)
