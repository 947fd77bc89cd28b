"""Count records: how large an organisation, its committee or its workforce is, and its make-up."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors import oversight
from extractors.figures import Figure, change_of, figures, is_bound, is_planned
from extractors.ratings import ratings
from extractors.sorts import ACT_ATTRIBUTES, ATTRIBUTES, SUBJECTS
from extractors.table_figures import table_counts
from pipeline.model import Document, Span
from pipeline.records import Count, CountAttribute, CountSubject
from pipeline.reference import Hit, Lexicon, Reference

_PEOPLE = ("party_member", "employee", "committee_member", "standing_member", "other")
_COMMITTEE = ("committee_member", "standing_member", "other")
_POSTS = ("committee_member", "standing_member", "secretary", "deputy_secretary")
_BODIES = ("party_cell", "party_organization", "mass_organization", "administrative_unit")
# Nouns that say by themselves what an organisation is made up of.
_SURE = ("party_member", "party_cell", "party_organization", "mass_organization")
_SIZE = re.compile(
    r"(?<!\w)(?:có|gồm|bao gồm|với|tổng số|biên chế|là|cơ cấu|quản lý)(?!\w)(?:[^.;]|\.\d){0,70}$"
)
_HEADED = re.compile(r"(?:(?:gồm có|gồm|có|là|thay thế bổ sung|bổ sung)(?:\s+\w+){0,2}|:)\s*$")
_TOPIC = re.compile(
    r"(?<!\w)(?P<politics>(?:lý luận )?chính trị|llct)|(?P<school>chuyên môn|học vấn)"
)
_BARE_END = re.compile(r"\s*(?:[,;.)(]|và\s|$|\n)")
_TIME = re.compile(
    r"\s*(?:năm|tháng|ngày|tuổi|lớp|lần|nhiệm kỳ|khóa|địa phương|tỉnh|xã|%|$|[^\w\s])"
)
_INTO_PARTY = re.compile(r"[^.;,]{0,40}?vào đảng")
_MEMORY = 1200
"""For how many characters without a count the make-up told is still that of the same head."""
# A comma between a body and its number, but for the name of a term: the body is another's.
_ASIDE = re.compile(r",(?!\s*(?:nhiệm kỳ|khóa|lần thứ|hiện|gồm|sau|năm|đến))")
_PLACED = re.compile(r"\s+(?:ở|tại|thuộc|khối|cấp|loại)\s")
_TOTAL_LABEL = re.compile(r"(?:tổng số|số lượng|tổng|số|trong đó|hiện có|có|-|\W)*")
_POST_END = re.compile(r"[;.,()]|\d|(?<!\w)diện(?!\w)")


@dataclass(frozen=True, slots=True)
class _Words:
    bodies: Lexicon
    attributes: Lexicon
    nouns: Lexicon


@dataclass(frozen=True, slots=True)
class _Place:
    """What a figure leans on: whose make-up is told (`head`), and the counts before it."""

    key: str
    words: _Words
    head: CountSubject | None
    made: tuple[Count, ...] = ()


def counts(document: Document, reference: Reference) -> Iterator[Count]:
    """The count records of the document."""
    key = document.key.replace("*", " ")
    words = _Words(
        reference.lexicon("counts.body"),
        reference.lexicon("counts.attribute"),
        reference.lexicon("counts.noun"),
    )
    graded = [r.span for r in ratings(document, reference) if r.value is not None]
    head: CountSubject | None = None
    told = 0
    for sentence in figures(document, reference):
        head = head if sentence[0].span.start - told < _MEMORY else None
        own = [f for f in sentence if not any(g.overlaps(f.number.span) for g in graded)]
        made = _sentence(_Place(key, words, head), own)
        yield from made
        head, told = _head(head, made), made[-1].span.end if made else told
    yield from table_counts(document, reference)


def _sentence(place: _Place, sentence: list[Figure]) -> list[Count]:
    """The counts among a sentence's figures; changes given to the count they belong to."""
    made: list[Count] = []
    overseen: Figure | None = None
    for figure in sentence:
        if oversight.is_oversight(place.key, figure, overseen):
            overseen = figure
            continue
        change = change_of(place.key, figure)
        if change is not None:
            _give(made, figure, change)
            continue
        here = replace(place, head=_head(place.head, made), made=tuple(made))
        record = _count(here, figure)
        made += [record] if record is not None else []
    return made


def _head(head: CountSubject | None, made: list[Count]) -> CountSubject | None:
    """Whose make-up is being told after these counts: those counted in total last."""
    totals = [c.subject for c in made if c.attribute == "total" and c.rule != "post_count"]
    return next((s for s in reversed(totals) if s in _PEOPLE), head)


def _give(made: list[Count], figure: Figure, change: int) -> None:
    """Give the change to the first count of the same subject, else (no noun) to the last one."""
    subject = SUBJECTS.get(figure.noun.code) if figure.noun else None
    same = [i for i, c in enumerate(made) if subject in (None, c.subject)]
    if same:
        at = same[0] if subject else same[-1]
        made[at] = replace(made[at], change=change)


def _count(place: _Place, figure: Figure) -> Count | None:
    """The count that a figure tells, or None."""
    noun = figure.noun.code if figure.noun else None
    if noun == "ignored" or is_bound(place.key, figure) or is_planned(place.key, figure):
        return None
    act = figure.act.code if figure.act else None
    if figure.number.spelled and not figure.bracketed:
        return None
    if act in ACT_ATTRIBUTES:
        return _acted(place, figure, act)
    if act is not None:
        return _schooled(place, figure)
    return _made_up(place, figure) or _sized(place, figure)


def _record(
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


def _own(figure: Figure) -> CountSubject | None:
    """Who the words behind the number say is counted; None for "đồng chí" and a bare number."""
    hit = figure.title or figure.noun
    return SUBJECTS.get(hit.code) if hit else None


def _is_person(figure: Figure) -> bool:
    return figure.noun is not None and figure.noun.code == "person"


def _is_bare(place: _Place, figure: Figure) -> bool:
    return figure.noun is None and bool(_BARE_END.match(place.key, figure.number.span.end))


def _made_up(place: _Place, figure: Figure) -> Count | None:
    """A count told apart by an attribute, of its own noun or of the head."""
    right, label = figure.attribute, None
    if right is None and (_is_person(figure) or _is_bare(place, figure)):
        label = _label_hit(place, figure, place.words.attributes)
    hit = right or label
    if hit is None:
        return None
    attribute = ATTRIBUTES[_attribute_code(place, figure, hit)]
    subject = _attributed(place, figure, attribute)
    if subject is None:
        return None
    detail = _words_of(place, hit) if attribute in _DETAILED else None
    start = label.span.start if label else None
    return _record(figure, subject, attribute, "attribute_count", detail, start)


_DETAILED = ("education", "political_theory", "rank", "other")


def _attributed(place: _Place, figure: Figure, attribute: CountAttribute) -> CountSubject | None:
    """Whose attribute it is: "đảng viên nữ" of a committee counts its members."""
    own = _own(figure)
    if own in _BODIES:
        return None
    if own == "party_member" and place.head in _COMMITTEE:
        return place.head
    if own is not None or place.head is not None:
        return own or place.head
    if place.made:
        return place.made[-1].subject
    return "party_member" if attribute in ("probationary", "other") else None


def _attribute_code(place: _Place, figure: Figure, hit: Hit) -> str:
    """The attribute's code; "trung cấp", "cao cấp" go by the kind of schooling named last."""
    if place.key[hit.span.start : hit.span.end] not in ("trung cấp", "cao cấp", "cử nhân"):
        return hit.code
    topics = list(_TOPIC.finditer(place.key, figure.sentence.start, hit.span.start))
    if not topics:
        return hit.code
    return "political_theory" if topics[-1]["politics"] else "education"


def _label_hit(place: _Place, figure: Figure, lexicon: Lexicon) -> Hit | None:
    """The form that the words before the number end with."""
    hits = list(lexicon.find(place.key, figure.label.start, figure.label.end))
    return hits[-1] if hits and hits[-1].span.end == figure.label.end else None


def _words_of(place: _Place, hit: Hit) -> str:
    return " ".join(place.key[hit.span.start : hit.span.end].split())


def _schooled(place: _Place, figure: Figure) -> Count | None:
    """Those who have been taught political theory: the one figure of training that is counted."""
    hit = _label_hit(place, figure, place.words.attributes)
    if hit is None or hit.code != "political_theory" or not _is_person(figure):
        return None
    subject = place.made[-1].subject if place.made else "employee"
    words = _words_of(place, hit)
    return _record(figure, subject, "political_theory", "label_count", words, hit.span.start)


def _sized(place: _Place, figure: Figure) -> Count | None:
    """A count of those an organisation or a committee has."""
    own = _own(figure)
    if own is not None:
        return _owned(place, figure, own)
    if figure.bracketed and place.made and _PLACED.match(place.key, figure.number.span.end):
        return _record(figure, place.made[-1].subject, "total", "listed_count")
    if not (_is_person(figure) or _is_bare(place, figure)):
        return None
    if _is_person(figure):
        body = _body(place, figure)
        if body is not None:
            start = body.span.start
            return _record(figure, SUBJECTS[body.code], "total", "body_count", start=start)
    return _titled(place, figure)


def _titled(place: _Place, figure: Figure) -> Count | None:
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
    return _record(figure, SUBJECTS[hit.code], "total", "label_count", start=hit.span.start)


def _owned(place: _Place, figure: Figure, own: CountSubject) -> Count | None:
    """A count with its own noun; posts want a committee around, staff and units a verb of size."""
    code = (figure.title or figure.noun).code if figure.noun else ""
    detail = _variant(place, figure)
    if code in ("chair", "deputy_chair") and place.head not in _COMMITTEE:
        return None
    if figure.title is None and place.words.bodies.codes.get(_noun_words(place, figure)):
        return None  # "1 ban chấp hành" counts no members; "Chi bộ" is a noun of its own
    if place.key[figure.span.start : figure.span.end].endswith("nhân sự"):
        return None  # posts filled, not people employed
    if own in _POSTS:
        fits = figure.bracketed or place.head in _COMMITTEE or place.made
        return _record(figure, own, "total", "post_count", detail) if fits else None
    if code in _SURE:
        return _record(figure, own, "total", "noun_count", detail)
    before = place.key[
        max(figure.sentence.start, figure.number.span.start - 70) : figure.number.span.start
    ]
    if place.made or _SIZE.search(before):
        return _record(figure, own, "total", "noun_count", detail)
    return None


def _noun_words(place: _Place, figure: Figure) -> str:
    return _words_of(place, figure.noun) if figure.noun and figure.noun.code in _POSTS else ""


def _variant(place: _Place, figure: Figure) -> str | None:
    """The noun's words where they say more than its plainest form."""
    hit = figure.title or figure.noun
    words = _words_of(place, hit) if hit else ""
    return (
        None if words in ("đảng viên", "chi bộ", "đảng bộ", "bí thư", "phó bí thư", "") else words
    )


def _body(place: _Place, figure: Figure) -> Hit | None:
    """The body whose members are counted: "Ban Chấp hành … gồm 07 đồng chí"."""
    key, at = place.key, figure.number.span.start
    start = max(figure.sentence.start, at - 200)
    if not _HEADED.search(key, start, at) or "số lượng" in key[start:at]:
        return None
    if place.made:
        start = max(start, place.made[-1].span.end)
    cut = max(key.rfind(";", start, at), key.rfind(". ", start, at))
    hits = list(place.words.bodies.find(key, max(start, cut), at))
    ranks = (_COMMITTEE, ("party_member",), ("employee",))
    found = (h for rank in ranks for h in reversed(hits) if h.code in rank)
    return next((h for h in found if not _ASIDE.search(key, h.span.end, at)), None)


def _acted(place: _Place, figure: Figure, act: str) -> Count | None:
    """A count of those admitted, removed, moved, planned for a post, elected or added."""
    own = _own(figure)
    if own in _BODIES:
        return _owned(place, figure, own)
    if act == "admitted":
        return _admitted(place, figure)
    if figure.noun is None:
        return None
    if act == "elected" and not figure.behind and _body(place, figure):
        return _made_up(place, figure) or _sized(place, figure)
    subject = _moved(place, figure, act, own)
    if subject is None:
        return None
    attribute: CountAttribute = ACT_ATTRIBUTES[act]
    if act == "elected" and figure.behind:
        attribute = "other"
    record = _record(figure, subject, attribute, f"{act}_count", _variant(place, figure))
    return replace(record, span=_with_act(place, figure))


def _with_act(place: _Place, figure: Figure) -> Span:
    """The figure with its act and the post named behind it, where they stand near."""
    start, end, act = figure.span.start, figure.span.end, figure.act
    post = _post_hit(place, figure)
    end = max(end, post.span.end) if post else end
    if act is None or figure.carried or not figure.sentence.holds(act.span):
        return Span(start, end)
    if start - act.span.end > 60:
        return Span(start, end)
    return Span(min(start, act.span.start), max(end, act.span.end) if figure.behind else end)


def _admitted(place: _Place, figure: Figure) -> Count | None:
    """A count of new members; in the list behind it even nouns not known ("chủ doanh nghiệp")."""
    known = figure.noun is not None or figure.attribute is not None
    listed = figure.carried and any(c.attribute == "admitted" for c in place.made)
    if figure.noun and figure.noun.code == "union_member" and not listed:
        known = bool(_INTO_PARTY.match(place.key, figure.span.end))
    if not known and not (listed and not _TIME.match(place.key, figure.number.span.end)):
        return None
    detail = None if _own(figure) == "party_member" and not figure.attribute else ""
    words = " ".join(place.key[figure.number.span.end : figure.span.end].split())
    return _record(
        figure, "party_member", "admitted", "admitted_count", words if detail == "" else None
    )


def _moved(
    place: _Place, figure: Figure, act: str, own: CountSubject | None
) -> CountSubject | None:
    """Who was moved: the post named behind, the noun, those before in the list, or by the act."""
    if figure.title is not None:
        return own
    post = _post(place, figure) if act in ("planned", "elected", "added") else None
    if post is None and act == "planned" and _is_labelled(place, figure):
        post = _labelled_post(place, figure)
    if post is not None:
        return post
    if act == "elected" and figure.behind:
        return "committee_member"
    if own is not None and not (own == "employee" and figure.carried and act == "added"):
        return own
    if act in ("planned", "transferred", "added") and figure.carried and place.made:
        return place.made[-1].subject
    if act == "added":
        body = _body(place, figure)
        return SUBJECTS[body.code] if body else None
    if act == "confirmed":
        return "party_member"
    if act == "removed":
        words = place.key[figure.act.span.start : figure.act.span.end] if figure.act else ""
        return "committee_member" if words == "rút tên" else "party_member"
    if act == "transferred" and _is_of_party(place, figure):
        return "party_member"
    return {"planned": "other", "transferred": "employee"}.get(act)  # type: ignore[return-value]


def _is_labelled(place: _Place, figure: Figure) -> bool:
    """Whether a colon leads up to the number."""
    return ":" in place.key[figure.label.end : figure.number.span.start]


def _labelled_post(place: _Place, figure: Figure) -> CountSubject | None:
    """The post named before the figure: "quy hoạch Ban Thường vụ: 8 đồng chí"."""
    start = figure.label.start
    if figure.act is not None and figure.act.span.start < figure.number.span.start:
        start = min(start, max(figure.act.span.end, start - 60)) if not figure.carried else start
    bodies = list(place.words.bodies.find(place.key, start, figure.label.end))
    nouns = list(place.words.nouns.find(place.key, start, figure.label.end))
    posts = [h for h in [*bodies, *nouns] if SUBJECTS.get(h.code) in _POSTS]
    return SUBJECTS[posts[-1].code] if posts else None


def _is_of_party(place: _Place, figure: Figure) -> bool:
    """Whether it is party members that move: "chuyển sinh hoạt đảng"."""
    told = place.key[figure.act.span.start : figure.act.span.end] if figure.act else ""
    return "sinh hoạt" in told or any(c.subject == "party_member" for c in place.made)


def _post(place: _Place, figure: Figure) -> CountSubject | None:
    """The post named behind the figure in its clause."""
    hit = _post_hit(place, figure)
    return SUBJECTS[hit.code] if hit else None


def _post_hit(place: _Place, figure: Figure) -> Hit | None:
    m = _POST_END.search(place.key, figure.span.end)
    stop = min(m.start() if m else figure.sentence.end, figure.sentence.end)
    hits = [
        *place.words.nouns.find(place.key, figure.span.end, stop),
        *place.words.bodies.find(place.key, figure.span.end, stop),
    ]
    posts = [h for h in hits if SUBJECTS.get(h.code) in _POSTS]
    return min(posts, key=lambda h: h.span, default=None)
