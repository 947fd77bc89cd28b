"""What a speaker, a higher body or an article says is to be done, sentence after sentence."""

import re

from extractors.asking import asking, asks_nothing
from extractors.continuing import continuing
from extractors.duties import MUST, duties
from extractors.intentions import intentions, strives
from extractors.opinions import opinions
from extractors.passages import Passage
from extractors.run_in_lists import runs_on
from extractors.solutions import LEARNT, solutions
from pipeline.model import Document
from pipeline.reference import Reference

_ORDINAL = re.compile(
    r"(?P<first>một là|thứ nhất(?: là)?)\W*$|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\W*$|"
    r"thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?: là)?\W*$"
)
_SOLVES = re.compile(
    r"(?:giải pháp|biện pháp) (?:thứ \w+|đầu tiên|trước tiên|tiếp theo|cuối cùng|sau cùng|nữa)"
    r"(?: là)?\W*$"
)
_SEEKS = re.compile(
    r"[^\n]{0,90}(?<!\w)(?:làm gì|làm sao|làm thế nào|cách nào|thế nào|giải pháp|lời giải|"
    r"khắc phục|chấn chỉnh|chống|chữa|trị|gỡ|tháo gỡ|sửa|bàn về|nâng cao|nâng chất|đổi mới|"
    r"để (?:chi|đảng|mỗi|không)|cần|phải|đừng|hãy|trao đổi|ý kiến|suy nghĩ)(?!\w)"
)
"""A headline over what to do about something."""
_SPEECH = re.compile(
    r"(?<!\w)(?:phát biểu (?:chỉ đạo|kết luận|tại|với)|kết luận (?:hội nghị|buổi|cuộc|tại)|"
    r"chỉ đạo (?:tại|hội nghị|đại hội))"
)
_ANSWER = re.compile(r"(?<!\w)(?:tiếp thu|thay mặt|đáp từ|báo cáo (?:tại|với|kết quả)|tham luận)")
_LACKING = re.compile(r"(?<!\w)(?:còn|vẫn|chưa) (?:\S+ ){0,3}(?:chưa|hạn chế|thấp|tốt|cao)")
"""What tells of lacks or of what was done, not of what is to be done."""
_WILL = re.compile(r"(?<!\w)sẽ(?!\w)")
_OPENING = 40
"""Characters at the start of a sentence that show whether it looks back."""
_GAP = 2
"""Sentences without a request that may stand between two of one speech."""


class Requests:
    """Reads the sentences of news, speeches and articles in order.

    `speaks`: a leader's speech is being told. `open_as`: the rule that the sentences now follow.
    `acts`: the list being read began with something to be done. `seeks`: the headline asks what to
    do. `told`: each sentence of the paragraph so far says what is to be done, so that the next
    explains it.
    """

    def __init__(self, document: Document, reference: Reference) -> None:
        self.document = document
        self.asking, self.duties = asking(reference), duties(reference)
        self.intentions, self.opinions = intentions(reference), opinions(reference)
        self.continuing, self.solutions = continuing(reference), solutions(reference)
        self.speaks, self.acts, self.told = False, False, False
        self.open_as: str | None = None
        self.missed, self.block = 0, -1
        self.seeks = bool(_SEEKS.match(document.key))

    def rule(self, key: str, passage: Passage) -> str | None:
        """The rule by which the sentence says what is to be done, or None."""
        fresh = passage.block.span.start != self.block
        self.told = self.told and not fresh
        self.block = passage.block.span.start
        if runs_on(passage):
            self.open_as, self.told = "prose_solution", True
            return None
        self._hear(key)
        if passage.heading or passage.zone.kind not in ("open", "praise"):
            self.open_as = None
            return None
        opened = self._opens(key, passage)
        found = opened or self._goes_on(key)
        self.told = found is not None and bool(fresh or opened or self.told)
        self._keep(found, key, fresh)
        return found if not passage.announces else None

    def sets(self, key: str) -> bool:
        """Whether a sentence by itself plainly says what is to be done, wherever it stands."""
        if _LACKING.search(key) or asks_nothing(key):
            return False
        if self._means(key) or self.asking.plainly(key) or self.solutions.given(key):
            return True
        if self.solutions.decided(key):
            return True
        return self.speaks and self._directs(key)

    def _hear(self, key: str) -> None:
        if _SPEECH.search(key):
            self.speaks = True
        elif _ANSWER.search(key):
            self.speaks = False

    def _goes_on(self, key: str) -> str | None:
        """The rule that the sentences follow, where this one goes on with it."""
        if asks_nothing(key):
            self.open_as = None
        told = self.told and self.continuing.explains(key) if self.open_as else False
        if self.open_as in ("prose_solution", "prose_decision"):
            told = told and self.solutions.goes_on(key)
        bids = self.solutions.case.match(key) or (self.told and self.solutions.bids(key))
        goes_on = bids or self.continuing.goes_on(key)
        return self.open_as if told or (self.open_as and goes_on) else None

    def _keep(self, found: str | None, key: str, fresh: bool) -> None:
        """Keeps the requests open over a few sentences between them that tell nothing done."""
        if found:
            self.open_as, self.missed = found, 0
        elif fresh:
            self.missed += 1
            if self.missed > _GAP or self.duties.past.search(key):
                self.open_as = None

    def _opens(self, key: str, passage: Passage) -> str | None:
        """The rule that a sentence opens by itself."""
        if _LACKING.search(key) or asks_nothing(key):
            return None
        if self._means(key):
            return "set_out"
        if self.asking.plainly(key):
            return "said_to_be_done"
        if LEARNT.search(key):
            return None
        if self.asking.stresses.search(key):
            return "set_out" if _WILL.search(key) else "said_to_be_done"
        if self.speaks and self._directs(key):
            return "said_to_be_done"
        if self._ought(key):
            return "said_to_be_done" if self.speaks else "set_out"
        if self._lists(key, passage):
            return "listed"
        solves = self._solves(key, passage) or self.solutions.given(key)
        if solves or (self.seeks and self.solutions.sought(key)):
            return "prose_solution"
        return "prose_decision" if self.solutions.decided(key) else None

    def _means(self, key: str) -> bool:
        """Whether a body has fixed what it will do, or means to do something."""
        if self.intentions.sets_out.search(key):
            return True
        resolves = self.intentions.resolves.search(key)
        return bool(resolves) and not self.duties.past.search(key, 0, _OPENING)

    def _directs(self, key: str) -> bool:
        """Whether a leader whose speech is told says directly what is to be done."""
        spoken = self.asking.spoken.search(key)
        if spoken and " là " not in spoken[0] and not self.duties.past.search(key):
            return True
        return self.duties.falls_to(key)

    def _ought(self, key: str) -> bool:
        """Whether something is to be done in time to come, or in the opinion of the writer."""
        if self.intentions.ahead.search(key) or self.opinions.given(key):
            return True
        return strives(key) and not self.duties.past.search(key)

    def _solves(self, key: str, passage: Passage) -> bool:
        """Whether the numbering before a sentence calls it a solution ("Giải pháp nữa là …")."""
        start = passage.span.start
        solves = passage.marker and _SOLVES.search(self.document.key, max(0, start - 40), start)
        return bool(solves) and not self.duties.past.search(key)

    def _lists(self, key: str, passage: Passage) -> bool:
        """Whether the sentence opens an item ("Hai là, …") of a list that began with an act."""
        start = passage.span.start
        ordinal = _ORDINAL.search(self.document.key, max(0, start - 16), start)
        if not (passage.marker and ordinal and passage.zone.kind == "open"):
            return False
        act = self.duties.act.search(key[:60])
        if ordinal["first"]:
            begins = act and (act.start() <= 4 or MUST.search(key))
            self.acts = bool(begins) and not self.duties.past.search(key)
        return self.acts and act is not None


def cues(reference: Reference) -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """The patterns that tell of a request, by name, for those who only weigh them.

    Beside each the words of which it needs one; none where a search for them saves nothing.
    """

    def forms(*groups: str) -> tuple[str, ...]:
        return tuple(form for g in groups for form in reference.lexicon(f"requests.{g}").codes)

    asks, means = asking(reference), intentions(reference)
    return {
        "asks": (asks.asks, forms("ask")),
        "wishes": (asks.wishes, forms("wish")),
        "stresses": (asks.stresses, forms("say")),
        "ahead": (means.ahead, forms("time")),
        "past": (duties(reference).past, ("",)),
        "must": (MUST, ("",)),
        "resolves": (means.resolves, (*forms("mean"), "xác định", "chủ trương")),
    }
