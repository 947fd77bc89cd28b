"""Indicators in sentences: a name and its verdict, a figure against its target, a target set."""

import re
from collections.abc import Iterator

from extractors import indicator_names as names
from extractors.indicator_contrasts import contrasts
from extractors.indicator_ratios import ratios
from extractors.indicator_results import results
from extractors.indicator_shares import shares
from extractors.indicator_verdicts import judged, record, verdict
from extractors.quantities import NUMBER, quantities
from extractors.sentences import clauses, sentences
from pipeline.model import Block, BlockKind, Document, Span
from pipeline.records import Indicator
from pipeline.reference import Reference

_DIGIT = re.compile(r"\d")
_TARGET_WORD = r"(?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|nq|kh|ct|dự toán)"
_TARGETED = re.compile(
    r"chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán|nq(?![^\W\d])|kh(?![^\W\d])|ct(?![^\W\d])"
)
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
    rf"(?<![\s,:(])[\s,:(]+{_TARGET_WORD}{_GIVEN}\s*(?:là"
    rf"|:)?\s*(?P<target>{NUMBER})[^\d.;]{{0,30}}?[,;/\s(]+"
    r"(?:kết quả\s+)?(?:đã\s+)?(?:thực hiện|kết quả|đạt|kết nạp)(?:\s+được)?\s*:?\s*"
    rf"(?P<value>{NUMBER})"
)
_AIM = re.compile(
    r"(?<!\w)(?:mục tiêu(?! quốc gia)|chỉ tiêu)\s+(?P<name>(?:[^\d,.;:()\n]|năm \d{4}){3,80}?)\s+"
    r"(?:đạt\s+)?(?:từ|trên|đạt|khoảng|tối thiểu|ít nhất|là)\s+(?:ít nhất\s+|trên\s+)?"
    rf"(?P<target>{NUMBER})\s?"
    r"(?P<unit>%|(?:đảng viên|đồng chí|đoàn viên|hội viên|quần chúng|tỷ đồng|triệu đồng)(?!\w))"
    r"(?:\s*trở lên|/năm)?"
)
_COUNTED_AS = re.compile(r"(?:được )?coi (?:như|là) (?:một )?chỉ tiêu")
# "phát triển … với mục tiêu tăng trưởng 8%" is mostly the title of a scheme.
_SUBORDINATE = re.compile(r"(?<!\w)với $")


def stated(document: Document, reference: Reference) -> Iterator[Indicator]:
    """The indicators that sentences state, in order, none twice at one place."""
    title = _title(document)
    for block in document.blocks:
        if block.kind in (BlockKind.TABLE, BlockKind.FURNITURE) or block is title:
            continue
        for sentence in sentences(document, block):
            yield from _of_sentence(document, reference, sentence)


def _title(document: Document) -> Block | None:
    """The block that is the title of the whole, whose claim the text below tells with figures."""
    first = next((b for b in document.blocks if b.kind is not BlockKind.FURNITURE), None)
    if first is None or len(document.blocks) == 1:
        return None
    words = document.key[first.span.start : first.span.end]
    return None if words[-1:] in ".;:!?" or _DIGIT.search(words) else first


def _of_sentence(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    taken: list[Span] = []
    measured = _DIGIT.search(document.key, sentence.start, sentence.end) is not None
    targeted = _SPEAKS_OF_TARGETS.search(document.key, sentence.start, sentence.end) is not None
    for find in _FINDERS[measured, targeted]:
        for found in find(document, reference, sentence):
            if not any(found.span.overlaps(span) for span in taken):
                taken.append(found.span)
                yield found


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
            status = names.verdict_behind(document, m.end()) or verdict(rest[:60])
            yield record(document, span, name, "result_against_target", status,
                         next(iter(value), None), next(iter(target), None))  # fmt: skip
            break


def _aimed(document: Document, reference: Reference, sentence: Span) -> Iterator[Indicator]:
    """A target set for a time to come: "mục tiêu tăng trưởng từ 10% trở lên"."""
    if document.key.find("tiêu", sentence.start, sentence.end) < 0:
        return
    for m in _AIM.finditer(document.key, sentence.start, sentence.end):
        name = names.trimmed(document, Span(*m.span("name")))
        found = quantities(document, reference, Span(m.start("target"), m.end("unit")))
        before = document.key[max(sentence.start, m.start() - 300) : m.start()]
        several = re.search(r" (?:là|phải|gồm)(?: |$)", m["name"]) is not None
        if name is not None and not several and found and not _SUBORDINATE.search(before):
            span = Span(*m.span())
            yield record(document, span, name, "target_set", "unknown", None, found[0])


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
        yield record(document, Span(start, name.end), name, "target_set", "unknown", None, found[0])


_CLAUSE_END = re.compile(r"[,;.]")
_SPEAKS_OF_TARGETS = re.compile(
    r"chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|yêu cầu|dự toán|mức|quy định|chỉ thị|giao"
    r"|nq(?![^\W\d])|kh(?![^\W\d])|ct(?![^\W\d])"
)
"""A word of every target, quick to look for."""
_FINDERS = {
    (True, True): (contrasts, results, _measured, ratios, shares, judged, _aimed, _counted_as),
    (True, False): (contrasts, ratios, judged),
    (False, True): (shares, judged, _counted_as),
    (False, False): (judged,),
}
"""How a sentence tells of an indicator: one with or without a figure, with or without a target."""
