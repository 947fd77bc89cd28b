"""Spaces of a damaged text layer -> edits: lost before capitals, put in between all letters."""

import re
from collections.abc import Iterator

from pipeline import text as unicode_text
from pipeline.decoding import Part, Stretch, decode
from pipeline.offsets import Edit
from pipeline.spelling import is_syllable
from pipeline.text import LOWER, UPPER
from pipeline.vocabulary import Vocabulary

_CAPITAL = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])|(?<=[{UPPER}]{{2}})(?=[{LOWER}]{{2}})")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_] ){4,}[^\W\d_](?![^\W_])")
"""Five letters or more, each by itself: `Q U Y Ế T Đ Ị N H`."""
_APART = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_] ")
"""What every such word holds: in hardly any sound text, so it is looked for first."""
_WINDOW, _KEPT = 60, 2
"""Letters read at once; words at the end of a window that are read again with what follows."""
_MARGIN = 1.0


def seam_edits(text: str, odd: frozenset[str]) -> Iterator[Edit]:
    """The spaces lost before a capital and behind an abbreviation: `BộChính`, `XIIIcủaĐảng`."""
    mixed = [w for w in odd if _CAPITAL.search(w)]
    found = re.compile(r"(?<![^\W\d_])(?:" + "|".join(map(re.escape, mixed)) + r")(?![^\W\d_])")
    for m in found.finditer(text) if mixed else ():
        for seam in _CAPITAL.finditer(m[0]):
            at = seam.start()
            if _parts_well(m[0][:at], m[0][at:]):
                yield Edit(m.start() + at, m.start() + at, " ")


def _parts_well(left: str, right: str) -> bool:
    """Whether words end and begin where a space is put in."""
    if left[-1].islower():  # bộ|Chính, ở|TP
        tail = re.search(rf"[{UPPER}]?[{LOWER}]+$", left)
        return tail is not None and _runs_together(tail[0].lower())
    head = re.match(rf"[{LOWER}]+", right)  # XIII|của
    return head is not None and _runs_together(head[0])


def _runs_together(letters: str) -> bool:
    """Whether letters are syllables: one, or some run together, seen by a mark."""
    if is_syllable(letters):
        return len(letters) > 1 or not letters.isascii()  # ở|TP, not i|Phone
    return not letters.isascii() and any(is_syllable(letters[i:]) for i in range(1, len(letters)))


def is_spaced(text: str) -> bool:
    """Whether a text has words whose letters stand apart."""
    return bool(_APART.search(text) and _SPACED.search(text))


def spaced_edits(text: str, vocabulary: Vocabulary) -> Iterator[Edit]:
    """The spaces to take out of words whose letters stand apart."""
    for m in _SPACED.finditer(text):
        letters = unicode_text.lower(m[0][::2])
        begins = _begins(letters, vocabulary)
        for i in range(1, len(letters)) if begins else ():
            if i not in begins:
                yield Edit(m.start() + 2 * i - 1, m.start() + 2 * i, "")


def _begins(letters: str, vocabulary: Vocabulary) -> set[int]:
    """Where the words of letters run together begin; empty where they are no words."""
    out: set[int] = set()
    at, before = 0, None
    while at < len(letters):
        words, last = _window(letters, at, before, vocabulary)
        if not words or not all(is_syllable(w.word) for w in words):
            return set()
        kept = words if last or len(words) <= _KEPT else words[:-_KEPT]
        out |= {at + w.start for w in kept}
        at, before = at + kept[-1].end, unicode_text.key(kept[-1].word)
    return out


def _window(
    letters: str, at: int, before: str | None, vocabulary: Vocabulary
) -> tuple[tuple[Part, ...], bool]:
    """The words from a letter on as far as the window goes, and whether they are the last.

    A window may cut a word: it is made shorter until it ends with one.
    """
    last = len(letters) - at <= _WINDOW
    for size in range(_WINDOW, 0 if last else _WINDOW - 8, -1):
        stretch = Stretch(letters[at : at + size], (), frozenset(), before)
        words = decode(stretch, vocabulary, _MARGIN if last else 0.0)
        if last or (words and len(words) > _KEPT):
            return words or (), last
    return (), last
