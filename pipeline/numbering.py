"""The numbering habits of Vietnamese reports: `PHẦN THỨ NHẤT`, `I-`, `1.1.`, `a)`, `Một là`."""

import re
from dataclasses import dataclass

_ORDINAL = (
    r"(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s(?:một|hai|ba|bốn|lăm|sáu))?)"
)
_ORDINALS = {
    w: n
    for n, ws in enumerate(
        ("nhất một", "hai", "ba", "bốn tư", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), 1
    )
    for w in ws.split()
}
_NUMBERED = re.compile(
    rf"""
    (?P<part>(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|PHỤ\ LỤC|Phụ\ lục|Điều|ĐIỀU)\s+
        (?P<part_no>(?:(?:THỨ|thứ)\s+)?(?i:{_ORDINAL})|[IVXL]{{1,6}}|\d{{1,3}})\b)[.:)\-–]?\s*
  | (?P<word>(?i:{_ORDINAL})\s+là|[Tt]hứ\s+(?:{_ORDINAL}))\s*[,:]?\s+
  | (?P<roman>[IVXL][IVXLivxl]{{0,5}})\s?[.\-)/:–]\s*
  | (?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\s?[.)\-–/:]{{0,2}}\s+
  | (?P<arabic>\d{{1,2}})\s?[.)\-–/:]\s*(?=[^\W\d_]|["“‘(\[*]|\d{{1,3}}\s)
  | (?P<upper>[A-HĐ])\s?[.)\-–/]\s*
  | (?P<lower>[a-zđ])\s?[.)/]\s*
  | \((?P<round>\d{{1,2}}|[ivx]{{1,4}}|[a-zđ])\)\s*
  | (?P<bullet>[-–—+*•●▪◦·]+|\*\*+)\s*
    """,
    re.VERBOSE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LETTERS = "abcdđeghiklmnopqrstuvxy"

STYLES = (
    "part", "capitals", "roman", "upper", "arabic", "decimal2", "decimal3", "decimal4", "lower",
    "round", "word", "title", "*", "-", "+", "•",
)  # fmt: skip
"""Styles from the outermost to the innermost, where a document does not show its own order."""


@dataclass(frozen=True, slots=True)
class Number:
    """A block's numbering: its style, the label as written, its place in its row (None: none)."""

    style: str
    label: str
    place: int | None
    end: int


def number(text: str, start: int = 0) -> Number | None:
    """The numbering at `start` of the text, or None; `end` is where the words begin.

    >>> number("1.2. Hạn chế"), number("Một là, tăng cường").label
    (Number(style='decimal2', label='1.2', place=2, end=5), 'Một là')
    >>> number("2025 là năm"), number("Ivan")
    (None, None)
    """
    m = _NUMBERED.match(text, start)
    if m is None or m.lastgroup is None:
        return None
    style = "part" if m.lastgroup == "part_no" else m.lastgroup
    label = m[style]
    if style == "bullet":
        return _bullet(text, label, m.end())
    if style == "decimal":
        style = f"decimal{min(label.count('.') + 1, 4)}"
    place = _place(style, m["part_no"] if style == "part" else label)
    return Number(style, label, place, m.end())


def _bullet(text: str, label: str, end: int) -> Number | None:
    if len(label) > 1 and set(label) != {"*"}:
        return None
    if label in "-–—+" and end < len(text) and text[end].isdigit() and not text[end - 1].isspace():
        return None
    style = "-" if label in "-–—" else "*" if label[0] == "*" else "+" if label == "+" else "•"
    return Number(style, label, None, end)


def _place(style: str, label: str) -> int | None:
    low = label.lower()
    if style == "roman" or (style == "part" and set(low) <= set(_ROMAN)):
        return _roman(low)
    if style in ("upper", "lower") or (style == "round" and len(low) == 1 and low.isalpha()):
        return _LETTERS.find(low) + 1 or None
    if style in ("word", "part") and not low[-1].isdigit():
        return next((_ORDINALS[w] for w in low.split() if w in _ORDINALS), None)
    last = low.rsplit(".", 1)[-1]
    return int(last) if last.isdigit() else None


def _roman(label: str) -> int:
    values = [_ROMAN[c] for c in label]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-v if v < after else v for v, after in pairs)
