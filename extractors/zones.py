"""What the text around a sentence is about: shortcomings, causes, remedies, praise.

A zone is opened by a heading of the document, by a label that runs into its text
("- Tồn tại, khuyết điểm: …") or by a sentence that announces a list ("còn một số hạn chế sau:").
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from extractors.coming import assigns, opens_tasks
from pipeline.model import Span
from pipeline.reference import Reference, alternation

ZoneKind = Literal[
    "shortcoming", "difficulty", "cause", "remedy", "goal", "implementation", "praise", "lesson",
    "target", "other", "open",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Zone:
    """What a stretch of text is about; `open` where nothing tells.

    `head` is the heading or label that says so; `sure` is False after a sentence that announced it;
    `label` is True where the head runs into its text or is an item of a list.
    """

    kind: ZoneKind = "open"
    head: Span | None = None
    sure: bool = True
    label: bool = False


OPEN = Zone()
_FAR = 8
"""Words that may stand in a heading, its numbering included, before what it is about."""
_WHY = re.compile(
    r"[\W\d_]*(?:(?:[ivx]+|[a-hđ])[.)/-]+\s*)?(?:vì\s+sao|tại\s+sao|lý\s+do|"
    r"do\s+đâu|bởi\s+đâu|(?:cái\s+)?gốc(?:\s+rễ)?\s+(?:ở|từ|do)\s+đâu|căn\s+nguyên)\W*$"
)
"""A whole heading that asks for the causes."""
_NUMBERED = r"[\W\d_]*(?:(?:[ivx]+|[a-hđ])[.)/-]+\s*)?"
_STILL = re.compile(
    rf"{_NUMBERED}(?:những |các |một số |mấy |vài )?(?:điều|việc|chuyện|mặt|chỗ|khâu|điểm|nỗi)\s+"
    r"(?:mà \w+ \w+ )?(?:còn|chưa|vẫn)(?! (?:cần|phải|lại|tiếp|biết|kể)(?!\w))(?: \S+){1,7}\W*$"
)
"""A whole heading over what is not as it should be: "Những điều còn vướng"."""
_WHOLE: tuple[tuple[re.Pattern[str], ZoneKind], ...] = (
    (_WHY, "cause"), (_STILL, "shortcoming"),
)  # fmt: skip
_STATE_OF_THINGS = re.compile(r"(?:tình\s+hình|thực\s+trạng)[\w\s,]*(?:và|,|-)\s*$")
"""What stands before "nguyên nhân" in a heading over both what is and why it is so."""
_SUBJECT = re.compile(
    r"(?:nguyên\s+tắc\s+(?:tập\s+trung|tổ\s+chức|sinh\s+hoạt|hoạt\s+động|lãnh\s+đạo|của\s+đảng)"
    r"|thời\s+gian\s+(?:qua|vừa\s+qua|tới)"
    r"|nhiệm\s+vụ\s+(?:chính\s+trị|chuyên\s+môn|được\s+giao|được\s+phân\s+công|chăm\s+sóc|"
    r"giảng\s+dạy|đào\s+tạo|khám|dạy))(?!\w)"
)
"""Heads that name what is reported on ("Việc chấp hành nguyên tắc tập trung dân chủ")."""
_EXAMINED = re.compile(
    r"kết quả (?:thẩm tra|xác minh|kiểm tra, xác minh|kiểm tra\W*$|giám sát\W*$)"
)
"""Heads over what an inspection found, which is mostly bad."""
_EVALUATES = re.compile(r"kết quả|đánh giá|tình hình|thực trạng|lãnh đạo(?:, chỉ đạo)? thực hiện")


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The patterns that the lexicons of heads make.

    `heads`: the words that tell what follows. `label`: a label that begins with them. `action`: an
    act begins. `success`: causes of what went well.
    """

    heads: re.Pattern[str]
    label: re.Pattern[str]
    action: re.Pattern[str]
    success: re.Pattern[str]
    codes: dict[str, str]


@lru_cache(maxsize=4)
def head_words(reference: Reference) -> HeadWords:
    """The patterns of the lexicons of heads and of action."""
    lexicon = reference.lexicon("findings.head")
    head = lexicon.alternation
    verbs = next(e for e in reference.lexicon("findings.action").entries if e.code == "verb").forms
    numbered = r"[\W\d_]*(?:[ivx]+[.)]\s*|[a-hđ][.)]\s*)?"
    return HeadWords(
        re.compile(rf"(?<!\w){head}(?!\w)"),
        re.compile(_label(reference, head)),
        re.compile(rf"{numbered}(?:{'|'.join(map(re.escape, verbs))})(?!\w)"),
        re.compile(_success(reference)),
        dict(lexicon.codes),
    )


def _label(reference: Reference, head: str) -> str:
    """Heads in a row, with what may stand before, between and after them."""
    filler = rf"(?:{alternation((*reference.lexicon('zones.filler').codes, '*', '_'))}\s+)*"
    tail = rf"(?:\s*(?:[,;/-]|\d{{4}}|{reference.words('zones.tail')}))*"
    return rf"{filler}(?P<head>{head})(?!\w)(?:{tail}\s*{head}(?!\w))*{tail}"


def _success(reference: Reference) -> str:
    """Causes, and what went well, with words between them."""
    return (
        rf"nguyên\s+nhân\s+(?:{reference.words('zones.success')}\s+)*"
        rf"{reference.words('zones.succeeded')}"
        r"|^sở dĩ(?: [^\s.:;]+){0,6} (?:đạt được|có được|thành công|kết quả)"
    )


def kind_of(heading: str, words: HeadWords) -> ZoneKind | None:
    """What a heading or label (a matching key) opens, or None where it does not say.

    >>> from pipeline import reference
    >>> words = head_words(reference.load())
    >>> kind_of("2. hạn chế, khuyết điểm và nguyên nhân", words)
    'shortcoming'
    >>> kind_of("nguyên nhân của những ưu điểm", words)
    'praise'
    >>> kind_of("đề xuất các giải pháp khắc phục hạn chế", words)
    'remedy'
    >>> kind_of("iii. vì sao", words)
    'cause'
    """
    whole = whole_kind(heading)
    if whole:
        return whole
    hits = [(m.start(), words.codes[" ".join(m[0].split())]) for m in words.heads.finditer(heading)]
    codes = [code for _, code in hits]
    if not hits or len(heading[: hits[0][0]].split()) > _FAR:
        return None
    if words.action.match(heading) and not {"remedy", "implementation"} & set(codes):
        return None
    if words.success.search(heading):
        return "praise"
    if "remedy" in codes and not _late(codes, heading):
        return "remedy"
    return _first_kind(heading, hits)


def whole_kind(heading: str) -> ZoneKind | None:
    """What a heading opens that says so as a whole, by no single word.

    >>> whole_kind("cái gốc ở đâu")
    'cause'
    """
    if assigns(heading):
        return "implementation"
    told: ZoneKind | None = "remedy" if opens_tasks(heading) else None
    return next((opened for whole, opened in _WHOLE if whole.match(heading)), told)


def _late(codes: list[str], heading: str) -> bool:
    """Whether a word for remedies only follows what the heading is about."""
    before = codes[: codes.index("remedy")]
    lack = {"shortcoming", "difficulty", "cause"} & set(before)
    return bool(lack) or "praise" in before or bool(_EVALUATES.search(heading))


def _first_kind(heading: str, hits: list[tuple[int, str]]) -> ZoneKind | None:
    at, first = hits[0]
    codes = {code for _, code in hits}
    lacks = {"shortcoming", "difficulty"} & codes
    if first == "praise" and _EXAMINED.search(heading):
        return "open"
    if first == "praise":
        return "open" if lacks else "praise" if len(heading[:at].split()) <= 4 else None
    if first in ("shortcoming", "difficulty"):
        if re.search(
            r"(?:khắc phục|sửa chữa|xử lý|giải quyết|tháo gỡ)\s+(?:\w+\s+){0,2}$", heading[:at]
        ):
            return "open"
        return "shortcoming" if "shortcoming" in codes else "difficulty"
    if first == "goal" and {"target", "task"} & codes:
        return "target" if "target" in codes else "remedy"
    if first == "task":
        reported = _EVALUATES.search(heading) or _SUBJECT.match(heading, at)
        begins = len(heading[:at].split()) <= 3 and not reported
        return "remedy" if begins else None
    if first == "other" and (lacks or _SUBJECT.match(heading, at)):
        return None
    if first == "cause" and _STATE_OF_THINGS.search(heading[:at]):
        return "open"
    if first == "lesson":
        return "lesson"
    if first == "target":
        return "target" if len(heading[:at].split()) <= 4 else None
    return cast(ZoneKind, first)
