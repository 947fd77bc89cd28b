"""Indicators told as a part of their target: "kết nạp 9/8 đảng viên", "18/30, chưa đạt"."""

import re
from collections.abc import Iterator

from extractors import indicator_names as names
from extractors.indicator_progress import under_way
from extractors.lead_ins import lead_in
from extractors.numbers import decimal
from extractors.sentences import clauses
from pipeline.model import Block, Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_PART = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_RATIO = re.compile(
    rf"(?<![\w.,/-])(?<!/ )(?P<value>{_PART})\s?%?\s?/\s?(?!(?:19"
    rf"|20)\d\d(?!\d))(?P<target>{_PART})(?![\d/.]|,\d"
    rf"|\s+(?:chỉ tiêu|tiêu chí))"
    r"(?P<unit>\s?%|(?:\s(?!đạt|vượt|chưa|không|bằng|hoàn)[^\W\d_]+){0,3})(?=[\s.,;()]|$)"
)
_LEAD = re.compile(r"(?:[\s,:(-]|(?<!\w)(?:ước|chỉ|mới|đã|đạt|được|là|thực hiện|kết quả|còn))*$")
_DAY = re.compile(r"(?:ngày|tháng|sáng|chiều|tối|số|điều|quý|khóa|lúc|từ|đến|nghị quyết)\s*$")
_RESULTS = re.compile(
    r"(?:kết quả|thực hiện|tình hình|đánh giá)[^.;:]{0,60}(?:chỉ tiêu|mục tiêu)"
    r"|(?:chỉ tiêu|mục tiêu)[^;:]{0,160}(?:kết quả|cụ thể|sau|như sau|đạt được|hoàn thành)"
)
_SHARE_BEHIND = re.compile(rf"[^.;%]{{0,30}}%\s+(?:so(?:\s+với)?\s+)?{names.TARGET}(?!\w)")
_ACT = re.compile(r"(?<!\w)(?:kết nạp|phát triển (?:được |mới )?đảng viên)(?!\w)")


def ratios(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """The parts of targets: with a verdict behind them, where results are told, of admissions."""
    told = _tells_results(document, sentence)
    if not told and document.key.find("/", sentence.start, sentence.end) < 0:
        return
    for clause in clauses(document, sentence):
        since = clause.start
        yield from _leading(document, reference, clause)
        for m in _RATIO.finditer(document.key, clause.start, clause.end):
            record = _record(document, reference, Span(since, clause.end), m, told)
            if record is not None:
                since = m.end()
                yield record
        if told and since == clause.start:
            yield from _concluded(document, reference, clause)


_IN_DETAIL = re.compile(r"(?:cụ thể|trong đó|kết quả)(?: là| như sau)?\s*[:,]")


def _tells_results(document: Document, sentence: Span) -> bool:
    """Whether the words before, or the heading, say that results of targets follow."""
    home = document.block_at(sentence.start)
    if home is not None and _is_led(document, home):
        return True
    if not _IN_DETAIL.match(document.key, sentence.start):
        return False
    near = document.key[max(0, sentence.start - 240) : sentence.start + 24]
    return _RESULTS.search(near) is not None


def _is_led(document: Document, home: Block) -> bool:
    """Whether a block stands under a heading, or below a line, that tells results of targets."""
    known = document.told.setdefault(_is_led, {})
    if home.span.start not in known:
        path = document.section_path_at(home.span.start)
        heading = document.quote(path[-1].heading).lower() if path else ""
        above = lead_in(document, home)
        led = document.key[above.span.start : above.span.end] if above else ""
        known[home.span.start] = any(_RESULTS.search(words) for words in (heading, led))
    told: bool = known[home.span.start]
    return told


def _record(
    document: Document, reference: Reference, clause: Span, m: re.Match[str], told: bool
) -> Indicator | None:
    value, target = decimal(m["value"]), decimal(m["target"])
    lead = _LEAD.search(document.key, max(clause.start, m.start() - 24), m.start())
    name = _name(document, reference, clause, lead.start() if lead else m.start())
    if value is None or not target or name is None or _DAY.search(document.key[: m.start()][-12:]):
        return None
    if _SHARE_BEHIND.match(document.key, m.end()):
        return None  # told by `indicator_shares`, with its time
    words = document.key[name.start : name.end]
    verdict = names.verdict_behind(document, m.end("unit"))
    told = told or "chỉ tiêu" in document.key[clause.start : m.start()]
    if not (told or (verdict and _is_closed(document, m)) or (_ACT.search(words) and verdict)):
        return None
    running = verdict == "missed" and under_way(document, clause, m.end())
    # Where no word says what became of the target, none is guessed from the two figures.
    status: Status = "unknown" if verdict is None or running else verdict
    units = re.compile(rf"\s*(?P<unit>{reference.words('indicators.unit')})(?!\w)")
    counted = units.match(document.key, m.end("target"))
    unit = document.text[slice(*counted.span("unit"))] if counted else m["unit"].strip() or None
    return Indicator(
        span=Span(name.start, m.end()), rule="part_of_target", name=document.quote(name),
        status=status, value=value, target=target, unit=unit,
    )  # fmt: skip


# "5/5 trường đạt chuẩn quốc gia, hoàn thành chỉ tiêu": what is counted follows.
_LEADING = re.compile(
    rf"[\s+*•-]*(?:có\s+)?(?P<value>{_PART})\s?/\s?"
    rf"(?P<target>{_PART})\s+(?P<name>[^\d.;:,()]{{6,90}}?)"
    rf"[\s,(]+(?:hoàn thành|(?P<exceeded>vượt)|(?P<missed>(?:chưa|không) (?:đạt|hoàn thành))|đạt)"
    rf"\s+{names.TARGET}(?!\w)"
)


def _leading(document: Document, reference: Reference, clause: Span) -> Iterator[Indicator]:
    m = _LEADING.match(document.key, clause.start, clause.end)
    name = names.trimmed(document, Span(*m.span("name"))) if m else None
    if m is None or name is None or not names.names_something(document, name, reference):
        return
    yield Indicator(
        span=Span(m.start("value"), m.end()), rule="part_of_target", name=document.quote(name),
        status="missed" if m["missed"] else "exceeded" if m["exceeded"] else "met",
        value=decimal(m["value"]), target=decimal(m["target"]), unit=None,
    )  # fmt: skip


# "100% đảng viên đăng ký làm theo Bác (đạt)": where results are told, a verdict set apart.
_CONCLUDED = re.compile(
    r"[\s+*•-]*(?P<name>[^;:()\n]{8,160}?)"
    r"(?::\s*(?:đạt\s+)?(?P<value>[\d.,]+)\s?%?[^;:()\n\d]{0,24})?\s*[(:,–-]\s*(?:kết quả\s+)?"
    r"(?:(?P<missed>(?:chưa|không) (?:đạt|hoàn thành))|(?P<exceeded>(?:đạt và )?vượt)"
    r"|(?P<met>đạt|hoàn thành))"
    r"(?(exceeded)(?:\s+[\d.,]+\s?(?:%|[^\W\d_]+(?: [^\W\d_]+)?))?)"
    r"(?:\s+(?:chỉ tiêu|kế hoạch|nghị quyết"
    r"|yêu cầu)[^,;()]{0,40})?\)?[.;]?\s*$"
)


def _concluded(document: Document, reference: Reference, clause: Span) -> Iterator[Indicator]:
    m = _CONCLUDED.match(document.key, clause.start, clause.end)
    name = names.trimmed(document, Span(*m.span("name"))) if m else None
    if m is None or name is None or not names.names_something(document, name, reference):
        return
    name, value, target = names.split(document, reference, names.bare(document, name))
    yield Indicator(
        span=Span(name.start, m.end()), rule="verdict_set_apart", name=document.quote(name),
        status="missed" if m["missed"] else "exceeded" if m["exceeded"] else "met",
        value=value.value if value else None, target=target.value if target else None,
        unit=value.unit if value else None,
    )  # fmt: skip


def _name(document: Document, reference: Reference, clause: Span, at: int) -> Span | None:
    name = names.told_before(document, clause, at)
    name = names.from_act(document, names.bare(document, name)) if name else None
    return name if name and names.names_something(document, name, reference) else None


_CLOSED = re.compile(
    r"\s*[(,:;-]\s*(?:đều\s+|đã\s+)?(?:chưa|không|đạt|vượt|hoàn thành|cao hơn|bằng|=)"
)


def _is_closed(document: Document, m: re.Match[str]) -> bool:
    """Whether the verdict is set apart behind the part: "18/30, chưa đạt", "9/8 (vượt)"."""
    told = _CLOSED.match(document.key, m.end("unit"))
    share = re.match(r"\s*[(,:;-]\s*(?:đạt|bằng|=)\s+\d", document.key[m.end("unit") :][:40])
    return told is not None and share is None
