"""Those of a kind in a committee: "số nữ tham gia cấp ủy tỉnh là 6 người, cấp huyện 58"."""

import re

from extractors.figure import Figure
from extractors.makeup import Place, is_bare, is_person, told
from extractors.sorts import ATTRIBUTES
from pipeline.records import Count, CountSubject
from pipeline.reference import Hit

_STANDING = r"ban thường vụ|btv|ủy viên ban thường vụ|ủy viên thường vụ|ủy viên btv"
_BODY = (
    rf"(?P<body>{_STANDING}|(?:ban chấp hành|bch|cấp ủy|chi ủy|đảng ủy)(?: viên)?"
    r"|(?:ủy viên|thành viên) (?:ban chấp hành|bch|cấp ủy)"
    r"|(?:tỉnh|thành|huyện|quận|thị|chi) ủy viên)"
    r"(?!\w)[^;.:\d]{0,60}(?::\s*)?$"
)
_PARTAKES = re.compile(rf"(?:tham gia|có chân trong|trong) (?:vào )?{_BODY}")
# "Nữ cấp ủy viên cấp huyện: 83 người".
_ARE = re.compile(rf"(?<=\s)(?:là )?{_BODY}")
_RANK = re.compile(
    r"(?:và )?(?:ở )?(?:cấp )?(?:tỉnh|huyện|quận|thành phố|xã|phường|cơ sở|chi bộ|trên cơ sở)"
)
_NEXT_BODY = re.compile(
    rf"(?:và |trong |tham gia )*(?:{_STANDING})(?: (?:tỉnh|thành|huyện|quận) ủy)?"
)
_WHO = ("female", "ethnic_minority", "religious")


def taking_part(place: Place, figure: Figure) -> Count | None:
    """A count of those of a kind (women, minorities) that a committee or committees have."""
    if not (is_person(figure) or is_bare(place, figure)):
        return None
    last = place.made[-1] if place.made else None
    if again := _next_level(place, figure, last):
        return again
    found = _partaking(place, figure)
    if found is None or (last is not None and last.span.end > found[1].span.start):
        return None
    body, kind = found
    attribute = ATTRIBUTES[kind.code]
    return told(figure, _who(body), attribute, "taking_part_count", None, kind.span.start)


def _next_level(place: Place, figure: Figure, last: Count | None) -> Count | None:
    """The same of another level or of the presidium: "cấp huyện 58", "ban thường vụ có 4"."""
    if last is None or last.rule != "taking_part_count":
        return None
    label = place.key[figure.label.start : figure.label.end]
    if _RANK.fullmatch(label):
        return told(figure, last.subject, last.attribute, "taking_part_count", label)
    if _NEXT_BODY.fullmatch(label):
        return told(figure, "standing_member", last.attribute, "taking_part_count", label)
    return None


def _partaking(place: Place, figure: Figure) -> tuple[str, Hit] | None:
    """The body that leads up to the number, and the kind of people named before it."""
    key, (start, at) = place.key, figure.near(120)
    at = figure.label.end if len(figure.label) else at
    m = _PARTAKES.search(key, start, at)
    lead = 60
    if m is None:
        m, lead = _ARE.search(key, start, at), 1
    if m is None:
        return None
    begin = max(figure.sentence.start, m.start() - 60)
    kinds = [h for h in place.words.attributes.find(key, begin, m.start()) if h.code in _WHO]
    if not kinds or m.start() - kinds[-1].span.end > lead:
        return None
    return m["body"], kinds[-1]


def _who(body: str) -> CountSubject:
    return "standing_member" if re.fullmatch(_STANDING, body) else "committee_member"
