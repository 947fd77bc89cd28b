"""What the styles of a DOCX give the paragraphs and tables that bear them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_HEADING = re.compile(r"heading\s*(\d)", re.I)


@dataclass(frozen=True, slots=True)
class Style:
    """Properties that a style and the styles under it give: the nearest wins, None is unsaid."""

    name: str = ""
    heading: int | None = None
    numbered: tuple[str, int] | None = None
    hidden: bool = False
    ruled: bool | None = None
    font: str | None = None


def read(root: Any | None) -> dict[str, Style]:
    """The styles that styles.xml (its tree, or None) defines, by id; `""` where none is named."""
    if root is None:
        return {}
    elements = {key: e for e in root.iter("style") if (key := e.get("styleId"))}
    plain = next(root.iter("docDefaults"), None)
    found = {key: _style(elements, key, plain) for key in elements}
    for key, element in elements.items():
        if element.get("type") == "paragraph" and element.get("default") in ("1", "true"):
            found[""] = found[key]
    return found


def _style(elements: dict[str, Any], key: str, plain: Any | None) -> Style:
    chain = list(_chain(elements, key))
    name = _value(chain[0], "name") or ""
    lists = (numbered(e) for e in chain)
    rules = (ruled(e.find("tblPr")) for e in chain)
    return Style(
        name=name.lower(),
        heading=next((h for e in chain if (h := _heading(e)) is not None), None),
        numbered=next((n for n in lists if n is not None), None),
        hidden=any(on(e.find("rPr"), "vanish") for e in chain),
        ruled=next((r for r in rules if r is not None), None),
        font=next((f for e in (*chain, plain) if e is not None and (f := font(e))), None),
    )


def _chain(elements: dict[str, Any], key: str | None) -> Iterator[Any]:
    """A style and those it is based on, the nearest first; a circle ends where it closes."""
    seen: set[str] = set()
    while key is not None and key in elements and key not in seen:
        seen.add(key)
        yield elements[key]
        key = _value(elements[key], "basedOn")


def _heading(style: Any) -> int | None:
    m = _HEADING.fullmatch(_value(style, "name") or "")
    return int(m[1]) if m else outline(style.find("pPr"))


def outline(properties: Any | None) -> int | None:
    """The depth (from 1) that paragraph properties give a heading; None for body text."""
    level = _value(properties, "outlineLvl")
    return int(level) + 1 if level is not None and level.isdigit() and int(level) < 9 else None


def numbered(element: Any) -> tuple[str, int] | None:
    """The list and depth of a style or paragraph, or None; list `0` means no list."""
    number = element.find("pPr/numPr")
    if number is None:
        return None
    return _value(number, "numId") or "0", int(_value(number, "ilvl") or 0)


def ruled(properties: Any | None) -> bool | None:
    """Whether table properties draw rules; None where they do not say."""
    borders = None if properties is None else properties.find("tblBorders")
    if borders is None:
        return None
    return any(b.get("val") not in ("none", "nil") for b in borders)


def font(element: Any) -> str | None:
    """The font that a run, a style or the defaults name for Latin letters, or None."""
    fonts = next(element.iter("rFonts"), None)
    return None if fonts is None else fonts.get("ascii") or fonts.get("hAnsi")


def on(properties: Any | None, name: str) -> bool:
    """Whether a switch such as `vanish` is on among run properties."""
    switch = None if properties is None else properties.find(name)
    return switch is not None and switch.get("val", "1") not in ("0", "false", "off")


def _value(element: Any | None, name: str) -> str | None:
    child = None if element is None else element.find(name)
    return None if child is None else child.get("val")
