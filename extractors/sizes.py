"""What one figure says of the size of an organisation, a committee or a workforce."""

import re

from extractors.bodies import body_of
from extractors.figure import Figure
from extractors.makeup import (
    Place,
    is_bare,
    is_person,
    own_subject,
    told,
    words_of,
)
from extractors.nouns_ahead import titled
from extractors.owned import AROUND, owned
from extractors.parts import by_what_they_are, next_part, of_place, part_of_last
from extractors.sorts import SUBJECTS
from pipeline.records import Count, CountSubject

# "đầu nhiệm kỳ là 120 đồng chí, cuối nhiệm kỳ 135 đồng chí": the same again at another time.
_AGAIN = re.compile(
    r"(?:và |nhưng |thì )*(?:(?:đầu|cuối|giữa) (?:năm|nhiệm kỳ|kỳ)(?: \d{4})?|(?:đến|hiện)(?: nay)?"
    r"|(?:đến |tính đến |hết )*năm \d{4}"
    r"|nay|hiện tại|thực(?: tế| có)?|có mặt|hiện có)(?:\s+(?:đã|có|còn|còn lại|gồm|là))*"
)
# "từ 26.150 đồng chí năm 2008 tăng lên 43.990 đồng chí".
_RISEN = re.compile(
    r"(?:(?:vào |đầu |cuối )*(?:năm|nhiệm kỳ)(?: \d{4}(?: - \d{4})?)?,? )?(?:đã )?"
    r"(?:(?:(?:tăng|giảm|nâng)(?: lên| xuống)?|lên|xuống)(?: còn| thành)?)?"
)
_TO = re.compile(r"(?<!\w)(?:lên|xuống|còn)(?!\w)")
_FROM = re.compile(r"(?<!\w)từ (?:(?:gần|hơn|trên|khoảng) )?\d[^;]{0,90}$")
_PLACED = re.compile(r"\s+(?:ở|tại|thuộc|khối|cấp|loại)\s")


def sized(place: Place, figure: Figure) -> Count | None:
    """A count of those an organisation or a committee has."""
    own = own_subject(figure)
    if own is not None:
        return owned(place, figure, own)
    if _is_workforce(place, figure):
        return told(figure, "employee", "total", "workforce_count")
    if figure.bracketed and place.made and _PLACED.match(place.key, figure.number.span.end):
        return told(figure, place.made[-1].subject, "total", "listed_count")
    if not (is_person(figure) or is_bare(place, figure)):
        return None
    if risen := _risen(place, figure):
        return risen
    if _AGAIN.fullmatch(_since_last(place, figure)) and (again := _told_again(place)):
        return told(figure, again, "total", "listed_count")
    if counted := _numbered(place, figure):
        return counted
    if is_person(figure) and (part := by_what_they_are(place, figure)):
        return part
    if is_person(figure):
        body = None if _is_part_of_whole(figure) else body_of(place, figure)
        if body is not None:
            start = body.span.start
            return told(figure, SUBJECTS[body.code], "total", "body_count", start=start)
    return (
        titled(place, figure)
        or of_place(place, figure)
        or next_part(place, figure)
        or part_of_last(place, figure)
    )


# "5.412 đảng viên trong tổng số 31.200 lao động", "Công ty có 1.240 công nhân".
_WORKPLACE = re.compile(
    r"(?<!\w)(?<!\d )(?:công ty|tổng công ty|doanh nghiệp|nhà máy|xí nghiệp"
    r"|tập đoàn|nông trường|mỏ)(?!\w)"
    r"[^.;:,\d]{0,50} (?:có|với|gồm)\s+(?:(?:gần|hơn|trên|khoảng|tổng số)\s+)*$"
)
_WORKERS = ("lao động", "công nhân", "công nhân, lao động", "công nhân lao động")


def _is_workforce(place: Place, figure: Figure) -> bool:
    """Whether workers are all those of a firm, or the whole that members are told of."""
    if figure.noun is None or words_of(place, figure.noun) not in _WORKERS:
        return False
    around = bool(place.made) and AROUND.search(place.key, *figure.near(30))
    return bool(around or _WORKPLACE.search(place.key, *figure.near(90)))


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


def _since_last(place: Place, figure: Figure) -> str:
    """The words that lead up to the number, from the last count on."""
    end = place.made[-1].span.end if place.made else 0
    start = min(max(figure.label.start, end), figure.label.end)
    return place.key[start : figure.label.end].strip()


def _risen(place: Place, figure: Figure) -> Count | None:
    """The later of two sizes of the same group: "từ 602 đồng chí lên 740 đồng chí"."""
    last = place.made[-1] if place.made else None
    if last is None:
        return None
    words = _since_last(place, figure)
    if not (_RISEN.fullmatch(words) or _RISEN.fullmatch(words + " ")):
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
