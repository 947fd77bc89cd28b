"""The number or share that a grade of quality is given with: which of those beside it is it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from extractors import numbers
from pipeline.model import Span
from pipeline.reference import Hit, Reference

_SPELLED = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_BOUND = r"\d{1,3}(?:[.,]\s?\d+)?"
_SHARE = rf"{_BOUND}(?:\s*%?\s*(?:-|đến)\s*{_BOUND})?\s*(?:%|phần trăm)"
"""A share, or a range of them, which gives its first bound."""
_OF_TARGET = r"(?!\s*(?:so\s+với\s+)?(?:kế hoạch|chỉ tiêu|nghị quyết|mục tiêu|kh|ct|nq)(?!\w))"
_COUNT = (
    rf"(?P<value>\d{{1,3}}(?:\.\d{{3}})+|\d+|(?:{'|'.join(_SPELLED)})(?=\s+(?:chi|đảng|tổ|đồng"
    rf"|tập)\s))"
    r"(?:\s?/\s?\d[\d.]*)?(?![\d.,]*[\d%]|\s*%|/|\s*(?:-|đến)\s*\d"
    r"|\s+(?:năm|tháng|lần|phiếu|ý kiến|chỉ tiêu|nhiệm vụ|tiêu chí|nội dung|việc|kỳ|quý|nhiệm kỳ"
    r"|công trình))"
)
_MARKS = r"(?:chiếm|đạt|tỷ lệ|tỉ lệ|tỷ trọng|bằng|tương đương|=|:|là)"
_BRACKET = rf"(?:[\s(,\-]*(?:{_MARKS}|\s)*(?P<percent>{_SHARE})\s*\)?)?"
# "HTXSNV, chiếm 15%", "HTXSNV (đạt tỷ lệ 15%)": the share of the number before the grade.
_SHARE_AFTER = re.compile(
    rf"[\"'\s]*(?:\(\s*(?:{_MARKS}|\s)*"
    rf"|[,\s-]\s*(?:{_MARKS}\s*)+)(?P<percent>{_SHARE}){_OF_TARGET}\s*\)?"
)
_CUT = re.compile(r"[;.]\s|[;:]")
_FIGURE_WINDOW = 90


@dataclass(frozen=True, slots=True)
class Figure:
    """How many, or what share, got a grade; `span` holds the figure and the grade.

    `number`: where its first digits stand; `close`: no comma parts them from the grade.
    """

    span: Span
    value: int | None
    percent: Decimal | None
    number: int
    close: bool


@dataclass(frozen=True, slots=True)
class _Patterns:
    """`behind`: "HTXSNV: 12 đảng viên (20%)"; `ahead`: "12 đảng viên (20%) được xếp loại"."""

    behind: re.Pattern[str]
    ahead: re.Pattern[str]


@lru_cache(maxsize=4)
def _patterns(reference: Reference) -> _Patterns:
    noun, place, link, lead = (
        reference.words(f"ratings.{group}") for group in ("noun", "place", "link", "lead")
    )
    graded = r"(?:\s+(?:được|bị)\s+(?:xếp|đánh|phân|$)|\s+(?:tự\s+)?xếp\s)"
    told = rf"(?:(?:\s+(?!hoàn|không|chưa|tham|dự|được|bị)[^\W\d_]+){{1,4}}?(?={graded}))?"
    own = rf"(?:{noun})(?!\w)(?:,?\s+(?:{noun}|{place})(?!\w))*"
    nouns = rf"(?:\s+(?:lượt\s+)?{own}{told})?"
    share = rf"(?P<only>{_SHARE}){_OF_TARGET}(?:\s+(?:tổng\s+)?số)?{nouns}"
    figure = rf"(?:{_COUNT}{nouns}{_BRACKET}|{share})"
    return _Patterns(
        re.compile(rf"(?P<gap>(?:[\s\"':=(,\-]|(?:{lead})(?!\w))*){figure}"),
        re.compile(
            rf"(?<![\w/.,])(?!(?<=năm )\d{{4}}(?![\d%]))(?<!tháng )(?<!khóa )(?<!quý ){figure}"
            rf"(?P<gap>(?:[\s:,\"'(]|(?:{link})(?!\w))*)$"
        ),
    )


def figures(
    key: str, sentence: Span, grades: Sequence[Hit], reference: Reference
) -> Iterator[tuple[Hit, Figure]]:
    """Each grade with its figure; those of a list all stand before their grades, or all behind."""
    patterns = _patterns(reference)
    at = sentence.start
    for run in _lists(key, grades):
        end = next(
            (g.span.start for g in grades if g.span.start > run[-1].span.start), sentence.end
        )
        for grade, figure in _of_list(patterns, key, Span(at, end), run):
            if figure.value != 0 and not _is_year(key, figure):
                yield grade, figure
        at = run[-1].span.end


# "…; đảng viên: HTXSNV 28 đ/c": another list, which may put its figures the other way.
_NEW_LIST = re.compile(r"[;.]\s[^;:\d]{0,60}:|[;.]\s+[^\W\d_][^;:\d]*$")


def _lists(key: str, grades: Sequence[Hit]) -> Iterator[list[Hit]]:
    """The grades by the lists that they stand in."""
    run: list[Hit] = []
    for grade in grades:
        if run and _NEW_LIST.search(key[run[-1].span.end : grade.span.start]):
            yield run
            run = []
        run.append(grade)
    if run:
        yield run


def _of_list(
    patterns: _Patterns, key: str, where: Span, run: list[Hit]
) -> Iterator[tuple[Hit, Figure]]:
    """The figures of a list on the side where more of them stand close to their grades."""
    starts = [where.start, *(g.span.end for g in run)]
    ends = [*(g.span.start for g in run[1:]), where.end]
    before = [_ahead(patterns, key, g, a, b) for g, a, b in zip(run, starts, ends, strict=False)]
    behind = [_behind(patterns, key, g, b) for g, b in zip(run, ends, strict=True)]
    turned = sum(f is not None and f.close for f in behind) > sum(
        f is not None and f.close for f in before
    )
    if len(run) == 1 and behind[0] is not None and not behind[0].close:
        behind = [None]
    own, other = (behind, before) if turned else (before, behind)
    taken = [f.number for f in own if f]
    for i, grade in enumerate(run):
        figure = own[i] or other[i]
        if figure is not None and not own[i] and figure is behind[i] and not figure.close:
            continue  # "hoàn thành tốt nhiệm vụ, 2 đảng viên được khen"
        if figure is not None and (own[i] or figure.number not in taken):
            taken.append(figure.number)
            yield grade, figure


def beside(key: str, sentence: Span, grade: Hit, reference: Reference) -> bool:
    """Whether a figure stands right before or behind a grade."""
    patterns = _patterns(reference)
    return (
        _ahead(patterns, key, grade, sentence.start, sentence.end) is not None
        or _behind(patterns, key, grade, sentence.end) is not None
    )


def _is_year(key: str, figure: Figure) -> bool:
    """Whether the figure is a year of a list: "năm 2021, 2022 Đảng bộ hoàn thành …"."""
    if figure.value is None or not 1990 <= figure.value < 2050:
        return False
    return (
        re.search(r"năm [^;.]{0,30}$|\d{4}\s*(?:,|và|-)\s*$", key[: figure.span.start][-40:])
        is not None
    )


def _ahead(patterns: _Patterns, key: str, grade: Hit, since: int, until: int) -> Figure | None:
    """The number or share right before a grade; its share may follow behind it."""
    start = max(since, grade.span.start - _FIGURE_WINDOW)
    cuts = [m.end() for m in _CUT.finditer(key, start, grade.span.start - 1)]
    m = patterns.ahead.search(key, cuts[-1] if cuts else start, grade.span.start)
    if m is None:
        return None
    share, end = m["percent"] or m["only"], grade.span.end
    after = _SHARE_AFTER.match(key, end, until) if not share else None
    if after:
        share, end = after["percent"], after.end()
    return _figure(Span(m.start(), end), m, share)


def _behind(patterns: _Patterns, key: str, grade: Hit, until: int) -> Figure | None:
    """The number or share right behind a grade."""
    m = patterns.behind.match(key, grade.span.end, min(until, grade.span.end + _FIGURE_WINDOW))
    if m is None:
        return None
    span = Span(grade.span.start, m.end())
    return _figure(span, m, m["percent"] or m["only"])


def _figure(span: Span, m: re.Match[str], share: str | None) -> Figure:
    number = m.start("value") if m["value"] else m.start("only")
    return Figure(span, _whole(m["value"]), _percent(share), number, "," not in m["gap"])


def _whole(digits: str | None) -> int | None:
    return _SPELLED.get(digits) or numbers.integer(digits) if digits else None


def _percent(share: str | None) -> Decimal | None:
    first = re.match(_BOUND, share) if share else None
    return numbers.decimal(re.sub(r"\s", "", first[0])) if first else None
