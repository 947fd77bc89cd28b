"""Resolutions of plenums and congresses, which are cited by their ordinal: NQTW4/XII, NQĐH/XIII."""

import re
from collections.abc import Iterator

from extractors.numbered import Mention
from pipeline.model import Document, Span

_WORDS = {
    w: i
    for i, ws in enumerate(
        ("nhất|một", "hai", "ba", "tư|bốn", "năm|lăm", "sáu", "bảy|bẩy", "tám", "chín", "mười"), 1
    )
    for w in ws.split("|")
}
_UNIT = "|".join(_WORDS)
_FIGURES = r"(?:[ivx]{1,6}|\d{1,2})(?!\w)"
ORDINAL = rf"(?:{_FIGURES}|(?:(?:hai\s+mươi|mười)(?:\s+(?:{_UNIT}))?|{_UNIT})(?!\w|\s+mươi))"
"""A rank: XIII, 13, mười ba."""

_RESOLUTION = r"n(?<![\w\-]n)(?:ghị\s*quyết|q)"
_ALSO = r"(?:\s*(?:,|và)\s*(?:các\s+)?(?:kết\s+luận|chỉ\s+thị|quy\s+định))*"
_COMMITTEE = (
    r"(?:(?:ban\s+chấp\s+hành|bch)\s*,?\s*)?(?:trung\s*ương|t\.?ư|tw)(?:\s+đảng)?(?:\s+lần)?"
)
_TERM = rf"(?:khóa|khoá|k)\s*\.?\s*{ORDINAL}"
_TERMS = (
    rf"(?:\s*[,/]?\s*\(?\s*(?P<terms>{_TERM}\)?"
    rf"(?:\s*(?:,|và|;)\s*\(?(?:(?:khóa|khoá)\s*)?[ivx]{{1,6}}(?!\w)\)?)*)\)?|\s*/\s*(?P<slash>[ivx]{{1,6}})(?!\w)"
    rf"|\s*\(\s*(?P<bare>[ivx]{{1,6}}(?:\s*,\s*[ivx]{{1,6}})*)\s*\))?"
)
_RANKS = (
    rf"(?P<ranks>(?:{_FIGURES}|{ORDINAL}(?=\s*,?\s*\(?\s*(?:khóa|khoá)\s))"
    r"(?:\s*(?:,|và)\s*\d{1,2}(?!\w)(?=\s*(?:,|và|\(|khóa|khoá|[.;)])))*)"
)

PLENUM = re.compile(
    rf"(?P<head>{_RESOLUTION}|k(?<!\wk)ết\s*luận){_ALSO}\s*(?:của\s+)?(?:hội\s+nghị\s+)?"
    rf"(?:(?:lần\s+)?thứ\s+(?P<before>{ORDINAL})\s*,?\s*(?:của\s+)?{_COMMITTEE}"
    rf"|{_COMMITTEE}\s+(?:lần\s+)?thứ\s+(?P<after>{ORDINAL})|{_COMMITTEE}\s*{_RANKS})"
    rf"(?:\s*\(\s*lần\s+(?:2|hai)\s*\))?{_TERMS}"
)
"""A plenum's resolution in its habitual wordings; the ranks and terms may be lists."""


def plenums(document: Document) -> Iterator[Mention]:
    """The resolutions and conclusions of plenums: one a rank and term of the list.

    A conclusion has no id of its own in the contract.
    """
    for m in PLENUM.finditer(document.key):
        said = m["terms"] or m["slash"] or m["bare"] or _term_of_next(document, m)
        ranks = [rank(w) for w in re.findall(ORDINAL, m["before"] or m["after"] or m["ranks"])]
        terms = _terms(said)
        span = Span(m.start(), m.start() + len(m[0].rstrip(" ,")))
        if m["head"].startswith("kết"):
            yield from (Mention("conclusion", None, span, "plenum") for _ in terms or [""])
            continue
        for number in ranks:
            for term in terms or [""]:
                name = f"NQTW{number}/{term}" if term else f"NQTW{number}"
                yield Mention("resolution", name, span, "plenum")


_LISTED = re.compile(r"\s*(?:,|và|,\s*và)\s+(?:các\s+)?")


def _term_of_next(document: Document, m: re.Match[str]) -> str:
    """The term of the next plenum of a list: "Nghị quyết Trung ương 4, NQTW 6 khóa XII"."""
    gap = _LISTED.match(document.key, m.end())
    following = PLENUM.match(document.key, gap.end()) if gap and m["head"][0] == "n" else None
    if following is None:
        return ""
    own = following["terms"] or following["slash"] or following["bare"]
    return own or _term_of_next(document, following)


def _terms(words: str) -> list[str]:
    bare = re.sub(r"khóa|khoá|(?<!\w)k\s*\.?\s*(?=[\divx])", " ", words)
    return [roman(rank(w)) for w in re.findall(rf"(?<!\w){ORDINAL}", bare)]


def rank(word: str) -> int:
    """The number that an ordinal says.

    >>> rank("xiii"), rank("4"), rank("tư"), rank("mười ba"), rank("hai mươi")
    (13, 4, 4, 13, 20)
    """
    if word.isdigit():
        return int(word)
    if re.fullmatch("[ivx]+", word):
        values = [{"i": 1, "v": 5, "x": 10}[c] for c in word]
        return sum(
            -v if any(v < w for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values)
        )
    parts = word.split()
    if len(parts) > 1 and parts[1] in {"mươi", "mười"}:
        return 10 * _WORDS[parts[0]] + (_WORDS[parts[2]] if len(parts) > 2 else 0)
    return sum(_WORDS[p] for p in parts)


def roman(number: int) -> str:
    """The number in Roman figures, up to 39.

    >>> roman(13), roman(4), roman(19)
    ('XIII', 'IV', 'XIX')
    """
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * (number // 10) + ones[number % 10]


_CONGRESS = r"(?:đại\s+hội|đh)(?:\s+đại\s+biểu)?"
_STOP = (
    r"(?:nghị\s+quyết|chỉ\s+thị|kết\s+luận|thực\s+hiện|các\s+cấp|đề\s+ra|đã|được|trong|gắn|với"
    r"|về|nêu|vào|thành(?!\s+phố)|là)(?!\w)"
)
_GAP = rf"(?P<unit>(?:(?!{_STOP}|,\s|\sđại\s+hội)[^;:.\n()\"]){{0,110}}?)"
_VALUE = (
    rf"(?:(?:lần\s+thứ|lần|khóa|khoá|thứ)\s+(?P<ordinal>{ORDINAL})"
    r"|,?\s*\(?(?:nhiệm\s+kỳ|nk)\s+(?P<term>(?:19|20)\d\d\s*[-/]\s*(?:(?:19|20)?\d\d)))(?!\w)"
)
_MORE = r"(?P<more>(?:\s*(?:,|và|;)\s*(?:(?:lần\s+thứ|khóa|khoá)\s+)?[ivx]{1,6}(?!\w))*)"
_WHOLE = r"(?P<whole>\s+của\s+(?!đảng\s+bộ|đảng\s+ủy)đảng(?!\w)(?:\s+cộng\s+sản\s+việt\s+nam)?)?"

_ORDERED = re.compile(
    rf"(?P<head>{_RESOLUTION}){_ALSO}\s*(?:của\s+|tại\s+)?{_CONGRESS}[^\S\n]*"
    rf"(?:(?P<party>đảng\s+)?(?P<roman>[ivx]{{1,6}})(?!\w)|{_GAP}\s*{_VALUE}){_MORE}{_WHOLE}"
    r"(?P<after>\s+(?:của\s+)?(?:đảng\s+bộ|công\s+đoàn|đoàn|hội)[^,;.:\n()\"]{0,60})?"
)
_FOLLOWING = re.compile(
    rf"\s*(?:,|;|và)\s*(?:và\s+)?{_CONGRESS}\s*(?:(?P<roman>[ivx]{{1,6}})(?!\w)|{_GAP}\s*{_VALUE}){_WHOLE}"
)
_BARE = re.compile(
    rf"(?:nghị\s*quyết|nq)\s*{_CONGRESS}(?![^,;.\n]{{0,24}}\s(?:các\s+cấp|cấp\s+trên))(?P<unit>\s+(?:đảng\s+bộ|chi\s+bộ|đảng)(?!\w)"
    r"(?:\s+(?:tỉnh|huyện|xã|trường|sở|khối|thành phố|cơ sở))?)?(?!\w)"
    r"(?!\s+(?:các|này|\w+\s+các\s+cấp|lần))"
)


def congresses(document: Document, unit: str | None) -> Iterator[Mention]:
    """The resolutions of congresses; `unit` is the document's own, for those that name none."""
    taken = 0
    for m in _ORDERED.finditer(document.key):
        end = m.end("after") if not m["whole"] and _local_after(m) else m.start("after")
        end = m.end() if end < 0 else end
        yield from _ordered(document, m, Span(m.start(), end), unit)
        taken = end
        while more := _FOLLOWING.match(document.key, taken):
            yield from _ordered(document, more, Span(m.start(), more.end()), unit)
            taken = more.end()
    for m in _BARE.finditer(document.key):
        words = document.quote(Span(*m.span()))
        capital = words[0].isupper() and not words.isupper()
        if capital and not _ORDERED.match(document.key, m.start()):
            yield Mention("resolution", None, Span(*m.span()), "congress_without_ordinal")


def _local_after(m: re.Match[str]) -> bool:
    return bool(m["after"]) and not re.match(r"\s+(?:của\s+)?đảng\s*$", m["after"])


def _ordered(
    document: Document, m: re.Match[str], span: Span, unit: str | None
) -> Iterator[Mention]:
    groups = m.groupdict()
    name = _unit(document, m, unit)
    values = [groups["roman"] or groups["ordinal"]] if not groups["term"] else []
    values += re.findall(r"(?<!\w)[ivx]{1,6}(?!\w)", groups.get("more") or "")
    for value in values:
        rank_name = roman(rank(value))
        where = "" if name is None else f"@{name}"
        yield Mention("resolution", f"NQĐH/{rank_name}{where}", span, "congress")
    if groups["term"]:
        first, last = re.findall(r"\d+", groups["term"])
        years = f"{first}-{last if len(last) == 4 else first[:2] + last}"
        yield Mention(
            "resolution", f"NQĐH/{years}@{name or unit or ''}".rstrip("@"), span, "congress"
        )


_NATIONAL = re.compile(
    r"(?:đảng|toàn\s+quốc|đảng\s+toàn\s+quốc|toàn\s+quốc\s+của\s+đảng|của\s+đảng)?"
)


def _unit(document: Document, m: re.Match[str], own: str | None) -> str | None:
    """The unit of a congress as the contract writes it, None for the national one."""
    groups = m.groupdict()
    if groups["whole"]:
        return None
    words, after = (groups.get("unit") or "").strip(" ,"), (groups.get("after") or "").strip()
    if after:
        at = m.start("after")
        return _bare_unit(document.quote(Span(at, m.end("after"))).removeprefix("của "))
    if not groups["term"] and _NATIONAL.fullmatch(words):
        return None
    if words:
        name = _bare_unit(document.quote(Span(m.start("unit"), m.end("unit"))).strip(" ,"))
        return name or (_bare_unit(own) if own else None) or "Đảng bộ"
    return _bare_unit(own) if own else None


def _bare_unit(name: str) -> str:
    return re.sub(r"^(?:Đảng bộ|đảng bộ|ĐẢNG BỘ)\s*", "", name).strip()
