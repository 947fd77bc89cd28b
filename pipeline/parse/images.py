"""Pictures of pages, cleaned for reading: grey, evenly lit, without stamp and speckle, upright."""

from dataclasses import dataclass, replace
from math import radians, tan
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

Dots = npt.NDArray[np.uint8]
"""Grey values by row and column, 255 is white."""
Mask = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

RESOLUTION = 300
"""Dots an inch that pages are brought to: letters as large as the engine was trained on."""

PIXELS = 120_000_000
"""Dots of the largest picture that is unpacked: a sheet of A3 at 600 dots an inch has 70."""

_STEEPEST = 5.0
"""Degrees; a page lying further aslant was put down so."""
_LEVEL = 0.05
"""Degrees; over the width of a page less than half the height of a point."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A cleaned page at RESOLUTION, `dark` its letters and lines.

    `turn`: degrees clockwise by which it was turned to lie as it does.
    """

    dots: Dots
    dark: Mask
    turn: float = 0.0

    def turned(self, quarter: int) -> "Picture":
        """The page turned clockwise by 90, 180 or 270 degrees and straightened again."""
        upright = cleaned(Image.fromarray(np.rot90(self.dots, -quarter // 90)), RESOLUTION)
        return replace(upright, turn=self.turn + quarter + upright.turn)


def cleaned(image: Image.Image, dpi: float) -> Picture:
    """The page cleaned; steps that a clean page does not need are left out."""
    scale = RESOLUTION / dpi
    if scale < 0.67:
        image = image.resize((round(image.width * scale), round(image.height * scale)))
        scale = 1.0
    grey = _despeckled(_even(_grey(image)))
    skew = _skew(grey < _threshold(grey))
    upright = _straightened(grey, skew, scale)
    return Picture(upright, upright < _threshold(upright), skew if abs(skew) >= _LEVEL else 0.0)


def _grey(image: Image.Image) -> Dots:
    """The grey values, coloured ink (a stamp, a signature) taken for paper."""
    if image.mode in ("1", "L", "I", "I;16", "F", "LA"):
        return np.asarray(image.convert("L"))
    coloured = on_white(image)
    red, green, blue = (np.asarray(band) for band in coloured.split())
    high: Dots = np.maximum(np.maximum(red, green), blue)
    low: Dots = np.minimum(np.minimum(red, green), blue)
    ink = (high - low > 60) & (high > 110)
    grey = np.asarray(coloured.convert("L"))
    if not ink.any():
        return grey
    # Paper may be grey or yellowed: the ink takes the colour of what is around it.
    out: Dots = np.where(ink, np.maximum(high, np.uint8(np.median(grey))), grey)
    return out


def on_white(image: Image.Image) -> Image.Image:
    """In colour; what is see-through shows white paper."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(paper, image.convert("RGBA")).convert("RGB")


def _even(grey: Dots) -> Dots:
    """The page as if lit evenly: each dot against the paper around it."""
    image = Image.fromarray(grey)
    paper = image.reduce(8).filter(ImageFilter.MaxFilter(9)).filter(ImageFilter.GaussianBlur(6))
    if np.percentile(np.asarray(paper), 1) > 240:
        return grey
    ground = np.maximum(np.asarray(paper.resize(image.size)), 40).astype(np.float32)
    out: Dots = np.minimum(grey * (250 / ground), 255).astype(np.uint8)
    return out


def _threshold(grey: Dots) -> int:
    """The grey value that parts ink from paper best (Otsu), from a fifth of the rows."""
    counts = np.bincount(grey[::5].ravel(), minlength=256).astype(float)
    below = counts.cumsum()
    light = (counts * np.arange(256)).cumsum()
    above = below[-1] - below
    means = np.divide(light, below, where=below > 0, out=np.zeros(256))
    rest = np.divide(light[-1] - light, above, where=above > 0, out=np.zeros(256))
    best = below * above * (means - rest) ** 2
    return int(np.clip(np.argmax(best) + 1, 90, 200))


def _despeckled(grey: Dots) -> Dots:
    """Without single dark dots on paper and light dots in ink, where there are many of them."""
    limit = _threshold(grey)
    middle = grey[len(grey) // 3 : len(grey) // 2]
    if _specks(middle < limit).mean() < 0.0002:
        return grey
    dark = grey < limit
    out = np.where(_specks(dark), np.uint8(255), grey)
    return np.where(_specks(~dark), np.uint8(0), out)


def _specks(on: Mask) -> Mask:
    """The dots that are on with at most one neighbour that is."""
    near = np.zeros(on.shape, np.uint8)
    rows, columns = on.shape
    padded = np.pad(on, 1).view(np.uint8)
    for y in range(3):
        for x in range(3):
            near += padded[y : y + rows, x : x + columns]
    specks: Mask = on & (near <= 2)
    return specks


def _skew(dark: Mask) -> float:
    """Degrees by which the lines rise to the right: where the profile of the rows is sharpest."""
    small = dark[::2, ::2]
    ys, xs = np.nonzero(small)
    if len(ys) < 500:
        return 0.0
    step = max(len(ys) // 40_000, 1)
    ys, xs = ys[::step], xs[::step]

    def sharpness(angle: float) -> float:
        moved = np.rint(ys + xs * tan(radians(angle))).astype(np.int64)
        profile = np.bincount(moved - moved.min()).astype(float)
        return float((profile**2).sum())

    coarse = max(np.arange(-_STEEPEST, _STEEPEST + 0.1, 0.5), key=sharpness)
    middle = max(np.arange(coarse - 0.5, coarse + 0.51, 0.1), key=sharpness)
    return float(max(np.arange(middle - 0.1, middle + 0.11, 0.025), key=sharpness))


def _straightened(grey: Dots, skew: float, scale: float) -> Dots:
    """The page turned back by its skew and brought to RESOLUTION, in one step."""
    image = Image.fromarray(grey)
    size = round(image.width * scale), round(image.height * scale)
    if abs(skew) < _LEVEL:
        near = abs(scale - 1) < 0.1
        return grey if near else np.asarray(image.resize(size, Image.Resampling.BICUBIC))
    turned: Any = image.rotate(-skew, Image.Resampling.BICUBIC, fillcolor=255)
    return np.asarray(turned if abs(scale - 1) < 0.1 else turned.resize(size))
