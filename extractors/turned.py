"""Lacks that an article tells without a word of lack, among others of its paragraph."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from extractors import shortcomings
from extractors.excuses import excuses
from extractors.lack import Cues, absent, bare, cues, duty, praises
from extractors.passages import Passage
from pipeline.model import Document, Span
from pipeline.records import Cause, Remedy, Shortcoming
from pipeline.reference import Reference, word_start

_TURN = re.compile(
    word_start(
        "tuy (?:nhiên|vậy|thế)",
        "mặc dù (?:vậy|thế)",
        "dù (?:vậy|thế)",
        "dẫu (?:vậy|thế)",
        "song|nhưng|thế nhưng|bên cạnh|đằng sau|ngoài những|trái lại|ngược lại|khoảng cách",
        "nhìn thẳng|thẳng thắn|mặt trái",
        "điều (?:còn )?(?:băn khoăn|trăn trở)",
        "chưa (?:được|làm được)",
    )
    + r"(?!\w)"
)
"""Words by which a paragraph turns to what falls short."""
_APART = re.compile(
    word_start(
        "cần|phải|nên|sẽ|yêu cầu|đề nghị|nhờ|đã được|không phải là chuyện|tin tưởng|vui|mừng",
        "hy vọng|trước đây|nguyên nhân|lý do|do|bởi|vì",
        "được (?:khắc phục|chấn chỉnh|xử lý|nâng lên)",
        "đó (?:không )?(?:là|cũng)",
        "theo (?:quy định|điều lệ)",
        r"đã (?!xuất hiện|có|hứa|bị|để|quá|\w+ năm|\w+ tháng)",
    )
    + r"(?!\w)|[?:]$"
)
"""What sets a sentence apart from the lacks around it."""
_LEAST = 5
"""Spaces in a sentence that tells something."""


@lru_cache(maxsize=4)
def _gap(reference: Reference) -> re.Pattern[str]:
    """What a turn says there is, without saying what falls short."""
    return re.compile(rf"{reference.word('articles.gap')}(?!\w)")


def among_lacks(
    document: Document,
    flow: Sequence[Passage],
    found: Sequence[Shortcoming | Cause | Remedy],
    reference: Reference,
) -> Iterator[tuple[Span, Passage]]:
    """The sentences between two lacks of one paragraph, and those after two where it has turned."""
    lacks = {f.span.start: f.type == "shortcoming" for f in found}
    starts = sorted(lacks)
    for _, group in groupby(flow, key=lambda p: p.block.span.start):
        told = [p for p in group if not p.heading]
        if len(told) < 3:
            continue
        kinds = [_kind(p, starts, lacks) for p in told]
        for i in _filled(document, told, kinds, reference):
            yield told[i].span, told[i]


def _kind(passage: Passage, starts: Sequence[int], lacks: dict[int, bool]) -> bool | None:
    """Whether a sentence states a lack, or something else (False); None where nothing is found."""
    first, last = (bisect_left(starts, at) for at in (passage.span.start, passage.span.end))
    inside = [lacks[s] for s in starts[first:last]]
    return all(inside) if inside else None


def _filled(
    document: Document, told: Sequence[Passage], kinds: Sequence[bool | None], reference: Reference
) -> Iterator[int]:
    """The places of sentences that join the lacks around them."""
    gap = _gap(reference)
    known = [i for i, lack in enumerate(kinds) if lack or _opens(document, told[i], gap)]
    if not known:
        return
    key = document.key
    turns = any(_TURN.match(key, p.span.start, p.span.end) for p in told[: known[0] + 1])
    for i in range(known[0] + 1, len(told)):
        span = told[i].span
        if kinds[i] is not None:
            continue
        if not _may_join(key[span.start : span.end], told[i], cues(reference)):
            return
        if i < known[-1] or turns:
            yield i


def _opens(document: Document, passage: Passage, gap: re.Pattern[str]) -> bool:
    """Whether a sentence turns to what falls short and leaves it to the next to say what."""
    start, end = passage.span.start, passage.span.end
    turn = _TURN.match(document.key, start, end)
    return bool(turn and gap.search(document.key, start, end))


def _may_join(key: str, passage: Passage, words: Cues) -> bool:
    """Whether a sentence may tell of a lack though no word of it does."""
    key = bare(key, words)
    if (
        shortcomings.only_counts(key, words)
        or passage.announces
        or passage.zone.kind not in ("open", "shortcoming", "difficulty")
    ):
        return False
    if key.count(" ") < _LEAST or _APART.search(key) or absent(key, words):
        return False
    return not (praises(key, words) or duty(key, words) or excuses(key))
