"""Which items and sentences say what is to be done."""

import re
from dataclasses import dataclass

from extractors.passages import Passage
from extractors.shortcomings import SLOT
from pipeline.model import Document
from pipeline.records import RemedyKind
from pipeline.reference import Reference

_MUTE = frozenset({"guideline", "regulation"})
"""Documents whose steps and rules are not what a unit is to mend."""
_DIRECTING = frozenset({"political_report", "resolution", "directive", "conclusion_notice"})
_TASKING = frozenset({"conclusion_notice", "directive"})
CLOSING = re.compile(
    r"\*?(?:nơi nhận|trên đây là|trên cơ sở (?:nghị quyết|kết luận|kế hoạch|chỉ thị)|"
    r"nghị quyết này|trên tinh thần|văn phòng (?:\S+ ){1,4}thông báo|chỉ thị này|"
    r"kết luận này|thông báo này|"
    r"yêu cầu các (?:\S+ ){1,12}(?:nghiêm túc )?(?:triển khai )?thực hiện(?: \S+){0,6} này|"
    r"t/m |tm\.|kt\.|thay mặt|\(đã ký|xin (?:trân trọng|chân thành|cảm ơn)|trân trọng cảm ơn|"
    r"kính chúc|báo cáo này|kế hoạch này)"
)
_SAYS = re.compile(
    r"(?:đề nghị|yêu cầu|chỉ đạo|lưu ý|nhấn mạnh|giao|đề xuất|cho rằng)(?: \S+){0,14}? "
    r"(?:cần|phải|tiếp tục|tập trung|chú trọng|tăng cường|đẩy mạnh|quan tâm|đổi mới)(?!\w)"
)
_PROMISES = re.compile(
    r"(?:cho biết|khẳng định|cho hay|chia sẻ)(?: \S+){0,20}? sẽ (?:tiếp tục|tập trung|đẩy mạnh|"
    r"tăng cường|chú trọng)(?!\w)"
)
_DEMANDS = re.compile(
    r"(?<!\w)(?:ủy ban kiểm tra|ban thường vụ|thường trực|đồng chí|bí thư|ông|bà|chủ tịch|"
    r"chủ nhiệm|trưởng ban|ban bí thư|bộ chính trị)(?: [^\s,;]+){0,5} (?:yêu cầu|đề nghị)"
    r"(?: \S+){1,14}? (?:khắc phục|thực hiện|rà soát|chỉ đạo|triển khai|xây dựng|chấn chỉnh|xử lý)"
    r"(?!\w)"
)
_SETS_OUT = re.compile(
    r"(?:đề ra|xác định|thống nhất|thông qua)(?: \S+){0,8}? (?:phương hướng|nhiệm vụ|giải pháp|"
    r"mục tiêu)[^:]{0,80}: ?"
)
_MUST = re.compile(r"(?<!\w)(?:cần|phải)(?!\w)")
_AHEAD = re.compile(
    r"(?:thời gian tới|những tháng (?:còn lại|cuối năm)|năm tới|nhiệm kỳ tới|giai đoạn tới),?"
    r"(?: \S+){0,16}? (?:sẽ|cần|tiếp tục|tập trung|đẩy mạnh|tăng cường)(?!\w)"
)


_HEAD = re.compile(r"tổ chức thực hiện\W*$")


@dataclass(frozen=True, slots=True)
class Actions:
    """The patterns of the lexicon of action, compiled once a document."""

    verb: re.Pattern[str]
    title: re.Pattern[str]
    modal: re.Pattern[str]


def actions(reference: Reference) -> Actions:
    """The patterns of the words by which a sentence sets something to be done."""
    entries = {e.code: e for e in reference.lexicon("findings.action").entries}

    def pattern(code: str) -> str:
        forms = sorted(entries[code].forms, key=len)[::-1]
        return "(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)"

    title = reference.lexicon("findings.direction").alternation
    numbered = r"[\W\d_]*(?:[ivx]+[.)/-]\s*)?"
    return Actions(
        re.compile(r"[\W_]*" + pattern("verb")),
        re.compile(rf"{numbered}{title}(?!\w)"),
        re.compile(r"(?<!\w)" + pattern("modal")),
    )


def states(key: str, passage: Passage, doc_type: str, words: Actions) -> str | None:
    """The rule by which a sentence says what is to be done, or None."""
    if doc_type in _MUTE or CLOSING.match(key):
        return None
    acts = bool(words.verb.match(key))
    if passage.announces and not (passage.marker and acts and _opened(key, passage, doc_type)):
        return None
    if _opened(key, passage, doc_type):
        if passage.zone.kind == "goal" and not acts:
            return None
        if passage.heading:
            return "remedy_title" if acts and not _HEAD.search(key) else None
        if passage.marker or acts or _labelled(passage) or words.modal.search(key):
            return "implementation" if passage.zone.kind == "implementation" else "remedy_zone"
        return None
    if passage.zone.kind == "shortcoming" and re.match(r"cần\s", key):
        return "remedy_among_shortcomings"
    if passage.heading or doc_type not in ("news", "speech", "other"):
        return None
    if passage.zone.kind not in ("open", "praise") or re.search(r"chưa (?:cao|tốt|đúng)", key):
        return None
    told = _SETS_OUT.search(key)
    if told and words.verb.match(key, told.end()):
        return "set_out"
    if _SAYS.search(key) or _DEMANDS.search(key):
        return "said_to_be_done"
    return "set_out" if _AHEAD.search(key) or _PROMISES.search(key) else None


def _labelled(passage: Passage) -> bool:
    """Whether the label that opened the zone stands just before the sentence, in its block."""
    head = passage.zone.head
    if head is None or not passage.zone.sure:
        return False
    return passage.block.span.holds(head) and 0 <= passage.span.start - head.end <= 3


def _opened(key: str, passage: Passage, doc_type: str) -> bool:
    """Whether the zone is one of things to be done (a plan's procedure is none)."""
    if doc_type == "form" and (not passage.zone.sure or SLOT.search(key)):
        return False
    if passage.zone.kind == "implementation":
        return doc_type in ("resolution", "directive", "conclusion_notice")
    titled = passage.zone.sure and not passage.zone.label  # a plan lists what reports should hold
    return passage.zone.kind in ("remedy", "goal") and (doc_type != "plan" or titled)


def goes_on(key: str, passage: Passage) -> bool:
    """Whether a sentence goes on with what a speaker before it asked for."""
    if passage.heading or passage.announces or passage.zone.kind not in ("open", "praise"):
        return False
    return bool(_MUST.search(key)) and "chưa" not in key


def directed(document: Document, passage: Passage, doc_type: str, words: Actions) -> bool:
    """Whether an item is one of the directions that a report or a resolution sets by its headings.

    They bear the direction itself ("IV. Đẩy mạnh cải cách hành chính"), not a word for it.
    """
    if passage.zone.kind != "open" or not passage.marker or doc_type not in _DIRECTING:
        return False
    if passage.heading or passage.announces:
        return False
    return any(
        words.title.match(document.key, s.heading.start)
        for s in document.section_path_at(passage.span.start)
    )


def kind(rule: str, doc_type: str) -> RemedyKind:
    """A task where a body above sets it: a conclusion, a directive, an order told in the news."""
    tasked = doc_type in _TASKING or rule in ("said_to_be_done", "implementation")
    return "task" if tasked else "remedy"
