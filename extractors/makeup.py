"""What one figure says of the size and make-up of an organisation, a committee or a workforce."""

import re
from dataclasses import dataclass

from extractors.figures import Figure
from extractors.sorts import ATTRIBUTES, SUBJECTS
from pipeline.model import Span
from pipeline.records import Count, CountAttribute, CountSubject
from pipeline.reference import Hit, Lexicon

COMMITTEE = ("committee_member", "standing_member", "other")
POSTS = ("committee_member", "standing_member", "secretary", "deputy_secretary")
BODIES = ("party_cell", "party_organization", "mass_organization", "administrative_unit")
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
_TOPIC = re.compile(
    r"(?<!\w)(?P<politics>(?:lý luận )?chính trị|llct)|(?P<school>chuyên môn|học vấn)"
)
_BARE_END = re.compile(r"\s*(?:[,;.)(]|và\s|$|\n)")
# "đầu nhiệm kỳ là 120 đồng chí, cuối nhiệm kỳ 135 đồng chí": the same again at another time.
_AGAIN = re.compile(
    r"(?:và |nhưng )?(?:(?:đầu|cuối|giữa) (?:năm|nhiệm kỳ|kỳ)(?: \d{4})?|(?:đến|hiện)(?: nay)?"
    r"|hiện tại)(?:\s+(?:có|còn|còn lại|gồm|là))*"
)
_AGE = re.compile(r"tuổi(?: đời)?(?: trở (?:lên|xuống))?")
# A comma between a body and its number, but for the name of a term: the body is another's.
_ASIDE = re.compile(r",(?!\s*(?:nhiệm kỳ|khóa|lần thứ|hiện|gồm|sau|năm|đến))")
_PLACED = re.compile(r"\s+(?:ở|tại|thuộc|khối|cấp|loại)\s")
_TOTAL_LABEL = re.compile(r"(?:tổng số|số lượng|đội ngũ|toàn bộ|tổng|số|trong đó|hiện có|có|-|\W)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicons that counts are read with."""

    bodies: Lexicon
    attributes: Lexicon
    nouns: Lexicon


@dataclass(frozen=True, slots=True)
class Place:
    """What a figure leans on: whose make-up is told (`head`), and the counts before it."""

    key: str
    words: Words
    head: CountSubject | None
    made: tuple[Count, ...] = ()


def told(
    figure: Figure,
    subject: CountSubject,
    attribute: CountAttribute,
    rule: str,
    detail: str | None = None,
    start: int | None = None,
) -> Count:
    begin = figure.span.start if start is None else start
    return Count(
        span=Span(begin, figure.span.end),
        rule=rule,
        subject=subject,
        attribute=attribute,
        value=figure.number.value,
        percent=figure.percent,
        detail=detail,
    )


def own_subject(figure: Figure) -> CountSubject | None:
    """Who the words behind the number say is counted; None for "đồng chí" and a bare number."""
    hit = figure.title or figure.noun
    return SUBJECTS.get(hit.code) if hit else None


def is_person(figure: Figure) -> bool:
    return figure.noun is not None and figure.noun.code == "person"


def is_bare(place: Place, figure: Figure) -> bool:
    return figure.noun is None and bool(_BARE_END.match(place.key, figure.number.span.end))


def made_up(place: Place, figure: Figure) -> Count | None:
    """A count told apart by an attribute, of its own noun or of the head."""
    if aged := _aged(place, figure):
        return aged
    right, label = figure.attribute, None
    if right is None and (is_person(figure) or is_bare(place, figure)):
        label = label_hit(place, figure, place.words.attributes) or _of_field(place, figure)
    hit = right or label
    if hit is None:
        return None
    attribute = ATTRIBUTES[_attribute_code(place, figure, hit)]
    subject = _attributed(place, figure, attribute)
    if subject is None:
        return None
    detail = _words_of(place, hit) if attribute in _DETAILED else None
    start = label.span.start if label else None
    return told(figure, subject, attribute, "attribute_count", detail, start)


_FIELD = re.compile(r"(?:\s+(?!có|cho|được|tại|ở|của|là|với|trong|và)[^\W\d_]+){1,4}")
_LEVEL_LEAD = re.compile(r"(?:(?:có )?trình độ |chuyên môn |có |bằng |về )*")


def _of_field(place: Place, figure: Figure) -> Hit | None:
    """The schooling before its field of study: "đại học sư phạm mầm non 15 đồng chí"."""
    lead = _LEVEL_LEAD.match(place.key, figure.label.start, figure.label.end)
    hit = place.words.attributes.at(place.key, lead.end() if lead else figure.label.start)
    if hit is None or hit.code not in ("education", "political_theory"):
        return None
    return hit if _FIELD.fullmatch(place.key, hit.span.end, figure.label.end) else None


def _aged(place: Place, figure: Figure) -> Count | None:
    """Those of an age: "từ 35 tuổi trở xuống 1.027 đồng chí"."""
    words = place.key[figure.label.start : figure.label.end]
    if not _AGE.fullmatch(words) or not (is_person(figure) or is_bare(place, figure)):
        return None
    subject = place.made[-1].subject if place.made else place.head
    years = re.search(r"(?:(?:từ|dưới|trên|đủ)\s+)?\d+(?:\s*(?:-|đến)\s*\d+)?\s*$",
                      place.key[figure.sentence.start : figure.label.start])  # fmt: skip
    if subject is None or years is None:
        return None
    start = figure.sentence.start + years.start()
    detail = " ".join(place.key[start : figure.label.end].split())
    return told(figure, subject, "other", "age_count", detail, start)


_DETAILED = ("education", "political_theory", "rank", "other")


def _attributed(place: Place, figure: Figure, attribute: CountAttribute) -> CountSubject | None:
    """Whose attribute it is: "đảng viên nữ" of a committee counts its members."""
    own = own_subject(figure) or _label_noun(place, figure)
    if own in BODIES:
        return None
    behind = own_subject(figure)
    if behind == "party_member" and place.head in COMMITTEE:
        return place.head
    if own is not None or place.head is not None:
        return own or place.head
    if place.made:
        return place.made[-1].subject
    return "party_member" if attribute in ("probationary", "other") else None


def _label_noun(place: Place, figure: Figure) -> CountSubject | None:
    """The noun that begins the words before the number: "Đảng viên có trình độ đại học: 35"."""
    lead = _TOTAL_LABEL.match(place.key, figure.label.start, figure.label.end)
    at = lead.end() if lead else figure.label.start
    hit = place.words.nouns.first(place.key, at, figure.label.end)
    return SUBJECTS.get(hit.code) if hit and hit.span.start == at else None


def _attribute_code(place: Place, figure: Figure, hit: Hit) -> str:
    """The attribute's code; "trung cấp", "cao cấp" go by the kind of schooling named last."""
    if place.key[hit.span.start : hit.span.end] not in ("trung cấp", "cao cấp", "cử nhân"):
        return hit.code
    start = min(figure.sentence.start, max(0, hit.span.start - 250))  # a line above may say it
    topics = list(_TOPIC.finditer(place.key, start, hit.span.start))
    if not topics:
        return hit.code
    return "political_theory" if topics[-1]["politics"] else "education"


def label_hit(place: Place, figure: Figure, lexicon: Lexicon) -> Hit | None:
    """The form that the words before the number end with."""
    hits = list(lexicon.find(place.key, figure.label.start, figure.label.end))
    if hits and hits[-1].span.end == figure.label.end:
        return hits[-1]
    return None


def _words_of(place: Place, hit: Hit) -> str:
    return " ".join(place.key[hit.span.start : hit.span.end].split())


def schooled(place: Place, figure: Figure) -> Count | None:
    """Those who have been taught political theory: the one figure of training that is counted."""
    if figure.attribute is not None and figure.attribute.code in ("education", "political_theory"):
        return _taught(place, figure)
    hit = label_hit(place, figure, place.words.attributes)
    if hit is None or hit.code != "political_theory" or not is_person(figure):
        return None
    subject = place.made[-1].subject if place.made else "employee"
    words = _words_of(place, hit)
    return told(figure, subject, "political_theory", "label_count", words, hit.span.start)


_TAUGHT = ("đào tạo", "bồi dưỡng", "đào tạo, bồi dưỡng", "đào tạo bồi dưỡng")


def _taught(place: Place, figure: Figure) -> Count | None:
    """Those trained, by the schooling they have: "đào tạo … 1.695 cán bộ có trình độ cao đẳng"."""
    act = figure.act
    if act is None or figure.behind or place.key[act.span.start : act.span.end] not in _TAUGHT:
        return None
    if own_subject(figure) is None and not place.made:
        return None
    return made_up(place, figure)


def sized(place: Place, figure: Figure) -> Count | None:
    """A count of those an organisation or a committee has."""
    own = own_subject(figure)
    if own is not None:
        return owned(place, figure, own)
    if figure.bracketed and place.made and _PLACED.match(place.key, figure.number.span.end):
        return told(figure, place.made[-1].subject, "total", "listed_count")
    if not (is_person(figure) or is_bare(place, figure)):
        return None
    if _AGAIN.fullmatch(place.key, figure.label.start, figure.label.end) and (
        again := _told_again(place)
    ):
        return told(figure, again, "total", "listed_count")
    if is_person(figure):
        body = body_of(place, figure)
        if body is not None:
            start = body.span.start
            return told(figure, SUBJECTS[body.code], "total", "body_count", start=start)
    return _titled(place, figure)


def _told_again(place: Place) -> CountSubject | None:
    """Whose size is told at another time: those counted last in total, else the head."""
    totals = [c.subject for c in place.made if c.attribute == "total"]
    return totals[-1] if totals else place.head


def _titled(place: Place, figure: Figure) -> Count | None:
    """A count whose noun stands before it: "Tổng số đảng viên: 130"."""
    key, label = place.key, figure.label
    cut = max(key.rfind(mark, figure.sentence.start, label.start) for mark in ";.(:")
    start = max(figure.sentence.start, cut, *(c.span.end for c in place.made))
    lead = _TOTAL_LABEL.match(key, label.start, label.end)
    at = lead.end() if lead else label.start
    hits = place.words.nouns.find(key, start, label.end)
    hit = next((h for h in hits if h.span.start <= at < h.span.end), None)
    if hit is None or hit.code not in SUBJECTS:
        return None
    between = key[label.end : figure.number.span.start]
    if ":" not in between and "là" not in between and hit.span.end != label.end:
        return None
    numbered = figure.noun is None and ":" not in between and "là" not in between
    if numbered and figure.bracketed and place.made and hit.span.end == label.end:
        numbered = figure.number.value < 2  # "(đảng bộ cơ sở 58, chi bộ cơ sở 38)"
    if numbered and "số" not in key[label.start : at]:
        return None  # "Chi bộ 2" is a name
    allowed = "số lượng" in key[figure.sentence.start : label.end] and ":" not in between
    if allowed and hit.code in POSTS:
        return None  # how many a committee may have
    if figure.bracketed and hit.code == "employee" and _is_of_members(place):
        return told(
            figure, "party_member", "other", "part_count", _words_of(place, hit), hit.span.start
        )
    return told(figure, SUBJECTS[hit.code], "total", "label_count", start=hit.span.start)


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
        fits = figure.bracketed or place.head in COMMITTEE or place.made
        return told(figure, own, "total", "post_count", detail) if fits else None
    if figure.noun is not None and _words_of(place, figure.noun) == "đảng viên mới":
        return told(figure, own, "admitted", "noun_count")
    if figure.number.of is not None:
        return None  # "3/11 chi bộ" tells what some of them did
    if code in _SURE:
        return told(figure, own, "total", "noun_count", detail)
    before = place.key[
        max(figure.sentence.start, figure.number.span.start - 70) : figure.number.span.start
    ]
    if place.made or _SIZE.search(before):
        return told(figure, own, "total", "noun_count", detail)
    return None


def _noun_words(place: Place, figure: Figure) -> str:
    return _words_of(place, figure.noun) if figure.noun and figure.noun.code in POSTS else ""


_PLAIN = ("đảng viên", "chi bộ", "đảng bộ", "bí thư", "phó bí thư", "")


def variant(place: Place, figure: Figure) -> str | None:
    """The noun's words where they say more than its plainest form."""
    hit = figure.title or figure.noun
    words = _words_of(place, hit) if hit else ""
    return None if words in _PLAIN else words


def _beside_body(place: Place, figure: Figure) -> Hit | None:
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
        return _beside_body(place, figure)
    if place.made:
        start = max(start, place.made[-1].span.end)
    cut = max(key.rfind(";", start, at), key.rfind(". ", start, at))
    hits = list(place.words.bodies.find(key, max(start, cut), at))
    ranks = ((*COMMITTEE, "ignored"), ("party_member",), ("employee",))
    found = (h for rank in ranks for h in reversed(hits) if h.code in rank)
    hit = next((h for h in found if not _ASIDE.search(key, h.span.end, at)), None)
    return None if hit is None or hit.code == "ignored" else hit
