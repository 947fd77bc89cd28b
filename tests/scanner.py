"""A scanner: pages of a PDF as the pictures that an office scanner makes of them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFilter


@dataclass(frozen=True, slots=True)
class Scanner:
    """How it scans: `skew` in degrees, `blur` as a radius in pixels, `grey` how dark the worst
    corner is (0 to 255), `noise` the spread of grey values, `speckle` the share of wrong pixels,
    `stamp` whether a round red stamp stands over the page's lower right.
    """

    dpi: int = 300
    skew: float = 0.0
    blur: float = 0.0
    grey: int = 0
    noise: float = 0.0
    speckle: float = 0.0
    stamp: bool = False


CLEAN = Scanner()
NOISY = Scanner(dpi=200, skew=1.3, blur=0.7, grey=60, noise=8, speckle=0.002, stamp=True)


def scans(pdf: bytes, how: Scanner = CLEAN) -> list[Image.Image]:
    """The pages of a PDF as scanned; the same pictures each time."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [document[i].render(scale=how.dpi / 72).to_pil() for i in range(len(document))]
    return [_scanned(page, how, np.random.default_rng(n)) for n, page in enumerate(pages)]


def _scanned(page: Image.Image, how: Scanner, chance: np.random.Generator) -> Image.Image:
    page = page.convert("RGB" if how.stamp else "L")
    if how.stamp:
        _stamp(page, how.dpi)
    if how.skew:
        page = page.rotate(how.skew, Image.Resampling.BICUBIC, fillcolor="white")
    if how.blur:
        page = page.filter(ImageFilter.GaussianBlur(how.blur))
    dots = np.asarray(page, dtype=np.float32)
    height, width = dots.shape[:2]
    shade = np.add.outer(np.linspace(0, 1, height), np.linspace(0, 1, width)) / 2 * how.grey
    dots = dots - (shade[..., None] if dots.ndim == 3 else shade)
    if how.noise:
        dots = dots + chance.normal(0, how.noise, dots.shape)
    if how.speckle:
        wrong = chance.random((height, width))
        dots[wrong < how.speckle / 2] = 0
        dots[wrong > 1 - how.speckle / 2] = 255
    return Image.fromarray(np.clip(dots, 0, 255).astype(np.uint8))


def _stamp(page: Image.Image, dpi: int) -> None:
    """A ring with a star of words in it, see-through as ink is."""
    ink = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(ink)
    radius = round(0.7 * dpi)
    x, y = round(0.62 * page.width), round(0.55 * page.height)
    for inset in (0, round(0.15 * dpi)):
        box = (x - radius + inset, y - radius + inset, x + radius - inset, y + radius - inset)
        draw.ellipse(box, outline=(214, 40, 60), width=max(dpi // 50, 2))
    draw.regular_polygon((x, y, radius // 4), 5, fill=(214, 40, 60))
    page.paste(Image.fromarray(np.minimum(np.asarray(page), np.asarray(ink))))


def as_pdf(pages: Sequence[Image.Image], dpi: int) -> bytes:
    """The pictures as a PDF without a text layer."""
    return _saved(pages, "PDF", resolution=dpi)


def as_tiff(pages: Sequence[Image.Image], dpi: int) -> bytes:
    """The pictures as one TIFF of several pages."""
    return _saved(pages, "TIFF", compression="tiff_lzw", dpi=(dpi, dpi))


def as_image(page: Image.Image, form: str, dpi: int) -> bytes:
    """One picture as PNG or JPEG."""
    out = io.BytesIO()
    page.save(out, form, dpi=(dpi, dpi))
    return out.getvalue()


def _saved(pages: Sequence[Image.Image], form: str, **how: object) -> bytes:
    out = io.BytesIO()
    pages[0].save(out, form, save_all=True, append_images=list(pages[1:]), **how)
    return out.getvalue()
