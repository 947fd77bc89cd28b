"""How many targets of a group were exceeded, met and missed."""

import re
from collections.abc import Iterator

from extractors.numbers import integer
from extractors.sentences import sentences
from pipeline.model import BlockKind, Document, Span
from pipeline.records import IndicatorSummary
from pipeline.reference import Reference

_N = r"\d{1,3}"
# "6 chỉ tiêu chuyên môn", "10 chỉ tiêu về …", "có 5/6 chỉ tiêu".
_TOTAL = re.compile(rf"(?<![\w/.,])(?P<total>{_N})\s+chỉ tiêu(?!\w)")
_MISSED = r"(?:chưa|không)\s+(?:đạt|hoàn thành)|đạt thấp"
_EXCEEDED = r"(?:hoàn thành\s+)?(?:đạt\s+)?vượt(?:\s+mức)?"
_MET = r"(?:hoàn thành|đạt)(?!\s+(?:và|hoặc|,|thấp)\s*vượt|\s+thấp|\s+vượt)"
# "đạt và vượt 17 chỉ tiêu": met or more.
_BOTH = r"(?:hoàn thành|đạt)(?:\s*,|\s+và|\s+hoặc)\s+(?:hoàn thành\s+)?vượt(?:\s+mức)?"
_CODES = (("missed", _MISSED), ("joint", _BOTH), ("exceeded", _EXCEEDED), ("met", _MET))
_ANY = rf"(?:{_MISSED}|{_BOTH}|{_EXCEEDED}|{_MET})"
_OF = r"\s*(?:/|\s(?:trong|trên)(?:\s+tổng\s+số)?\s)\s*"
_UNIT = r"(?:\s*chỉ tiêu(?:\s+(?:nghị quyết|kế hoạch|đề ra|được giao))?)?"
_WORD_FIRST = rf"(?<!\w)(?P<w1>{_ANY})\s*:?\s*(?P<n1>{_N})(?!\s*%)(?:{_OF}{_N})?\s*chỉ tiêu"
_NUMBER_FIRST = (
    rf"(?<![\w/.,])(?P<n2>{_N})(?:{_OF}(?P<of>{_N}))?{_UNIT}\s+(?:(?:đã|được|đều|cơ bản)\s+)*"
    rf"(?P<w2>{_ANY})(?!\s+(?:và|hoặc)\s+(?:đạt|vượt)|\s*\d)"
)
_PART = re.compile(rf"{_NUMBER_FIRST}|{_WORD_FIRST}")
# Inside a group the word "chỉ tiêu" may be left out: "vượt 05, đạt 08 và 01 không đạt".
_SHORT = re.compile(
    rf"(?<!\w)(?P<w1>{_ANY})\s*:?\s*(?P<n1>{_N})(?=\s*(?:chỉ tiêu|[,;.()\[]|và\b|$))(?![.,]\d)"
    rf"|{_NUMBER_FIRST}"
)
_JOINT = re.compile(rf"(?<![\w.,])(?P<n>{_N}){_OF}(?P<of>{_N})\s+chỉ tiêu(?!\w)")
_ALL = re.compile(
    rf"(?<!\w)(?:tất cả|cả|toàn bộ)\s+(?P<total>{_N})(?:\s*/\s*{_N})?\s+chỉ tiêu(?!\w)"
)
_TO_COME = re.compile(r"(?<!\w)(?:phấn đấu|dự kiến|quyết tâm|sẽ|nếu|dự báo|để)(?!\w)")
_GROUP_END = re.compile(
    rf"\s*(?:[:;,.(]|(?<!\w)(?:có|trong đó|đạt|vượt|đã|với|được|gồm|thì|đều|chưa|không|đề ra|theo"
    rf"|nghị quyết|hoàn thành)(?!\w)|(?<!\w){_N}(?!\w)|$)"
)


def indicator_summaries(document: Document, reference: Reference) -> Iterator[IndicatorSummary]:
    """One record a group whose figures a sentence gives."""
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE):
            continue
        for sentence in sentences(document, block):
            if document.key.find("chỉ tiêu", sentence.start, sentence.end) >= 0:
                yield from _of_sentence(document, sentence)


def _of_sentence(document: Document, sentence: Span) -> Iterator[IndicatorSummary]:
    """The groups of a sentence, each from its total to the next one's."""
    first = document.key.find("chỉ tiêu", sentence.start, sentence.end)
    if _TO_COME.search(document.key, sentence.start, first):
        return
    totals = [m for m in _TOTAL.finditer(document.key, sentence.start, sentence.end)
              if _is_split(document, m) or not _is_part(document, m, sentence)]  # fmt: skip
    for i, m in enumerate(totals):
        end = totals[i + 1].start() if i + 1 < len(totals) else sentence.end
        yield from _group(document, m, end)
    if not totals:
        ratios = list(_ratio(document, sentence))
        yield from ratios or _all(document, sentence)
        yield from _subgroups(document, sentence, ratios)


def _all(document: Document, sentence: Span) -> Iterator[IndicatorSummary]:
    """ "tất cả 12 chỉ tiêu đều đạt": all of them."""
    m = _ALL.search(document.key, sentence.start, sentence.end)
    told = _EACH.match(document.key, m.end(), sentence.end) if m else None
    total = integer(m["total"]) if m else None
    if m is not None and told is not None and total is not None:
        code = "exceeded" if told["over"] and not told["met"] else "met"
        yield _summary(Span(m.start(), told.end()), "all_of_them", None, total, {code: total})


_EACH = re.compile(
    r"[^.;:,\d]{0,60}?(?:đều|đã)\s+(?:(?:đều|được|cơ bản)\s+)*"
    r"(?P<met>(?:đạt|hoàn thành)(?:\s+và|,)?\s*)?(?P<over>vượt)?(?!\w)(?<=[^\W\d_])"
)
_SUBGROUP = re.compile(
    rf"(?:[,;:(]|\s(?:và|riêng|trong đó))\s+(?:(?:riêng|trong đó|và|nhóm|về|lĩnh vực|các)\s+)*"
    rf"(?P<name>[^\W\d_][^\d,;:.()]{{3,50}}?)\s+(?P<n>{_N})\s*/\s*(?P<of>{_N})\s+chỉ tiêu(?!\w)"
    rf"(?!\s+(?:đã |đều )?{_ANY})"
)


def _subgroups(
    document: Document, sentence: Span, ratios: list[IndicatorSummary]
) -> Iterator[IndicatorSummary]:
    """ "…; riêng kinh tế 5/6 chỉ tiêu": groups of what the sentence said was met."""
    if len(ratios) != 1 or ratios[0].met is None:
        return
    for m in _SUBGROUP.finditer(document.key, ratios[0].span.end, sentence.end):
        name = document.quote(Span(*m.span("name")))
        met, total = integer(m["n"]), integer(m["of"])
        if met is not None and not re.match(_ANY, m["name"]):
            span = Span(m.start("name"), m.end())
            yield _summary(span, "parts", name, total, {"met": met})


# "hoàn thành 18 chỉ tiêu được giao, trong đó 11 chỉ tiêu vượt, 6 chỉ tiêu đạt": the whole.
_SPLIT = re.compile(rf"[^.;:\d]{{0,60}}(?:,\s*|\s)(?:trong đó|gồm|bao gồm)\s*:?\s*(?:có\s+)?{_N}\s")


def _is_split(document: Document, m: re.Match[str]) -> bool:
    return _SPLIT.match(document.key, m.end()) is not None


def _is_part(document: Document, m: re.Match[str], sentence: Span) -> bool:
    """Whether "06 chỉ tiêu" is one of the parts ("06 chỉ tiêu đạt", "vượt 03 chỉ tiêu")."""
    part = _PART.search(document.key, max(sentence.start, m.start() - 24), sentence.end)
    while part is not None and part.start() <= m.start():
        if part.start() <= m.start() < part.end():
            return True
        part = _PART.search(document.key, part.end(), sentence.end)
    return False


def _group(document: Document, m: re.Match[str], end: int) -> Iterator[IndicatorSummary]:
    parts = _parts(document, Span(m.end(), end), _SHORT)
    if not parts:
        return
    total = integer(m["total"])
    found = {code: value for code, value, _ in parts}
    last = max(at for _, _, at in parts)
    name = _group_name(document, m.end(), end)
    yield _summary(Span(m.start(), last), "total_and_parts", name, total, found)


def _summary(
    span: Span, rule: str, group: str | None, total: int | None, found: dict[str, int]
) -> IndicatorSummary:
    joint = found.get("joint")
    if joint is not None and "met" not in found:
        found = found | {"met": joint - found.get("exceeded", 0)}
    exceeded, met, missed = (found.get(code) for code in ("exceeded", "met", "missed"))
    return IndicatorSummary(
        span=span, rule=rule, group=group, total=total, exceeded=exceeded, met=met, missed=missed
    )


def _ratio(document: Document, sentence: Span) -> Iterator[IndicatorSummary]:
    """ "12/15 chỉ tiêu đạt và vượt", "có 5/6 chỉ tiêu đạt, 1/6 chỉ tiêu chưa đạt"."""
    whole = list(_JOINT.finditer(document.key, sentence.start, sentence.end))
    parts = _parts(document, sentence)
    if whole:
        total = integer(whole[0]["of"])
        found = {code: value for code, value, _ in parts}
        if not found:
            return
        found |= _met_besides(document, whole[0], sentence, found)
        last = max([at for _, _, at in parts])
        start = min(whole[0].start(), *(m.start() for m in _first_part(document, sentence)))
        if last < whole[0].start():
            return
    elif len(parts) >= 2 and _of_targets(document, sentence):
        found, total = {code: value for code, value, _ in parts}, None
        first = _PART.search(document.key, sentence.start, sentence.end)
        assert first is not None
        start, last = first.start(), max(at for _, _, at in parts)
        total = _told_before(document, sentence, sum(found.values()))
    else:
        return
    yield _summary(Span(start, last), "parts", None, total, found)


def _first_part(document: Document, sentence: Span) -> list[re.Match[str]]:
    m = _PART.search(document.key, sentence.start, sentence.end)
    return [m] if m else []


# "Nghị quyết đề ra 16 chỉ tiêu. Đến nay 08 chỉ tiêu vượt, …": the sum in the sentence before.
_BEFORE = re.compile(rf"(?<![\w/.,])(?P<total>{_N})\s+chỉ tiêu(?!\w)[^.;\n]{{0,120}}[.;]\s*$")


_ALL_MET = re.compile(
    r"[^.;\d]{0,60}?(?:đạt|hoàn thành)[^.;\d]{0,20}(?:trong đó|có)[^.;\d]{0,20}vượt"
)


def _met_besides(
    document: Document, whole: re.Match[str], sentence: Span, found: dict[str, int]
) -> dict[str, int]:
    """ "10/10 chỉ tiêu đều đạt, trong đó vượt 3": the seven that were met beside the three."""
    reached, exceeded = integer(whole["n"]), found.get("exceeded")
    if set(found) != {"exceeded"} or reached is None or exceeded is None or exceeded > reached:
        return {}
    if not _ALL_MET.match(document.key, whole.end(), sentence.end):
        return {}
    return {"met": reached - exceeded}


def _told_before(document: Document, sentence: Span, total: int) -> int | None:
    """The total that the sentence before gives, where the parts add up to it."""
    m = _BEFORE.search(document.key, max(0, sentence.start - 200), sentence.start)
    return total if m is not None and integer(m["total"]) == total else None


def _of_targets(document: Document, sentence: Span) -> bool:
    return re.search(r"\d chỉ tiêu", document.key[sentence.start : sentence.end]) is not None


def _parts(
    document: Document, where: Span, pattern: re.Pattern[str] = _PART
) -> list[tuple[str, int, int]]:
    """(code, figure, end) of each part: "06 chỉ tiêu đạt", "vượt 03 chỉ tiêu"."""
    found: dict[str, tuple[str, int, int]] = {}
    for m in pattern.finditer(document.key, where.start, where.end):
        code = _code(m["w1"] or m["w2"])
        value = integer(m["n1"] or m["n2"])
        if m["w1"] and _JOINED.search(document.key, where.start, m.start()):
            continue
        if value is not None and code not in found:
            found[code] = (code, value, m.end())
    _untangle(document, where, found)
    met, exceeded = found.get("met"), found.get("exceeded")
    if met and exceeded and _NESTED.match(document.key, met[2]) and met[1] >= exceeded[1]:
        found["met"] = ("met", met[1] - exceeded[1], met[2])
    return list(found.values())


# "đạt và vượt 8 (vượt 2)": six met beside the two exceeded.
_TOGETHER = re.compile(
    rf"(?:hoàn thành|đạt)(?:,| và)\s+(?:hoàn thành\s+)?vượt(?:\s+mức)?\s*:?\s*(?P<n>{_N})"
    r"(?![\w.,]\d)"
    rf"[^.;\d]{{0,30}}\(?(?:trong đó|có|vượt)[^.;\d]{{0,20}}(?P<over>{_N})"
)


def _untangle(document: Document, where: Span, found: dict[str, tuple[str, int, int]]) -> None:
    """Put those met where only "đạt và vượt" is told, with how many of them exceeded."""
    m = _TOGETHER.search(document.key, where.start, where.end)
    n, over = (integer(m["n"]), integer(m["over"])) if m else (None, None)
    if m is None or n is None or over is None or over > n or "met" in found:
        return
    found["met"] = ("met", n - over, m.end())
    found["exceeded"] = ("exceeded", over, m.end())


# "hoàn thành 16 (trong đó 06 vượt)": those met beside those exceeded are ten.
_NESTED = re.compile(
    r"\s*(?:chỉ tiêu)?\s*(?:\(\s*(?:trong đó|có|\d{1,3}\s+(?:chỉ tiêu\s+)?vượt)|,?\s*trong đó)"
)


_JOINED = re.compile(r"(?:hoàn thành|đạt)\s*(?:và|,|hoặc)\s*$")
"""What makes the next word joint: "hoàn thành và vượt mức 19 chỉ tiêu"."""


def _code(words: str) -> str:
    return next(code for code, pattern in _CODES if re.match(pattern, words))


def _group_name(document: Document, start: int, end: int) -> str | None:
    """The words between "chỉ tiêu" and the figures, as written; None where there are none."""
    opened = re.compile(r"\s+(?:về|thuộc|nhóm|lĩnh vực)?\s*").match(document.key, start, end)
    at = opened.end() if opened else start
    stop = _GROUP_END.search(document.key, at, end)
    span = Span(at, stop.start() if stop else end)
    words = document.quote(span).strip(" ,:;")
    return words if 2 < len(words) < 80 else None
