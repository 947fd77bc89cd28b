"""Sentences that say what a body means to do."""

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.reference import Reference, word_start

_STRIVES = re.compile(
    r"(?:năm 20\d\d|đến năm|cuối năm|nhiệm kỳ|đến tháng|quý)(?: \S+){0,16}? phấn đấu (?!\S+ đã)\w"
)


@dataclass(frozen=True, slots=True, eq=False)
class Intentions:
    """The patterns of the lexicons of intention.

    `ahead`: what is to be done in the time to come. `will`: what a body will do, told after what
    it was asked or has said. `resolves`: what a body means to do. `sets_out`: what a meeting has
    fixed as its tasks.
    """

    ahead: re.Pattern[str]
    will: re.Pattern[str]
    resolves: re.Pattern[str]
    sets_out: re.Pattern[str]


@lru_cache(maxsize=4)
def intentions(reference: Reference) -> Intentions:
    """The patterns, made ready once."""
    act = reference.words("requests.act")
    return Intentions(
        ahead=re.compile(
            rf"{reference.words('requests.time')},?(?: \S+){{0,22}}? (?:sẽ|{act})(?!\w)"
        ),
        will=re.compile(
            r"[\W_]*(?:(?:cùng với đó|bên cạnh đó|đồng thời|song song với đó),? )?"
            rf"(?:các |mỗi |riêng |về phía mình, )?{reference.words('requests.body')}"
            r"(?: [^\s,.;]+){0,5}? (?:cũng )?sẽ "
            rf"(?!{reference.words('requests.event')}|tham dự|kết thúc|có mặt)\w"
        ),
        resolves=re.compile(_resolves(reference)),
        sets_out=re.compile(
            r"(?:đề ra|xác định|thống nhất|thông qua)(?: \S+){0,8}? "
            rf"(?:phương hướng|nhiệm vụ|giải pháp|mục tiêu)[^:]{{0,80}}: ?{act}(?!\w)"
        ),
    )


def _resolves(reference: Reference) -> str:
    """A body with a word of intention; or a time to come with one."""
    return (
        rf"{reference.word('requests.resolving')}(?: [^\s,.;]+){{0,5}}? "
        rf"{reference.words('requests.mean')}(?! {reference.words('requests.event')})(?: \S+){{2}}|"
        + word_start(r"năm 20\d\d", "nhiệm kỳ tới|thời gian tới|quý tới|năm tới|sang năm|sắp tới")
        + r"(?: này)?,? [^.:;]{0,60}?(?:xác định|chủ trương|đặt mục tiêu)(?!\w)(?: \S+){3}"
    )


def strives(key: str) -> bool:
    """Whether a sentence says what is striven for until some time.

    >>> strives("đến năm 2027, chi bộ phấn đấu kết nạp hai đảng viên")
    True
    """
    return bool(_STRIVES.search(key))
