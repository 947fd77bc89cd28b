"""Sentences that go on with what the one before them asked for, or explain it."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.asking import asks_nothing
from extractors.duties import MUST, Duties, duties
from extractors.intentions import intentions
from pipeline.reference import Reference, word_start

_OPENING = 60
"""Characters at the start of a sentence that show what it tells of."""
_FIRST = 4
"""Characters before an act that opens its sentence: a quote, a dash."""
_NEAR, _FAR = 14, 60
"""Characters between a link, or a subject, and the act."""


@dataclass(frozen=True, slots=True, eq=False)
class Continuing:
    """The patterns of the lexicons of going on.

    `link`: "Song song với đó, …". `bare`: an act without a subject. `described`: what makes the
    act part of a description. `narrates`: what is told beside a request, not to explain it.
    """

    duties: Duties
    will: re.Pattern[str]
    link: re.Pattern[str]
    bare: re.Pattern[str]
    described: re.Pattern[str]
    narrates: re.Pattern[str]

    def goes_on(self, key: str) -> bool:
        """Whether a sentence goes on with what the one before it asked for."""
        if asks_nothing(key):
            return False
        past = self.duties.past
        if self.bare.match(key) and not past.search(key):
            return True
        if self.will.match(key) or self.duties.falls_to(key):
            return True
        act = self.duties.act.search(key)
        if act is None or past.search(key, 0, max(act.start(), min(_OPENING, len(key)))):
            return False
        return act.start() <= _FIRST or bool(MUST.search(key)) or self._linked(key, act.start())

    def _linked(self, key: str, act: int) -> bool:
        """Whether a link or a subject stands near before the act."""
        if self.described.search(key, 0, act):
            return False
        link = self.link.match(key)
        at = link.end() if link else 0
        subject = self.duties.subject.match(key, at)
        if subject:
            return act - subject.end() <= _FAR
        return link is not None and act - at <= _NEAR

    def explains(self, key: str) -> bool:
        """Whether a sentence of a paragraph may explain what the one before it asked for."""
        narrates = self.narrates.search(key, 0, _OPENING) or key.endswith("?")
        return not (narrates or self.duties.past.search(key) or asks_nothing(key))


@lru_cache(maxsize=4)
def continuing(reference: Reference) -> Continuing:
    """The patterns, made ready once."""
    return Continuing(
        duties(reference),
        will=intentions(reference).will,
        link=re.compile(rf"[\W_]*(?:{reference.words('requests.link')}|về |đối với )"),
        bare=re.compile(
            r"[\W_]*(?:(?:cùng với đó|bên cạnh đó|song song|đồng thời|song song với đó|"
            r"đi liền với đó|và|tiếp theo|sau cùng|cuối cùng|trước hết|trước mắt|"
            r"hằng (?:tháng|quý|năm)),? )?(?:hãy |nên )?"
            r"(?:(?:về|với|đối với|riêng|trong) [^,.:;]{3,60}, )?"
            rf"{reference.words('requests.bare')}(?!\w)"
        ),
        described=re.compile(rf"{reference.word('requests.described')}(?!\w)"),
        narrates=re.compile(
            rf"{reference.word('requests.narrates')}(?!\w)|"
            + word_start(
                "xin (?:học|kính|trân|cảm|chúc)",
                r"sau (?:hơn |gần )?(?:\w+|\d+) (?:tháng|năm|tuần|ngày|quý)(?!\w)",
                "theo (?:tinh thần|nghị quyết|quy định|hướng dẫn)",
            )
        ),
    )
