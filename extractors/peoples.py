"""Those of a people: "cán bộ dân tộc Tày 201 người", "thành phần dân tộc: Kinh 890, Thái 310"."""

import re

from extractors.figure import Figure
from pipeline.model import Span
from pipeline.reference import Hit, Lexicon

# "người dân tộc Thái", "đồng bào Mông"; a bare name only where peoples are being listed.
_LED = re.compile(r"(?:(?:các|là|người|đồng bào|dân tộc|riêng|còn|và)\s+)*$")
_NAMED = re.compile(r"(?<!\w)(?:dân tộc|người|đồng bào) $")
_BEHIND = re.compile(r"\s+(?:(?:là|thuộc|người|đồng bào|dân tộc)\s+)*")
_TOPIC = re.compile(
    r"(?<!\w)(?:(?:thành phần|cơ cấu|theo|về|các) dân tộc|dân tộc:|trong đó:?)(?!\w)"
)


def people_of(text: str, key: str, figure: Figure, names: Lexicon, listing: bool) -> Hit | None:
    """The people that a number counts, named before it or behind it; a name has a capital.

    `listing`: the figure before told of a people too.
    """
    if behind := _behind(text, key, figure, names):
        return behind
    hits = list(names.find(key, figure.label.start, figure.label.end))
    if not hits or hits[-1].span.end != figure.label.end or not _is_name(text, hits[-1]):
        return None
    start = max(figure.label.start, key.rfind(":", figure.label.start, hits[-1].span.start) + 1)
    start += len(key[start:]) - len(key[start:].lstrip()) if key[start].isspace() else 0
    lead = _LED.search(key, start, hits[-1].span.start)
    begin = lead.start() if lead else hits[-1].span.start
    named = _NAMED.search(key, start, hits[-1].span.start)
    if not named and (begin != start or not (listing or _is_topic(key, figure))):
        return None
    return Hit(Span(begin, hits[-1].span.end), hits[-1].code)


def _behind(text: str, key: str, figure: Figure, names: Lexicon) -> Hit | None:
    """The people named behind the noun: "201 người dân tộc Tày"."""
    end = min(figure.sentence.end, figure.span.end + 60)
    m = _BEHIND.match(key, figure.span.end, end)
    hit = names.at(key, m.end(), end) if m else None
    told = m is not None and bool(m[0].strip())
    own = figure.noun is not None and key[figure.noun.span.start : figure.span.end].endswith(
        ("người", "dân tộc", "đồng bào")
    )
    return hit if hit and _is_name(text, hit) and (told or own) else None


def _is_name(text: str, hit: Hit) -> bool:
    return text[hit.span.start].isupper()


def _is_topic(key: str, figure: Figure) -> bool:
    """Whether the sentence says that peoples are listed."""
    return _TOPIC.search(key, *figure.near(160)) is not None
