"""New members told without an act before their number: "thêm 38 đảng viên", "mới được 4"."""

import re

from extractors.figure import Figure
from extractors.makeup import Place, is_bare, is_person, label_hit, of_people, own_subject, told
from pipeline.records import Count
from pipeline.reference import Hit

# "phát triển 512 đảng viên", "thêm 38 đảng viên"; "tăng thêm 38" is a change.
_GROWN = re.compile(
    r"(?<!\w)(?:phát triển|(?<!tăng )(?<!giảm )thêm)(?: được| mới| thêm)*"
    r"\s+(?:(?:gần|hơn|trên|khoảng)\s+)?$"
)
# "Bệnh viện (9 đảng viên), Trường X (7 đảng viên) là những nơi kết nạp được nhiều".
_JOINED_MOST = re.compile(
    r"(?<!\w)(?:kết nạp|phát triển)(?: được| đảng viên| mới| đảng)* "
    r"(?:nhiều|đông|cao|khá|tốt|ít|nhất|đạt|vượt)(?!\w)"
)
# "số người vào Đảng của huyện đạt 312".
_ENTERED = re.compile(
    r"(?<!\w)(?:người|quần chúng|đoàn viên|công nhân|thanh niên|học sinh|sinh viên|trường hợp)"
    r"(?: ưu tú)?(?: được)? (?:vào|gia nhập) đảng(?: (?:của|ở|trong) [^.;:,\d]{1,40})?$"
)
# "giao kết nạp 12 đảng viên, đến nay mới được 4".
_SO_FAR = re.compile(
    r"(?<!\w)(?:(?:đến|tới) nay|nay|thực tế|nhưng|song|mà|năm)(?: \d{4})?(?: (?:đã|mới|chỉ))*"
    r"(?: kết nạp| phát triển)?(?: được| đạt| có)\s+$"
)


def joined(place: Place, figure: Figure) -> Count | None:
    """New members told by other words than "kết nạp" before their number."""
    if is_bare(place, figure) or is_person(figure):
        entered = _ENTERED.search(place.key, figure.label.start, figure.label.end)
        return _joined(figure) if entered else None
    if own_subject(figure) != "party_member" or figure.attribute is not None:
        return None
    if _GROWN.search(place.key, *figure.near(40)):
        return _joined(figure)
    end = figure.sentence.end
    most = figure.bracketed and _JOINED_MOST.search(place.key, figure.number.span.end, end)
    return _joined(figure) if most else None


def so_far(place: Place, figure: Figure) -> bool:
    """Whether a bare number tells how many of a target have been admitted."""
    return is_bare(place, figure) and bool(_SO_FAR.search(place.key, *figure.near(50)))


def among_new(place: Place, figure: Figure) -> Count | None:
    """Some of the new members told before: "312 đảng viên mới: 145 nữ, 88 người dân tộc"."""
    last = place.made[-1] if place.made else None
    if last is None or last.attribute != "admitted" or last.value < figure.number.value:
        return None
    kind = of_people(place, figure) or figure.attribute or _kind_before(place, figure)
    layman = figure.noun is not None and figure.noun.code == "layman"
    if kind is None and not layman:
        return None
    start = min(figure.span.start, kind.span.start) if kind else figure.span.start
    hit = kind or figure.noun
    words = " ".join(place.key[hit.span.start : hit.span.end].split()) if hit else None
    return told(figure, "party_member", "admitted", "joined_count", words, start)


def _kind_before(place: Place, figure: Figure) -> Hit | None:
    """The kind of people that the words before the number end with."""
    if not (is_bare(place, figure) or is_person(figure)):
        return None
    return label_hit(place, figure, place.words.attributes)


def _joined(figure: Figure) -> Count:
    return told(figure, "party_member", "admitted", "joined_count")
