"""Signs of a damaged text layer -> edits: symbols of documents, Roman numerals, labels.

Only for a text that is known to be damaged: a symbol that is not in the lists may be a real one.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline import text as unicode_text
from pipeline.offsets import Edit
from pipeline.spelling import is_syllable
from pipeline.text import UPPER

_SYMBOL = re.compile(
    rf"(?<![\w/])\d{{1,5}}(?:/(?:19|20)\d\d)?\s?-\s?(?P<opener>[{UPPER}]{{2,3}}r?i?)\s?/\s?"
    rf"(?P<issuer>[{UPPER}]{{2,8}})(?!\w)"
)
_ROMAN = re.compile(rf"(?<!\w)[{UPPER}]{{2,5}}(?!\w)")
_NUMERAL = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")
_LABEL = re.compile(r"(?m)^(?=[IVX1l|]*[IVX])(?=[IVX]*[1l|])[IVX1l|]{2,5}(?=\s?[.\-)/:–]\s)")
_NUMBER_WORD = re.compile(r"\s*(?:số)?\s*$")
_BEFORE = 30
_PLAIN = str.maketrans("ĐƯ", "DU")


def symbol_edits(text: str, raw: Mapping[str, Any]) -> Iterator[Edit]:
    """The repairs of document symbols, by the lists of data/reference/syllables.yaml."""
    openers = {str(k): tuple(v.split(", ")) for k, v in (raw.get("openers") or {}).items()}
    issuers = frozenset((raw.get("issuers") or "").split())
    for m in _SYMBOL.finditer(text):
        said = text[max(0, m.start() - _BEFORE) : m.start()]
        if m["opener"] not in openers:
            near = {o for o in openers if _near(m["opener"], o)}
            yield from _changed(m, "opener", {o for o in near if _says(said, o, openers[o])})
        if m["issuer"] not in issuers and m["issuer"] != "TƯ":
            yield from _changed(m, "issuer", _issuers(text, m["issuer"], issuers))


def numeral_edits(text: str) -> Iterator[Edit]:
    """The repairs of Roman numerals: a mark on a letter (`XIĨ`), a digit in a label (`I1.`)."""
    for m in _ROMAN.finditer(text):
        plain = unicode_text.fold(m[0]).upper()
        sound = plain == m[0] or "Đ" in m[0] or is_syllable(m[0].lower())  # VÌ
        if not sound and _NUMERAL.fullmatch(plain):
            at = [i for i, c in enumerate(m[0]) if c != plain[i]]
            if len(at) == 1:
                yield Edit(m.start() + at[0], m.start() + at[0] + 1, plain[at[0]])
    for m in _LABEL.finditer(text):
        for i, c in enumerate(m[0]):
            if c in "1l|":
                yield Edit(m.start() + i, m.start() + i + 1, "I")


def _issuers(text: str, written: str, issuers: frozenset[str]) -> set[str]:
    """The issuers that a sign may stand for: those named elsewhere, where it is named but once.

    A sign with a mark that no sign bears (`TỦ`) stands for any like it.
    """
    near = {i for i in issuers if _near(written, i)}
    said = {i for i in near if f"/{i}" in text}
    marked = not written.translate(_PLAIN).isascii()
    if marked:
        return said or near
    return said if text.count(f"/{written}") == 1 else set()


def _says(said: str, opener: str, kinds: tuple[str, ...]) -> bool:
    """Whether the words before a number name the kind that its symbol opens with."""
    before = _NUMBER_WORD.sub("", unicode_text.key(said))
    return before.endswith((*kinds, unicode_text.key(opener)))


def _near(a: str, b: str) -> bool:
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _changed(m: re.Match[str], group: str, options: set[str]) -> Iterator[Edit]:
    """The edit to the one option; none where there are more or none."""
    if len(options) == 1:
        for i, (own, new) in enumerate(zip(m[group], options.pop(), strict=True)):
            if own != new:
                yield Edit(m.start(group) + i, m.start(group) + i + 1, new)
