"""Words read, held against the shapes on the picture where the engine is known to err.

It miscounts the strokes of Roman numerals (`XIII` comes out as `XII`, `XIH`), takes the dot of an i
for a hook (`chi bộ` as `chỉ bộ`) and sees two letters in one Đ (`QĐÐ`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipeline.parse.images import Ints
from pipeline.parse.ocr import Seen
from pipeline.parse.shapes import Shapes

_NUMERAL = re.compile(
    r"(?P<open>\(?)(?P<head>[XV]{0,3})(?P<ones>(?:I|(?<=[XV])H)[IHLTỊÌÍl1|]{0,4})(?P<tail>[.,;:)]*)"
)
_DOUBLE = re.compile("ĐÐ|ÐĐ|Ð")
"""A Đ and the Icelandic letter that looks like it."""
_DOT = 0.29
"""Of the line's size; height and width of the dot of an i are less together, of a hook more (in
bold type both are)."""
_TALL = 0.8
"""Of the highest; what is lower is a point or a comma."""
_NARROW, _PITCH, _WIDE = 0.72, 0.5, 1.09
"""Of the height: an I at most so wide; what an I takes up, and an X or V, in letters with feet."""


def proofread(seen: Sequence[Seen], found: Shapes) -> list[Seen]:
    """The words as the shapes show them."""
    single = (replace(one, text=_DOUBLE.sub("Đ", one.text)) for one in seen)
    return [_dotted(_recounted(one, found), found) for one in single]


def _dotted(one: Seen, found: Shapes) -> Seen:
    """The word with an i where what stands over it is too small for a hook."""
    if one.text.count("ỉ") != 1:
        return one
    over = (found.left >= one.left - 3) & (found.right <= one.right + 3)
    over &= (found.bottom < one.base - 0.45 * one.size) & (found.top > one.base - 1.1 * one.size)
    over &= (found.height > 2) & (found.height < 0.4 * one.size)
    own = np.flatnonzero(over)
    small = len(own) == 1 and found.height[own[0]] + found.width[own[0]] < _DOT * one.size
    return replace(one, text=one.text.replace("ỉ", "i")) if small else one


def _recounted(one: Seen, found: Shapes) -> Seen:
    m = _NUMERAL.fullmatch(one.text)
    if m is None or len(m["head"] + m["ones"]) < 2:
        return one
    inside = (found.left >= one.left - 4) & (found.right <= one.right + 4)
    inside &= (found.top >= one.top - 6) & (found.bottom <= one.bottom + 6)
    own = np.flatnonzero(inside)
    own = own[np.argsort(found.left[own])]
    own = own[len(m["open"]) : len(own) - m["tail"].count(")")]
    count = _ones(found, own, len(m["head"]))
    if count is None or not (m["head"] or count > 1):
        return one
    return replace(one, text=m["open"] + m["head"] + "I" * count + m["tail"])


def _ones(found: Shapes, own: Ints, heads: int) -> int | None:
    """How many I stand among these shapes beside so many X and V; None where it is not clear.

    Letters that stand apart are counted; where their feet touch, their width tells.
    """
    heights = found.height[own]
    if not len(own) or int(heights.max()) < 12:
        return None
    high = float(heights.max())
    tall = own[heights >= _TALL * high]
    narrow = int((found.width[tall] <= _NARROW * high).sum())
    if len(tall) - narrow == heads:
        count = narrow
    else:
        width = float(found.right[tall].max() - found.left[tall].min())
        count = round((width / high - heads * _WIDE) / _PITCH)
    return count if 1 <= count <= 3 else None
