"""What one figure says of those admitted, removed, moved, planned for a post, elected or added."""

import re
from dataclasses import replace

from extractors.bodies import at_body, body_of
from extractors.figure import Figure
from extractors.joiners import so_far
from extractors.makeup import (
    BODIES,
    POSTS,
    Place,
    is_bare,
    label_hit,
    made_up,
    own_subject,
    told,
)
from extractors.owned import owned, variant
from extractors.parts import is_of_place
from extractors.sizes import sized
from extractors.sorts import ACT_ATTRIBUTES, SUBJECTS
from pipeline.model import Span
from pipeline.records import Count, CountAttribute, CountSubject
from pipeline.reference import Hit

_POST_END = re.compile(r"[;.,()]|\d|(?<!\w)diện(?!\w)")


_TIME = re.compile(
    r"\s*(?:năm|tháng|ngày|tuổi|lớp|lần|nhiệm kỳ|khóa|địa phương|tỉnh|xã|%|$|[^\w\s])"
)
_OTHERS = re.compile(r"(?:dân tộc|đối tượng|thành phần|đơn vị) khác$|^còn lại$")
_OFFICIAL = re.compile(r"chính thức$")
_INTO_UNION = re.compile(r"[^.;,]{0,40}?vào (?:công đoàn|đoàn|hội|đội|hợp tác xã)(?!\w)")
_INTO_PARTY = re.compile(r"[^.;,]{0,40}?vào đảng")


def acted(place: Place, figure: Figure, act: str) -> Count | None:
    """A count of those admitted, removed, moved, planned for a post, elected or added."""
    own = own_subject(figure)
    if own in BODIES:
        return owned(place, figure, own)
    if (
        act in ("transferred", "left", "removed")
        and (body := at_body(place, figure))
        and _is_past(place, figure)
    ):
        return told(figure, SUBJECTS[body.code], "total", "body_count", start=body.span.start)
    if act == "admitted":
        return _admitted(place, figure)
    if figure.noun is not None and figure.noun.code == "layman":
        return None
    if figure.noun is None and not _is_entry(place, figure):
        return None
    if act == "elected" and not figure.behind and _post_hit(place, figure) is None:
        body = body_of(place, figure)
        if figure.carried or (body is not None and SUBJECTS[body.code] in (*POSTS, "other")):
            return made_up(place, figure) or sized(place, figure)
    subject = _moved(place, figure, act, own)
    if subject is None:
        return None
    attribute: CountAttribute = ACT_ATTRIBUTES[act]
    if act == "elected" and figure.behind:
        attribute = "other"
    record = told(figure, subject, attribute, f"{act}_count", variant(place, figure))
    return replace(record, span=_with_act(place, figure))


def _is_past(place: Place, figure: Figure) -> bool:
    """Whether a clause has ended between the act and the words that lead up to the figure."""
    act = figure.act
    if act is None or figure.behind:
        return False
    return (
        figure.carried
        or re.search("[;.,]", place.key[act.span.end : figure.label.start]) is not None
    )


_ENTRIES = ("excused", "confirmed", "died", "removed", "transferred")


def _is_entry(place: Place, figure: Figure) -> bool:
    """Whether a bare number stands behind its act as in a form: "Được miễn sinh hoạt: 11"."""
    act = figure.act
    routed = figure.carried and _ROUTE.match(place.key, figure.number.span.end)
    if act is not None and act.code == "transferred" and routed:
        return True
    if act is None or not is_bare(place, figure):
        return False
    if act.code == "planned" and figure.carried and _goes_on_planned(place, figure):
        return True
    if act.code == "planned":
        return _is_labelled(place, figure) and not figure.behind
    if figure.bracketed and place.made and act.code in (*_ENTRIES, "left"):
        return act.span.end == figure.label.end
    if act.code not in _ENTRIES:
        return False
    if _is_of_members_moved(place, figure):
        return True
    if act.span.end == figure.label.end and place.made and _follows_members(place):
        return True
    between = place.key[act.span.end : figure.number.span.start]
    return between.strip() == ":" and (act.code == "removed" or _follows_members(place))


def _goes_on_planned(place: Place, figure: Figure) -> bool:
    """Whether a kind of those planned before is told: "trong đó nữ 96"."""
    last = place.made[-1] if place.made else None
    told_so = last is not None and last.attribute == "planned" and last.value > figure.number.value
    return told_so and label_hit(place, figure, place.words.attributes) is not None


# "gồm 13 từ tỉnh về huyện".
_ROUTE = re.compile(r" từ (?:\w+ ){1,4}?(?:về|lên|xuống|sang|đến) \w+")
_IN_TIME = re.compile(r"(?: (?:trong|cả|năm|kỳ|nhiệm kỳ|tháng|\d{4}))*[\s:]*(?:là|có)?\s*")


def _is_of_members_moved(place: Place, figure: Figure) -> bool:
    """Whether members come or go by a label: "Số đảng viên chuyển đến trong năm: 02"."""
    act = figure.act
    if act is None or figure.behind or figure.carried:
        return False
    lead = place.key[max(figure.sentence.start, act.span.start - 30) : act.span.start].rstrip()
    after = (act.span.end, figure.number.span.start)
    return lead.endswith("đảng viên") and _IN_TIME.fullmatch(place.key, *after) is not None


def _with_act(place: Place, figure: Figure) -> Span:
    """The figure with its act and the post named behind it, where they stand near."""
    start, end, act = figure.span.start, figure.span.end, figure.act
    post = _post_hit(place, figure)
    end = max(end, post.span.end) if post else end
    if act is None or figure.carried or not figure.sentence.holds(act.span):
        return Span(start, end)
    if start - act.span.end > 60:
        return Span(start, end)
    return Span(min(start, act.span.start), max(end, act.span.end) if figure.behind else end)


def _admitted(place: Place, figure: Figure) -> Count | None:
    """A count of new members; in the list behind it even nouns not known ("chủ doanh nghiệp")."""
    if figure.attribute is not None and _OFFICIAL.search(
        place.key[figure.span.start : figure.span.end]
    ):
        return told(figure, "party_member", "other", "attribute_count", "chính thức")
    known = figure.noun is not None or figure.attribute is not None
    if _INTO_UNION.match(place.key, figure.span.end):
        return None
    listed = figure.carried and any(c.attribute == "admitted" for c in place.made)
    if not place.made and place.last is not None and _goes_on(figure):
        listed = place.last.attribute == "admitted"
    if figure.noun and figure.noun.code == "union_member" and not listed:
        known = bool(_INTO_PARTY.match(place.key, figure.span.end))
    if figure.noun is None and _admitted_bare(place, figure, listed):
        return told(figure, "party_member", "admitted", "admitted_count", None, figure.label.start)
    named = (listed and not _TIME.match(place.key, figure.number.span.end)) or _is_of_new(
        place, figure
    )
    if not known and not named:
        return None
    if not known:
        m = _POST_END.search(place.key, figure.span.end)
        stop = min(m.start() if m else figure.sentence.end, figure.sentence.end)
        figure = replace(figure, span=Span(figure.span.start, len(place.key[:stop].rstrip())))
    plain = own_subject(figure) == "party_member" and not figure.attribute
    words = " ".join(place.key[figure.number.span.end : figure.span.end].split())
    detail = None if plain or not words else words
    return told(figure, "party_member", "admitted", "admitted_count", detail)


_NO_JOINER = re.compile(
    r"\s*(?:$|[^\w\s]|(?:lượt )?(?:đợt|lần|buổi|cuộc|công đoàn|nghiệp đoàn|đoàn|hội|tổ|cơ sở|xã"
    r"|hợp tác|doanh nghiệp|hộ|chi|đảng bộ|trường|đơn vị|thành viên|nước|khoa|phòng|đội)(?!\w))"
)


def _is_of_new(place: Place, figure: Figure) -> bool:
    """Whether whoever is named right behind "kết nạp 40 …" has joined: "40 giáo dân"."""
    act, end = figure.act, figure.number.span.end
    if act is None or figure.behind or figure.carried or act.span.end != figure.label.end:
        return False
    return not (_TIME.match(place.key, end) or _NO_JOINER.match(place.key, end))


def _goes_on(figure: Figure) -> bool:
    """Whether the act was named in a sentence before: "Trong số đó có 15 công nhân"."""
    return figure.act is not None and figure.act.span.start < figure.sentence.start


def _admitted_bare(place: Place, figure: Figure, listed: bool) -> bool:
    """Whether a bare number counts new members: "kết nạp 12", "(nữ 60, đoàn viên 98)"."""
    if not is_bare(place, figure):
        return False
    if so_far(place, figure):
        return True
    if not listed:
        return figure.act is not None and figure.label.end == figure.act.span.end
    named = (label_hit(place, figure, x) for x in (place.words.attributes, place.words.nouns))
    at_act = figure.act is not None and figure.label.end == figure.act.span.end
    return (
        at_act
        or any(named)
        or is_of_place(place, figure)
        or _OTHERS.search(place.key, figure.label.start, figure.label.end) is not None
    )


def _moved(place: Place, figure: Figure, act: str, own: CountSubject | None) -> CountSubject | None:
    """Who was moved: the post named behind, the noun, those before in the list, or by the act."""
    if figure.title is not None:
        return own
    post = _post(place, figure) if act in ("planned", "elected", "added") else None
    if (
        post is None
        and act == "planned"
        and (_is_labelled(place, figure) or _is_planned_for(place, figure))
    ):
        post = _labelled_post(place, figure)
    if post is not None:
        return post
    if act == "elected" and figure.behind:
        return "committee_member"
    if own is not None and not (own == "employee" and figure.carried and act == "added"):
        return own
    if act in ("planned", "transferred", "added") and figure.carried and place.made:
        return place.made[-1].subject
    if act == "elected" and figure.act is not None and figure.label.holds(figure.act.span):
        return _labelled_post(place, figure)  # "cấp ủy viên được bầu là 3.120 đồng chí"
    if act == "added":
        body = body_of(place, figure)
        at_hand = _post_told(place)
        return SUBJECTS[body.code] if body else at_hand
    if act in ("confirmed", "excused"):
        return "party_member"
    if act == "died":
        return "party_member" if _follows_members(place) else None
    if act == "removed":
        words = place.key[figure.act.span.start : figure.act.span.end] if figure.act else ""
        return "committee_member" if words == "rút tên" else "party_member"
    if act == "transferred" and (_is_of_party(place, figure) or _comes_or_goes(place, figure)):
        return "party_member"
    if act in ("transferred", "left") and (told_so := _post_told(place)):
        return told_so
    return _BY_ACT.get(act)


def _post_told(place: Place) -> CountSubject | None:
    """The post that is being told of: the head, or the count before in the sentence."""
    last = place.made[-1].subject if place.made else None
    return next((who for who in (place.head, last) if who in POSTS), None)


_BY_ACT: dict[str, CountSubject] = {
    "planned": "other", "transferred": "employee", "left": "employee",
}  # fmt: skip
_FOR_TERM = re.compile(
    r"[^;.:,]{0,60}?\s(?:nhiệm kỳ|khóa)\s(?:mới|tới|\d{4}\s*-\s*\d{4})[\s:]*(?:là|gồm|có)?\s*"
)


def _is_planned_for(place: Place, figure: Figure) -> bool:
    """Whether a post and its term lead up to the figure: "quy hoạch cấp ủy nhiệm kỳ mới 58"."""
    if figure.act is None or figure.carried or figure.behind:
        return False
    at, until = figure.act.span.end, figure.number.span.start
    return bool(_FOR_TERM.fullmatch(place.key, at, until))


def _is_labelled(place: Place, figure: Figure) -> bool:
    """Whether the words right before the number name a post: "Ban Thường vụ: 8", "Bí thư 3"."""
    if ":" in place.key[figure.label.end : figure.number.span.start]:
        return True
    hits = (label_hit(place, figure, x) for x in (place.words.bodies, place.words.nouns))
    return any(h is not None and SUBJECTS.get(h.code) in POSTS for h in hits)


def _labelled_post(place: Place, figure: Figure) -> CountSubject | None:
    """The post named before the figure: "quy hoạch Ban Thường vụ: 8 đồng chí"."""
    start = figure.label.start
    if _is_planned_for(place, figure) and figure.act is not None:
        start = figure.act.span.end
    if figure.act is not None and figure.act.span.start < figure.number.span.start:
        start = min(start, max(figure.act.span.end, start - 60)) if not figure.carried else start
    bodies = list(place.words.bodies.find(place.key, start, figure.label.end))
    nouns = list(place.words.nouns.find(place.key, start, figure.label.end))
    posts = [h for h in [*bodies, *nouns] if SUBJECTS.get(h.code) in POSTS]
    return SUBJECTS[posts[-1].code] if posts else None


def _is_of_party(place: Place, figure: Figure) -> bool:
    """Whether it is party members that move: "chuyển sinh hoạt đảng"."""
    told = place.key[figure.act.span.start : figure.act.span.end] if figure.act else ""
    return "sinh hoạt" in told or any(c.subject == "party_member" for c in place.made)


_WAYS = ("chuyển đến", "chuyển đi")


def _comes_or_goes(place: Place, figure: Figure) -> bool:
    """Whether members are told to come or go, beside those admitted: "Chuyển đi: 02 đồng chí"."""
    told = place.key[figure.act.span.start : figure.act.span.end] if figure.act else ""
    return told in _WAYS and (_follows_members(place) or _is_of_members_moved(place, figure))


def _follows_members(place: Place) -> bool:
    """Whether the count before is one of party members."""
    last = place.made[-1] if place.made else place.last
    return last is not None and last.subject == "party_member"


def _post(place: Place, figure: Figure) -> CountSubject | None:
    """The post named behind the figure in its clause."""
    hit = _post_hit(place, figure)
    return SUBJECTS[hit.code] if hit else None


def _post_hit(place: Place, figure: Figure) -> Hit | None:
    m = _POST_END.search(place.key, figure.span.end)
    stop = min(m.start() if m else figure.sentence.end, figure.sentence.end)
    hits = [
        *place.words.nouns.find(place.key, figure.span.end, stop),
        *place.words.bodies.find(place.key, figure.span.end, stop),
    ]
    posts = [h for h in hits if SUBJECTS.get(h.code) in POSTS]
    return min(posts, key=lambda h: h.span, default=None)
