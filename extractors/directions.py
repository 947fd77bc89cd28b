"""Items that set a direction by the headings above them, or an order by the kind of document."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.passages import Passage
from extractors.remedies import TASKING, Actions, actions
from pipeline.model import Document
from pipeline.reference import Reference

_REPORTING = frozenset({"political_report", "resolution"})
_DIRECTING = TASKING | _REPORTING
_DEMANDS = re.compile(
    r"[\W\d_]*(?:[ivx]+[.)/-]+\s*)?(?:yêu cầu|đề nghị)(?:(?:,| và) (?:kiến nghị|đề nghị))?\W*$"
)
"""A whole heading over what a higher body demands; in a plan it would stand over its own rules."""
_WEIGHS = re.compile(
    r"tình hình|đánh giá|kết quả|thực trạng|ưu điểm|hạn chế|khuyết điểm|nguyên nhân|diễn biến|"
    r"đặc điểm|căn cứ|việc đã làm|làm được|kiểm điểm"
)
"""A heading over what was or is, not over what is to be."""
_AIM = re.compile(r"quan điểm|mục tiêu|tầm nhìn")


@dataclass(frozen=True, slots=True, eq=False)
class Directions:
    """The patterns of the lexicons of direction.

    `told`: words of a report on what was. `preamble`: the documents that an item rests on.
    `criteria`: headings over rules of eligibility and procedure, which set nothing to be mended;
    `eligible`: such a rule. `orders`: somebody is to do something; `charged`: an item
    begins with who is to do what. `starts`: an order begins.
    """

    told: re.Pattern[str]
    preamble: re.Pattern[str]
    criteria: re.Pattern[str]
    eligible: re.Pattern[str]
    orders: re.Pattern[str]
    charged: re.Pattern[str]
    starts: re.Pattern[str]


@lru_cache(maxsize=4)
def directions(reference: Reference) -> Directions:
    """The patterns, made ready once."""

    def words(group: str) -> str:
        return reference.words(f"directions.{group}")

    told = reference.word("directions.report", r"đạt \d")
    return Directions(
        told=re.compile(rf"{told}(?!\w)"),
        preamble=re.compile(
            rf"[\W_]*{words('preamble')}(?: \S+){{0,3}}? (?:{words('paper')}|\d)[^.]*,"
        ),
        criteria=re.compile(rf"{words('criteria')}|\d nội dung sau"),
        eligible=re.compile(rf"(?:\d+ (?:tháng|tuổi)|{words('eligible')})(?!\w)"),
        orders=re.compile(
            rf"{reference.word('directions.order')}(?: \S+){{0,40}}? {words('ordered')}(?!\w)"
        ),
        charged=re.compile(
            r"[\W_]*(?:(?:các|mỗi|từng|toàn|tập thể|đồng chí) )*"
            rf"(?:{reference.words('requests.resolving')}|{reference.words('requests.subject')})"
            rf"(?: [^\s.;:]+){{0,14}}? (?:{reference.words('requests.act')}|"
            rf"{reference.words('requests.bare')}|{reference.words('requests.deed')})(?!\w)"
        ),
        starts=re.compile(rf"[\W_]*{words('start')}(?!\w)"),
    )


def rule(
    document: Document, key: str, passage: Passage, doc_type: str, reference: Reference
) -> str | None:
    """The rule by which an item directs or orders, or None."""
    if passage.heading or doc_type not in _DIRECTING:
        return None
    words, acting = directions(reference), actions(reference)
    if not passage.marker and words.preamble.match(key):
        return None
    heads = _headings(document, passage)
    acts = bool(acting.verb.match(key) or (doc_type in TASKING and words.starts.match(key)))
    if doc_type in TASKING and _ordered(key, passage, heads, acts, words):
        return "ordered"
    if passage.announces or (not acts and words.told.search(key[:200])):
        return None
    open_item = passage.zone.kind == "open" and passage.marker
    weighs = not heads or any(map(_WEIGHS.search, heads))
    if doc_type == "resolution" and open_item and not weighs and _charged(key, words):
        return "direction"
    listed = passage.zone.kind == "open" and passage.marker and (acts or doc_type in _REPORTING)
    if listed and _directed(heads, acting):
        return "direction"
    aims = passage.zone.kind in ("goal", "other") and any(_AIM.search(h) for h in heads[-1:])
    return "aim" if aims and passage.marker else None


def _headings(document: Document, passage: Passage) -> list[str]:
    path = document.section_path_at(passage.span.start)
    return [document.key[s.heading.start : s.heading.end] for s in path]


def _directed(heads: list[str], words: Actions) -> bool:
    """Whether a heading bears the direction itself ("IV. Đẩy mạnh cải cách hành chính")."""
    return any(words.title.match(head) for head in heads)


def _charged(key: str, words: Directions) -> bool:
    """Whether an item begins with who is to do what, and tells of nothing that was."""
    charged = key[-1] in ".;" and words.charged.match(key)
    return bool(charged) and not words.told.search(key)


def _ordered(key: str, passage: Passage, heads: list[str], acts: bool, words: Directions) -> bool:
    """Whether a sentence of a directive or a conclusion sets something to be done."""
    if passage.zone.kind not in ("open", "other", "goal") or any(map(words.criteria.search, heads)):
        return False
    begins = passage.span.start == passage.block.span.start or passage.marker
    if begins and heads and any(map(_DEMANDS.match, heads[-2:])) and not passage.announces:
        return True
    if acts and begins:
        return passage.marker or not passage.announces
    if passage.marker and not any(map(_WEIGHS.search, heads)) and _charged(key, words):
        return True
    order = words.orders.search(key)
    if order is None or words.eligible.search(key) or (passage.announces and not passage.marker):
        return False
    return not words.told.search(key, 0, order.start())
