"""Oversight records: inspection, supervision, discipline, commendation and complaint figures."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.bounds import change_of, is_bound, is_compared, is_planned
from extractors.figure import Figure
from extractors.figures import figures
from extractors.sorts import CATEGORIES, MEASURES, PARTIES
from extractors.table_figures import table_oversight
from pipeline.model import Document, Span
from pipeline.records import Measure, Oversight, OversightSubject
from pipeline.reference import Reference

_REACH = 130
"""How many characters may stand between an act and its first figure."""
_TOLD = re.compile(r"(?:(?<!\w)là|:)\s+(?:(?:khoảng|gần|hơn|trên)\s+)?$")
# What names a share of a total in a list: "cấp tỉnh và tương đương 2.609", "chi ủy viên 974".
_LISTED = re.compile(
    r"(?:(?:trong đó|gồm|và|các ban của|các|có)\s*:?\s+)*"
    r"(?!(?:chi|đảng) bộ$)(?:cấp|khối|quận|huyện|tỉnh|thành|đảng|chi)\s?(?:cơ sở|\w+)"
    r"(?:\s+(?:viên|ủy|cấp|cơ sở|tỉnh|huyện|xã|của|và|tương đương|trực thuộc))*"
)
# "Nội dung vi phạm: dân số 08, đạo đức, lối sống 06": what those disciplined had done.
_OFFENCES = re.compile(
    r"(?<!\w)(?:(?:nội dung|lỗi|hành vi|vi phạm)(?: \w+)? (?:vi phạm|về)"
    r"|vi phạm (?:chủ yếu|phổ biến|tập trung))(?!\w)[^.:]{0,60}:"
    r"[^.:]{0,160}$"
    r"|(?<!\w)(?:về|theo|xét) (?:nội dung|lỗi|hành vi)(?: vi phạm)?(?!\w)[^.\d]{0,20}"
    r"(?<!\w)vi phạm(?!\w)[^.]{0,180}$"
)
_ROUNDS = re.compile(r"\s*(?:[,;.)(]|$|\n|(?:và|đối với|về|theo|tại|với|trong)(?!\w))")
# "02 trường hợp … trong tổng số 94 tổ chức": of how many.
_OF_WHOLE = re.compile(r"trong tổng số\s*$")
# "kiểm tra … còn ít, cá biệt 17 đảng ủy": those who did not.
_NEVER = re.compile(
    r"(?<!\w)(?:chưa|không)\s+(?:tự\s+)?(?:được|bị|tổ chức|mở|tiến hành|thực hiện|có)(?!\w)"
)
# "(tố cáo đúng 01, đúng một phần 02, sai 05)": what came of the complaints.
_FINDING = re.compile(
    r"(?:kết quả|kết luận|trong đó|có|và|tố cáo|khiếu nại|nội dung|\W)*"
    r"(?:đúng|sai|không đúng|chưa đúng|đúng một phần|có đúng,? có sai|không có cơ sở|giữ nguyên"
    r"|chưa có cơ sở|rút đơn|đúng hoàn toàn|không có cơ sở kết luận)(?: (?:toàn bộ|là|có))?"
)
# "được tặng 02 bằng khen": prizes, where it is not said how many got them.
_GIVEN = ("tặng", "trao", "trao tặng")
_PRIZE = re.compile(r"\s+(?:bằng khen|giấy khen|cờ thi đua|huân chương|huy chương)(?!\w)")
# "trong đó có 4 Huy hiệu 75 năm": as many members.
_BADGES = re.compile(r" huy hiệu(?: đảng)?(?: loại)? [3-9][05] năm")
# "Đối tượng vi phạm là quận ủy viên: 1; đảng viên không giữ chức vụ: 27".
_BY_POST = re.compile(
    r"(?:\w+ ủy viên|cấp ủy viên|đảng viên|cán bộ|bí thư|lãnh đạo|quản lý)[^\d,;:.]{0,40}:\s*$"
)
_PROPOSED = re.compile(r"(?<!\w)(?:đề nghị|đề xuất)(?!\w)[^;.,:]{0,50}$")
_LACKING = re.compile(
    r"(?<!\w)(?:còn ít|còn hạn chế|cá biệt|chưa (?:thực hiện|tiến hành|làm))(?!\w)"
)
_BARE_END = re.compile(r"\s*(?:[,;.)(]|và\s|$|\n)")


def oversight(document: Document, reference: Reference) -> Iterator[Oversight]:
    """The figures of the document that an act of oversight governs."""
    key = document.plain_key
    made: list[Oversight] = []
    for sentence in figures(document, reference):
        last: Figure | None = None
        before, made, whole = made, [], False
        for figure in sentence:
            if is_oversight(key, figure, last):
                ahead = figure.act is not None and figure.act.span.start < figure.sentence.start
                whole = ahead and (whole or _of_all(key, figure, before))
                record = _record(key, figure, made)
                made.append(replace(record, measure=None) if whole else record)
                last = figure
        yield from made
    yield from table_oversight(document, reference)


_OF_THESE = re.compile(r" (?:trong|thuộc) (?:tổng )?số (?:này|đó|ấy|trên)")


def _past(key: str, last: Figure, figure: Figure) -> bool:
    """Whether a clause has ended since an act that stood behind its own figure."""
    gap = key[last.span.end : figure.label.start]
    return (
        figure.act == last.act
        and not (figure.behind or len(figure.label))
        and gap.rstrip().endswith(";")
        and not _OF_THESE.match(key, figure.span.end)
    )


def _is_prize(key: str, figure: Figure) -> bool:
    """Whether prizes are counted that were given: "được tặng 02 bằng khen"."""
    act, at = figure.act, figure.number.span.end
    if act is None:
        return False
    if act.code != "commendation" and key[act.span.start : act.span.end] not in _GIVEN:
        return False
    return (_PRIZE.match(key, at) or _BADGES.match(key, at)) is not None


# "4 đồng chí 65 năm tuổi Đảng": those given the badge of so many years.
_BY_YEARS = re.compile(
    r" (?:(?:nhận|huy hiệu|đạt|đủ|được|tặng|trao) )*[3-9][05] năm(?: tuổi đảng)?"
)
_BADGE = re.compile(r"huy hiệu(?: đảng)?(?: loại)?$")


def _by_years(key: str, figure: Figure) -> bool:
    """Whether a list of badges of the Party goes on: those of 65 years, those of 60."""
    if figure.act is None or figure.act.code != "commendation" or figure.party is None:
        return False
    return _BY_YEARS.match(key, figure.span.end, figure.sentence.end) is not None


def _is_badge(key: str, figure: Figure) -> bool:
    """Whether the number names a badge: "Huy hiệu 55, 50 và 45 năm"."""
    years = figure.noun is None and figure.number.value in range(30, 100, 5)
    return years and _BADGE.search(key, figure.label.start, figure.label.end) is not None


def _of_all(key: str, figure: Figure, before: list[Oversight]) -> bool:
    """Whether "Trong số này có 9 cấp ủy viên" speaks of all that a list of measures told."""
    measures = {r.measure for r in before if r.category == "discipline" and r.measure}
    lead = key[figure.sentence.start : figure.number.span.start]
    return len(measures) > 1 and re.match(r"trong (?:đó|số)", lead) is not None


def is_oversight(key: str, figure: Figure, last: Figure | None) -> bool:
    """Whether the figure counts those inspected, disciplined, rewarded or heard.

    `last` is the figure of oversight before it in the sentence.
    """
    petition = figure.party is not None and figure.party.code == "petition"
    if petition or _is_prize(key, figure):
        return not (is_compared(key, figure) or is_planned(key, figure))
    if figure.act is None or figure.act.code not in CATEGORIES:
        return False
    if is_compared(key, figure) or is_bound(key, figure):
        return False
    if figure.noun is not None and figure.noun.code == "ignored":
        return False
    start, at = figure.sentence.start, figure.number.span.start
    if _OF_WHOLE.search(key, start, at):
        return False
    if figure.act.code != "complaint" and change_of(key, figure) is not None:
        return False
    if last is not None and last.behind and _past(key, last, figure) and not _by_years(key, figure):
        return False
    if figure.act.code == "commendation" and _PROPOSED.search(key, start, figure.act.span.start):
        return False
    if is_planned(key, figure) or not _named(key, figure, last):
        return False
    if figure.behind and figure.act.span.start > figure.span.end:
        return not _NEVER.search(key, figure.span.end, figure.act.span.start)
    return last is not None or _reached(key, figure)


def _named(key: str, figure: Figure, last: Figure | None) -> bool:
    """Whether a noun says who is counted, or the number stands bare right behind its act."""
    if figure.act is not None and figure.act.code == "handled":
        return figure.party is not None and figure.party.code == "party_member"
    if figure.party is not None and figure.party.code == "event":
        at_once = figure.act is not None and figure.label.end <= figure.act.span.end
        return figure.behind or (at_once and bool(_ROUNDS.match(key, figure.span.end)))
    if figure.party is not None:
        return True
    if figure.behind:
        return figure.act is not None and figure.act.code in MEASURES
    if (
        _is_badge(key, figure)
        or figure.number.spelled
        or not _BARE_END.match(key, figure.number.span.end)
    ):
        return False
    if figure.act is None:
        return False
    if last is not None and figure.carried and _LISTED.fullmatch(_label(key, figure)):
        return True
    if CATEGORIES[figure.act.code] == "discipline" and _BY_POST.search(
        key, figure.label.start, figure.number.span.start
    ):
        return True
    if _of_offence(key, figure):
        return True
    if figure.act.code == "complaint" and _FINDING.fullmatch(_label(key, figure)):
        return True
    is_told = _TOLD.search(key, *figure.near(30))
    if figure.act.code in MEASURES and key[figure.act.span.end : figure.number.span.start] == " (":
        return True
    return figure.label.end <= figure.act.span.end or bool(is_told)


def _of_offence(key: str, figure: Figure) -> bool:
    """Whether the figure parts those disciplined by what they had done."""
    if figure.act is None or CATEGORIES.get(figure.act.code) != "discipline":
        return False
    return _OFFENCES.search(key, *figure.near(260)) is not None


def _is_beside_measure(key: str, figure: Figure) -> bool:
    """Whether a measure was of those before: "… bằng hình thức khiển trách và 72 đảng viên"."""
    act = figure.act
    if act is None or figure.behind or figure.party is None or act.code not in MEASURES:
        return False
    named = key.endswith("hình thức ", figure.sentence.start, act.span.start)
    return named and key[act.span.end : figure.number.span.start].strip() in ("và", ", và", ",")


def _label(key: str, figure: Figure) -> str:
    return key[figure.label.start : figure.label.end]


def _reached(key: str, figure: Figure) -> bool:
    """Whether the act stands near enough before the figure, in the same sentence."""
    act = figure.act
    if act is None or act.span.start < figure.sentence.start:
        return figure.carried or act is not None
    gap = key[act.span.end : figure.number.span.start]
    if _LACKING.search(gap):
        return False
    if figure.number.spelled and (len(gap) > 50 or "," in gap):
        return False
    return len(gap) <= _REACH and ";" not in gap


def _record(key: str, figure: Figure, made: list[Oversight]) -> Oversight:
    act = figure.act.code if figure.act else ""
    petition = figure.party is not None and figure.party.code == "petition"
    return Oversight(
        span=_span(figure),
        rule="passive_figure" if figure.behind else "act_figure",
        category="complaint" if petition else CATEGORIES.get(act, "commendation"),
        subject=_subject(key, figure, made[-1].subject if made else None),
        measure=_measure(key, figure, act, made),
        value=figure.number.value,
    )


# "kỷ luật 5 đảng viên bằng hình thức cảnh cáo".
_BY_MEASURE = re.compile(
    r"[^;.():\d]{0,60}?(?:bằng|với|ở) (?:các )?hình thức\s+"
    r"(?P<measure>khiển trách|cảnh cáo|cách chức|khai trừ)"
    r"(?!\s+(?:ra khỏi |khỏi )?(?:đảng )?\d|,|\s+và\s+(?:cảnh|cách|khai))"
)
_NAMED_MEASURES: dict[str, Measure] = {
    "khiển trách": "reprimand",
    "cảnh cáo": "warning",
    "cách chức": "dismissal",
    "khai trừ": "expulsion",
}


def _measure(key: str, figure: Figure, act: str, made: list[Oversight]) -> Measure | None:
    """The measure; those "trong đó" behind a list of measures are of the whole, not of the last."""
    if figure.act is not None and act == "discipline":
        named = _BY_MEASURE.match(key, figure.span.end, figure.sentence.end)
        return _NAMED_MEASURES[named["measure"]] if named else None
    if _of_offence(key, figure) or _is_beside_measure(key, figure):
        return None
    measures = {r.measure for r in made if r.category == "discipline"}
    if figure.carried and len(measures) > 2 and re.match("trong (?:đó|số)|có", _label(key, figure)):
        return None
    return MEASURES.get(act)


def _subject(key: str, figure: Figure, before: OversightSubject | None) -> OversightSubject:
    """Whom the figure counts; "trường hợp", "người" and bare numbers follow the figure before."""
    code = figure.party.code if figure.party else _named_before(key, figure)
    act = figure.act.code if figure.act else ""
    if _BADGES.match(key, figure.number.span.end):
        return "party_member"
    if code == "bare" and CATEGORIES.get(act, "commendation") == "commendation":
        return "organization"
    if code == "case" and figure.party and key.startswith(" là đảng viên", figure.party.span.end):
        return "party_member"
    if code == "individual" and _any(figure) and CATEGORIES.get(act) == "discipline":
        told_so = before == "party_member" or "đảng viên" in _label(key, figure)
        if told_so or act in MEASURES:
            return "party_member"
    if code == "individual" and act in MEASURES and before == "party_member":
        return "party_member"
    if code not in ("case", "bare") or act == "complaint":
        return PARTIES.get(code, "case")
    told = ("organization", "party_member", "individual")
    if before in told and (before != "individual" or CATEGORIES[act] == "discipline"):
        return before
    return "party_member" if code == "bare" or act in MEASURES else "case"


_NAMED_AHEAD = (
    (
        "organization",
        re.compile(r"(?:số |lượng |lượt )*(?:tổ chức(?: cơ sở)? đảng|chi bộ|tập thể)(?!\w)"),
    ),
    ("party_member", re.compile(r"(?:số |lượng |lượt )*(?:đảng viên|cấp ủy viên)(?!\w)")),
)


def _named_before(key: str, figure: Figure) -> str:
    """Whom the words before a bare number count: "Số tổ chức đảng được kiểm tra là 112"."""
    label = _label(key, figure)
    return next((code for code, named in _NAMED_AHEAD if named.match(label)), "bare")


def _any(figure: Figure) -> bool:
    """Whether "người" says no more than that people are counted."""
    return figure.party is not None and len(figure.party.span) == len("người")


def _span(figure: Figure) -> Span:
    """From the act (where it stands near) or a bare number's label to the end of the figure."""
    start, end = figure.span.start, figure.span.end
    act = figure.act
    if act and figure.behind:
        end = max(end, act.span.end)
    elif act and not figure.carried and figure.sentence.holds(act.span):
        start = min(start, act.span.start)
    elif figure.party is None:
        start = min(start, figure.label.start)
    return Span(start, end)
