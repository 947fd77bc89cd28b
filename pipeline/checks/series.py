"""One report of a unit against a former one: changes, baselines, targets, members then and now."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.checks.arithmetic import shown
from pipeline.checks.context import Context
from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.reports import Count, Indicator, Report
from pipeline.checks.targets import indicator_name
from pipeline.checks.totals import about, totals
from pipeline.text import key

_SUBJECTS = ("party_member", "party_cell")
_REVIEWS = ("self_review_report", "summary_report", "political_report")
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_COMPARED = re.compile(rf"[^.;\n]{{0,40}}?so với (?:cuối |đầu )?(?:báo cáo )?năm {_YEAR}")
_LAST_YEAR = re.compile(r"[^.;\n]{0,40}?so với (?:cuối )?năm (?:trước|ngoái)(?! đó)")
_FORMERLY = re.compile(
    rf"(?:năm|(?:đến|tính đến) cuối năm|cuối năm|báo cáo (?:kiểm điểm )?năm) {_YEAR},?"
    r"(?: (?:toàn|đảng bộ|chi bộ|đơn vị|cả|có|là|chỉ có|khi đó|tổng số))*\s*$"
)
_START = re.compile(
    r"(?:đầu (?:nhiệm kỳ|kỳ|năm)|khi (?:mới )?(?:thành lập|chia tách))[^.;\n]{0,40}$"
)
_IN = re.compile(r"(?<!\w)(?:đến|tiếp nhận)(?!\w)")
_OUT = re.compile(r"(?<!\w)đi(?!\w)")
_NEITHER = re.compile(r"không có (?:đảng viên )?chuyển (?:sinh hoạt )?đến")
_DEAD = re.compile(
    r"(?:từ trần|qua đời|mất)\s*:?\s*(?P<after>\d+)|(?P<before>\d+) (?:đảng viên|đồng chí|đ/c) "
    r"(?:đã )?(?:từ trần|qua đời|mất)"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A change or a former figure that a report states of another year."""

    family: str
    subject: str
    year: int
    value: int
    now: int
    place: Place


@dataclass(frozen=True, slots=True)
class Flow:
    """What came and went: None where the report does not say."""

    admitted: int | None
    moved_in: int | None
    lost: int
    whole: bool
    """Whether every kind of gain and loss is told."""
    place: Place


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one report says that others may be held against."""

    context: Context
    totals: Mapping[str, tuple[int, Place]]
    stated: tuple[Stated, ...]
    flow: Flow | None
    targets: Mapping[str, tuple[float, str | None, Place]]
    """Targets set (in a resolution) or reported on (in a review of the whole term)."""


def snapshot(report: Report, context: Context) -> Snapshot | None:
    """What of a report is needed; None where there is nothing."""
    found = Snapshot(
        context,
        {s: t for s in _SUBJECTS if (t := _current(report, s))},
        tuple(_stated(report, context)),
        _flow(report) if context.doc_type == "self_review_report" else None,
        _targets(report, context),
    )
    return found if found.totals or found.targets else None


def doubts(snapshots: Iterable[Snapshot]) -> Iterator[Doubt]:
    """What reports of one unit contradict in each other; in the order of time."""
    ordered = sorted(snapshots, key=lambda s: s.context.order)
    for later in ordered:
        for stated in later.stated:
            yield from _against_former(stated, ordered)
        yield from _members(later, ordered)
        yield from _restated_targets(later, ordered)


def _current(report: Report, subject: str) -> tuple[int, Place] | None:
    """The one figure of now; None where the report has several that may be."""
    found = [
        c for c in totals(report, subject)
        if c.detail is None and not c.doubtful and not about(report, c)
        and _former_year(report, c) is None and not _START.search(_before(report, c))
    ]  # fmt: skip
    if not found or len({c.value for c in found}) > 1:
        return None
    return found[0].value, found[0].place


def _before(report: Report, count: Count) -> str:
    first, _ = report.sentence(count.span_start)
    return report.key[max(first, count.span_start - 70) : count.span_start]


def _former_year(report: Report, count: Count) -> int | None:
    """The year another than now that a figure is said of: "cuối năm 2019 có 98 đảng viên"."""
    m = _FORMERLY.search(_before(report, count))
    year = int(m["year"]) if m else None
    return None if year is not None and year == _own_year(report) else year


def _own_year(report: Report) -> int | None:
    if report.period:
        return int(report.period[-4:])
    return report.issued_on.year if report.issued_on else None


def _stated(report: Report, context: Context) -> Iterator[Stated]:
    for subject in _SUBJECTS:
        for count in totals(report, subject):
            if count.detail is not None or count.doubtful or about(report, count):
                continue
            year = _former_year(report, count)
            if year is not None:
                family = "restated_baseline"
                yield Stated(family, subject, year, count.value, count.value, count.place)
            elif count.change is not None and (since := _since(report, count, context)):
                place = _with_change(report, count)
                yield Stated("stated_change", subject, since, count.change, count.value, place)


def _since(report: Report, count: Count, context: Context) -> int | None:
    """The year a change is counted from."""
    behind = report.key[count.span_end : report.sentence(count.span_start)[1]]
    if m := _COMPARED.match(behind):
        return int(m["year"])
    yearly = context.period and len(context.period) == 4
    return int(context.period or 0) - 1 if yearly and _LAST_YEAR.match(behind) else None


def _with_change(report: Report, count: Count) -> Place:
    """The figure and the change behind it."""
    m = re.match(r"[^.;\n(]{0,80}?năm (?:\d{4}|trước|ngoái)", report.key[count.span_end :])
    end = count.span_end + (m.end() if m else 0)
    quote = " ".join(report.text[count.span_start : end].split())
    return Place(report.document_id, count.span_start, end, quote, count.page, count.record_id)


def _against_former(stated: Stated, ordered: Sequence[Snapshot]) -> Iterator[Doubt]:
    """A change or baseline against every review of the year it speaks of (not of half the year)."""
    former = [
        s for s in ordered
        if s.context.period == str(stated.year) and stated.subject in s.totals
        and s.context.document_id != stated.place.document_id
        and s.context.doc_type == "self_review_report"
    ]  # fmt: skip
    change = stated.family == "stated_change"
    then = stated.now - stated.value if change else stated.value
    if not former or any(s.totals[stated.subject][0] == then for s in former):
        return
    last = former[-1]
    value, place = last.totals[stated.subject]
    difference = stated.now - value
    yield Doubt(
        family=stated.family,
        certainty="likely",
        here=stated.place,
        there=place,
        arithmetic=(
            f"{shown(stated.now)} - {shown(value)} = {shown(difference)} ≠ {shown(stated.value)}"
            if change else f"{shown(stated.value)} ≠ {shown(value)}"
        ),
        values=(
            ("period", str(stated.year)),
            ("then", shown(value)),
            ("now", shown(stated.now)),
            ("difference", shown(difference)),
            ("change", shown(stated.value)),
        ),
    )  # fmt: skip


def _flow(report: Report) -> Flow | None:
    """What came and went among the members of a report's year."""
    members = [c for c in report.counts if c.subject == "party_member" and not c.doubtful]
    admitted = {c.value: c for c in members if c.attribute == "admitted" and c.detail is None}
    if len(admitted) != 1:
        return None
    (first,) = admitted.values()
    moved = [c for c in members if c.attribute == "transferred"]
    went = [c.value for c in moved if _OUT.search(key(c.quote))]
    came = [
        c.value for c in moved
        if _IN.search(_around(report, c)) and not _OUT.search(key(c.quote))
    ]  # fmt: skip
    removed = [c.value for c in members if c.attribute == "removed"]
    dead = [int(m["after"] or m["before"]) for m in _DEAD.finditer(report.key)]
    none_came = bool(_NEITHER.search(report.key))
    if len(came) > 1 or len(went) > 1 or len(dead) > 1 or any(about(report, c) for c in moved):
        return None
    return Flow(
        admitted=first.value,
        moved_in=came[0] if came else 0 if none_came else None,
        lost=sum(went) + sum(removed) + sum(dead),
        whole=bool(came or none_came) and bool(went) and bool(removed) and bool(dead),
        place=report.place(
            min(c.span_start for c in (first, *moved)), max(c.span_end for c in (first, *moved))
        ),
    )


def _around(report: Report, count: Count) -> str:
    """A figure's own words and the verb beside them."""
    before = report.key[max(0, count.span_start - 10) : count.span_start]
    own = report.key[count.span_start : count.span_end + 4]
    return own if before.rstrip().endswith(",") else f"{before.rpartition(',')[2]}{own}"


def _members(later: Snapshot, ordered: Sequence[Snapshot]) -> Iterator[Doubt]:
    """Members of a year's review against those of the year before."""
    flow, period = later.flow, later.context.period
    if not flow or not period or len(period) != 4 or "party_member" not in later.totals:
        return
    former = [
        s for s in ordered
        if s.context.period == str(int(period) - 1) and "party_member" in s.totals
        and s.context.doc_type == "self_review_report"
    ]  # fmt: skip
    if len(former) != 1 or flow.admitted is None or flow.moved_in is None:
        return
    now, _ = later.totals["party_member"]
    then, there = former[0].totals["party_member"]
    computed = then + flow.admitted + flow.moved_in - flow.lost
    if computed == now or (not flow.whole and now < computed):
        return
    yield Doubt(
        family="members_flow",
        certainty="likely",
        here=flow.place,
        there=there,
        arithmetic=(
            f"{shown(then)} + {shown(flow.admitted)} + {shown(flow.moved_in)} - {shown(flow.lost)} "
            f"= {shown(computed)} ≠ {shown(now)}"
        ),
        values=(
            ("period", str(former[0].context.period)),
            ("then", shown(then)),
            ("computed", shown(computed)),
            ("now", shown(now)),
        ),
    )


def _targets(report: Report, context: Context) -> dict[str, tuple[float, str | None, Place]]:
    """Targets set in a resolution, or those a review of the whole term reports on; by name."""
    whole = context.period is not None and context.period == context.term
    if context.doc_type != "resolution" and not (whole and context.doc_type in _REVIEWS):
        return {}
    found: dict[str, list[Indicator]] = {}
    for indicator in report.indicators:
        reported = indicator.status != "unknown"
        if indicator.target is not None and reported == (context.doc_type != "resolution"):
            found.setdefault(indicator_name(indicator.name), []).append(indicator)
    return {
        name: (i[0].target, i[0].unit, i[0].place)
        for name, i in found.items()
        if len({x.target for x in i}) == 1 and i[0].target is not None and not i[0].doubtful
    }


def _restated_targets(later: Snapshot, ordered: Sequence[Snapshot]) -> Iterator[Doubt]:
    """The targets of a whole term's review against the resolution that set them."""
    if later.context.doc_type == "resolution" or not later.context.term:
        return
    for former in ordered:
        if former.context.doc_type != "resolution" or former.context.term != later.context.term:
            continue
        for name, (target, unit, place) in later.targets.items():
            if name not in former.targets:
                continue
            then, other, there = former.targets[name]
            if then != target and (unit is None or other is None or unit == other):
                yield Doubt(
                    family="restated_target",
                    certainty="likely",
                    here=place,
                    there=there,
                    arithmetic=f"{shown(target)} ≠ {shown(then)}",
                    values=(("name", name), ("then", shown(then)), ("now", shown(target))),
                )
