"""Indicators told by a target and a result in one sentence: "đề ra 40, kết quả kết nạp 43"."""

import re
from collections.abc import Iterator

from extractors import indicator_names as names
from extractors.indicator_progress import under_way
from extractors.quantities import NUMBER, Quantity, quantities
from extractors.sentences import sentences
from pipeline.model import Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_NEEDED = re.compile(r"(?:chỉ tiêu|nghị quyết|kế hoạch|đại hội|mục tiêu|giao|yêu cầu|dự kiến)")
_SETTER = (
    r"(?:chỉ tiêu|nghị quyết|kế hoạch|đại hội|mục tiêu|huyện ủy|thành ủy|tỉnh ủy|quận ủy|đảng ủy"
    r"|cấp trên|huyện|tỉnh|xã|dự kiến|yêu cầu)"
)
_SETS = r"(?:đề ra|đặt ra|giao|xác định|phấn đấu|yêu cầu|đăng ký|quy định|dự kiến|là|phải)"
_ABOUT = r"(?:(?:từ|ít nhất|trên|khoảng|là|tối thiểu|dưới)\s+)*"
# "Nghị quyết đề ra kết nạp 40 đảng viên, kết quả chỉ kết nạp được 31 đồng chí".
_SET_THEN_REACHED = re.compile(
    rf"(?<!\w){_SETTER}(?P<name>(?:[^.;:\d(),]|\((?!\d)[^()]*\)){{0,140}}?)\s{_ABOUT}"
    rf"(?P<target>{NUMBER})(?P<unit>[^.;:,\d()]{{0,60}}?)"
    r"(?:\s*[,;(]\s*|\.\s+(?=kết quả|kết thúc|đến nay|thực|cuối|hết|cả)|\s+(?=nhưng|song|mà|thì"
    r"|trong khi|còn))"
    r"(?:(?:kết quả|thực tế|đến nay|kết thúc|cuối năm|hết năm|hết nhiệm kỳ)[^.;:\d,()]{0,20},\s*)?"
    r"(?P<mid>(?:[^.;:\d,()]|,(?=\s+(?:đến nay|kết quả|thực tế))){0,90}?)\s"
    rf"(?:trên |gần |khoảng |hơn )?(?P<value>{NUMBER})(?!\s+(?:năm|tháng|nghị quyết|chỉ tiêu"
    rf"|nhiệm vụ|lần|nội dung|nhiệm kỳ)(?!\w))(?P<counted>\s?%"
    rf"|\s[^\W\d_]+(?:\s[^\W\d_]+)?)?"
)
_REACHED = re.compile(
    r"(?<!\w)(?:kết quả|thực tế|thực hiện|đến nay|đã|mới|chỉ|kết nạp|phát triển|thành lập|đạt"
    r"|được|có)(?!\w)"
)
_SHORT = re.compile(r"(?<!\w)(?:mới|chỉ)(?!\w)(?!\s+được thành lập)")
_NOT_MID = re.compile(
    r"(?<!\w)(?:tăng|giảm|hơn|phấn đấu|sẽ|trong đó|năm|tháng|ngày|khóa|so với|hằng năm|mỗi|từ|quý)"
    r"(?:\s|$)"
)
_SET_WORDS = re.compile(rf"(?<!\w){_SETS}(?!\w)")
# "chỉ kết nạp 855 đảng viên, trong khi chỉ tiêu là 1.200".
_REACHED_BESIDE = (
    rf"(?P<value>{NUMBER})(?P<counted>\s?%|(?:\s[^\W\d_]+){{0,3}}?)\s*,?\s*"
    r"(?:trong khi|trong lúc|nhưng|so với|trên tổng số|trên (?=chỉ tiêu|kế hoạch)|mà)\s"
)
_HAS_REACHED = re.compile(_REACHED_BESIDE)
"""What was reached with the word that sets it beside its target, quick to look for."""
_REACHED_THEN_SET = re.compile(
    r"(?<!\w)(?P<name>(?:(?:mới|chỉ)\s+)?[^\W\d_][^.;:\d,()]{3,90}?)\s(?:trên |gần |khoảng |hơn )?"
    rf"{_REACHED_BESIDE}"
    rf"(?P<mid>[^.;:\d()]{{0,60}}?)(?<!\w){_ABOUT}(?P<target>{NUMBER})(?P<tail>[^.;:()]{{0,60}})"
)
# "không kết nạp được đảng viên nào, trong khi nghị quyết đề ra 02 đồng chí".
_NONE_REACHED = re.compile(
    r"(?<!\w)(?:không|chưa)\s+(?P<name>(?:kết nạp|phát triển|thành lập|giới thiệu"
    r"|tuyển)[^.;:,\d()]{2,60}?)"
    rf"(?:\s+nào)?\s*[,(]?\s*(?:trong khi|mặc dù|dù"
    rf"|so với)\s[^.;:\d()]{{0,60}}?{_ABOUT}(?P<target>{NUMBER})"
)
_FILLER = re.compile(
    rf"(?:^|(?<=\s))(?:(?:được\s+)?{_SETS}|hằng năm|hàng năm|nhiệm kỳ|trong nhiệm kỳ|chỉ tiêu|"
    r"mới|chỉ|đã|được|kết quả|thực tế|đến nay|năm|của)(?=\s|$)"
)


def contrasts(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A target and what was reached, in either order, each with a number of its own."""
    told = _with_before(document, sentence)
    if not _NEEDED.search(document.key, told.start, told.end):
        return
    numbered = _numbered(document, told)
    if numbered is not None:
        yield numbered
        return
    for read in (_set_then_reached, _reached_then_set, _none_reached):
        found = read(document, reference, told)
        if found is not None:
            yield found
            return


# "Chỉ tiêu 2: mỗi năm có 02 sáng kiến. Kết quả: 01 sáng kiến, không đạt."
_NUMBERED = re.compile(
    r"[\s*+-]*chỉ tiêu\s*(?:thứ |số )?(?:\d{1,2}"
    r"|[^\W\d_]{2,4}(?= *:))?\s*[:.]\s*(?P<name>[^\n]{8,200}?)[.;]\s+"
    r"(?:kết quả|thực hiện|đánh giá|đến nay)[^\n]*?(?<!\w)(?:(?P<missed>(?:chưa|không) (?:đạt"
    r"|hoàn thành))"
    r"|(?P<exceeded>vượt)|(?P<met>đạt|hoàn thành)(?= (?:chỉ tiêu|kế hoạch|yêu cầu)|\s*[.;]|$))"
)


def _numbered(document: Document, sentence: Span) -> Indicator | None:
    m = _NUMBERED.match(document.key, sentence.start, sentence.end)
    name = names.trimmed(document, Span(*m.span("name"))) if m else None
    if m is None or name is None:
        return None
    status: Status = "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"
    return Indicator(
        span=Span(name.start, m.end()), rule="numbered_target", name=document.quote(name),
        status=status, value=None, target=None, unit=None,
    )  # fmt: skip


_OUTCOME = re.compile(
    r"(?:kết quả|kết thúc|đến nay|thực tế|cuối năm|hết năm|hết nhiệm kỳ|thực hiện"
    r"|cả nhiệm kỳ)(?!\w)"
)


def _with_before(document: Document, sentence: Span) -> Span:
    """The sentence with the one before it, where that may set what this one says was reached."""
    home = document.block_at(sentence.start)
    if home is None or not _OUTCOME.match(document.key, sentence.start):
        return sentence
    ahead = [s for s in sentences(document, home) if s.end <= sentence.start][-1:]
    return Span(ahead[0].start, sentence.end) if ahead else sentence


def _set_then_reached(document: Document, reference: Reference, sentence: Span) -> Indicator | None:
    m = _SET_THEN_REACHED.search(document.key, sentence.start, sentence.end)
    if m is None or not _REACHED.search(m["mid"]) or _NOT_MID.search(m["mid"]):
        return None
    plain = document.key.startswith(("chỉ tiêu", "kế hoạch", "mục tiêu"), m.start())
    if not (plain or _SET_WORDS.search(m["name"])):
        return None
    name = _name(document, reference, m, "name") or _name(document, reference, m, "mid")
    if name is None:
        return None
    scant = _SHORT.search(m["mid"])
    running = scant is not None and scant[0] == "mới" and under_way(document, sentence, m.end())
    return _record(document, reference, m, name, "missed" if scant and not running else None)


def _reached_then_set(document: Document, reference: Reference, sentence: Span) -> Indicator | None:
    if not _HAS_REACHED.search(document.key, sentence.start, sentence.end):
        return None
    m = _REACHED_THEN_SET.search(document.key, sentence.start, sentence.end)
    if m is None or not _NEEDED.search(m["mid"] + m["tail"][:32]):
        return None
    name = _name(document, reference, m, "name")
    if name is None or _NOT_MID.search(m["mid"].replace("mỗi năm", "")):
        return None
    contrast = re.search(r"trong khi|trong lúc|nhưng", document.key[m.start() : m.start("target")])
    short = _SHORT.search(m["name"]) is not None or contrast is not None
    return _record(document, reference, m, name, "missed" if short else None)


def _none_reached(document: Document, reference: Reference, sentence: Span) -> Indicator | None:
    m = _NONE_REACHED.search(document.key, sentence.start, sentence.end)
    if m is None or not _NEEDED.search(m[0]):
        return None
    name = names.trimmed(document, Span(*m.span("name")))
    target = _number(document, reference, m, "target")
    if name is None or target is None:
        return None
    return Indicator(
        span=Span(*m.span()), rule="target_and_result", name=document.quote(name),
        status="missed", value=None, target=target.value, unit=target.unit,
    )  # fmt: skip


def _name(document: Document, reference: Reference, m: re.Match[str], group: str) -> Span | None:
    """What the words around a number name, with the noun that it counts; None where nothing."""
    start, end = m.span(group)
    fillers = list(_FILLER.finditer(document.key, start, end))
    cut = fillers[-1].end() if fillers and len(document.key[fillers[-1].end() : end]) > 4 else start
    name = names.trimmed(document, Span(cut, end))
    if name is None:
        return None
    name = names.from_act(document, name)
    if not names.names_something(document, name, reference):
        return None
    at = min((m.start(g) for g in ("target", "value") if m.start(g) >= end), default=end)
    return names.with_counted(document, reference, name, at)


def _record(
    document: Document, reference: Reference, m: re.Match[str], name: Span, status: Status | None
) -> Indicator | None:
    value = _number(document, reference, m, "value")
    target = _number(document, reference, m, "target")
    if value is None or target is None or (status == "missed" and value.value >= target.value):
        return None
    end = m.end("counted") if m.end("counted") > m.end("target") else m.end("target")
    told = status or names.verdict_behind(document, end)
    unit = next((q.unit for q in (value, target) if q.unit), None)
    return Indicator(
        span=Span(m.start(), max(end, m.end("value"))), rule="target_and_result",
        name=document.quote(name), status=told or "unknown",
        value=value.value, target=target.value, unit=unit,
    )  # fmt: skip


def _number(
    document: Document, reference: Reference, m: re.Match[str], group: str
) -> Quantity | None:
    if (
        re.fullmatch(r"(?:19|20)\d\d", m[group])
        and "năm " in m.string[m.start(group) - 5 : m.start(group)]
    ):
        return None
    found = quantities(document, reference, Span(m.start(group), m.end(group) + 14))
    return found[0] if found and found[0].span.start == m.start(group) else None
