"""Rating records: grades of quality awarded, with or without a figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors import numbers
from extractors.awards import GRADING, awarded, each_awarded, is_ticked, labelled
from extractors.figures import is_ahead
from extractors.grades import COMRADES, GRADES, SUBJECTS, find
from extractors.sentences import sentences
from extractors.table_figures import rows
from pipeline.model import BlockKind, Document, Span
from pipeline.records import Rating, RatingSubject
from pipeline.reference import Hit, Reference

_SPELLED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_SHARE = r"\d{1,3}(?:[.,]\s?\d+)?\s*(?:%|phần trăm)"
_COUNT = (
    rf"(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d+|(?:{'|'.join(_SPELLED)})(?=\s+(?:chi|đảng|tổ|đồng|tập)\s))"
    r"(?:/\d[\d.]*)?(?![\d.,]*[\d%]|\s*%|/"
    r"|\s+(?:năm|tháng|lần|chỉ tiêu|nhiệm vụ|tiêu chí|nội dung|việc|kỳ|quý|nhiệm kỳ|công trình))"
)
_NOUN = (
    r"(?:\s+(?:lượt\s+)?(?:đảng viên|đồng chí|đ/c|chi bộ|đảng bộ|tổ chức(?: cơ sở)?(?: đảng)?"
    r"|tập thể|cá nhân|người|đơn vị|cấp ủy))?"
)
_BRACKET = (
    r"(?:[\s(,\-]*(?:chiếm|đạt|tỷ lệ|tỉ lệ|bằng|tương đương|=|:|\s)*"
    rf"(?P<percent>{_SHARE})\s*\)?)?"
)
_FIGURE = rf"(?:{_COUNT}{_NOUN}{_BRACKET}|(?P<only>{_SHARE})(?:\s+số)?{_NOUN})"
# "HTXSNV: 12 đảng viên (20%)", "xếp loại HTXSNV đạt trung bình 18,28%".
_AFTER = re.compile(
    r"(?:\s|[\"':=(,\-]|hàng năm|hằng năm|là|đạt|chiếm|có|với|trung bình|từ|tỷ lệ|tỉ lệ|trên"
    rf"|hơn|gần|khoảng|tiêu biểu)*{_FIGURE}"
)
# "12 đảng viên (20%) được xếp loại HTXSNV", "53,73% HTXSNV", "98% đảng viên hoàn thành tốt".
_BEFORE = re.compile(
    rf"(?<![\w/.,])(?!(?<=năm )\d{{4}}(?![\d%]))(?<!tháng )(?<!khóa ){_FIGURE}"
    r"(?:\s|[:,\"']|được|xếp loại|đánh giá|phân loại|đạt|ở|mức|chất lượng|trực thuộc|công nhận"
    r"|là|loại|đủ tư cách)*$"
)
_SHARE_AFTER = re.compile(
    rf"[\"'\s]*\(\s*(?:chiếm|đạt|tỷ lệ|tỉ lệ|=|:|\s)*(?P<percent>{_SHARE})\s*\)?"
)
_WORK = re.compile(
    r"[\"'\s]*(?:được giao|được phân công|chính trị|chuyên môn|dạy|công tác|các|trọng tâm|của mình"
    r"|thu|sản xuất|năm học|kiểm điểm|việc|kế hoạch|tổng kết|đại hội|hồ sơ|thủ tục)(?!\w)"
)
"""What follows where work is done well, not where a grade is given."""
_YEAR = re.compile(r"[\"'\s]*\(?năm \d{4}")
_CUT = re.compile(r"[;.]\s|[;:]")
_FIGURE_WINDOW = 70


@dataclass(frozen=True, slots=True)
class _Figure:
    span: Span
    value: int | None
    percent: Decimal | None


def ratings(document: Document, reference: Reference) -> Iterator[Rating]:
    """The grades that the document says were awarded."""
    for block in document.flow():
        if block.kind is BlockKind.TABLE or block.cells:
            continue
        if is_ahead(document, block) and not GRADING.search(
            document.key, max(0, block.span.start - 60), block.span.end
        ):
            continue
        if next(find(document, reference, "grade", block.span), None) is None:
            continue
        subject: Hit | None = None
        for sentence in sentences(document, block):
            yield from _sentence(document, reference, sentence, subject)
            hits = list(find(document, reference, "subject", sentence))
            subject = hits[-1] if hits else subject
    yield from _table(document, reference)


def _sentence(
    document: Document, reference: Reference, sentence: Span, before: Hit | None
) -> Iterator[Rating]:
    """The ratings of a sentence: those with a figure, else the one grade that is awarded."""
    key = document.plain_key
    found = find(document, reference, "grade", sentence)
    grades = [g for g in found if not _WORK.match(key, g.span.end, sentence.end)]
    if not grades or _is_rule(document, reference, sentence):
        return
    ticked = [g for g in grades if is_ticked(document, sentence, g)]
    if ticked:
        for grade in ticked:
            yield from awarded(document, reference, sentence, grade, before)
        return
    figured = False
    figures = list(_figures(key, sentence, grades))
    listed = len({g.code for g, _ in figures}) > 1
    for grade, figure in figures:
        if _is_praise(key, sentence, figure):
            continue
        if figured or listed or _graded(document, reference, sentence, grade, figure):
            figured = True
            yield _rating(document, reference, sentence, grade, figure, before)
    dated = all(_YEAR.match(key, g.span.end, sentence.end) for g in grades)
    if not figured and (len(grades) == 1 or dated or each_awarded(document, reference, grades)):
        for grade in grades:
            yield from awarded(document, reference, sentence, grade, before)
    elif not figured:
        own = [g for g in grades if _own_award(document, reference, sentence, grades, g)]
        for grade in own if len(own) == len(grades) else []:
            yield from awarded(document, reference, sentence, grade, before)
        if len(own) < len(grades):
            yield from labelled(document, reference, sentence, grades)
    else:
        told = {g.span for g, _ in figures}
        rest = [g for g in grades if g.span not in told]
        if rest and all(_own_award(document, reference, sentence, grades, g) for g in rest):
            for grade in rest:
                if key[sentence.start : grade.span.start].rstrip().endswith("còn lại"):
                    continue  # "còn lại hoàn thành nhiệm vụ" says nothing of how many
                yield from awarded(document, reference, sentence, grade, before)
        else:
            yield from labelled(document, reference, sentence, rest)


# "được công nhận hoàn thành tốt nhiệm vụ, có hai năm hoàn thành xuất sắc nhiệm vụ".
_IN_YEARS = re.compile(
    r"(?:có|riêng|trong đó(?: có)?|và)?\s*(?:(?:\d+|một|hai|ba|bốn|nhiều) năm"
    r"|năm \d{4}(?:(?:,| và|-) (?:năm )?\d{4})*)"
    r"(?: (?:liền|liên tục))?(?: (?:được|đạt|xếp loại|đánh giá|là))*\s*$"
)


def _own_award(
    document: Document, reference: Reference, sentence: Span, grades: list[Hit], grade: Hit
) -> bool:
    """Whether the words between the grade before and this one award it, or tell its years."""
    ends = [g.span.end for g in grades if g.span.end <= grade.span.start]
    between = Span(max([sentence.start, *ends, grade.span.start - 90]), grade.span.start)
    told = any(True for _ in find(document, reference, "award", between))
    return told or bool(ends and _IN_YEARS.search(document.key, between.start, between.end))


# "tặng giấy khen cho 45 đảng viên hoàn thành xuất sắc nhiệm vụ": whom it rewards.
_PRAISE = re.compile(
    r"(?<!\w)(?:tặng|khen thưởng|biểu dương|tuyên dương)(?!\w)"
    r"(?![^;]*(?:xếp loại|phân loại|đánh giá))[^;:]{0,70}$"
)


def _is_praise(key: str, sentence: Span, figure: _Figure) -> bool:
    return _PRAISE.search(key, sentence.start, figure.span.start) is not None


_TOLD = re.compile(r"không (?:được )?xếp loại\s*:?\s*\d")
"""What follows "không xếp loại" where it tells how many, not whom a rule leaves out."""


def _is_rule(document: Document, reference: Reference, sentence: Span) -> bool:
    found = find(document, reference, "rule", sentence)
    return any(not _TOLD.match(document.key, h.span.start, sentence.end) for h in found)


def _figures(key: str, sentence: Span, grades: list[Hit]) -> Iterator[tuple[Hit, _Figure]]:
    """Each grade with its figure; all stand before their grades, or all behind, as the first."""
    ahead: bool | None = None
    since = sentence.start
    for i, grade in enumerate(grades):
        until = grades[i + 1].span.start if i + 1 < len(grades) else sentence.end
        figure = None
        if i and _NEW_LIST.search(key, grades[i - 1].span.end, grade.span.start):
            ahead = None
        if ahead is not False:
            figure = _ahead(key, grade, since, until)
            ahead = True if figure else ahead
        if figure is None and (not ahead or _is_turned(key, grade, until, sentence.end)):
            figure = _behind(key, grade, until)
            ahead = False if figure and not ahead else ahead
        if figure is not None and figure.value != 0 and not _is_year(key, figure):
            yield grade, figure
        since = max(grade.span.end, figure.span.end if figure else 0)


# "…; đảng viên: HTXSNV 28 đ/c": another list, which may put its figures the other way.
_NEW_LIST = re.compile(r"[;.]\s[^;:\d]{0,60}:")


def _is_turned(key: str, grade: Hit, until: int, end: int) -> bool:
    """Whether a grade without a figure before it has one behind that no later grade can claim."""
    figure = _behind(key, grade, until)
    return figure is not None and (
        until == end or bool(re.search(r"\d", key[figure.span.end : until]))
    )


def _is_year(key: str, figure: _Figure) -> bool:
    """Whether the figure is a year of a list: "năm 2021, 2022 Đảng bộ hoàn thành …"."""
    if figure.value is None or not 1990 <= figure.value < 2050:
        return False
    return (
        re.search(r"năm [^;.]{0,30}$|\d{4}\s*(?:,|và|-)\s*$", key[: figure.span.start][-40:])
        is not None
    )


def _ahead(key: str, grade: Hit, since: int, until: int) -> _Figure | None:
    """The number or share right before a grade; its share may follow in a bracket."""
    start = max(since, grade.span.start - _FIGURE_WINDOW)
    cuts = [m.end() for m in _CUT.finditer(key, start, grade.span.start - 1)]
    m = _BEFORE.search(key, cuts[-1] if cuts else start, grade.span.start)
    if m is None:
        return None
    share, end = m["percent"] or m["only"], grade.span.end
    after = _SHARE_AFTER.match(key, end, until) if not share else None
    if after:
        share, end = after["percent"], after.end()
    return _Figure(Span(m.start(), end), _whole(m["value"]), _percent(share))


def _behind(key: str, grade: Hit, until: int) -> _Figure | None:
    """The number or share right behind a grade."""
    m = _AFTER.match(key, grade.span.end, min(until, grade.span.end + _FIGURE_WINDOW))
    if m is None:
        return None
    span = Span(grade.span.start, m.end())
    return _Figure(span, _whole(m["value"]), _percent(m["percent"] or m["only"]))


def _whole(digits: str | None) -> int | None:
    return _SPELLED.get(digits) or numbers.integer(digits) if digits else None


def _percent(share: str | None) -> Decimal | None:
    return numbers.decimal(re.sub(r"%|phần trăm|\s", "", share)) if share else None


def _graded(
    document: Document, reference: Reference, sentence: Span, grade: Hit, figure: _Figure
) -> bool:
    """Whether a figure beside a grade is a result of grading: "hoàn thành 12 chỉ tiêu" is none."""
    key = document.key
    words = key[grade.span.start : grade.span.end]
    told = key[sentence.start : grade.span.start]
    if words in ("hoàn thành", "hoàn thành tốt", "không hoàn thành", "hoàn thành xuất sắc"):
        return bool(re.search("xếp loại|phân loại|chất lượng|mức độ", told[-120:]))
    named = any(True for _ in find(document, reference, "subject", figure.span))
    graded = re.search("xếp loại|phân loại|đánh giá|tỷ lệ|tỉ lệ|chất lượng|công nhận", told)
    return named or bool(graded) or words.endswith("nv")


def _rating(
    document: Document,
    reference: Reference,
    sentence: Span,
    grade: Hit,
    figure: _Figure,
    before: Hit | None,
) -> Rating:
    inside = list(find(document, reference, "subject", figure.span))
    ahead = list(find(document, reference, "subject", Span(sentence.start, figure.span.start)))
    options = [h for h in [*inside, *reversed(ahead), before] if h is not None]
    named = [h for h in options if not document.key.startswith(COMRADES, h.span.start)]
    subject = next(iter(named), None)
    if inside and subject and subject is not inside[0] and subject.code in _OF_PERSONS:
        return _graded_figure(figure, grade, _OF_PERSONS[subject.code])
    persons = [h for h in ahead if document.key.startswith(("cá nhân", "ủy viên"), h.span.start)]
    if inside and subject and subject.code == "committee" and persons and inside[0] not in named:
        subject = persons[0]  # "cá nhân ủy viên Ban Chấp hành: 06 đồng chí hoàn thành tốt"
    return _graded_figure(figure, grade, SUBJECTS[subject.code] if subject else "party_member")


# "Tập thể: hoàn thành tốt; 02 đồng chí hoàn thành xuất sắc": comrades are no committee.
_OF_PERSONS: dict[str, RatingSubject] = {
    "committee": "individual",
    "party_organization": "party_member",
}


def _graded_figure(figure: _Figure, grade: Hit, subject: RatingSubject) -> Rating:
    return Rating(
        span=figure.span,
        rule="graded_figure",
        subject=subject,
        grade=GRADES[grade.code],
        value=figure.value,
        percent=figure.percent,
    )


def _table(document: Document, reference: Reference) -> Iterator[Rating]:
    """The grades that name rows of tables."""
    for row in rows(document):
        if "%" in document.key[row.span.start : row.span.end] or re.search(
            r"tỷ lệ|tỉ lệ|trở lên", document.key[row.label.start : row.label.end]
        ):
            continue
        grade = next(find(document, reference, "grade", row.label), None)
        if grade is None:
            continue
        subject = next(find(document, reference, "subject", row.label), None)
        yield Rating(
            span=row.span,
            rule="graded_row",
            subject=SUBJECTS[subject.code] if subject else "party_member",
            grade=GRADES[grade.code],
            value=row.value,
        )
