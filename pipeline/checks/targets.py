"""Targets: how many were met against how many there are, verdicts, prose against tables."""

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.checks.arithmetic import added, shown
from pipeline.checks.doubt import Doubt, Place
from pipeline.checks.reports import Indicator, Report, Summary
from pipeline.reference import Reference
from pipeline.text import key

_UNSAID = re.compile(
    r"(?:không|chưa)\s+(?:được\s+)?(?:đánh giá|lượng hóa|đến hạn|có số liệu|triển khai|xét"
    r"|thực hiện|đến kỳ|thống kê)|còn lại|định tính|đang (?:thực hiện|triển khai)"
)
_ALL_BEFORE = re.compile(
    r"tổng số(?: các)? chỉ tiêu[^\d.;]{0,30}(?P<total>\d+)\s*[;:,(]?"
    r"\s*(?:trong đó|gồm)?\s*(?:có)?:?\s*$"
)
_ALL_BEHIND = re.compile(r"\s*(?:trong|trên)(?: tổng)?(?: số)? (?P<total>\d+) chỉ tiêu")
_STATUSES = ("exceeded", "met", "missed")
_CUT = re.compile(r"(?:giảm|hạ)\s+$")
_QUALIFIED = re.compile(
    r"tiến độ|cùng kỳ|so với năm|kế hoạch năm|6 tháng|9 tháng|cơ bản|xấp xỉ|gần đạt|tăng thêm"
)


def doubts(report: Report, words: Reference) -> Iterator[Doubt]:
    """What does not fit together among the targets of one report."""
    for summary in report.summaries:
        yield from _summary(report, summary)
    yield from _table(report)
    for indicator in report.indicators:
        yield from _verdict(report, indicator, words)
    yield from _twice(report)


def _summary(report: Report, said: Summary) -> Iterator[Doubt]:
    """Exceeded, met and missed against all; those exceeded may be among those met."""
    stated = [n for n in (said.exceeded, said.met, said.missed) if n is not None]
    total = said.total or _total_beside(report, said)
    if total is None or len(stated) < 2 or said.doubtful:
        return
    whole, nested = sum(stated), (said.met or 0) + (said.missed or 0)
    if total in (whole, nested) and (whole == total or said.exceeded):
        return
    unsaid = _UNSAID.search(report.key, said.span_start, report.line(said.span_start)[1])
    fewer = whole < total and len(stated) == len(_STATUSES) and not unsaid
    over = whole > total and not (said.exceeded and nested <= total and unsaid)
    if fewer or over:
        yield Doubt(
            family="summary_parts",
            certainty="certain" if over else "likely",
            here=said.place,
            arithmetic=f"{added(stated)} {'>' if over else '≠'} {shown(total)}",
            values=(("sum", shown(whole)), ("total", shown(total))),
        )


def _total_beside(report: Report, said: Summary) -> int | None:
    """The number of targets told apart from its parts: "Tổng số chỉ tiêu: 22; trong đó …"."""
    first, last = report.sentence(said.span_start)
    before = _ALL_BEFORE.search(report.key[first : said.span_start])
    behind = _ALL_BEHIND.match(report.key[said.span_end : last])
    found = before or behind
    return int(found["total"]) if found else None


def _table(report: Report) -> Iterator[Doubt]:
    """The one summary of a document against its one table with as many rows."""
    rows = [i for i in report.indicators if i.rule == "table_row"]
    told = Counter(i.status for i in rows)
    wholes = [s for s in report.summaries if s.total == len(rows) - told["unknown"] or (
        s.total == len(rows))]  # fmt: skip
    if len(report.summaries) != 1 or len(wholes) != 1 or len(rows) < 3 or told["unknown"] > 1:
        return
    said = wholes[0]
    for status, stated in zip(_STATUSES, (said.exceeded, said.met, said.missed), strict=True):
        counted = told[status] + (told["exceeded"] if status == "met" and not said.exceeded else 0)
        if stated is not None and stated != counted and not _nested(said, told):
            yield Doubt(
                family="summary_against_table",
                certainty="likely",
                here=said.place,
                there=Place(
                    report.document_id, rows[0].span_start, rows[-1].span_end,
                    f"{rows[0].quote} … {rows[-1].quote}", rows[0].page,
                ),
                arithmetic=f"{shown(counted)} ≠ {shown(stated)}",
                values=(
                    ("stated", shown(stated)),
                    ("counted", shown(counted)),
                    ("status", status),
                ),
            )  # fmt: skip
            return


def _nested(said: Summary, told: Counter[str]) -> bool:
    """Whether those met are said together with those exceeded."""
    return said.met == told["met"] + told["exceeded"] and said.missed in (None, told["missed"])


def direction(name: str, words: Reference) -> str | None:
    """`higher` or `lower`: which results are better; None where the name does not make it sure.

    `name` is a matching key. "Giảm tỷ lệ hộ nghèo" may give what is left or what was taken off:
    only "xuống còn", "còn dưới" make it sure.
    """
    codes = {hit.code for hit in words.lexicon("checks.direction").find(name)}
    if "bound" in codes:
        return "lower"
    if "turned" in codes or not codes & {"higher", "lower"} or {"higher", "lower"} <= codes:
        return None
    return "higher" if "higher" in codes else None if "of_some" in codes else "lower"


def _verdict(report: Report, said: Indicator, words: Reference) -> Iterator[Doubt]:
    """A verdict that result and target do not bear, where it is sure what is better."""
    if said.value is None or said.target is None or said.status == "unknown" or said.doubtful:
        return
    around = report.key[said.span_start : min(said.span_end + 60, report.line(said.span_start)[1])]
    better = direction(_wording(report, said), words)
    if better is None or _QUALIFIED.search(around):
        return
    short = said.value < said.target if better == "higher" else said.value > said.target
    beyond = said.value > said.target if better == "higher" else said.value < said.target
    wrong = short if said.status in ("met", "exceeded") else beyond or said.value == said.target
    if wrong:
        sign = "<" if said.value < said.target else ">" if said.value > said.target else "="
        yield Doubt(
            family="indicator_verdict",
            certainty="likely",
            here=said.place,
            arithmetic=f"{shown(said.value)} {sign} {shown(said.target)}",
            values=(
                ("name", said.name),
                ("value", shown(said.value)),
                ("target", shown(said.target)),
                ("status", said.status),
                ("better", better),
            ),
        )


def _wording(report: Report, said: Indicator) -> str:
    """The name with the verbs around it: "giảm tỷ lệ hộ nghèo", "tỷ lệ hộ nghèo giảm xuống còn"."""
    name = key(said.name)
    cut = _CUT.search(report.key[max(0, said.span_start - 8) : said.span_start])
    at = report.key.find(name, said.span_start, said.span_end)
    behind = report.key[at + len(name) : said.span_end] if at >= 0 else ""
    verb = re.match(r"[^\d(;]{0,40}", behind)
    return " ".join(filter(None, ("giảm" if cut else "", name, verb[0].strip() if verb else "")))


def _twice(report: Report) -> Iterator[Doubt]:
    """An indicator with one result in a table and another in the prose of the same document."""
    rows = {indicator_name(i.name): i for i in report.indicators if i.rule == "table_row"}
    for said in report.indicators:
        row = rows.get(indicator_name(said.name)) if said.rule != "table_row" else None
        if row is None or row.value is None or said.value is None or said.doubtful:
            continue
        same_target = said.target is None or row.target is None or said.target == row.target
        units = {u for u in (said.unit, row.unit) if u}
        if row.value != said.value and same_target and len(units) < 2 and row.status != "unknown":
            yield Doubt(
                family="prose_against_table",
                certainty="likely",
                here=said.place,
                there=row.place,
                arithmetic=f"{shown(said.value)} ≠ {shown(row.value)}",
                values=(
                    ("name", said.name),
                    ("prose", shown(said.value)),
                    ("table", shown(row.value)),
                ),
            )


def indicator_name(name: str) -> str:
    """The name of an indicator without its unit, for telling two mentions the same.

    >>> indicator_name("Tỷ lệ hộ nghèo (%)"), indicator_name("tỷ lệ hộ nghèo còn dưới")
    ('hộ nghèo', 'hộ nghèo')
    """
    bare = re.sub(r"\([^)]*\)", " ", key(name))
    bare = re.sub(r"^(?:tỷ lệ|tỉ lệ|số|tổng số)\s+", "", bare.strip())
    return " ".join(re.findall(r"\w+", re.sub(r"(?:\s+(?:còn|xuống|đạt|dưới|trên))+$", "", bare)))
