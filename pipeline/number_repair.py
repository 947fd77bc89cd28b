"""Numbers of a damaged text layer -> the edits that make them readable."""

import re
from collections.abc import Iterator

from pipeline.offsets import Edit
from pipeline.spelling import is_syllable

_SEAM = re.compile(r"\d(?:(?<=[^\W\d_]\d)|(?=[^\W\d_]))")
"""A digit that touches a letter: in few places of a sound text, so it is looked for first."""
_TOKEN = re.compile(r"\w+")
_GLUED = re.compile(r"(?P<word>[^\W\d_]{2,})\d+|\d+(?P<next>[^\W\d_]{3,})")
_SLIPS = re.compile(
    r"""
    (?:(?<=\d)|^)[lIOo](?=\d)      # 2O15, l5, O5
  | (?<=^20)[lIOo](?=\d$)
    """,
    re.VERBOSE,
)
_NUMBER_LIKE = re.compile(r"[\dlIOo]+")
_AFTER = re.compile(
    r"\s*(?:%|đồng chí|đảng viên|chi bộ|đảng bộ|tổ chức|trường hợp|người|[-/]\w|/\d)"
)
_BEFORE = re.compile(r"(?:\b(?:số|ngày|tháng|năm|có|gồm|với|là|đạt)\s|[/.,]\s?)$", re.IGNORECASE)
_TORN = re.compile(r"\d \d")
_TORN_YEAR = re.compile(
    r"(?:N(?<!\wN)ăm |n(?<!\wn)ăm |/)"
    r"(?:(?:19|20)\d(?P<a> )\d|[12](?P<b> )[09]\d\d|(?:19|20)(?P<c> )\d\d)"
    r"(?!\w|[.,]\d)"
)


def number_edits(text: str) -> Iterator[Edit]:
    """The repairs of numbers: glued to a word, with letters for digits, a year torn apart."""
    done = 0
    for seam in _SEAM.finditer(text):
        if seam.start() < done:
            continue
        start = seam.start()
        while start and (text[start - 1].isalnum()):
            start -= 1
        m = _TOKEN.match(text, start)
        if m is None:
            continue
        done = m.end()
        yield from _parted(m) or _slips(text, m)
    if _TORN.search(text):
        for m in _TORN_YEAR.finditer(text):
            at = next(m.start(g) for g in "abc" if m[g])
            yield Edit(at, at + 1, "")


def _parted(token: re.Match[str]) -> list[Edit]:
    """A space between a number and the word glued to it: `số05`, `12chi`; not `TW4`, `30a`."""
    m = _GLUED.fullmatch(token[0])
    word = (m["word"] or m["next"]) if m else ""
    if m is None or not word[1:].islower() or not (is_syllable(word.lower()) or _ends_well(word)):
        return []
    at = token.start() + (m.end("word") if m["word"] else m.start("next"))
    return [Edit(at, at, " ")]


def _ends_well(word: str) -> bool:
    """Whether a word may be syllables run together: `tratại` before its number, not `covid`."""
    return not word.isascii() and any(is_syllable(word[i:]) for i in range(1, len(word) - 1))


def _slips(text: str, token: re.Match[str]) -> list[Edit]:
    """Letters that stand for digits, where the words around want a number."""
    if not _NUMBER_LIKE.fullmatch(token[0]):
        return []
    around = _AFTER.match(text, token.end()) or _BEFORE.search(
        text[max(0, token.start() - 8) : token.start()]
    )
    inner = token[0][0].isdigit() and token[0][-1].isdigit()
    if not around and not inner:
        return []
    return [
        Edit(token.start() + m.start(), token.start() + m.end(), "0" if m[0] in "Oo" else "1")
        for m in _SLIPS.finditer(token[0])
    ]
