"""Sentences that announce a list, and what it is about."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.zones import HeadWords, ZoneKind, head_words
from pipeline.reference import Reference

_ORDERS = re.compile(
    r"(?<!\w)(?:cần|phải|yêu cầu|đề nghị|tập trung|tập trung chỉ đạo|giao|kiến nghị|lưu ý|hiến kế|"
    r"chỉ thị(?=\s*:)|lộ trình(?=\s*:))(?: [^\s.:;]+){0,9}\s*:$"
)
_RESOLVES = re.compile(
    r"(?<!\w)(?:hội nghị|chi bộ|chi ủy|đảng ủy|đại hội|ban chấp hành|cuộc họp|ban thường vụ|ủy ban)"
    r"(?: [^\s.:;,]+){0,6}? (?:quyết nghị|quyết định|bàn(?=\s*:)|"
    r"(?:thống nhất|nhất trí)(?! (?:một số|các|những|về|với)(?!\w)))"
    r"(?! (?:đánh giá|nhận định|nhận xét|cho rằng|kết quả))(?: [^\s.:;]+){0,9}\s*:$"
)
"""A meeting announces what it has resolved."""
_REMAINS = re.compile(r"^(?!\W*(?:để|nhằm) )(?=.*(?<!\w)(?:còn|vẫn|bộc lộ|mắc phải)(?!\w))")
"""What is said of lacks that are still there, even where the words go on "cần khắc phục:"."""
_LEFT_OPEN = re.compile(
    r"(?:tuy nhiên|tuy vậy|tuy thế|song|nhưng|mặc dù vậy|bên cạnh đó)(?!\w)"
    r"(?!.*(?:thời gian tới|năm tới|nhiệm kỳ tới|đề nghị|yêu cầu))"
    r"[^.:;]* (?:cho thấy|còn|vẫn|có|nổi lên|đặt ra|bộc lộ|thấy)(?: \S+){0,3}? "
    r"(?:vấn đề|việc|mặt|điểm|điều|nội dung)(?: (?:cần|đáng|phải) \w+(?: \w+){0,3})?(?: sau)?\s*:$"
)
"""A turn that announces what is still to be minded: "Tuy nhiên, còn mấy việc cần quan tâm:"."""
_POINTS = re.compile(
    r"(?<!\w)(?:nêu rõ|nhấn mạnh|chỉ rõ|nêu|định hướng|gợi mở)(?: \S+){0,4}? "
    r"(?:các|những|mấy|một số|hai|ba|bốn|năm) "
    r"(?:trọng tâm|việc phải làm|việc cần làm|khâu then chốt|nhóm việc)"
    r"(?: [^\s:]+){0,8}\s*:$"
    r"|(?<!\w)(?:lựa chọn|chọn|xác định|đề ra|đưa ra) (?:hai|ba|bốn|năm|sáu|các|những|một số) "
    r"(?:việc|khâu|nhiệm vụ|giải pháp|biện pháp|đột phá)(?: [^\s:]+){0,8}\s*:$"
    r"|(?<!\w)(?:chỉ đạo|triển khai|bắt tay|đồng loạt)(?: \S+){0,6}? "
    r"(?:nhiều|một loạt|hàng loạt|các|mấy|hai|ba|bốn|năm) "
    r"(?:nhóm )?(?:việc|giải pháp|biện pháp|phần việc)\s*:$"
)
"""A speaker names what is to be done first."""
_ABSTRACT = re.compile(r"tóm tắt|bài viết|trong (?:bài viết|tham luận)|báo cáo này")
"""How the abstract of an article begins, which says what the article does."""
_DONE = re.compile(r"(?<!\w)đã(?!\w)")
_ARE = re.compile(r"(?<!\w)(?:còn|tồn tại|những|một số|các|bộc lộ)(?!\w)")
_LIST_WORDS = 90
"""Characters at the end of a sentence within which the words of a list stand."""


@dataclass(frozen=True, slots=True, eq=False)
class Announcements:
    """The patterns of the lexicons of announcement.

    `list_end`: a sentence ends on "mấy việc sau." `announced`: so it does after a word that
    announces. `lacks`: a turn that only says that there are lacks ("Song, thực tế cho thấy những
    khoảng trống."). `duty` and `tasks`: what is to be done is announced. `explains`:
    somebody is about to say why something fell short ("Bí thư chi bộ giãi bày:").
    """

    words: HeadWords
    list_end: re.Pattern[str]
    announced: re.Pattern[str]
    lacks: re.Pattern[str]
    duty: re.Pattern[str]
    tasks: re.Pattern[str]
    explains: re.Pattern[str]

    def about(self, key: str, zone: ZoneKind = "open") -> ZoneKind | None:
        """What the list is about that a sentence announces, or None."""
        words = self.words
        if key.endswith(":") and self.explains.search(key):
            return "cause"
        codes = [words.codes[" ".join(m[0].split())] for m in words.heads.finditer(key)]
        lacks = [c for c in codes if c in ("shortcoming", "difficulty")]
        if "cause" in codes:
            well = words.success.search(key) or ("praise" in codes and not lacks)
            return "praise" if well else "cause"
        if "remedy" not in codes and ("target" in codes or "lesson" in codes):
            return "lesson" if "lesson" in codes else "target"
        lacking: ZoneKind = "difficulty" if lacks and "shortcoming" not in lacks else "shortcoming"
        named = lacks and codes[-1] != "praise" and not _tasks(codes)
        if named and _REMAINS.search(key):
            return lacking
        if self.lacks.match(key) or (_LEFT_OPEN.match(key) and not _tasks(codes)):
            return "shortcoming"
        if self._directs(key, codes, zone):
            return "remedy"
        if codes and codes[-1] == "praise":
            return "praise"
        return lacking if lacks and _ARE.search(key) else "praise" if "praise" in codes else None

    def _directs(self, key: str, codes: list[str], zone: ZoneKind) -> bool:
        """Whether an announcement opens a list of things to be done."""
        if codes and codes[-1] == "praise":
            return False
        if zone != "praise":
            named = "remedy" in codes and codes[-1] in ("remedy", "task") and "praise" not in codes
            ordered = any(
                p.search(key) for p in (_ORDERS, _POINTS, _RESOLVES)
            ) and not _DONE.search(key)
            if named or ordered or self.is_announced(key):
                return True
        duty = self.duty.search(key)
        return bool(duty and (_tasks(codes) or self.tasks.search(key)))

    def is_announced(self, key: str) -> bool:
        """Whether a list is announced with a full stop.

        >>> from pipeline import reference
        >>> words = announcements(reference.load())
        >>> words.is_announced("chi bộ cần làm tốt mấy việc."), words.is_announced("cần làm ngay.")
        (True, False)
        """
        ends = self.list_end.search(key, max(0, len(key) - _LIST_WORDS))
        return bool(ends and self.announced.search(key))

    def resolves(self, key: str) -> bool:
        """Whether a line announces what a meeting has resolved.

        >>> from pipeline import reference
        >>> announcements(reference.load()).resolves("3. chi bộ thống nhất:")
        True
        """
        return bool(_RESOLVES.search(key))

    def opens_list(self, key: str) -> bool:
        """Whether a sentence with a full stop only opens a list."""
        if _ABSTRACT.match(key):
            return False
        return self.is_announced(key) or bool(self.lacks.match(key))


@lru_cache(maxsize=4)
def announcements(reference: Reference) -> Announcements:
    """The patterns, made ready once."""
    list_end = (
        r"(?:mấy|một số|vài|một vài|hai|ba|bốn|năm|những) "
        rf"{reference.words('announcements.listed')}"
        rf"(?: (?:{reference.words('announcements.trait')}|để \S+ \S+ thảo luận))?\.$"
    )
    verb = reference.word("announcements.verb")
    return Announcements(
        head_words(reference),
        list_end=re.compile(list_end),
        announced=re.compile(rf"{verb}(?: \S+){{0,8}}? {list_end}"),
        lacks=re.compile(_lacks(reference)),
        duty=re.compile(rf"{reference.word('announcements.duty')}(?!\w)"),
        tasks=re.compile(reference.words("announcements.plain")),
        explains=re.compile(
            rf"(?<!phải ){reference.word('causes.explain')}(?: [^\s:;.]+){{0,7}}\s?:$"
        ),
    )


def _lacks(reference: Reference) -> str:
    """A turn with lacks that it names; or somebody who speaks of what is not done well."""
    lack = reference.words("announcements.lack")
    return (
        rf"{reference.words('announcements.turn')}(?!\w)[^.:;]* "
        rf"(?:những|không ít|một số|nhiều|các) {lack}(?:, {lack})*"
        r"(?: (?:nhất định|đáng lưu ý|cần khắc phục|cần quan tâm))?\.$"
        rf"|(?:những |các )?{lack}(?:,? (?:và )?{lack})* (?:vẫn |thì |quả là )?(?:còn|không ít|"
        rf"chưa hết)"
        r"(?: (?:rất|khá|không|đó|đấy|nhiều|ít|nguyên))*\.$"
        r"|[^.:;]{0,120}(?:nói (?:thẳng )?(?:về|đến|ra)|bàn (?:về|đến|nhiều về)|"
        r"thẳng thắn \w+ \w+|chỉ ra|nêu ra|trăn trở với|băn khoăn về) "
        r"(?:những|không ít|một số|nhiều|các) (?:mặt|điều|việc|chuyện) "
        r"(?:chưa (?:được|làm được|hay|tốt)|còn (?:yếu|vướng|dở))\.$"
    )


def _tasks(codes: list[str]) -> bool:
    """Whether words for remedies or tasks are among those of the sentence."""
    return not {"remedy", "task"}.isdisjoint(codes)
