"""Indicators told by a name and a verdict: "chỉ tiêu X chưa đạt", "tỷ lệ X đạt thấp"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import indicator_names as names
from extractors.quantities import Quantity, quantities
from pipeline.model import Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_AGAINST = (
    r"(?:\s+được)?(?:\s+so với)?(?:\s+(?:các|những))?"
    r"\s+(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|định mức)"
)
_HELD_AGAINST = re.compile(_AGAINST)
_SPACED = _AGAINST.replace(" ", r"\ ")
_VERDICT = re.compile(
    rf"""(?<!\w)(?:
        (?P<missed> (?:chưa|không)\s+(?:đạt|hoàn\ thành|bảo\ đảm|đảm\ bảo)(?:\s+được)?
                  | (?:chưa|không)\s+(?:năm|khi|lần|nơi)\s+nào\s+(?:đạt|hoàn\ thành)
                  | (?:chưa|không)\s+bao\ giờ\s+đạt | còn\s+xa\s+mới\s+đạt
                  | (?:chưa|không)\s+(?:về\ đích|cán\ đích)
                  | đạt\s+(?:rất\s+|còn\s+|khá\s+)?thấp | thấp\ hơn(?={_SPACED}) )
      | (?P<exceeded> (?:hoàn\ thành\s+)?(?:đạt\s+và\s+)?vượt(?:\s+mức|\s+cao|\s+xa)?(?!\s+qua) )
      | (?P<met> (?:về|cán)\ đích(?:\s+(?:sớm|trước)(?:\ hạn|\ thời\ hạn)?)?
                  | (?:hoàn\ thành|đạt)(?:\s+100\s?%)?(?!\s+và\s+vượt|\s+hoặc\s+vượt|,\s+vượt) )
    )(?!\w)""",
    re.VERBOSE,
)
_JUDGES = re.compile("đạt|đích|đảm bảo|vượt|hoàn thành|bảo đảm|thấp hơn")
"""A word that every verdict has, quick to look for."""
_PLANNED = re.compile(
    r"(?<!\w)(?:quyết tâm|phấn đấu|tập trung|tiếp tục|tăng cường|cần|nhằm|để|bảo đảm|đảm bảo|sẽ"
    r"|nâng cao|đẩy mạnh|yêu cầu|góp phần|đề nghị)(?!\w)"
)
_UNREAL = re.compile(
    r"(?<!\w)(?:nếu|trường hợp|không để|tránh|đối với (?:các )?(?:đơn vị|tập thể|cá nhân)"
    r"|phải (?:đạt|hoàn thành)|không quá)(?!\w)"
)


_RULED = re.compile(
    r"(?:các|một trong(?: các| những)?) trường hợp"
    r"|không (?:xếp loại|xét|công nhận|đề nghị)"
)
"""What says that a rule follows, in whatever clause."""


def judged(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A named target and its verdict: "chỉ tiêu X chưa đạt", "tỷ lệ X đạt thấp"."""
    if not _JUDGES.search(document.key, sentence.start, sentence.end):
        return
    first = _VERDICT.search(document.key, sentence.start, sentence.end)
    if first is None or _RULED.search(document.key, sentence.start, first.start()):
        return
    for clause in _pieces(document, sentence):
        at = clause.start
        for m in _VERDICT.finditer(document.key, clause.start, clause.end):
            if _UNREAL.search(document.key, clause.start, m.end()):
                break
            found = _judgement(document, reference, Span(at, clause.end), m)
            if found is not None:
                yield from _companions(document, reference, Span(at, found.span.start), found)
                yield found
                at = m.end()


# "chỉ tiêu A, chỉ tiêu B đạt thấp": the verdict is of both.
_COMPANION = re.compile(r"(?P<name>(?:chỉ tiêu|tỷ lệ|tỉ lệ)\s[^,;.:()\d]{4,90}),\s*(?:và\s+)?$")


def _companions(
    document: Document, reference: Reference, before: Span, found: Indicator
) -> Iterator[Indicator]:
    m = _COMPANION.search(document.key[before.start : before.end])
    if m is None:
        return
    name = Span(before.start + m.start("name"), before.start + m.end("name"))
    if _VERDICT.search(m["name"]) or not names.names_something(document, name, reference):
        return
    yield record(document, name, name, found.rule, found.status)


# "mới đạt 21 đảng viên, chưa đạt": the verdict behind the figure is the one that counts.
_LATER = re.compile(
    r"\s(?:[^,;()]|,\d){1,50}(?:,\s*|\s\()"
    r"(?:(?P<missed>(?:chưa|không) đạt)|(?P<exceeded>vượt))(?!\w)"
)


def _judgement(
    document: Document, reference: Reference, clause: Span, m: re.Match[str]
) -> Indicator | None:
    against = _HELD_AGAINST.match(document.key, m.end(), clause.end)
    subject = names.last_subject(document, clause, m.start())
    if against is None and subject is None:
        return None
    status = _status(m)
    if m[0] == "đạt" and (later := _LATER.match(document.key, m.end(), clause.end)):
        status = "exceeded" if later["exceeded"] else "missed"
    if (
        "và" in m[0]
        or _to_come(document, clause, m)
        or not _is_verdict(document, reference, clause, m, subject, against)
    ):
        return None
    gap = document.key[subject.end() if subject else clause.start : m.start()]
    if "," in gap and m[0].endswith("bảo đảm"):
        return None
    name = names.before(document, clause, m.start())
    if name is None and against is not None:
        name = names.told_before(document, clause, m.start())
    end = against.end() if against else m.end()
    tail = _tail(document, clause, end) if against else None
    told = name is not None and names.names_something(document, name, reference)
    if name is not None and tail is not None and subject is not None:
        told = told or names.names_something(document, tail, reference)
    if gap.endswith("nhiều năm ") and tail is None:
        return None
    whose = subject is None and name is not None and names.is_unit(document, name)
    if name is None or not told or whose:
        return _named_behind(document, reference, m, against, tail) if subject is None else None
    return _named_before(document, reference, clause, m, name, against, tail, status)


def _named_behind(
    document: Document, reference: Reference, m: re.Match[str], against: re.Match[str] | None,
    tail: Span | None,
) -> Indicator | None:  # fmt: skip
    """ "không hoàn thành chỉ tiêu phát triển đảng viên": the name stands behind the verdict."""
    if tail is None or against is None or "chỉ tiêu" not in against[0]:
        return None
    name = Span(against.end() - len("chỉ tiêu"), tail.end)
    if not names.names_something(document, name, reference):
        return None
    return record(document, Span(m.start(), tail.end), name, "verdict_first", _status(m))


def _named_before(
    document: Document, reference: Reference, clause: Span, m: re.Match[str], name: Span,
    against: re.Match[str] | None, tail: Span | None, status: Status,
) -> Indicator:  # fmt: skip
    """The record of a name and the verdict behind it, with the figures beside them."""
    end = against.end() if against else m.end()
    aim = _set_in(document, reference, name)
    name, value, target = names.split(document, reference, names.bare(document, name))
    words = document.quote(name)
    if tail is not None:
        words, end = f"{words} {document.quote(tail)}", tail.end
    plain = against is None and not m["exceeded"]  # "vượt 5%" tells by how much
    after = _value_after(document, reference, clause, end) if plain else None
    if target is None and value is None:
        target = aim
    if after and status == "met" and _SCANT.search(document.key[: m.start()][-6:]):
        status = "missed"
    if after and target and after.unit == "%" != target.unit:
        status = names.by_share(after.value)
    value = value or after
    span = Span(name.start, after.span.end if after else end)
    unit = next((q.unit for q in (value, target) if q is not None and q.unit), None)
    return Indicator(
        span=span, rule="name_and_verdict", name=words, status=status, unit=unit,
        value=value.value if value else None, target=target.value if target else None,
    )  # fmt: skip


_SCANT = re.compile(r"(?<!\w)(?:chỉ|mới)\s*$")


def _set_in(document: Document, reference: Reference, name: Span) -> Quantity | None:
    """The number that a target's name sets: "chỉ tiêu kết nạp 03 đảng viên"."""
    if not document.key.startswith(("chỉ tiêu", "mục tiêu"), name.start):
        return None
    found = [q for q in quantities(document, reference, name) if q.unit is not None]
    return found[0] if len(found) == 1 else None


def _status(m: re.Match[str]) -> Status:
    return "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"


_UNSURE = re.compile(r"(?<!\w)(?:khó|khó có thể|có thể|khả năng|dự kiến|dự báo)\s+$")


def _to_come(document: Document, clause: Span, m: re.Match[str]) -> bool:
    """Whether a target is to be reached, or the word counts targets ("vượt 03 chỉ tiêu")."""
    if re.match(r"\s*:?\s*\d{1,3}(?:\s*/\s*\d+)?\s+chỉ tiêu", document.key[m.end() : clause.end]):
        return True
    if _UNSURE.search(document.key[clause.start : m.start()]):
        return True
    if m["missed"]:
        return False
    return bool(_PLANNED.search(document.key, clause.start, m.start()))


_PLAIN = r"(?:\s+được)?(?:\s*(?:$|[.,;)]|yêu cầu)|\s+(?:trước|sớm)(?!\w))"
"""What follows a verdict that says no more than that a target was reached."""


def _is_verdict(
    document: Document, reference: Reference, clause: Span, m: re.Match[str],
    subject: re.Match[str] | None, against: re.Match[str] | None,
) -> bool:  # fmt: skip
    """Whether the word judges a target: "tỷ lệ X đạt 95%" alone is a bare statistic."""
    if subject and re.search(
        r"\d\s*$", document.key[max(0, subject.start() - 4) : subject.start()]
    ):
        return False
    if against is not None and "chỉ tiêu" in against[0]:
        return subject is not None or bool(m["missed"]) or "các" not in against[0]
    if subject is None:
        return against is not None and _is_measured(document, reference, clause, m, against)
    if against is not None:
        return True
    rest = document.key[m.end() : clause.end]
    if "chỉ tiêu" in subject[0] or "mục tiêu" in subject[0]:
        joined = "," in document.key[subject.end() : m.start()]
        plain = _PLAIN if joined else rf"{_PLAIN}|\s*\d"
        return bool(m["missed"] or "đích" in m[0] or re.match(plain, rest))
    return bool(m["missed"]) and not re.match(r"\s+(?:chất lượng|hiệu quả|danh hiệu)", rest)


_PLAIN_TARGET = re.compile(r"\s*(?:$|[.,;)]|(?:đã\s+)?đề ra|(?:được\s+)?giao|đặt ra|năm(?!\w))")


def _is_measured(
    document: Document, reference: Reference, clause: Span, m: re.Match[str],
    against: re.Match[str],
) -> bool:  # fmt: skip
    """Whether what is measured against a target ("kết nạp đảng viên") stands before a verdict."""
    several = re.search(r" các| những", against[0])
    if several or not _PLAIN_TARGET.match(document.key, against.end()):
        return False
    measured = reference.lexicon("indicators.measure")
    end = m.start()
    while end > clause.start and document.key[end - 1] in " ,":
        end -= 1
    since = max(clause.start, document.key.rfind(",", clause.start, end) + 1)
    return next(measured.find(document.key, since, m.start()), None) is not None


def _tail(document: Document, clause: Span, at: int) -> Span | None:
    """What names the target behind the word ("chưa đạt chỉ tiêu một số mũi tiêm")."""
    m = re.compile(
        r"\s+(?!(?:đề ra|đã|được|nghị quyết|đại hội|năm|kế hoạch|giao|đặt ra|trên|của|so với|theo"
        r"|do|như|và|tỉnh|cấp trên|là|mà|này|đó)(?!\w))[^,;.:()\d\n]{6,90}"
    ).match(document.key, at, clause.end)
    if m is None:
        return None
    end = m.end()
    while document.key[end - 1] == " ":
        end -= 1
    return Span(m.end() - len(m[0].lstrip()), end)


def _value_after(
    document: Document, reference: Reference, clause: Span, at: int
) -> Quantity | None:
    m = re.compile(r"\s*[(,]?\s*(?:chỉ |mới )?(?:đạt )?(?=\d)").match(document.key, at, clause.end)
    if m is None:
        return None
    found = quantities(document, reference, Span(m.end(), min(clause.end, m.end() + 24)))
    return found[0] if found and found[0].span.start == m.end() else None


_PIECE = re.compile(r"[;()]")


def _pieces(document: Document, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence cut at `;` and at brackets."""
    at = sentence.start
    for m in _PIECE.finditer(document.key, sentence.start, sentence.end):
        # A bracket after a name often holds the verdict's figure: it stays with the name.
        if m[0] == "(" and re.match(
            r"\(\s*(?:chỉ |mới )?(?:đạt )?\d", document.key[m.start() :][:20]
        ):
            continue
        if m.start() > at:
            yield Span(at, m.start())
        at = m.end()
    if at < sentence.end:
        yield Span(at, sentence.end)


def verdict(rest: str) -> Status:
    """The status that words behind the figures give ("vượt", "(chưa đạt)"), else unknown."""
    m = _VERDICT.search(rest)
    if m is None or "và" in m[0]:
        return "unknown"
    return "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"


def record(
    document: Document, span: Span, name: Span, rule: str, status: Status,
    value: Quantity | None = None, target: Quantity | None = None,
) -> Indicator:  # fmt: skip
    unit = next((q.unit for q in (value, target) if q is not None and q.unit), None)
    number: Decimal | None = value.value if value else None
    return Indicator(
        span=span, rule=rule, name=document.quote(name), status=status, value=number,
        target=target.value if target else None, unit=unit,
    )  # fmt: skip
