"""What one figure says of the size of an organisation, a committee or a workforce."""

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
    label_hit,
    own_subject,
    told,
    words_of,
)
from extractors.sorts import ATTRIBUTES, SUBJECTS
from pipeline.records import Count, CountSubject
from pipeline.reference import Hit
from pipeline.text import LOWER, UPPER

# Nouns that say by themselves what an organisation is made up of.
_SURE = ("party_member", "party_cell", "party_organization", "mass_organization")
_SIZE = re.compile(
    r"(?<!\w)(?:có|gồm|bao gồm|với|tổng số|biên chế|là|cơ cấu|quản lý|đội ngũ"
    r"|toàn (?:trường|ngành|đơn vị|sở|cơ quan|bệnh viện|huyện|tỉnh|xã|trung tâm|công ty|thành phố"
    r"|quận|viện))(?!\w)(?:[^.;]|\.\d){0,70}$"
)
_HEADED = re.compile(
    r"(?:(?:gồm có|gồm|có|là|thay thế bổ sung|bổ sung|bầu|còn|chỉ định)(?:\s+\w+){0,2}|:)\s*$"
)
_BODY_BRACKET = re.compile(r"[^;:,.()\d]{0,50}(?:\d{4}\s*-\s*\d{4}\s*)?\(\s*")
# "đầu nhiệm kỳ là 120 đồng chí, cuối nhiệm kỳ 135 đồng chí": the same again at another time.
_AGAIN = re.compile(
    r"(?:và |nhưng )?(?:(?:đầu|cuối|giữa) (?:năm|nhiệm kỳ|kỳ)(?: \d{4})?|(?:đến|hiện)(?: nay)?"
    r"|(?:đến |tính đến |hết )*năm \d{4}"
    r"|nay|hiện tại)(?:\s+(?:có|còn|còn lại|gồm|là))*"
)
# "từ 26.150 đồng chí năm 2008 tăng lên 43.990 đồng chí".
_RISEN = re.compile(
    r"(?:(?:vào |đầu |cuối )*(?:năm|nhiệm kỳ)(?: \d{4}(?: - \d{4})?)?,? )?(?:đã )?"
    r"(?:(?:(?:tăng|giảm|nâng)(?: lên| xuống)?|lên|xuống)(?: còn| thành)?)?"
)
_TO = re.compile(r"(?<!\w)(?:lên|xuống|còn)(?!\w)")
_FROM = re.compile(r"(?<!\w)từ (?:(?:gần|hơn|trên|khoảng) )?\d[^;]{0,90}$")
# A comma between a body and its number, but for the name of a term: the body is another's.
_ASIDE = re.compile(r",(?!\s*(?:nhiệm kỳ|khóa|lần thứ|hiện|gồm|sau|năm|đến))")
_PLACED = re.compile(r"\s+(?:ở|tại|thuộc|khối|cấp|loại)\s")


def sized(place: Place, figure: Figure) -> Count | None:
    """A count of those an organisation or a committee has."""
    own = own_subject(figure)
    if own is not None:
        return owned(place, figure, own)
    if figure.bracketed and place.made and _PLACED.match(place.key, figure.number.span.end):
        return told(figure, place.made[-1].subject, "total", "listed_count")
    if not (is_person(figure) or is_bare(place, figure)):
        return None
    if risen := _risen(place, figure):
        return risen
    if _AGAIN.fullmatch(place.key, figure.label.start, figure.label.end) and (
        again := _told_again(place)
    ):
        return told(figure, again, "total", "listed_count")
    if counted := _numbered(place, figure):
        return counted
    if is_person(figure):
        body = None if _is_part_of_whole(figure) else body_of(place, figure)
        if body is not None:
            start = body.span.start
            return told(figure, SUBJECTS[body.code], "total", "body_count", start=start)
    return _titled(place, figure) or _of_place(place, figure) or _part_of_last(place, figure)


_NAMED_PLACE = re.compile(
    r"(?:(?:[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị xã|[Kk]hối"
    r"|[Nn]gười|[Dd]ân tộc)\s+)?"
    rf"[{UPPER}][{LOWER}]*(?:\s+(?:-\s+)?[{UPPER}][{LOWER}]*){{0,4}}"
)


# "cấp tỉnh 3.015 người, cấp huyện 5.870 người", "khối trường học 62 đồng chí".
_LEVEL = re.compile(r"(?:[Cc]ấp|[Kk]hối|[Ởở]|[Tt]ại)(?: (?:các|cấp))? [^\W\d_]+(?: [^\W\d_]+){0,5}")
_AHEAD = re.compile(
    r"(?:(?:tiếp đến|kế đến|kế tiếp|tiếp theo|sau đó|đứng đầu|cao nhất|nhiều nhất|thấp nhất|ít nhất"
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


_AMONG_THEM = re.compile(r"trong (?:đó|số (?:này|đó|ấy))(?: có)?")
_SAYS_MORE = re.compile(r"\s(?!tham gia|dự|được|bị|phải|xin|vi phạm)[^\W\d_]+")


def _part_of_last(place: Place, figure: Figure) -> Count | None:
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


def _of_place(place: Place, figure: Figure) -> Count | None:
    """A place's or body's part of the total before it: "trong đó: Sơn Bình: 2.405, Lâm Hà …"."""
    last = place.made[-1] if place.made else _whole_before(place, figure)
    words = _place_words(place, figure)
    if last is None or last.rule == "post_count" or not words:
        return None
    told_so = place.made or (last,)
    same = (c for c in told_so if (c.subject, c.attribute) == (last.subject, last.attribute))
    goes_on = last.rule == "listed_count" and bool(place.made)
    goes_on = goes_on or _leads_with_place(place, last)
    if max(c.value for c in same) < figure.number.value and not goes_on:
        return None
    if not (_NAMED_PLACE.fullmatch(words) or (place.made and _LEVEL.fullmatch(words))):
        return None
    start = figure.label.end - len(words) if len(figure.label) else figure.span.start
    return told(figure, last.subject, last.attribute, "listed_count", words, start)


_PLACE_FIRST = re.compile(rf"(?:{_LEVEL.pattern}|{_NAMED_PLACE.pattern}) (?:có|là|gồm)\s*$")


def _leads_with_place(place: Place, last: Count) -> bool:
    """Whether the count before is a place's own: "Cấp tỉnh có 412 cán bộ …, cấp huyện 1.120"."""
    start = max(place.text.rfind(mark, 0, last.span.start) for mark in ".;:\n,") + 1
    lead = place.text[start : last.span.start].strip()
    return len(lead) < 60 and _PLACE_FIRST.fullmatch(lead) is not None


_NUMBERED = re.compile(r"[-+*\s]*(?:tổng )?số(?: lượng)?(?: hiện (?:có|nay))?")


def _numbered(place: Place, figure: Figure) -> Count | None:
    """The size of those a heading names: "II. Đội ngũ cấp ủy" … "Số lượng: 15 đồng chí"."""
    named = _NUMBERED.fullmatch(place.key, figure.label.start, figure.label.end)
    if not named or place.head is None or figure.foreseen or not is_person(figure):
        return None
    return told(figure, place.head, "total", "label_count", start=figure.label.start)


def _is_part_of_whole(figure: Figure) -> bool:
    """Whether the number is a part: "4/37 đồng chí", not "10/10 đồng chí"."""
    return figure.number.of is not None and figure.number.of != figure.number.value


def _risen(place: Place, figure: Figure) -> Count | None:
    """The later of two sizes of the same group: "từ 602 đồng chí lên 740 đồng chí"."""
    last = place.made[-1] if place.made else None
    if last is None:
        return None
    start = min(max(figure.label.start, last.span.end), figure.label.end)
    if not _RISEN.fullmatch(place.key[start : figure.label.end].strip()):
        return None
    if _TO.search(place.key, last.span.end, figure.number.span.start) is None:
        return None
    if not _FROM.search(place.key, *figure.near(140)):
        return None
    return told(figure, last.subject, last.attribute, "listed_count", last.detail)


def _told_again(place: Place) -> CountSubject | None:
    """Whose size is told at another time: those counted last in total, else the head."""
    totals = [c.subject for c in place.made if c.attribute == "total"]
    return totals[-1] if totals else place.head


def _titled(place: Place, figure: Figure) -> Count | None:
    """A count whose noun stands before it: "Tổng số đảng viên: 130"."""
    key, label = place.key, figure.label
    cut = max(key.rfind(mark, figure.sentence.start, label.start) for mark in ";.(:")
    start = max(figure.sentence.start, cut, *(c.span.end for c in place.made))
    begin = max(label.start, key.rfind(":", label.start, label.end) + 1)
    lead = TOTAL_LABEL.match(key, begin, label.end)
    at = lead.end() if lead else begin
    hits = place.words.nouns.find(key, start, label.end)
    hit = next((h for h in hits if h.span.start <= at < h.span.end), None)
    if hit is None or hit.code not in SUBJECTS:
        return None
    between = key[label.end : figure.number.span.start]
    if hit.code == "party_member" and _is_of_staff(place, figure):
        return told(figure, "party_member", "total", "staff_members_count", start=hit.span.start)
    if _is_listed_part(place, figure, hit):
        return told(figure, SUBJECTS[hit.code], "total", "listed_count", start=hit.span.start)
    if is_person(figure) and (kind := _of_kind(place, figure, hit)):
        return kind
    qualified = is_person(figure) and _is_qualified(place, hit.span.end, label.end)
    if is_person(figure) and not qualified and _QUALIFIED.fullmatch(key, hit.span.end, label.end):
        detail = " ".join(key[hit.span.start : label.end].split())
        return told(figure, SUBJECTS[hit.code], "other", "part_count", detail, hit.span.start)
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
    return told(figure, SUBJECTS[hit.code], "total", "label_count", start=hit.span.start)


# "đảng viên trong doanh nghiệp tư nhân 96 đồng chí": some of them.
_QUALIFIED = re.compile(
    r"\s+(?:trong|thuộc|ở|tại|là|khối|đang)\s+(?!tổng số|đầu|cuối)[^,;:.\d]{3,60}"
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


_YEARS = re.compile(r"(?:(?:đến |tính đến )?(?:hết |cuối |đầu )?năm )?\d{4}(?:\s*-\s*\d{4})?(?!\w)")
_NAME = re.compile(rf"(?:(?:của|ở|tại) )?(?:(?:tỉnh|huyện|xã) )?[{UPPER}][{LOWER}]*(?!\w)")


def _is_qualified(place: Place, start: int, end: int) -> bool:
    """Whether only a kind, a level, a place or a year stands between a noun and its number.

    "Cán bộ chuyên trách cấp xã của tỉnh Lai Sơn năm 2012 có 412 người".
    """
    at = start
    while at < end:
        at += len(place.key[at:end]) - len(place.key[at:end].lstrip(" ,"))
        hit = place.words.qualifiers.at(place.key, at, end)
        m = _YEARS.match(place.key, at, end) or _NAME.match(place.text, at, end)
        after = hit.span.end if hit else m.end() if m else at
        if after == at:
            return at >= end
        at = after
    return True


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


def owned(place: Place, figure: Figure, own: CountSubject) -> Count | None:
    """A count with its own noun; posts want a committee around, staff and units a verb of size."""
    counted = figure.title or figure.noun
    code = counted.code if counted else ""
    detail = variant(place, figure)
    if code in ("chair", "deputy_chair") and place.head not in COMMITTEE:
        return None
    if figure.title is None and place.words.bodies.codes.get(_noun_words(place, figure)):
        return None  # "1 ban chấp hành" counts no members; "Chi bộ" is a noun of its own
    if place.key[figure.span.start : figure.span.end].endswith("nhân sự"):
        return None  # posts filled, not people employed
    if own in POSTS:
        before = place.key[figure.sentence.start : figure.number.span.start]
        whole = before.endswith(("trong số ", "trong tổng số "))
        many = figure.number.value > 3 and (whole or _SIZE.search(before))  # "có 1.024 bí thư"
        if _ALSO.match(place.key, figure.span.end):
            return told(figure, own, "other", "part_count", detail)
        fits = figure.bracketed or place.head in COMMITTEE or place.made or many
        return told(figure, own, "total", "post_count", detail) if fits else None
    if figure.noun is not None and words_of(place, figure.noun) == "đảng viên mới":
        return told(figure, own, "admitted", "noun_count")
    start, at = figure.sentence.start, figure.number.span.start
    if own in BODIES and (
        _EACH.search(place.key, *figure.near(60)) or _WITHOUT.match(place.key, figure.span.end)
    ):
        return None
    if _ONE_OF.search(place.key, *figure.near(40)):
        return None
    if own not in POSTS and _ON_AVERAGE.search(place.key, start, at):
        return None
    if own == "party_member" and figure.bracketed and _is_part(place, figure):
        return told(figure, own, "other", "part_count", detail)
    if own == "party_member" and (
        kind := _KIND.match(place.key, figure.span.end)
        or _AGED.match(place.key, figure.span.end)
        or _LONG_IN.match(place.key, figure.span.end)
    ):
        words = place.key[figure.number.span.end : kind.end()].strip()
        return told(figure, own, "other", "part_count", words)
    if figure.number.of is not None:
        return None  # "3/11 chi bộ" tells what some of them did
    if code in _SURE:
        return told(figure, own, "total", "noun_count", detail)
    if own == "employee" and place.made and _AROUND.search(place.key, *figure.near(30)):
        return told(figure, own, "total", "staff_around_count", detail)
    before = place.key[
        max(figure.sentence.start, figure.number.span.start - 70) : figure.number.span.start
    ]
    if place.made or _SIZE.search(before) or before.endswith((" từ ", "trong ")):
        return told(figure, own, "total", "noun_count", detail)
    return None


# "Còn 12 chi bộ thôn, bản hai năm liền không kết nạp được ai": those that did not.
_WITHOUT = re.compile(
    r"(?:\s*\([^()]{1,80}\))?"
    r"(?:[^.;:(),\d]|, (?:bản|xóm|ấp|tổ dân phố|khu phố|phường|thị trấn|đảng bộ)(?!\w)){0,70}?"
    r"(?<!\w)(?:chưa|không)(?!\w)"
)
_ONE_OF = re.compile(r"(?<!\w)một trong (?:những |các |số |tổng số )?$")
# "312 đảng viên là thợ lò", "23 đảng viên đi làm ăn xa": some of them, by what they are or do.
_KIND = re.compile(
    r" (?:(?:đang |thường xuyên )*đi (?:làm|lao động|học)|là (?!\d|nam|nữ)|quá (?=\w+ tháng)"
    r"|cao tuổi|trẻ(?!\w)|lớn tuổi|tuổi cao|ốm đau|nghỉ hưu)[^.;,()\d]{0,40}"
)
_AGED = re.compile(
    r" (?:có )?(?:(?:độ )?tuổi (?:đời )?)?(?:từ |dưới |trên |đủ )?\d+"
    r"(?: ?(?:đến|-) ?(?:dưới )?\d+)? tuổi(?! đảng)(?: trở (?:lên|xuống))?"
)
# "17 đảng viên 50 năm tuổi Đảng trở lên".
_LONG_IN = re.compile(r" (?:(?:có|từ|đủ|trên|đạt) )*\d+ năm tuổi đảng(?: trở lên)?")
# "1.214 bí thư chi bộ kiêm trưởng thôn": what they are besides.
_ALSO = re.compile(r"[^.;,()\d]{0,30}?\s(?:kiêm|đồng thời)(?!\w)")
# "76 đảng viên trên tổng số 89 cán bộ": the workforce that the members told are part of.
_AROUND = re.compile(r"(?<!\w)(?:trên|trong)(?: tổng số)? $")
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


def at_body(place: Place, figure: Figure) -> Hit | None:
    """The committee right before the number: "Ban Thường vụ 05 đồng chí", "BCH khóa I (15 …"."""
    key, at = place.key, figure.number.span.start
    if not is_person(figure) or "lượt" in key[at : figure.span.end]:
        return None
    near = label_hit(place, figure, place.words.bodies)
    hits = list(place.words.bodies.find(key, max(figure.sentence.start, at - 90), at))
    if near is None and hits and _BODY_BRACKET.fullmatch(key, hits[-1].span.end, at):
        near = hits[-1]
    return near if near and near.code in COMMITTEE else None


def body_of(place: Place, figure: Figure) -> Hit | None:
    """The body whose members are counted: "Ban Chấp hành … gồm 07 đồng chí"."""
    key, at = place.key, figure.number.span.start
    start = max(figure.sentence.start, at - 200)
    if "số lượng" in key[start:at]:
        return None
    if not _HEADED.search(key, start, at):
        return at_body(place, figure)
    if place.made:
        start = max(start, place.made[-1].span.end)
    cut = max(key.rfind(";", start, at), key.rfind(". ", start, at))
    hits = list(place.words.bodies.find(key, max(start, cut), at))
    ranks = ((*COMMITTEE, "ignored"), ("party_member",), ("employee",))
    hits = [
        h for h in hits if h.code != "employee" or not key.endswith("cấp ", start, h.span.start)
    ]
    found = (h for rank in ranks for h in reversed(hits) if h.code in rank)
    hit = next((h for h in found if not _ASIDE.search(key, h.span.end, at)), None)
    # "Ban Thường vụ Đảng ủy gồm 5": the presidium before the committee is the one counted.
    led = [
        h for h in hits if hit and h.code in COMMITTEE and key[h.span.end : hit.span.start] == " "
    ]
    hit = led[-1] if led else hit
    if hit is None or hit.code == "ignored":
        return None
    return _post_around(place, figure, hit) or hit


def _post_around(place: Place, figure: Figure, body: Hit) -> Hit | None:
    """The post that a body is only part of the name of: "đội ngũ bí thư đảng ủy xã có 169"."""
    start = max(figure.sentence.start, body.span.start - 40)
    nouns = place.words.nouns.find(place.key, start, figure.number.span.start)
    posts = [h for h in nouns if h.code in ("secretary", "deputy_secretary")]
    return next((h for h in posts if h.span.start < body.span.start < h.span.end), None)
