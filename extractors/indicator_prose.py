"""Indicators in sentences: a name and its verdict, a figure against its target, a target set."""

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors import indicator_names as names
from extractors.indicator_results import results
from extractors.quantities import NUMBER, Quantity, quantities
from extractors.sentences import clauses, sentences
from pipeline.model import BlockKind, Document, Span
from pipeline.records import Indicator, Status
from pipeline.reference import Reference

_AGAINST = (
    r"(?:\s+được)?(?:\s+so với)?(?:\s+(?:các|những))?"
    r"\s+(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|định mức)"
)
_HELD_AGAINST = re.compile(_AGAINST)
_DIGIT = re.compile(r"\d")
_SPACED = _AGAINST.replace(" ", r"\ ")
_VERDICT = re.compile(
    rf"""(?<!\w)(?:
        (?P<missed> (?:chưa|không)\s+(?:đạt|hoàn\ thành|bảo\ đảm|đảm\ bảo)(?:\s+được)?
                  | đạt\s+(?:rất\s+|còn\s+|khá\s+)?thấp | thấp\ hơn(?={_SPACED}) )
      | (?P<exceeded> (?:hoàn\ thành\s+)?(?:đạt\s+và\s+)?vượt(?:\s+mức|\s+cao|\s+xa)?(?!\s+qua) )
      | (?P<met> (?:hoàn\ thành|đạt)(?:\s+100\s?%)?(?!\s+và\s+vượt|\s+hoặc\s+vượt|,\s+vượt) )
    )(?!\w)""",
    re.VERBOSE,
)
_TARGET_WORD = r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|nq|kh|ct|dự toán)"
_TARGETED = re.compile(r"chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán|(?:nq|kh|ct)(?![^\W\d])")
"""A word that every figure held against its target has, quick to look for."""
_GIVEN = r"(?:\s+(?:được\s+)?(?:giao|đề ra|nghị quyết|đại hội|năm|đặt ra|tỉnh|huyện))*"
# "đạt 96,2% (chỉ tiêu 95%)", "đạt 12 đồng chí/kế hoạch 10 đồng chí", "92% so với mục tiêu 90%".
_RESULT_FIRST = re.compile(
    r"(?:ước đạt|mới đạt|chỉ đạt|đạt được|đạt|thực hiện được|thực hiện|là|tăng|giảm|còn|:)"
    r"\s+(?:khoảng\s+|trên\s+|gần\s+)?"
    rf"(?P<value>{NUMBER})[^\d.;()/]{{0,30}}[\s,(/]*(?:so với\s+)?{_TARGET_WORD}{_GIVEN}"
    rf"\s*(?:là|:|đến)?\s*(?:từ|trên|>|≥|tối thiểu|ít nhất)?\s*(?P<target>{NUMBER})"
)
# "hộ nghèo 7,4% (nghị quyết 9%)": without a verb, the target in brackets.
_BRACKETED = re.compile(
    rf"\s(?P<value>{NUMBER})[^\d.;()]{{0,30}}\(\s*{_TARGET_WORD}{_GIVEN}"
    rf"\s*(?:là|:|đến)?\s*(?:từ|trên|dưới|>|≥|tối thiểu|ít nhất)?\s*"
    rf"(?P<target>{NUMBER})[^()]{{0,20}}\)?"
)
# "kế hoạch 90%, thực hiện 92%".
_TARGET_FIRST = re.compile(
    rf"(?<![\s,:(])[\s,:(]+{_TARGET_WORD}{_GIVEN}\s*(?:là|:)?\s*(?P<target>{NUMBER})[^\d.;]{{0,30}}?[,;/\s(]+"
    r"(?:kết quả\s+)?(?:đã\s+)?(?:thực hiện|kết quả|đạt|kết nạp)(?:\s+được)?\s*:?\s*"
    rf"(?P<value>{NUMBER})"
)
_SHARE = re.compile(
    rf"(?:ước đạt|mới đạt|chỉ đạt|đạt|bằng)\s+(?P<value>{NUMBER})\s?%\s+(?:so với\s+)?"
    r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán)(?!\s+(?:phấn đấu\s+)?\d)"
)
_AIM = re.compile(
    r"(?<!\w)(?:mục tiêu|chỉ tiêu)\s+(?P<name>[^\d,.;:()\n]{3,80}?)\s+"
    r"(?:đạt\s+)?(?:từ|trên|đạt|khoảng|tối thiểu|ít nhất|là)\s+(?:ít nhất\s+|trên\s+)?"
    rf"(?P<target>{NUMBER})\s?"
    r"(?P<unit>%)(?:\s*trở lên|/năm)?"
)
_RESULT = re.compile(
    r"(?:,|\s+(?:ước|chỉ|mới))?\s+(?:đạt được|đạt|xuống còn|còn|là|được)\s+"
    rf"(?:khoảng\s+|trên\s+|gần\s+)?(?={NUMBER})"
)
_COUNTED_AS = re.compile(r"(?:được )?coi (?:như|là) (?:một )?chỉ tiêu")
_PLANNED = re.compile(
    r"(?<!\w)(?:quyết tâm|phấn đấu|tập trung|tiếp tục|tăng cường|cần|nhằm|để|bảo đảm|đảm bảo|sẽ"
    r"|nâng cao|đẩy mạnh|yêu cầu|góp phần|đề nghị)(?!\w)"
)
# "phát triển … với mục tiêu tăng trưởng 8%" is mostly the title of a scheme.
_SUBORDINATE = re.compile(r"(?<!\w)với $")
_UNREAL = re.compile(
    r"(?<!\w)(?:nếu|trường hợp|không để|tránh|đối với (?:các )?(?:đơn vị|tập thể|cá nhân)"
    r"|phải (?:đạt|hoàn thành)|không quá)(?!\w)"
)


def stated(document: Document, reference: Reference) -> Iterator[Indicator]:
    """The indicators that sentences state, in order, none twice at one place."""
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE):
            continue
        for sentence in sentences(document, block):
            yield from _of_sentence(document, reference, sentence)


def _of_sentence(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    taken: list[Span] = []
    measured = _DIGIT.search(document.key, sentence.start, sentence.end) is not None
    for find in _MEASURED if measured else _WORDED:
        for record in find(document, reference, sentence):
            if not any(record.span.overlaps(span) for span in taken):
                taken.append(record.span)
                yield record


def _measured(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A result beside its target, in either order; the verdict where one follows."""
    if not _TARGETED.search(document.key, sentence.start, sentence.end):
        return
    for clause in clauses(document, sentence):
        for pattern in (_RESULT_FIRST, _BRACKETED, _TARGET_FIRST):
            m = pattern.search(document.key, clause.start, clause.end)
            name = names.before(document, clause, m.start()) if m else None
            if m is None or name is None or not names.names_something(document, name, reference):
                continue
            rest = document.key[m.end() : clause.end]
            if rest.startswith(" năm ") or re.fullmatch(r"(?:19|20)\d\d", m["value"]):
                continue
            span = Span(name.start, m.end())
            value = quantities(document, reference, Span(m.start("value"), m.end("value") + 20))
            target = quantities(document, reference, Span(m.start("target"), m.end("target") + 20))
            yield _record(document, span, name, "result_against_target", _verdict(rest[:60]),
                          next(iter(value), None), next(iter(target), None))  # fmt: skip
            break


def _shares(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """ "đạt 102% kế hoạch": the share of the target that was reached says what became of it."""
    for clause in clauses(document, sentence):
        for m in _SHARE.finditer(document.key, clause.start, clause.end):
            name = _share_name(document, clause, m.start())
            found = quantities(document, reference, Span(m.start("value"), m.end("value") + 2))
            if name is None or not found or not names.names_something(document, name, reference):
                continue
            share = found[0].value
            name, value = _split(document, reference, _from_act(document, name))
            status: Status = "exceeded" if share > 100 else "met" if share == 100 else "missed"
            span = Span(name.start, m.end())
            yield _record(document, span, name, "share_of_target", status, value or found[0])


_ACT = re.compile(r"(?<!\w)(?:kết nạp|phát triển đảng|tuyển sinh)(?!\w)")


# "1.742/1.900 sinh viên (chưa đạt)": a result, its target and the verdict alone.
_MARKED = re.compile(
    rf"\s(?:đạt|là|được|:)?\s*(?P<value>{NUMBER})\s?/\s?(?P<target>{NUMBER})(?P<unit>[^\d.;,()]{{0,30}})"
    r"(?:\s*\(|,\s*)(?=(?:chưa|không) đạt|vượt|đạt(?:\)|$))"
)


def _marked(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A part of its target with a bare verdict behind it."""
    for clause in clauses(document, sentence):
        m = _MARKED.search(document.key, clause.start, clause.end)
        name = names.before(document, clause, m.start()) if m else None
        if m is None or name is None:
            continue
        value = quantities(document, reference, Span(m.start("value"), m.end("value")))
        target = quantities(document, reference, Span(m.start("target"), m.end("target") + 20))
        status = _verdict(document.key[m.end() : m.end() + 20])
        if value and target and status != "unknown":
            span = Span(name.start, m.end())
            yield _record(
                document, span, name, "result_against_target", status, value[0], target[0]
            )


def _from_act(document: Document, name: Span) -> Span:
    """The name without who did it: "các chi bộ đã kết nạp 14 đảng viên" is what was done."""
    m = _ACT.search(document.key, name.start, name.end)
    return Span(m.start(), name.end) if m else name


def _share_name(document: Document, clause: Span, at: int) -> Span | None:
    """The name before "đạt 102% kế hoạch", across the comma that sets the share apart."""
    end = at
    while end > clause.start and document.key[end - 1] in " ,(":
        end -= 1
    return names.before(document, clause, end)


def _judged(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A named target and its verdict: "chỉ tiêu X chưa đạt", "tỷ lệ X đạt thấp"."""
    if not _VERDICT.search(document.key, sentence.start, sentence.end):
        return
    for clause in _pieces(document, sentence):
        at = clause.start
        for m in _VERDICT.finditer(document.key, clause.start, clause.end):
            if _UNREAL.search(document.key, clause.start, m.end()):
                break
            found = _judgement(document, reference, Span(at, clause.end), m)
            if found is not None:
                yield found
                at = m.end()


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
    status: Status = "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"
    if m[0] == "đạt" and (later := _LATER.match(document.key, m.end(), clause.end)):
        status = "exceeded" if later["exceeded"] else "missed"
    if (
        "và" in m[0]
        or _to_come(document, clause, m)
        or not _is_verdict(document, clause, m, subject, against)
    ):
        return None
    gap = document.key[subject.end() if subject else clause.start : m.start()]
    if ("," in gap and m[0].endswith("bảo đảm")) or gap.endswith("nhiều năm "):
        return None
    name = names.before(document, clause, m.start())
    end = against.end() if against else m.end()
    tail = _tail(document, clause, end) if against else None
    told = name is not None and names.names_something(document, name, reference)
    if name is not None and tail is not None and subject is not None:
        told = told or names.names_something(document, tail, reference)
    if name is None or not told:
        if tail is None or subject is not None or against is None:
            return None
        name = Span(against.end() - len("chỉ tiêu"), tail.end)
        if "chỉ tiêu" not in against[0] or not names.names_something(document, name, reference):
            return None
        return _record(document, Span(m.start(), tail.end), name, "verdict_first", status)
    name, value = _split(document, reference, name)
    words = document.quote(name)
    if tail is not None:
        words, end = f"{words} {document.quote(tail)}", tail.end
    after = _value_after(document, reference, clause, end) if against is None else None
    value = value or after
    span = Span(name.start, after.span.end if after else end)
    return Indicator(
        span=span, rule="name_and_verdict", name=words, status=status,
        value=value.value if value else None, unit=value.unit if value else None,
    )  # fmt: skip


def _to_come(document: Document, clause: Span, m: re.Match[str]) -> bool:
    """Whether a target is to be reached, or the word counts targets ("vượt 03 chỉ tiêu")."""
    if re.match(r"\s*:?\s*\d{1,3}(?:\s*/\s*\d+)?\s+chỉ tiêu", document.key[m.end() : clause.end]):
        return True
    if m["missed"]:
        return False
    return bool(_PLANNED.search(document.key, clause.start, m.start()))


def _split(document: Document, reference: Reference, name: Span) -> tuple[Span, Quantity | None]:
    """The name without the result told inside it: "tỷ lệ X còn 26%" is X, 26%."""
    m = _RESULT.search(document.key, name.start, name.end)
    found = quantities(document, reference, Span(m.end(), name.end)) if m else []
    if m is None or not found or m.start() - name.start < 6:
        return name, None
    if len(document.key[name.start : m.start()].split()) < 3:
        return name, found[0]  # "kết nạp được 03 đảng viên" is named whole
    return Span(name.start, m.start()), found[0]


def _is_verdict(
    document: Document, clause: Span, m: re.Match[str],
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
        return False
    if against is not None:
        return True
    rest = document.key[m.end() : clause.end]
    if "chỉ tiêu" in subject[0]:
        joined = "," in document.key[subject.end() : m.start()]
        plain = r"\s*(?:$|[.,;)]|yêu cầu)" if joined else r"\s*(?:$|[.,;)]|yêu cầu|\d)"
        return bool(m["missed"] or re.match(plain, rest))
    return bool(m["missed"]) and not re.match(r"\s+(?:chất lượng|hiệu quả|danh hiệu)", rest)


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


def _aimed(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A target set for a time to come: "mục tiêu tăng trưởng từ 10% trở lên"."""
    for m in _AIM.finditer(document.key, sentence.start, sentence.end):
        name = names.trimmed(document, Span(*m.span("name")))
        found = quantities(document, reference, Span(m.start("target"), m.end("target") + 2))
        before = document.key[max(sentence.start, m.start() - 300) : m.start()]
        if name is not None and found and not _SUBORDINATE.search(before):
            span = Span(*m.span())
            yield _record(document, span, name, "target_set", "unknown", None, found[0])


def _counted_as(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """ "đầu tư 15% nguồn chi cho X, tỷ lệ này được coi như chỉ tiêu"."""
    if document.key.find("coi ", sentence.start, sentence.end) < 0:
        return
    m = _COUNTED_AS.search(document.key, sentence.start, sentence.end)
    found = quantities(document, reference, Span(sentence.start, m.start())) if m else []
    if len(found) != 1 or found[0].unit != "%":
        return
    tail = _CLAUSE_END.search(document.key, found[0].span.end, sentence.end)
    before = document.key[sentence.start : found[0].span.start]
    verb = re.search(r"(?:đầu tư|dành|bố trí|chi)\s+$", before)
    name = names.trimmed(document, Span(found[0].span.end, tail.start() if tail else sentence.end))
    if name is not None:
        start = sentence.start + verb.start() if verb else found[0].span.start
        yield _record(
            document, Span(start, name.end), name, "target_set", "unknown", None, found[0]
        )


_CLAUSE_END = re.compile(r"[,;.]")
_MEASURED = (results, _measured, _marked, _shares, _judged, _aimed, _counted_as)
_WORDED = (_judged, _counted_as)
"""How a sentence without a figure tells of an indicator."""
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


def _verdict(rest: str) -> Status:
    """The status that words behind the figures give ("vượt", "(chưa đạt)"), else unknown."""
    m = _VERDICT.search(rest)
    if m is None or "và" in m[0]:
        return "unknown"
    return "missed" if m["missed"] else "exceeded" if m["exceeded"] else "met"


def _record(
    document: Document, span: Span, name: Span, rule: str, status: Status,
    value: Quantity | None = None, target: Quantity | None = None,
) -> Indicator:  # fmt: skip
    unit = next((q.unit for q in (value, target) if q is not None and q.unit), None)
    number: Decimal | None = value.value if value else None
    return Indicator(
        span=span, rule=rule, name=document.quote(name), status=status, value=number,
        target=target.value if target else None, unit=unit,
    )  # fmt: skip
