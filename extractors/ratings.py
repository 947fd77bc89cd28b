"""Rating records: grades of quality awarded, with or without a figure."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.awards import GRADING, awarded, each_awarded, is_ticked, labelled
from extractors.figures import is_ahead
from extractors.grades import COMRADES, GRADES, SUBJECTS, find
from extractors.lead_ins import lead_in
from extractors.rating_figures import Figure, beside, figures
from extractors.rating_tables import graded_rows
from extractors.sentences import sentences
from pipeline.model import BlockKind, Document, Span
from pipeline.records import Rating, RatingSubject
from pipeline.reference import Hit, Reference, whole_words

_WORK = re.compile(
    r"[\"'\s]*(?:được giao|được phân công|chính trị|chuyên môn|dạy|công tác|các|trọng tâm|của mình"
    r"|thu|sản xuất|năm học|kiểm điểm|việc|kế hoạch|tổng kết|đại hội|hồ sơ|thủ tục)(?!\w)"
)
"""What follows where work is done well, not where a grade is given."""
_VOTED = re.compile(r"[\"'\s]*:?\s*(?:có\s+)?\d+(?:\s?/\s?\d+)?\s+(?:phiếu|ý kiến)(?!\w)")
"""What follows where votes are counted for a grade."""
_YEAR = re.compile(r"[\"'\s]*\(?năm \d{4}")


_Told = tuple[Hit | None, Hit | None]
"""Who the sentences before are about, and whom they spoke of last."""


def ratings(document: Document, reference: Reference) -> Iterator[Rating]:
    """The grades that the document says were awarded."""
    for block in document.flow():
        if block.kind is BlockKind.TABLE or block.cells:
            continue
        if not _speaks_of_grades(document, reference, block.span):
            continue
        if is_ahead(document, block) and not GRADING.search(
            document.key, max(0, block.span.start - 60), block.span.end
        ):
            continue
        above = lead_in(document, block)
        lead = next(find(document, reference, "subject", above.span), None) if above else None
        told: _Told = (lead, lead)
        for sentence in sentences(document, block):
            found = _sentence(document, reference, sentence, told)
            yield from sorted(found, key=lambda r: (r.span.start, r.span.end))
            hits = list(find(document, reference, "subject", sentence))
            told = (hits[0], hits[-1]) if hits else told
    yield from graded_rows(document, reference)


def _speaks_of_grades(document: Document, reference: Reference, where: Span) -> bool:
    return _grade_words(reference).search(document.plain_key, where.start, where.end) is not None


@lru_cache(maxsize=4)
def _grade_words(reference: Reference) -> re.Pattern[str]:
    """Any grade or word of grading."""
    grades, scale = (reference.lexicon(f"ratings.{group}").codes for group in ("grade", "scale"))
    return re.compile(whole_words([*grades, *scale]))


def _sentence(
    document: Document, reference: Reference, sentence: Span, before: _Told
) -> Iterator[Rating]:
    """The ratings of a sentence: those with a figure, else the one grade that is awarded."""
    grades = _grades(document, reference, sentence)
    if not grades or _is_rule(document, reference, sentence, grades):
        return
    ticked = [g for g in grades if is_ticked(document, sentence, g)]
    if ticked:
        for grade in ticked:
            yield from awarded(document, reference, sentence, grade, before[0])
        return
    told = list(figures(document.plain_key, sentence, grades, reference))
    figured = list(_figured(document, reference, sentence, told, before[1]))
    yield from figured
    if not figured:
        yield from _without_figures(document, reference, sentence, grades, before[0])
        return
    taken = {g.span for g, _ in told}
    rest = [g for g in grades if g.span not in taken]
    yield from _besides(document, reference, sentence, rest, before[0])


def _grades(document: Document, reference: Reference, sentence: Span) -> list[Hit]:
    """The grades of a sentence, those cut short ("loại khá", "mức 2") beside their figures."""
    key = document.plain_key
    full = list(find(document, reference, "grade", sentence))
    found = [g for g in full if not _WORK.match(key, g.span.end, sentence.end)]
    found = [g for g in found if not _VOTED.match(key, g.span.end, sentence.end)]
    if not _has_scale(document, reference, sentence):
        return found
    short = [
        g
        for g in find(document, reference, "short", sentence)
        if not any(g.span.overlaps(f.span) for f in full)
        and beside(key, sentence, g, reference)
        and not _AVERAGE.match(key, g.span.start)
    ]
    return sorted([*found, *short], key=lambda g: g.span.start)


def _has_scale(document: Document, reference: Reference, sentence: Span) -> bool:
    """Whether party members or organisations are graded here, not pupils or products."""
    around = Span(max(0, sentence.start - _SCALE_BEFORE), sentence.end)
    return any(find(document, reference, "scale", around)) and not any(
        find(document, reference, "ungraded", sentence)
    )


_AVERAGE = re.compile(
    r"trung bình(?:\s+(?:mỗi|hằng|hàng|cả|là|đạt|trên|gần|năm)[^\W\d]*)*\s+\d[\d.,]*\s*%"
)
"""What tells an average, not a grade."""
_SCALE_BEFORE = 120
"""How far before a sentence the words may stand that say party grades are given."""


def _figured(
    document: Document, reference: Reference, sentence: Span, told: list[tuple[Hit, Figure]],
    before: Hit | None,
) -> Iterator[Rating]:  # fmt: skip
    """The grades with figures; where one of them is a result of grading, those behind it are."""
    sure = len({g.code for g, _ in told}) > 1
    for grade, figure in told:
        if _is_praise(document.plain_key, sentence, figure):
            continue
        if sure or _graded(document, reference, sentence, grade, figure):
            sure = True
            yield _rating(document, reference, sentence, grade, figure, before)


def _without_figures(
    document: Document, reference: Reference, sentence: Span, grades: list[Hit], before: Hit | None
) -> Iterator[Rating]:
    """The grades of a sentence that tells no figure, where it says that they were awarded."""
    key = document.plain_key
    dated = all(_YEAR.match(key, g.span.end, sentence.end) for g in grades)
    own = [g for g in grades if _own_award(document, reference, sentence, grades, g)]
    one = len(grades) == 1 or dated or each_awarded(document, reference, grades)
    if one or len(own) == len(grades):
        for grade in grades:
            yield from awarded(document, reference, sentence, grade, before)
    else:
        yield from labelled(document, reference, sentence, grades)


def _besides(
    document: Document, reference: Reference, sentence: Span, rest: list[Hit], before: Hit | None
) -> Iterator[Rating]:
    """The grades without a figure in a sentence that gives others theirs."""
    key = document.plain_key
    if not rest or not all(_own_award(document, reference, sentence, rest, g) for g in rest):
        yield from labelled(document, reference, sentence, rest, graded=True)
        return
    for grade in rest:
        # "còn lại hoàn thành nhiệm vụ" says nothing of how many.
        if not _OTHERS.search(key, sentence.start, grade.span.start):
            yield from awarded(document, reference, sentence, grade, before)


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


_OTHERS = re.compile(r"còn lại(?:\s+(?:đều|là|được|xếp loại))*\s*$")
# "tặng giấy khen cho 45 đảng viên hoàn thành xuất sắc nhiệm vụ": whom it rewards.
_PRAISE = re.compile(
    r"(?<!\w)(?:tặng|khen thưởng|biểu dương|tuyên dương)(?!\w)"
    r"(?![^;]*(?:xếp loại|phân loại|đánh giá))[^;:]{0,70}$"
)


# "giúp 14 chi bộ yếu kém vươn lên": whom it helps.
_HELPED = re.compile(
    r"(?<!\w)(?:giúp|củng cố|khắc phục|xóa|xóa bỏ|giảm|hỗ trợ|đưa|kèm cặp|không còn|xây dựng"
    r"|phấn đấu|đăng ký)\s+(?:được\s+|thêm\s+)?$"
)


def _is_praise(key: str, sentence: Span, figure: Figure) -> bool:
    """Whether a figure tells whom one rewards or helps, not how many got a grade."""
    return any(p.search(key, sentence.start, figure.span.start) for p in (_PRAISE, _HELPED))


_TOLD = re.compile(r"không (?:được )?xếp loại\s*:?\s*\d")
"""What follows "không xếp loại" where it tells how many, not whom a rule leaves out."""


_REACHED = re.compile(r"(?:đạt|vượt|bằng|hoàn thành|thực hiện|%|\d/\d+)[^;:]{0,40}$")
_TARGETS = ("chỉ tiêu", "mục tiêu", "tiêu chí", "đề ra")


def _is_rule(document: Document, reference: Reference, sentence: Span, grades: list[Hit]) -> bool:
    """Whether the sentence says what is to be graded how; targets that were reached do not."""
    key = document.plain_key
    for hit in find(document, reference, "rule", sentence):
        told = _TOLD.match(key, hit.span.start, sentence.end)
        target = key.startswith(_TARGETS, hit.span.start)
        behind = target and hit.span.start > grades[-1].span.end
        reached = target and _REACHED.search(key, sentence.start, hit.span.start)
        if not (told or behind or reached):
            return True
    return False


_NAMED = re.compile(
    r"(?:chi bộ|đảng bộ|đảng viên|tổ chức đảng|tổ chức cơ sở đảng|tccsđ)(?:\s+đủ tư cách,?)?\s*$"
)
_FIGURE_OF = re.compile(r"[\"'\s]*(?::|chiếm|đạt|bình quân|trung bình|hằng năm|hàng năm)")


def _graded(
    document: Document, reference: Reference, sentence: Span, grade: Hit, figure: Figure
) -> bool:
    """Whether a figure beside a grade is a result of grading: "hoàn thành 12 chỉ tiêu" is none."""
    key = document.key
    words = key[grade.span.start : grade.span.end]
    told = key[sentence.start : grade.span.start]
    if words in ("hoàn thành", "hoàn thành tốt", "không hoàn thành", "hoàn thành xuất sắc"):
        return bool(re.search("xếp loại|phân loại|chất lượng|mức độ", told[-120:]))
    named = any(True for _ in find(document, reference, "subject", figure.span))
    if figure.span.start == grade.span.start and _NAMED.search(told):
        named = named or bool(_FIGURE_OF.match(key, grade.span.end))
    graded = re.search("xếp loại|phân loại|đánh giá|tỷ lệ|tỉ lệ|chất lượng|công nhận", told)
    return named or bool(graded) or words.endswith("nv")


def _rating(
    document: Document,
    reference: Reference,
    sentence: Span,
    grade: Hit,
    figure: Figure,
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


def _graded_figure(figure: Figure, grade: Hit, subject: RatingSubject) -> Rating:
    return Rating(
        span=figure.span,
        rule="graded_figure",
        subject=subject,
        grade=GRADES[grade.code],
        value=figure.value,
        percent=figure.percent,
    )
