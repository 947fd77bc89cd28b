"""Words between those counted and their number that say only of what kind, level or place."""

import re

from pipeline.reference import Lexicon
from pipeline.text import LOWER, UPPER

_YEARS = re.compile(r"(?:(?:đến |tính đến )?(?:hết |cuối |đầu )?năm )?\d{4}(?:\s*-\s*\d{4})?(?!\w)")
_NAME = re.compile(rf"(?:(?:của|ở|tại) )?(?:(?:tỉnh|huyện|xã) )?[{UPPER}][{LOWER}]*(?!\w)")


def is_qualified(text: str, key: str, words: Lexicon, start: int, end: int) -> bool:
    """Whether only a kind, a level, a place or a year stands between a noun and its number.

    "Cán bộ chuyên trách cấp xã của tỉnh Lai Sơn năm 2012 có 412 người".
    """
    at = start
    while at < end:
        at += len(key[at:end]) - len(key[at:end].lstrip(" ,"))
        hit = words.at(key, at, end)
        m = _YEARS.match(key, at, end) or _NAME.match(text, at, end)
        after = hit.span.end if hit else m.end() if m else at
        if after == at:
            return at >= end
        at = after
    return True
