"""Figures: a number, who or what it counts, and what was done to them; counts and oversight share.

A figure is found once, with the act that governs it ("kiểm tra 203 tổ chức đảng, 4.668 đảng viên":
both are inspected; "434 người bị khiển trách": the act stands behind). An act holds until another
one comes, through "trong đó", lists and brackets; a closed bracket gives back what held before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extractors import numbers
from extractors.acts import (
    NOTHING,
    OVERSIGHT_MEASURES,
    REACH,
    Held,
    Words,
    acts_of,
    words,
)
from extractors.companions import all_are, risen, shared
from extractors.doctypes import own_type
from extractors.figure import Figure
from extractors.leads import label_of, share_before
from extractors.numbers import Number
from extractors.once import once
from extractors.sentences import sentences
from extractors.sorts import CATEGORIES
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.reference import Hit, Lexicon, Reference

CARRIED = re.compile(
    r"[\W\d]*(?:trong (?:đó|số|tổng số)|(?:xét )?(?:về|theo) (?:địa bàn|địa phương|đơn vị|khối)"
    r"|(?:dẫn đầu|đứng đầu|nhiều nhất|cao nhất|tiếp đến|kế đến) (?:là|thuộc|ở)"
    r"|(?:kết luận|kết quả)(?: (?:kiểm tra|giám sát))? cho thấy"
    r"|(?:về|theo) (?:nội dung|lỗi|hành vi)"
    r"|qua đó,? (?:đã )?(?:phát hiện|kết luận|xác định)"
    r"|phân theo|phân loại theo|chia theo|xét theo|đối tượng (?:vi phạm|bị (?:thi hành )?kỷ luật)"
    r"|(?:các )?(?:hành vi |lỗi )?vi phạm (?:chủ yếu|phổ biến|tập trung)"
    r"|gồm|bao gồm|cụ thể|số này|riêng|còn lại|ngoài ra|hình thức"
    r"|bằng (?:các )?hình thức|(?:về )?nội dung vi phạm|hành vi vi phạm|lỗi vi phạm)(?!\w)"
    r"|[-+•*\s]*(?!\d{1,2}(?:\.\d{1,2})*[.)/]\s)\d|và\s+\d"
)
"""How a sentence or item begins that goes on with the act of the one before."""

_FORESEEING = ("plan", "directive", "guideline", "regulation")
"""Types of documents whose acts are yet to be done, unless they say "đã"."""
_TO_NOUN = re.compile(r"[\s*]*(?:lượt\s+(?!người))?(?:nguyên\s+)?")
_TO_POST = re.compile(r"\s+(?:là\s+|giữ\s+)?(?:chức\s+)?(?:danh\s+)?|\s+chưc danh\s+")
_TO_ATTRIBUTE = re.compile(
    r"\s*(?:,?\s*(?:đã|là|có|đạt|thuộc|người|trình độ|có trình độ|từ|ngạch|học vị|học hàm|bằng"
    r"|chuyên môn|được|mới|chỉ|mang|đang giữ|giữ)\s+)*"
)
# "3.120 đảng viên (75%) tốt nghiệp trung học phổ thông".
_SHARE_BESIDE = re.compile(r"\s*\(\s*(?:(?:chiếm|bằng|đạt)\s+)?\d{1,3}(?:[.,]\d+)?\s?%\s*\)(?=\s)")
_SHARE_GAP = re.compile(r"[^\d,;.()]{0,40}(?=\()")


@once
def figures(document: Document, reference: Reference) -> tuple[tuple[Figure, ...], ...]:
    """The figures of each sentence, in order; sentences without one are left out."""
    return tuple(_by_sentence(document, reference))


def _by_sentence(document: Document, reference: Reference) -> Iterator[tuple[Figure, ...]]:
    vocabulary = words(reference)
    key = document.plain_key
    foreseen = own_type(document, reference) in _FORESEEING
    act = last = None
    for block in document.flow():
        if block.kind is BlockKind.TABLE or block.cells or is_ahead(document, block):
            continue
        for whole in sentences(document, block):
            sentence = _unlabelled(key, block, whole)
            opens_note = block.kind is BlockKind.FOOTNOTE and whole.start == block.span.start
            goes_on = CARRIED.match(key, sentence.start, sentence.end) is not None
            goes_on = goes_on or _is_finding(key, sentence, act)
            if act and act.code not in CATEGORIES and _begins_anew(key, block, sentence):
                goes_on = False
            if opens_note or not goes_on:
                act = None
            elif key.startswith("và", sentence.start):
                act = last  # a sentence that a page break or a footnote has cut in two
            found, act = _sentence(key, sentence, vocabulary, act)
            if found:
                last = act
                yield tuple(replace(f, foreseen=foreseen) if foreseen else f for f in found)


# "Có 02 đảng viên chưa nộp bản kê khai": what an inspection told of before has found.
_FINDING = re.compile(
    r"(?:(?:kết quả|qua đó)[^.;\d]{0,20}?[:,]?\s*(?:có |còn )?|(?:trong đó )?(?:vẫn )?(?:có|còn) )"
    r"(?:gần |hơn |trên )?\d[\d.]* "
    r"(?:tổ chức|chi bộ|đảng viên|đồng chí|đơn vị|đảng ủy|đảng bộ|cấp ủy)[^.;,\d]{0,20}? "
    r"(?:chưa|không|vi phạm|thiếu|chậm|để xảy ra|có (?:khuyết điểm|vi phạm|thiếu sót|sai)"
    r"|(?:thực hiện|chấp hành|làm) (?:tốt|nghiêm|đúng|đầy đủ)|còn (?:hạn chế|thiếu|yếu))(?!\w)"
)


def _is_finding(key: str, sentence: Span, act: Hit | None) -> bool:
    """Whether a sentence tells what the inspection or supervision of the one before has found."""
    if act is None or CATEGORIES.get(act.code) not in ("inspection", "supervision"):
        return False
    return _FINDING.match(key, sentence.start, sentence.end) is not None


def _begins_anew(key: str, block: Block, sentence: Span) -> bool:
    """Whether a later sentence of a paragraph opens with its own number: "… 58 đảng viên có …"."""
    return sentence.start != block.span.start and key[sentence.start].isdigit()


# Headings of what is to be done, unless they also report.
_AHEAD = re.compile(
    r"phương hướng|mục tiêu|chỉ tiêu|kế hoạch (?:kiểm tra|công tác)|nhiệm vụ (?:trọng tâm|chủ yếu)"
    r"|giải pháp|biện pháp|nhiệm vụ, giải pháp|nhiệm vụ năm|nhiệm vụ thời gian tới|dự kiến"
    r"|^[\W\d_ivx]*nhiệm vụ\W*$|nhiệm vụ (?:\d+|sáu|ba) tháng (?:cuối|còn lại|tới)|nhiệm vụ quý"
    r"|chương trình công tác năm"
)
_REPORTED = re.compile(
    r"kết quả|đánh giá|đặc điểm|tình hình|kiểm điểm|tổng kết|thực hiện|thực trạng"
)


def is_ahead(document: Document, block: Block) -> bool:
    """Whether the block stands under a heading of targets, plans or remedies."""
    path = document.section_path_at(block.span.start)
    if not path or block.kind is BlockKind.HEADING:
        return False
    return _heads_plans(document.key[path[-1].heading.start : path[-1].heading.end])


@lru_cache(maxsize=1024)
def _heads_plans(heading: str) -> bool:
    """Whether a heading says that what is to be done follows; asked again for each block below."""
    return bool(_AHEAD.search(heading)) and not _REPORTED.search(heading)


_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?![\d.)])")


def _unlabelled(key: str, block: Block, sentence: Span) -> Span:
    """The sentence without the number of its item or footnote."""
    label = (block.label or "").lower()
    whole = _WHOLE_NUMBER.match(key, sentence.start, sentence.end)  # "1.864 đảng viên được tặng"
    if whole or not label or sentence.start != block.span.start:
        return sentence
    if key.startswith(label, sentence.start):
        return Span(min(sentence.start + len(label), sentence.end), sentence.end)
    return sentence


def _sentence(
    key: str, sentence: Span, vocabulary: Words, act: Hit | None
) -> tuple[list[Figure], Hit | None]:
    """The figures of a sentence, and the act that holds at its end."""
    counted = list(numbers.counting(key, sentence.start, sentence.end, vocabulary.spelled))
    if not counted and key[sentence.end - 1] != ":":
        return [], None
    acts = acts_of(key, sentence, vocabulary)
    held = Held(key, sentence.start, acts, act)
    out: list[Figure] = []
    for i, number in enumerate(counted):
        after = counted[i + 1].span.start if i + 1 < len(counted) else sentence.end
        before = counted[i - 1].span.end if i else sentence.start
        governing, depth = held.at(number.span.start)
        carried = bool(out) and governing is not None and governing.span.end <= before
        figure = Figure(
            number,
            sentence,
            label_of(key, before, number.span.start),
            *_described(key, number, vocabulary, sentence.end),
            act=governing,
            carried=carried,
            bracketed=depth > 0,
        )
        figure = _of_share(key, figure, vocabulary, before)
        out.append(_behind(key, figure, acts, after))
    ended = held.at(sentence.end)[0] if key[sentence.end - 1] == ":" else None
    out = all_are(key, risen(key, shared(key, out)), vocabulary.attributes)
    return out, ended or (out[-1].act if out else None)


def _described(
    key: str, number: Number, vocabulary: Words, end: int
) -> tuple[Span, Hit | None, Hit | None, Hit | None, Hit | None, Decimal | None]:
    """What follows a number: the span of all, noun, party, post, attribute, share."""
    at = _skip(key, number.span.end)
    noun = _next(vocabulary.nouns, key, at, end)
    party = _next(vocabulary.parties, key, at, end)
    stop = max([h.span.end for h in (noun, party) if h], default=number.span.end)
    title = None
    if noun and (noun.code == "person" or key[noun.span.start : noun.span.end] == "nhân sự"):
        m = _TO_POST.match(key, stop)
        title = _next(vocabulary.nouns, key, m.end() if m else stop, end)
        title = None if title and title.code in ("person", "ignored") else title
        stop = title.span.end if title else stop
    attribute = _beside(vocabulary.attributes, key, at, stop, end)
    has_share = key.find("%", stop, end) >= 0 or key.find("phần trăm", stop, end) >= 0
    percent = numbers.percent_after(key, stop, end) if has_share else None
    if attribute is None and has_share and (share := _SHARE_BESIDE.match(key, stop, end)):
        attribute = _beside(vocabulary.attributes, key, share.end(), share.end(), end)
    stop = max(stop, attribute.span.end) if attribute else stop
    if noun is None and attribute is not None:
        noun = _whose(vocabulary.nouns, key, attribute, end)  # "11 nữ bí thư"
        stop = noun.span.end if noun else stop
    if has_share:
        percent = percent or numbers.percent_after(key, stop, end)
    if has_share and percent is None and (gap := _SHARE_GAP.match(key, stop, end)):
        percent = numbers.percent_after(key, gap.end(), end)
    return Span(number.span.start, stop), noun, party, title, attribute, percent


_BRACKET_END = re.compile(r"\s*\)\s+")


def _of_share(key: str, figure: Figure, vocabulary: Words, since: int) -> Figure:
    """The figure with the share it stands behind: "34,5% (1.025 người) có trình độ đại học"."""
    share = share_before(key, since, figure.number.span.start)
    if share is None:
        return figure
    figure = replace(figure, percent=numbers.decimal(share["percent"]))
    closed = _BRACKET_END.match(key, figure.span.end, figure.sentence.end)
    if closed is None or figure.attribute is not None:
        return figure
    if vocabulary.attributes.first(key, figure.label.start, figure.label.end):
        return figure  # "nữ chiếm 34,5% (415 đồng chí)"
    noun = _next(vocabulary.nouns, key, closed.end(), figure.sentence.end)
    at = noun.span.end if noun else closed.end()
    attribute = _beside(vocabulary.attributes, key, at, at, figure.sentence.end)
    if attribute is None:
        return figure
    span = Span(figure.span.start, attribute.span.end)
    return replace(figure, noun=noun or figure.noun, attribute=attribute, span=span)


def _whose(nouns: Lexicon, key: str, attribute: Hit, end: int) -> Hit | None:
    """The noun that an attribute before it tells apart: "9.840 nữ cán bộ, công chức"."""
    if attribute.code not in ("female", "male") or not key.startswith(" ", attribute.span.end):
        return None
    noun = _next(nouns, key, attribute.span.end + 1, end)
    return noun if noun and noun.code not in ("person", "ignored", "layman", "again") else None


def _skip(key: str, at: int) -> int:
    m = _TO_NOUN.match(key, at)
    return m.end() if m else at


def _next(lexicon: Lexicon, key: str, at: int, end: int) -> Hit | None:
    """The form that stands right at an offset, or None."""
    return lexicon.at(key, at, min(end, at + 80))


def _beside(lexicon: Lexicon, key: str, at: int, stop: int, end: int) -> Hit | None:
    """The attribute right behind the number or its noun ("có trình độ", "là" may part them)."""
    m = _TO_ATTRIBUTE.match(key, stop, end)
    near = _next(lexicon, key, at, end) or _next(lexicon, key, _skip(key, stop), end)
    far = _next(lexicon, key, m.end(), end) if m and near is None else None
    if far and "," in key[stop : far.span.start] and _OWN_NUMBER.match(key, far.span.end, end):
        return None  # "187 người, trình độ đại học 38 người": the next number's
    return near or far


_OWN_NUMBER = re.compile(r"\s*(?::|là|có)?\s*\d")


_PASSIVE = re.compile(r"(?<!\w)(?:bị|được|phải|nhận|chịu|(?:với|bằng) hình thức)(?!\w)")
_BELONGS = re.compile(
    r"\s*(?:thuộc |là )?(?:cán bộ )?diện(?!\w)[^;.()]*?quản lý[^;.(),]*?(?:bị|được)\s"
)
_CLAUSE_END = re.compile(r"[;.(),]|(?<!\w)(?:và|trong đó|song|nhưng|nên|do|vì)(?!\w)")


def _behind(key: str, figure: Figure, acts: Sequence[Hit], until: int) -> Figure:
    """The figure with the act that stands behind it in its clause, where one does."""
    if not acts or acts[-1].span.start < figure.span.end:
        return figure
    m = _CLAUSE_END.search(key, figure.span.end, until)
    stop = m.start() if m and not _BELONGS.match(key, figure.span.end, until) else until
    near = [a for a in acts if figure.span.end <= a.span.start < stop]
    for act in sorted(near, key=lambda a: (a.code == "busy", a.code in REACH)):
        if _governs_back(key, figure, act):
            return replace(figure, act=act, behind=True, carried=False)
    return figure


def _governs_back(key: str, figure: Figure, act: Hit) -> bool:
    """Whether an act behind the figure governs it: by "bị", "được", or by standing right there."""
    gap = key[figure.span.end : act.span.start]
    if act.code == "removed" and not gap.strip():
        return True
    if act.code not in REACH or act.code in OVERSIGHT_MEASURES:
        event = figure.party is not None and figure.party.code in ("event", "petition")
        near = event and len(gap.split()) <= 2
        named = act.code in (*OVERSIGHT_MEASURES, "complaint", "commendation")
        at_once = named and not gap.strip()
        if act.code == "commendation" and key.startswith("nhận", act.span.start):
            at_once = len(gap.split()) <= 3  # "112 đảng viên cao tuổi nhận Huy hiệu Đảng"
        return bool(near or at_once or _PASSIVE.search(gap))
    if figure.act is not None and figure.act.code not in REACH:
        return False
    led = figure.act is not None and not figure.carried and figure.act.code not in NOTHING
    if act.code == "busy" and led:
        return False
    if act.code == "admitted" and gap.endswith(" được ") and not re.search(r"[,;:\d]", gap):
        return len(gap.split()) <= 10
    return len(gap.split()) <= REACH[act.code]
