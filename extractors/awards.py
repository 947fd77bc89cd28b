"""Grades awarded without a figure: by a verb, a label, a ticked box."""

import re
from collections.abc import Iterator

from extractors.grades import COMRADES, GRADES, SUBJECTS, find
from pipeline.model import Document, Span
from pipeline.records import Rating, RatingSubject
from pipeline.reference import Hit, Reference

_TICKED = re.compile(r"[☒☑✓✔]|\[[xX]\]")
_AWARDED = re.compile(
    r"(?<!\w)(?:được|đã|tự|đề nghị|đều|liên tục|liền|kết quả|năm \d{4}|đạt"
    r"|xếp loại[^.;]{0,40}:)(?!\w)"
)


def awarded(
    document: Document, reference: Reference, sentence: Span, grade: Hit, before: Hit | None
) -> Iterator[Rating]:
    """A grade without a figure, where the sentence says that it was awarded."""
    near = Span(max(sentence.start, grade.span.start - 90), grade.span.start)
    if is_ticked(document, sentence, grade):
        yield Rating(
            span=Span(sentence.start, grade.span.end),
            rule="ticked_grade",
            subject=SUBJECTS[before.code] if before else _reviewed(document),
            grade=GRADES[grade.code],
        )
        return
    awards = list(find(document, reference, "award", near))
    if not awards or not _AWARDED.search(document.key, sentence.start, grade.span.end):
        yield from labelled(document, reference, sentence, [grade])
        return
    cut = document.key.rfind(";", sentence.start, grade.span.start)
    own = find(document, reference, "subject", Span(max(cut, sentence.start), grade.span.start))
    told = list(own) or list(
        find(document, reference, "subject", Span(sentence.start, grade.span.start))
    )
    between = find(document, reference, "subject", Span(awards[-1].span.end, grade.span.start))
    subject = next(iter(between), None) or (told[0] if told else before)
    start = min([awards[0].span.start, *(h.span.start for h in told)])
    yield Rating(
        span=Span(start, grade.span.end),
        rule="awarded_grade",
        subject=SUBJECTS[subject.code] if subject else _reviewed(document),
        grade=GRADES[grade.code],
    )


_YEARS = (
    r"(?:(?:\d+|một|hai|ba|bốn|năm|nhiều)\s+năm(?:\s+(?:liền|liên tục|qua))?"
    r"|năm\s+\d{4}(?:\s*[,-]\s*(?:năm\s+)?\d{4})*|liên tục|liền|hằng năm|hàng năm)"
    r"\s*(?:đều\s+)?(?:là\s+)?(?:đạt\s+)?"
)
_RUNNING = re.compile(rf"[^;:.,\d]{{0,60}}?\s*,?\s*(?P<years>{_YEARS})\s*")
_LABEL = re.compile(
    r"(?:\s+(?!(?:bị|thì|được|phải|nếu|không|chưa|góp|cùng|đã|để|có|thực|tổ|quyết)(?!\w))[^\W\d_]+){0,7}"
    r"\s*:?\s*"
)
_NEXT_YEARS = re.compile(rf"\s*[,;]\s*(?:và\s+|riêng\s+|nhưng\s+)?{_YEARS}\s*")
# "Ba năm 2020, 2021, 2022 chi bộ đều …": the years stand before who was graded.
_YEARS_AHEAD = re.compile(
    rf"(?:trong\s+)?(?:{_YEARS}|[^\W\d_]+ năm(?: qua)?\s*)+(?:[\d,()\s-]|năm|và|liền|liên tục|qua)*"
)
_ALWAYS = re.compile(r"(?:\s+(?:đều|luôn|liên tục|đạt|là|được|vẫn))*\s*")
GRADING = re.compile(
    r"xếp loại|kết quả đánh giá|phân loại|tự đánh giá|đánh giá chất lượng|tự nhận mức"
)
_GRADED_BEFORE = 220
"""How far before a grade the words may stand that say grades are given."""


def labelled(
    document: Document, reference: Reference, sentence: Span, grades: list[Hit],
    graded: bool = False,
) -> Iterator[Rating]:  # fmt: skip
    """ "Tập thể BCH: hoàn thành nhiệm vụ" where grades are given, "chi bộ ba năm liền …"."""
    start, last = sentence.start, None
    for grade in grades:
        clause = Span(start, grade.span.start)
        subject = _label_of(document, reference, sentence, clause, graded)
        if subject is None and last and _NEXT_YEARS.fullmatch(document.key, start, clause.end):
            subject = last
        if subject is not None:
            yield Rating(
                span=Span(max(start, subject.span.start), grade.span.end),
                rule="labelled_grade",
                subject=SUBJECTS[subject.code],
                grade=GRADES[grade.code],
            )
        start, last = grade.span.end, subject


def _label_of(
    document: Document, reference: Reference, sentence: Span, clause: Span, graded: bool
) -> Hit | None:
    """Whom the words of a clause up to a grade say is graded; None where they say more."""
    told = list(find(document, reference, "subject", clause))
    if not told:
        return None
    first = told[0]
    lead = document.key[clause.start : first.span.start].strip(" -+•*;,.")
    if _ALWAYS.fullmatch(document.key, first.span.end, clause.end) and lead:
        return first if _YEARS_AHEAD.fullmatch(lead + " ") else None
    if len(lead) > 40 or document.key.startswith(COMRADES, first.span.start):
        return None
    if _RUNNING.fullmatch(document.key, first.span.end, clause.end):
        return first
    heads = " ".join(document.headings_at(sentence.start)[-1:]).lower()
    around = document.key[max(0, sentence.start - _GRADED_BEFORE) : clause.end]
    graded = bool(graded or GRADING.search(heads) or GRADING.search(around))
    return first if graded and _LABEL.fullmatch(document.key, first.span.end, clause.end) else None


def _reviewed(document: Document) -> RatingSubject:
    """Whom a review that says only "tự xếp loại" is of: a person, a committee, an organisation."""
    head = document.key[:3000]
    if re.search("họ (?:và )?tên|kiểm điểm cá nhân|bản tự kiểm điểm", head):
        return "individual"
    return "committee" if re.search("kiểm điểm[^.]{0,80}tập thể", head) else "party_organization"


def is_ticked(document: Document, sentence: Span, grade: Hit) -> bool:
    """Whether a ticked box stands right before the grade."""
    start = max(sentence.start, grade.span.start - 6)
    return _TICKED.search(document.text, start, grade.span.start) is not None


def each_awarded(document: Document, reference: Reference, grades: list[Hit]) -> bool:
    """Whether every grade has words of its own that award it, unlike those of a scale."""
    starts = [max(0, grades[0].span.start - 90), *(g.span.end for g in grades)]
    between = (Span(s, g.span.start) for s, g in zip(starts, grades, strict=False))
    return all(any(True for _ in find(document, reference, "award", b)) for b in between)
