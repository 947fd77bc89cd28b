"""Words by which a sentence says that somebody ought to act, and by which it tells what was."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reference import Reference, whole_words, word_start

MUST = re.compile(
    word_start(
        "cần(?! thiết)",
        "phải(?! thi hành| nhận kỷ| nhận hình| chịu| bị| xóa tên)",
        "nên|không để|không được",
    )
    + r"(?!\w)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Duties:
    """The patterns of the lexicons of duty: who ought, what is to be done, and what was."""

    subject: re.Pattern[str]
    act: re.Pattern[str]
    past: re.Pattern[str]

    def falls_to(self, key: str) -> bool:
        """Whether a sentence begins with who must do something, and does not look back."""
        return bool(self.subject.match(key) and MUST.search(key) and not self.past.search(key))


@lru_cache(maxsize=4)
def duties(reference: Reference) -> Duties:
    """The patterns, made ready once.

    >>> from pipeline import reference
    >>> duties(reference.load()).falls_to("mỗi đảng viên cần nêu gương")
    True
    """
    return Duties(
        subject=re.compile(
            r"[\W_]*(?:các |mỗi |từng |toàn |mọi |đội ngũ |tập thể |từng đồng chí |"
            r"các đồng chí |thường trực |ban chấp hành )*"
            rf"{reference.words('requests.subject')}(?!\w)"
        ),
        act=re.compile(rf"{reference.word('requests.act')}(?!\w)"),
        past=re.compile(
            whole_words(reference.lexicon("requests.past").codes, "trong ")
            + r"(?! (?:sâu|hướng)(?!\w))"
        ),
    )
