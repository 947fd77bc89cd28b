"""Rating records: grades of quality awarded, with or without a figure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors import numbers
from extractors.sentences import sentences
from extractors.table_figures import rows
from pipeline.model import BlockKind, Document, Span
from pipeline.records import Grade, Rating, RatingSubject
from pipeline.reference import Hit, Reference

_GRADES: dict[str, Grade] = {
    "excellent": "excellent",
    "good": "good",
    "completed": "completed",
    "failed": "failed",
    "strong": "strong",
}
_SUBJECTS: dict[str, RatingSubject] = {
    "party_member": "party_member",
    "party_organization": "party_organization",
    "committee": "committee",
    "individual": "individual",
}
_SHARE = r"\d{1,3}(?:[.,]\s?\d+)?\s*(?:%|phần trăm)"
_COUNT = (
    r"(?P<value>\d{1,3}(?:\.\d{3})+|\d+)(?![\d.,/]*[\d%]|\s*%|/"
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
    r"(?:\s+|[\"':=(,\-]|hàng năm|hằng năm|là|đạt|chiếm|có|với|trung bình|từ|tỷ lệ|tỉ lệ|trên"
    rf"|hơn|gần|khoảng|tiêu biểu)*{_FIGURE}"
)
# "12 đảng viên (20%) được xếp loại HTXSNV", "53,73% HTXSNV", "98% đảng viên hoàn thành tốt".
_BEFORE = re.compile(
    rf"(?<![\w/.,])(?<!năm )(?<!tháng )(?<!khóa ){_FIGURE}"
    r"(?:\s+|[:,\"']|được|xếp loại|đánh giá|phân loại|đạt|ở|mức|chất lượng|trực thuộc|công nhận"
    r"|là|loại|đủ tư cách)*$"
)
_CUT = re.compile(r"[;.]\s|[;:]")
_AWARDED = re.compile(
    r"(?<!\w)(?:được|đã|tự|đề nghị|đều|liên tục|liền|kết quả|năm \d{4}|đạt"
    r"|xếp loại[^.;]{0,40}:)(?!\w)"
)
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
        subject: Hit | None = None
        for sentence in sentences(document, block):
            yield from _sentence(document, reference, sentence, subject)
            hits = list(_find(document, reference, "subject", sentence))
            subject = hits[-1] if hits else subject
    yield from _table(document, reference)


def _find(document: Document, reference: Reference, group: str, within: Span) -> Iterator[Hit]:
    key = document.key.replace("*", " ")
    return reference.lexicon(f"ratings.{group}").find(key, within.start, within.end)


def _sentence(
    document: Document, reference: Reference, sentence: Span, before: Hit | None
) -> Iterator[Rating]:
    """The ratings of a sentence: those with a figure, else the one grade that is awarded."""
    grades = list(_find(document, reference, "grade", sentence))
    if not grades or any(True for _ in _find(document, reference, "rule", sentence)):
        return
    figured = False
    for i, grade in enumerate(grades):
        since = grades[i - 1].span.end if i else sentence.start
        until = grades[i + 1].span.start if i + 1 < len(grades) else sentence.end
        figure = _figure(document, grade, since, until)
        if figure is not None and _graded(document, reference, sentence, grade, figure):
            figured = True
            yield _rating(document, reference, sentence, grade, figure, before)
    if not figured and len(grades) == 1:
        yield from _awarded(document, reference, sentence, grades[0], before)


def _figure(document: Document, grade: Hit, since: int, until: int) -> _Figure | None:
    """The number or share of a grade: right before it, else right behind it."""
    key = document.key.replace("*", " ")
    start = max(since, grade.span.start - _FIGURE_WINDOW)
    cuts = [m.end() for m in _CUT.finditer(key, start, grade.span.start)]
    start = cuts[-1] if cuts and key[grade.span.start - 2 : grade.span.start] != ": " else start
    before = _BEFORE.search(key, start, grade.span.start)
    m = before or _AFTER.match(key, grade.span.end, min(until, grade.span.end + _FIGURE_WINDOW))
    if m is None:
        return None
    share = m["percent"] or m["only"]
    span = Span(min(m.start(), grade.span.start), max(m.end(), grade.span.end))
    return _Figure(
        span,
        numbers.integer(m["value"]) if m["value"] else None,
        numbers.decimal(re.sub(r"%|phần trăm|\s", "", share)) if share else None,
    )


def _graded(
    document: Document, reference: Reference, sentence: Span, grade: Hit, figure: _Figure
) -> bool:
    """Whether a figure beside a grade is a result of grading: "hoàn thành 12 chỉ tiêu" is none."""
    key = document.key
    words = key[grade.span.start : grade.span.end]
    told = key[sentence.start : grade.span.start]
    if figure.percent == 100 and figure.value is None and "xếp loại" not in told:
        return False
    if words in ("hoàn thành", "hoàn thành tốt", "không hoàn thành", "hoàn thành xuất sắc"):
        return bool(re.search("xếp loại|phân loại|chất lượng|mức độ", told[-120:]))
    named = any(True for _ in _find(document, reference, "subject", figure.span))
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
    inside = list(_find(document, reference, "subject", figure.span))
    ahead = list(_find(document, reference, "subject", Span(sentence.start, figure.span.start)))
    subject = next(iter([*inside, *reversed(ahead)]), before)
    return Rating(
        span=figure.span,
        rule="graded_figure",
        subject=_SUBJECTS[subject.code] if subject else "party_member",
        grade=_GRADES[grade.code],
        value=figure.value,
        percent=figure.percent,
    )


def _awarded(
    document: Document, reference: Reference, sentence: Span, grade: Hit, before: Hit | None
) -> Iterator[Rating]:
    """A grade without a figure, where the sentence says that it was awarded."""
    near = Span(max(sentence.start, grade.span.start - 90), grade.span.start)
    awards = list(_find(document, reference, "award", near))
    if not awards or not _AWARDED.search(document.key, sentence.start, grade.span.end):
        return
    ahead = list(_find(document, reference, "subject", Span(sentence.start, awards[-1].span.start)))
    subject = (ahead[0] if ahead else None) or before
    start = ahead[0].span.start if ahead else awards[-1].span.start
    yield Rating(
        span=Span(start, grade.span.end),
        rule="awarded_grade",
        subject=_SUBJECTS[subject.code] if subject else "party_organization",
        grade=_GRADES[grade.code],
    )


def _table(document: Document, reference: Reference) -> Iterator[Rating]:
    """The grades that name rows of tables."""
    for row in rows(document):
        grade = next(_find(document, reference, "grade", row.label), None)
        if grade is None:
            continue
        subject = next(_find(document, reference, "subject", row.label), None)
        yield Rating(
            span=row.span,
            rule="graded_row",
            subject=_SUBJECTS[subject.code] if subject else "party_member",
            grade=_GRADES[grade.code],
            value=row.value,
        )
