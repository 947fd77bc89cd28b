"""What one figure says of the make-up of an organisation, a committee or a workforce."""

import re
from dataclasses import dataclass

from extractors.ages import AGED, age_band
from extractors.figure import Figure
from extractors.peoples import people_of
from extractors.qualifiers import is_qualified
from extractors.sorts import ATTRIBUTES, SUBJECTS
from pipeline.model import Span
from pipeline.records import Count, CountAttribute, CountSubject
from pipeline.reference import Hit, Lexicon

COMMITTEE = ("committee_member", "standing_member", "other")
POSTS = ("committee_member", "standing_member", "secretary", "deputy_secretary")
BODIES = ("party_cell", "party_organization", "mass_organization", "administrative_unit")
_TOPIC = re.compile(
    r"(?<!\w)(?P<politics>(?:lý luận )?chính trị|llct)|(?P<school>chuyên môn|học vấn)"
)
_BARE_END = re.compile(r"\s*(?:[,;.)(]|và\s|(?:trong|trên) tổng số\s|$|\n)")
TOTAL_LABEL = re.compile(
    r"(?:tổng số|số lượng|quân số|đội ngũ|lứa|lớp|lực lượng|mạng lưới|toàn bộ|riêng|tỷ lệ|tỉ lệ"
    r"|tổng|số|trong đó|hiện có|có|nâng|đưa|-|\W)*"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicons that counts are read with."""

    bodies: Lexicon
    attributes: Lexicon
    nouns: Lexicon
    peoples: Lexicon
    qualifiers: Lexicon


@dataclass(frozen=True, slots=True)
class Place:
    """What a figure leans on: whose make-up is told (`head`), and the counts before it.

    `made`: those of its own sentence; `last`: the last of the sentences before it; `totals`: the
    sizes of groups of people told so far, the latest first.
    """

    key: str
    words: Words
    head: CountSubject | None
    made: tuple[Count, ...] = ()
    text: str = ""
    last: Count | None = None
    totals: tuple[Count, ...] = ()

    def knowing(
        self, head: CountSubject | None, last: Count | None, totals: tuple[Count, ...]
    ) -> "Place":
        """The place with what the sentences before it have told."""
        return Place(self.key, self.words, head, self.made, self.text, last, totals)

    def beside(self, head: CountSubject | None, made: tuple[Count, ...]) -> "Place":
        """The place with what its own sentence has told so far."""
        return Place(self.key, self.words, head, made, self.text, self.last, self.totals)

    def whose(self, value: int) -> CountSubject | None:
        """Whose make-up `value` is a part of: the head, or, where it has fewer, one before it."""
        sizes: dict[CountSubject, int] = {}
        own = [c for c in reversed(self.made) if c.attribute == "total"]
        for count in (*own, *self.totals):  # the latest first
            sizes.setdefault(count.subject, count.value)
        if self.head is None or sizes.get(self.head, value) >= value:
            return self.head
        return next((who for who, size in sizes.items() if size >= value), None)


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
    people = of_people(place, figure)
    if right is None and (is_person(figure) or is_bare(place, figure)):
        label = label_hit(place, figure, place.words.attributes) or _of_field(place, figure)
        label = label or _young(place, figure) or _placed(place, figure)
    elif right is None and place.made and own_subject(figure) == place.made[-1].subject:
        label = _wholly(place, figure)
    if people is not None:
        right, label = None, people if people.span.start < figure.span.start else None
    hit = people or right or label
    if hit is None or _OF_SHARE.search(place.key, *figure.near(30)):
        return None
    if _OF_COUNCIL.search(place.key, *_clause(place, figure)):
        return None
    attribute = ATTRIBUTES[_attribute_code(place, figure, hit)]
    subject = _attributed(place, figure, attribute, hit)
    if subject is None:
        return None
    detail = words_of(place, hit) if attribute in _DETAILED else None
    start = label.span.start if label else None
    placed = label is not None and label.span.end != figure.label.end
    rule = "placed_count" if placed else "attribute_count"
    return told(figure, subject, attribute, rule, detail, start)


# "98% trong số 1.512 giáo viên đạt chuẩn": what is said is said of the share.
_OF_SHARE = re.compile(r"%\s+(?:trong|của|trên)(?: tổng)?(?: số)?\s+$")


def _placed(place: Place, figure: Figure) -> Hit | None:
    """The kind that a place parts from its number: "có trình độ đại học ở tỉnh Sơn Hà là 612"."""
    label, words = figure.label, place.words
    hits = list(words.attributes.find(place.key, label.start, label.end))
    if not hits or hits[-1].span.end == label.end or hits[-1].code in ("male", "female"):
        return None  # "Hội Sinh viên Việt Nam trường gồm 4 đồng chí"
    rest = (hits[-1].span.end, label.end)
    return hits[-1] if is_qualified(place.text, place.key, words.qualifiers, *rest) else None


def _young(place: Place, figure: Figure) -> Hit | None:
    """The young of those told before: "nữ 61 (14,8%), trẻ 45 (10,9%)"."""
    words = place.key[figure.label.start : figure.label.end]
    young = words in ("trẻ", "trẻ tuổi", "tuổi trẻ") and bool(place.made)
    return Hit(figure.label, "other") if young else None


def _wholly(place: Place, figure: Figure) -> Hit | None:
    """The kind that is all the words before a number: "120 đoàn viên, trong đó nữ 39 đoàn viên"."""
    hit = label_hit(place, figure, place.words.attributes)
    lead = place.key[figure.label.start : hit.span.start].strip() if hit else ""
    whole = hit is not None and lead in ("", "có", "số", "trong đó", "trong đó có")
    return hit if whole and hit and hit.code in ("female", "male", "ethnic_minority") else None


def of_people(place: Place, figure: Figure) -> Hit | None:
    """The people whose are counted, named before the number or behind it."""
    last = place.made[-1] if place.made else None
    listing = last is not None and last.attribute == "ethnic_minority"
    hit = people_of(place.text, place.key, figure, place.words.peoples, listing)
    if hit is None or hit.span.start > figure.span.start:
        return hit
    plain = is_person(figure) or is_bare(place, figure)
    led = hit.span.start == figure.label.start and own_subject(figure) in (
        "employee",
        "party_member",
    )
    return hit if plain or led else None


# "Đại biểu Hội đồng nhân dân huyện có 11 nữ": of no party organisation.
_OF_COUNCIL = re.compile(r"(?<!\w)đại biểu (?:hội đồng nhân dân|hđnd|quốc hội|dân cử)(?!\w)")


def _clause(place: Place, figure: Figure) -> tuple[int, int]:
    """From the last count of the sentence to the number."""
    start = place.made[-1].span.end if place.made else figure.sentence.start
    return max(start, figure.number.span.start - 90), figure.number.span.start


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
    if not (is_person(figure) or is_bare(place, figure)):
        return None
    last = place.made[-1] if place.made else None
    if behind := AGED.match(place.key, figure.span.end) if is_person(figure) else None:
        who = last.subject if last else place.head
        words = place.key[figure.span.end : behind.end()].strip()
        return told(figure, who, "other", "age_count", words) if who else None
    band = age_band(place.key, figure, last is not None and last.rule == "age_count")
    if band is None:
        return None
    subject = _noun_before(place, figure, band) or (last.subject if last else place.head)
    detail = " ".join(place.key[band.start : band.end].split())
    return told(figure, subject, "other", "age_count", detail, band.start) if subject else None


def _noun_before(place: Place, figure: Figure, band: Span) -> CountSubject | None:
    """Whose age it is, named right before it: "cấp ủy viên trẻ dưới 40 tuổi"."""
    start = max(figure.sentence.start, band.start - 60)
    hits = list(place.words.nouns.find(place.key, start, band.start))
    near = bool(hits) and not place.key[hits[-1].span.end : band.start].strip()
    return SUBJECTS.get(hits[-1].code) if near else None


_DETAILED = ("education", "political_theory", "rank", "other")


def _attributed(
    place: Place, figure: Figure, attribute: CountAttribute, hit: Hit
) -> CountSubject | None:
    """Whose attribute it is: "đảng viên nữ" of a committee counts its members."""
    if figure.noun is not None and figure.noun.code == "layman" and not place.made:
        return None  # "45 em tốt nghiệp đại học"
    if own_subject(figure) in ("other", "employee") and words_of(place, hit).startswith(
        "đảng viên"
    ):
        return "party_member"  # "02 đoàn viên là đảng viên dự bị"
    own = own_subject(figure) or _label_noun(place, figure)
    if own in BODIES:
        return None
    if own is None and _STAFF.match(place.key, figure.sentence.start, figure.number.span.start):
        return "employee"
    behind, head = own_subject(figure), place.whose(figure.number.value)
    if behind == "party_member" and head in COMMITTEE:
        return head
    if own is None and _is_beside_presidium(place, figure):
        return "standing_member"
    if own is not None or head is not None:
        return own or head
    if place.made:
        return place.made[-1].subject
    if attribute in ("education", "political_theory"):
        told_so = is_person(figure) or _HAVING.search(place.key, *figure.near(20))
        return _schooled_before(place, figure) if told_so else None
    words = place.key[figure.span.start : figure.span.end]
    if words_of(place, hit).startswith("cán bộ"):
        return "employee"
    if attribute == "other" and words.endswith(("chuẩn", "hợp đồng", "kiêm nhiệm")):
        return "employee"
    return "party_member" if attribute in ("probationary", "other") else None


def _is_beside_presidium(place: Place, figure: Figure) -> bool:
    """Whether it goes on with the presidium in one breath: "Ban Thường vụ 11 đồng chí, 2 nữ"."""
    last = place.made[-1] if place.made else None
    if last is None or (last.subject, last.attribute) != ("standing_member", "total"):
        return False
    gap = place.key[last.span.end : figure.span.start]
    return len(gap) < 25 and re.search(r"[;.]", gap) is None and last.value >= figure.number.value


# "Trong đội ngũ này có 12 tiến sĩ, 145 thạc sĩ".
_HAVING = re.compile(r"(?<!\w)(?:có|gồm|với)\s+(?:(?:gần|hơn|trên|khoảng)\s+)?$")


def _schooled_before(place: Place, figure: Figure) -> CountSubject:
    """Whose schooling it may be, of those told further above; a workforce's where none is."""
    groups = (c for c in place.totals if c.subject in ("party_member", "employee"))
    return next((c.subject for c in groups if c.value >= figure.number.value), "employee")


# "Trường có 31 giáo sư": a workplace's own, not the members told before.
_STAFF = re.compile(
    r"[-+*\s]*(?:toàn )?(?:nhà trường|trường|bệnh viện|sở|cơ quan|đơn vị|trung tâm|công ty|ngành)"
    r"(?: hiện)?(?: nay)? (?:có|gồm)(?!\w)"
)


def _label_noun(place: Place, figure: Figure) -> CountSubject | None:
    """The noun that begins the words before the number: "Đảng viên có trình độ đại học: 35"."""
    start, end = figure.label.start, figure.label.end
    start = max(start, place.key.rfind(":", start, end) + 1)
    lead = TOTAL_LABEL.match(place.key, start, end)
    at = lead.end() if lead else start
    hit = place.words.nouns.first(place.key, at, end)
    return SUBJECTS.get(hit.code) if hit and hit.span.start == at else None


_BY_TOPIC = (
    "sơ cấp", "trung cấp", "cao cấp", "cử nhân", "chưa qua đào tạo", "chưa được đào tạo",
    "chưa qua đào tạo, bồi dưỡng",
)  # fmt: skip


def _attribute_code(place: Place, figure: Figure, hit: Hit) -> str:
    """The attribute's code; "trung cấp", "cao cấp" go by the kind of schooling named last."""
    words = place.key[hit.span.start : hit.span.end]
    if words not in _BY_TOPIC:
        return hit.code
    start = min(figure.sentence.start, max(0, hit.span.start - 250))  # a line above may say it
    topics = list(_TOPIC.finditer(place.key, start, hit.span.start))
    if not topics:
        listed = bool(place.made) and place.made[-1].attribute == "education"
        return "education" if listed and words == "sơ cấp" else hit.code
    return "political_theory" if topics[-1]["politics"] else "education"


_NOW = re.compile(
    r" (?:hiện(?: nay)?|nay|đến nay|(?:đảng viên )?(?:chiếm )?"
    r"(?:quá nửa|hơn nửa|hơn một nửa|đa số|phần lớn|một nửa|gần một nửa))"
)


def label_hit(place: Place, figure: Figure, lexicon: Lexicon) -> Hit | None:
    """The form that the words before the number end with."""
    hits = list(lexicon.find(place.key, figure.label.start, figure.label.end))
    if hits and (
        hits[-1].span.end == figure.label.end
        or _NOW.fullmatch(place.key, hits[-1].span.end, figure.label.end)
    ):
        return hits[-1]
    return None


def words_of(place: Place, hit: Hit) -> str:
    return " ".join(place.key[hit.span.start : hit.span.end].split())


def schooled(place: Place, figure: Figure) -> Count | None:
    """Those who have been taught political theory: the one figure of training that is counted."""
    if figure.attribute is not None and figure.attribute.code in ("education", "political_theory"):
        return _taught(place, figure)
    hit = label_hit(place, figure, place.words.attributes)
    if hit is None or hit.code != "political_theory" or not is_person(figure):
        return None
    subject = place.made[-1].subject if place.made else "employee"
    words = words_of(place, hit)
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
