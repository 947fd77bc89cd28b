"""Sentences that give an opinion on what ought to be done."""

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.duties import Duties, duties
from pipeline.reference import Reference

_OPINES = re.compile(
    r"[\W_]*(?:thiết nghĩ|theo (?:chúng tôi|tôi|đồng chí|ông|bà)(?: [^\s,]+){0,8}),(?: \S+){0,16}? "
    r"(?:cần|phải|nên) \w"
)


@dataclass(frozen=True, slots=True, eq=False)
class Opinions:
    """The patterns of the lexicons of opinion.

    `purpose`: "Để …, cần …". `recommends`: after a body or people, what they ought to do.
    `barely`: an opinion without a subject. `cures`: what a remedy of something needs
    ("Chữa bệnh hình thức cần …").
    """

    duties: Duties
    purpose: re.Pattern[str]
    recommends: re.Pattern[str]
    barely: re.Pattern[str]
    cures: re.Pattern[str]

    def given(self, key: str) -> bool:
        """Whether a sentence says what ought to be done, in the opinion of whoever speaks."""
        if self.purpose.match(key) or _OPINES.match(key):
            return True
        if self.duties.past.search(key):
            return False
        if self.cures.match(key) or self.barely.match(key):
            return True
        subject = self.duties.subject.match(key)
        return bool(subject and self.recommends.match(key, subject.end()))


@lru_cache(maxsize=4)
def opinions(reference: Reference) -> Opinions:
    """The patterns, made ready once."""
    act = reference.words("requests.act")
    return Opinions(
        duties(reference),
        purpose=re.compile(
            r"[\W_]*(?:(?:vì vậy|do vậy|do đó|bởi vậy|vì thế|từ thực trạng trên|theo đó), )?"
            r"(?:để|nhằm|muốn)(?: \S+){2,40}?,?(?: \S+){0,12}? (?:cần|phải|nên)(?: \S+){0,8}? "
            rf"{act}(?!\w)"
        ),
        recommends=re.compile(rf"(?: [^\s,;:]+){{0,7}},? cần (?:\S+ ){{0,2}}{act}(?!\w)"),
        barely=re.compile(
            r"[\W_]*(?:(?:và|do đó|vì vậy|vì thế|bởi vậy),? )?(?:nên|cần|cần phải) "
            rf"(?!phải|có thể|nói){act}(?!\w)"
        ),
        cures=re.compile(
            r"[\W_]*(?:(?:vì vậy|do đó|bởi vậy|vì thế|rõ ràng|thiết nghĩ),? )?(?:việc )?"
            rf"{reference.words('requests.cure')}(?: (?!là )[^\s,.:;]+){{2,20}},? "
            r"(?:cần|phải|đòi hỏi|không thể thiếu|trước hết|nên)(?: \S+){2}"
        ),
    )
