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
    r"(?P<value>\d{1,3}(?:\.\d{3})+|\d+)(?:/\d[\d.]*)?(?![\d.,]*[\d%]|\s*%|/"
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
    rf"(?<![\w/.,])(?<!năm )(?<!tháng )(?<!khóa ){_FIGURE}"
    r"(?:\s|[:,\"']|được|xếp loại|đánh giá|phân loại|đạt|ở|mức|chất lượng|trực thuộc|công nhận"
    r"|là|loại|đủ tư cách)*$"
)
_SHARE_AFTER = re.compile(
    rf"[\"'\s]*\(\s*(?:chiếm|đạt|tỷ lệ|tỉ lệ|=|:|\s)*(?P<percent>{_SHARE})\s*\)?"
)
_WORK = re.compile(
    r"[\"'\s]*(?:được giao|được phân công|chính trị|chuyên môn|dạy|công tác|các|trọng tâm|của mình"
    r"|thu|sản xuất|năm học)(?!\w)"
)
"""What follows where work is done well, not where a grade is given."""
_TICKED = re.compile(r"[☒☑✓✔]|\[[xX]\]")
_YEAR = re.compile(r"[\"'\s]*\(?năm \d{4}")
_COMRADES = ("đồng chí", "đ/c", "người")
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
    key = document.key.replace("*", " ")
    found = _find(document, reference, "grade", sentence)
    grades = [g for g in found if not _WORK.match(key, g.span.end, sentence.end)]
    if not grades or any(True for _ in _find(document, reference, "rule", sentence)):
        return
    figured = False
    for grade, figure in _figures(key, sentence, grades):
        if figured or _graded(document, reference, sentence, grade, figure):
            figured = True
            yield _rating(document, reference, sentence, grade, figure, before)
    dated = all(_YEAR.match(key, g.span.end, sentence.end) for g in grades)
    if not figured and (len(grades) == 1 or dated):
        for grade in grades:
            yield from _awarded(document, reference, sentence, grade, before)


def _figures(key: str, sentence: Span, grades: list[Hit]) -> Iterator[tuple[Hit, _Figure]]:
    """Each grade with its figure; all stand before their grades, or all behind, as the first."""
    ahead: bool | None = None
    since = sentence.start
    for i, grade in enumerate(grades):
        until = grades[i + 1].span.start if i + 1 < len(grades) else sentence.end
        figure = None
        if ahead is not False:
            figure = _ahead(key, grade, since, until)
            ahead = True if figure else ahead
        if figure is None and not ahead:
            figure = _behind(key, grade, until)
            ahead = False if figure else ahead
        if figure is not None and figure.value != 0:
            yield grade, figure
        since = max(grade.span.end, figure.span.end if figure else 0)


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
    return numbers.integer(digits) if digits else None


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
    options = [h for h in [*inside, *reversed(ahead), before] if h is not None]
    named = [h for h in options if not document.key.startswith(_COMRADES, h.span.start)]
    subject = next(iter(named), None)
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
    if _TICKED.search(document.text, max(sentence.start, grade.span.start - 6), grade.span.start):
        yield Rating(
            span=Span(sentence.start, grade.span.end),
            rule="ticked_grade",
            subject=_SUBJECTS[before.code] if before else _reviewed(document),
            grade=_GRADES[grade.code],
        )
        return
    awards = list(_find(document, reference, "award", near))
    if not awards or not _AWARDED.search(document.key, sentence.start, grade.span.end):
        return
    told = list(_find(document, reference, "subject", Span(sentence.start, grade.span.start)))
    subject = told[0] if told else before
    start = min([awards[0].span.start, *(h.span.start for h in told)])
    yield Rating(
        span=Span(start, grade.span.end),
        rule="awarded_grade",
        subject=_SUBJECTS[subject.code] if subject else _reviewed(document),
        grade=_GRADES[grade.code],
    )


def _reviewed(document: Document) -> RatingSubject:
    """Whom a review that says only "tự xếp loại" is of: a person, a committee, an organisation."""
    head = document.key[:3000]
    if re.search("họ (?:và )?tên|kiểm điểm cá nhân|bản tự kiểm điểm", head):
        return "individual"
    return "committee" if re.search("kiểm điểm[^.]{0,80}tập thể", head) else "party_organization"


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
