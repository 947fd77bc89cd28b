"""Pages of a PDF as pictures: which are to be read from theirs, and how it is had."""

import re
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from PIL import Image

from pipeline.parse import pdfium
from pipeline.parse.glyphs import Row
from pipeline.parse.images import PIXELS, RESOLUTION
from pipeline.parse.pdfium import Bounds

_COVERS = 0.6
"""Share of the page that a picture covers where the page is a scan with a text layer over it."""
_SIGNED = re.compile("[àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]", re.I)
_LOST = re.compile("[\ufffd\ue000-\uf8ff]")
_FEW = 300
"""Letters up to which a text over a picture of the page may be no more than a signature's."""
_MANY_STROKES = 400
"""Drawn shapes on a page without a letter from which its letters may be drawn."""


def is_picture(page: Any, rows: Sequence[Row]) -> bool:
    """Whether a page of pypdfium2 is to be read from its picture: without text, or a poor one.

    Vietnamese has a sign on every fourth letter: a layer made by a reader for English has none.
    """
    import pypdfium2.raw as raw

    text = "".join(row.text for row in rows)
    letters = sum(map(str.isalpha, text))
    if letters > 20 and len(_LOST.findall(text)) > 0.3 * len(text):
        return True
    if letters > _FEW and len(_SIGNED.findall(text)) > 0.08 * letters:
        return False
    shares = [_share(page, b) for b in pdfium.bounds(page, raw.FPDF_PAGEOBJ_IMAGE, depth=2)]
    if not rows:
        return bool(shares) or _strokes(page) > _MANY_STROKES
    return sum(shares) > _COVERS


def _strokes(page: Any) -> int:
    import pypdfium2.raw as raw

    return sum(1 for _ in pdfium.bounds(page, raw.FPDF_PAGEOBJ_PATH, depth=2))


def _share(page: Any, bounds: Bounds) -> float:
    left, bottom, right, top = bounds
    share: float = (right - left) * (top - bottom) / max(page.get_width() * page.get_height(), 1.0)
    return min(share, 1.0)


def picture(pdf: Any, number: int) -> tuple[Image.Image, float]:
    """The picture of a page (from 1) of a PDF of pypdfium2, and its dots an inch."""
    with closing(pdf[number - 1]) as page:
        return _own(page) or _rendered(page)


def _own(page: Any) -> tuple[Image.Image, float] | None:
    """The one upright picture that makes up the page, as the scanner made it; None: it is not so.

    Its specks are single dots still, and need no second rounding to be seen.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    things = list(page.get_objects(max_depth=2))
    if len(things) != 1 or things[0].type != raw.FPDF_PAGEOBJ_IMAGE or page.get_rotation():
        return None
    (thing,) = things
    matrix = thing.get_matrix()
    upright = matrix.a > 0 and matrix.d > 0 and abs(matrix.b) + abs(matrix.c) < 1e-3
    width, height = thing.get_px_size()
    if not upright or _share(page, thing.get_bounds()) < 0.9 or not 0 < width * height <= PIXELS:
        return None
    try:
        image = thing.get_bitmap().to_pil()
    except pypdfium2.PdfiumError:
        return None
    dpi = width / page.get_width() * 72
    dark = image.convert("L").reduce(8).getextrema()[1] < 128  # a stencil shows reversed
    return None if dark or dpi < 100 else (image, dpi)


def _rendered(page: Any) -> tuple[Image.Image, float]:
    width, height = page.get_size()
    scale = min(RESOLUTION / 72, (PIXELS / max(width * height, 1.0)) ** 0.5)
    return page.render(scale=scale).to_pil(), scale * 72
