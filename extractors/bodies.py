"""The committee or organisation whose members a figure counts."""

import re

from extractors.figure import Figure
from extractors.makeup import (
    COMMITTEE,
    Place,
    is_person,
    label_hit,
)
from pipeline.reference import Hit

_HEADED = re.compile(
    r"(?:(?:gồm có|gồm|có|là|thay thế bổ sung|bổ sung|bầu|còn|chỉ định)(?:\s+\w+){0,2}|:)\s*$"
)
_BODY_BRACKET = re.compile(r"[^;:,.()\d]{0,50}(?:\d{4}\s*-\s*\d{4}\s*)?\(\s*")
# A comma between a body and its number, but for the name of a term: the body is another's.
_ASIDE = re.compile(r",(?!\s*(?:nhiệm kỳ|khóa|lần thứ|hiện|gồm|sau|năm|đến))")


def at_body(place: Place, figure: Figure) -> Hit | None:
    """The committee right before the number: "Ban Thường vụ 05 đồng chí", "BCH khóa I (15 …"."""
    key, at = place.key, figure.number.span.start
    if not is_person(figure) or "lượt" in key[at : figure.span.end]:
        return None
    near = label_hit(place, figure, place.words.bodies) or _of_term(place, figure)
    hits = list(place.words.bodies.find(key, max(figure.sentence.start, at - 90), at))
    if near is None and hits and _BODY_BRACKET.fullmatch(key, hits[-1].span.end, at):
        near = hits[-1]
    return near if near and near.code in COMMITTEE else None


# "Cấp ủy khóa mới 15 người".
_TERM = re.compile(r" (?:nhiệm kỳ|khóa)(?: (?:mới|này|tới|trước|cũ|[ivx]+|\d{4}\s*-\s*\d{4}|\d+))*")


def _of_term(place: Place, figure: Figure) -> Hit | None:
    """The committee right before the number, but for its term."""
    hits = list(place.words.bodies.find(place.key, figure.label.start, figure.label.end))
    gap = (hits[-1].span.end, figure.label.end) if hits else (0, 0)
    return hits[-1] if hits and _TERM.fullmatch(place.key, *gap) else None


_MANAGING = re.compile(r"[^.;,:]{0,25} quản lý")


def _is_only_named(key: str, start: int, hit: Hit) -> bool:
    """Whether a level or a rank is named: "cấp sở", "cơ sở", "diện Ban Thường vụ quản lý"."""
    if hit.code == "employee":
        return key.endswith(("cấp ", "cơ "), start, hit.span.start)
    managed = key.endswith("diện ", start, hit.span.start)
    return managed and _MANAGING.match(key, hit.span.end) is not None


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
    hits = [h for h in hits if not _is_only_named(key, start, h)]
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
