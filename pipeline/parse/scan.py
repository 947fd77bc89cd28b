"""Pictures of pages in files of their own: PNG, JPEG, TIFF of one or many pages."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import UnreadableError
from pipeline.model import Document
from pipeline.parse import pdf, recognition
from pipeline.parse.images import PIXELS
from pipeline.parse.page import Page
from pipeline.sources import Source

_WIDTH = 8.27
"""Inches; a picture that does not say its resolution is taken for a sheet of A4."""
_BROKEN = (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, IndexError)


def parse(source: Source) -> Document:
    """The document of a picture; UnreadableError where it is broken, too large or has no words."""
    with _opened(source) as image:
        count = getattr(image, "n_frames", 1)
        source.limits.check_pages(source.name, count)
        pages = [_page(source, image, n) for n in range(1, count + 1)]
        issues = recognition.fill(source, pages, lambda page: _frame(source, image, page.number))
    return pdf.document(source, pages, issues)


@contextmanager
def _opened(source: Source) -> Iterator[Image.Image]:
    """The picture, nothing of it unpacked yet; what its bytes make go wrong is an issue."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # its size is looked at
        try:
            with Image.open(io.BytesIO(source.data)) as image:
                yield image
        except Image.DecompressionBombError:
            raise _too_large(source) from None
        except _BROKEN:
            raise UnreadableError(
                "damaged",
                f"{source.name} is damaged and cannot be opened; scan it again and run again.",
            ) from None


def _too_large(source: Source) -> UnreadableError:
    return UnreadableError(
        "too_many_pixels",
        f"{source.name}: a page has more than {PIXELS // 10**6} million dots; "
        "scan it again at 300 dpi and run again.",
    )


def _page(source: Source, image: Image.Image, number: int) -> Page:
    image.seek(number - 1)
    if image.width * image.height > PIXELS:
        raise _too_large(source)
    return Page(number, image.height / _dpi(image) * 72, [], [], picture=True)


def _frame(source: Source, image: Image.Image, number: int) -> tuple[Image.Image, float]:
    """A page as it is looked at; a camera notes how it was held."""
    image.seek(number - 1)
    dpi = _dpi(image)
    return ImageOps.exif_transpose(image), dpi


def _dpi(image: Image.Image) -> float:
    """The dots an inch that the file says, where a page so large is likely."""
    said = image.info.get("dpi")
    try:
        dpi = float(said[0]) if said else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    short = min(image.size)
    likely = dpi > 0 and 4 <= short / dpi <= 24
    return dpi if likely else max(short / _WIDTH, 50.0)
