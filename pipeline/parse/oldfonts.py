"""A web page in fonts of before Unicode -> the same page in Unicode."""

import re
from typing import Any

from pipeline.parse.legacy import Modern

Fonts = dict[tuple[str | None, str | None], str]
"""(tag, class) -> the font that a style sheet gives it."""

_OLD = re.compile(r"\.vn\w|vni-|vps[ -]", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_FAMILY = re.compile(r"font(?:-family)?\s*:\s*([^;{}]{1,200})", re.IGNORECASE)
# "p.MsoNormal, li.MsoNormal, .Tieude": a tag, a class, or both.
_SELECTOR = re.compile(r"^(?P<tag>\w+)?(?:\.(?P<name>[\w-]+))?$")


def converted(words: str, modern: Modern) -> str:
    """The page with the text of every old font in Unicode; a page without one as it is."""
    if not _OLD.search(words):
        return words
    from lxml import etree, html

    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", words))
    except (etree.ParserError, ValueError):
        return words
    fonts: Fonts = {}
    for sheet in root.iter("style"):
        fonts |= _rules(sheet.text or "")
    _convert(root, None, fonts, modern)
    return str(html.tostring(root, encoding="unicode"))


def _rules(sheet: str) -> Fonts:
    """(tag, class) -> the font that a style sheet gives it."""
    found = {}
    for selectors, body in _RULE.findall(sheet):
        if family := _FAMILY.search(body):
            for selector in selectors.split(","):
                if (m := _SELECTOR.match(selector.strip())) and m[0]:
                    found[m["tag"], m["name"]] = family[1]
    return found


def _convert(root: Any, font: str | None, fonts: Fonts, modern: Modern) -> None:
    """Convert the text of the tree, each word in the font of the nearest element that names one."""
    waiting = [(root, font)]
    while waiting:
        element, outer = waiting.pop()
        own = outer
        if isinstance(element.tag, str):
            own = _font(element, fonts) or outer
            if element.text and element.tag not in ("script", "style"):
                element.text = modern.run(element.text, own)
        if element.tail:
            element.tail = modern.run(element.tail, outer)
        waiting += [(child, own) for child in element]


def _font(element: Any, fonts: Fonts) -> str | None:
    """The first font that an element names: inline, by its class, by its tag."""
    if element.tag == "font" and element.get("face"):
        return str(element.get("face"))
    if own := _FAMILY.search(element.get("style") or ""):
        return own[1]
    for name in (element.get("class") or "").split():
        named = fonts.get((element.tag, name)) or fonts.get((None, name))
        if named:
            return named
    return fonts.get((element.tag, None))
