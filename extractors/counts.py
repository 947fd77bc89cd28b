"""Count records: how large an organisation, its committee or its workforce is, and its make-up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors import oversight
from extractors.bodies import at_body
from extractors.bounds import change_of, is_bound, is_planned
from extractors.figure import Figure
from extractors.figures import figures
from extractors.heads import Memory, again, head_after, repeats
from extractors.joiners import among_new, joined
from extractors.makeup import (
    BODIES,
    Place,
    Words,
    is_bare,
    is_person,
    made_up,
    own_subject,
    schooled,
    told,
)
from extractors.movements import acted
from extractors.owned import owned
from extractors.partaking import taking_part
from extractors.ratings import ratings
from extractors.sizes import sized
from extractors.sorts import ACT_ATTRIBUTES, SUBJECTS
from extractors.table_columns import column_counts
from extractors.table_figures import table_counts
from pipeline.model import Document
from pipeline.records import Count
from pipeline.reference import Reference


def counts(document: Document, reference: Reference) -> Iterator[Count]:
    """The count records of the document."""
    key = document.plain_key
    words = Words(
        reference.lexicon("counts.body"),
        reference.lexicon("counts.attribute"),
        reference.lexicon("counts.noun"),
        reference.lexicon("counts.people"),
        reference.lexicon("counts.qualifier"),
    )
    graded = {
        at
        for rating in ratings(document, reference)
        if rating.value is not None
        for at in range(rating.span.start, rating.span.end)
    }
    memory = Memory()
    for sentence in figures(document, reference):
        own = [
            f for f in sentence if graded.isdisjoint(range(f.number.span.start, f.number.span.end))
        ]
        place = memory.at(document, Place(key, words, None, text=document.text), sentence)
        made = _sentence(place, own, memory.made)
        yield from made
        memory = memory.after(made, place.head)
    yield from table_counts(document, reference)
    yield from column_counts(document, reference)


_KEPT = 60
"""Counts of one sentence that a figure in it can lean on; more are those of a broken table."""


def _sentence(place: Place, sentence: Sequence[Figure], before: Sequence[Count]) -> list[Count]:
    """The counts among a sentence's figures; changes given to the count they belong to.

    `before`: the counts of the last sentence that had any.
    """
    made: list[Count] = []
    overseen: Figure | None = None
    since = repeats(place.key, sentence)
    for figure in sentence:
        if oversight.is_oversight(place.key, figure, overseen):
            overseen = figure
            continue
        change = change_of(place.key, figure)
        if change is not None:
            _give(made, figure, change)
            continue
        latest = made[-_KEPT:]
        here = place.beside(head_after(place.head, latest), tuple(latest)) if latest else place
        record = None
        if since is not None:
            record = again(here, sentence, since, before).get(figure.number.span)
        record = record or _count(here, figure)
        made += [record] if record is not None else []
    return made


def _give(made: list[Count], figure: Figure, change: int) -> None:
    """Give the change to the first count of the same subject, else (no noun) to the last one."""
    subject = SUBJECTS.get(figure.noun.code) if figure.noun else None
    same = [i for i, c in enumerate(made) if subject in (None, c.subject)]
    if same:
        at = same[0] if subject and not figure.bracketed else same[-1]
        made[at] = replace(made[at], change=change)


# "(120 đại biểu) thay mặt cho 231 đảng viên": the size told beside those attending.
_STANDS_FOR = re.compile(
    r"(?:thay mặt|đại diện)(?: cho)?(?: (?:hơn|gần|trên|tổng số|toàn thể))*\s*$"
    r"|(?:thay mặt|đại diện)(?:[^.;]|\.\d){0,60}đảng viên"
    r" (?:của|thuộc|ở|trong|tại|sinh hoạt (?:tại|ở))\s*$"
)
# "kết nạp đảng viên 812 đồng chí (nghị quyết 900)": the value of an indicator.
_BESIDE_TARGET = re.compile(
    r"\s*\((?:so với )?(?:chỉ tiêu|kế hoạch|kh|ct|nghị quyết|nq|mục tiêu)(?!\w)[^()\d]{0,30}\d"
)


# "vỏn vẹn chín đảng viên": a size in words.
_ONLY = re.compile(r"(?<!\w)(?:vỏn vẹn|chỉ có|gồm|hiện có|tổng cộng|tất cả)\s+$")


_CHAIRS = ("thường trực", "thường trực cấp ủy", "thường trực đảng ủy")


def _is_spelled_size(place: Place, figure: Figure) -> bool:
    body = at_body(place, figure)
    if body is not None and figure.number.value > 1:
        words = place.key[body.span.start : body.span.end]
        office = place.key.endswith("văn phòng ", figure.sentence.start, body.span.start)
        return words not in _CHAIRS and not office
    plain = figure.noun is not None and figure.noun.code in ("party_member", "party_cell")
    return plain and _ONLY.search(place.key, *figure.near(20)) is not None


# "tăng cường 58 cán bộ huyện xuống xã", "đưa 64 trí thức trẻ về làm phó chủ tịch xã".
_SENT = re.compile(r"(?<!\w)(?:đưa|tăng cường|cử|điều|biệt phái|phân công)(?: được)?\s+$")
_DOWN = re.compile(
    r"[^.;:()\d]{0,40}?\s(?:về|xuống) "
    r"(?:làm|giữ|công tác|xã|các xã|cơ sở|huyện|phường|thôn|bản|giúp)"
    r"|[^.;:()\d]{0,20}?\scho (?:các )?(?:xã|thôn|bản|cơ sở)"
)


def _is_sent_down(place: Place, figure: Figure) -> bool:
    """Whether people are counted that were sent to work below."""
    if own_subject(figure) in BODIES or not _DOWN.match(place.key, figure.number.span.end):
        return False
    return _SENT.search(place.key, *figure.near(30)) is not None


# "bình quân gần 30 đảng viên/năm": no size.
_RATE = re.compile(
    r"\s?/\s?(?:năm|tháng|quý|chi bộ|xã|đảng bộ|nhiệm kỳ)|\s(?:mỗi|một) (?:năm|tháng)"
)
# "kết nạp 21 đảng viên, cụ thể: năm 2016: 08; năm 2017: 05": the same, year by year.
_YEAR = re.compile(
    r"(?:năm|(?:6|sáu) tháng (?:đầu|cuối) năm|quý [ivx\d]+(?:/| năm )|đầu năm|cuối năm) ?\d{4}"
    r"(?: là| có|:)?\s+(?:kết nạp )?(?:được )?$"
)


def _in_year(place: Place, figure: Figure) -> Count | None:
    """A year's part of the total before it in the sentence."""
    last = place.made[-1] if place.made else None
    if last is None or not (is_bare(place, figure) or is_person(figure)):
        return None
    start, at = max(last.span.end, figure.number.span.start - 60), figure.number.span.start
    m = _YEAR.search(place.key, start, at)
    if m is None:
        return None
    return told(figure, last.subject, last.attribute, "listed_count", None, m.start())


# "Trong 53 tổ chức cơ sở đảng được đánh giá, có 9 …": how many there are.
_AMONG = re.compile(r"(?<!\w)trong (?:tổng )?(?:số )?$")


def _is_whole(place: Place, figure: Figure) -> bool:
    """Whether an act behind the figure only says of which ones it is the whole."""
    busy = figure.behind and figure.act is not None and figure.act.code == "busy"
    if busy and place.made and place.made[-1].subject in BODIES:
        between = place.key[place.made[-1].span.end : figure.number.span.start]
        if between.strip() == "với":
            return True  # "14 chi bộ trực thuộc với 176 đảng viên thực hiện nhiệm vụ"
    return busy and bool(_AMONG.search(place.key, *figure.near(30)))


def _count(place: Place, figure: Figure) -> Count | None:
    """The count that a figure tells, or None."""
    noun = figure.noun.code if figure.noun else None
    if noun == "ignored" or is_bound(place.key, figure) or is_planned(place.key, figure):
        return None
    if _STANDS_FOR.search(place.key, *figure.near(200)):
        own = SUBJECTS.get(noun) if noun else None
        return owned(place, figure, own) if own in ("party_member", *BODIES) else None
    if _RATE.match(place.key, figure.span.end):
        return None
    if _is_sent_down(place, figure):
        return told(figure, "employee", "transferred", "transferred_count")
    if part := taking_part(place, figure):
        return part
    if (again_in := _in_year(place, figure)) is not None:
        return again_in
    if _BESIDE_TARGET.match(place.key, figure.span.end):
        return None
    act = figure.act.code if figure.act and not _is_whole(place, figure) else None
    if figure.number.spelled and not figure.bracketed and not _is_spelled_size(place, figure):
        return None
    if act in ACT_ATTRIBUTES:
        return acted(place, figure, act)
    if act is not None:
        return schooled(place, figure)
    return (
        joined(place, figure)
        or among_new(place, figure)
        or made_up(place, figure)
        or sized(place, figure)
    )
