"""Automatic list numbers of a DOCX as the words that a reader of the page sees."""

import re
from dataclasses import dataclass, field
from typing import Any

_BULLETS = {"-": "-", "–": "-", "—": "-", "−": "-", "\uf02d": "-", "+": "+", "*": "*"}
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and what it writes (`%1.%2.`)."""

    start: int
    style: str
    text: str
    legal: bool


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and where each stands; ask for labels in document order.

    Lists of one shape count on from one another, unless a list gives a start of its own.
    """

    shapes: dict[str, str] = field(default_factory=dict)
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, list_id: str, depth: int) -> str | None:
        """The label of the next paragraph of this list at this depth (0-based), or None."""
        shape = self.shapes.get(list_id, "")
        level = self.levels.get((shape, depth))
        if level is None:
            return None
        if level.style == "bullet":
            return _BULLETS.get(level.text.strip(), "•")
        counts = self._counts.setdefault(shape, {})
        start = self.starts.pop((list_id, depth), None)
        if start is None:
            start = counts[depth] + 1 if depth in counts else level.start
        counts[depth] = start
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        return self._written(shape, level, counts)

    def _written(self, shape: str, level: Level, counts: dict[int, int]) -> str | None:
        def number(m: re.Match[str]) -> str:
            other = self.levels.get((shape, int(m[1]) - 1), level)
            count = counts.setdefault(int(m[1]) - 1, other.start)
            return written(count, "decimal" if level.legal else other.style)

        return re.sub(r"%(\d)", number, level.text).strip() or None


def read(root: Any | None) -> Numbering:
    """The lists that numbering.xml (its tree, or None) defines."""
    lists = Numbering()
    if root is None:
        return lists
    shape_of_style, style_of_shape = {}, {}
    for shape in root.iter("abstractNum"):
        key = shape.get("abstractNumId")
        lists.levels |= {(key, _depth(level)): _level(level) for level in shape.iter("lvl")}
        for link in shape.iter("styleLink"):
            shape_of_style[link.get("val")] = key
        for link in shape.iter("numStyleLink"):
            style_of_shape[key] = link.get("val")
    for item in root.iter("num"):
        for reference in item.iter("abstractNumId"):
            key = reference.get("val")
            key = shape_of_style.get(style_of_shape.get(key), key)
            _add(lists, item, key)
    return lists


def _add(lists: Numbering, item: Any, shape: str) -> None:
    """One list: its shape, and what it overrides of it."""
    own = item.get("numId")
    lists.shapes[own] = shape
    for change in item.iter("lvlOverride"):
        for start in change.iter("startOverride"):
            lists.starts[(own, _depth(change))] = int(start.get("val", 1))
        for level in change.iter("lvl"):
            if lists.shapes[own] == shape:
                # A list that redefines a level counts apart from its shape.
                lists.shapes[own] = f"{shape}/{own}"
                of_shape = [(d, v) for (s, d), v in lists.levels.items() if s == shape]
                lists.levels |= {(lists.shapes[own], d): v for d, v in of_shape}
            lists.levels[(lists.shapes[own], _depth(change))] = _level(level)


def _depth(element: Any) -> int:
    return int(element.get("ilvl", 0))


def _level(element: Any) -> Level:
    def value(name: str, default: str) -> str:
        child = element.find(name)
        return default if child is None else str(child.get("val", default))

    legal = element.find("isLgl") is not None
    return Level(int(value("start", "1")), value("numFmt", "decimal"), value("lvlText", ""), legal)


def written(number: int, style: str) -> str:
    """The number in one of Word's styles; decimal where the style is unknown.

    >>> [written(4, s) for s in ("upperRoman", "lowerLetter", "decimalZero", "decimal", "none")]
    ['IV', 'd', '04', '4', '']
    """
    if style == "none":
        return ""
    if style == "decimalZero":
        return f"{number:02}"
    if style.endswith("Roman"):
        return _cased(_roman(number), style)
    if style.endswith("Letter") and number > 0:
        # Word goes on after z with aa, bb, cc.
        return _cased(chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1), style)
    return str(number)


def _roman(number: int) -> str:
    out = ""
    for value, letters in _ROMAN:
        while number >= value:
            out, number = out + letters, number - value
    return out


def _cased(letters: str, style: str) -> str:
    return letters.upper() if style.startswith("upper") else letters
