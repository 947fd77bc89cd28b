"""The name of an indicator: the words before (or behind) what became of it."""

import re
from decimal import Decimal

from extractors.numbers import decimal
from extractors.quantities import NUMBER, Quantity, quantities
from pipeline.model import Document, Span
from pipeline.records import Status
from pipeline.reference import Reference

TARGET = r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán|định mức|kh|nq|ct)"
"""What results are held against, as written in lower case."""
SHORT_TARGET = r"k(?<!\wk)h(?!\w)|n(?<!\wn)q(?!\w)|c(?<!\wc)t(?!\w)"
"""Targets cut short, whole words; each begins with a letter, which is quick to look for."""
HAS_TARGET = re.compile(rf"chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán|định mức|{SHORT_TARGET}")
"""A word that every figure held against its target has, quick to look for."""

SUBJECT = re.compile(
    r"(?<!\w)(?:(?:một số|một vài|các|những|nhiều|việc thực hiện)\s+)?"
    r"(?:chỉ tiêu|tỷ lệ|tỉ lệ|số lượng)(?!\w)"
)
_SUBJECT_WORD = re.compile("chỉ tiêu|tỷ lệ|tỉ lệ|số lượng")
"""A word of every subject, quick to look for."""
# What may stand between a name and its verdict without belonging to the name.
_TAIL = re.compile(
    r"(?:[\s,:(]|\b(?:còn|vẫn|đều|chỉ|hiện|cơ bản|rất|khá|thấp|(?<!nâng )cao|và|là|đã|ước|năm \d{4}"
    r"|(?<=\()đạt|được|thực hiện|kết quả|tăng|giảm|khoảng|gần|dự kiến|tuy nhiên|nhưng|song"
    r"|nên|mà))+$"
)
# What opens a clause without belonging to the name in it.
_LEAD = re.compile(
    r"(?:[\s,:;.(+*•-]|phấn đấu(?: đạt)?(?= (?!thực|hoàn))|\d{1,2}(?:\.\d{1,2})*[.)](?=\s)"
    r"|(?:một là|hai là|ba là|trong đó|cụ thể|như|nhất là|đặc biệt là|đặc biệt"
    r"|tuy nhiên|dẫn đến|do đó|vì vậy|nên|mặc dù|còn|đã|có|do|và|là|song|nhưng|với|việc"
    r"|kết quả|bên cạnh đó|thực hiện|để|gồm|gồm có)(?!\w))+"
)
_CLAUSE = re.compile(
    r"[;:(]|,(?!\d|\s+(?:sinh viên|công chức|viên chức|người lao động|nông thôn|hải đảo)(?!\w))"
    r"|(?<!\w)(?:dẫn đến|nên|tuy nhiên|do|nhưng|song|mặc dù)(?!\w)|\n"
)


def before(document: Document, clause: Span, at: int) -> Span | None:
    """The name that ends where a verdict starts: from its subject word, else from its clause."""
    subject = last_subject(document, clause, at)
    start = subject.start() if subject else _clause_start(document, clause, at)
    if subject and (outer := re.search(r"chỉ tiêu (?:về )?$", document.key[clause.start : start])):
        start = clause.start + outer.start()
    return trimmed(document, Span(start, at)) if start < at else None


def last_subject(document: Document, clause: Span, at: int) -> re.Match[str] | None:
    """The last "chỉ tiêu", "tỷ lệ" or "số lượng" of a clause before an offset."""
    found: list[re.Match[str]] = []
    if _SUBJECT_WORD.search(document.key, clause.start, at):
        found = list(SUBJECT.finditer(document.key, clause.start, at))
    return found[-1] if found else _AIM.match(document.key, clause.start, at)


_AIM = re.compile(r"[\s*+-]*mục tiêu(?!\w)(?!,)(?! (?:tổng quát|chung|cụ thể|của))")


_SOURCE = re.compile(
    r"\s+(?:của|theo|do|mà|trong|tại)\s+(?:nghị quyết|đại hội|kế hoạch|cấp trên|đảng ủy"
    r"|huyện ủy|tỉnh"
    r"|huyện|chỉ thị|chương trình)(?!\w)[^,;]*$|\s+(?:đã\s+)?đề ra$"
)
_NUMBERED = re.compile(r"chỉ tiêu (?:số |thứ )?\d{1,2}\s*[:.)-]\s*")


def bare(document: Document, name: Span) -> Span:
    """The name without its number in a list and without who set it."""
    numbered = _NUMBERED.match(document.key, name.start, name.end)
    start = numbered.end() if numbered else name.start
    source = _SOURCE.search(document.key[start : name.end])
    end = start + source.start() if source else name.end
    return Span(start, end) if end - start > 12 else name


def _clause_start(document: Document, clause: Span, at: int) -> int:
    start = clause.start
    for m in _CLAUSE.finditer(document.key, clause.start, at):
        start = m.end()
    return start


# A part of a sentence that compares, not names: "thu 42 tỷ, tăng 12% so với năm trước, đạt 103%".
_COMPARED = re.compile(
    r"[\s,(]*(?:tăng|giảm|cao hơn|thấp hơn|đạt|bằng|ước|chiếm|hơn|trong đó|tương đương|so với|="
    r"|nhiều hơn|ít hơn|bình quân|trung bình|vượt|\d[\d.,]*\s?(?:%|tỷ|triệu))"
)
_BARE_FIGURE = re.compile(r"[\s:,]*\d[\d.,]*(?:\s+[^\W\d_]+){0,2}")
_PART_OF = re.compile(r":|,(?!\d|\s+(?:sinh viên|công chức|viên chức|người lao động)(?!\w))")


def told_before(document: Document, clause: Span, at: int) -> Span | None:
    """The name of what a result is of, before the brackets and comparisons that stand between."""
    end = at
    while True:
        while end > clause.start and document.key[end - 1] in " ,(:-":
            end -= 1
        opened = _unclosed(document.key[clause.start : end])
        if opened is not None:
            end = clause.start + opened
            continue
        cuts = [m.start() for m in _PART_OF.finditer(document.key, clause.start, end)]
        if end <= clause.start:
            return None
        if not cuts or not (
            _COMPARED.match(document.key, cuts[-1], end)
            or _BARE_FIGURE.fullmatch(document.key, cuts[-1], end)
        ):
            return before(document, clause, end)
        end = cuts[-1]


def _unclosed(words: str) -> int | None:
    """Where a bracket opens that the words do not close."""
    at = words.rfind("(")
    return at if at > words.rfind(")") else None


_ACT = re.compile(
    r"(?<!\w)(?:kết nạp|phát triển đảng|phát triển mới|phát triển được|tuyển sinh|giới thiệu"
    r"|thành lập mới)(?!\w)"
)


def from_act(document: Document, name: Span) -> Span:
    """The name without who did it: "các chi bộ đã kết nạp 14 đảng viên" is what was done."""
    m = _ACT.search(document.key, name.start, name.end)
    if m is None or (
        m.end() == name.end
        and m.start() > name.start + 3
        and _ACTED.search(document.key, name.start, m.start())
    ):
        return name
    return Span(m.start(), name.end)


_ACTED = re.compile(r"đảng viên|quần chúng|đoàn viên|học sinh|sinh viên|(?<!\w)số(?!\w)")
_COUNTED = re.compile(
    r"\s*(?:được\s+|thêm\s+|mới\s+)*\d[\d.]*(?:/\d+)?\s+(?:đảng viên|đồng chí|quần chúng"
    r"|đoàn viên|hội viên"
    r"|sinh viên|học sinh|tổ chức đảng|chi bộ|người|đ/c)(?:\s+(?:mới|ưu tú|trong doanh nghiệp))?"
)


def is_act(document: Document, name: Span) -> bool:
    """Whether a name is no more than an act that wants what it counts: "kết nạp mới"."""
    words = document.key[name.start : name.end]
    return _BARE_ACT.fullmatch(words) is not None


_BARE_ACT = re.compile(
    r"(?:(?:bình quân )?(?:mỗi|hằng|hàng) năm,? )?"
    r"(?:kết nạp|phát triển|tuyển sinh|giới thiệu|thành lập)(?: mới| thêm| được| đảng)*"
)


def with_counted(document: Document, reference: Reference, name: Span, at: int) -> Span:
    """The name of an act with what it counts: "kết nạp" of "kết nạp 14 đảng viên"."""
    if not is_act(document, name):
        return name
    m = _COUNTED.match(document.key, name.end)
    return Span(name.start, m.end()) if m and name.end <= at < m.end() else name


_VERDICT = re.compile(
    r"(?:(?!chưa|không|đạt|vượt|hoàn|hụt)[^\d.;()]){0,14}[\s,)(-]*(?:đều\s+|đã\s+"
    r"|cơ bản\s+)?(?:(?P<missed>(?:chưa|không)\s+(?:đạt"
    r"|hoàn thành)|hụt|thấp hơn)"
    r"|(?P<exceeded>(?:đạt và )?vượt|cao hơn)|(?P<met>hoàn thành|đạt)(?!\s*\d)|(?:đạt|bằng"
    r"|=)\s+(?P<share>\d+(?:,\d+)?)\s?%)(?!\w)"
)


def verdict_behind(document: Document, at: int) -> Status | None:
    """The verdict that follows a result and its target: ", vượt", "(chưa đạt)", ", đạt 120%"."""
    m = _VERDICT.match(document.key, at)
    if m is None:
        return None
    if m["share"]:
        share = decimal(m["share"])
        return None if share is None else by_share(share)
    return "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"


def by_share(share: Decimal) -> Status:
    """What became of a target of which this share was reached."""
    return "exceeded" if share > 100 else "met" if share == 100 else "missed"


_UNIT = re.compile(
    r"(?:(?:các|toàn|cả|hầu hết|nhiều|một số|\d+|hai|ba|bốn|năm|riêng|còn|tại) (?:năm (?:liền"
    r"|qua)?\s*)?)*"
    r"(?:chi bộ|đảng bộ|đảng ủy|cấp ủy|huyện|xã|phường|tỉnh|thành ủy|huyện ủy|ủy ban|đơn vị|cơ quan"
    r"|công ty|trường|nhà trường|bệnh viện|sở|ban|chi đoàn|công đoàn|hội|khối|thôn|bản|doanh nghiệp"
    r"|địa phương|nơi|đồng chí|cơ sở|xóm|ấp|khu phố|tổ dân phố)(?!\w)"
)


def is_unit(document: Document, name: Span) -> bool:
    """Whether a name is only that of who reached a target, not of the target."""
    m = _UNIT.match(document.key, name.start, name.end)
    return m is not None and _MORE.search(document.key, m.end(), name.end) is None


_MORE = re.compile(
    r"\d(?!\d*\s+(?:chi bộ|đảng bộ|xã|huyện|phường|đơn vị|cơ quan|tổ chức|thôn|bản))"
    r"|đảng viên mới|số "
)
"""What a name holds that is more than a unit's."""


_BEHIND = re.compile(
    r"\s+(?!(?:đề ra|đã|được|nghị quyết|đại hội|năm|kế hoạch|giao|đặt ra|trên|của|so với|theo"
    r"|do|như|và|tỉnh|huyện|cấp trên|là|mà|này|đó|cả|chung|trung ương|nhiệm kỳ|tháng|quý|vì|nhưng"
    r"|song|để|nên|với|chưa|không|vượt|đạt|ở|tại|trong|thành phố|hằng|hàng"
    r"|5)(?!\w))[^,;.:()\d\n]{6,90}"
)


def behind(document: Document, clause: Span, at: int, reference: Reference) -> Span | None:
    """What names the target behind the word ("vượt chỉ tiêu kết nạp đảng viên")."""
    m = _BEHIND.match(document.key, at, clause.end)
    name = trimmed(document, Span(at, m.end())) if m else None
    return name if name and names_something(document, name, reference) else None


_RATIO = re.compile(
    r"[\s:,]*(?:đạt |được |là "
    r"|: )*(?P<value>\d[\d.]*(?:,\d+)?)\s?%?\s?/\s?(?P<target>\d[\d.]*(?:,\d+)?)(?![/\d])"
)
_RESULT = re.compile(
    r"(?:,|\s+(?:ước|chỉ|mới))?\s+(?:đạt được|đạt|xuống còn|còn|là|được)\s+"
    rf"(?:khoảng\s+|trên\s+|gần\s+)?(?={NUMBER})"
)


def split(
    document: Document, reference: Reference, name: Span
) -> tuple[Span, Quantity | None, Quantity | None]:
    """The name without the result told inside it, the result, and of "12/10" the target.

    "tỷ lệ X còn 26%" is X, 26%; "kết nạp được 03 đảng viên" is named whole.
    """
    ratio = _RATIO.search(document.key, name.start, name.end)
    if ratio:
        value, target = (_figure(document, reference, ratio, g) for g in ("value", "target"))
        bare = Span(name.start, ratio.start())
        whole = len(document.key[bare.start : bare.end].split()) < 3
        return (name if whole else bare), value, target
    m = _RESULT.search(document.key, name.start, name.end)
    found = quantities(document, reference, Span(m.end(), name.end)) if m else []
    if m is None or not found or m.start() - name.start < 6:
        return name, None, None
    if len(document.key[name.start : m.start()].split()) < 3:
        return name, found[0], None
    return Span(name.start, m.start()), found[0], None


_AMOUNT = re.compile(
    r"[\s:]+(?:đạt\s+|là\s+)?\d[\d.]*(?:,\d+)?\s*(?:tỷ|tỉ|triệu|nghìn|tấn|ha|km"
    r"|%)(?:\s+đồng)?$"
)


def without_amount(document: Document, name: Span) -> Span:
    """The name without the amount behind it: "lợi nhuận" of "lợi nhuận 12 tỷ đồng"."""
    m = _AMOUNT.search(document.key[name.start : name.end])
    words = document.key[name.start : name.start + m.start()].split() if m else []
    return Span(name.start, name.start + m.start()) if m and len(words) > 1 else name


def _figure(
    document: Document, reference: Reference, m: re.Match[str], group: str
) -> Quantity | None:
    value = decimal(m[group])
    unit = next(
        (q.unit for q in quantities(document, reference, Span(m.start("target"), m.end() + 16))),
        None,
    )
    return Quantity(value, unit, Span(*m.span(group))) if value is not None else None


def trimmed(document: Document, span: Span) -> Span | None:
    """The span without connecting words at its ends; None where nothing is left."""
    lead = _LEAD.match(document.key, span.start, span.end)
    start = lead.end() if lead else span.start
    tail = _TAIL.search(document.key[start : span.end])
    end = start + tail.start() if tail else span.end
    while end > start and document.text[end - 1] in " ,;:.(-":
        end -= 1
    return Span(start, end) if end - start > 2 else None


def names_something(document: Document, name: Span, reference: Reference) -> bool:
    """Whether a name says which target ("chỉ tiêu tiêm chủng"), not just that there are some."""
    words = document.key[name.start : name.end]
    if len(name) < 260 and next(reference.lexicon("indicators.measure").find(words), None):
        return True
    left = reference.lexicon("indicators.generic")
    rest = list(words)
    for hit in left.find(words):
        rest[hit.span.start : hit.span.end] = " " * len(hit.span)
    return len(name) < 260 and len(re.findall(r"[^\W\d_]+", "".join(rest))) >= 2
