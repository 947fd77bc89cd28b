"""Markup that stands literally in a text: tags and record dumps -> plain words and breaks."""

import html
import re

_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|h[1-6]|t[rdh]|table|tbody|thead|figure|section|article)"
    r"(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
_INLINE_TAG = re.compile(
    r"</?(?:span|a|b|i|u|em|strong|font|sup|sub|img|o:p|small|mark|label)(?:\s[^<>]{0,400})?/?>",
    re.IGNORECASE,
)
# A row of a database written out: (128, 5, 'title', 'lead', …, NULL, '/file.jpg', '')
_DUMP = re.compile(r"\s*\(\s*\d+\s*,\s*(?:(?:\d+|NULL|None)\s*,\s*)*'")
_FIELD = re.compile(r"'\s*,\s*(?:(?:\d+|NULL|None)\s*,\s*)*'")


def untagged(text: str) -> str:
    """The text without literal HTML tags: a block tag parts paragraphs, another one words.

    >>> untagged("<p>Chi bộ <b>đạt</b></p><p>tốt</p>").split()
    ['Chi', 'bộ', 'đạt', 'tốt']
    """
    if not _BLOCK_TAG.search(text) and len(_INLINE_TAG.findall(text)) < 2:
        return text
    return html.unescape(_INLINE_TAG.sub(" ", _BLOCK_TAG.sub("\n\n", text)))


def undumped(text: str) -> str:
    """The fields of a database row that was written out as text, one a paragraph.

    >>> undumped("(7, 2, 'Đại hội chi bộ', 'Sáng nay', NULL, '/a.jpg', '')").split("\\n\\n")
    ['Đại hội chi bộ', 'Sáng nay', '/a.jpg', '']
    """
    opening = _DUMP.match(text)
    if not opening or not _FIELD.search(text):
        return text
    body = text[opening.end() :].rstrip().removesuffix(")").rstrip().removesuffix("'")
    return "\n\n".join(_FIELD.split(body))
