"""What a figure with a noun of its own says of a size: "16 chi bộ trực thuộc", "bí thư 01"."""

import re

from extractors.ages import AGED
from extractors.figure import Figure
from extractors.makeup import (
    BODIES,
    COMMITTEE,
    POSTS,
    Place,
    told,
    words_of,
)
from extractors.parts import ALSO, KIND
from extractors.sorts import SUBJECTS
from pipeline.records import Count, CountAttribute, CountSubject
from pipeline.reference import Hit

# Nouns that say by themselves what an organisation is made up of.
_SURE = ("party_member", "party_cell", "party_organization", "mass_organization")
_SIZE = re.compile(
    r"(?<!\w)(?:được giao|được duyệt|được phân bổ"
    r"|có|gồm|bao gồm|với|tổng số|biên chế|là|cơ cấu|quản lý|đội ngũ"
    r"|toàn (?:trường|ngành|đơn vị|sở|cơ quan|bệnh viện|huyện|tỉnh|xã|trung tâm|công ty|thành phố"
    r"|quận|viện))(?!\w)(?:[^.;]|\.\d){0,70}$"
)


def owned(place: Place, figure: Figure, own: CountSubject) -> Count | None:
    """A count with its own noun; posts want a committee around, staff and units a verb of size."""
    counted = figure.title or figure.noun
    code = counted.code if counted else ""
    detail = variant(place, figure)
    if code in ("chair", "deputy_chair") and place.head not in COMMITTEE:
        return None
    if figure.title is None and place.words.bodies.codes.get(_noun_words(place, figure)):
        return None  # "1 ban chấp hành" counts no members; "Chi bộ" is a noun of its own
    if figure.title is not None and own == "party_member" and not place.made:
        return None  # "204 trưởng thôn, trong đó 145 người là đảng viên"
    if place.key[figure.span.start : figure.span.end].endswith("nhân sự"):
        return None  # posts filled, not people employed
    if own in POSTS and _JOINT.match(place.key, figure.span.end):
        return None
    if own in POSTS and place.made and _are_besides(place, figure):
        return told(figure, place.made[-1].subject, "other", "part_count", detail)
    around = _body_around(place, figure) if own in POSTS else None
    if around and counted and words_of(place, counted) == "ủy viên":
        own = SUBJECTS[around.code]
    if own in POSTS:
        before = place.key[figure.sentence.start : figure.number.span.start]
        whole = before.endswith(("trong ", "trong số ", "trong tổng số "))
        many = figure.number.value > 3 and (whole or _SIZE.search(before))  # "có 1.024 bí thư"
        if ALSO.match(place.key, figure.span.end):
            return told(figure, own, "other", "part_count", detail)
        fits = figure.bracketed or place.head in COMMITTEE or place.made or many or around
        return told(figure, own, "total", "post_count", detail) if fits else None
    if figure.noun is not None and words_of(place, figure.noun) == "đảng viên mới":
        return told(figure, own, "admitted", "noun_count")
    if own in ("other", "employee") and (party := _MEMBERS.match(place.key, figure.span.end)):
        attribute: CountAttribute = "probationary" if party["new"] else "total"
        return told(figure, "party_member", attribute, "part_count", detail)
    start, at = figure.sentence.start, figure.number.span.start
    if own in BODIES and (
        _EACH.search(place.key, *figure.near(60)) or _WITHOUT.match(place.key, figure.span.end)
    ):
        return None
    if _ONE_OF.search(place.key, *figure.near(40)) or _MET.search(place.key, *figure.near(90)):
        return None
    if own not in POSTS and _ON_AVERAGE.search(place.key, start, at):
        return None
    if own == "party_member" and figure.bracketed and _is_part(place, figure):
        return told(figure, own, "other", "part_count", detail)
    if own not in BODIES and (age := AGED.match(place.key, figure.span.end)):
        words = place.key[figure.number.span.end : age.end()].strip()
        return told(figure, own, "other", "part_count", words)
    if own == "party_member" and (
        kind := KIND.match(place.key, figure.span.end) or _LONG_IN.match(place.key, figure.span.end)
    ):
        words = place.key[figure.number.span.end : kind.end()].strip()
        return told(figure, own, "other", "part_count", words)
    if figure.number.of is not None:
        return None  # "3/11 chi bộ" tells what some of them did
    if code in _SURE:
        return told(figure, own, "total", "noun_count", detail)
    if own == "employee" and place.made and AROUND.search(place.key, *figure.near(30)):
        return told(figure, own, "total", "staff_around_count", detail)
    before = place.key[
        max(figure.sentence.start, figure.number.span.start - 70) : figure.number.span.start
    ]
    led = before.endswith((" từ ", "trong ", "trong số ", "trong tổng số "))
    if place.made or led or _SIZE.search(before) or _OF_PLACE.search(before):
        return told(figure, own, "total", "noun_count", detail)
    return None


# "Ban Thường vụ có 1 Bí thư, 2 Phó Bí thư và 8 ủy viên".
_HAS = re.compile(r"[^.;:\d]{0,40} (?:có|gồm|gồm có)(?!\w)[^.;:]{0,80}$")


def _body_around(place: Place, figure: Figure) -> Hit | None:
    """The committee whose posts a clause tells."""
    start, at = figure.near(120)
    hits = [h for h in place.words.bodies.find(place.key, start, at) if h.code in COMMITTEE]
    held = bool(hits) and _HAS.match(place.key, hits[-1].span.end, at)
    return hits[-1] if held else None


def _are_besides(place: Place, figure: Figure) -> bool:
    """Whether members told before hold posts elsewhere: "trong đó 2 đồng chí là ủy viên …"."""
    last = place.made[-1]
    if figure.title is None or figure.noun is None or last.subject != "party_member":
        return False
    gap = place.key[figure.noun.span.end : figure.title.span.start].strip()
    return gap == "là" and last.attribute == "total" and last.value > figure.number.value


# "Ngành giáo dục huyện: 1.512 cán bộ, giáo viên".
_OF_PLACE = re.compile(
    r"(?:^|[.;\n] ?)[-+*\s]*(?:ngành|trường|bệnh viện|sở|cơ quan|đơn vị|công ty"
    r"|trung tâm|phòng|huyện|xã)"
    r"(?!\w)[^.;:,\d]{0,50}:\s*$"
)
# "Còn 12 chi bộ thôn, bản hai năm liền không kết nạp được ai": those that did not.
_WITHOUT = re.compile(
    r"(?:\s*\([^()]{1,80}\))?"
    r"(?:[^.;:(),\d]|, (?:bản|xóm|ấp|tổ dân phố|khu phố|phường|thị trấn|đảng bộ)(?!\w)){0,70}?"
    r"(?<!\w)(?:chưa|không)(?!\w)"
)
# "Đoàn kiểm tra làm việc với Đảng ủy xã và 03 chi bộ trực thuộc".
_MET = re.compile(
    r"(?<!\w)(?:(?:làm việc|tiếp xúc|gặp gỡ|trao đổi) với [^.;,]{0,60}"
    r"|(?:yêu cầu|đề nghị|kiến nghị|đôn đốc|nhắc nhở|giúp)(?: (?:đối với|thêm|cả))?\s)$"
)
_ONE_OF = re.compile(r"(?<!\w)một trong (?:những |các |số |tổng số )?$")
# "5 đoàn viên là đảng viên dự bị": of them, how many are in the Party.
_MEMBERS = re.compile(r" (?:đều )?là đảng viên(?P<new> dự bị)?(?!\w)")
# "184 bí thư, chủ tịch xã": of two posts at once.
_JOINT = re.compile(r"(?:,| và) (?:phó )?(?:bí thư|chủ tịch|trưởng)(?!\w)")
# "17 đảng viên 50 năm tuổi Đảng trở lên".
_LONG_IN = re.compile(r" (?:(?:có|từ|đủ|trên|đạt) )*\d+ năm tuổi đảng(?: trở lên)?")
# "76 đảng viên trên tổng số 89 cán bộ": the workforce that the members told are part of.
AROUND = re.compile(r"(?<!\w)(?:trên|trong)(?: tổng số)? $")
_ON_AVERAGE = re.compile(r"(?<!\w)(?:mỗi|bình quân|trung bình)(?!\w)[^,;.]{0,40}$")


def _is_part(place: Place, figure: Figure) -> bool:
    """Whether a bracket tells of some of the members: "412 đảng viên (65 đảng viên sinh viên)"."""
    last = place.made[-1] if place.made else None
    more = re.match(r"\s+[^\W\d_]", place.key[figure.span.end : figure.span.end + 3])
    return (
        last is not None
        and more is not None
        and last.subject == "party_member"
        and last.attribute == "total"
        and figure.number.value < last.value
    )


# "mỗi ủy viên phụ trách 2 chi bộ": a share of work, no size.
_EACH = re.compile(r"(?:(?<!\w)(?:mỗi|từng)(?!\w)[^,;.]{0,40}|phụ trách|theo dõi|phân công)\s*$")


def _noun_words(place: Place, figure: Figure) -> str:
    return words_of(place, figure.noun) if figure.noun and figure.noun.code in POSTS else ""


_PLAIN = ("đảng viên", "chi bộ", "đảng bộ", "bí thư", "phó bí thư", "")


def variant(place: Place, figure: Figure) -> str | None:
    """The noun's words where they say more than its plainest form."""
    hit = figure.title or figure.noun
    words = words_of(place, hit) if hit else ""
    return None if words in _PLAIN else words
