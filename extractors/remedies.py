"""Which items and sentences say what is to be done."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.passages import Passage
from extractors.shortcomings import SLOT
from pipeline.reference import Reference, alternation

_MUTE = frozenset({"guideline", "regulation"})
"""Documents whose steps and rules are not what a unit is to mend."""
TASKING = frozenset({"conclusion_notice", "directive"})
CLOSING = re.compile(
    r"\*?(?:nghị quyết (?:này )?(?:được|đã được|có hiệu lực|phổ biến|gửi)|"
    r"(?:hội nghị|cuộc họp|đại hội) (?:kết thúc|bế mạc|biểu quyết)|biên bản|thừa lệnh|"
    r"tự đánh giá\s*:|nơi nhận|"
    r"trên đây là|trên cơ sở (?:nghị quyết|kết luận|kế hoạch|chỉ thị)|"
    r"nghị quyết này|trên tinh thần|văn phòng (?:\S+ ){1,4}thông báo|chỉ thị này|"
    r"kết luận này|thông báo này|"
    r"yêu cầu các (?:\S+ ){1,12}(?:nghiêm túc )?(?:triển khai )?thực hiện(?: \S+){0,6} này|"
    r"t/m |tm\.|kt\.|thay mặt|\(đã ký|xin (?:trân trọng|chân thành|cảm ơn)|trân trọng cảm ơn|"
    r"(?:thực hiện|làm)(?: \S+){0,4} (?:các|những) (?:giải pháp|nội dung|biện pháp|nhiệm vụ|việc) "
    r"(?:trên|nêu trên|này)|tóm lại|(?:chúng ta |có thể )?tin tưởng rằng|"
    r"kính chúc|xin chúc|báo cáo này|kế hoạch này|(?:với|phát huy) (?:truyền thống|tinh thần|"
    r"niềm tin|quyết tâm|sự (?:lãnh đạo|quan tâm|chỉ đạo))(?: \S+){2,30} (?:quyết tâm|nguyện|"
    r"tin tưởng|thắng lợi|thành công)|"
    r"đại hội tin tưởng|"
    r"tự (?:nhận|đề nghị)(?: mức)?(?: xếp loại| loại)?(?: \S+){0,4}?\s*:|tự (?:đánh giá )?xếp loại|"
    r"(?:kết quả )?xếp loại\s*:|đề nghị(?: \S+){0,4} xếp loại)"
)
ADDRESS = re.compile(r"(?:kính )?thưa (?:các|toàn thể|quý|đoàn|đại hội|hội nghị)")
"""How a speaker turns to the hall: what he listed is over."""
CONCLUDING = re.compile(
    r"[^.:;]{5,140} là (?:một )?(?:nhiệm vụ|nội dung|công việc|cuộc|quá trình|vấn đề|yêu cầu|khâu|"
    r"trách nhiệm|việc làm)(?: \S+){0,4} (?:quan trọng|lâu dài|thường xuyên|khó|phức tạp|cấp bách|"
    r"then chốt|hệ trọng|gian khổ|cấp thiết)(?!\w)"
)
"""How an article sums up its subject after its list of solutions."""
TELLING = frozenset({"news", "speech", "other"})
"""Documents that tell in sentences what somebody asked for."""
_VALIDITY = re.compile(
    r"(?:hướng dẫn|quy định|quy chế|quyết định|chỉ thị|nghị quyết|kết luận) này"
    r"(?:,? \S+){0,16}? (?:có hiệu lực|thay thế)"
)
_FRAME = (
    r"(?<!\w)(?:dự báo|bối cảnh|tình hình|thời cơ|thuận lợi|khó khăn|thách thức|là năm|ý nghĩa)"
    r"(?!\w)"
)
"""Words of a sentence that only tells why or when something is to be done."""
_HEAD = re.compile(r"tổ chức thực hiện\W*$")


@dataclass(frozen=True, slots=True)
class Actions:
    """The patterns of the lexicon of action."""

    verb: re.Pattern[str]
    title: re.Pattern[str]
    modal: re.Pattern[str]
    told: re.Pattern[str]


@lru_cache(maxsize=4)
def actions(reference: Reference) -> Actions:
    """The patterns of the words by which a sentence sets something to be done."""
    entries = {e.code: e for e in reference.lexicon("findings.action").entries}

    def pattern(code: str) -> str:
        return alternation(entries[code].forms) + r"(?!\w)"

    title = reference.lexicon("findings.direction").alternation
    numbered = r"[\W\d_]*(?:[ivx]+[.)/-]\s*)?"
    told = reference.word("directions.report", r"đạt \d")
    return Actions(
        re.compile(r"[\W_]*" + pattern("verb")),
        re.compile(rf"{numbered}{title}(?!\w)"),
        re.compile(r"(?<!\w)" + pattern("modal")),
        re.compile(rf"{told}(?!\w)|{_FRAME}"),
    )


def states(key: str, passage: Passage, doc_type: str, words: Actions) -> str | None:
    """The rule by which a sentence says what is to be done, or None."""
    if _VALIDITY.match(key):
        return None
    if (doc_type in _MUTE and passage.zone.kind != "implementation") or CLOSING.match(key):
        return None
    acts = bool(words.verb.match(key))
    if passage.announces and not (passage.marker and acts and _opened(key, passage, doc_type)):
        return None
    if _opened(key, passage, doc_type):
        if passage.zone.kind == "goal" and not acts:
            return None
        if passage.heading:
            told = passage.marker and not passage.zone.sure and doc_type in TELLING
            titled = acts or (told and not key.endswith(":"))
            return "remedy_title" if titled and not _HEAD.search(key) else None
        if passage.marker or acts or _labelled(passage) or words.modal.search(key):
            return "implementation" if passage.zone.kind == "implementation" else "remedy_zone"
        return "remedy_prose" if _set_plainly(key, passage, doc_type, words) else None
        return None
    if passage.zone.kind == "shortcoming" and re.match(r"cần\s", key):
        return "remedy_among_shortcomings"
    return None


def _set_plainly(key: str, passage: Passage, doc_type: str, words: Actions) -> bool:
    """Whether a sentence under a heading over things to be done tells neither why nor what was."""
    headed = passage.zone.sure and not passage.zone.label and passage.zone.kind == "remedy"
    if not headed or doc_type in TELLING or doc_type == "plan" or key[-1] not in ".;!…":
        return False
    return not words.told.search(key)


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
        return doc_type in ("resolution", "directive", "conclusion_notice", "guideline")
    titled = passage.zone.sure and not passage.zone.label  # a plan lists what reports should hold
    return passage.zone.kind in ("remedy", "goal") and (doc_type != "plan" or titled)
