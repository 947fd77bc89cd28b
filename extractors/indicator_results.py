"""Indicators told by a result and, behind it, the verdict or the target that it is held against."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import indicator_names as names
from extractors.numbers import decimal
from extractors.quantities import NUMBER, Quantity, quantities
from extractors.sentences import clauses
from pipeline.model import Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_LEAD = (
    r"(?:[\s,:]+(?:(?P<short>chỉ đạt|mới đạt|đạt thấp|(?:không|chưa) đạt)|ước đạt|đạt được|đạt"
    r"|thực hiện được|thực hiện|ước tăng|giảm còn|xuống còn|là|tăng|giảm|còn|đủ|ước)(?!\w))*"
)
_ABOUT = r"[\s,:]*(?:khoảng|trên|gần|hơn)?\s*"
_AGAINST = (
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|yêu cầu|dự toán|định mức"
    r"|mức(?= (?:đề ra|giao|kế hoạch))|kh|nq|ct"
    r"|(?(met)(?!))(?:mức|tỷ lệ|tỉ lệ)(?=\s+(?:tối thiểu\s+|ít nhất\s+)?\d[\d,]*\s?%?[^.;,]{0,50}"
    r"(?:yêu cầu|quy định|chỉ thị|nghị quyết|chỉ tiêu|đề ra|kế hoạch|hướng dẫn)))(?!\w)"
    r"(?:\s+(?:được\s+)?(?:giao|đề ra|nghị quyết|đại hội|năm(?:\s+\d{4})?|đặt ra|tỉnh|huyện|chung"
    r"|nhiệm kỳ|của tỉnh|của huyện|cấp trên))*"
)
_VERDICT = (
    r"(?:lần đầu\s+|cơ bản\s+|đều\s+)?(?:(?P<missed>(?:chưa|không)\s+(?:đạt|hoàn thành|bảo đảm"
    r"|đảm bảo)(?:\s+được)?|thấp hơn|hụt|thấp|kém(?:\s+xa)?|chưa (?:bằng|tới|đến))"
    r"|(?P<exceeded>(?:hoàn thành\s+)?vượt(?:\s+mức)?"
    r"|cao hơn)|(?P<met>hoàn thành|đạt|bằng|đúng|theo))(?:\s+so)?(?:\s+với)?(?:\s+cả)?"
)
_BY_HOW_MUCH = (
    rf"(?:\s+{NUMBER}\s?%?(?:\s+(?!theo|mà|của|so)[^\W\d_]+){{0,3}}?(?:\s+so(?:\s+với)?)?)?"
)
"""Between a verdict and what it is held against: "vượt 3,5% so với chỉ tiêu"."""
_BEFORE_TARGET = r"\s*[(:]?\s*(?:(?:là|từ|trên|dưới|không quá|tối thiểu|ít nhất|[>≥<≤:])\s*)*"
_NO_YEARS = r"(?!\s+năm(?!\w))"
"""What must not follow a target: "kế hoạch 5 năm"."""
_FIGURE_TOLD = (
    rf"(?P<value>{NUMBER}|\d(?<![\w.,/]\d)\d*/\d+(?![\d/]))"
    r"(?P<unit>\s?[%‰]?(?:\s?/\s?năm)?[^\d.;,()%]{0,34}?)(?:\s*\([^()\d]{3,60}\))?"
    rf"(?:[\s,()\-]*{_VERDICT}"
    rf"(?(exceeded){_BY_HOW_MUCH})\s+"
    rf"(?P<against>{_AGAINST})(?:{_BEFORE_TARGET}(?P<target>{NUMBER}){_NO_YEARS})?"
    rf"|(?:\s*[,(/\-]\s*(?:so với\s+)?|\s+so với\s+)(?:{_AGAINST}|giao)"
    rf"{_BEFORE_TARGET}(?P<goal>{NUMBER}){_NO_YEARS})"
)
_HAS_TOLD = re.compile(_FIGURE_TOLD)
"""The figure with what it is held against, quick to look for: it begins with a digit."""
_TOLD = re.compile(
    rf"(?=[\s,:\d]|(?<!\w)[ktgh])(?P<lead>{_LEAD}){_ABOUT}(?!(?<=năm )(?:19|20)\d\d(?!\d))"
    rf"{_FIGURE_TOLD}"
)
_HELD = re.compile(
    r"chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|yêu cầu|dự toán|mức|quy định|chỉ thị"
    rf"|g(?<!\wg)iao(?!\w)|{names.SHORT_TARGET}"
)
"""A word that every result told against a target has, quick to look for."""
_STATUSES: tuple[Status, ...] = ("missed", "exceeded", "met")
_TO_COME = re.compile(r"(?<!\w)(?:phấn đấu|sẽ|quyết tâm|nếu|phải|yêu cầu|bảo đảm đến)(?!\w)")
_AFTER = re.compile(rf"[^\d.;()]{{0,14}}[\s,)(\-]*{_VERDICT}(?:\s+{_AGAINST}|(?=\s*(?:[.,;)]|$)))")
"""A verdict behind the target: "(kế hoạch 2%), vượt kế hoạch"."""
_CLOSED = re.compile(r"\s?%?[^\d.;,()]{0,14}\)|\s?%")
_RESULTING = re.compile(
    r"\s+(?:đạt kết quả|tiếp tục|có bước|duy trì|tăng trưởng khá|có nhiều)(?!\w)"
)
_SUBJECT_VERB = re.compile(
    r"\s+(?:đạt|tiếp tục|được|có|duy trì|giữ|phát triển|tăng|giảm|chuyển)(?!\w)"
)


def results(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """ "X 97,8%, vượt kế hoạch (95%)", "X chỉ đạt 81% (chỉ tiêu 95%)": one record a result."""
    if not _HELD.search(document.key, sentence.start, sentence.end):
        return
    for clause in clauses(document, sentence):
        if not _HAS_TOLD.search(document.key, clause.start, clause.end):
            continue
        at = clause.start
        for m in _TOLD.finditer(document.key, clause.start, clause.end):
            name = _name(document, reference, Span(at, clause.end), m)
            ahead = _TO_COME.search(document.key, clause.start, m.start("value"))
            if name is not None and not ahead and not _only_by(m) and not _of_units(m):
                at = m.end()
                yield _record(document, reference, name, m)


_UNITS = re.compile(
    r"\s(?:chỉ tiêu|đảng bộ|chi bộ|xã|huyện|đơn vị|tổ chức|cơ quan|trường|phường|thôn|cấp ủy)"
)


def _of_units(m: re.Match[str]) -> bool:
    """Whether "12 đảng bộ không hoàn thành chỉ tiêu" counts who missed a target."""
    return bool(_UNITS.match(m["unit"])) and not (m["target"] or m["goal"] or "/" in m["value"])


def _only_by(m: re.Match[str]) -> bool:
    """Whether "theo kế hoạch" says by what, not that all of 40/40 was reached."""
    part, _, whole = m["value"].partition("/")
    return m["met"] == "theo" and part != whole


def _name(document: Document, reference: Reference, clause: Span, m: re.Match[str]) -> Span | None:
    """The name before the result; where only "bình quân" stands there, the clause's subject."""
    if m.start() < clause.start:
        return None
    name = names.told_before(document, clause, m.start())
    if name is not None and (told := _RESULTING.search(document.key, name.start, name.end)):
        name = Span(name.start, told.start())
    if name is not None and names.names_something(document, name, reference):
        return name
    verb = _SUBJECT_VERB.search(document.key, clause.start, m.start())
    whole = names.trimmed(document, Span(clause.start, verb.start())) if verb else None
    return whole if whole and names.names_something(document, whole, reference) else None


def _record(document: Document, reference: Reference, name: Span, m: re.Match[str]) -> Indicator:
    value, of = _value(document, reference, m)
    group = "target" if m["target"] else "goal" if m["goal"] else None
    if group == "target" and value and _is_difference(m, value):
        group = None
    name = names.with_counted(document, reference, names.from_act(document, name), m.start("value"))
    found = (
        quantities(document, reference, Span(m.start(group), m.end(group) + 14)) if group else []
    )
    target = found[0] if found else of
    unit = next((q.unit for q in (value, target) if q is not None and q.unit), None)
    tail = _CLOSED.match(document.key, m.end()) if group else None
    end = tail.end() if tail else m.end()
    return Indicator(
        span=Span(name.start, end), rule="result_and_verdict", name=document.quote(name),
        status=_status(document, m),
        value=value.value if value else None, target=target.value if target else None, unit=unit,
    )  # fmt: skip


def _is_difference(m: re.Match[str], value: Quantity) -> bool:
    """Whether "vượt chỉ tiêu 3 đồng chí" tells by how much: a part of what was reached."""
    target = decimal(m["target"])
    if target is None:
        return False
    over = m["exceeded"] and target * 2 < value.value
    under = m["missed"] in ("thấp hơn", "hụt") and target < value.value
    return bool(over or under)


def _value(
    document: Document, reference: Reference, m: re.Match[str]
) -> tuple[Quantity | None, Quantity | None]:
    """The result, and of "4/3 đồng chí" the target behind the slash."""
    if "/" in m["value"]:
        part, whole = m["value"].split("/")
        unit = m["unit"].strip() or None
        span = Span(*m.span("value"))
        return Quantity(Decimal(part), unit, span), Quantity(Decimal(whole), unit, span)
    found = quantities(document, reference, Span(m.start("value"), m.end("unit") + 2))
    return (found[0] if found else None), None


def _status(document: Document, m: re.Match[str]) -> Status:
    """By the words of a verdict; two figures side by side are no verdict, and none is guessed."""
    for found in (m, _AFTER.match(document.key, m.end())):
        told = [s for s in _STATUSES if found and found[s]]
        if told:
            return told[0]
    return names.verdict_behind(document, m.end()) or ("missed" if m["short"] else "unknown")
